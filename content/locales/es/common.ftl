# Palabras que muchos textos comparten.

# Las palabras de una persona, entre otros textos.
own-words = { $words }

# El plan «cuando …, voy a …»: $cue es una oración («me siento en el sofá»), $action un infinitivo («guardar el teléfono»).
if-then = Cuando { $cue }, voy a { $action }.
if-then-apart = El momento: { $cue }. Lo que hago: { $action }.

# Cómo se escribe una fecha, con los campos de Unicode: «lunes, 23 de noviembre».
common-date-pattern = EEEE, d 'de' MMMM
common-date-pattern-year = EEEE, d 'de' MMMM 'de' y

common-yes = Sí
common-no = No
common-skip = Saltar
common-back = Volver
until-yes = Sí, hasta ese día
