"""Fragments of HTML as Discord's Markdown, in pieces that a message can hold.

The length of Markdown depends on the styles and on what is escaped, so it is cut after rendering, by whole
paragraphs where possible; the kit cuts plain text before it is styled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from bot.content.markup import TextSpan, spans

MAX_CONTENT_LENGTH = 2000  # characters of a message
SAFE_LINE_LENGTH = 900  # characters that fit a message however much escaping and styling adds
MAX_COMMAND_MENTION_LENGTH = 40  # added by a clickable command
STYLE_MARKS_LENGTH = 12  # added by bold, italic and a link's brackets
# The library's escape_markdown does not escape "<" (mentions, time stamps) and breaks indented lists. URLs
# stay unescaped, since escaping would change them; none holds a "<", which begins a mention.
_SPECIAL = re.compile(
    r"(?P<url>https?://[^\s<]+)|(?P<special>[\\*_~`|<\[\]])"
    r"|^(?P<blank>[ \t]*)(?P<first>[>#+-])|^(?P<number>[ \t]*\d+)\.",
    re.MULTILINE,
)
_RUNS = re.compile(r"\S{1,900} ?|\s")
_COMMAND = re.compile(r"(?<![\w/:.\\-])/([a-z]+)\b")


def escape(text: str) -> str:
    """Text that Discord shows exactly as it is, also if it holds markup."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    if url := match["url"]:
        return url
    if special := match["special"]:
        return f"\\{special}"
    if first := match["first"]:
        return f"{match['blank']}\\{first}"
    return f"{match['number']}\\."


def pieces(html: str, commands: Mapping[str, int] | None = None) -> list[str]:
    """A fragment as one or more contents of at most MAX_CONTENT_LENGTH characters, cut between paragraphs,
    lines or words.

    `commands`: name → id of the registered slash commands, which become clickable.
    """
    shown = [""]
    for paragraph in _paragraphs(html, commands or {}):
        for part in [paragraph] if len(paragraph) <= MAX_CONTENT_LENGTH else _fitting(paragraph.split("\n")):
            if len(shown[-1]) + 2 + len(part) <= MAX_CONTENT_LENGTH and part is paragraph:
                shown[-1] += f"\n\n{part}" if shown[-1] else part
            else:
                shown.append(part)
    return [piece for piece in shown if piece.strip()]


def _fitting(lines: Sequence[str]) -> Iterator[str]:
    """Lines joined into as few parts as possible."""
    packed = ""
    for line in lines:
        if packed and len(packed) + 1 + len(line) > MAX_CONTENT_LENGTH:
            yield packed
            packed = ""
        packed += f"\n{line}" if packed else line
    yield packed


def _paragraphs(html: str, commands: Mapping[str, int]) -> list[str]:
    lines = [_line(line, commands) for line in _lines(html)]
    return re.split(r"\n{2,}", "\n".join(lines))


def _lines(html: str) -> Iterator[list[TextSpan]]:
    """The spans of each line. A line that is too long for a message becomes several."""
    line: list[TextSpan] = []
    for span in spans(html):
        first, *more = (replace(span, text=text) for text in span.text.split("\n"))
        line.append(first)
        for following in more:
            yield from _short_lines(line)
            line = [following]
    yield from _short_lines(line)


def _short_lines(line: list[TextSpan]) -> Iterator[list[TextSpan]]:
    """A line in parts that a message can hold, cut after a blank if there is one."""
    if sum(len(span.text) + len(span.href) for span in line) <= SAFE_LINE_LENGTH:
        yield line
        return
    part: list[TextSpan] = []
    size = 0
    for run in (replace(span, text=run) for span in line for run in _RUNS.findall(span.text)):
        if size + _size(run) > MAX_CONTENT_LENGTH:
            yield _joined(part)
            part, size = [], 0
        part.append(run)
        size += _size(run)
    yield _joined(part)


def _size(run: TextSpan) -> int:
    """The most characters that a run can take once it is escaped and styled."""
    marks = len(run.href) + STYLE_MARKS_LENGTH if run.styles or run.href else 0
    return len(escape(run.text)) + run.text.count("/") * MAX_COMMAND_MENTION_LENGTH + marks


def _joined(runs: Sequence[TextSpan]) -> list[TextSpan]:
    """Runs with neighbours of the same style merged."""
    together = groupby(runs, key=lambda run: (run.styles, run.href))
    return [replace(first, text=first.text + "".join(r.text for r in rest)) for _, (first, *rest) in together]


def _line(line: Sequence[TextSpan], commands: Mapping[str, int]) -> str:
    return "".join(_styled(span, commands) for span in line)


def _styled(span: TextSpan, commands: Mapping[str, int]) -> str:
    """One run. Marks stand next to words: Discord ignores them next to a blank."""
    words = span.text.strip()
    if not words:
        return span.text
    before, after = span.text.split(words, 1)
    shown = _clickable(escape(words), commands)
    if span.href:
        shown = f"[{shown}](<{span.href}>)"  # the angle brackets prevent a preview
    for style, mark in (("i", "*"), ("b", "**")):
        if style in span.styles:
            shown = f"{mark}{shown}{mark}"
    return f"{before}{shown}{after}"


def _clickable(text: str, commands: Mapping[str, int]) -> str:
    return _COMMAND.sub(lambda m: f"</{m[1]}:{commands[m[1]]}>" if m[1] in commands else m[0], text)
