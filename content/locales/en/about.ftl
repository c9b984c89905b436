# What a person said of themselves: the state at the moment of the itch, the part of the day, the own reason.

itch-bored = I'm bored
itch-stressed = I'm stressed
itch-habit = Just habit
itch-lonely = I feel alone
itch-sleepless = I can't sleep
daypart-morning = In the morning
daypart-day = During the day
daypart-evening = In the evening
daypart-night = In bed

settings-open-about = What it is about for me
settings-about =
    <b>What it is about for you</b>
    { $lines }
settings-line-focus = What matters most: { $value }
settings-line-why = Your reason: { $value }
settings-line-itch = When your hand goes to the phone: { $value }
settings-line-daypart = When it pulls most: { $value }
settings-open-focus = What matters most
settings-open-why = My reason
settings-open-itch = At the itch
settings-open-daypart = When it pulls most
settings-unsaid = not said
settings-quoted = “{ $words }”

settings-focus = What matters most to you? Plans and questions that fit it come first.
settings-focus-unclear = Please press what comes nearest.
settings-focus-kept = Noted. Plans and questions about this come first from now on: { $value }.
settings-itch = When your hand goes to the phone: what is it then, most of the time?
settings-itch-unclear = Please press what comes nearest.
settings-itch-kept = Noted. Plans and questions that fit come first from now on: { $value }.
settings-daypart = When in the day does the phone pull most?
settings-daypart-unclear = Please press what comes nearest.
settings-daypart-kept = Noted. Plans that fit come first from now on: { $value }.
settings-about-none = Rather not say
settings-about-forgotten = Noted. I no longer go by that.

settings-why = Why does it matter to you? A few words of your own. I say them back to you now and then, on harder days above all.
settings-why-now =
    You wrote: “{ $words }”
    Type other words if it is something else by now.
settings-why-kept = Noted. I will say it back to you when it helps. Only you see it.
settings-why-out = It is taken out.
settings-why-remove = Take it out

# The own reason, said back.
reason-hard-1 = You wrote why you do this: “{ $words }”. That is still true on a day like this.
reason-hard-2 = “{ $words }”: your words. A day like this takes nothing from them.
reason-hard-3 = Some days are harder. You wrote what it is for: “{ $words }”
reason-turn-1 = You wrote what it is for: “{ $words }”
reason-turn-2 = Your reason, in your own words: “{ $words }”
reason-turn-3 = “{ $words }”: that is where this step leads, in your words.
reason-week-1 = You wrote why this matters to you: “{ $words }”
reason-week-2 = What you do this for, in your words: “{ $words }”
reason-week-3 = “{ $words }”, you wrote. Is it still that? /settings reason
reason-kept = You once wrote why this matters to you. It is there for you: /settings reason
settings-why-skipped = That's fine. There is a place for it in the settings whenever you like.
