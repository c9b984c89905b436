"""Nothing is collected that is not used: each stored field of a person, and a file that uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.storage.people import persons

ROOT = Path(__file__).parents[3]
# Column of `persons` → the file of the flow or rule that uses it, and how it reads it.
USED_BY = {
    "id": ("bot/storage/people.py", r"_P\.id"),
    "language": ("bot/turns/turn.py", r"person\.language"),
    "zone": ("bot/core/calendar/timing.py", r"person\.zone"),
    "onboarded": ("bot/core/onboarding/links.py", r"person\.onboarded"),
    "rest": ("bot/core/model/person.py", r"self\.rest"),
    "day_start": ("bot/core/calendar/timing.py", r"person\.day_start"),
    "checkin_at": ("bot/core/calendar/timing.py", r"person\.checkin_at"),
    "exactly": ("bot/core/nudges/candidates.py", r"person\.exactly"),
    "silent": ("bot/delivery/claims.py", r"person\.silent"),
    "reminder_after": ("bot/core/calendar/timing.py", r"person\.reminder_after"),
    "quiet_from": ("bot/core/calendar/timing.py", r"person\.quiet_from"),
    "quiet_to": ("bot/core/calendar/timing.py", r"person\.quiet_to"),
    "ceiling": ("bot/core/nudges/ceiling.py", r"person\.ceiling"),
    "week_day": ("bot/core/nudges/kinds/week.py", r"person\.week_day"),
    "week_at": ("bot/core/nudges/kinds/week.py", r"person\.week_at"),
    "reflections_a_week": ("bot/core/nudges/kinds/reflection.py", r"person\.reflections_a_week"),
    "focus": ("bot/core/journal/prompts.py", r"person\.focus"),
    "why": ("bot/core/progress/own_reason.py", r"person\.why\b"),
    "itch": ("bot/core/journal/prompts.py", r"person\.itch"),
    "daypart": ("bot/core/nudges/kinds/reflection.py", r"person\.daypart"),
    "why_said_on": ("bot/core/progress/own_reason.py", r"person\.why_said_on"),
    "name": ("bot/storage/missed_lines.py", r"persons\.c\.name"),
    "paused_until": ("bot/core/nudges/kinds/checkin.py", r"person\.paused_until"),
    "tapers_since": ("bot/core/progress/taper.py", r"person\.tapers_since"),
    "rests": ("bot/core/model/rests.py", r"\.rests"),
    "ignored": ("bot/core/nudges/kinds/checkin.py", r"person\.ignored"),
    "agreed": ("bot/core/conversation/runner.py", r"person\.agreed"),
    "shares_missed": ("bot/core/conversation/missed_lines.py", r"person\.shares_missed"),
    "seen_at": ("bot/storage/people.py", r"row\.seen_at"),
}


def test_each_stored_field_of_a_person_is_listed() -> None:
    assert {column.name for column in persons.columns} == USED_BY.keys()


@pytest.mark.parametrize("field", USED_BY)
def test_a_stored_field_is_used(field: str) -> None:
    path, read = USED_BY[field]
    assert re.search(read, (ROOT / path).read_text("utf-8")), f"{path} does not read {field}"
