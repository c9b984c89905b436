"""Keys and arguments in, words in a person's language out. Files: content/locales/<language>/*.ftl."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from babel.dates import format_date, get_timezone, get_timezone_location
from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.content import ftl
from bot.content.markup import TextSpan, address, escaped, spans, to_plain
from bot.content.problems import Problems
from bot.core.model.messages import Arg, Button, Document, Form, Reply, Text, WithYear, ZoneName

__all__ = ["Message", "Shown", "ShownField", "ShownForm", "TextSpan", "Wording", "WordingError", "spans"]
__all__ += ["address", "to_plain"]

LONGEST_LABEL = 80  # characters of a button's label on Discord; Telegram and the console allow more
_REMEMBERED = 4096  # texts, and labels
_LONG = 200  # characters; fluent.runtime refuses arguments over 2,500, so longer ones are put in afterwards

log = logging.getLogger(__name__)

_Arguments: TypeAlias = tuple[tuple[str, Any], ...]


class WordingError(LookupError):
    """A text has no words, or lacks an argument. Raised where `strict`, logged elsewhere."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A button (or an option) in words: a plain label of one line, at most LONGEST_LABEL characters."""

    token: str
    label: str


@dataclass(frozen=True, slots=True)
class ShownField:
    name: str
    label: str
    options: tuple[Shown, ...] = ()
    long: bool = False
    required: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class ShownForm:
    token: str
    title: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A reply in words. `html` is a fragment of <b>, <i>, <a href>; the rest as in `core.messages.Reply`.

    `language`: the person's, so that an adapter's own words can follow. `waits`: it is a question that words
    answer. `hint`: nothing came of what was said, so that it need not be said after something newer. `ends`:
    what waits to be said before it is not wanted any more. `answers`: how the tokens of the buttons begin
    below the question that was answered in words. `key` names a message of the coach's own accord,
    for platforms that can tell a repeated one.
    """

    html: str
    buttons: tuple[Shown, ...] = ()
    form: ShownForm | None = None
    document: Document | None = None
    numeric: bool = False
    edits: bool = False
    language: str = ""
    waits: bool = False
    key: str = ""
    wants: str = ""
    hint: bool = False
    ends: bool = False
    answers: str = ""

    @property
    def plain(self) -> bool:
        """Whether it is a text and nothing else."""
        return not (self.buttons or self.form or self.document)


class Wording:
    """All words, read once. `languages`: code → its own name, that of `default` first.

    `default` is the code of the language that stands in where a language, or a text in it, is missing; then
    the key alone is logged. `strict` raises WordingError for a missing key or argument instead (tests).
    """

    def __init__(self, content_dir: Path, default: str, *, strict: bool = False) -> None:
        self.default, self._strict = default, strict
        self._known_html, self._known_label = self._remember(self._html), self._remember(self._label)
        codes = sorted(ftl.codes(content_dir), key=lambda code: code != default)
        self._bundles = {code: _bundle(content_dir, code) for code in codes}
        self._keys = {code: _keys(content_dir, code) for code in self._bundles}
        names = {code: self.plain(Text("language-own-name"), code) for code in self._bundles}
        self.languages: Mapping[str, str] = MappingProxyType(names)

    def _remember(self, show: Callable[[Text, str], str]) -> Callable[[str, _Arguments, str], str]:
        """Most texts are the same for everybody, and there are not many of them."""
        return lru_cache(_REMEMBERED)(lambda key, args, language: show(Text(key, dict(args)), language))

    def show(self, reply: Reply, language: str) -> Message:
        """A reply in words, with its buttons and form."""
        return Message(
            self.html(reply.text, language),
            tuple(self._button(b, language) for b in reply.buttons),
            self.form(reply.form, language) if reply.form else None,
            reply.document,
            reply.numeric,
            reply.edits,
            self.match(language),
            wants=reply.wants,
        )

    def html(self, text: Text, language: str) -> str:
        """A text as an HTML fragment. Own words among its arguments are escaped."""
        if (arguments := _nobodys(text)) is not None:
            return self._known_html(text.key, arguments, language)
        return self._html(text, language)

    def _html(self, text: Text, language: str) -> str:
        args: dict[str, str | int | float] = {}
        later: dict[str, str] = {}
        for name, value in text.args.items():
            words = self._arg(value, language)
            if isinstance(words, str) and len(words) > _LONG:
                args[name] = mark = f"\ue000{name}\ue001"
                later[mark] = words
            else:
                args[name] = words
        filled = self._format(text.key, args, language)
        for mark, words in later.items():
            filled = filled.replace(mark, words)
        return filled

    def plain(self, text: Text, language: str) -> str:
        """A text without markup."""
        return to_plain(self.html(text, language))

    def commands(self, language: str) -> Mapping[str, str]:
        """What each slash command is for: its name → a short description."""
        code = self.match(language)
        found = sorted(key for key in self._keys[code] if key.startswith("command-"))
        return {key.removeprefix("command-"): self.plain(Text(key), code) for key in found}

    def match(self, language: str) -> str:
        """The best language for a client's code ("es-MX" → "es"); the default where there is none."""
        if language in self._bundles:
            return language
        wanted = language.replace("_", "-").lower()
        known = {code.lower(): code for code in self._bundles}
        return known.get(wanted) or known.get(wanted.partition("-")[0]) or self.default

    def _format(self, key: str, args: Mapping[str, str | int | float], language: str) -> str:
        for code in dict.fromkeys((self.match(language), self.default)):
            bundle = self._bundles[code]
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern is None:
                self._fault(f"no words for '{key}' in '{code}'")
                continue
            filled, errors = bundle.format_pattern(pattern, dict(args))
            if errors:  # its message may quote an argument, that is a person's words: its kind is enough
                self._fault(f"'{key}' in '{code}' cannot be filled in ({type(errors[0]).__name__})")
            return str(filled)
        return key

    def _fault(self, reason: str) -> None:
        if self._strict:
            raise WordingError(reason)
        log.error(reason)

    def _arg(self, value: Arg, language: str) -> str | int | float:
        match value:
            case str():
                return escaped(value)
            case Text():
                return self.html(value, language)
            case tuple():
                return "\n".join(self.html(text, language) for text in value)
            case datetime():
                return f"{self._date(value, language)}, {value:%H:%M}"
            case date():
                return self._date(value, language)
            case time():
                return f"{value:%H:%M}"
            case WithYear():
                return self._date(value.day, language, "common-date-pattern-year")
            case ZoneName():
                return escaped(place(value.name, self.match(language)))
            case _:
                return value

    def _date(self, day: date, language: str, pattern: str = "common-date-pattern") -> str:
        code = self.match(language)
        return format_date(day, self._format(pattern, {}, code), locale=code.replace("-", "_"))

    def _button(self, button: Button, language: str) -> Shown:
        return Shown(button.token, self.label(button.label, language))

    def label(self, text: Text, language: str) -> str:
        """A text as a label: plain, on one line, cut where it is too long."""
        if (arguments := _nobodys(text)) is not None:
            return self._known_label(text.key, arguments, language)
        return self._label(text, language)

    def _label(self, text: Text, language: str) -> str:
        label = " ".join(self.plain(text, language).split())
        return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"

    def form(self, form: Form, language: str) -> ShownForm:
        """A form in words."""
        fields = tuple(
            ShownField(
                f.name,
                self.label(f.label, language),
                tuple(self._button(option, language) for option in f.options),
                f.long,
                f.required,
                f.value,
            )
            for f in form.fields
        )
        return ShownForm(form.token, self.label(form.title, language), fields)


@lru_cache(_REMEMBERED)
def place(zone: str, language: str) -> str:
    """What the place is called that a time zone is named after, in a language; a zone that is no place by its
    distance from UTC, for the sign in an IANA name is the other way round.

    >>> place("America/Mexico_City", "es"), place("Etc/GMT-5", "es")
    ('Ciudad de México', 'UTC+5')
    """
    if zone.startswith("Etc/GMT") and zone[7:8] in ("+", "-"):
        return f"UTC{'-' if zone[7] == '+' else '+'}{zone[8:]}"
    try:
        name = get_timezone_location(get_timezone(zone), locale=language.replace("-", "_"), return_city=True)
    except LookupError:  # no zone that is known here
        name = zone
    return name.rpartition("/")[2].replace("_", " ")


def _nobodys(text: Text) -> _Arguments | None:
    """The arguments of a text that holds nobody's words (nor other texts), None for any other."""
    if any(not isinstance(value, int | float | date | time | WithYear) for value in text.args.values()):
        return None
    return tuple((name, value) for name, value in text.args.items())


def _resources(content_dir: Path, code: str) -> list[ast.Resource]:
    problems = Problems(
        content_dir
    )  # not looked at: `bot.content.catalog.check` reports them before the start
    sources = (problems.read(path) for path in sorted((content_dir / "locales" / code).glob("*.ftl")))
    return [ftl.parse(source) for source in sources if source is not None]


def _bundle(content_dir: Path, code: str) -> FluentBundle:
    """`use_isolating` is off: marks around every number would end up in people's clipboards and searches.
    Own words that need isolating get it from `markup.escaped`."""
    bundle = FluentBundle([code], use_isolating=False)
    for resource in _resources(content_dir, code):
        bundle.add_resource(resource)
    return bundle


def _keys(content_dir: Path, code: str) -> frozenset[str]:
    nodes = (node for resource in _resources(content_dir, code) for node in resource.body)
    return frozenset(node.id.name for node in nodes if isinstance(node, ast.Message))
