"""Rules of the structure that import-linter does not know: names, sizes, and how docstrings begin."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "bot").rglob("*.py"))
MAX_FILE_LINES = 250
MAX_FUNCTION_LINES = 40
# Sentences have a subject and a verb, and words have one meaning.
UNCLEAR = re.compile(
    r"(?:^|[.:;]\s)(?:Who|What|Whatever|Whoever|Whom|Whose)\s(?![^.]*\?)"
    r"|\b(?:anew|whoever|whatever|midst|told)\b|\bof (?:its|their) own accord\b|\b(?:is|are|was) none\b",
)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, kinds):
                yield file.relative_to(ROOT), node


def docstrings() -> Iterator[tuple[str, str]]:
    for file, node in nodes(ast.Module, ast.ClassDef, *FUNCTIONS):
        if words := ast.get_docstring(node):  # type: ignore[arg-type]
            yield f"{file}: {getattr(node, 'name', 'module')}", words


def test_no_class_is_named_twice() -> None:
    places = defaultdict(list)
    for file, node in nodes(ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        if not node.name.startswith("_"):
            places[node.name].append(str(file))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_files_and_functions_stay_short() -> None:
    long = [
        str(file.relative_to(ROOT)) for file in FILES if len(file.read_text().splitlines()) > MAX_FILE_LINES
    ]
    for file, node in nodes(*FUNCTIONS):
        assert isinstance(node, FUNCTIONS)
        if (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES:
            long.append(f"{file}: {node.name}")
    assert long == []


def test_no_docstring_only_points_elsewhere() -> None:
    assert [place for place, words in docstrings() if re.match(r"See [`\w]", words)] == []


def test_docstrings_are_plain_technical_english() -> None:
    found = [f"{place}: {hit[0]}" for place, words in docstrings() if (hit := UNCLEAR.search(words))]
    assert found == []


ASKS_THE_TIME = re.compile(r"\b(?:datetime|date)\.(?:now|utcnow|today)\(|\btime\.(?:time|localtime)\(")


def test_only_the_clock_asks_what_time_it_is() -> None:
    """Durations may be measured: `monotonic` and `perf_counter` tell no time of day."""
    found = [str(f.relative_to(ROOT)) for f in FILES if ASKS_THE_TIME.search(f.read_text(encoding="utf-8"))]
    assert found == ["bot/config/clock.py"]
