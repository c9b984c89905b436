"""The replies where no flow answers: hello, thanks, words that nobody understands, buttons that are old."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.conversation.flow import StepResult, say
from bot.core.guide.doors import HELP, TODAY, door
from bot.core.model.aside import Aside
from bot.core.model.messages import Button, Reply, button
from bot.core.model.person import RestReason, Status
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token

KEEP = button(Token("topics", "keep"), "heard-keep")
GO_ON = button(Token("rest", "on"), "talk-go-on")
MAX_COMMAND_SHOWN = 30  # characters of an unknown command


def doors(snapshot: Snapshot) -> tuple[Button, ...]:
    """The buttons that lead on from anywhere."""
    match snapshot.person.status:
        case Status.ACTIVE:
            return (TODAY, HELP)
        case Status.NEW:
            return (HELP,)
        case _:
            return (GO_ON, HELP)


def _hint(key: str, buttons: tuple[Button, ...] = (), **args: str) -> StepResult:
    """A reply that says why an input had no result."""
    return replace(say(key, buttons=buttons, **args), hint=True)


def unknown_command(name: str, snapshot: Snapshot) -> StepResult:
    """A slash command that does not exist."""
    shown = name if len(name) <= MAX_COMMAND_SHOWN else name[: MAX_COMMAND_SHOWN - 1] + "…"
    return _hint("talk-unknown-command", doors(snapshot), name=shown)


def stale(snapshot: Snapshot) -> StepResult:
    """A button that is old or forged, or whose subject is over."""
    return _hint("talk-stale", doors(snapshot))


def empty(snapshot: Snapshot) -> StepResult:
    """Blanks and control characters."""
    return _hint("talk-empty", doors(snapshot))


def unreadable(key: str, snapshot: Snapshot) -> StepResult:
    """An input that the coach cannot read: a picture, a voice message. `key` names the reply."""
    return _hint(key, doors(snapshot))


def moved_on(snapshot: Snapshot) -> StepResult:
    """A question that this release no longer has."""
    return say("talk-moved-on", buttons=doors(snapshot))


def first_finish(snapshot: Snapshot) -> StepResult:
    """A request that has to wait until onboarding is over."""
    return _hint("talk-first-finish")


def resting(snapshot: Snapshot) -> StepResult:
    """Any input while coaching rests: it stays at rest, and the way back is one press."""
    keys = {RestReason.CARE: "talk-resting-care", RestReason.UNREACHABLE: "talk-resting-unreachable"}
    return _hint(keys.get(snapshot.person.rest, "talk-resting"), (GO_ON,))


def no_room(snapshot: Snapshot, *, asks: bool) -> StepResult:
    """Words that are not stored, since the person has used up the day's room. `asks`: a question follows."""
    return say("talk-no-room", buttons=() if asks else doors(snapshot))


def small_talk(text: str, meant: str, snapshot: Snapshot, *, asks: bool = False) -> StepResult:
    """Typed words that no flow understands; none are stored. `asks`: a question is put again below."""
    if meant in ("thanks", "bye"):
        return say(f"talk-{meant}")
    if meant == "hello":
        return say("talk-hello", buttons=doors(snapshot))
    if re.fullmatch(r"\d{1,9}", text):
        return _hint("talk-number", doors(snapshot))
    if snapshot.person.status is not Status.ACTIVE or not text:
        return _hint("talk-not-understood", doors(snapshot))
    return not_understood(text, snapshot, asks=asks)


def not_understood(text: str, snapshot: Snapshot, *, asks: bool) -> StepResult:
    """A line that nobody understands: it can be kept, and without a question one door leads on. The second
    one in a row gets other words and another door."""
    again = bool(snapshot.aside.held_words)
    key = "heard-unclear-again" if again else "heard-unclear"
    led = () if asks else (door(snapshot, again=again),)
    return replace(_hint(key, (KEEP, *led)), aside=Aside(held_words=text))


def handed_back(words: str) -> Reply:
    """A person's own words that cannot be stored, so that they are not lost."""
    return Reply("talk-handed-back", {"words": words})
