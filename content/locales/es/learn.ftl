command-learn = Una lección de dos minutos
discord-name-learn = aprender
learn-lesson =
    <b>{ $title }</b>
    { $text }

    Dos minutos: { $do }
learn-question = Una pregunta sobre esto
learn-another = Otra lección
learn-themes = Por temas
learn-ask =
    { $ask }

    Piensa antes tu respuesta, si quieres.
learn-show = Ver la respuesta
learn-answer =
    <i>{ $ask }</i>
    { $answer }
learn-choose = ¿Qué tema?
learn-theme-feeds = Cómo funcionan los feeds
learn-theme-data = Dinero y datos
learn-theme-spread = Lo que se difunde
learn-theme-people = Personas
learn-theme-night = Noche y atención
learn-theme-rights = Irse y derechos
learn-theme-making = Crear y sentido
learn-none = Ahora mismo no tengo ninguna lección aquí.
