## Lo que solo necesita Telegram: el perfil, los grupos, la ubicación y lo que no se puede leer

telegram-bot-name = Scrollwise
telegram-bot-short-description = Un guía para tus hábitos en redes sociales, a pasos pequeños. Gratis, privado y discreto: tú eliges cuándo escribe.
telegram-bot-description =
    Un guía para tus hábitos en redes sociales, con pasos pequeños que eliges tú: menos deslizar, un feed más tranquilo, publicaciones que te representan, privacidad, la gente cercana.

    Un repaso breve al día y nunca más mensajes de los que permites. Es un programa, no una persona ni atención médica. Desde los 13 años. /privacy muestra, exporta o borra todo.

telegram-sticker = Gracias por eso. Aunque solo entiendo palabras y botones.
telegram-voice = No puedo escuchar grabaciones, así que no la he guardado. ¿Me lo escribes en pocas palabras?
telegram-photo = No puedo ver imágenes ni vídeos, así que no he guardado nada. Unas palabras me dicen más.
telegram-file = No puedo leer archivos, así que no lo he guardado. Puedes escribir o pegar aquí lo que importa.
telegram-poll = No voto en encuestas. ¿Qué piensas tú?
telegram-forwarded = Solo leo lo que escribes tú, así que esto no lo he guardado. ¿Qué te importa de ello?
telegram-edited = Leo cada mensaje una vez, tal como llega. Si querías decir otra cosa, escríbela de nuevo.
telegram-other = Eso no lo puedo leer, así que no lo he guardado. Palabras y botones funcionan.

telegram-sorry = Algo ha fallado por mi parte, no por la tuya. Inténtalo otra vez, por favor.
telegram-away = Ahora mismo no llego a mis notas. Tu mensaje no se pierde: respondo en cuanto pueda.
telegram-flood =
    Es más de lo que puedo leer de una vez, así que no lo he leído ni guardado todo. En un minuto vuelvo a leerlo todo; /stop funciona siempre.

telegram-place-share = Buscarla por mi ubicación
telegram-place-ask =
    Pulsa el botón de abajo para enviar tu ubicación una sola vez. Busco la zona horaria aquí mismo, sin ningún otro servicio, y no guardo nada más.
telegram-place-send = Enviar mi ubicación
telegram-place-without = Sin ubicación
telegram-place-read = Solo miro la zona horaria. La ubicación no se guarda en ningún sitio.
telegram-place-declined = De acuerdo, sin ella.

telegram-group-hello =
    Hola. Soy Scrollwise, un guía para los hábitos en redes sociales. Trabajo con una persona a la vez, en un chat privado: aquí no digo nada más ni guardo nada. Quien tenga curiosidad me encuentra allí.
telegram-group-command = Eso funciona en un chat privado, donde solo lo ves tú.
telegram-group-open = Abrir un chat privado
# The only entry of the menu of commands in a group.
telegram-group-start = Abrir un chat privado con el guía
