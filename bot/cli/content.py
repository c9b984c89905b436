"""`scrollwise content`: `check` reads all content, and says what is wrong with file and line; `hear`,
`build` and `missed` have files of their own."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.cli import build, hear, missed
from bot.cli.exits import DONE

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its parts."""
    parser = commands.add_parser("content", help="look after plans, prompts and texts")
    parts = parser.add_subparsers(dest="part", metavar="PART", required=True)
    check = parts.add_parser("check", help="read all content and say what is wrong, with file and line")
    check.set_defaults(carry_out=check_content)
    hear.add(parts)
    build.add(parts)
    missed.add(parts)


def check_content(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `bot.content.catalog.CatalogError` for what is wrong."""
    from bot.content import catalog
    from bot.rehearsal import personas

    library = catalog.load(settings.content_dir)
    people, problems = personas.read(settings.content_dir, library)
    if problems:
        raise catalog.CatalogError(problems)
    print(
        f"The content is in order: {len(library.plans)} plans, {len(library.prompts)} prompts, "
        f"{len(library.languages)} languages, {len(people)} people to rehearse with."
    )
    for line in _of_understanding(settings):
        print(line)
    return DONE


def _of_understanding(settings: Settings) -> Iterator[str]:
    """The findings for authors; nothing where the content has no understanding of typed words."""
    from bot.content.catalog import CatalogError
    from bot.understanding import assembly, audit, loading, safety_examples, safety_loading

    if not (settings.content_dir / loading.FILE).exists():
        return
    content = loading.load(settings.content_dir)
    _, faults = safety_loading.load(settings.content_dir)
    if problems := [*content.problems, *faults]:
        raise CatalogError(problems)
    if misheard := safety_examples.check(settings.content_dir, assembly.safety(settings.content_dir)):
        raise CatalogError(misheard)
    for code, language in content.languages.items():
        yield from audit.findings(code, language)
