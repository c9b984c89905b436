command-link = One coach on two platforms: get or use a code
command-unlink = Part two joined accounts again

platform-console = this terminal
platform-telegram = Telegram
platform-discord = Discord
link-place = { $platform } ({ $name })
link-unnamed = an account on { $platform }

link-code =
    Your code: <b>{ $code }</b>
    Type /link and this code where you also talk to me. It holds for ten minutes and works once. Then I ask you here who may join. Give it to nobody: who is joined reads your journal with you.
link-again = Get a code
link-enter = I have a code
link-ask = Which code did you get on the other side?
link-wrong = That code isn't valid: mistyped, used, or older than ten minutes. You can type it again, or get a new one with /link on the other side.
link-own = That is this side's own code. Type it on the other side.
link-often = Too many wrong codes, so I look at none for an hour. Nothing was changed.
link-gone = That code is over, so nothing was joined. A new one begins again.
link-same = Both are accounts of one platform, and such are not joined. Nothing was changed.
link-lately = One of the two sides was joined less than three days ago, so nothing was changed. After three days a new code works.
link-confirm =
    This code comes from { $place }. Joined, both sides have one coach and one journal, and each reads all of it. Is that account yours too? If somebody else gave you the code, press “No”.
link-confirm-both =
    This code comes from { $place }. Joined, both sides have one coach and one journal, and each reads all of it. If somebody else gave you the code, press “No”. If that account is yours too: whose settings go on?
link-confirm-yes = Yes, join them
link-confirm-here = Join, settings from here
link-confirm-there = Join, settings from there
link-confirm-no = No, leave it
link-kept = Nothing was joined.
link-side = Where shall I write to you?
link-here = Here
link-there = Elsewhere
link-joined = Joined. From now on I write to you on { $place }, and both sides know the same. /unlink parts them.
link-sent = Now I ask on { $place }, and you are joined once you say yes there. The answer has half an hour; if no message comes there, /link shows the question. Until then nothing is shared.
link-told-asked =
    Somebody typed your code, and wants to join this chat: { $place }. Joined, both sides read one journal and share everything. Is that you?
link-told-declined = { $place } did not confirm, so nothing was joined.
link-told-joined = Joined: this chat and { $place } have one coach and one journal now, which both sides read. If that isn’t you, /unlink parts them. For three days neither side can erase what the other brought.
link-told-parted = { $place } was parted from this chat. Each side keeps a copy of everything and goes on alone from now on.
link-told-exported = Everything stored about you was just exported on { $place }. If that wasn’t you, /unlink parts the accounts.
link-told-erased = Everything about you was just erased on { $place }, here too. Write any time to begin anew.
link-told-returned = { $place } was erased, and is parted from this chat. What you had here before you were joined is back as it was. What was added since is erased too.
link-admit = Yes, that is me
link-decline = No
link-declined = Nothing was joined, and the code is used up.
link-left = { $plans ->
    [one] Three plans at a time are plenty, so one rests. Its days are kept; /plans takes it up again.
   *[other] Three plans at a time are plenty, so { $plans } rest. Their days are kept; /plans takes them up again.
  }
link-lines = { $lines }
link-single = Only this account is yours here, so there is nothing to part. A code would join another.
link-apart =
    Joined with this account:
    { $places }
    Part this one? Each side then has a copy of everything so far, and goes on alone.
link-part = Yes, part them
link-stay = Leave them joined
link-kept-joined = They stay joined.
link-parted = Parted. Each side has a copy of everything, and I write to you here.

# On Discord.
discord-name-link = link
discord-name-unlink = unlink
discord-option-code = code
discord-option-code-about = The code from the other side; none to get one here
