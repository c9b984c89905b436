"""What it costs to have very many people: (c) to start, (d) to look for what is due, (e) to write to one."""

from __future__ import annotations

import asyncio
import select
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.storage.database import Database
from tests.bench.idle import idle
from tests.bench.nudges import HOUR, NUDGES, ROUNDS, cost
from tests.bench.place import KEY, Api, Places
from tests.bench.table import Line, Table, short, tell
from tests.botapi import TOKEN
from tests.catalogue import compose
from tests.crowd import crowd
from tests.program import ROOT, Program

SIZES = (1_000, 100_000, 1_000_000)
LONGEST = 180.0  # seconds that a start is waited for; what it holds by then is what is shown
SETTLED = 5.0  # seconds after which a process holds what it will hold
PORT = 18_471


async def many(table: Table, places: Places, api: Api, sizes: tuple[int, ...] = SIZES) -> None:
    """(c), (d) and (e). Nothing is due within the next hours, then so many at each full hour."""
    base = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + 3 * HOUR
    due = [base + HOUR * n for n in range(ROUNDS + 1) for _ in range(NUDGES // 2)]
    async with AsyncExitStack() as stack:
        filled: dict[int, Database] = {}
        for size in sizes:
            filled[size] = await stack.enter_async_context(places.database("sqlite"))
            await _fill(filled[size], size, due, base)
        await _starts(table, api, filled)
        await idle(table, filled[sizes[-1]], sizes[-1])
        await cost(table, sizes, "sqlite", filled, base)
    async with places.database("postgresql") as heavy:
        await _fill(heavy, sizes[-1], due, base)
        await idle(table, heavy, sizes[-1])


async def _fill(database: Database, size: int, due: list[datetime], base: datetime) -> None:
    tell(f"filling {database.url.get_backend_name()} with {size} people")
    await crowd(database, max(size, len(due)), due, now=base)


# --- (c)


@dataclass(frozen=True)
class Start:
    """Until it was ready, in seconds; what it held a little later, in MB."""

    seconds: float
    memory: float


async def _starts(table: Table, api: Api, filled: dict[int, Database]) -> None:
    found: dict[str, list[Start]] = {"ours": [], "theirs": []}
    for size, database in filled.items():
        found["ours"].append(await _ours(api, str(database.url.database)))
        found["theirs"].append(await asyncio.to_thread(_theirs, api, size))
        tell(f"(c) {size}: {found['ours'][-1]}, JobQueue {found['theirs'][-1]}")
    sizes = " · ".join(short(size) for size in filled)
    for what, unit, most in (("memory", "MB", 10), ("seconds", "s", 2)):
        ours, theirs = ([getattr(start, what) for start in found[who]] for who in ("ours", "theirs"))
        more = ours[-1] - ours[0]  # from the fewest people to the most
        table.add(
            Line(
                f"(c) start, {what}, {sizes}",
                _row(ours, unit),
                f"JobQueue {_row(theirs, unit)}",
                f"{more:+.1f} {unit}",
                f"≤ +{most} {unit}",
                more <= most,
            )
        )


def _row(values: list[float], unit: str) -> str:
    return (
        " · ".join(f"{'> ' * (value >= LONGEST and unit == 's')}{value:.1f}" for value in values) + f" {unit}"
    )


async def _ours(api: Api, file: str) -> Start:
    settings = {
        "DATABASE_URL": f"sqlite:///{file}", "SECRET_KEYS": KEY, "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.base, "HEALTH_PORT": str(PORT), "TICK_SECONDS": "1",
    }  # fmt: skip
    return await asyncio.to_thread(_started, settings)


def _started(settings: dict[str, str]) -> Start:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bot", "run"]
        content = compose(Path(folder) / "content")
        program = Program(Path(folder), {**settings, "CONTENT_DIR": str(content)})
        with _process(command, cwd=folder, env=program.environment) as process:
            began = time.perf_counter()
            while not _is_ready():
                assert process.poll() is None, "it does not start"
                time.sleep(0.01)
            return _settled(began, process)


def _is_ready() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def _theirs(api: Api, size: int) -> Start:
    command = [sys.executable, "-m", "tests.bench.jobqueue", api.base, str(size)]
    with _process(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        began = time.perf_counter()
        assert process.stdout
        select.select([process.stdout], [], [], LONGEST)  # its line, or nobody waits any longer
        return _settled(began, process)


@contextmanager
def _process(command: list[str], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **options) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.terminate()


def _settled(began: float, process: subprocess.Popen[bytes]) -> Start:
    ready = time.perf_counter() - began
    time.sleep(SETTLED)
    status = Path(f"/proc/{process.pid}/status").read_text()
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return Start(ready, kilobytes / 1024)
