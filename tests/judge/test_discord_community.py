"""A community on a strict local Discord: weeks of eight and of four people, and what goes wrong there."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.config.discord import Shards
from bot.delivery.community_posts import CommunityPosting
from tests.adapters.discord.coach import Coach, running, settings, until

api = pytest.importorskip("discord_api")
pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
MONDAY = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
SEND, THREADS = 1 << 11, 1 << 35
SUPPRESSED = 1 << 2  # of a message: no previews of links
OF_AGE = "I'm 13 or older: go on"
NAMES = ("Ann", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal")


@dataclass
class Town:
    """A server with people and the bot."""

    judge: Any
    coach: Coach
    guild: Any
    admin: Any
    people: dict[str, Any] = field(default_factory=dict)
    worker: Coach | None = None  # who posts, if not the coach

    async def post(self, at: datetime) -> list[Any]:
        """What is due then is posted, as the scheduler's job does. Returns the new messages for everybody."""
        poster, before = self.worker or self.coach, len(self.posts())
        self.coach.now = poster.now = at
        await until(lambda: poster.discord._client)
        await CommunityPosting(poster.service, {"discord": poster.discord.community_poster}).tick()
        return self.posts()[before:]

    def posts(self) -> list[Any]:
        """What everybody sees of the bot in the server's channels, oldest first."""
        channels = [c for c in self.guild.channels.values() if not c.parent]
        found = [m for c in channels for m in c.messages.values() if not m.only_for and not m.deleted]
        return sorted(found, key=lambda message: int(message.id))

    async def sets_up(self, channel: str = "check-ins") -> str:
        """The admin chooses a channel; the words of the settings afterwards."""
        await self.admin.runs("/community", in_="general")
        await self.admin.hears(containing="Scrollwise for this server")
        await self.admin.selects("Channel for the weekly posts", [channel])
        return str((await self.admin.hears(containing="The next posts come on")).text)

    async def clicks(self, name: str, label: str) -> str:
        """Somebody presses a button of the newest post; what they alone read then. Asked for their age the
        first time, they say that they are old enough."""
        person = self.people[name]
        person.unread.clear()
        await person.clicks(label, in_="check-ins")
        heard = await person.hears()
        if OF_AGE in [control.label for control in heard.components]:
            await person.clicks(OF_AGE)
            heard = await person.hears()
        assert heard.ephemeral
        return str(heard.text)

    async def restarts(self) -> None:
        await self.coach.stop()
        await self.coach.start()
        await self.judge.connected()


@asynccontextmanager
async def town(url: str, folder: Path, *names: str, worker: bool = False) -> AsyncIterator[Town]:
    async with api.DiscordJudge(token="TEST") as judge, AsyncExitStack() as stack:
        guild = judge.guild("Quiet Corner", ["general", "check-ins"])
        admin = judge.member("Mo", guild, locale="en-US", admin=True)
        chosen = settings(folder, judge.api_url, "TEST", judge.gateway_url)
        coach = await stack.enter_async_context(running(url, chosen, judge.connected))
        people = {name: judge.member(name, guild, locale="en-US") for name in names}
        sends = running(url, chosen, _soon, works=True)
        yield Town(
            judge, coach, guild, admin, people, await stack.enter_async_context(sends) if worker else None
        )
        await stack.aclose()
        assert judge.violations == []
        assert judge.unfinished == []


def figures(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", text)]


async def test_two_weeks_of_eight(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, *NAMES) as here:
        assert "Monday, 23 November, at 18:00" in await here.sets_up()
        chance, book = Random(7), []
        for start in (MONDAY, MONDAY + WEEK):
            *_, question, challenge = await here.post(start)
            assert (question.wire["thread"]["name"], challenge.pings) == ("This week's question", frozenset())
            book.append(await _a_week(here, start, chance))
        await here.restarts()
        digests = [m for m in [*here.posts(), *await here.post(MONDAY + 2 * WEEK)] if "together" in m.text()]
        told = [figures(m.text()) for m in digests[:1]] + [figures(digests[-1].text())]
        assert told == [[len(joined), len(kept)] for joined, kept in book]
        for message in here.posts():
            assert not any(name in message.text() for name in (*NAMES, "Mo"))
        assert here.judge.dms_opened == 0
        assert here.judge.invalid_requests == 0


async def _a_week(here: Town, start: datetime, chance: Random) -> tuple[set[str], set[tuple[str, int]]]:
    joined: set[str] = set()
    kept: set[tuple[str, int]] = set()
    for day in (0, 2, 5):
        here.coach.now = start + day * DAY + timedelta(hours=1)
        for name in NAMES:
            if does := chance.choice(("I did it today", "I did it today", "Join", "")) if day else "Join":
                await here.clicks(name, does)
                joined.add(name)
                kept |= {(name, day)} if does == "I did it today" else set()
    await here.clicks("Hal", "Leave")
    return joined - {"Hal"}, {one for one in kept if one[0] != "Hal"}


async def test_a_week_of_four_says_nothing(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, *NAMES[:4]) as here:
        await here.sets_up()
        await here.post(MONDAY)
        for name in NAMES[:4]:
            await here.clicks(name, "I did it today")
        digest = (await here.post(MONDAY + WEEK))[0]
        assert figures(digest.text()) == []
        assert "worth it" in digest.text()


async def test_who_left_the_server_is_in_no_figure(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, *NAMES) as here:
        await here.sets_up()
        await here.post(MONDAY)
        for name in NAMES[:7]:
            await here.clicks(name, "I did it today")
        for name in ("Ann", "Hal"):  # one of those who took part, one of those who didn't
            here.people[name].leaves(here.guild)
        digest = (await here.post(MONDAY + WEEK))[0]
        assert figures(digest.text()) == [6, 6]
        looked_up = [c for c in here.judge.calls if c.path.startswith(f"/guilds/{here.guild.id}/members/")]
        assert sorted(c.status for c in looked_up) == [200] * 6 + [404]
        here.people["Ann"].joins(here.guild)
        assert "you have joined with it" in await here.clicks("Ann", "I did it today")


async def test_a_private_answer_that_no_quote_can_be(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        await here.sets_up()
        await here.admin.clicks("Quotes: off")
        await here.admin.hears(containing="no words of members")
        await here.admin.clicks("All quotes")
        await here.admin.hears(containing="kept out")
        await here.post(MONDAY)
        await here.clicks("Ann", "Join")
        ann = here.people["Ann"]
        await ann.clicks("Answer privately", in_="check-ins")
        await ann.submits({"In your own words": "**less** @everyone <@1> and more sleep"})
        assert (await ann.hears(containing="It's in your own journal")).ephemeral
        await ann.clicks("Quote it without my name")
        assert (await ann.hears(containing="can hold no links")).pings == set()


async def test_start_my_own_plan(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        await here.sets_up()
        await here.post(MONDAY)
        await here.clicks("Ann", "Start my own plan")
        await here.people["Ann"].clicks("I'm 13 or older: let's start")
        assert (await here.people["Ann"].hears(containing="matters")).ephemeral
        assert here.posts()[-1].wire["content"].startswith("**A small step")


async def test_missing_permissions_are_for_the_admin_only(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        here.guild.channel("check-ins").sets("bot", deny=SEND)
        assert "I lack: Send Messages" in await here.sets_up()
        assert await here.post(MONDAY) == []
        await here.people["Ann"].silence(0.1)
        here.guild.channel("check-ins").sets("bot", deny=THREADS)
        assert len(await here.post(MONDAY + WEEK)) == 2
        await here.admin.runs("/community", in_="general")
        heard = await here.admin.hears(containing="without a thread")
        assert (heard.ephemeral, "Create Public Threads" in heard.text) == (True, True)
        here.guild.channel("check-ins").sets("bot", deny=0)
        assert here.guild.threads() == []
        await here.post(MONDAY + 2 * WEEK)
        assert len(here.guild.threads()) == 1


async def test_only_who_manages_the_server_has_the_command(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        await here.sets_up()
        with pytest.raises(api.CannotDo):
            await here.people["Ann"].runs("/community", in_="general")
        await here.post(MONDAY)
        await here.people["Ann"].forges(custom_id="s1:community.set.hour.3", message=here.posts()[-1])
        await here.people["Ann"].hears(containing="Only those who may manage")


async def test_settings_by_selects(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path) as here:
        await here.sets_up()
        mo = here.admin
        await mo.selects("Day", ["Wednesday"])
        await mo.hears(containing="Wednesday, 25 November, at 18:00")
        await here.restarts()
        await mo.selects("Hour", ["07:00"])
        await mo.hears(containing="Wednesday, 25 November, at 07:00")
        await mo.clicks("Another city")
        await mo.submits({"A city in your time zone": "Ljubljana"})
        await mo.hears(containing="Europe/Ljubljana")
        await mo.clicks("Weekly look back: on")
        await mo.hears(containing="Weekly look back: off")
        await mo.clicks("Language: English")
        await mo.hears(containing="Language: Español")
        posted = await here.post(datetime(2026, 11, 25, 6, 0, tzinfo=UTC))
        assert [("pregunta" in m.text(), "paso" in m.text()) for m in posted] == [
            (True, False),
            (False, True),
        ]
        await mo.selects("Channel for the weekly posts", [])
        await mo.hears(containing="Choose a channel")
        assert await here.post(datetime(2026, 12, 2, 6, 0, tzinfo=UTC)) == []


async def test_a_deleted_channel_is_told_at_the_next_command(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        await here.sets_up()
        channel = here.guild.channel("check-ins")
        del here.guild.channels[channel.id], here.judge.channels[channel.id]
        here.judge.gateway.dispatch("CHANNEL_DELETE", channel.wire, here.guild)
        assert await here.post(MONDAY) == []
        await here.people["Ann"].silence(0.1)
        await here.admin.runs("/community", in_="general")
        await here.admin.hears(containing="The channel is gone")
        await here.admin.selects("Channel for the weekly posts", ["general"])
        await here.admin.hears(containing="The next posts come on")
        assert len(await here.post(MONDAY + WEEK)) == 2


async def test_what_happened_unseen_is_understood_when_posting(url: str, tmp_path: Path) -> None:
    """Who only sends hears of nothing: a refused post says what it means."""
    async with town(url, tmp_path, worker=True) as here:
        await here.sets_up()
        channel = here.guild.channel("check-ins")
        del here.guild.channels[channel.id], here.judge.channels[channel.id]
        assert await here.post(MONDAY) == []
        await here.admin.runs("/community", in_="general")
        await here.admin.hears(containing="The channel is gone")
        await here.admin.selects("Channel for the weekly posts", ["general"])
        await here.admin.hears(containing="The next posts come on")
        assert len(await here.post(MONDAY + WEEK)) == 2
        here.guild.bot_inside = False
        assert await here.post(MONDAY + 2 * WEEK) == []
        calls = len(here.judge.calls)
        assert await here.post(MONDAY + 3 * WEEK) == []
        assert len(here.judge.calls) == calls


async def test_two_processes_serve_a_shard_each_and_a_third_posts(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.Client.before_identify_hook", _at_once)
    async with api.DiscordJudge(token="TEST", shards=2) as judge, AsyncExitStack() as stack:
        guilds = _one_a_shard(judge)
        chosen = settings(tmp_path, judge.api_url, "TEST", judge.gateway_url)
        coaches = []
        for shard in range(2):
            mine = chosen.model_copy(update={"discord_shards": Shards(range(shard, shard + 1), 2)})
            there = partial(judge.connected, shards=shard + 1)
            coaches.append(await stack.enter_async_context(running(url, mine, there)))
        assert {s.shard for s in judge.sessions} == {(0, 2), (1, 2)}
        for shard, guild in enumerate(guilds):
            admin = judge.member(f"Admin {shard}", guild, locale="en-US", admin=True)
            await admin.runs("/community", in_="general")
            await admin.hears(containing="Scrollwise for this server")
            await admin.selects("Channel for the weekly posts", ["general"])
            await admin.hears(containing="The next posts come on")
        assert all(coach.service.answered.on("discord") == 2 for coach in coaches)
        await coaches[0].stop()  # what it comes back to is its own server, and no other
        await coaches[0].start()
        await judge.connected(shards=2)
        await until(lambda: all(c.discord._client and c.discord._client.is_ready() for c in coaches))
        worker = await stack.enter_async_context(running(url, chosen, _soon, works=True))
        everybody = [*coaches, worker]
        for coach in everybody:
            coach.now = MONDAY
        await until(lambda: worker.discord._client)
        await asyncio.gather(
            *(CommunityPosting(c.service, {"discord": c.discord.community_poster}).tick() for c in everybody)
        )
        for guild in guilds:
            posted = guild.channel("general").messages.values()
            assert len([m for m in posted if not m.only_for]) == 2
        assert judge.violations == []


def _one_a_shard(judge: Any) -> list[Any]:
    """Servers, the first of the first shard, the second of the second."""
    found: dict[int, Any] = {}
    while len(found) < 2:
        guild = judge.guild(f"Server {len(judge.guilds)}")
        found.setdefault((int(guild.id) >> 22) % 2, guild)
    return [found[0], found[1]]


async def _at_once(client: object, shard_id: int | None, *, initial: bool = False) -> None:
    """Real shards identify five seconds apart."""


async def _soon() -> None:
    """Who only sends is there once it has logged in, which posting waits for."""


async def test_the_bot_removed_and_added_again(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        await here.sets_up()
        await here.post(MONDAY)
        here.guild.removes_bot()
        calls = len(here.judge.calls)
        assert await here.post(MONDAY + WEEK) == []
        assert len(here.judge.calls) == calls
        here.guild.adds_bot()
        await here.admin.runs("/community", in_="general")
        await here.admin.hears(containing="The next posts come on")
        assert len(await here.post(MONDAY + 2 * WEEK)) == 2


async def test_a_post_whose_answer_is_lost_comes_once(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path) as here:
        await here.sets_up()
        here.judge.fault("POST", "/channels/*/messages", times=1, kind="drop after delivery")
        here.judge.fault("POST", "/channels/*/messages/*/threads", times=1, kind="500")
        assert len(await here.post(MONDAY)) == 2
        assert len(here.guild.threads()) == 1


async def test_two_accounts_of_one_platform_are_not_joined(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann", "Bob") as here:
        ann, bob = here.people["Ann"], here.people["Bob"]
        await ann.runs("/link", in_="dm")
        shown = await ann.hears(containing="Your code")
        code = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", shown.text)[0]
        await bob.runs("/link", in_="general", code=code)
        refused = await bob.hears(containing="Both are accounts of one platform")
        assert (refused.ephemeral, refused.components) == (True, [])
        await ann.silence(0.5)


@pytest.mark.parametrize("kind", ["another server's", "forum", "voice", "stage", "for adults", "nobody's"])
async def test_a_channel_that_is_not_the_server_s_to_post_to_is_refused(
    url: str, tmp_path: Path, kind: str
) -> None:
    async with town(url, tmp_path) as here:
        before = await here.sets_up()
        channel = _elsewhere(here, kind)
        shown = (await _panel(here)).message
        await here.admin.forges(custom_id="s1c:channel", message=shown, values=[channel])
        heard = await here.admin.hears(containing="Scrollwise for this server")
        assert any(
            words in heard.text for words in ("not one of this server", "kind of channel", "age-restricted")
        )
        assert "18:00" in before
        assert "18:00" in heard.text
        assert {m.channel.name for m in await here.post(MONDAY)} == {"check-ins"}
        for guild in here.judge.guilds.values():
            for one in guild.channels.values():
                assert one.name == "check-ins" or not [m for m in one.messages.values() if not m.only_for]


def _elsewhere(here: Town, kind: str) -> str:
    """The number of a channel that nothing is to be posted in."""
    match kind:
        case "another server's":
            return str(here.judge.guild("Victims", ["announcements"]).channel("announcements").id)
        case "for adults":
            return str(here.guild.new_channel("late", "text", nsfw=True).id)
        case "nobody's":
            return "4711"
        case _:
            return str(here.guild.new_channel("place", kind).id)


async def _panel(here: Town) -> Any:
    here.admin.unread.clear()
    await here.admin.runs("/community", in_="general")
    return await here.admin.hears(containing="Scrollwise for this server")


async def test_a_channel_that_changed_since_is_not_posted_to(url: str, tmp_path: Path) -> None:
    """Whatever was stored, by an older release or before the channel changed."""
    async with town(url, tmp_path) as here:
        await here.sets_up()
        foreign = _elsewhere(here, "another server's")
        async with here.coach.service.database.write() as transaction:
            community = await transaction.communities.find("discord", str(here.guild.id))
            assert community
            await transaction.venues.change(community, here.coach.now, channel=foreign)
        assert await here.post(MONDAY) == []
        assert "gone, or no longer one" in (await _panel(here)).text
        await here.admin.selects("Channel for the weekly posts", ["check-ins"])
        await here.admin.hears(containing="can still come")
        await here.admin.clicks("Post this week's now")
        await here.admin.hears(containing="within a minute")
        assert len(await here.post(MONDAY + timedelta(minutes=1))) == 2
        here.guild.channel("check-ins").changes(nsfw=True)
        assert await here.post(MONDAY + WEEK) == []
        assert "age-restricted" in (await _panel(here)).text


async def test_a_week_that_was_refused_is_told_and_posted_by_a_press(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path) as here:
        await here.sets_up()
        here.guild.channel("check-ins").sets("bot", deny=SEND)
        assert await here.post(MONDAY) == []
        assert "could not be made: that channel is closed" in (await _panel(here)).text
        here.guild.channel("check-ins").sets("bot", deny=0)
        assert "The channel is fine now" in (await _panel(here)).text
        await here.admin.hears(containing="can still come")
        await here.admin.clicks("Post this week's now")
        await here.admin.hears(containing="within a minute")
        assert len(await here.post(MONDAY + DAY)) == 2
        assert "could not be made" not in (await _panel(here)).text
        assert all(m.wire["flags"] & SUPPRESSED for m in here.posts())


async def test_a_member_gets_no_form_of_the_admin_s(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, "Ann") as here:
        await here.sets_up()
        await here.post(MONDAY)
        for custom_id in ("s1f:community.city", "s1:community.now", "s1:community.quotes.set.on"):
            await here.people["Ann"].forges(custom_id=custom_id, message=here.posts()[-1])
            await here.people["Ann"].hears(containing="Only those who may manage")


async def test_a_quote_is_read_before_and_taken_out_after(url: str, tmp_path: Path) -> None:
    async with town(url, tmp_path, *NAMES[:6]) as here:
        await here.sets_up()
        await here.admin.clicks("Quotes: off")
        await here.admin.hears(containing="no words of members")
        await here.admin.clicks("Quotes that I read before")
        await here.admin.hears(containing="let it in")
        await here.post(MONDAY)
        for name in NAMES[1:6]:
            await here.clicks(name, "Join")
        await _offers_a_line(here)
        here.admin.unread.clear()
        await _panel(here)
        await here.admin.clicks("Quotes: after you read them")
        assert "more sleep" in (await here.admin.hears(containing="Quotes from members")).text
        await here.admin.clicks("Let 1 in")
        await here.admin.hears(containing="Let in.")
        digest = (await here.post(MONDAY + WEEK))[0]
        assert "more sleep" in digest.text()
        await _panel(here)
        await here.admin.clicks("Quotes: after you read them")
        await here.admin.hears(containing="(posted)")
        await here.admin.clicks("Block who wrote 1")
        await here.admin.hears(containing="leaves the post")
        await here.post(MONDAY + WEEK + DAY)
        assert "more sleep" not in digest.text()
        assert figures(digest.text())[0] == 6


async def _offers_a_line(here: Town) -> None:
    ann = here.people["Ann"]
    await here.clicks("Ann", "Join")
    await ann.clicks("Answer privately", in_="check-ins")
    await ann.submits({"In your own words": "more sleep"})
    await ann.hears(containing="It's in your own journal")
    await ann.clicks("Quote it without my name")
    await ann.hears(containing="can read it now")
