"""A person whose rows cannot be read at all learns it, gets what can be read, and can erase the rest.

A single cell that cannot be read is left out without that, by `bot.storage.engine.types`. This is for
everything else: a damaged page of the file, a value that does not belong in its column. Nothing that is
damaged is opened here.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.content.wording import Wording
from bot.core.account import privacy
from bot.core.calendar.timing import local_day
from bot.core.coach import ENGINE
from bot.core.conversation.stack import Stack, TurnResult
from bot.core.model.effects import EraseMe, Export
from bot.core.model.inputs import Incoming
from bot.core.model.messages import Reply
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Transaction
from bot.storage.engine.errors import Collision, Passing, translate
from bot.turns import handover, own_data
from bot.turns.carried_out import CarriedOut

log = structlog.get_logger("rescue")

_TOLD = Reply("privacy-damaged", buttons=(privacy.EXPORT, privacy.ERASE))


class Damaged(Exception):
    """The stored rows of a person cannot be read."""


@contextmanager
def reading() -> Iterator[None]:
    """Raises Damaged for an error that keeps rows from being read and will not pass by itself."""
    try:
        yield
    except Exception as error:
        plain = translate(error) if isinstance(error, SQLAlchemyError) else error
        if isinstance(plain, Passing | Collision):
            raise
        raise Damaged from error


async def person(
    transaction: Transaction, incoming: Incoming, damaged: Damaged, nobody: Snapshot
) -> Snapshot:
    """The little that can be read of the person. `nobody`: a snapshot of nobody, with the moment and the
    catalogue. Raises what kept the rows from being read where it is not about this one person."""
    if (known := await transaction.people.find_damaged(incoming.account)) is None:
        raise (damaged.__cause__ or damaged) from None
    log.error("what is stored of a person cannot be read", **_where(damaged.__cause__))
    here = Person(known[0], language=known[1])
    snapshot = nobody.replace(person=here, today=local_day(nobody.now, here), account=incoming.account)
    with suppress(Damaged), reading():
        return await transaction.snapshots.with_accounts(snapshot)
    return snapshot


async def carry_out(
    transaction: Transaction, incoming: Incoming, snapshot: Snapshot, wording: Wording
) -> CarriedOut:
    """The answer, and what is stored of it."""
    done = CarriedOut(await _result(transaction, incoming, snapshot), snapshot.person.id)
    if Export() in done.result.effects:
        done = await own_data.export(
            transaction, done, snapshot, await handover.files(transaction, snapshot, wording)
        )
    if EraseMe() in done.result.effects:
        done = await own_data.notify_of_erasing(transaction, done, snapshot)
        await _erase(transaction, done, snapshot)
    else:
        await transaction.conversations.save({done.person_id: done.result.stack})
    return done


def _where(error: BaseException | None) -> dict[str, str]:
    """The error and its place; its words may hold what is stored."""
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    return {
        "error": type(error).__name__,
        "where": f"{frames[-1].name}:{frames[-1].lineno}" if frames else "",
    }


async def _result(transaction: Transaction, incoming: Incoming, snapshot: Snapshot) -> TurnResult:
    """Privacy is answered as ever; everything else gets the one answer."""
    stack: Stack = ()
    with suppress(Damaged), reading():
        stack = tuple(
            f
            for f in await transaction.conversations.frames(snapshot.person.id)
            if f.flow == privacy.FLOW.name
        )
    said = ENGINE.as_command(incoming.said, stack, snapshot)
    if privacy.FLOW.name not in ENGINE.candidate_flows(said, stack, snapshot):
        return TurnResult((_TOLD,), (), ())
    result = ENGINE.turn(incoming.said, stack, snapshot)
    ours = tuple(f for f in result.stack if f.flow == privacy.FLOW.name)
    return replace(result, stack=ours, asks=bool(ours))


async def _erase(transaction: Transaction, done: CarriedOut, snapshot: Snapshot) -> None:
    """With what is kept of a join; the person's rows alone where that cannot be read."""
    with suppress(Damaged), reading():
        await own_data.erase(transaction, done, snapshot)
        return
    await transaction.effects.apply(done.person_id, EraseMe(), snapshot.now)
