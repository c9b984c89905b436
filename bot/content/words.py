"""The Fluent files checked: against the catalogue, against each other, and for what a text may hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale, UnknownLocaleError
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.content import ftl, week_themes
from bot.content.ftl import FtlEntry
from bot.content.languages import Language, broken_rules
from bot.content.lessons import PARTS
from bot.content.markup import TAGS
from bot.content.problems import Problems
from bot.core.model.library import Lesson, Plan, Prompt, Track, WeekTheme

NEEDED = (
    "language-own-name",
    "common-date-pattern",
    "common-date-pattern-year",
    "own-words",
    "if-then",
    "care-help",
    "care-go-on",
)
OWNED = (
    "plan-",
    "prompt-",
    "lesson-",
    "theme-",
    "track-",
)  # keys that begin so belong to the catalogue alone
FUNCTIONS = ("NUMBER",)  # dates and times come in as words already
_ARGUMENT = "\ue000"  # stands for an argument while markup is looked at
_TAG = re.compile(r"<(/?)([a-z]+)([^<>]*)>")
_HREF = re.compile(rf' href="((?:https://|{_ARGUMENT})[^"\s]*)"')
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#\d+);)")

Words = Mapping[str, FtlEntry]


def expected(
    plans: Iterable[Plan],
    prompts: Iterable[Prompt],
    lessons: Iterable[Lesson] = (),
    themes: Iterable[WeekTheme] = (),
) -> list[str]:
    """The keys that the catalogue needs words for."""
    keys = [f"track-{track}" for track in Track]
    for plan in plans:
        keys += [f"plan-{plan.slug}-{part}" for part in ("name", "pitch", "about")]
        keys += [f"plan-{plan.slug}-{part}-{step.slug}" for part in ("step", "short") for step in plan.steps]
        keys += [f"plan-{plan.slug}-cue-{n}" for n in range(1, plan.cues + 1)]
        keys += [f"plan-{plan.slug}-action-{n}" for n in range(1, plan.actions + 1)]
    keys += [f"lesson-{lesson.slug}-{part}" for lesson in lessons for part in PARTS]
    keys += [theme.text(part).key for theme in themes for part in week_themes.PARTS]
    return keys + [f"prompt-{prompt.slug}" for prompt in prompts]


def check_words(
    content_dir: Path,
    default: str,
    rules: Mapping[str, Language],
    needed: Iterable[str] | None,
    problems: Problems,
) -> dict[str, str]:
    """Note every fault of the texts of all languages; they are held against those of `default`. `rules`:
    language → what its own texts have to keep to. `needed`: what `expected` gave (None: not known, so the
    catalogue's words are not looked for). Returns the languages: code → own name."""
    languages = {code: ftl.read(content_dir, code, problems) for code in rules}
    keys = (*NEEDED, *(needed or ()))
    owned = set(keys) if needed is not None else None
    for key, times in Counter(keys).items():
        if times > 1:
            problems.add(content_dir / "plans", 1, 1, f"'{key}' would be the words of two things")
    parts = {code: {key: _Parts(words[key].node) for key in words} for code, words in languages.items()}
    for code, words in languages.items():
        folder = content_dir / "locales" / code
        _check_code(code, folder, problems)
        for key in (key for key in keys if key not in words):
            problems.add(folder / _file_of(key), 1, 1, f"'{key}' is missing")
        for entry in words.values():
            of_language = broken_rules(entry.key, map(_flat, parts[code][entry.key].patterns), rules[code])
            for fault in (*_faults(entry, parts[code], owned), *of_language):
                problems.add(entry.path, entry.line, 1, f"'{entry.key}' {fault}")
        if default in languages and code != default:
            _compare_keys(languages[default], words, folder, problems, default)
            _compare(parts[default], parts[code], words, problems, default)
    return {code: _own_name(code, words) for code, words in languages.items()}


def _own_name(code: str, words: Words) -> str:
    entry = words.get("language-own-name")
    return _flat(entry.node.value) if entry and entry.node.value else code


def _check_code(code: str, folder: Path, problems: Problems) -> None:
    try:
        Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        problems.add(folder, 1, 1, f"'{code}' is no language code")


def _file_of(key: str) -> str:
    """Where the words of a missing key would go: named for the one who has to write them."""
    first = key.partition("-")[0]
    files = {"plan": "plans", "track": "tracks", "prompt": "prompts", "care": "care", "language": "languages"}
    return f"{files.get(first, 'common')}.ftl"


def _faults(entry: FtlEntry, known: Mapping[str, _Parts], owned: set[str] | None) -> Iterable[str]:
    if owned is not None and entry.key.startswith(OWNED) and entry.key not in owned:
        yield "belongs to nothing in the catalogue"
    if entry.node.attributes:
        yield f"has an attribute '.{entry.node.attributes[0].id.name}' (a line that begins with a full stop?)"
    if entry.node.value is None:
        yield "has no words"
        return
    parts = known[entry.key]
    for name in sorted(parts.references - known.keys()):
        yield f"refers to '{name}', which is missing"
    for name in sorted(parts.functions - set(FUNCTIONS)):
        yield f"uses {name}(); only {', '.join(FUNCTIONS)}() is known"
    for pattern in parts.patterns:
        yield from markup_faults(_flat(pattern))


class _Parts(Visitor):
    """The parts of a message."""

    def __init__(self, node: ast.Message | ast.Term) -> None:
        self.patterns: list[ast.Pattern] = []
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.functions: set[str] = set()
        self.chooses = False
        self.visit(node)

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802 - the visitor's own naming
        self.patterns.append(node)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.chooses = True
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    @property
    def markup(self) -> Counter[str]:
        """Its tags with their addresses. Where it chooses by number, languages differ in how often."""
        tags = [m[0] for p in self.patterns for m in _TAG.finditer(_flat(p)) if not m[1]]
        return Counter(set(tags) if self.chooses else tags)


def _flat(pattern: ast.Pattern) -> str:
    """A pattern's own text. Variants are patterns of their own and left out here."""
    return "".join(_flat_element(element) for element in pattern.elements)


def _flat_element(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    if isinstance(element.expression, ast.StringLiteral):
        return str(element.expression.parse()["value"])
    return "" if isinstance(element.expression, ast.SelectExpression) else _ARGUMENT


def markup_faults(text: str) -> Iterable[str]:
    """The faults of a text's markup: only <b>, <i>, <a href="https://…">, each closed in turn."""
    waiting: list[str] = []
    for closing, tag, rest in _TAG.findall(text):
        if tag not in TAGS:
            yield f"has <{tag}>; only <b>, <i> and <a href> are known"
        elif closing:
            if not waiting or waiting.pop() != tag:
                yield f"closes </{tag}> that is not open there"
                return
        else:
            waiting.append(tag)
            if not (_HREF.fullmatch(rest) if tag == "a" else not rest):
                yield f"has <{tag}{rest.replace(_ARGUMENT, '…')}>; " + (
                    'a link is <a href="https://…">' if tag == "a" else "it takes no attribute"
                )
    if waiting:
        yield f"leaves <{waiting[-1]}> open"
    if "<" in _TAG.sub("", text):
        yield "has a lone '<'; write &lt;"
    if _BARE_AMPERSAND.search(text):
        yield "has a lone '&'; write &amp;"


def _compare_keys(base: Words, words: Words, folder: Path, problems: Problems, default: str) -> None:
    """Compares the messages of a language with those of the default one."""
    for key in sorted(base.keys() - words.keys()):
        if not key.startswith(OWNED) and key not in NEEDED:  # those are noted already
            problems.add(folder / base[key].path.name, 1, 1, f"'{key}' is missing")
    for key in sorted(words.keys() - base.keys()):
        entry = words[key]
        problems.add(entry.path, entry.line, 1, f"'{key}' is not there in '{default}'")


def _compare(
    base: Mapping[str, _Parts], theirs: Mapping[str, _Parts], words: Words, problems: Problems, default: str
) -> None:
    """Compares the parts of a language's messages with those of the default one."""
    for key in sorted(theirs.keys() & base.keys()):
        for fault in _differences(base[key], theirs[key], default):
            problems.add(words[key].path, words[key].line, 1, f"'{key}' {fault}")


def _differences(here: _Parts, there: _Parts, default: str) -> Iterable[str]:
    if lost := sorted(here.variables - there.variables):
        yield f"lacks {{ ${lost[0]} }}, which '{default}' has"
    if more := sorted(there.variables - here.variables):
        yield f"has {{ ${more[0]} }}, which '{default}' lacks"
    if here.markup != there.markup:
        yield f"has other markup than in '{default}'"
