"""`scrollwise content hear`: a line for each typed line, with what the coach understands; or the shares of a
list with expected readings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.exits import DONE, FAILED, complain

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.core.model.reading import Reading, Value
    from bot.understanding.reader import Reader

# The values of `bot.core.model.reading.Asked`, which is imported only where lines are read.
ASKED = ("nothing", "checkin", "minutes", "count", "control", "time", "date", "reflection")


def add(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command beside `content check`."""
    hear = parts.add_parser("hear", help="say what typed lines are understood as; they come from stdin")
    hear.add_argument("--language", required=True, metavar="CODE", help="the person's language")
    hear.add_argument("--asked", choices=ASKED, default=ASKED[0],
                      help="the kind of the open question")  # fmt: skip
    hear.add_argument("--today", type=date.fromisoformat, metavar="DAY", help="the person's day: 2026-11-25")
    hear.add_argument("--explain", action="store_true", help="show the normal form and what spoke")
    hear.add_argument("--test", type=Path, metavar="FILE", help="shares of a list with expected readings")
    hear.set_defaults(carry_out=hear_lines)


def hear_lines(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `bot.content.catalog.CatalogError` for what is wrong with the content."""
    from bot.config.clock import system_clock
    from bot.core.model.reading import Asked
    from bot.understanding import assembly

    asked = Asked(options.asked)
    today = options.today or system_clock().date()
    reader = assembly.reader(settings.content_dir, settings.data_dir)
    if options.language not in reader.languages:
        return complain(f"no understanding for '{options.language}'; one of: {', '.join(reader.languages)}")
    if options.test:
        return _tested(reader, options.test, options.language, today)
    for line in _typed():
        reading = reader.read(line, language=options.language, asked=asked, today=today)
        print("\t".join(row(reading)))
        if options.explain:
            print(f"    {reader.normal(line, options.language)}  <-  {reading.why or 'nothing'}")
    return DONE


def row(reading: Reading) -> tuple[str, ...]:
    """Safety, reading, value, confirm and others, as the command prints them."""
    confirm = "sure" if reading.is_sure else "ask"
    return (reading.safety, reading.meaning, shown(reading.value), confirm, "|".join(reading.others) or "-")


def shown(value: Value | None) -> str:
    """3, 45, 20:30, 2026-12-24, the days of the week with commas (0 = Monday), or "-".

    >>> shown(45.0), shown(time(20, 30)), shown((0, 3)), shown(None)
    ('45', '20:30', '0,3', '-')
    """
    if value is None:
        return "-"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return ",".join(map(str, value)) if isinstance(value, tuple) else f"{value:g}"


def _typed() -> Iterator[str]:
    """The lines of stdin; what is not UTF-8 is kept as signs that nobody types."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _tested(reader: Reader, path: Path, language: str, today: date) -> int:
    from bot.content.catalog import CatalogError
    from bot.content.problems import Problems
    from bot.understanding import trial
    from bot.understanding.loading import read_examples

    problems = Problems(path.absolute().parent)
    examples = read_examples(path.absolute(), problems)
    if problems.found:
        raise CatalogError(problems.found)
    if not examples:
        return complain(f"{path} has no line", code=FAILED)
    outcomes = [
        trial.Outcome(example, reader.read(example.line, language=language, asked=example.asked, today=today))
        for example in examples
    ]
    _print(trial.report(outcomes, lambda reading: shown(reading.value)))
    return DONE


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
