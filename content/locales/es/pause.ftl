command-pause = Sin mensajes hasta la fecha que elijas

pause-ask =
    ¿Cuánto tiempo no te escribo? Pulsa una opción, o escribe un número de días o una fecha, como 24/12 o 2026-12-24.
pause-unclear =
    No conozco ese día. Escribe un número de días, o una fecha dentro de un año, como 24/12 o 2026-12-24.
pause-far =
    Sería el { $day }, dentro de { $days } días. ¿Hasta entonces no te escribo? Si pensabas en otro día, escríbelo.
pause-days =
    { $days ->
        [7] Una semana
        [14] Dos semanas
       *[other] { $days } días
    }
pause-back = Sin pausa
pause-unchanged = Entonces no cambia nada.
pause-set =
    No te escribo antes del { $day }, { $time }. Lo primero será { $what }. Los días de en medio no restan nada.
pause-set-bare =
    No te escribo antes del { $until }. Los días de en medio no restan nada.
pause-is-on = Todo en silencio hasta el { $day }.
pause-off = Terminar la pausa ya
pause-change = Otra fecha
pause-none = No hay ninguna pausa.
pause-over = La pausa terminó. Lo próximo es { $what }: { $day }, { $time }.
pause-over-bare = La pausa terminó.
