command-help = What you can do here
command-why = Why my last message came

help-all =
    { $lines }
    Plain words work too: done, partly, skip, later, 45 min, undo.
help-day-line = <b>Your day:</b> { $commands }
help-plans-line = <b>Plans:</b> { $commands }
help-thoughts-line = <b>Thoughts:</b> { $commands }
help-messages-line = <b>My messages:</b> { $commands }
help-data-line = <b>Your data:</b> { $commands }
help-plans = Plans
help-settings = Settings

why-new = I ask a few things once, so that the plan fits you and I write when it suits you. All of it can change later.
why-none = I haven't written to you on my own in the last two weeks. When and how often I do is yours to choose.
why-lines = { $lines }
why-last = { $day }, { $time }: { $what }.
why-what-checkin = the check-in
why-what-reminder = a reminder
why-what-later = the check-in, once more
why-what-reflection = a question to reflect on
why-what-week = your weekly summary
why-checkin = It comes at { $time }. /settings changes that.
why-reminder = The check-in was still open. One reminder comes, { $minutes } minutes after it. /settings changes that.
why-reminder-then = The check-in was still open, and reminders were on then.
why-later = You asked me to come back later.
why-reflection =
    { $times ->
        [0] Such questions came then; they are off now.
        [1] One such question comes a week. /settings changes that.
       *[other] { $times } such questions come a week. /settings changes that.
    }
why-week = It comes on { $day } at { $time }. /settings changes that.
why-pace-second-day = As some went unanswered, I ask only every second day.
why-pace-weekly = As several went unanswered, I ask only once a week.
why-pace-fortnightly = As many went unanswered, I ask only every two weeks.
why-pace-silent = As many went unanswered, I write no more until you do.
why-count =
    In the last seven days I wrote { $sent ->
        [one] once
       *[other] { $sent } times
    }; your ceiling is { $ceiling }.
why-week-taper = You let me write less and less. “I'm back” brings the check-ins again.
