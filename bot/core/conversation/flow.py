"""The parts of a flow: step functions, button functions, commands, and the result that they return."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from bot.core.model.aside import NOTHING_ASIDE, Aside
from bot.core.model.checkin import Question
from bot.core.model.effects import Effect
from bot.core.model.inputs import Input
from bot.core.model.messages import Arg, Button, Form, Reply
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.reading import Asked, Meaning, Reading, Value
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token

LEFT_OUT = frozenset({"skip", "unsure", "no", "later"})  # intents that leave a question out


@dataclass(frozen=True, slots=True)
class Answer:
    """Typed words, or the value of a pressed button. `meant`: the intent of typed words, "" for none.
    `reading`: their meaning, where the step does not take free words."""

    text: str
    pressed: bool = False
    meant: str = ""
    reading: Reading | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether typed words leave the question out."""
        return self.meant in LEFT_OUT

    def value(self, meaning: Meaning) -> Value | None:
        """The value of that meaning, where the words surely have it."""
        read = self.reading
        return read.value if read and read.is_sure and read.meaning is meaning else None


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a person in a flow: the step that waits for an answer, the data collected so far (JSON),
    and the local date since which it waits."""

    flow: str
    step: str
    data: Data = field(default_factory=dict)
    since: date = date.min


@dataclass(frozen=True, slots=True)
class StepResult:
    """The result of a function of a flow: replies, effects, and the step that waits next.

    `step`: None where the flow is over; for a button function, where it begins no new question. `flow`: the
    flow of `step`, where it is another one. `clears_stack`: all other waiting questions are dropped.
    `redirect_to`: a command (and argument) that answers; all else is empty then. `then_press`: the token of a
    button that is pressed once the effects are applied. `open_question`: the data of a question that words
    may answer and need not; other words are handled as if nothing waited. `hint`: the input had no result,
    and the replies say so. `takes_back`: it withdraws an earlier answer. `answers`: how the tokens begin
    below the question that words answered, if not the waiting one. `aside`: kept for the next inputs.
    """

    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    step: str | None = None
    data: Data = field(default_factory=dict)
    flow: str = ""
    clears_stack: bool = False
    redirect_to: str = ""
    then_press: str = ""
    open_question: Data | None = None
    hint: bool = False
    takes_back: bool = False
    answers: str = ""
    aside: Aside = NOTHING_ASIDE

    def after(self, *replies: Reply) -> StepResult:
        """The same result, with `replies` first."""
        return replace(self, replies=(*replies, *self.replies), hint=False)

    def doing(self, *effects: Effect) -> StepResult:
        """The same result, with `effects` first."""
        return replace(self, effects=(*effects, *self.effects))

    def clearing(self, *, clears: bool = True) -> StepResult:
        """The same result, which drops all other waiting questions if it `clears`."""
        return replace(self, clears_stack=clears)

    def leaving_open(self, question: Data) -> StepResult:
        """The same result, with a question that words may answer and need not."""
        return replace(self, open_question=question)


def reply_with(*replies: Reply) -> StepResult:
    """A result that waits for nothing."""
    return StepResult(replies)


def say(key: str, /, *, buttons: tuple[Button, ...] = (), **args: Arg) -> StepResult:
    """A result of one reply that waits for nothing."""
    return StepResult((Reply(key, args, buttons),))


def ask_step(step: str, reply: Reply, data: Data | None = None, *, flow: str = "") -> StepResult:
    """A result that puts a question and waits at `step`. `flow`: its flow, where it is another one."""
    return StepResult((reply,), step=step, data=data or {}, flow=flow)


StepFunction: TypeAlias = Callable[[Answer | None, Data, Snapshot], StepResult]
"""Without an answer it puts the question; with one it handles the answer."""
ButtonFunction: TypeAlias = Callable[[str, Snapshot], StepResult]
"""A button that can be pressed at any time. It gets the value of its token."""
FormFunction: TypeAlias = Callable[[str, Mapping[str, str], Snapshot], StepResult]
"""A submitted form: the value of its token, and its fields' values."""
FormBuilder: TypeAlias = Callable[[str, Snapshot], Form | None]
"""A form to fill in, by the value of its token. None where there is nothing to ask."""
NeedsFunction: TypeAlias = Callable[[Input, "Frame | None", Snapshot], SnapshotNeeds]
"""The parts of the snapshot that the answer reads, by the input, the flow's waiting frame and the person."""
CommandFunction: TypeAlias = Callable[[str, Snapshot], StepResult]
"""A slash command, or plain words that mean it. It gets the argument, "" without one."""
ChoicesFunction: TypeAlias = Callable[[Snapshot], tuple[Button, ...]]
"""The arguments that a command takes, as buttons whose token is the bare argument."""
OpeningFunction: TypeAlias = Callable[[date, Snapshot], StepResult]
"""The beginning of a conversation that the coach starts. It gets the local day that the message is about."""
WordsFunction: TypeAlias = Callable[[str, str, Snapshot], StepResult | None]
"""Typed words and the intent that they mean ("" for none). None where they mean nothing for the flow. The
result names the flow where it asks, or where the waiting question of the flow is over."""
RepliedFunction: TypeAlias = Callable[[str, str, tuple[str, ...], Snapshot], StepResult | None]
"""Like WordsFunction, for words that reply to an older message: it also gets the tokens of its buttons."""


@dataclass(frozen=True, slots=True)
class Command:
    """One slash command. Its description is the text `command-<name>`.

    `argument`: the name of its one argument, "" without one. `choices`: the arguments that a platform may
    complete. `topic`: the line of the help that lists it, "" for none. `in_words`: plain words of the lexicon
    mean it too. `managers_only`: it is for people who manage a community, on platforms that have these.
    `urgent`: it is heard even from a person who sends too much.
    """

    name: str
    answer: CommandFunction
    argument: str = ""
    choices: ChoicesFunction | None = None
    topic: str = ""
    in_words: bool = False
    managers_only: bool = False
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """How a flow keeps a question that words may answer and need not.

    `ask`: puts it again, by a frame's data. `read`: the question that these hold; None for data of another
    kind. `remains`: the data after a turn that put no other such question; None where it no longer waits.
    `below`: the question of a message by the tokens of its buttons; None for a message that puts none.
    `pressed`: the token by which a meaning answers a question; None where it adds nothing to it.
    """

    read: Callable[[Data], Question | None]
    remains: Callable[[Data, Iterable[Effect], Snapshot], Data | None]
    ask: Callable[[Data, Snapshot], StepResult] = lambda data, snapshot: StepResult()
    below: Callable[[Collection[str]], Question | None] = lambda tokens: None
    pressed: Callable[[Meaning, Question, Snapshot], Token | None] = lambda *about: None


def _gives_no_way(text: str, data: Data, snapshot: Snapshot) -> bool:
    return False


def nothing(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    return SnapshotNeeds()


def always(needs: SnapshotNeeds) -> NeedsFunction:
    """The same needs for every input."""
    return lambda said, frame, snapshot: needs


@dataclass(frozen=True, slots=True)
class Flow:
    """One conversation.

    Beginning and going on:
    `steps` wait for an answer, `buttons` can be pressed at any time, `forms` are submitted, and
    `form_builders` make them; all by the name in their tokens. `commands` are typed with a slash. `openings`
    are the ways in which the coach begins it by itself. `hears` takes words while no question waits,
    `hears_reply` words that reply to an older message, `keeps_line` a line that means nothing else.

    How its questions wait:
    `restart_command` begins it again where a waiting step no longer exists. `single_use_steps` wait for the
    next input only. `asks_once`: its waiting question is not put again after something else. `gives_way`: its
    questions are dropped once the person begins another one. `yields`: whether other flows may hear typed
    words before its waiting step. `takes_late_answers`: a reply to its question counts also when it no longer
    waits. `leaves_stack_alone`: its replies repeat no question that waits. `location_steps`: a location
    answers them. `diary_steps` keep lines about any topic. `open_question` keeps one that needs no answer.
    `question_begins`, `question_ends`: the first and last values of the tokens below a question, by its data.

    People it serves:
    `open_to_all`: it works before onboarding is over and while coaching rests; `once_agreed`: before that for
    a person who has stated the age. `needs_consent`: buttons and forms that store something, so that consent
    comes first. `stores_nothing`: buttons that need no person to be stored. `carries_token`: buttons whose
    value is the token of another one.

    Answers to its questions:
    `asks`: the kind of answer that a frame's question wants; NOTHING for free words. `answer_tokens`: the
    tokens of the buttons by which meanings answer it, with the value that was read. `own_words`: the fields
    of its forms that hold a person's own words. `needs`: the parts of the snapshot that its functions read,
    beside those of every snapshot. `runs_commands`: buttons that run the command that their value names.
    """

    name: str
    steps: Mapping[str, StepFunction] = field(default_factory=dict)
    buttons: Mapping[str, ButtonFunction] = field(default_factory=dict)
    forms: Mapping[str, FormFunction] = field(default_factory=dict)
    form_builders: Mapping[str, FormBuilder] = field(default_factory=dict)
    commands: tuple[Command, ...] = ()
    openings: Mapping[str, OpeningFunction] = field(default_factory=dict)
    hears: WordsFunction | None = None
    hears_reply: RepliedFunction | None = None
    keeps_line: Callable[[str, Snapshot], StepResult | None] | None = None
    restart_command: str = ""
    single_use_steps: frozenset[str] = frozenset()
    asks_once: bool = False
    gives_way: bool = False
    yields: Callable[[str, Data, Snapshot], bool] = _gives_no_way
    takes_late_answers: bool = False
    leaves_stack_alone: bool = False
    location_steps: frozenset[str] = frozenset()
    diary_steps: frozenset[str] = frozenset()
    open_question: OpenQuestion | None = None
    question_begins: Callable[[Data], tuple[str, ...]] = lambda data: ()
    question_ends: Callable[[Data], tuple[str, ...]] = lambda data: ()
    asks: Callable[[Frame], Asked] = lambda frame: Asked.NOTHING
    answer_tokens: Callable[[Frame, Reading], Mapping[Meaning, Token]] = lambda frame, reading: {}
    open_to_all: bool = False
    once_agreed: bool = False
    needs_consent: frozenset[str] = frozenset()
    stores_nothing: frozenset[str] = frozenset()
    carries_token: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    needs: NeedsFunction = nothing
    runs_commands: frozenset[str] = frozenset()
