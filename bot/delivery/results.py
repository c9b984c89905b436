"""Collects the results of sending, so that those of a moment are stored together.

A sender keeps its slot until its result is stored. So the results that a crash can lose are never more
than the
slots.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import structlog

from bot.config.backoff import Backoff
from bot.delivery.outgoing import OutgoingNudge, SendResult, SentOutgoing
from bot.storage.engine.errors import StorageAway, StorageBroken, StorageFull

log = structlog.get_logger("bot.delivery.results")

COLLECT_SECONDS = 0.05  # for which a result waits for others
DATABASE_BACKOFF = Backoff(first_seconds=0.25, longest_seconds=10)

StoreFunction: TypeAlias = Callable[[Sequence[SentOutgoing]], Awaitable[None]]
WaitingResult: TypeAlias = tuple[OutgoingNudge, SendResult, "asyncio.Future[None]"]


class ResultQueue:
    """Stores results by `store`, or by `store_states` where that fails by a mistake. `enough`: results
    that are
    stored without waiting for more."""

    def __init__(self, store: StoreFunction, store_states: StoreFunction, enough: int) -> None:
        self._store, self._store_states, self._enough = store, store_states, enough
        self._waiting: list[WaitingResult] = []
        self._filled = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    async def stored(self, nudge: OutgoingNudge, result: SendResult) -> None:
        """Returns once the result is stored, however long the database is away."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((nudge, result, done))
        if len(self._waiting) >= self._enough:
            self._filled.set()
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._run())
        await done

    async def _run(self) -> None:
        while self._waiting:
            try:
                async with asyncio.timeout(COLLECT_SECONDS):
                    await self._filled.wait()
            except TimeoutError:
                pass
            some, self._waiting = self._waiting, []
            self._filled.clear()
            try:
                await self._until_stored(self._store, some)
            except Exception as error:
                log.error("results are stored one by one", exc_info=error)
                await self._one_by_one(some)
            else:
                _end(some, None)

    async def _one_by_one(self, some: Sequence[WaitingResult]) -> None:
        """Store at least the state of each nudge, even if the next ones of its person cannot be planned: a
        nudge
        without a stored result would be sent again after every lease."""
        for one in some:
            failed: Exception | None = None
            for store in (self._store, self._store_states):
                try:
                    await self._until_stored(store, [one])
                except Exception as error:
                    failed = error
                    log.error("a result could not be stored", kind=one[0].claimed.kind, exc_info=error)
                else:
                    failed = None
                    break
            _end([one], failed)

    async def _until_stored(self, store: StoreFunction, some: Sequence[WaitingResult]) -> None:
        results = [(nudge, result) for nudge, result, _ in some]
        failures = 0
        while True:
            try:
                return await store(results)
            except (StorageAway, StorageFull, StorageBroken) as error:
                log.error("results cannot be stored yet", nudges=len(results), why=str(error))
            failures += 1
            await asyncio.sleep(DATABASE_BACKOFF.seconds(failures))


def _end(some: Sequence[WaitingResult], error: Exception | None) -> None:
    for _, _, done in some:
        if done.done():  # the sender was cancelled
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
