"""A chart as SVG. All lengths are pixels of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET  # only to write: nothing is parsed here

from bot.content.rendered import ShownBar, ShownChart

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 32, 608, 96, 304  # of the area with the bars
TITLE_Y, DAY_Y = 48, 334  # baselines of the title and of the labels of days
FONT = "Inter"
TITLE_SIZE, LABEL_SIZE = 24.0, 16.0
CHARACTER_WIDTH = 0.6  # of a font's size, on the average; a guess on the safe side
BAR_SHARE = 0.6  # of the room of a day
MAX_BAR_WIDTH = 72.0
PAPER, INK, FAINT, BAR, GOAL = "#ffffff", "#1f2933", "#9aa5b1", "#2a9d8f", "#c2410c"


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places of values and days."""

    highest: float
    days: int

    @property
    def day_width(self) -> float:
        return (RIGHT - LEFT) / self.days

    def middle(self, index: int) -> float:
        """The x of the middle of a day."""
        return LEFT + (index + 0.5) * self.day_width

    def y(self, value: float) -> float:
        """The y of a value; 0 is at the bottom."""
        return BOTTOM - (BOTTOM - TOP) * value / self.highest


def draw(chart: ShownChart) -> str:
    """The chart as an SVG document of WIDTH × HEIGHT."""
    values = [chart.goal or 0.0, *(bar.value or 0.0 for bar in chart.bars)]
    scale = _Scale(max(values) or 1.0, len(chart.bars))
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "font-family": FONT,
        },
    )
    _add(root, "rect", width=WIDTH, height=HEIGHT, fill=PAPER)
    _text(root, chart.title, LEFT, TITLE_Y, TITLE_SIZE, RIGHT - LEFT, weight=600)
    _line(root, BOTTOM, FAINT)
    for index, bar in enumerate(chart.bars):
        _bar(root, bar, scale, scale.middle(index))
    if chart.goal is not None:
        _line(root, scale.y(chart.goal), GOAL, dashes="6 5")
    return ET.tostring(root, encoding="unicode")


def _bar(root: ET.Element, bar: ShownBar, scale: _Scale, middle: float) -> None:
    """A day: its label below the line, its bar and its value above. A day without a value has a dash."""
    _text(root, bar.label, middle, DAY_Y, LABEL_SIZE, scale.day_width, anchor="middle")
    if bar.value is None:
        _text(root, "–", middle, BOTTOM - 8, LABEL_SIZE, scale.day_width, anchor="middle", fill=FAINT)
        return
    width, top = min(scale.day_width * BAR_SHARE, MAX_BAR_WIDTH), scale.y(bar.value)
    _add(root, "rect", x=middle - width / 2, y=top, width=width, height=BOTTOM - top, fill=BAR)
    _text(root, bar.amount, middle, top - 8, LABEL_SIZE, scale.day_width, anchor="middle")


def _line(root: ET.Element, y: float, stroke: str, dashes: str = "none") -> None:
    _add(root, "line", x1=LEFT, x2=RIGHT, y1=y, y2=y, stroke=stroke, stroke_width=2, stroke_dasharray=dashes)


def _text(
    root: ET.Element,
    words: str,
    x: float,
    y: float,
    size: float,
    room: float,
    *,
    weight: int = 400,
    anchor: str = "start",
    fill: str = INK,
) -> None:
    """A line of text, set smaller where it would be wider than `room`."""
    fits = room / (CHARACTER_WIDTH * max(len(words), 1))
    element = _add(root, "text", x=x, y=y, font_size=min(size, fits), font_weight=weight, fill=fill)
    element.set("text-anchor", anchor)
    element.text = words


def _add(root: ET.Element, tag: str, **attributes: float | str) -> ET.Element:
    """A child with these attributes: numbers with at most two decimals, "_" for "-" in names."""
    shown = {
        name.replace("_", "-"): value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
        for name, value in attributes.items()
    }
    return ET.SubElement(root, tag, shown)
