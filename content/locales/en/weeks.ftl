# Themes of the weeks after the first (content/weeks.yaml): the name, and one small thing to try. Both go on in a line.
theme-state-name = how you feel when you reach for it
theme-state-try = three times, say one word for it before you open an app.
theme-place-name = where the phone lies
theme-place-try = for one meal, let it lie in another room.
theme-people-name = the people around you
theme-people-try = say one thing aloud that you would have typed.
theme-feed-name = what the feed shows you
theme-feed-try = tell an app of three things that you are not interested.
theme-body-name = your body
theme-body-try = after a long scroll, stand up and look at something far away.
theme-meaning-name = what it is good for
theme-meaning-try = note one thing from the screen that you would like to remember in a year.
theme-giving-name = passing it on
theme-giving-try = tell one person what you have noticed in these weeks.
