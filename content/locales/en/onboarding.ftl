command-start = Begin, or take up again

onboarding-hello =
    <b>I am Scrollwise, a coach for your social media habits, in small steps.</b>
    I am a program, not a person, and no medical or psychological care; you need to be 13 or older. I keep your settings, your check-ins and what you write; your own words are stored encrypted. /privacy hands you all of it, or erases it.
onboarding-ok = I'm 13 or older: let's start
onboarding-too-young = I'm younger
onboarding-hello-unclear = One thing first: are you 13 or older? Press a button, or tell me your age, like “I'm 15”.
onboarding-young =
    Thank you for being honest. I am made for people from 13 on, so I keep nothing about you. A parent or another adult you trust can look at this with you.
onboarding-focus =
    What matters most to you right now? It can change any time.
onboarding-focus-words = I keep that as your reason. Which of these is nearest to it?
onboarding-why =
    Why does it matter to you? A few words of your own help on harder days. Only you see them.
onboarding-time =
    When shall I ask how your day went? One short message, answered by presses. Press a time or type your own.
onboarding-at = { $time }
onboarding-time-unclear = I don't know that time. Please type it like 20:00 or 7:30.
onboarding-plan =
    Using a little less held up better over months than stopping for a week (Brailovskaia, 2023). So these plans go in small steps:
    { $plans }
    Which one would you like?
onboarding-plan-line = • <b>{ $name }</b>: { $pitch }
onboarding-plan-own = Something of my own
onboarding-press = Please press one of the buttons.
onboarding-cue =
    <b>{ $name }</b>: a plan for one clear moment helps to do what one means to (Gollwitzer and Sheeran, 2006). When will it be? Press one, or type your own: “When …”
onboarding-action =
    When { $cue } … what will you do? Press one, or type your own: “I will …”
onboarding-started =
    Your plan: <b>{ $name }</b>
    First step: { $step }
    <b>{ $plan }</b>
onboarding-settled =
    I ask at { $time } how it went, and never write more than { $ceiling } times in seven days. Miss a day? That only tells us something. /stop ends it all, in one word.
onboarding-checkin = Check in now
onboarding-settings = Change settings
onboarding-asked = What you asked for: /{ $command }
