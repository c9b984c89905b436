command-week = The last seven days, and one choice

week-summary =
    <b>Your last seven days, up to yesterday</b>
    { $lines }
week-little =
    { $answered ->
        [0] No day was answered, so there is nothing to say about this week. That is fine.
       *[other] One day was answered: too little to say much about this week. That is fine.
    }
week-plan =
    <b>{ $name }</b>: kept { $kept } of { $applied }{ $partly ->
        [0] {""}
       *[other] , partly { $partly }
    }
week-plan-only-kept = <b>{ $name }</b>: kept on { $day }
week-plan-only-partly = <b>{ $name }</b>: partly, on { $day }
week-plan-only-missed = <b>{ $name }</b>: not this time, on { $day }
week-plan-open = <b>{ $name }</b>: no answers
week-plan-skipped = <b>{ $name }</b>: didn't apply
week-minutes = About { $minutes } min a day
week-minutes-against = About { $minutes } min a day (before: { $before })
week-control = In control: { $control } of 5
week-control-against = In control: { $control } of 5 (before: { $before })
week-best = Best day: { $day }
week-obstacle = In the way: { $what }
week-obstacle-forgot = forgetting
week-obstacle-time = no time
week-obstacle-mood = not being in the mood
week-obstacle-came-up = something coming up
week-quote = “{ $words }”
week-reread = You wrote on { $day }: “{ $words }”
week-ask = And the next week?
week-other = Something else
week-plans = Look at plans
week-which = Which plan?
week-kept = Then all stays as it is.

# Turning points: the end of the first week, nearly three weeks, weeks that are all alike, eight steady weeks.
week-first = That was the first week. How often shall I write from here?
week-rhythm-stay = As until now
week-rhythm-5 = Fewer: 5 a week
week-rhythm-3 = Seldom: 3 a week
week-horizon = You are on the way: a new habit takes about two months, often longer, and a day missed does no harm (Singh, 2024).
week-alike =
    <b>{ $name }</b>: three weeks that were much alike. Nothing is wrong with that. If you would like something to move, one small change is enough:
week-alike-moment = Another moment
week-alike-plan = Another plan
week-alike-pause = A pause
week-steady =
    <b>{ $weeks } weeks, and it holds.</b>
    { $lines }
    If you like, I now write less and less: once a week, then every second week, then every fourth, then not at all. One word brings me back.
taper-less = Write less and less
taper-stay = Stay as it is
taper-first = At the start you wrote: “{ $words }”
taper-last = Of late: “{ $words }”
taper-begun =
    From now on no check-ins come, and I write on { $day }. { $slip }
    All commands go on. “I'm back” brings the check-ins again.
taper-slip-plan = For a day that slips, this still holds: { $plan }
taper-slip-step = For a day that slips: the smallest step is enough to begin again.
taper-ask-1 =
    A short look: does it still hold?
    { $lines }
taper-ask-2 =
    How is it without the check-ins: does it hold?
    { $lines }
taper-ask-3 =
    Only this, and no more this week: does it hold?
    { $lines }
taper-holds = It holds
taper-slips = It slips
taper-daily = Check-ins again
taper-next = Good. Then I write again on { $day }, and not before.
taper-slipped =
    That happens, and it takes nothing from the weeks that held. { $slip }
    If you like, the check-ins come again for a while.
taper-back = Good. The check-ins come again, at your usual time.
taper-is-daily = The check-ins come as ever.
taper-silent = I write no more unless you want it: “I'm back” brings the check-ins again.
taper-goodbye =
    This is my last message. It holds, and that is your own doing.
    { $lines }
    All the best to you. “I'm back” would be enough, any day.
week-theme = <b>The theme of the coming days:</b> { $name }. One thing to try: { $try }
week-lesson = Two minutes, if you like: { $title }
week-read = Read it
