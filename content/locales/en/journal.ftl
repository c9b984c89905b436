command-journal = What you wrote, and a search

journal-page =
    { $head }

    { $words }

    <i>{ $number } of { $total }</i>
journal-found =
    { $head }

    { $words }

    <i>{ $number } of { $total } with “{ $needle }”</i>
journal-head = <b>{ $day }</b> · { $prompt }
journal-note = A line on the day
journal-obstacle = What got in the way
journal-other = An earlier question
journal-newer = ← Newer
journal-older = Older →
journal-search = Search
journal-delete = Delete this
journal-back = Back to the journal
journal-empty = Your journal is empty so far. What you write about a day or a question goes here, for you alone.
journal-which-words = Which words shall I look for?
journal-nothing-found = Nothing in your journal has “{ $needle }” in it.
journal-gone = That line is no longer here.
journal-sure = Delete what you wrote on { $day }? It can't be brought back.
journal-sure-yes = Yes, delete it
journal-sure-keep = No, keep it
journal-kept = It stays.
journal-deleted = Deleted.
journal-unreadable = This line is damaged and can't be read. It stays here until you delete it.
