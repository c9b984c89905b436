"""(j) What the trained part of reading costs: the time to train it and to load it, its file, a line."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import TypeVar

from bot.core.model.reading import Asked
from bot.understanding.loading import load
from bot.understanding.model import Model
from tests.bench.place import Api, Places
from tests.bench.table import Line, Table

CONTENT = Path(__file__).parents[2] / "content"
MEBIBYTE = 1 << 20
LINES = 2000
Made = TypeVar("Made")


async def hear(table: Table, places: Places, server: Api) -> None:
    """(j)"""
    _measure(table)


def _measure(table: Table) -> None:
    languages = load(CONTENT).languages
    examples = [example for name in sorted(languages) for example in languages[name].examples]
    with tempfile.TemporaryDirectory() as folder:
        trained, model = _seconds(lambda: Model.of(examples, Path(folder)))
        loaded, _ = _seconds(lambda: Model.of(examples, Path(folder)))
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / MEBIBYTE
    chosen = [example.line for example in examples[:: max(1, len(examples) // LINES)]]
    times = [_seconds(partial(_read, model, text))[0] * 1000 for text in chosen]
    slow, beside = quantiles(times, n=20)[-1], f"{sum(times) / len(times):.2f} ms on average"
    ratio = f"{trained / loaded:.0f}"
    table.add(Line("(j) model, trained and loaded", f"{trained:.0f} s", f"{loaded:.2f} s", ratio))
    table.add(Line("(j) model, file", f"{size:.1f} MiB", f"{len(examples)} lines", "", "< 4 MiB", size < 4))
    table.add(Line("(j) model, a line, p95", f"{slow:.2f} ms", beside, "", "< 5 ms", slow < 5))


def _read(model: Model, text: str) -> None:
    model.probabilities(text, Asked.CHECKIN)
    model.safety(text)


def _seconds(make: Callable[[], Made]) -> tuple[float, Made]:
    began = time.perf_counter()
    made = make()
    return time.perf_counter() - began, made
