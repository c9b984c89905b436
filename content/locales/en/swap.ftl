# Something real for the next ten minutes. Ideas: small letters, as a line of a list; they cost nothing.
command-swap = Something real for ten minutes
discord-name-swap = swap
discord-option-thing = thing
discord-option-thing-about = Something for your own list, or “remove” and its number
topic-door-swap = Something real
help-moment-line = <b>In the moment:</b> { $commands }

swap-offer =
    For the next ten minutes, something real:
    { $lines }
swap-line = • { $what }
swap-more = Other ideas
swap-ideas = Ideas
swap-list-open = My own list
swap-list =
    Your own list comes first in /swap:
    { $lines }
    Type a line to add it. A button takes one out, and so does “remove” with the number.
swap-empty = Your own list is empty so far. What do you like to do for ten minutes, without a screen? Type it, one thing a message.
swap-numbered = { $n }. { $words }
swap-out = Take out { $n }
swap-added = On your list: “{ $words }”. /swap begins with your own ones.
swap-there = That is on your list already.
swap-removed = Taken out: “{ $words }”.
swap-unknown = I don't find that on your list.
swap-long =
    That is long for one line. Up to { $most ->
        [one] one letter fits
       *[other] { $most } letters fit
    }.
swap-full =
    Your list is full with { $most ->
        [one] one line
       *[other] { $most } lines
    }. Take one out, and another one fits.
swap-left = That's fine. The list is in /swap.

swap-idea-water = drink a glass of water, slowly
swap-idea-window = look out of a window until you have found five greens
swap-idea-line = write one line about today on paper
swap-idea-shoulders = roll your shoulders ten times, slowly
swap-idea-tidy = tidy one corner of a table
swap-idea-draw = draw the cup in front of you
swap-idea-question = ask somebody near you one real question
swap-idea-stairs = go up and down the stairs, or once through every room
swap-idea-pages = read two pages of a book
swap-idea-song = listen to one song and do nothing else
swap-idea-thanks = write down three people whom you could thank
swap-idea-wash-up = wash up by hand
swap-idea-fruit = cut some fruit, for yourself and somebody else
swap-idea-plants = water the plants, and look for a new leaf
swap-idea-play = play an instrument, or a round of cards
swap-idea-mend = mend or sew one small thing
swap-idea-block = walk once round the block, the other way than usual
swap-idea-bench = sit outside until a bird comes
swap-idea-card = write a card or a letter to somebody
swap-idea-call = call somebody, and walk while you talk
swap-idea-cook = begin to cook something that smells good
swap-idea-album = look at old photos on paper, and ask somebody about one
swap-idea-feet = warm your feet, or take a shower
swap-idea-tomorrow = write tomorrow's list on paper
swap-idea-listen = listen to an audio book in the dark, with a timer
swap-idea-puzzle = a puzzle, knitting, or something else for your hands
swap-idea-drawer = sort one drawer or one pocket of your bag
swap-idea-sounds = shut your eyes and count five sounds
