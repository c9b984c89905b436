"""`make bench`: every figure is a ratio of two things measured in the same run. Words after it (`nudges`,
`presses`, `many`, `peak`, `journal`, `walk`, `hear`) choose some."""

from __future__ import annotations

import asyncio
import contextlib
import sys

import structlog

from tests.bench.hear import hear
from tests.bench.journal import journal
from tests.bench.many import many
from tests.bench.nudges import nudges
from tests.bench.peak import peak
from tests.bench.place import Places, api
from tests.bench.presses import presses
from tests.bench.table import Table
from tests.bench.walk import walk

ALL = {
    "nudges": nudges,
    "presses": presses,
    "many": many,
    "peak": peak,
    "journal": journal,
    "walk": walk,
    "hear": hear,
}


async def main(names: list[str]) -> None:
    table = Table()
    with contextlib.closing(Places()) as places, api() as server:
        for name in names or list(ALL):
            await ALL[name](table, places, server)
    print(table.show())


if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    asyncio.run(main(sys.argv[1:]))
