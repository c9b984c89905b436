"""The content of understanding: understanding.yaml, and words, patterns and examples of each language.

understanding.yaml   locales/<language>/understanding/words.yaml   patterns.yaml   examples/<writer>.tsv
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from bot.content.nodes import Doc, Fields
from bot.content.problems import Problem, Problems
from bot.core.model.reading import Asked, Meaning, Safety
from bot.understanding.normal import bare, plain
from bot.understanding.parts import Example, LanguageContent, Sentence, Thresholds, Words
from bot.understanding.syntax import SyntaxFault, parse

FILE = "understanding.yaml"  # in the content directory
_TEXT = "tag:yaml.org,2002:str"
_SHARES = (
    "act-rule",
    "act-model",
    "act-model-strained",
    "act-together",
    "act-value",
    "ask-rule",
    "ask-model",
    "ask-first",
    "safety-unclear",
)
_LISTS = ("fillers", "light", "hedges", "negations", "turns", "exceptions", "questions")
_MAPS = ("emoji", "look-alikes", "slang")
OF_THE_DAY = (Meaning.KEPT, Meaning.PARTLY, Meaning.MISSED, Meaning.SKIPPED)  # answers of a reaction
_Label = TypeVar("_Label", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Content:
    """All content of understanding, and what is wrong with it, in the order of files and lines."""

    thresholds: Thresholds
    languages: Mapping[str, LanguageContent] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load(content_dir: Path) -> Content:
    """Reads everything and never raises; `problems` is empty where the content can be used."""
    root = content_dir.absolute()
    problems = Problems(root)
    thresholds = _thresholds(Doc(root / FILE, problems))
    folders = sorted(path for path in root.glob("locales/*/understanding") if path.is_dir())
    languages = {folder.parent.name: _language(folder, problems) for folder in folders}
    return Content(thresholds, languages, tuple(sorted(set(problems.found))))


def _thresholds(doc: Doc) -> Thresholds:
    fields = doc.fields("understanding", (*_SHARES, "never-by-model-alone", "act-model-of"))
    shares = {name.replace("-", "_"): fields.whole(name, 0, 100) / 100 for name in _SHARES}
    never_alone = _meanings(doc, fields, "never-by-model-alone")
    return Thresholds(**shares, never_alone=never_alone, act_model_of=_shares_of(doc, fields, "act-model-of"))


def _shares_of(doc: Doc, fields: Fields, field_name: str) -> dict[Meaning, float]:
    """reading → whole percent, as shares."""
    found = {}
    for key, value in doc.pairs(fields.node(field_name), f"'{field_name}'"):
        name, percent = doc.one_of(key, "a reading", list(Meaning)), doc.whole(value, "a share", 0, 100)
        if name:
            found[Meaning(name)] = percent / 100
    return found


def _meanings(doc: Doc, fields: Fields, field_name: str) -> frozenset[Meaning]:
    names = (doc.one_of(node, "a reading", list(Meaning)) for node in fields.items(field_name))
    return frozenset(Meaning(name) for name in names if name)


def _language(folder: Path, problems: Problems) -> LanguageContent:
    words = _words(Doc(folder / "words.yaml", problems))
    sentences = _sentences(Doc(folder / "patterns.yaml", problems))
    files = sorted((folder / "examples").glob("*.tsv"))
    examples = tuple(example for file in files for example in read_examples(file, problems))
    return LanguageContent(words, sentences, examples)


def quoted(doc: Doc, node: yaml.Node, what: str) -> str:
    """Text, refused where YAML makes a list, a boolean, a number or nothing of it for want of quotes."""
    if isinstance(node, yaml.ScalarNode) and node.tag == _TEXT and node.value.strip():
        return str(node.value).strip()
    kind = node.tag.rpartition(":")[2]
    if isinstance(node, yaml.ScalarNode) and kind != "str":
        doc.bad(node, f"{what} is '{node.value}', which YAML reads as {kind}; put it in quotes")
    elif isinstance(node, yaml.ScalarNode):
        doc.bad(node, f"{what} must be text")
    else:
        doc.bad(node, f"{what} is read by YAML as {kind}; put it in quotes")
    return ""


def _words(doc: Doc) -> Words:
    fields = doc.fields("the words", (*_LISTS, *_MAPS, "reactions", "degrees", "feelings"))
    emoji, look_alikes, slang = (_texts(doc, fields.node(name), name) for name in _MAPS)
    reactions = _reactions(doc, fields.node("reactions"))
    degrees = _grouped(doc, fields.node("degrees"), "degrees")
    feelings = _grouped(doc, fields.node("feelings"), "feelings")
    in_full = {plain(short): plain(full) for short, full in slang.items()}
    lists = (frozenset(_phrases(doc, fields, name)) for name in _LISTS)
    fillers, light, hedges, negations, turns, exceptions, questions = lists
    return Words(
        emoji, reactions, look_alikes, in_full,
        fillers, light, hedges, negations, turns, exceptions, questions,
        _shares(doc, fields, degrees), feelings,
    )  # fmt: skip


def _phrases(doc: Doc, fields: Fields, name: str) -> list[str]:
    return [phrase for node in fields.items(name) if (phrase := plain(quoted(doc, node, "a phrase")))]


def _texts(doc: Doc, node: yaml.Node | None, what: str) -> dict[str, str]:
    pairs = doc.pairs(node, f"'{what}'")
    return {quoted(doc, key, "a sign"): quoted(doc, value, "its words") for key, value in pairs}


def _reactions(doc: Doc, node: yaml.Node | None) -> dict[str, Meaning]:
    names = {
        bare(quoted(doc, key, "a sign")): doc.one_of(value, "a reaction", OF_THE_DAY)
        for key, value in doc.pairs(node, "'reactions'")
    }
    return {sign: Meaning(name) for sign, name in names.items() if sign and name}


def _grouped(doc: Doc, node: yaml.Node | None, what: str) -> dict[str, str]:
    """name → list of phrases, as phrase → name."""
    found: dict[str, str] = {}
    for key, value in doc.pairs(node, f"'{what}'"):
        for item in doc.items(value, f"'{what}'"):
            phrase = plain(quoted(doc, item, "a phrase"))
            if found.setdefault(phrase, doc.text(key, "a name")) != doc.text(key, "a name"):
                doc.bad(item, f"'{phrase}' is in two lists of '{what}'")
    return found


def _shares(doc: Doc, fields: Fields, degrees: Mapping[str, str]) -> dict[str, float]:
    node = fields.node("degrees")
    for name in sorted(set(degrees.values())):
        if node is not None and not (name.isdecimal() and int(name) <= 100):
            doc.bad(node, f"the degree '{name}' is no whole percent from 0 to 100")
    return {phrase: int(name) / 100 for phrase, name in degrees.items() if name.isdecimal()}


def _sentences(doc: Doc) -> tuple[Sentence, ...]:
    fields = doc.fields("the patterns", ("parts", "readings"))
    parts = _texts(doc, fields.node("parts"), "parts")
    found = []
    for key, value in doc.pairs(fields.node("readings"), "'readings'"):
        name = doc.one_of(key, "a reading", list(Meaning))
        for item in doc.items(value, f"'{name}'"):
            written = quoted(doc, item, "a sentence")
            if name and written and (put := _put_in(doc, item, written, parts)):
                found.append(Sentence(Meaning(name), put, item.start_mark.line + 1))
    return tuple(found)


def _put_in(doc: Doc, node: yaml.Node, written: str, parts: Mapping[str, str]) -> str:
    """The sentence with its <parts>; "" where it is faulty, which is noted."""
    for name, part in parts.items():
        written = written.replace(f"<{name}>", f"({part})")
    try:
        parse(written)
    except SyntaxFault as fault:
        doc.bad(node, f"'{written[:60]}' {fault}")
        return ""
    return written


def read_examples(path: Path, problems: Problems) -> list[Example]:
    """The lines of a TSV file: asked, safety, reading, value ("-" for none), line. Faulty ones are noted."""
    text = problems.read(path)
    rows = enumerate((text or "").split("\n"), 1)
    return [found for n, row in rows if row.strip() and (found := _example(path, n, row, problems))]


def _example(path: Path, n: int, row: str, problems: Problems) -> Example | None:
    cells = row.rstrip("\r").split("\t")
    if len(cells) != 5:
        problems.add(path, n, 1, f"has {len(cells)} fields; asked, safety, reading, value, line are five")
        return None
    asked = _label(path, n, Asked, cells[0], problems)
    safety = _label(path, n, Safety, cells[1], problems)
    reading = _label(path, n, Meaning, cells[2], problems)
    if asked is None or safety is None or reading is None:
        return None
    if not cells[4].strip():
        problems.add(path, n, 1, "the line is empty")
        return None
    return Example(asked, safety, reading, "" if cells[3] == "-" else cells[3], cells[4].strip())


def _label(path: Path, n: int, labels: type[_Label], name: str, problems: Problems) -> _Label | None:
    try:
        return labels(name)
    except ValueError:
        problems.add(path, n, 1, f"'{name}' is unknown; one of: {', '.join(labels)}")
        return None
