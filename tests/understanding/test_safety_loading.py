"""A mistake in the content of safety is reported with its file, line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.catalog import CatalogError
from bot.core.model.reading import Safety
from bot.understanding import assembly, safety_loading
from bot.understanding.safety import SafetyRules
from tests.understanding.heard import CONTENT
from tests.understanding.test_loading import damage

FILE = "locales/xx/understanding/safety.yaml"
SMALL = """\
core: [harm]
real: [ham]
in-full:
  wna: want to
leet: {"4": "a"}
tails: [haha]
idioms:
  - "no harm"
lowers:
  - "haha"
scope:
  - "phone"
parts:
  wish: ["want to", "(will|may) [soon]"]
  act: ["harm myself$", "vanish*"]
  other: ["you"]
rules:
  clear:
    - wish act !other
  unclear:
    - act & wish !scope
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "content" / FILE
    path.parent.mkdir(parents=True)
    path.write_text(SMALL, encoding="utf-8")
    return tmp_path / "content"


def test_the_shipped_content_is_in_order() -> None:
    kit, problems = safety_loading.load(CONTENT)
    assert problems == ()
    assert {rule.safety for rule in kit.rules} == set(Safety) - {Safety.NONE}


def test_rules_hear_what_they_say(content: Path) -> None:
    kit, problems = safety_loading.load(content)
    assert problems == ()
    rules = SafetyRules(kit)
    assert rules.read("I want to harm myself") == (Safety.CLEAR, "safety xx#19")
    assert rules.read("I wna really just h4rm myself.") == (Safety.CLEAR, "safety xx#19")
    assert rules.read("I want to harm myself haha").safety is Safety.UNCLEAR
    assert rules.read("I want to harm myself more and more").safety is Safety.NONE
    assert rules.read("vanishing is what I want to") == (Safety.UNCLEAR, "safety xx#21")
    assert rules.read("vanishing is what I want to, on my phone").safety is Safety.NONE
    assert rules.read("you want to harm myself").safety is Safety.UNCLEAR
    assert rules.read("no harm myself").safety is Safety.NONE


def test_without_any_file_nothing_is_heard(tmp_path: Path) -> None:
    kit, problems = safety_loading.load(tmp_path)
    assert problems == ()
    assert SafetyRules(kit).read("i want to die") == (Safety.NONE, "")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("core: [harm]", "core: [harm, no]", "YAML reads as bool; put it in quotes"),
        ("core: [harm]", "core: [hm]", "must be one word of at least 3 letters"),
        ("tails: [haha]", "tails: []", "must be a list with at least one item"),
        ("  wna: want to", "  wna: 12", "YAML reads as int; put it in quotes"),
        ('  - "no harm"', "  - [no] harm", "did not find expected"),
        ('  - "no harm"', '  - "no (harm"', "has '(' without its other half"),
        ('  - "no harm"', '  - "no harm]"', "has ']' without its other half"),
        ('  - "no harm"', '  - "[no harm]"', "may be empty; one word must be there"),
        ('  - "no harm"', '  - "* harm"', "begins with '*'"),
        ('  - "no harm"', '  - "no ha*rm"', "has '*' within a word"),
        ('  - "no harm"', '  - "no ha*"', "fewer than 4 letters before its '*'"),
        ('  - "no harm"', '  - "no$ harm$"', "has '$' within it"),
        ('  - "no harm"', '  - "wna harm"', "is never found: 'in-full' makes 'want to' of it"),
        ("  other:", "  scope:", "a part cannot be called 'scope'"),
        ("  other:", "  Other:", "only a-z, 0-9 and single hyphens"),
        (" !other", "", "no rule uses the part 'other'"),
        (
            "- wish act !other",
            "- wish acts !other",
            "names the part 'acts', which is not there; one of: wish",
        ),
        ("act & wish", "act &", "nothing on one side of '&'"),
        ("!scope", "scope", "'scope' only keeps a rule silent"),
        ("  unclear:", "  none:", "a danger is 'none'; one of: unclear, clear"),
        ("  unclear:", "  clear:", "'clear' is there twice"),
        ("real:", "reals:", "'reals' is unknown in safety"),
    ],
)
def test_a_mistake_is_reported_with_its_place(content: Path, old: str, new: str, reason: str) -> None:
    line = damage(content / FILE, old, new)
    _, problems = safety_loading.load(content)
    told = [problem for problem in problems if reason in problem.reason]
    assert told, problems
    assert {problem.file for problem in problems} == {f"content/{FILE}"}
    if reason not in ("no rule uses the part 'other'", "'reals' is unknown in safety"):
        assert line in {problem.line for problem in told}


def test_the_rules_are_not_made_of_faulty_content(content: Path) -> None:
    damage(content / FILE, "- wish act", "- wish acts")
    with pytest.raises(CatalogError, match=r"xx/understanding/safety\.yaml:19: a rule names"):
        assembly.safety(content)
