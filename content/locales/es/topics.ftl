# De qué escribe la gente, sea cual sea la pregunta abierta. La respuesta vale por sí sola: si pregunta algo, es para que
# la persona lo piense, y nada espera una respuesta. Sentimientos y tropiezos: dos frases como mucho, sin felicitar.
topic-urge = Las ganas están ahí ahora mismo. Deja el teléfono donde tengas que levantarte para alcanzarlo, espera diez minutos y vuelve a decidir. Las dos veces decides tú.
topic-urge-2 = Quieres entrar en este momento. Di en voz alta para qué. Si no se te ocurre nada, levántate, bebe un vaso de agua y mira qué quieres entonces.
topic-lapse = Te quedaste más de lo que querías, y te has dado cuenta. ¿Qué hubo justo antes: un lugar, una hora, un estado de ánimo?
topic-lapse-said = «{ $words }»: te has dado cuenta, y lo has dicho. ¿Qué hubo justo antes: un lugar, una hora, un estado de ánimo?
topic-lapse-2 = Así que salió de otra manera. No hay nada que compensar, solo algo que averiguar: ¿qué buscabas cuando entraste?
topic-lapse-2-said = «{ $words }»: no hay nada que compensar, solo algo que averiguar. ¿Qué buscabas cuando empezó?
topic-pride = Lo hiciste tú, y te diste cuenta. ¿Qué ayudó: un lugar, un momento, una persona? Recuérdalo para un día más difícil.
topic-pride-2 = Eso es cosa tuya. ¿Hay alguien a quien le gustaría que se lo contaras?
topic-plan-easier = Entonces el paso es grande por ahora, y puede encoger. En el plan, «{ grow-easier }» lo hace más pequeño. Si no aparece, ya es el más pequeño, y quizá te sirva mejor otro plan.
topic-plan-further = Entonces quizá hay sitio para más. En el plan, «{ grow-further }» te lleva adelante; si no aparece, estás en su último paso. Si resulta demasiado, se puede volver atrás.
topic-plan-change = No tienes que seguir con este plan. Ábrelo para tomar otro en su lugar, terminarlo o dejarlo. Los planes anteriores se pueden retomar.
topic-time-change = La hora a la que pregunto está en los ajustes. Los días son de cada plan: en los que escribiste tú, puedes elegirlos.
topic-fewer-messages = Gracias por decirlo. En los ajustes eliges cuántos mensajes puedo enviarte en siete días, incluso ninguno. O guardo silencio hasta el día que me digas.
topic-return = Me alegra leerte. No se ha perdido nada, y no hay nada que recuperar. ¿Cada cuánto quieres que te escriba desde ahora? Puede ser menos.
topic-goodbye = Para eso estoy: para que dejes de necesitarme. Con /stop terminan mis mensajes, y puedes volver cualquier día. Que te vaya muy bien.
topic-question-app = La mayoría de las redes muestra primero lo que puede retener tu atención, y se guía por lo que miras, marcas o pasas de largo. Lo que una aplicación puede usar de ti se mira en sus ajustes. Algunos de mis planes tratan de esto.
topic-question-bot = Soy un programa, no una persona. Lo que escribes se lee con reglas y ejemplos en la máquina donde funciono; no lo envío a ningún servicio de IA. Lo que guardo está en /privacy.
topic-question-children = Quizá puedes empezar con una pregunta: ¿qué te gusta de eso y qué te molesta? Después, una regla pequeña que salga de los dos, y empieza por tu propio teléfono.
topic-posted-me = Se trata de ti, así que puedes pedirle a esa persona que lo quite; basta una frase sencilla. También puedes denunciarlo en la aplicación. Si es íntimo o una amenaza, cuéntaselo hoy a alguien de confianza.
topic-language = En los ajustes están los idiomas que hablo.
topic-night = Es tarde, y un feed no tiene última página. Deja el teléfono donde tengas que levantarte para alcanzarlo, suelta el aire despacio diez veces y deja lo demás para mañana.

# Un sentimiento: lo que se dijo, y una cosa que quizá ayude. Dos frases como mucho.
topic-feeling = Así estás ahora; gracias por contármelo. Aquí no hace falta que hagas nada con ello.
topic-feeling-said = «{ $words }»: así estás ahora, gracias por contármelo. Aquí no hace falta que hagas nada con ello.
topic-feeling-sad = Sientes tristeza, y aquí se puede decir sin más. ¿Hay alguien a quien quieras que también pueda escucharlo hoy?
topic-feeling-lonely = Ahora mismo sientes soledad. ¿A quién te gustaría mandar una línea, o llamar dos minutos?
topic-feeling-bored = Ahora mismo nada te atrae. Toma algo que tengas cerca y no tenga pantalla, y dale cinco minutos, solo por probar.
topic-feeling-tired = Sientes cansancio, y hoy aquí no hace falta hacer nada. Quizá puede acostarse primero el teléfono, y luego tú.
topic-feeling-stressed = Es mucho a la vez. Suelta el aire despacio, elige lo primero de todo y deja esperar el resto; yo también puedo esperar.
topic-feeling-angry = Algo te da rabia. Si quieres escribirle a alguien por eso, escríbelo donde nadie lo vea y míralo otra vez en una hora.
topic-feeling-anxious = Algo te inquieta. Puedes ponerlo en una frase, en papel o a alguien de confianza; aquí nada corre prisa.
topic-feeling-grief = Lo siento; una pérdida no sigue el calendario. Hoy no hay nada que hacer aquí. ¿Hay alguien que también le conociera y a quien le gustaría hablar contigo?
topic-feeling-ashamed = No es fácil decir eso, y lo has dicho. ¿Qué le dirías a un amigo o una amiga que te escribiera lo mismo?
topic-feeling-envious = Ver lo que otros muestran puede doler. Puedes silenciar una cuenta durante una semana y ver cómo te sienta.

# Puertas bajo una respuesta: 20 caracteres como mucho.
topic-door-plans = Mis planes
topic-door-plan = Este plan
topic-door-settings = Ajustes
topic-door-time = Preguntar: { $time }
topic-door-week = Mi semana
topic-door-pause = Una pausa
topic-door-privacy = Lo que guardas
topic-door-reflect = Una pregunta para mí
topic-door-night = Para ir a dormir

# Preguntar de vuelta: cómo se leyó una línea. Las etiquetas van en botones, y como $what en heard-ask.
heard-ask = Lo he leído como «{ $what }». ¿Es así?
heard-ask-several = Eso lo puedo leer de más de una manera. ¿Cuál se acerca más?
heard-which = ¿Cuál de ellas? Pulsa el botón que corresponda.
heard-none = Ninguna de estas
heard-none-said = Entonces te leí mal. No pasa nada, no he anotado nada. Puedes decirlo con otras palabras o dejarlo así.
heard-unclear = No lo he entendido, y prefiero decirlo. Solo se guarda si lo quieres como nota.
heard-unclear-again = Con esto tampoco he podido, lo siento. Lo que mejor entiendo es corto: hecho, a medias, saltar, luego, 45 min. Como nota, vale cualquier palabra.
heard-keep = Guardarlo como nota
heard-kept = Ya está en tu /journal.
heard-gone = Esa línea ya no está aquí, así que no puedo guardarla. Puedes enviarla otra vez.

# Etiquetas: 20 caracteres como mucho.
heard-kept-done = Cumplido
heard-partly = En parte
heard-missed = Esta vez no
heard-skipped = No tocaba
heard-later = Más tarde
heard-number = El número { $n }
heard-minutes =
    { $n ->
        [one] { $n } minuto
       *[other] { $n } minutos
    }
heard-count =
    { $n ->
        [0] Ninguna vez
        [one] Una vez
       *[other] { $n } veces
    }
heard-note = Una línea del día
heard-urge = Ganas de entrar
heard-lapse = Se me fue la mano
heard-feeling = Cómo me siento
heard-pride = Me alegra lo logrado
heard-progress = Cómo van mis planes
heard-plan-change = Otro plan
heard-plan-easier = Hacerlo más fácil
heard-plan-further = Un poco más
heard-time-change = Cambiar la hora
heard-fewer-messages = Menos mensajes
heard-pause = Una pausa
heard-return = Estoy de vuelta
heard-goodbye = Me despido
heard-thanks = Gracias
heard-hello = Hola
heard-question-app = Las apps por dentro
heard-question-bot = Sobre ti, el bot
heard-question-children = Hijos y pantallas
heard-posted-me = Publicaron sobre mí
heard-privacy = Lo que guardas
heard-export = Exportar mis datos
heard-erase = Borrar mis datos
heard-stop = No me escribas más
heard-help = Ayuda
heard-settings = Ajustes
heard-language = Otro idioma
heard-undo = Deshacer respuesta
heard-journal = Mi diario

# Peligro que no es claramente un deseo propio de morir, y daño de otros. Fijas: sin valoraciones y sin métodos.
care-unclear = Eso suena muy duro, así que prefiero preguntar: ¿lo dices por tu vida?
care-unclear-yes = Sí, no estoy bien
care-unclear-friend = Es por otra persona
care-unclear-no = Es solo un decir
care-unclear-thanks = Gracias por decírmelo. Entonces seguimos como antes.
care-friend =
    Qué bien que cuides de esa persona. No tienes que llevarlo a solas:
    • quédate a su lado, o en contacto
    • cuéntaselo hoy a un adulto o a alguien de confianza, aunque fuera un secreto
    • en peligro: el número de emergencias de tu zona
    • personas que escuchan, para ella y para ti: <a href="https://findahelpline.com">findahelpline.com</a>
care-picture-threat =
    No es culpa tuya, hayas enviado lo que hayas enviado.
    • no pagues ni envíes nada más
    • guarda los mensajes
    • cuéntaselo hoy a una persona de confianza
    • denúncialo en la aplicación y a la policía; en peligro: el número de emergencias de tu zona
    Personas que escuchan: <a href="https://findahelpline.com">findahelpline.com</a>
care-unwanted-contact =
    No le debes a nadie una respuesta, una foto ni una cita, y no es culpa tuya.
    • deja de responder; guarda los mensajes
    • bloquea y denuncia la cuenta
    • cuéntaselo hoy a un adulto o a alguien de confianza
    • en peligro: el número de emergencias de tu zona
    Personas que escuchan: <a href="https://findahelpline.com">findahelpline.com</a>
care-bullying =
    Lo que te hacen no está bien, y no tienes que aguantarlo a solas.
    • guarda lo que escribieron
    • denúncialo en la aplicación
    • cuéntaselo hoy a alguien de confianza
    Personas que escuchan: <a href="https://findahelpline.com">findahelpline.com</a>
care-violence =
    Nadie puede hacerte daño ni amenazarte, y no es culpa tuya.
    • en peligro: el número de emergencias de tu zona
    • cuéntaselo a alguien de confianza, en cuanto puedas hacerlo sin riesgo
    • personas que escuchan: <a href="https://findahelpline.com">findahelpline.com</a>
care-eating =
    Gracias por contármelo; no es fácil. Soy un programa, y para esto hacen falta personas que puedan estar contigo: alguien de confianza, un médico o quienes escuchan en <a href="https://findahelpline.com">findahelpline.com</a>. En peligro: el número de emergencias de tu zona.
topic-door-lesson = Una lección corta
