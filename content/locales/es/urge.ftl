# Dos minutos para el momento de las ganas. Cada ejercicio: 45 palabras como mucho, una sola cosa, y la fuente donde se afirma un hecho.
command-urge = Dos minutos cuando tira el teléfono
topic-door-urge = Dos minutos para eso

urge-ask = Tira de ti, y antes has mirado aquí. ¿Qué es ahora mismo? Después vienen dos minutos a tu medida. Lo que hagas luego está bien.
urge-lines = { $lines }
urge-helped-before = Este te ayudó la última vez:
urge-then-all = En dos minutos te pregunto cómo va.
urge-then-lonely = En dos minutos te pregunto cómo va. Si esto te pesa desde hace tiempo, las personas pueden más que un bot: <a href="https://findahelpline.com">findahelpline.com</a>
urge-then-sleepless = En dos minutos te pregunto una vez cómo va; en tus horas de silencio, sin sonido. Puede esperar hasta mañana.
urge-other = Otra cosa
urge-cancel = Déjalo
urge-cancelled = De acuerdo. No vuelvo sobre ello.
urge-over = Han pasado los dos minutos. ¿Cómo va ahora?
urge-passed = Se me pasó
urge-went-in = Entré de todos modos
urge-passed-said = Así que se pasó. Recuerdo lo que hiciste, y la próxima vez empiezo por ahí.
urge-went-said = Entonces entraste, y antes miraste. Está bien. La próxima vez empiezo por otro.
urge-swap = Algo de verdad
why-what-urge = cómo te fue tras dos minutos
why-urge = Pediste dos minutos con /urge. Eso no cuenta para ningún tope.

urge-do-bored-missing = ¿Qué falta ahora mismo: algo que hacer, alguien, o un sentido? Dilo en voz alta con una palabra. Después busca cerca una cosa que te dé un poco de eso.
urge-do-bored-look = Busca a tu alrededor tres cosas que nunca has mirado de verdad. Dale medio minuto a cada una: sus colores, sus bordes, de dónde vendrá.
urge-do-bored-ten = Piensa en una cosa que tenga principio y fin y dure diez minutos como mucho. Saca lo que necesitas para ella. Por ahora basta con eso.
urge-do-bored-one = Si entras, que sea para una sola cosa, vista hasta el final. Di ahora cuál. En varios estudios, saltar de un vídeo a otro aburría más, no menos (Tam e Inzlicht, 2024).
urge-do-bored-draw = Toma papel y lápiz, y dibuja la taza o la botella más cercana sin levantar el lápiz. No hace falta que salga bien.
urge-do-stressed-breath = Toma aire por la nariz, añade otro sorbo pequeño y suéltalo despacio por la boca; seis veces. Para si te mareas. Con cinco minutos al día durante un mes mejoró el ánimo de la gente (Balban y otros, 2023).
urge-do-stressed-name = Los dos pies en el suelo. Busca una palabra para lo que es: rabia, prisa, miedo, demasiado. Poner nombre a un sentimiento puede quitarle algo de fuerza (Torre y Lieberman, 2018).
urge-do-stressed-today = ¿Qué parte de eso es de hoy? Escribe solo eso en papel. Después, un paso siguiente, o ninguno; las dos cosas son una respuesta.
urge-do-stressed-ground = Siente dónde te sostienen la silla y el suelo. Después busca cinco cosas que ves, tres que oyes y una que hueles, despacio, una tras otra.
urge-do-stressed-shoulders = Sube los hombros hasta las orejas, aguanta una respiración y déjalos caer; cinco veces. Después cierra los puños, y ábrelos despacio.
urge-do-habit-wave = Deja el teléfono. ¿Dónde notas el tirón: pulgar, pecho, cabeza? Mira cómo sube y baja durante seis respiraciones. Fumadores que miraban así sus ganas tuvieron las mismas, y fumaron menos la semana siguiente (Bowen y Marlatt, 2009).
urge-do-habit-what-for = ¿Para qué lo abrirías? Dilo en voz alta con tres palabras. Si salen, haz solo eso. Si no sale ninguna, déjalo y ponte de pie una vez.
urge-do-habit-away = Pon el teléfono donde tengas que levantarte para alcanzarlo: un cajón, la entrada, otra bolsa. Después haz lo siguiente que tus manos tienen que hacer de todos modos.
urge-do-habit-water = Bebe un vaso de agua despacio, junto a una ventana. Busca lo más lejano que alcances a ver, y quédate ahí hasta que el vaso esté vacío.
urge-do-habit-door = Ponte de pie y ve hasta la puerta más cercana y vuelve, sin el teléfono. ¿Qué has visto que hoy no habías visto?
urge-do-lonely-first = ¿Quién te viene primero a la mente? No quien debería. Escríbele dos frases: qué te recordó a esa persona, y una pregunta. La gente se alegra más de saber de nosotros de lo que esperamos (Liu y otros, 2023).
urge-do-lonely-voice = Pregúntale a una persona: «¿Tienes cinco minutos para hablar?» Oírse la voz une más que escribirse (Kumar y Epley, 2021).
urge-do-lonely-near = Ve adonde haya alguien: la cocina, la escalera, una tienda si aún está abierta. Basta con un saludo.
urge-do-lonely-kind = Pon una mano en el pecho. Dite lo que le dirías a una amistad que se siente así. En dos minutos no hay que resolver nada.
urge-do-lonely-thanks = Piensa en una persona que fue buena contigo, hace poco o hace mucho. Escribe en una línea qué fue. Puedes enviársela, o guardarla.
urge-do-sleepless-list = Pantalla abajo. Escribe en papel lo que hay que hacer mañana, con todo detalle. En un laboratorio del sueño, quienes lo hicieron cinco minutos se durmieron antes (Scullin y otros, 2018).
urge-do-sleepless-breath = Pantalla abajo, túmbate. Que cada vez el aire tarde más en salir que en entrar. Cuenta hasta diez, y empieza otra vez en uno.
urge-do-sleepless-dull = Pantalla abajo, ojos cerrados. Recorre despacio un camino que conoces bien, puerta a puerta, y fíjate en cada cosa pequeña y aburrida.
urge-do-sleepless-up = Gira el reloj. Si llevas un rato sin dormir y te fastidia, levántate: luz suave, algo tranquilo sin pantalla, y vuelve a la cama cuando tengas sueño.
urge-do-sleepless-loose = Pantalla abajo. ¿Tienes los pies calientes? Si no, toma calcetines o una manta. Después ve soltando una cosa tras otra: mandíbula, hombros, manos, vientre.
