"""One persona lives so many days with the coach: what falls due arrives; they answer, write, or are away."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.content.markup import to_plain
from bot.content.rendered import Message, with_alt_text
from bot.core.model.inputs import ButtonPress, Input, SlashCommand, TypedText
from bot.rehearsal import chance
from bot.rehearsal.buttons import asks_back
from bot.rehearsal.driver import Choice, Driver
from bot.rehearsal.personas import Persona
from bot.rehearsal.record import Rehearsal, Speaker, Utterance
from bot.rehearsal.stage import Stage

FIRST = date(2026, 9, 7)  # a Monday; the clocks of Europe and America change within the next 90 days
BEGINS = time(16)  # the local time of the first word
DAY_TIME = time(4)  # at which a local day begins
DAY_START = timedelta(hours=DAY_TIME.hour)
READS = timedelta(minutes=1)  # from a message to the answer within a sitting
MAX_ANSWERS = 40  # in one sitting; the first conversation is the longest
LEFT_OPEN = ("checkin", "reflect")  # flows whose questions may be left without an answer


class Life:
    """The days of one persona on a stage, whose clock stands at `begins`."""

    def __init__(self, persona: Persona, language: str, stage: Stage) -> None:
        self.rehearsal = Rehearsal(persona, language, FIRST)
        self._persona, self._language, self._stage = persona, language, stage
        self._driver = Driver(persona, language)
        self._zone = ZoneInfo(persona.zone)
        self._plans: list[tuple[datetime, int, tuple[Message, ...], Input | None]] = []  # by their sitting
        self._numbers, self._sitting = itertools.count(1), 0
        self._labels: dict[str, str] = {}  # of the buttons that were shown, by token

    async def live(self, days: int) -> Rehearsal:
        """Begin with `/start`, and go on for so many days."""
        until = datetime.combine(FIRST + timedelta(days=days), DAY_TIME, self._zone).astimezone(UTC)
        self._plan(self._stage.now, SlashCommand("start"))
        for remark in self._persona.says:
            self._plan(self._moment(remark.day, remark.at), _as_input(remark.words[self._language]))
        while self._stage.now < until:
            await self._pass_on(until)
        return self.rehearsal

    async def _pass_on(self, until: datetime) -> None:
        """Do all that is due now; then the clock goes to the next moment at which something is."""
        stage = self._stage
        if arrived := await stage.deliver():
            self._arrived(arrived)
        while self._plans and self._plans[0][0] <= stage.now:
            _, self._sitting, messages, said = heapq.heappop(self._plans)
            await self._sit(messages, said)
        await self._look()
        planned = self._plans[0][0] if self._plans else until
        tomorrow = datetime.combine(self._today + timedelta(days=1), DAY_TIME, self._zone).astimezone(UTC)
        ahead = (await stage.next_due(), planned, tomorrow, until)
        stage.now = min((moment for moment in ahead if moment and moment > stage.now), default=until)

    async def _look(self) -> None:
        """Keep the state of today, as it is at the last moment of the day at which anything happens."""
        state = await self._stage.state(self._today)
        if self.rehearsal.days and self.rehearsal.days[-1].day == state.day:
            self.rehearsal.days.pop()
        self.rehearsal.days.append(state)

    # --- what arrives

    def _arrived(self, arrived: Iterable[tuple[str, Message]]) -> None:
        """Keep it, and plan the answer to it, if there will be one."""
        self._sitting, messages = next(self._numbers), []
        for kind, message in arrived:
            self._show(message, Speaker.UNASKED, kind=kind)
            messages.append(message)
        day, seed = self.rehearsal.number(self._today), self._persona.seed
        if self._persona.is_away(day) or not chance.happens(self._persona.answers, seed, "answers", day):
            return
        after = chance.between(1, self._persona.after, seed, "after", day, kind)
        due = self._stage.now + timedelta(minutes=after)
        heapq.heappush(self._plans, (due, self._sitting, tuple(messages), None))

    def _plan(self, at: datetime, said: Input) -> None:
        """Plan something that is said unasked."""
        heapq.heappush(self._plans, (at, next(self._numbers), (), said))

    # --- what is answered

    async def _sit(self, messages: tuple[Message, ...], said: Input | None) -> None:
        """A run of answers: first what is said unasked, if anything, then to each message what fits it."""
        self._driver.begins_sitting()
        if said is not None:
            messages = await self._say(Choice(said))
        for _ in range(MAX_ANSWERS):
            choice = await self._choice(messages)
            if choice is None:
                return
            self._stage.now += READS
            messages = await self._say(choice)
        self._keep(Speaker.NOTE, "no end to the questions: the sitting is broken off")

    async def _choice(self, messages: Sequence[Message]) -> Choice | None:
        """The answer to the last message that asks for one."""
        frame = await self._stage.open_frame()
        day = self.rehearsal.number(self._today)
        for message in reversed(messages):
            if choice := self._driver.choose(message, frame, day):
                if choice.guessed:
                    step = f"{frame.flow}.{frame.step}" if frame else "no frame"
                    self._keep(Speaker.NOTE, f"a question of an unknown kind ({step}): a guess")
                return choice
        if messages and messages[-1].waits and not (frame and frame.flow in LEFT_OPEN):
            self._keep(Speaker.NOTE, "stranded: nothing leads on from here")
        return None

    async def _say(self, choice: Choice) -> tuple[Message, ...]:
        """One input and the answers to it, both kept."""
        missed, said = self._stage.missed.count, choice.said
        spoken = self._keep(Speaker.PERSON, self._words_of(said), kind=_kind(said))
        spoken.answers_day = choice.answers_day
        messages = await self._stage.turn(said, self._language, self._persona.zone)
        spoken.missed = self._stage.missed.count > missed
        spoken.asked_back = any(asks_back(message.buttons) for message in messages)
        for place, message in enumerate(messages):
            edits = message.edits and place == 0 and isinstance(said, ButtonPress)
            self._show(message, Speaker.COACH, in_place=edits)
        return messages

    def _words_of(self, said: Input) -> str:
        match said:
            case ButtonPress(token):
                return self._labels.get(token, token)
            case SlashCommand(name, argument):
                return f"/{name} {argument}".strip()
            case TypedText(text):
                return text
        raise TypeError(f"no input of a rehearsal: {said!r}")

    # --- the record

    def _show(self, message: Message, speaker: Speaker, *, kind: str = "", in_place: bool = False) -> None:
        self._labels.update({button.token: button.label for button in message.buttons})
        shown = self._keep(speaker, to_plain(with_alt_text(message).html), kind=kind)
        shown.buttons, shown.in_place = tuple(b.label for b in message.buttons), in_place

    def _keep(self, speaker: Speaker, text: str, *, kind: str = "") -> Utterance:
        at = self._stage.now.astimezone(self._zone)
        said = Utterance(at, self._today, speaker, text, kind=kind, sitting=self._sitting)
        self.rehearsal.said.append(said)
        return said

    @property
    def _today(self) -> date:
        """The local day, which begins at DAY_START."""
        return (self._stage.now.astimezone(self._zone).replace(tzinfo=None) - DAY_START).date()

    def _moment(self, day: int, at: time) -> datetime:
        """The moment of a local time on a day of the rehearsal; a time before DAY_START ends that day."""
        before = timedelta(hours=at.hour, minutes=at.minute) < DAY_START
        there = FIRST + timedelta(days=day + before)
        return datetime.combine(there, at, self._zone).astimezone(UTC)


def begins(persona: Persona) -> datetime:
    """The moment at which a persona's rehearsal begins (UTC)."""
    return datetime.combine(FIRST, BEGINS, ZoneInfo(persona.zone)).astimezone(UTC)


def _as_input(words: str) -> Input:
    """Words as they are typed: with a slash, a command."""
    if not words.startswith("/"):
        return TypedText(words)
    name, _, argument = words[1:].partition(" ")
    return SlashCommand(name, argument)


def _kind(said: Input) -> str:
    match said:
        case ButtonPress():
            return "press"
        case SlashCommand():
            return "command"
        case _:
            return "type"
