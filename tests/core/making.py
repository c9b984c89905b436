"""Facts to test with: a small library, and people at any point of it.

`make_facts()` is somebody through onboarding on Monday, 23 November 2026, with nothing yet; everything can be
said otherwise: `make_facts(on("calm", 1, step=1), entries=days("kkmk"), focus="feed")`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from bot.content.languages import read_language
from bot.content.lexicon import read_grammar
from bot.content.problems import Problems
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.journal import JournalEntry
from bot.core.model.library import Library, Measure, Plan, Prompt, Source, Step, Track
from bot.core.model.person import DateSpan, Person
from bot.core.model.plan import Decision, Enrolment, OwnPlan, PlanState
from bot.core.model.reading import Safety
from bot.core.model.snapshot import Snapshot
from tests.catalogue import SHIPPED

TODAY = date(2026, 11, 23)
MONTH_AGO = TODAY - timedelta(days=30)
ANSWERS = {
    "k": CheckinAnswer.KEPT,
    "p": CheckinAnswer.PARTLY,
    "m": CheckinAnswer.MISSED,
    "s": CheckinAnswer.SKIPPED,
}
LEXICON: Mapping[str, Mapping[str, Iterable[str]]] = {
    "en": {
        "yes": {"yes"}, "no": {"no"}, "skip": {"skip"}, "later": {"later"}, "done": {"done"},
        "again": {"again"},
        "stop": {"stop"}, "help": {"help"}, "start": {"start"},
        "when": {"when"}, "i-will": {"i will", "i'll"}, "no-plan": {"lol"},
    },
    "es": {
        "yes": {"si"}, "no": {"no"}, "skip": {"saltar"}, "later": {"luego"}, "done": {"hecho"},
        "stop": {"parar"},
        "help": {"ayuda"}, "start": {"empezar"},
    },
}  # fmt: skip


def danger(text: str) -> Safety:
    """The danger of a text by a few words that tests use."""
    if any(words in text.casefold() for words in ("kill myself", "end my life", "suicidarme")):
        return Safety.CLEAR
    return Safety.UNCLEAR if "tired of everything" in text.casefold() else Safety.NONE


def step(slug: str, measure: Measure = Measure.DONE, **amount: int) -> Step:
    return Step(slug, 7, measure, "graded-task", "hunt-2018", **amount)


def plan(slug: str, track: Track, *steps: Step, start: int = 0, version: int = 1) -> Plan:
    return Plan(slug, version, (track,), start, 3, 3, "hunt-2018", steps)


MINUTES, COUNT = Measure.MINUTES, Measure.COUNT
PLANS = (
    plan("calm", Track.TIME, step("tiny"), step("small"), step("full"), start=1),
    plan("minutes", Track.TIME, step("look", MINUTES), step("ten", MINUTES, less=10),
         step("twenty", MINUTES, less=20), step("hour", MINUTES, at_most=60)),
    plan("posts", Track.POST, step("few", COUNT, at_most=4), step("one", COUNT, at_least=2)),
    plan("calls", Track.PEOPLE, step("one")),
    plan("garden", Track.FEED, step("one"), step("two")),
)  # fmt: skip


def make_library(*plans: Plan, prompts: tuple[Prompt, ...] = ()) -> Library:
    lexicon = {code: {k: frozenset(v) for k, v in words.items()} for code, words in LEXICON.items()}
    sources = {"hunt-2018": Source("hunt-2018", "Hunt and others, 2018", "https://example.org/hunt")}
    known = {"en": "English", "es": "Español"}
    served = {p.slug: p for p in plans or PLANS}
    of_languages = {"grammar": grammar(), "zones": likely_zones(), "default_language": "en", "danger": danger}
    return Library(served, prompts, sources, known, lexicon, **of_languages)  # type: ignore[arg-type]


@cache
def grammar() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The words of numbers, times and days, as they are in the content."""
    files = {code: SHIPPED / "locales" / code / "grammar.yaml" for code in LEXICON}
    return {code: read_grammar(file, Problems(SHIPPED)) for code, file in files.items()}


@cache
def likely_zones() -> Mapping[str, tuple[str, ...]]:
    """The zones where speakers of each language often live, as they are in the content."""
    files = {code: SHIPPED / "locales" / code / "language.yaml" for code in LEXICON}
    return {code: read_language(file, Problems(SHIPPED)).zones for code, file in files.items()}


def on(slug: str, number: int = 1, **more: Any) -> Enrolment:
    """Somebody on a plan of the catalogue for a month; one that rests has done so from the first day on."""
    begun: dict[str, Any] = {"started_on": MONTH_AGO, "step_since": MONTH_AGO}
    if more.get("state", PlanState.ACTIVE) is not PlanState.ACTIVE:
        begun["rests"] = (DateSpan(MONTH_AGO, more.get("paused_until")),)
    return Enrolment(number, slug, 1, **{**begun, **more})


def own(number: int = 1, weekdays: tuple[int, ...] = tuple(range(7)), **more: Any) -> Enrolment:
    """Somebody on a plan of their own."""
    words = more.pop("words", OwnPlan("Tea first", "make tea before the phone", weekdays))
    return on("own", number, own=words, **more)


def days(
    answers: str, number: int = 1, *, until: date = TODAY, step: int = 0, amount: float | None = None
) -> list[CheckinEntry]:
    """Entries, one a day up to `until`: k(ept), p(artly), m(issed), s(kipped), and `.` for unknown."""
    first = until - timedelta(days=len(answers) - 1)
    said = ((first + timedelta(days=n), ANSWERS.get(a)) for n, a in enumerate(answers))
    return [CheckinEntry(number, day, kept, amount, step) for day, kept in said if kept]


def make_facts(
    *enrolments: Enrolment,
    today: date = TODAY,
    entries: Iterable[CheckinEntry] = (),
    decisions: Iterable[Decision] = (),
    journal: Iterable[JournalEntry] = (),
    library: Library | None = None,
    days: Iterable[Any] = (),
    sent: Iterable[Any] = (),
    **person: Any,
) -> Snapshot:
    """Facts of a person in UTC at 18:30; whatever else is named is a field of the person."""
    return Snapshot(
        Person(7, **{"language": "en", "onboarded": True, **person}),
        datetime.combine(today, time(18, 30), UTC),
        today,
        library or make_library(),
        enrolments,
        {(e.enrolment_id, e.day): e for e in entries},
        {d.day: d for d in days},
        tuple(sent),
        decisions=tuple(decisions),
        journal=tuple(journal),
    )
