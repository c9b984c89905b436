"""What people type is understood, and words of self-harm are heard, while idioms are not taken for them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot import catalog
from bot.catalog.lexicon import HEARD_BY_ALL, INTENTS
from bot.core import tokens, understand
from bot.core.library import Library
from bot.core.model import Facts, Person
from tests.content.reading import CONTENT, LANGUAGES

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def library() -> Library:
    return catalog.load(CONTENT)


@pytest.fixture
def facts(library: Library, language: str) -> Facts:
    return Facts(Person(1, language=language), NOW, NOW.date(), library)


CRISIS = [
    ("en", "I want to die"),
    ("en", "i WANT to... die"),
    ("en", "sometimes I just wanna die tbh"),
    ("en", "I'm going to kill myself"),
    ("en", "im thinking about suicide again"),
    ("en", "I’ve been suicidal for weeks"),
    ("en", "everyone would be better off without me"),
    ("en", "I wish I wasn't alive"),
    ("en", "i wish i wasnt alive"),
    ("en", "I don't want to live anymore"),
    ("en", "I don't want to live."),
    ("en", "I dont want to live, nobody would notice"),
    ("en", "I want to take my life"),
    ("en", "I want to end it all"),
    ("en", "there is no reason to live"),
    ("en", "I hurt myself last night"),
    ("en", "self-harm again today"),
    ("en", "I keep cutting myself"),
    ("en", "I want to disappear"),
    ("en", "the phone is not the problem. I am so tired of living"),
    ("en", "I want my life back. Most days I want to take my life"),
    ("en", "honestly gonna kms"),
    ("en", "I hurt myself on purpose"),
    ("en", "I want to disappear forever"),
    ("en", "I want to stop living"),
    ("es", "Quiero morir"),
    ("es", "me quiero morir"),
    ("es", "a veces solo quiero morirme, la verdad"),
    ("es", "voy a suicidarme"),
    ("es", "pienso en el suicidio"),
    ("es", "tengo ideas suicidas"),
    ("es", "quiero matarme"),
    ("es", "quiero quitarme la vida"),
    ("es", "quiero acabar con mi vida"),
    ("es", "Ya no quiero vivir."),
    ("es", "no quiero vivir más"),
    ("es", "No tengo ganas de vivir"),
    ("es", "todos estarian mejor sin mi"),
    ("es", "ojalá no hubiera nacido"),
    ("es", "quiero desaparecer"),
    ("es", "quiero hacerme dano"),
    ("es", "me corto los brazos por la noche"),
    ("es", "otra autolesión hoy"),
    ("es", "quiero dejar de vivir"),
    ("es", "Quiero acabar con todo."),
    ("es", "voy a matarme"),
    ("es", "estoy cansada de vivir"),
]
NO_CRISIS = [
    ("en", "this app is killing me"),
    ("en", "I'm dying to see it"),
    ("en", "just to kill time"),
    ("en", "my battery is going to die"),
    ("en", "I'd die for chocolate"),
    ("en", "that video had me dead"),
    ("en", "I want to take my life back from my phone"),
    ("en", "I don't want to live on my phone"),
    ("en", "I want to disappear from Instagram for a week"),
    ("en", "cutting myself some slack today"),
    ("en", "I shot myself in the foot"),
    ("en", "walked 5 kms"),
    ("en", "I want to stop living on my phone"),
    ("en", "I wish TikTok would disappear forever"),
    ("en", "I take all my pills in the morning"),
    ("en", "posting that would be social suicide"),
    ("en", "hurt myself at the gym, so no time"),
    ("en", "I don't want to shoot myself in the foot"),
    ("en", "I want to stop scrolling"),
    ("en", "my parents will kill me"),
    ("en", "deadline tomorrow, I'm dead tired"),
    ("en", "I cut my screen time in half"),
    ("en", "I want to end my habit of scrolling"),
    ("en", "no"),
    ("es", "me muero de risa"),
    ("es", "me muero por verlo"),
    ("es", "me muero de sueño"),
    ("es", "me quería morir de vergüenza"),
    ("es", "es solo para matar el tiempo"),
    ("es", "mi madre va a matarme"),
    ("es", "esta aplicación me mata"),
    ("es", "quiero dejar de vivir pegada al teléfono"),
    ("es", "quiero acabar con todo esto de Instagram"),
    ("es", "hoy toca matarme a estudiar"),
    ("es", "caminé 5 kms"),
    ("es", "no quiero vivir pegada al teléfono"),
    ("es", "quiero desaparecer de Instagram una semana"),
    ("es", "me corto el pelo mañana"),
    ("es", "se me acabó la batería, murió"),
    ("es", "quiero vivir más y mirar menos"),
    ("es", "quiero acabar con mi hábito"),
    ("es", "nada"),
]


@pytest.mark.parametrize(("language", "line"), CRISIS)
def test_words_of_self_harm_are_heard(facts, line):
    assert understand.in_crisis(line, facts)


@pytest.mark.parametrize(("language", "line"), [(("es" if one == "en" else "en"), t) for one, t in CRISIS])
def test_they_are_heard_whatever_language_somebody_chose(facts, line):
    assert understand.in_crisis(line, facts)


@pytest.mark.parametrize(("language", "line"), NO_CRISIS)
def test_idioms_are_not_taken_for_them(facts, line):
    assert not understand.in_crisis(line, facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_of_self_harm_is_just_a_word_or_two_of_every_day(library, language):
    """Whatever is looked for within a line must not stand in what people say all the time."""
    words = library.lexicon[language]
    everyday = {phrase for name in INTENTS for phrase in words[name]}
    assert everyday.isdisjoint(words["crisis"] | words["crisis-end"])


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
def test_plain_words_are_understood(facts, line, meant):
    assert understand.intent(line, facts) == meant


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
def test_lengths_of_time_are_understood(facts, line, minutes):
    assert understand.minutes(line, facts) == minutes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_intents_and_none_means_two_things(library, language):
    words = library.lexicon[language]
    seen: dict[str, str] = {}
    for name in INTENTS:
        assert words[name], name
        for phrase in words[name]:
            assert seen.setdefault(phrase, name) == name, phrase
            assert tokens.phrase(phrase) == phrase


def test_what_everybody_hears_means_the_same_in_every_language(library):
    for language, words in library.lexicon.items():
        for name in HEARD_BY_ALL:
            for other, others in library.lexicon.items():
                clashes = {p for n in INTENTS if n != name for p in words[name] & others[n]}
                assert not clashes, (language, other, name)
