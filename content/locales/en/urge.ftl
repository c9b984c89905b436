# Two minutes for the moment of the itch. Each exercise: 45 words at most, one thing to do, and the source where a fact is claimed.
command-urge = Two minutes when it pulls
topic-door-urge = Two minutes for it

urge-ask = It's pulling, and you looked here first. What is it right now? Then come two minutes that fit. Whatever you do after them is fine.
urge-lines = { $lines }
urge-helped-before = This one helped you last time:
urge-then-all = I ask you in two minutes how it is.
urge-then-lonely = I ask you in two minutes how it is. If this has weighed on you for long, people can do more than a bot: <a href="https://findahelpline.com">findahelpline.com</a>
urge-then-sleepless = In two minutes I ask once how it is; in your quiet hours without a sound. It can wait until morning.
urge-other = Something else
urge-cancel = Never mind
urge-cancelled = All right. I don't come back to it.
urge-over = The two minutes are over. How is it now?
urge-passed = It passed
urge-went-in = I went in anyway
urge-passed-said = So it passed. I remember what you did, and begin with it next time.
urge-went-said = Then you went in, and you looked first. That's fine. Next time I begin with another one.
urge-swap = Something real to do
why-what-urge = how it was after two minutes
why-urge = You asked for two minutes with /urge. That counts towards no ceiling.

urge-do-bored-missing = What is missing right now: something to do, somebody, or a sense in it? Say it aloud in one word. Then look for one thing nearby that would give a little of it.
urge-do-bored-look = Find three things around you that you have never really looked at. Give each one half a minute: its colours, its edges, where it may come from.
urge-do-bored-ten = Think of one thing that has a beginning and an end and takes ten minutes at most. Get out what you need for it. That is all for now.
urge-do-bored-one = If you go in, then for one thing, watched to its end. Say now which. In studies, people who skipped from video to video were more bored, not less (Tam and Inzlicht, 2024).
urge-do-bored-draw = Take paper and a pen, and draw the cup or the bottle nearest to you, without lifting the pen. It needn't be good.
urge-do-stressed-breath = Breathe in through your nose, add a small second sip of air, and let it out slowly through your mouth; six times. Stop if you feel dizzy. Done for five minutes daily for a month, it lifted people's mood (Balban and others, 2023).
urge-do-stressed-name = Both feet on the floor. Find one word for what it is: angry, rushed, afraid, too much. To name a feeling can make it a little less strong (Torre and Lieberman, 2018).
urge-do-stressed-today = What of it belongs to today? Write only that on paper. Then one next step for it, or none; both are an answer.
urge-do-stressed-ground = Feel where the chair and the floor carry you. Then find five things you see, three you hear and one you smell, slowly, one after the other.
urge-do-stressed-shoulders = Pull your shoulders up to your ears, hold them for one breath, and let them drop; five times. Then make fists, and open them slowly.
urge-do-habit-wave = Lay the phone down. Where do you feel the pull: thumb, chest, head? Watch it rise and fall for six breaths. Smokers who watched their urges so felt just as many, and smoked less in the next week (Bowen and Marlatt, 2009).
urge-do-habit-what-for = What would you open it for? Say it aloud in three words. If they come, do that one thing. If none come, put it down and stand up once.
urge-do-habit-away = Put the phone where you have to get up for it: a drawer, the hall, another bag. Then do the next thing that your hands have to do anyway.
urge-do-habit-water = Drink a glass of water slowly, at a window. Look for the farthest thing that you can see, and stay with it until the glass is empty.
urge-do-habit-door = Stand up and go to the nearest door and back, without the phone. What did you see that you hadn't seen today?
urge-do-lonely-first = Who comes to mind first? Not who ought to. Write them two sentences: what reminded you of them, and a question. People are gladder to hear from us than we expect (Liu and others, 2023).
urge-do-lonely-voice = Ask one person: “Do you have five minutes to talk?” Hearing each other's voice makes a stronger bond than typing (Kumar and Epley, 2021).
urge-do-lonely-near = Go where somebody is: the kitchen, the stairs, a shop if it is still open. One greeting is enough.
urge-do-lonely-kind = Lay a hand on your chest. Say to yourself what you would say to a friend who feels like this. Nothing has to be solved in two minutes.
urge-do-lonely-thanks = Think of one person who was good to you, lately or long ago. Write down what it was, in one line. You may send it, or keep it.
urge-do-sleepless-list = Screen down. Write on paper what has to be done tomorrow, as exactly as you can. In a sleep laboratory, people who did that for five minutes fell asleep sooner (Scullin and others, 2018).
urge-do-sleepless-breath = Screen down, lie down. Let each breath out be longer than the one in. Count them up to ten, and begin again at one.
urge-do-sleepless-dull = Screen down, eyes shut. Walk slowly along a way that you know well, door by door, and notice each small dull thing on it.
urge-do-sleepless-up = Turn the clock away. If you have been awake and annoyed for a while, get up: dim light, something quiet without a screen, and back to bed when you are sleepy.
urge-do-sleepless-loose = Screen down. Are your feet warm? If not, take socks or a blanket. Then let go one after the other: jaw, shoulders, hands, belly.
