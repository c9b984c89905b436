"""What people type instead of pressing is understood."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.content import catalog
from bot.content.lexicon import HEARD_BY_ALL, INTENTS
from bot.core.model.library import Library
from bot.core.model.person import Person
from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes, understand
from tests.content.reading import CONTENT, LANGUAGES

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def library() -> Library:
    return catalog.load(CONTENT)


@pytest.fixture
def snapshot(library: Library, language: str) -> Snapshot:
    return Snapshot(Person(1, language=language), NOW, NOW.date(), library)


INTENT = [
    ("en", "Done!", "done"),
    ("en", "I did it", "done"),
    ("en", "a bit", "partly"),
    ("en", "didnt", "missed"),
    ("en", "I didn’t do it", "missed"),
    ("en", "not today", "missed"),
    ("en", "Yes.", "yes"),
    ("en", "y", "yes"),
    *(("en", line, "done") for line in ("I did it today", "yes I did", "yep, done", "Yes, I did it!")),
    *(("en", line, "missed") for line in ("didn't do it today", "I didn’t do it today", "no, I did not")),
    *(("en", line, "partly") for line in ("mostly", "For the most part", "not completely")),
    *(("en", line, "unwell") for line in ("sick today", "I'm sick", "I was ill", "🤒")),
    *(("es", line, "done") for line in ("sí, lo hice", "lo cumplí", "Lo he hecho hoy", "hoy sí")),
    *(("es", line, "missed") for line in ("no lo hice hoy", "Hoy no lo he hecho", "se me pasó")),
    *(("es", line, "partly") for line in ("casi todo", "no del todo")),
    *(("es", line, "unwell") for line in ("estoy enferma", "Hoy estoy enfermo", "no me encuentro bien")),
    *((code, line, "yes") for code in ("en", "es") for line in ("👍", "👍🏽", "✅", "✔️", "👍👍!")),
    *((code, line, "no") for code in ("en", "es") for line in ("👎", "❌", "👎🏿 👎🏿")),
    *((code, line, "") for code in ("en", "es") for line in ("👍👎", "🦊", "👍👎👍")),
    ("en", "No", "no"),
    ("en", "n/a", "skip"),
    ("en", "skip", "skip"),
    ("en", "not now", "later"),
    ("en", "STOP", "stop"),
    ("en", "please stop", "stop"),
    ("en", "help!!", "help"),
    ("en", "start", "start"),
    ("en", "thx", "thanks"),
    ("en", "good morning", "hello"),
    ("en", "good night", "bye"),
    ("en", "para", "stop"),
    ("en", "ayuda", "help"),
    ("en", "I stopped at ten", ""),
    ("en", "", ""),
    ("es", "¡Hecho!", "done"),
    ("es", "a medias", "partly"),
    ("es", "hoy no", "missed"),
    ("es", "Sí", "yes"),
    ("es", "si", "yes"),
    ("es", "no", "no"),
    ("es", "más tarde", "later"),
    ("es", "mas tarde", "later"),
    ("es", "no aplica", "skip"),
    ("es", "stop", "stop"),
    ("es", "basta", "stop"),
    ("es", "help", "help"),
    ("es", "empezar", "start"),
    ("es", "gracias", "thanks"),
    ("es", "Buenos días", "hello"),
    ("es", "hasta mañana", "bye"),
]


@pytest.mark.parametrize(("language", "line", "meant"), INTENT)
def test_plain_words_are_understood(snapshot, line, meant):
    assert understand.intent(line, snapshot) == meant


AMOUNT = [
    ("en", "45", 45),
    ("en", "45 min", 45),
    ("en", "1h20", 80),
    ("en", "1 hour 20 minutes", 80),
    ("en", "2 hrs", 120),
    ("en", "1.5 hours", 90),
    ("en", "half an hour", 30),
    ("en", "an hour", 60),
    ("en", "an hour and a half", 90),
    ("en", "a quarter of an hour", 15),
    ("en", "many hours", None),
    ("es", "45 minutos", 45),
    ("es", "1 hora", 60),
    ("es", "2 horas 10 min", 130),
    ("es", "1,5 horas", 90),
    ("es", "media hora", 30),
    ("es", "hora y media", 90),
    ("es", "un cuarto de hora", 15),
    ("es", "muchas horas", None),
]


@pytest.mark.parametrize(("language", "line", "minutes"), AMOUNT)
def test_lengths_of_time_are_understood(snapshot, line, minutes):
    assert understand.minutes(line, snapshot) == minutes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_intents_and_none_means_two_things(library, language):
    words = library.lexicon[language]
    seen: dict[str, str] = {}
    for name in INTENTS:
        assert words[name], name
        for phrase in words[name]:
            assert seen.setdefault(phrase, name) == name, phrase
            assert lexemes.phrase(phrase) == phrase


def test_what_everybody_hears_means_the_same_in_every_language(library):
    for language, words in library.lexicon.items():
        for name in HEARD_BY_ALL:
            for other, others in library.lexicon.items():
                clashes = {p for n in INTENTS if n != name for p in words[name] & others[n]}
                assert not clashes, (language, other, name)
