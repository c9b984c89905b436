"""Fluent files: every message of a language, with the place where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from bot.content.problems import Problems


@dataclass(frozen=True, slots=True)
class FtlEntry:
    """One message (or term, its key with a leading "-") and where it stands: `line` from 1."""

    key: str
    path: Path
    line: int
    node: ast.Message | ast.Term


@lru_cache(maxsize=256)
def parse(source: str) -> ast.Resource:
    """The tree of a file's text. Parsing is slow, and two parts of the program read the same files."""
    return FluentParser().parse(source)


def codes(content_dir: Path) -> tuple[str, ...]:
    """The languages that have a folder with Fluent files, by their codes."""
    locales = content_dir / "locales"
    found = (d.name for d in locales.iterdir() if any(d.glob("*.ftl"))) if locales.is_dir() else ()
    return tuple(sorted(found))


def read(content_dir: Path, code: str, problems: Problems) -> dict[str, FtlEntry]:
    """All messages of a language by key, from all its files. Faults of the syntax and keys that are there
    twice are noted; of two, the first counts."""
    entries: dict[str, FtlEntry] = {}
    for path in sorted((content_dir / "locales" / code).glob("*.ftl")):
        source = problems.read(path)
        if source is None:
            continue
        for entry in _entries(path, source, problems):
            if first := entries.get(entry.key):
                where = f"{first.path.name}:{first.line}"
                problems.add(path, entry.line, 1, f"'{entry.key}' is there twice (first in {where})")
            entries.setdefault(entry.key, entry)
    return entries


def _entries(path: Path, source: str, problems: Problems) -> list[FtlEntry]:
    found = []
    for node in parse(source).body:
        if isinstance(node, ast.Junk):
            _note_junk(node, path, source, problems)
        elif isinstance(node, (ast.Message, ast.Term)):
            start = node.id.span.start if node.id.span else 0
            sign = "-" if isinstance(node, ast.Term) else ""
            found.append(FtlEntry(sign + node.id.name, path, line_of(source, start), node))
    return found


def _note_junk(node: ast.Junk, path: Path, source: str, problems: Problems) -> None:
    """The parser names the place where it gave up, which may lie in the next message: stay in this one."""
    text = (node.content or "").rstrip()
    start = node.span.start if node.span else 0
    for note in node.annotations or []:
        at = note.span.start if note.span else start
        at = max(start, min(at, start + len(text) - 1))
        column = at - source.rfind("\n", 0, at)
        problems.add(path, line_of(source, at), column, f"is not Fluent: {note.message}")


def line_of(source: str, offset: int) -> int:
    """The line (from 1) of a character's offset."""
    return source.count("\n", 0, offset) + 1
