command-plans = Tus planes: ver, añadir, cambiar

plans-list =
    <b>Tus planes</b>
    { $plans }
plans-none = Ahora mismo no tienes ningún plan en marcha. Para empezar basta un paso pequeño.
plans-item = • <b>{ $name }</b>: { $step }
plans-gone-name = Un plan que ya no se ofrece
plans-gone-step = Ya no tengo palabras para sus pasos
plans-rhythm-quiet = Ritmo: tranquilo por ahora
plans-rhythm-coming = Ritmo: va y viene
plans-rhythm-shaping = Ritmo: toma forma
plans-rhythm-steady = Ritmo: estable
plans-paused = En pausa hasta el { $day }
plans-paused-open = En pausa
plans-is-finished = Terminado
plans-is-left = Lo dejaste

plans-card =
    <b>{ $name }</b>
    { $lines }
plans-card-step = Paso: { $step }
plans-card-days = Días: { $days }
plans-card-since = Desde el { $day }
plans-card-went =
    { $applied ->
        [0] Aún no hay respuestas en este paso
        [one] Cumplido { $kept } de { $applied } día
       *[other] Cumplido { $kept } de { $applied } días
    }
plans-card-went-lately =
    { $applied ->
        [0] Sin respuestas en los últimos { $days } días
       *[other] En los últimos { $days } días: { $kept } de { $applied } cumplidos
    }
plans-goal-minutes-most =
    { $amount ->
        [one] Cuenta como cumplido: hasta { $amount } minuto
       *[other] Cuenta como cumplido: hasta { $amount } minutos
    }
plans-goal-minutes-least =
    { $amount ->
        [one] Cuenta como cumplido: desde { $amount } minuto
       *[other] Cuenta como cumplido: desde { $amount } minutos
    }
plans-goal-count-most =
    { $amount ->
        [0] Cuenta como cumplido: ninguna vez
        [one] Cuenta como cumplido: hasta una vez
       *[other] Cuenta como cumplido: hasta { $amount } veces
    }
plans-goal-count-least =
    { $amount ->
        [one] Cuenta como cumplido: una vez o más
       *[other] Cuenta como cumplido: { $amount } veces o más
    }

plans-add = Añadir un plan
plans-own = Escribir uno propio
plans-open = Ver el plan
plans-mine = Mis planes
plans-back = Volver a mis planes
plans-back-to-plan = Volver al plan
plans-again = Retomarlo
plans-resume = Seguir ya
plans-pause = Pausa
plans-new-if-then = Un nuevo «Cuando …»
plans-switch = Otro plan en su lugar
plans-finish = Terminar
plans-leave = Dejarlo
plans-why = Por qué funciona
plans-start = Empezar este plan
plans-others = Otros planes
plans-more = Más planes

plans-earlier = Planes anteriores
plans-earlier-list =
    <b>Planes anteriores</b>
    { $plans }
    Abre uno para retomarlo.
plans-earlier-nth = { $name } ({ $n })
plans-is-finished-since = Terminado el { $day }
plans-is-left-since = Dejado el { $day }
plans-start-anew = Empezar de cero
plans-see-again =
    <b>{ $name }</b>
    { $about }
    Ya estuviste en este plan. Si lo retomas, sigue con: { $step }

plans-not-there = Ese plan no está entre los tuyos, o ya no existe. Así están las cosas:
plans-full = { $most } planes a la vez son suficientes: los pasos pequeños necesitan sitio. Primero termina, deja o cambia uno.
plans-press = Pulsa uno de los botones, por favor.

plans-catalogue =
    { $plans }
    ¿Cuál quieres ver?
plans-catalogue-empty = Ya tienes todos los planes que hay. Puedes escribir uno propio.
plans-pitch = • <b>{ $name }</b>: { $pitch }
plans-see =
    <b>{ $name }</b>
    { $about }
plans-why-it-works =
    <b>{ $name }</b>
    { $about }
plans-source = { $title }
plans-source-link = <a href="{ $url }">{ $title }</a>

plans-cue =
    <b>{ $name }</b>: { $step }
    ¿Qué momento será? Pulsa uno o escribe el tuyo: «Cuando …»
plans-action = Cuando { $cue } … ¿qué vas a hacer? Pulsa una opción o escribe la tuya: «Voy a …»
plans-action-apart = { $cue }: ¿qué vas a hacer entonces? Pulsa una opción o escribe la tuya: «Voy a …»
plans-action-told = «{ $action }»: eso es lo que vas a hacer.
plans-no-half = Pulsa uno de los botones, por favor, o dilo con pocas palabras tuyas.
plans-no-if-then = Sin eso
plans-keep-if-then = Dejarlo como está
plans-too-long = Dilo en pocas palabras, por favor: { $most } caracteres como mucho.
plans-renewed = <b>{ $plan }</b>
plans-started =
    Has empezado <b>{ $name }</b>.
    { $lines }

plans-until = ¿Cuánto tiempo pausamos <b>{ $name }</b>? Pulsa una opción o escribe una fecha, como 24/12 o 2026-12-24.
plans-pause-3 = 3 días
plans-pause-7 = Una semana
plans-pause-14 = Dos semanas
plans-until-unclear = No conozco esa fecha. Escribe una dentro de un año, como 24/12 o 2026-12-24.
plans-until-far =
    Sería el { $day }, dentro de { $days } días. ¿Dejamos <b>{ $name }</b> en pausa hasta entonces? Si pensabas en otro día, escríbelo.
plans-now-paused = <b>{ $name }</b> descansa. Vuelve el { $day }. Los días de en medio no restan nada.
plans-resumed =
    <b>{ $name }</b> sigue.
    Paso: { $step }
plans-taken-up =
    <b>{ $name }</b> ha vuelto, donde estaba.
    Paso: { $step }
plans-finished = <b>{ $name }</b>, terminado: ahora puedes hacerlo sin que nadie te acompañe. Para eso era.
plans-left = Has dejado <b>{ $name }</b>. Gracias por probarlo.

plans-end =
    { $lines }
    { $next }
    ¿Qué te apetece?
plans-end-once = Ahora no hay ningún plan en marcha. El { $day } pregunto una vez más; después solo escribo si tú escribes.
plans-end-silent = Ahora no hay ningún plan en marcha. Solo escribo si tú escribes.
plans-look-back =
    <b>Una mirada atrás</b>
    { $lines }
    Desde el { $since } no hay ningún plan en marcha. A partir de ahora solo escribo si tú escribes. ¿Qué te apetece?
plans-look-back-all =
    <b>{ $name }</b>, desde el { $day }: { $applied ->
        [0] sin respuestas
        [one] { $kept } de { $applied } día cumplido
       *[other] { $kept } de { $applied } días cumplidos
    }
plans-look-back-lately =
    <b>{ $name }</b>, desde el { $day }. En los últimos { $window } días: { $applied ->
        [0] sin respuestas
       *[other] { $kept } de { $applied } cumplidos
    }
plans-another = Otro plan
plans-earlier-again = Retomar uno anterior
plans-just-rest = Solo descansar
plans-rest = De acuerdo, no escribo nada más; /start está ahí si lo quieres. Que te vaya muy bien.
plans-card-asked = Pregunto por él estos días: { $days }
plans-card-unasked = No pregunto por él: no cabe en el número de mensajes que permites. Puedes hacer el repaso cualquier día: /checkin
