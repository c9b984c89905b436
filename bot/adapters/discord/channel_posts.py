"""Posts in a server's channel: text, buttons, a thread below the question, no pings.

They use the HTTP API alone, which knows every server: this process may serve other shards, or none.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from typing import Any

import discord
import structlog
from discord import ui

from bot.adapters.discord import channels, markdown
from bot.adapters.discord.api_errors import CONNECTION_ERRORS, InvalidMessage, as_delivery_errors
from bot.adapters.discord.buttons import FormButton, answer_button
from bot.adapters.discord.destinations import THREAD_ARCHIVE_MINUTES
from bot.adapters.discord.render import DiscordMessage, DiscordRenderer, view
from bot.adapters.discord.sender import ATTEMPT_DEADLINE_SECONDS, NOT_CONNECTED_RETRY_SECONDS, post
from bot.adapters.kit.features import DISCORD
from bot.adapters.kit.outgoing import prepared
from bot.content.rendered import Message, ShownButton
from bot.content.wording import Wording
from bot.core.model.community import ChannelProblem, Community, PostingTrouble, PostKind
from bot.core.model.messages import Text
from bot.delivery.community_ports import BotRemoved, PostFailed
from bot.delivery.ports import Blocked, TryLater

log = structlog.get_logger("bot.adapters.discord.channel_posts")

FORM_TOKENS = ("community.answer.",)  # prefixes of buttons that open a form
UNKNOWN_MEMBER, UNKNOWN_USER, THREAD_EXISTS = 10007, 10013, 160004  # codes of Discord
LOOKUP_INTERVAL_SECONDS = 0.1  # between two members


class DiscordCommunityPoster:
    """The `CommunityPoster` of Discord. `client`: returns the connected client, None while not connected."""

    def __init__(
        self, render: DiscordRenderer, wording: Wording, client: Callable[[], discord.Client | None]
    ) -> None:
        self._render, self._wording, self._client = render, wording, client
        self._lookups = asyncio.Lock()

    async def publish(self, community: Community, kind: PostKind, message: Message) -> str:
        """Post to the community's channel after checking that it is still one of this server's."""
        client, channel = self._connected(), int(community.channel)
        await _check_channel(client, community)
        message = await prepared(message, DISCORD)
        piece = DiscordMessage(_content(message), _view(message), self._render.file(message))
        try:
            posted = await post(client, channel, piece, message.key, previews=False)
        except Blocked:
            raise await _reason_of_refusal(client, community) from None
        except InvalidMessage:
            raise PostFailed(PostingTrouble.CLOSED) from None
        if kind is PostKind.PROMPT:
            await self._thread(client, channel, posted.id, community.language)
        return f"{channel}/{posted.id}"

    async def edit(self, community: Community, post: str, message: Message) -> None:
        """Edit a post where it stands, also if the community has another channel by now."""
        channel, _, number = post.partition("/")
        there = self._connected().get_partial_messageable(int(channel)).get_partial_message(int(number))
        message = await prepared(message, DISCORD)
        piece = DiscordMessage(_content(message), attachment=self._render.file(message))
        try:
            with as_delivery_errors():
                async with asyncio.timeout(ATTEMPT_DEADLINE_SECONDS):
                    await there.edit(content=piece.content, attachments=piece.files)
        except (Blocked, InvalidMessage):
            raise PostFailed(PostingTrouble.CLOSED) from None

    def _connected(self) -> discord.Client:
        client = self._client()
        if client is None or client.is_closed():
            raise TryLater(NOT_CONNECTED_RETRY_SECONDS)
        return client

    async def _thread(self, client: discord.Client, channel: int, message: int, language: str) -> None:
        """Make the thread below a post. Raises PostFailed(THREADS): the post itself has arrived."""
        name = self._wording.label(Text("community-thread"), language)
        make = client.http.start_thread_with_message
        try:
            await make(channel, message, name=name, auto_archive_duration=THREAD_ARCHIVE_MINUTES)
        except discord.HTTPException as error:
            if error.code != THREAD_EXISTS:
                log.info("no thread", status=error.status, code=error.code)
                raise PostFailed(PostingTrouble.THREADS) from None
        except CONNECTION_ERRORS as error:
            log.warning("no thread", error=type(error).__name__)
            raise PostFailed(PostingTrouble.THREADS) from None

    async def departed(self, community: Community, accounts: Iterable[str]) -> AsyncGenerator[str, None]:
        """Look the members up one by one: listing them takes a privileged intent."""
        client = self._connected()
        for number in accounts:
            async with self._lookups:
                await asyncio.sleep(LOOKUP_INTERVAL_SECONDS)
            try:
                await client.http.get_member(int(community.external_id), int(number))
            except (discord.NotFound, discord.Forbidden) as error:
                if error.code not in (UNKNOWN_MEMBER, UNKNOWN_USER):
                    return  # the server itself is gone
                yield number
            except (discord.DiscordException, *CONNECTION_ERRORS) as error:
                log.info("a member was not looked up", error=type(error).__name__)


async def _check_channel(client: discord.Client, community: Community) -> None:
    """Raises PostFailed, BotRemoved or TryLater if the community's channel cannot be posted to."""
    found = await channels.problem(client, int(community.external_id), community.channel)
    match found:
        case ChannelProblem.ELSEWHERE | ChannelProblem.KIND:
            log.warning("the channel cannot be posted to", problem=found)
            raise await _reason_of_refusal(client, community)
        case ChannelProblem.AGE:
            raise PostFailed(PostingTrouble.CLOSED)
        case ChannelProblem.UNSEEN:
            raise TryLater
        case _:
            pass


async def _reason_of_refusal(client: discord.Client, community: Community) -> Exception:
    """The error that a channel's refusal means: BotRemoved, TryLater, or PostFailed with the trouble."""
    server = int(community.external_id)
    try:
        if await _is_refused(client.http.get_guild(server, with_counts=False)):
            return BotRemoved()
    except (discord.DiscordException, *CONNECTION_ERRORS):
        return TryLater()
    match await channels.problem(client, server, community.channel):
        case ChannelProblem.UNSEEN:
            return TryLater()
        case ChannelProblem.ELSEWHERE | ChannelProblem.KIND:
            return PostFailed(PostingTrouble.GONE)
        case _:
            return PostFailed(PostingTrouble.CLOSED)


async def _is_refused(call: Awaitable[object]) -> bool:
    """Whether Discord answers 403 or 404."""
    try:
        await call
    except (discord.Forbidden, discord.NotFound):
        return True
    return False


def _content(message: Message) -> str:
    return "\n\n".join(markdown.pieces(message.html))


def _view(message: Message) -> ui.View | None:
    items = [_button(shown) for shown in message.buttons]
    return view(items) if items else None


def _button(shown: ShownButton) -> ui.Item[Any]:
    opens_form = shown.token.startswith(FORM_TOKENS)
    return FormButton(shown.token, shown.label) if opens_form else answer_button(shown)
