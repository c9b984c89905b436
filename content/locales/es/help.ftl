command-help = Lo que puedes hacer aquí
command-why = Por qué llegó mi último mensaje

help-all =
    { $lines }
    También vale escribir: hecho, a medias, saltar, luego, 45 min, deshacer.
help-day-line = <b>Tu día:</b> { $commands }
help-plans-line = <b>Planes:</b> { $commands }
help-thoughts-line = <b>Ideas:</b> { $commands }
help-messages-line = <b>Mis mensajes:</b> { $commands }
help-data-line = <b>Tus datos:</b> { $commands }
help-plans = Planes
help-settings = Ajustes

why-new = Pregunto unas pocas cosas una sola vez, para que el plan te sirva y escriba cuando te venga bien. Todo se puede cambiar después.
why-none = En las dos últimas semanas no te he escrito por mi cuenta. Cuándo y cuánto lo hago lo eliges tú.
why-lines = { $lines }
why-last = { $day }, { $time }: { $what }.
why-what-checkin = el repaso del día
why-what-reminder = un recordatorio
why-what-later = el repaso del día, otra vez
why-what-reflection = una pregunta para reflexionar
why-what-week = tu resumen de la semana
why-checkin = Llega a las { $time }. En /settings se cambia.
why-reminder = El repaso seguía abierto. Llega un recordatorio, { $minutes } minutos después. En /settings se cambia.
why-reminder-then = El repaso seguía abierto, y entonces los recordatorios estaban activados.
why-later = Me pediste que volviera más tarde.
why-reflection =
    { $times ->
        [0] Entonces llegaban esas preguntas; ahora están desactivadas.
        [1] Llega una pregunta así por semana. En /settings se cambia.
       *[other] Llegan { $times } preguntas así por semana. En /settings se cambia.
    }
why-week = Llega el { $day } a las { $time }. En /settings se cambia.
why-pace-second-day = Como algunos quedaron sin respuesta, pregunto solo cada dos días.
why-pace-weekly = Como varios quedaron sin respuesta, pregunto solo una vez por semana.
why-pace-fortnightly = Como muchos quedaron sin respuesta, pregunto solo cada dos semanas.
why-pace-silent = Como muchos quedaron sin respuesta, no escribo más hasta que escribas tú.
why-count =
    En los últimos siete días escribí { $sent ->
        [one] una vez
       *[other] { $sent } veces
    }; tu tope es { $ceiling }.
why-week-taper = Me dejaste escribir cada vez menos. Con «he vuelto» regresan los repasos.
