"""The stage of a rehearsal: the real service and delivery, a temporary SQLite database, and a clock."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.calendar import timing
from bot.core.conversation.flow import Frame
from bot.core.model.inputs import Account, Incoming, Input
from bot.core.model.library import Library
from bot.core.model.nudge import NudgeKind
from bot.core.model.plan import PlanState
from bot.core.model.reading import Asked
from bot.delivery.ports import NullMetrics
from bot.delivery.worker import Delivery
from bot.rehearsal.record import DayState
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets, new_key
from bot.turns.ports import LineReader
from bot.turns.service import Service
from bot.understanding import assembly

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk would make each commit wait
ACCOUNT = Account("console", "rehearsal")
PERSON = 1  # the only one of the database


@dataclass(frozen=True, slots=True)
class CoachContent:
    """Structure, words and the reader of typed lines, read once for all rehearsals. Without a reader typed
    lines are understood by the lexicon alone."""

    library: Library
    wording: Wording
    reader: LineReader | None

    @classmethod
    def load(cls, content_dir: Path, model_dir: Path, library: Library) -> CoachContent:
        """The content of a directory, of which the library is read already. Raises
        `bot.content.catalog.CatalogError` for faulty content."""
        reader = assembly.reader(content_dir, model_dir, library)
        wording = Wording(content_dir, library.default_language)
        return cls(replace(library, danger=reader.danger), wording, reader)


@dataclass
class Arrivals(NullMetrics):
    """Messages that arrived unasked since they were last taken: an `Outbox`, and metrics that
    name the kinds."""

    _messages: list[Message] = field(default_factory=list)
    _kinds: list[NudgeKind] = field(default_factory=list)

    async def send(self, account: Account, message: Message) -> None:
        self._messages.append(message)

    def sent(self, kind: NudgeKind, platform: str, late: float | None, *, certain: bool) -> None:
        self._kinds += [kind] * (len(self._messages) - len(self._kinds))

    def take(self) -> list[tuple[NudgeKind, Message]]:
        """The messages with their kinds, in order."""
        taken = list(zip(self._kinds, self._messages, strict=True))
        self._messages.clear()
        self._kinds.clear()
        return taken


@dataclass
class MissedLineCounter:
    """The metrics of turns, of which a rehearsal counts the lines that were not understood."""

    count: int = 0

    def turn(self, platform: str) -> AbstractContextManager[None]:
        return nullcontext()

    def missed_line(self, language: str, asked: Asked) -> None:
        self.count += 1

    def passed_over(self, platform: str) -> None:
        pass


class Stage:
    """One coach for one person. `now` is the moment that everything goes by; the rehearsal moves it."""

    def __init__(self, database: Database, content: CoachContent, now: datetime) -> None:
        self.now, self.content, self._database = now, content, database
        self.arrivals, self.missed = Arrivals(), MissedLineCounter()
        self._service = Service(
            database, content.library, content.wording, lambda: self.now, self.missed, content.reader
        )
        self._delivery = Delivery(self._service, {ACCOUNT.platform: self.arrivals}, watch=self.arrivals)
        self._events = itertools.count(1)

    async def turn(self, said: Input, language: str, zone: str) -> tuple[Message, ...]:
        """The answer to one input of the person."""
        incoming = Incoming(ACCOUNT, said, f"e{next(self._events)}", language, zone)
        return await self._service.turn(incoming)

    async def deliver(self) -> list[tuple[NudgeKind, Message]]:
        """Send what is due now; returns it."""
        await self._delivery.tick()
        return self.arrivals.take()

    async def next_due(self) -> datetime | None:
        """When the next message of the coach's own falls due."""
        async with self._database.read() as transaction:
            return await transaction.claims.next_due()

    async def open_frame(self) -> Frame | None:
        """The question that waits."""
        async with self._database.read() as transaction:
            frames = await transaction.conversations.frames(PERSON)
        return frames[-1] if frames else None

    async def state(self, day: date) -> DayState:
        """The state of the coaching on that local day, which is today."""
        async with self._database.read() as transaction:
            found = await transaction.snapshots.load([PERSON], self.now, self.content.library)
        if PERSON not in found:
            return DayState(day, frozenset(), coaches=False)
        person, plans = found[PERSON].person, found[PERSON].enrolments
        paused = person.paused_until is not None and day < person.paused_until
        usual = timing.pace(person.ignored) is timing.DAILY
        steps = frozenset((plan.id, plan.step) for plan in plans if plan.state is PlanState.ACTIVE)
        return DayState(day, steps, coaches=person.listens and not paused and usual)


def _folder() -> Path | None:
    """Where the databases go; None: where temporary files go on this machine."""
    return IN_MEMORY if IN_MEMORY.is_dir() else None


@asynccontextmanager
async def stages(content: CoachContent) -> AsyncIterator[Stages]:
    """Where stages are set up: the tables are made once, and each rehearsal begins with a copy."""
    with tempfile.TemporaryDirectory(prefix="scrollwise-rehearsal-", dir=_folder()) as path:
        yield Stages(content, Path(path))


class Stages:
    """Sets up stages in a folder that is thrown away afterwards."""

    def __init__(self, content: CoachContent, folder: Path) -> None:
        self.content, self._folder, self._key = content, folder, new_key()
        self._numbers, self._is_made = itertools.count(1), False

    @asynccontextmanager
    async def stage(self, now: datetime) -> AsyncIterator[Stage]:
        """A stage of its own, with nobody yet."""
        empty = self._folder / "empty.db"
        if not self._is_made:
            await self._make(empty)
        path = self._folder / f"{next(self._numbers)}.db"
        shutil.copy(empty, path)
        database = self._database(path)
        try:
            await database.start()
            yield Stage(database, self.content, now)
        finally:
            await database.close()

    async def _make(self, path: Path) -> None:
        database = self._database(path)
        await database.start()
        await database.close()
        self._is_made = True

    def _database(self, path: Path) -> Database:
        return Database(f"sqlite+aiosqlite:///{path}", Secrets([self._key]))
