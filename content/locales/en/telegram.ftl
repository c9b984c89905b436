## What only Telegram needs: the bot's profile, groups, a location, and whatever cannot be read

telegram-bot-name = Scrollwise
telegram-bot-short-description = A coach for your social media habits, in small steps. Free, private, quiet: you choose when it writes.
telegram-bot-description =
    A coach for your social media habits, in small steps that you choose: less scrolling, a calmer feed, posts you stand by, privacy, people near you.

    One short check-in a day and never more messages than you allow. A program, not a person, and no medical care. From 13 on. /privacy shows, exports or erases everything.

telegram-sticker = Thank you for that. I only understand words and buttons, though.
telegram-voice = I can't listen to recordings, so I haven't kept it. Would you type it in a few words?
telegram-photo = I can't look at pictures or videos, so I haven't kept it. A few words tell me more.
telegram-file = I can't read files, so I haven't kept it. You can type or paste what matters here.
telegram-poll = I don't vote in polls. What do you think yourself?
telegram-forwarded = I only read what you write yourself, so I haven't kept this. What about it matters to you?
telegram-edited = I read each message once, as you first send it. If you meant something else, please write it again.
telegram-other = I can't read that, so I haven't kept it. Words and buttons work.

telegram-sorry = Something went wrong on my side, not yours. Please try it once more.
telegram-away = I can't get at my notes right now. Your message isn't lost: I answer as soon as I can.
telegram-flood =
    That is more at once than I can read, so I have not read or kept all of it. In a minute I read everything again; /stop works at any time.

telegram-place-share = Find it by my location
telegram-place-ask =
    Press the button below to send your location once. I look up the time zone, here and without any other service, and keep nothing else of it.
telegram-place-send = Send my location
telegram-place-without = Without a location
telegram-place-read = I only look up the time zone. The location itself is kept nowhere.
telegram-place-declined = All right, without it.

telegram-group-hello =
    Hello. I'm Scrollwise, a coach for social media habits. I work with one person at a time, in a private chat: here I stay quiet and keep nothing. Whoever is curious finds me there.
telegram-group-command = That works in a private chat, where only you see it.
telegram-group-open = Open a private chat
# The only entry of the menu of commands in a group.
telegram-group-start = Open a private chat with the coach
