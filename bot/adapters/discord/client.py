"""The connection to Discord: passes each event to its handler."""

from __future__ import annotations

from typing import Any

import discord
import structlog
from discord import InteractionType

from bot.adapters.discord import buttons, discordpy_patches
from bot.adapters.discord.answers import payload
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.commands import Translator, Tree
from bot.adapters.discord.community_settings import SettingSelect
from bot.adapters.discord.events import PLATFORM
from bot.adapters.discord.handlers import DiscordHandlers
from bot.adapters.discord.sync import sync
from bot.config.settings import Settings
from bot.turns.community_events import CommunityEvents

log = structlog.get_logger("bot.adapters.discord.client")

MAX_RATE_LIMIT_WAIT_SECONDS = 30.0  # within the library; for longer limits it raises RateLimited


def intents() -> discord.Intents:
    """Servers (removals of the bot, channels), direct messages and reactions to these; no privileged
    intents."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.dm_messages = wanted.dm_reactions = True
    return wanted


def _shards(settings: Settings) -> dict[str, Any]:
    chosen = settings.discord_shards
    return {"shard_ids": list(chosen.mine), "shard_count": chosen.all} if chosen else {}


class DiscordClient(discord.AutoShardedClient):
    """One connection, in as many shards as are configured, or as Discord recommends. Caches no messages and
    no members."""

    def __init__(self, handlers: DiscordHandlers, settings: Settings) -> None:
        discordpy_patches.quieten()
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=MAX_RATE_LIMIT_WAIT_SECONDS,
            **_shards(settings),
        )
        service = handlers.turns.service
        discordpy_patches.skip_unreadable_events(self, lambda: service.count_passed_over(PLATFORM))
        self.handlers = handlers
        self._settings = settings
        self._items = (*buttons.ALL, SettingSelect)
        self._community_events = CommunityEvents(service)
        self._translator = Translator(service.wording)
        self.tree = Tree(self, handlers, service.wording)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(*self._items)
        await self.tree.set_translator(self._translator)
        await self._find_gateway()
        self.handlers.turns.render.commands = await sync(
            self.tree, self._translator, self._settings.data_dir / "discord-commands.json"
        )

    async def _find_gateway(self) -> None:
        """Ask for the gateway's URL and the recommended number of shards."""
        count, url, _ = await self.http.get_bot_gateway()
        self.shard_count = self.shard_count or count
        discordpy_patches.set_gateway_url(self._settings.discord_gateway_url or url)

    async def on_shard_connect(self, shard_id: int) -> None:
        has_own_gateway = bool(self._settings.discord_gateway_url)
        discordpy_patches.limit_reconnect_pauses(self, shard_id, keeps_gateway=has_own_gateway)

    async def on_message(self, message: discord.Message) -> None:
        """Handle direct messages only; messages in servers are not read."""
        private = isinstance(message.channel, discord.DMChannel)
        if private and not message.author.bot and not message.is_system():
            await self.handlers.typed(self, message)

    async def on_raw_reaction_add(self, added: discord.RawReactionActionEvent) -> None:
        """Handle emoji below direct messages, of people only. An emoji of a server's own means nothing."""
        own = self.user is not None and added.user_id == self.user.id
        if added.guild_id is None and not own and added.emoji.is_unicode_emoji():
            await self.handlers.reacted(self, added)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Handle modals, which the library forgets at a restart, and presses of unknown buttons. Commands and
        known buttons arrive through the command tree and the dynamic items."""
        custom_id = str(payload(interaction).get("custom_id", ""))
        if interaction.type is InteractionType.modal_submit:
            await self.handlers.submit(interaction)
        elif interaction.type is InteractionType.component and not buttons.is_known(custom_id, self._items):
            await self.handlers.press(interaction, custom_id)

    # --- communities

    async def on_ready(self) -> None:
        """Catch up with the servers that were joined or left while the bot was not connected."""
        present = {str(guild.id) for guild in self.guilds}
        await self._community_events.reconcile(PLATFORM, present, self._serves)

    def _serves(self, guild: str) -> bool:
        """Whether a server belongs to one of this process's shards."""
        shard = (int(guild) >> 22) % (self.shard_count or 1)
        return shard in self.shards

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._community_events.bot_added(PLATFORM, str(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._community_events.bot_removed(PLATFORM, str(guild.id))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._community_events.channel_deleted(PLATFORM, str(channel.guild.id), str(channel.id))

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log the error; the library would print it with the event's arguments."""
        log.exception("an event was not answered", kind=event_method)
