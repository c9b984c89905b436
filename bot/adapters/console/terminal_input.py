"""Input of the terminal while no prompt reads it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_for_the_next_prompt() -> Iterator[None]:
    """Keep what is typed during the block for the next prompt, without echoing it. Otherwise a Ctrl-D at such
    a moment would close the input for good. Ctrl-C still interrupts."""
    try:
        import termios
    except ImportError:  # not POSIX
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    changed = termios.tcgetattr(sys.stdin)
    changed[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(sys.stdin, termios.TCSANOW, changed)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
