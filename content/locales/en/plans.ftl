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
