command-link = Un solo guía en dos plataformas: código
command-unlink = Separar dos cuentas unidas

platform-console = esta terminal
platform-telegram = Telegram
platform-discord = Discord
link-place = { $platform } ({ $name })
link-unnamed = una cuenta de { $platform }

link-code =
    Tu código: <b>{ $code }</b>
    Escribe /link y este código donde también hablas conmigo. Vale diez minutos y una sola vez. Después te pregunto aquí quién puede unirse. No se lo des a nadie: quien se une lee tu diario contigo.
link-again = Pedir un código
link-enter = Tengo un código
link-ask = ¿Qué código te dieron en el otro lado?
link-wrong = Ese código no vale: tiene un error, ya se usó o tiene más de diez minutos. Puedes escribirlo otra vez, o pedir otro con /link en el otro lado.
link-own = Ese es el código de este mismo lado. Escríbelo en el otro.
link-often = Demasiados códigos equivocados: durante una hora no miro ninguno. No se cambió nada.
link-gone = Ese código ya pasó, así que no se unió nada. Uno nuevo empieza otra vez.
link-same = Las dos son cuentas de una misma plataforma, y esas no se unen. No se cambió nada.
link-lately = Uno de los dos lados se unió hace menos de tres días, así que no se cambió nada. Pasados tres días vale un código nuevo.
link-confirm =
    Este código viene de { $place }. Unidos, los dos lados tienen un solo guía y un solo diario, y desde cada uno se lee todo. ¿Esa cuenta también es tuya? Si el código te lo dio otra persona, pulsa «No».
link-confirm-both =
    Este código viene de { $place }. Unidos, los dos lados tienen un solo guía y un solo diario, y desde cada uno se lee todo. Si el código te lo dio otra persona, pulsa «No». Si esa cuenta también es tuya: ¿qué ajustes siguen?
link-confirm-yes = Sí, unirlos
link-confirm-here = Unir, con los ajustes de aquí
link-confirm-there = Unir, con los ajustes de allí
link-confirm-no = No, dejarlo
link-kept = No se unió nada.
link-side = ¿Dónde te escribo?
link-here = Aquí
link-there = En el otro lado
link-joined = Unidos. Desde ahora te escribo en { $place }, y los dos lados saben lo mismo. /unlink los separa.
link-sent = Ahora pregunto en { $place }: se unen cuando digas que sí allí. La respuesta tiene media hora; si allí no llega ningún mensaje, /link muestra la pregunta. Hasta entonces no se comparte nada.
link-told-asked =
    Alguien escribió tu código y quiere unirse a este chat: { $place }. Unidos, los dos lados leen un mismo diario y lo comparten todo. ¿Eres tú?
link-told-declined = En { $place } no se confirmó, así que no se unió nada.
link-told-joined = Unidos: este chat y { $place } tienen ahora un solo guía y un solo diario, que se lee desde los dos lados. Si no eres tú, /unlink los separa. Durante tres días ningún lado puede borrar lo que trajo el otro.
link-told-parted = { $place } se separó de este chat. Cada lado conserva una copia de todo y sigue por su cuenta.
link-told-exported = En { $place } se acaba de exportar todo lo que guardo sobre ti. Si no fuiste tú, /unlink separa las cuentas.
link-told-erased = En { $place } se acaba de borrar todo lo que había sobre ti, también aquí. Escribe cuando quieras para empezar de nuevo.
link-told-returned = { $place } se borró, y quedó separada de este chat. Lo que tenías aquí antes de unirte vuelve a estar como estaba. Lo que se añadió después también se borró.
link-admit = Sí, soy yo
link-decline = No
link-declined = No se unió nada, y el código ya no vale.
link-left = { $plans ->
    [one] Tres planes a la vez bastan, así que uno descansa. Sus días quedan guardados; /plans lo retoma.
   *[other] Tres planes a la vez bastan, así que { $plans } descansan. Sus días quedan guardados; /plans los retoma.
  }
link-lines = { $lines }
link-single = Aquí solo tienes esta cuenta, así que no hay nada que separar. Con un código se une otra.
link-apart =
    Unidas con esta cuenta:
    { $places }
    ¿Separo esta? Cada lado se queda con una copia de todo lo que hay hasta ahora y sigue por su cuenta.
link-part = Sí, separarlas
link-stay = Dejarlas unidas
link-kept-joined = Siguen unidas.
link-parted = Separadas. Cada lado tiene una copia de todo, y aquí te escribo.

# On Discord.
discord-name-link = vincular
discord-name-unlink = desvincular
discord-option-code = código
discord-option-code-about = El código del otro lado; sin él, recibes uno aquí
