# Lo que le importa a alguien, como botones: 40 caracteres como máximo.
track-time = Mi tiempo
track-feed = Lo que me muestran las redes
track-post = Lo que publico
track-privacy = Mi privacidad
track-people = La gente cercana
track-maker = Trabajo en redes sociales
