"""Events that people cause on Discord, and the answers to them."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bot.adapters.discord.answers import in_dm
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.render import DiscordMessage
from bot.core.model.inputs import Account, Input, Site, SlashCommand

PLATFORM = "discord"


def account_of(user: discord.abc.User, address: str = "") -> Account:
    """A person's account. Their name is not stored, since nothing needs it."""
    return Account(PLATFORM, str(user.id), address)


def site_of(interaction: Interaction) -> Site | None:
    """The community in which an interaction took place, if the bot is a member of it."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return None
    language = str(interaction.guild_locale or "")
    return Site(str(interaction.guild_id), language, interaction.permissions.manage_guild)


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a person caused.

    `dm`: in their direct messages with the bot. `id`: Discord's id of the event. `address`: where nudges go
    from now on, if the event chooses it. `site`: the community in which it took place. `awaits`: whether
    Discord waits for an answer and shows a failure without one.
    """

    user: discord.User | discord.Member
    channel_id: int
    dm: bool
    said: Input
    id: str
    language: str = ""
    address: str = ""
    site: Site | None = None
    awaits: bool = False

    @classmethod
    def of(cls, interaction: Interaction, said: Input) -> Event:
        """The event of an interaction."""
        return cls(
            interaction.user,
            interaction.channel_id or 0,
            in_dm(interaction),
            said,
            str(interaction.id),
            str(interaction.locale),
            site=site_of(interaction),
            awaits=True,
        )

    @property
    def starts(self) -> bool:
        return isinstance(self.said, SlashCommand) and self.said.name == "start"


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """The answer to an event.

    `edits`: the first message may replace the pressed one. `in_own_channel`: the event came from the channel
    that the person's nudges go to. `lacks_destination`: no channel for nudges is known yet. `settles`: the
    pressed message loses its buttons. `hint`: it only says that nothing came of the event.
    """

    messages: list[DiscordMessage]
    edits: bool = False
    in_own_channel: bool = False
    lacks_destination: bool = False
    settles: bool = False
    hint: bool = False
