"""The meaning of a typed line: a `Reading`, made by `bot.understanding` and used by the flows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = float | time | date | tuple[int, ...] | str


class Asked(StrEnum):
    """The kind of question that is open when a line is typed."""

    NOTHING = "nothing"
    CHECKIN = "checkin"
    MINUTES = "minutes"
    COUNT = "count"
    CONTROL = "control"
    TIME = "time"
    DATE = "date"
    REFLECTION = "reflection"


class Safety(StrEnum):
    """Whether a line tells of danger. `CLEAR`: an own wish, plan or act of suicide or self-injury, plainly
    said. `UNCLEAR`: passive, doubtful or in jest. The others are harms by or to somebody."""

    NONE = "none"
    UNCLEAR = "unclear"
    CLEAR = "clear"
    PICTURE_THREAT = "harm:picture-threat"
    UNWANTED_CONTACT = "harm:unwanted-contact"
    BULLYING = "harm:bullying"
    VIOLENCE = "harm:violence"
    EATING = "harm:eating"
    FRIEND_AT_RISK = "harm:friend-at-risk"


class Meaning(StrEnum):
    """The meaning of a line: an answer, a topic, or `UNCLEAR`."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    SKIPPED = "skipped"
    LATER = "later"
    NUMBER = "number"
    MINUTES = "minutes"
    COUNT = "count"
    TIME = "time"
    DATE = "date"
    NOTE = "note"

    URGE = "urge"
    LAPSE = "lapse"
    FEELING = "feeling"
    PRIDE = "pride"
    PROGRESS = "progress"
    PLAN_CHANGE = "plan-change"
    PLAN_EASIER = "plan-easier"
    PLAN_FURTHER = "plan-further"
    TIME_CHANGE = "time-change"
    FEWER_MESSAGES = "fewer-messages"
    PAUSE = "pause"
    RETURN = "return"
    GOODBYE = "goodbye"
    THANKS = "thanks"
    HELLO = "hello"
    QUESTION_APP = "question-app"
    QUESTION_BOT = "question-bot"
    QUESTION_CHILDREN = "question-children"
    POSTED_ME = "posted-me"
    PRIVACY = "privacy"
    EXPORT = "export"
    ERASE = "erase"
    STOP = "stop"
    HELP = "help"
    SETTINGS = "settings"
    LANGUAGE = "language"
    UNDO = "undo"
    JOURNAL = "journal"

    UNCLEAR = "unclear"


ANSWERS = frozenset(
    {Meaning.KEPT, Meaning.PARTLY, Meaning.MISSED, Meaning.SKIPPED, Meaning.LATER, Meaning.NUMBER,
     Meaning.MINUTES, Meaning.COUNT, Meaning.TIME, Meaning.DATE, Meaning.NOTE}
)  # fmt: skip
TOPICS = frozenset(Meaning) - ANSWERS - {Meaning.UNCLEAR}
# Topics that are asked about where a line may mean them, for they change or show what is stored.
WEIGHTY = frozenset(
    {Meaning.UNDO, Meaning.STOP, Meaning.ERASE, Meaning.EXPORT, Meaning.PRIVACY, Meaning.HELP, Meaning.PAUSE}
)
TELLING = frozenset({Meaning.URGE, Meaning.LAPSE, Meaning.FEELING, Meaning.PRIDE})  # topics about oneself


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one line.

    `value`: a number (minutes, a count, 1–5), a time of day, a day, weekdays (0 = Monday), or
    the words to keep. `is_sure`: the
    coach acts on it; otherwise it asks back, with `meaning` first and `others` next (at most two, so that
    three are offered). `polarity`: -1, 0 or +1. `degree`: 0–1, how much of a plan was kept, if said.
    `feeling`: its name in the content, "" for none. `why`: the rule or part that spoke; never the words.
    """

    meaning: Meaning = Meaning.UNCLEAR
    value: Value | None = None
    is_sure: bool = False
    others: tuple[Meaning, ...] = ()
    safety: Safety = Safety.NONE
    polarity: int = 0
    degree: float | None = None
    feeling: str = ""
    why: str = ""

    @property
    def is_answer(self) -> bool:
        return self.meaning in ANSWERS

    @property
    def is_topic(self) -> bool:
        return self.meaning in TOPICS
