command-reflect = Una pregunta para pensar

reflect-ask =
    { $prompt }

    Escribe tanto o tan poco como quieras. Solo tú lo ves.
reflect-nudge =
    <i>{ $why }</i>

    { $prompt }
reflect-why-general = Una pregunta para pensar, si te apetece:
reflect-why-mine = Una pregunta sobre lo que me contaste:
reflect-why-lapse = Un día no salió como estaba pensado, así que aquí va una pregunta sobre esos días:
reflect-why-good-week = Últimamente cumpliste tus pasos casi todos los días; aquí va una pregunta sobre eso:
reflect-why-week = Estos días van de { $theme }, y esta pregunta también:
reflect-another = Otra pregunta
reflect-not-now = Ahora no
reflect-begin = Una pregunta para reflexionar
reflect-journal = Abrir el diario
reflect-ended = Está bien. /reflect tiene una pregunta cuando quieras.
reflect-none = Ahora mismo no tengo ninguna pregunta a mano.
reflect-kept-1 = Guardado. Ponerlo en palabras ya es un paso.
reflect-kept-2 = Gracias por escribirlo. Está en tu diario.
reflect-kept-3 = Está en tu diario, para cuando quieras volver a leerlo.
reflect-kept-4 = Anotado, tal como lo escribiste.
reflect-kept-5 = Guardado. Te paraste un momento a mirar, y eso cuenta.
reflect-form-title = Tus pensamientos
reflect-form-words = Con tus palabras
