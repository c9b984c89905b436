"""A community's weeks, through the real service on both databases, counted against a book of the tests'."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import func, select

from bot.core.community.model import Community, PostKind, Trouble
from bot.core.linking import Side
from bot.core.messages import Account, Command, Filled, Press
from bot.db.community_tables import communities, part_days, parts, posts
from bot.db.tables import accounts, dialogues, journal, persons
from bot.delivery import TryLater, Unknown, posting
from tests.journeys.town import CHANNEL, GUILD, MO, MONDAY, Town, people, town

DIGEST, PROMPT, CHALLENGE = PostKind.DIGEST, PostKind.PROMPT, PostKind.CHALLENGE
PRESSES = (*["kept"] * 8, *["twice"] * 4, *["join"] * 4, *["slip"] * 2, *["no"] * 4, "leave")
WEEK, DAY = timedelta(days=7), timedelta(days=1)


@pytest.fixture
async def here(url: str) -> AsyncIterator[Town]:
    async with town(url) as here:
        yield here


async def rows(here: Town) -> dict[str, int]:
    tables = (communities, posts, parts, part_days)
    async with (await here.world.service()).database.read() as store:
        counted = [await store.connection.scalar(select(func.count()).select_from(table)) for table in tables]
    return {table.name: n or 0 for table, n in zip(tables, counted, strict=True)}


def figures(html: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", html)]


Book = list[tuple[set[str], set[tuple[str, date]]]]


async def live(here: Town, who: list[Account], weeks: int, seed: int) -> Book:
    """Weeks of pressing. Returns, for each week, who took part, and who kept the step on which day."""
    chance, book = Random(seed), []
    for start in (MONDAY + week * WEEK for week in range(weeks)):
        here.world.now = start
        await here.post()
        joined: set[str] = set()
        kept: set[tuple[str, date]] = set()
        for here.world.now in (start + day * DAY + timedelta(hours=1) for day in range(7)):
            today = here.world.now.date()
            for person in who:
                does = chance.choice(PRESSES)
                await _do(here, person, does, start.date())
                me = person.external_id
                joined |= {me} if does in ("kept", "twice", "join") else set()
                joined -= {me} if does == "leave" else set()
                kept |= {(me, today)} if does in ("kept", "twice") else set()
                kept -= {(me, today)} if does == "slip" else set()
                kept = {one for one in kept if one[0] != me} if does == "leave" else kept
        book.append((joined, kept))
    return book


async def _do(here: Town, person: Account, does: str, week: date) -> None:
    match does:
        case "kept" | "join" | "leave":
            await here.presses(person, f"challenge.{does}")
        case "twice":
            await here.presses(person, "challenge.kept")
            await here.presses(person, "challenge.kept")
        case "slip":
            await here.does(person, Press(f"challenge.slip.{week}.{here.world.now.date()}"))


@pytest.mark.parametrize("seed", [1, 2])
async def test_two_weeks_of_eight(here: Town, seed: int) -> None:
    book = await live(here, people(8), 2, seed)
    here.world.now = MONDAY + 2 * WEEK
    await here.post()
    assert len(here.digests) == 2
    for (joined, kept), told in zip(book, here.digests, strict=True):
        assert len({person for person, _ in kept}) >= 5, "else another seed"
        assert figures(told) == [len(joined), len(kept)]


async def test_four_get_no_figure(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    for person in people(4):
        await here.presses(person, "challenge.kept")
    here.world.now = MONDAY + WEEK
    assert await here.post() == [DIGEST, PROMPT, CHALLENGE]
    html = here.posted[DIGEST].html
    assert figures(html) == []
    assert "worth it" in html


async def test_five_who_joined_and_four_who_kept(here: Town) -> None:
    """The figure of steps comes from too few, that of people does not."""
    here.world.now = MONDAY
    await here.post()
    for n, person in enumerate(people(5)):
        await here.presses(person, "challenge.kept" if n else "challenge.join")
    here.world.now += WEEK
    await here.post()
    assert figures(here.posted[DIGEST].html) == [5]


async def test_a_quote_by_its_author_s_press_only(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    ann, bob, *others = people(6)
    said = await here.answers(ann, "*less* @everyone & <b>more</b> sleep")
    share = next(b.token for b in said[-1].buttons if b.token.startswith("quote.share"))
    await here.answers(bob, "only for Bob's own journal")
    await here.does(ann, Press(share))
    for person in others:
        await here.presses(person, "challenge.join")
    here.world.now += WEEK
    await here.post()
    html = here.posted[DIGEST].html
    assert "*less* @everyone &amp; &lt;b&gt;more&lt;/b&gt; sleep" in html
    assert "Bob" not in html
    assert figures(html) == [6]


async def test_a_quote_taken_back_or_forged_is_not_quoted(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    ann, bob, *others = people(7)
    said = await here.answers(ann, "words taken back")
    shared = await here.does(ann, Press(said[-1].buttons[0].token))
    await here.does(ann, Press(shared[-1].buttons[0].token))
    await here.answers(bob, "lately I want to kill myself")
    await here.does(bob, Press(said[-1].buttons[0].token))  # the other's button, forged
    for person in others:
        await here.presses(person, "challenge.join")
        await here.does(person, Press(said[-1].buttons[0].token))
    here.world.now += WEEK
    await here.post()
    assert "wrote" not in here.posted[DIGEST].html


async def test_words_of_self_harm_get_help_and_no_offer(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    said = await here.answers(people(1)[0], "I want to kill myself")
    assert "findahelpline" in said[-1].html
    assert not any("quote" in b.token for b in said[-1].buttons)


async def test_an_answer_is_in_the_own_journal_of_somebody_new(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    [ann] = people(1)
    await here.answers(ann, "a thought of mine")
    async with (await here.world.service()).database.read() as store:
        person = await store.person_of(ann)
        assert person
        everything = await store.export(person)
    assert [line["text"] for line in everything["journal"]] == ["a thought of mine"]
    assert [part["joined"] for part in everything["communities"]] == [False]


async def test_buttons_of_an_older_week_and_of_another_server(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    [ann] = people(1)
    old = next(b.token for b in here.posted[CHALLENGE].buttons if "kept" in b.token)
    elsewhere = Town(here.world, guild="4321")
    assert "over" in (await elsewhere.does(ann, Press(old)))[-1].html
    here.world.now += WEEK
    await here.post()
    for token in (old, "challenge.kept.x", "challenge.slip.", "challenge.leave.9999-99-99", "challenge.join"):
        assert "over" in (await here.does(ann, Press(token)))[-1].html
    assert (await rows(here))["parts"] == 0


async def test_only_who_manages_the_server_sets_it(here: Town) -> None:
    before = await here.community()
    for said in (
        Command("community"),
        Press("community.set.hour.3"),
        Filled("community.city", {"city": "Lima"}),
    ):
        assert "may manage" in (await here.does(people(1)[0], said))[-1].html
    assert await here.community() == before


async def test_forged_settings_change_nothing(here: Town) -> None:
    before = await here.community()
    numbers = ("hour.24", "hour.-1", "hour", "day.7", "channel.<#1>", "channel." + "9" * 21, "id.5")
    await here.sets(*numbers, "zone.Mars/Base", "left_at.x", "language.xx", "digest.maybe", "", ".")
    assert await here.community() == before


async def test_settings_move_what_is_planned(here: Town) -> None:
    assert "Wednesday, 25 November, at 07:00" in await here.sets("day.2", "hour.7", "zone.America/Lima")
    here.world.now = datetime.fromisoformat("2026-11-25T12:00:00+00:00")
    assert await here.post() == [PROMPT, CHALLENGE]
    assert "Monday, 30 November" in await here.sets("day.0")  # five days later: far enough
    assert "Monday, 30 November" not in await here.sets("day.4")  # two days later would be too near
    await here.sets("challenge.off", "digest.off", "language.es")
    here.world.now = datetime.fromisoformat("2026-12-04T12:00:00+00:00")
    assert await here.post() == [PROMPT]
    assert "pregunta" in here.posted[PROMPT].html


async def test_no_channel_no_posts(here: Town) -> None:
    assert "Choose a channel" in await here.sets("channel.")
    here.world.now = MONDAY + WEEK
    assert await here.post() == []


async def test_a_city_sets_the_zone(here: Town) -> None:
    said = await here.does(MO, Filled("community.city", {"city": "Ljubljana"}), manages=True)
    assert "Europe/Ljubljana" in said[-1].html
    said = await here.does(MO, Filled("community.city", {"city": "Xyzzyville"}), manages=True)
    assert "Xyzzyville" in said[-1].html


async def test_nothing_comes_twice_or_too_late(here: Town) -> None:
    here.world.now = MONDAY + timedelta(hours=37)
    assert await here.post() == []
    here.world.now = MONDAY + WEEK + timedelta(hours=20)
    assert await here.post() == [PROMPT, CHALLENGE]
    assert await here.post() == []


async def test_a_claim_of_a_dead_process_is_taken_over(here: Town) -> None:
    here.world.now = MONDAY
    async with (await here.world.service()).database.write() as store:
        assert await store.claim_posts(MONDAY, limit=9, lease=posting.LEASE, by="dead", platforms=["discord"])
    assert await here.post() == []
    here.world.now += posting.LEASE
    assert await here.post() == [PROMPT, CHALLENGE]


async def test_refused_for_now_comes_later_as_the_same(here: Town) -> None:
    here.world.now = MONDAY
    here.board.fails = [TryLater(5), Unknown()]
    assert await here.post() == []  # the challenge may be there: it is not repeated
    assert (await here.venue()).posts[0].kind is CHALLENGE
    here.world.now += timedelta(minutes=10)
    assert await here.post() == [PROMPT]


async def test_missing_permissions_are_told_to_the_admin_and_heal(here: Town) -> None:
    here.world.now = MONDAY
    here.board.fails = [posting.NotThere(Trouble.CLOSED), posting.NotThere(Trouble.CLOSED)]
    assert await here.post() == []
    assert "lack permissions" in await here.sets()
    here.world.now += WEEK
    assert await here.post() == [PROMPT, CHALLENGE]
    assert "lack permissions" not in await here.sets()


async def test_a_deleted_channel_pauses_until_there_is_another(here: Town) -> None:
    service = await here.world.service()
    await posting.channel_gone(service, "discord", GUILD, "some other")
    assert "gone" not in await here.sets()
    await posting.channel_gone(service, "discord", GUILD, CHANNEL)
    here.world.now = MONDAY
    assert await here.post() == []
    assert "gone" in await here.sets()
    assert "gone" not in await here.sets("channel.78")
    here.world.now += WEEK
    assert await here.post() == [PROMPT, CHALLENGE]


async def test_removing_the_bot_ends_all_and_thirty_days_delete(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    await here.presses(people(1)[0], "challenge.kept")
    service = await here.world.service()
    await posting.removed(service, "discord", GUILD)
    here.world.now += WEEK
    assert await here.post() == []
    here.world.now = MONDAY + timedelta(days=30)
    await here.post()
    assert (await rows(here))["communities"] == 1
    here.world.now += timedelta(days=1, hours=1)
    await here.post()
    assert await rows(here) == {"communities": 0, "posts": 0, "parts": 0, "part_days": 0}


async def test_added_again_it_goes_on_as_before(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    before = await here.community()
    service = await here.world.service()
    await posting.reconcile(service, "discord", set())
    assert (await here.community()) != before
    here.world.now += timedelta(days=20)
    await posting.reconcile(service, "discord", {GUILD})
    assert await here.community() == before
    here.world.now = MONDAY + 3 * WEEK
    assert await here.post() == [PROMPT, CHALLENGE]  # what was before is too long ago for a digest


async def test_who_asks_in_the_server_shows_that_the_bot_is_there(here: Town) -> None:
    await posting.removed(await here.world.service(), "discord", GUILD)
    answer = await here.does(MO, Command("community"), manages=True)
    assert "Monday, 23 November" in answer[-1].html
    here.world.now = MONDAY
    assert await here.post() == [PROMPT, CHALLENGE]


async def test_who_is_erased_is_in_no_figure(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    for person in people(5):
        await here.presses(person, "challenge.kept")
    await here.does(people(1)[0], Command("privacy", "erase"))
    await here.does(people(1)[0], Press("privacy.sure.yes"))
    here.world.now += WEEK
    await here.post()
    assert figures(here.posted[DIGEST].html) == []


async def test_who_left_the_server_is_in_no_figure(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    assert here.board.asked == []  # nobody took part yet
    for person in people(7):
        await here.presses(person, "challenge.kept")
    here.board.left, here.world.now = {people(7)[0].external_id, "4711"}, MONDAY + WEEK
    await here.post()
    assert sorted(here.board.asked) == [person.external_id for person in people(7)]
    assert figures(here.posted[DIGEST].html) == [6, 6]
    assert ((await rows(here))["parts"], (await rows(here))["part_days"]) == (6, 6)


async def test_who_left_with_one_of_two_accounts_is_still_there(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    one, two = people(2)
    for person in (one, two):
        await here.presses(person, "challenge.kept")
    async with (await here.world.service()).database.write() as store:
        numbers = [await store.person_of(person) for person in (one, two)]
        assert None not in numbers
        await store.join(numbers[0] or 0, numbers[1] or 0, Side.HERE)
    here.board.left, here.world.now = {two.external_id}, MONDAY + WEEK
    await here.post()
    assert (await rows(here))["parts"] == 1
    here.board.left, here.world.now = {one.external_id, two.external_id}, MONDAY + 2 * WEEK
    await here.post()
    assert (await rows(here))["parts"] == 0


async def test_of_many_people_some_are_looked_up_each_week(
    here: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.roll.MOST", 3)
    here.world.now = MONDAY
    await here.post()
    for person in people(6):
        await here.presses(person, "challenge.kept")
    here.world.now += WEEK
    await here.post()
    assert len(set(here.board.asked)) == 3


@pytest.mark.parametrize("problem", [TryLater(), RuntimeError("a mistake")])
async def test_a_roll_that_cannot_be_called_keeps_nothing_from_being_posted(
    here: Town, problem: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(community: Community, accounts: Iterable[str]) -> AsyncGenerator[str, None]:
        yield people(5)[0].external_id
        raise problem

    here.world.now = MONDAY
    await here.post()
    for person in people(5):
        await here.presses(person, "challenge.kept")
    monkeypatch.setattr(here.board, "gone", fails)
    here.world.now += WEEK
    assert await here.post() == [DIGEST, PROMPT, CHALLENGE]
    assert (await rows(here))["parts"] == 4  # what was learnt before counts


async def test_old_parts_are_forgotten(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    await here.presses(people(1)[0], "challenge.kept")
    here.world.now += timedelta(days=62)
    await here.post()
    assert (await rows(here))["parts"] == 0


async def test_a_restart_between_any_two_presses(url: str) -> None:
    async with town(url, reloads=True) as here:
        here.world.now = MONDAY
        assert await here.post() == [PROMPT, CHALLENGE]
        for person in people(5):
            await here.presses(person, "challenge.kept")
        here.world.now += WEEK
        await here.post()
        assert figures(here.posted[DIGEST].html) == [5, 5]


# --- nobody's words before their consent


async def test_nothing_of_anybody_is_kept_before_consent(here: Town) -> None:
    await here.sets(f"channel.{CHANNEL}")
    here.world.now = MONDAY
    await here.post()
    before, kid = await everybody(here), Account("discord", "77", name="Kid")
    for name in ("community.answer", "challenge.join", "challenge.kept"):
        token = next(b.token for m in here.posted.values() for b in m.buttons if b.token.startswith(name))
        said = Filled(token, {"words": "I am 11 and I watch shorts"}) if "answer" in token else Press(token)
        answer = await here.does_once(kid, said)
        assert any(b.token == f"age.ok.{token}" for b in answer[-1].buttons)
        assert await everybody(here) == before
        await here.does_once(kid, Press("age.young"))
        assert await everybody(here) == before
    assert await rows(here) == await rows(here) | {"parts": 0}


async def everybody(here: Town) -> int:
    async with (await here.world.service()).database.read() as store:
        tables_ = (persons, accounts, journal, dialogues)
        found = [await store.connection.scalar(select(func.count()).select_from(t)) for t in tables_]
    return sum(n or 0 for n in found)


async def test_an_answer_of_somebody_new_opens_their_journal(here: Town) -> None:
    await here.sets(f"channel.{CHANNEL}")
    here.world.now = MONDAY
    await here.post()
    ann = Account("discord", "78")
    await here.answers(ann, "less of the feed")
    answer = await here.does_once(ann, Command("journal"))
    assert "less of the feed" in answer[0].html
