"""What the outside world does to the bot, on a strict Discord: closed doors, cut lines, limits, shards."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.core.model.inputs import Account, ButtonPress, Incoming
from tests.adapters.discord.coach import QUICK, until
from tests.judge.town import Person, Town, town

api = pytest.importorskip("discord_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
SEND, PRIVATE_THREADS = 1 << 11, 1 << 36


def judge(**options: Any) -> Any:
    return api.DiscordJudge(token="outside", **options)


async def somebody(here: Town, name: str = "Ann", where: str = "general") -> Person:
    """Through the beginning, of which only the last question is played on Discord."""
    person = Person(here, here.judge.member(name, here.guild), where)
    await here.coach.asks_last(int(person.member.id))
    await person.runs("/start")
    await person.presses("s1:onboarding.action.2")
    await until(lambda: person.member.dm is not None)
    person.member.unread.clear()
    return person


def refusals(here: Town) -> list[int]:
    return [c.status for c in here.judge.calls if c.status >= 400]


async def test_closed_direct_messages_and_a_thread_instead(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here)
        ann.member.closes_dms()
        await here.evening(days=9)
        assert refusals(here) == [403]  # asked once
        await ann.runs("/today")
        assert "direct messages are closed to me" in ann.heard()
        await ann.presses("s1p:thread")
        [thread] = here.guild.threads()
        assert thread.wire["type"] == 12
        ann.member.unread.clear()
        await here.evening()
        [asked] = ann.member.unread
        assert (asked.channel, asked.ephemeral) == (thread.name, False)
        await ann.presses("s1:checkin.a.")
        assert ann.member.unread[0].edited
        assert ann.member.unread[0].channel == thread.name


async def test_a_channel_where_no_thread_may_be_made(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here)
        bob = here.judge.member("Bob", here.guild)
        ann.member.closes_dms()
        await here.evening()
        here.guild.channel("general").sets("bot", deny=PRIVATE_THREADS)
        await ann.runs("/today")
        await ann.presses("s1p:thread")
        assert "I lack the permission" in ann.heard()
        await ann.presses("s1p:quiet")
        assert "answer whenever you come" in ann.heard()
        ann.member.unread.clear()
        await here.evening(days=5)
        assert (ann.member.unread, bob.unread) == ([], [])


async def test_direct_messages_that_are_opened_again(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here)
        ann.member.closes_dms()
        await here.evening()
        await ann.runs("/today")
        await ann.presses("s1p:direct")
        assert "doesn't arrive yet" in ann.heard()
        ann.member.opens_dms()
        await ann.presses("s1p:direct")
        ann.member.unread.clear()
        await here.evening()
        assert [h.channel for h in ann.member.unread] == ["dm"]


@pytest.mark.parametrize("gone", ["leaves", "kicked"])
async def test_who_leaves_and_a_bot_that_is_removed_are_asked_once(
    url: str, tmp_path: Path, gone: str
) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here)
        if gone == "leaves":
            ann.member.leaves(here.guild)
        else:
            here.guild.removes_bot()
        await here.evening(days=5)
        assert refusals(here) == [403]
        if gone == "leaves":
            ann.member.joins(here.guild)
        else:
            here.guild.adds_bot()
        await ann.runs("/today")
        assert "direct messages are closed" in ann.heard()


async def test_a_thread_that_is_deleted(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here)
        ann.member.closes_dms()
        await here.evening()
        await ann.runs("/today")
        await ann.presses("s1p:thread")
        [thread] = here.guild.threads()
        del here.guild.channels[thread.id], here.judge.channels[thread.id]
        await here.evening(days=4)
        assert refusals(here) == [403, 404]
        await ann.runs("/today")
        assert "direct messages are closed" in ann.heard()


@pytest.mark.parametrize(
    ("how", "resumable"), [("close", True), ("reconnect", True), ("invalid", True), ("invalid", False)]
)
async def test_cut_from_the_gateway(
    url: str, tmp_path: Path, how: str, resumable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here, where="dm")
        await ann.runs("/today")
        await ann.presses("s1:checkin.open.")
        await here.judge.drop_gateway(resumable=resumable, how=how)
        sent = await ann.member.writes("done", in_="dm")  # while it is away
        await here.judge.connected()
        if resumable:
            await ann.member.hears(containing="Noted.")
        else:  # what was said meanwhile is lost with the session, and said again
            await ann.writes("done")
            assert "Noted." in ann.heard()
        assert sent is not None
        assert len(here.judge.identifies) == 1 + (not resumable)


async def at_once(client: object, shard_id: int | None, *, initial: bool = False) -> None:
    """Real shards identify five seconds apart."""


async def test_several_shards(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)
    async with town(judge(shards=2), url, tmp_path) as here:
        await here.judge.connected(shards=2)
        guilds = [here.guild, *(here.judge.guild(f"Guild {n}") for n in range(3))]
        for number, guild in enumerate(guilds):
            member = here.judge.member(f"Member {number}", guild)
            await Person(here, member, "general").runs("/start")
            assert member.unread
        assert {s.shard for s in here.judge.sessions} == {(0, 2), (1, 2)}


async def test_an_evening_of_many_keeps_within_discord_s_limits(url: str, tmp_path: Path) -> None:
    async with town(judge(rate_limits="enforced", dms_per_minute=10), url, tmp_path) as here:
        people = [here.judge.member(f"Person {n}", here.guild) for n in range(30)]
        for number, person in enumerate(people):
            await here.coach.asks_last(int(person.id))
            account = Account("discord", person.id, person.direct().id)
            await here.coach.service.turn(
                Incoming(account, ButtonPress("onboarding.action.1"), f"last{number}")
            )
        here.coach.now = here.coach.now.replace(hour=21)
        await here.coach.tick()
        asked = [[h for h in p.unread if "checkin.a." in str(h.message.wire["components"])] for p in people]
        assert [len(a) for a in asked] == [1] * 30
        assert here.judge.invalid_requests == 0
        assert here.judge.dms_opened == 0


@pytest.mark.parametrize("kind", ["500", "429", "drop before delivery", "drop after delivery"])
async def test_a_message_that_fails_on_its_way_arrives_once(
    url: str, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.discord.sender.RETRY_BACKOFF", QUICK)
    async with town(judge(), url, tmp_path) as here:
        ann = await somebody(here)
        here.judge.fault("POST", "/channels/*/messages", times=1, kind=kind, seconds=0.05)
        await here.evening()
        assert len(ann.member.unread) == 1


async def test_an_answer_that_is_slow_to_come_is_promised_in_time(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(judge(reply_within=1.0), url, tmp_path) as here:
        turn = here.coach.service.turn

        async def slow(incoming: Incoming) -> Any:
            await asyncio.sleep(1.5)
            return await turn(incoming)

        monkeypatch.setattr(here.coach.service, "turn", slow)
        ann = Person(here, here.judge.member("Ann", here.guild), "general")
        used = await ann.runs("/start")
        assert used.took < 0.5
        assert "I am Scrollwise" in ann.heard()


async def test_after_a_quarter_of_an_hour_answers_go_without_their_token(url: str, tmp_path: Path) -> None:
    async with town(judge(token_life=0.0), url, tmp_path) as here:
        ann = Person(here, here.judge.member("Ann", here.guild))
        await ann.begins()
        await ann.runs("/today")
        await ann.presses("s1:checkin.open.")
        await ann.presses("s1:checkin.a.")
        await ann.runs("/journal")
        assert ann.heard()


async def test_forged_presses_change_nothing_of_anybody(url: str, tmp_path: Path) -> None:
    async with town(judge(), url, tmp_path) as here:
        ann, bob = await somebody(here), await somebody(here, "Bob")
        await bob.runs("/today")
        for forged in (
            "s1:checkin.a.2026-11-23.1.kept",
            "s1:plans.leave.1",
            "s1:journal.delete.1",
            "s1:x",
            "s1:",
        ):
            await bob.member.forges(custom_id=forged)
            await here.calm()
        await ann.runs("/today")
        assert "○ The phone leaves the bed" in ann.heard()
