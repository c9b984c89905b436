"""The engine: what was said, where the person is, and the facts go in; replies and commands come out.

The state of a conversation is a short stack of frames (`bot.core.conversation.stack`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.account import age, care
from bot.core.coach import BY_COMMAND, FLOWS, ONBOARDING
from bot.core.conversation import questions
from bot.core.conversation.flow import Answer, Flow, StepResult, say
from bot.core.conversation.routing import asked, followed, is_over
from bot.core.conversation.stack import (
    Stack,
    TurnResult,
    again,
    apart,
    aside,
    begins,
    changes_nothing,
    kept_open,
    opening,
    settle,
    settling,
)
from bot.core.guide import talk
from bot.core.model import projection
from bot.core.model.effects import DeleteDay, DeleteEntry
from bot.core.model.effects import Effect as Do
from bot.core.model.inputs import (
    ButtonPress,
    FormSubmission,
    Input,
    SharedLocation,
    SlashCommand,
    TypedText,
    Unreadable,
)
from bot.core.model.messages import Button, Form, Reply, Text
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.onboarding import onboarding
from bot.core.typed import understand

OWN_WORDS = frozenset({"note", "words"})  # a form's fields that hold own words of any length


def turn(said: Input, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """One turn of the conversation. Never raises for anything that a person can send."""
    said = followed(said, snapshot)
    asked, stack, snapshot = apart(stack, snapshot)
    return kept_open(asked, _turn(said, stack, snapshot), snapshot)


def _turn(said: Input, stack: Stack, snapshot: Snapshot) -> TurnResult:
    match said:
        case TypedText(text) | SlashCommand(_, text) if understand.in_crisis(text, snapshot):
            return _with_care(_routed(said, stack, snapshot))
        case FormSubmission(_, values) if any(understand.in_crisis(v, snapshot) for v in values.values()):
            return _with_care(_routed(said, stack, snapshot))
        case _:
            return _routed(said, stack, snapshot)


def _with_care(outcome: TurnResult) -> TurnResult:
    """The person's words and place are kept as ever, but the answer is the one about help."""
    return TurnResult(care.replies(), (*outcome.effects, *care.effects()), outcome.stack)


def _routed(said: Input, stack: Stack, snapshot: Snapshot) -> TurnResult:
    match said:
        case SlashCommand(name, argument):
            return _command(name, argument, stack, snapshot)
        case ButtonPress(token):
            return _press(token, stack, snapshot)
        case FormSubmission(token, values):
            return _form(token, values, stack, snapshot)
        case SharedLocation(zone):
            return _place(zone, stack, snapshot)
        case Unreadable(key):
            return _no_words(key, stack, snapshot)
        case TypedText(text, about):
            return _words(understand.clean(text), about, stack, snapshot)


def _command(name: str, argument: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
    flow = FLOWS.get(BY_COMMAND.get(name, ""))
    if flow is None:
        return settle(talk.unknown_command(name, snapshot), None, stack, snapshot)
    if name == "start" and snapshot.person.status is Status.NEW and any(f.flow == ONBOARDING for f in stack):
        return _goes_on(argument, stack, snapshot)
    if blocked := _not_now(flow, stack, snapshot):
        return blocked
    return begins(flow.commands[name](argument, snapshot), flow, stack, snapshot)


def _goes_on(argument: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """Onboarding that was left in the middle goes on where it was, with what the link carries."""
    snapshot, effects = onboarding.language_of(argument.removeprefix("lang_"), snapshot)
    stack = tuple(onboarding.with_link(argument, f, snapshot) if f.flow == ONBOARDING else f for f in stack)
    return again(StepResult(effects=effects), stack, snapshot)


def _press(token: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if snapshot.person.status is Status.CARE and name == ONBOARDING:
        return aside(talk.resting(snapshot), stack)
    if stack and (stack[-1].flow, stack[-1].step) == (name, part):
        return _answer(Answer(value, pressed=True), stack, snapshot)
    if flow is not None and part in flow.consent and not snapshot.person.agreed:
        return aside(age.ask(token, snapshot), stack)
    if flow is None or part not in flow.buttons:
        return again(talk.stale(snapshot), stack, snapshot)
    if blocked := _not_now(flow, stack, snapshot):
        return blocked
    turn = flow.buttons[part](value, snapshot)
    if turn.presses:
        return _goes_on_with(turn, stack, snapshot)
    return _command(turn.runs, "", stack, snapshot) if turn.runs else begins(turn, flow, stack, snapshot)


def _goes_on_with(turn: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """A press that leads to another one: of a button, or of what opens a form."""
    snapshot = projection.after(turn.effects, snapshot) or snapshot
    name, _, rest = turn.presses.partition(".")
    part = rest.partition(".")[0]
    flow = FLOWS.get(name)
    if flow is not None and part in flow.forms and part not in flow.buttons:
        opens = Button(turn.presses, Text(f"{name}-{part}"))
        following = aside(say("age-thanks", buttons=(opens,)), stack)
    else:
        following = _press(turn.presses, stack, snapshot)
    return replace(following, effects=(*turn.effects, *following.effects))


def _form(token: str, values: object, stack: Stack, snapshot: Snapshot) -> TurnResult:
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if not isinstance(values, dict):
        return again(talk.stale(snapshot), stack, snapshot)
    cleaned = {key: understand.clean(words) for key, words in values.items()}
    if flow is None or part not in flow.forms:
        return _handed_back(again(talk.stale(snapshot), stack, snapshot), cleaned)
    if part in flow.consent and not snapshot.person.agreed:
        words = "\n".join(map(understand.clean, values.values()))
        return aside(age.ask(token, snapshot, words), stack)
    if blocked := _not_now(flow, stack, snapshot):
        return _handed_back(blocked, cleaned)
    if stack and stack[-1].flow == name:
        stack = stack[:-1]  # the form answers all that its flow was waiting for
    return begins(flow.forms[part](value, cleaned, snapshot), flow, stack, snapshot)


def _handed_back(outcome: TurnResult, values: Mapping[str, str]) -> TurnResult:
    """The answer to a form that cannot be taken now, with the words that were written in it."""
    words = [value for name, value in values.items() if name in OWN_WORDS and value]
    if not words:
        return outcome
    return replace(outcome, replies=(talk.handed_back("\n".join(words)), *outcome.replies), hint=False)


def _place(zone: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """A location answers the question for the time zone; at any other time it leads to a question."""
    if stack and stack[-1].step == "zone":
        return _answer(Answer(zone, pressed=True), stack, snapshot)
    return _press(f"settings.here.{zone}", stack, snapshot)


def _no_words(key: str, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """A kind answer, and what waits is asked again: for somebody new, that is the beginning."""
    if not stack and snapshot.person.status is Status.NEW:
        begun = _command("start", "", stack, snapshot)
        return replace(begun, replies=(Reply(key), *begun.replies))
    return again(replace(say(key, buttons=talk.doors(snapshot)), hint=True), stack, snapshot)


def standing(stack: Stack, snapshot: Snapshot) -> TurnResult:
    """Where things stand, for an answer that perhaps never arrived: what waits, or else the day."""
    _, stack, snapshot = apart(stack, snapshot)
    match snapshot.person.status:
        case _ if stack:
            return again(StepResult(), stack, snapshot)
        case Status.ACTIVE:
            return _command("today", "", stack, snapshot)
        case Status.NEW:
            return TurnResult((), (), stack)
        case _:
            return TurnResult(talk.resting(snapshot).replies, (), stack)


def _words(text: str, about: tuple[str, ...] | None, stack: Stack, snapshot: Snapshot) -> TurnResult:
    if not text:
        return again(talk.empty(snapshot), stack, snapshot)
    if text.startswith("/") and (name := text[1:].split()[0:1]):
        return _command(
            name[0].partition("@")[0].lower(), text[1:].partition(" ")[2].strip(), stack, snapshot
        )
    meant = understand.intent(text, snapshot)
    if meant in BY_COMMAND and meant in understand.IN_EVERY_LANGUAGE:
        return _command(meant, "", stack, snapshot)
    if snapshot.person.status in (Status.CARE, Status.STOPPED) and not _open_at_rest(stack):
        return aside(talk.resting(snapshot), stack)
    if about is not None and (replied := _replied(text, meant, about, stack, snapshot)):
        return replied
    if stack:
        return _answer(Answer(text), stack, snapshot)
    if snapshot.person.status is Status.NEW:
        return _command("start", "", stack, snapshot)
    if meant in BY_COMMAND:
        return _command(meant, "", stack, snapshot)
    outcome = settle(talk.small_talk(text, meant, snapshot), None, stack, snapshot)
    return _answering(outcome, questions.answered(outcome.effects, snapshot))


def _answering(outcome: TurnResult, question: str) -> TurnResult:
    """The outcome of words, where something came of them: they have answered this question."""
    undone = any(isinstance(c, DeleteDay | DeleteEntry) for c in outcome.effects)
    return outcome if undone or not outcome.effects else replace(outcome, answers=question)


def _before_value(about: tuple[str, ...]) -> str:
    """How all tokens of a message begin that offers values for one thing."""
    first, *_ = about or ("",)
    return first[: first.rfind(".") + 1]


def _replied(
    text: str, meant: str, about: tuple[str, ...], stack: Stack, snapshot: Snapshot
) -> TurnResult | None:
    """Words that reply to a message answer what that one asked, whatever was asked since. None where they are
    to be taken as any others."""
    if stack and (not about or asked(stack[-1], about)):
        return None
    if frame := next((f for f in stack if asked(f, about)), None):
        return _answer(Answer(text), (*(f for f in stack if f is not frame), frame), snapshot)
    active = snapshot.person.status is Status.ACTIVE
    if active and (turn := talk.replied(text, meant, about, snapshot)):
        return _answering(settle(turn, None, stack, snapshot), _before_value(about))
    if any(is_over(token) for token in about):
        return again(StepResult((talk.handed_back(text),)), stack, snapshot)
    return None


def _open_at_rest(stack: Stack) -> bool:
    """Whether what waits may be answered in words while coaching rests: erasing one's data, for one."""
    return bool(stack) and stack[-1].flow != ONBOARDING and FLOWS[stack[-1].flow].open_to_all


def _answer(answer: Answer, stack: Stack, snapshot: Snapshot) -> TurnResult:
    *below, frame = stack
    flow = FLOWS[frame.flow]
    step = flow.steps.get(frame.step)
    if step is None:  # a release took the step away: its flow begins again, kindly
        return (
            _command(flow.restart, "", tuple(below), snapshot)
            if flow.restart
            else settle(talk.moved_on(snapshot), None, tuple(below), snapshot)
        )
    turn = step(answer, frame.data, snapshot)
    if not answer.pressed and changes_nothing(turn, frame):
        turn = replace(turn, hint=True)
    if turn.step is None and below and not turn.clears:  # what waits below has waited long enough
        outcome = opening(turn, flow, again(turn, tuple(below), snapshot), snapshot)
    else:
        outcome = settle(turn, flow, tuple(below), snapshot)
    return outcome if answer.pressed else settling(outcome, turn, frame)


def _not_now(flow: Flow, stack: Stack, snapshot: Snapshot) -> TurnResult | None:
    """Most flows need a person who is through onboarding, and rest while coaching rests."""
    status = snapshot.person.status
    if flow.open_to_all or status is Status.ACTIVE:
        return None
    if flow.once_agreed and snapshot.person.agreed and status is Status.NEW:
        return None
    if status is Status.NEW and not any(f.flow == ONBOARDING for f in stack):
        return _command("start", "", stack, snapshot)  # nothing was begun that could be finished
    if status is Status.NEW:
        return again(talk.first_finish(snapshot), stack, snapshot)
    return aside(talk.resting(snapshot), stack)


def form(token: str, snapshot: Snapshot) -> Form | None:
    """A form as it is to be filled in now, by its token; None where there is nothing (any more) to ask."""
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if flow is None or part not in flow.blanks or _not_now(flow, (), snapshot):
        return None
    if part in flow.consent and not snapshot.person.agreed:
        return None
    return flow.blanks[part](value, snapshot)


def form_of(name: str, argument: str, stack: Stack, snapshot: Snapshot) -> Form | None:
    """The form that a command comes to, where its answer is one question with a form and changes nothing:
    then the form alone can be the answer."""
    flow = FLOWS.get(BY_COMMAND.get(name, ""))
    if flow is None or understand.in_crisis(argument, snapshot) or _not_now(flow, (), snapshot):
        return None
    turn = flow.commands[name](argument, apart(stack, snapshot)[2])
    plain = len(turn.replies) == 1 and not turn.effects and turn.step is None and not turn.runs
    return turn.replies[0].form if plain else None


def without_room(outcome: TurnResult, refused: tuple[Do, ...], snapshot: Snapshot) -> TurnResult:
    """The outcome without what there is no room for today. That is said in place of the answer, and what is
    asked next is asked; the answer about help stays as it is."""
    effects = tuple(command for command in outcome.effects if command not in refused)
    if any(command in care.effects() for command in effects):
        return replace(outcome, effects=effects)
    said = again(
        say("talk-no-room", buttons=() if outcome.asks else talk.doors(snapshot)), outcome.stack, snapshot
    )
    return replace(said, effects=effects)


def led_on(turn: StepResult, stack: Stack, snapshot: Snapshot) -> TurnResult:
    """What becomes of a turn that could only be known when something was looked up."""
    asked, stack, snapshot = apart(stack, snapshot)
    return kept_open(asked, settle(turn, FLOWS.get(turn.flow), stack, snapshot), snapshot)


def begun(turn: StepResult, stack: Stack, snapshot: Snapshot) -> Stack:
    """The stack after a message of the coach's own accord: what it asks waits on top."""
    return led_on(turn, stack, snapshot).stack
