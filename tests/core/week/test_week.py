import doctest
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.coach import ENGINE
from bot.core.model.checkin import DayRecord
from bot.core.model.effects import RecordDecision
from bot.core.model.inputs import SlashCommand
from bot.core.model.journal import NOTE, OBSTACLE, JournalEntry, JournalQuery
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.plan import OwnPlan, PlanState, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.week import week
from tests.core.helpers import facts_of, wording
from tests.core.making import TODAY, days, make_facts, on, own
from tests.core.planner import Planner
from tests.world import library

DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY


def felt(*controls: int) -> list[DayRecord]:
    return [
        DayRecord(YESTERDAY - DAY * n, c, "time" if n < 2 else "") for n, c in enumerate(reversed(controls))
    ]


def sent(number: int) -> list[SentNudge]:
    return [
        SentNudge(NudgeKind.CHECKIN, TODAY - DAY * (n + 1), datetime(2026, 11, 20, 20, tzinfo=UTC))
        for n in range(number)
    ]


def lines(chat: Planner) -> list[str]:
    return chat.slash("week").splitlines()


def test_its_examples_hold() -> None:
    assert doctest.testmod(week).failed == 0


def test_it_reads_the_journal() -> None:
    assert ENGINE.needs(SlashCommand("week"), (), facts_of()).journal == JournalQuery(recent=True)


def test_a_full_week_of_one_plan() -> None:
    entries = [*days("kkk", until=TODAY - DAY * 8, amount=90),
               *days("kkpmskk", until=YESTERDAY, step=1, amount=61.4)]  # fmt: skip
    words = "I went   out\nand met friends, and we " + "talked and " * 20
    chat = Planner(make_facts(
        on("minutes", step=1), entries=entries, days=felt(2, 3, 2, 3, 2, 3, 2, 4, 4, 4, 3, 2, 4, 5),
        journal=[JournalEntry(1, TODAY - DAY * 3, "walk", words)], sent=sent(6),
    ))  # fmt: skip
    assert lines(chat) == [
        "Your last seven days, up to yesterday",
        "minutes name: kept 4 of 6, partly 1",
        "About 61 min a day (before: 90)",
        "You wrote on Friday, 20 November: “I went out and met friends, and we talked and talked and…”",
        "And the next week?",
    ]
    assert chat.tokens == ["grow.keep.1.1.w", "grow.further.1.1.w", "grow.easier.1.1.w", "week.other"]


def test_one_pattern_is_shown_the_first_that_is_there() -> None:
    felt_so = felt(2, 3, 2, 3, 2, 3, 2, 4, 4, 4, 3, 2, 4, 5)
    week_of = days("kkpmskk", until=YESTERDAY)
    assert "Best day: Sunday, 22 November" in lines(
        Planner(make_facts(on("calm"), entries=week_of, days=felt_so))
    )
    alike = days("ppppppp", until=YESTERDAY)
    shown = lines(Planner(make_facts(on("calm"), entries=alike, days=felt(*[3] * 14))))
    assert [line for line in shown if "In the way" in line or "Best" in line] == ["In the way: no time"]
    calm = [replace(day, obstacle="") for day in felt(*[3] * 14)]
    assert "In control: 3 of 5 (before: 3)" in lines(
        Planner(make_facts(on("calm"), entries=alike, days=calm))
    )


def test_a_move_that_there_is_not_is_not_offered() -> None:
    chat = Planner(make_facts(on("calm", step=2), entries=days("kkkkk", until=YESTERDAY, step=2)))
    chat.slash("week")
    assert chat.tokens == ["grow.keep.1.2.w", "grow.easier.1.2.w", "week.other"]


@pytest.mark.parametrize(
    ("said", "further"),
    [("mmm", False), ("kmmm", False), ("mkm", False), ("kkm", True), ("ppp", True), ("mm", True), ("", True)],
)
def test_a_bit_further_is_offered_after_a_week_that_held(said: str, further: bool) -> None:
    chat = Planner(make_facts(on("calm", step=1), entries=days(said, until=YESTERDAY)))
    chat.slash("week")
    assert ("grow.further.1.1.w" in chat.tokens) is further
    assert {"grow.keep.1.1.w", "grow.easier.1.1.w"} <= set(chat.tokens)


def test_a_week_without_an_answer_says_so_and_compares_nothing() -> None:
    before = [DayRecord(TODAY - DAY * 9, 5)]
    chat = Planner(make_facts(on("calm"), entries=days("kkk", until=TODAY - DAY * 8), days=before))
    assert lines(chat) == [
        "Your last seven days, up to yesterday",
        "No day was answered, so there is nothing to say about this week. That is fine.",
        "And the next week?",
    ]


def test_a_plan_of_one_day_a_week_is_told_by_that_day() -> None:
    monday = own(weekdays=(0,))
    chat = Planner(make_facts(monday, entries=days("k", until=TODAY - DAY * 7)))
    assert lines(chat)[1] == "Tea first: kept on Monday, 16 November"


def test_one_answered_day_is_little_and_is_not_compared() -> None:
    entries = [*days("k", until=YESTERDAY, amount=40), *days("kkk", until=TODAY - DAY * 8, amount=90)]
    chat = Planner(
        make_facts(
            on("minutes"), entries=entries, days=[DayRecord(YESTERDAY, 4), DayRecord(TODAY - DAY * 9, 2)]
        )
    )
    shown = lines(chat)
    assert shown[1].startswith("One day was answered: too little")
    assert "minutes name: kept 1 of 1" in shown
    assert "About 40 min a day" in shown
    assert not any("before" in line or "Best" in line for line in shown)


def test_plans_without_answers_and_plans_that_did_not_apply() -> None:
    entries = [*days("kk", 1, until=YESTERDAY), *days("ss", 2, until=YESTERDAY)]
    shown = lines(Planner(make_facts(on("calm", 1), on("calls", 2), own(3), entries=entries)))
    assert shown[1:4] == ["calm name: kept 2 of 2", "calls name: didn't apply", "Tea first: no answers"]


def test_own_words_are_shown_as_they_are() -> None:
    journal = [
        JournalEntry(2, YESTERDAY, NOTE, "less <b>noise</b>, more tea"),
        JournalEntry(1, YESTERDAY, OBSTACLE, "the <i>train</i>"),
    ]
    shown = Planner(make_facts(journal=journal)).slash("week")
    assert "“less <b>noise</b>, more tea”" in shown
    assert "In the way: “the <i>train</i>”" in shown


@pytest.mark.parametrize("text", ["x" * 100_000, "many words " * 9000, "\u202etxet " * 500, "😀" * 3000])
def test_a_quote_is_the_beginning_only(text: str) -> None:
    chat = Planner(make_facts(journal=[JournalEntry(1, YESTERDAY, NOTE, "so it was " + text)]))
    assert len(chat.slash("week")) < 500


# --- the choice ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("token", "choice", "step"),
    [
        ("grow.keep.1.1.w", "keep", 1),
        ("grow.further.1.1.w", "further", 2),
        ("grow.easier.1.1.w", "easier", 0),
    ],
)
def test_one_plan_one_press(token: str, choice: str, step: int) -> None:
    chat = Planner(make_facts(on("calm", step=1)))
    chat.slash("week")
    chat.press(token)
    assert chat.plan().step == step
    assert RecordDecision(1, TODAY, StepChoice(choice)) in chat.effects
    assert not any(r.edits for r in chat.replies)


def test_with_several_plans_a_second_press_says_which() -> None:
    chat = Planner(make_facts(on("calm", 1, step=1), own(2), on("calls", 3, state=PlanState.PAUSED)))
    chat.slash("week")
    assert chat.tokens == ["week.keep", "week.choose.further", "week.choose.easier", "week.other"]
    assert chat.press("week.choose.further") == "Which plan?"
    assert chat.tokens == ["grow.further.1.1", "grow.further.2.0"]
    chat.press("grow.further.1.1")
    assert chat.plan().step == 2


def test_keeping_all_is_a_decision_for_each_and_twice_is_once() -> None:
    chat = Planner(make_facts(on("calm", 1), own(2)))
    chat.slash("week")
    assert chat.press("week.keep") == "Then all stays as it is."
    assert chat.effects == (
        RecordDecision(1, TODAY, StepChoice.KEEP),
        RecordDecision(2, TODAY, StepChoice.KEEP),
    )
    chat.forge("week.keep")
    assert chat.effects == ()


def test_something_else_leads_to_the_plans() -> None:
    chat = Planner(make_facts(on("calm")))
    chat.slash("week")
    assert chat.press("week.other").startswith("Your plans")
    assert not chat.replies[0].edits


def test_without_a_plan_the_only_way_is_to_plans() -> None:
    chat = Planner(make_facts(on("calm", state=PlanState.PAUSED, paused_until=TODAY + DAY)))
    assert "And the next week?" not in chat.slash("week")
    assert chat.tokens == ["week.other"]


@pytest.mark.parametrize(
    "token", ["week.choose.", "week.choose.keep", "week.choose.x", "week.show.9", "week.other.x"]
)
def test_forged_tokens_change_nothing(token: str) -> None:
    chat = Planner(make_facts(on("calm", 1), own(2)))
    chat.forge(token)
    assert (chat.effects, chat.waiting) == ((), "")
    assert chat.replies


# --- how long it gets ---------------------------------------------------------------------------------


def real(*enrolments: object, **more: object) -> Snapshot:
    """Facts over the frozen catalogue."""
    return replace(make_facts(*enrolments, **more), library=library())  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_fullest_week_stays_under_ninety_words(language: str) -> None:
    """Three plans, and everything there is to tell."""
    mine = own(3, words=OwnPlan("Tea first", "make tea before the phone", (0, 1)))
    entries = [e for n in (1, 2, 3) for e in days("kkpmkkkkkkpmkk", n, until=YESTERDAY, amount=80)]
    snapshot = real(
        on("ten-minutes-less", 1), on("phone-leaves-bed", 2), mine, entries=entries, sent=sent(9),
        days=felt(*(1, 2, 3, 4, 5, 4, 3) * 2),
        journal=[JournalEntry(1, TODAY - DAY * 3, "walk", "when I left the phone at home " * 9)],
    )  # fmt: skip
    shown = wording().plain(week.weekly(snapshot).replies[0].text, language)
    assert len(shown.split()) <= 90, shown


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_ordinary_week_takes_sixty_words(language: str) -> None:
    snapshot = real(
        on("phone-leaves-bed"), entries=days("kkpmkkk", until=YESTERDAY), days=felt(3, 4, 2, 3, 4, 4, 5),
        journal=[JournalEntry(1, YESTERDAY, NOTE, "slept well without it, and read")], sent=sent(7),
    )  # fmt: skip
    shown = wording().plain(week.weekly(snapshot).replies[0].text, language)
    assert len(shown.split()) <= 60, shown
