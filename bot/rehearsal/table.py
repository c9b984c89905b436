"""Figures as tables of plain text, the bounds beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.rehearsal.bounds import TABLE, Bound
from bot.rehearsal.figures import Figures
from bot.rehearsal.record import Rehearsal

MISSED = "!"  # behind a figure that does not keep its bound
Row = tuple[Rehearsal, Figures]


def one(rehearsal: Rehearsal, figures: Figures) -> Iterator[str]:
    """A line for each figure of one rehearsal, with its bound."""
    width = max(len(bound.title) for bound in TABLE)
    yield f"{rehearsal.persona.name} ({rehearsal.language}), {len(rehearsal.days)} days"
    for bound in TABLE:
        yield f"  {bound.title:<{width}}  {_cell(bound, figures, rehearsal):>6}  {bound.limits}".rstrip()


def many(rows: Sequence[Row]) -> Iterator[str]:
    """A line for each rehearsal, below the numbers of the figures and their bounds; then the titles."""
    names = [f"{rehearsal.persona.name} ({rehearsal.language})" for rehearsal, _ in rows]
    first = max(map(len, (*names, "bound")))
    cells = [[_cell(bound, figures, rehearsal) for bound in TABLE] for rehearsal, figures in rows]
    heads = [str(number) for number in range(1, len(TABLE) + 1)]
    limits = [bound.limits for bound in TABLE]
    columns = list(zip(heads, limits, *cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    for name, row in zip(("", "bound", *names), (heads, limits, *cells), strict=True):
        yield "  ".join((name.ljust(first), *(c.rjust(w) for c, w in zip(row, widths, strict=True)))).rstrip()
    yield ""
    yield from (f"{number:>2}  {bound.title}" for number, bound in enumerate(TABLE, 1))


def _cell(bound: Bound, figures: Figures, rehearsal: Rehearsal) -> str:
    """A figure as it is printed: a whole number, or one decimal; "–" for none."""
    value: float | None = getattr(figures, bound.figure)
    shown = "–" if value is None else f"{value:.0f}" if value == int(value) else f"{value:.1f}"
    return shown if bound.holds(figures, rehearsal) else f"{shown}{MISSED}"
