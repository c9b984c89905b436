command-settings = Language, times, how much I write

settings-all =
    <b>Settings</b>
    { $lines }
settings-line-language = Language: { $value }
settings-line-zone = Time zone: { $place }, { $time } now
settings-line-checkin = I ask how it went: { $time }
settings-line-exactly = My messages come: { $value }
settings-line-silent = Sound: { $value }
settings-line-reminder = Reminder: { $value }
settings-line-quiet = Quiet hours: { $value }
settings-line-ceiling = At most { $ceiling ->
        [one] one message
       *[other] { $ceiling } messages
    } in seven days
settings-line-week = We look back: { $day }, { $time }
settings-line-reflections = Questions to think about: { $value }
settings-line-daystart = Your day ends: { $time } at night
settings-line-paused = Paused until { $day }

settings-open-language = Language
settings-open-zone = Where I am
settings-open-checkin = When you ask
settings-open-exactly = To the minute
settings-open-silent = Sound
settings-open-reminder = Reminder
settings-open-quiet = Quiet hours
settings-open-ceiling = How much you write
settings-open-week = When we look back
settings-open-reflections = Questions
settings-open-daystart = When my day ends

settings-back = ‹ Settings
# A value of a setting, as the button of the one that holds now.
settings-holds = ✓ { $value }
settings-unchanged = It stays as it is.
settings-which-time = Which of the two do you mean?
settings-clock = { $time }
settings-hours = { $from }–{ $to }
settings-count = { $n }
settings-after =
    { $minutes ->
        [60] 1 hour after it
        [120] 2 hours after it
        [180] 3 hours after it
       *[other] { $minutes } minutes after it
    }
settings-weekday-0 = Monday
settings-weekday-1 = Tuesday
settings-weekday-2 = Wednesday
settings-weekday-3 = Thursday
settings-weekday-4 = Friday
settings-weekday-5 = Saturday
settings-weekday-6 = Sunday

settings-language = Which language shall I write in?
settings-language-unclear = I don't speak that one yet. These I do:
settings-language-kept = From now on I write in English.

settings-zone-kept = Noted: { $place }, where it is { $time } now.
settings-here =
    You seem to be in { $place }, where it is { $time } now. Shall I use that time zone? The location itself is kept nowhere.
settings-here-same = You are in the time zone that I use already: { $place }. Nothing changes.
settings-here-unknown = I know no time zone for that place, so nothing has changed.

settings-checkin = When shall I ask how your day went? Press a time, or type your own.
settings-checkin-unclear = I don't know that time. Please type it like 20:00 or 7:30.
settings-checkin-kept = I ask at { $time } from now on.
settings-checkin-kept-quiet =
    I ask at { $time } from now on. So that it fits, your quiet hours are now { $from } to { $to }.
settings-checkin-kept-no-quiet =
    I ask at { $time } from now on. So that it fits, there are no quiet hours any more.

settings-exactly = Many people like the same time, so my messages come up to five minutes after it, always at your same minute. Shall yours come exactly at the time?
settings-exactly-unclear = Please press one of the two.
settings-exactly-yes = exactly at that time
settings-exactly-no = up to 5 minutes after that time
settings-exactly-kept = Your check-in and your weekly summary come exactly at their time from now on.
settings-exactly-kept-not = Your check-in and your weekly summary come up to five minutes after their time.

settings-reminder = If a check-in is still open, when shall I remind you, once? Press one, or type it, like 45 min.
settings-reminder-unclear = Please type something between 30 minutes and 12 hours, like 45 min, or “no” for none.
settings-reminder-none = none
settings-reminder-at = { $time }, because of your quiet hours
settings-reminder-no-room = none, since your quiet hours leave no room for one
settings-reminder-at-kept = That would fall into your quiet hours, so I remind you once at { $time }, if a check-in is open.
settings-reminder-no-room-kept = Your quiet hours leave no room for a reminder after your check-in, so none comes. An earlier check-in would make room: /settings checkin
settings-ceiling-kept-days =
    I write on my own at most { $ceiling ->
        [one] once
       *[other] { $ceiling } times
    } in seven days. Your plans have more days than that leaves room for. I ask about these: { $days }. You can check in any day: /checkin
settings-reminder-kept = If a check-in is open, I remind you once, { $after }.
settings-reminder-kept-none = No reminders from now on.

settings-quiet = When shall I never write? Press one, or type it, like 22-8 or 22:00-07:30.
settings-quiet-unclear = I don't know those hours. Please type them like 22-8 or 22:00-07:30, or “no” for none.
settings-quiet-none = none
settings-quiet-kept = I write nothing between { $from } and { $to }.
settings-quiet-kept-none = There are no quiet hours from now on.
settings-quiet-moved-week = Your weekly summary would fall into these hours, so it now comes at { $time }.
settings-clash =
    Your check-in at { $checkin } lies between { $from } and { $to }. Which of the two shall change?
settings-clash-fit = Quiet hours: { $from }–{ $to }
settings-clash-move = Another time for the check-in

settings-ceiling =
    How many messages at most may I send on my own in seven days? Check-ins, reminders, questions and the summary all count. Press a number, or type one from 0 to 50; 0 means that I only answer.
settings-ceiling-unclear = Please type a number from 0 to 50.
settings-ceiling-kept =
    { $ceiling ->
        [one] I write on my own at most once in seven days.
       *[other] I write on my own at most { $ceiling } times in seven days.
    }
settings-ceiling-kept-none = I write nothing on my own any more: only when you write, I answer. /today is always there.

settings-week = On which day shall your weekly summary come?
settings-week-unclear = Please press one of the days.
settings-weekat = { $day } it is. At what time? Press one, or type your own.
settings-weekat-unclear = I don't know that time. Please type it like 17:00 or 9:30.
settings-weekat-quiet = That lies in your quiet hours, { $from } to { $to }. Which other time fits?
settings-week-kept = Your weekly summary comes on { $day } at { $time }.

settings-reflections = How many questions to reflect on shall I send you in a week?
settings-reflections-unclear = Please choose 0, 1 or 2.
settings-reflections-count =
    { $n ->
        [0] none
        [1] one a week
       *[other] { $n } a week
    }
settings-reflections-kept = Questions to reflect on: { $count }. /reflect has one any time.

settings-daystart =
    Until when at night does it still belong to the day before? What you answer until then counts for the evening.
settings-daystart-unclear = Please type a time from 0:00 to 6:00, like 4:00.
settings-daystart-kept = Your day now ends at { $time } at night.

settings-silent = Shall my messages make a sound when I write first?
settings-silent-unclear = Please press one of the two, or type “sound” or “silent”.
settings-silent-no = as your phone does it
settings-silent-yes = none, they are just there
settings-silent-kept = My messages come without a sound now. They are there when you look.
settings-silent-kept-not = My messages sound as your phone is set.

settings-notes = { $lines }
settings-reminder-no-ceiling = none, since the number of messages leaves no room for one
settings-reminder-no-ceiling-kept = Noted. But the number of messages you allow leaves no room for a reminder, so none comes. More would make room: /settings ceiling
settings-reminder-at-now = Your reminder would fall into your quiet hours, so it comes at { $time }.
settings-reminder-no-room-now = Your quiet hours leave no room for a reminder after your check-in, so none comes.
settings-reminder-no-ceiling-now = That number of messages leaves no room for a reminder, so none comes.
settings-reflections-now =
    { $n ->
        [0] There is no room for questions to reflect on. /reflect has one any time.
       *[other] There is room for one question to reflect on a week.
    }
settings-week-now = There is no room for the weekly summary. /week shows it any time.
settings-line-week-none = We look back: not now, since the number of messages leaves no room for it
settings-line-reflections-fewer = Questions to think about: { $value }, since the number of messages leaves no room for more
settings-week-kept-none = Noted: { $day } at { $time }. But the number of messages you allow leaves no room for a weekly summary, so none comes. /week shows it any time.
settings-reflections-kept-fewer =
    Noted: { $count }. But the number of messages you allow has room for { $room ->
        [0] none
       *[other] one a week
    }. /reflect has one any time.
settings-asks-day-over = At { $time } I ask about the day that ended at { $start }.
settings-asks-day-on = At { $time } I ask about the day that goes on until { $start }.
