"""Short notices to one account, beside what is planned: sent at once, and once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from bot.core.messages import Account
from bot.delivery.ports import Blocked, Outbox, TryLater, Unknown
from bot.wording import Message

log = structlog.get_logger("aside")

TRIES, PAUSE = 4, 15.0  # of a notice that is refused for now, and the seconds between at least


class Aside:
    """Sends through `outboxes`. What cannot arrive is given up: nothing depends on it."""

    def __init__(self, outboxes: Mapping[str, Outbox]) -> None:
        self._outboxes = outboxes
        self._under_way: set[asyncio.Task[None]] = set()

    def __call__(self, account: Account, message: Message) -> None:
        """Send it; nobody waits for it."""
        if account.platform not in self._outboxes:
            log.info("no notice", why="another process serves that platform", platform=account.platform)
            return
        task = asyncio.create_task(self._send(account, message))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _send(self, account: Account, message: Message) -> None:
        for _ in range(TRIES):
            try:
                await self._outboxes[account.platform].send(account, message)
                return
            except TryLater as error:
                await asyncio.sleep(max(PAUSE, error.seconds))
            except (Blocked, Unknown) as error:
                log.info("no notice", why=type(error).__name__, platform=account.platform)
                return
            except Exception:  # a mistake of ours ends the notice, and nothing else
                log.exception("no notice")
                return
