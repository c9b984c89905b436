"""What was said long ago still counts: nothing that is shown moves by itself as the days go by."""

import pytest

from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import RecordEntry, StartPlan, UpdatePlan
from bot.core.model.plan import OwnPlan
from bot.core.model.snapshot import Snapshot
from bot.core.plans import views
from bot.core.progress import habits
from bot.storage.database import Database
from tests.core.making import make_library
from tests.everything import EVERYTHING
from tests.storage.samples import DAY, NOW, TODAY, do, meet

FIRST = TODAY - DAY * 200
LIBRARY = make_library()


async def known(database: Database, person: int, day: int) -> Snapshot:
    async with database.read() as transaction:
        return await transaction.snapshots.load_one(person, NOW - DAY * (200 - day), LIBRARY, EVERYTHING)


async def began(
    database: Database, step: int, *, slug: str = "minutes", own: OwnPlan | None = None
) -> tuple[int, int]:
    person = await meet(database)
    await do(database, person, StartPlan(slug, 1, step, FIRST, own=own))
    return person, (await known(database, person, 0)).enrolments[0].id


async def test_the_same_figure_is_kept_on_every_day(database: Database) -> None:
    """100 minutes on the first day, 85 on each of the next 200."""
    person, plan = await began(database, 1)
    entries = (
        CheckinEntry(plan, FIRST + DAY * n, CheckinAnswer.KEPT, 85.0 if n else 100.0, 1) for n in range(201)
    )
    await do(database, person, *map(RecordEntry, entries))
    for day in range(1, 201, 9):
        snapshot = await known(database, person, day)
        assert habits.target(snapshot, snapshot.enrolments[0]) == 90
        assert habits.judged(snapshot, snapshot.enrolments[0], 85) is CheckinAnswer.KEPT


async def test_four_weeks_of_looking_are_what_a_goal_goes_by(database: Database) -> None:
    person, plan = await began(database, 0)
    entries = (
        CheckinEntry(plan, FIRST + DAY * n, CheckinAnswer.KEPT, 100.0 if n < 28 else 500.0, 0)
        for n in range(90)
    )
    later = (CheckinEntry(plan, FIRST + DAY * n, CheckinAnswer.KEPT, 10.0, n % 3) for n in range(90, 201))
    await do(database, person, *map(RecordEntry, (*entries, *later)), UpdatePlan(plan, {"step": 1}))
    for day in range(28, 201, 13):
        snapshot = await known(database, person, day)
        assert habits.target(snapshot, snapshot.enrolments[0]) == 90


async def test_a_skipped_first_day_is_no_first_figure(database: Database) -> None:
    person, plan = await began(database, 1)
    entries = [
        CheckinEntry(plan, FIRST, CheckinAnswer.SKIPPED, 900.0, 1),
        CheckinEntry(plan, FIRST + DAY, CheckinAnswer.KEPT, 60.0, 1),
    ]
    await do(database, person, *map(RecordEntry, entries))
    for day in (1, 100, 200):
        snapshot = await known(database, person, day)
        assert habits.target(snapshot, snapshot.enrolments[0]) == 50


async def test_a_plan_of_one_day_a_week_has_a_rhythm_like_any_other(database: Database) -> None:
    """Ten answers are all that seventy days bring it, and half a rhythm is older than seven answers."""
    person, plan = await began(database, 0, slug="own", own=OwnPlan("Call", "call mum", (TODAY.weekday(),)))
    weeks = (TODAY - DAY * 7 * n for n in range(28))
    await do(database, person, *(RecordEntry(CheckinEntry(plan, day, CheckinAnswer.KEPT)) for day in weeks))
    snapshot = await known(database, person, 200)
    shown = views.rhythm(snapshot, snapshot.enrolments[0])
    assert shown is not None
    assert shown.key == "plans-rhythm-steady"


@pytest.mark.parametrize(
    ("days", "key", "kept"), [(60, "plans-card-went", 60), (160, "plans-card-went-lately", 70)]
)
async def test_a_count_says_over_which_days_it_is(database: Database, days: int, key: str, kept: int) -> None:
    person = await meet(database)
    await do(database, person, StartPlan("calm", 1, 0, TODAY - DAY * (days - 1)))
    plan = (await known(database, person, 200)).enrolments[0].id
    said = (CheckinEntry(plan, TODAY - DAY * n, CheckinAnswer.KEPT) for n in range(days))
    await do(database, person, *map(RecordEntry, said))
    snapshot = await known(database, person, 200)
    (reply,) = views.card(snapshot, snapshot.enrolments[0]).replies
    lines = {line.key: line.args for line in reply.args["lines"]}  # type: ignore[union-attr]
    assert (lines[key]["kept"], lines[key]["applied"]) == (kept, kept)
    assert lines["plans-card-since"]["day"] == TODAY - DAY * (days - 1)
