# The first days: a first gain, and one small thing below each check-in.
first-win = One thing works at once, if you like: switch off the notifications of the app that calls you most. It takes a minute, in your phone's settings, under Notifications.
first-itch = A question of the first days: when your hand goes to the phone, what is it most of the time?
first-instead-bored = For the moments when you are bored, one small thing can lie ready. What would be good?
first-instead-stressed = For the stressed moments, one small thing can lie ready. What would ease you?
first-instead-habit = Your hand goes to the phone by itself. What could lie there in its place?
first-instead-lonely = For the moments when you feel alone, something small can lie ready. What, or who, would do you good?
first-instead-sleepless = For the nights when you can't sleep, something without a screen can lie ready. What would it be?
first-instead-write = Write it down
first-lesson = Two minutes, if you like: { $title }
first-door = A small try for tomorrow: open one app on purpose, look at one thing, and close it yourself.
first-somebody = Is there somebody who could know what you are trying? Here are words to send, if you like.
first-words = Words to send
first-words-said =
    Copy it, if you like. I send nothing to anybody.

    “I'm trying something small with my phone: { $name }. Would you ask me in a week how it goes?”
first-words-bare = Just now no plan runs, so there is nothing to tell yet.
