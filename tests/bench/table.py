"""One table at the end, and what is going on until then."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field

_BEGAN = time.monotonic()


@dataclass(frozen=True)
class Line:
    """`figure`: the ratio or value that the bound is about; `kept`: whether it holds, None where nothing was
    promised."""

    what: str
    ours: str
    beside: str
    figure: str
    bound: str = ""
    kept: bool | None = None


@dataclass
class Table:
    lines: list[Line] = field(default_factory=list)

    def add(self, *line: Line) -> None:
        for one in line:
            self.lines.append(one)
            tell(f"{one.what}: {one.ours} beside {one.beside}: {one.figure} {_verdict(one)}")

    def show(self) -> str:
        rows = [("what", "Scrollwise", "beside it", "figure", "bound", "")]
        rows += [(li.what, li.ours, li.beside, li.figure, li.bound, _verdict(li)) for li in self.lines]
        wide = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
        shown = ["  ".join(cell.ljust(w) for cell, w in zip(row, wide, strict=True)).rstrip() for row in rows]
        return "\n".join([shown[0], "-" * (sum(wide) + 10), *shown[1:]])


def _verdict(line: Line) -> str:
    return "" if line.kept is None else "ok" if line.kept else "FALLS SHORT"


def tell(what: str) -> None:
    """A line of progress."""
    print(f"[{time.monotonic() - _BEGAN:5.0f} s] {what}", file=sys.stderr, flush=True)


def short(size: int) -> str:
    """A number of people: "100 k"."""
    return f"{size // 1_000_000} M" if size >= 1_000_000 else f"{size // 1000} k"
