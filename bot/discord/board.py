"""What is posted in a server's channel, for everybody there: buttons, a thread for the question, no pings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import discord
import structlog
from discord import ui

from bot.core.community.model import Community, PostKind, Trouble
from bot.core.messages import Text
from bot.delivery import Blocked, TryLater
from bot.delivery.posting import BotRemoved, NotThere
from bot.discord import markdown
from bot.discord.buttons import OpenForm, Press
from bot.discord.post import BROKEN, NOT_YET, post
from bot.discord.render import Piece, Render, view
from bot.wording import Message, Shown, Wording

log = structlog.get_logger("bot.discord.board")

FORMS = ("community.answer.",)  # buttons that open a form
STAYS: Literal[10080] = 10080  # minutes without a message after which a thread is put away: a week
HAS_ONE = 160004  # a thread was made from this message already, by the try before


class Board:
    """The port of `bot.delivery.posting` for Discord. `client` tells the connected one, None while there is
    none."""

    def __init__(self, render: Render, wording: Wording, client: Callable[[], discord.Client | None]) -> None:
        self._render, self._wording, self._client = render, wording, client

    async def post(self, community: Community, kind: PostKind, message: Message) -> None:
        """See `bot.delivery.posting.Board`."""
        client = self._client()
        if client is None or client.is_closed() or not client.is_ready():
            raise TryLater(NOT_YET)
        guild = client.get_guild(int(community.external_id))
        if guild is None:
            raise BotRemoved
        channel = guild.get_channel(int(community.channel))
        if not isinstance(channel, discord.TextChannel):
            raise NotThere(Trouble.GONE)
        piece = Piece("\n\n".join(markdown.pieces(message.html)), _view(message))
        try:
            posted = await post(client, channel.id, piece, message.key)
        except Blocked:
            raise NotThere(Trouble.CLOSED) from None
        if kind is PostKind.PROMPT:
            await self._thread(channel.get_partial_message(posted.id), community)

    async def _thread(self, posted: discord.PartialMessage, community: Community) -> None:
        """Where the message itself is there, but its thread cannot be made, that is told."""
        name = self._wording.label(Text("community-thread"), community.language)
        try:
            await posted.create_thread(name=name, auto_archive_duration=STAYS)
        except discord.HTTPException as error:
            if error.code != HAS_ONE:
                log.info("no thread", status=error.status, code=error.code)
                raise NotThere(Trouble.THREADS) from None
        except BROKEN as error:
            log.warning("a thread broke on the way", error=type(error).__name__)
            raise NotThere(Trouble.THREADS) from None


def _view(message: Message) -> ui.View | None:
    items = [_button(shown) for shown in message.buttons]
    return view(items) if items else None


def _button(shown: Shown) -> ui.Item[Any]:
    opens = shown.token.startswith(FORMS)
    return (OpenForm if opens else Press)(shown.token, shown.label)
