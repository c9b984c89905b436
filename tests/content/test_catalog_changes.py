"""The shipped catalogue changes by content alone, and the frozen catalogue of the other tests stays the same.

Each test changes a copy of the shipped content. The plan that one adds is the example of the page
docs/adding-a-plan.md.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.content import catalog
from bot.content.wording import Wording
from bot.core.model.messages import Text
from tests import world
from tests.catalogue import SHIPPED, compose
from tests.content.reading import ROOT

PAGE = (ROOT / "docs" / "adding-a-plan.md").read_text("utf-8")
STRUCTURE, SOURCE, ENGLISH, SPANISH = re.findall(r"^```\w+\n(.+?)^```$", PAGE, re.MULTILINE | re.DOTALL)
WORDS = {"en": ENGLISH, "es": SPANISH}
LANGUAGES = tuple(WORDS)
SLUG = "table-for-talk"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content, in the languages of the page."""
    root = shutil.copytree(SHIPPED, tmp_path / "content")
    for folder in (root / "locales").iterdir():
        if folder.name not in LANGUAGES:
            shutil.rmtree(folder)
    return root


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def add_words(content: Path, file: str, key: str) -> None:
    """Add a message to each language: the language and the key, as a question."""
    for language in LANGUAGES:
        append(content / "locales" / language / file, f"{key} = {language}: {key}?\n")


def remove_words(content: Path, file: str, beginning: str) -> None:
    """Remove each message whose key begins so, with its further lines."""
    message = re.compile(rf"^{beginning}[\w-]* =.*\n(?:[ ].*\n)*", re.MULTILINE)
    for language in LANGUAGES:
        path = content / "locales" / language / file
        path.write_text(message.sub("", path.read_text("utf-8")), "utf-8")


def is_frozen(content: Path) -> bool:
    """Whether the other tests' catalogue is the same within the interface of this content."""
    composed, known = compose(content.parent / "composed", interface=content), world.library()
    library = catalog.load(composed)
    wording = Wording(composed, library.default_language, strict=True)
    texts = [plan.text(part) for plan in known.plans.values() for part in ("name", "pitch", "about")]
    texts += [Text(f"prompt-{prompt.slug}") for prompt in known.prompts]
    same = [wording.html(t, code) == world.wording().html(t, code) for t in texts for code in known.languages]
    return (library.plans, library.prompts) == (known.plans, known.prompts) and all(same)


def test_a_plan_more(content: Path) -> None:
    remove_words(content, "plans.ftl", f"plan-{SLUG}-")  # none, unless the example itself is shipped
    (content / "plans" / f"{SLUG}.yaml").write_text(STRUCTURE, "utf-8")
    if SOURCE.partition(":")[0] not in catalog.load(SHIPPED).sources:
        append(content / "sources.yaml", SOURCE)
    missing = [f"'{key}' is missing" for key in re.findall(rf"^plan-{SLUG}-[\w-]+", ENGLISH, re.MULTILINE)]
    assert sorted(problem.reason for problem in catalog.check(content)) == sorted(missing * len(LANGUAGES))
    for language in LANGUAGES:
        append(content / "locales" / language / "plans.ftl", WORDS[language])
    assert catalog.check(content) == []
    assert catalog.load(content).plans.keys() == catalog.load(SHIPPED).plans.keys() | {SLUG}
    assert is_frozen(content)


def test_a_plan_less(content: Path) -> None:
    slug, *rest = catalog.load(content).plans
    (content / "plans" / f"{slug}.yaml").unlink()
    assert {problem.reason.split("' ")[1] for problem in catalog.check(content)} == {
        "belongs to nothing in the catalogue"
    }
    remove_words(content, "plans.ftl", f"plan-{slug}-")
    assert catalog.check(content) == []
    assert list(catalog.load(content).plans) == rest
    assert is_frozen(content)


def test_other_words_of_a_plan(content: Path) -> None:
    plan = next(iter(catalog.load(content).plans.values()))
    remove_words(content, "plans.ftl", f"plan-{plan.slug}-about")
    add_words(content, "plans.ftl", f"plan-{plan.slug}-about")
    assert catalog.check(content) == []
    assert Wording(content, "en").plain(plan.text("about"), "en") == f"en: plan-{plan.slug}-about?"
    assert is_frozen(content)


def test_a_prompt_more_and_one_less(content: Path) -> None:
    library = catalog.load(content)
    named = {slug for theme in library.week_themes for slug in theme.prompts}
    gone = next(prompt.slug for prompt in library.prompts if prompt.slug not in named)
    path = content / "prompts.yaml"
    path.write_text(path.read_text("utf-8").replace(f"  - {gone}\n", "  - made-up\n", 1), "utf-8")
    remove_words(content, "prompts.ftl", f"prompt-{gone}")
    add_words(content, "prompts.ftl", "prompt-made-up")
    assert catalog.check(content) == []
    slugs = [prompt.slug for prompt in catalog.load(content).prompts]
    assert "made-up" in slugs
    assert gone not in slugs
    assert is_frozen(content)
