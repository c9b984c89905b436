"""`/urge`: what it is, two minutes of the right kind, and how it was. Either end is fine, and what helped
comes first the next time. No step waits: buttons say all, and words press them in the next line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.conversation.flow import Command, Flow, StepResult, always, reply_with, say
from bot.core.guide import replies
from bot.core.guide.doors import REFLECT
from bot.core.model.aside import Aside
from bot.core.model.effects import AskAfterUrge, CancelAfterUrge, SaveExercise
from bot.core.model.library import Itch
from bot.core.model.messages import Button, Reply, Text, button
from bot.core.model.moment import TriedExercise, UrgeOutcome
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.moment import exercises
from bot.core.typed import understand

LASTS = timedelta(minutes=2)
CANCEL = button(Token("urge", "cancel"), "urge-cancel")
SWAP = button(Token("swap", "show"), "urge-swap")
WORDS = {itch: f"itch-{itch}" for itch in Itch}  # lists of the lexicon that name a state


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/urge`: which state it is, or at once the two minutes for the state that is named."""
    named = _named(argument, snapshot)
    return begin(named, snapshot) if named else ask("", snapshot)


def ask(value: str, snapshot: Snapshot) -> StepResult:
    """`urge.ask`: which state it is."""
    buttons = (*choices(snapshot, whole=True), CANCEL)
    asked = say("urge-ask", buttons=buttons)
    words = {WORDS[itch]: str(Token("urge", "state", itch)) for itch in Itch}
    return replace(asked, aside=Aside(choices={**words, "skip": CANCEL.token, "later": CANCEL.token}))


def choices(snapshot: Snapshot, *, whole: bool = False) -> tuple[Button, ...]:
    """A button for each state. `whole`: with the whole token."""
    return tuple(button(Token("urge", "state", i) if whole else i.value, f"itch-{i}") for i in Itch)


def _named(argument: str, snapshot: Snapshot) -> Itch | None:
    meant = understand.choice(argument, WORDS.values(), snapshot)
    return next((i for i in Itch if argument == i or meant == WORDS[i]), None)


# --- two minutes


def state(value: str, snapshot: Snapshot) -> StepResult:
    """`urge.state.<itch>`"""
    itch = next((one for one in Itch if one == value), None)
    return begin(itch, snapshot) if itch else replies.stale(snapshot)


def other(value: str, snapshot: Snapshot) -> StepResult:
    """`urge.other.<exercise>`: another one for the same state."""
    itch = exercises.state_of(value)
    return begin(itch, snapshot, but=value) if itch else replies.stale(snapshot)


def begin(itch: Itch, snapshot: Snapshot, *, but: str = "") -> StepResult:
    """An exercise now, and the question how it was in two minutes, in place of one that waits."""
    exercise = exercises.choose(itch, snapshot, but=but)
    before = exercises.known(exercise, snapshot)
    lines = [Text(f"urge-do-{exercise}"), Text(f"urge-then-{_kind(itch)}")]
    if before and before.outcome is UrgeOutcome.PASSED:
        lines.insert(0, Text("urge-helped-before"))
    buttons = (_passed(exercise), button(Token("urge", "other", exercise), "urge-other"), CANCEL)
    begun = reply_with(Reply("urge-lines", {"lines": tuple(lines)}, buttons, edits=True)).doing(
        SaveExercise(exercises.begun(exercise, snapshot)),
        AskAfterUrge(snapshot.today, snapshot.now + LASTS),
    )
    return replace(begun, aside=_by_words(exercise))


def _kind(itch: Itch) -> str:
    return itch.value if itch in (Itch.LONELY, Itch.SLEEPLESS) else "all"


def _passed(exercise: str) -> Button:
    return button(Token("urge", "passed", exercise), "urge-passed")


def _by_words(exercise: str) -> Aside:
    """Words of the next line that press a button."""
    passed, went = (str(Token("urge", name, exercise)) for name in ("passed", "went"))
    return Aside(
        choices={
            **{"urge-passed": passed, "yes": passed},
            **{"urge-went-in": went, "no": went},
            **{"skip": CANCEL.token, "later": CANCEL.token},
        }
    )


def over(day: date, snapshot: Snapshot) -> StepResult:
    """The two minutes are over: the message of the coach's that ends its answer."""
    exercise = snapshot.tried[-1].exercise
    buttons = (
        _passed(exercise),
        button(Token("urge", "went", exercise), "urge-went-in"),
        button(Token("urge", "other", exercise), "urge-other"),
    )
    return replace(say("urge-over", buttons=buttons), aside=_by_words(exercise))


# --- how it was


def passed(value: str, snapshot: Snapshot) -> StepResult:
    """`urge.passed.<exercise>`"""
    return _ended(value, UrgeOutcome.PASSED, Reply("urge-passed-said", edits=True), snapshot)


def went(value: str, snapshot: Snapshot) -> StepResult:
    """`urge.went.<exercise>`"""
    return _ended(
        value, UrgeOutcome.WENT_IN, Reply("urge-went-said", {}, (SWAP, REFLECT), edits=True), snapshot
    )


def _ended(exercise: str, outcome: UrgeOutcome, reply: Reply, snapshot: Snapshot) -> StepResult:
    tried = exercises.known(exercise, snapshot)
    if tried is None:
        return replies.stale(snapshot)
    saved = SaveExercise(exercises.ended(tried, outcome))
    return reply_with(reply).doing(saved, *_no_longer_asked(tried, snapshot))


def _no_longer_asked(tried: TriedExercise, snapshot: Snapshot) -> tuple[CancelAfterUrge, ...]:
    return (CancelAfterUrge(),) if tried == snapshot.tried[-1] else ()


def cancel(value: str, snapshot: Snapshot) -> StepResult:
    """`urge.cancel`: the coach does not come back to it."""
    return reply_with(Reply("urge-cancelled", edits=True)).doing(CancelAfterUrge())


FLOW = Flow(
    "urge",
    buttons={
        **{"ask": ask, "state": state, "other": other},
        **{"passed": passed, "went": went, "cancel": cancel},
    },
    commands=(Command("urge", command, argument="state", choices=choices, topic="moment", in_words=True),),
    openings={"over": over},
    needs=always(SnapshotNeeds(moment=True)),
)
