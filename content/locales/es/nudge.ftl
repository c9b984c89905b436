nudge-lines = { $lines }
nudge-reminder = Un recordatorio amable, y hoy ninguno más: tu repaso sigue abierto.
nudge-later = Me pediste que volviera.
nudge-slower-second-day = <i>Quizá tengas mucho que hacer, así que desde ahora escribo cada dos días. Con cualquier palabra tuya vuelvo a escribir a diario.</i>
nudge-slower-weekly = <i>Desde ahora escribo una vez por semana. Con cualquier palabra tuya vuelvo a escribir a diario.</i>
nudge-slower-fortnightly = <i>Desde ahora escribo cada dos semanas. Con cualquier palabra tuya vuelvo a escribir a diario.</i>
nudge-slower-silent = <i>Este es mi último mensaje hasta que escribas. Todo lo que anotaste se queda. Me alegra saber de ti en cualquier momento, y también que no me necesites.</i>
