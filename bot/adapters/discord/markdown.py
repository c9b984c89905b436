"""The texts' little markup as Discord's Markdown, in pieces that a message can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from bot.content.markup import TextSpan, spans

MOST = 2000  # characters of a message's content
A_RUN = 900  # characters that fit a message in any case, once they are escaped and styled
# The library's own escape_markdown leaves "<" alone (mentions, time stamps) and breaks indented lists.
# Addresses stay as they are: escaped, they would lead elsewhere. None holds a "<", which begins a mention.
_SPECIAL = re.compile(
    r"(?P<address>https?://[^\s<]+)|(?P<anywhere>[\\*_~`|<\[\]])"
    r"|^(?P<blank>[ \t]*)(?P<first>[>#+-])|^(?P<number>[ \t]*\d+)\.",
    re.MULTILINE,
)
_RUNS = re.compile(r"\S{1,900} ?|\s")
_COMMAND = re.compile(r"(?<![\w/:.\\-])/([a-z]+)\b")


def escape(text: str) -> str:
    """Words that look exactly as they were written, whatever they hold."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    if address := match["address"]:
        return address
    if special := match["anywhere"]:
        return f"\\{special}"
    if first := match["first"]:
        return f"{match['blank']}\\{first}"
    return f"{match['number']}\\."


def pieces(html: str, commands: Mapping[str, int] | None = None) -> list[str]:
    """A fragment as one or more contents of at most MOST characters, cut between paragraphs, lines or words.

    `commands`: name → id of the registered slash commands, which can be clicked then.
    """
    shown = [""]
    for paragraph in _paragraphs(html, commands or {}):
        for part in [paragraph] if len(paragraph) <= MOST else _fitting(paragraph.split("\n")):
            if len(shown[-1]) + 2 + len(part) <= MOST and part is paragraph:
                shown[-1] += f"\n\n{part}" if shown[-1] else part
            else:
                shown.append(part)
    return [piece for piece in shown if piece.strip()]


def _fitting(lines: Sequence[str]) -> Iterator[str]:
    """Lines, packed."""
    packed = ""
    for line in lines:
        if packed and len(packed) + 1 + len(line) > MOST:
            yield packed
            packed = ""
        packed += f"\n{line}" if packed else line
    yield packed


def _paragraphs(html: str, commands: Mapping[str, int]) -> list[str]:
    lines = [_line(line, commands) for line in _lines(html)]
    return re.split(r"\n{2,}", "\n".join(lines))


def _lines(html: str) -> Iterator[list[TextSpan]]:
    """The runs of each line; a line that is too long for a message counts as several."""
    line: list[TextSpan] = []
    for span in spans(html):
        first, *more = (replace(span, text=text) for text in span.text.split("\n"))
        line.append(first)
        for following in more:
            yield from _short(line)
            line = [following]
    yield from _short(line)


def _short(line: list[TextSpan]) -> Iterator[list[TextSpan]]:
    """A line in parts that a message can hold, cut after a blank wherever there is one."""
    if sum(len(span.text) + len(span.href) for span in line) <= A_RUN:
        yield line
        return
    part: list[TextSpan] = []
    size = 0
    for run in (replace(span, text=run) for span in line for run in _RUNS.findall(span.text)):
        if size + _size(run) > MOST:
            yield _joined(part)
            part, size = [], 0
        part.append(run)
        size += _size(run)
    yield _joined(part)


def _size(run: TextSpan) -> int:
    """At most so many characters once it is escaped and styled."""
    marks = len(run.href) + 12 if run.styles or run.href else 0
    return len(escape(run.text)) + run.text.count("/") * 40 + marks


def _joined(runs: Sequence[TextSpan]) -> list[TextSpan]:
    """Neighbours that look the same, as one run."""
    together = groupby(runs, key=lambda run: (run.styles, run.href))
    return [replace(first, text=first.text + "".join(r.text for r in rest)) for _, (first, *rest) in together]


def _line(line: Sequence[TextSpan], commands: Mapping[str, int]) -> str:
    return "".join(_styled(span, commands) for span in line)


def _styled(span: TextSpan, commands: Mapping[str, int]) -> str:
    """One run. Marks stand next to the words, never next to a blank: Discord would not read them."""
    words = span.text.strip()
    if not words:
        return span.text
    before, after = span.text.split(words, 1)
    shown = _clickable(escape(words), commands)
    if span.href:
        shown = f"[{shown}](<{span.href}>)"  # the angle brackets keep a preview away
    for style, mark in (("i", "*"), ("b", "**")):
        if style in span.styles:
            shown = f"{mark}{shown}{mark}"
    return f"{before}{shown}{after}"


def _clickable(text: str, commands: Mapping[str, int]) -> str:
    return _COMMAND.sub(lambda m: f"</{m[1]}:{commands[m[1]]}>" if m[1] in commands else m[0], text)
