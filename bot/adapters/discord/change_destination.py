"""Choosing where the coach writes, after direct messages turned out to be closed."""

from __future__ import annotations

from bot.adapters.discord import destinations
from bot.adapters.discord.answer import in_dm
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.destinations import NOWHERE
from bot.adapters.discord.render import DiscordMessage
from bot.adapters.discord.sender import send_all
from bot.adapters.discord.turns import DiscordTurns, Event
from bot.core.model.inputs import ButtonPress, Input, SlashCommand
from bot.delivery.ports import Blocked, TryLater, Unknown

GO_ON = ButtonPress("rest.on")  # the core's word for it


async def move(talk: DiscordTurns, interaction: Interaction, place: str) -> list[DiscordMessage]:
    """Move there, if it can be done; the pieces say how it went. A place that is none is asked about."""
    language = await talk.language(interaction.user, str(interaction.locale))
    match place:
        case destinations.THREAD:
            return await _into_thread(talk, interaction, language)
        case destinations.DIRECT:
            return await _into_direct(talk, interaction, language)
        case destinations.QUIET:
            return await _into_silence(talk, interaction, language)
        case _:
            return [_offer(talk, interaction, language, "discord-place-where")]


def _offer(talk: DiscordTurns, interaction: Interaction, language: str, key: str) -> DiscordMessage:
    return talk.offer(language, key, threads=not in_dm(interaction))


async def _into_silence(talk: DiscordTurns, interaction: Interaction, language: str) -> list[DiscordMessage]:
    kept = DiscordMessage(talk.render.words("discord-place-quiet-kept", language))
    done = await talk.turn(_event(interaction, SlashCommand("today"), NOWHERE, language))
    return [kept, *done.pieces]


async def _into_thread(talk: DiscordTurns, interaction: Interaction, language: str) -> list[DiscordMessage]:
    """A private thread in this channel. Who lacks what for it is told to this person alone."""
    thread = await destinations.make_thread(
        interaction, talk.render.label("discord-place-thread-name", language)
    )
    if thread is None:
        return [_offer(talk, interaction, language, "discord-place-no-thread")]
    done = await talk.turn(_event(interaction, GO_ON, destinations.thread_address(thread.id), language))
    if not await _arrives(interaction, thread.id, done.pieces):
        return [_offer(talk, interaction, language, "discord-place-no-thread")]
    return [DiscordMessage(f"{talk.render.words('discord-place-thread-made', language)}\n{thread.mention}")]


async def _into_direct(talk: DiscordTurns, interaction: Interaction, language: str) -> list[DiscordMessage]:
    """Direct messages again, if one arrives."""
    address = await talk.openings.open(interaction.user)
    hello = DiscordMessage(talk.render.words("discord-place-direct-hello", language))
    if not address or not await _arrives(interaction, int(address), [hello]):
        return [_offer(talk, interaction, language, "discord-place-still-closed")]
    return (await talk.turn(_event(interaction, GO_ON, address, language))).pieces


async def _arrives(interaction: Interaction, channel_id: int, pieces: list[DiscordMessage]) -> bool:
    try:
        await send_all(interaction.client, channel_id, pieces, str(interaction.id))
    except (Blocked, TryLater, Unknown):
        return False
    return True


def _event(interaction: Interaction, said: Input, address: str, language: str) -> Event:
    where = interaction.channel_id or 0
    return Event(interaction.user, where, False, said, str(interaction.id), language, address)
