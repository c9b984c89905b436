"""Somebody with something in every table, whose every word is a word that occurs nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.account.linking import LinkNotice
from bot.core.conversation.flow import Frame
from bot.core.model import effects as c
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord, Question
from bot.core.model.community import Community, Quotes
from bot.core.model.community_effects import MarkDay, Quote, ReviewQuote, SaveCommunity, TakePart
from bot.core.model.inputs import Account
from bot.core.model.moment import TriedExercise, UrgeOutcome
from bot.core.model.nudge import NudgeKind
from bot.core.model.person import DateSpan
from bot.core.model.plan import Earlier, OwnPlan, Phrase, StepChoice
from bot.core.model.reading import Asked
from bot.storage.database import Database, Transaction
from bot.storage.nudges import NudgeState
from bot.storage.shown_questions import ShownQuestion
from tests.everything import EVERYTHING
from tests.storage.samples import DAY, LEASE, LIBRARY, NOW, TODAY

ZOE = Account("telegram", "externalidofzoe", address="addressofzoe", name="Zoe Quixote")
SECRETS = (
    "externalidofzoe", "addressofzoe", "Quixote", "Dulcinea", "windmills", "Rocinante", "barataria",
    "sancho", "lamancha", "toboso", "montesinos", "guildofmancha", "dapple", "sierramorena",
    "clavileño", "mambrino",
)  # fmt: skip


async def live(database: Database) -> int:
    """Returns the person's number."""
    async with database.write() as transaction:
        person = await transaction.people.create(ZOE, "es", NOW)
        await transaction.conversations.is_repeated("telegram", "42", NOW)
        for command in _BEGINNING:
            await transaction.effects.apply(person, command, NOW)
        plan = (await transaction.snapshots.load_one(person, NOW, LIBRARY, EVERYTHING)).enrolments[0].id
        for command in _day(plan):
            await transaction.effects.apply(person, command, NOW)
        await transaction.conversations.save(
            {person: (Frame("reflect", "words", {"draft": "montesinos"}, TODAY),)}
        )
        planned = await transaction.nudges.planned(person)
        await transaction.nudges.replan(
            {person: [(NudgeKind.CHECKIN, TODAY, NOW), (NudgeKind.WEEK, TODAY, _AT_FIVE), *planned]}
        )
        [claimed] = await transaction.claims.take(NOW, limit=1, lease=LEASE, by="me")
        await transaction.claims.close("me", {claimed.id: NudgeState.SENT}, NOW)
        await _in_a_community(transaction, person)
        await transaction.links.offer(person, "ABCD2345", NOW)
        await transaction.links.take(ZOE, "WRNG2345", NOW)
        await transaction.joins.keep(person, NOW)
        question = ShownQuestion(ZOE, "messageofzoe", Question(TODAY, plan))
        await transaction.shown_questions.note([question])
        await transaction.notices.add([ZOE], "es", LinkNotice.EXPORTED, ZOE, NOW)
    return person


async def _in_a_community(transaction: Transaction, person: int) -> None:
    new = Community(0, "discord", "guildofmancha", zone="Europe/Madrid")
    await transaction.effects.apply(person, SaveCommunity(new), NOW)
    there = await transaction.communities.find("discord", "guildofmancha")
    assert there
    await transaction.venues.change(there, NOW, channel="guildofmancha-channel")
    await transaction.effects.apply(person, TakePart(there.id, TODAY, joins=True), NOW)
    await transaction.effects.apply(person, MarkDay(there.id, TODAY, TODAY, kept=True), NOW)
    await transaction.effects.apply(person, Quote(there.id, TODAY, "I missed dapple"), NOW)
    await _is_quoted(transaction, person, replace(there, channel="guildofmancha-channel"))


async def _is_quoted(transaction: Transaction, person: int, there: Community) -> None:
    """The line stands in a post, and nothing more of that person is quoted."""
    now = NOW + timedelta(days=8)
    await transaction.venues.change(there, NOW, quotes=Quotes.ON)
    [first, *_] = await transaction.posts.claim(now, limit=9, lease=LEASE, by="me", platforms=["discord"])
    tally = await transaction.venues.tally(there.id, TODAY)
    await transaction.venues.set_subject(first, "", tally.quotes[0])
    await transaction.posts.close(first.id, "me", NudgeState.SENT, "guildofmancha-post")
    [line] = (await transaction.venues.get(there, person, NOW, manages=True)).quotes or tally.quotes
    await transaction.effects.apply(person, ReviewQuote(there.id, line.handle, passes=True), NOW)


EARLIER = (Earlier(TODAY, "ride to sierramorena", (5,)),)
_AT_FIVE = datetime(2026, 11, 29, 17, tzinfo=UTC)
_BEGINNING = (
    c.UpdatePerson(
        {
            "why": "for Dulcinea",
            "zone": "Europe/Madrid",
            "onboarded": True,
            "name": "Don Quixote",
            "shares_missed": True,
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
    c.AskAfterUrge(TODAY, _AT_FIVE),
    c.AddSwap("polish the helmet of mambrino"),
    c.SaveExercise(TriedExercise("habit-wave", 2, 1, NOW, UrgeOutcome.PASSED)),
    c.NoteMissedLine("es", Asked.CHECKIN, TODAY, "clavileño rides at dawn"),
)


def _day(plan: int) -> tuple[c.Effect, ...]:
    entry = CheckinEntry(plan, TODAY, CheckinAnswer.PARTLY, 12.5)
    return c.RecordEntry(entry), c.RecordDecision(plan, TODAY, StepChoice.EASIER)
