"""Two accounts become one person and two again, through the real service on both databases."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.content.rendered import Message
from bot.core.model.effects import DeleteJournalEntry
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.core.model.person import DateSpan
from bot.core.model.plan import PlanState
from bot.core.model.snapshot import Snapshot
from bot.storage import copies, joins, merging
from bot.storage.accounts import accounts
from bot.storage.database import metadata
from bot.storage.journal import journal
from bot.storage.links import link_tries, links
from bot.storage.notices import notices
from bot.storage.people import persons
from bot.turns import account_linking as service_joining
from tests.everything import EVERYTHING
from tests.world import World, library

ANN, BEA = Account("telegram", "1", name="Ann"), Account("discord", "2")
NUMBERS = itertools.count()


@pytest.fixture
async def world(url: str) -> AsyncIterator[World]:
    async with World.open(url, reloads=False) as world:
        yield world


async def does(world: World, who: Account, *said: Input) -> tuple[Message, ...]:
    answer: tuple[Message, ...] = ()
    for one in said:
        answer = await world.turn(Incoming(who, one, f"link{next(NUMBERS)}", "en", "Europe/Ljubljana"))
    return answer


def tokens(messages: tuple[Message, ...]) -> list[str]:
    return [b.token for m in messages for b in m.buttons]


async def settles(world: World, who: Account, plan: str = "phone-leaves-bed", at: str = "20:00") -> None:
    """Goes through the first talk."""
    steps = (
        SlashCommand("start"), ButtonPress("onboarding.hello.ok"), ButtonPress("onboarding.focus.time"),
        ButtonPress("onboarding.itch.skip"), ButtonPress("onboarding.daypart.skip"),
        ButtonPress("onboarding.zone.Europe/Ljubljana"), ButtonPress(f"onboarding.plan.{plan}"),
        ButtonPress("onboarding.cue.1"), ButtonPress("onboarding.action.1"), TypedText(f"why {plan}"),
        ButtonPress(f"settings.checkin.{at}"),
    )  # fmt: skip
    await does(world, who, *steps)
    assert (await snapshot(world, who)).person.onboarded


async def checks_in(world: World, who: Account) -> None:
    for command in ("today", "checkin"):
        [first, *_] = tokens(await does(world, who, SlashCommand(command)))
    await does(world, who, ButtonPress(first))
    assert (await snapshot(world, who)).entries, first


async def snapshot(world: World, who: Account) -> Snapshot:
    async with (await world.service()).database.read() as transaction:
        person = await transaction.people.find(who)
        assert person, who
        return await transaction.snapshots.load_one(person, world.now, library(), EVERYTHING)


async def code(world: World, who: Account) -> str:
    html = (await does(world, who, SlashCommand("link")))[-1].html
    return re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", html)[0]


async def asks(world: World, here: Account, there: Account, *answers: str) -> tuple[Message, ...]:
    """`there` shows a code, `here` types it and answers what is asked."""
    typed = await code(world, there)
    await does(world, here, SlashCommand("link", typed.lower().replace("-", " ")))
    return await does(world, here, *(ButtonPress(f"link.{answer}") for answer in answers))


async def link(world: World, here: Account, there: Account, *answers: str) -> tuple[Message, ...]:
    """The same, and `there` says yes."""
    await asks(world, here, there, *answers)
    return await admits(world, there)


async def admits(world: World, who: Account) -> tuple[Message, ...]:
    """Says yes to whoever asks."""
    [asked] = await does(world, who, SlashCommand("link"))
    yes = asked.buttons[0].token
    assert yes.startswith("link.admit."), asked
    return await does(world, who, ButtonPress(yes))


async def told(world: World, who: Account) -> str:
    """What the person's platform is handed to tell them, since the last look."""
    taken = await (await world.service()).take_notices([who.platform])
    assert {a.external_id for a, _ in taken} <= {who.external_id}
    assert all(len(message.key) < 20 for _, message in taken)  # platforms take short ones
    return "\n".join(message.html for _, message in taken)


async def people(world: World) -> int:
    """Whoever has an account."""
    return len({a.person_id for a in await rows(world, accounts)})


async def rows(world: World, table: Any) -> list[Any]:
    async with (await world.service()).database.read() as transaction:
        return list(await transaction.connection.execute(select(table)))


async def count(world: World, table: Any) -> int:
    async with (await world.service()).database.read() as transaction:
        return await transaction.connection.scalar(select(func.count()).select_from(table)) or 0


async def test_both_sides_decide(world: World) -> None:
    await settles(world, ANN)
    await asks(world, BEA, ANN, "confirm.no")
    assert await told(world, ANN) == ""
    [waits] = await asks(world, BEA, ANN, "confirm.yes", "side.here")
    assert "Telegram (Ann)" in waits.html
    assert await people(world) == 2
    assert "an account on Discord" in await told(world, ANN)
    await admits(world, ANN)
    assert await people(world) == 1
    assert "Telegram (Ann)" in await told(world, BEA)
    assert await told(world, ANN) == ""  # it was said to her already


async def test_each_side_sees_the_other_s_name_which_is_kept_no_longer(world: World) -> None:
    """Names that their platforms show, and that nothing else needs."""
    await settles(world, BEA)
    maker, taker = Account("telegram", "7"), BEA
    shown = await world.turn(Incoming(maker, SlashCommand("link"), "names1", "en", name="Ann Lee"))
    typed = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", shown[-1].html)[0]
    [asked] = await world.turn(Incoming(taker, SlashCommand("link", typed), "names2", "en", name="Bea Poe"))
    assert "Telegram (Ann Lee)" in asked.html
    await does(world, BEA, ButtonPress("link.confirm.yes"))
    await world.turn(Incoming(taker, ButtonPress("link.side.here"), "names3", "en", name="Bea Poe"))
    assert "Discord (Bea Poe)" in await told(world, maker)
    assert "Discord (Bea Poe)" in (await does(world, maker, SlashCommand("link")))[0].html
    assert {row.name for row in await rows(world, accounts)} == {""}
    assert "Ann Lee" in await exported(world, maker)
    world.now += timedelta(hours=2)
    async with (await world.service()).database.write() as transaction:
        await transaction.upkeep.clean(world.now)
    assert await rows(world, links) == []


async def test_a_no_of_the_side_that_made_the_code_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await asks(world, BEA, ANN, "confirm.yes", "side.here")
    [asked] = await does(world, ANN, SlashCommand("link"))
    yes, no = tokens((asked,))
    await does(world, ANN, ButtonPress(no))
    assert "did not confirm" in await told(world, BEA)
    assert "over" in (await does(world, ANN, ButtonPress(yes)))[0].html
    assert await people(world) == 2


async def test_two_with_a_history_each_become_one(world: World) -> None:
    await settles(world, ANN, "phone-leaves-bed", "20:00")
    await settles(world, BEA, "think-then-post", "08:00")
    await checks_in(world, ANN)
    await does(world, ANN, SlashCommand("reflect"), TypedText("what Ann wrote"))
    await does(world, BEA, SlashCommand("reflect"), TypedText("what Bea wrote"))
    before = [await snapshot(world, who) for who in (ANN, BEA)]
    said = await link(world, BEA, ANN, "confirm.there", "side.here")
    assert "Discord" in said[-1].html
    one = await snapshot(world, BEA)
    assert one == await snapshot(world, ANN)
    assert {e.slug for e in one.running} == {"phone-leaves-bed", "think-then-post"}
    assert {w.text for w in one.journal} == {"what Ann wrote", "what Bea wrote"}
    assert len(one.entries) == len(before[0].entries) + len(before[1].entries)
    assert (one.person.checkin_at.hour, one.person.why) == (20, "why phone-leaves-bed")
    async with (await world.service()).database.read() as transaction:
        homes = await transaction.accounts.of_person(one.person.id)
    assert [a.platform for a in homes] == ["discord", "telegram"]
    assert await people(world) == 1


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
    await does(world, BEA, SlashCommand("start"))
    asked = await does(world, BEA, SlashCommand("link", await code(world, ANN)))
    assert tokens(asked) == ["link.confirm.yes", "link.confirm.no"]
    assert "Telegram (Ann)" in asked[-1].html
    await does(world, BEA, TypedText("yes"), ButtonPress("link.side.here"))
    await admits(world, ANN)
    assert (await snapshot(world, BEA)).person.onboarded
    assert "checkin" in tokens(await does(world, BEA, SlashCommand("today")))[0]


async def test_three_plans_at_most_go_on(world: World) -> None:
    await settles(world, ANN, "phone-leaves-bed")
    await settles(world, BEA, "phone-leaves-bed")
    for plan in ("ten-minutes-less", "call-not-scroll"):
        await does(
            world,
            ANN,
            SlashCommand("plans", plan),
            ButtonPress(f"plans.start.{plan}"),
            TypedText("skip"),
            TypedText("skip"),
        )
        await does(
            world,
            BEA,
            SlashCommand("plans", plan),
            ButtonPress(f"plans.start.{plan}"),
            TypedText("skip"),
            TypedText("skip"),
        )
    assert [len((await snapshot(world, who)).running) for who in (ANN, BEA)] == [3, 3]
    said = await link(world, BEA, ANN, "confirm.there", "side.here")
    one = await snapshot(world, BEA)
    left = [e for e in one.enrolments if e.state is PlanState.LEFT]
    assert [e.rests for e in left] == [(DateSpan(one.today, None),)] * 3
    assert len({e.slug for e in one.running}) == 3
    assert "3 rest" in said[-1].html


async def test_a_wrong_code_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await code(world, ANN)
    for typed in ("x", "ABCD", "ABCD-EFGH-JKMN", "'; DROP TABLE links", "😀" * 8):
        await does(world, BEA, ButtonPress("link.enter"), TypedText(typed))
    assert await people(world) == 2


async def test_five_wrong_codes_rest_for_an_hour(world: World) -> None:
    right = await code(world, ANN)
    for _ in range(5):
        assert "isn't valid" in (await does(world, BEA, SlashCommand("link", "0000-0000")))[0].html
    for again in (right, "0000-0000"):
        assert "Too many" in (await does(world, BEA, SlashCommand("link", again)))[0].html
    world.now += timedelta(hours=1)
    right = await code(world, ANN)
    assert tokens(await does(world, BEA, SlashCommand("link", right)))


async def test_a_code_ends_after_ten_minutes(world: World) -> None:
    right = await code(world, ANN)
    world.now += timedelta(minutes=10)
    assert "isn't valid" in (await does(world, BEA, SlashCommand("link", right)))[0].html


async def test_a_code_works_once_and_for_one(world: World) -> None:
    right = await code(world, ANN)
    await does(world, BEA, SlashCommand("link", right))
    for who in (BEA, Account("discord", "3")):
        assert "isn't valid" in (await does(world, who, SlashCommand("link", right)))[0].html


async def test_a_newer_code_takes_the_older_ones_place(world: World) -> None:
    old, new = await code(world, ANN), await code(world, ANN)
    assert "isn't valid" in (await does(world, BEA, SlashCommand("link", old)))[0].html
    assert tokens(await does(world, BEA, SlashCommand("link", new)))


async def test_ones_own_code_is_for_the_other_side(world: World) -> None:
    right = await code(world, ANN)
    assert "own code" in (await does(world, ANN, SlashCommand("link", right)))[0].html
    assert tokens(await does(world, BEA, SlashCommand("link", right)))  # it was not used up


async def test_no_code_is_kept_in_clear(world: World) -> None:
    right = (await code(world, ANN)).replace("-", "")
    async with (await world.service()).database.read() as transaction:
        rows = list(await transaction.connection.execute(select(links)))
    assert right not in repr(rows)
    assert len(rows) == 1


async def test_forged_presses_join_and_part_nothing(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    for token in ("confirm.here", "confirm.yes", "side.there", "apart.here"):
        await does(world, BEA, ButtonPress(f"link.{token}"))
    assert await people(world) == 2


async def test_anything_but_a_yes_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    answers: tuple[Input, ...] = (
        ButtonPress("link.confirm.no"),
        TypedText("no"),
        TypedText("hm"),
        SlashCommand("today"),
    )
    for answer in answers:
        asked = await does(world, BEA, SlashCommand("link", await code(world, ANN)))
        assert tokens(asked) == ["link.confirm.here", "link.confirm.there", "link.confirm.no"]
        await does(world, BEA, answer, TypedText("yes"), ButtonPress("link.side.here"))
    assert await people(world) == 2


async def test_deciding_late_or_after_the_other_left_joins_nothing(world: World) -> None:
    await settles(world, ANN)
    await does(world, BEA, SlashCommand("link", await code(world, ANN)), ButtonPress("link.confirm.yes"))
    world.now += timedelta(minutes=31)
    assert "over" in (await does(world, BEA, ButtonPress("link.side.here")))[0].html
    await does(world, BEA, SlashCommand("link", await code(world, ANN)), ButtonPress("link.confirm.yes"))
    await does(world, ANN, SlashCommand("privacy", "erase"), ButtonPress("privacy.sure.yes"))
    assert "over" in (await does(world, BEA, ButtonPress("link.side.here")))[0].html
    await settles(world, ANN)
    await asks(world, BEA, ANN, "confirm.yes", "side.here")
    [asked] = await does(world, ANN, SlashCommand("link"))
    world.now += timedelta(minutes=31)
    assert "over" in (await does(world, ANN, ButtonPress(asked.buttons[0].token)))[0].html
    assert await people(world) == 2


async def test_parting_gives_each_side_a_copy(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post", "08:00")
    await checks_in(world, ANN)
    await does(world, ANN, SlashCommand("reflect"), TypedText("what Ann wrote"))
    await link(world, BEA, ANN, "confirm.here", "side.there")
    await does(world, BEA, SlashCommand("reflect"), TypedText("what Bea wrote since"))
    await told(world, ANN)
    one = await snapshot(world, ANN)
    said = await does(world, BEA, SlashCommand("unlink"), ButtonPress("link.apart.yes"))
    assert "copy of everything" in said[-1].html
    assert "Discord" in await told(world, ANN)
    for who in (ANN, BEA):
        copy = await snapshot(world, who)
        assert {e.slug for e in copy.running} == {e.slug for e in one.running}
        assert [w.text for w in copy.journal] == [w.text for w in one.journal]
        assert len(copy.entries) == len(one.entries) == 1
        assert copy.person.checkin_at == one.person.checkin_at
    assert (await snapshot(world, ANN)).person.why == "why phone-leaves-bed\nwhy think-then-post"
    assert await people(world) == len(await rows(world, persons)) == 2
    await does(world, BEA, SlashCommand("reflect"), TypedText("Bea's alone"))
    assert "Bea's alone" not in {w.text for w in (await snapshot(world, ANN)).journal}
    world.now += timedelta(days=1, hours=10, minutes=45)
    await world.tick("telegram", "discord")
    assert {account.platform for _, account, _ in world.post.arrived} == {"telegram", "discord"}


async def test_a_blocked_side_moves_messages_to_the_other_at_its_sign_of_life(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    await link(world, BEA, ANN, "confirm.here", "side.there")
    service = await world.service()
    await service.mark_unreachable(BEA)  # messages don't go there anyway
    assert (await snapshot(world, ANN)).person.listens
    await service.mark_unreachable(ANN)
    assert not (await snapshot(world, ANN)).person.listens
    await does(world, BEA, SlashCommand("today"))
    world.now += timedelta(hours=10, minutes=45)
    await world.tick("telegram", "discord")
    assert {account.platform for _, account, _ in world.post.arrived} == {"discord"}


async def test_nothing_to_part(world: World) -> None:
    await settles(world, ANN)
    assert "nothing to part" in (await does(world, ANN, SlashCommand("unlink")))[0].html


async def test_a_repeated_event_joins_once(world: World) -> None:
    await settles(world, ANN)
    typed = await code(world, ANN)
    once = Incoming(BEA, SlashCommand("link", typed), "the-same", "en")
    assert await world.turn(once)
    assert await world.turn(once) == ()
    assert "link.side.here" in tokens(await does(world, BEA, ButtonPress("link.confirm.yes")))


# --- what somebody could try who wants another's journal, or to destroy it: Ann is the victim here

MALLORY = Account("discord", "666", name="Mallory")


async def writes(world: World, who: Account, words: str) -> None:
    await does(world, who, SlashCommand("reflect"), TypedText(words))


async def lines(world: World, who: Account) -> set[str]:
    return {w.text for w in (await snapshot(world, who)).journal}


async def exported(world: World, who: Account) -> str:
    document = (await does(world, who, SlashCommand("privacy", "export")))[-1].document
    assert document
    return document.content.decode()


async def is_joined(world: World) -> None:
    """Ann was talked into it: she typed Mallory's code, and said yes to all that she was asked."""
    await settles(world, ANN)
    await settles(world, MALLORY, "think-then-post")
    await writes(world, ANN, "what Ann wrote")
    await writes(world, MALLORY, "what Mallory wrote")
    await link(world, ANN, MALLORY, "confirm.here", "side.there")
    for who in (ANN, MALLORY):
        await told(world, who)


async def test_a_code_typed_for_somebody_else_opens_nothing(world: World) -> None:
    """Ann is told whose it is and not to, before anything is shared; Mallory's yes alone joins nothing."""
    await settles(world, ANN)
    await settles(world, MALLORY, "think-then-post")
    await writes(world, ANN, "what Ann wrote")
    [asked] = await does(world, ANN, SlashCommand("link", await code(world, MALLORY)))
    assert "Discord (Mallory)" in asked.html
    assert "somebody else gave you the code" in asked.html
    number = (await rows(world, links))[0].id
    await does(world, MALLORY, ButtonPress(f"link.admit.{number}"))
    assert await told(world, MALLORY) == ""
    await does(world, ANN, ButtonPress("link.confirm.no"))
    await does(world, MALLORY, ButtonPress(f"link.admit.{number}"))
    assert "what Ann wrote" not in await exported(world, MALLORY)
    assert await people(world) == 2


async def test_nobody_takes_the_history_and_parts(world: World) -> None:
    await is_joined(world)
    await does(world, MALLORY, SlashCommand("unlink"), ButtonPress("link.apart.yes"))
    assert "Mallory" in await told(world, ANN)
    assert {e.slug for e in (await snapshot(world, ANN)).running} >= {"phone-leaves-bed"}
    assert await lines(world, ANN) == {"what Ann wrote", "what Mallory wrote"}


async def test_what_was_taken_out_of_the_journal_is_back_after_parting(world: World) -> None:
    await is_joined(world)
    mine = next(w.id for w in (await snapshot(world, MALLORY)).journal if w.text == "what Ann wrote")
    async with (await world.service()).database.write() as transaction:
        person = await transaction.people.find(MALLORY)
        assert person
        await transaction.effects.apply(person, DeleteJournalEntry(mine), world.now)
    assert await lines(world, ANN) == {"what Mallory wrote"}
    await does(world, MALLORY, SlashCommand("unlink"), ButtonPress("link.apart.yes"))
    assert await lines(world, ANN) == {"what Ann wrote", "what Mallory wrote"}
    assert await lines(world, MALLORY) == {"what Mallory wrote"}


async def test_an_erase_soon_after_a_join_takes_what_that_side_brought(world: World) -> None:
    await is_joined(world)
    await writes(world, MALLORY, "since then")
    [asked] = await does(world, MALLORY, SlashCommand("privacy", "erase"))
    assert "The other side gets back" in asked.html
    await does(world, MALLORY, ButtonPress("privacy.sure.yes"))
    assert "is back as it was" in await told(world, ANN)
    mine = await snapshot(world, ANN)
    assert ([e.slug for e in mine.running], await lines(world, ANN)) == (
        ["phone-leaves-bed"],
        {"what Ann wrote"},
    )
    assert await people(world) == len(await rows(world, persons)) == 1
    assert "Mallory" not in await exported(world, ANN)
    assert await count(world, journal) == 1
    world.now += timedelta(hours=10, minutes=45)
    await world.tick("telegram", "discord")
    assert {account.platform for _, account, _ in world.post.arrived} == {"telegram"}


async def test_an_erase_later_takes_everything_and_all_are_told(world: World) -> None:
    await is_joined(world)
    world.now += timedelta(hours=72)
    [asked] = await does(world, MALLORY, SlashCommand("privacy", "erase"))
    assert "Telegram (Ann)" in asked.html
    await does(world, MALLORY, ButtonPress("privacy.sure.yes"))
    assert "erased" in await told(world, ANN)
    assert await count(world, persons) == 0


async def test_accounts_of_one_platform_are_not_joined(world: World) -> None:
    """Ann shows a code to "support", who is on her platform."""
    await settles(world, ANN)
    typed = await code(world, ANN)
    support = Account("telegram", "99", name="Support")
    assert "one platform" in (await does(world, support, SlashCommand("link", typed)))[0].html
    assert tokens(await does(world, BEA, SlashCommand("link", typed)))  # it was not used up


async def test_a_shown_code_joins_nobody_without_a_yes(world: World) -> None:
    await settles(world, ANN)
    await writes(world, ANN, "what Ann wrote")
    await asks(world, MALLORY, ANN, "confirm.yes", "side.here")
    number = (await rows(world, links))[0].id
    accomplice = Account("console", "accomplice")
    await settles(world, accomplice)
    for who in (MALLORY, accomplice):
        await does(world, who, ButtonPress(f"link.admit.{number}"), ButtonPress("link.side.here"))
    assert await people(world) == 3
    assert "what Ann wrote" not in await exported(world, MALLORY)
    assert "Discord (Mallory)" in await told(world, ANN)


async def test_an_older_question_s_yes_admits_nobody_else(world: World) -> None:
    await settles(world, ANN)
    await asks(world, BEA, ANN, "confirm.yes", "side.here")
    [asked] = await does(world, ANN, SlashCommand("link"))
    yes, no = tokens((asked,))
    await does(world, ANN, ButtonPress(no))
    await asks(world, MALLORY, ANN, "confirm.yes", "side.here")
    assert "over" in (await does(world, ANN, ButtonPress(yes)))[0].html
    assert len(await rows(world, accounts)) == 3
    assert await people(world) == 3


async def test_only_who_typed_a_code_asks_with_it(world: World) -> None:
    """Another has come as far as the choice, and their own code is over by then."""
    await settles(world, ANN)
    await does(world, MALLORY, SlashCommand("link", await code(world, ANN)), ButtonPress("link.confirm.yes"))
    await does(world, BEA, SlashCommand("link", await code(world, ANN)), ButtonPress("link.confirm.yes"))
    assert "over" in (await does(world, MALLORY, ButtonPress("link.side.here")))[0].html
    await does(world, BEA, ButtonPress("link.side.here"))
    assert "an account on Discord" in (await does(world, ANN, SlashCommand("link")))[0].html


async def test_who_was_joined_lately_is_not_joined_again(world: World) -> None:
    """A second join would end what guards the first."""
    await is_joined(world)
    third = Account("console", "third")
    said = await does(world, third, SlashCommand("link", await code(world, MALLORY)))
    assert "less than three days ago" in said[0].html
    world.now += timedelta(hours=72)
    assert tokens(await does(world, third, SlashCommand("link", await code(world, MALLORY))))


async def test_an_export_is_told_to_the_other_accounts(world: World) -> None:
    await is_joined(world)
    await exported(world, MALLORY)
    assert "exported" in await told(world, ANN)
    assert await told(world, MALLORY) == ""


async def test_joined_accounts_are_listed(world: World) -> None:
    await settles(world, ANN)
    assert len(await does(world, ANN, SlashCommand("privacy"))) == 1
    await link(world, BEA, ANN, "confirm.yes", "side.here")
    shown = (await does(world, ANN, SlashCommand("privacy")))[0].html
    assert re.search(r"Discord, since .*23.*\n• Telegram \(Ann\): this one, since", shown), shown


async def test_an_erase_does_not_give_new_tries(world: World) -> None:
    right = await code(world, ANN)
    for _ in range(5):
        await does(world, BEA, SlashCommand("link", "0000-0000"))
    await does(world, BEA, SlashCommand("privacy", "erase"), ButtonPress("privacy.sure.yes"))
    assert "Too many" in (await does(world, BEA, SlashCommand("link", right)))[0].html
    world.now += timedelta(hours=1)
    async with (await world.service()).database.write() as transaction:
        await transaction.upkeep.clean(world.now)
    assert await rows(world, link_tries) == []


async def test_what_was_brought_is_kept_for_three_days_only(world: World) -> None:
    await is_joined(world)
    assert len(await rows(world, persons)) == 3
    world.now += timedelta(hours=72)
    async with (await world.service()).database.write() as transaction:
        await transaction.upkeep.clean(world.now)
    assert len(await rows(world, persons)) == 1
    assert await lines(world, ANN) == {"what Ann wrote", "what Mallory wrote"}


async def test_notices_that_nobody_sends_are_forgotten(world: World) -> None:
    await is_joined(world)
    await exported(world, MALLORY)
    world.now += timedelta(hours=1)
    assert await told(world, ANN) == ""
    assert await rows(world, notices) == []


# --- at the same moment


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_join_and_an_erase_at_once_end_in_one_clear_answer_each(world: World) -> None:
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    await asks(world, BEA, ANN, "confirm.here", "side.here")
    [asked] = await does(world, ANN, SlashCommand("link"))
    await does(world, BEA, SlashCommand("privacy", "erase"))
    admitted, erased = await asyncio.gather(
        does(world, ANN, ButtonPress(asked.buttons[0].token)),
        does(world, BEA, ButtonPress("privacy.sure.yes")),
    )
    plans = {e.slug for e in (await snapshot(world, ANN)).running}
    if "Joined" in admitted[-1].html:  # the question of the erase was another person's by then
        assert "earlier moment" in erased[-1].html
        assert plans == {"phone-leaves-bed", "think-then-post"}
    else:
        assert ("over" in admitted[-1].html, "erased" in erased[-1].html) == (True, True)
        assert plans == {"phone-leaves-bed"}
    assert await people(world) == 1


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_two_joins_at_once_end_in_one_clear_answer_each(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has typed the other's code, and both say yes at once: each holds itself and waits for both."""
    both, look = asyncio.Barrier(2), service_joining._other

    async def together(*about: Any) -> Snapshot | None:
        if not met.is_set():
            await both.wait()
            met.set()
        return await look(*about)

    met = asyncio.Event()
    monkeypatch.setattr(service_joining, "_other", together)
    await settles(world, ANN)
    await settles(world, BEA, "think-then-post")
    await asks(world, BEA, ANN, "confirm.here", "side.here")
    await asks(world, ANN, BEA, "confirm.here", "side.here")
    yes = {
        who.platform: (await does(world, who, SlashCommand("link")))[0].buttons[0].token for who in (ANN, BEA)
    }
    said = await asyncio.gather(*(does(world, who, ButtonPress(yes[who.platform])) for who in (ANN, BEA)))
    assert sorted("Joined" in one[-1].html for one in said) == [False, True]
    assert sorted("over" in one[-1].html for one in said) == [False, True]
    assert await people(world) == 1
    assert len((await snapshot(world, ANN)).running) == 2


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_an_erase_right_after_a_parting_takes_its_own_side_only(world: World) -> None:
    await is_joined(world)
    await does(world, ANN, SlashCommand("unlink"))
    await does(world, MALLORY, SlashCommand("privacy", "erase"))
    await asyncio.gather(
        does(world, ANN, ButtonPress("link.apart.yes")), does(world, MALLORY, ButtonPress("privacy.sure.yes"))
    )
    assert "what Ann wrote" in await lines(world, ANN)
    assert await people(world) == 1


def test_every_table_of_a_person_is_thought_of() -> None:
    theirs = {table.name for table in metadata.tables.values() if "person_id" in table.c}
    assert theirs == merging.MERGED | merging.DELETED | {"part_days"}
    assert theirs == copies.COPIED | joins.MOVED | joins.DELETED
