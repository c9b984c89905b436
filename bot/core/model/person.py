"""A person: settings, state, and why coaching rests if it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.core.model.partial import Partial


class RestReason(StrEnum):
    """Why coaching rests, if it does: the person said stop, cannot be reached, or spoke of self-harm."""

    NO = ""
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"
    CARE = "care"


class Status(StrEnum):
    """NEW: not through onboarding. STOPPED: at rest. CARE: at rest after words of self-harm. A person who is
    merely unreachable is ACTIVE, and answered as ever."""

    NEW = "new"
    ACTIVE = "active"
    STOPPED = "stopped"
    CARE = "care"


class GuessedLanguage(str):
    """A language that is spoken while the person's own is unknown: the platform said none, the person
    chose none."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Local days in a row: from `first` up to, and without, `until`; None: to no end that is known."""

    first: date
    until: date | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Person(Partial):
    """Settings and state of one person. Times are local wall times; `zone` is an IANA name; `language` is the
    code of a language of the catalogue.

    `exactly`: check-in and summary come at the very minute chosen, not spread over the ones after it.
    `silent`: what the coach sends unasked arrives without a sound.
    `reminder_after`: minutes after the check-in, None = off. `week_day`: 0 = Monday. `ceiling`: nudges
    in any seven local days. `ignored`: check-ins in a row without any sign of the
    person. `paused_until`: nothing is sent before that local date. `agreed`: they said that they are 13
    or older, after they read what is kept. `focus`: the track that matters most, `why`: the own reason,
    `itch` and `daypart`: what it is at the moment of the itch, and when (values of `library.Itch` and
    `library.Daypart`); each "" where nothing was said. `why_said_on`: the local day on which the reason was
    written or last said back. `tapers_since`: the local day since which the coach writes less and less, at
    their wish; None while it writes as ever. `shares_missed`: lines of theirs that were not understood may be
    kept for those who write the content. `rests`: the days on which coaching was paused or stopped,
    oldest first, today's and those to come included.
    """

    id: int
    language: str = ""
    zone: str = "UTC"
    onboarded: bool = False
    rest: RestReason = RestReason.NO
    day_start: time = time(4)
    checkin_at: time = time(20)
    exactly: bool = False
    silent: bool = False
    reminder_after: int | None = 90
    quiet_from: time = time(22)
    quiet_to: time = time(8)
    ceiling: int = 10
    week_day: int = 6
    week_at: time = time(17)
    reflections_a_week: int = 1
    focus: str = ""
    why: str = ""
    itch: str = ""
    daypart: str = ""
    why_said_on: date | None = None
    name: str = ""
    paused_until: date | None = None
    tapers_since: date | None = None
    ignored: int = 0
    agreed: bool = False
    shares_missed: bool = False
    rests: tuple[DateSpan, ...] = ()

    @property
    def status(self) -> Status:
        if self.rest is RestReason.CARE:
            return Status.CARE
        if not self.onboarded:
            return Status.NEW
        return Status.STOPPED if self.rest is RestReason.STOPPED else Status.ACTIVE

    @property
    def listens(self) -> bool:
        """Whether nudges may be sent at all."""
        return self.status is Status.ACTIVE and self.rest is RestReason.NO
