"""How far long work has come: bars on stderr where somebody looks, nothing where nobody does."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.storage.transfer import ReportProgress


@contextmanager
def shown(unit: str = "rows") -> Iterator[ReportProgress]:
    """A function that takes what is done, how much of it just now, and of how much; a bar for each."""
    from tqdm import tqdm

    bars: dict[str, Any] = {}

    def step(what: str, some: int, total: int) -> None:
        if what not in bars:
            for bar in bars.values():
                bar.close()
            bars[what] = tqdm(desc=what, total=total, unit=f" {unit}", unit_scale=True, **_look())
        bars[what].update(some)

    try:
        yield step
    finally:
        for bar in bars.values():
            bar.close()


def _look() -> dict[str, Any]:
    """Measures are given, since tqdm writes nothing at all in a terminal that nobody sized (0 by 0)."""
    seen = sys.stderr is not None and sys.stderr.isatty()
    width = min(shutil.get_terminal_size().columns or 80, 100)
    return {"disable": not seen, "ncols": width, "nrows": 20}
