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
