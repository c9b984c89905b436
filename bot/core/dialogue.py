"""The engine: what was said, where the person is, and the facts go in; replies and commands come out.

The state of a conversation is a short stack of frames. A flow that begins while another waits goes on top;
when it is over, the one below is asked again, so that nobody loses their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core import care, effects, questions, understand
from bot.core.commands import Command as Do
from bot.core.commands import TakeBackDay, TakeBackEntry
from bot.core.flow import Answer, Flow, Frame, Turn, say
from bot.core.flows import BY_COMMAND, FLOWS, ONBOARDING, age, onboarding, talk
from bot.core.messages import (
    Button,
    Command,
    Filled,
    Form,
    NoWords,
    Place,
    Press,
    Reply,
    Said,
    Text,
    Words,
)
from bot.core.model import Facts, JournalQuery, Status

Stack = tuple[Frame, ...]
DEEPEST = 3  # frames that wait below one another
TAKES_LATE = frozenset({"checkin", "reflect"})  # flows that an answer belongs to whenever it comes
OWN_WORDS = frozenset({"note", "words"})  # a form's fields that hold own words of any length
PATIENCE = timedelta(days=2)  # after that, what is typed is no longer taken for an old question's answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """`asks`: the last reply is a question that words answer. `hint`: nothing came of what was said:
    the replies only say so, and ask again what waits. `answers`: how the tokens of the buttons begin below
    the question that words have answered; "" for none."""

    replies: tuple[Reply, ...]
    commands: tuple[Do, ...]
    stack: Stack
    asks: bool = False
    hint: bool = False
    answers: str = ""


def reads(said: Said, stack: Stack, facts: Facts) -> JournalQuery | None:
    """What answering reads of the journal; None for nothing. What was said comes first, then what waits."""
    said = as_command(said, stack, facts)
    for name in reversed(concerned(said, stack)):
        if name in FLOWS and (read := FLOWS[name].reads):
            return read(said, next((f for f in reversed(stack) if f.flow == name), None), facts)
    return None


def as_command(said: Said, stack: Stack, facts: Facts) -> Said:
    """Words that are taken for a command, as that command; anything else as it is."""
    said = _followed(said, facts)
    if not isinstance(said, Words):
        return said
    text = understand.clean(said.text)
    if text.startswith("/") and (name := text[1:].split()[0:1]):
        return Command(name[0].partition("@")[0].lower(), text[1:].partition(" ")[2].strip())
    meant = understand.intent(text, facts)
    waits = bool(_apart(stack, facts)[1])
    heard = meant in BY_COMMAND and (not waits or meant in understand.IN_EVERY_LANGUAGE)
    return Command(meant) if heard else said


def concerned(said: Said, stack: Stack) -> list[str]:
    """The flows that an answer may come from, so that what they need is worth loading."""
    names = [stack[-1].flow] if stack else []
    match said:
        case Press(token) | Filled(token, _):
            names.append(token.removeprefix(age.OK).partition(".")[0])
        case Command(name, _) if name in BY_COMMAND:
            names.append(BY_COMMAND[name])
        case _:
            pass
    return names


def turn(said: Said, stack: Stack, facts: Facts) -> Outcome:
    """One turn of the conversation. Never raises for anything that a person can send."""
    said = _followed(said, facts)
    asked, stack, facts = _apart(stack, facts)
    return _kept_open(asked, _turn(said, stack, facts), facts)


def _apart(stack: Stack, facts: Facts) -> tuple[Frame | None, Stack, Facts]:
    """What still waits: the question that words may answer and need not, all other frames, and the facts with
    that question."""
    waiting = tuple(f for f in stack if _still_waits(f, facts))
    asked = next((f for f in waiting if f.step == questions.STEP), None)
    facts = replace(facts, question=questions.of(asked.data) if asked else None)
    return asked, tuple(f for f in waiting if f.step != questions.STEP), facts


def _kept_open(asked: Frame | None, outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome, with the question that was open before at the bottom of the stack while it still is."""
    if asked is None or any(f.step == questions.STEP for f in outcome.stack):
        return outcome
    data = questions.left(asked.data, outcome.commands, facts)
    return outcome if data is None else replace(outcome, stack=(replace(asked, data=data), *outcome.stack))


def _turn(said: Said, stack: Stack, facts: Facts) -> Outcome:
    match said:
        case Words(text) | Command(_, text) if understand.in_crisis(text, facts):
            return _with_care(_routed(said, stack, facts))
        case Filled(_, values) if any(understand.in_crisis(v, facts) for v in values.values()):
            return _with_care(_routed(said, stack, facts))
        case _:
            return _routed(said, stack, facts)


def _followed(said: Said, facts: Facts) -> Said:
    """`/start` with a link that carries a command, as that command; anything else as it is."""
    if isinstance(said, Command) and said.name == "start":
        return Command(onboarding.linked(said.argument, facts) or "start", said.argument)
    return said


def urgent(said: Said, facts: Facts) -> bool:
    """Whether this is heard however much somebody sends: the wish to stop, and words of self-harm."""
    match said:
        case Words(text) | Command(_, text) if understand.in_crisis(text, facts):
            return True
        case Words() | Command():
            meant = as_command(said, (), facts)
            return isinstance(meant, Command) and meant.name == "stop"
        case _:
            return False


def _with_care(outcome: Outcome) -> Outcome:
    """The person's words and place are kept as ever, but the answer is the one about help."""
    return Outcome(care.replies(), (*outcome.commands, *care.commands()), outcome.stack)


def _routed(said: Said, stack: Stack, facts: Facts) -> Outcome:
    match said:
        case Command(name, argument):
            return _command(name, argument, stack, facts)
        case Press(token):
            return _press(token, stack, facts)
        case Filled(token, values):
            return _form(token, values, stack, facts)
        case Place(zone):
            return _place(zone, stack, facts)
        case NoWords(key):
            return _no_words(key, stack, facts)
        case Words(text, about):
            return _words(understand.clean(text), about, stack, facts)


def _command(name: str, argument: str, stack: Stack, facts: Facts) -> Outcome:
    flow = FLOWS.get(BY_COMMAND.get(name, ""))
    if flow is None:
        return _settle(talk.unknown_command(name, facts), None, stack, facts)
    if name == "start" and facts.person.status is Status.NEW and any(f.flow == ONBOARDING for f in stack):
        return _goes_on(argument, stack, facts)
    if blocked := _not_now(flow, stack, facts):
        return blocked
    return _begins(flow.commands[name](argument, facts), flow, stack, facts)


def _goes_on(argument: str, stack: Stack, facts: Facts) -> Outcome:
    """Onboarding that was left in the middle goes on where it was, with what the link carries."""
    facts, commands = onboarding.language_of(argument.removeprefix("lang_"), facts)
    stack = tuple(onboarding.with_link(argument, f, facts) if f.flow == ONBOARDING else f for f in stack)
    return _again(Turn(commands=commands), stack, facts)


def _press(token: str, stack: Stack, facts: Facts) -> Outcome:
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if facts.person.status is Status.CARE and name == ONBOARDING:
        return _aside(talk.resting(facts), stack)
    if stack and (stack[-1].flow, stack[-1].step) == (name, part):
        return _answer(Answer(value, pressed=True), stack, facts)
    if flow is not None and part in flow.consent and not facts.person.agreed:
        return _aside(age.ask(token, facts), stack)
    if flow is None or part not in flow.buttons:
        return _again(talk.stale(facts), stack, facts)
    if blocked := _not_now(flow, stack, facts):
        return blocked
    turn = flow.buttons[part](value, facts)
    if turn.presses:
        return _goes_on_with(turn, stack, facts)
    return _command(turn.runs, "", stack, facts) if turn.runs else _begins(turn, flow, stack, facts)


def _goes_on_with(turn: Turn, stack: Stack, facts: Facts) -> Outcome:
    """A press that leads to another one: of a button, or of what opens a form."""
    facts = effects.after(turn.commands, facts) or facts
    name, _, rest = turn.presses.partition(".")
    part = rest.partition(".")[0]
    flow = FLOWS.get(name)
    if flow is not None and part in flow.forms and part not in flow.buttons:
        opens = Button(turn.presses, Text(f"{name}-{part}"))
        following = _aside(say("age-thanks", buttons=(opens,)), stack)
    else:
        following = _press(turn.presses, stack, facts)
    return replace(following, commands=(*turn.commands, *following.commands))


def _aside(turn: Turn, stack: Stack) -> Outcome:
    """An answer that leaves whatever waits as it is, unsaid."""
    return Outcome(turn.replies, turn.commands, stack, hint=turn.hint)


def _form(token: str, values: object, stack: Stack, facts: Facts) -> Outcome:
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if not isinstance(values, dict):
        return _again(talk.stale(facts), stack, facts)
    cleaned = {key: understand.clean(words) for key, words in values.items()}
    if flow is None or part not in flow.forms:
        return _handed_back(_again(talk.stale(facts), stack, facts), cleaned)
    if part in flow.consent and not facts.person.agreed:
        words = "\n".join(map(understand.clean, values.values()))
        return _aside(age.ask(token, facts, words), stack)
    if blocked := _not_now(flow, stack, facts):
        return _handed_back(blocked, cleaned)
    if stack and stack[-1].flow == name:
        stack = stack[:-1]  # the form answers all that its flow was waiting for
    return _begins(flow.forms[part](value, cleaned, facts), flow, stack, facts)


def _handed_back(outcome: Outcome, values: Mapping[str, str]) -> Outcome:
    """The answer to a form that cannot be taken now, with the words that were written in it."""
    words = [value for name, value in values.items() if name in OWN_WORDS and value]
    if not words:
        return outcome
    return replace(outcome, replies=(talk.handed_back("\n".join(words)), *outcome.replies), hint=False)


def _place(zone: str, stack: Stack, facts: Facts) -> Outcome:
    """A location answers the question for the time zone; at any other time it leads to a question."""
    if stack and stack[-1].step == "zone":
        return _answer(Answer(zone, pressed=True), stack, facts)
    return _press(f"settings.here.{zone}", stack, facts)


def _no_words(key: str, stack: Stack, facts: Facts) -> Outcome:
    """A kind answer, and what waits is asked again: for somebody new, that is the beginning."""
    if not stack and facts.person.status is Status.NEW:
        begun = _command("start", "", stack, facts)
        return replace(begun, replies=(Reply(key), *begun.replies))
    return _again(replace(say(key, buttons=talk.doors(facts)), hint=True), stack, facts)


def standing(stack: Stack, facts: Facts) -> Outcome:
    """Where things stand, for an answer that perhaps never arrived: what waits, or else the day."""
    _, stack, facts = _apart(stack, facts)
    match facts.person.status:
        case _ if stack:
            return _again(Turn(), stack, facts)
        case Status.ACTIVE:
            return _command("today", "", stack, facts)
        case Status.NEW:
            return Outcome((), (), stack)
        case _:
            return Outcome(talk.resting(facts).replies, (), stack)


def _words(text: str, about: tuple[str, ...] | None, stack: Stack, facts: Facts) -> Outcome:
    if not text:
        return _again(talk.empty(facts), stack, facts)
    if text.startswith("/") and (name := text[1:].split()[0:1]):
        return _command(name[0].partition("@")[0].lower(), text[1:].partition(" ")[2].strip(), stack, facts)
    meant = understand.intent(text, facts)
    if meant in BY_COMMAND and meant in understand.IN_EVERY_LANGUAGE:
        return _command(meant, "", stack, facts)
    if facts.person.status in (Status.CARE, Status.STOPPED) and not _open_at_rest(stack):
        return _aside(talk.resting(facts), stack)
    if about is not None and (replied := _replied(text, meant, about, stack, facts)):
        return replied
    if stack:
        return _answer(Answer(text), stack, facts)
    if facts.person.status is Status.NEW:
        return _command("start", "", stack, facts)
    if meant in BY_COMMAND:
        return _command(meant, "", stack, facts)
    outcome = _settle(talk.small_talk(text, meant, facts), None, stack, facts)
    return _answering(outcome, questions.answered(outcome.commands, facts))


def _answering(outcome: Outcome, question: str) -> Outcome:
    """The outcome of words, where something came of them: they have answered this question."""
    undone = any(isinstance(c, TakeBackDay | TakeBackEntry) for c in outcome.commands)
    return outcome if undone or not outcome.commands else replace(outcome, answers=question)


def _before_value(about: tuple[str, ...]) -> str:
    """How all tokens of a message begin that offers values for one thing."""
    first, *_ = about or ("",)
    return first[: first.rfind(".") + 1]


def _replied(text: str, meant: str, about: tuple[str, ...], stack: Stack, facts: Facts) -> Outcome | None:
    """Words that reply to a message answer what that one asked, whatever was asked since. None where they are
    to be taken as any others."""
    if stack and (not about or _asked(stack[-1], about)):
        return None
    if frame := next((f for f in stack if _asked(f, about)), None):
        return _answer(Answer(text), (*(f for f in stack if f is not frame), frame), facts)
    active = facts.person.status is Status.ACTIVE
    if active and (turn := talk.replied(text, meant, about, facts)):
        return _answering(_settle(turn, None, stack, facts), _before_value(about))
    if any(_is_over(token) for token in about):
        return _again(Turn((talk.handed_back(text),)), stack, facts)
    return None


def _is_over(token: str) -> bool:
    """Whether a token belongs to a question whose answer cannot be taken once it waits no longer."""
    name, _, rest = token.partition(".")
    flow, part = FLOWS.get(name), rest.partition(".")[0]
    return name not in TAKES_LATE and flow is not None and part in flow.steps and part not in flow.buttons


def _asked(frame: Frame, about: tuple[str, ...]) -> bool:
    """Whether the message with these buttons asked what a frame waits for."""
    if found := questions.asked_by(about):
        step, question = found
        same = frame.data.get("day") == question.day.isoformat()
        return frame.step == step and same and frame.data.get("enrolment", 0) == question.plan
    start, slug = f"{frame.flow}.{frame.step}.", frame.data.get("prompt")
    return any(token.startswith(start) and slug in (None, token.rpartition(".")[2]) for token in about)


def _open_at_rest(stack: Stack) -> bool:
    """Whether what waits may be answered in words while coaching rests: erasing one's data, for one."""
    return bool(stack) and stack[-1].flow != ONBOARDING and FLOWS[stack[-1].flow].open_to_all


def _answer(answer: Answer, stack: Stack, facts: Facts) -> Outcome:
    *below, frame = stack
    flow = FLOWS[frame.flow]
    step = flow.steps.get(frame.step)
    if step is None:  # a release took the step away: its flow begins again, kindly
        return (
            _command(flow.restart, "", tuple(below), facts)
            if flow.restart
            else _settle(talk.moved_on(facts), None, tuple(below), facts)
        )
    turn = step(answer, frame.data, facts)
    if not answer.pressed and _changes_nothing(turn, frame):
        turn = replace(turn, hint=True)
    if turn.step is None and below and not turn.clears:  # what waits below has waited long enough
        outcome = _opening(turn, flow, _again(turn, tuple(below), facts), facts)
    else:
        outcome = _settle(turn, flow, tuple(below), facts)
    return outcome if answer.pressed else _settling(outcome, turn, frame)


def _settling(outcome: Outcome, turn: Turn, frame: Frame) -> Outcome:
    """The outcome of words said to a question, which they have answered unless it is asked again."""
    question = questions.beginning(frame.flow, frame.step, frame.data)
    again = turn.step and questions.beginning(turn.flow or frame.flow, turn.step, turn.data) == question
    undone = any(isinstance(c, TakeBackDay | TakeBackEntry) for c in turn.commands)
    return outcome if again or undone or turn.hint else replace(outcome, answers=question)


def _changes_nothing(turn: Turn, frame: Frame) -> bool:
    """Whether the same question waits as before, and nothing else came of the answer."""
    waits = (turn.flow or frame.flow, turn.step, dict(turn.data))
    return waits == (frame.flow, frame.step, dict(frame.data)) and not turn.commands


def _again(turn: Turn, stack: Stack, facts: Facts) -> Outcome:
    """Say where things stand: the turn's replies, then the waiting step once more."""
    asked: tuple[Reply, ...] = ()
    if stack and (step := FLOWS[stack[-1].flow].steps.get(stack[-1].step)):
        asked = step(None, stack[-1].data, facts).replies
    said = turn.replies
    if asked and turn.hint:  # the question has buttons of its own
        said = tuple(replace(reply, buttons=()) for reply in said)
    return Outcome((*said, *asked), turn.commands, stack, asks=bool(asked), hint=turn.hint)


def _opening(turn: Turn, flow: Flow | None, outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome, with the question that the turn leaves open at the bottom of the stack."""
    if turn.open is None:
        return outcome
    frame = Frame(turn.flow or (flow.name if flow else ""), questions.STEP, turn.open, facts.today)
    return replace(outcome, stack=(frame, *outcome.stack))


def _begins(turn: Turn, flow: Flow, stack: Stack, facts: Facts) -> Outcome:
    """What the person begins of their own accord: a passing question of another flow waits no longer."""
    if turn.step is not None:
        name = turn.flow or flow.name
        stack = tuple(f for f in stack if f.flow == name or not FLOWS[f.flow].passing)
    return _settle(turn, flow, stack, facts)


def _settle(turn: Turn, flow: Flow | None, below: Stack, facts: Facts) -> Outcome:
    """The stack and what is said after a turn."""
    return _opening(turn, flow, _settled(turn, flow, below, facts), facts)


def _settled(turn: Turn, flow: Flow | None, below: Stack, facts: Facts) -> Outcome:
    """The stack after a turn: what it waits for goes on top, in place of what the same flow waited for.

    What waits in other flows stays and is not repeated, but for onboarding, which is always led on. A
    fleeting step that was passed over waits no longer.
    """
    below = tuple(f for f in below if f.flow in FLOWS and f.step not in FLOWS[f.flow].fleeting)
    if turn.clears:
        below = tuple(f for f in below if f.flow == ONBOARDING and facts.person.status is Status.NEW)
    if turn.step is not None:
        name = turn.flow or (flow.name if flow else "")
        rest = tuple(f for f in below if f.flow != name)[-(DEEPEST - 1) :]
        frame = Frame(name, turn.step, turn.data, facts.today)
        return Outcome(turn.replies, turn.commands, (*rest, frame), asks=True, hint=turn.hint)
    if flow is not None and flow.aside:
        return Outcome(turn.replies, turn.commands, below, hint=turn.hint)
    if below and below[-1].flow == ONBOARDING and not turn.clears:
        return _again(turn, below, facts)
    name = turn.flow or (flow.name if flow else "")
    rest = tuple(f for f in below if f.flow != name)
    return Outcome(turn.replies, turn.commands, rest, hint=turn.hint)


def _not_now(flow: Flow, stack: Stack, facts: Facts) -> Outcome | None:
    """Most flows need a person who is through onboarding, and rest while coaching rests."""
    status = facts.person.status
    if flow.open_to_all or status is Status.ACTIVE:
        return None
    if flow.once_agreed and facts.person.agreed and status is Status.NEW:
        return None
    if status is Status.NEW and not any(f.flow == ONBOARDING for f in stack):
        return _command("start", "", stack, facts)  # nothing was begun that could be finished
    if status is Status.NEW:
        return _again(talk.first_finish(facts), stack, facts)
    return _aside(talk.resting(facts), stack)


def form(token: str, facts: Facts) -> Form | None:
    """A form as it is to be filled in now, by its token; None where there is nothing (any more) to ask."""
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if flow is None or part not in flow.blanks or _not_now(flow, (), facts):
        return None
    if part in flow.consent and not facts.person.agreed:
        return None
    return flow.blanks[part](value, facts)


def keeps_nothing(said: Said) -> bool:
    """Whether the answer to somebody new keeps nothing of them: on a community's post, consent is first."""
    if not isinstance(said, Press | Filled):
        return False
    name, _, rest = said.token.partition(".")
    part = rest.partition(".")[0]
    return (name, part) == ("age", "young") or (name in FLOWS and part in FLOWS[name].consent)


def form_of(name: str, argument: str, stack: Stack, facts: Facts) -> Form | None:
    """The form that a command comes to, where its answer is one question with a form and changes nothing:
    then the form alone can be the answer."""
    flow = FLOWS.get(BY_COMMAND.get(name, ""))
    if flow is None or understand.in_crisis(argument, facts) or _not_now(flow, (), facts):
        return None
    turn = flow.commands[name](argument, _apart(stack, facts)[2])
    plain = len(turn.replies) == 1 and not turn.commands and turn.step is None and not turn.runs
    return turn.replies[0].form if plain else None


def without_room(outcome: Outcome, refused: tuple[Do, ...], facts: Facts) -> Outcome:
    """The outcome without what there is no room for today. That is said in place of the answer, and what is
    asked next is asked; the answer about help stays as it is."""
    commands = tuple(command for command in outcome.commands if command not in refused)
    if any(command in care.commands() for command in commands):
        return replace(outcome, commands=commands)
    said = _again(
        say("talk-no-room", buttons=() if outcome.asks else talk.doors(facts)), outcome.stack, facts
    )
    return replace(said, commands=commands)


def led_on(turn: Turn, stack: Stack, facts: Facts) -> Outcome:
    """What becomes of a turn that could only be known when something was looked up."""
    asked, stack, facts = _apart(stack, facts)
    return _kept_open(asked, _settle(turn, FLOWS.get(turn.flow), stack, facts), facts)


def begun(turn: Turn, stack: Stack, facts: Facts) -> Stack:
    """The stack after a message of the coach's own accord: what it asks waits on top."""
    return led_on(turn, stack, facts).stack


def _still_waits(frame: Frame, facts: Facts) -> bool:
    if frame.flow == ONBOARDING:
        return facts.person.status is not Status.ACTIVE
    return frame.flow in FLOWS and abs(facts.today - frame.since) <= PATIENCE
