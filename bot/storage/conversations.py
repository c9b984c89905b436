"""Which events of the platforms were handled already, and where each conversation stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Column, String, Table, delete, select

from bot.core.conversation.flow import Frame
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import ids_in, insert_new, insert_or_update
from bot.storage.engine.types import EncryptedJSON, Moment, belongs_to, metadata

Frames: TypeAlias = tuple[Frame, ...]

events = Table(
    "events",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("event_id", String(128), primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
    sqlite_with_rowid=False,
)

dialogues = Table(
    "dialogues",
    metadata,
    belongs_to("person_id", "persons", key=True),
    Column("frames", EncryptedJSON, nullable=False),
)

_ADD_EVENT = insert_new(events)
_READ = select(dialogues).where(ids_in(dialogues.c.person_id))
_SAVE = insert_or_update(dialogues, "frames")
_DELETE = delete(dialogues).where(ids_in(dialogues.c.person_id))


class Conversations(Repository):
    """Events and the frames of conversations."""

    async def is_repeated(self, platform: str, event_id: str, now: datetime) -> bool:
        """Whether this event was stored before; if not, store it. If two transactions ask about the same
        event at once, the second waits for the first."""
        event = {"platform": platform, "event_id": event_id, "seen_at": now}
        return not (await self.connection.execute(_ADD_EVENT, event)).rowcount

    async def frames(self, person_id: int) -> Frames:
        """The frames of a person's conversation, the waiting one last."""
        return (await self.frames_of([person_id])).get(person_id, ())

    async def frames_of(self, ids: Sequence[int]) -> dict[int, Frames]:
        """The frames of each of these people who have any."""
        rows = await self.connection.execute(_READ, {"ids": list(ids)})
        return {row.person_id: _parse(row.frames) for row in rows}

    async def save(self, frames: Mapping[int, Frames]) -> None:
        """Replace the frames of each of these people.

        Raises sqlalchemy.exc.StatementError for data that JSON cannot hold.
        """
        if empty := [person_id for person_id, stack in frames.items() if not stack]:
            await self.connection.execute(_DELETE, {"ids": empty})
        full = [
            {"person_id": i, "frames": [_plain(f) for f in stack]} for i, stack in frames.items() if stack
        ]
        if full:
            await self.connection.execute(_SAVE, full if len(full) > 1 else full[0])


def _parse(stored: Any) -> Frames:
    """The stored frames; none if they cannot be read, so that the conversation starts again."""
    try:
        return tuple(
            Frame(one["flow"], one["step"], one["data"], date.fromisoformat(one["since"])) for one in stored
        )
    except (TypeError, ValueError, LookupError):
        return ()


def _plain(frame: Frame) -> dict[str, Any]:
    since = frame.since.isoformat()
    return {"flow": frame.flow, "step": frame.step, "data": dict(frame.data), "since": since}
