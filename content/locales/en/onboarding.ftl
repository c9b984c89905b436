command-start = Begin, or take up again

onboarding-hello =
    { $lines }
    I'm a program, no person and no medical help; you need to be 13 or older.
    Your own words are stored encrypted, and /privacy shows or erases everything.
onboarding-ok = I'm 13 or older: let's start
onboarding-too-young = I'm younger
onboarding-hello-unclear = One thing first: are you 13 or older? Press a button, or tell me your age, like “I'm 15”.
onboarding-young =
    Thank you for being honest. I am made for people from 13 on, so I keep nothing about you. A parent or another adult you trust can look at this with you.
onboarding-focus = What matters most to you right now?
onboarding-focus-words = I keep that, and say it back on harder days. Which of these is nearest to it?
onboarding-why = One more thing, if you like: why does it matter to you? A few words of your own. I say them back on harder days. Only you see them.
onboarding-plan =
    Using a little less held up better over months than stopping for a week (Brailovskaia, 2023). So these go in small steps:
    { $plans }
    Which one would you like? Or write what you would like to do.
onboarding-plan-line = • <b>{ $name }</b>: { $pitch }
onboarding-plan-own = Something of my own
onboarding-cue =
    <b>{ $name }</b>: a plan for one clear moment helps to do what one means to (Gollwitzer and Sheeran, 2006). When will it be? Press one, or type your own: “When …”
onboarding-action =
    When { $cue } … what will you do? Press one, or type your own: “I will …”
onboarding-action-apart = { $cue }: what will you do then? Press one, or type your own: “I will …”
onboarding-started =
    Your plan: <b>{ $name }</b>
    First step: { $step }
    <b>{ $plan }</b>
onboarding-settled = I ask at { $time } how it went, and remind you once if it stays open. One question to think about comes a week, and on { $day } we look back. That is at most { $ceiling } messages in seven days.
onboarding-settled-night = Try it tonight: I ask tomorrow at { $time } how the night was, and remind you once if it stays open. One question to think about comes a week, and on { $day } we look back. That is at most { $ceiling } messages in seven days.
onboarding-settled-seldom = I ask at { $time }, on some days only: this step is not for each day. One question to think about comes a week, and on { $day } we look back. That is at most { $ceiling } messages in seven days.
onboarding-settings = All settings
onboarding-lines = { $lines }
onboarding-asked = What you asked for: /{ $command }
onboarding-gain = <b>An evening that is yours again, a quieter head, time for people you like: small steps can get you there.</b> I am Scrollwise, and I go with you.
onboarding-linked = You came for “{ $name }”: that is where we begin.
onboarding-hello-more = What is kept, and what not
onboarding-more =
    I keep your settings, your answers and what you write. Your words and names are encrypted; what you press is not. Whoever runs this bot holds the key and could read all of it.
    I am no doctor and no crisis line, and I don't notice every danger. /privacy hands you everything, or erases it. /stop ends my messages.
onboarding-nearest = Please press what comes nearest, or leave it out.
onboarding-itch = When your hand goes to the phone: what is it then, most of the time?
onboarding-daypart = And when in the day does it pull most?
onboarding-plan-fits =
    This begins with what you told me, in small steps:
    { $plans }
    Which one would you like? Or write what you would like to do.
onboarding-plan-which = Please press one of these, or write in a few words what you would like to do.
onboarding-horizon = A new habit takes about two months, often longer; a day missed does no harm (Singh, 2024). /stop ends it all.
onboarding-other-time = Another time
onboarding-fewer = Fewer messages
