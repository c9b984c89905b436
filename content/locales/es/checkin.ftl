command-checkin = Decir cómo fue el día
command-today = Qué toca hoy

checkin-today = <b>Hoy</b>, { $day }
checkin-yesterday = <b>Ayer</b>, { $day }
checkin-before = <b>Anteayer</b>, { $day }
checkin-day = { $day }
checkin-line-open = ○ { $name }
checkin-line-kept = ● { $name }: cumplido
checkin-line-partly = ◐ { $name }: en parte
checkin-line-missed = ○ { $name }: esta vez no
checkin-line-skipped = – { $name }: no tocaba
checkin-line-asked = <b>{ $name }</b>: { $step }
checkin-line-control = Con el control: { $n } de 5
checkin-line-minutes = { $line }, { $amount } min
checkin-line-count =
    { $line }, { $amount ->
        [one] una vez
       *[other] { $amount } veces
    }
checkin-question =
    { $lines }
    { $ask }
checkin-kept = Cumplido
checkin-partly = En parte
checkin-missed = Hoy no
checkin-missed-then = Ese día no
checkin-skipped = No tocaba
checkin-later = Más tarde
checkin-control =
    { $lines }
    ¿Cuánto control sentiste sobre tus redes sociales? 1 es nada, 5 es del todo.
checkin-number = { $n }
checkin-amount-minutes =
    ¿Cuántos minutos fueron? Lo más seguro es la cifra de Tiempo de uso de tu teléfono. (<i>45</i>, <i>1h20</i>)
checkin-amount-count = ¿Cuántas veces fueron? Escribe solo el número.
checkin-amount-minutes-again =
    { $amount ->
        [one] Tengo anotado { $amount } minuto. ¿Es correcto? Si no, escribe cuántos fueron.
       *[other] Tengo anotados { $amount } minutos. ¿Es correcto? Si no, escribe cuántos fueron.
    }
checkin-amount-count-again =
    { $amount ->
        [one] Tengo anotada una vez. ¿Es correcto? Si no, escribe cuántas fueron.
       *[other] Tengo anotadas { $amount } veces. ¿Es correcto? Si no, escribe cuántas fueron.
    }
checkin-quick-minutes = { $amount } min
checkin-quick-count = { $amount }
checkin-amount-leave = Es correcto
checkin-amount-clear = Quitarlo
checkin-amount-unclear = No sé cuánto es eso. Escríbelo como 45, 45 min o 1h20, por favor.
checkin-count-unclear = No sé cuántas son. Escribe solo el número, como 3, por favor.
checkin-note-kept = Está en tu /journal.
checkin-lapse =
    Gracias por decirlo. Un día cambia poco, y puede enseñarnos algo. ¿Qué lo complicó? Pulsa una opción o dilo con tus palabras.
checkin-obstacle-forgot = Se me olvidó
checkin-obstacle-time = No hubo tiempo
checkin-obstacle-mood = No tenía ganas
checkin-obstacle-came-up = Surgió algo
checkin-smaller = Hacer el paso más pequeño
checkin-tip-forgot-1 = Entonces puede ayudar un momento más claro: en /plans puedes elegir un nuevo «Cuando …».
checkin-tip-forgot-2 = Entonces algo a la vista puede recordarlo por ti: una nota en el lugar donde pasa.
checkin-tip-near-1 = Lo que está a mano se toma sin pensar. Un paso más lejos ya lo convierte en una elección.
checkin-tip-near-2 = Entonces fue el lugar, no tú. Por una noche, dale al teléfono un sitio propio, fuera de la vista.
checkin-tip-habit-1 = La mano es más rápida que el pensamiento. Cambiar de sitio el icono, o el teléfono, le devuelve su segundo.
checkin-tip-habit-2 = Lo notaste, y ahí es donde cambia. Mañana, di en voz alta para qué lo abres.
checkin-tip-others-1 = Las personas valen más que un paso. Si lo supieran, quizá sería más fácil con ellas: basta una frase.
checkin-tip-others-2 = Con gente cuesta más a solas. ¿Hay alguien que lo haría contigo?
checkin-tip-work-1 = Entonces el paso necesita un hueco que un día así deje libre. En /plans puedes elegir otro «Cuando …».
checkin-tip-work-2 = En días así basta la parte más pequeña del paso: eso es «en parte».
checkin-tip-tired-1 = Con cansancio gana lo que está más cerca. ¿Qué podría estar más cerca que el teléfono en una noche así?
checkin-tip-tired-2 = Entonces primero va el sueño. En días así, hasta una parte pequeña del paso cuenta: eso es «en parte».
checkin-tip-stress-1 = Entonces el teléfono fue un descanso. En /urge hay dos minutos de otro tipo.
checkin-tip-stress-2 = Un día así pide algo fácil. ¿Qué más te calma, aunque sea un poco? Puede ir a tu lista: /swap.
checkin-tip-bored-1 = El aburrimiento quiere algo a mano. En /swap cabe una lista corta de cosas que te gustan.
checkin-tip-bored-2 = Esperar es el lugar más difícil. Puedes tener lista una cosa pequeña sin pantalla: /swap.
checkin-tip-time-1 = Entonces el paso puede ser grande para días así. En /plans se puede hacer más pequeño.
checkin-tip-time-2 = Entonces que sea más corto: un minuto ya es una parte, y las partes cuentan.
checkin-tip-came-up-1 = La vida va primero. Mañana es otro día.
checkin-tip-came-up-2 = Eso no se puede prever, ni hace falta. El paso espera.
checkin-tip-mood-1 = Le pasa a todo el mundo. En días así, hasta una parte pequeña del paso cuenta: eso es «en parte».
checkin-tip-mood-2 = Entonces no esperes a las ganas: empieza con diez segundos, y para si quieres.
checkin-tip-said = { $tip } Tus palabras están en tu /journal.
checkin-done =
    { $lines }
    Anotado. { $closing }
checkin-whole =
    { $lines }
    Todo respondido.
checkin-which =
    { $lines }
    ¿Qué quieres cambiar?
checkin-feel = Cómo se sintió
checkin-change = Cambiar una respuesta
checkin-reopen = Volver a abrir el día
checkin-reopened = { $day } vuelve a estar abierto, sin respuestas. Lo que escribiste sigue en tu /journal.
checkin-taken-back = Deshecho.
checkin-which-day = ¿A qué día te refieres?
checkin-on-today = Hoy
checkin-on-yesterday = Ayer
checkin-on-earlier = { $day }
checkin-fill-in = Completar { $day }
checkin-nothing = Para ese día no hay nada previsto. Disfrútalo.
checkin-nothing-then = Para el { $day } no había nada previsto, así que no hay nada que completar.
checkin-paused =
    { $lines }
checkin-no-plan = Ahora mismo no tienes ningún plan en marcha. No pasa nada. Puedes empezar uno cuando quieras.
checkin-plans = Mis planes
checkin-open = Hacer el repaso
checkin-reflect = Una pregunta para pensar
checkin-overview =
    { $lines }
    Te pregunto a las { $time }.
checkin-overview-silent = { $lines }
checkin-overview-paused =
    { $lines }
    Todo en silencio hasta el { $day }.
checkin-today-line =
    { $state }
    { $what }
checkin-day-unknown = No sé qué día es «{ $words }»: quedan abiertos hoy y los dos días anteriores.
checkin-closed-day = { $day } queda demasiado atrás para cambiarlo: hoy y los dos días anteriores siguen abiertos.
checkin-closed = { $day } queda demasiado atrás para cambiarlo, así que dejé sus respuestas como están.
checkin-late-line = Tu línea está en tu /journal, en { $day }.
checkin-form-control = ¿Con el control? 1 nada, 5 del todo
checkin-form-note = Una línea sobre el día, si quieres
checkin-later-set = De acuerdo, vuelvo a las { $time }.
checkin-later-once = Hoy ya volví una vez. Tu repaso sigue abierto: /checkin, hoy o en los próximos dos días.
checkin-later-night = Para entonces ya empezaron tus horas de silencio. Tu repaso sigue abierto hoy y los próximos dos días.
checkin-later-ceiling =
    He escrito { $ceiling } veces en siete días, que es lo máximo que permites. Tu repaso sigue abierto: /checkin
checkin-later-nothing = Hoy no queda nada por responder.
checkin-later-past = Ese día ya pasó, así que no vuelvo a preguntar por él. Aún puedes completarlo:
checkin-later-over = Ese día ya pasó, así que no vuelvo a preguntar por él.
checkin-later-coming = De acuerdo. Hoy te pregunto a las { $time }.
checkin-unwell = Que te mejores pronto. Si este plan no tenía cabida ese día, pulsa «{ checkin-skipped }» y no contará.
checkin-control-unclear = Aquí me basta un número del 1 al 5.

checkin-overview-next =
    { $lines }
    La próxima vez pregunto el { $day }, a las { $time }.
checkin-later-sooner = Dentro de una hora ya es tarde para hoy. Puedo volver antes:
checkin-in-20 = En 20 minutos
checkin-in-60 = En una hora
checkin-in-tonight = Esta noche
checkin-unsure = No saberlo está bien. Toma lo que más se acerque, o déjalo.

# Por un paso de la noche se pregunta al día siguiente.
checkin-line-asked-night = <b>{ $name }</b>, anoche: { $step }
checkin-line-asked-night-then = <b>{ $name }</b>, la noche anterior: { $step }
checkin-missed-night = Anoche no
checkin-missed-night-then = Esa noche no
# Un paso que se hace una vez; y uno que ya se hizo, una semana después.
checkin-kept-once = Hecho
checkin-partly-once = Empezado
checkin-missed-once = Todavía no
checkin-kept-still = Sigue así
checkin-missed-still = Ya no
# Un paso para un momento que llega o no llega.
checkin-missed-event = Surgió, pero no lo hice
checkin-skipped-event = No surgió
checkin-missed-week = Esta semana no
checkin-nothing-next = Hoy no hay nada que responder. Vuelvo a preguntar el { $day } a las { $time }.
checkin-nothing-tonight = Este paso es de la noche, así que todavía no hay nada que responder. Pruébalo esta noche: pregunto el { $day } a las { $time }.
checkin-overview-taper =
    { $lines }
    Me dejaste escribir cada vez menos, así que ningún repaso llega solo.
checkin-done-and =
    { $done }

    { $more }
