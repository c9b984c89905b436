command-start = Empezar, o retomarlo

onboarding-hello =
    <b>Soy Scrollwise y te acompaño con tus hábitos en redes sociales, con pasos pequeños.</b>
    Soy un programa, no una persona, ni atención médica o psicológica; necesitas tener 13 años o más. Guardo tus ajustes, tus respuestas y lo que escribes; tus propias palabras se guardan cifradas. /privacy te lo entrega todo, o lo borra.
onboarding-ok = Tengo 13 años o más: empecemos
onboarding-too-young = Tengo menos
onboarding-hello-unclear = Antes de nada: ¿tienes 13 años o más? Pulsa un botón o dime tu edad, por ejemplo «tengo 15».
onboarding-young =
    Gracias por tu sinceridad. Estoy hecho para personas desde los 13 años, así que no guardo nada sobre ti. Tu madre, tu padre u otra persona adulta de confianza puede verlo contigo.
onboarding-focus =
    ¿Qué es lo que más te importa ahora? Puedes cambiarlo cuando quieras.
onboarding-focus-words = Lo guardo como tu motivo. ¿Cuál de estos se le acerca más?
onboarding-why =
    ¿Por qué te importa? Unas palabras tuyas ayudan en los días difíciles. Solo tú las ves.
onboarding-time =
    ¿A qué hora te pregunto cómo fue el día? Un mensaje corto que se responde pulsando. Pulsa una hora o escribe la tuya.
onboarding-at = { $time }
onboarding-time-unclear = No conozco esa hora. Escríbela así: 20:00 o 7:30.
onboarding-plan =
    Usarlas un poco menos dio mejor resultado durante meses que dejarlas una semana (Brailovskaia, 2023). Por eso estos planes van en pasos pequeños:
    { $plans }
    ¿Cuál te gustaría?
onboarding-plan-line = • <b>{ $name }</b>: { $pitch }
onboarding-plan-own = Algo propio
onboarding-press = Pulsa uno de los botones, por favor.
onboarding-cue =
    <b>{ $name }</b>: un plan para un momento claro ayuda a hacer lo que uno se propone (Gollwitzer y Sheeran, 2006). ¿Cuándo será? Pulsa uno o escribe el tuyo: «Cuando …»
onboarding-action =
    Cuando { $cue } … ¿qué vas a hacer? Pulsa uno o escribe lo tuyo: «Voy a …»
onboarding-started =
    Tu plan: <b>{ $name }</b>
    Primer paso: { $step }
    <b>{ $plan }</b>
onboarding-settled =
    Te pregunto a las { $time } cómo fue, y nunca escribo más de { $ceiling } veces en siete días. ¿Un día no sale? Solo nos dice algo. Con /stop termina todo, en una palabra.
onboarding-checkin = Hacer el repaso ahora
onboarding-settings = Cambiar ajustes
onboarding-asked = Lo que pediste: /{ $command }
