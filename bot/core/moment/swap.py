"""`/swap`: something real for the next ten minutes, and the person's own list of such things."""

from __future__ import annotations

from datetime import timedelta

from bot.core.conversation.flow import Answer, Command, Flow, StepResult, always, ask_step, say
from bot.core.conversation.stack import WAITS_UNTIL
from bot.core.guide import replies
from bot.core.model.effects import AddSwap, RemoveSwap
from bot.core.model.messages import Button, Reply, Text, button
from bot.core.model.moment import Swap
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.reading import Safety
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.moment import ideas
from bot.core.typed import understand, within

MOST, LONGEST = 20, 100  # lines of the own list, characters of one
PAGES = 1_000_000  # no message names a later page
LASTS = timedelta(minutes=30)  # typed words belong to the list for so long
LIST = button(Token("swap", "list"), "swap-list-open")
IDEAS = button(Token("swap", "show"), "swap-ideas")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/swap`: ideas. Words after it go onto the own list, or out of it."""
    return _worded(argument, snapshot) if argument else show("", snapshot)


def show(value: str, snapshot: Snapshot) -> StepResult:
    """`swap.show`, or `swap.show.<page>`: some ideas."""
    page = int(value) if value.isdecimal() and int(value) < PAGES else 0
    lines = tuple(Text("swap-line", {"what": idea}) for idea in ideas.shown(snapshot, page))
    more = button(Token("swap", "show", page + 1), "swap-more")
    return say("swap-offer", lines=lines, buttons=(more, LIST))


# --- the own list


def mine(value: str, snapshot: Snapshot) -> StepResult:
    """`swap.list`: the own list; words that are typed next go onto it."""
    swaps = snapshot.swaps
    lines = tuple(Text("swap-numbered", {"n": n, "words": one.words}) for n, one in enumerate(swaps, 1))
    buttons = (
        *(button(Token("swap", "out", one.id), "swap-out", n=n) for n, one in enumerate(swaps, 1)),
        IDEAS,
    )
    reply = Reply("swap-list", {"lines": lines}, buttons) if swaps else Reply("swap-empty", {}, buttons)
    data = {WAITS_UNTIL: (snapshot.now + LASTS).timestamp()}
    return ask_step("words", reply, data, flow="swap")


def words(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The step that waits for a line of the list."""
    if answer is None:
        return mine("", snapshot)
    if answer.meant:  # "no" or "thanks" is nothing to do
        return say("swap-left", buttons=(IDEAS,))
    return _worded(answer.text, snapshot)


def _worded(text: str, snapshot: Snapshot) -> StepResult:
    """Words that ask for the list, or name a line to take out or to add."""
    if within.is_phrase(text, "swap-mine", snapshot):
        return mine("", snapshot)
    if named := within.after(text, "swap-remove", snapshot):
        found = _find(named, snapshot)
        return out(str(found.id), snapshot) if found else say("swap-unknown", buttons=(LIST,))
    return _add(within.after(text, "swap-add", snapshot) or text, snapshot)


def _find(named: str, snapshot: Snapshot) -> Swap | None:
    """The line that is named by its number or its words."""
    if named.isdecimal() and len(named) < LONGEST:
        number = int(named)
        return snapshot.swaps[number - 1] if 1 <= number <= len(snapshot.swaps) else None
    return next((one for one in snapshot.swaps if understand.same(one.words, named)), None)


def _add(text: str, snapshot: Snapshot) -> StepResult:
    line = " ".join(text.split())
    if snapshot.library.danger(line) is not Safety.NONE:  # it is answered as such, and does not come back
        return say("swap-left")
    if len(line) > LONGEST:
        return say("swap-long", most=LONGEST, buttons=(LIST,))
    if _find(line, snapshot):
        return say("swap-there", buttons=(LIST, IDEAS))
    if len(snapshot.swaps) >= MOST:
        return say("swap-full", most=MOST, buttons=(LIST,))
    return say("swap-added", words=line, buttons=(LIST, IDEAS)).doing(AddSwap(line))


def out(value: str, snapshot: Snapshot) -> StepResult:
    """`swap.out.<number>`: a line is taken out of the list."""
    gone = next((one for one in snapshot.swaps if str(one.id) == value), None)
    if gone is None:
        return replies.stale(snapshot)
    left: tuple[Button, ...] = (LIST, IDEAS) if len(snapshot.swaps) > 1 else (IDEAS,)
    return say("swap-removed", words=gone.words, buttons=left).doing(RemoveSwap(gone.id))


FLOW = Flow(
    "swap",
    steps={"words": words},
    buttons={"show": show, "list": mine, "out": out},
    commands=(Command("swap", command, argument="thing", topic="moment", in_words=True),),
    gives_way=True,
    restart_command="swap",
    needs=always(SnapshotNeeds(moment=True)),
)
