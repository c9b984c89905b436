"""The chat through a pipe: a line in, its answer out, one block a message, until there are no more lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, TextIO

from bot.adapters.console.adapter import Console
from bot.adapters.console.render import Look, write

LONGEST_LINE = 1_000_000  # bytes of a line that are looked at; the rest of it is passed over
PLAIN = Look()


async def talk(console: Console, source: BinaryIO, out: TextIO) -> int:
    """The whole chat. Returns the exit code: 1 if an answer could not be given, else 0.

    Reading waits for the next line with everything else: there is nothing else, the coach writes nothing of
    its own accord here.
    """
    write(out, await console.start(), PLAIN)
    for line in _lines(source):
        write(out, await console.hear(line), PLAIN)
    return int(console.failed)


def _lines(source: BinaryIO) -> Iterator[str]:
    start = b"\xef\xbb\xbf"  # some editors begin a text with this
    while raw := source.readline(LONGEST_LINE):
        rest = raw
        while not rest.endswith(b"\n") and (rest := source.readline(LONGEST_LINE)):
            pass
        yield raw.removeprefix(start).decode("utf-8", "replace").rstrip("\r\n")
        start = b""
