"""Phrases that people type in a language: lexicon.yaml (intents) and grammar.yaml (numbers and times)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml
from babel.core import get_global

from bot.content.nodes import Doc
from bot.content.problems import Problems
from bot.core.checkin import obstacles
from bot.core.coach import COACH
from bot.core.conversation.flow import Command
from bot.core.model.library import Itch
from bot.core.preferences import arrival, settings
from bot.core.typed.lexemes import phrase as as_phrase
from bot.core.typed.understand import IN_EVERY_LANGUAGE

ANSWERS = ("done", "partly", "missed", "yes", "no", "skip", "later")
SMALL_TALK = ("thanks", "hello", "bye", "undo", "again", "unwell", "unsure")
CARE = ("care-me", "care-friend", "care-expression")  # answers to the careful question, heard there alone


def intents(commands: Iterable[Command]) -> tuple[str, ...]:
    """The meanings of a whole typed line: answers, small talk, and the commands that have words."""
    return (*ANSWERS, *SMALL_TALK, *(command.name for command in commands if command.in_words))


INTENTS = intents(COACH.commands)
# How people open a half of an if–then plan, the words of one that always have a capital letter, and how the
# signs of an address are spelled out; a language may do without.
OPENINGS = ("when", "i-will", "capitals-always", "spelled-dot", "spelled-at")
# Classes of words of the grammar of numbers, times, days and countries; a language may do without the second
# ones.
UNITS = ("day", "week", "month", "hour", "minute")
WEEKDAYS = (*(f"weekday-{n}" for n in range(7)), "every-day", "weekdays", "weekend")
MONTHS = tuple(f"month-{n}" for n in range(1, 13))
GRAMMAR = (
    *(f"number-{n}" for n in range(1, 13)),
    *("and", "of", "zero", "half", "noon", "midnight", "am", "pm", "morning", "evening"),
    *(*UNITS, *WEEKDAYS, *MONTHS, "through", "except", "tomorrow", "next"),
)
GRAMMAR_MORE = (
    *("number-0", *(f"number-{n}" for n in range(13, 101))),
    *("article", "about", "once", "twice", "times", "lowest", "highest", "messages", "a-week", "after-it"),
    *("quarter", "half-hour", "quarter-hour", "three-quarters"),
    *("past", "to", "less", "oclock", "one-oclock", "afternoon", "night", "small-hours", "from"),
    "beside-time",
    *("all", "alternate", "after-tomorrow", "next-week", "next-month", "next-year", "ordinal", "on-the"),
    "beside-date",
    *(f"feast-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 32)),
    *(f"country-{code.lower()}" for code in get_global("territory_currencies") if code.isalpha()),
)
# How an age is stated (`bot.core.typed.ages`): whole lines, and the words around a number.
AGES = ("younger", "adult", "age-mine", "age-years", "age-then", "age-less")
# Names of the settings, after `/settings`.
SETTINGS = tuple(f"setting-{name}" for name in settings.PAGES)
# Matched within a line, or where one question waits, so the same words may stand elsewhere too.
# Words by which a line is not said back: hard on somebody; of hurt and shame; names. And words with a capital
# letter that are no names.
KEPT_BACK = ("harsh", "hurt", "grief", "first-names", "capitals")
HALVES = ("no-plan",)  # of an if–then plan in own words
# In the moment: names of states, ends of two minutes, how a line of the own list is named, a post to come.
MOMENT = (
    *(f"itch-{itch}" for itch in Itch),
    *("urge-passed", "urge-went-in", "swap-add", "swap-remove", "swap-mine", "about-to-post", "about-feeds"),
)
OBSTACLES = tuple(f"obstacle-{kind}" for kind in obstacles.KINDS)  # what got in the way, in own words
WITHIN = (*MOMENT, *CARE, *OBSTACLES, *KEPT_BACK, *HALVES, *arrival.SOUND, *AGES[2:])
_WANTED = (
    *INTENTS,
    *MOMENT,
    *OBSTACLES,
    *AGES,
    *CARE,
    *KEPT_BACK,
    *HALVES,
    *arrival.SOUND,
    *SETTINGS,
)  # of every language
HEARD_BY_ALL = tuple(sorted(IN_EVERY_LANGUAGE))


def read_lexicon(path: Path, problems: Problems) -> dict[str, frozenset[str]]:
    """locales/<language>/lexicon.yaml: intent → phrases. They are compared as `lexemes.phrase` has them,
    and with apostrophes left out too, as many people type."""
    doc = Doc(path, problems)
    fields = doc.fields("the lexicon", _WANTED, OPENINGS)
    meanings: dict[str, str] = {}
    of_settings: dict[str, str] = {}
    found = {}
    for intent in (name for name in (*_WANTED, *OPENINGS) if name in fields):
        phrases: set[str] = set()
        for node in fields.items(intent):
            heard = _spellings(doc, node)
            phrases.update(heard)
            if intent not in WITHIN:
                known = of_settings if intent in SETTINGS else meanings
                _note_ambiguous(doc, node, heard, intent, known)
        found[intent] = frozenset(phrases)
    return found


def read_grammar(path: Path, problems: Problems) -> dict[str, frozenset[str]]:
    """locales/<language>/grammar.yaml: class → phrases, as `core.tokens` compares them. The same phrase may
    belong to several classes, since each grammar looks at its own."""
    doc = Doc(path, problems)
    fields = doc.fields("the grammar", GRAMMAR, GRAMMAR_MORE)
    return {
        name: frozenset(spelling for node in fields.items(name) for spelling in _spellings(doc, node))
        for name in (*GRAMMAR, *GRAMMAR_MORE)
        if name in fields
    }


def _spellings(doc: Doc, node: yaml.Node) -> set[str]:
    written = doc.text(node, "a phrase")
    phrase = as_phrase(written)
    if written and not phrase:
        doc.bad(node, f"'{written}' has neither letters nor digits nor emoji")
    return {phrase, phrase.replace("'", ""), phrase.replace("'", " ")} - {""}


def _note_ambiguous(
    doc: Doc, node: yaml.Node, heard: Iterable[str], intent: str, known: dict[str, str]
) -> None:
    for phrase in sorted(heard):
        if known.setdefault(phrase, intent) != intent:
            doc.bad(node, f"'{phrase}' means both {known[phrase]} and {intent}")


def note_clashes(lexicon: Mapping[str, Mapping[str, frozenset[str]]], problems: Problems, root: Path) -> None:
    """Words that stop or help in one language must not mean something else in another."""
    for one, words in lexicon.items():
        for intent in HEARD_BY_ALL:
            for two, others in lexicon.items():
                for other in (name for name in INTENTS if name != intent and name in others):
                    for phrase in sorted(words.get(intent, frozenset()) & others[other]):
                        reason = f"'{phrase}' means {intent} here, but {other} in '{two}'"
                        problems.add(root / "locales" / one / "lexicon.yaml", 1, 1, reason)
