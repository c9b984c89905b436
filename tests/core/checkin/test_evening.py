"""An evening: few questions, another wording each day, a sentence at its end, and the line that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checkin import asking, checkin, closing, rhythm, sentence, view, wordings
from bot.core.conversation.flow import Answer
from bot.core.model.checkin import CheckinAnswer, CheckinEntry, DayRecord
from bot.core.model.effects import AddJournalEntry
from bot.core.model.inputs import ButtonPress, TypedText
from bot.core.model.journal import NOTE, OBSTACLE, JournalEntry
from bot.core.model.library import About, Library, StepKind, Track
from bot.core.model.messages import Text
from bot.core.model.plan import Enrolment, Phrase
from bot.core.model.reading import Meaning, Reading
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import TODAY, Chat, answered_before, facts_of, wording
from tests.core.making import make_facts, make_library, on, plan, step
from tests.core.planner import Planner

WITHIN = 21  # days in which nothing is said twice
DAY = timedelta(days=1)


def answered(days: list[int], asked: list[int]) -> Snapshot:
    """Somebody who answered so many days ago, and was asked about control on some of these days."""
    entries = [CheckinEntry(1, TODAY - DAY * n, CheckinAnswer.KEPT) for n in days]
    snapshot = make_facts(on("calm", 1), entries=entries)
    for n in asked:
        snapshot = snapshot.with_day(DayRecord(TODAY - DAY * n, 4))
    return snapshot


@pytest.mark.parametrize(
    ("days", "asked", "wanted"),
    [([], [], False), ([1], [], True), ([2], [2], False), ([3], [3], True), ([3, 6], [3, 6], False),
     ([4, 7], [4, 7], True), ([30], [], True)],
)  # fmt: skip
def test_control_is_asked_now_and_then(days: list[int], asked: list[int], wanted: bool) -> None:
    assert rhythm.asks_control(TODAY, answered(days, asked)) is wanted


@given(st.lists(st.booleans(), min_size=20, max_size=40))
def test_control_is_asked_twice_in_any_seven_days_at_most(answers: list[bool]) -> None:
    """Whoever answers each evening is asked twice a week; nobody more often."""
    snapshot, start, asked = make_facts(on("calm", 1)), TODAY - DAY * len(answers), []
    for n, answers_today in enumerate(answers):
        day = start + DAY * n
        if answers_today:
            if rhythm.wants_control(day, snapshot):
                asked.append(n)
                snapshot = snapshot.with_day(DayRecord(day, 3))
            snapshot = snapshot.with_entry(CheckinEntry(1, day, CheckinAnswer.KEPT))
    assert all(sum(first <= n < first + 7 for n in asked) <= 2 for first in range(len(answers)))
    if all(answers):
        assert len(asked) >= (len(answers) - 1) // 7 * 2


def test_an_obstacle_alone_is_no_answer_about_control() -> None:
    snapshot = answered([1], []).with_day(DayRecord(TODAY - DAY, None, "mood"))
    assert rhythm.asks_control(TODAY, snapshot)
    assert not rhythm.asks_control(
        TODAY, answered([1], []).with_day(DayRecord(TODAY - DAY))
    )  # it was skipped


def test_an_evening_takes_one_press_or_two() -> None:
    chat = Chat(facts_of())
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.kept")
    assert [reply.key for reply in chat.replies] == ["checkin-done"]
    chat = Chat(answered_before(facts_of()))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.kept")
    chat.press(f"checkin.control.{TODAY}.4")
    assert [reply.key for reply in chat.replies] == ["checkin-done"]


def test_an_evening_that_asks_about_control_asks_for_no_figure() -> None:
    snapshot = make_facts(on("minutes", 1, step=1))
    before = snapshot.with_entry(CheckinEntry(1, TODAY - DAY, CheckinAnswer.KEPT, 30.0, 1))
    for facts, asked in ((snapshot, "checkin-amount-minutes"), (before, "checkin-control")):
        assert [r.key for r in checkin.answered(f"{TODAY}.1.kept", facts).replies] == [asked]


@pytest.mark.parametrize("answer", CheckinAnswer)
def test_no_wording_comes_twice_within_three_weeks(answer: CheckinAnswer) -> None:
    asked, closed = set(), set()
    for n in range(WITHIN):
        snapshot = facts_of().replace(today=TODAY + DAY * n)
        enrolment = snapshot.enrolments[0]
        asked.add(view.question(enrolment, snapshot.today, snapshot).args["ask"].key)  # type: ignore[union-attr]
        done = snapshot.with_entry(CheckinEntry(1, snapshot.today, answer))
        closed.add(closing.close(snapshot.today, done).replies[-1].args["closing"].key)  # type: ignore[union-attr]
    assert (len(asked), len(closed)) == (WITHIN, WITHIN)


def test_a_step_that_waits_to_be_done_once_is_asked_about_in_other_words_each_day() -> None:
    once = replace(step("one"), kind=StepKind.ONCE)
    facts = make_facts(on("calm"), library=make_library(plan("calm", Track.TIME, once)))
    asked = {wordings.ask(facts.enrolments[0], TODAY + DAY * n, facts).key for n in range(WITHIN)}
    assert len(asked) == WITHIN


def ended(
    answers: dict[int, CheckinAnswer], *, today: date = TODAY, journal: tuple[JournalEntry, ...] = ()
) -> Text:
    """The sentence for somebody with these answers, by days ago."""
    entries = {(1, today - DAY * n): CheckinEntry(1, today - DAY * n, kept) for n, kept in answers.items()}
    cue, action = Phrase("dinner is over", own=True), Phrase("read a page", own=True)
    plan = on("calm", 1).replace(cue=cue, action=action)
    return sentence.ending(today, make_facts(plan).replace(today=today, entries=entries, journal=journal))


FACT_DAY = TODAY - DAY * (TODAY.toordinal() % sentence.EVERY)


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({0: "kept", 1: "kept", 4: "kept", 9: "kept"}, "checkin-fact-week-"),
        ({0: "kept", 1: "kept"}, "checkin-close-kept-"),
        ({0: "missed", 1: "kept", 2: "kept", 3: "kept"}, "checkin-fact-plan-"),
        ({0: "partly"}, "checkin-fact-plan-"),
        ({0: "skipped", 1: "kept", 2: "kept", 3: "kept"}, "checkin-close-free-"),
    ],
)
def test_facts_come_first(answers: dict[int, str], key: str) -> None:
    told = {n: CheckinAnswer(kept) for n, kept in answers.items()}
    text = ended(told, today=FACT_DAY)
    assert text.key.startswith(key)
    assert text.args.get("n", 3) == 3
    assert ended(told, today=FACT_DAY + DAY).key.startswith("checkin-close-")


@given(st.lists(st.sampled_from(CheckinAnswer), min_size=WITHIN, max_size=WITHIN), st.integers(0, 400))
def test_no_success_is_said_of_a_miss(answers: list[CheckinAnswer], start: int) -> None:
    """Nor does any sentence come twice within three weeks."""
    first, said = TODAY + DAY * start, []
    for n, today in enumerate(answers):
        told = {n - at: kept for at, kept in enumerate(answers[: n + 1])}
        text = ended(told, today=first + DAY * n)
        if today in (CheckinAnswer.MISSED, CheckinAnswer.PARTLY):
            assert text.key.startswith(("checkin-close-mixed-", "checkin-fact-plan-"))
        said.append(text.key)
    assert len(set(said)) == WITHIN


WORDS_DAY = FACT_DAY + DAY  # on it a line of late may be said back


def quoting(
    text: str, *, ago: int = 1, answer: str = "kept", today: date = WORDS_DAY, prompt: str = NOTE
) -> str:
    """The key of the sentence for somebody who wrote a line so many days ago."""
    lines = (JournalEntry(1, today - DAY * ago, prompt, text),)
    told = {0: CheckinAnswer(answer)}
    return ended(told, today=today, journal=lines).key


def test_own_words_of_late_come_back_on_a_day_that_was_kept() -> None:
    line = "read a page on the balcony"
    assert quoting(line).startswith("checkin-fact-words-")
    assert quoting(line, ago=3).startswith("checkin-fact-words-")
    others = [
        quoting(line, answer="missed"),
        quoting(line, ago=0),
        quoting(line, ago=4),
        quoting(line, today=WORDS_DAY + DAY),
        quoting(line, prompt=OBSTACLE),
        quoting("so so"),
        quoting("sat there with Anna for an hour"),
    ]
    assert [key for key in others if "words" in key] == []


def test_no_line_comes_back_twice() -> None:
    """The days on which lines are said back are as far apart as the lines are looked for."""
    written = JournalEntry(1, TODAY, NOTE, "read a page on the balcony")
    told = {0: CheckinAnswer.KEPT}
    after = (ended(told, today=TODAY + DAY * n, journal=(written,)).key for n in range(1, WITHIN))
    assert sum("words" in key for key in after) == 1


def test_the_journal_is_read_only_for_a_sentence_that_may_need_it() -> None:
    read = [
        checkin.FLOW.needs(ButtonPress("checkin.a"), None, facts_of().replace(today=TODAY + DAY * n)).journal
        for n in range(3)
    ]
    assert sorted(query is not None for query in read) == [False, False, True]


def test_there_are_enough_wordings() -> None:
    assert wordings.WORDINGS[wordings.DAY] >= 60
    assert sum(sentence.PLAIN.values()) >= 80


# --- the line on the day ------------------------------------------------------------------------------


def after_a_checkin() -> Chat:
    chat = Chat(facts_of())
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.partly")
    return chat


def lines(chat: Chat) -> list[tuple[date, str]]:
    return [(e.day, e.text) for e in chat.effects if isinstance(e, AddJournalEntry)]


@pytest.mark.parametrize(("minutes", "kept"), [(0, True), (119, True), (121, False)])
def test_what_is_typed_within_two_hours_is_the_days_line(minutes: int, kept: bool) -> None:
    chat = after_a_checkin()
    chat.snapshot = replace(chat.snapshot, now=chat.snapshot.now + timedelta(minutes=minutes))
    chat.type("the kitchen had my phone all evening")
    assert lines(chat) == ([(TODAY, "the kitchen had my phone all evening")] if kept else [])


@pytest.mark.parametrize("words", ["do you think it works at all, honestly?", "👍", "7", "thanks"])
def test_questions_signs_and_thanks_are_no_lines(words: str) -> None:
    chat = after_a_checkin()
    chat.type(words)
    assert lines(chat) == []


def test_a_line_that_an_earlier_release_asked_for_is_kept() -> None:
    done = facts_of().with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT))
    turn = asking.ask_note(Answer("a quiet evening with a book"), {"day": TODAY.isoformat()}, done)
    assert turn.effects == (AddJournalEntry(TODAY, NOTE, "a quiet evening with a book"),)
    assert [reply.key for reply in turn.replies] == ["checkin-note-kept", "checkin-done"]


def test_a_correction_leaves_the_time_for_a_line() -> None:
    chat = after_a_checkin()
    chat.press(f"checkin.f.{TODAY}")
    chat.press(f"checkin.f.{TODAY}.1")
    chat.press(f"checkin.a.{TODAY}.1.kept")
    chat.type("it was better than I thought at first")
    assert lines(chat) == [(TODAY, "it was better than I thought at first")]


def test_what_a_line_tells_of_oneself_is_answered_and_kept() -> None:
    chat = after_a_checkin()
    chat.do(TypedText("so lonely this evening", reading=Reading(Meaning.FEELING, is_sure=True)))
    assert lines(chat) == [(TODAY, "so lonely this evening")]
    assert chat.replies[0].key.startswith("topic-feeling")
    assert chat.replies[-1].key == "checkin-note-kept"


def test_words_that_may_ask_for_something_are_asked_about() -> None:
    chat = after_a_checkin()
    chat.do(TypedText("all that was wrong, away with it", reading=Reading(Meaning.UNDO, is_sure=False)))
    assert (lines(chat), chat.replies[0].key) == ([], "heard-ask")


@pytest.mark.parametrize(
    ("last", "figures"), [(None, []), (45, [35, 45, 55]), (90, [70, 90, 110]), (4, [0, 4, 14])]
)
def test_figures_to_press_are_near_the_last_one(last: int | None, figures: list[int]) -> None:
    minutes = on("minutes", step=1)
    entry = CheckinEntry(1, TODAY - DAY, CheckinAnswer.KEPT, last, 1)
    chat = Planner(make_facts(minutes, entries=[entry], days=[DayRecord(TODAY - DAY, 4)]))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.kept")
    pressed = f"checkin.amount.{TODAY}.1."
    assert chat.tokens == [*(f"{pressed}{n}" for n in figures), f"{pressed}skip"]
    if figures:
        chat.press(f"{pressed}{figures[0]}")
        assert chat.snapshot.entries[1, TODAY].amount == figures[0]


@pytest.mark.parametrize(
    ("kind", "about", "labels"),
    [
        (StepKind.DAILY, About.DAY, ["Kept", "Partly", "Not today", "Doesn't apply", "Later"]),
        (StepKind.DAILY, About.NIGHT, ["Kept", "Partly", "Not last night", "Doesn't apply", "Later"]),
        (StepKind.ONCE, About.DAY, ["Done", "Begun", "Not yet", "Doesn't apply", "Later"]),
        (StepKind.EVENT, About.DAY, ["Kept", "Partly", "It came, I didn't", "It didn't come up", "Later"]),
        (StepKind.WEEKLY, About.DAY, ["Kept", "Partly", "Not this week", "Doesn't apply", "Later"]),
    ],
)
def test_each_kind_of_step_has_its_question_and_answers(
    kind: StepKind, about: About, labels: list[str]
) -> None:
    here, library = on_kind(kind, about)
    chat = Planner(make_facts(here, library=library))
    chat.slash("checkin")
    assert labels_of(chat) == labels
    manner = {StepKind.DAILY: "night-" if about is About.NIGHT else ""}.get(
        kind, f"{wordings.BY_KIND.get(kind, '')}-"
    )
    assert chat.replies[0].args["ask"].key.startswith(f"checkin-ask-{manner}")  # type: ignore[union-attr]


def labels_of(chat: Chat) -> list[str]:
    return [wording().plain(b.label, "en") for reply in chat.replies for b in reply.buttons]


def on_kind(kind: StepKind, about: About = About.DAY) -> tuple[Enrolment, Library]:
    """A person on a step of that kind for some days."""
    steps = (step("tiny"), replace(step("small"), kind=kind, about=about), step("full"))
    here = on("calm", step=1, step_since=TODAY - DAY * 5)
    return here, make_library(plan("calm", Track.TIME, *steps, start=1))


def test_what_was_done_once_is_asked_about_as_such_a_week_later() -> None:
    here, library = on_kind(StepKind.ONCE)
    done = CheckinEntry(1, TODAY - DAY * 7, CheckinAnswer.KEPT, None, 1)
    here = here.replace(step_since=TODAY - DAY * 9)
    chat = Planner(make_facts(here, entries=[done], library=library))
    chat.slash("checkin")
    assert labels_of(chat) == ["Still so", "Partly", "Not any more", "Doesn't apply", "Later"]


def test_a_first_night_is_tried_before_it_is_asked_about() -> None:
    here, library = on_kind(StepKind.DAILY, About.NIGHT)
    here = here.replace(step_since=TODAY, started_on=TODAY)
    chat = Planner(make_facts(here, library=library))
    assert "Try it tonight: I ask on Tuesday, 24 November at" in chat.slash("checkin")


def test_an_easier_step_takes_the_place_of_the_question_after_three_misses() -> None:
    missed = [CheckinEntry(1, TODAY - DAY * n, CheckinAnswer.MISSED, None, 1) for n in (1, 2)]
    chat = Planner(make_facts(on("calm", step=1), entries=missed, days=[DayRecord(TODAY - DAY, 3)]))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.missed")
    assert [reply.key for reply in chat.replies] == ["checkin-done", "grow-offer-easier"]


def test_a_step_of_some_times_a_week_asks_for_no_reason_of_a_day_without_it() -> None:
    here, library = on_kind(StepKind.TIMES)
    library = make_library(
        *(
            replace(
                one, steps=tuple(replace(s, times=3) if s.kind is StepKind.TIMES else s for s in one.steps)
            )
            for one in library.plans.values()
        )
    )
    chat = Planner(make_facts(here, library=library))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.missed")
    assert [reply.key for reply in chat.replies] == ["checkin-done"]
