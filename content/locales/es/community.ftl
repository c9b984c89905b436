# What a community on a server gets. Posts are read by everybody there; all else only by who pressed.

community-prompt =
    <b>Una pregunta para esta semana</b>
    { $prompt }

    El hilo es para quien quiera compartir. Una respuesta en privado va a tu propio diario, y solo tú la lees.
community-answer = Responder en privado
community-begin = Empezar mi propio plan
community-challenge =
    <b>Un pequeño paso para esta semana</b>
    { $step }

    Únete si quieres; una pulsación al día lo anota. Nadie ve quién participa, nada se compara, y salir es una pulsación.
challenge-join = Unirme
challenge-kept = Hoy lo hice
challenge-leave = Salir

community-digest = { $lines }
community-digest-people =
    <b>La semana pasada, en común</b>
    Participaron { $people } personas.
community-digest-kept = { $kept ->
    [one] Se cumplió un pequeño paso.
   *[other] Se cumplieron { $kept } pequeños pasos.
  }
community-digest-quote =
    Alguien escribió, y quiso compartirlo: <i>«{ $words }»</i>
community-digest-quiet =
    <b>La semana pasada, en común</b>
    A quien se detuvo un momento la semana pasada, por pequeño que fuera: valió la pena. Empieza otra semana, para quien quiera.

# --- only for who pressed

community-answered = Está en tu propio diario, y solo tú lo lees.
challenge-joined = Ya participas, y nadie más lo ve. Pulsa «Hoy lo hice» cada día que lo hagas.
challenge-joined-already = Ya participas. «Hoy lo hice» anota un día.
challenge-noted = Anotado por hoy. Nadie más lo ve.
challenge-noted-and-joined = Anotado por hoy, y con ello ya participas. Nadie más lo ve.
challenge-noted-already = Hoy ya está anotado.
challenge-slip = Fue sin querer
challenge-slip-none = Ese día no está anotado, así que nada cambió.
challenge-slipped = Retirado.
challenge-left = Has salido, y nada tuyo cuenta esta semana. Puedes volver cuando quieras.
challenge-left-already = No participas esta semana, así que nada cambió.
challenge-over = Esa semana ya pasó. El mensaje más nuevo de aquí tiene el paso de esta semana.
quote-share = Citarlo sin mi nombre
quote-shared =
    Saldrá en el mensaje de la próxima semana, sin tu nombre, si participa gente suficiente para que nadie pueda adivinarlo:
    <i>«{ $words }»</i>
quote-back = No citarlo
quote-taken-back = No se citará. Sigue en tu diario.
quote-not = Aquí no hay nada que citar, así que nada cambió.

# --- for who manages the server

community-command = Preparar Scrollwise para este servidor
community-elsewhere = Eso funciona en el servidor de una comunidad, para quienes lo administran.
community-not-yours = Solo pueden ajustarlo quienes administran este servidor.
community-settings =
    <b>Scrollwise para este servidor</b>
    { $lines }
    Una vez por semana: una pregunta con un hilo, un pequeño paso al que unirse y lo que resultó de la semana anterior, sin nombres ni clasificaciones.
community-off = Elige un canal, y allí empieza.
community-on = Los próximos mensajes llegan el { $day }, a las { $time }.
community-clock = Zona horaria: { $zone }, donde ahora son las { $time }.
community-trouble-gone = El canal ya no existe, así que no se publica nada hasta que elijas otro.
community-trouble-closed = El último mensaje no se pudo publicar: me faltan permisos en ese canal.
community-trouble-threads = La última pregunta salió sin hilo: me falta el permiso para crearlo.
community-missing = En ese canal me falta: { $permissions }.
community-may-view = Ver canal
community-may-send = Enviar mensajes
community-may-threads = Crear hilos públicos
community-channel = Canal para los mensajes semanales
community-day = Día
community-hour = Hora
community-hour-at = { $time }
community-zone = Zona horaria
community-challenge-on = Paso semanal: sí
community-challenge-off = Paso semanal: no
community-digest-on = Resumen semanal: sí
community-digest-off = Resumen semanal: no
community-language-is = Idioma: { $words }
community-city-title = Zona horaria
community-city = Una ciudad de tu zona horaria
community-city-other = Otra ciudad
community-city-which = ¿Cuál «{ $words }» es?
community-city-unknown = No conozco ningún lugar llamado «{ $words }». Una ciudad más grande cerca quizá sirva.
community-thread = La pregunta de esta semana
discord-name-community = comunidad
