"""Everything that is stored of a person: handed over, or erased. Their other accounts are notified."""

from __future__ import annotations

from dataclasses import replace

from bot.core.account import linking
from bot.core.account.linking import LinkNotice
from bot.core.model.effects import EraseMe
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Transaction
from bot.turns import handover
from bot.turns.account_linking import notify_others
from bot.turns.carried_out import CarriedOut


async def export(
    transaction: Transaction, done: CarriedOut, snapshot: Snapshot, files: handover.Files
) -> CarriedOut:
    """The turn with `files` in its replies."""
    done = await notify_others(transaction, LinkNotice.EXPORTED, done, snapshot)
    return replace(done, result=replace(done.result, replies=handover.replies(done.result.replies, files)))


async def notify_of_erasing(transaction: Transaction, done: CarriedOut, snapshot: Snapshot) -> CarriedOut:
    """Tell the other accounts before it is done. While a join is guarded, they get back what they brought."""
    since = await transaction.accounts.joined_since(snapshot.person.id)
    guarded = linking.guarded_until(snapshot.replace(since=since)) is not None
    what = LinkNotice.RETURNED if guarded else LinkNotice.ERASED
    return await notify_others(transaction, what, done, snapshot)


async def erase(transaction: Transaction, done: CarriedOut, snapshot: Snapshot) -> CarriedOut:
    """Erase everything. If that undoes a join, the other side goes on alone and is planned for."""
    if not snapshot.account:
        await transaction.effects.apply(done.person_id, EraseMe(), snapshot.now)
        return done
    return replace(done, replan=await transaction.joins.erase(done.person_id, snapshot.account, snapshot.now))
