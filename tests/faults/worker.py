"""A worker process for fault tests: delivers through a local Bot API until it is killed or told to stop.

Processes are forked from one that has imported everything, which takes a second and a half each otherwise.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from contextlib import suppress
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from typing import Any

from bot.adapters.telegram.chats import TelegramChats
from bot.adapters.telegram.http import client
from bot.adapters.telegram.rate_limiter import RateLimiter
from bot.adapters.telegram.sender import TelegramSender
from bot.config import logs
from bot.config.clock import system_clock
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.storage.engine.errors import DatabaseError
from bot.storage.engine.keys import Secrets
from bot.turns.service import Service
from tests.botapi import TOKEN
from tests.world import library, wording

FREE = 1_000_000.0  # a limit that is none
FORKED: Any = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload([__name__])


def running_from(moment: datetime) -> timedelta:
    """How far a clock is off that shows `moment` now."""
    return moment - system_clock()


async def start(url: str, key: str, base: str, off: timedelta) -> BaseProcess:
    """A worker that is at work, whose clock is `off`."""
    ready = FORKED.Event()
    process: BaseProcess = FORKED.Process(target=_run, args=(url, key, base, off, ready), daemon=True)
    process.start()
    assert await asyncio.to_thread(ready.wait, 60)
    return process


def _run(url: str, key: str, base: str, off: timedelta, ready: Any) -> None:
    asyncio.run(_main(url, key, base, off, ready))


async def _main(url: str, key: str, base: str, off: timedelta, ready: Any) -> None:
    logs.configure("ERROR")
    database = Database(url, Secrets([key]))
    await database.start()
    bot = client(TOKEN, base, RateLimiter(FREE, FREE))
    post = TelegramChats(TelegramSender(bot), wording())
    service = Service(database, library(), wording(), lambda: system_clock() + off)
    delivery = Delivery(service, {"telegram": post})
    leaving = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leaving.set)
    ready.set()
    work = asyncio.create_task(_work(delivery, leaving))
    await leaving.wait()
    await delivery.leave(4)
    await work
    await bot.shutdown()
    await database.close()


async def _work(delivery: Delivery, leaving: asyncio.Event) -> None:
    while not leaving.is_set():
        with suppress(DatabaseError):  # as the ticker has it: the next tick comes all the same
            await delivery.tick()
        await asyncio.sleep(0.1)
