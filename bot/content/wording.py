"""Keys and arguments in, words in a language out. The words are in content/locales/<language>/*.ftl."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from bot.content import bundles, ftl
from bot.content.markup import escaped, to_plain
from bot.content.place_names import place
from bot.content.rendered import Message, ShownBar, ShownButton, ShownChart, ShownField, ShownForm
from bot.core.conversation.flow import Command
from bot.core.model.messages import Arg, Button, Chart, Field, Form, Reply, Text, WithYear, ZoneName

LABEL_CHARACTERS = 80  # Discord's limit of a button's label; Telegram and the console allow more
MAX_CACHED_TEXTS = 4096  # and as many labels
LONG_ARGUMENT_CHARACTERS = (
    200  # fluent.runtime refuses arguments over 2,500; longer ones are put in afterwards
)
CHART_DAY = "Ed"  # Unicode's skeleton of a short weekday and the day of the month: "Sun 22"
NO_YEAR = 0  # as the current year: every date is shown without its year

log = logging.getLogger(__name__)

_Arguments: TypeAlias = tuple[tuple[str, Any], ...]


class WordingError(LookupError):
    """A text has no words, or lacks an argument. Raised where `strict`; elsewhere it is logged."""


class Wording:
    """All words, read once. `languages`: code → its own name, that of `default` first.

    `default` is the code of the language that is used where a language, or a text in it, is missing; then
    the key alone is logged. `strict` raises WordingError for a missing key or argument instead (tests).

    `today`, where a method takes it, is the person's date: dates of another year are shown with their year.
    Without it no date is.
    """

    def __init__(self, content_dir: Path, default: str, *, strict: bool = False) -> None:
        self.default, self._strict = default, strict
        self._cached_html, self._cached_label = self._cached(self._html), self._cached(self._label)
        codes = sorted(ftl.codes(content_dir), key=lambda code: code != default)
        self._bundles = {code: bundles.load(content_dir, code) for code in codes}
        names = {code: self.plain(Text("language-own-name"), code) for code in self._bundles}
        self.languages: Mapping[str, str] = MappingProxyType(names)

    def _cached(self, show: Callable[[Text, str, int], str]) -> Callable[[str, _Arguments, str, int], str]:
        """The same with a cache: most texts are the same for everybody, and there are few of them."""
        return lru_cache(MAX_CACHED_TEXTS)(
            lambda key, args, language, year: show(Text(key, dict(args)), language, year)
        )

    # --- replies

    def show(
        self, replies: Iterable[Reply], language: str, today: date, *, asks: bool = False
    ) -> tuple[Message, ...]:
        """The replies of a turn in words. `asks`: the last one is a question that words answer; plain texts
        just before it become one message with it."""
        messages = [self.message(reply, language, today) for reply in replies]
        if not asks or not messages:
            return tuple(messages)
        *before, question = messages
        while before and before[-1].plain:
            first = before.pop()
            html = f"{first.html}\n\n{question.html}"
            question = replace(
                question, html=html, edits=first.edits and question.edits, page=first.page and question.page
            )
        return (*before, replace(question, waits=True))

    def message(self, reply: Reply, language: str, today: date | None = None) -> Message:
        """One reply in words, with its buttons, form and chart."""
        return Message(
            html=self.html(reply.text, language, today),
            buttons=self._buttons(reply.buttons, language, today),
            form=self.form(reply.form, language, today) if reply.form else None,
            picture=self._chart(reply.picture, language, today) if reply.picture else None,
            document=reply.document,
            numeric=reply.numeric,
            edits=reply.edits,
            page=reply.page,
            wants=reply.wants,
            language=self.match(language),
        )

    def form(self, form: Form, language: str, today: date | None = None) -> ShownForm:
        """A form in words."""
        fields = tuple(self._field(field, language, today) for field in form.fields)
        return ShownForm(form.token, self.label(form.title, language, today), fields)

    def _field(self, field: Field, language: str, today: date | None) -> ShownField:
        label, options = (
            self.label(field.label, language, today),
            self._buttons(field.options, language, today),
        )
        return ShownField(field.name, label, options, field.long, field.required, field.value)

    def _buttons(
        self, buttons: Iterable[Button], language: str, today: date | None
    ) -> tuple[ShownButton, ...]:
        return tuple(ShownButton(b.token, self.label(b.label, language, today), b.style) for b in buttons)

    def _chart(self, chart: Chart, language: str, today: date | None) -> ShownChart:
        locale = self.match(language).replace("-", "_")
        bars = tuple(
            ShownBar(
                format_skeleton(CHART_DAY, bar.day, locale=locale),
                bar.value,
                "" if bar.value is None else format_decimal(bar.value, "0.#", locale=locale),
            )
            for bar in chart.bars
        )
        title, alt = self.label(chart.title, language, today), self.plain(chart.alt, language, today)
        return ShownChart(title, alt, bars, chart.goal)

    # --- single texts

    def html(self, text: Text, language: str, today: date | None = None) -> str:
        """A text as an HTML fragment. A person's own words among its arguments are escaped."""
        return self._fragment(text, language, today.year if today else NO_YEAR)

    def plain(self, text: Text, language: str, today: date | None = None) -> str:
        """A text without markup."""
        return to_plain(self.html(text, language, today))

    def label(self, text: Text, language: str, today: date | None = None) -> str:
        """A text as a label: plain, on one line, cut where it is too long."""
        year = today.year if today else NO_YEAR
        if (arguments := _impersonal(text)) is not None:
            return self._cached_label(text.key, arguments, language, year)
        return self._label(text, language, year)

    def commands(self, commands: Iterable[Command], language: str) -> Mapping[str, str]:
        """The short descriptions of slash commands, by name and in their order."""
        code = self.match(language)
        return {command.name: self.plain(Text(f"command-{command.name}"), code) for command in commands}

    def match(self, language: str) -> str:
        """The best language for a client's code ("es-MX" → "es"); the default where there is no such one."""
        if language in self._bundles:
            return language
        wanted = language.replace("_", "-").lower()
        known = {code.lower(): code for code in self._bundles}
        return known.get(wanted) or known.get(wanted.partition("-")[0]) or self.default

    # --- how a text is filled in; `year`: the current one, or NO_YEAR

    def _label(self, text: Text, language: str, year: int) -> str:
        label = " ".join(to_plain(self._fragment(text, language, year)).split())
        return label if len(label) <= LABEL_CHARACTERS else label[: LABEL_CHARACTERS - 1] + "…"

    def _fragment(self, text: Text, language: str, year: int) -> str:
        if (arguments := _impersonal(text)) is not None:
            return self._cached_html(text.key, arguments, language, year)
        return self._html(text, language, year)

    def _html(self, text: Text, language: str, year: int) -> str:
        args: dict[str, str | int | float] = {}
        later: dict[str, str] = {}
        for name, value in text.args.items():
            words = self._arg(value, language, year)
            if isinstance(words, str) and len(words) > LONG_ARGUMENT_CHARACTERS:
                args[name] = mark = f"\ue000{name}\ue001"
                later[mark] = words
            else:
                args[name] = words
        filled = self._format(text.key, args, language)
        for mark, words in later.items():
            filled = filled.replace(mark, words)
        return filled

    def _arg(self, value: Arg, language: str, year: int) -> str | int | float:
        match value:
            case str():
                return escaped(value)
            case Text():
                return self._fragment(value, language, year)
            case tuple():
                return "\n".join(self._fragment(text, language, year) for text in value)
            case datetime():
                return f"{self._date(value, language)}, {value:%H:%M}"
            case date():
                return self._date(value, language, with_year=year not in (NO_YEAR, value.year))
            case time():
                return f"{value:%H:%M}"
            case WithYear():
                return self._date(value.day, language, with_year=True)
            case ZoneName():
                return escaped(place(value.name, self.match(language)))
            case _:
                return value

    def _date(self, day: date, language: str, *, with_year: bool = False) -> str:
        code = self.match(language)
        pattern = self._format(f"common-date-pattern{'-year' if with_year else ''}", {}, code)
        return format_date(day, pattern, locale=code.replace("-", "_"))

    def _format(self, key: str, args: Mapping[str, str | int | float], language: str) -> str:
        for code in dict.fromkeys((self.match(language), self.default)):
            bundle = self._bundles[code]
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern is None:
                self._fault(f"no words for '{key}' in '{code}'")
                continue
            filled, errors = bundle.format_pattern(pattern, dict(args))
            if errors:  # its message may quote an argument, which is a person's words: its kind is enough
                self._fault(f"'{key}' in '{code}' cannot be filled in ({type(errors[0]).__name__})")
            return str(filled)
        return key

    def _fault(self, reason: str) -> None:
        if self._strict:
            raise WordingError(reason)
        log.error(reason)


def _impersonal(text: Text) -> _Arguments | None:
    """The arguments of a text that holds neither a person's words nor other texts, else None."""
    if any(not isinstance(value, int | float | date | time | WithYear) for value in text.args.values()):
        return None
    return tuple((name, value) for name, value in text.args.items())
