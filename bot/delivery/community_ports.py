"""The port through which posts reach the communities of a platform, and its errors."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from typing import Protocol, runtime_checkable

from bot.content.rendered import Message
from bot.core.model.community import Community, PostingTrouble, PostKind


class PostFailed(Exception):
    """A post did not arrive, or not whole. `trouble` is what the community's managers are shown."""

    def __init__(self, trouble: PostingTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class BotRemoved(Exception):
    """The bot is no longer in the community."""


class CommunityPoster(Protocol):
    """Posts to the communities of one platform."""

    async def publish(self, community: Community, kind: PostKind, message: Message) -> str:
        """Post a message in the community's channel and return the platform's id of it.

        Raises PostFailed (with THREADS: the post arrived, its thread could not be made), BotRemoved, TryLater
        or Unknown.
        """

    async def edit(self, community: Community, post: str, message: Message) -> None:
        """Replace the text of a post that `publish` returned the id of. Raises PostFailed, BotRemoved,
        TryLater or Unknown."""

    def departed(self, community: Community, accounts: Iterable[str]) -> AsyncGenerator[str, None]:
        """Yield those of the accounts (external ids) that are no longer members of the community. Accounts
        that cannot be looked up now count as members. Raises TryLater."""


@runtime_checkable
class HasCommunities(Protocol):
    """A platform on which the bot posts to communities."""

    name: str
    community_poster: CommunityPoster
