"""Typed words: the command, the question or the topic that they are meant for."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bot.core.conversation.flow import Answer, Frame, StepResult, reply_with
from bot.core.conversation.registry import Registry
from bot.core.conversation.routing import Router, typed_command
from bot.core.conversation.runner import FlowRunner
from bot.core.conversation.stack import Stack, StackRules, TurnResult, unchanged
from bot.core.model.inputs import TypedText
from bot.core.model.messages import Reply
from bot.core.model.person import Status
from bot.core.model.reading import TELLING, WEIGHTY, Asked, Meaning, Reading
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.typed import own_words, understand

BY_STEP_FIRST = frozenset({Asked.TIME, Asked.DATE})  # these steps take their own values alone
SMALL_TALK = frozenset({"thanks", "hello", "bye"})  # intents that answer no question


TEXT = 4  # words of a line that may answer an earlier question for free words


class Left(NamedTuple):
    """The question that may be left open, None for none. `newest`: it was put after all that wait."""

    frame: Frame | None
    newest: bool


class Listener:
    """Gives typed words to the flow that they are for. It has no state of its own."""

    def __init__(self, registry: Registry, rules: StackRules, router: Router, runner: FlowRunner) -> None:
        self._registry, self._rules, self._router, self._runner = registry, rules, router, runner

    def answer(self, said: TypedText, left_open: Left, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """Typed words: commands in words come first, then the message that they reply to, then the question
        that was put last, then the one that waits below it, then any other topic."""
        text, about = understand.clean(said.text), said.about
        if not text:
            return self._rules.ask_again(self._registry.fallback.empty(snapshot), stack, snapshot)
        if command := typed_command(text):
            command = self._router.follow_link(command, snapshot)
            return self._runner.command(command.name, command.argument, stack, snapshot)
        meaning = self._router.command_meant(text, said.reading, snapshot, waits=True)
        if meaning is not None:
            return self._runner.command(meaning.name, meaning.argument, stack, snapshot)
        if token := self._router.chosen(said, snapshot):
            return self._runner.press(token, stack, snapshot)
        rests = snapshot.person.status in (Status.CARE, Status.STOPPED)
        if rests and not self._is_open_at_rest(stack):
            return unchanged(self._registry.fallback.resting(snapshot), stack)
        words = self._understood(text, said.reading, snapshot)
        if about is not None and (replied := self._replied(words, about, stack, snapshot)):
            return replied
        newest = left_open.frame if stack and left_open.newest else None
        if newest and (result := self._to_newest(words, newest, stack, snapshot)):
            return result
        if stack:
            return self._to_question(words, stack, snapshot)
        if snapshot.person.status is Status.NEW:
            return self._runner.command(self._registry.first.command, "", stack, snapshot)
        if meaning := self._router.command_meant(text, said.reading, snapshot, waits=False):
            return self._runner.command(meaning.name, meaning.argument, stack, snapshot)
        return self._unasked(words, left_open.frame, (), snapshot)

    def _understood(self, text: str, reading: Reading | None, snapshot: Snapshot) -> Answer:
        """Typed words with the intent that the lexicon knows for them, else that of their reading."""
        meant = understand.intent(text, snapshot)
        if meant:
            return Answer(text, meant=meant)
        if reading and own_words.tells_of_grief(text, snapshot):
            reading = replace(reading, meaning=Meaning.FEELING, is_sure=True, others=(), feeling="grief")
        return Answer(text, meant=self._registry.topics.intent(reading), reading=reading)

    def _to_question(self, words: Answer, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """Words while a question waits. A topic is answered, and words that may mean several things are asked
        about; the question stays open. A step of free words takes all of them."""
        frame = stack[-1]
        flow = self._registry.flows[frame.flow]
        if flow.asks(frame) is Asked.NOTHING:
            return self._free_words(words, stack, snapshot)
        result = self._runner.answer(words, stack, snapshot)
        if flow.asks(frame) in BY_STEP_FIRST and not result.hint:
            return result
        if topic := self._topic(words, snapshot):
            return self._rules.ask_again(topic, stack, snapshot)
        if meant := self._router.command_meant(words.text, words.reading, snapshot, waits=False):
            answer = self._runner.command(meant.name, meant.argument, stack, snapshot)
            return self._and_again(answer, frame, snapshot)
        asked_back = self._asked_back(words.reading, frame)
        if asked_back and words.reading and words.reading.is_topic:
            return self._rules.ask_again(asked_back, stack, snapshot)
        if not result.hint:
            return result
        if asked_back:
            return self._rules.ask_again(asked_back, stack, snapshot)
        if words.meant in SMALL_TALK:
            said = self._registry.fallback.small_talk(words.text, words.meant, snapshot, asks=True)
            return self._rules.ask_again(replace(said, hint=True), stack, snapshot)
        return self._not_understood(words, stack, snapshot) or result

    def _free_words(self, words: Answer, stack: Stack, snapshot: Snapshot) -> TurnResult:
        """Words to a step that takes all of them. A sure topic is answered as well where the step keeps lines
        of a diary; a question to the coach leaves it open."""
        free = Answer(words.text, meant=understand.intent(words.text, snapshot))
        reading = words.reading
        if reading is None or not self._router.is_beside(words.text, reading, stack[-1], snapshot):
            return self._runner.answer(free, stack, snapshot)
        if asked := self._registry.topics.command(reading, snapshot, waits=False):
            answer = self._runner.command(asked.name, asked.argument, stack, snapshot)
            return self._and_again(answer, stack[-1], snapshot)
        topic = self._registry.topics.reply(reading, snapshot, words.text)
        kept = self._runner.answer(free, stack, snapshot)
        return replace(kept, replies=(*topic.replies, *kept.replies)) if topic else kept

    def _and_again(self, result: TurnResult, frame: Frame, snapshot: Snapshot) -> TurnResult:
        """The answer to a command that words mean, then the question of `frame`, which waits on. An answer
        that asks something itself comes first."""
        if result.asks:
            return result
        stack = result.stack if frame in result.stack else (*result.stack, frame)
        again = self._rules.ask_again(StepResult(), stack, snapshot)
        return replace(again, replies=(*result.replies, *again.replies), effects=result.effects)

    def _not_understood(self, words: Answer, stack: Stack, snapshot: Snapshot) -> TurnResult | None:
        """The answer to a line with words of its own that has no meaning, then the waiting question with its
        buttons. None for a value that is said in an unknown way: the question says how to say it."""
        if words.reading is None or not understand.is_line(words.text, snapshot):
            return None
        unclear = self._registry.fallback.not_understood(words.text, snapshot, asks=True)
        return replace(self._rules.ask_again(replace(unclear, hint=False), stack, snapshot), hint=True)

    def _left_open(self, left_open: Frame | None, snapshot: Snapshot) -> tuple[Reply, ...]:
        """The question that is still open, with its buttons, below the answer to something else."""
        flow = self._registry.flows[left_open.flow] if left_open else None
        if not left_open or not flow or not flow.open_question or flow.asks(left_open) is Asked.NOTHING:
            return ()
        asked = flow.open_question.ask(left_open.data, snapshot).replies
        return tuple(replace(reply, edits=False) for reply in asked)

    def _topic(self, words: Answer, snapshot: Snapshot) -> StepResult | None:
        reading = words.reading
        sure = reading is not None and reading.is_sure
        return self._registry.topics.reply(reading, snapshot, words.text) if reading and sure else None

    def _asked_back(self, reading: Reading | None, frame: Frame | None) -> StepResult | None:
        if reading is None or reading.is_sure or reading.meaning is Meaning.UNCLEAR:
            return None
        tokens = self._registry.flows[frame.flow].answer_tokens(frame, reading) if frame else {}
        return self._registry.topics.ask_back(reading, tokens)

    def _to_newest(
        self, words: Answer, left_open: Frame, stack: Stack, snapshot: Snapshot
    ) -> TurnResult | None:
        """Words to the question that was put last. None where they are no answer to it and no topic, but may
        be what an earlier question waits for."""
        waits = self._registry.flows[stack[-1].flow].asks(stack[-1])
        reading = words.reading
        if reading and reading.meaning is Meaning.NOTE and waits is Asked.NOTHING:
            return None
        if meant := self._router.command_meant(words.text, reading, snapshot, waits=False):
            return self._runner.command(meant.name, meant.argument, stack, snapshot)
        result = self._unasked(words, left_open, stack, snapshot)
        fits = waits is not Asked.NOTHING or len(words.text.split()) >= TEXT
        return None if result.hint and fits else result

    def _unasked(
        self, words: Answer, left_open: Frame | None, stack: Stack, snapshot: Snapshot
    ) -> TurnResult:
        """Words that no question of `stack` waits for: to the first flow that understands them, then to the
        topic that they are about, else small talk."""
        result = self._runner.heard(words.text, words.meant, snapshot)
        if result is None:
            result = self._beside(words, left_open, snapshot)
        return _answering(self._rules.settle(result, None, stack, snapshot), result, result.answers)

    def _beside(self, words: Answer, left_open: Frame | None, snapshot: Snapshot) -> StepResult:
        """The answer to words that no flow understands. A question that is still open is put again below,
        unless the words are asked about themselves."""
        asked = self._left_open(left_open, snapshot)
        kept = self._runner.kept_line(words.text, snapshot) if _may_be_line(words) else None
        if topic := self._topic(words, snapshot):
            again = kept.after(*topic.replies) if kept else topic
            return replace(again, replies=(*again.replies, *asked), aside=topic.aside)
        if kept:
            return kept
        if asked_back := self._asked_back(words.reading, left_open):
            return asked_back
        said = self._registry.fallback.small_talk(words.text, words.meant, snapshot, asks=bool(asked))
        return replace(said, replies=(*said.replies, *asked)) if said.aside.held_words else said

    def _replied(
        self, words: Answer, about: tuple[str, ...], stack: Stack, snapshot: Snapshot
    ) -> TurnResult | None:
        """Words that reply to a message answer the question of that message. None where they are to be taken
        like any other words."""
        if stack and (not about or self._rules.is_below(stack[-1], about)):
            return None
        if frame := next((f for f in stack if self._rules.is_below(f, about)), None):
            stack = (*(f for f in stack if f is not frame), frame)
            return self._to_question(words, stack, snapshot)
        active = snapshot.person.status is Status.ACTIVE
        if active and (result := self._runner.heard_reply(words.text, words.meant, about, snapshot)):
            question = Token.parse(about[0]).parent if about else ""
            return _answering(self._rules.settle(result, None, stack, snapshot), result, question)
        if any(self._router.is_over(token) for token in about):
            back = reply_with(self._registry.fallback.handed_back(words.text))
            return self._rules.ask_again(back, stack, snapshot)
        return None

    def _is_open_at_rest(self, stack: Stack) -> bool:
        """Whether the waiting question may be answered in words while coaching rests."""
        if not stack or stack[-1].flow == self._registry.first.flow:
            return False
        return self._registry.flows[stack[-1].flow].open_to_all


def _may_be_line(words: Answer) -> bool:
    """Whether words may be a line of a diary: they surely ask nothing of the coach, or tell of oneself."""
    reading = words.reading
    if words.meant or reading is None:
        return not words.meant
    sure = reading.is_sure and reading.is_topic
    return reading.meaning in TELLING if sure else reading.meaning not in WEIGHTY


def _answering(settled: TurnResult, result: StepResult, question: str) -> TurnResult:
    """The result of words that had an effect: they have answered a question."""
    answered = settled.effects and not result.takes_back
    return replace(settled, answers=question) if answered else settled
