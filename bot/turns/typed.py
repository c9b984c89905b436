"""Words are read before the turn's transaction, so that nothing waits for the writer's lock meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from bot.core.coach import ENGINE
from bot.core.conversation.stack import Stack
from bot.core.model.inputs import FormSubmission, Incoming, Input, SlashCommand, TypedText
from bot.core.model.library import Library
from bot.core.model.messages import MAX_TYPED_CHARACTERS
from bot.core.model.reading import Asked, Reading
from bot.core.model.snapshot import Snapshot
from bot.core.typed import danger
from bot.turns import rescue
from bot.turns.ports import LineReader
from bot.turns.queries import Queries

LONG = 300  # characters; from here on words are read in a thread (about 3 ms)
Read = TypeVar("Read")


class TypedLine(NamedTuple):
    """A typed line and what its meaning depends on: the question that is open, the person's language, day."""

    text: str
    language: str
    asked: Asked
    today: date


class Understood(NamedTuple):
    """A line and its reading."""

    line: TypedLine
    reading: Reading


class NotYetRead(Exception):
    """A turn met a line that was not read as it stands now. The turn begins again once it is read; nothing of
    the first try is stored."""

    def __init__(self, line: TypedLine) -> None:
        super().__init__("a typed line is read before the transaction")
        self.line = line


def line(said: Input, stack: Stack, snapshot: Snapshot) -> TypedLine | None:
    """The line that was typed, with what is open; None for any other input. `snapshot`: with the person."""
    if not isinstance(said, TypedText):
        return None
    asked = ENGINE.asked(stack, snapshot)
    return TypedLine(said.text[:MAX_TYPED_CHARACTERS], snapshot.person.language, asked, snapshot.today)


class Listening:
    """Reads the words of events, each once. Without a reader only danger is heard, by the library."""

    def __init__(self, queries: Queries, library: Library, reader: LineReader | None) -> None:
        self._queries, self._library, self._reader = queries, library, reader

    async def with_danger(self, incoming: Incoming) -> Incoming:
        """The event, with the danger of a command's argument or of a form's fields."""
        said = incoming.said
        if not isinstance(said, SlashCommand | FormSubmission):
            return incoming
        size = sum(map(len, danger.words(said)))
        found = await _read(lambda: danger.of(said, self._library), size)
        return replace(incoming, said=replace(said, danger=found))

    async def ahead(self, incoming: Incoming) -> Understood | None:
        """The typed line, read for the question that waits now. None for other input, and for a person with
        rows that cannot be read."""
        if self._reader is None or not isinstance(incoming.said, TypedText):
            return None
        try:
            with rescue.reading():
                snapshot, stack = await self._queries.met(incoming.account, incoming.language)
        except rescue.Damaged:
            return None  # the turn meets the same, and rescues them
        found = line(incoming.said, stack, snapshot)
        return await self.read(found) if found else None

    async def read(self, found: TypedLine) -> Understood:
        """The reading of a line."""
        reader = self._reader
        if reader is None:
            raise ValueError("nothing reads lines here")
        text, language, asked, today = found
        read = await _read(
            lambda: reader.read(text, language=language, asked=asked, today=today), len(found.text)
        )
        return Understood(found, read)

    def understood(
        self, incoming: Incoming, stack: Stack, snapshot: Snapshot, known: Understood | None
    ) -> Incoming:
        """The event, with the reading of a typed line. Raises NotYetRead where `known` is not its reading as
        things stand now."""
        found = line(incoming.said, stack, snapshot)
        if found is None or self._reader is None or not isinstance(incoming.said, TypedText):
            return incoming
        if known is None or known.line != found:
            raise NotYetRead(found)
        return replace(incoming, said=replace(incoming.said, reading=known.reading))


async def _read(make: Callable[[], Read], size: int) -> Read:
    """The result of `make`, which reads words; long ones in a thread, so that others get their answers."""
    return await asyncio.to_thread(make) if size >= LONG else make()
