"""The files and rooms that one press and one nudge pass through on Telegram: a measure of the structure,
not of speed.

A room is a folder directly below `bot/` (a file directly below it is a room of its own). A call counts when a
function of `bot/` begins; a coroutine or generator that goes on after a wait does not count again.
"""

from __future__ import annotations

import asyncio
import dis
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any

from tests.bench import nudges as nudge_bench
from tests.bench.place import BASE, Api, Places
from tests.bench.presses import asked_all, ours
from tests.bench.table import Line, Table, tell
from tests.crowd import crowd

BOT = Path(__file__).parents[2] / "bot"
MOST_FILES, MOST_ROOM_CHANGES = 30, 15
SETTLING = 0.5  # seconds in which what a press leaves to be done ends, so that it is not in the next walk
RESUME = dis.opmap["RESUME"]
COMPREHENSIONS = {"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"}


@dataclass
class Walk:
    """Calls in their order, as (file below `bot/`, function)."""

    calls: list[tuple[str, str]] = field(default_factory=list)

    def profile(self, frame: FrameType, event: str, argument: Any) -> None:
        """A function for `sys.setprofile`."""
        code = frame.f_code
        if event != "call" or code.co_name in COMPREHENSIONS or not _begins(frame):
            return
        path = Path(code.co_filename)
        if BOT in path.parents:
            self.calls.append((path.relative_to(BOT).as_posix(), code.co_qualname))

    @property
    def files(self) -> list[str]:
        """Each file once, in the order of its first call."""
        return list(dict.fromkeys(file for file, _ in self.calls))

    @property
    def rooms(self) -> list[str]:
        """The rooms in the order of the visits."""
        return [room for room, _ in groupby(file.partition("/")[0] for file, _ in self.calls)]


def _begins(frame: FrameType) -> bool:
    """Whether a frame begins; False for one that goes on after a `yield` or an `await`. The instruction at
    which a call is reported says so: RESUME with 0 for a beginning
    (https://docs.python.org/3.11/library/dis.html#opcode-RESUME)."""
    code, at = frame.f_code.co_code, frame.f_lasti
    return code[at] != RESUME or code[at + 1] & 3 == 0


@contextmanager
def walking() -> Iterator[Walk]:
    """Records the calls of this thread while the block lasts."""
    walk = Walk()
    sys.setprofile(walk.profile)
    try:
        yield walk
    finally:
        sys.setprofile(None)


async def walk(table: Table, places: Places, api: Api) -> None:
    """Files and room changes of a press of "Kept", and of a nudge from due row to confirmed send."""
    for name, taken in (("a press", await _press(places, api)), ("a nudge", await _nudge(places, api))):
        tell(f"{name}: {' → '.join(taken.rooms)}")
        tell("\n".join(f"    {file}" for file in sorted(taken.files)))
        files, changes = len(taken.files), len(taken.rooms) - 1
        kept = files <= MOST_FILES and changes <= MOST_ROOM_CHANGES
        bound = f"≤ {MOST_FILES}, {MOST_ROOM_CHANGES}"
        calls = f"{len(taken.calls)} calls"
        table.add(Line(f"walk of {name}", f"{files} files", calls, f"{changes} room changes", bound, kept))


async def _press(places: Places, api: Api) -> Walk:
    async with places.database("sqlite") as database:
        tokens = list((await asked_all(database, 2)).items())
        async with ours(database, api):
            for chat, token in tokens:  # the first press fills caches
                with walking() as walk:
                    await api.asks("presses", chats=[chat], data=[token], calls=1)
                await asyncio.sleep(SETTLING)
    return walk


async def _nudge(places: Places, api: Api) -> Walk:
    async with places.database("sqlite") as database:
        await crowd(database, 2, [BASE, BASE + timedelta(hours=1)], now=BASE)
        await nudge_bench.ours(database, api, timedelta(), at_least=1)
        with walking() as walk:
            await nudge_bench.ours(database, api, timedelta(hours=1), at_least=1)
    return walk
