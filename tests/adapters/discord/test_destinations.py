"""Where the coach writes: the direct message of who began or, where those are closed, a place they choose."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.discord.destinations import (
    NOWHERE,
    DirectMessages,
    channel_of,
    destination_of,
    out_of_reach,
)
from bot.core.model.person import Person, RestReason
from bot.core.model.snapshot import Snapshot
from bot.turns.queries import PersonView
from tests.adapters.discord.coach import Coach, until
from tests.adapters.discord.local import Json, LocalDiscord, buttons
from tests.adapters.discord.person import Person as Somebody
from tests.adapters.discord.routes import as_told, private, texts
from tests.world import library

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OPEN, POST = "POST /users/@me/channels", "POST /channels/*/messages"


def standing(address: str, rest: RestReason = RestReason.NO) -> PersonView:
    person = Person(1, onboarded=True, rest=rest)
    return PersonView(Snapshot(person, NOW, NOW.date(), library()), address)


@pytest.mark.parametrize(("known", "dm", "starts", "expected"), [
    (None, True, False, ("5", True)),  # somebody new, in a direct message
    (None, False, False, ("", False)),  # … and in a server: nothing is known yet
    (standing(""), True, False, ("5", True)),
    (standing("5"), True, False, ("", True)),
    (standing("5"), False, False, ("", False)),
    (standing("5", RestReason.UNREACHABLE), True, False, ("5", True)),  # it is open again
    (standing("t9"), True, False, ("", True)),  # the thread that was chosen stays
    (standing("t9", RestReason.UNREACHABLE), True, False, ("5", True)),  # but for one that is gone
    (standing("t5"), False, False, ("", True)),  # in that thread
    (standing(NOWHERE, RestReason.UNREACHABLE), True, False, ("", False)),  # a choice stays a choice
    (standing(NOWHERE, RestReason.UNREACHABLE), True, True, ("5", True)),  # until they start anew
    (standing(NOWHERE, RestReason.UNREACHABLE), False, True, ("", False)),
])  # fmt: skip
def test_what_coming_from_a_channel_tells(
    known: PersonView | None, dm: bool, starts: bool, expected: tuple[str, bool]
) -> None:
    assert destination_of(5, known, dm=dm, starts=starts) == expected


def test_only_who_has_not_chosen_yet_is_asked() -> None:
    assert out_of_reach(standing("5", RestReason.UNREACHABLE))
    assert not out_of_reach(standing(NOWHERE, RestReason.UNREACHABLE))
    assert not out_of_reach(standing("5"))
    assert not out_of_reach(None)


@pytest.mark.parametrize(
    ("address", "channel"),
    [("5", 5), ("t5", 5), ("", None), (NOWHERE, None), ("t", None), ("later:5", None), ("-5", None)],
)
def test_an_address_is_a_channel_or_nowhere(address: str, channel: int | None) -> None:
    assert channel_of(address) == channel


async def test_direct_messages_are_never_opened_in_bulk() -> None:
    now = 0.0
    openings, opened = DirectMessages(lambda: now), []

    class User:
        async def create_dm(self) -> Channel:
            opened.append(now)
            return Channel()

    class Channel:
        id = 7

    found = [await openings.open(User()) for _ in range(20)]  # type: ignore[arg-type]
    assert (len(opened), found.count("7"), found.count("")) == (8, 8, 12)
    now = 61.0
    assert await openings.open(User()) == "7"  # type: ignore[arg-type]


# --- with the bot


@pytest.fixture
async def ann(discord: LocalDiscord, coach: Coach) -> Somebody:
    """Somebody in a server, before the last question of the beginning."""
    ann = Somebody(discord)
    await coach.asks_last(ann.number)
    return ann


async def onboarded(ann: Somebody) -> None:
    await ann.runs("start")
    await ann.presses("put a book on my pillow")


sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@sqlite
async def test_the_direct_message_is_opened_when_they_are_through_and_not_before(
    ann: Somebody, discord: LocalDiscord
) -> None:
    assert discord.calls[OPEN] == 0
    await onboarded(ann)
    await until(lambda: discord.calls[OPEN] == 1)
    assert "comes to our direct message" in texts(ann.seen[-1])[-1]
    await ann.runs("today")
    await ann.runs("help")
    await asyncio.sleep(0.05)
    assert discord.calls[OPEN] == 1
    assert discord.posted == {}  # opened, and nothing said


@sqlite
async def test_what_the_coach_writes_arrives_there(
    ann: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await onboarded(ann)
    await until(lambda: discord.calls[OPEN] == 1)
    await asyncio.sleep(0.05)
    await evening(coach)
    [asked] = discord.posted[ann.dm]
    assert {"Kept", "Answer in one form"} <= buttons(asked).keys()


async def evening(coach: Coach) -> None:
    """The next one, an hour after the check-in."""
    coach.now += timedelta(days=coach.now.hour >= 21)
    coach.now = coach.now.replace(hour=21)
    await coach.tick()


@sqlite
async def test_one_that_could_not_be_opened_is_tried_at_the_next_thing_they_do(
    ann: Somebody, discord: LocalDiscord
) -> None:
    discord.fail(OPEN, 500, times=1, retry_after=0)
    discord.fail(OPEN, 403, 50001)
    await onboarded(ann)
    await until(lambda: discord.calls[OPEN] == 2)
    await ann.runs("today")
    await until(lambda: discord.calls[OPEN] == 3)


@pytest.fixture
async def closed(ann: Somebody, coach: Coach, discord: LocalDiscord) -> Somebody:
    """Ann after her first check-in could not be delivered."""
    await onboarded(ann)
    await until(lambda: discord.calls[OPEN] == 1)
    await asyncio.sleep(0.05)
    discord.fail(POST, 403, 50007)
    await evening(coach)
    return ann


@sqlite
async def test_closed_direct_messages_end_it_at_once(
    closed: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await coach.pass_time(coach.now + timedelta(days=9))
    assert discord.calls[POST] == 1


@sqlite
async def test_in_the_server_another_place_is_offered_with_the_next_command(closed: Somebody) -> None:
    today, offer = texts(await closed.runs("today"))
    assert "The phone leaves the bed" in today
    assert "direct messages are closed to me" in offer
    assert len(texts(await closed.presses("Check in"))) == 2  # the pressed message, the answer: no offer


@sqlite
async def test_a_private_thread(closed: Somebody, coach: Coach, discord: LocalDiscord) -> None:
    await closed.runs("today")
    it = await closed.presses("A private thread here")
    [thread] = discord.threads
    assert (thread["type"], thread["invitable"], thread["people"]) == (12, False, [str(closed.number)])
    assert f"<#{thread['id']}>" in texts(it)[0]
    there = discord.posted[int(thread["id"])]
    assert "we go on" in there[0]["content"]
    await evening(coach)
    assert "Kept" in buttons(there[1])
    assert len(texts(await closed.runs("today"))) == 1  # not offered again


@sqlite
async def test_a_thread_that_may_not_be_made_is_told_to_them_alone(
    closed: Somebody, discord: LocalDiscord
) -> None:
    await closed.runs("today")
    discord.fail("POST /channels/*/threads", 403, 50013)
    it = await closed.presses("A private thread here")
    assert "I can't make a private thread" in texts(it)[0]
    assert all(private(m) for m in it.messages.values())
    assert "Only answer when I come" in buttons(it.messages["@original"])


@sqlite
async def test_a_thread_that_was_deleted_is_like_closed_messages(
    closed: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await closed.runs("today")
    await closed.presses("A private thread here")
    discord.fail(POST, 404, 10003)
    await evening(coach)
    assert len(texts(await closed.runs("today"))) == 2  # offered again


@sqlite
async def test_a_locked_thread_is_like_closed_messages(
    closed: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await closed.runs("today")
    await closed.presses("A private thread here")
    calls = discord.calls[POST]
    discord.fail(POST, 400, 50083)
    await coach.pass_time(coach.now + timedelta(days=4))
    assert discord.calls[POST] == calls + 1
    assert "closed to me" in texts(await closed.runs("today"))[1]  # another place is offered


@sqlite
async def test_nothing_is_written_into_a_thread_whose_person_has_left(
    closed: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await closed.runs("today")
    await closed.presses("A private thread here")
    [thread] = discord.threads
    there = len(discord.posted[int(thread["id"])])
    discord.left.add(str(closed.number))
    await coach.pass_time(coach.now + timedelta(days=4))
    assert len(discord.posted[int(thread["id"])]) == there


@sqlite
async def test_a_reply_is_about_the_day_of_its_message(
    ann: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    """The day stands in the buttons of the message, which Discord hands over with the reply."""
    await onboarded(ann)
    await until(lambda: discord.calls[OPEN] == 1)
    await asyncio.sleep(0.05)
    await evening(coach)
    await evening(coach)
    first, *_, last = discord.posted[ann.dm]
    assert first["content"] != last["content"]
    points = {"message_id": first["id"], "channel_id": str(ann.dm)}
    await ann.says("I did it", type=19, message_reference=points, referenced_message=as_told(first))
    await until(lambda: "Noted." in discord.posted[ann.dm][-1]["content"])
    assert _day(discord.posted[ann.dm][-1]) == _day(first)
    assert _day(first) != _day(last)


def _day(message: Json) -> str:
    """The day that a check-in's buttons are about."""
    return next(b for b in buttons(message).values() if b.startswith("s1:checkin.")).split(".")[2]


@sqlite
async def test_nowhere_is_a_choice_too(closed: Somebody, coach: Coach, discord: LocalDiscord) -> None:
    await closed.runs("today")
    said = texts(await closed.presses("Only answer when I come"))
    assert "I write nothing on my own" in said[0]
    assert not any("Where shall I write" in text or "I ask at" in text for text in said)
    calls = discord.calls[POST]
    await coach.pass_time(coach.now + timedelta(days=3))
    assert discord.calls[POST] == calls


@sqlite
@pytest.mark.parametrize("command", ["today", "start", "settings"])
async def test_who_chose_silence_is_told_so_and_can_change_it_in_the_server(
    closed: Somebody, coach: Coach, discord: LocalDiscord, command: str
) -> None:
    await closed.runs("today")
    await closed.presses("Only answer when I come")
    *_, told = texts(await closed.runs(command))
    assert "I write nothing on my own" in told
    assert "Where shall I write" in texts(await closed.presses("Write to me again"))[-1]
    await closed.presses("A private thread here")
    await evening(coach)
    assert "Kept" in buttons(discord.posted[int(discord.threads[0]["id"])][-1])
    assert len(texts(await closed.runs("help"))) == 2  # the answer, and what is read in a server: no more


@sqlite
@pytest.mark.parametrize("place", ["evil", "nowhere", "again"])
async def test_a_place_that_is_none_changes_nothing(
    ann: Somebody, coach: Coach, discord: LocalDiscord, place: str
) -> None:
    await onboarded(ann)
    await until(lambda: discord.calls[OPEN] == 1)
    await ann.runs("today")
    message = ann.newest_with("My plans")
    said = texts(await ann.uses(f"s1p:{place}", message))
    assert "Where shall I write" in said[0]
    await evening(coach)
    assert len(discord.posted[ann.dm]) == 1


@sqlite
async def test_direct_messages_once_they_are_open(
    closed: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await closed.runs("today")
    discord.fail(POST, 403, 50007)
    it = await closed.presses("They are open now")
    assert "doesn't arrive yet" in texts(it)[0]
    it = await closed.presses("They are open now")
    assert "we go on" in texts(it)[0]
    await evening(coach)
    assert "I write to you here" in discord.posted[closed.dm][0]["content"]
    assert "Kept" in buttons(discord.posted[closed.dm][1])


@sqlite
async def test_writing_in_the_direct_message_opens_it_again(
    closed: Somebody, coach: Coach, discord: LocalDiscord
) -> None:
    await closed.says("hello")
    await until(lambda: discord.posted.get(closed.dm))
    await evening(coach)
    assert len(discord.posted[closed.dm]) == 2
