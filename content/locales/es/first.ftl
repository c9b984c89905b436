# Los primeros días: una primera ganancia y una cosa pequeña debajo de cada respuesta.
first-win = Hay una cosa que sirve enseguida, si te apetece: quita los avisos de la app que más te llama. Se tarda un minuto, en los ajustes del teléfono, en Notificaciones.
first-itch = Una pregunta de los primeros días: cuando la mano se va al teléfono, ¿qué suele ser?
first-instead-bored = Para los ratos de aburrimiento puede haber algo pequeño preparado. ¿Qué te vendría bien?
first-instead-stressed = Para los ratos de estrés puede haber algo pequeño preparado. ¿Qué te aliviaría?
first-instead-habit = La mano se va sola al teléfono. ¿Qué podría estar ahí en su lugar?
first-instead-lonely = Para cuando te pesa estar a solas puede haber algo pequeño preparado. ¿Qué, o quién, te haría bien?
first-instead-sleepless = Para las noches sin sueño puede haber algo sin pantalla preparado. ¿Qué sería?
first-instead-write = Escribirlo
first-lesson = Dos minutos, si te apetece: { $title }
first-door = Una pequeña prueba para mañana: abre una app a propósito, mira una sola cosa y ciérrala tú.
first-somebody = ¿Hay alguien que podría saber lo que estás probando? Aquí hay unas palabras para enviarle, si te apetece.
first-words = Palabras para enviar
first-words-said =
    Cópialo, si te apetece. Yo no envío nada a nadie.

    «Estoy probando algo pequeño con el teléfono: { $name }. ¿Me preguntas dentro de una semana qué tal va?»
first-words-bare = Ahora no hay ningún plan en marcha, así que aún no hay nada que contar.
