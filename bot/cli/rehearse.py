"""`scrollwise rehearse`: made-up people live weeks with the coach, for those who write its content."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.exits import DONE, WRONG_USE, complain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.config.settings import Settings
    from bot.rehearsal.personas import Persona
    from bot.rehearsal.stage import CoachContent
    from bot.rehearsal.table import Row

DAYS, MAX_DAYS = 90, 400


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser("rehearse", help="let made-up people live weeks with the coach, in seconds")
    people = parser.add_mutually_exclusive_group(required=True)
    people.add_argument("--persona", metavar="NAME", help="one of content/personas")
    people.add_argument("--all", action="store_true", help="everybody: a row of figures each")
    parser.add_argument(
        "--days", type=_days, default=DAYS, metavar="N", help=f"1 to {MAX_DAYS}; {DAYS} without it"
    )
    parser.add_argument("--language", metavar="CODE", help="one language; every one without it")
    parser.add_argument(
        "--figures", action="store_true", help="the figures and their bounds, not the conversation"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the conversation as a page too")
    parser.set_defaults(carry_out=carry_out)


def _days(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MAX_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(f"a whole number from 1 to {MAX_DAYS}")


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `bot.content.catalog.CatalogError` for faulty content."""
    import asyncio

    from bot.content import catalog
    from bot.rehearsal import personas
    from bot.rehearsal.stage import CoachContent

    library = catalog.load(settings.content_dir)
    people, problems = personas.read(settings.content_dir, library)
    if problems:
        raise catalog.CatalogError(problems)
    if options.persona and options.persona not in people:
        return complain(f"no persona '{options.persona}'; one of: {', '.join(people)}", code=WRONG_USE)
    parts = _parts(people, options)
    if not parts:
        return complain(f"nobody speaks '{options.language}'", code=WRONG_USE)
    content = CoachContent.load(settings.content_dir, settings.data_dir, library)
    return asyncio.run(_rehearse(content, parts, options))


def _parts(people: Mapping[str, Persona], options: argparse.Namespace) -> list[tuple[Persona, str]]:
    """Each persona to rehearse, in each language that is asked for and that it speaks."""
    return [
        (persona, language)
        for name, persona in people.items()
        for language in persona.voice
        if options.persona in (None, name) and options.language in (None, language)
    ]


async def _rehearse(
    content: CoachContent, parts: list[tuple[Persona, str]], options: argparse.Namespace
) -> int:
    from bot.rehearsal import log, masking, page, rehearse, table
    from bot.rehearsal.figures import count

    rows: list[Row] = []
    async for rehearsal in rehearse.rehearse(content, parts, options.days):
        persona, language = rehearsal.persona, rehearsal.language
        mask = masking.mask(persona, language, content.library, content.wording)
        prompts = masking.prompts(persona.track, language, content.library, content.wording)
        rows.append((rehearsal, count(rehearsal, mask, prompts)))
        if options.all:
            print(f"{persona.name} ({language}) …", file=sys.stderr)
        elif not options.figures:
            print(*log.lines(rehearsal), "", sep="\n")
    if options.all:
        print(*table.many(rows), sep="\n")
    elif options.figures:
        print("\n\n".join("\n".join(table.one(*row)) for row in rows))
    if options.html:
        options.html.write_text(page.html(rehearsal for rehearsal, _ in rows), encoding="utf-8")
    return DONE
