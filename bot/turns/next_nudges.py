"""The nudges that wait for people, made equal to what should come next for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from bot.core.nudges.registry import REQUESTED
from bot.storage.database import Transaction
from bot.storage.nudges import NudgeSlot, PendingNudge


async def replan(transaction: Transaction, snapshots: Mapping[int, Snapshot]) -> None:
    """Plan what comes next for these people, by their snapshots as they are from now on."""
    pending = await transaction.nudges.pending(list(snapshots))
    await transaction.nudges.replan({i: wanted(s, pending.get(i, ())) for i, s in snapshots.items()}, pending)


def wanted(snapshot: Snapshot, pending: Iterable[PendingNudge]) -> list[NudgeSlot]:
    """The nudges that should wait for a person. A nudge that the person requested stays as it is; one that
    is due already stays until it is looked at, so that an answer to something else never makes a message
    vanish."""
    kept = (p.slot for p in pending if not p.held and (p.kind in REQUESTED or p.due_at <= snapshot.now))
    return [*kept, *((due.kind, due.day, due.at) for due in schedule.upcoming(snapshot))]
