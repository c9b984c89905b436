"""Effects of a turn about joined accounts, which need something looked up or drawn: codes, the people they
belong to, snapshots of two people; and the notices about them to other accounts."""

from __future__ import annotations

import secrets
from dataclasses import replace

from bot.core.account import link, linking
from bot.core.account.linking import LinkNotice, Merged, Refusal
from bot.core.coach import ENGINE
from bot.core.conversation.flow import StepResult
from bot.core.conversation.stack import TurnResult
from bot.core.model import projection
from bot.core.model.effects import Effect, UpdatePerson, UpdatePlan
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Admit, Ask, Decline, LinkEffect, MakeCode, Separate, Side, TryCode
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Snapshot
from bot.storage.database import Transaction
from bot.storage.links import JoinRequest
from bot.turns.carried_out import CarriedOut


async def carry_out(transaction: Transaction, done: CarriedOut, snapshot: Snapshot) -> CarriedOut:
    """Carry out the effects of the turn that are about joined accounts; the others are left."""
    if snapshot.account:
        for effect in done.result.effects:
            if isinstance(effect, LinkEffect):
                done = await _one(transaction, effect, done, snapshot, snapshot.account)
    left = tuple(effect for effect in done.result.effects if not isinstance(effect, LinkEffect))
    return replace(done, result=replace(done.result, effects=left))


async def _one(
    transaction: Transaction, effect: LinkEffect, done: CarriedOut, snapshot: Snapshot, account: Account
) -> CarriedOut:
    match effect:
        case MakeCode():
            return replace(done, result=await _with_code(transaction, done.result, snapshot))
        case TryCode(code):
            found = await transaction.links.take(account, code, snapshot.now)
            return _led_on(done, link.tried(found, snapshot), snapshot)
        case Ask():
            return await _asked(transaction, effect, done, snapshot, account)
        case Admit(number):
            return await _admitted(transaction, number, done, snapshot, account)
        case Decline(number):
            return await _declined(transaction, number, done, snapshot, account)
        case Separate():
            return await _parted(transaction, done, snapshot, account)


def _led_on(done: CarriedOut, turn: StepResult, snapshot: Snapshot) -> CarriedOut:
    return replace(done, result=ENGINE.resume_with(turn, done.result.stack, snapshot))


async def _with_code(transaction: Transaction, outcome: TurnResult, snapshot: Snapshot) -> TurnResult:
    code = "".join(secrets.choice(linking.ALPHABET) for _ in range(linking.LENGTH))
    name = snapshot.account.name if snapshot.account else ""
    await transaction.links.offer(snapshot.person.id, code, snapshot.now, name)
    shown = (
        replace(r, args={**r.args, "code": linking.written(code)}) if r.key == "link-code" else r
        for r in outcome.replies
    )
    return replace(outcome, replies=tuple(shown))


# --- the side that typed the code


async def _asked(
    transaction: Transaction, ask: Ask, done: CarriedOut, snapshot: Snapshot, account: Account
) -> CarriedOut:
    """Ask the person who made the code, on all their accounts and in their language."""
    found = await transaction.links.ask(account, ask.keeps, ask.writes, snapshot.now)
    if found is None:
        return _led_on(done, link.tried(Refusal.GONE, snapshot), snapshot)
    number, person = found
    theirs = await transaction.accounts.of_person(person)
    await transaction.notices.add(
        theirs,
        await transaction.people.language(person),
        LinkNotice.ASKED,
        account,
        snapshot.now,
        link=number,
    )
    return replace(_led_on(done, link.sent(theirs[0], snapshot), snapshot), notifies=True)


# --- the side that made it


async def _admitted(
    transaction: Transaction, number: int, done: CarriedOut, snapshot: Snapshot, account: Account
) -> CarriedOut:
    """Two people become the one who answers here; their place in the conversation is not lost."""
    asked = await transaction.links.request(number, snapshot.person.id, snapshot.now)
    there = await _other(transaction, asked.person, snapshot) if isinstance(asked, JoinRequest) else None
    if there is not None:  # now that their row is locked, it is sure whether they still ask
        asked = await transaction.links.request(number, snapshot.person.id, snapshot.now)
    if not isinstance(asked, JoinRequest) or there is None or there.person.id != asked.person:
        refused = asked if isinstance(asked, Refusal) else Refusal.GONE
        return _led_on(done, link.tried(refused, snapshot), snapshot)
    merged = linking.merge(snapshot, there, asked.keeps.other)
    await _tell_both(transaction, asked, account, there, snapshot)
    await transaction.joins.join(snapshot.person.id, asked.person, merged.keeps, snapshot.now)
    writes = asked.account if asked.writes is Side.HERE else account
    await transaction.accounts.prefer(snapshot.person.id, writes)
    both = snapshot.replace(enrolments=(*snapshot.enrolments, *there.enrolments))
    turn = link.joined(merged, link.place(writes)).doing(*_commands(merged, both))
    return replace(_led_on(done, turn, snapshot), notifies=True)


async def _tell_both(
    transaction: Transaction, asked: JoinRequest, by: Account, there: Snapshot, snapshot: Snapshot
) -> None:
    """Each side learns who is on the other, in its own language of before."""
    mine = [a for a in await transaction.accounts.of_person(snapshot.person.id) if not link.is_same(a, by)]
    theirs = await transaction.accounts.of_person(asked.person)
    await transaction.notices.add(theirs, there.person.language, LinkNotice.JOINED, by, snapshot.now)
    await transaction.notices.add(
        mine, snapshot.person.language, LinkNotice.JOINED, asked.account, snapshot.now
    )


async def _other(transaction: Transaction, person: int, snapshot: Snapshot) -> Snapshot | None:
    """The other person's snapshot; None if they are not stored any more."""
    needs = SnapshotNeeds(own_words=True)
    return (await transaction.snapshots.load([person], snapshot.now, snapshot.library, needs)).get(person)


def _commands(merged: Merged, both: Snapshot) -> tuple[Effect, ...]:
    left = (UpdatePlan(number, {"state": PlanState.LEFT}) for number in merged.left)
    return UpdatePerson(merged.changes), *projection.noted(left, both)


async def _declined(
    transaction: Transaction, number: int, done: CarriedOut, snapshot: Snapshot, account: Account
) -> CarriedOut:
    asked = await transaction.links.request(number, snapshot.person.id, snapshot.now)
    await transaction.links.delete(number, snapshot.person.id)
    if not isinstance(asked, JoinRequest):
        return done
    language = await transaction.people.language(asked.person)
    await transaction.notices.add([asked.account], language, LinkNotice.DECLINED, account, snapshot.now)
    return replace(done, notifies=True)


# --- apart, and notices to all accounts


async def _parted(
    transaction: Transaction, done: CarriedOut, snapshot: Snapshot, account: Account
) -> CarriedOut:
    done = await notify_others(transaction, LinkNotice.PARTED, done, snapshot)
    people = await transaction.joins.part(snapshot.person.id, account, snapshot.now)
    if not people:
        return done
    await transaction.accounts.prefer(people[0], account)
    return replace(done, person_id=people[0], replan=people)


async def notify_others(
    transaction: Transaction, what: LinkNotice, done: CarriedOut, snapshot: Snapshot
) -> CarriedOut:
    """Leave a notice for each of the person's other accounts of what was done from this one."""
    account = snapshot.account
    if account is None:
        return done
    others = [
        a for a in await transaction.accounts.of_person(snapshot.person.id) if not link.is_same(a, account)
    ]
    await transaction.notices.add(others, snapshot.person.language, what, account, snapshot.now)
    return replace(done, notifies=done.notifies or bool(others))
