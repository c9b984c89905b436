"""Takes quotes out of posted digests: those that their authors withdrew, that a manager removed, or whose
authors erased themselves or left."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.core.community import posts
from bot.delivery.community_ports import BotRemoved, CommunityPoster, PostFailed
from bot.delivery.ports import TryLater, Unknown
from bot.storage.posts import PostedDigest
from bot.turns.community_events import CommunityEvents
from bot.turns.service import Service

log = structlog.get_logger("digest_edits")


class DigestEdits:
    """Edits digests on the platforms of `posters`."""

    def __init__(self, service: Service, posters: Mapping[str, CommunityPoster]) -> None:
        self._service, self._posters = service, posters
        self._events = CommunityEvents(service)

    async def tick(self) -> None:
        """Edit every digest that still shows a quote to be taken out. An edit that fails for now is tried
        again at the next tick; a bug with one digest does not stop the others."""
        async with self._service.database.read() as transaction:
            pending = await transaction.posts.to_edit(tuple(self._posters))
        for digest in pending:
            try:
                done = await self._edit(digest)
            except Exception:
                log.exception("a quote was not taken out")
                done = True
            if done:
                await self._events.quote_removed(digest.id)

    async def _edit(self, digest: PostedDigest) -> bool:
        """Whether nothing is left to do: the digest stands without the quote, or is no longer there."""
        async with self._service.database.read() as transaction:
            community = await transaction.communities.get(digest.community_id)
            tally = await transaction.venues.tally(digest.community_id, digest.week)
        if community is None or community.left_at is not None:
            return community is None
        message = self._service.wording.message(posts.digest(tally), community.language)
        try:
            await self._posters[community.platform].edit(community, digest.message, message)
        except (TryLater, Unknown):
            return False
        except (PostFailed, BotRemoved) as problem:
            log.info("a quote could not be taken out", why=type(problem).__name__)
        return True
