"""Effects of a turn on a community. `community_id` is that of the turn's own venue, never a button's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.core.model.community import Community, DuePost


@dataclass(frozen=True, slots=True)
class SaveCommunity:
    """Keep its settings; the first time, keep it at all."""

    community: Community


@dataclass(frozen=True, slots=True)
class TakePart:
    """The person is part of the week; `joins`: of its challenge."""

    community_id: int
    week: date
    joins: bool


@dataclass(frozen=True, slots=True)
class LeaveWeek:
    """Nothing of the person's is left in the week."""

    community_id: int
    week: date


@dataclass(frozen=True, slots=True)
class MarkDay:
    """The step was kept on that local day, or (`kept` False) the press was a slip."""

    community_id: int
    week: date
    day: date
    kept: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """These words of the person's may be quoted without a name; "" takes them back."""

    community_id: int
    week: date
    words: str


@dataclass(frozen=True, slots=True)
class ReviewQuote:
    """A line is passed, or (`passes` False) taken out, also out of the digest that it stands in."""

    community_id: int
    handle: str
    passes: bool


@dataclass(frozen=True, slots=True)
class BlockAuthor:
    """Nothing of that line's author is quoted there any more. Nobody learns who it is."""

    community_id: int
    handle: str


@dataclass(frozen=True, slots=True)
class PostNow:
    """These posts go out at once, as far as they are not there."""

    community_id: int
    posts: tuple[DuePost, ...]


CommunityEffect: TypeAlias = (
    SaveCommunity | TakePart | LeaveWeek | MarkDay | Quote | ReviewQuote | BlockAuthor | PostNow
)
