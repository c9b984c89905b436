"""Where messages of the coach's own accord go: a direct message or, where those are closed, a place chosen.

`Account.address` holds it: the id of a direct message's channel, that of a private thread behind a "t", ""
for nowhere yet, NOWHERE for nowhere by choice.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

import discord
import structlog

from bot.adapters.discord.answer import BROKEN
from bot.adapters.discord.buttons import Interaction
from bot.core.model.person import RestReason
from bot.turns.queries import PersonView

log = structlog.get_logger("bot.adapters.discord.destinations")

NOWHERE, IN_THREAD = "nowhere", "t"
THREAD, QUIET, DIRECT = "thread", "quiet", "direct"  # what can be chosen
AGAIN = "again"  # to be asked once more
OPENINGS, WINDOW = 8, 60.0  # direct messages opened within so many seconds at most
TOO_FAST, COOLING = 40003, 600.0  # Discord says so; then none is opened for so many seconds


class Openings:
    """Opens direct messages: after the person's own action, one at a time, never many at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._opened: deque[float] = deque()
        self._closed_until = float("-inf")

    async def open(self, user: discord.User | discord.Member) -> str:
        """The channel's id; "" if it can't be opened now: what the person does next is the next chance."""
        if not self._room():
            return ""
        try:
            return str((await user.create_dm()).id)
        except discord.HTTPException as error:
            log.warning("no direct message opened", status=error.status, code=error.code)
            if error.code == TOO_FAST:
                self._closed_until = self._clock() + COOLING
        except BROKEN as error:
            log.warning("no direct message opened", error=type(error).__name__)
        return ""

    def _room(self) -> bool:
        now = self._clock()
        while self._opened and self._opened[0] <= now - WINDOW:
            self._opened.popleft()
        if now < self._closed_until or len(self._opened) >= OPENINGS:
            return False
        self._opened.append(now)
        return True


def thread_address(thread_id: int) -> str:
    return f"{IN_THREAD}{thread_id}"


def channel_of(address: str) -> int | None:
    """The channel to write to; None for nowhere."""
    number = address.removeprefix(IN_THREAD)
    return int(number) if number.isdecimal() else None


def out_of_reach(standing: PersonView | None) -> bool:
    """Whether messages could not be delivered, and the person has not said yet what to do about it."""
    if standing is None or standing.address == NOWHERE:
        return False
    return standing.snapshot.person.rest is RestReason.UNREACHABLE


def silent(standing: PersonView | None) -> bool:
    """Whether nothing is written of the coach's own accord, because the person chose so."""
    return standing is not None and standing.address == NOWHERE


def whereabouts(channel_id: int, standing: PersonView | None, *, dm: bool, starts: bool) -> tuple[str, bool]:
    """What coming from a channel tells: a new address ("": none), and whether messages arrive there.

    A place once chosen stays, but for one that is out of reach, and for who starts anew in a direct message.
    """
    chosen = standing.address if standing else ""
    if chosen == NOWHERE and not (dm and starts):
        return "", False
    if not dm:
        return "", chosen == thread_address(channel_id)
    stays = chosen not in ("", NOWHERE) and not out_of_reach(standing)
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
    """A private thread for one person; those who manage threads can read it too. None if it is refused."""
    channel, kind = interaction.channel, discord.ChannelType.private_thread
    if not isinstance(channel, discord.TextChannel) or not takes_threads(interaction):
        return None
    try:
        # put away after a week (in minutes) without a message; the next one brings it back
        thread = await channel.create_thread(
            name=name, type=kind, invitable=False, auto_archive_duration=10080
        )
        await thread.add_user(interaction.user)
    except (discord.HTTPException, *BROKEN) as error:
        log.warning("no thread made", error=type(error).__name__)
        return None
    return thread
