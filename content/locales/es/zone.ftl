zone-label = { $place } · { $time }
zone-ask =
    ¿Qué hora es ahora donde estás? Solo escribo durante tu día.
    Pulsa la que encaje, o escribe tu hora (por ejemplo, 14:05) o tu ciudad.
zone-which = { $time }: ¿qué lugar te queda más cerca?
zone-nearest = No conozco ningún lugar donde ahora sean las { $time }. Estos son los que más se acercan. También puedes escribir otra vez tu hora, o tu ciudad.
zone-city = «{ $words }»: ¿es esta?
zone-cities = «{ $words }»: ¿cuál de estas es?
zone-other = Otro lugar
zone-otherwise = Entonces escribe una ciudad más grande que esté cerca, o la hora de tu reloj, como 14:05. También puedo ofrecerte estas:
zone-unclear =
    No encuentro «{ $words }». Escribe una ciudad más grande que esté cerca, o la hora de tu reloj, como 14:05.
