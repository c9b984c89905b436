# Algo de verdad para los próximos diez minutos. Ideas: en minúsculas, como línea de una lista; no cuestan nada.
command-swap = Algo de verdad para diez minutos
discord-name-swap = cambio
discord-option-thing = cosa
discord-option-thing-about = Algo para tu propia lista, o «quitar» y su número
topic-door-swap = Algo de verdad
help-moment-line = <b>En el momento:</b> { $commands }

swap-offer =
    Para los próximos diez minutos, algo de verdad:
    { $lines }
swap-line = • { $what }
swap-more = Otras ideas
swap-ideas = Ideas
swap-list-open = Mi propia lista
swap-list =
    Tu propia lista va primero en /swap:
    { $lines }
    Escribe una línea para añadirla. Un botón quita una, y también «quitar» con el número.
swap-empty = Tu propia lista aún está vacía. ¿Qué te gusta hacer diez minutos, sin pantalla? Escríbelo, una cosa en cada mensaje.
swap-numbered = { $n }. { $words }
swap-out = Quitar { $n }
swap-added = En tu lista: «{ $words }». /swap empieza por lo tuyo.
swap-there = Eso ya está en tu lista.
swap-removed = Quitado: «{ $words }».
swap-unknown = No encuentro eso en tu lista.
swap-long =
    Es largo para una línea. Caben hasta { $most ->
        [one] una letra
       *[other] { $most } letras
    }.
swap-full =
    Tu lista está llena con { $most ->
        [one] una línea
       *[other] { $most } líneas
    }. Quita una, y cabe otra.
swap-left = Está bien. La lista está en /swap.

swap-idea-water = beber un vaso de agua, despacio
swap-idea-window = mirar por la ventana hasta encontrar cinco verdes
swap-idea-line = escribir en papel una línea sobre hoy
swap-idea-shoulders = mover los hombros en círculo diez veces, despacio
swap-idea-tidy = ordenar una esquina de una mesa
swap-idea-draw = dibujar la taza que tienes delante
swap-idea-question = hacerle una pregunta de verdad a alguien cercano
swap-idea-stairs = subir y bajar la escalera, o pasar por cada habitación
swap-idea-pages = leer dos páginas de un libro
swap-idea-song = escuchar una canción sin hacer nada más
swap-idea-thanks = apuntar tres personas a las que podrías dar las gracias
swap-idea-wash-up = fregar los platos a mano
swap-idea-fruit = cortar fruta, para ti y para alguien más
swap-idea-plants = regar las plantas y buscar una hoja nueva
swap-idea-play = tocar un instrumento, o jugar una partida de cartas
swap-idea-mend = arreglar o coser una cosa pequeña
swap-idea-block = dar una vuelta a la manzana, al revés que siempre
swap-idea-bench = sentarte fuera hasta que venga un pájaro
swap-idea-card = escribirle a alguien una tarjeta o una carta
swap-idea-call = llamar a alguien, y caminar mientras hablas
swap-idea-cook = empezar a cocinar algo que huela bien
swap-idea-album = mirar fotos antiguas en papel y preguntarle a alguien por una
swap-idea-feet = calentarte los pies, o darte una ducha
swap-idea-tomorrow = escribir en papel la lista de mañana
swap-idea-listen = escuchar un audiolibro a oscuras, con temporizador
swap-idea-puzzle = un rompecabezas, punto, u otra cosa para las manos
swap-idea-drawer = ordenar un cajón o un bolsillo de tu bolsa
swap-idea-sounds = cerrar los ojos y contar cinco sonidos
