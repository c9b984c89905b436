"""The parts of `bot.storage.store.Store` that are about communities, and about joining two people into
one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.account.linking import LinkNotice, Offer, Refusal
from bot.core.model.community import Community, Quoted, Tally, Venue
from bot.core.model.community_effects import CommunityEffect
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Side
from bot.core.model.snapshot import PendingJoin
from bot.storage import communities, join_copies, links, merge, notices, posts, quotes
from bot.storage.links import JoinRequest
from bot.storage.notices import Told
from bot.storage.posts import ClaimedPost, PostedDigest
from bot.storage.tables import NudgeState


class CommunityStore:
    """What can be asked of the database about communities."""

    connection: AsyncConnection
    _lookup: bytes
    _writes: bool

    async def community(self, platform: str, external_id: str) -> Community | None:
        """A community by its id on the platform. When writing, its row is locked until the end."""
        return await communities.find(
            self.connection, self._lookup, platform, external_id, locks=self._writes
        )

    async def community_of(self, number: int) -> Community | None:
        """A community by its own number. When writing, its row is locked until the end."""
        return await communities.get(self.connection, number, locks=self._writes)

    async def communities(self, platform: str) -> tuple[Community, ...]:
        """All communities of a platform, those that the bot left too."""
        return await communities.all_of(self.connection, platform)

    async def venue(self, community: Community, person_id: int, now: datetime, *, manages: bool) -> Venue:
        """A community as a turn of that person may know it."""
        return await communities.venue(
            self.connection, self._lookup, community, person_id, now, manages=manages
        )

    async def in_community(self, person_id: int, command: CommunityEffect, now: datetime) -> None:
        """Carry out what a turn wants done in its own venue."""
        await communities.apply(self.connection, self._lookup, person_id, command, now)

    async def change_community(self, community: Community, now: datetime, **values: Any) -> None:
        """Change some of its fields; what is posted next is planned anew."""
        await communities.change(self.connection, community, now, **values)

    async def tally(self, number: int, week: date) -> Tally:
        return await communities.tally(self.connection, self._lookup, number, week)

    async def participants(self, number: int) -> dict[int, tuple[str, ...]]:
        """Who took part in any of a community's weeks, and by which accounts of its platform."""
        return await communities.participants(self.connection, number)

    async def leave_community(self, number: int, people: Collection[int]) -> None:
        """Nothing of these people's is left in the community."""
        await communities.leave(self.connection, number, people)

    async def forget_posts(self, number: int) -> None:
        """Nothing more is posted there: what waits is forgotten."""
        await posts.drop(self.connection, number)

    async def claim_posts(
        self, now: datetime, *, limit: int, lease: timedelta, by: str, platforms: Collection[str]
    ) -> list[ClaimedPost]:
        """Take posts that are due on these platforms; as `Store.claim` does nudges."""
        return await posts.claim(self.connection, now, limit=limit, lease=lease, by=by, platforms=platforms)

    async def about_post(self, post: ClaimedPost, subject: str, quote: Quoted | None = None) -> None:
        """What a post is about, so that it stays so if it has to be sent again; and the line in it."""
        find = quotes.find(self.connection, self._lookup, post.community_id, quote.handle) if quote else None
        author = await find if find else None
        await posts.about(self.connection, post.id, subject, author.person_id if author else None)

    async def mark_post(self, number: int, by: str, state: NudgeState, message: str | None = None) -> bool:
        """Close a post. `message`: what the platform finds it by. False, and no effect, if it is not (or no
        longer) claimed by `by`."""
        return await posts.mark(self.connection, number, by, state, message)

    async def posts_to_change(self, platforms: Collection[str]) -> list[PostedDigest]:
        """Digests in which a line stands that is to be taken out."""
        return await posts.to_change(self.connection, platforms)

    async def post_changed(self, number: int) -> None:
        """No line stands in that post any more."""
        await posts.changed(self.connection, number)

    async def release_post(self, number: int, by: str, again_at: datetime) -> bool:
        """Give a post back, to be claimed again from then on."""
        return await posts.release(self.connection, number, by, again_at)

    async def clean_communities(self, now: datetime) -> int:
        """Delete communities that the bot left 30 days ago, and parts of weeks that began 60 days ago."""
        return await communities.clean(self.connection, now)


class LinkStore:
    """What can be asked of the database about joining two people into one."""

    connection: AsyncConnection
    _lookup: bytes

    async def offer_link(self, person_id: int, code: str, now: datetime, name: str = "") -> None:
        """Keep a code, as a keyed hash, in place of an older one of theirs. `name`: theirs, for whoever types
        it."""
        await links.make(self.connection, self._lookup, person_id, (code, name), now)

    async def take_link(self, account: Account, typed: str, now: datetime) -> Offer | Refusal:
        """Whose code that is: from now on nobody else can type it, and this account may `ask_link`. A wrong
        one is counted; after five of one account, none is looked at for an hour, whatever else happens."""
        return await links.take(self.connection, self._lookup, account, typed, now)

    async def ask_link(
        self, account: Account, chosen: tuple[Side, Side], now: datetime
    ) -> tuple[int, int] | None:
        """Ask whoever made the code that this account typed within the last half hour. `chosen`: whose
        settings go on, and where messages go. Returns the code's number and the person who is asked; None
        where that is over."""
        return await links.ask(self.connection, self._lookup, account, chosen, now)

    async def asking(self, person_id: int, now: datetime) -> PendingJoin | None:
        """Who asked this person within the last half hour to be joined."""
        return await links.asking(self.connection, person_id, now)

    async def language(self, person_id: int) -> str:
        """The language of somebody who is there."""
        return await links.language(self.connection, person_id)

    async def asked_by(self, number: int, person_id: int, now: datetime) -> JoinRequest | Refusal:
        """Who asks this person with that code, and may be joined."""
        return await links.asked(self.connection, number, person_id, now)

    async def end_link(self, number: int, person_id: int) -> None:
        """That code of this person's is over, and so is what was asked with it."""
        await links.over(self.connection, number, person_id)

    async def join(self, here: int, there: int, keeps: Side, now: datetime) -> None:
        """Make one person of two: all that `there` has becomes `here`'s, and `there` is no more. `keeps`:
        whose day counts where both have the same. Which account is preferred is to be said afterwards."""
        await merge.join(self.connection, here, there, keeps, now)

    async def prefer(self, person_id: int, account: Account) -> None:
        """Messages of the coach's own accord go there from now on."""
        await merge.prefer(self.connection, self._lookup, person_id, account)

    async def joined_since(self, person_id: int) -> dict[Account, datetime]:
        """Since when each of a person's accounts is joined with the others, as far as known."""
        return await join_copies.since(self.connection, person_id)

    async def part(self, person_id: int, account: Account, now: datetime) -> tuple[int, ...]:
        """Part this account (while it is guarded, all that came with it) from the others: each side has a
        copy of everything, and `person_id` is no more. Returns the two people; none where nothing is
        joined."""
        return await join_copies.part(self.connection, self._lookup, person_id, account, now)

    async def erase(self, person_id: int, account: Account, now: datetime) -> tuple[int, ...]:
        """Delete everything that is stored of the person. While what the other side brought is guarded, that
        side goes on with it alone: returns who it is."""
        return await join_copies.erase(self.connection, self._lookup, person_id, account, now)

    async def kept(self, account: Account) -> int | None:
        """The number under which is kept what this account's side brought into a join."""
        return await join_copies.kept(self.connection, self._lookup, account)

    async def tell(
        self, to: Iterable[Account], language: str, told: tuple[LinkNotice, Account, int], now: datetime
    ) -> None:
        """Accounts are to be told of what another did (`told`: what, which, and the number of a code that it
        is about), by whichever process serves their platform."""
        await notices.tell(self.connection, to, language, told, now)

    async def notice_waits(self, platforms: Collection[str]) -> bool:
        """Whether there is something to take."""
        return await notices.waits(self.connection, platforms)

    async def take_notices(self, platforms: Collection[str], now: datetime) -> list[Told]:
        """What accounts of these platforms are to be told; from now on it is the caller's to send."""
        return await notices.take(self.connection, platforms, now)
