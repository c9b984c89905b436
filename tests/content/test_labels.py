"""What stands on the check-in's buttons is understood when it is typed, and means the same: also where nobody
remembers any more which buttons were shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.content import catalog
from bot.content.wording import Wording
from bot.core.checkin.by_words import BY_INTENT
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.messages import Text
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.typed import understand
from tests.content.reading import CONTENT, LANGUAGES
from tests.core.making import TODAY

LIBRARY = catalog.load(CONTENT)
WORDING = Wording(CONTENT, LIBRARY.default_language, strict=True)
LABELS = {
    "checkin-kept": CheckinAnswer.KEPT,
    "checkin-partly": CheckinAnswer.PARTLY,
    "checkin-missed": CheckinAnswer.MISSED,
    "checkin-missed-then": CheckinAnswer.MISSED,
    "checkin-skipped": CheckinAnswer.SKIPPED,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", LABELS)
def test_a_typed_label_means_what_its_button_means(key: str, language: str) -> None:
    assert BY_INTENT[_meant(key, language)] is LABELS[key]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("key", "meant"), [("checkin-later", "later"), ("common-skip", "skip")])
def test_a_typed_label_of_another_button(key: str, meant: str, language: str) -> None:
    assert _meant(key, language) == meant


def _meant(key: str, language: str) -> str:
    snapshot = Snapshot(Person(1, language=language), datetime(2026, 11, 23, tzinfo=UTC), TODAY, LIBRARY)
    return understand.intent(WORDING.label(Text(key), language), snapshot)
