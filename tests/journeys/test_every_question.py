"""Each topic while each question is open: it is answered, the question stays with its buttons, and its answer
still counts. Bad input of every kind in the same places. Lines are read by the shipped reader."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.conversation.aside import FLOW, HELD
from bot.core.conversation.flow import Frame
from bot.core.guide.topic_doors import DOORS
from bot.core.guide.topics import COMMANDS
from bot.core.model.effects import AddJournalEntry, EraseMe, RecordDay, RecordEntry, UpdatePerson
from bot.core.model.inputs import TypedText
from bot.core.model.library import Measure
from bot.core.model.messages import MAX_TYPED_CHARACTERS
from bot.core.model.person import RestReason
from bot.core.model.reading import Meaning, Reading
from tests.core.helpers import PROMPTS, TEST_PLAN, answered_before, facts_of
from tests.journeys.test_listening import Listened


class Open(NamedTuple):
    """An open question. `steps`: how it is reached; `measure`: that of the plan; `begins`: how the tokens of
    its buttons begin; `answer`: words that answer it; `done`: the kind of effect that they have then. `free`:
    it takes any words."""

    steps: tuple[str, ...]
    begins: str
    answer: str
    done: type
    measure: Measure = Measure.DONE
    free: bool = False


OPEN = {
    "nothing": Open((), "", "done", RecordEntry),
    "checkin": Open(("/checkin",), "checkin.a.", "done", RecordEntry),
    "minutes": Open(("/checkin", "partly"), "checkin.amount.", "45", RecordEntry, Measure.MINUTES),
    "count": Open(("/checkin", "partly"), "checkin.amount.", "3", RecordEntry, Measure.COUNT),
    "control": Open(("/checkin", "done"), "checkin.control.", "4", RecordDay),
    "time": Open(("/settings checkin",), "settings.checkin.", "21:15", UpdatePerson),
    "date": Open(("/pause",), "pause.until.", "2026-12-24", UpdatePerson),
    "note": Open(("/checkin", "done"), "checkin.f.", "a quiet day", AddJournalEntry, free=True),
    "reflection": Open(("/reflect",), "reflect.", "a quiet day", AddJournalEntry, free=True),
}
VALUES = {name: each for name, each in OPEN.items() if not each.free}
ANSWERED = {
    **{meaning: f"topic-{meaning}" for meaning in DOORS},
    Meaning.PROGRESS: "week-", Meaning.SETTINGS: "settings-", Meaning.JOURNAL: "journal-",
    Meaning.THANKS: "talk-thanks", Meaning.HELLO: "talk-hello", Meaning.HELP: "help-",
    Meaning.PRIVACY: "privacy-", Meaning.EXPORT: "privacy-", Meaning.ERASE: "privacy-",
}  # fmt: skip
FIRST = {
    "en": {"erase": "delete my data", "export": "/privacy export", "privacy": "what do you store about me?",
           "help": "help", "stop": "stop"},
    "es": {"erase": "borra mis datos", "export": "/privacy export", "privacy": "¿qué guardas de mí?",
           "help": "ayuda", "stop": "parar"},
}  # fmt: skip
# Questions of a setting or a pause wait no longer after these, as after any command; a press still counts.
ENDING = {Meaning.HELP, Meaning.PRIVACY, Meaning.EXPORT, Meaning.ERASE, Meaning.THANKS}
BAD = {
    "long": "we talked about this and that " * 4000,
    "long word": "a" * MAX_TYPED_CHARACTERS,
    "one character": "x",
    "only emoji": "🙃🎈🎈",
    "right to left": "اليوم لم أفتح الهاتف إلا قليلا",
    "mixed scripts": "сегодня 今日は hoy שלום day",
    "zero-width": "to\u200bday\u200d was\u2060 odd",
    "look-alikes": "tоdаy wаs оdd",
    "other language": "heute war es ganz anders als gedacht",
    "log": "2026-11-23 10:12:01 ERROR [main] java.lang.NullPointerException at Foo.bar(Foo.java:42)",
    "code": "for (int i = 0; i < 10; i++) { printf(\"%d\\n\", i); } // DROP TABLE persons;",
    "markup": "<b>bold</b> <a href='https://example.org'>x</a> **md** `code` &lt; { $name }",
    "forwarded": "---------- Forwarded message ---------\nFrom: Ann\nSubject: Re: Re: lunch\n\nsee you there",
    "invisible": "\u2800\u3164",
    "control": "a\x00b\x1bc\ud800",
    "numbers": "1 2 3 4 5 45 100000000000",
}  # fmt: skip


def at(name: str, language: str = "en") -> Listened:
    """Somebody to whom that question was just put."""
    asked = OPEN[name]
    step = replace(
        TEST_PLAN.steps[0], measure=asked.measure, at_most=30 if asked.measure is not Measure.DONE else None
    )
    plan = replace(TEST_PLAN, steps=(step,))
    facts = answered_before(facts_of(prompts=PROMPTS)) if name == "control" else facts_of(prompts=PROMPTS)
    chat = Listened(facts.replace(library=replace(facts.library, plans={plan.slug: plan})))
    for line in asked.steps:
        chat.slash(line[1:]) if line.startswith("/") else chat.type(line)
    chat.snapshot = chat.snapshot.replace(person=chat.snapshot.person.replace(language=language))
    return chat


def asking(chat: Listened) -> tuple[Frame, ...]:
    return tuple(frame for frame in chat.stack if frame.flow != FLOW)


@pytest.mark.parametrize("name", OPEN)
def test_each_question_is_reached(name: str) -> None:
    assert any(token.startswith(OPEN[name].begins) for token in at(name).tokens) or name == "nothing"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("meaning", ANSWERED)
@pytest.mark.parametrize("name", VALUES)
def test_a_topic_is_answered_and_the_question_stays_open(name: str, meaning: Meaning, language: str) -> None:
    chat, asked = at(name, language), OPEN[name]
    before = asking(chat)
    chat.do(TypedText("some words on it", reading=Reading(meaning, is_sure=True)))
    leaves = name == "time" and meaning is Meaning.THANKS  # the setting stays as it is
    assert chat.replies[0].key.startswith("settings-unchanged" if leaves else ANSWERED[meaning])
    assert not any(isinstance(effect, RecordEntry | RecordDay | UpdatePerson) for effect in chat.effects)
    if name in ("time", "date") and meaning in ENDING:
        return
    assert asking(chat) == before
    if name != "nothing" and meaning not in COMMANDS and meaning not in (Meaning.THANKS, Meaning.HELLO):
        assert any(token.startswith(asked.begins) for token in chat.tokens)
    chat.snapshot = chat.snapshot.replace(person=chat.snapshot.person.replace(language="en"))
    chat.type(asked.answer)
    assert any(isinstance(effect, asked.done) for effect in chat.effects)


@pytest.mark.parametrize("language", FIRST)
@pytest.mark.parametrize("name", OPEN)
def test_privacy_stop_and_help_always_win(name: str, language: str) -> None:
    for topic, line in FIRST[language].items():
        chat = at(name, language)
        chat.type(line)
        if topic == "stop":
            assert UpdatePerson({"rest": RestReason.STOPPED}) in chat.effects
        else:
            key = "help-" if topic == "help" else "privacy-"
            assert chat.replies[0].key.startswith(key), line
            assert not any(
                isinstance(effect, AddJournalEntry | RecordDay | EraseMe) for effect in chat.effects
            )


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("name", OPEN)
def test_bad_input_is_answered_and_strands_nobody(name: str, kind: str) -> None:
    check_answered(at(name), BAD[kind])


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "no",
                "yes",
                "45",
                "8",
                "i",
                "feel",
                "sad",
                "but",
                "pause",
                "plan",
                "😂",
                "not",
                "más",
                "4",
                "hm",
            ]
        )
    ).map(" ".join),
    name=st.sampled_from([*OPEN]),
    language=st.sampled_from(["en", "es"]),
)
def test_any_text_in_any_state(text: str, name: str, language: str) -> None:
    check_answered(at(name, language), text)


def check_answered(chat: Listened, text: str) -> None:
    """Never a raise; the words are kept or can be, or were read; something leads on or still waits."""
    waited = asking(chat)
    chat.type(text)
    assert chat.replies
    held = any(frame.step == HELD for frame in chat.stack)
    assert chat.effects or chat.tokens or held or asking(chat) == waited
