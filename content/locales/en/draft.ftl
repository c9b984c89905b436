# Before a post. Nothing of it is stored.
command-draft = Three questions before you post
discord-name-draft = draft

draft-ask =
    Three questions before it goes out:
    1. Is it true, as far as you can know?
    2. Who will see it, and is somebody in it who doesn't know?
    3. Would you say it to their face, and tomorrow at breakfast too?
    You needn't answer here. If you type the text, I store none of it.
draft-read = I store none of that; only this chat shows it, until you delete it here. Read it once aloud, as the person who gets it. What is it most of all?
draft-kind-angry = I'm angry
draft-kind-others = Somebody else is in it
draft-kind-news = It's news
draft-kind-joke = It's a joke
draft-kind-personal = It's very personal
draft-more-angry = What should be different after it? And could you tell somebody directly instead? When people were asked once more before they sent harsh tweets, they sent 6 % fewer of them (Katsaros and others, 2022).
draft-more-others = Would they want it, and would you want it of yourself? Does it show a place, a school or a number plate? To ask them takes one message.
draft-more-news = Who says so, besides the account that you have it from, and when was it? People who are asked whether a thing is true share less that is false (Pennycook and Rand, 2022).
draft-more-joke = Who is it at the expense of? Would you tell it if they sat beside you?
draft-more-personal = Whom do you hope to hear from? Could that person get it first, alone?
draft-post = I'll post it
draft-wait = It can wait
draft-post-said = Then it is yours to send. Perhaps set one time to look at it again, and answer people rather than numbers. I have stored nothing.
draft-wait-said = Then it waits: as a draft over there, not here. Look again in an hour, or at breakfast. I have stored nothing.
