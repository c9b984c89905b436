"""So much from one person within a minute, and no more: what is beyond that costs nobody else anything."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

BURST, PER_SECOND = 40, 40 / 60
PEOPLE = 10_000  # who are remembered: who was quiet for longest is forgotten first


class Heard(Enum):
    """NOTIFIED: not heard, and this is the first time, so that it is said to them."""

    YES = "yes"
    NOTIFIED = "told"
    NO = "no"


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    told: bool = False


class Flood:
    """A token bucket for each person: `burst` at once, then `per_second`."""

    def __init__(self, burst: float = BURST, per_second: float = PER_SECOND, people: int = PEOPLE) -> None:
        self._burst, self._per_second, self._people = burst, per_second, people
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def heard(self, who: Hashable, at: float) -> Heard:
        """Whether what somebody sent is to be heard. `at`: when they sent it, in seconds since any moment, so
        that what waited while the bot was away is no flood. It is said once in a flood that it is one."""
        bucket = self._buckets.setdefault(who, _Bucket(self._burst, at))
        self._buckets.move_to_end(who)
        if len(self._buckets) > self._people:
            self._buckets.popitem(last=False)
        bucket.left = min(self._burst, bucket.left + max(at - bucket.at, 0) * self._per_second)
        bucket.at = max(at, bucket.at)
        if bucket.left >= 1:
            bucket.told = bucket.told and bucket.left < self._burst / 2
            bucket.left -= 1
            return Heard.YES
        first, bucket.told = not bucket.told, True
        return Heard.NOTIFIED if first else Heard.NO
