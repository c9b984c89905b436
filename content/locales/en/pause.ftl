command-pause = No messages until a date you choose

pause-ask =
    How long shall I write nothing? Press one, or type a number of days or a date, like 24.12. or 2026-12-24.
pause-unclear =
    I don't know that day. Please type a number of days, or a date within a year from now, like 24.12. or 2026-12-24.
pause-far =
    That is { $day }, { $days } days from now. Shall I write nothing until then? If you meant another day, type it.
pause-days =
    { $days ->
        [7] A week
        [14] Two weeks
       *[other] { $days } days
    }
pause-back = No pause
pause-unchanged = Then nothing changes.
pause-set =
    You won't hear from me before { $day }, { $time }. First comes { $what }. The days between don't count against anything.
pause-set-bare =
    You won't hear from me before { $until }. The days between don't count against anything.
pause-is-on = All is quiet until { $day }.
pause-off = End the pause now
pause-change = Another date
pause-none = There is no pause.
pause-over = The pause is over. Next comes { $what }: { $day }, { $time }.
pause-over-bare = The pause is over.
