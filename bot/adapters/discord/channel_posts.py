"""What is posted in a server's channel, for everybody there: buttons, a thread for the question, no pings.

All of it goes over the HTTP API, which knows every server: this process may serve other shards, or none.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from typing import Any, Literal

import discord
import structlog
from discord import ui

from bot.adapters.discord import channels, markdown
from bot.adapters.discord.buttons import AnswerButton, FormButton
from bot.adapters.discord.render import DiscordMessage, DiscordRenderer, view
from bot.adapters.discord.sender import BROKEN, LONGEST, NOT_YET, Unfit, post, told
from bot.content.rendered import Message, ShownButton
from bot.content.wording import Wording
from bot.core.model.community import ChannelProblem, Community, PostingTrouble, PostKind
from bot.core.model.messages import Text
from bot.delivery.community_ports import BotRemoved, PostFailed
from bot.delivery.ports import Blocked, TryLater

log = structlog.get_logger("bot.adapters.discord.channel_posts")

FORMS = ("community.answer.",)  # buttons that open a form
STAYS: Literal[10080] = 10080  # minutes without a message after which a thread is put away: a week
NO_MEMBER = (10007, 10013)  # Discord knows nobody by that number, there or anywhere
SPREAD = 0.1  # seconds between two members that are looked up
HAS_ONE = 160004  # a thread was made from this message already, by the try before


class DiscordCommunityPoster:
    """The `CommunityPoster` of Discord. `client`: returns the connected client, None while there is none."""

    def __init__(
        self, render: DiscordRenderer, wording: Wording, client: Callable[[], discord.Client | None]
    ) -> None:
        self._render, self._wording, self._client = render, wording, client
        self._next = asyncio.Lock()

    async def publish(self, community: Community, kind: PostKind, message: Message) -> str:
        """Post to the community's channel after checking that it is still one of this server's."""
        client, channel = self._connected(), int(community.channel)
        await _may_post(client, community)
        piece = DiscordMessage("\n\n".join(markdown.pieces(message.html)), _view(message))
        try:
            posted = await post(client, channel, piece, message.key, previews=False)
        except Blocked:
            raise await _why(client, community) from None
        except Unfit:
            raise PostFailed(PostingTrouble.CLOSED) from None
        if kind is PostKind.PROMPT:
            await self._thread(client, channel, posted.id, community.language)
        return f"{channel}/{posted.id}"

    async def edit(self, community: Community, post: str, message: Message) -> None:
        """Edit a post where it stands, also if the community has another channel by now."""
        channel, _, number = post.partition("/")
        there = self._connected().get_partial_messageable(int(channel)).get_partial_message(int(number))
        try:
            async with asyncio.timeout(LONGEST):
                await there.edit(content="\n\n".join(markdown.pieces(message.html)))
        except discord.RateLimited as limited:
            raise TryLater(limited.retry_after) from None
        except discord.HTTPException as error:
            try:
                told(error)
            except (Blocked, Unfit):
                raise PostFailed(PostingTrouble.CLOSED) from None
        except BROKEN:
            raise TryLater from None

    def _connected(self) -> discord.Client:
        client = self._client()
        if client is None or client.is_closed():
            raise TryLater(NOT_YET)
        return client

    async def _thread(self, client: discord.Client, channel: int, message: int, language: str) -> None:
        """Where the message itself is there, but its thread cannot be made, that is told."""
        name = self._wording.label(Text("community-thread"), language)
        make = client.http.start_thread_with_message
        try:
            await make(channel, message, name=name, auto_archive_duration=STAYS)
        except discord.HTTPException as error:
            if error.code != HAS_ONE:
                log.info("no thread", status=error.status, code=error.code)
                raise PostFailed(PostingTrouble.THREADS) from None
        except BROKEN as error:
            log.warning("a thread broke on the way", error=type(error).__name__)
            raise PostFailed(PostingTrouble.THREADS) from None

    async def departed(self, community: Community, accounts: Iterable[str]) -> AsyncGenerator[str, None]:
        """Look the members up one by one: listing them takes a privileged intent."""
        client = self._connected()
        for number in accounts:
            async with self._next:
                await asyncio.sleep(SPREAD)
            try:
                await client.http.get_member(int(community.external_id), int(number))
            except (discord.NotFound, discord.Forbidden) as error:
                if error.code not in NO_MEMBER:
                    return  # it is the server that is gone
                yield number
            except (discord.DiscordException, *BROKEN) as error:
                log.info("a member was not looked up", error=type(error).__name__)


async def _may_post(client: discord.Client, community: Community) -> None:
    """Raises PostFailed where the community's channel is none that can be posted to."""
    found = await channels.problem(client, int(community.external_id), community.channel)
    match found:
        case ChannelProblem.ELSEWHERE | ChannelProblem.KIND:
            log.warning("the channel is not the server's to post to", problem=found)
            raise await _why(client, community)
        case ChannelProblem.AGE:
            raise PostFailed(PostingTrouble.CLOSED)
        case ChannelProblem.UNSEEN:
            raise TryLater
        case _:
            pass


async def _why(client: discord.Client, community: Community) -> Exception:
    """What it means that a channel refused a post: the bot was removed, or else what is told to the admin."""
    server = int(community.external_id)
    try:
        if await _refused(client.http.get_guild(server, with_counts=False)):
            return BotRemoved()
    except (discord.DiscordException, *BROKEN):
        return TryLater()
    match await channels.problem(client, server, community.channel):
        case ChannelProblem.UNSEEN:
            return TryLater()
        case ChannelProblem.ELSEWHERE | ChannelProblem.KIND:
            return PostFailed(PostingTrouble.GONE)
        case _:
            return PostFailed(PostingTrouble.CLOSED)


async def _refused(call: Awaitable[object]) -> int:
    """403 or 404 where Discord answers so, else 0."""
    try:
        await call
    except (discord.Forbidden, discord.NotFound) as error:
        return error.status
    return 0


def _view(message: Message) -> ui.View | None:
    items = [_button(shown) for shown in message.buttons]
    return view(items) if items else None


def _button(shown: ShownButton) -> ui.Item[Any]:
    opens = shown.token.startswith(FORMS)
    return (FormButton if opens else AnswerButton)(shown.token, shown.label)
