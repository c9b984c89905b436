"""Where benches run: databases of their own, a local Bot API in a process of its own, a clock that can be
set."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.storage.database import Database
from bot.storage.engine.keys import Secrets, new_key
from tests.conftest import Server

BASE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


KEY = new_key()


@dataclass
class Clock:
    """Runs like any other, from `base` on; `shift` moves it."""

    shift: timedelta = timedelta()
    base: datetime = BASE
    began: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return self.base + self.shift + timedelta(seconds=time.monotonic() - self.began)


class Places:
    """Both databases. The PostgreSQL server is started when it is first asked for."""

    def __init__(self) -> None:
        self._server: Server | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="scrollwise-bench-")

    @property
    def server(self) -> Server:
        self._server = self._server or Server(quick=False)
        return self._server

    async def url(self, kind: str) -> str:
        name = f"b{uuid.uuid4().hex}"
        if kind == "sqlite":
            return f"sqlite+aiosqlite:///{Path(self._folder.name) / name}.db"
        await self.server.do(f"CREATE DATABASE {name}")
        return self.server.url(name)

    @asynccontextmanager
    async def database(self, kind: str) -> AsyncIterator[Database]:
        """An empty one, with its tables; gone afterwards."""
        url = await self.url(kind)
        database = Database(url, Secrets([KEY]))
        await database.start()
        try:
            yield database
        finally:
            await database.close()
            if kind == "sqlite":
                for file in Path(self._folder.name).glob(f"{Path(str(database.url.database)).name}*"):  # noqa: ASYNC240 -- a bench is alone
                    file.unlink()
            else:
                await self.server.do(f"DROP DATABASE {database.url.database} WITH (FORCE)")

    def close(self) -> None:
        if self._server:
            self._server.stop()
        self._folder.cleanup()


@dataclass(frozen=True)
class Api:
    """The local Bot API. `base` stands in front of the token."""

    url: str

    @property
    def base(self) -> str:
        return f"{self.url}/bot"

    async def asks(self, what: str, **given: Any) -> Any:
        """See `tests.bench.api`."""
        return await asyncio.to_thread(self._asks, what, json.dumps(given).encode())

    def _asks(self, what: str, body: bytes) -> Any:
        request = urllib.request.Request(f"{self.url}/control/{what}", body)  # noqa: S310 - our own server
        with urllib.request.urlopen(request, timeout=600) as answer:  # noqa: S310
            return json.load(answer)


@contextmanager
def api() -> Iterator[Api]:
    """A Bot API in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.api"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            yield Api(process.stdout.readline().strip())
        finally:
            process.kill()


@contextlib.contextmanager
def stopwatch() -> Iterator[list[float]]:
    """Seconds, in a list, once it is over."""
    taken: list[float] = []
    began = time.perf_counter()
    yield taken
    taken.append(time.perf_counter() - began)
