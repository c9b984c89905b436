"""Whether a channel can be the one for a server's posts, as Discord knows it just now.

A channel's number comes from a select or a button, which can be forged, or from a time when it was another
kind of channel. So it is asked for over the HTTP API each time.
"""

from __future__ import annotations

import discord
import structlog

from bot.adapters.discord.answer import BROKEN
from bot.core.model.community import ChannelProblem, ChannelState

log = structlog.get_logger("bot.adapters.discord.channels")

TEXT, ANNOUNCEMENTS = discord.ChannelType.text.value, discord.ChannelType.news.value
NEEDED = {"view_channel": "view", "send_messages": "send", "create_public_threads": "threads"}


async def problem(client: discord.Client, server: int, channel: str) -> ChannelProblem:
    """What is in the way of posting there, but for permissions. A channel that the bot may not look at is
    CLOSED: whose it is cannot be told then."""
    if not channel.isdecimal() or len(channel) > 20:
        return ChannelProblem.ELSEWHERE
    try:
        found = await client.http.get_channel(int(channel))
    except discord.Forbidden:
        return ChannelProblem.CLOSED
    except discord.NotFound:
        return ChannelProblem.ELSEWHERE
    except (discord.DiscordException, *BROKEN) as error:
        log.info("a channel was not looked at", error=type(error).__name__)
        return ChannelProblem.UNSEEN
    if str(found.get("guild_id")) != str(server):
        return ChannelProblem.ELSEWHERE
    if found.get("type") not in (TEXT, ANNOUNCEMENTS):
        return ChannelProblem.KIND
    return ChannelProblem.AGE if found.get("nsfw") else ChannelProblem.NONE


async def look(client: discord.Client, guild: discord.Guild, channel: str) -> ChannelState:
    """The same with the bot's permissions there, for a server that is known to the connection. A channel that
    the bot may not look at is only that server's where the server's own list has it."""
    found = await problem(client, guild.id, channel)
    known = guild.get_channel(int(channel)) if found is not ChannelProblem.ELSEWHERE else None
    if found is ChannelProblem.CLOSED and known is None:
        found = ChannelProblem.ELSEWHERE
    if found is ChannelProblem.NONE and (lacks := lacking(guild, known)):
        found = ChannelProblem.THREADS if lacks == ["threads"] else ChannelProblem.CLOSED
    return ChannelState(channel, found)


def lacking(guild: discord.Guild, channel: discord.abc.GuildChannel | None) -> list[str]:
    """What the bot needs and may not do in the channel."""
    if channel is None or guild.me is None:
        return []
    may = channel.permissions_for(guild.me)
    return [name for permission, name in NEEDED.items() if not getattr(may, permission)]
