"""Destinations of nudges: direct messages or, if those are closed, what the person chose instead.

`Account.address` stores it: the id of the direct messages' channel, "t" and the id of a private thread, ""
while none is known, or NOWHERE by the person's choice.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Literal

import discord
import structlog

from bot.adapters.discord.api_errors import CONNECTION_ERRORS, OPENING_TOO_FAST
from bot.adapters.discord.buttons import Interaction
from bot.core.model.person import RestReason
from bot.turns.queries import PersonView

log = structlog.get_logger("bot.adapters.discord.destinations")

NOWHERE, IN_THREAD = "nowhere", "t"
THREAD, QUIET, DIRECT = "thread", "quiet", "direct"  # the choices
ASK_AGAIN = "again"
MAX_OPENINGS, OPENINGS_WINDOW_SECONDS = 8, 60.0
THREAD_ARCHIVE_MINUTES: Literal[10080] = 10080  # a week without a message; the next one reopens the thread
OPENING_COOLDOWN_SECONDS = 600.0  # after Discord said that they are opened too fast


class DirectMessages:
    """Opens direct messages after an action of the person's own, at most MAX_OPENINGS in a window."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._opened: deque[float] = deque()
        self._closed_until = float("-inf")

    async def open(self, user: discord.User | discord.Member) -> str:
        """The channel's id; "" if it cannot be opened now. The person's next action is the next attempt."""
        if not self._has_room():
            return ""
        try:
            return str((await user.create_dm()).id)
        except discord.HTTPException as error:
            log.warning("no direct message opened", status=error.status, code=error.code)
            if error.code == OPENING_TOO_FAST:
                self._closed_until = self._clock() + OPENING_COOLDOWN_SECONDS
        except CONNECTION_ERRORS as error:
            log.warning("no direct message opened", error=type(error).__name__)
        return ""

    def _has_room(self) -> bool:
        now = self._clock()
        while self._opened and self._opened[0] <= now - OPENINGS_WINDOW_SECONDS:
            self._opened.popleft()
        if now < self._closed_until or len(self._opened) >= MAX_OPENINGS:
            return False
        self._opened.append(now)
        return True


def thread_address(thread_id: int) -> str:
    return f"{IN_THREAD}{thread_id}"


def channel_of(address: str) -> int | None:
    """The channel to write to; None for no destination."""
    number = address.removeprefix(IN_THREAD)
    return int(number) if number.isdecimal() else None


def out_of_reach(person: PersonView | None) -> bool:
    """Whether messages could not be delivered and the person has not chosen another destination yet."""
    if person is None or person.address == NOWHERE:
        return False
    return person.snapshot.person.rest is RestReason.UNREACHABLE


def is_silent(person: PersonView | None) -> bool:
    """Whether the person chose to get no nudges."""
    return person is not None and person.address == NOWHERE


def destination_of(channel_id: int, person: PersonView | None, *, dm: bool, starts: bool) -> tuple[str, bool]:
    """The address that an event in a channel sets ("" for no change), and whether messages arrive there.

    A chosen destination stays, unless it is out of reach, or the person starts again in direct messages.
    """
    chosen = person.address if person else ""
    if chosen == NOWHERE and not (dm and starts):
        return "", False
    if not dm:
        return "", chosen == thread_address(channel_id)
    stays = chosen not in ("", NOWHERE) and not out_of_reach(person)
    return "" if stays else str(channel_id), True


def takes_threads(interaction: Interaction) -> bool:
    """Whether a private thread can be made in that channel."""
    may = interaction.app_permissions
    return (
        isinstance(interaction.channel, discord.TextChannel)
        and interaction.is_guild_integration()
        and may.create_private_threads
        and may.send_messages_in_threads
    )


async def make_thread(interaction: Interaction, name: str) -> discord.Thread | None:
    """Make a private thread for one person; managers of threads can read it as well. None if refused."""
    channel, kind = interaction.channel, discord.ChannelType.private_thread
    if not isinstance(channel, discord.TextChannel) or not takes_threads(interaction):
        return None
    try:
        thread = await channel.create_thread(
            name=name, type=kind, invitable=False, auto_archive_duration=THREAD_ARCHIVE_MINUTES
        )
        await thread.add_user(interaction.user)
    except (discord.HTTPException, *CONNECTION_ERRORS) as error:
        log.warning("no thread made", error=type(error).__name__)
        return None
    return thread
