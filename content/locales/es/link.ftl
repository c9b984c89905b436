command-link = Un solo guía en dos plataformas: código
command-unlink = Separar dos cuentas unidas

platform-console = esta terminal
platform-telegram = Telegram
platform-discord = Discord
link-place = { $platform } ({ $name })

link-code =
    Tu código: <b>{ $code }</b>
    Escribe /link y este código donde también hablas conmigo. Vale diez minutos y una sola vez. Guárdalo para ti: quien lo use leerá tu diario contigo.
link-again = Pedir un código
link-enter = Tengo un código
link-ask = ¿Qué código te dieron en el otro lado?
link-wrong = Ese código no vale: tiene un error, ya se usó o tiene más de diez minutos. Puedes escribirlo otra vez, o pedir otro con /link en el otro lado.
link-own = Ese es el código de este mismo lado. Escríbelo en el otro.
link-often = Demasiados códigos equivocados: durante una hora no miro ninguno. No se cambió nada.
link-gone = Ese código ya pasó, así que no se unió nada. Uno nuevo empieza otra vez.
link-confirm =
    Esto une lo que tienes aquí con { $place }: un solo guía y un solo diario que se lee desde los dos lados. ¿También eres tú?
link-confirm-both =
    Esto une lo que tienes aquí con { $place }: un solo guía y un solo diario que se lee desde los dos lados. No se pierde nada. Si también eres tú: ¿qué ajustes siguen?
link-confirm-yes = Sí, unirlos
link-confirm-here = Unir, con los ajustes de aquí
link-confirm-there = Unir, con los ajustes de allí
link-confirm-no = No, dejarlo
link-kept = No se unió nada.
link-side = ¿Dónde te escribo?
link-here = Aquí
link-there = En el otro lado
link-joined = Unidos. Desde ahora te escribo en { $place }, y los dos lados saben lo mismo. /unlink los separa.
link-told = Tu código se usó: este chat y { $place } están unidos, con un solo diario que se lee desde ambos lados. Si no fuiste tú, /unlink los separa.
link-left = { $plans ->
    [one] Tres planes a la vez bastan, así que uno descansa. Sus días quedan guardados; /plans lo retoma.
   *[other] Tres planes a la vez bastan, así que { $plans } descansan. Sus días quedan guardados; /plans los retoma.
  }
link-lines = { $lines }
link-single = Aquí solo tienes esta cuenta, así que no hay nada que separar. Con un código se une otra.
link-apart = ¿Dónde se queda tu historia? El otro lado empieza de nuevo.
link-stay = Dejarlas unidas
link-kept-joined = Siguen unidas.
link-parted-here = Separadas. Tu historia se queda aquí, y aquí te escribo. El otro lado empieza de nuevo.
link-parted-there = Separadas. Tu historia se queda en el otro lado. Aquí empiezas de nuevo cuando escribas.

# On Discord.
discord-name-link = vincular
discord-name-unlink = desvincular
discord-option-code = código
discord-option-code-about = El código del otro lado; sin él, recibes uno aquí
