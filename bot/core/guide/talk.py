"""What is said outside of any flow: hello, thanks, words that are not understood, buttons that are old."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.conversation.flow import StepResult, say
from bot.core.model.messages import Button, Reply, button
from bot.core.model.person import RestReason, Status
from bot.core.model.snapshot import Snapshot

TODAY = button("checkin.open", "talk-today")
HELP = button("help.show", "talk-help")
GO_ON = button("rest.on", "talk-go-on")
ANSWERS = frozenset(
    {"yes", "no", "done", "partly", "missed", "skip", "later", "unwell"}
)  # they speak of the check-in


def doors(snapshot: Snapshot) -> tuple[Button, ...]:
    """Where somebody can always go from here."""
    match snapshot.person.status:
        case Status.ACTIVE:
            return (TODAY, HELP)
        case Status.NEW:
            return (HELP,)
        case _:
            return (GO_ON, HELP)


def _hint(key: str, buttons: tuple[Button, ...] = (), **args: object) -> StepResult:
    """An answer that only says why nothing came of what was said."""
    return replace(say(key, buttons=buttons, **args), hint=True)


def unknown_command(name: str, snapshot: Snapshot) -> StepResult:
    """A slash command that does not exist."""
    shown = name if len(name) <= 30 else name[:29] + "…"
    return _hint("talk-unknown-command", doors(snapshot), name=shown)


def stale(snapshot: Snapshot) -> StepResult:
    """A button that is old, forged, or of something that is over."""
    return _hint("talk-stale", doors(snapshot))


def empty(snapshot: Snapshot) -> StepResult:
    """Nothing but blanks and control characters."""
    return _hint("talk-empty", doors(snapshot))


def moved_on(snapshot: Snapshot) -> StepResult:
    """A question that a new release no longer has."""
    return say("talk-moved-on", buttons=doors(snapshot))


def first_finish(snapshot: Snapshot) -> StepResult:
    """Something that has to wait until onboarding is through."""
    return _hint("talk-first-finish")


def resting(snapshot: Snapshot) -> StepResult:
    """Anything said while coaching rests: it stays at rest, and the way back is one press."""
    keys = {RestReason.CARE: "talk-resting-care", RestReason.UNREACHABLE: "talk-resting-unreachable"}
    return _hint(keys.get(snapshot.person.rest, "talk-resting"), (GO_ON,))


def small_talk(text: str, meant: str, snapshot: Snapshot) -> StepResult:
    """Plain words while no question waits. What is not understood is kept nowhere."""
    if meant in ("thanks", "bye"):
        return say(f"talk-{meant}")
    if meant == "hello":
        return say("talk-hello", buttons=doors(snapshot))
    return of_the_day(text, meant, snapshot) or _not_understood(text, snapshot)


def of_the_day(text: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    """Words that answer the check-in's last question, or take the answer back; None where they don't."""
    from bot.core.checkin import by_words  # here, since the check-in may speak through this module

    if meant == "undo":
        return _of_checkin(by_words.undo(snapshot))
    if meant not in ANSWERS and by_words.figure(text, snapshot) is None:
        return None
    return _of_checkin(by_words.by_words(text, meant, snapshot))


def replied(text: str, meant: str, about: tuple[str, ...], snapshot: Snapshot) -> StepResult | None:
    """Words that reply to an older question, by the tokens of its buttons; None for any others."""
    from bot.core.checkin import by_words
    from bot.core.journal import reflect  # as above

    turn = reflect.replied(text, meant, about, snapshot)
    return turn or _of_checkin(by_words.replied(text, meant, about, snapshot))


def _of_checkin(turn: StepResult | None) -> StepResult | None:
    return turn and replace(turn, flow=turn.flow or "checkin")


def handed_back(words: str) -> Reply:
    """Own words that have no place any more: whoever wrote them gets them back."""
    return Reply("talk-handed-back", {"words": words})


def _not_understood(text: str, snapshot: Snapshot) -> StepResult:
    key = "talk-number" if re.fullmatch(r"\d{1,9}", text) else "talk-not-understood"
    return _hint(key, doors(snapshot))
