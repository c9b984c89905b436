"""A community's weeks, through the real service on both databases, counted against a book of the tests'."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import func, select

from bot.content.rendered import Message
from bot.core.model.community import ChannelProblem, ChannelState, Community, PostingTrouble, PostKind
from bot.core.model.inputs import Account, ButtonPress, FormSubmission, SlashCommand
from bot.core.model.link_effects import Side
from bot.delivery import community_posts
from bot.delivery.community_ports import PostFailed
from bot.delivery.ports import TryLater, Unknown
from bot.storage.accounts import accounts
from bot.storage.communities import communities
from bot.storage.conversations import dialogues
from bot.storage.journal import journal
from bot.storage.parts import part_days, parts
from bot.storage.people import persons
from bot.storage.posts import posts
from bot.turns.community_events import CommunityEvents
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
    async with (await here.world.service()).database.read() as transaction:
        counted = [
            await transaction.connection.scalar(select(func.count()).select_from(table)) for table in tables
        ]
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
            await here.does(person, ButtonPress(f"challenge.slip.{week}.{here.world.now.date()}"))


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
    await quotes(here, "set.on")
    here.world.now = MONDAY
    await here.post()
    ann, bob, *others = people(6)
    said = await here.answers(ann, "*less* noise & <b>more</b> sleep")
    share = next(b.token for b in said[-1].buttons if b.token.startswith("quote.share"))
    await here.answers(bob, "only for Bob's own journal")
    await here.does(ann, ButtonPress(share))
    for person in others:
        await here.presses(person, "challenge.join")
    here.world.now += WEEK
    await here.post()
    html = here.posted[DIGEST].html
    assert "*less* noise &amp; &lt;b&gt;more&lt;/b&gt; sleep" in html
    assert "Bob" not in html
    assert figures(html) == [6]


async def test_a_quote_taken_back_or_forged_is_not_quoted(here: Town) -> None:
    await quotes(here, "set.on")
    here.world.now = MONDAY
    await here.post()
    ann, bob, *others = people(7)
    said = await here.answers(ann, "words taken back")
    shared = await here.does(ann, ButtonPress(said[-1].buttons[0].token))
    await here.does(ann, ButtonPress(shared[-1].buttons[0].token))
    for words in (
        "lately I want to kill myself",
        "everyone would be better off without me",
        "my dad hits me",
    ):
        await here.answers(bob, words)
        await here.does(bob, ButtonPress(said[-1].buttons[0].token))  # the other's button, forged
    for person in others:
        await here.presses(person, "challenge.join")
        await here.does(person, ButtonPress(said[-1].buttons[0].token))
    here.world.now += WEEK
    await here.post()
    assert "wrote" not in here.posted[DIGEST].html


async def quotes(here: Town, *presses: str) -> Message:
    """The admin's presses about quotes; the last answer."""
    answer: tuple[Message, ...] = ()
    for press in presses or ("",):
        answer = await here.does(MO, ButtonPress(f"community.quotes.{press}".rstrip(".")), manages=True)
    return answer[-1]


async def a_line(here: Town, words: str, others: int = 4, number: int = 200) -> Account:
    """Somebody answers the week's question and offers the answer; so many others take part. Returns who."""
    ann = Account("discord", str(number))
    said = await here.answers(ann, words)
    await here.does(ann, ButtonPress(share_of(said)))
    for person in people(others):
        await here.presses(person, "challenge.join")
    return ann


def share_of(said: tuple[Message, ...]) -> str:
    return next((b.token for m in said for b in m.buttons if b.token.startswith("quote.share")), "")


def token(message: Message, name: str) -> str:
    """The first button of that name, after "community."."""
    return next(b.token for b in message.buttons if b.token.startswith(f"community.{name}")).removeprefix(
        "community.quotes."
    )


async def test_quotes_are_off_until_the_admin_wants_them(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    [ann] = people(1)
    said = await here.answers(ann, "more sleep")
    assert share_of(said) == ""
    week, slug = here.posted[PROMPT].buttons[0].token.split(".")[2:]
    assert (
        "not quoted" in (await here.does(ann, ButtonPress(f"quote.share.{week}.{slug}")))[-1].html
    )  # forged
    for person in people(6):
        await here.presses(person, "challenge.join")
    here.world.now += WEEK
    await here.post()
    assert "wrote" not in here.posted[DIGEST].html


@pytest.mark.parametrize(
    "words", ["join discord.gg/abcd", "see http://<@1>", "ask @ann", "ａｔ ｅｖｉｌ．ｃｏｍ", "in #general"]
)
async def test_a_line_with_an_address_is_not_taken(here: Town, words: str) -> None:
    await quotes(here, "set.on")
    here.world.now = MONDAY
    await here.post()
    said = await here.answers(people(1)[0], words)
    assert "can hold no links" in (await here.does(people(1)[0], ButtonPress(share_of(said))))[-1].html
    assert "1." not in (await quotes(here)).html


async def test_a_line_waits_until_the_admin_lets_it_in(here: Town) -> None:
    await quotes(here, "set.seen")
    here.world.now = MONDAY
    await here.post()
    await a_line(here, "more sleep")
    shown = await quotes(here)
    assert "more sleep" in shown.html
    here.world.now += WEEK
    await here.post()
    assert "wrote" not in here.posted[DIGEST].html  # nobody let it in
    await a_line(here, "a walk")
    await quotes(here, token(await quotes(here), "quotes.pass"))
    here.world.now += WEEK
    await here.post()
    assert "a walk" in here.posted[DIGEST].html


async def test_other_words_than_those_that_were_read_are_not_let_in(here: Town) -> None:
    await quotes(here, "set.seen")
    here.world.now = MONDAY
    await here.post()
    ann = await a_line(here, "kind words")
    let_in = token(await quotes(here), "quotes.pass")
    await here.does(ann, ButtonPress(share_of(await here.answers(ann, "other words"))))
    assert "was changed" in (await quotes(here, let_in)).html
    here.world.now += WEEK
    await here.post()
    assert "wrote" not in here.posted[DIGEST].html


async def posted_line(here: Town, words: str = "more sleep") -> Account:
    """Ann's line stands in the newest digest."""
    await quotes(here, "set.on")
    here.world.now = MONDAY
    await here.post()
    ann = await a_line(here, words, others=6)
    here.world.now += WEEK
    await here.post()
    assert words in here.posted[DIGEST].html
    return ann


@pytest.mark.parametrize("how", ["refuse", "block"])
async def test_a_posted_line_is_taken_out_of_the_post(here: Town, how: str) -> None:
    await posted_line(here)
    shown = await quotes(here)
    assert "posted" in shown.html
    assert "leaves the post" in (await quotes(here, token(shown, f"quotes.{how}"))).html
    here.poster.fails = [TryLater()]
    await here.post()
    assert here.poster.changes == []  # not now: it is tried again
    await here.post()
    await here.post()
    [(_, html)] = here.poster.changes
    assert "7 people" in html
    assert "more sleep" not in html


async def test_an_erase_takes_the_line_out_of_the_post(here: Town) -> None:
    ann = await posted_line(here)
    await here.does(ann, SlashCommand("privacy", "erase"))
    await here.does(ann, ButtonPress("privacy.sure.yes"))
    await here.post()
    assert [("more sleep" in html) for _, html in here.poster.changes] == [False]


async def test_who_left_the_server_takes_the_line_along(here: Town) -> None:
    ann = await posted_line(here)
    here.poster.left, here.world.now = {ann.external_id}, MONDAY + 2 * WEEK
    await here.post()
    assert len(here.poster.changes) == 1


async def test_a_blocked_author_is_quoted_no_more_and_known_to_nobody(here: Town) -> None:
    ann = await posted_line(here, "kind words")
    shown = await quotes(here)
    person = str(await number_of(here, ann))
    assert not any(secret in b.token for b in shown.buttons for secret in (ann.external_id,))
    handles = {b.token.rpartition(".")[2] for b in shown.buttons if "block" in b.token}
    assert all(len(handle) == 16 and handle != person for handle in handles)
    await quotes(here, token(shown, "quotes.block"))
    assert share_of(await here.answers(ann, "other words")) == ""
    async with (await here.world.service()).database.read() as transaction:
        everything = await transaction.exports.of_person(await number_of(here, ann))
    assert [one["community"] for one in everything["not_quoted_in"]] == [GUILD]
    await here.does(ann, SlashCommand("privacy", "erase"))
    await here.does(ann, ButtonPress("privacy.sure.yes"))
    assert share_of(await here.answers(ann, "as somebody new")) == ""
    elsewhere = Town(here.world, guild="4321")
    await elsewhere.sets("channel.77")
    await elsewhere.does(MO, ButtonPress("community.quotes.set.on"), manages=True)
    here.world.now += WEEK
    await elsewhere.post()
    assert share_of(await elsewhere.answers(ann, "on another server")) != ""


async def number_of(here: Town, who: Account) -> int:
    async with (await here.world.service()).database.read() as transaction:
        return await transaction.people.find(who) or 0


async def test_only_who_manages_the_server_sees_and_decides_lines(here: Town) -> None:
    await quotes(here, "set.seen")
    here.world.now = MONDAY
    await here.post()
    ann = await a_line(here, "more sleep")
    let_in = token(await quotes(here), "quotes.pass")
    for press in ("", ".set.on", f".{let_in}", ".block.0"):
        answer = await here.does(ann, ButtonPress(f"community.quotes{press}"))
        assert "may manage" in answer[-1].html
        assert "more sleep" not in answer[-1].html
    for press in ("community.show", "community.now"):
        assert "may manage" in (await here.does(ann, ButtonPress(press)))[-1].html
    here.world.now += WEEK
    await here.post()
    assert "wrote" not in here.posted[DIGEST].html


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (ChannelProblem.ELSEWHERE, "not one of this server"),
        (ChannelProblem.KIND, "that kind of channel"),
        (ChannelProblem.AGE, "age-restricted"),
        (ChannelProblem.UNSEEN, "nothing is changed"),
        (None, "not one of this server"),  # no platform tells of it
    ],
)
async def test_a_channel_is_taken_only_if_the_platform_says_that_it_fits(
    here: Town, problem: ChannelProblem | None, told: str
) -> None:
    before = await here.community()
    here.ground = problem
    assert told in await here.sets("channel.4711")
    assert await here.community() == before


async def test_the_ground_of_one_channel_proves_nothing_for_another(
    here: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await here.community()
    monkeypatch.setattr(here, "ground_of", lambda said: ChannelState(CHANNEL, ChannelProblem.NONE))
    assert "not one of this server" in await here.sets("channel.4711")
    assert await here.community() == before


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
    async with (await here.world.service()).database.read() as transaction:
        person = await transaction.people.find(ann)
        assert person
        everything = await transaction.exports.of_person(person)
    assert [line["text"] for line in everything["journal"]] == ["a thought of mine"]
    assert [part["joined"] for part in everything["communities"]] == [False]


async def test_buttons_of_an_older_week_and_of_another_server(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    [ann] = people(1)
    old = next(b.token for b in here.posted[CHALLENGE].buttons if "kept" in b.token)
    elsewhere = Town(here.world, guild="4321")
    assert "over" in (await elsewhere.does(ann, ButtonPress(old)))[-1].html
    here.world.now += WEEK
    await here.post()
    for token in (old, "challenge.kept.x", "challenge.slip.", "challenge.leave.9999-99-99", "challenge.join"):
        assert "over" in (await here.does(ann, ButtonPress(token)))[-1].html
    assert (await rows(here))["parts"] == 0


async def test_only_who_manages_the_server_sets_it(here: Town) -> None:
    before = await here.community()
    for said in (
        SlashCommand("community"),
        ButtonPress("community.set.hour.3"),
        FormSubmission("community.city", {"city": "Lima"}),
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
    said = await here.does(MO, FormSubmission("community.city", {"city": "Ljubljana"}), manages=True)
    assert "Europe/Ljubljana" in said[-1].html
    said = await here.does(MO, FormSubmission("community.city", {"city": "Xyzzyville"}), manages=True)
    assert "Xyzzyville" in said[-1].html


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        ("Ljubl", ["Europe/Ljubljana"]),
        ("LJU", ["Europe/Ljubljana"]),
        ("Springfield", ["America/Chicago", "America/New_York", "America/Los_Angeles"]),
    ],
)
async def test_a_place_that_is_not_certain_is_asked_for(here: Town, typed: str, offered: list[str]) -> None:
    before = await here.community()
    said = await here.does(MO, FormSubmission("community.city", {"city": typed}), manages=True)
    tokens = [button.token for button in said[-1].buttons]
    assert [token for token in tokens if "zone" in token][: len(offered)] == [
        f"community.set.zone.{zone}" for zone in offered
    ]
    assert await here.community() == before


@pytest.mark.parametrize(
    ("typed", "zone"), [("UTC", "UTC"), ("India", "Asia/Kolkata"), ("Springfield, IL", "America/Chicago")]
)
async def test_a_place_that_is_certain_sets_the_zone(here: Town, typed: str, zone: str) -> None:
    await here.does(MO, FormSubmission("community.city", {"city": typed}), manages=True)
    assert (await here.community()).zone == zone


async def test_nothing_comes_twice_or_too_late(here: Town) -> None:
    here.world.now = MONDAY + timedelta(hours=37)
    assert await here.post() == []
    here.world.now = MONDAY + WEEK + timedelta(hours=20)
    assert await here.post() == [PROMPT, CHALLENGE]
    assert await here.post() == []


async def test_a_claim_of_a_dead_process_is_taken_over(here: Town) -> None:
    here.world.now = MONDAY
    async with (await here.world.service()).database.write() as transaction:
        assert await transaction.posts.claim(
            MONDAY, limit=9, lease=community_posts.LEASE, by="dead", platforms=["discord"]
        )
    assert await here.post() == []
    here.world.now += community_posts.LEASE
    assert await here.post() == [PROMPT, CHALLENGE]


async def test_refused_for_now_comes_later_as_the_same(here: Town) -> None:
    here.world.now = MONDAY
    here.poster.fails = [TryLater(5), Unknown()]
    assert await here.post() == []  # the challenge may be there: it is not repeated
    assert (await here.venue()).posts[0].kind is CHALLENGE
    here.world.now += timedelta(minutes=10)
    assert await here.post() == [PROMPT]


async def a_week_fails(here: Town) -> None:
    here.world.now = MONDAY
    here.poster.fails = [
        PostFailed(PostingTrouble.CLOSED),
        PostFailed(PostingTrouble.CLOSED),
    ]
    assert await here.post() == []


async def test_missing_permissions_are_told_to_the_admin_and_heal(here: Town) -> None:
    await a_week_fails(here)
    here.ground = ChannelProblem.CLOSED
    assert "closed to me" in await here.sets()
    here.ground = ChannelProblem.NONE
    first, offer = await here.does(MO, SlashCommand("community"), manages=True)
    assert "could not be made. The channel is fine now" in first.html
    assert [b.token for b in offer.buttons] == ["community.now"]
    here.world.now += WEEK
    assert await here.post() == [PROMPT, CHALLENGE]
    assert "could not be made" not in await here.sets()


async def test_a_missed_week_is_posted_by_a_press_and_only_once(here: Town) -> None:
    await a_week_fails(here)
    here.world.now += timedelta(days=2)
    assert "within a minute" in (await here.does(MO, ButtonPress("community.now"), manages=True))[-1].html
    assert await here.post() == [PROMPT, CHALLENGE]
    assert "nothing to post" in (await here.does(MO, ButtonPress("community.now"), manages=True))[-1].html
    assert len(await here.does(MO, SlashCommand("community"), manages=True)) == 1  # offered no more
    assert await here.post() == []
    await here.presses(people(1)[0], "challenge.kept")  # it is this week's
    here.world.now = MONDAY + WEEK
    assert await here.post() == [DIGEST, PROMPT, CHALLENGE]


async def test_what_is_there_is_not_posted_again_with_the_rest_of_its_week(here: Town) -> None:
    here.world.now = MONDAY
    here.poster.fails = [PostFailed(PostingTrouble.CLOSED)]
    assert await here.post() == [CHALLENGE]
    await here.does(MO, ButtonPress("community.now"), manages=True)
    assert await here.post() == [PROMPT]


async def test_another_channel_after_trouble_gets_the_week_too(here: Town) -> None:
    await a_week_fails(here)
    answer = await here.does(MO, ButtonPress("community.set.channel.78"), manages=True)
    assert [b.token for b in answer[-1].buttons] == ["community.now"]
    await here.does(MO, ButtonPress("community.now"), manages=True)
    assert await here.post() == [PROMPT, CHALLENGE]


async def test_a_deleted_channel_pauses_until_there_is_another(here: Town) -> None:
    service = await here.world.service()
    await CommunityEvents(service).channel_deleted("discord", GUILD, "some other")
    assert "gone" not in await here.sets()
    await CommunityEvents(service).channel_deleted("discord", GUILD, CHANNEL)
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
    await CommunityEvents(service).bot_removed("discord", GUILD)
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
    await CommunityEvents(service).reconcile("discord", set())
    assert (await here.community()) != before
    here.world.now += timedelta(days=20)
    await CommunityEvents(service).reconcile("discord", {GUILD})
    assert await here.community() == before
    here.world.now = MONDAY + 3 * WEEK
    assert await here.post() == [PROMPT, CHALLENGE]  # what was before is too long ago for a digest


async def test_who_asks_in_the_server_shows_that_the_bot_is_there(here: Town) -> None:
    await CommunityEvents(await here.world.service()).bot_removed("discord", GUILD)
    answer = await here.does(MO, SlashCommand("community"), manages=True)
    assert "Monday, 23 November" in answer[-1].html
    here.world.now = MONDAY
    assert await here.post() == [PROMPT, CHALLENGE]


async def test_who_is_erased_is_in_no_figure(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    for person in people(5):
        await here.presses(person, "challenge.kept")
    await here.does(people(1)[0], SlashCommand("privacy", "erase"))
    await here.does(people(1)[0], ButtonPress("privacy.sure.yes"))
    here.world.now += WEEK
    await here.post()
    assert figures(here.posted[DIGEST].html) == []


async def test_who_left_the_server_is_in_no_figure(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    assert here.poster.asked == []  # nobody took part yet
    for person in people(7):
        await here.presses(person, "challenge.kept")
    here.poster.left, here.world.now = {people(7)[0].external_id, "4711"}, MONDAY + WEEK
    await here.post()
    assert sorted(here.poster.asked) == [person.external_id for person in people(7)]
    assert figures(here.posted[DIGEST].html) == [6, 6]
    assert ((await rows(here))["parts"], (await rows(here))["part_days"]) == (6, 6)


async def test_who_left_with_one_of_two_accounts_is_still_there(here: Town) -> None:
    here.world.now = MONDAY
    await here.post()
    one, two = people(2)
    for person in (one, two):
        await here.presses(person, "challenge.kept")
    async with (await here.world.service()).database.write() as transaction:
        numbers = [await transaction.people.find(person) for person in (one, two)]
        assert None not in numbers
        await transaction.joins.join(numbers[0] or 0, numbers[1] or 0, Side.HERE, here.world.now)
    here.poster.left, here.world.now = {two.external_id}, MONDAY + WEEK
    await here.post()
    assert (await rows(here))["parts"] == 1
    here.poster.left, here.world.now = {one.external_id, two.external_id}, MONDAY + 2 * WEEK
    await here.post()
    assert (await rows(here))["parts"] == 0


async def test_of_many_people_some_are_looked_up_each_week(
    here: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.membership.MAX_LOOKUPS", 3)
    here.world.now = MONDAY
    await here.post()
    for person in people(6):
        await here.presses(person, "challenge.kept")
    here.world.now += WEEK
    await here.post()
    assert len(set(here.poster.asked)) == 3


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
    monkeypatch.setattr(here.poster, "departed", fails)
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
        said = (
            FormSubmission(token, {"words": "I am 11 and I watch shorts"})
            if "answer" in token
            else ButtonPress(token)
        )
        answer = await here.does_once(kid, said)
        assert any(b.token == f"age.ok.{token}" for b in answer[-1].buttons)
        assert await everybody(here) == before
        await here.does_once(kid, ButtonPress("age.young"))
        assert await everybody(here) == before
    assert await rows(here) == await rows(here) | {"parts": 0}


async def everybody(here: Town) -> int:
    async with (await here.world.service()).database.read() as transaction:
        tables_ = (persons, accounts, journal, dialogues)
        found = [await transaction.connection.scalar(select(func.count()).select_from(t)) for t in tables_]
    return sum(n or 0 for n in found)


async def test_an_answer_of_somebody_new_opens_their_journal(here: Town) -> None:
    await here.sets(f"channel.{CHANNEL}")
    here.world.now = MONDAY
    await here.post()
    ann = Account("discord", "78")
    await here.answers(ann, "less of the feed")
    answer = await here.does_once(ann, SlashCommand("journal"))
    assert "less of the feed" in answer[0].html
