grow-further = Un poco más
grow-keep = Dejarlo como está
grow-easier = Más fácil
grow-finish = Terminar: ya me sale
grow-switch = Otro plan

grow-offer-further =
    <b>{ $name }</b>: cumplido { $kept } de los últimos { $applied } días. Si quieres, puede ir un poco más allá:
    { $next }
grow-offer-further-own =
    <b>{ $name }</b>: cumplido { $kept } de los últimos { $applied } días. ¿Quieres hacerlo un poco más grande, dejarlo así o terminar?
grow-offer-finish =
    <b>{ $name }</b>: cumplido { $kept } de los últimos { $applied } días, en el último paso que hay. Parece que ya es tuyo. ¿Lo terminas o lo dejas así un tiempo?
grow-offer-easier =
    <b>{ $name }</b>: los últimos { $applied } días costaron, así que el paso puede ser demasiado grande. Uno más pequeño sería:
    { $next }
grow-offer-easier-own =
    <b>{ $name }</b>: los últimos { $applied } días costaron, así que el paso puede ser demasiado grande. ¿Lo hacemos más pequeño?
grow-offer-floor =
    <b>{ $name }</b>: los últimos { $applied } días costaron, y este ya es el paso más pequeño. Quizá te encaje mejor otro momento u otro plan.
grow-offer-further-once =
    <b>{ $name }</b>: este paso está hecho. Si quieres, el siguiente es:
    { $next }
grow-offer-further-times =
    <b>{ $name }</b>: salió bien. Si quieres, puede ir un poco más allá:
    { $next }
grow-offer-finish-once =
    <b>{ $name }</b>: el último paso que hay, y está hecho. Parece que ya es tuyo. ¿Lo terminas o lo dejas así un tiempo?
grow-offer-finish-times =
    <b>{ $name }</b>: salió bien, en el último paso que hay. Parece que ya es tuyo. ¿Lo terminas o lo dejas así un tiempo?
grow-offer-easier-times =
    <b>{ $name }</b>: últimamente no salió, así que el paso puede ser demasiado grande. Uno más pequeño sería:
    { $next }
grow-offer-floor-times =
    <b>{ $name }</b>: últimamente no salió, y este ya es el paso más pequeño. Quizá te encaje mejor otro momento u otro plan.

grow-stale = Eso ha cambiado desde entonces. <b>{ $name }</b> está ahora en: { $step }
grow-kept =
    <b>{ $name }</b> sigue como está:
    { $step }
grow-top =
    <b>{ $name }</b> ya está en su último paso:
    { $step }
    Puedes terminarlo cuando sientas que ya es tuyo.
grow-floor =
    <b>{ $name }</b> ya está en su paso más pequeño:
    { $step }
    Quizá te encaje mejor otro momento para hacerlo, u otro plan.
grow-moved-further =
    <b>{ $name }</b>, desde hoy:
    { $step }
    Si resulta demasiado, hacerlo más fácil es una sola pulsación.
grow-moved-easier =
    <b>{ $name }</b>, desde hoy:
    { $step }
    Un paso que encaja vale más que uno grande.
grow-third =
    <b>{ $name }</b>, desde hoy:
    { $step }
    Es la tercera vez seguida que eliges lo más fácil. Dice algo del plan, no de ti. ¿Dejamos este tamaño o lo pensamos de nuevo?

grow-words-further =
    <b>{ $name }</b>. Hoy es: «{ $step }».
    ¿Cómo sería un poco más grande? Escríbelo con tus palabras.
grow-words-easier =
    <b>{ $name }</b>. Hoy es: «{ $step }».
    ¿Cómo sería tan pequeño que casi no pueda fallar? Escríbelo con tus palabras.

grow-sure =
    <b>{ $name }</b> está en este paso solo desde hoy:
    { $step }
    ¿Avanzar uno más ya?
grow-sure-yes = Sí, uno más
grow-lines = { $lines }
