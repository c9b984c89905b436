"""Nudges on their way, and the result of sending one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.core.model.snapshot import Snapshot
from bot.storage.claims import ClaimedNudge
from bot.storage.nudges import NudgeSlot
from bot.storage.shown_questions import ShownQuestion


@dataclass(frozen=True, slots=True)
class OutgoingNudge:
    """A nudge ready to be sent to `account`. `snapshot`: of the person, as it is once the nudge was sent.
    `pending`: the person's other nudges that waited when it was composed."""

    claimed: ClaimedNudge
    account: Account
    messages: tuple[Message, ...]
    snapshot: Snapshot
    pending: frozenset[NudgeSlot]


@dataclass(frozen=True, slots=True)
class Arrived:
    """It was sent. `certain` False: it may not have arrived. Either way it is not sent again. `questions`:
    those that stand in the chat now, where reactions to them come with the message's id alone."""

    certain: bool = True
    questions: tuple[ShownQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class RecipientRefused:
    """The platform refuses for good: the person rests until they write again."""


@dataclass(frozen=True, slots=True)
class RetryLater:
    """It was certainly not sent: it is due again at `at`, and composed again then. `asked`: seconds of pause
    that the platform asked for."""

    at: datetime
    asked: float = 0


SendResult: TypeAlias = Arrived | RecipientRefused | RetryLater
SentOutgoing: TypeAlias = tuple[OutgoingNudge, SendResult]
