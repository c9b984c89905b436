# Lo que dice la propia consola; todo lo demás viene de las conversaciones.
console-hint = Escribe el número de un botón o sus palabras. Tab completa los /comandos. Ctrl-D para salir.

console-saved = Guardado aquí: { $path }
    Solo tú puedes leer este archivo. Se queda ahí hasta que lo borres.
console-not-saved = El archivo no se pudo guardar en { $path }. ¿Queda espacio en el disco? Puedes pedirlo de nuevo.

console-full = El disco está lleno y no pude guardar lo que acabas de escribir. No se perdió nada más.
    Libera algo de espacio y después pulsa ↑ y Enter para enviarlo otra vez.
console-away = No puedo llegar al lugar donde se guardan tus respuestas, así que lo que acabas de escribir no quedó guardado.
    Espera un momento y después pulsa ↑ y Enter para enviarlo otra vez.
console-mistake = Algo falló de mi lado y lo que acabas de escribir no quedó guardado. No es culpa tuya.
    Puedes pulsar ↑ y Enter para intentarlo otra vez, o seguir con /help.

console-no-number = Ningún botón tiene ese número. El más alto es el { $last }.
