"""(j) What reading costs: the time to train the model and to load it, its file, a line by all parts."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import TypeVar

from bot.core.model.reading import Asked
from bot.understanding import assembly
from bot.understanding.loading import load
from bot.understanding.model import Model
from bot.understanding.normal import plain
from bot.understanding.reader import Reader
from tests.bench.place import Api, Places
from tests.bench.table import Line, Table

CONTENT = Path(__file__).parents[2] / "content"
MEBIBYTE = 1 << 20
LINES = 2000
TODAY = date(2026, 11, 25)
Made = TypeVar("Made")


async def hear(table: Table, places: Places, server: Api) -> None:
    """(j)"""
    _measure(table)


def _measure(table: Table) -> None:
    languages = load(CONTENT).languages
    examples = [example for name in sorted(languages) for example in languages[name].examples]
    with tempfile.TemporaryDirectory() as folder:
        trained, model = _seconds(lambda: Model.of(languages, Path(folder)))
        loaded, _ = _seconds(lambda: Model.of(languages, Path(folder)))
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / MEBIBYTE
        reader, loads = _loaded(Path(folder))
    chosen = [example.line for example in examples[:: max(1, len(examples) // LINES)]]
    ratio = f"{trained / loaded:.0f}"
    table.add(Line("(j) model, trained and loaded", f"{trained:.0f} s", f"{loaded:.2f} s", ratio))
    table.add(Line("(j) model, file", f"{size:.1f} MiB", f"{len(examples)} lines", "", "< 4 MiB", size < 4))
    table.add(Line("(j) reader, loaded", f"{loads:.2f} s", "content, safety, model", ""))
    table.add(_lines("(j) model alone", [partial(_by_model, model, text) for text in chosen]))
    table.add(_lines("(j) danger alone", [partial(reader.danger, text) for text in chosen]))
    table.add(_lines("(j) whole reader", [partial(_read, reader, text) for text in chosen]))
    longest = _seconds(partial(_read, reader, "we had lunch and then we walked home. " * 2700))[0]
    table.add(
        Line("(j) whole reader, 100,000 letters", f"{longest:.2f} s", "in a thread", "", "< 3 s", longest < 3)
    )


def _loaded(folder: Path) -> tuple[Reader, float]:
    seconds, reader = _seconds(lambda: assembly.reader(CONTENT, folder))
    return reader, seconds


def _lines(name: str, reads: Sequence[Callable[[], object]]) -> Line:
    """The 95th percentile of these reads."""
    times = [_seconds(read)[0] * 1000 for read in reads]
    slow, beside = quantiles(times, n=20)[-1], f"{sum(times) / len(times):.2f} ms on average"
    return Line(f"{name}, a line, p95", f"{slow:.2f} ms", beside, "", "< 5 ms", slow < 5)


def _by_model(model: Model, text: str) -> None:
    model.probabilities(text, Asked.CHECKIN, plain(text))
    model.safety(text)


def _read(reader: Reader, text: str) -> None:
    reader.read(text, language="en", asked=Asked.CHECKIN, today=TODAY)


def _seconds(make: Callable[[], Made]) -> tuple[float, Made]:
    began = time.perf_counter()
    made = make()
    return time.perf_counter() - began, made
