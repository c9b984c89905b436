"""Choosing another destination for nudges after direct messages turned out to be closed."""

from __future__ import annotations

from bot.adapters.discord import destinations
from bot.adapters.discord.answers import in_dm
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.destinations import NOWHERE
from bot.adapters.discord.events import Event
from bot.adapters.discord.render import DiscordMessage
from bot.adapters.discord.sender import send_all
from bot.adapters.discord.turns import DiscordTurns
from bot.core.model.inputs import ButtonPress, Input, SlashCommand
from bot.delivery.ports import Blocked, TryLater, Unknown

RESUME = ButtonPress("rest.on")  # the core's button that ends a rest


async def change(turns: DiscordTurns, interaction: Interaction, destination: str) -> list[DiscordMessage]:
    """Change the destination, if possible; the messages say whether. An unknown one is asked for again."""
    language = await turns.language(interaction.user, str(interaction.locale))
    match destination:
        case destinations.THREAD:
            return await _to_thread(turns, interaction, language)
        case destinations.DIRECT:
            return await _to_direct_messages(turns, interaction, language)
        case destinations.QUIET:
            return await _to_nowhere(turns, interaction, language)
        case _:
            return [_question(turns, interaction, language, "discord-place-where")]


def _question(turns: DiscordTurns, interaction: Interaction, language: str, key: str) -> DiscordMessage:
    return turns.destination_question(language, key, threads=not in_dm(interaction))


async def _to_nowhere(turns: DiscordTurns, interaction: Interaction, language: str) -> list[DiscordMessage]:
    confirmation = DiscordMessage(turns.render.words("discord-place-quiet-kept", language))
    answer = await turns.turn(_event(interaction, SlashCommand("today"), NOWHERE, language))
    return [confirmation, *answer.messages]


async def _to_thread(turns: DiscordTurns, interaction: Interaction, language: str) -> list[DiscordMessage]:
    """Make a private thread in this channel. Missing permissions are shown to this person alone."""
    thread = await destinations.make_thread(
        interaction, turns.render.label("discord-place-thread-name", language)
    )
    if thread is None:
        return [_question(turns, interaction, language, "discord-place-no-thread")]
    address = destinations.thread_address(thread.id)
    answer = await turns.turn(_event(interaction, RESUME, address, language))
    if not await _arrives(interaction, thread.id, answer.messages):
        return [_question(turns, interaction, language, "discord-place-no-thread")]
    return [DiscordMessage(f"{turns.render.words('discord-place-thread-made', language)}\n{thread.mention}")]


async def _to_direct_messages(
    turns: DiscordTurns, interaction: Interaction, language: str
) -> list[DiscordMessage]:
    """Return to direct messages, if one arrives."""
    address = await turns.direct_messages.open(interaction.user)
    hello = DiscordMessage(turns.render.words("discord-place-direct-hello", language))
    if not address or not await _arrives(interaction, int(address), [hello]):
        return [_question(turns, interaction, language, "discord-place-still-closed")]
    return (await turns.turn(_event(interaction, RESUME, address, language))).messages


async def _arrives(interaction: Interaction, channel_id: int, messages: list[DiscordMessage]) -> bool:
    try:
        await send_all(interaction.client, channel_id, messages, str(interaction.id))
    except (Blocked, TryLater, Unknown):
        return False
    return True


def _event(interaction: Interaction, said: Input, address: str, language: str) -> Event:
    channel_id = interaction.channel_id or 0
    return Event(
        interaction.user, channel_id, False, said, str(interaction.id), language, address, awaits=True
    )
