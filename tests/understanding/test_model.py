"""The trained part: the same bytes everywhere, a damaged file is written again, any text is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.reading import Asked, Meaning, Safety
from bot.understanding.features import features, tokens
from bot.understanding.model import KEPT, Model, fingerprint
from bot.understanding.parts import Example, LanguageContent, Words

ROWS = [
    ("checkin", "none", "kept", "yes, did it"),
    ("checkin", "none", "kept", "did it, all of it"),
    ("checkin", "none", "kept", "sí, lo hice 💪"),
    ("checkin", "none", "missed", "no, not today"),
    ("checkin", "none", "missed", "not at all, no"),
    ("nothing", "none", "urge", "i want to scroll now"),
    ("nothing", "none", "urge", "want to scroll so badly"),
    ("nothing", "unclear", "feeling", "what is the point of it all"),
    ("nothing", "unclear", "feeling", "there is no point at all"),
]
WORDS = Words(slang={"yep": "yes", "nope": "no"})
HASHES = """
import hashlib
from tests.understanding.test_model import content
from bot.understanding.model import Model
print(hashlib.sha256(Model.trained(content()).to_bytes()).hexdigest())
"""


def content(without: int = 0, words: Words = WORDS) -> dict[str, LanguageContent]:
    """The examples but for the first ones."""
    rows = (ROWS * 3)[without:]
    examples = [Example(Asked(row[0]), Safety(row[1]), Meaning(row[2]), "", row[3]) for row in rows]
    return {"en": LanguageContent(words, examples=tuple(examples))}


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.trained(content())


def test_the_same_examples_give_the_same_bytes_under_every_hash_seed() -> None:
    seen = set()
    for seed in ("1", "2"):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", HASHES]
        seen.add(subprocess.run(command, env=surroundings, check=True, capture_output=True).stdout)
    assert len(seen) == 1


def test_lines_like_the_examples_are_read_like_them(model: Model) -> None:
    kept = model.probabilities("yes did it", Asked.CHECKIN, "yes did it")
    assert max(kept, key=lambda name: kept[name]) == "kept"
    danger = model.safety("no point at all")
    assert danger["unclear"] > danger["none"]
    assert set(danger) == {"none", "unclear"}


def test_spellings_with_one_normal_form_are_read_alike(model: Model) -> None:
    typed = {text: model.probabilities(text, Asked.CHECKIN, "yes") for text in ("yep", "yes")}
    assert typed["yep"]["kept"] > model.probabilities("yep", Asked.CHECKIN, "")["kept"]


def test_a_model_survives_its_file(model: Model, tmp_path: Path) -> None:
    first = Model.of(content(), tmp_path)
    again = Model.of(content(), tmp_path)
    assert first.to_bytes() == again.to_bytes() == model.to_bytes()
    assert first.probabilities("did it", Asked.CHECKIN, "did it") == again.probabilities(
        "did it", Asked.CHECKIN, "did it"
    )


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"", lambda data: b"x" + data[1:]])
def test_a_damaged_file_is_written_again(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    whole = Model.of(content(), tmp_path).to_bytes()
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(whole))
    assert Model.of(content(), tmp_path).to_bytes() == whole
    assert path.read_bytes() == whole


def test_models_of_other_examples_replace_the_oldest_file(tmp_path: Path) -> None:
    for count in range(KEPT + 2):
        Model.of(content(count), tmp_path)
    assert len(list(tmp_path.iterdir())) == KEPT
    assert fingerprint(content()) != fingerprint(content(1))
    assert fingerprint(content()) != fingerprint(content(words=Words()))


@given(st.text(), st.sampled_from(Asked))
def test_any_text_has_probabilities(model: Model, text: str, asked: Asked) -> None:
    for read in (model.probabilities(text, asked, text), model.safety(text)):
        assert all(0 <= share <= 1 for share in read.values())
        assert abs(sum(read.values()) - 1) < 1e-9


def test_question_marks_and_emoji_are_words_and_accents_are_not() -> None:
    assert tokens("¿Qué haces?? 😭 12:30") == ["¿", "que", "haces", "?", "?", "😭", "00", "00"]
    assert "checkin si" in features("sí", "checkin")
    assert features("hmm") == features("hmmmmmm")
