"""A person in conversation with the core alone: what they do goes in, what they read comes out.

The state is written to JSON and read back between any two turns. Every reply is put in words in all
languages, strictly: a missing text or argument fails the test that meets it.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TypeVar

from bot.content import ftl
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.coach import ENGINE
from bot.core.conversation.flow import Frame
from bot.core.conversation.stack import OPEN
from bot.core.model import projection
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import (
    AddJournalEntry,
    AddSwap,
    CountPromptAsked,
    DeleteDay,
    DeleteEntry,
    DeleteJournalEntry,
    Effect,
    EraseMe,
    RecordDay,
    RecordEntry,
    RemoveSwap,
    SaveExercise,
    UpdatePerson,
)
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, TypedText
from bot.core.model.inputs import SlashCommand as Slash
from bot.core.model.journal import JournalEntry
from bot.core.model.library import Library, Measure, Plan, Prompt, Step, Track
from bot.core.model.messages import Reply
from bot.core.model.moment import Swap
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.partial import Partial
from bot.core.model.person import Person
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from tests.catalogue import FROZEN, composed
from tests.core.making import danger, grammar, likely_zones

Record = TypeVar("Record", bound=Partial)
LANGUAGES = ftl.codes(FROZEN)
NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)  # a Monday, 19:30 in Berlin
TODAY = date(2026, 11, 23)
LEXICON = {
    "en": {
        "yes": {"yes", "sure"}, "no": {"no", "none"}, "skip": {"skip"}, "later": {"later", "not now"},
        "unsure": {"idk"},
        "done": {"done"}, "partly": {"partly"}, "missed": {"missed"}, "thanks": {"thanks"},
        "hello": {"hello"}, "bye": {"bye"}, "stop": {"stop"}, "help": {"help"}, "start": {"start"},
        "why": {"why"}, "settings": {"settings"}, "undo": {"undo", "oops"}, "unwell": {"sick today", "🤒"},
        "setting-zone": {"time zone"}, "setting-checkin": {"check in"},
        "setting-quiet": {"quiet hours"}, "sound-on": {"with sound"}, "sound-off": {"without a sound", "no"},
    },
    "es": {
        "yes": {"si"}, "no": {"no"}, "skip": {"saltar"}, "later": {"luego"}, "done": {"hecho"},
        "partly": {"a medias"}, "missed": {"no lo hice"}, "thanks": {"gracias"}, "hello": {"hola"},
        "bye": {"adios"}, "stop": {"parar"}, "help": {"ayuda"}, "start": {"empezar"}, "why": {"por que"},
        "setting-language": {"idioma"},
    },
}  # fmt: skip
TEST_PLAN = Plan("test", 1, (Track.TIME,), 0, 1, 1, "source",
            (Step("one", 7, Measure.DONE, "graded-task", "source"),))  # fmt: skip


def library(prompts: tuple[Prompt, ...] = (), **more: object) -> Library:
    lexicon = {code: {k: frozenset(v) for k, v in words.items()} for code, words in LEXICON.items()}
    known = {"en": "English", "es": "Español"}
    of_languages = {"grammar": grammar(), "zones": likely_zones(), "default_language": "en", "danger": danger}
    return Library({TEST_PLAN.slug: TEST_PLAN}, prompts, {}, known, lexicon, **of_languages, **more)  # type: ignore[arg-type]


def facts_of(
    *,
    prompts: tuple[Prompt, ...] = (),
    journal: tuple[JournalEntry, ...] = (),
    plan: bool = True,
    **person: object,
) -> Snapshot:
    """Somebody in Berlin who is through onboarding, with one plan that runs."""
    settings: dict[str, object] = {"language": "en", "zone": "Europe/Berlin", "onboarded": True} | person
    enrolments = (
        (Enrolment(1, TEST_PLAN.slug, 1, date(2026, 11, 1), step_since=date(2026, 11, 1)),) if plan else ()
    )
    return Snapshot(
        Person(7, **settings),  # type: ignore[arg-type]
        NOW, TODAY, library(prompts), enrolments, journal=journal,
    )  # fmt: skip


def answered_before(snapshot: Snapshot) -> Snapshot:
    """The same person, who answered yesterday's check-in: today's asks how in control it felt."""
    yesterday = snapshot.today - timedelta(days=1)
    return snapshot.with_entry(CheckinEntry(1, yesterday, CheckinAnswer.KEPT))


PROMPTS = tuple(
    Prompt(f"test-{theme}-{n}", theme)
    for theme in ("general", "lapse", "good-week", "time")
    for n in (1, 2, 3)
)


@cache
def wording() -> Wording:
    """The words of the tests' content, with those of PROMPTS and TEST_PLAN."""
    with composed() as content:
        for code in LANGUAGES:
            words = [f"prompt-{p.slug} = {code}: {p.slug}?" for p in PROMPTS]
            words += [
                f"plan-test-{p} = {p}"
                for p in ("name", "pitch", "about", "step-one", "short-one", "cue-1", "action-1")
            ]
            (content / "locales" / code / "test-catalogue.ftl").write_text("\n".join(words))
        return Wording(content, "en", strict=True)


def only(snapshot: Snapshot, needs: SnapshotNeeds) -> Snapshot:
    """A snapshot with what every snapshot has and with what is declared as needed: reading more raises."""
    read = (
        *("person", "now", "today", "library", "enrolments", "entries", "days", "sent", "closed"),
        *("zone_hint", "account", "question"),
        *(("first_figures",) if needs.history else ()),
        *(("decisions",) if needs.decisions else ()),
        *(("asked",) if needs.prompts else ()),
        *(("journal", "position") if needs.journal else ()),
        *(("venue",) if needs.venue else ()),
        *(("swaps", "tried") if needs.moment else ()),
        *(("accounts", "since", "asking") if needs.accounts else ()),
    )
    known = Snapshot.loaded(**{name: getattr(snapshot, name) for name in read}, whole=needs.history)
    if needs.own_words:
        return known
    plans = tuple(_without(plan, "cue", "action") for plan in known.enrolments)
    return known.replace(person=_without(known.person, "name", "why"), enrolments=plans)


def _person(snapshot: Snapshot) -> Snapshot:
    """What is known before it is known what is needed."""
    names = ("now", "today", "library", "zone_hint", "account", "question")
    person = _without(snapshot.person, "name", "why")
    return Snapshot.loaded(person=person, **{name: getattr(snapshot, name) for name in names})


def _without(record: Record, *names: str) -> Record:
    kept = (f.name for f in fields(record) if f.name not in names)  # type: ignore[arg-type]
    return record.loaded(**{name: getattr(record, name) for name in kept})


class Chat:
    """One person's conversation, in which each turn knows no more than its flows declare.

    `replies` and `commands` are the last turn's, `snapshot` what is stored."""

    wording = wording()

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.stack: tuple[Frame, ...] = ()
        self.replies: tuple[Reply, ...] = ()
        self.effects: tuple[Effect, ...] = ()
        self.erased = False

    def type(self, text: str) -> str:
        return self.do(TypedText(text))

    def slash(self, line: str) -> str:
        name, _, argument = line.partition(" ")
        return self.do(Slash(name, argument))

    def press(self, token: str) -> str:
        """A button of the last turn."""
        offered = [b.token for r in self.replies for b in r.buttons]
        assert token in offered, f"{token} is none of {offered}"
        return self.do(ButtonPress(token))

    def forge(self, token: str) -> str:
        return self.do(ButtonPress(token))

    def fill(self, token: str, **values: str) -> str:
        return self.do(FormSubmission(token, values))

    def do(self, said: Input) -> str:
        """One turn; the text of all replies in the person's language, without markup."""
        needs = ENGINE.needs(said, self.stack, _person(self.snapshot))
        outcome = ENGINE.turn(said, self.stack, only(self.snapshot, needs))
        self.replies, self.effects = outcome.replies, outcome.effects
        self.stack = tuple(_reloaded(frame) for frame in outcome.stack)
        for command in projection.noted(self.effects, self.snapshot):
            self._apply(command)
        today = self.snapshot.today
        shown = {code: [self.wording.message(r, code, today) for r in self.replies] for code in LANGUAGES}
        for message in (m for messages in shown.values() for m in messages):
            _check(message)
        texts = (self.wording.plain(r.text, self.snapshot.person.language, today) for r in self.replies)
        return "\n---\n".join(texts)

    @property
    def waiting(self) -> str:
        """The step that waits, as `flow.step`; "" for none, or only a question that need not be answered."""
        waits = [f for f in self.stack if f.step != OPEN]
        return f"{waits[-1].flow}.{waits[-1].step}" if waits else ""

    @property
    def tokens(self) -> list[str]:
        return [b.token for r in self.replies for b in r.buttons]

    def _apply(self, command: Effect) -> None:
        snapshot = self.snapshot
        match command:
            case UpdatePerson(changes):
                self.snapshot = replace(snapshot, person=replace(snapshot.person, **changes))
            case AddJournalEntry(day, prompt, text):
                number = max((w.id for w in snapshot.journal), default=0) + 1
                self.snapshot = replace(
                    snapshot, journal=(JournalEntry(number, day, prompt, text), *snapshot.journal)
                )
            case DeleteJournalEntry(number):
                kept = tuple(w for w in snapshot.journal if w.id != number)
                self.snapshot = replace(snapshot, journal=kept)
            case CountPromptAsked(prompt, _):
                asked = {**snapshot.asked, prompt: snapshot.asked.get(prompt, 0) + 1}
                self.snapshot = replace(snapshot, asked=asked)
            case RecordEntry(entry):
                self.snapshot = snapshot.with_entry(entry)
            case RecordDay(day):
                self.snapshot = snapshot.with_day(day)
            case DeleteEntry(number, on):
                self.snapshot = snapshot.without_entry(number, on)
            case DeleteDay(on):
                self.snapshot = snapshot.without_day(on)
            case AddSwap(words):
                number = max((s.id for s in snapshot.swaps), default=0) + 1
                self.snapshot = replace(snapshot, swaps=(*snapshot.swaps, Swap(number, words)))
            case RemoveSwap(number):
                self.snapshot = replace(snapshot, swaps=tuple(s for s in snapshot.swaps if s.id != number))
            case SaveExercise(tried):
                others = (one for one in snapshot.tried if one.exercise != tried.exercise)
                last = sorted((*others, tried), key=lambda one: one.last_at)
                self.snapshot = replace(snapshot, tried=tuple(last))
            case EraseMe():
                self.erased = True
            case _:
                pass


def _reloaded(frame: Frame) -> Frame:
    return replace(frame, data=json.loads(json.dumps(frame.data)))


def _check(message: Message) -> None:
    assert message.html.strip()
    assert all(0 < len(b.label) <= 40 for b in message.buttons), [b.label for b in message.buttons]
    tokens = [b.token for b in message.buttons]
    assert len(tokens) == len(set(tokens))
    labels = [b.label for b in message.buttons]
    assert len(labels) == len(set(labels)), labels
