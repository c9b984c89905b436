"""The files of the people: the shipped ones, and each mistake with its file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.core.model.library import Track
from bot.rehearsal import personas
from tests.catalogue import SHIPPED
from tests.world import library

KEEN = (SHIPPED / "personas" / "keen.yaml").read_text(encoding="utf-8")


DAYS = "kept: 72, partly: 14, missed: 10, skipped: 4"


def problems(folder: Path, text: str, name: str = "keen") -> list[str]:
    (folder / "content" / "personas").mkdir(parents=True)
    (folder / "content" / "personas" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in personas.read(folder / "content", library())[1]]


def line(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_shipped_people_are_nine_of_every_age_and_speak_both_languages(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "personas", tmp_path / "content" / "personas")
    people, found = personas.read(tmp_path / "content", library())
    assert found == []
    assert len(people) >= 9
    assert {persona.age for persona in people.values()} == set(personas.AGES)
    assert {persona.track for persona in people.values()} >= {
        Track.TIME,
        Track.FEED,
        Track.PRIVACY,
        Track.MAKER,
    }
    assert all({"en", "es"} <= persona.voice.keys() for persona in people.values())
    assert len({persona.seed for persona in people.values()}) == len(people)


def test_a_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    assert problems(tmp_path, KEEN) == []
    keen = personas.read(tmp_path / "content", library())[0]["keen"]
    assert (keen.zone, keen.plan, f"{keen.checkin_at:%H:%M}") == (
        "Europe/Ljubljana",
        "ten-minutes-less",
        "20:00",
    )
    assert keen.days == {"kept": 72, "partly": 14, "missed": 10, "skipped": 4}
    assert [keen.is_away(day) for day in (34, 35, 48, 49)] == [False, True, True, False]
    assert keen.voice["en"]["missed"][0] == "no"  # a word, and not YAML's false
    assert keen.says[0].words.keys() == keen.voice.keys()


@pytest.mark.parametrize(
    ("change", "at", "reason"),
    [
        (("age: 18+", "age: 12"), "age: 18+", "'age' is '12'; one of: 13-17, 18+, 60+"),
        (("zone: Europe/Ljubljana", "zone: Europe/Emona"), "zone:", "'zone' is 'Europe/Emona'"),
        (("track: time", "track: money"), "track:", "'track' is 'money'; one of: time"),
        (("plan: ten-minutes-less", "plan: ten"), "plan:", "'plan' is 'ten'; one of: "),
        (('"20:00"', '"8 pm"'), "checkin-at:", "'checkin-at' is '8 pm'; a time like"),
        (("answers: 97", "answers: 101"), "answers:", "'answers' is '101'; a whole number from 0 to 100"),
        (("kept: 72", "well: 72"), "days:", "'well' is unknown in the days"),
        (("control: [3, 5]", "control: [5, 3]"), "control:", "'control' ends before it begins"),
        (("control: [3, 5]", "control: [3]"), "control:", "'control' must be two numbers"),
        (("away: [[35, 48]]", "away: [[48, 35]]"), "away:", "a stay away ends before it begins"),
        (("seed: 11", "sed: 11"), "seed:", "'sed' is unknown in the persona"),
        (("  en:\n", "  xx:\n"), "  en:\n", "a language is 'xx'; one of: en, es"),
        (("{day: 5,", "{dya: 5,"), "{day: 5,", "'dya' is unknown in what is said"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_at_its_line(
    tmp_path: Path, change: tuple[str, str], at: str, reason: str
) -> None:
    found = problems(tmp_path, KEEN.replace(*change, 1))
    assert [
        text for text in found if text.startswith(f"content/personas/keen.yaml:{line(KEEN, at)}: {reason}")
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda text: text.replace("age: 18+\n", ""), "'age' is missing in the persona"),
        (lambda text: text.replace("    note:", "    notes:", 1), "'notes' is unknown in the voice"),
        (lambda text: text.replace(', es: "¿cómo voy?"', ""), "'es' is missing in what is said"),
        (lambda text: text.replace(DAYS, "kept: 0"), "no weight above 0"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(tmp_path: Path, change: Callable[[str], str], reason: str) -> None:
    assert any(reason in text for text in problems(tmp_path, change(KEEN)))


def test_a_name_is_a_slug_and_a_content_without_people_has_none(tmp_path: Path) -> None:
    assert any("file name is 'The Keen'" in text for text in problems(tmp_path / "a", KEEN, "The Keen"))
    assert personas.read(tmp_path, library()) == ({}, [])
