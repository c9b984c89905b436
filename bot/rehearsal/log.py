"""A rehearsal as a log to read: day, time, speaker, words and buttons."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bot.rehearsal.record import Rehearsal, Speaker, Utterance

COLUMNS = 100
MARKS = {Speaker.UNASKED: "coach*", Speaker.COACH: "coach", Speaker.PERSON: "person", Speaker.NOTE: "!"}
LEGEND = "coach*: of itself · coach: an answer · ~ edited in place · ? not understood"


def lines(rehearsal: Rehearsal) -> Iterator[str]:
    """The log, line by line, with a heading for each day on which anything was said."""
    yield f"{rehearsal.persona.name} ({rehearsal.language}): {rehearsal.persona.about}"
    yield LEGEND
    day = None
    for one in rehearsal.said:
        if one.day != day:
            day = one.day
            yield from ("", f"── day {rehearsal.number(day)} · {day:%a %d %b %Y}")
        yield from _utterance(one)


def _utterance(one: Utterance) -> Iterator[str]:
    head = f"{one.at:%H:%M} {MARKS[one.speaker]:<7}{mark(one)} "
    margin = " " * len(head)
    paragraphs = [part for part in one.text.splitlines() if part.strip()] or [""]
    for number, part in enumerate(paragraphs):
        yield textwrap.fill(
            part, COLUMNS, initial_indent=margin if number else head, subsequent_indent=margin
        )
    if one.buttons:
        row = " ".join(f"[{label}]" for label in one.buttons)
        yield textwrap.fill(row, COLUMNS, initial_indent=margin, subsequent_indent=margin)


def mark(one: Utterance) -> str:
    """A sign for the way in which something was said: "~", "?", "›" for a press, else a blank."""
    if one.speaker is Speaker.PERSON:
        return "?" if one.missed else "›" if one.kind == "press" else " "
    return "~" if one.in_place else " "
