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
