# The words of content/plans/*.yaml. Names, cues and actions are buttons too: at most 40 characters.
# A cue fits after "When", an action after "I will".


## Ten minutes less

plan-ten-minutes-less-name = Ten minutes less
plan-ten-minutes-less-pitch = a little less each day, and a feed that does you more good
plan-ten-minutes-less-about =
    In a study of 619 people, one hour less on the phone each day had stronger and steadier effects over four months than a whole week without it (Brailovskaia and others, 2023). So it is about less, not about zero: ten minutes, a tidier feed, then twenty.
plan-ten-minutes-less-step-notice = Look up today's minutes in social apps, in your phone's screen time settings. Nothing needs to change yet.
plan-ten-minutes-less-step-ten = Spend ten minutes less in social apps than you usually do. You choose which ten.
plan-ten-minutes-less-step-tidy = Mute or unfollow at least one account that leaves you feeling worse than before.
plan-ten-minutes-less-step-twenty = Spend twenty minutes less in social apps than when you began, and put something you like in their place.
plan-ten-minutes-less-step-share = Talk for a minute with somebody at home, in class or at work about phones: what you changed, or how they do it.
plan-ten-minutes-less-short-notice = look up today's minutes
plan-ten-minutes-less-short-ten = less than usual in social apps
plan-ten-minutes-less-short-tidy = mute one account that leaves you worse
plan-ten-minutes-less-short-twenty = twenty minutes less than at the start
plan-ten-minutes-less-short-share = a minute's talk about phones
plan-ten-minutes-less-cue-1 = I sit down on the sofa
plan-ten-minutes-less-cue-2 = I have to wait for something
plan-ten-minutes-less-cue-3 = dinner is over
plan-ten-minutes-less-action-1 = put the phone in another room
plan-ten-minutes-less-action-2 = look out of the window for a minute
plan-ten-minutes-less-action-3 = set a timer before I open an app


## The phone leaves the bed

plan-phone-leaves-bed-name = The phone leaves the bed
plan-phone-leaves-bed-pitch = evenings and mornings that are yours, an arm's length at a time
plan-phone-leaves-bed-about =
    What lies within reach is picked up without a thought; a few steps away, it becomes a choice. A small study with 38 people looked at evenings without the phone (He and others, 2020). Keeping it out of the bedroom was one of ten small changes that helped in another (Olson and others, 2022).
plan-phone-leaves-bed-step-reach = When the light goes off, the phone lies face down, an arm's length from the pillow.
plan-phone-leaves-bed-step-across = Charge the phone across the room, where you have to stand up to reach it.
plan-phone-leaves-bed-step-last-ten = For the last ten minutes of the evening, do something without a screen: a page, a stretch, a talk.
plan-phone-leaves-bed-step-outside = The phone sleeps outside the bedroom. A simple clock can wake you.
plan-phone-leaves-bed-step-house = Make it shared: with someone at home, or a friend elsewhere, both phones sleep outside the bedroom.
plan-phone-leaves-bed-short-reach = phone face down, an arm's length away
plan-phone-leaves-bed-short-across = phone charging across the room
plan-phone-leaves-bed-short-last-ten = ten last minutes without a screen
plan-phone-leaves-bed-short-outside = phone outside the bedroom
plan-phone-leaves-bed-short-house = both phones outside the bedroom
plan-phone-leaves-bed-cue-1 = I brush my teeth
plan-phone-leaves-bed-cue-2 = I set my alarm
plan-phone-leaves-bed-cue-3 = I turn off the light
plan-phone-leaves-bed-action-1 = charge the phone far from the bed
plan-phone-leaves-bed-action-2 = put a book on my pillow
plan-phone-leaves-bed-action-3 = switch the phone to flight mode


## Think, then post

plan-think-then-post-name = Think, then post
plan-think-then-post-pitch = one breath before you send, for posts you stand by tomorrow
plan-think-then-post-about =
    A short stop gives the second thought a chance. When people on Twitter were asked to look again before posting, they posted 6% fewer offensive tweets (Katsaros and others, 2022). The plan adds two more looks: who can see this, and is it true? What you post for work counts too.
plan-think-then-post-step-breath = Before you post or comment, take one slow breath. Then send it, change it or leave it.
plan-think-then-post-step-questions = Before you post or comment, ask yourself: Is it true? Is it kind? Would I say it face to face?
plan-think-then-post-step-audience = Before you post, check who can see it, and leave out one thing that strangers need not know.
plan-think-then-post-step-check = Before you share news, look up who else reports it. If you can't tell, leave it.
plan-think-then-post-step-pass-on = Talk about one post with family, class or team: what does it want from us, and would we share it?
plan-think-then-post-short-breath = one slow breath before posting
plan-think-then-post-short-questions = true, kind, face to face?
plan-think-then-post-short-audience = who can see it, before posting
plan-think-then-post-short-check = who else reports it, before sharing
plan-think-then-post-short-pass-on = talk about one post with others
plan-think-then-post-cue-1 = my finger is over the send button
plan-think-then-post-cue-2 = a post upsets me
plan-think-then-post-cue-3 = I want to share a photo
plan-think-then-post-action-1 = breathe out once before I send
plan-think-then-post-action-2 = read my words aloud before I send
plan-think-then-post-action-3 = keep it as a draft for an hour


## Call instead of scroll

plan-call-not-scroll-name = Call instead of scroll
plan-call-not-scroll-pitch = a voice you know, at a moment you would have scrolled
plan-call-not-scroll-about =
    Hearing each other made a stronger bond than typing, and was no more awkward (Kumar and Epley, 2021). Messages written for one close person go along with feeling better (Burke and Kraut, 2016; a link, no proof). So the way leads from a like to words, to a voice, to a shared table.
plan-call-not-scroll-step-words = Write two sentences of your own to someone you care about, instead of a like.
plan-call-not-scroll-step-voice = Send one voice message to someone you like, or say it in person.
plan-call-not-scroll-step-call = Call somebody at a moment when you would have scrolled. Two minutes are enough.
plan-call-not-scroll-step-table = Share one meal or one talk with all phones out of sight.
plan-call-not-scroll-step-together = Invite family, class or team to a few minutes without phones, and ask afterwards how it was.
plan-call-not-scroll-short-words = two sentences instead of a like
plan-call-not-scroll-short-voice = one voice message to someone
plan-call-not-scroll-short-call = a call instead of a scroll
plan-call-not-scroll-short-table = one meal or talk without phones
plan-call-not-scroll-short-together = a few minutes without phones, together
plan-call-not-scroll-cue-1 = I feel like scrolling
plan-call-not-scroll-cue-2 = I am on my way home
plan-call-not-scroll-cue-3 = I see a post by someone close
plan-call-not-scroll-action-1 = call one person for two minutes
plan-call-not-scroll-action-2 = send a voice message
plan-call-not-scroll-action-3 = write two sentences of my own


## Know your number

plan-know-your-number-name = Know your number
plan-know-your-number-pitch = a calm look at what the phone counts, before anything changes
plan-know-your-number-about =
    Over many trials, people who watched what they did came closer to their aims, most of all when they wrote it down or told somebody (Harkin and others, 2016). A figure alone often changes nothing, so this plan also asks what it was worth to you.
plan-know-your-number-step-guess = Guess how many minutes your most used app took yesterday, then look it up in the phone's settings.
plan-know-your-number-step-write = In the evening, look up today's minutes of the one app you use most. Change nothing yet.
plan-know-your-number-step-worth = Name one moment online today that was worth it, and one that was not.
plan-know-your-number-step-before = When a visit was not worth it, note what came just before: bored, tired, alone, or just habit.
plan-know-your-number-step-sentence = Finish one sentence for yourself: I want more of this, and less of that.
plan-know-your-number-step-tell = Tell one person your sentence, and ask what theirs would be.
plan-know-your-number-short-guess = guess the minutes, then look
plan-know-your-number-short-write = today's minutes of one app
plan-know-your-number-short-worth = one moment worth it, one not
plan-know-your-number-short-before = what came just before
plan-know-your-number-short-sentence = more of this, less of that
plan-know-your-number-short-tell = tell one person your sentence
plan-know-your-number-cue-1 = I plug in the phone
plan-know-your-number-cue-2 = I lie down on the sofa
plan-know-your-number-cue-3 = I close the app
plan-know-your-number-action-1 = read the one number
plan-know-your-number-action-2 = write down one good hour
plan-know-your-number-action-3 = say what came before it


## Three notification windows

plan-notification-windows-name = Three notification windows
plan-notification-windows-pitch = messages at times you choose, and calm in between
plan-notification-windows-about =
    In one study, three batches of notifications a day left people calmer and more in control; none at all made them uneasy (Fitz and others, 2019). A later study found no fewer minutes from silence, so the aim here is calm: people who matter still reach you.
plan-notification-windows-step-noisiest = Switch off the notifications of the one app that disturbs you most.
plan-notification-windows-step-people = Let only people reach you: switch off what no human wrote to you.
plan-notification-windows-step-three = Choose three times a day for messages, and set the phone's summary or silence for the rest.
plan-notification-windows-step-live = Look at messages at your three times, and not in between.
plan-notification-windows-step-badges = Take the red dots away from the apps on your first screen.
plan-notification-windows-step-reach = Tell the three nearest to you how to reach you at once when it matters.
plan-notification-windows-short-noisiest = the noisiest app is silent
plan-notification-windows-short-people = only people may notify you
plan-notification-windows-short-three = three times for messages, set up
plan-notification-windows-short-live = messages at your three times
plan-notification-windows-short-badges = no red dots on the first screen
plan-notification-windows-short-reach = tell three people how to reach you
plan-notification-windows-cue-1 = the phone lights up
plan-notification-windows-cue-2 = I want to check my messages
plan-notification-windows-cue-3 = I sit down to work
plan-notification-windows-action-1 = look at who is near me first
plan-notification-windows-action-2 = wait for my next window
plan-notification-windows-action-3 = turn the phone face down


## Pause and choose

plan-pause-and-choose-name = Pause and choose
plan-pause-and-choose-pitch = one breath at the icon, and then your own decision
plan-pause-and-choose-about =
    A short pause with the choice to turn away: people turned away at a third of their openings, and after six weeks they opened the apps less than half as often (Grüning and others, 2023). To go in is fine too. What counts is the decision.
plan-pause-and-choose-step-open-close = Open one app and close it again at once, on purpose, just to feel the pull.
plan-pause-and-choose-step-breath = Take one breath before you open your favourite app for the first time today.
plan-pause-and-choose-step-what-for = Before you open it, say in three words what for.
plan-pause-and-choose-step-turn-away = Turn away at the icon once a day: close, put the phone down, go on with your day.
plan-pause-and-choose-step-two-taps = Move that app into a folder two taps away, or set a pause tool for it.
plan-pause-and-choose-step-worth-it = After a visit, answer one question: was it worth it?
plan-pause-and-choose-step-show = Show somebody your pause, and ask how they decide.
plan-pause-and-choose-short-open-close = open one app, close it again
plan-pause-and-choose-short-breath = one breath before the first opening
plan-pause-and-choose-short-what-for = say what for, in three words
plan-pause-and-choose-short-turn-away = turn away at the icon once
plan-pause-and-choose-short-two-taps = the app two taps away
plan-pause-and-choose-short-worth-it = after a visit: was it worth it?
plan-pause-and-choose-short-show = show somebody your pause
plan-pause-and-choose-cue-1 = my thumb is over the icon
plan-pause-and-choose-cue-2 = I pick up the phone without a reason
plan-pause-and-choose-cue-3 = I have to wait for somebody
plan-pause-and-choose-action-1 = say what I am looking for
plan-pause-and-choose-action-2 = breathe out and look up
plan-pause-and-choose-action-3 = close it and stretch


## One phone tweak a week

plan-one-phone-tweak-name = One phone tweak a week
plan-one-phone-tweak-pitch = small changes to the phone that work while you don't think
plan-one-phone-tweak-about =
    In two small studies, ten small changes to the phone, chosen by the people themselves, lowered trouble with it for six weeks at least (Olson and others, 2022). So each step is one setting, done once. Whatever annoys you may go back.
plan-one-phone-tweak-step-sound = Switch off the sound of one app that need not call you.
plan-one-phone-tweak-step-first-screen = Move your most tempting app off the first screen.
plan-one-phone-tweak-step-grey = Set the screen to grey for the evening, and see what that changes.
plan-one-phone-tweak-step-log-out = Log out of one app, so that the next visit takes a decision.
plan-one-phone-tweak-step-autoplay = Switch off autoplay in one app, so that each video is your choice.
plan-one-phone-tweak-step-computer = Keep one app for the computer only, and take it off the phone.
plan-one-phone-tweak-step-help = Help somebody with one of these settings on their phone.
plan-one-phone-tweak-short-sound = one app without a sound
plan-one-phone-tweak-short-first-screen = the most tempting app moved away
plan-one-phone-tweak-short-grey = a grey screen in the evening
plan-one-phone-tweak-short-log-out = logged out of one app
plan-one-phone-tweak-short-autoplay = autoplay off in one app
plan-one-phone-tweak-short-computer = one app on the computer only
plan-one-phone-tweak-short-help = help somebody with one setting
plan-one-phone-tweak-cue-1 = I look for the icon and it is gone
plan-one-phone-tweak-cue-2 = a tweak annoys me for three days
plan-one-phone-tweak-cue-3 = the evening begins
plan-one-phone-tweak-action-1 = ask myself what for
plan-one-phone-tweak-action-2 = change it instead of dropping all
plan-one-phone-tweak-action-3 = switch the screen to grey


## Teach the feed

plan-teach-the-feed-name = Teach the feed
plan-teach-the-feed-pitch = show your feed what you want more of, and less of
plan-teach-the-feed-about =
    A feed learns from what you watch, like and skip. When volunteers tested one video app's buttons, “not interested” changed little; not to recommend a channel, or to remove a video from one's history, did more (Mozilla, 2022). So this plan uses the strong levers.
plan-teach-the-feed-step-notice = Notice three posts in your feed that you never asked for.
plan-teach-the-feed-step-mute = Mute or unfollow one account that leaves you feeling worse than before.
plan-teach-the-feed-step-history = Remove five things from your watch history that you don't want more of.
plan-teach-the-feed-step-menu = When a post makes you hot, open its menu before its comments, and say what you don't want.
plan-teach-the-feed-step-calm-voice = Follow one calm voice that you don't agree with.
plan-teach-the-feed-step-own-choice = For a day, read only those you follow: many apps have such a view.
plan-teach-the-feed-step-garden = Once a week, give your feed three minutes: mute, remove, follow.
plan-teach-the-feed-step-show = Show somebody how a feed is taught, with yours as the example.
plan-teach-the-feed-short-notice = three posts you never asked for
plan-teach-the-feed-short-mute = mute one account
plan-teach-the-feed-short-history = five things out of the history
plan-teach-the-feed-short-menu = the menu before the comments
plan-teach-the-feed-short-calm-voice = follow one calm other voice
plan-teach-the-feed-short-own-choice = a day with those you follow
plan-teach-the-feed-short-garden = three minutes of tidying the feed
plan-teach-the-feed-short-show = show somebody how feeds are taught
plan-teach-the-feed-cue-1 = a post makes me angry
plan-teach-the-feed-cue-2 = I feel smaller after an account
plan-teach-the-feed-cue-3 = I see something I never asked for
plan-teach-the-feed-action-1 = open its menu before its comments
plan-teach-the-feed-action-2 = mute it for a week
plan-teach-the-feed-action-3 = scroll on without a like


## Wind down in the real world

plan-wind-down-name = Wind down in the real world
plan-wind-down-pitch = what calms you, with the phone somewhere else
plan-wind-down-about =
    When people had no mobile internet for two weeks, they met others, moved and went outside more, and that explained a part of why they felt better (Castelo and others, 2025). Nothing has to be blocked here: this plan only makes such things easier to reach.
plan-wind-down-step-list = List three things that calm you and take less than ten minutes.
plan-wind-down-step-first = Do one of them before the evening's first scroll. One minute is enough.
plan-wind-down-step-place = Put something you like where the phone usually lies.
plan-wind-down-step-evenings = On three evenings a week, give twenty minutes to something without a screen.
plan-wind-down-step-outside = Twice a week, go outside by daylight, with the phone in your pocket.
plan-wind-down-step-together = Once a week, do one of these things with somebody.
plan-wind-down-short-list = list three things that calm you
plan-wind-down-short-first = one of them before scrolling
plan-wind-down-short-place = something you like in its place
plan-wind-down-short-evenings = twenty minutes without a screen
plan-wind-down-short-outside = outside by daylight
plan-wind-down-short-together = one of these with somebody
plan-wind-down-cue-1 = I sit down after work
plan-wind-down-cue-2 = I want to stop thinking
plan-wind-down-cue-3 = I come home
plan-wind-down-action-1 = make tea before I pick up the phone
plan-wind-down-action-2 = do something with my hands
plan-wind-down-action-3 = step outside for three minutes


## Check, then share

plan-check-then-share-name = Check, then share
plan-check-then-share-pitch = two minutes before you pass something on
plan-check-then-share-about =
    Over many experiments, people who were led to think about accuracy meant to share about a tenth less of what was false (Pennycook and Rand, 2022). The effect is small and costs nothing. This plan adds the quick checks that readers by trade use.
plan-check-then-share-step-open = Open a link before you pass it on.
plan-check-then-share-step-who = Before you share, look up in one search who else says so.
plan-check-then-share-step-date = Before you share, check the date and the place of it.
plan-check-then-share-step-picture = Before you share a picture of an event, search where it was shown first.
plan-check-then-share-step-ask = When someone sends you news, ask kindly where it is from.
plan-check-then-share-step-own = Look through what you shared of late, and correct one thing that was not right.
plan-check-then-share-step-show = Show an older or a younger person how to check in two minutes.
plan-check-then-share-short-open = open it before passing it on
plan-check-then-share-short-who = one search: who else says so?
plan-check-then-share-short-date = date and place, before sharing
plan-check-then-share-short-picture = where was the picture first?
plan-check-then-share-short-ask = ask kindly where it is from
plan-check-then-share-short-own = correct one thing of your own
plan-check-then-share-short-show = show somebody the two-minute check
plan-check-then-share-cue-1 = a post makes me furious or glad
plan-check-then-share-cue-2 = I am about to press share
plan-check-then-share-cue-3 = the family group sends me news
plan-check-then-share-action-1 = look for a second source
plan-check-then-share-action-2 = keep it to myself for now
plan-check-then-share-action-3 = ask where it comes from


## Post the real you

plan-real-you-name = Post the real you
plan-real-you-pitch = posts that are closer to your life, for people who matter
plan-real-you-about =
    People whose posts were closer to how they are said they were more content with life; a small experiment points the same way (Bailey and others, 2020; most of it a link, no proof). Nobody has to show more than they like: smaller circles are part of it.
plan-real-you-step-for-me = Take one picture for yourself alone, and show it to nobody.
plan-real-you-step-wait = Let a post wait until tomorrow, and look at it again.
plan-real-you-step-no-filter = Post one thing without a filter, for close friends only.
plan-real-you-step-asks = Post one thing that asks something, instead of showing something.
plan-real-you-step-count = Hide the number of likes on your posts for two weeks.
plan-real-you-step-good-answer = Before you post, think what answer would do you good, and from whom.
plan-real-you-step-talk = Tell somebody what you leave out of your posts, and ask the same.
plan-real-you-short-for-me = one picture for yourself alone
plan-real-you-short-wait = let a post wait until tomorrow
plan-real-you-short-no-filter = one post without a filter
plan-real-you-short-asks = one post that asks
plan-real-you-short-count = the number of likes is hidden
plan-real-you-short-good-answer = whose answer would do you good?
plan-real-you-short-talk = what you leave out of posts
plan-real-you-cue-1 = I take the picture a third time
plan-real-you-cue-2 = I check how many likes there are
plan-real-you-cue-3 = a post feels too private
plan-real-you-action-1 = keep the second one
plan-real-you-action-2 = answer one person instead
plan-real-you-action-3 = send it to one friend


## Write, don't just like

plan-write-not-like-name = Write, don't just like
plan-write-not-like-pitch = a sentence of your own where a like would have been
plan-write-not-like-about =
    In studies with about 5,900 people, reaching out was welcomed more than those who wrote had expected, most of all when it came as a surprise (Liu and others, 2023). One sentence is enough: what you saw, what it recalls, one question.
plan-write-not-like-step-one = Turn one like into one sentence of your own.
plan-write-not-like-step-some = Three times a week, write a sentence to somebody where you would have liked.
plan-write-not-like-step-silent = Write three lines to somebody you have not heard from for a year.
plan-write-not-like-step-question = When you would praise a post, ask a question about it instead.
plan-write-not-like-step-card = Once a week, send a voice message or a card.
plan-write-not-like-step-thank = Thank somebody whose posts have helped you, in your own words.
plan-write-not-like-short-one = one like becomes one sentence
plan-write-not-like-short-some = a sentence instead of a like
plan-write-not-like-short-silent = three lines to somebody silent
plan-write-not-like-short-question = a question instead of praise
plan-write-not-like-short-card = a voice message or a card
plan-write-not-like-short-thank = thank somebody for their posts
plan-write-not-like-cue-1 = I want to like a friend's picture
plan-write-not-like-cue-2 = somebody comes to mind
plan-write-not-like-cue-3 = no answer comes
plan-write-not-like-action-1 = write what I see in it
plan-write-not-like-action-2 = write before I scroll on
plan-write-not-like-action-3 = leave it for a month


## Table without phones

plan-table-without-phones-name = Table without phones
plan-table-without-phones-pitch = meals where the people are the news, adults first
plan-table-without-phones-about =
    With phones put away, some 300 people in restaurants were less distracted and enjoyed the meal a little more (Dwyer and others, 2018; a small effect). Media plans that families only filled in changed nothing in another study, so here the adult begins, with one rule.
plan-table-without-phones-step-mine = Keep your own phone out of sight for one meal.
plan-table-without-phones-step-three = Three meals a week, your phone stays in another place.
plan-table-without-phones-step-shelf = Choose a basket or a shelf where phones can lie during meals.
plan-table-without-phones-step-ask = Ask each one at the table what they would like changed about your phone.
plan-table-without-phones-step-rule = Agree on one rule for all, for two weeks, and keep it on three days.
plan-table-without-phones-step-review = After the two weeks, ask all: keep it, change it, or drop it?
plan-table-without-phones-step-evening = Once a week, spend an evening or a walk together without phones.
plan-table-without-phones-short-mine = one meal without my phone
plan-table-without-phones-short-three = a meal, phone in another place
plan-table-without-phones-short-shelf = a place for the phones
plan-table-without-phones-short-ask = ask what to change about mine
plan-table-without-phones-short-rule = the one rule for all
plan-table-without-phones-short-review = keep, change or drop the rule?
plan-table-without-phones-short-evening = an evening or walk without phones
plan-table-without-phones-cue-1 = the plates are on the table
plan-table-without-phones-cue-2 = somebody takes out a phone
plan-table-without-phones-cue-3 = I am awaited on the phone
plan-table-without-phones-action-1 = put my phone on the shelf
plan-table-without-phones-action-2 = ask how the day was
plan-table-without-phones-action-3 = say so and go to the next room


## Privacy hour, in small pieces

plan-privacy-hour-name = Privacy hour, in small pieces
plan-privacy-hour-pitch = one door closed at a time, in five minutes each
plan-privacy-hour-about =
    What an app may see, it can pass on. Each step here closes one door, in five minutes, along the lines of a guide that has done this for years (Data Detox Kit, Tactical Tech). How much it protects has not been measured; what flows, you decide.
plan-privacy-hour-step-stranger = Look at your profile as a stranger sees it: logged out, or in another browser.
plan-privacy-hour-step-permission = Take away one permission that an app doesn't need: contacts, microphone or location.
plan-privacy-hour-step-place = Switch off the location in your camera, so that pictures don't carry the place.
plan-privacy-hour-step-ads = Open the ad settings of one app, and switch off what it takes from elsewhere.
plan-privacy-hour-step-old-posts = Limit your old posts to friends, or take one down.
plan-privacy-hour-step-login = Turn on the second step of the login for your most important account.
plan-privacy-hour-step-delete = Delete one account that you no longer use.
plan-privacy-hour-step-help = Help one person with two of these steps.
plan-privacy-hour-short-stranger = your profile, seen by a stranger
plan-privacy-hour-short-permission = one permission less
plan-privacy-hour-short-place = no place in new pictures
plan-privacy-hour-short-ads = one ad setting switched off
plan-privacy-hour-short-old-posts = old posts for friends only
plan-privacy-hour-short-login = a second step at login
plan-privacy-hour-short-delete = one unused account deleted
plan-privacy-hour-short-help = help somebody with two steps
plan-privacy-hour-cue-1 = an app asks for a permission
plan-privacy-hour-cue-2 = a service wants my contacts
plan-privacy-hour-cue-3 = I see an odd ad
plan-privacy-hour-action-1 = choose “not now”
plan-privacy-hour-action-2 = skip that page
plan-privacy-hour-action-3 = open why I see it


## Other people's pictures

plan-other-peoples-pictures-name = Other people's pictures
plan-other-peoples-pictures-pitch = ask first: friends, children, grandchildren
plan-other-peoples-pictures-about =
    Pictures travel further than we see: photos of children from family posts were found in a collection that trains picture programs (Human Rights Watch, 2024). So each picture of somebody else begins with a question, and fewer people get to see it.
plan-other-peoples-pictures-step-look = Look at your last ten posts: who is in them, and did they know?
plan-other-peoples-pictures-step-ask = Ask before you post a picture of somebody.
plan-other-peoples-pictures-step-child = A child goes without face, name or school: from behind, hands, or not at all.
plan-other-peoples-pictures-step-few = Send a picture to one or two people instead of all.
plan-other-peoples-pictures-step-album = Go through one old album, and take one picture down.
plan-other-peoples-pictures-step-rule = Agree with family, class or team on one rule for pictures of each other.
plan-other-peoples-pictures-short-look = who is in your last posts?
plan-other-peoples-pictures-short-ask = ask before posting a picture
plan-other-peoples-pictures-short-child = children without face or name
plan-other-peoples-pictures-short-few = to one or two, not all
plan-other-peoples-pictures-short-album = take one old picture down
plan-other-peoples-pictures-short-rule = one rule for each other's pictures
plan-other-peoples-pictures-cue-1 = I point the camera at somebody
plan-other-peoples-pictures-cue-2 = the grandchildren look lovely
plan-other-peoples-pictures-cue-3 = somebody says no
plan-other-peoples-pictures-action-1 = ask with my eyes or a word
plan-other-peoples-pictures-action-2 = send it to the parents only
plan-other-peoples-pictures-action-3 = delete it in front of them


## For those who make the feed

plan-makers-name = For those who make the feed
plan-makers-pitch = figures at set times, one reader in mind, an hour at which it ends
plan-makers-about =
    People who read their e-mail at three set times a day had less stress than when they looked as often as they liked (Kushlev and Dunn, 2015). For likes, comments and figures that is reasoned, not tested. The plan adds whom you write for, and what posts ask of people.
plan-makers-step-number = Write down which one number really decides something in your work.
plan-makers-step-set-times = Look at the figures at two set times of the day, and not in between.
plan-makers-step-reader = Before you post, name one person for whom it is.
plan-makers-step-comments = Read comments with a colleague or after lunch, and not in bed.
plan-makers-step-close = Close the work apps at an hour that you choose.
plan-makers-step-no-ask = Once a week, post something that wants nothing from anybody.
plan-makers-step-team = Talk in the team: what do our posts ask of people, and what don't we do?
plan-makers-short-number = the one number that decides
plan-makers-short-set-times = figures at two set times
plan-makers-short-reader = one named reader before posting
plan-makers-short-comments = comments not in bed
plan-makers-short-close = work apps closed at your hour
plan-makers-short-no-ask = a post that wants nothing
plan-makers-short-team = a talk in the team
plan-makers-cue-1 = I want to look at the figures
plan-makers-cue-2 = a comment hurts
plan-makers-cue-3 = it is past my hour
plan-makers-action-1 = write what they should tell me
plan-makers-action-2 = show it to a colleague first
plan-makers-action-3 = note it for the morning


## From small to big

plan-small-to-big-name = From small to big
plan-small-to-big-pitch = bring it to family, class or team, one sentence at a time
plan-small-to-big-about =
    Feeds hold us together as a group: hardly anyone likes to leave first. Groups that look after technology together have asked for talks like these for years (Center for Humane Technology). That it works is reasoned, not measured. It begins with your own example, and ends with others leading.
plan-small-to-big-step-tell = Tell one person what you are trying here.
plan-small-to-big-step-ask = Ask one person what they would like to change online.
plan-small-to-big-step-week = Try one small thing together for a week, with an end.
plan-small-to-big-step-feeds = Collect with others how feeds win our time, and one idea against each.
plan-small-to-big-step-wish = Send one wish to a platform, a school or a lawmaker: a report, a question, a letter.
plan-small-to-big-step-hand-over = Ask who would like to lead the next thing, and let them.
plan-small-to-big-short-tell = tell one person what you try
plan-small-to-big-short-ask = ask what they would change
plan-small-to-big-short-week = one small thing, together
plan-small-to-big-short-feeds = how feeds win our time
plan-small-to-big-short-wish = one wish, sent
plan-small-to-big-short-hand-over = somebody else leads
plan-small-to-big-cue-1 = somebody complains about their phone
plan-small-to-big-cue-2 = they say no
plan-small-to-big-cue-3 = it worked with one person
plan-small-to-big-action-1 = tell one small thing that I try
plan-small-to-big-action-2 = thank them and leave it
plan-small-to-big-action-3 = ask who would lead the next
