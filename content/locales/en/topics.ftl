# What people type about, whatever question is open. An answer stands alone: where it asks something, that is for the
# person to think about, and nothing waits for a reply. Feelings and failures: two sentences at most, no success line.
topic-urge = It's pulling right now. Put the phone where you have to get up for it, wait ten minutes, and then decide again. It's your decision both times.
topic-urge-2 = You want in this very minute. Say aloud what you'd open it for. If nothing comes, get up, drink a glass of water, and see what you want then.
topic-lapse = You stayed longer than you wanted to, and you noticed. What came just before: a place, an hour, a mood?
topic-lapse-said = “{ $words }”: you noticed, and you said it. What came just before: a place, an hour, a mood?
topic-lapse-2 = So it went otherwise than you meant. There is nothing to make up for, only something to find out: what were you looking for when you opened it?
topic-lapse-2-said = “{ $words }”: there is nothing to make up for, only something to find out. What were you looking for when it began?
topic-pride = You did that, and you saw it. What made it possible: a place, a moment, a person? Remember it for a harder day.
topic-pride-2 = That is your own doing. Is there somebody who would like to hear it from you?
topic-plan-easier = Then the step is too big for now, and it may shrink. In the plan, “{ grow-easier }” makes it smaller. If that isn't there, it is at its smallest, and another plan may fit better.
topic-plan-further = Then there may be room for more. In the plan, “{ grow-further }” leads on; if that isn't there, you are on its last step. Should it turn out too much, it can go back.
topic-plan-change = You needn't stay with this plan. Open it to take another one instead, to finish or to leave it. You can take an earlier plan up again.
topic-time-change = When I ask is in the settings. The days belong to a plan: one that you wrote yourself lets you choose them.
topic-fewer-messages = Thank you for saying so. In the settings you choose how many messages I may write in seven days, down to none. Or I stay quiet until a day you name.
topic-return = Good to hear from you. Nothing is lost, and there is nothing to catch up on. How often shall I write from now on? It can be less.
topic-goodbye = That is what I am for: that you no longer need me. /stop ends my messages, and you are welcome back any day. All the best to you.
topic-question-app = Most feeds put first what is likely to hold your attention, and go by what you watch, like or skip. For what an app may use of yours, its own settings are the place to look. Some of my plans have a step for this.
topic-question-bot = I'm a program, no human. What you type is read by rules and examples on the machine I run on; I send it to no AI service. What I keep is under /privacy.
topic-question-children = Perhaps begin with a question to your child: what do you like there, and what annoys you? Then agree on one small rule together, and begin with your own phone.
topic-posted-me = It's about you, so you may ask the person to take it down; one plain sentence will do. You can report it in the app, too. If it is intimate or a threat, tell somebody you trust today.
topic-language = The settings have the languages that I speak.
topic-night = It's late, and a feed has no last page. Put the phone where you have to get up for it, breathe out slowly ten times, and leave the rest to tomorrow.

# A feeling: what was said, and one thing that may help. Two sentences at most.
topic-feeling = So that is how it is for you right now; thank you for telling me. Nothing has to follow from it here.
topic-feeling-said = “{ $words }”: so that is how it is for you right now, thank you for telling me. Nothing has to follow from it here.
topic-feeling-sad = You feel sad, and it may simply be said here. Is there somebody you like who could hear it today, too?
topic-feeling-lonely = You feel alone right now. Who comes to mind for one line, or a call of two minutes?
topic-feeling-bored = Nothing holds you right now. Take one thing within reach that has no screen, and give it five minutes, just to see.
topic-feeling-tired = You're tired, and nothing has to be done here today. Perhaps lay the phone down first, then yourself.
topic-feeling-stressed = That is a lot at once. Breathe out slowly, choose the one thing that comes first, and let the rest wait; I can wait, too.
topic-feeling-angry = Something made you angry. If you want to write to somebody about it, write it where nobody sees it, and look again in an hour.
topic-feeling-anxious = Something makes you uneasy. You could put it into one sentence, on paper or to somebody you trust; nothing here is in a hurry.
topic-feeling-grief = I'm sorry; losing somebody doesn't pass by the calendar. There is nothing to do here today. Is there somebody who knew them, too, and would like to hear from you?
topic-feeling-ashamed = That isn't easy to say, and you said it. What would you tell a friend who wrote you the same?
topic-feeling-envious = It can sting to see what others show. You could mute one account for a week, and see how that is for you.

# Doors below an answer: at most 20 characters.
topic-door-plans = My plans
topic-door-plan = This plan
topic-door-settings = Settings
topic-door-time = Ask at { $time }
topic-door-week = My week
topic-door-pause = A pause
topic-door-privacy = What you keep
topic-door-reflect = A question for me
topic-door-night = To wind down

# Asking back: what a line was read as. The labels below stand on buttons, and as $what in heard-ask.
heard-ask = I read that as “{ $what }”. Is that right?
heard-ask-several = I could read that in more than one way. Which of these is closest?
heard-which = Which of them? Press the button that fits.
heard-none = None of these
heard-none-said = Then I read you wrongly. That's fine, nothing was recorded. You can say it in other words, or leave it.
heard-unclear = I didn't understand that, and I'd rather say so. It is kept only if you want it as a note.
heard-unclear-again = That was beyond me too, I'm sorry. What I know best is short: done, partly, skip, later, 45 min. As a note, I take any words.
heard-keep = Keep it as a note
heard-kept = It's in your /journal now.
heard-gone = That line is no longer here, so I can't keep it. You can send it once more.

# Labels: at most 20 characters.
heard-kept-done = Kept
heard-partly = Partly
heard-missed = Not this time
heard-skipped = Doesn't apply
heard-later = Later
heard-number = The number { $n }
heard-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
heard-count =
    { $n ->
        [0] Not once
        [one] Once
       *[other] { $n } times
    }
heard-note = A line on the day
heard-urge = I want to open it
heard-lapse = It got away from me
heard-feeling = How I feel
heard-pride = I'm glad it worked
heard-progress = How my plans go
heard-plan-change = Another plan
heard-plan-easier = An easier step
heard-plan-further = A bit further
heard-time-change = Change the time
heard-fewer-messages = Fewer messages
heard-pause = A pause
heard-return = I'm back
heard-goodbye = Time to say goodbye
heard-thanks = Thank you
heard-hello = Hello
heard-question-app = How apps work
heard-question-bot = About you, the bot
heard-question-children = Children and phones
heard-posted-me = Someone posted me
heard-privacy = What you keep
heard-export = Export my data
heard-erase = Erase my data
heard-stop = No more messages
heard-help = Help
heard-settings = Settings
heard-language = Another language
heard-undo = Undo my answer
heard-journal = My journal

# Danger that is not plainly one's own wish to die, and harm by others. Fixed answers: no assessment, no methods.
care-unclear = That sounds heavy, so I'd rather ask: do you mean it about your own life?
care-unclear-yes = Yes, I'm not well
care-unclear-friend = It's about a friend
care-unclear-no = Just an expression
care-unclear-thanks = Thank you for telling me. Then we go on as before.
care-friend =
    It's good that you look out for them. You don't have to carry it alone:
    • stay with them, or in touch
    • tell an adult or somebody you trust today, even if it was a secret
    • in danger: your local emergency number
    • people who listen, for them and for you: <a href="https://findahelpline.com">findahelpline.com</a>
care-picture-threat =
    This is not your fault, whatever you sent.
    • don't pay, and send nothing more
    • keep the messages
    • tell one person you trust today
    • report it in the app and to the police; in danger: your local emergency number
    People who listen: <a href="https://findahelpline.com">findahelpline.com</a>
care-unwanted-contact =
    You owe nobody an answer, a picture or a meeting, and it is not your fault.
    • stop answering; keep the messages
    • block and report the account
    • tell an adult or somebody you trust today
    • in danger: your local emergency number
    People who listen: <a href="https://findahelpline.com">findahelpline.com</a>
care-bullying =
    What they do to you is not all right, and you don't have to bear it alone.
    • keep what was written
    • report it in the app
    • tell somebody you trust today
    People who listen: <a href="https://findahelpline.com">findahelpline.com</a>
care-violence =
    Nobody may hurt you or threaten you, and it is not your fault.
    • in danger: your local emergency number
    • tell somebody you trust, as soon as it is safe for you
    • people who listen: <a href="https://findahelpline.com">findahelpline.com</a>
care-eating =
    Thank you for telling me; that is not easy. I'm a program, and this belongs with people who can be there for you: somebody you trust, a doctor, or those who listen at <a href="https://findahelpline.com">findahelpline.com</a>. In danger: your local emergency number.
topic-door-lesson = A short lesson
