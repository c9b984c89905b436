command-privacy = Qué se guarda; llévatelo o bórralo

privacy-all =
    Guardo tus ajustes, respuestas y palabras para acompañarte, y para nada más: sin anuncios, sin ventas, sin entrenar modelos. Solo si dices que sí guardo para aprender las líneas que no entienda. Lo que escribes va cifrado. Aquí solo lo lees tú; quien opera este bot tiene la clave.
    Desde los 13 años. Exporta o borra todo cuando quieras:
privacy-joined =
    Estas cuentas están unidas, y desde cada una se puede leer y exportar todo. /unlink las separa.
    { $accounts }
privacy-account = • { $place }
privacy-account-since = • { $place }, desde el { $day }
privacy-here = • { $place }: esta
privacy-here-since = • { $place }: esta, desde el { $day }
privacy-export = Exportar todo
privacy-erase = Borrar todo
privacy-lines-open = Líneas sin entender
privacy-lines-ask =
    ¿Puedo guardar las líneas que no entienda, para que quien opera este bot me enseñe más palabras? Cifradas, { $days } días como mucho, sin tu nombre ni cuenta, y ninguna en la que note un peligro. Las verá con los nombres y números que yo reconozca tapados. Puedes retirar el permiso: entonces se borran al momento.
privacy-lines-on = Sí, guárdalas
privacy-lines-no = No
privacy-lines-shared = Me dejas guardar las líneas que no entiendo, { $days } días como mucho, para aprender más palabras. ¿Lo retiras? Entonces se borran al momento las que hay.
privacy-lines-off = Sí, bórralas
privacy-lines-leave = No, sigue así
privacy-lines-kept = Gracias. Desde ahora guardo las líneas que no entienda, { $days } días como mucho. Con /privacy lo retiras.
privacy-lines-deleted = Retirado. Las líneas que había guardado para aprender están borradas.
privacy-lines-unchanged = De acuerdo, no he cambiado nada.
privacy-exported = Aquí está todo lo que guardo sobre ti, en un archivo JSON que puedes leer tú y pueden leer otros programas.
privacy-exported-partly = Aquí está todo lo que puedo leer de lo guardado sobre ti. Algo está dañado y tuve que dejarlo fuera; el archivo dice qué. No se borró nada.
privacy-part = Parte { $number } de { $of }.
privacy-damaged = Algo de lo guardado sobre ti está dañado y no puedo leerlo, así que no puedo seguir como siempre. Lo siento. Puedo darte lo que sí se puede leer. Si borras todo, puedes empezar de nuevo.
privacy-sure =
    ¿Borrar todo: ajustes, planes, respuestas y diario? No se puede deshacer. Si exportas antes, te queda una copia.
privacy-sure-joined =
    ¿Borrar todo, para todas estas cuentas: ajustes, planes, respuestas y diario? No se puede deshacer. Si exportas antes, te queda una copia; con /unlink antes, le queda una al otro lado.
    { $places }
privacy-sure-own =
    ¿Borrar lo que trajiste aquí y lo que se añadió desde que se unieron las cuentas? No se puede deshacer, y las separa. El otro lado recupera lo que tenía antes. Después del { $day }, borrar se llevaría todo lo de ambos.
privacy-sure-yes = Sí, borrar todo
privacy-sure-keep = No, conservarlo
privacy-kept = No se borró nada.
privacy-erased-own = Lo que trajiste aquí y lo que se añadió después está borrado, y las cuentas están separadas. Adiós.
privacy-erased = Todo lo que había sobre ti está borrado. Adiós.
