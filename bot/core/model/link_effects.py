"""Effects of a turn on joined accounts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Side(StrEnum):
    """Here is where the code was typed."""

    HERE = "here"
    THERE = "there"

    @property
    def other(self) -> Side:
        return Side.THERE if self is Side.HERE else Side.HERE


@dataclass(frozen=True, slots=True)
class MakeCode:
    """Show a new code in the turn's last reply, as its argument `code`."""


@dataclass(frozen=True, slots=True)
class TryCode:
    """Look whose code that is. The conversation goes on with `flows.link.tried`."""

    code: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the side that made the code, which alone can join. `keeps`: whose settings go on; `writes`: where
    messages go. The conversation goes on with `flows.link.sent` or `flows.link.tried`."""

    keeps: Side
    writes: Side


@dataclass(frozen=True, slots=True)
class Admit:
    """Join the account that typed that code and asked. The conversation goes on with `flows.link.joined`
    or `flows.link.tried`."""

    link: int


@dataclass(frozen=True, slots=True)
class Decline:
    """Do not join the account that typed that code, and notify it."""

    link: int


@dataclass(frozen=True, slots=True)
class Separate:
    """Part this account from the others. Each side has a copy of everything afterwards."""


LinkEffect: TypeAlias = MakeCode | TryCode | Ask | Admit | Decline | Separate
