"""`/community` on Discord: one message with selects, for people who may manage the server."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any, Self

import discord
from discord import SelectOption, ui

from bot.adapters.discord import channels
from bot.adapters.discord.buttons import AnswerButton, FormButton, Interaction, handlers_of
from bot.adapters.discord.custom_ids import SETTING
from bot.adapters.discord.events import PLATFORM, Event, EventAnswer
from bot.adapters.discord.render import DiscordRenderer, view
from bot.adapters.discord.turns import DiscordTurns
from bot.content.wording import Wording
from bot.core.calendar import zones
from bot.core.model.community import Community, PostingTrouble
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, SlashCommand
from bot.core.model.messages import Text
from bot.storage.engine.errors import DatabaseError
from bot.turns.service import Service

MAX_OPTIONS = 25  # of a select
MAX_TOKEN_LENGTH = 64
SETTINGS_TOKENS = (
    "community.set.", "community.city", "community.quotes", "community.show", "community.now",
)  # fmt: skip
CHANNEL_TOKEN = "community.set.channel."  # noqa: S105 - of a button, no secret


class SettingSelect(ui.DynamicItem[ui.Item[Any]], template=f"{SETTING}(?P<name>[a-z]+)"):
    """A select of the settings. Its custom_id names the setting, the selected option is the value."""

    def __init__(self, item: ui.Item[Any], name: str) -> None:
        super().__init__(item)
        self.name = name

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str]) -> Self:
        return cls(item, match["name"])

    async def callback(self, interaction: Interaction) -> None:
        data: Any = interaction.data or {}
        value = next(iter(data.get("values") or ()), "")
        token = f"community.set.{self.name}.{value}"[:MAX_TOKEN_LENGTH]
        await handlers_of(interaction).press(interaction, token)


def concerns(said: Input) -> bool:
    """Whether an input can lead to the settings."""
    match said:
        case SlashCommand("community", _):
            return True
        case ButtonPress(token) | FormSubmission(token, _):
            return token.startswith(SETTINGS_TOKENS)
        case _:
            return False


async def with_channel_state(turns: DiscordTurns, interaction: Interaction, event: Event) -> Event:
    """The event with the state of the channel that it is about: the one just chosen, else the server's own.
    Nothing is looked up for people who may not set it."""
    guild, site = interaction.guild, event.site
    if site is None or not site.manages or guild is None or not concerns(event.said):
        return event
    channel = await _channel_of(turns, event.said, site.external_id)
    if not channel:
        return event
    state = await channels.state_of(interaction.client, guild, channel)
    return replace(event, site=replace(site, ground=state))


async def _channel_of(turns: DiscordTurns, said: Input, guild: str) -> str:
    if isinstance(said, ButtonPress) and said.token.startswith(CHANNEL_TOKEN):
        return said.token.removeprefix(CHANNEL_TOKEN)
    try:
        community = await turns.queries.community(PLATFORM, guild)
    except DatabaseError:
        return ""  # the turn fails in the same way, and apologises
    return community.channel if community else ""


async def with_selects(turns: DiscordTurns, interaction: Interaction, answer: EventAnswer) -> EventAnswer:
    """The answer with the current settings below its text; other answers stay as they are."""
    if not answer.edits or not answer.messages or answer.messages[0].view is not None:
        return answer
    community = await turns.queries.community(PLATFORM, str(interaction.guild_id))
    if community is None:
        return answer
    language = await turns.language(interaction.user, str(interaction.locale))
    first, *rest = answer.messages
    lines = [first.content, *_missing_permissions(interaction, community, turns.render, language)]
    selects = _view(community, turns.service, language)
    return replace(answer, messages=[replace(first, content="\n".join(lines), view=selects), *rest])


def _missing_permissions(
    interaction: Interaction, community: Community, render: DiscordRenderer, language: str
) -> list[str]:
    """A line that names the permissions that the bot lacks in the channel, if any. Only people who can grant
    them see it."""
    guild, channel = interaction.guild, community.channel
    if guild is None or not channel:
        return []
    missing = channels.missing_permissions(guild, guild.get_channel(int(channel)))
    names = [render.label(f"community-may-{name}", language) for name in missing]
    return [render.words("community-missing", language, permissions=", ".join(names))] if names else []


def _view(community: Community, service: Service, language: str) -> ui.View:
    wording, library, now = service.wording, service.library, service.clock()

    def label(text: Text) -> str:
        return wording.label(text, language)

    days = {str(n): Text(f"mine-day-{n}") for n in range(7)}
    hours = {str(n): Text("community-hour-at", {"time": time(n)}) for n in range(24)}
    offered = dict.fromkeys((community.zone, *zones.likely(community.language, library), *zones.COMMON))
    places = {zone: zones.label(zone, now) for zone in list(offered)[:MAX_OPTIONS]}
    return view(
        [
            _channel_select(community, label(Text("community-channel"))),
            _select("day", label(Text("community-day")), days, str(community.week_day), label),
            _select("hour", label(Text("community-hour")), hours, str(community.hour), label),
            _select("zone", label(Text("community-zone")), places, community.zone, label),
            *_switches(community, wording, label),
        ]
    )


def _channel_select(community: Community, placeholder: str) -> ui.ChannelSelect[Any]:
    """The channel for posts. Without one, nothing is posted."""
    exists = community.channel and community.trouble is not PostingTrouble.GONE
    kind = discord.SelectDefaultValueType.channel
    chosen = [discord.SelectDefaultValue(id=int(community.channel), type=kind)] if exists else []
    return ui.ChannelSelect(
        custom_id=f"{SETTING}channel", placeholder=placeholder, min_values=0, max_values=1,
        channel_types=[discord.ChannelType.text, discord.ChannelType.news], default_values=chosen,
    )  # fmt: skip


def _select(
    name: str, placeholder: str, texts: Mapping[str, Text], chosen: str, label: Callable[[Text], str]
) -> ui.Select[Any]:
    options = [SelectOption(label=label(text), value=v, default=v == chosen) for v, text in texts.items()]
    return ui.Select(custom_id=f"{SETTING}{name}", placeholder=placeholder, options=options)


def _switches(community: Community, wording: Wording, label: Callable[[Text], str]) -> list[ui.Item[Any]]:
    """Buttons that show a setting and change it to its next value when pressed."""
    items: list[ui.Item[Any]] = []
    for name, is_on in (("challenge", community.challenge), ("digest", community.digest)):
        current, following = ("on", "off") if is_on else ("off", "on")
        text = Text(f"community-{name}-{current}")
        items.append(AnswerButton(f"community.set.{name}.{following}", label(text)))
    quotes = label(Text(f"community-quotes-is-{community.quotes}"))
    items.append(AnswerButton("community.quotes", quotes))
    codes = list(wording.languages)
    position = codes.index(community.language) if community.language in codes else -1
    following = codes[(position + 1) % len(codes)]
    name = wording.languages.get(community.language, "?")
    words = label(Text("community-language-is", {"words": name}))
    items.append(AnswerButton(f"community.set.language.{following}", words))
    items.append(FormButton("community.city", label(Text("community-city-other"))))
    return items
