# Lo que alguien dijo de sí: qué pasa en el momento de las ganas, cuándo, y su propio motivo.

itch-bored = Me aburro
itch-stressed = Tengo estrés
itch-habit = Pura costumbre
itch-lonely = Me falta compañía
itch-sleepless = No puedo dormir
daypart-morning = Por la mañana
daypart-day = Durante el día
daypart-evening = Por la noche, antes de acostarme
daypart-night = Ya en la cama

settings-open-about = De qué va para mí
settings-about =
    <b>De qué va para ti</b>
    { $lines }
settings-line-focus = Lo que más te importa: { $value }
settings-line-why = Tu motivo: { $value }
settings-line-itch = Cuando la mano se va al teléfono: { $value }
settings-line-daypart = Cuándo tira más: { $value }
settings-open-focus = Lo que más me importa
settings-open-why = Mi motivo
settings-open-itch = Cuando me dan ganas
settings-open-daypart = Cuándo tira más
settings-unsaid = sin decir
settings-quoted = «{ $words }»

settings-focus = ¿Qué es lo que más te importa? Los planes y las preguntas sobre eso van primero.
settings-focus-unclear = Pulsa lo que más se acerque, por favor.
settings-focus-kept = Anotado. A partir de ahora van primero los planes y las preguntas sobre esto: { $value }.
settings-itch = Cuando la mano se va al teléfono, ¿qué pasa casi siempre?
settings-itch-unclear = Pulsa lo que más se acerque, por favor.
settings-itch-kept = Anotado. A partir de ahora va primero lo que encaja con esto: { $value }.
settings-daypart = ¿En qué momento del día tira más el teléfono?
settings-daypart-unclear = Pulsa lo que más se acerque, por favor.
settings-daypart-kept = Anotado. A partir de ahora van primero los planes que encajan con esto: { $value }.
settings-about-none = Prefiero no decirlo
settings-about-forgotten = Anotado. Ya no me guío por eso.

settings-why = ¿Por qué te importa? Unas palabras tuyas. Te las recuerdo de vez en cuando, sobre todo en los días difíciles.
settings-why-now =
    Escribiste: «{ $words }»
    Escribe otras palabras si ya es otra cosa.
settings-why-kept = Anotado. Te lo recordaré cuando ayude. Solo tú lo ves.
settings-why-out = Ya no está.
settings-why-remove = Quitarlo

# El propio motivo, de vuelta.
reason-hard-1 = Escribiste para qué haces esto: «{ $words }». En un día así también vale.
reason-hard-2 = «{ $words }»: son tus palabras. Un día así no les quita nada.
reason-hard-3 = Hay días más difíciles. Escribiste para qué es: «{ $words }»
reason-turn-1 = Escribiste para qué es: «{ $words }»
reason-turn-2 = Tu motivo, con tus palabras: «{ $words }»
reason-turn-3 = «{ $words }»: ahí lleva este paso, con tus palabras.
reason-week-1 = Escribiste por qué te importa: «{ $words }»
reason-week-2 = Para qué lo haces, con tus palabras: «{ $words }»
reason-week-3 = «{ $words }», escribiste. ¿Sigue siendo eso? /settings motivo
reason-kept = Una vez escribiste por qué te importa. Ahí lo tienes: /settings motivo
settings-why-skipped = Está bien. Tiene su sitio en los ajustes, para cuando quieras.
