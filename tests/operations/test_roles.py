"""`scrollwise run --role …` as processes: who sends, who answers, who comes first, and how they leave."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import Popen

import pytest
from sqlalchemy import select, text

from bot.config.clock import system_clock
from bot.content.rendered import Message
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind
from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from bot.storage.nudges import nudges
from bot.turns.service import Service
from tests.adapters.telegram.server import TOKEN, BotApi
from tests.catalogue import compose
from tests.conftest import KEY
from tests.crowd import FIRST_CHAT, crowd
from tests.program import PATIENCE, Program
from tests.world import library, wording

PEOPLE = 40


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@contextmanager
def running(folder: Path, url: str, api: BotApi, role: str, **more: str) -> Iterator[Popen[str]]:
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "DATABASE_URL": url.replace("+aiosqlite", ""),
        "TELEGRAM_PER_SECOND": "1000",
        "TICK_SECONDS": "1",
        "CONTENT_DIR": str(compose(folder / "content")),
        **more,
    }
    with Program(folder, settings).start("-m", "bot", "run", "--role", role) as process:
        yield process


async def leaves(process: Popen[str]) -> str:
    """It is told to stop: in order, and within ten seconds. Returns what it said."""
    process.send_signal(signal.SIGTERM)
    out, err = await asyncio.to_thread(process.communicate, timeout=10)
    assert process.returncode == 0, err
    return out + err


class Heap:
    """An outbox that takes everything."""

    def __init__(self) -> None:
        self.chats: list[str] = []

    async def send(self, account: Account, message: Message) -> None:
        self.chats.append(account.external_id)


async def due_now(database: Database) -> None:
    """People whose check-in is due, at whatever hour the test runs: it is about noon where they live."""
    now = datetime.now(UTC)
    await crowd(database, PEOPLE, [now - timedelta(seconds=1)] * PEOPLE, now=now, days=3)
    async with database.write() as transaction:
        zone = f"Etc/GMT{now.hour - 12:+d}"  # in these names the sign means the opposite
        await transaction.connection.execute(text("UPDATE persons SET zone = :zone"), {"zone": zone})


async def states(database: Database) -> Counter[str]:
    async with database.read() as transaction:
        of = select(nudges.c.state).where(nudges.c.kind == NudgeKind.CHECKIN)
        today = of.where(nudges.c.person_id <= PEOPLE, nudges.c.day == datetime.now(UTC).date())
        return Counter(str(state) for state in await transaction.connection.scalars(today))


def told(api: BotApi) -> Counter[int]:
    """How many messages each of the crowd got."""
    return Counter(int(g["chat_id"]) for g in api.of("sendMessage") if int(g["chat_id"]) >= FIRST_CHAT)


async def test_two_that_start_together_on_nothing(empty_url: str, tmp_path: Path, api: BotApi) -> None:
    """Neither a key nor a table is there yet. And who answers does not send."""
    with (
        running(tmp_path, empty_url, api, "gateway") as gateway,
        running(tmp_path, empty_url, api, "worker") as worker,
    ):
        await api.until(lambda: len(api.of("getMe")) == 2, PATIENCE)
        assert "Traceback" not in await leaves(worker)
        key = (tmp_path / ".config" / "scrollwise" / "secret.key").read_text().strip()
        database = Database(empty_url, Secrets([key]))
        await database.start()
        await due_now(database)
        await asyncio.sleep(2.5)  # two ticks, if it had any
        number = api.says(ann := api.chat(1001), "/start")
        await api.hears(ann, "13 or older", PATIENCE)
        assert "Traceback" not in await leaves(gateway)
    assert (api.confirmed, told(api)) == (number, {})
    assert await states(database) == {"due": PEOPLE}
    await database.close()


async def test_told_to_stop_amid_its_sends(database: Database, url: str, tmp_path: Path, api: BotApi) -> None:
    """What it holds is brought to its end; what it has not begun is the next one's at once. And who sends
    does not ask what people say."""
    await due_now(database)
    api.faults["sendMessage"].extend(["slow:1"] * PEOPLE)
    with running(tmp_path, url, api, "worker", SECRET_KEYS=KEY) as process:
        await api.until(lambda: len(told(api)) > 3, PATIENCE)
        assert "Traceback" not in await leaves(process)
    found, before = await states(database), told(api)
    assert found == {"sent": before.total(), "due": PEOPLE - before.total()}
    assert not api.of("getUpdates")
    heap = Heap()
    await Delivery(Service(database, library(), wording(), system_clock), {"telegram": heap}).tick()
    assert set((before + Counter(map(int, heap.chats))).values()) == {1}
    assert await states(database) == {"sent": PEOPLE}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_told_to_stop_while_the_database_is_locked(
    database: Database, url: str, tmp_path: Path, api: BotApi
) -> None:
    """Somebody is just being heard, and another process holds the lock all the while."""
    with running(tmp_path, url, api, "all", SECRET_KEYS=KEY) as process:
        await api.until(lambda: bool(api.of("getUpdates")), PATIENCE)
        with closing(sqlite3.connect(str(database.engine.url.database), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            api.says(api.chat(), "/start")
            await asyncio.sleep(1)
            assert "Traceback" not in await leaves(process)
            other.execute("ROLLBACK")
