command-privacy = Qué se guarda; llévatelo o bórralo

privacy-all =
    Guardo tus ajustes, respuestas y palabras para acompañarte, y para nada más: sin anuncios, sin ventas, sin entrenar modelos. Lo que escribes va cifrado. Aquí solo lo lees tú; quien opera este bot tiene la clave.
    Desde los 13 años. Exporta o borra todo cuando quieras:
privacy-export = Exportar todo
privacy-erase = Borrar todo
privacy-exported = Aquí está todo lo que guardo sobre ti, en un archivo JSON que puedes leer tú y pueden leer otros programas.
privacy-sure =
    ¿Borrar todo: ajustes, planes, respuestas y diario? No se puede deshacer. Si exportas antes, te queda una copia.
privacy-sure-yes = Sí, borrar todo
privacy-sure-keep = No, conservarlo
privacy-kept = No se borró nada.
privacy-erased = Todo lo que había sobre ti está borrado. Adiós.
