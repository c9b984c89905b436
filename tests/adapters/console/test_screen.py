"""The chat in a real (pseudo) terminal."""

from __future__ import annotations

import re
import signal
import sqlite3
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pexpect
import pytest

from tests.program import PATIENCE, Program

READY = re.escape("\x1b[?2004h")  # the prompt asks for pasted text to be marked when it begins to listen


class Terminal:
    """A terminal of 80 columns with the program in it."""

    def __init__(self, program: Program, *arguments: str, term: str = "xterm-256color", **more: str) -> None:
        environment = {**program.environment, "TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1", **more}
        self.child = pexpect.spawn(
            program.python,
            list(arguments),
            cwd=str(program.folder),
            env=environment,  # type: ignore[arg-type]
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(40, 80),
        )
        self.child.delaybeforesend = None
        self.ready = READY if term != "dumb" else "> "

    def until(self, *texts: str) -> str:
        """Everything that is written until each of the texts has come, one after the other."""
        seen = ""
        for text in texts:
            self.child.expect(text)
            seen += str(self.child.before) + str(self.child.after)
        return seen

    def type(self, text: str) -> None:
        self.child.send(text)

    def left(self) -> tuple[int | None, float]:
        """Wait for the end: the exit code, and how many seconds it took."""
        asked = time.monotonic()
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, time.monotonic() - asked


Open = Callable[..., Terminal]


@pytest.fixture
def opened(program: Program) -> Iterator[Open]:
    """Opens terminals with the program in them, and closes them at the end."""
    terminals: list[Terminal] = []

    def open_(*arguments: str, **more: str) -> Terminal:
        terminals.append(Terminal(program, *(arguments or ("-m", "bot", "run")), **more))
        return terminals[-1]

    yield open_
    for terminal in terminals:
        terminal.child.close(force=True)


def test_a_number_presses_and_what_was_typed_comes_back(opened: Open) -> None:
    terminal = opened()
    terminal.until("13 or older", re.escape("\x1b[36m[1]\x1b[0m"), READY)
    terminal.type("1\r")
    terminal.until("What matters most", READY)
    terminal.type("my time\r")
    terminal.until("When your hand goes", READY)
    terminal.type("\x1b[A")
    terminal.until("my time")
    terminal.type("\x15/se\t")
    terminal.until("tings")  # only what differs from the line before is drawn
    assert not list(Path(terminal.child.cwd).rglob("*history*"))


@pytest.mark.parametrize("leave", ["\x04", "\x03"])
def test_leaving_is_one_key_also_in_the_middle_of_a_line(opened: Open, leave: str) -> None:
    terminal = opened()
    terminal.until(READY)
    terminal.type("half a line")
    terminal.until("half a line")
    terminal.type(leave)
    code, seconds = terminal.left()
    assert code == 0
    assert seconds < 3
    assert "Traceback" not in str(terminal.child.before)


def test_a_signal_leaves_the_terminal_as_it_was(opened: Open) -> None:
    terminal = opened()
    before = termios.tcgetattr(terminal.child.child_fd)
    terminal.until(READY)
    assert termios.tcgetattr(terminal.child.child_fd) != before
    terminal.child.kill(signal.SIGTERM)
    terminal.child.expect(pexpect.EOF)
    assert termios.tcgetattr(terminal.child.child_fd) == before
    assert terminal.left()[0] == 0


def test_a_key_in_the_middle_of_an_answer_is_not_lost(opened: Open) -> None:
    terminal = opened()
    terminal.until(READY)
    terminal.type("1\r")
    terminal.until("What matters most")
    terminal.type("\x04")
    assert terminal.left()[0] == 0


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"term": "dumb"}])
def test_no_colour_where_none_is_wanted(opened: Open, more: dict[str, str]) -> None:
    terminal = opened("-m", "bot", "chat", **more)
    text = terminal.until("13 or older", re.escape("[1]"), terminal.ready)
    assert "\x1b[36m" not in text
    assert ("\x1b[1m" in text) == ("term" not in more)
    terminal.type("1\r")
    terminal.until("What matters most")
    terminal.type("\x04")
    assert terminal.left()[0] == 0


def daytime() -> str:
    """A zone where it is the middle of the day, so that the coach may write."""
    zones = (
        "Pacific/Auckland",
        "Asia/Tokyo",
        "Asia/Karachi",
        "Europe/Madrid",
        "America/Bogota",
        "Pacific/Honolulu",
    )
    return next(zone for zone in zones if 9 <= datetime.now(ZoneInfo(zone)).hour < 18)


def now_due(program: Program) -> None:
    """Make the check-in that is planned for this evening due."""
    moment = f"{datetime.now(UTC) - timedelta(seconds=1):%Y-%m-%d %H:%M:%S.%f}"
    with closing(sqlite3.connect(program.data / "scrollwise.db", isolation_level=None)) as database:
        changed = database.execute(
            "UPDATE nudges SET due_at = ?, next_at = ? WHERE kind = 'checkin'", (moment,) * 2
        )
        assert changed.rowcount == 1


def test_a_reminder_leaves_the_line_that_is_being_typed(program: Program, opened: Open) -> None:
    zone = daytime()
    program.run("chat", given=f"1\n1\n1\n1\n{zone.partition('/')[2]}\n1\n1\n1\n1\nSkip\n")
    terminal = opened(SCROLLWISE_TICK_SECONDS="0.2")
    greeting = terminal.until(READY)
    assert "[3]" in greeting
    terminal.type("half a line")
    terminal.until("half a line")
    now_due(program)
    arrived = terminal.until(re.escape("\x1b[36m[4]"), "Kept", "half a line")
    assert "[1]" not in arrived
    terminal.type("\x154\r")
    terminal.until(re.escape("[a]"))
