command-checkin = Say how the day went
command-today = What is on for today

checkin-today = <b>Today</b>, { $day }
checkin-yesterday = <b>Yesterday</b>, { $day }
checkin-before = <b>The day before yesterday</b>, { $day }
checkin-day = { $day }
checkin-line-open = ○ { $name }
checkin-line-kept = ● { $name }: kept
checkin-line-partly = ◐ { $name }: partly
checkin-line-missed = ○ { $name }: not this time
checkin-line-skipped = – { $name }: didn't apply
checkin-line-asked = <b>{ $name }</b>: { $step }
checkin-line-control = In control: { $n } of 5
checkin-line-minutes = { $line }, { $amount } min
checkin-line-count =
    { $line }, { $amount ->
        [one] once
       *[other] { $amount } times
    }
checkin-question =
    { $lines }
    { $ask }
checkin-kept = Kept
checkin-partly = Partly
checkin-missed = Not today
checkin-missed-then = Not that day
checkin-skipped = Doesn't apply
checkin-later = Later
checkin-control =
    { $lines }
    How much in control of your social media did you feel? 1 is not at all, 5 is fully.
checkin-number = { $n }
checkin-amount-minutes =
    How many minutes was it? The phone's own Screen Time figure is the surest. (<i>45</i>, <i>1h20</i>)
checkin-amount-count = How many times was it? Just type the number.
checkin-amount-minutes-again =
    { $amount ->
        [one] I have noted { $amount } minute. Is that right? If not, type how many it was.
       *[other] I have noted { $amount } minutes. Is that right? If not, type how many it was.
    }
checkin-amount-count-again =
    { $amount ->
        [one] I have noted once. Is that right? If not, type how many times it was.
       *[other] I have noted { $amount } times. Is that right? If not, type how many it was.
    }
checkin-quick-minutes = { $amount } min
checkin-quick-count = { $amount }
checkin-amount-leave = It's right
checkin-amount-clear = Take it out
checkin-amount-unclear = I don't know how much that is. Please type it like 45, 45 min or 1h20.
checkin-count-unclear = I don't know how many that is. Please type just the number, like 3.
checkin-note-kept = It's in your /journal.
checkin-lapse =
    Thank you for saying so. One day changes little, and it can tell us something. What got in the way? Press one, or say it in your own words.
checkin-obstacle-forgot = I forgot
checkin-obstacle-time = No time
checkin-obstacle-mood = Not in the mood
checkin-obstacle-came-up = Something came up
checkin-smaller = Make the step smaller
checkin-tip-forgot-1 = Then a clearer moment may help: /plans lets you choose a new “When …”.
checkin-tip-forgot-2 = Then something in sight can remember it for you: a note at the place where it happens.
checkin-tip-near-1 = What lies within reach is picked up without a thought. One more step away already makes it a choice.
checkin-tip-near-2 = Then it was the place, not you. For one evening, give the phone a place of its own, out of sight.
checkin-tip-habit-1 = A hand is quicker than a thought. Moving the app's icon, or the phone, gives the thought its second back.
checkin-tip-habit-2 = You noticed it, and that is where it changes. Tomorrow, say aloud what you open it for.
checkin-tip-others-1 = People matter more than a step. If they could know of it, it may get easier with them: one sentence is enough.
checkin-tip-others-2 = With others it is harder alone. Is there one of them who would do it together with you?
checkin-tip-work-1 = Then the step needs a place that such a day leaves free. /plans lets you choose another “When …”.
checkin-tip-work-2 = On such days, the smallest part of the step is enough: that is “partly”.
checkin-tip-tired-1 = Tired, the nearest thing wins. What could lie nearer than the phone on such an evening?
checkin-tip-tired-2 = Then sleep comes first. On such days, even a tiny part of the step counts: that is “partly”.
checkin-tip-stress-1 = Then the phone was a break. Two minutes of another kind are under /urge.
checkin-tip-stress-2 = A day like that asks for something easy. What calms you otherwise, even a little? It can go on your list: /swap.
checkin-tip-bored-1 = Boredom wants something within reach. /swap keeps a short list of things you like.
checkin-tip-bored-2 = Waiting is the hardest place. One small thing for it, without a screen, can lie ready: /swap.
checkin-tip-time-1 = Then the step may be too big for such days. /plans can make it smaller.
checkin-tip-time-2 = Then let it be shorter: one minute of it is a part, and parts count.
checkin-tip-came-up-1 = Life goes first. Tomorrow is another day.
checkin-tip-came-up-2 = That can't be planned for, and need not be. The step waits.
checkin-tip-mood-1 = That happens to everybody. On such days, even a tiny part of the step counts: that is “partly”.
checkin-tip-mood-2 = Then don't wait for the mood: begin with ten seconds of it, and stop if you like.
checkin-tip-said = { $tip } Your words are in your /journal.
checkin-done =
    { $lines }
    Noted. { $closing }
checkin-whole =
    { $lines }
    All answered.
checkin-which =
    { $lines }
    What would you like to change?
checkin-feel = How it felt
checkin-change = Change an answer
checkin-reopen = Open the day again
checkin-reopened = { $day } is open again, without answers. What you wrote is still in your /journal.
checkin-taken-back = Taken back.
checkin-which-day = Which day do you mean?
checkin-on-today = Today
checkin-on-yesterday = Yesterday
checkin-on-earlier = { $day }
checkin-fill-in = Fill in { $day }
checkin-nothing = Nothing is planned for that day. Enjoy it.
checkin-nothing-then = Nothing was planned for { $day }, so there is nothing to fill in.
checkin-paused =
    { $lines }
checkin-no-plan = You have no plan running just now. That's fine. You can start one any time.
checkin-plans = My plans
checkin-open = Check in
checkin-reflect = A question to think about
checkin-overview =
    { $lines }
    I ask at { $time }.
checkin-overview-silent = { $lines }
checkin-overview-paused =
    { $lines }
    All is quiet until { $day }.
checkin-today-line =
    { $state }
    { $what }
checkin-day-unknown = I don't know which day “{ $words }” is: today and the two days before stay open.
checkin-closed-day = { $day } is too far back to change: today and the two days before stay open.
checkin-closed = { $day } is too far back to change, so I left its answers as they are.
checkin-late-line = Your line is in your /journal, under { $day }.
checkin-form-control = In control? 1 not at all, 5 fully
checkin-form-note = A line about the day, if you like
checkin-later-set = All right, I come back at { $time }.
checkin-later-once = I have come back once today. Your check-in stays open: /checkin, today or in the next two days.
checkin-later-night = By then your quiet hours have begun. Your check-in stays open today and the next two days.
checkin-later-ceiling =
    I have written { $ceiling } times in seven days, and that is the most you allow. Your check-in stays open: /checkin
checkin-later-nothing = There is nothing left to answer today.
checkin-later-past = That day is over, so I don't ask about it again. You can still fill it in:
checkin-later-over = That day is over, so I don't ask about it again.
checkin-later-coming = All right. Today I ask at { $time }.
checkin-unwell = I hope you feel better soon. If this plan had no place in the day, “{ checkin-skipped }” leaves it out of the count.
checkin-control-unclear = A number from 1 to 5 is all I need here.

checkin-overview-next =
    { $lines }
    Next I ask on { $day }, { $time }.
checkin-later-sooner = An hour from now is too late for today. I can come back sooner:
checkin-in-20 = In 20 minutes
checkin-in-60 = In an hour
checkin-in-tonight = Tonight
checkin-unsure = Not knowing is fine. Take what comes closest, or leave it.

# A step of the night is asked about on the day after it.
checkin-line-asked-night = <b>{ $name }</b>, last night: { $step }
checkin-line-asked-night-then = <b>{ $name }</b>, the night before: { $step }
checkin-missed-night = Not last night
checkin-missed-night-then = Not that night
# A step that is done once; and one that was done, a week later.
checkin-kept-once = Done
checkin-partly-once = Begun
checkin-missed-once = Not yet
checkin-kept-still = Still so
checkin-missed-still = Not any more
# A step for a moment that comes or does not come.
checkin-missed-event = It came, I didn't
checkin-skipped-event = It didn't come up
checkin-missed-week = Not this week
checkin-nothing-next = Nothing to answer today. I ask again on { $day } at { $time }.
checkin-nothing-tonight = This step is about the night, so there is nothing to answer yet. Try it tonight: I ask on { $day } at { $time }.
checkin-overview-taper =
    { $lines }
    You let me write less and less, so no check-in comes by itself.
checkin-done-and =
    { $done }

    { $more }
