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
