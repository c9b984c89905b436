"""The chat through a pipe: each line is answered in turn, until the input ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, TextIO

from bot.adapters.console.adapter import Console
from bot.adapters.console.render import Terminal, write

MAX_LINE_BYTES = 1_000_000  # the rest of a longer line is skipped
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # some editors begin a file with it


async def talk(console: Console, source: BinaryIO, out: TextIO) -> int:
    """Run the whole chat. Returns the exit code: 1 if an answer could not be given, else 0.

    Reading a line blocks the event loop: nothing else runs, since no nudges are sent through a pipe.
    """
    write(out, await console.start(), Terminal())
    for line in _lines(source):
        write(out, await console.answer(line), Terminal())
    return int(console.failed)


def _lines(source: BinaryIO) -> Iterator[str]:
    start = BYTE_ORDER_MARK
    while raw := source.readline(MAX_LINE_BYTES):
        rest = raw
        while not rest.endswith(b"\n") and (rest := source.readline(MAX_LINE_BYTES)):
            pass
        yield raw.removeprefix(start).decode("utf-8", "replace").rstrip("\r\n")
        start = b""
