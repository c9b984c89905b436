command-link = One coach on two platforms: get or use a code
command-unlink = Part two joined accounts again

platform-console = this terminal
platform-telegram = Telegram
platform-discord = Discord
link-place = { $platform } ({ $name })

link-code =
    Your code: <b>{ $code }</b>
    Type /link and this code where you also talk to me. It holds for ten minutes and works once. Keep it to yourself: who uses it reads your journal with you.
link-again = Get a code
link-enter = I have a code
link-ask = Which code did you get on the other side?
link-wrong = That code isn't valid: mistyped, used, or older than ten minutes. You can type it again, or get a new one with /link on the other side.
link-own = That is this side's own code. Type it on the other side.
link-often = Too many wrong codes, so I look at none for an hour. Nothing was changed.
link-gone = That code is over, so nothing was joined. A new one begins again.
link-confirm =
    This joins what you have here with { $place }: one coach, and one journal that both sides can read. Is that you too?
link-confirm-both =
    This joins what you have here with { $place }: one coach, and one journal that both sides can read. Nothing is lost. If that is you too: whose settings go on?
link-confirm-yes = Yes, join them
link-confirm-here = Join, settings from here
link-confirm-there = Join, settings from there
link-confirm-no = No, leave it
link-kept = Nothing was joined.
link-side = Where shall I write to you?
link-here = Here
link-there = Elsewhere
link-joined = Joined. From now on I write to you on { $place }, and both sides know the same. /unlink parts them.
link-told = Your code was used: this chat and { $place } are joined now, with one coach and one journal that both sides read. If that wasn't you, /unlink parts them.
link-left = { $plans ->
    [one] Three plans at a time are plenty, so one rests. Its days are kept; /plans takes it up again.
   *[other] Three plans at a time are plenty, so { $plans } rest. Their days are kept; /plans takes them up again.
  }
link-lines = { $lines }
link-single = Only this account is yours here, so there is nothing to part. A code would join another.
link-apart = Where does your history stay? The other side starts anew.
link-stay = Leave them joined
link-kept-joined = They stay joined.
link-parted-here = Parted. Your history stays here, and I write to you here. The other side starts anew.
link-parted-there = Parted. Your history stays on the other side. Here, you start anew whenever you write.

# On Discord.
discord-name-link = link
discord-name-unlink = unlink
discord-option-code = code
discord-option-code-about = The code from the other side; none to get one here
