# Palabras del adaptador de Discord. Nombres: una palabra, en minúsculas, 32 caracteres como máximo.
discord-name-start = empezar
discord-name-today = hoy
discord-name-checkin = registro
discord-name-plans = planes
discord-name-reflect = reflexionar
discord-name-journal = diario
discord-name-week = semana
discord-name-why = porqué
discord-name-pause = pausa
discord-name-settings = ajustes
discord-name-privacy = privacidad
discord-name-help = ayuda
discord-name-stop = parar

discord-option-day = día
discord-option-day-about = Qué día: hoy o uno de los dos anteriores
discord-option-plan = plan
discord-option-plan-about = Uno de tus planes, o uno para empezar
discord-option-words = palabras
discord-option-words-about = Solo lo que contiene estas palabras
discord-option-until = hasta
discord-option-until-about = Un número de días, o una fecha como 24.12. o 2026-12-24
discord-option-setting = ajuste
discord-option-setting-about = Lo que quieres cambiar
discord-option-wish = deseo
discord-option-wish-about = Recibirlo todo en un archivo, o borrarlo

discord-form-open = Responder todo de una vez
discord-words-open = Escribir
discord-words-title = Tus palabras
discord-words-label = Con tus propias palabras
discord-file = Todo lo que está guardado sobre ti, en un archivo JSON

discord-help = En un servidor no leo nada de lo que se escribe: me llegan los comandos y los botones, y solo tú ves las respuestas. En nuestro mensaje directo también valen las palabras.
discord-only-words = Solo puedo leer palabras, así que no he guardado eso.
discord-full = No queda espacio donde guardo tus respuestas, así que lo que acabas de hacer no está guardado. Inténtalo más tarde, por favor.
discord-away = No llego al lugar donde guardo tus respuestas, así que lo que acabas de hacer no está guardado. Inténtalo en un momento, por favor.
discord-mistake = Algo salió mal por mi parte, así que lo que acabas de hacer no está guardado. No es culpa tuya. Inténtalo otra vez, o sigue con /help.

discord-posts-fail = En este servidor no llegan todos los mensajes semanales. /community dice por qué. Solo lo ven quienes lo administran.
discord-place-offer = No pude escribirte: tus mensajes directos están cerrados para mí. No pasa nada. ¿Dónde te escribo?
discord-place-thread = En un hilo privado aquí
discord-place-quiet = Solo responde cuando yo venga
discord-place-direct = Ya están abiertos
discord-place-thread-name = Pequeños pasos
discord-place-thread-made = Aquí está. Estamos tú y yo; quienes gestionan los hilos del servidor también pueden abrirlo.
discord-place-no-thread = No puedo crear un hilo privado en este canal: me falta el permiso, o no es un canal de texto. Quienes gestionan el servidor pueden cambiarlo. ¿Dónde si no?
discord-place-quiet-kept = De acuerdo: no escribo nada por mi cuenta, y respondo cuando vengas. «Vuelve a escribirme», debajo de /today, lo cambia.
discord-place-where = ¿Dónde te escribo lo que escribo por mi cuenta?
discord-place-quiet-now = Como elegiste, no escribo nada por mi cuenta, así que ninguna pregunta llega sola.
discord-place-again = Vuelve a escribirme
discord-place-opened = Lo que escribo por mi cuenta llega a nuestro mensaje directo, donde solo lo ves tú.
discord-place-direct-hello = Bien, esto llega: te escribo aquí.
discord-place-still-closed = Todavía no llega. En los ajustes de privacidad del servidor puedes permitir los mensajes directos. ¿Dónde te escribo?
discord-flood = Es más de lo que puedo leer de una vez, así que no lo he leído ni guardado todo. En un minuto vuelvo a leerlo todo; /stop funciona siempre.
