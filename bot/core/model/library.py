"""The shape of the content: plans, prompts, sources. `bot.content.catalog` reads and validates the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.model.messages import Text
from bot.core.model.reading import Safety


class Track(StrEnum):
    """The subject that matters to a person; each plan serves one or more."""

    TIME = "time"
    FEED = "feed"
    POST = "post"
    PRIVACY = "privacy"
    PEOPLE = "people"
    MAKER = "maker"


class Itch(StrEnum):
    """The state in which a person reaches for the phone."""

    BORED = "bored"
    STRESSED = "stressed"
    HABIT = "habit"
    LONELY = "lonely"
    SLEEPLESS = "sleepless"


class Daypart(StrEnum):
    """The part of the day in which the phone pulls most."""

    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Measure(StrEnum):
    """How a step is measured, beside kept / partly / missed."""

    DONE = "done"
    MINUTES = "minutes"
    COUNT = "count"
    CONTROL = "control"


class StepKind(StrEnum):
    """How often a step is done, and so how often it is asked about."""

    DAILY = "daily"
    ONCE = "once"  # done once, it leads on
    EVENT = "event"  # done whenever its moment comes
    WEEKLY = "weekly"
    TIMES = "times"  # so many times in seven days


class About(StrEnum):
    """The time that a check-in's answer on a step speaks of."""

    DAY = "day"
    NIGHT = "night"  # the one before the day


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan. Its words are `plan-<plan>-step-<slug>`.

    `days`: how long it is meant to last. `less`: minutes below the person's own first figure that count as
    kept; `at_most`, `at_least`: a fixed amount (minutes or a count). None of them: the person's word counts.
    `times`: in seven days, with the kind TIMES alone; 0 else.
    """

    slug: str
    days: int
    measure: Measure
    technique: str
    source: str
    less: int | None = None
    at_most: int | None = None
    at_least: int | None = None
    kind: StepKind = StepKind.DAILY
    times: int = 0
    about: About = About.DAY


@dataclass(frozen=True, slots=True)
class Plan:
    """A ladder of steps from easiest to furthest; `start` is the index where a person begins. `fits`: the
    kinds of itch and the parts of the day for which it is meant first, none for all alike.

    Words: `plan-<slug>-name`, `-pitch` (one line), `-about` (the mechanism, with its source),
    `-cue-<n>` ("I sit down on the sofa") and `-action-<n>` ("put the phone in the hall"), n from 1.
    """

    slug: str
    version: int
    tracks: tuple[Track, ...]
    start: int
    cues: int
    actions: int
    source: str
    steps: tuple[Step, ...]
    fits: tuple[str, ...] = ()

    def text(self, part: str) -> Text:
        return Text(f"plan-{self.slug}-{part}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A reflection prompt (`prompt-<slug>`). `theme`: "general", "lapse", "good-week", a track or a kind of
    itch."""

    slug: str
    theme: str


class Theme(StrEnum):
    """The subject of a lesson."""

    FEEDS = "feeds"
    DATA = "data"
    SPREAD = "spread"
    PEOPLE = "people"
    NIGHT = "night"
    RIGHTS = "rights"
    MAKING = "making"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two minutes on how things work. Words: `lesson-<slug>-title`, `-text` (with its source), `-do` (one
    thing to do), `-ask` (a question) and `-answer`. `tracks`: for whom it is first."""

    slug: str
    theme: Theme
    source: str
    tracks: tuple[Track, ...]

    def text(self, part: str) -> Text:
        return Text(f"lesson-{self.slug}-{part}")


@dataclass(frozen=True, slots=True)
class WeekTheme:
    """The theme of one of the weeks after the first: its lessons and prompts by slug. Words:
    `theme-<slug>-name` and `-try` (one small thing to try)."""

    slug: str
    lessons: tuple[str, ...]
    prompts: tuple[str, ...]

    def text(self, part: str) -> Text:
        return Text(f"theme-{self.slug}-{part}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from: `title` ("Hunt and others, 2018") and, where known, a `url`."""

    slug: str
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class City:
    """A place on the map: its name, ISO country code, IANA zone and, where people write one, the code of its
    state. `exact`: it bears the very name that was looked up. Name and country are "" where only the zone is
    known."""

    name: str
    country: str
    zone: str
    state: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Library:
    """All structure that the core works with. Keys of `plans` are slugs, in the order of the catalogue.

    `languages`: code → its own name. `lexicon`: language → intent ("done", "yes", "hour" …) → the phrases
    that mean it, normalised by `lexemes.normal`. `cities` looks a name up, most populous first. `grammar`:
    language → class of words of numbers, times and days ("hour", "weekday-0" …) → its phrases. `zones`:
    language → IANA names of the zones where its speakers often live, the likeliest first.
    `default_language`: the code of the one that is spoken while a person's own is unknown. `danger`: the
    danger that words tell of, in every language; it takes milliseconds for a page and never raises. `halves`:
    language → "cue" or "action" → how a half of an if–then plan begins in its sentence.
    """

    plans: Mapping[str, Plan]
    prompts: tuple[Prompt, ...]
    sources: Mapping[str, Source]
    languages: Mapping[str, str]
    lexicon: Mapping[str, Mapping[str, frozenset[str]]]
    cities: Callable[[str], tuple[City, ...]] = field(default=lambda name: ())
    grammar: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    default_language: str = ""
    danger: Callable[[str], Safety] = field(default=lambda text: Safety.NONE)
    halves: Mapping[str, Mapping[str, re.Pattern[str]]] = field(default_factory=dict)
    lessons: tuple[Lesson, ...] = ()
    week_themes: tuple[WeekTheme, ...] = ()
