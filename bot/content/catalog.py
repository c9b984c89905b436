"""The content directory read and validated: plans, prompts, sources, words.

plans/<slug>.yaml   prompts.yaml   lessons.yaml   weeks.yaml   sources.yaml
languages.yaml (the default language)
locales/<language>/*.ftl (what people read)   lexicon.yaml (what people type)
grammar.yaml (numbers, times, days and countries)   language.yaml (zones, and rules for the texts)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.content import cities, ftl
from bot.content.cities import CountryNames
from bot.content.languages import read_default, read_language
from bot.content.lessons import read_lessons
from bot.content.lexicon import note_clashes, read_grammar, read_lexicon
from bot.content.problems import Problem, Problems
from bot.content.schema import read_plans, read_prompts, read_sources
from bot.content.week_themes import read_week_themes
from bot.content.words import check_words, expected
from bot.core.model.library import Library

__all__ = ["CatalogError", "Problem", "check", "load"]


class CatalogError(Exception):
    """The content cannot be used. `problems` says all that is wrong, in the order of files and lines."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load(content_dir: Path) -> Library:
    """The whole catalogue. Raises CatalogError where `check` finds anything."""
    library, problems = _read(content_dir)
    if problems:
        raise CatalogError(problems)
    return library


def check(content_dir: Path) -> list[Problem]:
    """All that is wrong with the content; an empty list if nothing is. Never raises."""
    return _read(content_dir)[1]


def _read(content_dir: Path) -> tuple[Library, list[Problem]]:
    content_dir = content_dir.absolute()
    problems = Problems(content_dir)
    sources = read_sources(content_dir / "sources.yaml", problems)
    plans = read_plans(content_dir / "plans", sources, problems)
    prompts = read_prompts(content_dir / "prompts.yaml", problems)
    lessons = read_lessons(content_dir / "lessons.yaml", sources, problems)
    themes = read_week_themes(content_dir / "weeks.yaml", lessons, prompts, problems)
    codes = ftl.codes(content_dir)
    default = read_default(content_dir / "languages.yaml", codes, problems)
    first = sorted(codes, key=lambda code: code != default)
    folders = {code: content_dir / "locales" / code for code in first}
    lexicon = {code: read_lexicon(folder / "lexicon.yaml", problems) for code, folder in folders.items()}
    grammar = {code: read_grammar(folder / "grammar.yaml", problems) for code, folder in folders.items()}
    languages = {code: read_language(folder / "language.yaml", problems) for code, folder in folders.items()}
    note_clashes(lexicon, problems, content_dir)
    # Where the structure is at fault, what it needs is not known: one typo would be reported many times.
    needed = None if problems.found else expected(plans.values(), prompts, lessons, themes)
    names = check_words(content_dir, default, languages, needed, problems)
    countries = CountryNames(tuple(names), _countries(grammar.values()))
    find = partial(cities.find, countries=countries)
    zones = {code: language.zones for code, language in languages.items()}
    halves = {code: {"cue": language.cue, "action": language.action} for code, language in languages.items()}
    library = Library(plans, prompts, sources, names, lexicon, find, grammar, zones, default, halves=halves)
    library = replace(library, lessons=lessons, week_themes=themes)
    return library, sorted(set(problems.found))


def _countries(grammars: Iterable[Mapping[str, frozenset[str]]]) -> dict[str, str]:
    """Names of countries as people say them, in any language → ISO codes."""
    return {
        phrase: name.removeprefix("country-").upper()
        for words in grammars
        for name, phrases in words.items()
        if name.startswith("country-")
        for phrase in phrases
    }
