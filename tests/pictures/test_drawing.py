"""Charts on their way out: a PNG file, from memory the second time, and words where drawing fails."""

from __future__ import annotations

import asyncio
import struct
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
import structlog

from bot.content.rendered import DrawnPicture, Message
from bot.pictures import drawing, png, svg
from bot.pictures.drawing import Painter
from tests.pictures import renderers
from tests.pictures.charts import WEEK

ROOT = Path(__file__).parents[2]
MESSAGE = Message("Your <b>week</b>", language="en", picture=WEEK)
IN_WORDS = f"Your <b>week</b>\n\n{WEEK.alt}"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """All that is logged, as it would be read."""
    stream = StringIO()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(stream))
    yield stream
    structlog.reset_defaults()


def size(picture: bytes) -> tuple[int, int]:
    """Width and height, out of the first chunk of a PNG file."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture[12:16] == b"IHDR"
    return struct.unpack(">II", picture[16:24])  # type: ignore[return-value]


def test_a_picture_is_a_png_file_of_the_size_of_the_drawing() -> None:
    assert size(png.render(svg.draw(WEEK))) == (svg.WIDTH, svg.HEIGHT)


def test_letters_are_drawn() -> None:
    """Without its font the renderer would leave them out."""
    nameless = svg.draw(WEEK).replace("Minutes a day", "")
    assert png.render(nameless) != png.render(svg.draw(WEEK))


def test_a_damaged_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="root node"):
        png.render("<svg")


async def test_a_message_without_a_chart_stays_as_it_is() -> None:
    plain = Message("Hello")
    assert await Painter().drawn(plain) is plain


async def test_a_chart_becomes_a_picture_with_its_alt_text() -> None:
    drawn = await Painter().drawn(MESSAGE)
    assert isinstance(drawn.picture, DrawnPicture)
    assert (drawn.html, drawn.picture.alt, size(drawn.picture.png)) == (MESSAGE.html, WEEK.alt, (640, 360))


async def test_drawing_does_not_stop_the_event_loop() -> None:
    painter, pauses, last = Painter(renderers.dawdle), [], time.monotonic()
    task = asyncio.create_task(painter.drawn(MESSAGE))
    while not task.done():
        await asyncio.sleep(0.01)
        pauses.append(time.monotonic() - last)
        last = time.monotonic()
    assert (await task).picture == DrawnPicture(b"drawn", WEEK.alt)
    assert max(pauses) < renderers.SLOW_SECONDS


async def test_the_same_chart_is_drawn_once_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MAX_CACHED_PICTURES", 1)
    painter = Painter(renderers.number)
    other = replace(MESSAGE, picture=replace(WEEK, goal=20.0))
    shown = [(await painter.drawn(message)).picture for message in (MESSAGE, MESSAGE, other, MESSAGE)]
    assert shown == [DrawnPicture(number, WEEK.alt) for number in (b"1", b"1", b"2", b"3")]


async def test_a_chart_that_cannot_be_drawn_becomes_words(log: StringIO) -> None:
    shown = await Painter(renderers.refuse).drawn(MESSAGE)
    assert (shown.html, shown.picture) == (IN_WORDS, None)
    assert "ValueError" in log.getvalue()
    assert WEEK.title not in log.getvalue()


async def test_a_drawing_that_takes_too_long_becomes_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MAX_SECONDS", 0.1)
    assert (await Painter(renderers.dawdle).drawn(MESSAGE)).html == IN_WORDS


async def test_the_next_picture_is_drawn_after_the_process_died() -> None:
    painter = Painter(renderers.die_of_a_goal)
    assert (await painter.drawn(MESSAGE)).html == IN_WORDS
    without = replace(MESSAGE, picture=replace(WEEK, goal=None))
    assert (await painter.drawn(without)).picture == DrawnPicture(b"drawn", WEEK.alt)


async def test_the_process_ends_with_a_bot_that_is_killed() -> None:
    """The standard output is open as long as one of the bot's processes lives."""
    draws = "import asyncio, time; from tests.pictures import test_drawing as t; "
    draws += "print(len(asyncio.run(t.Painter().drawn(t.MESSAGE)).picture.png), flush=True); time.sleep(60)"
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", draws, cwd=ROOT, stdout=PIPE)
    assert bot.stdout
    assert int(await bot.stdout.readline()) > 1000
    bot.kill()
    async with asyncio.timeout(20):
        assert await bot.stdout.read() == b""
        await bot.wait()
