"""Writes down what became of letters, those of a moment together.

Whoever sends holds their place until that is done. So what a crash can leave sent and not written down is no
more than the places that there are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.db.errors import DatabaseError
from bot.delivery.desk import Letter
from bot.delivery.letters import Fate

log = structlog.get_logger("settling")

LINGER = 0.05  # seconds that a fate waits for company
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0  # seconds between tries while the database is away

Settle = Callable[[Sequence[tuple[Letter, Fate]]], Awaitable[None]]


class Settling:
    """`enough`: fates that are written down without waiting for more."""

    def __init__(self, settle: Settle, enough: int) -> None:
        self._settle, self._enough = settle, enough
        self._waiting: list[tuple[Letter, Fate, asyncio.Future[None]]] = []
        self._filled = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    async def settled(self, letter: Letter, fate: Fate) -> None:
        """Returns once it is stored, however long the database is away."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((letter, fate, done))
        if len(self._waiting) >= self._enough:
            self._filled.set()
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._run())
        await done

    async def _run(self) -> None:
        while self._waiting:
            try:
                async with asyncio.timeout(LINGER):
                    await self._filled.wait()
            except TimeoutError:
                pass
            some, self._waiting = self._waiting, []
            self._filled.clear()
            try:
                await self._surely([(letter, fate) for letter, fate, _ in some])
            except Exception as error:
                _end(some, error)
            else:
                _end(some, None)

    async def _surely(self, fates: Sequence[tuple[Letter, Fate]]) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._settle(fates)
            except DatabaseError as error:
                log.error("what was sent cannot be noted yet", letters=len(fates), why=str(error))
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)


def _end(some: Sequence[tuple[Letter, Fate, asyncio.Future[None]]], error: Exception | None) -> None:
    for _, _, done in some:
        if done.done():  # whoever waited has gone
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
