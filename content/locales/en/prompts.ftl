# Questions to reflect on (content/prompts.yaml): open, kind, concrete, at most 30 words.

## In general
prompt-chosen-moment = Think of one moment today when you chose to pick up the phone. What did you want from it, and did you get it?
prompt-worth-keeping = What did you see or read online this week that you would like to remember in a year?
prompt-who-decides = When you open an app, who decides what you see next? Where could you decide a little more yourself?
prompt-body = After half an hour of scrolling, what do you notice in your eyes, your shoulders, your breath?
prompt-last-laugh = When did something online last make you laugh together with somebody? What made it good?
prompt-old-hobby = What did you like doing before there was a phone in your pocket? What would ten minutes of it look like?
prompt-stranger-help = What good has a stranger on the internet once done for you? What small good could you pass on?
prompt-younger-you = What would you tell someone three years younger than you about their first phone?
prompt-quiet-minute = Where in your day is there a minute with nothing to look at? What comes to mind there?

## After a day that went otherwise than planned
prompt-what-before = What happened just before it went otherwise than planned: where were you, and how did you feel?
prompt-to-a-friend = If a good friend told you about a day like this, what would you say to them?
prompt-smallest-step = What would be a step so small that it works even on a day like that one?
prompt-what-needed = What did you really need at that moment: rest, company, distraction? How else could you get some of it?
prompt-one-thing = What is one thing that this day taught you about your habit?
prompt-still-good = What went well on that day all the same, with or without the phone?
prompt-easier-place = What could you move, switch off or put away so that next time is a bit easier?

## After a good week
prompt-what-helped = What helped you most this week: a place, a person, a moment of the day?
prompt-felt-different = What felt different on the days when your step worked?
prompt-freed-time = Where did the minutes go that you didn't scroll away? Which of them would you like again?
prompt-who-noticed = Who near you could have noticed a change this week? What did they see?
prompt-keep-going = Which part of this week would you like to keep, even if everything else changes?
prompt-tell-someone = If you passed on one thing from this week to a friend, what would it be?
prompt-harder-day = Which day was harder, and what carried you through it?

## My time
prompt-hour-of-day = At which hour does your time online do you good, and at which hour does it just run on?
prompt-before-opening = What do you feel in the second before you open your favourite app?
prompt-time-back = If you got back half an hour today, whom or what would you give it to?
prompt-stop-sign = Feeds have no last page. What could be your own sign that it's enough?
prompt-boredom = What good has come out of boredom in your life?

## What my feed shows me
prompt-why-shown = Take one post from today that you never asked for. Why might the app have shown it to you?
prompt-after-scroll = How did you feel after your last long scroll, compared with before?
prompt-three-accounts = Which three accounts do you good? What do they have in common?
prompt-not-shown = Which part of your life, or of the world, never appears in your feed?
prompt-feed-purpose = If you could write your feed one instruction, what would it say?

## What I post
prompt-why-post = Think of your last post or comment. What were you hoping would happen?
prompt-who-reads = Picture one real person reading your last post. What will they feel?
prompt-not-posted = Is there something you were glad not to have posted? What held you back?
prompt-kind-comment = Which comment from somebody has stayed with you because it was kind?
prompt-real-you = Which part of you do your posts leave out? How is it for you that they do?

## My privacy
prompt-what-knows = What could a stranger learn about your week from your posts alone? How is that for you?
prompt-others-photo = When did you last post a picture of someone else? What would they have said, had you asked?
prompt-old-post = Which old post of yours would you no longer show to everybody, and why?
prompt-free-price = Think of a free app that you like. What do you give it instead of money?
prompt-closed-door = What in your life should stay between you and a few people?

## The people near me
prompt-last-talk = When did you last talk with someone without looking at a phone? What do you still remember of it?
prompt-who-misses = Whose voice have you not heard for too long? What would you tell them first?
prompt-phone-down = Who puts the phone away when you talk? How does it feel?
prompt-like-or-words = Whose post did you like lately? What would you say if they sat next to you?
prompt-listened = When did somebody really listen to you this week? What did they do?

## I work in social media
prompt-people-not-numbers = Think of one real person among those who follow your work. What do they need today?
prompt-proud-piece = Which piece of your work would you be proud of even if nobody had clicked on it?
prompt-day-off = What does an evening look like in which your work apps stay closed? What makes it possible?
prompt-numbers-mood = How much did the numbers decide your mood this week? What else could tell you that your work was good?
prompt-good-for-them = Whose day got better through something you made? How do you know?

# By what it is at the moment of the itch.
prompt-bored-small = When did you last do something small that was not boring at all? What was it?
prompt-bored-once = You said that boredom opens the app. What would happen if you stayed bored for two minutes?
prompt-bored-next = The next dull moment will come. What could already lie there, ready for it?
prompt-stressed-body = Before you open an app in a stressful hour: where in your body do you feel it?
prompt-stressed-off = After ten minutes on the phone in a full day: was it a rest, or one more thing?
prompt-stressed-one = Which one thing of today could wait until tomorrow?
prompt-habit-hand = Your hand knows the way to the phone. At what time of day does it go by itself?
prompt-habit-place = Where does your phone lie while you read this? Where could it lie instead?
prompt-habit-swap = What would your hand like to do in its place: a cup, a pen, a window?
prompt-lonely-voice = Whose voice would you like to hear this week?
prompt-lonely-after = After looking at other people's posts: do you feel nearer to them, or farther?
prompt-lonely-give = Who would be glad of two lines from you, only for them?
prompt-sleepless-hour = What was the last thing you saw yesterday, and did it help you to sleep?
prompt-sleepless-last = If the last quarter of an hour of the day were without a screen, what would be in it?
prompt-sleepless-morning = On which morning of late did you wake up rested? How had the evening been?
