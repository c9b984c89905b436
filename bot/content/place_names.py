"""Names of the places that time zones are called after."""

from __future__ import annotations

from functools import lru_cache

from babel.dates import get_timezone, get_timezone_location

MAX_CACHED_PLACES = 4096


@lru_cache(MAX_CACHED_PLACES)
def place(zone: str, language: str) -> str:
    """The name in a language of the place that an IANA time zone is called after.

    A zone that is no place is shown by its distance from UTC; the sign in such an IANA name is reversed.

    >>> place("America/Mexico_City", "es"), place("Etc/GMT-5", "es")
    ('Ciudad de México', 'UTC+5')
    """
    if zone.startswith("Etc/GMT") and zone[7:8] in ("+", "-"):
        return f"UTC{'-' if zone[7] == '+' else '+'}{zone[8:]}"
    try:
        name = get_timezone_location(get_timezone(zone), locale=language.replace("-", "_"), return_city=True)
    except LookupError:  # the library does not know the zone
        name = zone
    return name.rpartition("/")[2].replace("_", " ")
