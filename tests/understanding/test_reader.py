"""Lines as people type them, read by the rules alone: what is sure, what is asked back; nothing raises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.reading import Asked, Meaning, Safety, Value
from bot.understanding.patterns import MOST_WORDS
from bot.understanding.reader import Reader
from tests.understanding.heard import WEDNESDAY, grammar, heard, reader, shipped

M = Meaning


class Certain:
    """A model that is sure of one reading and one tier, whatever the line."""

    def __init__(self, meaning: Meaning, tier: Safety, share: float) -> None:
        self._meaning, self._tier, self._share = meaning, tier, share

    def probabilities(self, text: str, asked: Asked, normal: str) -> Mapping[str, float]:
        return {self._meaning: self._share, M.UNCLEAR: 1 - self._share}

    def safety(self, text: str) -> Mapping[str, float]:
        return {self._tier: 1.0}


def certain(meaning: Meaning, tier: Safety = Safety.NONE, share: float = 0.99) -> Reader:
    content = shipped()
    return Reader(content.thresholds, content.languages, grammar(), Certain(meaning, tier, share))


@pytest.mark.parametrize(
    ("text", "language", "meaning"),
    [
        ("Yep!!", "en", M.KEPT),
        ("👍🏽👍🏽", "en", M.KEPT),
        ("did iiiit", "en", M.KEPT),
        ("nah lol", "en", M.MISSED),
        ("pls delete my data", "en", M.ERASE),
        ("stop texting me", "en", M.STOP),
        ("who can see this?", "en", M.PRIVACY),
        ("download my data", "en", M.EXPORT),
        ("wrong button", "en", M.UNDO),
        ("siiii", "es", M.KEPT),
        ("no lo hice", "es", M.MISSED),
        ("bórralo todo", "es", M.ERASE),
        ("no me escribas más", "es", M.STOP),
        ("quién ve esto?", "es", M.PRIVACY),
        ("mе equivoqué", "es", M.UNDO),  # a Cyrillic letter
        ("st\u200bop", "en", M.STOP),
    ],
)
def test_plain_words_are_acted_on(text: str, language: str, meaning: Meaning) -> None:
    reading = heard(text, language)
    assert (reading.meaning, reading.is_sure) == (meaning, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [("yes but only half", "en"), ("ok", "en"), ("idk", "en"), ("sí pero no", "es"), ("45 minutes", "en")],
)
def test_what_is_mixed_is_asked_about(text: str, language: str) -> None:
    reading = heard(text, language)
    assert not reading.is_sure


def test_how_much_was_kept_and_a_feeling_are_heard_beside_the_answer() -> None:
    assert heard("mostly").degree == 0.8
    assert heard("no, so tired").feeling == "tired"
    assert (heard("yes").polarity, heard("no").polarity) == (1, -1)


@pytest.mark.parametrize(
    ("asked", "text", "language", "value"),
    [
        (Asked.MINUTES, "about 45 mins total", "en", 45),
        (Asked.MINUTES, "hora y veinte", "es", 80),
        (Asked.COUNT, "half a dozen", "en", 6),
        (Asked.CONTROL, "el máximo", "es", 5),
        (Asked.TIME, "tipo 21, por favor", "es", time(21)),
        (Asked.DATE, "the fifth of January please", "en", date(2027, 1, 5)),
        (Asked.DATE, "boxing day", "en", date(2026, 12, 26)),
    ],
)
def test_a_line_that_is_a_value_is_sure(asked: Asked, text: str, language: str, value: Value) -> None:
    reading = heard(text, language, asked)
    assert (reading.value, reading.is_sure) == (value, True)


def test_of_two_values_the_last_is_offered_and_asked_about() -> None:
    reading = heard("I said 15 but really it was 30", asked=Asked.MINUTES)
    assert (reading.value, reading.is_sure) == (30, False)


def test_a_place_on_the_scale_is_no_length_of_time() -> None:
    reading = heard("pretty good, a 4", asked=Asked.MINUTES)
    assert (reading.is_sure, reading.others[0]) == (False, M.NUMBER)
    sure = certain(M.MINUTES).read("pretty good, a 4", language="en", asked=Asked.MINUTES, today=WEDNESDAY)
    assert not sure.is_sure


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("it was hard but I kept off it", M.KEPT), ("did not touch it", M.KEPT), ("tried but no", M.MISSED)],
)
def test_a_but_or_a_not_beside_an_answer_needs_a_surer_model(text: str, meaning: Meaning) -> None:
    for share, sure in ((0.99, True), (0.8, False)):
        model = certain(meaning, share=share)
        assert model.read(text, language="en", asked=Asked.CHECKIN, today=WEDNESDAY).is_sure is sure


@pytest.mark.parametrize("meaning", [M.ERASE, M.STOP, M.PAUSE, M.UNDO])
def test_what_costs_too_much_is_never_done_on_the_models_word(meaning: Meaning) -> None:
    reading = certain(meaning).read("blub", language="en", asked=Asked.NOTHING, today=WEDNESDAY)
    assert (reading.meaning, reading.is_sure) == (meaning, False)


def test_the_model_asks_where_an_answer_turns() -> None:
    text = "the whole evening, except when mum rang"
    reading = certain(M.KEPT).read(text, language="en", asked=Asked.CHECKIN, today=WEDNESDAY)
    assert (reading.meaning, reading.is_sure) == (M.KEPT, False)


def test_the_model_raises_a_careful_question_but_never_the_clear_tier() -> None:
    for tier, expected in ((Safety.UNCLEAR, Safety.UNCLEAR), (Safety.CLEAR, Safety.NONE)):
        model = certain(M.FEELING, tier)
        assert model.read("x", language="en", asked=Asked.NOTHING, today=WEDNESDAY).safety is expected


@given(st.text(max_size=300), st.sampled_from(list(Asked)), st.sampled_from(["en", "es", "xx"]))
def test_any_text_is_read(text: str, asked: Asked, language: str) -> None:
    reading = heard(text, language, asked)
    assert reading == heard(text, language, asked)
    assert len(reading.others) <= 2
    assert reading.meaning not in reading.others


@pytest.mark.parametrize("text", ["a" * 100_000, "stop " * 20_000, "45 " * 30_000, "👍" * 5_000])
def test_a_long_line_takes_a_bounded_number_of_steps(text: str) -> None:
    patterns = reader().patterns
    before = patterns.steps
    heard(text)
    assert patterns.steps - before <= MOST_WORDS * 3_000
