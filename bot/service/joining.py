"""What a turn about joining accounts needs looked up or drawn: codes, whose they are, two people's facts."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TypeAlias

from bot.core import dialogue, effects, linking
from bot.core.commands import Command, UpdatePerson, UpdatePlan
from bot.core.dialogue import Outcome
from bot.core.flows import link
from bot.core.linking import Join, MakeCode, Merged, Refusal, Separate, Side, TryCode
from bot.core.messages import Account, Reply
from bot.core.model import Facts, PlanState
from bot.db.store import Store

LOOKED_UP = (MakeCode, TryCode, Join, Separate)


Notice: TypeAlias = tuple[Account, Reply]  # to somebody's other side, once all is stored


async def settle(store: Store, outcome: Outcome, facts: Facts, notices: list[Notice]) -> Outcome:
    """Carry out what can't be decided by the core alone. What is left in the outcome is as ever; what is to
    be said elsewhere is added to `notices`."""
    for command in outcome.commands:
        match command:
            case MakeCode():
                outcome = await _with_code(store, outcome, facts)
            case TryCode(code):
                result = await store.take_link(facts.person.id, code, facts.now)
                outcome = dialogue.led_on(link.tried(result, facts), outcome.stack, facts)
            case Join():
                outcome = await _joined(store, command, outcome, facts, notices)
            case Separate(keeps) if facts.account:
                await store.part(facts.person.id, facts.account, keeps)
            case _:
                pass
    return replace(outcome, commands=tuple(c for c in outcome.commands if not isinstance(c, LOOKED_UP)))


async def _with_code(store: Store, outcome: Outcome, facts: Facts) -> Outcome:
    code = "".join(secrets.choice(linking.ALPHABET) for _ in range(linking.LENGTH))
    await store.offer_link(facts.person.id, code, facts.now)
    shown = (
        replace(r, args={**r.args, "code": linking.written(code)}) if r.key == "link-code" else r
        for r in outcome.replies
    )
    return replace(outcome, replies=tuple(shown))


async def _joined(store: Store, join: Join, outcome: Outcome, facts: Facts, notices: list[Notice]) -> Outcome:
    """Two people become the one who answers here; their place in the conversation is not lost."""
    there = await _other(store, join, facts)
    if there is None or facts.account is None:
        return dialogue.led_on(link.tried(Refusal.GONE, facts), outcome.stack, facts)
    merged = linking.merge(facts, there, join.keeps)
    await store.join(facts.person.id, there.person.id, merged.keeps)
    writes = facts.account if join.writes is Side.HERE else there.accounts[0]
    await store.prefer(facts.person.id, writes)
    notices += [(account, link.told(facts.account)) for account in there.accounts]
    both = replace(facts, enrolments=(*facts.enrolments, *there.enrolments))
    turn = link.joined(merged, link.place(writes)).doing(*_commands(merged, both))
    return dialogue.led_on(turn, outcome.stack, facts)


async def _other(store: Store, join: Join, facts: Facts) -> Facts | None:
    number = await store.link_of(join.link, facts.person.id, facts.now)
    if number is None:
        return None
    there = await store.facts(number, facts.now, facts.library)
    return replace(there, accounts=await store.accounts(number))


def _commands(merged: Merged, both: Facts) -> tuple[Command, ...]:
    left = (UpdatePlan(number, {"state": PlanState.LEFT}) for number in merged.left)
    return UpdatePerson(merged.changes), *effects.noted(left, both)
