"""Time zones by name, and dates as tokens and frames hold them."""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC for a name that the time zone data no longer have."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def iso_day(text: str) -> date | None:
    """The date that a text is in ISO form; None for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def hour_and_minute(text: str) -> time | None:
    """A time of day as tokens have it ("20:30"); None for any other text."""
    try:
        return time.fromisoformat(text) if len(text) == len("20:30") else None
    except ValueError:
        return None
