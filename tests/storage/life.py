"""Somebody with something in every table, whose every word is a word that occurs nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.account.linking import LinkNotice
from bot.core.conversation.flow import Frame
from bot.core.model import effects as c
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.community import Community, Quotes
from bot.core.model.community_effects import MarkDay, Quote, ReviewQuote, SaveCommunity, TakePart
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import DateSpan
from bot.core.model.plan import Earlier, OwnPlan, Phrase, StepChoice
from bot.storage import join_copies
from bot.storage.engine.database import Database
from bot.storage.store import Store
from bot.storage.tables import NudgeState
from tests.everything import EVERYTHING
from tests.storage.samples import DAY, LEASE, LIBRARY, NOW, TODAY

ZOE = Account("telegram", "externalidofzoe", address="addressofzoe", name="Zoe Quixote")
SECRETS = (
    "externalidofzoe", "addressofzoe", "Quixote", "Dulcinea", "windmills", "Rocinante", "barataria",
    "sancho", "lamancha", "toboso", "montesinos", "guildofmancha", "dapple", "sierramorena",
)  # fmt: skip


async def live(database: Database) -> int:
    """Returns the person's number."""
    async with database.write() as store:
        person = await store.meet(ZOE, "es", NOW)
        await store.seen("telegram", "42", NOW)
        for command in _BEGINNING:
            await store.apply(person, command, NOW)
        plan = (await store.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)).enrolments[0].id
        for command in _day(plan):
            await store.apply(person, command, NOW)
        await store.save_frames(person, (Frame("reflect", "words", {"draft": "montesinos"}, TODAY),))
        planned = await store.planned(person)
        await store.replan(
            {person: [(NudgeKind.CHECKIN, TODAY, NOW), (NudgeKind.WEEK, TODAY, _AT_FIVE), *planned]}
        )
        [claimed] = await store.claim(NOW, limit=1, lease=LEASE, by="me")
        await store.mark("me", {claimed.id: NudgeState.SENT}, NOW)
        await _in_a_community(store, person)
        await store.offer_link(person, "ABCD2345", NOW)
        await store.take_link(ZOE, "WRNG2345", NOW)
        await join_copies.keep(store.connection, [person], NOW)
        await store.tell([ZOE], "es", (LinkNotice.EXPORTED, ZOE, 0), NOW)
    return person


async def _in_a_community(store: Store, person: int) -> None:
    new = Community(0, "discord", "guildofmancha", zone="Europe/Madrid")
    await store.apply(person, SaveCommunity(new), NOW)
    there = await store.community("discord", "guildofmancha")
    assert there
    await store.change_community(there, NOW, channel="guildofmancha-channel")
    await store.apply(person, TakePart(there.id, TODAY, joins=True), NOW)
    await store.apply(person, MarkDay(there.id, TODAY, TODAY, kept=True), NOW)
    await store.apply(person, Quote(there.id, TODAY, "I missed dapple"), NOW)
    await _is_quoted(store, person, replace(there, channel="guildofmancha-channel"))


async def _is_quoted(store: Store, person: int, there: Community) -> None:
    """The line stands in a post, and nothing more of that person is quoted."""
    now = NOW + timedelta(days=8)
    await store.change_community(there, NOW, quotes=Quotes.ON)
    [first, *_] = await store.claim_posts(now, limit=9, lease=LEASE, by="me", platforms=["discord"])
    tally = await store.tally(there.id, TODAY)
    await store.about_post(first, "", tally.quotes[0])
    await store.mark_post(first.id, "me", NudgeState.SENT, "guildofmancha-post")
    [line] = (await store.venue(there, person, NOW, manages=True)).quotes or tally.quotes
    await store.apply(person, ReviewQuote(there.id, line.handle, passes=True), NOW)


EARLIER = (Earlier(TODAY, "ride to sierramorena", (5,)),)
_AT_FIVE = datetime(2026, 11, 29, 17, tzinfo=UTC)
_BEGINNING = (
    c.UpdatePerson(
        {
            "why": "for Dulcinea",
            "zone": "Europe/Madrid",
            "onboarded": True,
            "name": "Don Quixote",
            "rests": (DateSpan(TODAY - DAY * 9, TODAY - DAY * 7),),
        }
    ),
    c.StartPlan(
        "bed", 1, 0, TODAY, Phrase("I see windmills", own=True), Phrase("plan-bed-action-1", own=False)
    ),
    c.StartPlan("own", 1, 0, TODAY, own=OwnPlan("Feed Rocinante", "go to barataria", (0, 6), EARLIER)),
    c.RecordDay(DayRecord(TODAY, 4, "mood")),
    c.AddJournalEntry(TODAY, "note", "a letter to sancho"),
    c.AddJournalEntry(TODAY, "evening", "lamancha at night"),
    c.AddJournalEntry(TODAY, "obstacle", "the road to toboso"),
    c.CountPromptAsked("evening", TODAY),
    c.AskLater(TODAY, _AT_FIVE),
)


def _day(plan: int) -> tuple[c.Effect, ...]:
    entry = CheckinEntry(plan, TODAY, CheckinAnswer.PARTLY, 12.5)
    return c.RecordEntry(entry), c.RecordDecision(plan, TODAY, StepChoice.EASIER)
