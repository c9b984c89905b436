"""What is said outside of any flow: hello, thanks, words that are not understood, buttons that are old."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.conversation.flow import Turn, say
from bot.core.model.messages import Button, Reply, button
from bot.core.model.person import Rest, Status
from bot.core.model.snapshot import Facts

TODAY = button("checkin.open", "talk-today")
HELP = button("help.show", "talk-help")
GO_ON = button("rest.on", "talk-go-on")
ANSWERS = frozenset(
    {"yes", "no", "done", "partly", "missed", "skip", "later", "unwell"}
)  # they speak of the check-in


def doors(facts: Facts) -> tuple[Button, ...]:
    """Where somebody can always go from here."""
    match facts.person.status:
        case Status.ACTIVE:
            return (TODAY, HELP)
        case Status.NEW:
            return (HELP,)
        case _:
            return (GO_ON, HELP)


def _hint(key: str, buttons: tuple[Button, ...] = (), **args: object) -> Turn:
    """An answer that only says why nothing came of what was said."""
    return replace(say(key, buttons=buttons, **args), hint=True)


def unknown_command(name: str, facts: Facts) -> Turn:
    """A slash command that does not exist."""
    shown = name if len(name) <= 30 else name[:29] + "…"
    return _hint("talk-unknown-command", doors(facts), name=shown)


def stale(facts: Facts) -> Turn:
    """A button that is old, forged, or of something that is over."""
    return _hint("talk-stale", doors(facts))


def empty(facts: Facts) -> Turn:
    """Nothing but blanks and control characters."""
    return _hint("talk-empty", doors(facts))


def moved_on(facts: Facts) -> Turn:
    """A question that a new release no longer has."""
    return say("talk-moved-on", buttons=doors(facts))


def first_finish(facts: Facts) -> Turn:
    """Something that has to wait until onboarding is through."""
    return _hint("talk-first-finish")


def resting(facts: Facts) -> Turn:
    """Anything said while coaching rests: it stays at rest, and the way back is one press."""
    keys = {Rest.CARE: "talk-resting-care", Rest.UNREACHABLE: "talk-resting-unreachable"}
    return _hint(keys.get(facts.person.rest, "talk-resting"), (GO_ON,))


def small_talk(text: str, meant: str, facts: Facts) -> Turn:
    """Plain words while no question waits. What is not understood is kept nowhere."""
    if meant in ("thanks", "bye"):
        return say(f"talk-{meant}")
    if meant == "hello":
        return say("talk-hello", buttons=doors(facts))
    return of_the_day(text, meant, facts) or _not_understood(text, facts)


def of_the_day(text: str, meant: str, facts: Facts) -> Turn | None:
    """Words that answer the check-in's last question, or take the answer back; None where they don't."""
    from bot.core.checkin import by_words  # here, since the check-in may speak through this module

    if meant == "undo":
        return _of_checkin(by_words.undo(facts))
    if meant not in ANSWERS and by_words.figure(text, facts) is None:
        return None
    return _of_checkin(by_words.by_words(text, meant, facts))


def replied(text: str, meant: str, about: tuple[str, ...], facts: Facts) -> Turn | None:
    """Words that reply to an older question, by the tokens of its buttons; None for any others."""
    from bot.core.checkin import by_words
    from bot.core.journal import reflect  # as above

    turn = reflect.replied(text, meant, about, facts)
    return turn or _of_checkin(by_words.replied(text, meant, about, facts))


def _of_checkin(turn: Turn | None) -> Turn | None:
    return turn and replace(turn, flow=turn.flow or "checkin")


def handed_back(words: str) -> Reply:
    """Own words that have no place any more: whoever wrote them gets them back."""
    return Reply("talk-handed-back", {"words": words})


def _not_understood(text: str, facts: Facts) -> Turn:
    key = "talk-number" if re.fullmatch(r"\d{1,9}", text) else "talk-not-understood"
    return _hint(key, doors(facts))
