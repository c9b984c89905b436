"""Concurrent work of an adapter: in order for each person, finished or counted at shutdown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Hashable
from contextlib import asynccontextmanager
from typing import Any, ParamSpec, TypeAlias, TypeVar

import structlog

P = ParamSpec("P")
T = TypeVar("T")

Work: TypeAlias = Callable[[], Coroutine[Any, Any, None]]

log = structlog.get_logger("bot.adapters.kit.tasks")


class Lanes:
    """One lane for each key: its holders run one at a time, in the order in which they asked for it."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, tuple[asyncio.Lock, int]] = {}  # key → lock, and how many use or await it

    @asynccontextmanager
    async def turn(self, key: Hashable) -> AsyncIterator[None]:
        """Wait for the lane of `key` and hold it during the block."""
        lock, users = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[key]
            self._locks[key] = lock, users - 1
            if users == 1:
                del self._locks[key]


class BackgroundTasks:
    """Tasks that no caller awaits. An exception in one is logged, without any text of a person."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run `work` as a task, and keep a reference until it has ended."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def start_after(self, seconds: float, work: Work) -> Callable[[], None]:
        """Start `work()` after so many seconds. Returns a function that cancels it, before or while it
        runs."""
        started: list[asyncio.Task[None]] = []
        timer = asyncio.get_running_loop().call_later(seconds, lambda: started.append(self.start(work())))

        def cancel() -> None:
            timer.cancel()
            for task in started:
                task.cancel()

        return cancel

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a task failed", exc_info=error)

    async def drain(self, seconds: float) -> int:
        """Wait up to `seconds` for the running tasks, then cancel the rest. Returns how many those are."""
        if not self._running:
            return 0
        _, left = await asyncio.wait(set(self._running), timeout=seconds)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)


async def uncancelled(call: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs) -> T:
    """Await a call that goes on to its end if the caller is cancelled; its result is dropped then."""
    return await asyncio.shield(call(*args, **kwargs))


async def finish_within(work: Coroutine[Any, Any, T] | asyncio.Task[T], seconds: float) -> T:
    """Await `work`. If the caller is cancelled meanwhile, `work` gets up to `seconds` more before it is
    cancelled too."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=seconds)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
