"""How a persona answers a message: by the kind of the question, read from the tokens of its buttons and from
the frame that waits. It knows roles of tokens (an answer of a day, a degree of control, a track, a time) and
few names, so that flows can be rebuilt around it. A question of an unknown kind gets a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.rendered import Message, ShownButton
from bot.core.conversation.flow import Frame
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.inputs import ButtonPress, Input, TypedText
from bot.core.model.library import Track
from bot.core.model.messages import ButtonStyle
from bot.core.model.token import SEPARATOR, Token
from bot.rehearsal import chance
from bot.rehearsal.buttons import NONE_OF_THESE, asks_back, degrees, fits, is_suggested, parts, skips
from bot.rehearsal.personas import Persona

COUNTS = (1, 3)  # figures where times are counted and not minutes
FULL_QUESTION = 3  # answers of a day, from which a message is the check-in and no line that is asked back
USUAL = (
    "ok",
    "care.no",
)  # what anybody presses who has nothing against it: to go on, and that it is not grave
# Steps at which one of several buttons is as good as another: it is drawn, and no guess.
TASTE = re.compile(r"cue|action|days|moment|state|often|rhythm")
# The kind of line that answers the open question of a step, by words in the names of flow and step.
LINES_BY_STEP = (
    (r"why|reason", "reason"),
    (r"mine\.\w*name", "plan-name"),
    (r"mine\.\w*(action|cue|what)", "plan-action"),
    (r"obstacle|way", "obstacle"),
    (r"reflect|answer", "reflection"),
)
# Parts of tokens that lead out of what was begun; nobody guesses at them.
WAYS_OUT = frozenset({"young", "stop", "erase", "delete", "leave", "back", "off", "decline", "export"})
CLOSE = "checkin.f."  # begins the token below the end of a check-in, by which an answer is changed
CLOCK = re.compile(r"\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Choice:
    """An act of the persona. `guessed`: the kind of the question was unknown. `answers_day`: it answers how a
    day went."""

    said: Input
    guessed: bool = False
    answers_day: bool = False


class Driver:
    """Answers for one persona in one language. Lines of a kind are used in their order, again and again."""

    def __init__(self, persona: Persona, language: str) -> None:
        self._persona, self._voice = persona, persona.voice[language]
        self._used: Counter[str] = Counter()
        self._tried: Counter[str] = Counter()
        self._answered_day = False  # with the last choice

    def begins_sitting(self) -> None:
        """Forget which questions were answered: a new run of messages begins."""
        self._tried.clear()
        self._answered_day = False

    def choose(self, message: Message, frame: Frame | None, day: int) -> Choice | None:
        """The answer to a message on the rehearsal's day `day`; None for no answer. A question that comes
        back is answered by a press, and then left alone."""
        question = _question(message, frame)
        self._tried[question] += 1
        if self._tried[question] > 2:
            return None
        choice = (
            self._by_kind(message, day)
            or self._open_question(message, frame, day)
            or self._line_of_day(message, day)
        )
        self._answered_day = choice is not None and choice.answers_day
        return choice

    # --- by the tokens

    def _by_kind(self, message: Message, day: int) -> Choice | None:
        buttons = message.buttons
        if answers := [b for b in buttons if parts(b) & set(CheckinAnswer)]:
            return self._day(answers, _question(message, None))
        if asks_back(buttons):
            return self._asked_back(buttons)
        if five := degrees(buttons):
            low, high = self._persona.control
            wanted = str(chance.between(low, high, self._persona.seed, "control", day))
            return _press(next((b for b in five if Token.parse(b.token).last == wanted), five[-1]))
        if liked := self._liked(buttons):
            return _press(liked)
        return None

    def _day(self, answers: Sequence[ShownButton], question: str) -> Choice | None:
        """The answer about the day that the tokens name: typed or pressed, pressed where it comes again
        or where a typed line is asked back."""
        subject = Token.parse(answers[0].token).parent
        kept = chance.weighted(self._persona.days, self._persona.seed, "kept", subject)
        types = self._tried[question] == 1 and len(answers) >= FULL_QUESTION
        if types and chance.happens(self._persona.typed, self._persona.seed, "typed", subject):
            return Choice(TypedText(self._line(kept)), answers_day=True)
        pressed = next((b for b in answers if kept in parts(b)), answers[0])
        return Choice(ButtonPress(pressed.token), answers_day=True)

    def _asked_back(self, buttons: Sequence[ShownButton]) -> Choice:
        """The reading of a line that was asked back: the likeliest, or none where the line was an answer."""
        wanted = next(b for b in buttons if fits(b, NONE_OF_THESE)) if self._answered_day else buttons[0]
        return _press(wanted)

    def _liked(self, buttons: Sequence[ShownButton]) -> ShownButton | None:
        """The button that fits the persona: one it likes, its track, its plan, its time, its zone."""
        at = f"{self._persona.checkin_at:%H:%M}"
        tracks = {track for track in Track for b in buttons if track in parts(b)}
        track = (self._persona.track,) if len(tracks) > 1 else ()  # "time" names other things too
        wishes = (*self._persona.press, *track, self._persona.plan, at, self._persona.zone, *USUAL)
        return next((b for wish in wishes for b in buttons if fits(b, wish)), None)

    # --- by the frame

    def _open_question(self, message: Message, frame: Frame | None, day: int) -> Choice | None:
        if not message.waits:
            return None
        if message.numeric:
            low, high = COUNTS if frame and frame.data.get("counts") else self._persona.minutes
            return _type(str(chance.between(low, high, self._persona.seed, "figure", day)))
        if any(CLOCK.fullmatch(part) for b in message.buttons for part in parts(b)):
            return _type(f"{self._persona.checkin_at:%H:%M}")
        again = self._tried[_question(message, frame)] > 1 and message.buttons
        if frame and not again and (kind := self._kind_of_line(frame)):
            return self._written(kind, message, day)
        if frame and message.buttons and TASTE.search(frame.step):
            place = chance.between(0, len(message.buttons) - 1, self._persona.seed, frame.step)
            return _press(message.buttons[place])
        return self._guess(message.buttons)

    def _line_of_day(self, message: Message, day: int) -> Choice | None:
        """A line that nobody asked for, below the end of a check-in, as the persona likes to write or not."""
        closes = any(Token.parse(b.token).parent == CLOSE for b in message.buttons)
        writes = chance.happens(self._persona.writes, self._persona.seed, "writes", "note", day)
        return _type(self._line("note")) if closes and writes and "note" in self._voice else None

    def _kind_of_line(self, frame: Frame) -> str:
        """The kind of line for a frame's question, "" where the persona has none."""
        step = f"{frame.flow}{SEPARATOR}{frame.step}"
        kinds = (kind for pattern, kind in LINES_BY_STEP if re.search(pattern, step))
        return next((kind for kind in kinds if kind in self._voice), "")

    def _written(self, kind: str, message: Message, day: int) -> Choice | None:
        """A line, or the button that skips, as the persona likes to write or not."""
        writes = chance.happens(self._persona.writes, self._persona.seed, "writes", kind, day)
        skip = next(filter(skips, message.buttons), None)
        if kind in ("reflection", "obstacle") and not writes:
            return _press(skip) if skip else None
        return _type(self._line(kind))

    def _guess(self, buttons: Sequence[ShownButton]) -> Choice | None:
        """Skip, else the suggested button, else the first one that leads on; without any, a line."""
        inside = [b for b in buttons if b.style is not ButtonStyle.DANGER and not parts(b) & WAYS_OUT]
        for wanted in (skips, is_suggested, bool):
            if found := next(filter(wanted, inside), None):
                return Choice(ButtonPress(found.token), guessed=not skips(found))
        return None if buttons else Choice(TypedText(self._line("other")), guessed=True)

    def _line(self, kind: str) -> str:
        lines = self._voice[kind]
        self._used[kind] += 1
        return lines[(self._used[kind] - 1) % len(lines)]


def _press(shown: ShownButton) -> Choice:
    return Choice(ButtonPress(shown.token))


def _type(words: str) -> Choice:
    return Choice(TypedText(words))


def _question(message: Message, frame: Frame | None) -> str:
    """A name for the question of a message, by which it is known when it comes again."""
    if message.buttons:
        return Token.parse(message.buttons[0].token).parent
    return f"{frame.flow}{SEPARATOR}{frame.step}" if frame else ""
