"""The connection to Discord: what arrives on it goes to where it is answered."""

from __future__ import annotations

from typing import Any

import discord
import structlog
from discord import InteractionType

from bot.adapters.discord import buttons, discordpy_patches
from bot.adapters.discord.answer import sent
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.commands import Translator, Tree
from bot.adapters.discord.community import Chosen
from bot.adapters.discord.handlers import DiscordHandlers
from bot.adapters.discord.sync import sync
from bot.config.settings import Settings
from bot.turns.community_events import CommunityEvents

log = structlog.get_logger("bot.adapters.discord.client")

NAME = "discord"
LONGEST_LIMIT = 30.0  # seconds that the library waits for a rate limit; longer ones are the caller's affair


def intents() -> discord.Intents:
    """No privileged ones: servers (who removed the bot, which channels there are) and direct messages."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.dm_messages = True
    return wanted


def _shards(settings: Settings) -> dict[str, Any]:
    chosen = settings.discord_shards
    return {"shard_ids": list(chosen.mine), "shard_count": chosen.all} if chosen else {}


class DiscordClient(discord.AutoShardedClient):
    """One connection, in as many shards as are set, or as Discord recommends. Keeps no messages and no
    members in memory."""

    def __init__(self, hearing: DiscordHandlers, settings: Settings) -> None:
        discordpy_patches.quieten()
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=LONGEST_LIMIT,
            **_shards(settings),
        )
        discordpy_patches.pass_over_unreadable(self, lambda: hearing.talk.service.passed_over(NAME))
        self.hearing = hearing
        self._settings = settings
        self._items = (*buttons.ALL, Chosen)
        self._events = CommunityEvents(hearing.talk.service)
        wording = hearing.talk.service.wording
        self._translator = Translator(wording)
        self.tree = Tree(self, hearing, wording)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(*self._items)
        await self.tree.set_translator(self._translator)
        await self._find_gateway()
        self.hearing.talk.render.commands = await sync(
            self.tree, self._translator, self._settings.data_dir / "discord-commands.json"
        )

    async def _find_gateway(self) -> None:
        """Ask how many shards there shall be, and where."""
        count, url, _ = await self.http.get_bot_gateway()
        self.shard_count = self.shard_count or count
        discordpy_patches.point_gateway_at(self._settings.discord_gateway_url or url)

    async def on_shard_connect(self, shard_id: int) -> None:
        discordpy_patches.stay_close(self, shard_id, gateway_is_set=bool(self._settings.discord_gateway_url))

    # --- what arrives

    async def on_message(self, message: discord.Message) -> None:
        """Only direct messages: what is written in a server is not read."""
        private = isinstance(message.channel, discord.DMChannel)
        if private and not message.author.bot and not message.is_system():
            await self.hearing.typed(self, message)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Modals, which the library forgets at a restart, and presses that no button of this release is for.
        Commands and buttons come by the library's own ways."""
        custom_id = str(sent(interaction).get("custom_id", ""))
        if interaction.type is InteractionType.modal_submit:
            await self.hearing.sent_in(interaction)
        elif interaction.type is InteractionType.component and not buttons.known(custom_id, self._items):
            await self.hearing.press(interaction, custom_id)

    # --- communities

    async def on_ready(self) -> None:
        """What happened to servers while the bot was away is caught up with."""
        here = {str(guild.id) for guild in self.guilds}
        await self._events.reconcile(NAME, here, self._serves)

    def _serves(self, guild: str) -> bool:
        """Whether a server is one of this process's, by its shard."""
        shard = (int(guild) >> 22) % (self.shard_count or 1)
        return shard in self.shards

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._events.bot_added(NAME, str(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._events.bot_removed(NAME, str(guild.id))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._events.channel_deleted(NAME, str(channel.guild.id), str(channel.id))

    # --- presses

    async def pressed(self, interaction: Interaction, token: str) -> None:
        await self.hearing.press(interaction, token)

    async def form_asked(self, interaction: Interaction, token: str) -> None:
        await self.hearing.open_form(interaction, token)

    async def words_asked(self, interaction: Interaction, language: str) -> None:
        await self.hearing.open_words(interaction, language)

    async def place_chosen(self, interaction: Interaction, place: str) -> None:
        await self.hearing.place(interaction, place)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """The library would print the arguments' trace."""
        log.exception("an event was not answered", kind=event_method)
