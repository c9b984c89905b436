talk-today = Today
talk-help = Help
talk-go-on = Let's go on
talk-unknown-command = I don't know /{ $name }. Today and help are always here.
talk-stale = That button belongs to an earlier moment, so I changed nothing.
talk-empty = That message arrived empty. You can press a button or type a few words.
talk-moved-on = That question no longer exists, as I was updated meanwhile. What you told me before is kept.
talk-first-finish = That works as soon as these few questions are done.
talk-resting = I'm resting, as you asked, and write nothing on my own. Shall we go on?
talk-resting-unreachable = My messages didn't get through to you for a while, so I fell silent. Shall we go on?
talk-resting-care =
    Coaching rests until you say otherwise. I'm a program; people who listen are at
    <a href="https://findahelpline.com">findahelpline.com</a>, or your local emergency number.
talk-hello = Hello. I'm here whenever you want to look at your day.
talk-thanks = You're welcome.
talk-bye = Goodbye, and take care.
talk-number = A number presses the button of that number, and there is none to press right now.
talk-not-understood = I didn't understand that, and I haven't kept it. These two always work:
