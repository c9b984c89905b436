"""A reader of the shipped content, without a model, and small contents that tests damage."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from bot.content import catalog
from bot.core.model.reading import Asked, Reading
from bot.understanding import loading
from bot.understanding.reader import Reader

CONTENT = Path(__file__).parents[2] / "content"
WEDNESDAY = date(2026, 11, 25)


@cache
def shipped() -> loading.Content:
    return loading.load(CONTENT)


@cache
def grammar() -> dict[str, dict[str, frozenset[str]]]:
    return {code: dict(words) for code, words in catalog.load(CONTENT).grammar.items()}


@cache
def reader() -> Reader:
    content = shipped()
    return Reader(content.thresholds, content.languages, grammar())


def heard(text: str, language: str = "en", asked: Asked = Asked.CHECKIN) -> Reading:
    return reader().read(text, language=language, asked=asked, today=WEDNESDAY)
