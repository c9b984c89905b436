"""What was said, looked at before it is answered: which command words stand for, which flows are concerned,
what answering will read."""

from __future__ import annotations

from bot.core.account import age
from bot.core.coach import BY_COMMAND, FLOWS, ONBOARDING
from bot.core.conversation import questions
from bot.core.conversation.flow import Frame
from bot.core.conversation.stack import Stack, apart
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, SharedLocation, SlashCommand, TypedText
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.onboarding import onboarding
from bot.core.typed import understand

TAKES_LATE = frozenset({"checkin", "reflect"})  # flows that an answer belongs to whenever it comes


def needs(said: Input, stack: Stack, snapshot: Snapshot) -> SnapshotNeeds:
    """What answering reads of the snapshot, of which only the person is loaded yet. The part of the journal
    is that of the flow that was addressed; else of the question that waits."""
    said = _run(as_command(said, stack, snapshot))
    found = SnapshotNeeds()
    for name in concerned(said, stack, snapshot):
        frame = next((f for f in reversed(stack) if f.flow == name), None)
        found |= FLOWS[name].needs(said, frame, snapshot)
    return found


def _run(said: Input) -> Input:
    """A button that runs a command, as that command; anything else as it is."""
    if isinstance(said, ButtonPress):
        name, _, rest = said.token.partition(".")
        part, _, command = rest.partition(".")
        if name in FLOWS and part in FLOWS[name].runs_commands:
            return SlashCommand(command)
    return said


def as_command(said: Input, stack: Stack, snapshot: Snapshot) -> Input:
    """Words that are taken for a command, as that command; anything else as it is."""
    said = followed(said, snapshot)
    if not isinstance(said, TypedText):
        return said
    text = understand.clean(said.text)
    if text.startswith("/") and (name := text[1:].split()[0:1]):
        return SlashCommand(name[0].partition("@")[0].lower(), text[1:].partition(" ")[2].strip())
    meant = understand.intent(text, snapshot)
    waits = bool(apart(stack, snapshot)[1])
    heard = meant in BY_COMMAND and (not waits or meant in understand.IN_EVERY_LANGUAGE)
    return SlashCommand(meant) if heard else said


def concerned(said: Input, stack: Stack, snapshot: Snapshot) -> list[str]:
    """The flows that an answer may come from: the one that is addressed, those that wait (the last one
    first), those with which they begin again in a newer release, and the one that everybody new has to
    finish."""
    waiting = [frame.flow for frame in reversed(stack) if frame.flow in FLOWS]
    restarts = [BY_COMMAND[FLOWS[name].restart] for name in waiting if FLOWS[name].restart]
    new = [ONBOARDING] if snapshot.person.status is Status.NEW else []
    return [name for name in (*_addressed(said), *waiting, *restarts, *new) if name in FLOWS]


def _addressed(said: Input) -> tuple[str, ...]:
    match said:
        case ButtonPress(token) | FormSubmission(token, _):
            return (token.removeprefix(age.OK).partition(".")[0],)
        case SlashCommand(name, _):
            return (BY_COMMAND.get(name, ""),)
        case SharedLocation():
            return ("settings",)
        case TypedText():
            return ("checkin", "reflect")
        case _:
            return ()


def followed(said: Input, snapshot: Snapshot) -> Input:
    """`/start` with a link that carries a command, as that command; anything else as it is."""
    if isinstance(said, SlashCommand) and said.name == "start":
        return SlashCommand(onboarding.linked(said.argument, snapshot) or "start", said.argument)
    return said


def urgent(said: Input, snapshot: Snapshot) -> bool:
    """Whether this is heard however much somebody sends: the wish to stop, and words of self-harm."""
    match said:
        case TypedText(text) | SlashCommand(_, text) if understand.in_crisis(text, snapshot):
            return True
        case TypedText() | SlashCommand():
            meant = as_command(said, (), snapshot)
            return isinstance(meant, SlashCommand) and meant.name == "stop"
        case _:
            return False


def keeps_nothing(said: Input) -> bool:
    """Whether the answer to somebody new keeps nothing of them: on a community's post, consent is first."""
    if not isinstance(said, ButtonPress | FormSubmission):
        return False
    name, _, rest = said.token.partition(".")
    part = rest.partition(".")[0]
    return (name, part) == ("age", "young") or (name in FLOWS and part in FLOWS[name].consent)


def is_over(token: str) -> bool:
    """Whether a token belongs to a question whose answer cannot be taken once it waits no longer."""
    name, _, rest = token.partition(".")
    flow, part = FLOWS.get(name), rest.partition(".")[0]
    return name not in TAKES_LATE and flow is not None and part in flow.steps and part not in flow.buttons


def asked(frame: Frame, about: tuple[str, ...]) -> bool:
    """Whether the message with these buttons asked what a frame waits for."""
    if found := questions.asked_by(about):
        step, question = found
        same = frame.data.get("day") == question.day.isoformat()
        return frame.step == step and same and frame.data.get("enrolment", 0) == question.plan
    start, slug = f"{frame.flow}.{frame.step}.", frame.data.get("prompt")
    return any(token.startswith(start) and slug in (None, token.rpartition(".")[2]) for token in about)
