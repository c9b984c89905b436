"""From typing to what the operator is shown, in both languages, with the shipped rules, examples and model:
what was not understood is counted; its words are kept with consent alone, shown without names and figures,
and gone once the consent is taken back or the person is erased."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.content.rendered import Message
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.core.model.reading import Asked, Meaning, Reading, Safety
from bot.monitoring.metrics import Metrics
from bot.storage import dump
from bot.storage.missed_lines import missed_lines
from tests.full import program
from tests.world import World, reader

MARIA = Account("telegram", "1", name="Quixana Maria")
NUMBERS = itertools.count()
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HANDLE = "@joe_b"  # no figure: counts, times and sizes hold every figure now and then
TAIL = f"Quixana 4711 {HANDLE} https://x.example/Ann"
SHOWN = "<name> <number> <handle> <link>"
NONSENSE = {
    "en": ("the purple door sings", "fjord klaxon umbrella", "zorp glim wibble", "the moon eats paper"),
    "es": ("la puerta morada canta", "fjordo paraguas klaxon", "zorpo glimo wibla", "la luna come papel"),
}
HEDGED = {
    "en": ("yeah kind of but only half of it", "nearly did it", "sort of, not really"),
    "es": ("casi, pero no del todo", "más o menos, creo", "puede que sí, puede que no"),
}
DANGER = {
    "en": ("I want to kill myself", "I don't want to be here any more", "they hit me at home every day"),
    "es": ("me quiero suicidar", "ya no quiero estar aquí", "me pegan en casa todos los días"),
}


@pytest.fixture
async def world(url: str) -> AsyncIterator[World]:
    async with World.open(url, NOW, reloads=False, listens=True) as world:
        yield world


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def does(world: World, language: str, *said: Input) -> tuple[Message, ...]:
    answer: tuple[Message, ...] = ()
    for one in said:
        event = f"missed{next(NUMBERS)}"
        answer = await world.turn(Incoming(MARIA, one, event, language, "Europe/Madrid", name=MARIA.name))
    return answer


async def settles(world: World, language: str) -> None:
    """Goes through the first talk."""
    steps = (
        "hello.ok", "focus.time", "itch.skip", "daypart.skip", "zone.Europe/Madrid", "plan.phone-leaves-bed",
        "cue.1", "action.1",
    )  # fmt: skip
    presses = (ButtonPress(f"onboarding.{step}") for step in steps)
    await does(world, language, SlashCommand("start"), *presses, ButtonPress("settings.why.skip"))


def read(line: str, language: str, asked: Asked) -> Reading:
    return reader().read(line, language=language, asked=asked, today=NOW.date())


def unclear(language: str) -> str:
    """A line that the shipped reader does not understand while nothing is asked."""
    lines = [f"{words} {TAIL}" for words in NONSENSE[language]]
    found = [line for line in lines if read(line, language, Asked.NOTHING).meaning is Meaning.UNCLEAR]
    return found[0]


def doubtful(language: str) -> str:
    """A line that it asks back at a check-in."""
    lines = [f"{words} {TAIL}" for words in HEDGED[language]]
    readings = [(line, read(line, language, Asked.CHECKIN)) for line in lines]
    found = [line for line, one in readings if one.is_answer and not one.is_sure]
    return found[0]


async def misses(world: World, language: str) -> None:
    """One line that is not understood, and one that is asked back and is "none of these"."""
    await does(world, language, TypedText(unclear(language)))
    await does(world, language, SlashCommand("checkin"))
    [*_, asked] = await does(world, language, TypedText(doubtful(language)))
    answers = [button.token for button in asked.buttons]
    assert "topics.none" in answers, answers
    await does(world, language, ButtonPress("topics.none"))


async def shown(world: World, folder: Path, *options: str) -> tuple[list[str], list[str]]:
    """What the command prints: kept lines, and counts."""
    url = world.url.replace("+aiosqlite", "").replace("+asyncpg", "")
    done = program(folder, DATABASE_URL=url).run("content", "missed", *options)
    assert (done.returncode, done.stderr) == (0, "")
    lines, _, counts = done.stdout.partition("\n\n")
    return lines.splitlines()[1:], counts.splitlines()[1:]


async def stored(world: World) -> list[str]:
    """Every kept line as it is."""
    async with (await world.service()).database.read() as transaction:
        return list(await transaction.connection.scalars(select(missed_lines.c.text)))


async def test_without_consent_no_line_is_stored_and_all_are_counted(
    world: World, language: str, tmp_path: Path
) -> None:
    await settles(world, language)
    await misses(world, language)
    await does(world, language, SlashCommand("plans"), TypedText("/today"))
    assert await stored(world) == []
    async with (await world.service()).database.read() as transaction:
        for table in dump.tables():
            rows = str(list(await transaction.connection.execute(select(table))))
            assert HANDLE not in rows, table.name
    kept, counts = await shown(world, tmp_path)
    assert kept == []
    assert [count.split("\t")[:2] for count in counts] == [[language, "checkin"], [language, "nothing"]]


async def test_with_consent_lines_are_kept_shown_masked_and_deleted_when_it_is_taken_back(
    world: World, language: str, tmp_path: Path
) -> None:
    await settles(world, language)
    await does(world, language, SlashCommand("privacy"), ButtonPress("privacy.lines"))
    await does(world, language, ButtonPress("privacy.lines.on"))
    await misses(world, language)
    assert sorted(await stored(world)) == sorted([unclear(language), doubtful(language)])
    async with (await world.service()).database.read() as transaction:
        sealed = list(await transaction.connection.scalars(text("SELECT text FROM missed_lines")))
    assert not any(HANDLE.encode() in bytes(cell) for cell in sealed)
    kept, _ = await shown(world, tmp_path)
    assert sorted(line.split("\t")[:3] for line in kept) == [
        ["1", language, "checkin"], ["1", language, "nothing"],
    ]  # fmt: skip
    assert all(line.endswith(SHOWN) for line in kept), kept
    only, counted = await shown(world, tmp_path, "--asked", "checkin", "--language", language)
    assert [line.split("\t")[2] for line in only] == ["checkin"]
    assert len(counted) == 1
    await does(world, language, SlashCommand("privacy", "lines"), ButtonPress("privacy.lines.off"))
    assert await stored(world) == []
    await misses(world, language)
    assert await stored(world) == []
    async with (await world.service()).database.read() as transaction:
        counts = await transaction.missed_lines.counts()
    assert sum(count.lines for count in counts) == 4


async def test_kept_lines_are_exported_and_erased(world: World, language: str) -> None:
    await settles(world, language)
    await does(world, language, SlashCommand("privacy", "lines"), ButtonPress("privacy.lines.on"))
    await misses(world, language)
    answer = await does(world, language, SlashCommand("privacy", "export"))
    [document] = [message.document for message in answer if message.document]
    exported = json.loads(document.content)["lines_not_understood"]
    assert {(row["asked"], row["text"]) for row in exported} == {
        ("nothing", unclear(language)), ("checkin", doubtful(language)),
    }  # fmt: skip
    await does(world, language, SlashCommand("privacy", "erase"), ButtonPress("privacy.sure.yes"))
    assert await stored(world) == []


async def test_a_line_about_danger_is_never_kept(world: World, language: str) -> None:
    await settles(world, language)
    await does(world, language, SlashCommand("privacy", "lines"), ButtonPress("privacy.lines.on"))
    for line in reversed(DANGER[language]):
        assert read(line, language, Asked.NOTHING).safety is not Safety.NONE, line
        await does(world, language, TypedText(line), ButtonPress("topics.none"))
    assert await stored(world) == []
    async with (await world.service()).database.read() as transaction:
        assert await transaction.missed_lines.counts() == []


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_what_is_not_understood_is_a_metric_without_words(world: World, language: str) -> None:
    world.metrics = metrics = Metrics()
    await settles(world, language)
    await misses(world, language)
    page = metrics.page().decode()
    for asked in ("nothing", "checkin"):
        assert f'scrollwise_missed_lines_total{{asked="{asked}",language="{language}"}} 1.0' in page
    assert HANDLE not in page
