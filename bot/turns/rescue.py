"""Somebody whose rows cannot be read at all: they are told so, get what can be read, and can erase the rest.

A cell that cannot be read is left out without that, see `bot.storage.engine.encrypted`. This is for all
else: a damaged
page of the file, a value that is none of its column's. Nothing that is damaged is opened here.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.content.rendered import Message
from bot.core.account import privacy
from bot.core.calendar.timing import local_day
from bot.core.conversation import engine, routing
from bot.core.conversation.stack import Stack, TurnResult
from bot.core.model.effects import EraseMe, Export
from bot.core.model.inputs import Incoming
from bot.core.model.messages import Reply
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.storage.engine.errors import Collision, Passing, translated
from bot.turns import account_linking, context, handover

if TYPE_CHECKING:
    from bot.storage.store import Store
    from bot.turns.service import Service

log = structlog.get_logger("rescue")

_TOLD = Reply("privacy-damaged", buttons=(privacy.EXPORT, privacy.ERASE))


class Damaged(Exception):
    """What is stored of somebody cannot be read."""


@contextmanager
def reading() -> Iterator[None]:
    """Raises Damaged for whatever keeps rows from being read, and neither passes nor is another's doing."""
    try:
        yield
    except Exception as error:
        plain = translated(error) if isinstance(error, SQLAlchemyError) else error
        if isinstance(plain, Passing | Collision):
            raise
        raise Damaged from error


async def turn(service: Service, incoming: Incoming, damaged: Damaged) -> tuple[Message, ...]:
    """The answer. Raises what kept the rows from being read where that is nothing of this one person's."""
    now = service.clock()
    async with service.database.write() as store:
        if await store.seen(incoming.account.platform, incoming.event_id, now):
            return ()
        if (known := await store.known(incoming.account)) is None:
            raise (damaged.__cause__ or damaged) from None
        log.error("what is stored of a person cannot be read", **_where(damaged.__cause__))
        person = Person(known[0], language=known[1])
        snapshot = Snapshot(person, now, local_day(now, person), service.library, account=incoming.account)
        with suppress(Damaged), reading():
            snapshot = await context.with_accounts(store, snapshot)
        settled = await account_linking.settle(store, await _said(store, incoming, snapshot), snapshot)
        outcome = settled.outcome
        replies = await _carried_out(service, store, outcome, snapshot)
    if settled.told:
        service.tells()
    return service.wording.show(replies, person.language, snapshot.today, asks=outcome.asks)


def _where(error: BaseException | None) -> dict[str, str]:
    """What it was and where it happened; its words may hold what is stored."""
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    return {
        "error": type(error).__name__,
        "where": f"{frames[-1].name}:{frames[-1].lineno}" if frames else "",
    }


async def _said(store: Store, incoming: Incoming, snapshot: Snapshot) -> TurnResult:
    """Privacy as ever; to all else the one answer."""
    stack: Stack = ()
    with suppress(Damaged), reading():
        stack = tuple(f for f in await store.frames(snapshot.person.id) if f.flow == privacy.FLOW.name)
    said = routing.as_command(incoming.said, stack, snapshot)
    if privacy.FLOW.name not in routing.concerned(said, stack):
        return TurnResult((_TOLD,), (), ())
    outcome = engine.turn(incoming.said, stack, snapshot)
    ours = tuple(f for f in outcome.stack if f.flow == privacy.FLOW.name)
    return replace(outcome, stack=ours, asks=bool(ours))


async def _carried_out(
    service: Service, store: Store, outcome: TurnResult, snapshot: Snapshot
) -> tuple[Reply, ...]:
    person_id, replies = snapshot.person.id, outcome.replies
    if Export() in outcome.effects:
        files = await handover.files(store, person_id, snapshot, service.library, service.wording)
        replies = handover.replies(replies, files)
    if EraseMe() in outcome.effects:
        await _erased(store, snapshot)
    else:
        await store.save_frames(person_id, outcome.stack)
    return replies


async def _erased(store: Store, snapshot: Snapshot) -> None:
    """With what is kept of a join, as ever; the person's rows alone where that cannot be read."""
    if snapshot.account:
        with suppress(Damaged), reading():
            await store.erase(snapshot.person.id, snapshot.account, snapshot.now)
            return
    await store.apply(snapshot.person.id, EraseMe(), snapshot.now)
