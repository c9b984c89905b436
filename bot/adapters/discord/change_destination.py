"""Choosing where the coach writes, after direct messages turned out to be closed."""

from __future__ import annotations

from bot.adapters.discord import destinations
from bot.adapters.discord.answer import in_dm
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.destinations import NOWHERE
from bot.adapters.discord.render import Piece
from bot.adapters.discord.sender import send_all
from bot.adapters.discord.turns import Event, Talk
from bot.core.model.inputs import Command, Press, Said
from bot.delivery.ports import Blocked, TryLater, Unknown

GO_ON = Press("rest.on")  # the core's word for it


async def move(talk: Talk, interaction: Interaction, place: str) -> list[Piece]:
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


def _offer(talk: Talk, interaction: Interaction, language: str, key: str) -> Piece:
    return talk.offer(language, key, threads=not in_dm(interaction))


async def _into_silence(talk: Talk, interaction: Interaction, language: str) -> list[Piece]:
    kept = Piece(talk.render.words("discord-place-quiet-kept", language))
    done = await talk.turn(_event(interaction, Command("today"), NOWHERE, language))
    return [kept, *done.pieces]


async def _into_thread(talk: Talk, interaction: Interaction, language: str) -> list[Piece]:
    """A private thread in this channel. Who lacks what for it is told to this person alone."""
    thread = await destinations.make_thread(
        interaction, talk.render.label("discord-place-thread-name", language)
    )
    if thread is None:
        return [_offer(talk, interaction, language, "discord-place-no-thread")]
    done = await talk.turn(_event(interaction, GO_ON, destinations.thread_address(thread.id), language))
    if not await _arrives(interaction, thread.id, done.pieces):
        return [_offer(talk, interaction, language, "discord-place-no-thread")]
    return [Piece(f"{talk.render.words('discord-place-thread-made', language)}\n{thread.mention}")]


async def _into_direct(talk: Talk, interaction: Interaction, language: str) -> list[Piece]:
    """Direct messages again, if one arrives."""
    address = await talk.openings.open(interaction.user)
    hello = Piece(talk.render.words("discord-place-direct-hello", language))
    if not address or not await _arrives(interaction, int(address), [hello]):
        return [_offer(talk, interaction, language, "discord-place-still-closed")]
    return (await talk.turn(_event(interaction, GO_ON, address, language))).pieces


async def _arrives(interaction: Interaction, channel_id: int, pieces: list[Piece]) -> bool:
    try:
        await send_all(interaction.client, channel_id, pieces, str(interaction.id))
    except (Blocked, TryLater, Unknown):
        return False
    return True


def _event(interaction: Interaction, said: Said, address: str, language: str) -> Event:
    where = interaction.channel_id or 0
    return Event(interaction.user, where, False, said, str(interaction.id), language, address)
