"""Posts in communities, as rows with a due moment: planned, claimed by one process, posted, closed.

A community has at most one post of a kind for a week. A claim is a lease, as for nudges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    delete,
    select,
    text,
    update,
)

from bot.core.community import weeks
from bot.core.model.community import Community, CommunityPost, DuePost, PostKind
from bot.storage.communities import communities
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import insert_new
from bot.storage.engine.types import (
    ROW_NUMBER,
    EncryptedText,
    Moment,
    belongs_to,
    metadata,
    one_of,
    row_number,
)
from bot.storage.nudges import ARRIVED, NudgeState

# `week`: the local date on which the week began. `due_at` and `next_at` as in the table `nudges`.
posts = Table(
    "posts",
    metadata,
    row_number(),
    belongs_to("community_id", "communities"),
    one_of("kind", PostKind, "kind"),
    Column("week", Date, nullable=False),
    Column("subject", String(128), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("next_at", Moment),
    one_of("state", NudgeState, "state"),
    Column("claimed_by", String(64)),
    Column("attempts", Integer, nullable=False),
    UniqueConstraint("community_id", "kind", "week"),
    CheckConstraint("(next_at IS NULL) = (state NOT IN ('due', 'claimed'))", name="next_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_posts_next_at",
    posts.c.next_at,
    sqlite_where=text("next_at IS NOT NULL"),
    postgresql_where=text("next_at IS NOT NULL"),
)

# A post that quotes a member's line. `author_id`: the member, so that the quotation can be taken out when the
# member is erased; NULL: it is to be taken out. `message`: the id by which the platform finds the post.
quotations = Table(
    "quotations",
    metadata,
    belongs_to("post_id", "posts", key=True),
    Column("author_id", ROW_NUMBER, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("message", EncryptedText),
    sqlite_with_rowid=False,
)

_KINDS = tuple(PostKind)  # in the order in which one community's posts go out
_P = posts.c


@dataclass(frozen=True, slots=True)
class ClaimedPost:
    """A post that this process has to send. `attempts`: how often it was claimed, this time included."""

    id: int
    community_id: int
    kind: PostKind
    week: date
    subject: str
    due_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class PostedDigest:
    """A digest on its platform. `message`: the id by which the platform finds it."""

    id: int
    community_id: int
    week: date
    message: str


class Posts(Repository):
    """Planning and claiming posts."""

    async def posted(self, community_id: int) -> tuple[CommunityPost, ...]:
        """The posts that have arrived, oldest first."""
        theirs = (_P.community_id == community_id) & _P.state.in_(ARRIVED)
        rows = await self.connection.execute(
            select(_P.kind, _P.week, _P.subject).where(theirs).order_by(_P.week, _P.id)
        )
        return tuple(CommunityPost(*row) for row in rows)

    async def replan(self, community: Community, now: datetime) -> None:
        """Make the future posts of a community equal to what its settings say. A post that is due already
        stays."""
        wanted = weeks.upcoming(community, await self.posted(community.id), now)
        planned = (_P.community_id == community.id) & (_P.state == NudgeState.DUE)
        await self.connection.execute(delete(posts).where(planned, _P.due_at > now))
        for due in wanted:
            await self._plan(community.id, due, due.at)

    async def plan_again(self, community_id: int, wanted: Iterable[DuePost], now: datetime) -> None:
        """Plan posts for now, except those that have arrived or are being sent."""
        open_ = _P.state.not_in((*ARRIVED, NudgeState.CLAIMED))
        for due in wanted:
            same = (_P.community_id == community_id) & (_P.kind == due.kind) & (_P.week == due.week)
            await self.connection.execute(delete(posts).where(same, open_))
            await self._plan(community_id, due, now)

    async def _plan(self, community_id: int, due: DuePost, at: datetime) -> None:
        row = {"community_id": community_id, "kind": due.kind, "week": due.week, "subject": ""}
        when = {"due_at": at, "next_at": at, "state": NudgeState.DUE, "attempts": 0}
        await self.connection.execute(insert_new(posts), {**row, **when})

    async def have_failed(self, community_id: int) -> bool:
        """Whether any post was refused or dropped."""
        states = (NudgeState.REFUSED, NudgeState.DROPPED)
        failed = select(_P.id).where(_P.community_id == community_id, _P.state.in_(states))
        return (await self.connection.execute(failed.limit(1))).first() is not None

    async def claim(
        self, now: datetime, *, limit: int, lease: timedelta, by: str, platforms: Collection[str]
    ) -> list[ClaimedPost]:
        """Take up to `limit` due posts on these platforms, in the order in which they are to go out. They
        belong to the process `by` until `now + lease`."""
        there = communities.c.id == _P.community_id
        on_platforms = select(communities.c.id).where(there, communities.c.platform.in_(platforms)).exists()
        picked = (
            select(_P.id)
            .where(_P.next_at <= now, on_platforms)
            .order_by(_P.next_at, _P.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=posts)
        )
        # PostgreSQL may run a plain subquery again for each row.
        picked = select(picked.cte("picked").prefix_with("MATERIALIZED", dialect="postgresql").c.id)
        values = {"state": NudgeState.CLAIMED, "claimed_by": by, "next_at": now + lease}
        taken = update(posts).where(_P.id.in_(picked)).values(**values, attempts=_P.attempts + 1)
        rows = await self.connection.execute(taken.returning(*(_P[n] for n in ClaimedPost.__slots__)))
        claimed = (ClaimedPost(*row) for row in rows)
        return sorted(claimed, key=lambda post: (post.due_at, _KINDS.index(post.kind), post.id))

    async def set_subject(self, number: int, subject: str, author: int | None) -> None:
        """Store the subject of a post, and the person whose line it quotes."""
        await self.connection.execute(update(posts).where(_P.id == number).values(subject=subject))
        await self.delete_quotation(number)
        if author is not None:
            await self.connection.execute(insert_new(quotations), {"post_id": number, "author_id": author})

    async def close(self, number: int, by: str, state: NudgeState, message: str | None = None) -> bool:
        """Close a post. `message`: the id by which the platform finds it. False, and no change, if it is not
        claimed by `by` (any more)."""
        quoted = update(quotations).where(quotations.c.post_id == number)
        await self.connection.execute(quoted.values(message=message))
        return await self._end_claim(number, by, state=state, next_at=None)

    async def release(self, number: int, by: str, again_at: datetime) -> bool:
        """Give a post back, to be claimed again from that moment on. False, and no change, if it is
        not claimed by `by` (any more)."""
        return await self._end_claim(number, by, state=NudgeState.DUE, next_at=again_at)

    async def _end_claim(self, number: int, by: str, **values: Any) -> bool:
        claimed = (_P.state == NudgeState.CLAIMED) & (_P.claimed_by == by)
        ended = update(posts).where(_P.id == number, claimed).values(**values, claimed_by=None)
        return (await self.connection.execute(ended)).rowcount == 1

    async def delete_open(self, community_id: int) -> None:
        """Delete all posts of a community that are not closed."""
        theirs = (_P.community_id == community_id) & _P.next_at.is_not(None)
        await self.connection.execute(delete(posts).where(theirs))

    async def to_edit(self, platforms: Collection[str]) -> list[PostedDigest]:
        """Digests with a quotation that is to be taken out."""
        there = (_P.community_id == communities.c.id) & communities.c.platform.in_(platforms)
        quoted = (quotations.c.post_id == _P.id) & quotations.c.author_id.is_(None)
        digests = select(_P.id, _P.community_id, _P.week, quotations.c.message)
        digests = digests.where(there, quoted, quotations.c.message.is_not(None))
        return [PostedDigest(*row) for row in await self.connection.execute(digests.order_by(_P.id))]

    async def delete_quotation(self, number: int) -> None:
        """Forget the quotation of a post, which has none any more."""
        await self.connection.execute(delete(quotations).where(quotations.c.post_id == number))
