"""Finding somebody's time zone from what they know: the time on their clock, or a city."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

from bot.core import localtime, timing
from bot.core.library import City
from bot.core.messages import Text, Zone
from bot.core.model import Facts

# Zones by how many people live in them, roughly, with those of each language of the catalogue in front.
COMMON = (
    "Asia/Kolkata", "Asia/Shanghai", "Europe/London", "America/New_York", "Europe/Berlin",
    "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "Africa/Lagos", "Asia/Jakarta",
    "Asia/Tokyo", "Asia/Karachi", "Asia/Dhaka", "America/Mexico_City", "Europe/Moscow",
    "Africa/Cairo", "Asia/Manila", "Africa/Nairobi", "Asia/Tehran", "Europe/Istanbul",
    "Asia/Bangkok", "Africa/Johannesburg", "Asia/Seoul", "Europe/Madrid", "Europe/Kyiv",
    "America/Bogota", "America/Argentina/Buenos_Aires", "Asia/Riyadh", "Asia/Tashkent",
    "Africa/Casablanca", "Asia/Kuala_Lumpur", "Asia/Kathmandu", "America/Caracas",
    "Australia/Sydney", "America/Lima", "Asia/Kabul", "Asia/Colombo", "America/Santiago",
    "Asia/Yangon", "Africa/Algiers", "Asia/Dubai", "America/Toronto", "America/Denver",
    "America/Vancouver", "America/Winnipeg", "America/Havana",
    "Europe/Lisbon", "Europe/Athens", "America/Halifax", "America/St_Johns", "America/Phoenix",
    "America/Anchorage", "Pacific/Honolulu", "Pacific/Auckland", "Australia/Brisbane",
    "Australia/Adelaide", "Australia/Darwin", "Australia/Perth", "Pacific/Port_Moresby",
    "Pacific/Noumea", "Pacific/Apia", "Pacific/Tongatapu", "Pacific/Chatham", "Pacific/Kiritimati",
    "Atlantic/Azores", "Atlantic/Cape_Verde", "America/Noronha", "Pacific/Marquesas",
    "Pacific/Gambier", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Australia/Eucla", "Etc/GMT+12",
)  # fmt: skip
BY_LANGUAGE = {
    "es": ("Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Argentina/Buenos_Aires",
           "America/Lima", "America/Santiago", "America/Caracas", "America/New_York"),
    "en": ("Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles", "Asia/Kolkata",
           "Europe/Berlin", "Africa/Lagos", "Australia/Sydney"),
}  # fmt: skip
MOST = 6  # candidates offered at once


def known(name: str) -> bool:
    """Whether an IANA name can be stored."""
    return name in available_timezones()


def likely(language: str) -> tuple[str, ...]:
    """Zones that speakers of a language often live in, all with different clocks."""
    return BY_LANGUAGE.get(language, BY_LANGUAGE["en"])[:5]


def by_clock(clock: time, now: datetime, language: str, *, first: str = "") -> tuple[str, ...]:
    """Zones in which the wall clock now shows about `clock` (within 8 minutes, as people round), likeliest
    first (`first` before all), at most MOST."""
    hinted = (first,) if known(first) else ()
    order = (*hinted, *BY_LANGUAGE.get(language, ()), *COMMON)
    fitting = dict.fromkeys(name for name in order if _apart(clock, now, name) <= timedelta(minutes=8))
    return tuple(fitting)[:MOST]


def by_city(name: str, facts: Facts) -> tuple[City, ...]:
    """Cities of that name, and, for an IANA name typed out, its zone as a city."""
    typed = name.strip().replace(" ", "_")
    for zone in available_timezones() if "/" in typed else ():
        if zone.casefold() == typed.casefold():
            return (City(place(zone), "", zone),)
    return facts.library.cities(name)[:MOST]


def place(zone: str) -> str:
    """The place that an IANA name is called after.

    >>> place("America/Argentina/Buenos_Aires")
    'Buenos Aires'
    """
    return zone.rpartition("/")[2].replace("_", " ")


def label(zone: str, now: datetime, city: str = "") -> Text:
    """A zone as people tell it: the place and the time it is there."""
    here = now.astimezone(localtime.zone(zone))
    return Text(
        "zone-label", {"place": city or Zone(zone), "time": here.time().replace(second=0, microsecond=0)}
    )


def _apart(clock: time, now: datetime, zone: str) -> timedelta:
    here = now.astimezone(localtime.zone(zone)).replace(tzinfo=UTC)
    there = datetime.combine(here.date(), clock, UTC)
    difference = abs(here - there) % timing.DAY
    return min(difference, timing.DAY - difference)
