"""Answers to one interaction: an acknowledgement within three seconds, then the messages.

The interaction's token sends them for a quarter of an hour. Later ones are sent as ordinary messages of the
bot, but only in direct messages: elsewhere everybody in the channel would read them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, cast

import discord
import structlog
from discord import InteractionType, ui
from discord.utils import MISSING

from bot.adapters.discord import markdown
from bot.adapters.discord.api_errors import CONNECTION_ERRORS
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.render import DiscordMessage
from bot.config.backoff import Backoff
from bot.config.clock import system_clock

log = structlog.get_logger("bot.adapters.discord.answers")

MAX_ATTEMPTS = 3  # of a call whose connection breaks
RETRY_BACKOFF = Backoff(first_seconds=0.5, longest_seconds=1)
TOKEN_LIFETIME_SECONDS = 14.5 * 60  # Discord accepts an interaction's token for fifteen minutes
ALREADY_ANSWERED, TOKEN_EXPIRED = 40060, 50027  # codes of Discord
MESSAGE_GONE = (10008, 10015)  # codes: the message, or the answer to edit, no longer exists
CHOICE_MARK = "\u2713 "  # stands before the label that was pressed


def in_dm(interaction: Interaction) -> bool:
    """Whether it comes from the person's direct messages with the bot, which nobody else reads."""
    return interaction.context.dm_channel


def payload(interaction: Interaction) -> Mapping[str, Any]:
    """The interaction's data as Discord sends it."""
    return cast(Mapping[str, Any], interaction.data or {})


def with_choice(interaction: Interaction) -> Any:
    """The pressed message's text followed by the pressed label; MISSING if there is no such label, or no room
    for it."""
    message, custom_id = interaction.message, payload(interaction).get("custom_id")
    if interaction.type is not InteractionType.component or message is None:
        return MISSING
    rows = (row.children for row in message.components if isinstance(row, discord.ActionRow))
    labels = (
        b.label for row in rows for b in row if isinstance(b, discord.Button) if b.custom_id == custom_id
    )
    label = next(labels, None)
    text = f"{message.content}\n\n{CHOICE_MARK}**{markdown.escape(label or '')}**"
    return text if label and len(text) <= markdown.MAX_CONTENT_LENGTH else MISSING


class InteractionAnswer:
    """The answer to one interaction. `private`: only the person sees it."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction
        self.private = not in_dm(interaction)
        self._token_expires_at = system_clock().timestamp() + TOKEN_LIFETIME_SECONDS
        self._original = interaction.message.id if interaction.message else 0
        self._from_message = interaction.type is not InteractionType.application_command and bool(
            interaction.message
        )

    async def acknowledge(self) -> bool:
        """Tell Discord that an answer is coming. False if it is too late, or another process does it."""
        respond = self._interaction.response
        shows_thinking = not self._from_message

        async def call() -> None:
            response = await respond.defer(ephemeral=self.private, thinking=shows_thinking)
            if shows_thinking and response and response.message_id:
                self._original = response.message_id

        return await self._respond(call)

    async def open(self, modal: ui.Modal) -> bool:
        """Show a modal, which must be the very first response. False if Discord refuses."""
        return await self._respond(lambda: self._interaction.response.send_modal(modal))

    async def _respond(self, call: Callable[[], Awaitable[object]]) -> bool:
        for attempt in range(MAX_ATTEMPTS):
            if attempt:
                await asyncio.sleep(RETRY_BACKOFF.seconds(attempt))
            try:
                await call()
                return True
            except CONNECTION_ERRORS as error:
                log.info("the connection broke", error=type(error).__name__)
            except discord.HTTPException as error:
                if error.code == ALREADY_ANSWERED and attempt:  # by an earlier attempt whose reply was lost
                    return True
                log.warning("no first answer", status=error.status, code=error.code)
                return False
        log.warning("no first answer", why="the connection broke")
        return False

    async def give(
        self,
        messages: Sequence[DiscordMessage],
        *,
        edits: bool = False,
        in_own_channel: bool = False,
        settles: bool = False,
    ) -> None:
        """Send messages, or withdraw the acknowledgement if there is no message.

        `edits`: the first one may replace the pressed message. `in_own_channel`: the channel is the person's
        own. `settles`: the pressed message has its answer and loses its buttons. A message that others see as
        well is never changed.
        """
        message = self._interaction.message
        may_edit = not self.private or in_own_channel or bool(message and message.flags.ephemeral)
        if not self._from_message:
            replaced = await self._edit(messages[0]) if messages else not await self._withdraw()
        else:
            replaced = bool(messages) and edits and may_edit and await self._edit(messages[0])
        for following in messages[1:] if replaced else messages:
            await self.add(following)
        if self._from_message and messages and not replaced and may_edit and settles:
            await self._settle()

    async def _withdraw(self) -> bool:
        return await self._call(self._interaction.delete_original_response, self._message.delete)

    async def _settle(self) -> None:
        """Replace the buttons of the pressed message by what was chosen."""
        changes = {"content": with_choice(self._interaction), "view": None}
        await self._call(
            lambda: self._interaction.edit_original_response(**changes), lambda: self._message.edit(**changes)
        )

    async def _edit(self, message: DiscordMessage) -> bool:
        def changes() -> dict[str, Any]:
            return {"content": message.content, "view": message.view, "attachments": message.files}

        return await self._call(
            lambda: self._interaction.edit_original_response(**changes()),
            lambda: self._message.edit(**changes()),
        )

    async def add(self, message: DiscordMessage) -> None:
        """Send one more message below."""

        def options() -> dict[str, Any]:
            optional = {"view": message.view, "files": message.files}
            return {name: value for name, value in optional.items() if value}

        send = self._interaction.followup.send
        await self._call(
            lambda: send(message.content, ephemeral=self.private, **options()),
            lambda: self._channel.send(message.content, **options()),
        )

    @property
    def _channel(self) -> discord.PartialMessageable:
        client: discord.Client = self._interaction.client
        return client.get_partial_messageable(self._interaction.channel_id or 0)

    @property
    def _message(self) -> discord.PartialMessage:
        return self._channel.get_partial_message(self._original)

    async def _call(
        self, by_token: Callable[[], Awaitable[object]], by_bot: Callable[[], Awaitable[object]]
    ) -> bool:
        """Call, again if the connection breaks. False if Discord refuses.

        Once the token has expired, `by_bot` is called instead; a private answer is given up, since only the
        token can show it to one person alone.
        """
        call = by_token
        for attempt in range(MAX_ATTEMPTS):
            if system_clock().timestamp() > self._token_expires_at:
                if self.private:
                    break
                call = by_bot
            try:
                await call()
                return True
            except CONNECTION_ERRORS:
                await asyncio.sleep(RETRY_BACKOFF.seconds(attempt + 1))
            except discord.HTTPException as error:
                if error.code == TOKEN_EXPIRED and call is by_token:
                    self._token_expires_at = 0
                    continue
                if error.code not in MESSAGE_GONE:
                    log.warning("an answer did not arrive", status=error.status, code=error.code)
                return False
        log.warning("an answer did not arrive", why="too late, or the connection broke")
        return False
