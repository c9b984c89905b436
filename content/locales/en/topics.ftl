# What people type about, whatever question is open. Two sentences, no success line, and doors below.
topic-urge = The pull is there right now. Try one small thing: put the phone in another room for ten minutes, then decide again.
topic-urge-2 = You want to open it this minute. Stand up, drink a glass of water, and then ask yourself what you were looking for.
topic-lapse = That got away from you, and now you know more than before. What came just before it: a place, a time of day, a feeling?
topic-lapse-2 = It took more time than you wanted. That is information, nothing to make up for. What was going on just before?
topic-feeling = Thank you for telling me how it is. You can put it into your journal, or let the questions rest for a while.
topic-feeling-sad = That sounds sad. You can write down what weighs on you, or let the questions rest for a while.
topic-feeling-lonely = That sounds lonely. Is there one person you could write to today, just to say hello?
topic-feeling-bored = Bored, then. What would your hands like to do for ten minutes that is not the phone?
topic-feeling-tired = That sounds tiring. Nothing has to be done here today; the questions can rest.
topic-feeling-stressed = That is a lot at once. Take one slow breath; the questions can rest as long as you like.
topic-feeling-angry = Something made you angry. Writing it down before posting anything can give you a moment.
topic-feeling-anxious = That sounds uneasy. You can write down what worries you, or let the questions rest.
topic-feeling-ashamed = That is an uncomfortable feeling, and you said it anyway. Nobody is keeping score here.
topic-feeling-envious = Looking at others' lives can sting. Feeds show chosen moments; which account could you mute for a week?
topic-pride = You did that yourself. What made it possible? It may help another day.
topic-pride-2 = That was your doing. Write down how you did it, if you like, so that you find it again.
topic-plan-change = Another plan may fit you better. You can leave this one or begin another; nothing is lost.
topic-plan-easier = Then the step is too big, and that is worth knowing. Open the plan to make it smaller.
topic-plan-further = Then it may be time for a bigger step. Open the plan to see the next one.
topic-time-change = You can choose another time and other days in the settings.
topic-fewer-messages = Fewer messages, then. The settings have how many I may write, or I can pause.
topic-return = Good to read from you. You go on wherever you like; nothing has to be caught up.
topic-goodbye = If you don't need me any more, that is a good ending. /stop ends my messages, and you can come back any day.
topic-question-app = Most feeds put first what is likely to hold your attention. What you watch, skip, like and mute teaches yours; my plans go into that step by step.
topic-question-bot = I am a program, no human. What you type is read on the machine I run on, by rules and examples, and no AI service sees it. What I keep is behind the button.
topic-question-children = Perhaps begin with a question to your child: what do you like about it, and what annoys you? Then agree on one small rule for everybody at home, yourself included.
topic-posted-me = You can ask the person to take it down, and report it in the app. If it is private or meant to hurt you, tell somebody you trust.
topic-language = You can change the language in the settings.

topic-door-plans = My plans
topic-door-settings = Settings
topic-door-week = My week
topic-door-pause = Let it rest
topic-door-privacy = What you keep
topic-door-reflect = Write about it

# Asking back: what a line was read as.
heard-ask = I read: { $what }. Right?
heard-ask-several = I am not sure how you mean that. Which is closest?
heard-none = None of these
heard-none-said = Then I misread you, and I recorded nothing. You can say it in other words.
heard-unclear = I didn't understand that, and I keep it only if you want it as a note.
heard-unclear-again = That one I don't understand either. These doors work; or keep it as a note for yourself.
heard-keep = Keep as a note
heard-kept = It is in your journal now.
heard-gone = I no longer have that line. What you write in /journal is kept.

heard-kept-done = Kept
heard-partly = Partly
heard-missed = Not kept
heard-skipped = Did not apply
heard-later = Ask me later
heard-number = { $n }
heard-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
heard-count = { $n ->
    [one] once
   *[other] { $n } times
}
heard-note = A note
heard-urge = An urge
heard-lapse = It slipped
heard-feeling = How I feel
heard-pride = I'm glad about it
heard-progress = How am I doing
heard-plan-change = Another plan
heard-plan-easier = A smaller step
heard-plan-further = A bigger step
heard-time-change = Another time
heard-fewer-messages = Fewer messages
heard-pause = A pause
heard-return = I'm back
heard-goodbye = Goodbye for good
heard-thanks = Thank you
heard-hello = Hello
heard-question-app = How feeds work
heard-question-bot = Who are you
heard-question-children = My child's phone
heard-posted-me = Somebody posted me
heard-privacy = What you keep
heard-export = My data
heard-erase = Delete my data
heard-stop = Stop writing
heard-help = Help
heard-settings = Settings
heard-language = Language
heard-undo = Change my answer
heard-journal = My journal

# Danger that is not plainly one's own wish to die. Nothing about methods, no assessment.
care-unclear = That sounds heavy. Do you mean it about your life?
care-unclear-yes = Yes, I'm not well
care-unclear-friend = It's about a friend
care-unclear-no = Just an expression
care-unclear-thanks = Thank you for saying so. I ask because I'd rather ask once too often.
care-friend =
    It is good that you look out for somebody. Stay in touch with them, and tell an adult or another person you trust; you need not carry this alone. In danger: your local emergency number. <a href="https://findahelpline.com">findahelpline.com</a> is for people who worry about somebody, too.
care-picture-threat =
    This is not your fault. Don't pay and don't send more; keep the messages. Tell one person you trust today, and report it in the app and to the police. If it is too much: <a href="https://findahelpline.com">findahelpline.com</a>.
care-unwanted-contact =
    You owe nobody an answer or a picture. Block and report the account, keep the messages, and tell somebody you trust today. In danger: your local emergency number.
care-bullying =
    Nobody has the right to treat you like that. Keep what was written, report it in the app, and tell somebody you trust. To talk to someone: <a href="https://findahelpline.com">findahelpline.com</a>.
care-violence =
    What you describe must not happen to you, and it is not your fault. In danger, call your local emergency number. People who help: <a href="https://findahelpline.com">findahelpline.com</a>, or someone you trust.
care-eating =
    Thank you for saying that. I am a program and can't help with it, but people can: someone you trust, a doctor, or <a href="https://findahelpline.com">findahelpline.com</a>.
