"""Lanes keep an order for each key, and work is finished at shutdown."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.adapters.kit.tasks import BackgroundTasks, Lanes, finish_within, uncancelled


async def test_a_lane_keeps_the_order_and_others_do_not_wait() -> None:
    lanes, order = Lanes(), list[str]()

    async def work(key: str, name: str, seconds: float) -> None:
        async with lanes.turn(key):
            await asyncio.sleep(seconds)
            order.append(name)

    await asyncio.gather(work("ann", "1", 0.05), work("ann", "2", 0), work("ann", "3", 0), work("bo", "b", 0))
    assert order == ["b", "1", "2", "3"]


async def test_a_lane_goes_on_after_a_failure_and_is_forgotten_when_empty() -> None:
    lanes = Lanes()

    async def fail() -> None:
        async with lanes.turn("ann"):
            raise ValueError

    await asyncio.gather(fail(), fail(), return_exceptions=True)
    async with asyncio.timeout(1), lanes.turn("ann"):
        assert len(lanes._locks) == 1
    assert lanes._locks == {}


async def test_background_tasks_are_finished_or_cancelled_and_counted() -> None:
    tasks, ended = BackgroundTasks(), list[str]()

    async def work(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        ended.append(name)

    assert await tasks.drain(0) == 0
    quick, slow = tasks.start(work("quick", 0.01)), tasks.start(work("slow", 60))
    assert await tasks.drain(0.2) == 1
    assert (ended, quick.done(), slow.cancelled()) == (["quick"], True, True)


async def test_a_failed_background_task_is_logged() -> None:
    async def fail() -> None:
        raise ValueError

    with capture_logs() as logged:
        await asyncio.wait({BackgroundTasks().start(fail())})
    assert [(entry["event"], type(entry["exc_info"])) for entry in logged] == [("a task failed", ValueError)]


async def test_delayed_work_is_cancelled_before_and_while_it_runs() -> None:
    tasks, begun, ended = BackgroundTasks(), list[str](), list[str]()

    async def work(name: str) -> None:
        begun.append(name)
        await asyncio.sleep(0.05)
        ended.append(name)

    tasks.start_after(0.01, lambda: work("whole"))
    stop_early = tasks.start_after(0.01, lambda: work("never"))
    stop_midway = tasks.start_after(0.01, lambda: work("half"))
    stop_early()
    await asyncio.sleep(0.03)
    stop_midway()
    await asyncio.sleep(0.1)
    assert (begun, ended) == (["whole", "half"], ["whole"])


@pytest.mark.parametrize(("grace_seconds", "finished"), [(1, True), (0.01, False)])
async def test_cancelled_work_gets_its_time_to_finish(grace_seconds: float, finished: bool) -> None:
    ended = asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0.1)
        ended.set()

    task = asyncio.create_task(finish_within(work(), grace_seconds))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set() is finished


async def test_an_uncancelled_call_goes_on_without_its_caller() -> None:
    ended = asyncio.Event()

    async def work(seconds: float) -> int:
        await asyncio.sleep(seconds)
        ended.set()
        return 7

    task = asyncio.create_task(uncancelled(work, 0.02))
    await asyncio.sleep(0.01)
    task.cancel()
    async with asyncio.timeout(1):
        await ended.wait()
    assert task.cancelled()
    assert await uncancelled(work, seconds=0) == 7
