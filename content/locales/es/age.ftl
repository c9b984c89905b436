# La pregunta de la edad y el consentimiento, antes de que un mensaje de una comunidad guarde algo de alguien nuevo.
age-ask =
    <b>Una pregunta antes de guardar nada</b>
    Soy Scrollwise, un programa. Necesitas tener 13 años o más. Si sigues, guardo lo que respondas aquí y las semanas en las que participes; tus propias palabras se guardan cifradas. /privacy te lo entrega todo, o lo borra.
age-ok = Tengo 13 años o más: sigo
age-thanks = Gracias. Ahora sí se puede guardar tu respuesta:
age-words-back =
    Todavía no he guardado esto; así puedes copiarlo:
    { $words }
