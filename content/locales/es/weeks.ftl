# Temas de las semanas después de la primera (content/weeks.yaml): el nombre y una cosa pequeña para probar.
theme-state-name = cómo te sientes cuando vas a por él
theme-state-try = tres veces, di una palabra para eso antes de abrir una app.
theme-place-name = dónde está el teléfono
theme-place-try = en una comida, déjalo en otra habitación.
theme-people-name = la gente que te rodea
theme-people-try = di en voz alta una cosa que habrías escrito.
theme-feed-name = lo que te muestra el feed
theme-feed-try = dile a una app que tres cosas no te interesan.
theme-body-name = tu cuerpo
theme-body-try = después de mucho deslizar, levántate y mira algo lejano.
theme-meaning-name = para qué te sirve
theme-meaning-try = apunta una cosa de la pantalla que quieras recordar dentro de un año.
theme-giving-name = compartirlo
theme-giving-try = cuéntale a una persona lo que has notado en estas semanas.
