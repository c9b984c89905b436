command-reflect = A question to think about

reflect-ask =
    { $prompt }

    Write as much or as little as you like. Only you see it.
reflect-nudge =
    <i>{ $why }</i>

    { $prompt }
reflect-why-general = A question to think about, if you like:
reflect-why-mine = A question about what you told me:
reflect-why-lapse = A day went otherwise than planned, so here is a question about such days:
reflect-why-good-week = You kept to your steps on most days lately, so here is a question about that:
reflect-why-week = These days are about { $theme }, and so is this question:
reflect-another = Another question
reflect-not-now = Not now
reflect-begin = A question to reflect on
reflect-journal = Open the journal
reflect-ended = That's fine. /reflect has a question whenever you want one.
reflect-none = I have no question at hand right now.
reflect-kept-1 = Kept. Putting it into words is a step of its own.
reflect-kept-2 = Thank you for writing that down. It is in your journal.
reflect-kept-3 = It's in your journal, for you to come back to.
reflect-kept-4 = Noted, just as you wrote it.
reflect-kept-5 = Kept. You took a moment to look, and that counts.
reflect-form-title = Your thoughts
reflect-form-words = In your own words
