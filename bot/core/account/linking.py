"""Joining two accounts into one person: codes that are typed, what becomes of two histories, and parting.

Both sides decide. The side that typed a code learns whose it is and agrees first; then the side that made
it learns
who asks, and only its own yes joins. For `GUARDED` afterwards nothing that one side brought is the other's to
take or to erase: each side's state of before is kept. Parting gives each side a copy of everything, with
its own rows that are missing by then; an erase takes what the erasing side brought and what was added since,
and gives the other side back what it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.core.model import rests
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Side
from bot.core.model.person import DateSpan, Person, RestReason
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.progress.habits import MOST_RUNNING
from bot.core.typed import understand

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
LENGTH = 8  # characters: 40 bits
LASTS = timedelta(minutes=10)
TRIES, TRIES_REST = 5, timedelta(hours=1)  # wrong codes of one account, and how long they rest afterwards
DECIDE_WITHIN = timedelta(minutes=30)  # each side: after a right code was typed, and after it was asked
GUARDED = timedelta(hours=72)  # after a join
_ALIKE = str.maketrans("OIL", "011")


def written(code: str) -> str:
    """A code as it is shown.

    >>> written("ABCD2345")
    'ABCD-2345'
    """
    return f"{code[:4]}-{code[4:]}"


def read(typed: str) -> str:
    """A code as it was typed: capitals, blanks and dashes don't matter, nor letters that look like digits. ""
    for what cannot be one.

    >>> read(" abcd-o34l ")
    'ABCD0341'
    """
    code = "".join(typed[:40].upper().split()).replace("-", "").translate(_ALIKE)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A right code: whose it is, so that the person can be sure."""

    platform: str
    name: str
    onboarded: bool


class Refusal(StrEnum):
    """WRONG: mistyped, too old or used. OWN: it belongs to this side. OFTEN: too many wrong ones. GONE: the
    other side, or the time to decide, is over. SAME: both sides have an account of one platform. LATELY: one
    of them was joined less than `GUARDED` ago."""

    WRONG = "wrong"
    OWN = "own"
    OFTEN = "often"
    GONE = "gone"
    SAME = "same"
    LATELY = "lately"


class LinkNotice(StrEnum):
    """Notices to the other accounts. ASKED and DECLINED: of a wish to join. ERASED: everything is.
    RETURNED: the other side erased itself while `GUARDED`, and this one has again what it brought."""

    ASKED = "asked"
    DECLINED = "declined"
    JOINED = "joined"
    PARTED = "parted"
    EXPORTED = "exported"
    ERASED = "erased"
    RETURNED = "returned"


def guarded_until(snapshot: Snapshot) -> datetime | None:
    """Until when neither side can erase what the other brought; None where they can, or nothing is joined."""
    until = max((since + GUARDED for since in snapshot.since.values()), default=snapshot.now)
    return until if until > snapshot.now else None


def clash(mine: Iterable[Account], theirs: Iterable[Account]) -> bool:
    """Whether both have an account of one platform. Such are never joined: a person rarely has two, and who
    talks somebody into showing a code is mostly on the same platform."""
    return bool({a.platform for a in mine} & {a.platform for a in theirs})


@dataclass(frozen=True, slots=True)
class Merged:
    """The person that two people become: `changes` to the person's fields, the enrolments that are `left`,
    and whose day
    counts where both have the same."""

    changes: Mapping[str, Any]
    left: tuple[int, ...]
    keeps: Side


def merge(here: Snapshot, there: Snapshot, keeps: Side) -> Merged:
    """One person of two. Where only one of them is through onboarding, theirs is what goes on. At most
    three plans run, those of the side that goes on first, and none twice; the others are left, and keep all
    their days."""
    if here.person.onboarded != there.person.onboarded:
        keeps = Side.HERE if here.person.onboarded else Side.THERE
    first, second = (here, there) if keeps is Side.HERE else (there, here)
    changes = {f.name: getattr(first.person, f.name) for f in fields(Person) if f.name != "id"}
    if not changes["why"]:
        changes["why_said_on"] = second.person.why_said_on
    for name in ("why", "name", "focus", "itch", "daypart"):
        changes[name] = changes[name] or getattr(second.person, name)
    changes |= {"rest": _rest(first, second), "rests": _rests(first, second), "ignored": 0}
    return Merged(changes, _left(first, second), keeps)


def _rest(first: Snapshot, second: Snapshot) -> RestReason:
    """Rest after words of self-harm holds for the whole person; who just answered can be reached."""
    if RestReason.CARE in (first.person.rest, second.person.rest):
        return RestReason.CARE
    return RestReason.NO if first.person.rest is RestReason.UNREACHABLE else first.person.rest


def _rests(first: Snapshot, second: Snapshot) -> tuple[DateSpan, ...]:
    """The days on which either rested so far; from today on it is as `_rest` says."""
    found = rests.joined(first.person.rests, rests.ended(second.person.rests, first.today))
    if _rest(first, second) is RestReason.CARE:
        return rests.begun(found, first.today, None)
    return found


def _twins(one: Enrolment, other: Enrolment) -> bool:
    """Whether two plans are the same one of the catalogue, or own ones of the same name."""
    if one.own and other.own:
        return understand.same(one.own.name, other.own.name)
    return one.own is None and other.own is None and one.slug == other.slug


def _left(first: Snapshot, second: Snapshot) -> tuple[int, ...]:
    going: list[Enrolment] = []
    for one in (*first.running, *second.running):
        if not any(_twins(one, e) for e in going) and len(going) < MOST_RUNNING:
            going.append(one)
    running = {e.id for e in going}
    return tuple(e.id for e in (*first.running, *second.running) if e.id not in running)
