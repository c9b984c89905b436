"""The terminal's keyboard while nobody listens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def patient() -> Iterator[None]:
    """What is typed between two prompts is neither shown nor lost: the next prompt finds it. Without this
    a Ctrl-D in such a moment would close the input for good. Ctrl-C works as ever."""
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
