command-journal = Lo que escribiste, con búsqueda

journal-page =
    { $head }

    { $words }

    <i>{ $number } de { $total }</i>
journal-found =
    { $head }

    { $words }

    <i>{ $number } de { $total } con «{ $needle }»</i>
journal-head = <b>{ $day }</b> · { $prompt }
journal-note = Una línea sobre el día
journal-obstacle = Lo que lo complicó
journal-other = Una pregunta anterior
journal-newer = ← Más nuevo
journal-older = Más antiguo →
journal-search = Buscar
journal-delete = Borrar esto
journal-back = Volver al diario
journal-empty = Tu diario está vacío por ahora. Aquí irá lo que escribas sobre un día o una pregunta, solo para ti.
journal-which-words = ¿Qué palabras busco?
journal-nothing-found = En tu diario no hay nada con «{ $needle }».
journal-gone = Esa línea ya no está aquí.
journal-sure = ¿Borrar lo que escribiste el { $day }? No se podrá recuperar.
journal-sure-yes = Sí, borrarlo
journal-sure-keep = No, conservarlo
journal-kept = Se queda.
journal-deleted = Borrado.
journal-unreadable = Esta línea está dañada y no se puede leer. Se queda aquí hasta que la borres.
