"""Daily cleaning, and repairs after a clock that was ahead.

The repairs change nothing that people said or were sent, because nobody can know which of two times was the
wrong one. They change what the clock left planned, claimed or begun in the future: a plan that begins in the
future begins today, and a pause longer than any that can be chosen ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, delete, exists, or_, select, tuple_, union, update

from bot.core.model.limits import MISSED_LINES_KEPT
from bot.core.nudges.registry import DAILY
from bot.storage.communities import Communities
from bot.storage.conversations import events
from bot.storage.engine.repository import Repository
from bot.storage.joins import Joins
from bot.storage.links import Links, link_tries
from bot.storage.missed_lines import COUNTS_KEPT, missed_counts, missed_lines
from bot.storage.notices import Notices
from bot.storage.nudges import NudgeState, nudges
from bot.storage.people import People, persons
from bot.storage.plans import enrolments
from bot.storage.posts import Posts, posts
from bot.storage.shown_questions import QUESTIONS_KEPT, shown_questions

EVENTS_KEPT = timedelta(days=3)
NUDGES_KEPT = timedelta(days=60)  # closed ones, after they were due

CLOCK_SKEW = timedelta(minutes=1)  # by which the clocks of several machines may differ
FAR_RETRY = timedelta(days=2)  # no retry or lease of a nudge that was due is later than this
LEASE = timedelta(minutes=2)
FAR_POST = timedelta(days=22)  # no post is planned later than this
LONGEST_PAUSE = timedelta(days=368)  # a year, and the difference that a time zone may make
DAY, WEEK = timedelta(days=1), timedelta(days=7)
_N = nudges.c


@dataclass
class Upkeep(Repository):
    """Cleaning and repairs, for all people at once."""

    people: People
    joins: Joins
    links: Links
    notices: Notices
    communities: Communities
    posts: Posts

    async def clean(self, now: datetime, *, limit: int | None = None) -> int:
        """Delete events and closed nudges that are old enough, and everything else that is kept for a time.

        `limit`: at most so many events and so many nudges, so that nobody waits long for the lock. Returns
        how many rows were deleted; 0: nothing is left to delete.
        """
        closed = _N.next_at.is_(None) & (_N.due_at < now - NUDGES_KEPT)
        today = now.date()
        return sum(
            [
                await self._delete(events, events.c.seen_at < now - EVENTS_KEPT, limit),
                await self._delete(nudges, closed, limit),
                await self._delete(shown_questions, shown_questions.c.day < today - QUESTIONS_KEPT, limit),
                await self._delete(missed_lines, missed_lines.c.day < today - MISSED_LINES_KEPT, limit),
                await self._delete(missed_counts, missed_counts.c.day < today - COUNTS_KEPT, limit),
                await self.joins.clean(now),
                await self.links.clean(now),
                await self.notices.clean(now),
            ]
        )

    async def _delete(self, table: Table, where: ColumnElement[bool], limit: int | None) -> int:
        key = tuple_(*table.primary_key)
        some = select(*table.primary_key).where(where).limit(limit).with_for_update(skip_locked=True)
        return (await self.connection.execute(delete(table).where(key.in_(some)))).rowcount

    async def was_ahead(self, now: datetime) -> bool:
        """Whether a clock that was ahead has left traces: an event or a closed nudge later than `now`."""
        event = select(exists().where(events.c.seen_at > now + CLOCK_SKEW))
        closed = select(exists().where(_N.next_at.is_(None), _N.due_at > now + CLOCK_SKEW))
        return bool(await self.connection.scalar(event) or await self.connection.scalar(closed))

    async def people_to_rewind(self, after: int, now: datetime, *, limit: int) -> tuple[int, ...]:
        """Up to `limit` people with a number above `after`, by number, for whom a clock that was ahead left
        something that `rewind_people` repairs."""
        rewound = (
            select(_N.person_id.label("id")).where(_spoiled_nudge(now)),
            select(persons.c.id).where(_pause_too_long(now)),
            select(enrolments.c.person_id).where(_begun_ahead(now)),
        )
        some = union(*rewound).subquery()
        people = select(some.c.id).where(some.c.id > after).order_by(some.c.id).limit(limit)
        return tuple(await self.connection.scalars(people))

    async def rewind_people(self, ids: Sequence[int], now: datetime) -> None:
        """Reset what was counted, begun, planned and claimed for these people under the false date. The rows
        of people are locked first and in order, as everywhere, so that transactions do not wait for each
        other in a circle. Afterwards the caller plans the nudges of all people of `people_planned_beyond`
        again."""
        await self.people.lock(ids)
        of_them = _N.person_id.in_(ids)
        sent_ahead = select(_N.person_id).where(of_them, _N.next_at.is_(None), _N.due_at > now + CLOCK_SKEW)
        await self.connection.execute(update(persons).where(persons.c.id.in_(sent_ahead)).values(ignored=0))
        too_long = update(persons).where(persons.c.id.in_(ids), _pause_too_long(now))
        await self.connection.execute(too_long.values(paused_until=None))
        begun = update(enrolments).where(enrolments.c.person_id.in_(ids), _begun_ahead(now))
        await self.connection.execute(begun.values(started_on=now.date(), step_since=now.date()))
        await self._rewind_nudges(of_them, now)

    async def _rewind_nudges(self, of_them: ColumnElement[bool], now: datetime) -> None:
        closed = _N.state.in_((NudgeState.DROPPED, NudgeState.REFUSED))
        await self.connection.execute(delete(nudges).where(of_them, closed, _N.due_at > now))
        retried = update(nudges).where(of_them, _N.state == NudgeState.DUE, _N.next_at > _N.due_at)
        await self.connection.execute(retried.where(_N.due_at > now).values(next_at=_N.due_at))
        late = retried.where(_N.due_at <= now, _N.next_at > now + FAR_RETRY)
        await self.connection.execute(late.values(next_at=now))
        claimed = update(nudges).where(of_them, _N.state == NudgeState.CLAIMED, _N.next_at > now + FAR_RETRY)
        await self.connection.execute(claimed.values(next_at=now + LEASE))

    async def rewind_others(self, now: datetime) -> None:
        """Repair what a clock that was ahead left of attempts to link and of community posts. Lines that were
        not understood, and questions in chats, are deleted where they are about days to come, since they
        would be kept too long."""
        await self.connection.execute(delete(link_tries).where(link_tries.c.since > now + CLOCK_SKEW))
        for table in (missed_lines, shown_questions):
            await self._delete(table, table.c.day > (now + DAY).date(), None)
        await self._rewind_posts(now)

    async def _rewind_posts(self, now: datetime) -> None:
        claimed = posts.c.state == NudgeState.CLAIMED
        leased = update(posts).where(claimed, posts.c.next_at > now + FAR_RETRY)
        await self.connection.execute(leased.values(next_at=now + LEASE))
        far = delete(posts).where(posts.c.state == NudgeState.DUE, posts.c.due_at > now + FAR_POST)
        numbers = await self.connection.scalars(far.returning(posts.c.community_id))
        for number in sorted(set(numbers)):
            community = await self.communities.get(number)
            if community and community.left_at is None:
                await self.posts.replan(community, now)

    async def people_planned_beyond(self, after: int, beyond: datetime, *, limit: int) -> tuple[int, ...]:
        """Up to `limit` people with a number above `after`, by number, with a daily nudge that is
        due later than `beyond`, or another nudge a week later than that."""
        long = or_(_N.kind.in_(DAILY), _N.next_at > beyond + WEEK)
        due = (_N.state == NudgeState.DUE, _N.next_at > beyond, _N.person_id > after)
        people = select(_N.person_id).where(*due, long).distinct()
        return tuple(await self.connection.scalars(people.order_by(_N.person_id).limit(limit)))


def _spoiled_nudge(now: datetime) -> ColumnElement[bool]:
    """A nudge that was closed, put off or claimed for a moment that a right clock would not have chosen."""
    closed = and_(_N.next_at.is_(None), _N.due_at > now)
    put_off = and_(
        _N.state == NudgeState.DUE, _N.next_at > _N.due_at, or_(_N.due_at > now, _N.next_at > now + FAR_RETRY)
    )
    claimed = and_(_N.state == NudgeState.CLAIMED, _N.next_at > now + FAR_RETRY)
    return or_(closed, put_off, claimed)


def _pause_too_long(now: datetime) -> ColumnElement[bool]:
    return persons.c.paused_until > (now + LONGEST_PAUSE).date()


def _begun_ahead(now: datetime) -> ColumnElement[bool]:
    return enrolments.c.started_on > (now + DAY).date()
