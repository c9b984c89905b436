"""Checks whether a server's posts can go to a channel.

A channel's id comes from a select or a button, which can be forged, and the channel may have changed since it
was chosen. So it is requested from the HTTP API each time.
"""

from __future__ import annotations

import discord
import structlog

from bot.adapters.discord.api_errors import CONNECTION_ERRORS
from bot.core.model.community import ChannelProblem, ChannelState

log = structlog.get_logger("bot.adapters.discord.channels")

TEXT, NEWS = discord.ChannelType.text.value, discord.ChannelType.news.value
MAX_ID_DIGITS = 20
NAMES_OF_PERMISSIONS = {"view_channel": "view", "send_messages": "send", "create_public_threads": "threads"}


async def problem(client: discord.Client, server: int, channel: str) -> ChannelProblem:
    """The reason why nothing can be posted there, permissions excepted. A channel that the bot may not see
    is CLOSED; it may
    belong to another server."""
    if not channel.isdecimal() or len(channel) > MAX_ID_DIGITS:
        return ChannelProblem.ELSEWHERE
    try:
        found = await client.http.get_channel(int(channel))
    except discord.Forbidden:
        return ChannelProblem.CLOSED
    except discord.NotFound:
        return ChannelProblem.ELSEWHERE
    except (discord.DiscordException, *CONNECTION_ERRORS) as error:
        log.info("a channel was not looked up", error=type(error).__name__)
        return ChannelProblem.UNSEEN
    if str(found.get("guild_id")) != str(server):
        return ChannelProblem.ELSEWHERE
    if found.get("type") not in (TEXT, NEWS):
        return ChannelProblem.KIND
    return ChannelProblem.AGE if found.get("nsfw") else ChannelProblem.NONE


async def state_of(client: discord.Client, guild: discord.Guild, channel: str) -> ChannelState:
    """The same including the bot's permissions, for a server of this connection. A channel that the bot may
    not see belongs to the server only if the server's own list contains it."""
    found = await problem(client, guild.id, channel)
    known = guild.get_channel(int(channel)) if found is not ChannelProblem.ELSEWHERE else None
    if found is ChannelProblem.CLOSED and known is None:
        found = ChannelProblem.ELSEWHERE
    if found is ChannelProblem.NONE and (lacks := missing_permissions(guild, known)):
        found = ChannelProblem.THREADS if lacks == ["threads"] else ChannelProblem.CLOSED
    return ChannelState(channel, found)


def missing_permissions(guild: discord.Guild, channel: discord.abc.GuildChannel | None) -> list[str]:
    """The names of the permissions that the bot needs in the channel and lacks."""
    if channel is None or guild.me is None:
        return []
    may = channel.permissions_for(guild.me)
    return [name for permission, name in NAMES_OF_PERMISSIONS.items() if not getattr(may, permission)]
