command-start = Empezar, o retomarlo

onboarding-hello =
    { $lines }
    Soy un programa, no una persona ni atención médica; necesitas tener 13 años o más.
    Tus palabras se guardan cifradas, y /privacy te lo enseña o lo borra todo.
onboarding-ok = Tengo 13 años o más: empecemos
onboarding-too-young = Tengo menos
onboarding-hello-unclear = Antes de nada: ¿tienes 13 años o más? Pulsa un botón o dime tu edad, por ejemplo «tengo 15».
onboarding-young =
    Gracias por tu sinceridad. Estoy hecho para personas desde los 13 años, así que no guardo nada sobre ti. Tu madre, tu padre u otra persona adulta de confianza puede verlo contigo.
onboarding-focus = ¿Qué es lo que más te importa ahora?
onboarding-focus-words = Lo guardo, y te lo recordaré en los días difíciles. ¿Cuál de estos se le acerca más?
onboarding-why = Una cosa más, si te apetece: ¿por qué te importa? Unas palabras tuyas. Te las recuerdo en los días difíciles. Solo tú las ves.
onboarding-plan =
    Usar un poco menos las redes dio mejor resultado que dejarlas una semana (Brailovskaia, 2023). Por eso, pasos pequeños:
    { $plans }
    ¿Cuál te gustaría? O escribe qué te gustaría hacer.
onboarding-plan-line = • <b>{ $name }</b>: { $pitch }
onboarding-plan-own = Algo propio
onboarding-cue =
    <b>{ $name }</b>: un plan para un momento claro ayuda a hacer lo que uno se propone (Gollwitzer y Sheeran, 2006). ¿Cuándo será? Pulsa uno o escribe el tuyo: «Cuando …»
onboarding-action =
    Cuando { $cue } … ¿qué vas a hacer? Pulsa uno o escribe lo tuyo: «Voy a …»
onboarding-action-apart = { $cue }: ¿qué vas a hacer entonces? Pulsa una opción o escribe la tuya: «Voy a …»
onboarding-started =
    Tu plan: <b>{ $name }</b>
    Primer paso: { $step }
    <b>{ $plan }</b>
onboarding-settled = Te pregunto a las { $time } cómo fue, y te lo recuerdo una vez si queda abierto. Una vez por semana llega una pregunta para pensar, y el { $day } miramos atrás. Son como mucho { $ceiling } mensajes en siete días.
onboarding-settled-night = Pruébalo esta noche: mañana a las { $time } te pregunto cómo fue la noche, y te lo recuerdo una vez si queda abierto. Una vez por semana llega una pregunta para pensar, y el { $day } miramos atrás. Son como mucho { $ceiling } mensajes en siete días.
onboarding-settled-seldom = Pregunto a las { $time }, solo algunos días: este paso no es de cada día. Una vez por semana llega una pregunta para pensar, y el { $day } miramos atrás. Son como mucho { $ceiling } mensajes en siete días.
onboarding-settings = Todos los ajustes
onboarding-lines = { $lines }
onboarding-asked = Lo que pediste: /{ $command }
onboarding-gain = <b>Una noche que vuelve a ser tuya, la cabeza más tranquila, tiempo para tu gente: con pasos pequeños se puede llegar.</b> Soy Scrollwise y te acompaño.
onboarding-linked = Vienes por «{ $name }»: por ahí empezamos.
onboarding-hello-more = Qué se guarda y qué no
onboarding-more =
    Guardo tus ajustes, tus respuestas y lo que escribes. Tus palabras y los nombres van cifrados; lo que pulsas, no. Quien lleva este bot podría leerlo todo.
    No soy médico ni un teléfono de ayuda, y no me doy cuenta de todos los peligros. /privacy te lo entrega todo, o lo borra. Con /stop dejo de escribir.
onboarding-nearest = Pulsa lo que más se acerque, o sáltatelo.
onboarding-itch = Cuando la mano se va al teléfono, ¿qué pasa casi siempre?
onboarding-daypart = ¿Y en qué momento del día tira más?
onboarding-plan-fits =
    Esto empieza por lo que me has contado, con pasos pequeños:
    { $plans }
    ¿Cuál te gustaría? O escribe qué te gustaría hacer.
onboarding-plan-which = Pulsa uno de estos, o escribe en pocas palabras qué te gustaría hacer.
onboarding-horizon = Un hábito nuevo tarda unos dos meses, a menudo más; por un día que falte no pasa nada (Singh, 2024). Con /stop termina todo.
onboarding-other-time = Otra hora
onboarding-fewer = Menos mensajes
