"""The sums of `content missed`; the journeys show the whole command."""

from __future__ import annotations

from datetime import date

from bot.cli.missed import sums
from bot.storage.missed_lines import MissedCount
from tests.program import Program


def test_counts_are_summed_up_by_week_by_quarter_and_by_year() -> None:
    today = date(2026, 11, 23)
    days = (today, date(2026, 11, 17), date(2026, 11, 16), date(2026, 8, 26), date(2026, 8, 25))
    counts = [MissedCount("es", "checkin", day, 10**n) for n, day in enumerate(days)]
    counts.append(MissedCount("en", "time", date(2025, 11, 24), 5))
    counts.append(MissedCount("en", "date", date(2025, 11, 22), 7))
    assert list(sums(counts, today)) == [
        "language\tasked\t7 days\t90 days\ta year",
        "en\tdate\t0\t0\t0",
        "en\ttime\t0\t0\t5",
        "es\tcheckin\t11\t1111\t11111",
    ]


def test_a_new_database_has_nothing_to_show(program: Program) -> None:
    done = program.run("content", "missed", "--asked", "checkin", "--language", "fr")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "times\tlanguage\tasked\tline\n\nlanguage\tasked\t7 days\t90 days\ta year\n"


def test_another_kind_of_question_is_refused(program: Program) -> None:
    done = program.run("content", "missed", "--asked", "weather")
    assert (done.returncode, done.stdout) == (2, "")
    assert "invalid choice: 'weather'" in done.stderr
