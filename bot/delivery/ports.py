"""The ports that adapters implement, and the errors that they raise."""

from __future__ import annotations

from typing import Protocol

from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind


class Blocked(Exception):
    """The person can't be written to any more: blocked, deleted, closed."""


class TryLater(Exception):
    """Not now. `seconds`: how long the platform asks to wait, 0 if it doesn't say."""

    def __init__(self, seconds: float = 0) -> None:
        super().__init__(f"try later ({seconds} s)")
        self.seconds = seconds


class Unknown(Exception):
    """It is unknown whether the message arrived; it is not sent a second time."""


class BotRefused(Exception):
    """A platform refuses this bot altogether: a line for its operator, without the token."""


class Outbox(Protocol):
    """Sends nudges and notices. One a platform."""

    async def send(self, account: Account, message: Message) -> str | None:
        """Send it. Returns the id of the message with the buttons on a platform that reports reactions by
        that alone, else None. Raises Blocked, TryLater or Unknown."""


class Platform(Protocol):
    """One platform. `name` is that of its accounts."""

    name: str
    outbox: Outbox

    async def serve(self) -> None:
        """Answer people until cancelled. Raises BotRefused; it handles passing errors itself."""

    async def work(self) -> None:
        """Only send, until cancelled: another process answers people. Raises BotRefused."""


class DeliveryMetrics(Protocol):
    """Counts the results of delivery, one counter a method."""

    def claimed(self, rows: int) -> None:
        """So many rows were due and are claimed."""

    def sent(self, kind: NudgeKind, platform: str, late: float | None, *, certain: bool) -> None:
        """One arrived (`certain` False: perhaps), `late` seconds after its moment; None where it was put off
        on purpose before."""

    def dropped(self, kind: NudgeKind, reason: str, times: int) -> None:
        """They no longer made sense: "stale", "answered", "quiet", "ceiling", "resting" …"""

    def refused(self, kind: NudgeKind, platform: str) -> None:
        """The platform does not deliver to this person any more."""

    def put_off(self, kind: NudgeKind, platform: str) -> None:
        """The platform asked to try later."""


class NullMetrics:
    """Counts nothing."""

    def claimed(self, rows: int) -> None: ...

    def sent(self, kind: NudgeKind, platform: str, late: float | None, *, certain: bool) -> None: ...

    def dropped(self, kind: NudgeKind, reason: str, times: int) -> None: ...

    def refused(self, kind: NudgeKind, platform: str) -> None: ...

    def put_off(self, kind: NudgeKind, platform: str) -> None: ...
