command-learn = A lesson of two minutes
discord-name-learn = learn
learn-lesson =
    <b>{ $title }</b>
    { $text }

    Two minutes: { $do }
learn-question = A question on it
learn-another = Another lesson
learn-themes = By subject
learn-ask =
    { $ask }

    Think of your answer first, if you like.
learn-show = Show the answer
learn-answer =
    <i>{ $ask }</i>
    { $answer }
learn-choose = Which subject?
learn-theme-feeds = How feeds work
learn-theme-data = Money and data
learn-theme-spread = What spreads
learn-theme-people = People
learn-theme-night = Night and attention
learn-theme-rights = Leaving and rights
learn-theme-making = Making and meaning
learn-none = I have no lesson here just now.
