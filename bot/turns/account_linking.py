"""What a turn about joining accounts needs looked up or drawn: codes, whose they are, two people's facts; and
what other accounts are told of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from bot.core.account import link, linking
from bot.core.account.linking import LinkNotice, Merged, Refusal
from bot.core.conversation import engine
from bot.core.conversation.stack import TurnResult
from bot.core.model import projection
from bot.core.model.effects import Effect, EraseMe, Export, UpdatePerson, UpdatePlan
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Admit, Ask, Decline, MakeCode, Separate, Side, TryCode
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Snapshot
from bot.storage.links import JoinRequest
from bot.storage.store import Store

LOOKED_UP = (MakeCode, TryCode, Ask, Admit, Decline, Separate)


@dataclass(frozen=True, slots=True)
class LinkedResult:
    """`outcome`: what is left to be done, as ever. `person`: who answers from here on. `anew`: people for
    whom all is to be planned anew. `told`: whether other accounts are to be told something."""

    outcome: TurnResult
    person: int
    anew: tuple[int, ...] = ()
    told: bool = False


async def settle(store: Store, outcome: TurnResult, snapshot: Snapshot) -> LinkedResult:
    """Carry out what can't be decided by the core alone."""
    settled = LinkedResult(outcome, snapshot.person.id)
    if snapshot.account:
        for command in outcome.effects:
            settled = await _one(store, command, settled, snapshot, snapshot.account)
    left = tuple(c for c in settled.outcome.effects if not isinstance(c, LOOKED_UP))
    return replace(settled, outcome=replace(settled.outcome, effects=left))


async def _one(
    store: Store, command: Effect, settled: LinkedResult, snapshot: Snapshot, account: Account
) -> LinkedResult:
    outcome = settled.outcome
    match command:
        case MakeCode():
            return replace(settled, outcome=await _with_code(store, outcome, snapshot))
        case TryCode(code):
            result = await store.take_link(account, code, snapshot.now)
            return _led_on(settled, engine.led_on(link.tried(result, snapshot), outcome.stack, snapshot))
        case Ask():
            return await _asked(store, command, settled, snapshot, account)
        case Admit(number):
            return await _admitted(store, number, settled, snapshot, account)
        case Decline(number):
            return await _declined(store, number, settled, snapshot, account)
        case Separate():
            return await _parted(store, settled, snapshot, account)
        case Export():
            return await _told(store, LinkNotice.EXPORTED, settled, snapshot, account)
        case EraseMe():
            what = LinkNotice.RETURNED if await _is_guarded(store, snapshot) else LinkNotice.ERASED
            return await _told(store, what, settled, snapshot, account)
        case _:
            return settled


def _led_on(settled: LinkedResult, outcome: TurnResult) -> LinkedResult:
    return replace(settled, outcome=outcome)


async def _with_code(store: Store, outcome: TurnResult, snapshot: Snapshot) -> TurnResult:
    code = "".join(secrets.choice(linking.ALPHABET) for _ in range(linking.LENGTH))
    name = snapshot.account.name if snapshot.account else ""
    await store.offer_link(snapshot.person.id, code, snapshot.now, name)
    shown = (
        replace(r, args={**r.args, "code": linking.written(code)}) if r.key == "link-code" else r
        for r in outcome.replies
    )
    return replace(outcome, replies=tuple(shown))


# --- the side that typed the code


async def _asked(
    store: Store, ask: Ask, settled: LinkedResult, snapshot: Snapshot, account: Account
) -> LinkedResult:
    """Whoever made the code is asked, on all their accounts, in their own language."""
    stack = settled.outcome.stack
    found = await store.ask_link(account, (ask.keeps, ask.writes), snapshot.now)
    if found is None:
        return _led_on(settled, engine.led_on(link.tried(Refusal.GONE, snapshot), stack, snapshot))
    number, person = found
    theirs = await store.accounts(person)
    await store.tell(theirs, await store.language(person), (LinkNotice.ASKED, account, number), snapshot.now)
    outcome = engine.led_on(link.sent(theirs[0], snapshot), stack, snapshot)
    return replace(settled, outcome=outcome, told=True)


# --- the side that made it


async def _admitted(
    store: Store, number: int, settled: LinkedResult, snapshot: Snapshot, account: Account
) -> LinkedResult:
    """Two people become the one who answers here; their place in the conversation is not lost."""
    stack = settled.outcome.stack
    asked = await store.asked_by(number, snapshot.person.id, snapshot.now)
    there = await _facts(store, asked.person, snapshot) if isinstance(asked, JoinRequest) else None
    if there is not None:  # now that their row is locked, it is sure whether they still ask
        asked = await store.asked_by(number, snapshot.person.id, snapshot.now)
    if not isinstance(asked, JoinRequest) or there is None or there.person.id != asked.person:
        refused = asked if isinstance(asked, Refusal) else Refusal.GONE
        return _led_on(settled, engine.led_on(link.tried(refused, snapshot), stack, snapshot))
    merged = linking.merge(snapshot, there, asked.keeps.other)
    await _tell_both(store, asked, account, there, snapshot)
    await store.join(snapshot.person.id, asked.person, merged.keeps, snapshot.now)
    writes = asked.account if asked.writes is Side.HERE else account
    await store.prefer(snapshot.person.id, writes)
    both = snapshot.replace(enrolments=(*snapshot.enrolments, *there.enrolments))
    turn = link.joined(merged, link.place(writes)).doing(*_commands(merged, both))
    return replace(settled, outcome=engine.led_on(turn, stack, snapshot), told=True)


async def _tell_both(
    store: Store, asked: JoinRequest, by: Account, there: Snapshot, snapshot: Snapshot
) -> None:
    """Each side learns who is on the other, in its own language of before."""
    mine = [a for a in await store.accounts(snapshot.person.id) if not link.is_same(a, by)]
    theirs = await store.accounts(asked.person)
    await store.tell(theirs, there.person.language, (LinkNotice.JOINED, by, 0), snapshot.now)
    await store.tell(mine, snapshot.person.language, (LinkNotice.JOINED, asked.account, 0), snapshot.now)


async def _facts(store: Store, person: int, snapshot: Snapshot) -> Snapshot | None:
    """The other person's; None where they are no more."""
    try:
        return await store.snapshot(person, snapshot.now, snapshot.library)
    except LookupError:
        return None


def _commands(merged: Merged, both: Snapshot) -> tuple[Effect, ...]:
    left = (UpdatePlan(number, {"state": PlanState.LEFT}) for number in merged.left)
    return UpdatePerson(merged.changes), *projection.noted(left, both)


async def _declined(
    store: Store, number: int, settled: LinkedResult, snapshot: Snapshot, account: Account
) -> LinkedResult:
    asked = await store.asked_by(number, snapshot.person.id, snapshot.now)
    await store.end_link(number, snapshot.person.id)
    if not isinstance(asked, JoinRequest):
        return settled
    language = await store.language(asked.person)
    await store.tell([asked.account], language, (LinkNotice.DECLINED, account, 0), snapshot.now)
    return replace(settled, told=True)


# --- what is told to all accounts


async def _parted(store: Store, settled: LinkedResult, snapshot: Snapshot, account: Account) -> LinkedResult:
    settled = await _told(store, LinkNotice.PARTED, settled, snapshot, account)
    people = await store.part(snapshot.person.id, account, snapshot.now)
    if not people:
        return settled
    await store.prefer(people[0], account)
    return replace(settled, person=people[0], anew=people)


async def _told(
    store: Store, what: LinkNotice, settled: LinkedResult, snapshot: Snapshot, account: Account
) -> LinkedResult:
    others = [a for a in await store.accounts(snapshot.person.id) if not link.is_same(a, account)]
    await store.tell(others, snapshot.person.language, (what, account, 0), snapshot.now)
    return replace(settled, told=settled.told or bool(others))


async def _is_guarded(store: Store, snapshot: Snapshot) -> bool:
    since = await store.joined_since(snapshot.person.id)
    return linking.guarded_until(snapshot.replace(since=since)) is not None
