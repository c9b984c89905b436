"""What those who look after the bot see: that it lives, whether it can serve, and what it counts."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import timedelta
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import make_url

from bot.delivery.ports import Blocked, BotRefused, TryLater, Unknown
from bot.delivery.worker import Delivery
from bot.monitoring import health
from bot.monitoring.metrics import Metrics
from bot.storage.database import Database
from bot.storage.engine.errors import StorageFull
from bot.storage.engine.keys import Secrets
from bot.turns.service import Service
from tests.conftest import KEY, Server
from tests.journeys.people import Somebody
from tests.platforms import Platform, says
from tests.program import PATIENCE, ROOT, Program
from tests.world import World, library, wording

TOKEN = "123456:AAFakeFakeFakeFakeFakeFakeFakeFakeFake"


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def values(page: str) -> dict[str, float]:
    """ "sent{checkin,console}" → 1.0"""
    samples = (sample for family in text_string_to_metric_families(page) for sample in family.samples)
    return {f"{s.name.removeprefix('scrollwise_')}{{{_labels(s.labels)}}}": s.value for s in samples}


def _labels(labels: dict[str, str]) -> str:
    return ",".join(sorted(labels.values()))


async def test_what_becomes_of_messages_is_counted(url: str) -> None:
    metrics = Metrics()
    fates = {"ann": [], "bea": [Blocked()], "cleo": [Unknown()], "dot": [TryLater(5)]}
    async with World.open(url, reloads=False) as world:
        people = [Somebody(world, name) for name in fates]
        for who in people:
            await who.begins("phone-leaves-bed")
        async with (service := await world.service()).database.read() as transaction:
            world.now = (await transaction.claims.next_due() or world.now) + timedelta(minutes=10)
        for who in people:
            world.post.fails = [*fates[who.name]]
            await Delivery(service, {"console": world.post}, only=who.account, watch=metrics).tick()
    seen = values(metrics.page().decode())
    counted = {k: v for k, v in seen.items() if re.match(r"(sent|unknown|refused|put_off)_total", k)}
    words = ("sent", "unknown", "refused", "put_off")
    assert counted == {f"{word}_total{{checkin,console}}": 1.0 for word in words}
    assert seen["claimed_total{}"] == 4
    assert seen["lateness_seconds_count{console}"] == 2
    assert seen["lateness_seconds_bucket{1800.0,console}"] == 2
    assert seen["lateness_seconds_bucket{5.0,console}"] == 0


async def test_an_event_that_waits_too_long_is_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    metrics, port = Metrics(), free_port()
    service = Service(database, library(), wording(), library_now, metrics)
    monkeypatch.setattr(health, "MAX_EVENT_AGE_SECONDS", 0.05)
    async with health.shown(service, metrics, "127.0.0.1", port):
        with service.under_way.one():
            await asyncio.sleep(0.1)
            status, told = await asyncio.to_thread(get, port, "/readyz")
            assert (status, told.startswith("an event has waited for")) == (503, True)
            assert (
                values((await asyncio.to_thread(get, port, "/metrics"))[1])["oldest_event_seconds{}"] > 0.05
            )
        assert await asyncio.to_thread(get, port, "/readyz") == (200, "ready\n")
        service.count_passed_over("telegram")
        after = values((await asyncio.to_thread(get, port, "/metrics"))[1])
    assert (after["oldest_event_seconds{}"], after["passed_over_total{telegram}"]) == (0, 1)


async def test_turns_errors_and_what_waits(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    world, metrics, port = World("", library_now(), reloads=False), Metrics(), free_port()
    service = Service(database, library(), wording(), lambda: world.now, metrics)
    world._service = service
    async with health.shown(service, metrics, "127.0.0.1", port) as shown:
        await Somebody(world, "ann").begins("phone-leaves-bed")
        logging.getLogger("bot.adapters.telegram").error("something about Ann")
        before = values((await asyncio.to_thread(get, port, "/metrics"))[1])
        world.now += timedelta(days=1)
        after = values((await asyncio.to_thread(get, port, "/metrics"))[1])
        assert await asyncio.to_thread(get, port, "/readyz") == (200, "ready\n")
        shown.leaving = True
        assert await asyncio.to_thread(get, port, "/readyz") == (503, "leaving\n")
        assert (await asyncio.to_thread(get, port, "/"))[0] == 404
    assert before["turns_total{console}"] == before["turn_seconds_count{console}"] > 5
    assert before["errors_total{bot.adapters.telegram}"] == 1
    assert (before["due{}"], after["due{}"] > 0, after["database_up{}"]) == (0, True, 1)
    logging.getLogger("bot.adapters.telegram").error("after the end nothing is counted")
    assert values(metrics.page().decode())["errors_total{bot.adapters.telegram}"] == 1


def library_now():  # type: ignore[no-untyped-def]
    from tests.storage.samples import NOW

    return NOW


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_database_that_goes_away_and_comes_back(url: str, server: Server) -> None:
    name, metrics, port = str(make_url(url).database), Metrics(), free_port()
    database = Database(url, Secrets([KEY]))
    await database.start()
    service = Service(database, library(), wording(), library_now)
    async with health.shown(service, metrics, "127.0.0.1", port):
        assert await asyncio.to_thread(get, port, "/readyz") == (200, "ready\n")
        await server.do(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")  # noqa: S608
        await server.do(f"ALTER DATABASE {name} RENAME TO {name}_away")
        assert await asyncio.to_thread(get, port, "/readyz") == (503, "the database does not answer\n")
        assert await asyncio.to_thread(get, port, "/healthz") == (200, "ok\n")
        assert values((await asyncio.to_thread(get, port, "/metrics"))[1])["database_up{}"] == 0
        await server.do(f"ALTER DATABASE {name}_away RENAME TO {name}")
        assert await asyncio.to_thread(get, port, "/readyz") == (200, "ready\n")
    await database.close()


async def test_a_database_that_is_silent_holds_nobody_up(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> int:
        await asyncio.sleep(60)
        return 0

    monkeypatch.setattr(health, "DATABASE_TIMEOUT_SECONDS", 0.05)
    monkeypatch.setattr("bot.storage.nudges.Nudges.count_due", never)
    port = free_port()
    async with health.shown(
        Service(database, library(), wording(), library_now), Metrics(), "127.0.0.1", port
    ):
        assert (await asyncio.to_thread(get, port, "/readyz"))[0] == 503


async def test_a_port_that_is_taken_is_told(database: Database) -> None:
    service = Service(database, library(), wording(), library_now)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BotRefused, match="Cannot show health and metrics"):
            async with health.shown(service, Metrics(), "127.0.0.1", taken.getsockname()[1]):
                pass


async def test_a_turn_that_fails_is_no_answer() -> None:
    metrics = Metrics()
    with pytest.raises(StorageFull), metrics.turn("console"):
        raise StorageFull("full")
    seen = values(metrics.page().decode())
    assert (seen.get("turns_total{console}", 0), seen["turn_seconds_count{console}"]) == (0, 1)


def started(it: Program, port: int, process: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            get(port, "/healthz")
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(process.communicate())


def answered(platform: Platform) -> None:
    deadline = time.monotonic() + PATIENCE
    while "sendMessage" not in platform.posted:
        assert time.monotonic() < deadline, platform.posted
        time.sleep(0.05)


def health_check(port: int) -> int:
    """What the image's HEALTHCHECK does, done here; its exit code."""
    command = re.search(r"HEALTHCHECK.*?CMD (\[.*?\])\n", (ROOT / "Dockerfile").read_text("utf-8"), re.S)
    assert command
    _, *rest = json.loads(command[1])
    environment = {**os.environ, "SCROLLWISE_HEALTH_PORT": str(port)}
    return subprocess.run([sys.executable, *rest], env=environment, capture_output=True).returncode


def test_the_running_program_shows_it_and_logs_nobodys_words(platform: Platform, program: Program) -> None:
    port = free_port()
    settings = {
        "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": f"{platform.url}/bot", "LOG_LEVEL": "DEBUG",
        "HEALTH_PORT": str(port), "LOG_FORMAT": "json",
    }  # fmt: skip
    it = Program(program.folder, settings)
    platform.updates.append(says("Nobody knows how lonely my feed makes me"))
    with it.start("-m", "bot", "run") as process:
        started(it, port, process)
        ready, checked = get(port, "/readyz"), health_check(port)
        answered(platform)
        page = get(port, "/metrics")[1]
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=PATIENCE)
    assert (ready, checked, process.returncode) == ((200, "ready\n"), 0, 0), err
    assert values(page)["turns_total{telegram}"] == 1
    assert "process_resident_memory_bytes" in page
    lines = [json.loads(line) for line in err.splitlines()]
    assert {"health and metrics", "serving", "leaving"} <= {line["event"] for line in lines}
    assert all({"level", "timestamp", "logger"} <= line.keys() for line in lines)
    for private in (TOKEN, "Zenobia", "zeno_of_elea", "lonely"):
        assert private not in out + err + page
    assert health_check(port) == 1
