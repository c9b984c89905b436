"""The finding of one check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MAX_CLOCK_DIFFERENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Finding:
    """`mend`: what to do, "" where nothing is wrong."""

    subject: str
    told: str
    mend: str = ""

    @property
    def well(self) -> bool:
        return not self.mend

    def __str__(self) -> str:
        line = f"{'ok   ' if self.well else 'WRONG'} {self.subject}: {self.told}"
        return line if self.well else f"{line.rstrip('.')}. To mend it: {self.mend}."


def ok(subject: str, told: str) -> Finding:
    return Finding(subject, told)


def wrong(subject: str, told: str, mend: str) -> Finding:
    return Finding(subject, told, mend)


def clock(
    subject: str, theirs: datetime, ours: datetime, tolerated: float = MAX_CLOCK_DIFFERENCE_SECONDS
) -> Finding:
    """Whether two clocks agree."""
    apart = (ours - theirs).total_seconds()
    if abs(apart) <= tolerated:
        return ok(subject, "agrees with this machine's")
    told = f"this machine's is {abs(apart):.0f} s {'ahead of it' if apart > 0 else 'behind it'}"
    return wrong(subject, told, "keep both machines' clocks in step (NTP: timedatectl set-ntp true)")
