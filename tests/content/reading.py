"""The content as tests read it: its texts with arguments taken out, and the keys that the code names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import ast as tree

from bot.content import ftl
from bot.content.markup import to_plain
from bot.content.problems import Problems

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
LANGUAGES = ftl.codes(CONTENT)


@cache
def entries(language: str) -> dict[str, ftl.FtlEntry]:
    return ftl.read(CONTENT, language, Problems(CONTENT))


def variants(pattern: tree.Pattern) -> list[str]:
    """All that a pattern can say, without its arguments: one text for each way through its choices."""
    texts = [""]
    for element in pattern.elements:
        if isinstance(element, tree.TextElement):
            more = [element.value]
        elif isinstance(element.expression, tree.SelectExpression):
            more = [text for variant in element.expression.variants for text in variants(variant.value)]
        else:
            more = [""]
        texts = [text + end for text in texts for end in more]
    return texts


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every key of a language with each of its variants, without markup."""
    for key, entry in entries(language).items():
        if entry.node.value is not None:
            yield from ((key, to_plain(text)) for text in variants(entry.node.value))


@cache
def trees() -> tuple[ast.Module, ...]:
    paths = sorted((ROOT / "bot").rglob("*.py"))
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)


def _pattern(node: ast.expr) -> str:
    """A string or f-string as a regular expression, its holes open; "" for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(v) if isinstance(v, ast.Constant) else ".+" for v in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _pattern(node.left), _pattern(node.right)
        return (left or ".+") + (right or ".+") if left or right else ""
    if isinstance(node, ast.IfExp):
        return "|".join(filter(None, (_pattern(node.body), _pattern(node.orelse))))
    return ""


def keys_in_code(calls: dict[str, int]) -> frozenset[str]:
    """What is given as a text's key to `calls`: a function's name → the position of the key."""
    found = set()
    for node in (node for module in trees() for node in ast.walk(module) if isinstance(node, ast.Call)):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        at = calls.get(name)
        if at is not None and len(node.args) > at and (pattern := _pattern(node.args[at])):
            found.add(pattern)
    return frozenset(found)


def strings_in_code() -> frozenset[str]:
    """Every string and f-string of the code that could name a key, as regular expressions."""
    nodes = (node for module in trees() for node in ast.walk(module))
    found = {_pattern(n) for n in nodes if isinstance(n, (ast.Constant, ast.JoinedStr, ast.BinOp))}
    return frozenset(p for p in found if re.match(r"[a-z]+(\\?-|\.\+)", p) and len(p) < 80)
