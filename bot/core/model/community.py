"""A community's facts. Nothing here names a member: what a person has in the week is theirs alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.model.localtime import zone

DAY_START = timedelta(hours=4)  # as for a person: what is pressed after midnight counts for the evening
SHORTEST, LONGEST = 4, 11  # days from one week's posts to the next, where the settings are changed meanwhile


class PostKind(StrEnum):
    """Kinds of posts: the week's question, its small step, and what came of it."""

    DIGEST = "digest"
    PROMPT = "prompt"
    CHALLENGE = "challenge"


class PostingTrouble(StrEnum):
    """Why the last post did not arrive, or not whole: the channel is gone, it is closed to the bot, or no
    thread can be made in it."""

    NONE = ""
    GONE = "gone"
    CLOSED = "closed"
    THREADS = "threads"


class ChannelProblem(StrEnum):
    """A finding of the platform about a channel: nothing is in the way; it is not (or no longer) one of that
    community's; nothing can be posted in that kind of channel; it is for adults; it is closed to the bot; no
    thread can be made in it; it cannot be looked at now."""

    NONE = "none"
    ELSEWHERE = "elsewhere"
    KIND = "kind"
    AGE = "age"
    CLOSED = "closed"
    THREADS = "threads"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class ChannelState:
    """A channel as the platform knows it just now. `channel`: the platform's number of it."""

    channel: str
    problem: ChannelProblem

    @property
    def is_ours(self) -> bool:
        """Whether it belongs to the community and can be its channel, once permissions allow it."""
        return self.problem in (ChannelProblem.NONE, ChannelProblem.CLOSED, ChannelProblem.THREADS)


class Quotes(StrEnum):
    """Whether answers are quoted: none; those that somebody who manages the community passed; all that their
    authors offer, except those that are taken out."""

    OFF = "off"
    SEEN = "seen"
    ON = "on"


class Review(StrEnum):
    """A decision of the community's managers about a line."""

    NEW = "new"
    PASSED = "passed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Community:
    """Settings. `id` 0: not stored yet. `zone`: an IANA name; `week_day` (0 = Monday) and `hour` are on its
    wall clock. `channel`: the platform's number of it, "" for none, and then nothing is posted. `left_at`:
    since when the bot is no longer there."""

    id: int
    platform: str
    external_id: str
    language: str = ""
    zone: str = "UTC"
    channel: str = ""
    week_day: int = 0
    hour: int = 18
    challenge: bool = True
    digest: bool = True
    quotes: Quotes = Quotes.OFF
    trouble: PostingTrouble = PostingTrouble.NONE
    left_at: datetime | None = None

    @property
    def posts(self) -> bool:
        """Whether anything is posted at all."""
        return bool(self.channel) and self.left_at is None and self.trouble is not PostingTrouble.GONE

    def takes(self, kind: PostKind) -> bool:
        """Whether it wants that kind of post."""
        return {PostKind.CHALLENGE: self.challenge, PostKind.DIGEST: self.digest}.get(kind, True)

    def day(self, now: datetime) -> date:
        """The local day that `now` belongs to. It begins at 04:00."""
        return (now.astimezone(self.clock).replace(tzinfo=None) - DAY_START).date()

    def moment(self, day: date) -> datetime | None:
        """When that day's posts are due (UTC): of a repeated hour the first, in a gap by the offset before
        it. None for a date that the zone does not have."""
        noon = datetime.combine(day, time(12), self.clock)
        if noon.astimezone(UTC).astimezone(self.clock).date() != day:
            return None
        return datetime.combine(day, time(self.hour), self.clock).astimezone(UTC)

    @property
    def clock(self) -> ZoneInfo:
        return zone(self.zone)


@dataclass(frozen=True, slots=True)
class CommunityPost:
    """Something that was posted. `week`: the local date on which its week began; `subject`: which question or
    which step (`plan.step`)."""

    kind: PostKind
    week: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class DuePost:
    """A post to come: the week that it is about, and the moment (UTC)."""

    kind: PostKind
    week: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Participation:
    """The participation of one person in one week. `joined`: the challenge; `days`: those on which they
    pressed "kept";
    `quote`: words of theirs that may be quoted without a name, as far as `review` allows it."""

    joined: bool = False
    days: frozenset[date] = frozenset()
    quote: str = ""
    review: Review = Review.NEW


@dataclass(frozen=True, slots=True)
class Quoted:
    """A line that its author offered. `handle` names it and nobody: 16 hexadecimal digits, others for other
    words or another week. `posted`: it stands in the digest of its week."""

    handle: str
    words: str
    week: date
    review: Review = Review.NEW
    posted: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """A week in numbers: who took part, on how many days a step was kept, by how many; lines offered."""

    people: int = 0
    kept: int = 0
    keepers: int = 0
    quotes: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Venue:
    """A community as one turn may know it. `posts`: what was posted, oldest first. `part`: the person's own,
    in the week that runs. `manages`: the platform says that they may manage the server. `ground`: the channel
    that the turn is about. `failed`: something could not be posted. `quotes`: lines offered in the last
    weeks, for those who manage the server alone. `blocked`: the person's words are not quoted there."""

    community: Community
    posts: tuple[CommunityPost, ...] = ()
    part: Participation | None = None
    manages: bool = False
    ground: ChannelState | None = None
    failed: bool = False
    quotes: tuple[Quoted, ...] = ()
    blocked: bool = False
