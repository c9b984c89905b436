"""Words are read once, before the turn's transaction; long ones beside the event loop."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from bot.core.model.inputs import Account, FormSubmission, Incoming, Input, SlashCommand, TypedText
from bot.core.model.reading import Asked, Reading, Safety
from bot.storage.engine.errors import Collision
from bot.turns.turn import Turns
from bot.turns.typed import LONG
from tests.world import World

ANN = Account("console", "1", name="Ann")
MAIN = threading.main_thread().name


@dataclass
class Counting:
    """Notes each line that it reads: the language, the question, and whether in the loop's thread."""

    lines: list[tuple[str, Asked, bool]] = field(default_factory=list)

    def read(self, text: str, *, language: str, asked: Asked, today: date) -> Reading:
        self.lines.append((language, asked, threading.current_thread().name == MAIN))
        return Reading()

    def danger(self, text: str) -> Safety:
        self.lines.append(("", Asked.NOTHING, threading.current_thread().name == MAIN))
        return Safety.NONE


async def turns_of(world: World, reader: Counting, kind: type[Turns] = Turns) -> Turns:
    service = await world.service()
    library = replace(world.library, danger=reader.danger)
    return kind(service.database, library, world.wording, lambda: world.now, reader=reader)


def event(said: Input, number: int, language: str = "en") -> Incoming:
    return Incoming(ANN, said, f"e{number}", language, "Europe/Ljubljana")


async def test_a_line_is_read_once_in_the_language_of_the_person(url: str) -> None:
    async with World.open(url) as world:
        reader = Counting()
        turns = await turns_of(world, reader)
        await turns.answer(event(TypedText("hola"), 1, "es"))
        await turns.answer(event(TypedText("hm"), 2))
        assert [language for language, _, _ in reader.lines] == ["es", "es"]


class Colliding(Turns):
    """The first try of a turn collides with another turn, when it has done all its work."""

    tries = 0

    async def _planned(self, *args: object, **more: object) -> None:
        await super()._planned(*args, **more)  # type: ignore[arg-type]
        self.tries += 1
        if self.tries == 1:
            raise Collision("another turn")


async def test_a_turn_that_is_repeated_reads_nothing_again(url: str) -> None:
    async with World.open(url) as world:
        reader = Counting()
        turns = await turns_of(world, reader, Colliding)
        assert await turns.answer(event(TypedText("hello there"), 1))
        assert turns.tries == 2  # type: ignore[attr-defined]
        assert len(reader.lines) == 1


async def test_a_line_is_read_again_where_another_question_waits_by_then(url: str) -> None:
    async with World.open(url) as world:
        reader = Counting()
        turns = await turns_of(world, reader)
        await turns.answer(event(TypedText("hello"), 1))
        reader.lines.clear()
        ahead = turns._listening.ahead

        async def late(incoming: Incoming) -> object:
            found = await ahead(incoming)
            assert found
            return found._replace(line=found.line._replace(asked=Asked.CONTROL))

        turns._listening.ahead = late  # type: ignore[method-assign, assignment]
        assert await turns.answer(event(TypedText("hm"), 2))
        assert [asked for _, asked, _ in reader.lines] == [Asked.NOTHING, Asked.NOTHING]


@pytest.mark.parametrize(
    "make",
    [
        TypedText,
        lambda words: SlashCommand("today", words),
        lambda words: FormSubmission("checkin.day", {"note": words}),
    ],
    ids=["line", "argument", "form"],
)
async def test_long_words_are_read_beside_the_event_loop(make, url: str) -> None:  # type: ignore[no-untyped-def]
    async with World.open(url) as world:
        reader = Counting()
        turns = await turns_of(world, reader)
        await turns.answer(event(make("a " * (LONG // 2)), 1))
        await turns.answer(event(make("short"), 2))
        assert [in_loop for _, _, in_loop in reader.lines] == [False, True]
