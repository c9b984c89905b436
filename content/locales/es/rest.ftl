command-stop = Terminar todos los mensajes, al momento
rest-stopped = Hecho: no escribo más. /start retoma, /privacy borra lo que sé de ti.
rest-on = Bien, seguimos. Todo lo que hiciste antes sigue contando.
rest-on-at = Bien, seguimos. Todo lo que hiciste antes sigue contando. Lo próximo es { $what }: { $day }, { $time }.
rest-on-new = Bien, seguimos. /start continúa donde lo dejaste.
