"""Answers of a persona: by the roles of tokens, with a guess where the kind of the question is unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.content.rendered import Message, ShownButton
from bot.core.conversation.flow import Frame
from bot.core.model.inputs import ButtonPress, TypedText
from bot.core.model.messages import ButtonStyle
from bot.rehearsal.buttons import asks_back
from bot.rehearsal.driver import Choice, Driver
from tests.rehearsal.people import GONE, TALKER


def asked(*tokens: str, waits: bool = True, numeric: bool = False, suggested: str = "") -> Message:
    styles = {suggested: ButtonStyle.SUGGESTED}
    buttons = tuple(ShownButton(t, t, styles.get(t, ButtonStyle.NEUTRAL)) for t in tokens)
    return Message("?", buttons, waits=waits, numeric=numeric)


def frame(name: str, **data: object) -> Frame:
    flow, step = name.split(".")
    return Frame(flow, step, data, date(2026, 9, 7))


def pressed(token: str, *, guessed: bool = False, answers_day: bool = False) -> Choice:
    return Choice(ButtonPress(token), guessed, answers_day)


DAY = tuple(f"any.new.name.2026-09-07.1.{kept}" for kept in ("kept", "partly", "missed", "skipped"))


def test_a_day_is_answered_whatever_the_flow_is_called() -> None:
    assert Driver(GONE, "en").choose(asked(*DAY, waits=False), None, 0) == pressed(DAY[2], answers_day=True)
    typist = replace(GONE, typed=100)
    assert Driver(typist, "en").choose(asked(*DAY), None, 0) == Choice(TypedText("no"), answers_day=True)


def test_a_line_that_was_not_understood_is_followed_by_a_press_and_then_by_nothing() -> None:
    driver = Driver(replace(GONE, typed=100), "en")
    choices = [driver.choose(asked(*DAY), None, 0) for _ in range(3)]
    assert choices == [Choice(TypedText("no"), answers_day=True), pressed(DAY[2], answers_day=True), None]
    driver.begins_sitting()
    assert driver.choose(asked(*DAY), None, 0) is not None


def test_a_line_that_is_asked_back_is_confirmed_and_not_typed_again() -> None:
    driver = Driver(replace(GONE, typed=100), "en")
    assert driver.choose(asked(*DAY), None, 0) == Choice(TypedText("no"), answers_day=True)
    back = asked(DAY[2], "topics.none", waits=False)
    assert driver.choose(back, None, 0) == pressed(DAY[2], answers_day=True)
    elsewhere = asked("topics.about.child", "topics.none", waits=False)
    assert driver.choose(elsewhere, None, 0) == pressed("topics.none")
    driver.begins_sitting()
    assert driver.choose(elsewhere, None, 0) == pressed("topics.about.child")


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (("a.track.feed", "a.track.post", "a.track.time"), "a.track.time"),
        (("x.plan.own", "x.plan.ten-minutes-less"), "x.plan.ten-minutes-less"),
        (("week.off", "week.keep", "week.less"), "week.keep"),
        (("grow.further.1.2", "grow.keep.1.2"), "grow.further.1.2"),
        (("grow.further.1.2.w", "grow.keep.1.2.w"), "grow.keep.1.2.w"),
        (("x.zone.Asia/Tokyo", "x.zone.Europe/Ljubljana"), "x.zone.Europe/Ljubljana"),
        (("x.time.08:00", "x.time.18:00", "x.time.20:00"), "x.time.20:00"),
        (("x.hello.young", "x.hello.ok"), "x.hello.ok"),
        (("care.yes", "care.friend", "care.no"), "care.no"),
    ],
)
def test_a_button_that_fits_the_person_is_pressed(tokens: tuple[str, ...], expected: str) -> None:
    assert Driver(TALKER, "en").choose(asked(*tokens), None, 0) == pressed(expected)


def test_an_obstacle_called_time_is_not_the_track_time() -> None:
    tokens = ("x.obstacle.forgot", "x.obstacle.time", "x.obstacle.skip")
    assert Driver(TALKER, "en").choose(asked(*tokens), None, 0) == pressed("x.obstacle.skip")


def test_only_a_line_that_is_asked_back_has_the_way_out() -> None:
    assert asks_back(asked("checkin.a.kept", "topics.none").buttons)
    assert not asks_back(asked("topics.about.child", "x.none").buttons)


def test_control_is_a_row_of_five_and_three_numbers_are_not() -> None:
    five = Driver(GONE, "en").choose(asked(*(f"x.c.{n}" for n in range(1, 6))), None, 0)
    assert five in (pressed("x.c.1"), pressed("x.c.2"))
    three = Driver(GONE, "en").choose(asked("x.c.1", "x.c.2", "x.c.3"), frame("x.c"), 0)
    assert three == pressed("x.c.1", guessed=True)


def test_figures_are_minutes_or_counts() -> None:
    minutes = figure(frame("x.amount"))
    counts = figure(frame("x.amount", counts=True))
    assert 50 <= minutes <= 90
    assert 1 <= counts <= 3


def figure(waiting: Frame) -> int:
    choice = Driver(TALKER, "en").choose(asked(numeric=True), waiting, 0)
    assert choice
    assert isinstance(choice.said, TypedText)
    return int(choice.said.text)


@pytest.mark.parametrize(
    ("step", "line"),
    [("start.why", "I want my evenings back for reading"), ("reflect.answer", "after dinner, mostly")],
)
def test_an_open_question_is_answered_in_their_voice(step: str, line: str) -> None:
    writer = replace(TALKER, writes=100)
    assert Driver(writer, "en").choose(asked("x.why.skip"), frame(step), 0) == Choice(TypedText(line))


def test_who_does_not_write_skips() -> None:
    assert Driver(GONE, "en").choose(asked("x.reflect.skip"), frame("x.reflect"), 0) == pressed(
        "x.reflect.skip"
    )
    assert Driver(GONE, "en").choose(asked("x.other.now"), frame("x.reflect"), 0) is None


def test_who_likes_to_writes_a_line_below_the_end_of_a_check_in() -> None:
    writer, end = replace(TALKER, writes=100), asked("checkin.f.2026-09-07", waits=False)
    choice = Driver(writer, "en").choose(end, None, 0)
    assert choice == Choice(TypedText(TALKER.voice["en"]["note"][0]))
    assert Driver(replace(TALKER, writes=0), "en").choose(end, None, 0) is None


def test_an_unknown_question_gets_a_guess_that_leads_on() -> None:
    choose = Driver(TALKER, "en").choose
    tokens = ("x.erase", "x.stop.1", "x.first", "x.second")
    assert choose(asked(*tokens), frame("x.y"), 0) == pressed("x.first", guessed=True)
    assert choose(asked("y.one", "y.two", suggested="y.two"), frame("x.y"), 0) == pressed(
        "y.two", guessed=True
    )
    assert choose(asked(), frame("x.q"), 0) == Choice(TypedText("go on"), guessed=True)
    assert choose(asked("z.stop"), frame("x.y"), 0) is None


def test_doors_below_an_answer_are_left_alone() -> None:
    assert Driver(TALKER, "en").choose(asked("today.open", "help.show", waits=False), None, 0) is None
