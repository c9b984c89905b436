"""The settings of languages: languages.yaml and, for each of them, locales/<language>/language.yaml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.content.markup import to_plain
from bot.content.nodes import Doc, Fields
from bot.content.problems import Problems
from bot.core.model.localtime import zone_names

LIKELY = 5  # zones that are offered at once
_HALF = re.compile(r"plan-.+-(cue|action)-\d")


class Language(NamedTuple):
    """One language. `zones`: IANA names of the zones where its speakers often live, the likeliest first.

    The others are rules for its texts: `unwanted` finds a word that no text may hold; the halves of an
    if–then plan have to begin as `cue` and `action` say, since they stand within a sentence.
    """

    zones: tuple[str, ...]
    unwanted: re.Pattern[str]
    cue: re.Pattern[str]
    action: re.Pattern[str]


def read_default(path: Path, codes: Collection[str], problems: Problems) -> str:
    """languages.yaml: the code of the default language, one of `codes`; "" where it does not say."""
    doc = Doc(path, problems)
    fields = doc.fields("the languages", ("default",))
    default = fields.text("default")
    if default and default not in codes and (node := fields.node("default")):
        doc.bad(node, f"'default' is '{default}', which is no folder of locales/ with texts")
    return default if default in codes else ""


def read_language(path: Path, problems: Problems) -> Language:
    """locales/<language>/language.yaml. A value that cannot be read is noted and stands as one that asks for
    nothing."""
    doc = Doc(path, problems)
    fields = doc.fields("the language", ("zones", "unwanted", "cue", "action"))
    words = (_pattern(doc, node, doc.text(node, "a word")).pattern for node in fields.items("unwanted"))
    return Language(
        _zones(doc, fields.items("zones")),
        re.compile(rf"\b(?:{'|'.join(words) or '(?!)'})\b", re.IGNORECASE),
        _beginning(doc, fields, "cue"),
        _beginning(doc, fields, "action"),
    )


def broken_rules(key: str, texts: Iterable[str], rules: Language) -> Iterable[str]:
    """The faults of a message against the rules of its language. `texts`: its variants, markup included."""
    half = _HALF.fullmatch(key)
    beginning = {"cue": rules.cue, "action": rules.action}[half[1]] if half else None
    for text in map(to_plain, texts):
        if found := rules.unwanted.search(text):
            yield f"says '{found[0]}', which is unwanted in this language"
        if half and beginning and not beginning.match(text):
            yield f"does not begin as '{half[1]}' in language.yaml has it"


def _zones(doc: Doc, nodes: Iterable[yaml.Node]) -> tuple[str, ...]:
    """At least LIKELY, each known and once."""
    found: dict[str, yaml.Node] = {}
    for node in nodes:
        zone = doc.text(node, "a zone")
        if zone and zone not in zone_names():
            doc.bad(node, f"'{zone}' is no time zone")
        elif zone in found:
            doc.bad(node, f"the zone '{zone}' is there twice")
        found.setdefault(zone, node)
    if 0 < len(found) < LIKELY:
        doc.bad(next(iter(found.values())), f"'zones' has {len(found)}; at least {LIKELY}")
    return tuple(zone for zone in found if zone in zone_names())


def _beginning(doc: Doc, fields: Fields, name: str) -> re.Pattern[str]:
    node = fields.node(name)
    return _pattern(doc, node, fields.text(name)) if node else re.compile("")


def _pattern(doc: Doc, node: yaml.Node, text: str) -> re.Pattern[str]:
    """A regular expression; one that matches nothing for an empty list."""
    try:
        return re.compile(text)
    except re.error as error:
        doc.bad(node, f"'{text}' is no regular expression: {error.msg}")
        return re.compile("(?!)")
