"""A made-up language, written as a translator would: one more folder in content/locales/, and no code.

Its words are the English ones with a "q" in front ("Not today" is "Qnot qtoday"), so that each English word
that is left in a text stands out. Dates and names of places come from CLDR, under a code that it knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import yaml
from babel import Locale
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from bot.content.markup import to_plain
from bot.content.place_names import place
from bot.content.rendered import Message

CODE = "eo"
FROM = "en"
# A tag can begin before a placeable and end after it.
_KEPT = re.compile(r"^\"[^<>]*>|<[^>]*(?:>|$)|&\w+;|(?<!\w)/[a-z]+|https?://\S+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = re.compile(r"(?<!\w)/[a-z]+|https?://\S+|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b[A-Z]\w+/\w+|, [A-Z]{2}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LANGUAGE = """
zones: [Europe/Warsaw, Europe/London, America/Sao_Paulo, Asia/Tokyo, America/New_York]
unwanted: [qstreak, 'qguilt\\w*']
cue: '[qQ]'
action: q
"""


def made_up(english: str) -> str:
    """A text in the made-up language; markup, addresses and slash commands stay.

    >>> made_up("I did it: <b>45</b> minutes, /today")
    'Qi qdid qit: <b>45</b> qminutes, /today'
    """
    return _KEPT.sub(lambda match: match[0] if match[0][0] in '<&/"' else _word(match[0]), english)


def _word(english: str) -> str:
    return ("Q" if english[0].isupper() else "q") + english[0].lower() + english[1:]


class _Translator(Transformer):
    """A Fluent file in the made-up language. Placeables and variants stay, and so do patterns of dates."""

    def visit_Message(self, node: ast.Message) -> ast.Message:  # noqa: N802 - the visitor's own naming
        return node if "-date-pattern" in node.id.name else self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        node.value = made_up(node.value)
        return node


def add(content: Path) -> Path:
    """Write the folder of the made-up language into a content directory, and return it."""
    source, folder = content / "locales" / FROM, content / "locales" / CODE
    folder.mkdir()
    for path in source.glob("*.ftl"):
        tree = _Translator().visit(FluentParser().parse(path.read_text("utf-8")))
        (folder / path.name).write_text(FluentSerializer().serialize(tree), "utf-8")
    for name in ("lexicon.yaml", "grammar.yaml", "examples.yaml"):
        words: Mapping[str, list[str]] = yaml.load((source / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
        theirs = {key: [made_up(phrase) for phrase in phrases] for key, phrases in words.items()}
        (folder / name).write_text(yaml.safe_dump(theirs, allow_unicode=True), "utf-8")
    (folder / "language.yaml").write_text(LANGUAGE, "utf-8")
    return folder


def shown(message: Message) -> list[str]:
    """Every text of a message that a person reads."""
    found = [to_plain(message.html), *(button.label for button in message.buttons)]
    if message.form:
        fields = message.form.fields
        found += [message.form.title, *(field.label for field in fields)]
        found += [option.label for field in fields for option in field.options]
    return found


def foreign(text: str, known: Set[str]) -> list[str]:
    """The words of a text that are neither of the made-up language, nor dates and places, nor `known`."""
    words = _WORD.findall(_NO_WORDS.sub(" ", text))
    return [word for word in words if word[0] not in "qQ" and word not in known | _from_cldr()]


@cache
def _from_cldr() -> frozenset[str]:
    """Names of days, months and places, as CLDR has them."""
    locale = Locale.parse(CODE)
    names: list[Any] = [*locale.days["format"]["wide"].values(), *locale.months["format"]["wide"].values()]
    names += [place(zone, CODE) for zone in available_timezones()]
    return frozenset(word for name in names for word in _WORD.findall(name)) | {"UTC"}
