"""The engine: what was said, where the person is, and the facts go in; replies and commands come out.

The state of a conversation is a short stack of frames (`bot.core.conversation.stack`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.account import age, care
from bot.core.coach import BY_COMMAND, FLOWS, ONBOARDING
from bot.core.conversation import questions
from bot.core.conversation.flow import Answer, Flow, Turn, say
from bot.core.conversation.routing import asked, followed, is_over
from bot.core.conversation.stack import (
    Outcome,
    Stack,
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
from bot.core.model.effects import Command as Do
from bot.core.model.effects import TakeBackDay, TakeBackEntry
from bot.core.model.inputs import Command, Filled, NoWords, Place, Press, Said, Words
from bot.core.model.messages import Button, Form, Reply, Text
from bot.core.model.person import Status
from bot.core.model.snapshot import Facts
from bot.core.onboarding import onboarding
from bot.core.typed import understand

OWN_WORDS = frozenset({"note", "words"})  # a form's fields that hold own words of any length


def turn(said: Said, stack: Stack, facts: Facts) -> Outcome:
    """One turn of the conversation. Never raises for anything that a person can send."""
    said = followed(said, facts)
    asked, stack, facts = apart(stack, facts)
    return kept_open(asked, _turn(said, stack, facts), facts)


def _turn(said: Said, stack: Stack, facts: Facts) -> Outcome:
    match said:
        case Words(text) | Command(_, text) if understand.in_crisis(text, facts):
            return _with_care(_routed(said, stack, facts))
        case Filled(_, values) if any(understand.in_crisis(v, facts) for v in values.values()):
            return _with_care(_routed(said, stack, facts))
        case _:
            return _routed(said, stack, facts)


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
        return settle(talk.unknown_command(name, facts), None, stack, facts)
    if name == "start" and facts.person.status is Status.NEW and any(f.flow == ONBOARDING for f in stack):
        return _goes_on(argument, stack, facts)
    if blocked := _not_now(flow, stack, facts):
        return blocked
    return begins(flow.commands[name](argument, facts), flow, stack, facts)


def _goes_on(argument: str, stack: Stack, facts: Facts) -> Outcome:
    """Onboarding that was left in the middle goes on where it was, with what the link carries."""
    facts, commands = onboarding.language_of(argument.removeprefix("lang_"), facts)
    stack = tuple(onboarding.with_link(argument, f, facts) if f.flow == ONBOARDING else f for f in stack)
    return again(Turn(commands=commands), stack, facts)


def _press(token: str, stack: Stack, facts: Facts) -> Outcome:
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if facts.person.status is Status.CARE and name == ONBOARDING:
        return aside(talk.resting(facts), stack)
    if stack and (stack[-1].flow, stack[-1].step) == (name, part):
        return _answer(Answer(value, pressed=True), stack, facts)
    if flow is not None and part in flow.consent and not facts.person.agreed:
        return aside(age.ask(token, facts), stack)
    if flow is None or part not in flow.buttons:
        return again(talk.stale(facts), stack, facts)
    if blocked := _not_now(flow, stack, facts):
        return blocked
    turn = flow.buttons[part](value, facts)
    if turn.presses:
        return _goes_on_with(turn, stack, facts)
    return _command(turn.runs, "", stack, facts) if turn.runs else begins(turn, flow, stack, facts)


def _goes_on_with(turn: Turn, stack: Stack, facts: Facts) -> Outcome:
    """A press that leads to another one: of a button, or of what opens a form."""
    facts = projection.after(turn.commands, facts) or facts
    name, _, rest = turn.presses.partition(".")
    part = rest.partition(".")[0]
    flow = FLOWS.get(name)
    if flow is not None and part in flow.forms and part not in flow.buttons:
        opens = Button(turn.presses, Text(f"{name}-{part}"))
        following = aside(say("age-thanks", buttons=(opens,)), stack)
    else:
        following = _press(turn.presses, stack, facts)
    return replace(following, commands=(*turn.commands, *following.commands))


def _form(token: str, values: object, stack: Stack, facts: Facts) -> Outcome:
    name, _, rest = token.partition(".")
    part, _, value = rest.partition(".")
    flow = FLOWS.get(name)
    if not isinstance(values, dict):
        return again(talk.stale(facts), stack, facts)
    cleaned = {key: understand.clean(words) for key, words in values.items()}
    if flow is None or part not in flow.forms:
        return _handed_back(again(talk.stale(facts), stack, facts), cleaned)
    if part in flow.consent and not facts.person.agreed:
        words = "\n".join(map(understand.clean, values.values()))
        return aside(age.ask(token, facts, words), stack)
    if blocked := _not_now(flow, stack, facts):
        return _handed_back(blocked, cleaned)
    if stack and stack[-1].flow == name:
        stack = stack[:-1]  # the form answers all that its flow was waiting for
    return begins(flow.forms[part](value, cleaned, facts), flow, stack, facts)


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
    return again(replace(say(key, buttons=talk.doors(facts)), hint=True), stack, facts)


def standing(stack: Stack, facts: Facts) -> Outcome:
    """Where things stand, for an answer that perhaps never arrived: what waits, or else the day."""
    _, stack, facts = apart(stack, facts)
    match facts.person.status:
        case _ if stack:
            return again(Turn(), stack, facts)
        case Status.ACTIVE:
            return _command("today", "", stack, facts)
        case Status.NEW:
            return Outcome((), (), stack)
        case _:
            return Outcome(talk.resting(facts).replies, (), stack)


def _words(text: str, about: tuple[str, ...] | None, stack: Stack, facts: Facts) -> Outcome:
    if not text:
        return again(talk.empty(facts), stack, facts)
    if text.startswith("/") and (name := text[1:].split()[0:1]):
        return _command(name[0].partition("@")[0].lower(), text[1:].partition(" ")[2].strip(), stack, facts)
    meant = understand.intent(text, facts)
    if meant in BY_COMMAND and meant in understand.IN_EVERY_LANGUAGE:
        return _command(meant, "", stack, facts)
    if facts.person.status in (Status.CARE, Status.STOPPED) and not _open_at_rest(stack):
        return aside(talk.resting(facts), stack)
    if about is not None and (replied := _replied(text, meant, about, stack, facts)):
        return replied
    if stack:
        return _answer(Answer(text), stack, facts)
    if facts.person.status is Status.NEW:
        return _command("start", "", stack, facts)
    if meant in BY_COMMAND:
        return _command(meant, "", stack, facts)
    outcome = settle(talk.small_talk(text, meant, facts), None, stack, facts)
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
    if stack and (not about or asked(stack[-1], about)):
        return None
    if frame := next((f for f in stack if asked(f, about)), None):
        return _answer(Answer(text), (*(f for f in stack if f is not frame), frame), facts)
    active = facts.person.status is Status.ACTIVE
    if active and (turn := talk.replied(text, meant, about, facts)):
        return _answering(settle(turn, None, stack, facts), _before_value(about))
    if any(is_over(token) for token in about):
        return again(Turn((talk.handed_back(text),)), stack, facts)
    return None


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
            else settle(talk.moved_on(facts), None, tuple(below), facts)
        )
    turn = step(answer, frame.data, facts)
    if not answer.pressed and changes_nothing(turn, frame):
        turn = replace(turn, hint=True)
    if turn.step is None and below and not turn.clears:  # what waits below has waited long enough
        outcome = opening(turn, flow, again(turn, tuple(below), facts), facts)
    else:
        outcome = settle(turn, flow, tuple(below), facts)
    return outcome if answer.pressed else settling(outcome, turn, frame)


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
        return again(talk.first_finish(facts), stack, facts)
    return aside(talk.resting(facts), stack)


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


def form_of(name: str, argument: str, stack: Stack, facts: Facts) -> Form | None:
    """The form that a command comes to, where its answer is one question with a form and changes nothing:
    then the form alone can be the answer."""
    flow = FLOWS.get(BY_COMMAND.get(name, ""))
    if flow is None or understand.in_crisis(argument, facts) or _not_now(flow, (), facts):
        return None
    turn = flow.commands[name](argument, apart(stack, facts)[2])
    plain = len(turn.replies) == 1 and not turn.commands and turn.step is None and not turn.runs
    return turn.replies[0].form if plain else None


def without_room(outcome: Outcome, refused: tuple[Do, ...], facts: Facts) -> Outcome:
    """The outcome without what there is no room for today. That is said in place of the answer, and what is
    asked next is asked; the answer about help stays as it is."""
    commands = tuple(command for command in outcome.commands if command not in refused)
    if any(command in care.commands() for command in commands):
        return replace(outcome, commands=commands)
    said = again(say("talk-no-room", buttons=() if outcome.asks else talk.doors(facts)), outcome.stack, facts)
    return replace(said, commands=commands)


def led_on(turn: Turn, stack: Stack, facts: Facts) -> Outcome:
    """What becomes of a turn that could only be known when something was looked up."""
    asked, stack, facts = apart(stack, facts)
    return kept_open(asked, settle(turn, FLOWS.get(turn.flow), stack, facts), facts)


def begun(turn: Turn, stack: Stack, facts: Facts) -> Stack:
    """The stack after a message of the coach's own accord: what it asks waits on top."""
    return led_on(turn, stack, facts).stack
