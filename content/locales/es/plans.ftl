# Las palabras de content/plans/*.yaml. Nombres, momentos y acciones también son botones: 40 caracteres como máximo.
# Un momento encaja tras «Cuando»; una acción, tras «voy a».


## Diez minutos menos

plan-ten-minutes-less-name = Diez minutos menos
plan-ten-minutes-less-pitch = un poco menos cada día, y unas redes que te sientan mejor
plan-ten-minutes-less-about =
    En un estudio con 619 personas, una hora menos de teléfono al día tuvo efectos más fuertes y estables durante cuatro meses que una semana entera sin él (Brailovskaia y otros, 2023). Se trata de menos, no de cero: diez minutos, unas redes más ordenadas y después veinte.
plan-ten-minutes-less-step-notice = Mira cuántos minutos has pasado hoy en redes, en los ajustes de tiempo de uso de tu teléfono. Aún no hace falta cambiar nada.
plan-ten-minutes-less-step-ten = Pasa diez minutos menos en redes que de costumbre. Tú eliges cuáles.
plan-ten-minutes-less-step-tidy = Silencia o deja de seguir al menos una cuenta que te deja peor que antes.
plan-ten-minutes-less-step-twenty = Pasa veinte minutos menos en redes que cuando empezaste, y pon en su lugar algo que te guste.
plan-ten-minutes-less-step-share = Habla un minuto con alguien de casa, de clase o del trabajo sobre el teléfono: qué has cambiado, o cómo lo hace.
plan-ten-minutes-less-short-notice = mirar los minutos de hoy
plan-ten-minutes-less-short-ten = menos que de costumbre en redes
plan-ten-minutes-less-short-tidy = silenciar una cuenta que te deja peor
plan-ten-minutes-less-short-twenty = veinte minutos menos que al empezar
plan-ten-minutes-less-short-share = un minuto de charla sobre el teléfono
plan-ten-minutes-less-cue-1 = me siento en el sofá
plan-ten-minutes-less-cue-2 = tengo que esperar
plan-ten-minutes-less-cue-3 = termino de cenar
plan-ten-minutes-less-action-1 = dejar el teléfono en otra habitación
plan-ten-minutes-less-action-2 = mirar un minuto por la ventana
plan-ten-minutes-less-action-3 = poner un temporizador antes de entrar


## El teléfono sale de la cama

plan-phone-leaves-bed-name = El teléfono sale de la cama
plan-phone-leaves-bed-pitch = noches y mañanas para ti, con el teléfono cada vez un poco más lejos
plan-phone-leaves-bed-about =
    Lo que está a mano se toma sin pensar; a unos pasos, se vuelve una elección. Un pequeño estudio con 38 personas observó las noches sin teléfono (He y otros, 2020). Sacarlo del dormitorio fue uno de los diez cambios pequeños que ayudaron en otro (Olson y otros, 2022).
plan-phone-leaves-bed-step-reach = Al apagar la luz, el teléfono queda boca abajo, a un brazo de distancia de la almohada.
plan-phone-leaves-bed-step-across = Carga el teléfono al otro lado de la habitación, donde tengas que levantarte para alcanzarlo.
plan-phone-leaves-bed-step-last-ten = En los últimos diez minutos de la noche, haz algo sin pantalla: una página, un estiramiento, una charla.
plan-phone-leaves-bed-step-outside = El teléfono duerme fuera del dormitorio. Un reloj sencillo puede despertarte.
plan-phone-leaves-bed-step-house = Hazlo en compañía: con alguien de casa, o con una amistad a distancia, los dos teléfonos duermen fuera del dormitorio.
plan-phone-leaves-bed-short-reach = teléfono boca abajo, a un brazo
plan-phone-leaves-bed-short-across = teléfono cargando lejos de la cama
plan-phone-leaves-bed-short-last-ten = diez últimos minutos sin pantalla
plan-phone-leaves-bed-short-outside = teléfono fuera del dormitorio
plan-phone-leaves-bed-short-house = los dos teléfonos fuera del dormitorio
plan-phone-leaves-bed-cue-1 = me lavo los dientes
plan-phone-leaves-bed-cue-2 = pongo el despertador
plan-phone-leaves-bed-cue-3 = apago la luz
plan-phone-leaves-bed-action-1 = cargar el teléfono lejos de la cama
plan-phone-leaves-bed-action-2 = dejar un libro sobre la almohada
plan-phone-leaves-bed-action-3 = poner el teléfono en modo avión


## Pensar y luego publicar

plan-think-then-post-name = Pensar y luego publicar
plan-think-then-post-pitch = una respiración antes de enviar, para que mañana te siga pareciendo bien
plan-think-then-post-about =
    Una pausa corta da una oportunidad a la segunda idea. Cuando Twitter pidió mirar otra vez antes de publicar, la gente publicó un 6 % menos de tuits ofensivos (Katsaros y otros, 2022). El plan añade dos miradas: ¿quién puede verlo? y ¿es verdad? También cuenta lo que publicas por trabajo.
plan-think-then-post-step-breath = Antes de publicar o comentar, respira una vez, despacio. Luego envíalo, cámbialo o déjalo.
plan-think-then-post-step-questions = Antes de publicar o comentar, pregúntate: ¿Es verdad? ¿Es amable? ¿Lo diría cara a cara?
plan-think-then-post-step-audience = Antes de publicar, mira quién puede verlo y quita una cosa que no hace falta que sepan los desconocidos.
plan-think-then-post-step-check = Antes de compartir una noticia, busca quién más la cuenta. Si no lo ves claro, déjala.
plan-think-then-post-step-pass-on = Habla de una publicación con tu familia, tu clase o tu equipo: ¿qué quiere de nosotros?, ¿la compartiríamos?
plan-think-then-post-short-breath = respirar una vez antes de publicar
plan-think-then-post-short-questions = ¿verdad, amable, cara a cara?
plan-think-then-post-short-audience = mirar quién lo ve antes de publicar
plan-think-then-post-short-check = ver quién más lo cuenta antes de compartir
plan-think-then-post-short-pass-on = hablar con otros de una publicación
plan-think-then-post-cue-1 = estoy a punto de enviar
plan-think-then-post-cue-2 = una publicación me altera
plan-think-then-post-cue-3 = quiero compartir una foto
plan-think-then-post-action-1 = soltar el aire una vez antes de enviar
plan-think-then-post-action-2 = leer lo mío en voz alta antes de enviar
plan-think-then-post-action-3 = guardarlo una hora como borrador


## Llamar en vez de deslizar

plan-call-not-scroll-name = Llamar en vez de deslizar
plan-call-not-scroll-pitch = una voz conocida, en un momento en que ibas a deslizar la pantalla
plan-call-not-scroll-about =
    Oírse creó un vínculo más fuerte que escribirse, y no resultó más incómodo (Kumar y Epley, 2021). Los mensajes escritos para una persona cercana van de la mano de sentirse mejor (Burke y Kraut, 2016; una relación, no una prueba). Así se pasa del «me gusta» a las palabras, a la voz y a una mesa compartida.
plan-call-not-scroll-step-words = Escribe dos frases tuyas a alguien que te importa, en lugar de un «me gusta».
plan-call-not-scroll-step-voice = Manda un mensaje de voz a alguien que te cae bien, o díselo en persona.
plan-call-not-scroll-step-call = Llama a alguien en un momento en que ibas a deslizar la pantalla. Bastan dos minutos.
plan-call-not-scroll-step-table = Comparte una comida o una charla con todos los teléfonos fuera de la vista.
plan-call-not-scroll-step-together = Invita a tu familia, tu clase o tu equipo a unos minutos sin teléfonos, y pregunta después qué tal.
plan-call-not-scroll-short-words = dos frases en lugar de un «me gusta»
plan-call-not-scroll-short-voice = un mensaje de voz a alguien
plan-call-not-scroll-short-call = una llamada en vez de deslizar
plan-call-not-scroll-short-table = una comida o charla sin teléfonos
plan-call-not-scroll-short-together = unos minutos sin teléfonos, en compañía
plan-call-not-scroll-cue-1 = me dan ganas de deslizar la pantalla
plan-call-not-scroll-cue-2 = voy camino a casa
plan-call-not-scroll-cue-3 = veo algo de una persona cercana
plan-call-not-scroll-action-1 = llamar a alguien dos minutos
plan-call-not-scroll-action-2 = mandar un mensaje de voz
plan-call-not-scroll-action-3 = escribir dos frases mías


## Conoce tu número

plan-know-your-number-name = Conoce tu número
plan-know-your-number-pitch = una mirada tranquila a lo que cuenta el teléfono, antes de cambiar nada
plan-know-your-number-about =
    En muchos ensayos, quienes observaban lo que hacían se acercaban más a sus metas, sobre todo si lo anotaban o lo contaban (Harkin y otros, 2016). Una cifra sola cambia poco, así que este plan pregunta también qué valor tuvo para ti.
plan-know-your-number-step-guess = Adivina cuántos minutos te llevó ayer tu aplicación más usada y míralo después en los ajustes del teléfono.
plan-know-your-number-step-write = Por la noche, mira los minutos de hoy de la aplicación que más usas. No cambies nada todavía.
plan-know-your-number-step-worth = Nombra un momento en línea de hoy que valió la pena y otro que no.
plan-know-your-number-step-before = Cuando una visita no valió la pena, anota qué hubo justo antes: aburrimiento, cansancio, soledad o costumbre.
plan-know-your-number-step-sentence = Termina una frase para ti: quiero más de esto y menos de aquello.
plan-know-your-number-step-tell = Dile tu frase a una persona y pregúntale cuál sería la suya.
plan-know-your-number-short-guess = adivinar los minutos y mirarlos
plan-know-your-number-short-write = los minutos de hoy de una app
plan-know-your-number-short-worth = un momento que valió y otro que no
plan-know-your-number-short-before = qué hubo justo antes
plan-know-your-number-short-sentence = más de esto, menos de aquello
plan-know-your-number-short-tell = decirle tu frase a alguien
plan-know-your-number-cue-1 = enchufo el teléfono
plan-know-your-number-cue-2 = me tumbo en el sofá
plan-know-your-number-cue-3 = cierro la aplicación
plan-know-your-number-action-1 = leer ese único número
plan-know-your-number-action-2 = anotar una buena hora
plan-know-your-number-action-3 = decir qué hubo antes


## Tres ratos para avisos

plan-notification-windows-name = Tres ratos para avisos
plan-notification-windows-pitch = mensajes a las horas que eliges y calma entre ellas
plan-notification-windows-about =
    En un estudio, recibir los avisos en tres tandas al día dio más calma y control; no recibir ninguno inquietaba (Fitz y otros, 2019). Otro posterior no halló menos minutos por el silencio, así que aquí se busca calma: quien importa te sigue alcanzando.
plan-notification-windows-step-noisiest = Apaga los avisos de la aplicación que más te molesta.
plan-notification-windows-step-people = Deja que solo te avisen personas: apaga lo que no te escribió nadie.
plan-notification-windows-step-three = Elige tres horas al día para los mensajes y pon el resumen o el silencio del teléfono para lo demás.
plan-notification-windows-step-live = Mira los mensajes en tus tres horas, y no entre medias.
plan-notification-windows-step-badges = Quita los puntos rojos de las aplicaciones de tu primera pantalla.
plan-notification-windows-step-reach = Di a las tres personas más cercanas cómo localizarte enseguida si es importante.
plan-notification-windows-short-noisiest = la app más ruidosa, en silencio
plan-notification-windows-short-people = solo avisan las personas
plan-notification-windows-short-three = tres horas para mensajes, puestas
plan-notification-windows-short-live = mensajes en tus tres horas
plan-notification-windows-short-badges = sin puntos rojos en la pantalla
plan-notification-windows-short-reach = decir a tres cómo localizarte
plan-notification-windows-cue-1 = se enciende el teléfono
plan-notification-windows-cue-2 = quiero mirar mis mensajes
plan-notification-windows-cue-3 = me siento a trabajar
plan-notification-windows-action-1 = mirar primero quién está cerca
plan-notification-windows-action-2 = esperar a mi próximo rato
plan-notification-windows-action-3 = poner el teléfono boca abajo


## Pausa y elige

plan-pause-and-choose-name = Pausa y elige
plan-pause-and-choose-pitch = un respiro ante el icono, y luego decides tú
plan-pause-and-choose-about =
    Una pausa corta con la opción de dar la vuelta: la gente la dio en un tercio de las veces, y a las seis semanas abría las aplicaciones menos de la mitad (Grüning y otros, 2023). Entrar también está bien. Lo que cuenta es elegir.
plan-pause-and-choose-step-open-close = Abre una aplicación y ciérrala enseguida, a propósito, solo para notar el tirón.
plan-pause-and-choose-step-breath = Respira una vez antes de abrir hoy por primera vez tu aplicación favorita.
plan-pause-and-choose-step-what-for = Antes de abrirla, di en tres palabras para qué.
plan-pause-and-choose-step-turn-away = Da la vuelta ante el icono una vez al día: cierra, deja el teléfono y sigue con tu día.
plan-pause-and-choose-step-two-taps = Pasa esa aplicación a una carpeta a dos toques, o ponle una herramienta de pausa.
plan-pause-and-choose-step-worth-it = Después de una visita, responde una pregunta: ¿valió la pena?
plan-pause-and-choose-step-show = Enseña tu pausa a alguien y pregúntale cómo decide.
plan-pause-and-choose-short-open-close = abrir una app y cerrarla
plan-pause-and-choose-short-breath = un respiro antes de abrirla
plan-pause-and-choose-short-what-for = decir para qué, en tres palabras
plan-pause-and-choose-short-turn-away = dar la vuelta ante el icono
plan-pause-and-choose-short-two-taps = la app, a dos toques
plan-pause-and-choose-short-worth-it = tras la visita: ¿valió la pena?
plan-pause-and-choose-short-show = enseñar tu pausa a alguien
plan-pause-and-choose-cue-1 = tengo el pulgar sobre el icono
plan-pause-and-choose-cue-2 = tomo el teléfono sin motivo
plan-pause-and-choose-cue-3 = tengo que esperar a alguien
plan-pause-and-choose-action-1 = decir qué estoy buscando
plan-pause-and-choose-action-2 = soltar el aire y levantar la vista
plan-pause-and-choose-action-3 = cerrarla y estirarme


## Un ajuste por semana

plan-one-phone-tweak-name = Un ajuste por semana
plan-one-phone-tweak-pitch = cambios pequeños en el teléfono que actúan sin que lo pienses
plan-one-phone-tweak-about =
    En dos estudios pequeños, diez cambios pequeños en el teléfono, elegidos por cada persona, redujeron los problemas con él durante al menos seis semanas (Olson y otros, 2022). Por eso cada paso es un ajuste, una vez. Lo que moleste puede volver.
plan-one-phone-tweak-step-sound = Quita el sonido a una aplicación que no necesita llamarte.
plan-one-phone-tweak-step-first-screen = Saca tu aplicación más tentadora de la primera pantalla.
plan-one-phone-tweak-step-grey = Pon la pantalla en gris por la noche y mira qué cambia.
plan-one-phone-tweak-step-log-out = Cierra la sesión de una aplicación, para que la próxima visita sea una decisión.
plan-one-phone-tweak-step-autoplay = Apaga la reproducción automática en una aplicación, para que cada vídeo lo elijas tú.
plan-one-phone-tweak-step-computer = Deja una aplicación solo para el ordenador y quítala del teléfono.
plan-one-phone-tweak-step-help = Ayuda a alguien con uno de estos ajustes en su teléfono.
plan-one-phone-tweak-short-sound = una app sin sonido
plan-one-phone-tweak-short-first-screen = la app más tentadora, fuera
plan-one-phone-tweak-short-grey = pantalla gris por la noche
plan-one-phone-tweak-short-log-out = sesión cerrada en una app
plan-one-phone-tweak-short-autoplay = sin reproducción automática
plan-one-phone-tweak-short-computer = una app solo en el ordenador
plan-one-phone-tweak-short-help = ayudar a alguien con un ajuste
plan-one-phone-tweak-cue-1 = busco el icono y no está
plan-one-phone-tweak-cue-2 = un ajuste me molesta tres días
plan-one-phone-tweak-cue-3 = empieza la noche
plan-one-phone-tweak-action-1 = preguntarme para qué
plan-one-phone-tweak-action-2 = cambiarlo en vez de dejarlo todo
plan-one-phone-tweak-action-3 = poner la pantalla en gris


## Enseña a tu feed

plan-teach-the-feed-name = Enseña a tu feed
plan-teach-the-feed-pitch = enséñale qué quieres más y qué menos
plan-teach-the-feed-about =
    Un feed aprende de lo que miras, marcas y saltas. Cuando voluntarios probaron los botones de una app de vídeos, «no me interesa» cambió poco; no recomendar un canal, o quitar un vídeo del historial, hizo más (Mozilla, 2022). Por eso aquí van las palancas fuertes.
plan-teach-the-feed-step-notice = Fíjate en tres publicaciones de tu feed que nunca pediste.
plan-teach-the-feed-step-mute = Silencia o deja de seguir una cuenta que te deja peor que antes.
plan-teach-the-feed-step-history = Quita de tu historial cinco cosas de las que no quieres más.
plan-teach-the-feed-step-menu = Cuando una publicación te encienda, abre su menú antes que los comentarios y di qué no quieres.
plan-teach-the-feed-step-calm-voice = Sigue una voz serena con la que no estás de acuerdo.
plan-teach-the-feed-step-own-choice = Durante un día, lee solo a quienes sigues: muchas aplicaciones tienen esa vista.
plan-teach-the-feed-step-garden = Una vez por semana, dale tres minutos a tu feed: silenciar, quitar, seguir.
plan-teach-the-feed-step-show = Enseña a alguien cómo se educa un feed, con el tuyo de ejemplo.
plan-teach-the-feed-short-notice = tres publicaciones que no pediste
plan-teach-the-feed-short-mute = silenciar una cuenta
plan-teach-the-feed-short-history = cinco cosas fuera del historial
plan-teach-the-feed-short-menu = el menú antes que los comentarios
plan-teach-the-feed-short-calm-voice = seguir una voz serena distinta
plan-teach-the-feed-short-own-choice = un día con quienes sigues
plan-teach-the-feed-short-garden = tres minutos para ordenar el feed
plan-teach-the-feed-short-show = enseñar a alguien cómo se educa
plan-teach-the-feed-cue-1 = una publicación me enfada
plan-teach-the-feed-cue-2 = me siento menos tras ver una cuenta
plan-teach-the-feed-cue-3 = veo algo que nunca pedí
plan-teach-the-feed-action-1 = abrir el menú antes que los comentarios
plan-teach-the-feed-action-2 = silenciarla una semana
plan-teach-the-feed-action-3 = seguir sin marcar nada


## Descansar fuera de la pantalla

plan-wind-down-name = Descansar fuera de la pantalla
plan-wind-down-pitch = lo que te calma, con el teléfono en otro sitio
plan-wind-down-about =
    Cuando la gente pasó dos semanas sin internet en el teléfono, se veía más, se movía más y salía más, y eso explicó una parte de su mejoría (Castelo y otros, 2025). Aquí no hay que bloquear nada: este plan solo acerca esas cosas.
plan-wind-down-step-list = Anota tres cosas que te calman y llevan menos de diez minutos.
plan-wind-down-step-first = Haz una de ellas antes del primer repaso de la noche. Basta un minuto.
plan-wind-down-step-place = Pon algo que te guste donde suele estar el teléfono.
plan-wind-down-step-evenings = Tres noches por semana, dale veinte minutos a algo sin pantalla.
plan-wind-down-step-outside = Dos veces por semana, sal a la luz del día, con el teléfono en el bolsillo.
plan-wind-down-step-together = Una vez por semana, haz una de estas cosas con alguien.
plan-wind-down-short-list = anotar tres cosas que te calman
plan-wind-down-short-first = una de ellas antes del feed
plan-wind-down-short-place = algo que te gusta en su sitio
plan-wind-down-short-evenings = veinte minutos sin pantalla
plan-wind-down-short-outside = salir a la luz del día
plan-wind-down-short-together = una de estas cosas con alguien
plan-wind-down-cue-1 = me siento después del trabajo
plan-wind-down-cue-2 = quiero dejar de pensar
plan-wind-down-cue-3 = llego a casa
plan-wind-down-action-1 = hacer té antes de tomar el teléfono
plan-wind-down-action-2 = hacer algo con las manos
plan-wind-down-action-3 = salir fuera tres minutos


## Comprueba y comparte

plan-check-then-share-name = Comprueba y comparte
plan-check-then-share-pitch = dos minutos antes de pasar algo
plan-check-then-share-about =
    En muchos experimentos, quienes pensaban en la exactitud querían compartir cerca de una décima parte menos de lo falso (Pennycook y Rand, 2022). El efecto es pequeño y no cuesta nada. Este plan añade las comprobaciones rápidas de quienes leen por oficio.
plan-check-then-share-step-open = Abre un enlace antes de pasarlo.
plan-check-then-share-step-who = Antes de compartir, busca una vez quién más lo dice.
plan-check-then-share-step-date = Antes de compartir, comprueba la fecha y el lugar.
plan-check-then-share-step-picture = Antes de compartir una foto de un suceso, busca dónde apareció primero.
plan-check-then-share-step-ask = Cuando alguien te mande una noticia, pregunta con amabilidad de dónde viene.
plan-check-then-share-step-own = Repasa lo que compartiste últimamente y corrige algo que no era cierto.
plan-check-then-share-step-show = Enseña a alguien mayor o más joven a comprobarlo en dos minutos.
plan-check-then-share-short-open = abrirlo antes de pasarlo
plan-check-then-share-short-who = una búsqueda: ¿quién más lo dice?
plan-check-then-share-short-date = fecha y lugar, antes de compartir
plan-check-then-share-short-picture = ¿dónde salió antes la foto?
plan-check-then-share-short-ask = preguntar de dónde viene
plan-check-then-share-short-own = corregir algo tuyo
plan-check-then-share-short-show = enseñar a comprobar en dos minutos
plan-check-then-share-cue-1 = una publicación me enfada o alegra
plan-check-then-share-cue-2 = voy a pulsar compartir
plan-check-then-share-cue-3 = el grupo familiar manda noticias
plan-check-then-share-action-1 = buscar una segunda fuente
plan-check-then-share-action-2 = dejarlo conmigo por ahora
plan-check-then-share-action-3 = preguntar de dónde viene


## Publica como eres

plan-real-you-name = Publica como eres
plan-real-you-pitch = publicaciones más cercanas a tu vida, para quienes importan
plan-real-you-about =
    Quienes publicaban más como son decían estar más contentos con su vida; un experimento pequeño apunta a lo mismo (Bailey y otros, 2020; en su mayoría una relación, no una prueba). Nadie tiene que mostrar más de lo que quiere: los círculos pequeños también valen.
plan-real-you-step-for-me = Haz una foto solo para ti y no se la enseñes a nadie.
plan-real-you-step-wait = Deja una publicación para mañana y vuelve a mirarla.
plan-real-you-step-no-filter = Publica una cosa sin filtro, solo para amistades cercanas.
plan-real-you-step-asks = Publica algo que pregunte, en vez de mostrar algo.
plan-real-you-step-count = Oculta durante dos semanas los «me gusta» de tus publicaciones.
plan-real-you-step-good-answer = Antes de publicar, piensa qué respuesta te haría bien, y de quién.
plan-real-you-step-talk = Cuéntale a alguien qué dejas fuera de tus publicaciones y pregúntale lo mismo.
plan-real-you-short-for-me = una foto solo para ti
plan-real-you-short-wait = dejar una publicación para mañana
plan-real-you-short-no-filter = una publicación sin filtro
plan-real-you-short-asks = una publicación que pregunta
plan-real-you-short-count = los «me gusta», ocultos
plan-real-you-short-good-answer = ¿qué respuesta te haría bien?
plan-real-you-short-talk = lo que dejas fuera al publicar
plan-real-you-cue-1 = hago la foto por tercera vez
plan-real-you-cue-2 = miro cuántos «me gusta» hay
plan-real-you-cue-3 = algo me parece muy íntimo
plan-real-you-action-1 = quedarme con la segunda
plan-real-you-action-2 = responder a una persona
plan-real-you-action-3 = mandarlo a una sola amistad


## Escribe, no solo marques

plan-write-not-like-name = Escribe, no solo marques
plan-write-not-like-pitch = una frase tuya donde habría ido un «me gusta»
plan-write-not-like-about =
    En estudios con unas 5900 personas, escribir a alguien gustó más de lo que esperaba quien escribía, sobre todo si era una sorpresa (Liu y otros, 2023). Basta una frase: lo que viste, lo que te recuerda, una pregunta.
plan-write-not-like-step-one = Convierte un «me gusta» en una frase tuya.
plan-write-not-like-step-some = Tres veces por semana, escribe una frase a alguien donde habrías marcado «me gusta».
plan-write-not-like-step-silent = Escribe tres líneas a alguien de quien no sabes hace un año.
plan-write-not-like-step-question = Cuando fueras a alabar una publicación, pregunta algo sobre ella.
plan-write-not-like-step-card = Una vez por semana, manda un mensaje de voz o una postal.
plan-write-not-like-step-thank = Da las gracias, con tus palabras, a alguien cuyas publicaciones te ayudaron.
plan-write-not-like-short-one = un «me gusta» se vuelve frase
plan-write-not-like-short-some = una frase en vez de un «me gusta»
plan-write-not-like-short-silent = tres líneas a alguien de antes
plan-write-not-like-short-question = una pregunta en vez de un elogio
plan-write-not-like-short-card = un mensaje de voz o una postal
plan-write-not-like-short-thank = dar las gracias a alguien
plan-write-not-like-cue-1 = quiero marcar la foto de alguien
plan-write-not-like-cue-2 = alguien me viene a la cabeza
plan-write-not-like-cue-3 = no llega respuesta
plan-write-not-like-action-1 = escribir lo que veo en ella
plan-write-not-like-action-2 = escribir antes de seguir
plan-write-not-like-action-3 = dejarlo estar un mes


## Mesa sin teléfonos

plan-table-without-phones-name = Mesa sin teléfonos
plan-table-without-phones-pitch = comidas donde la noticia son las personas, primero los adultos
plan-table-without-phones-about =
    Con los teléfonos guardados, unas 300 personas en restaurantes se distraían menos y disfrutaban algo más (Dwyer y otros, 2018; un efecto pequeño). En otro estudio, rellenar un plan familiar no cambió nada, así que aquí empieza la persona adulta, con una regla.
plan-table-without-phones-step-mine = Deja tu propio teléfono fuera de la vista en una comida.
plan-table-without-phones-step-three = Tres comidas por semana, tu teléfono se queda en otro sitio.
plan-table-without-phones-step-shelf = Elige una cesta o un estante donde dejar los teléfonos al comer.
plan-table-without-phones-step-ask = Pregunta a cada persona de la mesa qué cambiaría de tu teléfono.
plan-table-without-phones-step-rule = Acordad una regla para todos, por dos semanas, y cúmplela tres días.
plan-table-without-phones-step-review = Tras las dos semanas, pregunta a todos: ¿se queda, se cambia o se quita?
plan-table-without-phones-step-evening = Una vez por semana, una tarde o un paseo juntos sin teléfonos.
plan-table-without-phones-short-mine = una comida sin mi teléfono
plan-table-without-phones-short-three = comida, teléfono en otro sitio
plan-table-without-phones-short-shelf = un sitio para los teléfonos
plan-table-without-phones-short-ask = preguntar qué cambiar del mío
plan-table-without-phones-short-rule = la única regla para todos
plan-table-without-phones-short-review = ¿se queda, se cambia o se quita?
plan-table-without-phones-short-evening = tarde o paseo sin teléfonos
plan-table-without-phones-cue-1 = los platos están en la mesa
plan-table-without-phones-cue-2 = alguien saca el teléfono
plan-table-without-phones-cue-3 = espero una llamada importante
plan-table-without-phones-action-1 = dejar mi teléfono en el estante
plan-table-without-phones-action-2 = preguntar cómo fue el día
plan-table-without-phones-action-3 = decirlo e ir a otra habitación


## Hora de privacidad, a trozos

plan-privacy-hour-name = Hora de privacidad, a trozos
plan-privacy-hour-pitch = una puerta cerrada cada vez, en cinco minutos
plan-privacy-hour-about =
    Lo que una aplicación puede ver, puede pasarlo. Cada paso cierra una puerta en cinco minutos, según una guía que lleva años en ello (Data Detox Kit, Tactical Tech). Cuánto protege no se ha medido; lo que sale, lo decides tú.
plan-privacy-hour-step-stranger = Mira tu perfil como lo ve un desconocido: sin sesión, o en otro navegador.
plan-privacy-hour-step-permission = Quita un permiso que una aplicación no necesita: contactos, micrófono o ubicación.
plan-privacy-hour-step-place = Apaga la ubicación en tu cámara, para que las fotos no lleven el lugar.
plan-privacy-hour-step-ads = Abre los ajustes de anuncios de una aplicación y apaga lo que toma de otros sitios.
plan-privacy-hour-step-old-posts = Limita tus publicaciones antiguas a amistades, o quita una.
plan-privacy-hour-step-login = Activa el segundo paso de acceso en tu cuenta más importante.
plan-privacy-hour-step-delete = Borra una cuenta que ya no usas.
plan-privacy-hour-step-help = Ayuda a una persona con dos de estos pasos.
plan-privacy-hour-short-stranger = tu perfil, visto por otros
plan-privacy-hour-short-permission = un permiso menos
plan-privacy-hour-short-place = fotos nuevas sin lugar
plan-privacy-hour-short-ads = un ajuste de anuncios, apagado
plan-privacy-hour-short-old-posts = lo antiguo, solo para amistades
plan-privacy-hour-short-login = un segundo paso al entrar
plan-privacy-hour-short-delete = una cuenta sin uso, borrada
plan-privacy-hour-short-help = ayudar a alguien con dos pasos
plan-privacy-hour-cue-1 = una app me pide un permiso
plan-privacy-hour-cue-2 = un servicio quiere mis contactos
plan-privacy-hour-cue-3 = veo un anuncio extraño
plan-privacy-hour-action-1 = elegir «ahora no»
plan-privacy-hour-action-2 = saltar esa página
plan-privacy-hour-action-3 = abrir por qué lo veo


## Fotos de otras personas

plan-other-peoples-pictures-name = Fotos de otras personas
plan-other-peoples-pictures-pitch = primero preguntar: amistades, hijos, nietos
plan-other-peoples-pictures-about =
    Las fotos viajan más lejos de lo que vemos: se hallaron fotos de niños, de publicaciones familiares, en una colección que entrena programas de imágenes (Human Rights Watch, 2024). Así que cada foto de otra persona empieza con una pregunta, y la ve menos gente.
plan-other-peoples-pictures-step-look = Mira tus diez últimas publicaciones: ¿quién sale, y lo sabía?
plan-other-peoples-pictures-step-ask = Pregunta antes de publicar una foto de alguien.
plan-other-peoples-pictures-step-child = Un niño sale sin cara, nombre ni colegio: de espaldas, las manos, o nada.
plan-other-peoples-pictures-step-few = Manda una foto a una o dos personas, en vez de a todas.
plan-other-peoples-pictures-step-album = Repasa un álbum antiguo y quita una foto.
plan-other-peoples-pictures-step-rule = Acuerda con familia, clase o equipo una regla para las fotos de los demás.
plan-other-peoples-pictures-short-look = ¿quién sale en lo último?
plan-other-peoples-pictures-short-ask = preguntar antes de publicarla
plan-other-peoples-pictures-short-child = niños sin cara ni nombre
plan-other-peoples-pictures-short-few = a una o dos, no a todas
plan-other-peoples-pictures-short-album = quitar una foto antigua
plan-other-peoples-pictures-short-rule = una regla para las fotos
plan-other-peoples-pictures-cue-1 = apunto con la cámara a alguien
plan-other-peoples-pictures-cue-2 = los nietos salen muy guapos
plan-other-peoples-pictures-cue-3 = alguien dice que no
plan-other-peoples-pictures-action-1 = preguntar con la mirada o en voz alta
plan-other-peoples-pictures-action-2 = mandarla solo a sus padres
plan-other-peoples-pictures-action-3 = borrarla delante de esa persona


## Para quien hace el feed

plan-makers-name = Para quien hace el feed
plan-makers-pitch = cifras a horas fijas, una persona en mente, una hora de cierre
plan-makers-about =
    Quienes leían su correo en tres momentos fijos al día tenían menos estrés que cuando miraban cuanto querían (Kushlev y Dunn, 2015). Para comentarios y cifras es un razonamiento, no una prueba. El plan añade para quién escribes y qué piden las publicaciones a la gente.
plan-makers-step-number = Anota qué cifra decide de verdad algo en tu trabajo.
plan-makers-step-set-times = Mira las cifras a dos horas fijas del día, y no entre medias.
plan-makers-step-reader = Antes de publicar, nombra a una persona para quien es.
plan-makers-step-comments = Lee los comentarios con alguien del equipo o después de comer, y no en la cama.
plan-makers-step-close = Cierra las aplicaciones de trabajo a una hora que tú eliges.
plan-makers-step-no-ask = Una vez por semana, publica algo que no quiera nada de nadie.
plan-makers-step-team = Habladlo en el equipo: ¿qué piden nuestras publicaciones a la gente, y qué no hacemos?
plan-makers-short-number = la cifra que decide algo
plan-makers-short-set-times = cifras a dos horas fijas
plan-makers-short-reader = una persona en mente al publicar
plan-makers-short-comments = comentarios, no en la cama
plan-makers-short-close = apps de trabajo, cerradas a su hora
plan-makers-short-no-ask = una publicación que no pide nada
plan-makers-short-team = una charla en el equipo
plan-makers-cue-1 = quiero mirar las cifras
plan-makers-cue-2 = un comentario me duele
plan-makers-cue-3 = ya pasó mi hora
plan-makers-action-1 = escribir qué deben decirme
plan-makers-action-2 = enseñarlo antes a alguien del equipo
plan-makers-action-3 = apuntarlo para mañana


## De lo pequeño a lo grande

plan-small-to-big-name = De lo pequeño a lo grande
plan-small-to-big-pitch = llevarlo a familia, clase o equipo, frase a frase
plan-small-to-big-about =
    Los feeds nos atrapan en grupo: a casi nadie le gusta irse primero. Hay quien pide desde hace años hablarlo en común (Center for Humane Technology). Que funcione es un razonamiento, no una medida. Empieza con tu ejemplo y acaba con otros al frente.
plan-small-to-big-step-tell = Cuéntale a una persona lo que estás probando aquí.
plan-small-to-big-step-ask = Pregunta a una persona qué le gustaría cambiar en línea.
plan-small-to-big-step-week = Probad juntos una cosa pequeña durante una semana, con final.
plan-small-to-big-step-feeds = Reunid entre varios cómo los feeds ganan nuestro tiempo, y una idea contra cada cosa.
plan-small-to-big-step-wish = Manda un deseo a una plataforma, a un colegio o a quien hace las leyes: un aviso, una pregunta, una carta.
plan-small-to-big-step-hand-over = Pregunta quién quiere llevar lo siguiente y deja que lo haga.
plan-small-to-big-short-tell = contarle a alguien lo que pruebas
plan-small-to-big-short-ask = preguntar qué cambiaría
plan-small-to-big-short-week = una cosa pequeña, en común
plan-small-to-big-short-feeds = cómo los feeds ganan tiempo
plan-small-to-big-short-wish = un deseo, enviado
plan-small-to-big-short-hand-over = otra persona lo lleva
plan-small-to-big-cue-1 = alguien se queja de su teléfono
plan-small-to-big-cue-2 = me dicen que no
plan-small-to-big-cue-3 = funcionó con una persona
plan-small-to-big-action-1 = contar una cosa pequeña que pruebo
plan-small-to-big-action-2 = dar las gracias y dejarlo
plan-small-to-big-action-3 = preguntar quién llevaría lo próximo
