command-settings = Idioma, horas, cuánto escribo

settings-all =
    <b>Ajustes</b>
    { $lines }
settings-line-language = Idioma: { $value }
settings-line-zone = Zona horaria: { $place }, ahora { $time }
settings-line-checkin = Te pregunto cómo fue: { $time }
settings-line-exactly = Mis mensajes llegan: { $value }
settings-line-silent = Sonido: { $value }
settings-line-reminder = Recordatorio: { $value }
settings-line-quiet = Horas de silencio: { $value }
settings-line-ceiling = Como mucho { $ceiling ->
        [one] un mensaje
       *[other] { $ceiling } mensajes
    } en siete días
settings-line-week = Miramos atrás: { $day }, { $time }
settings-line-reflections = Preguntas para pensar: { $value }
settings-line-daystart = Tu día termina: { $time } de la noche
settings-line-paused = En pausa hasta el { $day }

settings-open-language = Idioma
settings-open-zone = Dónde estoy
settings-open-checkin = Cuándo preguntas
settings-open-exactly = Al minuto
settings-open-silent = Sonido
settings-open-reminder = Recordatorio
settings-open-quiet = Horas de silencio
settings-open-ceiling = Cuánto escribes
settings-open-week = Cuándo miramos atrás
settings-open-reflections = Preguntas
settings-open-daystart = Cuándo termina mi día

settings-back = ‹ Ajustes
# Un valor de un ajuste, como botón del que vale ahora.
settings-holds = ✓ { $value }
settings-unchanged = Se queda como está.
settings-which-time = ¿Cuál de las dos horas quieres decir?
settings-clock = { $time }
settings-hours = { $from }–{ $to }
settings-count = { $n }
settings-after =
    { $minutes ->
        [60] 1 hora después
        [120] 2 horas después
        [180] 3 horas después
       *[other] { $minutes } minutos después
    }
settings-weekday-0 = lunes
settings-weekday-1 = martes
settings-weekday-2 = miércoles
settings-weekday-3 = jueves
settings-weekday-4 = viernes
settings-weekday-5 = sábado
settings-weekday-6 = domingo

settings-language = ¿En qué idioma te escribo?
settings-language-unclear = Ese todavía no lo hablo. Estos sí:
settings-language-kept = A partir de ahora escribo en español.

settings-zone-kept = Anotado: { $place }, donde ahora son las { $time }.
settings-here =
    Parece que estás en { $place }, donde ahora son las { $time }. ¿Uso esa zona horaria? La ubicación no se guarda en ningún sitio.
settings-here-same = Esa es la zona horaria que ya uso: { $place }. No cambia nada.
settings-here-unknown = No conozco la zona horaria de ese lugar, así que no ha cambiado nada.

settings-checkin = ¿A qué hora te pregunto cómo fue el día? Pulsa una hora o escribe la tuya.
settings-checkin-unclear = No conozco esa hora. Escríbela así: 20:00 o 7:30.
settings-checkin-kept = A partir de ahora pregunto a las { $time }.
settings-checkin-kept-quiet =
    A partir de ahora pregunto a las { $time }. Para que encaje, tus horas de silencio son ahora de { $from } a { $to }.
settings-checkin-kept-no-quiet =
    A partir de ahora pregunto a las { $time }. Para que encaje, ya no hay horas de silencio.

settings-exactly = A mucha gente le va bien la misma hora, así que mis mensajes llegan hasta cinco minutos después, siempre en tu mismo minuto. ¿Quieres que los tuyos lleguen justo a la hora?
settings-exactly-unclear = Pulsa una de las dos opciones.
settings-exactly-yes = justo a esa hora
settings-exactly-no = hasta 5 minutos después de esa hora
settings-exactly-kept = A partir de ahora tu repaso y tu resumen semanal llegan justo a su hora.
settings-exactly-kept-not = Tu repaso y tu resumen semanal llegan hasta cinco minutos después de su hora.

settings-reminder = Si un repaso sigue abierto, ¿cuándo te lo recuerdo, una sola vez? Pulsa una opción o escríbela, como 45 min.
settings-reminder-unclear = Escribe algo entre 30 minutos y 12 horas, como 45 min, o «no» para ninguno.
settings-reminder-none = ninguno
settings-reminder-at = a las { $time }, por tus horas de silencio
settings-reminder-no-room = ninguno, porque tus horas de silencio no dejan sitio
settings-reminder-at-kept = Eso caería en tus horas de silencio, así que te lo recuerdo una vez a las { $time }, si el repaso sigue abierto.
settings-reminder-no-room-kept = Tus horas de silencio no dejan sitio para un recordatorio después del repaso, así que no llega ninguno. Con el repaso más temprano cabría: /settings checkin
settings-ceiling-kept-days =
    Escribo por mi cuenta { $ceiling ->
        [one] una vez
       *[other] { $ceiling } veces
    } en siete días, como mucho. Tus planes tienen más días de los que caben. Pregunto por estos: { $days }. Puedes hacer el repaso cualquier día: /checkin
settings-reminder-kept = Si un repaso sigue abierto, te lo recuerdo una vez, { $after }.
settings-reminder-kept-none = Sin recordatorios a partir de ahora.

settings-quiet = ¿Cuándo no debo escribir nunca? Pulsa una opción o escríbelo, como 22-8 o 22:00-07:30.
settings-quiet-unclear = No conozco esas horas. Escríbelas así: 22-8 o 22:00-07:30, o «no» para ninguna.
settings-quiet-none = ninguna
settings-quiet-kept = No escribo nada entre las { $from } y las { $to }.
settings-quiet-kept-none = A partir de ahora no hay horas de silencio.
settings-quiet-moved-week = Tu resumen semanal caería en esas horas, así que ahora llega a las { $time }.
settings-clash =
    Tu repaso de las { $checkin } cae entre las { $from } y las { $to }. ¿Cuál de los dos cambia?
settings-clash-fit = Horas de silencio: { $from }–{ $to }
settings-clash-move = Otra hora para el repaso

settings-ceiling =
    ¿Cuántos mensajes puedo enviarte por mi cuenta en siete días, como mucho? Cuentan repasos, recordatorios, preguntas y el resumen. Pulsa un número o escribe uno de 0 a 50; 0 significa que solo respondo.
settings-ceiling-unclear = Escribe un número de 0 a 50.
settings-ceiling-kept =
    { $ceiling ->
        [one] Escribo por mi cuenta una vez en siete días, como mucho.
       *[other] Escribo por mi cuenta { $ceiling } veces en siete días, como mucho.
    }
settings-ceiling-kept-none = Ya no escribo nada por mi cuenta: solo respondo cuando escribes tú. /today siempre está ahí.

settings-week = ¿Qué día quieres tu resumen de la semana?
settings-week-unclear = Pulsa uno de los días, por favor.
settings-weekat = Entonces, { $day }. ¿A qué hora? Pulsa una o escribe la tuya.
settings-weekat-unclear = No conozco esa hora. Escríbela así: 17:00 o 9:30.
settings-weekat-quiet = Eso cae en tus horas de silencio, de { $from } a { $to }. ¿Qué otra hora te va bien?
settings-week-kept = Tu resumen de la semana llega el { $day } a las { $time }.

settings-reflections = ¿Cuántas preguntas para reflexionar te envío por semana?
settings-reflections-unclear = Elige 0, 1 o 2.
settings-reflections-count =
    { $n ->
        [0] ninguna
        [1] una por semana
       *[other] { $n } por semana
    }
settings-reflections-kept = Preguntas para reflexionar: { $count }. /reflect tiene una cuando quieras.

settings-daystart =
    ¿Hasta qué hora de la noche sigue siendo para ti el día anterior? Lo que respondas hasta entonces cuenta para ese día.
settings-daystart-unclear = Escribe una hora de 0:00 a 6:00, como 4:00.
settings-daystart-kept = Ahora tu día termina a las { $time } de la noche.

settings-silent = Cuando escribo yo primero, ¿quieres que suene?
settings-silent-unclear = Pulsa una de las dos opciones, o escribe «sonido» o «silencio».
settings-silent-no = como suene tu teléfono
settings-silent-yes = ninguno, solo está ahí
settings-silent-kept = Ahora mis mensajes llegan sin sonido. Están ahí cuando mires.
settings-silent-kept-not = Mis mensajes suenan como tengas puesto el teléfono.

settings-notes = { $lines }
settings-reminder-no-ceiling = ninguno, porque no cabe en el número de mensajes
settings-reminder-no-ceiling-kept = Anotado. Pero en el número de mensajes que permites no cabe un recordatorio, así que no llega ninguno. Con más mensajes cabría: /settings ceiling
settings-reminder-at-now = Tu recordatorio caería en tus horas de silencio, así que llega a las { $time }.
settings-reminder-no-room-now = Tus horas de silencio no dejan sitio para un recordatorio después del repaso, así que no llega ninguno.
settings-reminder-no-ceiling-now = En ese número de mensajes no cabe un recordatorio, así que no llega ninguno.
settings-reflections-now =
    { $n ->
        [0] No caben preguntas para reflexionar. /reflect tiene una cuando quieras.
       *[other] Cabe una pregunta para reflexionar por semana.
    }
settings-week-now = No cabe el resumen semanal. /week lo muestra cuando quieras.
settings-line-week-none = Miramos atrás: por ahora no, porque no cabe en el número de mensajes
settings-line-reflections-fewer = Preguntas para pensar: { $value }, porque no caben más en el número de mensajes
settings-week-kept-none = Anotado: { $day } a las { $time }. Pero en el número de mensajes que permites no cabe un resumen semanal, así que no llega ninguno. /week lo muestra cuando quieras.
settings-reflections-kept-fewer =
    Anotado: { $count }. Pero en el número de mensajes que permites { $room ->
        [0] no cabe ninguna
       *[other] cabe una por semana
    }. /reflect tiene una cuando quieras.
settings-asks-day-over = A las { $time } pregunto por el día que terminó a las { $start }.
settings-asks-day-on = A las { $time } pregunto por el día que dura hasta las { $start }.
