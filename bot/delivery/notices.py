"""Short notices to accounts, beside what is planned: sent at once, and once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.delivery.ports import Blocked, Outbox, TryLater, Unknown
from bot.storage.engine.errors import DatabaseError
from bot.turns.service import Service

log = structlog.get_logger("bot.delivery.notices")

MAX_TRIES, MIN_PAUSE_SECONDS = 4, 15.0  # of a notice that is refused for now
LOOK_EVERY_SECONDS = 5.0  # for notices that another process has left


class NoticeSender:
    """Sends notices through `outboxes`. A notice that cannot arrive is given up: nothing depends on it."""

    def __init__(self, service: Service, outboxes: Mapping[str, Outbox]) -> None:
        self._service, self._outboxes = service, outboxes
        self._under_way: set[asyncio.Task[None]] = set()

    def look_soon(self) -> None:
        """Start to look, in a task of its own, and return at once."""
        self._begin(asyncio.create_task(self._look()))

    async def look(self) -> None:
        """Take the notices that there are, and send each in a task of its own."""
        for account, message in await self._service.take_notices(tuple(self._outboxes)):
            self._begin(asyncio.create_task(self._send(account, message)))

    def _begin(self, task: asyncio.Task[None]) -> None:
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _look(self) -> None:
        try:
            await self.look()
        except DatabaseError as error:
            log.warning("nothing can be looked for", why=str(error))
        except Exception:  # a mistake of ours ends the look, and nothing else
            log.exception("no notices")

    async def _send(self, account: Account, message: Message) -> None:
        for _ in range(MAX_TRIES):
            try:
                await self._outboxes[account.platform].send(account, message)
                return
            except TryLater as error:
                await asyncio.sleep(max(MIN_PAUSE_SECONDS, error.seconds))
            except (Blocked, Unknown) as error:
                log.info("no notice", why=type(error).__name__, platform=account.platform)
                return
            except Exception:  # a mistake of ours ends the notice, and nothing else
                log.exception("no notice")
                return
