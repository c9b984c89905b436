"""Buttons by what their tokens say: parts, roles, and whether one is what somebody would press."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.rendered import ShownButton
from bot.core.model.messages import ButtonStyle
from bot.core.model.token import SEPARATOR, Token

DEGREES = frozenset("12345")
SKIP = "skip"
NONE_OF_THESE = "topics.none"  # below a line that is asked back


def parts(shown: ShownButton) -> set[str]:
    """The parts of its token."""
    return set(shown.token.split(SEPARATOR))


def skips(shown: ShownButton) -> bool:
    """Whether it leaves a question out."""
    return SKIP in parts(shown)


def is_suggested(shown: ShownButton) -> bool:
    """Whether it is the next step of most people."""
    return shown.style is ButtonStyle.SUGGESTED


def fits(shown: ShownButton, wish: str) -> bool:
    """Whether a token is what somebody wishes, begins so, or has all words of the wish among its parts."""
    begins = f"{shown.token}{SEPARATOR}".startswith(f"{wish}{SEPARATOR}")
    return begins or set(wish.split()) <= parts(shown)


def asks_back(buttons: Iterable[ShownButton]) -> bool:
    """Whether they ask how a typed line was meant."""
    return any(fits(shown, NONE_OF_THESE) for shown in buttons)


def degrees(buttons: Iterable[ShownButton]) -> list[ShownButton]:
    """The buttons of a degree from 1 to 5, where one question has them all."""
    found = [b for b in buttons if Token.parse(b.token).last in DEGREES]
    parents = {Token.parse(b.token).parent for b in found}
    return found if len(found) == len(DEGREES) and len(parents) == 1 else []
