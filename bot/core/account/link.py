"""`/link` and `/unlink`: one coach and one history on two platforms, and two again."""

from __future__ import annotations

from bot.core.account.linking import LinkNotice, Merged, Offer, Refusal
from bot.core.conversation.flow import Answer, Command, Flow, StepResult, always, ask_step, reply_with, say
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Admit, Ask, Decline, MakeCode, Separate, Side, TryCode
from bot.core.model.messages import Button, Reply, Text, button, own
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token

AGAIN = button(Token("link", "show"), "link-again")
ENTER = button(Token("link", "enter"), "link-enter")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/link` shows a code, or who asks to be joined; `/link CODE`, on the other platform, takes it."""
    return StepResult(effects=(TryCode(argument),)) if argument.strip() else show("", snapshot)


def show(value: str, snapshot: Snapshot) -> StepResult:
    """A new code; an older one is worth nothing any more. The service puts it in."""
    if snapshot.asking:
        return reply_with(notice(LinkNotice.ASKED, snapshot.asking.account, snapshot.asking.link))
    return say("link-code", buttons=(ENTER,)).doing(MakeCode())


def enter(value: str, snapshot: Snapshot) -> StepResult:
    return code(None, {}, snapshot)


def code(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The step that waits for a code."""
    if answer is None:
        return ask_step("code", Reply("link-ask"), flow="link")
    if answer.leaves_out:
        return say("link-kept")
    return StepResult(effects=(TryCode(answer.text),))


def tried(result: Offer | Refusal, snapshot: Snapshot) -> StepResult:
    """The step after a code."""
    if isinstance(result, Offer):
        data = {"platform": result.platform, "name": result.name, "both": False}
        return confirm(None, {**data, "both": result.onboarded and snapshot.person.onboarded}, snapshot)
    if result is Refusal.WRONG:
        return ask_step("code", Reply("link-wrong"), flow="link")
    return say(f"link-{result}", buttons=(AGAIN,) if result is Refusal.GONE else ())


def confirm(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Is it the same person? And, where both sides have a history, whose settings go on? Anything but a clear
    yes joins nothing: who types a stranger's code would open their journal to them."""
    if answer is None:
        return _waits("link-confirm-both" if data["both"] else "link-confirm", "confirm", _sure(data), data)
    said = answer.text if answer.pressed else answer.meant
    if said in tuple(Side):
        return side(None, {**data, "keeps": said}, snapshot)
    if said == "yes" and not data["both"]:
        return side(None, {**data, "keeps": Side.HERE}, snapshot)
    if said == "yes":
        return confirm(None, data, snapshot)
    return reply_with(Reply("link-kept", edits=answer.pressed))


def _sure(data: Data) -> tuple[Button, ...]:
    yes = ("here", "there") if data["both"] else ("yes",)
    return tuple(button(Token("link", "confirm", value), f"link-confirm-{value}") for value in (*yes, "no"))


def side(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Where shall messages go?"""
    if answer is None:
        labels = {Side.HERE: Text("link-here"), Side.THERE: _place(data)}
        buttons = tuple(Button(Token("link", "side", value), label) for value, label in labels.items())
        return _waits("link-side", "side", buttons, data)
    if answer.text not in tuple(Side):
        return side(None, data, snapshot)
    return StepResult(effects=(Ask(Side(data["keeps"]), Side(answer.text)),))


def _waits(key: str, step: str, buttons: tuple[Button, ...], data: Data) -> StepResult:
    reply = Reply(key, {"place": _place(data)}, buttons, edits=step == "side")
    return ask_step(step, reply, data, flow="link")


def sent(there: Account, snapshot: Snapshot) -> StepResult:
    """The step after an `Ask`: the other side has the last word."""
    reply = Reply("link-sent", {"place": place(there)}, edits=True)
    # The first conversation waits, and is not continued before the other side has answered.
    return reply_with(reply).clearing(clears=not snapshot.person.onboarded)


# --- the side that made the code


def admit(value: str, snapshot: Snapshot) -> StepResult:
    return StepResult(effects=(Admit(_number(value)),))


def decline(value: str, snapshot: Snapshot) -> StepResult:
    return reply_with(Reply("link-declined", edits=True)).doing(Decline(_number(value)))


def _number(value: str) -> int:
    """The number in a button; 0, which nothing has, for anything else."""
    return int(value) if value.isdecimal() and len(value) < 19 else 0


def joined(merged: Merged, writes: Text) -> StepResult:
    """The step after an `Admit`."""
    lines = [Text("link-joined", {"place": writes})]
    if merged.left:
        lines.append(Text("link-left", {"plans": len(merged.left)}))
    return reply_with(Reply("link-lines", {"lines": tuple(lines)}, edits=True)).clearing()


def notice(what: LinkNotice, by: Account, link: int = 0) -> Reply:
    """The message that notifies the other accounts of an act of `by`, so that nothing happens unnoticed."""
    choice = (
        button(Token("link", "admit", link), "link-admit"),
        button(Token("link", "decline", link), "link-decline"),
    )
    if what is LinkNotice.ASKED:
        return Reply("link-told-asked", {"place": _who(by)}, choice)
    return Reply(f"link-told-{what}", {"place": place(by)})


def _who(account: Account) -> Text:
    """The asking account, as far as its platform shows it."""
    platform = Text(f"platform-{account.platform}")
    return place(account) if account.name else Text("link-unnamed", {"platform": platform})


# --- apart


def unlink(argument: str, snapshot: Snapshot) -> StepResult:
    return apart(None, {}, snapshot)


def apart(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Part this account from the others?"""
    others = tuple(a for a in snapshot.accounts if not is_same(a, snapshot.account))
    if not others:
        return say("link-single", buttons=(AGAIN,))
    if answer is None:
        buttons = (
            button(Token("link", "apart", "yes"), "link-part"),
            button(Token("link", "apart", "no"), "link-stay"),
        )
        places = tuple(place(a) for a in others)
        return ask_step("apart", Reply("link-apart", {"places": places}, buttons), flow="link")
    said = answer.text if answer.pressed else answer.meant
    if said != "yes":
        return reply_with(Reply("link-kept-joined", edits=answer.pressed))
    return reply_with(Reply("link-parted", edits=answer.pressed)).doing(Separate()).clearing()


def is_same(one: Account, other: Account | None) -> bool:
    return other is not None and (one.platform, one.external_id) == (other.platform, other.external_id)


def place(account: Account) -> Text:
    """Where somebody is met, as they know it."""
    return _place({"platform": account.platform, "name": account.name})


def _place(data: Data) -> Text:
    platform = Text(f"platform-{data['platform']}")
    name = str(data["name"])[:40]
    return Text("link-place", {"platform": platform, "name": own(name)}) if name else platform


FLOW = Flow(
    "link",
    steps={"code": code, "confirm": confirm, "side": side, "apart": apart},
    buttons={"show": show, "enter": enter, "admit": admit, "decline": decline},
    commands=(Command("link", command, argument="code"), Command("unlink", unlink)),
    restart_command="link",
    single_use_steps=frozenset({"confirm", "side", "apart"}),
    open_to_all=True,
    needs=always(SnapshotNeeds(own_words=True, accounts=True)),
)
