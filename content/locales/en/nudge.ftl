nudge-lines = { $lines }
nudge-reminder = One gentle reminder, and no more today: your check-in is still open.
nudge-later = You asked me to come back.
nudge-slower-second-day = <i>You may be busy, so from now on I write every second day. Any word from you brings me back to daily.</i>
nudge-slower-weekly = <i>From now on I write once a week. Any word from you brings me back to daily.</i>
nudge-slower-fortnightly = <i>From now on I write every two weeks. Any word from you brings me back to daily.</i>
nudge-slower-silent = <i>This is my last message until you write. All that you noted stays. I am glad to hear from you any time, and glad if you don't need me.</i>
