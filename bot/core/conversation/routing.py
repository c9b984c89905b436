"""What was said, looked at before it is answered: which command words stand for, which flows are concerned,
what answering will read."""

from __future__ import annotations

from bot.core.account import age
from bot.core.coach import BY_COMMAND, FLOWS
from bot.core.conversation import questions
from bot.core.conversation.flow import Frame
from bot.core.conversation.stack import Stack, apart
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, SlashCommand, TypedText
from bot.core.model.journal import JournalQuery
from bot.core.model.snapshot import Snapshot
from bot.core.onboarding import onboarding
from bot.core.typed import understand

TAKES_LATE = frozenset({"checkin", "reflect"})  # flows that an answer belongs to whenever it comes


def reads(said: Input, stack: Stack, snapshot: Snapshot) -> JournalQuery | None:
    """What answering reads of the journal; None for nothing. What was said comes first, then what waits."""
    said = as_command(said, stack, snapshot)
    for name in reversed(concerned(said, stack)):
        if name in FLOWS and (read := FLOWS[name].reads):
            return read(said, next((f for f in reversed(stack) if f.flow == name), None), snapshot)
    return None


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


def concerned(said: Input, stack: Stack) -> list[str]:
    """The flows that an answer may come from, so that what they need is worth loading."""
    names = [stack[-1].flow] if stack else []
    match said:
        case ButtonPress(token) | FormSubmission(token, _):
            names.append(token.removeprefix(age.OK).partition(".")[0])
        case SlashCommand(name, _) if name in BY_COMMAND:
            names.append(BY_COMMAND[name])
        case _:
            pass
    return names


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
