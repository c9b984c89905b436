command-week = Los últimos siete días y una decisión

week-summary =
    <b>Siete días, hasta ayer</b>
    { $lines }
week-little =
    { $answered ->
        [0] Ningún día tiene respuesta, así que no hay nada que decir de esta semana. No pasa nada.
       *[other] Solo un día tiene respuesta: es poco para hablar de esta semana. No pasa nada.
    }
week-plan =
    <b>{ $name }</b>: cumplido { $kept } de { $applied }{ $partly ->
        [0] {""}
       *[other] , en parte { $partly }
    }
week-plan-only-kept = <b>{ $name }</b>: cumplido el { $day }
week-plan-only-partly = <b>{ $name }</b>: en parte, el { $day }
week-plan-only-missed = <b>{ $name }</b>: esta vez no, el { $day }
week-plan-open = <b>{ $name }</b>: sin respuestas
week-plan-skipped = <b>{ $name }</b>: no tocaba
week-minutes = Unos { $minutes } min al día
week-minutes-against = Unos { $minutes } min al día (antes: { $before })
week-control = Con control: { $control } de 5
week-control-against = Con control: { $control } de 5 (antes: { $before })
week-best = Mejor día: { $day }
week-obstacle = Lo que lo complicó: { $what }
week-obstacle-forgot = el olvido
week-obstacle-time = falta de tiempo
week-obstacle-mood = pocas ganas
week-obstacle-came-up = algo que surgió
week-quote = «{ $words }»
week-reread = Escribiste el { $day }: «{ $words }»
week-ask = ¿Y la próxima semana?
week-other = Otra cosa
week-plans = Ver planes
week-which = ¿Qué plan?
week-kept = Entonces todo sigue como está.

# Momentos de cambio: el final de la primera semana, casi tres semanas, semanas iguales, ocho semanas seguidas.
week-first = Esa fue la primera semana. ¿Con qué frecuencia te escribo a partir de ahora?
week-rhythm-stay = Como hasta ahora
week-rhythm-5 = Menos: 5 por semana
week-rhythm-3 = Pocas: 3 por semana
week-horizon = Vas de camino: un hábito nuevo tarda unos dos meses, a menudo más, y un día sin cumplir no hace daño (Singh, 2024).
week-alike =
    <b>{ $name }</b>: tres semanas muy parecidas. No tiene nada de malo. Si quieres que algo se mueva, basta un cambio pequeño:
week-alike-moment = Otro momento
week-alike-plan = Otro plan
week-alike-pause = Una pausa
week-steady =
    <b>{ $weeks } semanas, y se mantiene.</b>
    { $lines }
    Si quieres, ahora te escribo cada vez menos: una vez por semana, luego cada dos, luego cada cuatro y después nada. Una palabra basta para que vuelva.
taper-less = Escribir cada vez menos
taper-stay = Dejarlo como está
taper-first = Al principio escribiste: «{ $words }»
taper-last = Hace poco: «{ $words }»
taper-begun =
    Desde ahora no llega ningún repaso, y te escribo el { $day }. { $slip }
    Los comandos siguen ahí. Con «he vuelto» regresan los repasos.
taper-slip-plan = Para un día que se tuerce, esto sigue valiendo: { $plan }
taper-slip-step = Para un día que se tuerce: basta el paso más pequeño para volver a empezar.
taper-ask-1 =
    Una mirada breve: ¿se mantiene?
    { $lines }
taper-ask-2 =
    ¿Qué tal sin los repasos: se mantiene?
    { $lines }
taper-ask-3 =
    Solo esto, y nada más esta semana: ¿se mantiene?
    { $lines }
taper-holds = Se mantiene
taper-slips = Se tuerce
taper-daily = Repasos otra vez
taper-next = Bien. Entonces te escribo el { $day }, y no antes.
taper-slipped =
    Pasa, y no quita nada a las semanas que se mantuvieron. { $slip }
    Si quieres, los repasos vuelven por un tiempo.
taper-back = Bien. Los repasos vuelven, a tu hora de siempre.
taper-is-daily = Los repasos llegan como siempre.
taper-silent = No escribo más si no lo quieres: con «he vuelto» regresan los repasos.
taper-goodbye =
    Este es mi último mensaje. Se mantiene, y es obra tuya.
    { $lines }
    Que te vaya muy bien. Con «he vuelto» bastaría, cualquier día.
week-theme = <b>El tema de los próximos días:</b> { $name }. Algo para probar: { $try }
week-lesson = Dos minutos, si quieres: { $title }
week-read = Leerla
