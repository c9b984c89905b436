mine-name = A plan of your own. What would you like to do? A word or two is enough.
mine-action = <b>{ $name }</b>: what is the first step? So small that it fits into a full day: two minutes, one thing.
mine-days = On which days? Press one, or type them, like “mon wed fri”.
mine-days-unclear = I don't see which days you mean. Please type them like “mon wed fri”.
mine-confirm =
    <b>{ $name }</b>
    { $action }
    Days: { $days }
    Is that right?
mine-started =
    You have started <b>{ $name }</b>: { $action }
    Days: { $days }
mine-same-name = You already have a plan called <b>{ $name }</b>. With two of the same name I couldn't tell you which one I mean. A different name will do.
mine-edit = Change name or days
mine-edit-which =
    <b>{ $name }</b>
    Days: { $days }
    What would you like to change?
mine-edit-name = The name
mine-edit-days = The days
mine-newname = <b>{ $name }</b>: what shall it be called from now on? Its history stays.
mine-newdays =
    <b>{ $name }</b>, so far: { $days }
    On which days from today? Press one, or type them, like “mon wed fri”.
mine-renamed = It is called <b>{ $name }</b> now.
mine-new-days = <b>{ $name }</b>, from today: { $days }. The days before stay as they were.

mine-stop = Not now
mine-start = Start it
mine-again = Write it again

mine-cue-1 = I have had breakfast
mine-cue-2 = I get home
mine-cue-3 = I brush my teeth at night

mine-every-day = every day
mine-weekdays = weekdays
mine-weekend = the weekend
mine-day-0 = Monday
mine-day-1 = Tuesday
mine-day-2 = Wednesday
mine-day-3 = Thursday
mine-day-4 = Friday
mine-day-5 = Saturday
mine-day-6 = Sunday
mine-days-list = { $a }, { $b }
mine-days-last = { $a } and { $b }
mine-cue = <b>{ $name }</b>: when is a good moment for it? Press one, or type your own: “When …”
mine-no-cue = No fixed moment
mine-action-when = When { $cue } … what is the first step? So small that it fits into a full day: two minutes, one thing. “I will …”
mine-action-apart = { $cue }: what is the first step then? So small that it fits into a full day: two minutes, one thing. “I will …”
mine-moment-told = When { $cue }: that is a good moment. I keep it.
mine-other-days = Other days
