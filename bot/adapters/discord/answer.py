"""Answering one interaction: first a sign within three seconds, then the words: for a quarter of an hour by
the interaction's token, later, where nobody else reads, as any message of the bot's."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, cast

import aiohttp
import discord
import structlog
from discord import InteractionType, ui
from discord.utils import MISSING

from bot.adapters.discord import markdown
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.render import DiscordMessage

log = structlog.get_logger("bot.adapters.discord.answer")

TRIES, PAUSE = 3, 0.5  # of a call whose connection broke, and the seconds between
BROKEN = (OSError, aiohttp.ClientError, asyncio.TimeoutError)
TAKEN, EXPIRED = 40060, 10062  # answered already; more than three seconds ago
CHOSEN, CONTENT = "\u2713 ", 2000  # stands before what was pressed; characters of a message
LASTS = 14.5 * 60  # seconds after which a token is not used any more: Discord takes it for fifteen minutes
TOO_OLD = 50027
GONE = (10008, 10015)  # the message, or the answer to edit, is no longer there


def in_dm(interaction: Interaction) -> bool:
    """Whether it comes from the person's own channel with the bot, where nobody else reads."""
    return interaction.context.dm_channel


def sent(interaction: Interaction) -> Mapping[str, Any]:
    """What came with it, as Discord sends it."""
    return cast(Mapping[str, Any], interaction.data or {})


def chosen(interaction: Interaction) -> Any:
    """The pressed message's text with what was pressed below it; MISSING where that is not to be known."""
    message, custom_id = interaction.message, sent(interaction).get("custom_id")
    if interaction.type is not InteractionType.component or message is None:
        return MISSING
    rows = (row.children for row in message.components if isinstance(row, discord.ActionRow))
    labels = (
        b.label for row in rows for b in row if isinstance(b, discord.Button) if b.custom_id == custom_id
    )
    label = next(labels, None)
    text = f"{message.content}\n\n{CHOSEN}**{markdown.escape(label or '')}**"
    return text if label and len(text) <= CONTENT else MISSING


class InteractionAnswer:
    """The answer to one interaction. `private`: only the person sees it."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction
        self.private = not in_dm(interaction)
        self._until = time.time() + LASTS
        self._original = interaction.message.id if interaction.message else 0
        self._from_message = interaction.type is not InteractionType.application_command and bool(
            interaction.message
        )

    async def acknowledge(self) -> bool:
        """Tell Discord that an answer is coming. False: it is too late, or another process has it."""
        respond = self._interaction.response
        thinks = not self._from_message

        async def call() -> None:
            given = await respond.defer(ephemeral=self.private, thinking=thinks)
            if thinks and given and given.message_id:
                self._original = given.message_id

        return await self._first(call)

    async def open(self, modal: ui.Modal) -> bool:
        """Show a modal, which must be the very first answer."""
        return await self._first(lambda: self._interaction.response.send_modal(modal))

    async def _first(self, call: Callable[[], Awaitable[object]]) -> bool:
        for number in range(TRIES):
            try:
                await call()
                return True
            except BROKEN:
                await asyncio.sleep(PAUSE)
            except discord.HTTPException as error:
                if error.code == TAKEN and number:  # by the try before, whose answer was lost
                    return True
                log.warning("no first answer", status=error.status, code=error.code)
                return False
        log.warning("no first answer", why="the connection broke")
        return False

    async def give(
        self,
        pieces: Sequence[DiscordMessage],
        *,
        edits: bool = False,
        at_home: bool = False,
        settles: bool = False,
    ) -> None:
        """Say it: in place of the pressed message (`edits`), or below. Nothing to say takes the sign back.

        `at_home`: the channel is the person's own. `settles`: the pressed message has its answer, and needs
        its buttons no longer. A message that others see too is never changed.
        """
        message = self._interaction.message
        may_edit = not self.private or at_home or bool(message and message.flags.ephemeral)
        if not self._from_message:
            replaced = await self._edit(pieces[0]) if pieces else not await self._take_back()
        else:
            replaced = bool(pieces) and edits and may_edit and await self._edit(pieces[0])
        for piece in pieces[1:] if replaced else pieces:
            await self.add(piece)
        if self._from_message and pieces and not replaced and may_edit and settles:
            await self._settle()

    async def _take_back(self) -> bool:
        return await self._again(self._interaction.delete_original_response, self._message.delete)

    async def _settle(self) -> None:
        """The pressed message stays, with what was chosen in the place of its buttons."""
        changes = {"content": chosen(self._interaction), "view": None}
        await self._again(
            lambda: self._interaction.edit_original_response(**changes), lambda: self._message.edit(**changes)
        )

    async def _edit(self, piece: DiscordMessage) -> bool:
        def changes() -> dict[str, Any]:
            files = [piece.file] if piece.file else MISSING
            return {"content": piece.content, "view": piece.view, "attachments": files}

        return await self._again(
            lambda: self._interaction.edit_original_response(**changes()),
            lambda: self._message.edit(**changes()),
        )

    async def add(self, piece: DiscordMessage) -> None:
        """Say one thing more, below."""

        def given() -> dict[str, Any]:
            optional = {"view": piece.view, "file": piece.file}
            return {name: value for name, value in optional.items() if value is not None}

        send = self._interaction.followup.send
        await self._again(
            lambda: send(piece.content, ephemeral=self.private, **given()),
            lambda: self._channel.send(piece.content, **given()),
        )

    @property
    def _channel(self) -> discord.PartialMessageable:
        client: discord.Client = self._interaction.client
        return client.get_partial_messageable(self._interaction.channel_id or 0)

    @property
    def _message(self) -> discord.PartialMessage:
        return self._channel.get_partial_message(self._original)

    async def _again(
        self, by_token: Callable[[], Awaitable[object]], by_itself: Callable[[], Awaitable[object]]
    ) -> bool:
        """Call, up to three times where the connection breaks. False where Discord refuses.

        `by_itself` is called once the token is too old, but where only the token can speak to one alone.
        """
        call = by_token
        for _ in range(TRIES):
            if time.time() > self._until:
                if self.private:
                    break
                call = by_itself
            try:
                await call()
                return True
            except BROKEN:
                await asyncio.sleep(PAUSE)
            except discord.HTTPException as error:
                if error.code == TOO_OLD and call is by_token:
                    self._until = 0
                    continue
                if error.code not in GONE:
                    log.warning("an answer did not arrive", status=error.status, code=error.code)
                return False
        log.warning("an answer did not arrive", why="too late, or the connection broke")
        return False
