"""`/draft`: three questions before a post, and one more by what it is. Nothing of it is stored: a text that
is typed goes nowhere, neither into an effect nor into the data of the waiting question."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.conversation.flow import Answer, Command, Flow, StepResult, ask_step, reply_with
from bot.core.conversation.stack import WAITS_UNTIL
from bot.core.guide import replies
from bot.core.model.messages import Button, Reply, button
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.typed import within

KINDS = ("angry", "others", "news", "joke", "personal")
LASTS = timedelta(minutes=30)  # typed words belong to it for so long
POST = button(Token("draft", "post"), "draft-post")
WAIT = button(Token("draft", "wait"), "draft-wait")
ENDING = frozenset({"skip", "later", "no", "bye", "thanks"})


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/draft`: the three questions. A text in the argument is treated as one that is typed."""
    return _waits("draft-read" if argument else "draft-ask", {}, snapshot)


def _waits(key: str, data: Data, snapshot: Snapshot, *, kind: str = "") -> StepResult:
    """A message with the ways on. Words are awaited, and counted so that each line is seen as an answer."""
    kinds: tuple[Button, ...] = ()
    if not kind:
        kinds = tuple(button(Token("draft", "kind", one), f"draft-kind-{one}") for one in KINDS)
    new = {"lines": int(data.get("lines", 0)) + 1, WAITS_UNTIL: (snapshot.now + LASTS).timestamp()}
    return ask_step("text", Reply(key, {}, (*kinds, POST, WAIT)), new, flow="draft")


def text(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The step that waits. A text is answered without a word of it."""
    if answer is None:
        return _waits("draft-ask", data, snapshot)
    if answer.meant in ENDING:
        return wait("", snapshot)
    return _waits("draft-read", data, snapshot)


def kind(value: str, snapshot: Snapshot) -> StepResult:
    """`draft.kind.<kind>`: the one question more."""
    if value not in KINDS:
        return replies.stale(snapshot)
    return _waits(f"draft-more-{value}", {}, snapshot, kind=value)


def post(value: str, snapshot: Snapshot) -> StepResult:
    """`draft.post`"""
    return reply_with(Reply("draft-post-said", edits=True))


def wait(value: str, snapshot: Snapshot) -> StepResult:
    """`draft.wait`"""
    return reply_with(Reply("draft-wait-said", edits=True))


def heard(words: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    """Words that tell of a post to come."""
    if meant or not within.holds(words, ("about-to-post",), snapshot):
        return None
    return replace(command("", snapshot), flow="draft")


def replied(words: str, meant: str, tokens: tuple[str, ...], snapshot: Snapshot) -> StepResult | None:
    """Words that reply to an older message of this flow are a text too, of which nothing is kept."""
    return _waits("draft-read", {}, snapshot) if any(Token.parse(t).flow == "draft" for t in tokens) else None


FLOW = Flow(
    "draft",
    steps={"text": text},
    buttons={"kind": kind, "post": post, "wait": wait},
    commands=(Command("draft", command, topic="moment", in_words=True),),
    hears=heard,
    hears_reply=replied,
    gives_way=True,
    restart_command="draft",
)
