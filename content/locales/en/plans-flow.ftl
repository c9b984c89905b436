command-plans = Your plans: look, add, change

plans-list =
    <b>Your plans</b>
    { $plans }
plans-none = You have no plan running just now. One small step is enough to begin.
plans-item = • <b>{ $name }</b>: { $step }
plans-gone-name = A plan that is no longer offered
plans-gone-step = I have no words for its steps any more
plans-rhythm-quiet = Rhythm: quiet just now
plans-rhythm-coming = Rhythm: it comes and goes
plans-rhythm-shaping = Rhythm: taking shape
plans-rhythm-steady = Rhythm: steady
plans-paused = Paused until { $day }
plans-paused-open = Paused
plans-is-finished = Finished
plans-is-left = Left

plans-card =
    <b>{ $name }</b>
    { $lines }
plans-card-step = Step: { $step }
plans-card-days = Days: { $days }
plans-card-since = Since { $day }
plans-card-went =
    { $applied ->
        [0] No answers on this step yet
        [one] Kept on { $kept } of { $applied } day
       *[other] Kept on { $kept } of { $applied } days
    }
plans-card-went-lately =
    { $applied ->
        [0] No answers in the last { $days } days
       *[other] In the last { $days } days: kept on { $kept } of { $applied }
    }
plans-goal-minutes-most =
    { $amount ->
        [one] Counts as kept: up to { $amount } minute
       *[other] Counts as kept: up to { $amount } minutes
    }
plans-goal-minutes-least =
    { $amount ->
        [one] Counts as kept: from { $amount } minute
       *[other] Counts as kept: from { $amount } minutes
    }
plans-goal-count-most =
    { $amount ->
        [0] Counts as kept: not once
        [one] Counts as kept: up to once
       *[other] Counts as kept: up to { $amount } times
    }
plans-goal-count-least =
    { $amount ->
        [one] Counts as kept: once or more
       *[other] Counts as kept: { $amount } times or more
    }

plans-add = Add a plan
plans-own = Write my own
plans-open = See the plan
plans-mine = My plans
plans-back = Back to my plans
plans-back-to-plan = Back to the plan
plans-again = Take it up again
plans-resume = Go on now
plans-pause = Pause
plans-new-if-then = A new “When …”
plans-switch = Another plan instead
plans-finish = Finish
plans-leave = Leave
plans-why = Why it works
plans-start = Start this plan
plans-others = Other plans
plans-more = More plans

plans-earlier = Earlier plans
plans-earlier-list =
    <b>Earlier plans</b>
    { $plans }
    Open one to take it up again.
plans-earlier-nth = { $name } ({ $n })
plans-is-finished-since = Finished on { $day }
plans-is-left-since = Left on { $day }
plans-start-anew = Start anew
plans-see-again =
    <b>{ $name }</b>
    { $about }
    You have been on this plan before. Taken up again, it goes on with: { $step }

plans-not-there = That plan isn't among yours, or is no longer there. This is how things stand:
plans-full = { $most } plans at a time is plenty: small steps need some room. Finish, leave or switch one first.
plans-press = Please press one of the buttons.

plans-catalogue =
    { $plans }
    Which one would you like to look at?
plans-catalogue-empty = You have all the plans there are. You can write one of your own.
plans-pitch = • <b>{ $name }</b>: { $pitch }
plans-see =
    <b>{ $name }</b>
    { $about }
plans-why-it-works =
    <b>{ $name }</b>
    { $about }
plans-source = { $title }
plans-source-link = <a href="{ $url }">{ $title }</a>

plans-cue =
    <b>{ $name }</b>: { $step }
    Which moment will it be? Press one, or type your own: “When …”
plans-action = When { $cue } … what will you do? Press one, or type your own: “I will …”
plans-action-apart = { $cue }: what will you do then? Press one, or type your own: “I will …”
plans-action-told = “{ $action }”: that is what you will do.
plans-no-half = Press one of the buttons, please, or put it in a few words of your own.
plans-no-if-then = Without it
plans-keep-if-then = Leave it as it is
plans-too-long = Please put it in a few words: { $most } characters at most.
plans-renewed = <b>{ $plan }</b>
plans-started =
    You have started <b>{ $name }</b>.
    { $lines }

plans-until = Pause <b>{ $name }</b> for how long? Press one, or type a date, like 24.12. or 2026-12-24.
plans-pause-3 = 3 days
plans-pause-7 = A week
plans-pause-14 = Two weeks
plans-until-unclear = I don't know that date. Please type one within a year from now, like 24.12. or 2026-12-24.
plans-until-far =
    That is { $day }, { $days } days from now. Shall <b>{ $name }</b> rest until then? If you meant another day, type it.
plans-now-paused = <b>{ $name }</b> rests. It is back on { $day }. The days between don't count against anything.
plans-resumed =
    <b>{ $name }</b> goes on.
    Step: { $step }
plans-taken-up =
    <b>{ $name }</b> is back, where it was.
    Step: { $step }
plans-finished = <b>{ $name }</b> is finished: you can do this without a coach now. That is what it was for.
plans-left = You have left <b>{ $name }</b>. Thank you for trying it.

plans-end =
    { $lines }
    { $next }
    What would you like?
plans-end-once = No plan is running now. On { $day } I ask once more; after that I write only when you do.
plans-end-silent = No plan is running now. I write only when you do.
plans-look-back =
    <b>A look back</b>
    { $lines }
    No plan has been running since { $since }. From now on I write only when you do. What would you like?
plans-look-back-all =
    <b>{ $name }</b>, since { $day }: { $applied ->
        [0] no answers
        [one] kept on { $kept } of { $applied } day
       *[other] kept on { $kept } of { $applied } days
    }
plans-look-back-lately =
    <b>{ $name }</b>, since { $day }. In the last { $window } days: { $applied ->
        [0] no answers
       *[other] kept on { $kept } of { $applied }
    }
plans-another = Another plan
plans-earlier-again = Take up an earlier one
plans-just-rest = Just rest
plans-rest = All right, I write nothing more; /start is there if you want it. All the best to you.
plans-card-asked = I ask about it on these days: { $days }
plans-card-unasked = I don't ask about it: the number of messages you allow leaves no room. /checkin is there any day.
