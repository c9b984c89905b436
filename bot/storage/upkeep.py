"""Daily cleaning, and repairs after a clock that was ahead.

The repairs change nothing that people said or were sent, because nobody can know which of two times was the
wrong one. They change what the clock left planned, claimed or begun in the future: a plan that begins in the
future begins today, and a pause longer than any that can be chosen ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, exists, or_, select, tuple_, update

from bot.core.nudges.registry import DAILY
from bot.storage.communities import Communities
from bot.storage.conversations import events
from bot.storage.engine.repository import Repository
from bot.storage.joins import Joins
from bot.storage.links import Links, link_tries
from bot.storage.missed_lines import MissedLines
from bot.storage.notices import Notices
from bot.storage.nudges import NudgeState, nudges
from bot.storage.people import persons
from bot.storage.plans import enrolments
from bot.storage.posts import Posts, posts

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

    joins: Joins
    links: Links
    notices: Notices
    communities: Communities
    posts: Posts
    missed_lines: MissedLines

    async def clean(self, now: datetime, *, limit: int | None = None) -> int:
        """Delete events and closed nudges that are old enough, and everything else that is kept for a time.

        `limit`: at most so many events and so many nudges, so that nobody waits long for the lock. Returns
        how many rows were deleted; 0: nothing is left to delete.
        """
        closed = _N.next_at.is_(None) & (_N.due_at < now - NUDGES_KEPT)
        return sum(
            [
                await self._delete(events, events.c.seen_at < now - EVENTS_KEPT, limit),
                await self._delete(nudges, closed, limit),
                await self.joins.clean(now),
                await self.links.clean(now),
                await self.notices.clean(now),
                await self.missed_lines.clean(now),
            ]
        )

    async def _delete(self, table: Table, where: ColumnElement[bool], limit: int | None) -> int:
        key = tuple_(*table.primary_key)
        some = select(*table.primary_key).where(where).limit(limit)
        return (await self.connection.execute(delete(table).where(key.in_(some)))).rowcount

    async def was_ahead(self, now: datetime) -> bool:
        """Whether a clock that was ahead has left traces: an event or a closed nudge later than `now`."""
        event = select(exists().where(events.c.seen_at > now + CLOCK_SKEW))
        closed = select(exists().where(_N.next_at.is_(None), _N.due_at > now + CLOCK_SKEW))
        return bool(await self.connection.scalar(event) or await self.connection.scalar(closed))

    async def rewind(self, now: datetime) -> None:
        """Repair what a clock that was ahead left planned and claimed. Afterwards the caller plans the nudges
        of all people of `people_planned_beyond` again."""
        await self._rewind_people(now)
        closed = _N.state.in_((NudgeState.DROPPED, NudgeState.REFUSED))
        await self.connection.execute(delete(nudges).where(closed, _N.due_at > now))
        retried = update(nudges).where(_N.state == NudgeState.DUE, _N.next_at > _N.due_at)
        await self.connection.execute(retried.where(_N.due_at > now).values(next_at=_N.due_at))
        late = retried.where(_N.due_at <= now, _N.next_at > now + FAR_RETRY)
        await self.connection.execute(late.values(next_at=now))
        claimed = update(nudges).where(_N.state == NudgeState.CLAIMED, _N.next_at > now + FAR_RETRY)
        await self.connection.execute(claimed.values(next_at=now + LEASE))
        await self.missed_lines.rewind(now)
        await self._rewind_posts(now)

    async def _rewind_people(self, now: datetime) -> None:
        """Reset what was counted, begun or tried under the false date."""
        sent_ahead = select(_N.person_id).where(_N.next_at.is_(None), _N.due_at > now + CLOCK_SKEW)
        await self.connection.execute(update(persons).where(persons.c.id.in_(sent_ahead)).values(ignored=0))
        too_long = persons.c.paused_until > (now + LONGEST_PAUSE).date()
        await self.connection.execute(update(persons).where(too_long).values(paused_until=None))
        begun = update(enrolments).where(enrolments.c.started_on > (now + DAY).date())
        await self.connection.execute(begun.values(started_on=now.date(), step_since=now.date()))
        await self.connection.execute(delete(link_tries).where(link_tries.c.since > now + CLOCK_SKEW))

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
