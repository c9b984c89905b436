"""The drawing of a chart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.rendered import ShownBar, ShownChart
from bot.pictures import svg
from tests.pictures.charts import WEEK

DRAWN = Path(__file__).with_name("week.svg")
NAMESPACE = "{http://www.w3.org/2000/svg}"


def elements(chart: ShownChart, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg.draw(chart)).iter(NAMESPACE + tag))  # noqa: S314 - our own document


def bars(chart: ShownChart) -> list[ET.Element]:
    return [rect for rect in elements(chart, "rect") if rect.get("fill") == svg.BAR]


def test_a_week_is_drawn_as_it_always_was() -> None:
    assert svg.draw(WEEK) == DRAWN.read_text("utf-8").rstrip("\n")


def test_the_height_of_a_bar_is_its_value() -> None:
    monday, wednesday = (float(bar.get("height", 0)) for bar in bars(WEEK))
    assert monday == svg.BOTTOM - svg.TOP
    assert wednesday == pytest.approx(monday * 12.5 / 40)


def test_a_day_without_a_value_has_a_dash_and_no_bar() -> None:
    assert len(bars(WEEK)) == 2
    assert [text.text for text in elements(WEEK, "text")].count("–") == 1


def test_the_goal_is_a_line_at_its_height() -> None:
    (goal,) = (line for line in elements(WEEK, "line") if line.get("stroke") == svg.GOAL)
    assert float(goal.get("y1", 0)) == svg.BOTTOM - (svg.BOTTOM - svg.TOP) * 30 / 40
    assert len(elements(replace(WEEK, goal=None), "line")) == 1


def test_words_are_never_markup() -> None:
    chart = replace(WEEK, title='<svg onload="x">&')
    assert elements(chart, "text")[0].text == '<svg onload="x">&'


@given(st.lists(st.none() | st.floats(0, 1e9), min_size=1, max_size=31), st.none() | st.floats(0, 1e9))
def test_nothing_leaves_the_picture(values: list[float | None], goal: float | None) -> None:
    days = tuple(ShownBar(str(n), value, f"{value}") for n, value in enumerate(values))
    chart = ShownChart("Minutes", "", days, goal)
    for bar in bars(chart):
        left, top = float(bar.get("x", -1)), float(bar.get("y", -1))
        assert 0 <= left <= left + float(bar.get("width", 0)) <= svg.WIDTH
        assert 0 <= top <= top + float(bar.get("height", 0)) <= svg.HEIGHT
    assert all(0 <= float(line.get("y1", -1)) <= svg.HEIGHT for line in elements(chart, "line"))


@pytest.mark.parametrize(
    "title", ["A week", "A title as long as a label can be: eighty letters, so that it has to be smaller"]
)
def test_a_long_title_is_set_smaller(title: str) -> None:
    size = float(elements(replace(WEEK, title=title), "text")[0].get("font-size", 0))
    assert 0 < size * svg.CHARACTER_WIDTH * len(title) <= svg.RIGHT - svg.LEFT + 1
    assert (size == svg.TITLE_SIZE) == (title == "A week")
