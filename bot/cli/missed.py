"""`scrollwise content missed`: lines that were not understood, of those who agreed to that, without names and
figures; and how many there were of everybody."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.cli.exits import DONE
from bot.cli.hear import ASKED

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.storage.missed_lines import MissedCount, MissedLine

SPANS = {"7 days": 7, "90 days": 90, "a year": 366}  # of which the counts are summed up, in days


def add(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command beside `content hear`."""
    missed = parts.add_parser(
        "missed", help="show lines that were not understood, with names and figures hidden"
    )
    missed.add_argument(
        "--language", default="", metavar="CODE", help="only those of people with this language"
    )
    missed.add_argument("--asked", choices=ASKED, help="only those said to this kind of question")
    missed.set_defaults(carry_out=show_missed)


def show_missed(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `DatabaseError` where the database cannot be read."""
    import asyncio

    from bot.config.clock import system_clock

    kept, counts = asyncio.run(_read(settings, options))
    for line in (*_lines(settings, kept), "", *sums(counts, system_clock().date())):
        print(line)
    return DONE


async def _read(
    settings: Settings, options: argparse.Namespace
) -> tuple[list[MissedLine], list[MissedCount]]:
    from bot.core.model.reading import Asked
    from bot.storage.database import Database
    from bot.storage.engine import keys

    asked = Asked(options.asked) if options.asked else None
    secrets = keys.load(",".join(settings.keys), settings.secret_file, settings.data_dir)
    database = Database(settings.database, secrets)
    try:
        await database.start()
        async with database.read() as transaction:
            missed = transaction.missed_lines
            return await missed.kept(options.language, asked), await missed.counts(options.language, asked)
    finally:
        await database.close()


def _lines(settings: Settings, kept: Iterable[MissedLine]) -> Iterator[str]:
    """How often, language, open question and masked line, with tabs between. They stand by their letters, so
    that nobody sees what one person typed in a row."""
    from bot.understanding import loading
    from bot.understanding.masking import mask, vocabulary

    content = loading.load(settings.content_dir)
    ordinary = {
        code: vocabulary(example.line for example in language.examples)
        for code, language in content.languages.items()
    }
    found: Counter[tuple[str, str, str]] = Counter()
    unreadable = 0
    for line in kept:
        if line.text is None:
            unreadable += 1
            continue
        masked = mask(line.text, names=line.names, ordinary=ordinary.get(line.language, ()))
        found[line.language, line.asked, masked] += 1
    yield "times\tlanguage\tasked\tline"
    for (language, asked, masked), times in sorted(found.items()):
        yield f"{times}\t{language}\t{asked}\t{masked}"
    if unreadable:
        yield f"{unreadable} kept lines cannot be read"


def sums(counts: Iterable[MissedCount], today: date) -> Iterator[str]:
    """Language, open question, and how many lines were not understood in each of SPANS."""
    sums: dict[tuple[str, str], Counter[str]] = {}
    for count in counts:
        of_both = sums.setdefault((count.language, count.asked), Counter())
        for span, days in SPANS.items():
            if count.day > today - timedelta(days=days):
                of_both[span] += count.lines
    yield "\t".join(("language", "asked", *SPANS))
    for (language, asked), lines in sorted(sums.items()):
        yield "\t".join((language, asked, *(str(lines[span]) for span in SPANS)))
