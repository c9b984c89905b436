"""Writes down what became of letters, those of a moment together.

Whoever sends holds their place until that is done. So what a crash can leave sent and not written down is no
more than the places that there are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import structlog

from bot.config.backoff import Backoff
from bot.delivery.batch import SendResult
from bot.delivery.compose import OutgoingNudge
from bot.storage.engine.errors import StorageAway, StorageBroken, StorageFull

log = structlog.get_logger("settling")

LINGER = 0.05  # seconds that a fate waits for company
DATABASE_BACKOFF = Backoff(first_seconds=0.25, longest_seconds=10)

Settle = Callable[[Sequence[tuple[OutgoingNudge, SendResult]]], Awaitable[None]]


Waiting: TypeAlias = tuple[OutgoingNudge, SendResult, "asyncio.Future[None]"]


class ResultRecorder:
    """`enough`: fates that are written down without waiting for more. `close`: notes a fate and nothing else,
    where `settle` fails by a mistake."""

    def __init__(self, settle: Settle, close: Settle, enough: int) -> None:
        self._settle, self._close, self._enough = settle, close, enough
        self._waiting: list[Waiting] = []
        self._filled = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    async def settled(self, letter: OutgoingNudge, fate: SendResult) -> None:
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
                await self._surely(self._settle, some)
            except Exception as error:
                log.error("fates are noted one by one", exc_info=error)
                await self._one_by_one(some)
            else:
                _end(some, None)

    async def _one_by_one(self, some: Sequence[Waiting]) -> None:
        """What is not noted is sent again once its lease is over, every two minutes: so it is noted at least,
        even if what comes next for this one person cannot be planned."""
        for one in some:
            failed: Exception | None = None
            for settle in (self._settle, self._close):
                try:
                    await self._surely(settle, [one])
                except Exception as error:
                    failed = error
                    log.error("a fate could not be noted", kind=one[0].claimed.kind, exc_info=error)
                else:
                    failed = None
                    break
            _end([one], failed)

    async def _surely(self, settle: Settle, some: Sequence[Waiting]) -> None:
        fates = [(letter, fate) for letter, fate, _ in some]
        failures = 0
        while True:
            try:
                return await settle(fates)
            except (StorageAway, StorageFull, StorageBroken) as error:
                log.error("what was sent cannot be noted yet", letters=len(fates), why=str(error))
            failures += 1
            await asyncio.sleep(DATABASE_BACKOFF.seconds(failures))


def _end(some: Sequence[Waiting], error: Exception | None) -> None:
    for _, _, done in some:
        if done.done():  # whoever waited has gone
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
