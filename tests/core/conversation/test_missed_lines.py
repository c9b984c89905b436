"""Which lines count as not understood, and when their words are kept: with consent, never beside danger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model.effects import NoteMissedLine
from bot.core.model.inputs import TypedText
from bot.core.model.limits import MISSED_LINE
from bot.core.model.person import RestReason
from bot.core.model.reading import Asked, Meaning, Reading, Safety
from tests.core.helpers import PROMPTS, TODAY, Chat, facts_of

UNCLEAR = Reading()
DOUBTFUL = Reading(Meaning.PARTLY, others=(Meaning.KEPT,))
LINE = "the purple door sings"


class Read(Chat):
    """A conversation whose typed lines have a given reading."""

    def hear(self, text: str, reading: Reading | None = UNCLEAR) -> list[NoteMissedLine]:
        """Type a line; what is noted."""
        self.do(TypedText(text, reading=reading))
        return self.noted()

    def noted(self) -> list[NoteMissedLine]:
        return [effect for effect in self.effects if isinstance(effect, NoteMissedLine)]


def at(*steps: str, **person: object) -> Read:
    chat = Read(facts_of(prompts=PROMPTS, **person))
    for step in steps:
        chat.slash(step)
    return chat


@pytest.mark.parametrize(("shares", "kept"), [(False, ""), (True, LINE)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_an_unclear_line_is_noted_and_kept_with_consent_alone(shares: bool, kept: str, language: str) -> None:
    chat = at(shares_missed=shares, language=language)
    assert chat.hear(LINE) == [NoteMissedLine(language, Asked.NOTHING, TODAY, kept)]
    chat = at("checkin", shares_missed=shares, language=language)
    assert chat.hear(LINE) == [NoteMissedLine(language, Asked.CHECKIN, TODAY, kept)]


@pytest.mark.parametrize(("shares", "kept"), [(False, ""), (True, LINE)])
def test_a_line_that_is_asked_back_is_noted_once_after_none_of_these(shares: bool, kept: str) -> None:
    chat = at("checkin", shares_missed=shares)
    assert chat.hear(LINE, DOUBTFUL) == []
    assert chat.replies[0].key.startswith("heard-ask")
    assert shares or LINE not in str(chat.stack)
    chat.press("topics.none")
    assert chat.noted() == [NoteMissedLine("en", Asked.CHECKIN, TODAY, kept)]
    chat.forge("topics.none")
    assert chat.noted() == []


def test_a_line_that_was_read_rightly_is_not_noted() -> None:
    chat = at("checkin", shares_missed=True)
    chat.hear(LINE, DOUBTFUL)
    chat.press(next(token for token in chat.tokens if token.endswith(".partly")))
    assert chat.noted() == []
    chat.forge("topics.none")
    assert chat.noted() == []


def test_the_consent_counts_at_the_press() -> None:
    chat = at("checkin", shares_missed=True)
    chat.hear(LINE, DOUBTFUL)
    chat.snapshot = chat.snapshot.replace(person=chat.snapshot.person.replace(shares_missed=False))
    chat.press("topics.none")
    assert chat.noted() == [NoteMissedLine("en", Asked.CHECKIN, TODAY)]


@pytest.mark.parametrize("safety", [each for each in Safety if each is not Safety.NONE])
@pytest.mark.parametrize("reading", [UNCLEAR, DOUBTFUL])
@pytest.mark.parametrize("steps", [(), ("checkin",)])
def test_a_line_about_danger_is_never_noted(safety: Safety, reading: Reading, steps: tuple[str, ...]) -> None:
    chat = at(*steps, shares_missed=True)
    assert chat.hear(LINE, Reading(reading.meaning, others=reading.others, safety=safety)) == []
    chat.forge("topics.none")  # below an older question
    assert chat.noted() == []


@pytest.mark.parametrize("text", ["", " \u200b", "/nosuch", "/nosuch with words"])
def test_what_is_no_line_is_not_noted(text: str) -> None:
    assert at(shares_missed=True).hear(text) == []


def test_a_line_that_was_not_read_is_not_noted() -> None:
    assert at(shares_missed=True).hear(LINE, None) == []


@pytest.mark.parametrize("rest", [RestReason.STOPPED, RestReason.CARE])
def test_nothing_is_noted_while_coaching_rests(rest: RestReason) -> None:
    assert at(shares_missed=True, rest=rest).hear(LINE) == []


def test_free_words_are_not_noted() -> None:
    chat = at("reflect", shares_missed=True)
    assert chat.waiting == "reflect.answer"
    assert chat.hear(LINE) == []


def test_a_long_text_is_only_counted() -> None:
    chat = at(shares_missed=True)
    assert [note.line for note in chat.hear("x" * MISSED_LINE)] == ["x" * MISSED_LINE]
    assert [note.line for note in chat.hear("x" * (MISSED_LINE + 1))] == [""]


_READINGS = st.builds(
    Reading,
    meaning=st.sampled_from(Meaning),
    is_sure=st.booleans(),
    others=st.lists(st.sampled_from(Meaning), max_size=2).map(tuple),
    safety=st.sampled_from(Safety),
)


@given(
    typed=st.lists(st.tuples(st.text(max_size=12) | st.just(LINE), st.none() | _READINGS), max_size=4),
    asked=st.sampled_from(["", "checkin", "reflect", "settings", "plans"]),
    shares=st.booleans(),
)
def test_no_words_are_noted_without_consent_or_beside_danger(
    typed: list[tuple[str, Reading | None]], asked: str, shares: bool
) -> None:
    chat = at(*filter(None, [asked]), shares_missed=shares)
    for text, reading in typed:
        notes = chat.hear(text, reading)
        safe = reading is not None and reading.safety is Safety.NONE
        assert safe or not notes
        assert shares or not any(note.line for note in notes)
        assert len(notes) <= 1
        chat.forge("topics.none")
        assert safe or not chat.noted()
