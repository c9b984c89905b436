"""Exit codes, and how a command ends in a line."""

from __future__ import annotations

import sys

DONE, FAILED, WRONG_USE = 0, 1, 2


def complain(*lines: str, code: int = FAILED) -> int:
    """Print each line to stderr after the program's name; returns `code`."""
    for line in lines:
        print(f"scrollwise: {line}", file=sys.stderr)
    return code
