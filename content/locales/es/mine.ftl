mine-name = Un plan propio. ¿Qué te gustaría hacer? Basta una palabra o dos.
mine-action = <b>{ $name }</b>: ¿cuál es el primer paso? Tan pequeño que quepa en un día lleno: dos minutos, una sola cosa.
mine-days = ¿Qué días? Pulsa una opción o escríbelos, como «lun mié vie».
mine-days-unclear = No veo a qué días te refieres. Escríbelos como «lun mié vie», por favor.
mine-confirm =
    <b>{ $name }</b>
    { $action }
    Días: { $days }
    ¿Es así?
mine-started =
    Has empezado <b>{ $name }</b>: { $action }
    Días: { $days }
mine-same-name = Ya tienes un plan que se llama <b>{ $name }</b>. Con dos del mismo nombre no podría decirte a cuál me refiero. Basta con otro nombre.
mine-edit = Cambiar nombre o días
mine-edit-which =
    <b>{ $name }</b>
    Días: { $days }
    ¿Qué quieres cambiar?
mine-edit-name = El nombre
mine-edit-days = Los días
mine-newname = <b>{ $name }</b>: ¿cómo se llamará a partir de ahora? Su historia se conserva.
mine-newdays =
    <b>{ $name }</b>, hasta ahora: { $days }
    ¿Qué días a partir de hoy? Pulsa una opción o escríbelos, como «lun mié vie».
mine-renamed = Ahora se llama <b>{ $name }</b>.
mine-new-days = <b>{ $name }</b>, desde hoy: { $days }. Los días anteriores quedan como estaban.

mine-stop = Ahora no
mine-start = Empezarlo
mine-again = Escribirlo otra vez

mine-cue-1 = termino de desayunar
mine-cue-2 = llego a casa
mine-cue-3 = me lavo los dientes por la noche

mine-every-day = todos los días
mine-weekdays = de lunes a viernes
mine-weekend = el fin de semana
mine-day-0 = lunes
mine-day-1 = martes
mine-day-2 = miércoles
mine-day-3 = jueves
mine-day-4 = viernes
mine-day-5 = sábado
mine-day-6 = domingo
mine-days-list = { $a }, { $b }
mine-days-last = { $a } y { $b }
mine-cue = <b>{ $name }</b>: ¿cuál es un buen momento? Pulsa uno o escribe el tuyo: «Cuando …»
mine-no-cue = Sin momento fijo
mine-action-when = Cuando { $cue } … ¿cuál es el primer paso? Tan pequeño que quepa en un día lleno: dos minutos, una sola cosa. «Voy a …»
mine-action-apart = { $cue }: ¿cuál es el primer paso entonces? Tan pequeño que quepa en un día lleno: dos minutos, una cosa. «Voy a …»
mine-moment-told = Cuando { $cue }: es un buen momento. Lo guardo.
mine-other-days = Otros días
