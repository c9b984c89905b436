# De qué escribe la gente, sea cual sea la pregunta abierta. Dos frases, sin felicitar, y puertas debajo.
topic-urge = Ahora mismo tira mucho. Prueba algo pequeño: deja el teléfono en otra habitación diez minutos y luego decide otra vez.
topic-urge-2 = Quieres abrirla en este minuto. Levántate, bebe un vaso de agua y pregúntate qué buscabas.
topic-lapse = Se te fue de las manos, y ahora sabes más que antes. ¿Qué hubo justo antes: un lugar, una hora, un sentimiento?
topic-lapse-2 = Te llevó más tiempo del que querías. Eso es información, no hay nada que compensar. ¿Qué pasaba justo antes?
topic-feeling = Gracias por contarme cómo estás. Puedes escribirlo en tu diario o dejar descansar las preguntas un tiempo.
topic-feeling-sad = Eso suena triste. Puedes escribir lo que te pesa o dejar descansar las preguntas un tiempo.
topic-feeling-lonely = Eso suena a soledad. ¿Hay una persona a quien podrías escribir hoy, solo para saludar?
topic-feeling-bored = Te aburres, entonces. ¿Qué querrían hacer tus manos diez minutos, que no sea el teléfono?
topic-feeling-tired = Eso suena a cansancio. Aquí hoy no hay nada que hacer; las preguntas pueden descansar.
topic-feeling-stressed = Eso es mucho a la vez. Respira despacio una vez; las preguntas pueden descansar lo que quieras.
topic-feeling-angry = Algo te enfadó. Escribirlo antes de publicar nada puede darte un momento.
topic-feeling-anxious = Eso suena a inquietud. Puedes escribir lo que te preocupa o dejar descansar las preguntas.
topic-feeling-ashamed = Es un sentimiento incómodo, y aun así lo dijiste. Aquí nadie lleva la cuenta.
topic-feeling-envious = Mirar la vida de otros puede doler. Lo que se publica son momentos elegidos; ¿qué cuenta podrías silenciar una semana?
topic-pride = Lo hiciste por tu cuenta. ¿Qué lo hizo posible? Puede servirte otro día.
topic-pride-2 = Eso fue cosa tuya. Si quieres, escribe cómo lo hiciste, para volver a encontrarlo.
topic-plan-change = Quizá te va mejor otro plan. Puedes dejar este o empezar otro; no se pierde nada.
topic-plan-easier = Entonces el paso es demasiado grande, y eso es bueno saberlo. Abre el plan para hacerlo más pequeño.
topic-plan-further = Entonces quizá toca un paso más grande. Abre el plan para ver el siguiente.
topic-time-change = Puedes elegir otra hora y otros días en los ajustes.
topic-fewer-messages = Menos mensajes, entonces. En los ajustes está cuánto puedo escribir, o puedo hacer una pausa.
topic-return = Me alegra leerte. Sigues por donde quieras; no hay nada que recuperar.
topic-goodbye = Si ya no me necesitas, es un buen final. /stop termina mis mensajes, y puedes volver cualquier día.
topic-question-app = La mayoría de las redes ponen primero lo que puede retener tu atención. Lo que miras, saltas, marcas y silencias enseña a la tuya; mis planes lo tratan paso a paso.
topic-question-bot = Soy un programa, no una persona. Lo que escribes se lee en la máquina donde funciono, con reglas y ejemplos, y no lo ve ningún servicio de IA. Lo que guardo está en el botón.
topic-question-children = Quizá empieza con una pregunta: ¿qué te gusta de eso y qué te molesta? Después puedes proponer una regla pequeña para toda la casa, también para ti.
topic-posted-me = Puedes pedir a esa persona que lo quite y denunciarlo en la aplicación. Si es algo íntimo o quiere hacerte daño, cuéntaselo a alguien de confianza.
topic-language = Puedes cambiar el idioma en los ajustes.

topic-door-plans = Mis planes
topic-door-settings = Ajustes
topic-door-week = Mi semana
topic-door-pause = Que descanse
topic-door-privacy = Qué guardas
topic-door-reflect = Escribir sobre eso

# Preguntar de vuelta: cómo se entendió una línea.
heard-ask = Leo: { $what }. ¿Es así?
heard-ask-several = No sé bien cómo lo dices. ¿Qué se acerca más?
heard-none = Nada de eso
heard-none-said = Entonces te entendí mal, y no anoté nada. Puedes decirlo con otras palabras.
heard-unclear = No lo he entendido, y lo guardo solo si lo quieres como nota.
heard-unclear-again = Esto tampoco lo entiendo. Estas puertas funcionan; o guárdalo como nota para ti.
heard-keep = Guardar como nota
heard-kept = Ya está en tu diario.
heard-gone = Ya no tengo esa línea. Lo que escribes en /journal se guarda.

heard-kept-done = Cumplido
heard-partly = En parte
heard-missed = No cumplido
heard-skipped = No aplicaba
heard-later = Más tarde
heard-number = { $n }
heard-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}
heard-count = { $n ->
    [one] una vez
   *[other] { $n } veces
}
heard-note = Una nota
heard-urge = Unas ganas
heard-lapse = Se me fue
heard-feeling = Cómo me siento
heard-pride = Estoy contento
heard-progress = Cómo voy
heard-plan-change = Otro plan
heard-plan-easier = Un paso menor
heard-plan-further = Un paso mayor
heard-time-change = Otra hora
heard-fewer-messages = Menos mensajes
heard-pause = Una pausa
heard-return = He vuelto
heard-goodbye = Adiós del todo
heard-thanks = Gracias
heard-hello = Hola
heard-question-app = Cómo va una red
heard-question-bot = Quién eres
heard-question-children = Mi hijo y su pantalla
heard-posted-me = Me publicaron
heard-privacy = Qué guardas
heard-export = Mis datos
heard-erase = Borrar mis datos
heard-stop = No escribas más
heard-help = Ayuda
heard-settings = Ajustes
heard-language = Idioma
heard-undo = Cambiar respuesta
heard-journal = Mi diario

# Peligro que no es claramente un deseo propio de morir. Nada de métodos, ninguna valoración.
care-unclear = Eso suena muy pesado. ¿Lo dices por tu vida?
care-unclear-yes = Sí, no estoy bien
care-unclear-friend = Es por otra persona
care-unclear-no = Es solo un decir
care-unclear-thanks = Gracias por decirlo. Pregunto porque prefiero preguntar una vez de más.
care-friend =
    Está bien que te fijes en alguien. Sigue en contacto, y cuéntaselo a un adulto u otra persona de confianza; no tienes que llevarlo a solas. En peligro: tu número local de emergencias. <a href="https://findahelpline.com">findahelpline.com</a> también es para quien se preocupa por alguien.
care-picture-threat =
    No es culpa tuya. No pagues ni envíes más; guarda los mensajes. Cuéntaselo hoy a una persona de confianza, y denúncialo en la aplicación y a la policía. Si es demasiado: <a href="https://findahelpline.com">findahelpline.com</a>.
care-unwanted-contact =
    No debes a nadie una respuesta ni una foto. Bloquea y denuncia la cuenta, guarda los mensajes y cuéntaselo hoy a alguien de confianza. En peligro: tu número local de emergencias.
care-bullying =
    Nadie tiene derecho a tratarte así. Guarda lo que escribieron, denúncialo en la aplicación y cuéntaselo a alguien de confianza. Para hablar con alguien: <a href="https://findahelpline.com">findahelpline.com</a>.
care-violence =
    Lo que cuentas no debe pasarte, y no es culpa tuya. En peligro, llama a tu número local de emergencias. Personas que ayudan: <a href="https://findahelpline.com">findahelpline.com</a>, o alguien de confianza.
care-eating =
    Gracias por decirlo. Soy un programa y no puedo ayudarte en eso, pero hay quien puede: alguien de confianza, un médico o <a href="https://findahelpline.com">findahelpline.com</a>.
