# Lecciones: content/lessons.yaml. Como mucho 80 palabras en la lección; el texto nombra su fuente y el año.

lesson-what-a-feed-does-title = Lo que hace un feed
lesson-what-a-feed-does-text = Un feed calcula qué harás con una publicación y ordena según eso. En 2023, el orden de una red mostraba más publicaciones encendidas contra el otro bando que una lista por fecha, y a la gente no le gustaban más las políticas que elegía (Milli y otros, 2025).
lesson-what-a-feed-does-do = Mira diez publicaciones y cuenta cuántas son de cuentas que sigues.
lesson-what-a-feed-does-ask = ¿Un feed muestra primero lo que la gente dice que le gusta?
lesson-what-a-feed-does-answer = No por sí solo. Pone primero aquello a lo que es probable que reaccione. A menudo no es lo mismo.

lesson-newest-first-title = Primero lo más nuevo: ¿ayuda?
lesson-newest-first-text = Durante tres meses, miles de personas tuvieron un feed por fecha en vez del ordenado. Pasaron menos tiempo allí. Lo que pensaban de política no cambió de forma medible, y vieron más publicaciones dudosas, no menos (Guess y otros, 2023).
lesson-newest-first-do = Pon una aplicación en «siguiendo» o «más reciente» por una visita y mira qué pronto terminas.
lesson-newest-first-ask = ¿Estaba menos dividida la gente con un feed por fecha a los tres meses?
lesson-newest-first-answer = No se vio diferencia. Eso sí, pasó menos tiempo.

lesson-buttons-that-work-title = Qué botones escucha un feed
lesson-buttons-that-work-text = Voluntarios probaron los botones de un gran sitio de vídeos. «No recomendar este canal» evitó 43 de cada 100 vídeos no deseados, quitar del historial 29, «no me gusta» 12 y «no me interesa» 11 (Mozilla, 2022). La empresa discute cómo se midió.
lesson-buttons-that-work-do = Usa el fuerte una vez: silencia o bloquea una cuenta, y quita algo raro de tu historial.
lesson-buttons-that-work-ask = ¿Qué hace más: un «no me gusta» o «no recomendar este canal»?
lesson-buttons-that-work-answer = Lo segundo, más del triple en esa prueba.

lesson-autoplay-title = Cuando el siguiente empieza solo
lesson-autoplay-text = La mitad de 76 personas que ven muchas series apagó la reproducción automática. Veían unos 21 minutos menos al día, con pausas más largas entre episodios. Cerca de la mitad la quería de vuelta: la comodidad también cuenta (Schaffner y otros, 2025).
lesson-autoplay-do = Apaga la reproducción automática en una aplicación de vídeo por una semana. Está en los ajustes de reproducción.
lesson-autoplay-ask = Después de ver menos, ¿la dejaron apagada?
lesson-autoplay-answer = Cerca de la mitad no pensaba hacerlo. Pero lo decidió cada cual, y ya no la aplicación.

lesson-likes-title = Lo que hacen los «me gusta»
lesson-likes-text = En más de un millón de publicaciones de unas 4000 personas, el ritmo de publicar seguía a los «me gusta»: como si cada cual quisiera subir su media. Un experimento halló lo mismo (Lindström y otros, 2021). Es aprendizaje normal, y varía mucho entre personas.
lesson-likes-do = Oculta el número de «me gusta» en una aplicación, si te deja.
lesson-likes-ask = Tras muchos «me gusta», ¿la próxima publicación llega antes o después?
lesson-likes-answer = Antes, en promedio.

lesson-checking-from-inside-title = Por qué miramos sin que suene
lesson-checking-from-inside-text = Durante una semana, 205 personas no recibieron ningún aviso. Miraron el teléfono igual de a menudo y de largo. Sintieron que lo elegían más, y temieron más perderse algo (Dekker y otros, 2024). Así que gran parte empieza en nosotros.
lesson-checking-from-inside-do = Antes de recargar otra vez, di qué esperas. Después, ¿estaba?
lesson-checking-from-inside-ask = Una semana sin avisos: ¿menos miradas al teléfono?
lesson-checking-from-inside-answer = No. Por eso ayuda conocer los propios momentos, y no solo los sonidos.

lesson-how-many-notifications-title = ¿Cuántos avisos son normales?
lesson-how-many-notifications-text = En los teléfonos de unos 200 estadounidenses de 11 a 17 años, la mitad recibía 237 avisos al día o más. Una cuarta parte llegaba en horas de clase (Common Sense Media, 2023). Muchos eran silenciosos, y solo se midió un tipo de teléfono.
lesson-how-many-notifications-do = Apaga los avisos de una aplicación que no te escribió ninguna persona.
lesson-how-many-notifications-ask = ¿Cuántos dirías que fueron ayer los tuyos?
lesson-how-many-notifications-answer = Tu teléfono lo sabe: busca los avisos en sus ajustes de bienestar o de tiempo de pantalla.

lesson-three-bundles-title = Tres tandas al día
lesson-three-bundles-text = Durante dos semanas, 237 personas recibieron sus avisos uno a uno, en tandas o nunca. Con tres tandas al día estaban más tranquilas y con más control; sin ninguno, inquietas (Fitz y otros, 2019). Es un solo estudio: tómalo como una pista.
lesson-three-bundles-do = Pon el resumen programado del teléfono a tres horas que te vengan bien. Las llamadas siguen.
lesson-three-bundles-ask = ¿Qué daba más calma: ningún aviso o tres tandas?
lesson-three-bundles-answer = Tres tandas.

lesson-chains-title = Lo que hace una cadena contada
lesson-chains-text = En siete estudios se mostró a la gente una fila de días sin hueco, o con hueco. Quien veía el hueco seguía menos, aunque había hecho lo mismo (Silverman y Barasch, 2023). Es la imagen, no la persona. Por eso no te muestro ninguna.
lesson-chains-do = Dile a alguien con quien llevas una cadena así: la dejamos, y mejor nos vemos.
lesson-chains-ask = Dos personas hicieron lo mismo y a una se le muestra la fila completa. ¿Quién sigue?
lesson-chains-answer = Esa. Por eso un día que falta es solo eso: un día.

lesson-a-pause-with-a-door-title = Una pausa con puerta
lesson-a-pause-with-a-door-text = Una pausa corta antes de abrir una aplicación, con un botón para dar la vuelta: en un tercio de los casos la gente la dio, y a las seis semanas las abría menos de la mitad (Grüning y otros, 2023). La puerta hizo más que la espera.
lesson-a-pause-with-a-door-do = Antes de abrir tu aplicación favorita, cuenta hasta cinco y decide.
lesson-a-pause-with-a-door-ask = ¿Qué hizo más: tener que esperar o poder irse?
lesson-a-pause-with-a-door-answer = Poder irse.

lesson-a-grey-screen-title = ¿Ayuda la pantalla gris?
lesson-a-grey-screen-text = Durante una semana, 84 personas tuvieron la pantalla en gris. Usaron el teléfono 20 minutos menos al día, con más control y menos estrés; lo tomaban igual de a menudo y no dormían mejor (Dekker y Baumgartner, 2023). No hubo un buen grupo de comparación.
lesson-a-grey-screen-do = Busca el filtro de color en los ajustes de accesibilidad y pruébalo una noche.
lesson-a-grey-screen-ask = ¿Se desbloquea menos un teléfono gris?
lesson-a-grey-screen-answer = No, igual. Solo que se queda uno menos tiempo.

lesson-places-for-sale-title = Lugares en venta
lesson-places-for-sale-text = Unos periodistas pidieron una muestra a un comerciante de datos. Recibieron 3600 millones de posiciones de teléfonos en Alemania, de dos meses, gratis (Bayerischer Rundfunk y netzpolitik.org, 2024). Algunas son imprecisas, y los comerciantes niegan el mal uso.
lesson-places-for-sale-do = Mira qué aplicaciones ven tu ubicación. Pon una en «nunca» o «solo al usarla».
lesson-places-for-sale-ask = ¿Cuánto costaron esos 3600 millones de posiciones?
lesson-places-for-sale-answer = Nada: eran una muestra gratuita.

lesson-who-reports-on-you-title = Quién informa sobre ti
lesson-who-reports-on-you-text = En los archivos de 709 voluntarios, 186 892 empresas habían enviado algo sobre ellos a una red: 2230 por persona, de media (Keegan, 2024). Era gente que cuida su privacidad, así que otros pueden tener más.
lesson-who-reports-on-you-do = En los ajustes de tu cuenta, busca la actividad de otras empresas y bórrala.
lesson-who-reports-on-you-ask = ¿Cuántas empresas informaban sobre un voluntario, de media?
lesson-who-reports-on-you-answer = 2230.

lesson-do-they-listen-title = ¿Nos escuchan las aplicaciones?
lesson-do-they-listen-text = Se probaron 17 260 aplicaciones. Ninguna fue sorprendida enviando sonido sin permiso. Algunas enviaban vídeos de la pantalla (Pan y otros, 2018). No prueba que nunca pase; pero el lugar, las amistades y las búsquedas explican casi todos los anuncios raros.
lesson-do-they-listen-do = Mira qué aplicaciones pueden usar el micrófono. Quítaselo a una.
lesson-do-they-listen-ask = ¿Qué enviaban algunas aplicaciones?
lesson-do-they-listen-answer = Vídeos de la pantalla, no sonido.

lesson-the-other-side-title = Lo que más lejos lleva una publicación
lesson-the-other-side-text = En 2,7 millones de publicaciones, cada palabra sobre el otro bando político subía un 67 por ciento la probabilidad de compartirla, más que la ira sola (Rathje y otros, 2021). Son relaciones, no causas, y de Estados Unidos. La ira también puede sacar a la luz injusticias.
lesson-the-other-side-do = Ante la próxima que te encienda: ciérrala, suelta el aire y decide en una hora.
lesson-the-other-side-ask = ¿Qué lleva más lejos: palabras de ira o palabras sobre los otros?
lesson-the-other-side-answer = Palabras sobre los otros.

lesson-the-loud-few-title = Los pocos que gritan
lesson-the-loud-few-text = Cerca de una décima parte de los usuarios escribe 97 de cada 100 publicaciones políticas en una gran red (Robertson y otros, 2024). Así que lo que vemos no es lo que piensa la mayoría. Quien está en calma, duda o anda ocupado escribe poco, y no lo vemos.
lesson-the-loud-few-do = Díselo hoy a una persona: en línea encuentro sobre todo a la décima parte más ruidosa.
lesson-the-loud-few-ask = ¿Escribe de política la mayoría de los usuarios de esa red?
lesson-the-loud-few-answer = No. La mayoría escribe poco o nada.

lesson-bad-words-win-title = Por qué ganan las malas noticias
lesson-bad-words-win-text = Un sitio de noticias comparó 22 743 titulares. Cada palabra negativa más traía un 2,3 por ciento más de clics, y una positiva traía menos (Robertson y otros, 2023). Era un sitio, hace años; de eso aprenden quienes editan y quienes leen.
lesson-bad-words-win-do = Toma un titular y dilo como se lo contarías a una amistad.
lesson-bad-words-win-ask = ¿Trae más clics una palabra positiva en un titular?
lesson-bad-words-win-answer = Menos, en esa prueba. Un titular sereno cuesta algo, y puede valer más.

lesson-false-and-fast-title = Por qué lo falso corre
lesson-false-and-fast-text = Unas 126 000 historias en una red, durante once años: lo falso llegaba más lejos y más rápido que lo cierto. Lo pasaban personas, no máquinas (Vosoughi y otros, 2018). Lo nuevo y sorprendente gusta contarlo, y lo falso suele ser más nuevo.
lesson-false-and-fast-do = Abre el próximo enlace antes de pasarlo.
lesson-false-and-fast-ask = ¿Quién difundió más rápido lo falso que lo cierto: personas o robots?
lesson-false-and-fast-answer = Personas.

lesson-shared-unread-title = Compartido, pero no leído
lesson-shared-unread-text = En 35 millones de publicaciones con un enlace en una red, unas tres de cada cuatro no las había abierto quien las compartía (Sundar y otros, 2025). Quizá lo conocían de otro sitio. Casi siempre bastaba el titular.
lesson-shared-unread-do = ¿Sin tiempo para abrirlo? Entonces esta vez no lo pases.
lesson-shared-unread-ask = De cuatro enlaces compartidos, ¿cuántos abrió allí quien los compartió?
lesson-shared-unread-answer = Cerca de uno.

lesson-reading-sideways-title = Leer de lado
lesson-reading-sideways-text = Verificadores, profesores de historia y estudiantes juzgaron los mismos sitios. Los verificadores salían enseguida de la página para ver qué dicen otros de ella. Acertaban más, y antes (Wineburg y McGrew, 2019). Fue un estudio pequeño; enseñarlo ha funcionado después.
lesson-reading-sideways-do = Abre otra pestaña: el nombre del sitio y «quién está detrás». Lee dos líneas.
lesson-reading-sideways-ask = ¿Quién juzgó mejor: quien más tiempo leía la página?
lesson-reading-sideways-answer = No. Quien antes salía de ella.

lesson-know-the-trick-title = Conoce el truco
lesson-know-the-trick-text = Vídeos cortos mostraron trucos para convencer: un chivo expiatorio, un falso «o esto o aquello», palabras cargadas. Después, la gente los reconocía cerca de un 5 por ciento más (Roozenbeek y otros, 2022). El efecto es pequeño y se apaga, así que hay que repetirlo.
lesson-know-the-trick-do = Encuentra hoy en tu feed un «o esto o aquello» que deja algo fuera.
lesson-know-the-trick-ask = ¿Hay que saber los hechos para notar una publicación engañosa?
lesson-know-the-trick-answer = No siempre. Conocer el truco también ayuda.

lesson-made-up-pictures-title = ¿Distinguimos fotos inventadas?
lesson-made-up-pictures-text = Unas 12 500 personas juzgaron 287 000 veces si una foto era real o hecha por un programa. Acertaron 62 de cada 100 veces; una moneda acierta 50 (Microsoft, 2025). Buscar dedos raros ya no sirve mucho. Preguntar de dónde viene, sí.
lesson-made-up-pictures-do = Busca por imagen una foto de tu feed y mira dónde aparece primero.
lesson-made-up-pictures-ask = ¿Cuánto acierta la gente entre fotos reales e inventadas?
lesson-made-up-pictures-answer = 62 de cada 100 veces. Mejor preguntar por la fuente que fiarse del ojo.

lesson-pictures-and-looks-title = Las fotos y cómo nos vemos
lesson-pictures-and-looks-text = 220 jóvenes con malestar, de 17 a 25 años: la mitad se quedó en una hora de redes al día durante tres semanas. Acabaron algo más contentos con su aspecto (Thai y otros, 2024). Fue corto, y cada cual sabía lo que hacía.
lesson-pictures-and-looks-do = Silencia por una semana una cuenta tras la que te sientes menos.
lesson-pictures-and-looks-ask = ¿Hizo falta dejar las redes?
lesson-pictures-and-looks-answer = No. Una hora al día bastó para un cambio pequeño.

lesson-hidden-ads-title = ¿Esto es publicidad?
lesson-hidden-ads-text = Autoridades de Europa revisaron a 576 personas con muchos seguidores. 97 de cada 100 publican anuncios; solo una de cada cinco lo dice siempre (Comisión Europea, 2024). Se eligieron para revisarlas, no al azar, y muchas cuentas pequeñas no conocen las reglas.
lesson-hidden-ads-do = Mira tres publicaciones de una favorita: ¿dónde iría la etiqueta?
lesson-hidden-ads-ask = ¿Cuántas de cada cinco marcan siempre sus anuncios?
lesson-hidden-ads-answer = Una.

lesson-groups-title = El grupo que nunca para
lesson-groups-text = 442 brasileños contaron cómo viven con los grupos de chat: muchos se quedan por deber, y silencian en vez de salir (Garcia y Vivacqua, 2021). Nadie ve que silenciaste un grupo. Para muchos, un grupo es también lo mejor de la red.
lesson-groups-do = Silencia un grupo hasta el domingo y escribe una línea: aquí leo por la noche.
lesson-groups-ask = ¿A quién se avisa cuando silencias un grupo?
lesson-groups-answer = A nadie.

lesson-childrens-pictures-title = Las fotos de niños viajan
lesson-childrens-pictures-text = En una colección de imágenes que entrena programas se hallaron 170 niños de Brasil y 190 de Australia, tras mirar menos de una millonésima parte. Algunas venían de vídeos familiares no listados (Human Rights Watch, 2024). Compartir con pocas personas casi nunca hace daño.
lesson-childrens-pictures-do = Elige una foto de un niño y mándala a dos personas en vez de publicarla.
lesson-childrens-pictures-ask = ¿Cuánto hubo que mirar para hallar a 360 niños?
lesson-childrens-pictures-answer = Cada vez, menos de una millonésima parte.

lesson-an-unexpected-hello-title = Un saludo inesperado
lesson-an-unexpected-hello-text = En estudios con unas 5900 personas, quienes escribían a alguien calculaban cuánto le gustaría. Calculaban de menos, sobre todo si era una sorpresa (Liu y otros, 2023).
lesson-an-unexpected-hello-do = Escribe una línea a alguien de quien hace tiempo no sabes.
lesson-an-unexpected-hello-ask = ¿Acertamos con lo bien que cae un saludo?
lesson-an-unexpected-hello-answer = Nos quedamos cortos.

lesson-a-voice-title = Lo que hace una voz
lesson-a-voice-text = Varias personas retomaron el contacto con una vieja amistad, por teléfono o por correo. Casi todas esperaban que la llamada fuera más incómoda. No lo fue, y unió más que escribir (Kumar y Epley, 2021).
lesson-a-voice-do = Manda un mensaje de voz, o pregunta: ¿cinco minutos por teléfono?
lesson-a-voice-ask = ¿Fue la llamada más incómoda que el correo?
lesson-a-voice-answer = No. Solo lo parecía antes.

lesson-a-phone-on-the-table-title = Un teléfono en la mesa
lesson-a-phone-on-the-table-text = 304 personas comieron fuera en grupos pequeños, con el teléfono en la mesa o guardado. Con él se distraían más y disfrutaban algo menos (Dwyer y otros, 2018). El efecto es pequeño, y una llamada necesaria es necesaria.
lesson-a-phone-on-the-table-do = Acordad un sitio para los teléfonos antes de que lleguen los platos.
lesson-a-phone-on-the-table-ask = ¿Se trata de reglas para los niños?
lesson-a-phone-on-the-table-answer = En ese estudio eran adultos. Empieza por el propio.

lesson-loose-ties-title = Para qué sirven los conocidos
lesson-loose-ties-text = En experimentos con 20 millones de usuarios de una red de empleo, la gente hallaba trabajo más por conocidos que por amistades cercanas (Rajkumar y otros, 2022). Así que las redes pueden lo que un círculo íntimo no puede.
lesson-loose-ties-do = Escribe tres líneas a alguien que no ves hace un año.
lesson-loose-ties-ask = ¿Quién ayuda más a un empleo nuevo: amistades cercanas o conocidos?
lesson-loose-ties-answer = Los conocidos.

lesson-nobody-leaves-first-title = Por qué nadie se va primero
lesson-nobody-leaves-first-text = Un grupo de estudiantes quería unos 50 dólares por dejar una aplicación un mes a solas. Pero muchos habrían pagado por que la dejaran todos juntos (Bursztyn y otros, 2025). Cuesta irse a solas de donde está todo el mundo. Entre dos es más fácil.
lesson-nobody-leaves-first-do = Pregunta a una amistad: ¿la dejamos los dos hasta el viernes?
lesson-nobody-leaves-first-ask = ¿Pagaría alguien por que una aplicación desapareciera, para todos?
lesson-nobody-leaves-first-answer = De media sí, en ese estudio.

lesson-two-minutes-of-bad-news-title = Dos minutos de malas noticias
lesson-two-minutes-of-bad-news-text = De dos a cuatro minutos de malas noticias en un feed bajaron el ánimo enseguida. El mismo tiempo con actos amables, no (Buchanan y otros, 2021). Mirar si hay peligro es sensato. La décima publicación añade poco.
lesson-two-minutes-of-bad-news-do = Tras la próxima mala noticia, haz una cosa pequeña y útil: escribir, dar, preguntar o cerrar.
lesson-two-minutes-of-bad-news-ask = ¿Cuánto tarda en bajar el ánimo?
lesson-two-minutes-of-bad-news-answer = Bastaron de dos a cuatro minutos.

lesson-screens-in-bed-title = Pantallas en la cama
lesson-screens-in-bed-text = Entre 45 202 estudiantes de Noruega, cada hora más de pantalla en la cama iba con 24 minutos menos de sueño. Lo que hacían daba igual (Hjetland y otros, 2025). Es una relación: quien duerme mal también busca el teléfono.
lesson-screens-in-bed-do = Mueve ahora el cargador, un paso más lejos de la cama.
lesson-screens-in-bed-ask = ¿Son peores las redes en la cama que las películas?
lesson-screens-in-bed-answer = No en ese estudio. Parece ser el tiempo que quitan.

lesson-a-silent-phone-title = ¿Nos frena un teléfono en silencio?
lesson-a-silent-phone-text = Se dice mucho que un teléfono en la mesa quita atención, aunque calle. 33 estudios con 4368 personas, juntos, no hallan ese efecto (Hartanto y otros, 2024). Las interrupciones sí cuestan. Y lejos puede ayudarte igual.
lesson-a-silent-phone-do = Diez minutos para una sola cosa, sin sonido.
lesson-a-silent-phone-ask = ¿Frena a la gente un teléfono en silencio en la mesa?
lesson-a-silent-phone-answer = Probablemente no, o muy poco.

lesson-bored-and-more-bored-title = Aburrirse, y aburrirse más
lesson-bored-and-more-bored-text = En siete experimentos, quien se aburría saltaba de vídeo en vídeo, y saltar aburría más, no menos (Tam e Inzlicht, 2024). Casi todos eran estudiantes, y se trataba de vídeos.
lesson-bored-and-more-bored-do = Mira uno hasta el final, o ninguno.
lesson-bored-and-more-bored-ask = Diez minutos: un vídeo, o siete saltando. ¿Qué aburre menos?
lesson-bored-and-more-bored-answer = Uno.

lesson-a-bit-less-title = Un poco menos, y que dure
lesson-a-bit-less-text = Sin internet en el teléfono durante dos semanas, la gente se sentía y atendía mejor. Pero solo 119 de 467 aguantaron diez días (Castelo y otros, 2025). Lo que cuenta es un tamaño que se pueda mantener. Se veían, se movían y salían más: era una parte.
lesson-a-bit-less-do = Elige el recorte más pequeño que aún mantendrías dentro de medio año.
lesson-a-bit-less-ask = ¿Cuántas de 467 personas mantuvieron la versión estricta?
lesson-a-bit-less-answer = 119. Un paso pequeño que dura vale más que uno grande que no.

lesson-what-it-does-to-us-title = ¿Bueno o malo para nosotros?
lesson-what-it-does-to-us-text = 226 estudios con 275 728 personas: en conjunto, ninguna relación entre redes y bienestar. Algo más de desánimo e inquietud, y más cercanía a otros (Hancock y otros, 2022). Una media esconde a la gente: unos ganan, muchos poco, algunos pierden mucho.
lesson-what-it-does-to-us-do = Durante tres días, anota tu ánimo de 1 a 5 antes y después de una visita.
lesson-what-it-does-to-us-ask = ¿Es grande esa relación media?
lesson-what-it-does-to-us-answer = No. Así que tu propia respuesta cuenta más que la media.

lesson-what-it-is-good-for-title = Para qué es bueno
lesson-what-it-is-good-for-text = De los adolescentes de Estados Unidos, 80 de cada 100 se sienten más cerca de sus amistades por las redes, y 67 hallan apoyo. A 38 les sobra drama (Pew Research Center, 2022). Todo puede ser cierto en una misma noche.
lesson-what-it-is-good-for-do = Nombra la cuenta, el grupo o la persona que echarías de menos. Ve primero ahí.
lesson-what-it-is-good-for-ask = ¿Dice la mayoría que les hace daño?
lesson-what-it-is-good-for-answer = No. Ven el daño más bien en los demás.

lesson-the-way-out-title = La salida
lesson-the-way-out-text = De 25 redes probadas, ninguna dejaba borrar la cuenta sin algún truco, 2,4 de media (Kelly y Rubin, 2024). «Desactivar» esconde una cuenta, «eliminar» la acaba, a menudo tras unas semanas. Un plazo también puede proteger.
lesson-the-way-out-do = Mira dónde tiene una aplicación «eliminar», sin pulsarlo.
lesson-the-way-out-ask = ¿Cuántas de 25 redes dejaban irse sin truco?
lesson-the-way-out-answer = Ninguna.

lesson-your-own-copy-title = Tu propia copia
lesson-your-own-copy-text = En la Unión Europea puedes pedir a cualquier servicio una copia de lo que tiene sobre ti. La primera es gratis, y debe llegar en un mes, o en tres si es compleja (RGPD, 2016, artículos 12 y 15). Casi todas las aplicaciones tienen una página para ello.
lesson-your-own-copy-do = Pide tu copia a una aplicación. Cuando llegue, lee solo los anuncios y los accesos.
lesson-your-own-copy-ask = ¿Cuánto puede cobrar una empresa por la primera copia, en la Unión?
lesson-your-own-copy-answer = Nada.

lesson-pictures-for-others-title = Fotos para los demás
lesson-pictures-for-others-text = En cinco estudios, hacer fotos para publicarlas quitaba disfrute: se pensaba en cómo quedaría. Hacerlas para una misma persona, no (Barasch y otros, 2018). Con amistades cercanas importa menos.
lesson-pictures-for-others-do = Haz la foto ahora y decide mañana si publicarla.
lesson-pictures-for-others-ask = ¿Estropea un momento hacer fotos?
lesson-pictures-for-others-answer = No por sí solo. Hacerlas para un público, un poco.

lesson-who-cleans-up-title = Quién limpia
lesson-who-cleans-up-text = Hay personas que miran lo que se denuncia, para que otras no lo vean. En Estados Unidos, una empresa aceptó pagar 52 millones de dólares a 11 250 de ellas por lo que eso les hizo (Scola, 2020). Hoy gran parte lo hacen máquinas y contratas.
lesson-who-cleans-up-do = Cuando aparezca algo malo, denúncialo en su apartado. No lo pases para avisar.
lesson-who-cleans-up-ask = ¿Quién mira lo que denuncias?
lesson-who-cleans-up-answer = A menudo una persona. El apartado correcto le ahorra trabajo.

lesson-two-months-title = Cuánto tarda un hábito
lesson-two-months-text = En 20 estudios con 2601 personas, un hábito nuevo tardaba unos dos meses, a veces cuatro días y otras casi un año (Singh y otros, 2024). Lo que se hace por la mañana, y por elección propia, se volvía hábito con más fuerza.
lesson-two-months-do = Ata tu paso a algo que ya haces cada mañana.
lesson-two-months-ask = ¿Tarda un hábito 21 días?
lesson-two-months-answer = Casi siempre más: unos dos meses. Un día sin cumplir no hace daño.
