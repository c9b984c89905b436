"""A mistake in the content of understanding is reported with its file, line and reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.understanding import loading
from tests.understanding.heard import CONTENT, shipped

EN = "locales/en/understanding/"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of understanding in English, with two examples."""
    root = tmp_path / "content"
    (root / EN / "examples").mkdir(parents=True)
    shutil.copy(CONTENT / "understanding.yaml", root)
    for name in ("words.yaml", "patterns.yaml"):
        shutil.copy(CONTENT / EN / name, root / EN)
    lines = "checkin\tnone\tkept\t-\tdid it\nminutes\tnone\tminutes\t45\t45 min\n"
    (root / EN / "examples/a.tsv").write_text(lines, encoding="utf-8")
    return root


def damage(path: Path, old: str, new: str) -> int:
    """Replace the first `old`; the line (from 1) on which it stood."""
    text = path.read_text(encoding="utf-8")
    at = text.index(old)
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    return text.count("\n", 0, at) + 1


def test_the_shipped_content_is_in_order() -> None:
    assert shipped().problems == ()
    assert set(shipped().languages) == {"en", "es"}


def test_examples_are_read_as_they_are_labelled(content: Path) -> None:
    loaded = loading.load(content)
    assert loaded.problems == ()
    assert [(e.asked, e.reading, e.value, e.line) for e in loaded.languages["en"].examples] == [
        ("checkin", "kept", "", "did it"),
        ("minutes", "minutes", "45", "45 min"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("patterns.yaml", '"stop it"', "no", "YAML reads as bool; put it in quotes"),
        ("patterns.yaml", '"stop it"', "12", "YAML reads as int; put it in quotes"),
        ("patterns.yaml", '"stop it"', "[stop] ", "is read by YAML as seq; put it in quotes"),
        ("patterns.yaml", '"stop it"', '"stop (it"', "has '(' without its other half"),
        ("patterns.yaml", '"stop it"', '"stop it)"', "has ')' without its other half"),
        ("patterns.yaml", '"stop it"', '"stop {it"', "has a brace without its other half"),
        ("patterns.yaml", '"stop it"', '"stop {it}"', "has the slot '{it}'; one of: number, word"),
        ("patterns.yaml", '"stop it"', '"[stop it]"', "may be empty"),
        ("patterns.yaml", '"stop it"', '"stop .."', "stands between words only"),
        ("patterns.yaml", "  stop:\n", "  halt:\n", "a reading is 'halt'"),
        ("words.yaml", '"yep": "yes"', '"yep": yes', "YAML reads as bool; put it in quotes"),
        ("words.yaml", "hedges: [", "hedges: [off, ", "YAML reads as bool; put it in quotes"),
        ("words.yaml", '  "80": [', '  "much": [', "no whole percent"),
        ("words.yaml", '"👎": missed', '"👎": maybe', "a reaction is 'maybe'; one of: kept, partly"),
        ("words.yaml", '"👎": missed', "1: missed", "YAML reads as int; put it in quotes"),
        ("words.yaml", "fillers:", "filler:", "'filler' is unknown in the words"),
        ("examples/a.tsv", "\tdid it", "", "has 4 fields"),
        ("examples/a.tsv", "checkin", "evening", "'evening' is unknown; one of: nothing, checkin"),
        ("examples/a.tsv", "kept", "held", "'held' is unknown; one of: kept"),
        ("examples/a.tsv", "did it", " ", "the line is empty"),
    ],
)
def test_a_mistake_is_reported_with_its_place(
    content: Path, file: str, old: str, new: str, reason: str
) -> None:
    line = damage(content / EN / file, old, new)
    found = loading.load(content).problems
    assert any(reason in problem.reason and problem.file == f"content/{EN}{file}" for problem in found)
    if not reason.startswith(("no whole", "'filler'")):  # these are told at the mapping or the list
        assert line in {problem.line for problem in found if reason in problem.reason}


def test_thresholds_are_whole_percent(content: Path) -> None:
    line = damage(content / "understanding.yaml", "act-rule: 75", "act-rule: 7.5")
    (problem,) = loading.load(content).problems
    assert (problem.file, problem.line) == ("content/understanding.yaml", line)
    assert "a whole number from 0 to 100" in problem.reason


def test_without_any_content_the_missing_file_is_told(tmp_path: Path) -> None:
    (problem,) = loading.load(tmp_path / "content").problems
    assert str(problem) == "content/understanding.yaml:1: this file is missing"
