# La única respuesta, fija, a palabras de autolesión. Nunca generada, sin valoraciones y sin nada sobre métodos.
care-help =
    Gracias por decirlo. No tienes que llevarlo a solas.
    Soy un programa, no un servicio de crisis. Hay personas que pueden ayudarte, ahora y gratis:
    • <a href="https://findahelpline.com">findahelpline.com</a> o <a href="https://befrienders.org">befrienders.org</a>
    • en peligro: el número de emergencias de tu zona
    • alguien cercano en quien confías
    Si te ayuda, suelta el aire una vez, despacio, o usa tu propio plan de seguridad.
    El acompañamiento y los avisos descansan hasta que tú lo digas.
care-go-on = Seguir con el acompañamiento, si quiero
