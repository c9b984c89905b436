"""The people of rehearsals: content/personas/<name>.yaml, read with every fault at its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from zoneinfo import available_timezones

import yaml

from bot.content.nodes import Doc, Fields, slug_fault
from bot.content.problems import Problem, Problems
from bot.content.schema import OWN_PLAN
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.library import Library, Track

FOLDER = "personas"
AGES = ("13-17", "18+", "60+")
MAX_DAY = 400  # of a rehearsal
MAX_MINUTES = 24 * 60
NEEDED_LINES = (*CheckinAnswer, "note", "reflection", "other")
LINES = (*NEEDED_LINES, "reason", "plan-name", "plan-action", "obstacle")

_FIELDS = (
    *("about", "age", "zone", "seed", "track", "plan", "checkin-at"),
    *("answers", "after", "typed", "writes", "days", "control", "minutes", "voice"),
)
_OPTIONAL = ("press", "away", "says")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said unasked: on which day (the first is 0), at which local time, the words by language."""

    day: int
    at: time
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Persona:
    """A made-up person. Shares are percents.

    `answers`: of the messages that ask something; the answer comes within `after` minutes. `typed`: of the
    answers to a check-in. `writes`: of the open questions, the others are skipped. `days`: how the days go,
    by weight. `control`, `minutes`: lowest and highest. `press`: tokens, or parts of tokens, of the buttons
    that they like, the most liked first. `away`: first and last days without a sign of them. `voice`:
    language → kind of line (LINES) → lines.
    """

    name: str
    about: str
    age: str
    zone: str
    seed: int
    track: str
    plan: str
    checkin_at: time
    answers: int
    after: int
    typed: int
    writes: int
    days: Mapping[str, int]
    control: tuple[int, int]
    minutes: tuple[int, int]
    voice: Mapping[str, Mapping[str, tuple[str, ...]]]
    press: tuple[str, ...] = ()
    away: tuple[tuple[int, int], ...] = ()
    says: tuple[Remark, ...] = ()

    def is_away(self, day: int) -> bool:
        """Whether nothing comes from them on that day."""
        return any(first <= day <= last for first, last in self.away)


def read(content_dir: Path, library: Library) -> tuple[dict[str, Persona], list[Problem]]:
    """The people by name, and all that is wrong with their files. Without the folder there are no people."""
    content_dir = content_dir.absolute()
    problems = Problems(content_dir)
    paths = sorted((content_dir / FOLDER).glob("*.yaml"))
    people = {path.stem: _Reader(Doc(path, problems), library).persona(path.stem) for path in paths}
    return people, sorted(set(problems.found))


class _Reader:
    """Reads one file. A value that is wrong is noted and read as something that can be used."""

    def __init__(self, doc: Doc, library: Library) -> None:
        self.doc, self.library = doc, library

    def persona(self, name: str) -> Persona:
        doc, fields = self.doc, self.doc.fields("the persona", _FIELDS, _OPTIONAL)
        if doc.root and (fault := slug_fault(name)):
            doc.bad(doc.root, f"the persona's file name is '{name}'; {fault}")
        voice = self._voice(fields.node("voice"))
        return Persona(
            name,
            fields.text("about"),
            fields.one_of("age", AGES),
            self._zone(fields),
            fields.whole("seed", 1, 999_999),
            fields.one_of("track", Track),
            fields.one_of("plan", (*self.library.plans, OWN_PLAN)),
            self._clock(fields.node("checkin-at"), "'checkin-at'"),
            fields.whole("answers", 0, 100),
            fields.whole("after", 1, 600),
            fields.whole("typed", 0, 100),
            fields.whole("writes", 0, 100),
            self._days(fields.node("days")),
            self._span(fields.node("control"), "'control'", 1, 5),
            self._span(fields.node("minutes"), "'minutes'", 0, MAX_MINUTES),
            voice,
            tuple(doc.text(node, "a token") for node in fields.items("press")),
            tuple(self._span(node, "a stay away", 0, MAX_DAY) for node in fields.items("away")),
            tuple(self._remark(node, voice) for node in fields.items("says")),
        )

    def _zone(self, fields: Fields) -> str:
        zone = fields.text("zone")
        if (node := fields.node("zone")) and zone and zone not in available_timezones():
            self.doc.bad(node, f"'zone' is '{zone}'; a zone like Europe/Ljubljana")
            return "UTC"
        return zone

    def _clock(self, node: yaml.Node | None, what: str) -> time:
        written = self.doc.text(node, what)
        if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", written):
            return time.fromisoformat(written)
        if node is not None and written:
            self.doc.bad(node, f"{what} is '{written}'; a time like \"20:30\", in quotes")
        return time()

    def _days(self, node: yaml.Node | None) -> dict[str, int]:
        fields = Fields(self.doc, node, "the days", (), tuple(CheckinAnswer))
        weights = {str(kept): fields.whole(kept, 0, 100) for kept in CheckinAnswer if kept in fields}
        if node is not None and not sum(weights.values()):
            self.doc.bad(node, "'days' has no weight above 0")
        return weights

    def _span(self, node: yaml.Node | None, what: str, low: int, high: int) -> tuple[int, int]:
        ends = self.doc.items(node, what)
        if node is not None and ends and len(ends) != 2:
            self.doc.bad(node, f"{what} must be two numbers: [first, last]")
        if len(ends) != 2:
            return low, low
        first, last = (self.doc.whole(end, what, low, high) for end in ends)
        if last < first:
            self.doc.bad(ends[1], f"{what} ends before it begins")
        return first, last

    def _voice(self, node: yaml.Node | None) -> dict[str, dict[str, tuple[str, ...]]]:
        return {
            self.doc.one_of(key, "a language", self.library.languages): self._lines(value)
            for key, value in self.doc.pairs(node, "the voice")
        }

    def _lines(self, node: yaml.Node) -> dict[str, tuple[str, ...]]:
        optional = tuple(kind for kind in LINES if kind not in NEEDED_LINES)
        fields = Fields(self.doc, node, "the voice", NEEDED_LINES, optional)
        return {str(k): tuple(self._texts(fields.items(k))) for k in LINES if k in fields}

    def _texts(self, nodes: Iterable[yaml.Node]) -> Iterable[str]:
        return (self.doc.text(node, "a line") for node in nodes)

    def _remark(self, node: yaml.Node, voice: Mapping[str, object]) -> Remark:
        fields = Fields(self.doc, node, "what is said", ("day", "at", *voice), ())
        words = {language: fields.text(language) for language in voice}
        return Remark(fields.whole("day", 0, MAX_DAY), self._clock(fields.node("at"), "'at'"), words)
