# Words of the Discord adapter. Names: one word, lower case, 32 characters at most.
discord-name-start = start
discord-name-today = today
discord-name-checkin = checkin
discord-name-plans = plans
discord-name-reflect = reflect
discord-name-journal = journal
discord-name-week = week
discord-name-why = why
discord-name-pause = pause
discord-name-settings = settings
discord-name-privacy = privacy
discord-name-help = help
discord-name-stop = stop

discord-option-day = day
discord-option-day-about = Which day: today, or one of the two before
discord-option-plan = plan
discord-option-plan-about = One of your plans, or one to begin
discord-option-words = words
discord-option-words-about = Only what holds these words
discord-option-until = until
discord-option-until-about = A number of days, or a date like 24.12. or 2026-12-24
discord-option-setting = setting
discord-option-setting-about = What you want to change
discord-option-wish = wish
discord-option-wish-about = Get everything as a file, or erase it

discord-form-open = Answer in one form
discord-words-open = Write
discord-words-title = Your words
discord-words-label = In your own words
discord-file = Everything that is stored about you, as a JSON file

discord-help = On a server I read nothing that people type: commands and buttons reach me, and only you see the answers. In our direct message plain words work too.
discord-only-words = I can read words only, so I haven't kept that.
discord-full = There is no room left where I keep your answers, so what you just did is not kept. Please try again later.
discord-away = I can't reach the place where I keep your answers, so what you just did is not kept. Please try again in a moment.
discord-mistake = Something went wrong on my side, so what you just did is not kept. It is not your fault. Please try again, or go on with /help.

discord-posts-fail = The weekly posts on this server don't all arrive. /community says why. Only those who manage it see this.
discord-place-offer = I couldn't write to you: your direct messages are closed to me. That is fine. Where shall I write?
discord-place-thread = A private thread here
discord-place-quiet = Only answer when I come
discord-place-direct = They are open now
discord-place-thread-name = Small steps
discord-place-thread-made = Here it is. You and I are in it; those who manage this server's threads can open it too.
discord-place-no-thread = I can't make a private thread in this channel: I lack the permission, or it isn't a text channel. Those who manage the server can change that. Where else?
discord-place-quiet-kept = All right: I write nothing on my own, and answer whenever you come. “Write to me again” below /today changes that.
discord-place-where = Where shall I write what I write on my own?
discord-place-quiet-now = As you chose, I write nothing on my own, so no question comes by itself.
discord-place-again = Write to me again
discord-place-opened = What I write on my own comes to our direct message, where only you see it.
discord-place-direct-hello = Good, this arrives: I write to you here.
discord-place-still-closed = It doesn't arrive yet. In the server's privacy settings you can allow direct messages. Where shall I write?
discord-flood = That is more at once than I can read, so I have not read or kept all of it. In a minute I read everything again; /stop works at any time.
