"""People, the accounts they are met by, events seen, and where conversations stand."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError

from bot.core.conversation.flow import Frame
from bot.core.model.inputs import Account
from bot.storage.accounts import accounts
from bot.storage.database import Database
from bot.storage.people import persons
from tests.storage.samples import ADA, BOB, NOW, TODAY, meet, snapshot


async def _count(database: Database, table: Any) -> int:
    async with database.read() as transaction:
        return await transaction.connection.scalar(select(func.count()).select_from(table)) or 0


async def test_somebody_new_is_met_once(database: Database) -> None:
    async with database.write() as transaction:
        assert await transaction.people.find(ADA) is None
        person = await transaction.people.create(ADA, "es", NOW)
        assert await transaction.people.find(ADA) == person
        assert await transaction.people.create(ADA, "en", NOW) == person
    met = (await snapshot(database, person)).person
    assert (met.language, met.name, met.onboarded, met.zone) == ("es", "Ada Lovelace", False, "UTC")


async def test_the_same_name_elsewhere_is_somebody_else(database: Database) -> None:
    ada, other = await meet(database, ADA), await meet(database, replace(ADA, platform="telegram"))
    third = await meet(database, replace(ADA, external_id="Ada"))
    assert len({ada, other, third}) == 3


async def test_met_by_many_at_once_is_one_person(database: Database) -> None:
    met = await asyncio.gather(*(meet(database, BOB) for _ in range(12)))
    assert len(set(met)) == 1
    assert await _count(database, persons) == 1


async def test_a_new_name_or_address_is_kept_and_an_empty_one_is_none(database: Database) -> None:
    person = await meet(database, BOB)
    for told, kept in (
        (replace(BOB, name="Robert"), replace(BOB, name="Robert")),
        (replace(BOB, address="-200", name=""), replace(BOB, address="-200", name="Robert")),
        (Account("telegram", "4711"), replace(BOB, address="-200", name="Robert")),
    ):
        async with database.write() as transaction:
            assert await transaction.people.find(told) == person
        async with database.read() as transaction:
            assert await transaction.accounts.of_person(person) == (kept,)
    assert (await snapshot(database, person)).person.name == "Bob"  # that is the person's to change


async def test_reading_changes_nothing(database: Database) -> None:
    person = await meet(database, BOB)
    async with database.read() as transaction:
        assert await transaction.people.find(replace(BOB, name="Robert"), NOW + timedelta(days=1)) == person
        assert await transaction.accounts.of_person(person) == (BOB,)


async def test_when_somebody_was_here_is_known_by_the_hour(database: Database) -> None:
    person = await meet(database)
    for minutes, known in ((30, 0), (90, 90), (120, 90), (150, 150)):
        async with database.write() as transaction:
            await transaction.people.find(ADA, NOW + timedelta(minutes=minutes))
            seen = await transaction.connection.scalar(select(persons.c.seen_at))
            assert seen == NOW + timedelta(minutes=known)
    assert person


async def test_the_preferred_account_comes_first(database: Database) -> None:
    person, other = await meet(database, ADA), await meet(database, BOB)
    async with database.write() as transaction:
        joins = accounts.update().where(accounts.c.person_id == other)
        await transaction.connection.execute(joins.values(person_id=person, preferred=False))
        assert await transaction.accounts.of_person(person) == (ADA, BOB)
        of = accounts.c
        await transaction.connection.execute(accounts.update().values(preferred=False))
        telegram = accounts.update().where(of.platform == "telegram")
        await transaction.connection.execute(telegram.values(preferred=True))
        assert await transaction.accounts.of_person(person) == (BOB, ADA)


async def test_an_event_is_new_once(database: Database) -> None:
    async def first(event: str) -> bool:
        async with database.write() as transaction:
            return not await transaction.conversations.is_repeated("telegram", event, NOW)

    assert sum(await asyncio.gather(*(first("7") for _ in range(10)))) == 1
    assert await first("8")
    async with database.write() as transaction:
        assert not await transaction.conversations.is_repeated("discord", "7", NOW)


# --- conversations


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_frames = st.builds(
    Frame,
    flow=st.sampled_from(["onboarding", "checkin"]),
    step=st.text("abc-", max_size=9),
    data=st.dictionaries(st.text(), _json, max_size=4),
    since=st.dates(),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stacks=st.lists(st.lists(_frames, max_size=3).map(tuple), min_size=1, max_size=3))
async def test_a_conversation_goes_on_where_it_was(
    database: Database, stacks: list[tuple[Frame, ...]]
) -> None:
    person = await meet(database)
    for stack in stacks:
        async with database.write() as transaction:
            await transaction.conversations.save({person: stack})
        async with database.read() as transaction:
            assert await transaction.conversations.frames(person) == stack


@pytest.mark.parametrize("data", [{"day": TODAY}, {"amount": float("nan")}, {"set": {1}}])
async def test_what_json_does_not_hold_is_refused(database: Database, data: dict[str, Any]) -> None:
    person = await meet(database)
    async with database.write() as transaction:
        with pytest.raises(StatementError):
            await transaction.conversations.save({person: (Frame("checkin", "line", data, date.min),)})


async def test_nobody_has_said_anything_yet(database: Database) -> None:
    person = await meet(database)
    async with database.read() as transaction:
        assert await transaction.conversations.frames(person) == ()
        assert await transaction.conversations.frames(person + 1) == ()
    with pytest.raises(LookupError):
        await snapshot(database, person + 1)
