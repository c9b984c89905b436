"""(f) Many due at one moment at the platform's rate, while people go on pressing buttons."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from statistics import quantiles
from typing import Any

from bot.delivery.worker import Delivery
from bot.storage.database import Database
from bot.turns.service import Service
from tests.bench.place import BASE, Api, Clock, Places
from tests.bench.presses import Buttons, ours
from tests.bench.table import Line, Table, tell
from tests.crowd import FIRST_CHAT, crowd
from tests.world import library, wording

DUE, PER_SECOND = 3_000, 30.0
PRESSES_A_SECOND, PRESSING = 2.0, 60  # seconds of it, once alone and once beside the peak
CALLS = 1  # an edit: the end of the check-in in the place of its question
PEOPLE = int(PRESSES_A_SECOND * PRESSING)


async def peak(table: Table, places: Places, api: Api) -> None:
    """(f), on both databases."""
    for kind in ("sqlite", "postgresql"):
        tell(f"(f) {DUE} due in one minute at {PER_SECOND:.0f} a second, {kind}")
        async with places.database(kind) as database:
            tokens = await _people(database)
            async with ours(database, api, PER_SECOND) as telegram:
                alone = await _presses(api, tokens, 0)
                await api.asks("reset")
                pressing = asyncio.create_task(_presses(api, tokens, 1))
                await Delivery(
                    Service(database, library(), wording(), Clock(timedelta(minutes=2))),
                    {"telegram": telegram.outbox},
                    rates={"telegram": PER_SECOND},
                ).tick()
                beside = await pressing
            _told(table, kind, await api.asks("counts"), alone["each"], beside["each"])


async def _people(database: Database) -> dict[int, str]:
    """Those who press have had their check-in already; the others' is due within one minute."""
    spread = [BASE + timedelta(minutes=1, seconds=60 * n / DUE) for n in range(DUE)]
    await crowd(database, DUE + 2 * PEOPLE, [BASE] * (2 * PEOPLE) + spread, now=BASE)
    heap = Buttons()
    await Delivery(Service(database, library(), wording(), Clock()), {"telegram": heap}).tick()
    assert len(heap.tokens) == 2 * PEOPLE
    return heap.tokens


async def _presses(api: Api, tokens: dict[int, str], number: int) -> Any:
    chats = range(FIRST_CHAT + number * PEOPLE, FIRST_CHAT + (number + 1) * PEOPLE)
    data = [tokens[chat] for chat in chats]
    given = {"chats": list(chats), "data": data, "calls": CALLS}
    return await api.asks("presses", **given, rate=PRESSES_A_SECOND)


def _told(table: Table, kind: str, counts: Any, alone: list[float], beside: list[float]) -> None:
    """Ideal: all that counts against the rate, edits too, sent without a gap."""
    calls = counts["sent"] + counts["methods"]["editMessageText"]
    assert counts["sent"] == DUE, counts["sent"]
    took, ideal = max(counts["at"]) - min(counts["at"]), calls / PER_SECOND
    ratio = took / ideal
    shown = f"ideal {ideal:.1f} s"
    table.add(Line(f"(f) peak, {kind}", f"{took:.1f} s", shown, f"{ratio:.3f}", "≤ 1.05", ratio <= 1.05))
    quick, slow = _p99(alone), _p99(beside)
    line = f"(f) answers beside it, {kind}, p99"
    table.add(Line(line, f"{1000 * slow:.0f} ms", f"alone {1000 * quick:.0f} ms", f"{slow / quick:.1f} ×"))


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]
