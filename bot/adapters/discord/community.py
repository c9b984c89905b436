"""`/community` on Discord: one message with selects, for those who may manage the server."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from typing import Any, Self

import discord
from discord import SelectOption, ui

from bot.adapters.discord import buttons, channels
from bot.adapters.discord.buttons import FormButton
from bot.adapters.discord.custom_ids import CHOICE
from bot.adapters.discord.render import DiscordRenderer, view
from bot.adapters.discord.turns import Answered, DiscordTurns, Event
from bot.content.wording import Wording
from bot.core.calendar import zones
from bot.core.model.community import Community, PostingTrouble
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, SlashCommand
from bot.core.model.messages import Text
from bot.storage.engine.errors import DatabaseError
from bot.turns.service import Service

MOST_OPTIONS = 25


class Chosen(ui.DynamicItem[ui.Item[Any]], template=f"{CHOICE}(?P<name>[a-z]+)"):
    """A select of the settings: what it sets stands in its custom_id, to what in what was chosen."""

    def __init__(self, item: ui.Item[Any], name: str) -> None:
        super().__init__(item)
        self.name = name

    @classmethod
    async def from_custom_id(
        cls, interaction: buttons.Interaction, item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(item, match["name"])

    async def callback(self, interaction: buttons.Interaction) -> None:
        data: Any = interaction.data or {}
        value = next(iter(data.get("values") or ()), "")
        await buttons.answering(interaction).pressed(interaction, f"community.set.{self.name}.{value}"[:64])


OURS = ("community.set.", "community.city", "community.quotes", "community.show", "community.now")
CHANNEL = "community.set.channel."


def sets(said: Input) -> bool:
    """Whether that can lead to the settings."""
    match said:
        case SlashCommand("community", _):
            return True
        case ButtonPress(token) | FormSubmission(token, _):
            return token.startswith(OURS)
        case _:
            return False


async def on_its_ground(talk: DiscordTurns, interaction: buttons.Interaction, it: Event) -> Event:
    """The event with what Discord says of the channel that it is about: the one just chosen, or the one that
    the server has. Nothing is looked up for who may not set it."""
    guild = interaction.guild
    if it.site is None or not it.site.manages or guild is None or not sets(it.said):
        return it
    channel = await _channel_of(talk, it)
    if not channel:
        return it
    return replace(it, site=replace(it.site, ground=await channels.look(interaction.client, guild, channel)))


async def _channel_of(talk: DiscordTurns, it: Event) -> str:
    if isinstance(it.said, ButtonPress) and it.said.token.startswith(CHANNEL):
        return it.said.token.removeprefix(CHANNEL)
    try:
        known = await talk.reading.community("discord", it.site.external_id if it.site else "")
    except DatabaseError:
        return ""  # the turn will say so
    return known.channel if known else ""


async def with_selects(talk: DiscordTurns, interaction: buttons.Interaction, done: Answered) -> Answered:
    """The settings as they are now, below their words; other answers stay as they are."""
    if not done.edits or not done.pieces or done.pieces[0].view is not None:
        return done
    community = await talk.reading.community("discord", str(interaction.guild_id))
    if community is None:
        return done
    language = await talk.language(interaction.user, str(interaction.locale))
    words = _missing(interaction, community, talk.render, language)
    shown = _view(community, talk.service, language)
    first = replace(done.pieces[0], content="\n".join([done.pieces[0].content, *words]), view=shown)
    return replace(done, pieces=[first, *done.pieces[1:]])


def _missing(
    interaction: buttons.Interaction, community: Community, render: DiscordRenderer, language: str
) -> list[str]:
    """What the bot may not do in the channel, told to who can change it, and to nobody else."""
    guild, number = interaction.guild, community.channel
    if guild is None or not number:
        return []
    lacks = channels.lacking(guild, guild.get_channel(int(number)))
    names = [render.label(f"community-may-{name}", language) for name in lacks]
    return [render.words("community-missing", language, permissions=", ".join(names))] if names else []


def _view(community: Community, service: Service, language: str) -> ui.View:
    wording, library, now = service.wording, service.library, service.clock()

    def label(text: Text) -> str:
        return wording.label(text, language)

    days = {str(n): Text(f"mine-day-{n}") for n in range(7)}
    hours = {str(n): Text("community-hour-at", {"time": time(n)}) for n in range(24)}
    near = dict.fromkeys((community.zone, *zones.likely(community.language, library), *zones.COMMON))
    places = {zone: zones.label(zone, now) for zone in list(near)[:MOST_OPTIONS]}
    return view(
        [
            _channel(community, label(Text("community-channel"))),
            _select("day", label(Text("community-day")), days, str(community.week_day), label),
            _select("hour", label(Text("community-hour")), hours, str(community.hour), label),
            _select("zone", label(Text("community-zone")), places, community.zone, label),
            *_switches(community, wording, label),
        ]
    )


def _channel(community: Community, words: str) -> ui.ChannelSelect[Any]:
    """No channel chosen: nothing is posted."""
    known = community.channel and community.trouble is not PostingTrouble.GONE
    kind = discord.SelectDefaultValueType.channel
    chosen = [discord.SelectDefaultValue(id=int(community.channel), type=kind)] if known else []
    return ui.ChannelSelect(
        custom_id=f"{CHOICE}channel", placeholder=words, min_values=0, max_values=1,
        channel_types=[discord.ChannelType.text, discord.ChannelType.news], default_values=chosen,
    )  # fmt: skip


def _select(name: str, words: str, options: dict[str, Text], chosen: str, label: Any) -> ui.Select[Any]:
    shown = [SelectOption(label=label(text), value=v, default=v == chosen) for v, text in options.items()]
    return ui.Select(custom_id=f"{CHOICE}{name}", placeholder=words, options=shown)


def _switches(community: Community, wording: Wording, label: Any) -> list[ui.Item[Any]]:
    shown: list[ui.Item[Any]] = []
    for name, on in (("challenge", community.challenge), ("digest", community.digest)):
        now, then = ("on", "off") if on else ("off", "on")
        shown.append(
            buttons.AnswerButton(f"community.set.{name}.{then}", label(Text(f"community-{name}-{now}")))
        )
    quotes = label(Text(f"community-quotes-is-{community.quotes}"))
    shown.append(buttons.AnswerButton("community.quotes", quotes))
    codes = list(wording.languages)
    here = codes.index(community.language) if community.language in codes else -1
    after = codes[(here + 1) % len(codes)]
    words = label(Text("community-language-is", {"words": wording.languages.get(community.language, "?")}))
    shown.append(buttons.AnswerButton(f"community.set.language.{after}", words))
    shown.append(FormButton("community.city", label(Text("community-city-other"))))
    return shown
