# Preguntas para reflexionar (content/prompts.yaml): abiertas, amables, concretas, 30 palabras como máximo.

## En general
prompt-chosen-moment = Piensa en un momento de hoy en que elegiste tomar el teléfono. ¿Qué querías de él, y lo conseguiste?
prompt-worth-keeping = ¿Qué has visto o leído en internet esta semana que te gustaría recordar dentro de un año?
prompt-who-decides = Cuando abres una aplicación, ¿quién decide lo que ves después? ¿Dónde podrías decidir un poco más tú?
prompt-body = Tras media hora deslizando la pantalla, ¿qué notas en los ojos, en los hombros, en la respiración?
prompt-last-laugh = ¿Cuándo fue la última vez que algo en internet te hizo reír junto a alguien? ¿Qué lo hizo bueno?
prompt-old-hobby = ¿Qué te gustaba hacer antes de llevar un teléfono en el bolsillo? ¿Cómo serían diez minutos de eso?
prompt-stranger-help = ¿Qué bien te hizo una vez alguien desconocido en internet? ¿Qué pequeño bien podrías pasar tú?
prompt-younger-you = ¿Qué le dirías sobre su primer teléfono a alguien tres años menor que tú?
prompt-quiet-minute = ¿En qué parte de tu día hay un minuto sin nada que mirar? ¿Qué te viene a la mente ahí?

## Tras un día que no salió como estaba previsto
prompt-what-before = ¿Qué pasó justo antes de que saliera de otra manera: dónde estabas y cómo te sentías?
prompt-to-a-friend = Si una buena amistad te contara un día como este, ¿qué le dirías?
prompt-smallest-step = ¿Qué paso sería tan pequeño que funcionara incluso en un día como ese?
prompt-what-needed = ¿Qué necesitabas de verdad en ese momento: descanso, compañía, distracción? ¿De qué otra forma podrías tener algo de eso?
prompt-one-thing = ¿Qué te enseñó ese día sobre tu hábito?
prompt-still-good = ¿Qué salió bien ese día a pesar de todo, con o sin teléfono?
prompt-easier-place = ¿Qué podrías mover, apagar o guardar para que la próxima vez sea un poco más fácil?

## Tras una buena semana
prompt-what-helped = ¿Qué te ayudó más esta semana: un lugar, una persona, un momento del día?
prompt-felt-different = ¿Qué sentiste distinto los días en que tu paso funcionó?
prompt-freed-time = ¿Adónde fueron los minutos que no pasaste deslizando la pantalla? ¿Cuáles te gustaría repetir?
prompt-who-noticed = ¿Quién cerca de ti pudo notar un cambio esta semana? ¿Qué vio?
prompt-keep-going = ¿Qué parte de esta semana te gustaría conservar, aunque cambie todo lo demás?
prompt-tell-someone = Si le pasaras a una amistad una sola cosa de esta semana, ¿cuál sería?
prompt-harder-day = ¿Qué día fue más difícil, y qué te sostuvo?

## Mi tiempo
prompt-hour-of-day = ¿A qué hora te hace bien estar en redes, y a qué hora el tiempo simplemente se va?
prompt-before-opening = ¿Qué sientes en el segundo antes de abrir tu aplicación favorita?
prompt-time-back = Si hoy recuperaras media hora, ¿a quién o a qué se la darías?
prompt-stop-sign = Las redes no tienen última página. ¿Cuál podría ser tu propia señal de que ya es suficiente?
prompt-boredom = ¿Qué cosa buena ha salido del aburrimiento en tu vida?

## Lo que me muestran las redes
prompt-why-shown = Toma una publicación de hoy que nunca pediste. ¿Por qué te la habrá mostrado la aplicación?
prompt-after-scroll = ¿Cómo te sentías después del último rato largo en redes, comparado con antes?
prompt-three-accounts = ¿Qué tres cuentas te hacen bien? ¿Qué tienen en común?
prompt-not-shown = ¿Qué parte de tu vida, o del mundo, nunca aparece en tus redes?
prompt-feed-purpose = Si pudieras darle a tus redes una sola instrucción, ¿qué diría?

## Lo que publico
prompt-why-post = Piensa en tu última publicación o comentario. ¿Qué esperabas que pasara?
prompt-who-reads = Imagina a una persona real leyendo tu última publicación. ¿Qué va a sentir?
prompt-not-posted = ¿Hay algo que te alegras de no haber publicado? ¿Qué te frenó?
prompt-kind-comment = ¿Qué comentario de alguien se te quedó grabado porque fue amable?
prompt-real-you = ¿Qué parte de ti dejan fuera tus publicaciones? ¿Cómo te sienta que sea así?

## Mi privacidad
prompt-what-knows = ¿Qué podría saber de tu semana alguien desconocido solo por tus publicaciones? ¿Cómo te sienta?
prompt-others-photo = ¿Cuándo publicaste por última vez una foto de otra persona? ¿Qué habría dicho si le hubieras preguntado?
prompt-old-post = ¿Qué publicación antigua tuya ya no le mostrarías a todo el mundo, y por qué?
prompt-free-price = Piensa en una aplicación gratuita que te gusta. ¿Qué le das en lugar de dinero?
prompt-closed-door = ¿Qué cosas de tu vida deberían quedar entre tú y unas pocas personas?

## La gente cercana
prompt-last-talk = ¿Cuándo hablaste por última vez con alguien sin mirar un teléfono? ¿Qué recuerdas todavía?
prompt-who-misses = ¿De quién llevas demasiado tiempo sin oír la voz? ¿Qué le contarías primero?
prompt-phone-down = ¿Quién guarda el teléfono cuando hablas? ¿Cómo te sientes entonces?
prompt-like-or-words = ¿A quién le diste «me gusta» hace poco? ¿Qué le dirías si estuviera a tu lado?
prompt-listened = ¿Cuándo te escuchó alguien de verdad esta semana? ¿Qué hizo?

## Trabajo en redes sociales
prompt-people-not-numbers = Piensa en una persona real entre quienes siguen tu trabajo. ¿Qué necesita hoy?
prompt-proud-piece = ¿De qué trabajo tuyo sentirías orgullo aunque nadie hubiera hecho clic?
prompt-day-off = ¿Cómo es una noche en la que tus aplicaciones de trabajo siguen cerradas? ¿Qué la hace posible?
prompt-numbers-mood = ¿Cuánto decidieron los números tu ánimo esta semana? ¿Qué más podría decirte que tu trabajo fue bueno?
prompt-good-for-them = ¿A quién le mejoró el día algo que hiciste? ¿Cómo lo sabes?

# Según lo que pasa en el momento de las ganas.
prompt-bored-small = ¿Cuándo fue la última vez que hiciste algo pequeño y nada aburrido? ¿Qué era?
prompt-bored-once = Dijiste que el aburrimiento abre la aplicación. ¿Qué pasaría si te quedaras con él dos minutos?
prompt-bored-next = Llegará otro rato muerto. ¿Qué podrías tener ya a mano para entonces?
prompt-stressed-body = Antes de abrir una aplicación en una hora de estrés: ¿en qué parte del cuerpo lo notas?
prompt-stressed-off = Después de diez minutos con el teléfono en un día lleno: ¿fue un descanso o una cosa más?
prompt-stressed-one = ¿Qué cosa de hoy podría esperar a mañana?
prompt-habit-hand = Tu mano se sabe el camino al teléfono. ¿A qué hora del día va sola?
prompt-habit-place = ¿Dónde está tu teléfono cuando no lo usas? ¿Dónde podría estar?
prompt-habit-swap = ¿Qué preferiría hacer tu mano: una taza, un bolígrafo, abrir la ventana?
prompt-lonely-voice = ¿La voz de quién te gustaría oír esta semana?
prompt-lonely-after = Después de ver lo que publican otros, ¿te sientes más cerca de ellos o más lejos?
prompt-lonely-give = ¿A quién le alegrarían dos líneas tuyas, solo para esa persona?
prompt-sleepless-hour = ¿Qué fue lo último que viste ayer, y te ayudó a dormir?
prompt-sleepless-last = Si el último cuarto de hora del día fuera sin pantalla, ¿qué habría en él?
prompt-sleepless-morning = ¿Qué mañana de estos días despertaste con buen descanso? ¿Cómo había sido la noche?
