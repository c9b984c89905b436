talk-today = Hoy
talk-help = Ayuda
talk-go-on = Sigamos
talk-unknown-command = No conozco /{ $name }. «Hoy» y «Ayuda» están siempre aquí.
talk-stale = Ese botón es de un momento anterior, así que no he cambiado nada.
talk-empty = El mensaje llegó vacío. Puedes pulsar un botón o escribir unas palabras.
talk-moved-on = Esa pregunta ya no existe, porque entretanto me actualizaron. Lo que me contaste antes sigue guardado.
talk-first-finish = Eso funcionará en cuanto terminemos estas pocas preguntas.
talk-resting = Estoy en reposo, como pediste, y no escribo por mi cuenta. ¿Seguimos?
talk-resting-unreachable = Durante un tiempo mis mensajes no te llegaban, así que dejé de escribir. ¿Seguimos?
talk-resting-care =
    El acompañamiento descansa hasta que tú digas. Soy un programa; hay personas que escuchan en
    <a href="https://findahelpline.com">findahelpline.com</a> y en el número de emergencias de tu país.
talk-hello = Hola. Aquí estoy cuando quieras mirar tu día.
talk-thanks = De nada.
talk-bye = Hasta luego, cuídate.
talk-number = Un número pulsa el botón de ese número, y ahora mismo no hay ninguno.
talk-not-understood = No lo he entendido, y no lo he guardado. Estos dos siempre funcionan:
