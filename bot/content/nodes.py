"""YAML read as nodes, so that every fault can be reported with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from bot.content.problems import Problems

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LONGEST_SLUG = 24  # characters: slugs go into tokens of 64 bytes, beside a flow's name and a number
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INT = "tag:yaml.org,2002:int"


class Doc:
    """One YAML file. `root` is its topmost node, None where the file cannot be read."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self._problems = problems
        source = problems.read(path)
        self.root = self._compose(source) if source is not None else None

    def _compose(self, source: str) -> yaml.Node | None:
        try:
            node: yaml.Node | None = yaml.compose(source, Loader=_Loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            reason = getattr(error, "problem", None) or "unreadable characters"
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self._problems.add(self.path, line, column, f"is not YAML: {reason}")
            return None
        if node is None:
            self._problems.add(self.path, 1, 1, "this file is empty")
        return node

    def bad(self, node: yaml.Node, reason: str) -> None:
        """Note a fault at a node."""
        mark = node.start_mark
        self._problems.add(self.path, mark.line + 1, mark.column + 1, reason)

    def fields(self, what: str, required: Iterable[str], optional: Iterable[str] = ()) -> Fields:
        """The whole file as one mapping."""
        return Fields(self, self.root, what, tuple(required), tuple(optional))

    def pairs(self, node: yaml.Node | None, what: str) -> list[tuple[yaml.Node, yaml.Node]]:
        """The keys and values of a mapping; a key that is there twice is noted and left out."""
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.bad(node, f"{what} must be a mapping of keys and values")
            return []
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if name in found:
                self.bad(key, f"'{name}' is there twice in {what}")
            found.setdefault(name, (key, value))
        return list(found.values())

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        """The items of a list that holds at least one."""
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.bad(node, f"{what} must be a list with at least one item")
            return []
        return list(node.value)

    def text(self, node: yaml.Node | None, what: str) -> str:
        """A scalar as it is written ("no" stays "no")."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.bad(node, f"{what} must be text")
            return ""
        return str(node.value).strip()

    def slug(self, node: yaml.Node | None, what: str) -> str:
        """A short name: a-z, 0-9 and single hyphens, at most LONGEST_SLUG characters."""
        name = self.text(node, what)
        if node is not None and name and (fault := slug_fault(name)):
            self.bad(node, f"{what} is '{name}'; {fault}")
        return name

    def one_of(self, node: yaml.Node | None, what: str, allowed: Iterable[str]) -> str:
        name, names = self.text(node, what), [str(a) for a in allowed]
        if node is None or not name or name in names:
            return name
        self.bad(node, f"{what} is '{name}'; one of: {', '.join(names)}")
        return ""

    def whole(self, node: yaml.Node | None, what: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`; `low` where it is wrong."""
        if node is None:
            return low
        value = node.value if isinstance(node, yaml.ScalarNode) and node.tag == _INT else ""
        if re.fullmatch(r"\d{1,6}", value) and low <= int(value) <= high:
            return int(value)
        written = f"'{node.value}'" if isinstance(node, yaml.ScalarNode) else "no number"
        self.bad(node, f"{what} is {written}; a whole number from {low} to {high}")
        return low


class Fields:
    """The values of one mapping, its unknown and missing keys noted. A key that is missing reads as empty."""

    def __init__(
        self,
        doc: Doc,
        node: yaml.Node | None,
        what: str,
        required: tuple[str, ...],
        optional: tuple[str, ...],
    ) -> None:
        self.doc = doc
        self._values: dict[str, yaml.Node] = {}
        for key, value in doc.pairs(node, what):
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in required or name in optional:
                self._values[name] = value
            else:
                doc.bad(key, f"'{name}' is unknown in {what}; one of: {', '.join((*required, *optional))}")
        if isinstance(node, yaml.MappingNode):
            for name in (name for name in required if name not in self._values):
                doc.bad(node, f"'{name}' is missing in {what}")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def node(self, key: str) -> yaml.Node | None:
        return self._values.get(key)

    def text(self, key: str) -> str:
        return self.doc.text(self.node(key), f"'{key}'")

    def slug(self, key: str) -> str:
        return self.doc.slug(self.node(key), f"'{key}'")

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        return self.doc.one_of(self.node(key), f"'{key}'", allowed)

    def whole(self, key: str, low: int, high: int) -> int:
        return self.doc.whole(self.node(key), f"'{key}'", low, high)

    def items(self, key: str) -> list[yaml.Node]:
        return self.doc.items(self.node(key), f"'{key}'")


def slug_fault(name: str) -> str:
    """The fault of a slug, "" for a correct one."""
    if len(name) > LONGEST_SLUG:
        return f"at most {LONGEST_SLUG} characters"
    return "" if _SLUG.fullmatch(name) else "only a-z, 0-9 and single hyphens"
