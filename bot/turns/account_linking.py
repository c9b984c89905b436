"""What a turn about joining accounts needs looked up or drawn: codes, whose they are, two people's facts; and
what other accounts are told of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from bot.core.account import link, linking
from bot.core.account.linking import Merged, Notice, Refusal
from bot.core.conversation import engine
from bot.core.conversation.stack import Outcome
from bot.core.model import projection
from bot.core.model.effects import Command, EraseMe, Export, UpdatePerson, UpdatePlan
from bot.core.model.inputs import Account
from bot.core.model.link_effects import Admit, Ask, Decline, MakeCode, Separate, Side, TryCode
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Facts
from bot.storage.links import JoinRequest
from bot.storage.store import Store

LOOKED_UP = (MakeCode, TryCode, Ask, Admit, Decline, Separate)


@dataclass(frozen=True, slots=True)
class Settled:
    """`outcome`: what is left to be done, as ever. `person`: who answers from here on. `anew`: people for
    whom all is to be planned anew. `told`: whether other accounts are to be told something."""

    outcome: Outcome
    person: int
    anew: tuple[int, ...] = ()
    told: bool = False


async def settle(store: Store, outcome: Outcome, facts: Facts) -> Settled:
    """Carry out what can't be decided by the core alone."""
    settled = Settled(outcome, facts.person.id)
    if facts.account:
        for command in outcome.commands:
            settled = await _one(store, command, settled, facts, facts.account)
    left = tuple(c for c in settled.outcome.commands if not isinstance(c, LOOKED_UP))
    return replace(settled, outcome=replace(settled.outcome, commands=left))


async def _one(store: Store, command: Command, settled: Settled, facts: Facts, account: Account) -> Settled:
    outcome = settled.outcome
    match command:
        case MakeCode():
            return replace(settled, outcome=await _with_code(store, outcome, facts))
        case TryCode(code):
            result = await store.take_link(account, code, facts.now)
            return _led_on(settled, engine.led_on(link.tried(result, facts), outcome.stack, facts))
        case Ask():
            return await _asked(store, command, settled, facts, account)
        case Admit(number):
            return await _admitted(store, number, settled, facts, account)
        case Decline(number):
            return await _declined(store, number, settled, facts, account)
        case Separate():
            return await _parted(store, settled, facts, account)
        case Export():
            return await _told(store, Notice.EXPORTED, settled, facts, account)
        case EraseMe():
            what = Notice.RETURNED if await _is_guarded(store, facts) else Notice.ERASED
            return await _told(store, what, settled, facts, account)
        case _:
            return settled


def _led_on(settled: Settled, outcome: Outcome) -> Settled:
    return replace(settled, outcome=outcome)


async def _with_code(store: Store, outcome: Outcome, facts: Facts) -> Outcome:
    code = "".join(secrets.choice(linking.ALPHABET) for _ in range(linking.LENGTH))
    name = facts.account.name if facts.account else ""
    await store.offer_link(facts.person.id, code, facts.now, name)
    shown = (
        replace(r, args={**r.args, "code": linking.written(code)}) if r.key == "link-code" else r
        for r in outcome.replies
    )
    return replace(outcome, replies=tuple(shown))


# --- the side that typed the code


async def _asked(store: Store, ask: Ask, settled: Settled, facts: Facts, account: Account) -> Settled:
    """Whoever made the code is asked, on all their accounts, in their own language."""
    stack = settled.outcome.stack
    found = await store.ask_link(account, (ask.keeps, ask.writes), facts.now)
    if found is None:
        return _led_on(settled, engine.led_on(link.tried(Refusal.GONE, facts), stack, facts))
    number, person = found
    theirs = await store.accounts(person)
    await store.tell(theirs, await store.language(person), (Notice.ASKED, account, number), facts.now)
    outcome = engine.led_on(link.sent(theirs[0], facts), stack, facts)
    return replace(settled, outcome=outcome, told=True)


# --- the side that made it


async def _admitted(store: Store, number: int, settled: Settled, facts: Facts, account: Account) -> Settled:
    """Two people become the one who answers here; their place in the conversation is not lost."""
    stack = settled.outcome.stack
    asked = await store.asked_by(number, facts.person.id, facts.now)
    there = await _facts(store, asked.person, facts) if isinstance(asked, JoinRequest) else None
    if there is not None:  # now that their row is locked, it is sure whether they still ask
        asked = await store.asked_by(number, facts.person.id, facts.now)
    if not isinstance(asked, JoinRequest) or there is None or there.person.id != asked.person:
        refused = asked if isinstance(asked, Refusal) else Refusal.GONE
        return _led_on(settled, engine.led_on(link.tried(refused, facts), stack, facts))
    merged = linking.merge(facts, there, asked.keeps.other)
    await _tell_both(store, asked, account, there, facts)
    await store.join(facts.person.id, asked.person, merged.keeps, facts.now)
    writes = asked.account if asked.writes is Side.HERE else account
    await store.prefer(facts.person.id, writes)
    both = replace(facts, enrolments=(*facts.enrolments, *there.enrolments))
    turn = link.joined(merged, link.place(writes)).doing(*_commands(merged, both))
    return replace(settled, outcome=engine.led_on(turn, stack, facts), told=True)


async def _tell_both(store: Store, asked: JoinRequest, by: Account, there: Facts, facts: Facts) -> None:
    """Each side learns who is on the other, in its own language of before."""
    mine = [a for a in await store.accounts(facts.person.id) if not link.is_same(a, by)]
    theirs = await store.accounts(asked.person)
    await store.tell(theirs, there.person.language, (Notice.JOINED, by, 0), facts.now)
    await store.tell(mine, facts.person.language, (Notice.JOINED, asked.account, 0), facts.now)


async def _facts(store: Store, person: int, facts: Facts) -> Facts | None:
    """The other person's; None where they are no more."""
    try:
        return await store.facts(person, facts.now, facts.library)
    except LookupError:
        return None


def _commands(merged: Merged, both: Facts) -> tuple[Command, ...]:
    left = (UpdatePlan(number, {"state": PlanState.LEFT}) for number in merged.left)
    return UpdatePerson(merged.changes), *projection.noted(left, both)


async def _declined(store: Store, number: int, settled: Settled, facts: Facts, account: Account) -> Settled:
    asked = await store.asked_by(number, facts.person.id, facts.now)
    await store.end_link(number, facts.person.id)
    if not isinstance(asked, JoinRequest):
        return settled
    language = await store.language(asked.person)
    await store.tell([asked.account], language, (Notice.DECLINED, account, 0), facts.now)
    return replace(settled, told=True)


# --- what is told to all accounts


async def _parted(store: Store, settled: Settled, facts: Facts, account: Account) -> Settled:
    settled = await _told(store, Notice.PARTED, settled, facts, account)
    people = await store.part(facts.person.id, account, facts.now)
    if not people:
        return settled
    await store.prefer(people[0], account)
    return replace(settled, person=people[0], anew=people)


async def _told(store: Store, what: Notice, settled: Settled, facts: Facts, account: Account) -> Settled:
    others = [a for a in await store.accounts(facts.person.id) if not link.is_same(a, account)]
    await store.tell(others, facts.person.language, (what, account, 0), facts.now)
    return replace(settled, told=settled.told or bool(others))


async def _is_guarded(store: Store, facts: Facts) -> bool:
    since = await store.joined_since(facts.person.id)
    return linking.guarded_until(replace(facts, since=since)) is not None
