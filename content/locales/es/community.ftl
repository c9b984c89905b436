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
challenge-left-quote = Has salido, y nada tuyo cuenta esta semana. Tu frase tampoco se cita; sigue en tu diario. Puedes volver cuando quieras.
challenge-left-already = No participas esta semana, así que nada cambió.
challenge-over = Esa semana ya pasó. El mensaje más nuevo de aquí tiene el paso de esta semana.
quote-share = Citarlo sin mi nombre
quote-shared =
    Saldrá en el mensaje de la próxima semana, sin tu nombre, si participa gente suficiente para que nadie pueda adivinarlo:
    <i>«{ $words }»</i>
quote-shared-seen =
    Quienes administran este servidor ya pueden leerlo, pero no saben quién lo escribió. Si lo aceptan, saldrá en el mensaje de la próxima semana, sin tu nombre, si participa gente suficiente para que nadie pueda adivinarlo:
    <i>«{ $words }»</i>
quote-not-here = En este servidor no se citan palabras tuyas, así que nada cambió. Siguen en tu diario.
quote-unfit = Una cita no puede llevar enlaces, invitaciones, @nombres ni otros contactos, porque cualquiera puede leerla. Tu respuesta sigue en tu diario tal como está. Puedes responder otra vez sin ellos.
quote-back = No citarlo
quote-taken-back = No se citará. Sigue en tu diario.
quote-not = Aquí no hay nada que citar, así que nada cambió.

# --- for who manages the server

command-community = Preparar Scrollwise para este servidor
community-elsewhere = Eso funciona en el servidor de una comunidad, para quienes lo administran.
community-not-yours = Solo pueden ajustarlo quienes administran este servidor.
community-settings =
    <b>Scrollwise para este servidor</b>
    { $lines }
    Una vez por semana: una pregunta con un hilo, un pequeño paso al que unirse y lo que resultó de la semana anterior, sin nombres ni clasificaciones.
community-off = Elige un canal, y allí empieza.
community-on = Los próximos mensajes llegan el { $day }, a las { $time }.
community-clock = Zona horaria: { $zone }, donde ahora son las { $time }.
community-trouble-gone = El canal ya no existe, o ya no es uno donde pueda publicar, así que no se publica nada hasta que elijas otro.
community-trouble-closed = El último mensaje no se pudo publicar: ese canal está cerrado para mí.
community-trouble-threads = La última pregunta salió sin hilo: me falta el permiso para crearlo.
community-missed = Los mensajes de esta semana no están todos. Todavía pueden salir.
community-now = Publicar ahora los de esta semana
community-now-done = Salen en un minuto.
community-now-nothing = Ahora no hay nada que publicar: los mensajes de esta semana ya están, o no hay ningún canal elegido.
community-channel-elsewhere = Ese canal no es de este servidor, o ya no existe, así que no publico allí.
community-channel-kind = En ese tipo de canal no puedo publicar. Sirve un canal de texto o de anuncios.
community-channel-age = Ese canal tiene restricción de edad, y yo soy para personas desde los 13 años, así que no publico allí.
community-channel-unseen = Ahora no puedo ver ese canal, así que nada cambia. Elígelo otra vez en un momento, por favor.
community-trouble-closed-past = El último mensaje no se pudo publicar. El canal ya está bien.
community-trouble-threads-past = La última pregunta salió sin hilo. El canal ya está bien.
community-back = Volver a los ajustes
community-quotes-is-off = Citas: no
community-quotes-is-seen = Citas: después de leerlas
community-quotes-is-on = Citas: sí
community-quotes =
    <b>Citas de los miembros</b>
    { $lines }
community-quotes-off = No hay citas: en el resumen no aparecen palabras de nadie.
community-quotes-seen = Una frase que su autor ofrece sale en el resumen, sin nombre, cuando alguien de aquí la acepta.
community-quotes-on = Una frase que su autor ofrece sale en el resumen, sin nombre. No se admiten enlaces, menciones ni nombres de usuario. Puedes quitar cualquier frase.
community-quotes-set-off = Sin citas
community-quotes-set-seen = Citas que leo antes
community-quotes-set-on = Todas las citas
community-quote-new = { $number }. «{ $words }»
community-quote-passed = { $number }. «{ $words }» (aceptada)
community-quote-posted = { $number }. «{ $words }» (publicada)
community-quote-more = Y { $number } más, cuando estas estén decididas.
community-quote-pass = Aceptar la { $number }
community-quote-refuse = Quitar la { $number }
community-quote-block = Bloquear a quien escribió la { $number }
community-quote-pass-done = Aceptada.
community-quote-refuse-done = Quitada.
community-quote-refuse-done-posted = Quitada. En un minuto desaparece del mensaje.
community-quote-block-done = Ya no se cita aquí nada de esa persona. Nadie sabe quién es.
community-quote-block-done-posted = Ya no se cita aquí nada de esa persona, y la frase desaparece del mensaje en un minuto. Nadie sabe quién es.
community-quote-gone = Esa frase se cambió o se retiró, así que no se hace nada.
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
