# Lessons: content/lessons.yaml. At most 80 words in the lesson itself; the text names its source and the year.

lesson-what-a-feed-does-title = What a feed does
lesson-what-a-feed-does-text = A feed guesses what you will do with a post, and sorts by that. In 2023, one network's sorting showed more heated posts about the other side than a list by time, and readers did not prefer the political ones it picked (Milli and others, 2025).
lesson-what-a-feed-does-do = Look at ten posts, and count those from accounts that you follow.
lesson-what-a-feed-does-ask = Does a feed show first what people say they like?
lesson-what-a-feed-does-answer = Not by itself. It puts first what they are likely to react to. The two are often not the same.

lesson-newest-first-title = Newest first: does it help?
lesson-newest-first-text = For three months, thousands of people had a feed by time instead of the sorted one. They spent less time there. What they thought of politics did not change measurably, and they met more doubtful posts, not fewer (Guess and others, 2023).
lesson-newest-first-do = Switch one app to “following” or “newest” for one visit, and notice how soon you were done.
lesson-newest-first-ask = Were people with a feed by time less divided after three months?
lesson-newest-first-answer = No difference could be seen. They did spend less time.

lesson-buttons-that-work-title = Which buttons a feed hears
lesson-buttons-that-work-text = Volunteers tested the buttons of a big video site. “Don't recommend this channel” kept away 43 of 100 unwanted videos, removing from the history 29, “dislike” 12 and “not interested” 11 (Mozilla, 2022). The company disputes how that was measured.
lesson-buttons-that-work-do = Use the strong one once: mute or block one account, then remove one odd thing from your history.
lesson-buttons-that-work-ask = Which does more: a dislike, or “don't recommend this channel”?
lesson-buttons-that-work-answer = The second, more than three times as much in that test.

lesson-autoplay-title = When the next one starts by itself
lesson-autoplay-text = Half of 76 people who watch many series switched autoplay off. They watched about 21 minutes less a day, with longer breaks between episodes. About half wanted it back afterwards: comfort is real, too (Schaffner and others, 2025).
lesson-autoplay-do = Switch autoplay off in one video app for a week. It is in the playback settings.
lesson-autoplay-ask = Having watched less, did people leave it off?
lesson-autoplay-answer = About half did not plan to. Each of them decided it, though, and no longer the app.

lesson-likes-title = What likes do to us
lesson-likes-text = In over a million posts by some 4,000 people, the rhythm of posting followed the likes: people posted as if to raise the average. An experiment found the same (Lindström and others, 2021). It is ordinary learning, and differs a lot from person to person.
lesson-likes-do = Hide the number of likes in one app, if it lets you.
lesson-likes-ask = After many likes, does the next post come sooner or later?
lesson-likes-answer = Sooner, on average.

lesson-checking-from-inside-title = Why we look without a sound
lesson-checking-from-inside-text = For a week, 205 people had no notifications at all. They looked at the phone as often, and as long, as before. They felt that it was more their own choice, and feared more to miss something (Dekker and others, 2024). So much of the looking begins in us.
lesson-checking-from-inside-do = Before you next refresh, say what you hope for. Afterwards, was it there?
lesson-checking-from-inside-ask = A week without notifications: fewer looks at the phone?
lesson-checking-from-inside-answer = No. That is why it helps to know one's own moments, not only the sounds.

lesson-how-many-notifications-title = How many notifications is normal?
lesson-how-many-notifications-text = On the phones of about 200 Americans from 11 to 17, half got 237 notifications a day or more. A quarter of them came during school (Common Sense Media, 2023). Many were silent, and only one kind of phone was measured.
lesson-how-many-notifications-do = Switch off one app's notifications that no person wrote to you.
lesson-how-many-notifications-ask = What do you guess: how many were yours yesterday?
lesson-how-many-notifications-answer = Your phone knows: look for notifications in its well-being or screen time settings.

lesson-three-bundles-title = Three bundles a day
lesson-three-bundles-text = For two weeks, 237 people got their notifications one by one, in bundles, or not at all. With three bundles a day they were calmer and felt more in control; with none at all they were uneasy (Fitz and others, 2019). It is one study, so take it as a hint.
lesson-three-bundles-do = Set your phone's scheduled summary to three times that suit you. Calls from people stay on.
lesson-three-bundles-ask = Which was calmer: no notifications, or three bundles?
lesson-three-bundles-answer = Three bundles.

lesson-chains-title = What a counted chain does
lesson-chains-text = In seven studies, people were shown a row of days without a gap, or one with a gap. Those who saw the gap went on less, though they had done just the same (Silverman and Barasch, 2023). It is the picture, not the person. That is why I show you none.
lesson-chains-do = Tell one friend with whom you keep such a chain: let's end it, and meet instead.
lesson-chains-ask = Two people did the same, and one is shown an unbroken row. Who goes on?
lesson-chains-answer = That one. So a missing day should be seen for what it is: one day.

lesson-a-pause-with-a-door-title = A pause with a door
lesson-a-pause-with-a-door-text = A short pause before an app opens, with a button to turn away: in a third of all cases people turned away, and after six weeks they opened the apps less than half as often (Grüning and others, 2023). The door did more than the wait.
lesson-a-pause-with-a-door-do = Before you next open your favourite app, count to five, then decide.
lesson-a-pause-with-a-door-ask = What did more: having to wait, or being allowed to leave?
lesson-a-pause-with-a-door-answer = Being allowed to leave.

lesson-a-grey-screen-title = Does a grey screen help?
lesson-a-grey-screen-text = For a week, 84 people had a grey screen. They used the phone 20 minutes less a day, felt more in control and less stressed; they picked it up just as often and slept no better (Dekker and Baumgartner, 2023). There was no proper group to compare with.
lesson-a-grey-screen-do = Find the colour filter in the accessibility settings, and try it for one evening.
lesson-a-grey-screen-ask = Do people unlock a grey phone less often?
lesson-a-grey-screen-answer = No, just as often. They only stay for less time.

lesson-places-for-sale-title = Places for sale
lesson-places-for-sale-text = Reporters asked a data trader for a sample. They got 3.6 billion positions of phones in Germany, from two months, for nothing (Bayerischer Rundfunk and netzpolitik.org, 2024). Some positions are rough, and the traders deny misuse.
lesson-places-for-sale-do = Look up which apps may see your location. Set one to “never” or “while in use”.
lesson-places-for-sale-ask = What did those 3.6 billion positions cost?
lesson-places-for-sale-answer = Nothing: they were a free sample.

lesson-who-reports-on-you-title = Who reports on you
lesson-who-reports-on-you-text = In the archives of 709 volunteers, 186,892 companies had sent something about them to one network: 2,230 per person on average (Keegan, 2024). They were people who care about privacy, so others may have more.
lesson-who-reports-on-you-do = In your account settings, look for “activity from other businesses”, and clear it.
lesson-who-reports-on-you-ask = Guess: how many companies reported on one volunteer, on average?
lesson-who-reports-on-you-answer = 2,230.

lesson-do-they-listen-title = Do apps listen to us?
lesson-do-they-listen-text = Researchers tested 17,260 apps. None was caught sending sound unasked. Some sent films of the screen instead (Pan and others, 2018). That is no proof that it never happens; but place, friends and searches explain most odd ads without a microphone.
lesson-do-they-listen-do = Look up which apps may use the microphone. Take it from one.
lesson-do-they-listen-ask = What were some apps caught sending?
lesson-do-they-listen-answer = Films of the screen, not sound.

lesson-the-other-side-title = What carries a post furthest
lesson-the-other-side-text = In 2.7 million posts, each word about the other political side raised the chance of being shared by 67 per cent, more than anger alone did (Rathje and others, 2021). These are links in American posts, not causes. Anger can also bring wrongs to light.
lesson-the-other-side-do = At the next post that heats you: close it, breathe out, and decide in an hour.
lesson-the-other-side-ask = What carries a post further: angry words, or words about the others?
lesson-the-other-side-answer = Words about the others.

lesson-the-loud-few-title = The loud few
lesson-the-loud-few-text = About a tenth of users write 97 of 100 political posts on one big network (Robertson and others, 2024). So what we meet online is not what most people think. The many who are calm, unsure or busy write little, and we do not see them.
lesson-the-loud-few-do = Say it to one person today: online I mostly meet the loudest tenth.
lesson-the-loud-few-ask = Do most users of that network write about politics?
lesson-the-loud-few-answer = No. Most write little or nothing about it.

lesson-bad-words-win-title = Why bad news wins
lesson-bad-words-win-text = One news site tested 22,743 headlines against each other. Every further negative word brought 2.3 per cent more clicks, and a positive word brought fewer (Robertson and others, 2023). It was one site, some years ago; editors and readers both learn from it.
lesson-bad-words-win-do = Take one headline, and say it as you would tell it to a friend.
lesson-bad-words-win-ask = Does a positive word in a headline bring more clicks?
lesson-bad-words-win-answer = Fewer, in that test. So a calm headline costs something, and may be worth more.

lesson-false-and-fast-title = Why false news is fast
lesson-false-and-fast-text = About 126,000 stories on one network, over eleven years: what was false went further and faster than what was true. It was people who passed it on, not machines (Vosoughi and others, 2018). New and surprising things are good to tell, and the false is often newer.
lesson-false-and-fast-do = Open the next link before you pass it on.
lesson-false-and-fast-ask = Who spread false stories faster than true ones: people or robots?
lesson-false-and-fast-answer = People.

lesson-shared-unread-title = Shared, but not read
lesson-shared-unread-text = In 35 million posts with a link on one network, about three of four had not been opened by those who shared them (Sundar and others, 2025). Perhaps they knew it from elsewhere. Mostly, a headline was enough.
lesson-shared-unread-do = No time to open it? Then don't pass it on this time.
lesson-shared-unread-ask = Of four links that are shared, how many did the sharer open there?
lesson-shared-unread-answer = About one.

lesson-reading-sideways-title = Read sideways
lesson-reading-sideways-text = Fact-checkers, professors of history and students judged the same websites. The fact-checkers left the page at once to see what others say of it. They were right more often, and sooner (Wineburg and McGrew, 2019). It was a small study; lessons in it have worked since.
lesson-reading-sideways-do = Open a new tab: the site's name, and “who is behind it”. Read two lines.
lesson-reading-sideways-ask = Who judged best: those who read the page longest?
lesson-reading-sideways-answer = No. Those who left it first.

lesson-know-the-trick-title = Know the trick
lesson-know-the-trick-text = Short clips showed people tricks of persuasion: a scapegoat, a false either–or, loaded words. Afterwards, viewers knew such a trick about 5 per cent more often (Roozenbeek and others, 2022). The effect is small and fades, so it wants repeating.
lesson-know-the-trick-do = Find one “either–or” in your feed today that leaves something out.
lesson-know-the-trick-ask = Must one know the facts to notice a misleading post?
lesson-know-the-trick-answer = Not always. Knowing the trick helps, too.

lesson-made-up-pictures-title = Can we tell made-up pictures?
lesson-made-up-pictures-text = About 12,500 people judged 287,000 times whether a picture was real or made by a program. They were right in 62 of 100 cases; a coin gets 50 (Microsoft, 2025). Looking for odd fingers no longer helps much. Asking where a picture is from does.
lesson-made-up-pictures-do = Search one picture from your feed by image, and see where it appears first.
lesson-made-up-pictures-ask = How well do people tell real pictures from made-up ones?
lesson-made-up-pictures-answer = 62 times of 100. So ask for the source rather than trust the eye.

lesson-pictures-and-looks-title = Pictures and how we see ourselves
lesson-pictures-and-looks-text = 220 unsettled people from 17 to 25: half of them kept to one hour of social media a day for three weeks. They became a little happier with their looks (Thai and others, 2024). It was short, and everybody knew who did what.
lesson-pictures-and-looks-do = Mute one account after which you feel smaller, for a week.
lesson-pictures-and-looks-ask = Did it take giving up social media?
lesson-pictures-and-looks-answer = No. An hour a day was enough for a small change.

lesson-hidden-ads-title = Is this an ad?
lesson-hidden-ads-text = Authorities in Europe looked at 576 people with many followers. 97 of 100 post ads; only one in five always says so (European Commission, 2024). They were picked for checking, not by chance, and many small makers don't know the rules.
lesson-hidden-ads-do = Look at three posts of one favourite: where would the label stand?
lesson-hidden-ads-ask = How many of five always mark their ads?
lesson-hidden-ads-answer = One.

lesson-groups-title = The group that never stops
lesson-groups-text = 442 Brazilians told how they live with chat groups: many stay out of duty, and mute instead of leaving (Garcia and Vivacqua, 2021). Nobody sees that you muted a group. For many, a group is also the best thing online.
lesson-groups-do = Mute one group until Sunday, and write one line: I read here in the evening.
lesson-groups-ask = Who is told when you mute a group?
lesson-groups-answer = Nobody.

lesson-childrens-pictures-title = Children's pictures travel
lesson-childrens-pictures-text = In a collection of pictures that trains programs, researchers found 170 children from Brazil and 190 from Australia, after looking at less than a millionth of it. Some came from family videos that were not listed (Human Rights Watch, 2024). Sharing with a few is mostly harmless.
lesson-childrens-pictures-do = Choose one picture of a child, and send it to two people instead of posting it.
lesson-childrens-pictures-ask = How much did they have to search to find 360 children?
lesson-childrens-pictures-answer = Each time less than a millionth of the collection.

lesson-an-unexpected-hello-title = An unexpected hello
lesson-an-unexpected-hello-text = In studies with about 5,900 people, those who reached out to somebody guessed how welcome it would be. They guessed too low, most of all where it came as a surprise (Liu and others, 2023).
lesson-an-unexpected-hello-do = Write one line to somebody you have not heard from in a while.
lesson-an-unexpected-hello-ask = Are we right about how welcome a hello is?
lesson-an-unexpected-hello-answer = We guess too low.

lesson-a-voice-title = What a voice does
lesson-a-voice-text = People got in touch with an old friend, by phone or by e-mail. Most had expected a call to be more awkward. It was not, and it made a stronger bond than typing (Kumar and Epley, 2021).
lesson-a-voice-do = Send one voice message, or ask: five minutes on the phone?
lesson-a-voice-ask = Was the call more awkward than the e-mail?
lesson-a-voice-answer = No. It only seemed so beforehand.

lesson-a-phone-on-the-table-title = A phone on the table
lesson-a-phone-on-the-table-text = 304 people ate out in small groups, with phones on the table or put away. With phones they were more distracted, and enjoyed the meal a little less (Dwyer and others, 2018). The effect is small, and a call that is needed is needed.
lesson-a-phone-on-the-table-do = Agree on a place for the phones before the plates come.
lesson-a-phone-on-the-table-ask = Is it about rules for the children?
lesson-a-phone-on-the-table-answer = In that study it was grown-ups. It begins with one's own.

lesson-loose-ties-title = What acquaintances are good for
lesson-loose-ties-text = In experiments with 20 million users of a job network, people found new work more often through acquaintances than through close friends (Rajkumar and others, 2022). So social networks can do what a circle of friends cannot.
lesson-loose-ties-do = Write three lines to somebody you haven't met for a year.
lesson-loose-ties-ask = Who helps more to a new job: close friends or acquaintances?
lesson-loose-ties-answer = Acquaintances.

lesson-nobody-leaves-first-title = Why nobody leaves first
lesson-nobody-leaves-first-text = Students wanted about 50 dollars to leave an app for a month alone. But many would have paid for all to leave it together (Bursztyn and others, 2025). It is hard to go alone from where everybody is. It is easier for two.
lesson-nobody-leaves-first-do = Ask one friend: shall we both leave it until Friday?
lesson-nobody-leaves-first-ask = Would some users pay for an app to vanish, for all?
lesson-nobody-leaves-first-answer = On average yes, in that study.

lesson-two-minutes-of-bad-news-title = Two minutes of bad news
lesson-two-minutes-of-bad-news-text = Two to four minutes of bad news on a feed lowered people's mood at once. The same time with news of kind acts did not (Buchanan and others, 2021). Looking for danger is sensible. The tenth post adds little.
lesson-two-minutes-of-bad-news-do = After the next bad item, do one small useful thing: write, give, ask, or close.
lesson-two-minutes-of-bad-news-ask = How long until the mood drops?
lesson-two-minutes-of-bad-news-answer = Two to four minutes were enough.

lesson-screens-in-bed-title = Screens in bed
lesson-screens-in-bed-text = Among 45,202 students in Norway, each further hour of screen in bed went with 24 minutes less sleep. What they did there made no difference (Hjetland and others, 2025). It is a link: who sleeps badly also reaches for the phone.
lesson-screens-in-bed-do = Move the charger now, one step away from the bed.
lesson-screens-in-bed-ask = Is social media in bed worse than films?
lesson-screens-in-bed-answer = Not in that study. It seems to be the time that it takes.

lesson-a-silent-phone-title = Does a silent phone make us slower?
lesson-a-silent-phone-text = It is often said that a phone on the desk costs attention, even a silent one. 33 studies with 4,368 people, taken together, find no such effect (Hartanto and others, 2024). Interruptions do cost. And away may still help you.
lesson-a-silent-phone-do = Ten minutes for one thing, with the sound off.
lesson-a-silent-phone-ask = Does a silent phone on the desk make people slower?
lesson-a-silent-phone-answer = Probably not, or very little.

lesson-bored-and-more-bored-title = Bored, and more bored
lesson-bored-and-more-bored-text = In seven experiments, people who were bored skipped from video to video, and skipping made them more bored, not less (Tam and Inzlicht, 2024). Most were students, and it was about videos.
lesson-bored-and-more-bored-do = Watch one to its end, or none.
lesson-bored-and-more-bored-ask = Ten minutes: one video, or seven with skipping. Which is less boring?
lesson-bored-and-more-bored-answer = One.

lesson-a-bit-less-title = A bit less, kept up
lesson-a-bit-less-text = Without mobile internet for two weeks, people felt and paid attention better. But only 119 of 467 kept it up for ten days (Castelo and others, 2025). So what counts is a size that one can keep. They met, moved and went out more: that was a part of it.
lesson-a-bit-less-do = Choose the smallest cut that you could still keep in half a year.
lesson-a-bit-less-ask = How many of 467 kept the strict version up?
lesson-a-bit-less-answer = 119. A small step that lasts beats a big one that doesn't.

lesson-what-it-does-to-us-title = Good or bad for us?
lesson-what-it-does-to-us-text = 226 studies with 275,728 people: taken together, no link between social media and well-being. A little more low mood and worry, and more closeness to others (Hancock and others, 2022). An average hides people: some gain, most little, some lose a lot.
lesson-what-it-does-to-us-do = For three days, note your mood from 1 to 5 before and after one visit.
lesson-what-it-does-to-us-ask = Is the average link big?
lesson-what-it-does-to-us-answer = No. So your own answer counts more than the average.

lesson-what-it-is-good-for-title = What it is good for
lesson-what-it-is-good-for-text = Of American teens, 80 of 100 feel closer to their friends through social media, and 67 find support there. 38 find the drama too much (Pew Research Center, 2022). All that can be true on one evening.
lesson-what-it-is-good-for-do = Name the one account, group or person that you would miss. Go there first.
lesson-what-it-is-good-for-ask = Do most of them say that it harms themselves?
lesson-what-it-is-good-for-answer = No. They see the harm rather in others.

lesson-the-way-out-title = The way out
lesson-the-way-out-text = Of 25 social networks that were tried, not one let people delete their account without some trick, 2.4 on average (Kelly and Rubin, 2024). “Deactivate” hides an account, “delete” ends it, often after some weeks. A waiting time can also protect.
lesson-the-way-out-do = Look up where one app has “delete”, without pressing it.
lesson-the-way-out-ask = How many of 25 networks let people go without a trick?
lesson-the-way-out-answer = None.

lesson-your-own-copy-title = Your own copy
lesson-your-own-copy-text = In the European Union you may ask any service for a copy of what it has on you. The first one is free, and it has to come within a month, or in three where it is complex (GDPR, 2016, articles 12 and 15). Most apps have a page for it, elsewhere too.
lesson-your-own-copy-do = Order your copy from one app. When it comes, read only “ads” and “logins”.
lesson-your-own-copy-ask = What may a company charge for the first copy, in the Union?
lesson-your-own-copy-answer = Nothing.

lesson-pictures-for-others-title = Pictures for others
lesson-pictures-for-others-text = In five studies, taking pictures in order to post them made people enjoy the moment less: they thought of how it would look. Taking them for oneself did not (Barasch and others, 2018). It matters less with close friends.
lesson-pictures-for-others-do = Take the picture now, and decide about posting tomorrow.
lesson-pictures-for-others-ask = Does taking pictures spoil a moment?
lesson-pictures-for-others-answer = Not in itself. Doing it for an audience does, a little.

lesson-who-cleans-up-title = Who cleans up
lesson-who-cleans-up-text = People look at what is reported, so that we need not see it. In the United States, one company agreed to pay 52 million dollars to 11,250 of them for what that did to them (Scola, 2020). Much of that work is done by machines and contractors today.
lesson-who-cleans-up-do = When something bad appears, report it under the right heading. Don't pass it on to warn others.
lesson-who-cleans-up-ask = Who looks at what you report?
lesson-who-cleans-up-answer = Often a person. The right heading spares that person work.

lesson-two-months-title = How long a habit takes
lesson-two-months-text = Over 20 studies with 2,601 people, a new habit took about two months, for some four days and for others most of a year (Singh and others, 2024). What is done in the morning, and by one's own choice, became a habit more strongly.
lesson-two-months-do = Tie your step to something that you do each morning anyway.
lesson-two-months-ask = Does a habit take 21 days?
lesson-two-months-answer = Mostly longer: about two months. A day missed does no harm.
