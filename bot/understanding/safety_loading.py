"""The content of safety: locales/<language>/understanding/safety.yaml of every language, as one kit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.content.nodes import Doc
from bot.content.problems import Problem, Problems
from bot.core.model.reading import Safety
from bot.understanding.disguise import Spelling
from bot.understanding.loading import quoted
from bot.understanding.phrases import ENDING, DangerPhrase, PhraseFault, phrase
from bot.understanding.pieces import bare
from bot.understanding.safety import IDIOMS, LOWERS, SCOPE, Kit, Rule

FILE = "safety.yaml"  # in locales/<language>/understanding
SHORTEST_CORE = 3  # letters
SHORTEST_BEGINNING = 4  # letters before "*"
_SHARED = (IDIOMS, LOWERS, SCOPE)
_SIGNS = ("leet", "look-alikes")  # in one of the languages for all
_Names: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class _Read:
    """All that was read of all languages so far."""

    parts: dict[str, tuple[DangerPhrase, ...]] = field(default_factory=lambda: dict.fromkeys(_SHARED, ()))
    rules: list[Rule] = field(default_factory=list)
    core: list[str] = field(default_factory=list)
    in_full: dict[str, str] = field(default_factory=dict)
    leet: dict[str, str] = field(default_factory=dict)
    look_alikes: dict[str, str] = field(default_factory=dict)
    tails: list[str] = field(default_factory=list)
    real: list[str] = field(default_factory=list)

    seen: list[tuple[Doc, yaml.Node, DangerPhrase]] = field(default_factory=list)

    def add(self, part: str, phrases: Iterable[DangerPhrase]) -> None:
        self.parts[part] = (*self.parts.get(part, ()), *phrases)


def load(content_dir: Path) -> tuple[Kit, tuple[Problem, ...]]:
    """The kit of all languages that have the file, and what is wrong with them; never raises."""
    root = content_dir.absolute()
    problems = Problems(root)
    read = _Read()
    for path in sorted(root.glob(f"locales/*/understanding/{FILE}")):
        _language(Doc(path, problems), path.parent.parent.name, read)
    for doc, node, each in read.seen:
        for word in (word for word in each.words if read.in_full.get(word, word) != word):
            doc.bad(node, f"has '{word}', which is never found: 'in-full' makes '{read.in_full[word]}' of it")
    return Kit(read.parts, tuple(read.rules), _spelling(read)), tuple(sorted(set(problems.found)))


def _language(doc: Doc, code: str, read: _Read) -> None:
    fields = doc.fields("safety", ("core", "real", "in-full", "tails", *_SHARED, "parts", "rules"), _SIGNS)
    read.core.extend(_core(doc, node) for node in fields.items("core"))
    read.in_full.update(_texts(doc, fields.node("in-full"), "in-full"))
    read.leet.update(_texts(doc, fields.node("leet"), "leet"))
    read.look_alikes.update(_texts(doc, fields.node("look-alikes"), "look-alikes"))
    for name, words in (("tails", read.tails), ("real", read.real)):
        words.extend(bare(quoted(doc, node, "a word")) for node in fields.items(name))
    for name in _SHARED:
        read.add(name, _phrases(doc, fields.node(name), name, read))
    names = _parts(doc, fields.node("parts"), code, read)
    used = _rules(doc, fields.node("rules"), code, names, read)
    for name, node in names.items():
        if name not in used:
            doc.bad(node, f"no rule uses the part '{name}'")


def _core(doc: Doc, node: yaml.Node) -> str:
    word = bare(quoted(doc, node, "a core word"))
    if word and (len(word) < SHORTEST_CORE or not word.isalpha()):
        doc.bad(node, f"the core word '{word}' must be one word of at least {SHORTEST_CORE} letters")
    return word


def _parts(doc: Doc, node: yaml.Node | None, code: str, read: _Read) -> dict[str, yaml.Node]:
    """The nodes of the parts' names."""
    names: dict[str, yaml.Node] = {}
    for key, value in doc.pairs(node, "'parts'"):
        name = doc.slug(key, "a part")
        if name in _SHARED:
            doc.bad(key, f"a part cannot be called '{name}', which is a list of its own")
        elif name:
            names[name] = key
            read.add(_full(code, name), _phrases(doc, value, name, read))
    return names


def _phrases(doc: Doc, node: yaml.Node | None, name: str, read: _Read) -> list[DangerPhrase]:
    found: list[DangerPhrase] = []
    for item in doc.items(node, f"'{name}'"):
        written = quoted(doc, item, "a phrase")
        if not written:
            continue
        try:
            one = phrase(bare(written))
        except PhraseFault as fault:
            doc.bad(item, f"'{written[:60]}' {fault}")
            continue
        for word in one.words:
            if word[1:].endswith(ENDING) and len(word) <= SHORTEST_BEGINNING:
                doc.bad(item, f"'{word}' has fewer than {SHORTEST_BEGINNING} letters before its '*'")
        read.seen.append((doc, item, one))
        found.append(one)
    return found


def _rules(
    doc: Doc, node: yaml.Node | None, code: str, names: Mapping[str, yaml.Node], read: _Read
) -> frozenset[str]:
    """Reads the rules; the names of the parts that they use."""
    used: list[str] = []
    dangers = [safety for safety in Safety if safety is not Safety.NONE]
    for key, value in doc.pairs(node, "'rules'"):
        label = doc.one_of(key, "a danger", dangers)
        for item in doc.items(value, f"'{label}'"):
            written = quoted(doc, item, "a rule")
            rows = tuple(tuple(row.split()) for row in written.split("&"))
            without = tuple(part[1:] for row in rows for part in row if part.startswith("!"))
            rows = tuple(tuple(part for part in row if not part.startswith("!")) for row in rows)
            mentioned = [*without, *(part for row in rows for part in row)]
            used.extend(mentioned)
            if label and _is_rule(doc, item, rows, mentioned, names):
                read.rules.append(_rule(Safety(label), rows, without, code, item.start_mark.line + 1))
    return frozenset(used)


def _is_rule(
    doc: Doc, item: yaml.Node, rows: tuple[_Names, ...], mentioned: list[str], names: Mapping[str, yaml.Node]
) -> bool:
    unknown = [name for name in mentioned if name not in names and name != SCOPE]
    for name in unknown:
        doc.bad(item, f"a rule names the part '{name}', which is not there; one of: {', '.join(names)}")
    if not all(rows):
        doc.bad(item, "a rule has nothing on one side of '&'")
    if any(SCOPE in row for row in rows):
        doc.bad(item, f"'{SCOPE}' only keeps a rule silent; write '!{SCOPE}'")
    return all(rows) and not unknown


def _rule(safety: Safety, rows: tuple[_Names, ...], without: _Names, code: str, line: int) -> Rule:
    full = tuple(tuple(_full(code, part) for part in row) for row in rows)
    return Rule(safety, full, tuple(_full(code, part) for part in without), f"safety {code}#{line}")


def _full(code: str, part: str) -> str:
    return part if part == SCOPE else f"{code}/{part}"


def _texts(doc: Doc, node: yaml.Node | None, what: str) -> dict[str, str]:
    pairs = doc.pairs(node, f"'{what}'")
    return {
        bare(quoted(doc, key, "a spelling")): bare(quoted(doc, value, "its words")) for key, value in pairs
    }


def _spelling(read: _Read) -> Spelling:
    words = [word for phrases in read.parts.values() for each in phrases for word in each.words]
    full = [word for words_in_full in read.in_full.values() for word in words_in_full.split()]
    beginnings = sorted({word[:-1] for word in words if word.endswith(ENDING) and word != ENDING})
    known = {word for word in (*words, *full, *read.core, *read.tails) if word and not word.endswith(ENDING)}
    return Spelling(
        core=tuple(dict.fromkeys(word for word in read.core if word)),
        real=frozenset(read.real),
        known=frozenset(known),
        beginnings=tuple(beginnings),
        in_full=read.in_full,
        leet=read.leet,
        look_alikes=read.look_alikes,
        tails=frozenset(read.tails),
    )
