"""Two accounts become one person and two again, through the real service on both databases."""

from __future__ import annotations

import itertools
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.core.messages import Account, Command, Incoming, Press, Said, Words
from bot.core.model import Facts, PlanState, Span
from bot.db import joining
from bot.db import tables as t
from bot.wording import Message
from tests.world import World, library

ANN, BEA = Account("telegram", "1", name="Ann"), Account("discord", "2")
NUMBERS = itertools.count()


@pytest.fixture
async def world(url: str) -> AsyncIterator[World]:
    async with World.open(url, reloads=False) as world:
        yield world


async def does(world: World, who: Account, *said: Said) -> tuple[Message, ...]:
    answer: tuple[Message, ...] = ()
    for one in said:
        answer = await world.turn(Incoming(who, one, f"link{next(NUMBERS)}", "en", "Europe/Ljubljana"))
    return answer


def tokens(messages: tuple[Message, ...]) -> list[str]:
    return [b.token for m in messages for b in m.buttons]


async def settles(world: World, who: Account, plan: str = "phone-leaves-bed", at: str = "20:00") -> None:
    """Goes through the first talk."""
    steps = (
        Command("start"), Press("onboarding.hello.ok"), Press("onboarding.focus.time"), Words(f"why {plan}"),
        Press("onboarding.zone.Europe/Ljubljana"), Press(f"onboarding.time.{at}"),
        Press(f"onboarding.plan.{plan}"), Press("onboarding.cue.1"), Press("onboarding.action.1"),
    )  # fmt: skip
    await does(world, who, *steps)
    assert (await facts(world, who)).person.onboarded


async def facts(world: World, who: Account) -> Facts:
    async with (await world.service()).database.read() as store:
        person = await store.person_of(who)
        assert person, who
        return await store.facts(person, world.now, library(), journal=True)


async def code(world: World, who: Account) -> str:
    html = (await does(world, who, Command("link")))[-1].html
    return re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", html)[0]


async def link(world: World, here: Account, there: Account, *answers: str) -> tuple[Message, ...]:
    """`there` shows a code, `here` types it and answers what is asked."""
    typed = await code(world, there)
    await does(world, here, Command("link", typed.lower().replace("-", " ")))
    return await does(world, here, *(Press(f"link.{answer}") for answer in answers))


async def count(world: World, table: Any) -> int:
    async with (await world.service()).database.read() as store:
        return await store.connection.scalar(select(func.count()).select_from(table)) or 0


async def test_the_side_that_made_the_code_is_told_once_it_is_used(world: World) -> None:
    told: list[tuple[Account, Message]] = []
    (await world.service()).tells = lambda account, message: told.append((account, message))
    await settles(world, ANN)
    await link(world, BEA, ANN, "confirm.no")
    assert told == []
    await link(world, BEA, ANN, "confirm.yes", "side.here")
    [(account, message)] = told
    assert (account.platform, account.external_id) == ("telegram", "1")
    assert ("Discord" in message.html, "/unlink" in message.html) == (True, True)
    assert len(message.key) < 20  # platforms take short ones


async def test_two_with_a_history_each_become_one(world: World) -> None:
    await settles(world, ANN, "phone-leaves-bed", "20:00")
    await settles(world, BEA, "think-then-post", "08:00")
    await does(world, ANN, Command("today"), Press("checkin.done.2026-11-23"))
    await does(world, ANN, Command("reflect"), Words("what Ann wrote"))
    await does(world, BEA, Command("reflect"), Words("what Bea wrote"))
    before = [await facts(world, who) for who in (ANN, BEA)]
    said = await link(world, BEA, ANN, "confirm.there", "side.here")
    assert "Discord" in said[-1].html
    one = await facts(world, BEA)
    assert one == await facts(world, ANN)
    assert {e.slug for e in one.running} == {"phone-leaves-bed", "think-then-post"}
    assert {w.text for w in one.journal} == {"what Ann wrote", "what Bea wrote"}
    assert len(one.entries) == len(before[0].entries) + len(before[1].entries)
    assert (one.person.checkin_at.hour, one.person.why) == (20, "why phone-leaves-bed")
    async with (await world.service()).database.read() as store:
        homes = await store.accounts(one.person.id)
    assert [a.platform for a in homes] == ["discord", "telegram"]
    assert await count(world, t.persons) == 1


async def test_messages_go_to_the_chosen_side_only(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    await link(world, BEA, ANN, "confirm.here", "side.there")
    world.now += timedelta(hours=10, minutes=45)
    await world.tick("telegram", "discord")
    assert {account.platform for _, account, _ in world.post.arrived} == {"telegram"}
    assert len(world.post.arrived) == 1


async def test_somebody_new_here_is_asked_no_more_than_needed(world: World) -> None:
    await settles(world, ANN)
    await does(world, BEA, Command("start"))
    asked = await does(world, BEA, Command("link", await code(world, ANN)))
    assert tokens(asked) == ["link.confirm.yes", "link.confirm.no"]
    assert "Telegram (Ann)" in asked[-1].html
    await does(world, BEA, Words("yes"), Press("link.side.here"))
    assert (await facts(world, BEA)).person.onboarded
    assert "checkin" in tokens(await does(world, BEA, Command("today")))[0]


async def test_three_plans_at_most_go_on(world: World) -> None:
    await settles(world, ANN, "phone-leaves-bed")
    await settles(world, BEA, "phone-leaves-bed")
    for plan in ("ten-minutes-less", "call-not-scroll"):
        await does(
            world, ANN, Command("plans", plan), Press(f"plans.start.{plan}"), Words("skip"), Words("skip")
        )
        await does(
            world, BEA, Command("plans", plan), Press(f"plans.start.{plan}"), Words("skip"), Words("skip")
        )
    assert [len((await facts(world, who)).running) for who in (ANN, BEA)] == [3, 3]
    said = await link(world, BEA, ANN, "confirm.there", "side.here")
    one = await facts(world, BEA)
    left = [e for e in one.enrolments if e.state is PlanState.LEFT]
    assert [e.rests for e in left] == [(Span(one.today, None),)] * 3
    assert len({e.slug for e in one.running}) == 3
    assert "3 rest" in said[-1].html


async def test_a_wrong_code_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await code(world, ANN)
    for typed in ("x", "ABCD", "ABCD-EFGH-JKMN", "'; DROP TABLE links", "😀" * 8):
        await does(world, BEA, Press("link.enter"), Words(typed))
    assert await count(world, t.persons) == 2


async def test_five_wrong_codes_rest_for_an_hour(world: World) -> None:
    right = await code(world, ANN)
    for _ in range(5):
        assert "isn't valid" in (await does(world, BEA, Command("link", "0000-0000")))[0].html
    for again in (right, "0000-0000"):
        assert "Too many" in (await does(world, BEA, Command("link", again)))[0].html
    world.now += timedelta(hours=1)
    right = await code(world, ANN)
    assert tokens(await does(world, BEA, Command("link", right)))


async def test_a_code_ends_after_ten_minutes(world: World) -> None:
    right = await code(world, ANN)
    world.now += timedelta(minutes=10)
    assert "isn't valid" in (await does(world, BEA, Command("link", right)))[0].html


async def test_a_code_works_once_and_for_one(world: World) -> None:
    right = await code(world, ANN)
    await does(world, BEA, Command("link", right))
    for who in (BEA, Account("discord", "3")):
        assert "isn't valid" in (await does(world, who, Command("link", right)))[0].html


async def test_a_newer_code_takes_the_older_ones_place(world: World) -> None:
    old, new = await code(world, ANN), await code(world, ANN)
    assert "isn't valid" in (await does(world, BEA, Command("link", old)))[0].html
    assert tokens(await does(world, BEA, Command("link", new)))


async def test_ones_own_code_is_for_the_other_side(world: World) -> None:
    right = await code(world, ANN)
    assert "own code" in (await does(world, ANN, Command("link", right)))[0].html
    assert tokens(await does(world, BEA, Command("link", right)))  # it was not used up


async def test_no_code_is_kept_in_clear(world: World) -> None:
    right = (await code(world, ANN)).replace("-", "")
    async with (await world.service()).database.read() as store:
        from bot.db.link_tables import links

        rows = list(await store.connection.execute(select(links)))
    assert right not in repr(rows)
    assert len(rows) == 1


async def test_forged_presses_join_and_part_nothing(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    for token in ("confirm.here", "confirm.yes", "side.there", "apart.here"):
        await does(world, BEA, Press(f"link.{token}"))
    assert await count(world, t.persons) == 2


async def test_anything_but_a_yes_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    answers: tuple[Said, ...] = (Press("link.confirm.no"), Words("no"), Words("hm"), Command("today"))
    for answer in answers:
        asked = await does(world, BEA, Command("link", await code(world, ANN)))
        assert tokens(asked) == ["link.confirm.here", "link.confirm.there", "link.confirm.no"]
        await does(world, BEA, answer, Words("yes"), Press("link.side.here"))
    assert await count(world, t.persons) == 2


async def test_deciding_late_or_after_the_other_left_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await does(world, BEA, Command("link", await code(world, ANN)), Press("link.confirm.yes"))
    world.now += timedelta(minutes=31)
    assert "over" in (await does(world, BEA, Press("link.side.here")))[0].html
    await does(world, BEA, Command("link", await code(world, ANN)), Press("link.confirm.yes"))
    await does(world, ANN, Command("privacy", "erase"), Press("privacy.sure.yes"))
    assert "over" in (await does(world, BEA, Press("link.side.here")))[0].html


@pytest.mark.parametrize(("keeps", "stays", "new"), [("here", BEA, ANN), ("there", ANN, BEA)])
async def test_parting(world: World, keeps: str, stays: Account, new: Account) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    await link(world, BEA, ANN, "confirm.here", "side.there")
    await does(world, BEA, Command("unlink"), Press(f"link.apart.{keeps}"))
    assert len((await facts(world, stays)).running) == 2
    async with (await world.service()).database.read() as store:
        assert await store.person_of(new) is None
        known = await store.person_of(stays)
        assert known
        assert [a.platform for a in await store.accounts(known)] == [stays.platform]
    assert "onboarding.hello.ok" in tokens(await does(world, new, Command("start")))
    world.now += timedelta(hours=10, minutes=45)
    await world.tick("telegram", "discord")
    assert {account.platform for _, account, _ in world.post.arrived} == {stays.platform}


async def test_a_blocked_side_moves_messages_to_the_other_at_its_sign_of_life(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    await link(world, BEA, ANN, "confirm.here", "side.there")
    service = await world.service()
    await service.unreachable(BEA)  # messages don't go there anyway
    assert (await facts(world, ANN)).person.listens
    await service.unreachable(ANN)
    assert not (await facts(world, ANN)).person.listens
    await does(world, BEA, Command("today"))
    world.now += timedelta(hours=10, minutes=45)
    await world.tick("telegram", "discord")
    assert {account.platform for _, account, _ in world.post.arrived} == {"discord"}


async def test_nothing_to_part(world: World) -> None:
    await settles(world, ANN)
    assert "nothing to part" in (await does(world, ANN, Command("unlink")))[0].html


async def test_a_repeated_event_joins_once(world: World) -> None:
    await settles(world, ANN)
    typed = await code(world, ANN)
    once = Incoming(BEA, Command("link", typed), "the-same", "en")
    assert await world.turn(once)
    assert await world.turn(once) == ()
    assert "link.side.here" in tokens(await does(world, BEA, Press("link.confirm.yes")))


def test_every_table_of_a_person_is_thought_of() -> None:
    theirs = {table.name for table in t.metadata.tables.values() if "person_id" in table.c}
    assert theirs == joining.JOINED | joining.DROPPED | {"part_days"}
