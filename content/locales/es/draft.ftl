# Antes de publicar. No se guarda nada de ello.
command-draft = Tres preguntas antes de publicar
discord-name-draft = borrador

draft-ask =
    Tres preguntas antes de que salga:
    1. ¿Es verdad, hasta donde puedes saberlo?
    2. ¿Quién lo verá, y sale alguien que no lo sabe?
    3. ¿Lo dirías a la cara, y también mañana en el desayuno?
    No hace falta responder aquí. Si escribes el texto, no guardo nada de él.
draft-read = No guardo nada de eso; solo se ve en este chat, hasta que lo borres aquí. Léelo una vez en voz alta, como quien lo recibe. ¿Qué es sobre todo?
draft-kind-angry = Tengo rabia
draft-kind-others = Sale otra persona
draft-kind-news = Es una noticia
draft-kind-joke = Es una broma
draft-kind-personal = Es muy personal
draft-more-angry = ¿Qué debería cambiar después? ¿Y podrías decírselo a alguien directamente? Cuando se volvía a preguntar antes de enviar tuits ofensivos, se enviaba un 6 % menos (Katsaros y otros, 2022).
draft-more-others = ¿Lo querría esa persona, y lo querrías tú de ti? ¿Se ve un lugar, una escuela o una matrícula? Preguntarle cuesta un mensaje.
draft-more-news = ¿Quién lo dice, además de la cuenta de donde lo tienes, y de cuándo es? Quien se pregunta si algo es verdad comparte menos cosas falsas (Pennycook y Rand, 2022).
draft-more-joke = ¿A costa de quién es? ¿La contarías si estuviera a tu lado?
draft-more-personal = ¿De quién esperas saber algo? ¿Podría recibirlo primero esa persona, a solas?
draft-post = Lo publico
draft-wait = Puede esperar
draft-post-said = Entonces puedes enviarlo. Quizá elige una hora para volver a mirar, y responde a personas más que a números. No he guardado nada.
draft-wait-said = Entonces espera: como borrador allí, no aquí. Míralo otra vez en una hora, o en el desayuno. No he guardado nada.
