"""Danger is heard by rules: the tiers, the harms, the near misses, whole texts and every language at once."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model.reading import Safety
from bot.understanding import safety_examples
from tests.understanding.danger import danger, labelled, rules
from tests.understanding.heard import CONTENT


@pytest.mark.parametrize(
    ("line", "safety"),
    [
        ("i want to die", "clear"),
        ("last night i cut myself again", "clear"),
        ("no quiero seguir viviendo", "clear"),
        ("volví a cortarme", "clear"),
        ("i wish i wouldn't wake up tomorrow", "unclear"),
        ("estarían todos mejor sin mí", "unclear"),
        ("he says he will send my nudes to everyone", "harm:picture-threat"),
        ("me están extorsionando con un video", "harm:picture-threat"),
        ("a stranger asks me to send nudes", "harm:unwanted-contact"),
        ("un señor que no conozco me pide fotos", "harm:unwanted-contact"),
        ("i'm being cyberbullied", "harm:bullying"),
        ("en el grupo de clase todos se burlan de mí", "harm:bullying"),
        ("my dad hits me", "harm:violence"),
        ("mi papá me pega", "harm:violence"),
        ("i make myself throw up after dinner", "harm:eating"),
        ("tomo laxantes para bajar de peso", "harm:eating"),
        ("my friend wants to kill herself", "harm:friend-at-risk"),
        ("mi hermana pequeña se corta", "harm:friend-at-risk"),
    ],
)
def test_each_kind_of_danger_is_heard(line: str, safety: str) -> None:
    assert danger(line) == safety


@pytest.mark.parametrize(
    "line",
    [
        "this homework is killing me",
        "I'm dead 😂",
        "just killing time",
        "dying to see it",
        "starving, what's for dinner",
        "delete my account, I want to disappear from instagram",
        "I cut my finger while cooking",
        "voy a colgar una foto",
        "me mata de risa",
        "me maté a trabajar",
        "quiero desaparecer de las redes",
        "me corté el pelo",
    ],
)
def test_a_near_miss_is_no_danger(line: str) -> None:
    assert danger(line) is Safety.NONE


def test_laughter_a_comparison_and_a_thing_make_a_clear_line_unclear() -> None:
    assert danger("i want to die") is Safety.CLEAR
    assert danger("i want to die lol") is Safety.UNCLEAR
    assert danger("i'd rather be dead than go back there") is Safety.UNCLEAR
    assert danger("me quiero morir jajaja") is Safety.UNCLEAR


def test_a_word_of_scope_silences_the_unclear_tier_only() -> None:
    assert danger("i'm so tired of everything") is Safety.UNCLEAR
    assert danger("i'm so tired of everything on this app") is Safety.NONE
    assert danger("i want to die because of this app") is Safety.CLEAR


def test_an_idiom_of_one_language_is_taken_out_before_the_rules_of_another() -> None:
    assert danger("misión suicida 😂 tonight") is Safety.NONE
    assert danger("hoy vimos suicide squad") is Safety.NONE


def test_a_line_may_change_its_language() -> None:
    assert danger("hoy fatal, i want to die") is Safety.CLEAR
    assert danger("today was bad. quiero morirme") is Safety.CLEAR


def test_the_gravest_danger_counts() -> None:
    assert danger("everyone in class laughs at me. i want to kill myself") is Safety.CLEAR


def test_the_parts_of_a_harm_may_stand_in_two_sentences() -> None:
    assert danger("he has my nudes. he says he will send them to everyone") is Safety.PICTURE_THREAT


def test_the_examples_of_each_language_are_heard_as_they_should_be() -> None:
    assert safety_examples.check(CONTENT, rules()) == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("- I want to disappear\n", "- I want a tea\n", "'I want a tea' is not heard as a danger"),
        ("I want to stop scrolling", "I want to die", "'I want to die' is taken for a danger"),
        ("\nno-danger:", "\nnot-danger:", "'not-danger' is unknown in the examples; one of: danger"),
    ],
)
def test_an_example_that_is_misheard_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    path = content / "locales" / "en" / "examples.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old.strip())].count("\n") + 1
    found = [str(problem) for problem in safety_examples.check(content, rules())]
    assert any(p.startswith(f"content/locales/en/examples.yaml:{line}: {reason}") for p in found), found


@pytest.mark.parametrize("at", ["start", "middle", "end"])
def test_the_whole_of_a_long_text_is_read(at: str) -> None:
    filler = "we had lunch and then we walked home. " * 1300
    texts = {
        "start": "i want to die. " + filler * 2,
        "middle": filler + "i want to die. " + filler,
        "end": filler * 2 + "i want to die",
    }
    assert danger(texts[at]) is Safety.CLEAR


@pytest.mark.parametrize(
    "unit",
    [
        "we had lunch and then walked home. ",
        "a.",
        "want to ",
        "want to kill time ",
        "i w a n t ",
        "a*a ",
        "he says he will send ",
        "wantwantwantwant ",
        "x",
        "😂",
        "quiero que me ",
        "!?",
    ],
)
def test_steps_grow_with_the_length_and_no_faster(unit: str) -> None:
    short, long = (_steps(unit * (characters // len(unit))) for characters in (4_000, 16_000))
    assert long < 4.4 * short + 4_000
    assert long < 16_000 * 400


def _steps(text: str) -> int:
    """Lines of Python that reading a text takes."""
    count = 0

    def step(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return step

    hear, before = rules(), sys.gettrace()
    sys.settrace(step)
    try:
        hear.read(text)
    finally:
        sys.settrace(before)
    return count


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert rules().read(text) == rules().read(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["i", "want", "to", "die", "quiero", "morir", ".", "lol", "💀", "k", "m", "s"]))
)
def test_any_words_in_any_order_are_read(words: list[str]) -> None:
    danger(" ".join(words))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_half_of_the_list_that_was_kept_apart(language: str) -> None:
    rows = labelled(language)[1::2]
    dangers = [row for row in rows if row.safety is not Safety.NONE]
    ordinary = [row for row in rows if row.safety is Safety.NONE]
    clear = [row for row in rows if danger(row.line) is Safety.CLEAR]
    assert len(dangers) == 100
    assert sum(danger(row.line) is not Safety.NONE for row in dangers) >= 0.9 * len(dangers)
    assert sum(danger(row.line) is not Safety.NONE for row in ordinary) <= 0.15 * len(ordinary)
    assert sum(row.safety is Safety.NONE for row in clear) <= 0.05 * len(clear)


def test_ordinary_examples_seldom_alarm() -> None:
    from tests.understanding.heard import shipped

    for language in shipped().languages.values():
        ordinary = [each.line for each in language.examples if each.safety is Safety.NONE]
        assert sum(danger(line) is not Safety.NONE for line in ordinary) <= 0.01 * len(ordinary)
