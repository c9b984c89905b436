"""Finding somebody's time zone from what they know: the time on their clock, or a city."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import chain

from bot.core.calendar import timing
from bot.core.model import localtime
from bot.core.model.library import City, Library
from bot.core.model.messages import Text, ZoneName
from bot.core.model.snapshot import Snapshot
from bot.core.typed import lexemes

# Zones by how many people live in them, roughly. Those of a person's language come before them.
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
    "America/Anchorage", "Pacific/Honolulu", "Pacific/Auckland", "Africa/Abidjan", "Australia/Brisbane",
    "Australia/Adelaide", "Australia/Darwin", "Australia/Perth", "Pacific/Port_Moresby",
    "Pacific/Noumea", "Pacific/Apia", "Pacific/Tongatapu", "Pacific/Chatham", "Pacific/Kiritimati",
    "Atlantic/Azores", "Atlantic/Cape_Verde", "America/Noronha", "Pacific/Marquesas",
    "Pacific/Gambier", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Australia/Eucla",
    "Pacific/Fiji", "Pacific/Pitcairn", "Etc/GMT+12",
)  # fmt: skip
# Names of zones as people use them, in capitals, and the zones that they may mean, the likeliest first.
ABBREVIATIONS: Mapping[str, tuple[str, ...]] = {
    name: tuple(zones.split())
    for names, zones in (
        ("UTC", "UTC"),
        ("GMT", "Europe/London Africa/Abidjan Atlantic/Reykjavik UTC"),
        ("BST", "Europe/London Asia/Dhaka"),
        ("IST", "Asia/Kolkata Europe/Dublin Asia/Jerusalem"),
        ("IDT", "Asia/Jerusalem"),
        ("WET WEST", "Europe/Lisbon Atlantic/Canary"),
        ("CET CEST MET MEZ MESZ", "Europe/Berlin Europe/Madrid Europe/Paris Europe/Rome Europe/Warsaw"),
        ("EET EEST", "Europe/Athens Europe/Kyiv Europe/Bucharest Europe/Helsinki Africa/Cairo Asia/Beirut"),
        ("MSK", "Europe/Moscow"), ("TRT", "Europe/Istanbul"),
        ("WAT", "Africa/Lagos"), ("CAT", "Africa/Maputo Africa/Khartoum"),
        ("EAT", "Africa/Nairobi"), ("SAST", "Africa/Johannesburg"),
        ("GST", "Asia/Dubai"), ("IRST", "Asia/Tehran"), ("AFT", "Asia/Kabul"), ("PKT", "Asia/Karachi"),
        ("UZT", "Asia/Tashkent"), ("NPT", "Asia/Kathmandu"), ("BDT", "Asia/Dhaka"), ("MMT", "Asia/Yangon"),
        ("ICT", "Asia/Bangkok Asia/Ho_Chi_Minh"), ("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"),
        ("WIT", "Asia/Jayapura"), ("SGT", "Asia/Singapore"), ("MYT", "Asia/Kuala_Lumpur"),
        ("HKT", "Asia/Hong_Kong"), ("PHT", "Asia/Manila"), ("JST", "Asia/Tokyo"), ("KST", "Asia/Seoul"),
        ("AWST", "Australia/Perth"), ("ACST", "Australia/Adelaide Australia/Darwin"),
        ("ACDT", "Australia/Adelaide"), ("AEST", "Australia/Sydney Australia/Brisbane"),
        ("AEDT", "Australia/Sydney"), ("NZT NZST NZDT", "Pacific/Auckland"),
        ("NT NST NDT", "America/St_Johns"),
        ("AST", "America/Halifax America/Puerto_Rico Asia/Riyadh"), ("ADT", "America/Halifax"),
        ("EST", "America/New_York America/Toronto America/Panama America/Jamaica Australia/Sydney"),
        ("ET EDT", "America/New_York America/Toronto"),
        ("CST", "America/Chicago America/Mexico_City Asia/Shanghai America/Costa_Rica America/Winnipeg"
                " America/Havana"),
        ("CT CDT", "America/Chicago America/Winnipeg America/Havana"),
        ("MST", "America/Denver America/Phoenix America/Edmonton America/Hermosillo Asia/Kuala_Lumpur"),
        ("MT", "America/Denver America/Edmonton Europe/Malta"), ("MDT", "America/Denver America/Edmonton"),
        ("PST", "America/Los_Angeles America/Vancouver America/Tijuana Asia/Manila"),
        ("PT", "America/Los_Angeles America/Vancouver Europe/Lisbon"),
        ("PDT", "America/Los_Angeles America/Vancouver America/Tijuana"),
        ("AKST AKDT", "America/Anchorage"), ("HST", "Pacific/Honolulu"), ("HDT", "America/Adak"),
        ("BRT", "America/Sao_Paulo"), ("ART", "America/Argentina/Buenos_Aires"),
        ("CLT CLST", "America/Santiago"), ("COT", "America/Bogota"), ("PET", "America/Lima"),
        ("VET", "America/Caracas"), ("ECT", "America/Guayaquil"), ("BOT", "America/La_Paz"),
        ("PYT", "America/Asuncion"), ("UYT", "America/Montevideo"),
    )
    for name in names.split()
}  # fmt: skip
MOST = 6  # candidates offered at once
_FIRST = 4  # of these for a clock's first reading, where it has two
_ROUNDED = timedelta(minutes=8)  # how far a time typed is from the clock's, at most
_WRONG = timedelta(minutes=15)  # how far a clock may be off
_OFFSET = re.compile(r"(?:utc|gmt) ?([+-]) ?(\d{1,2})(?:[:.]?([0-5]\d))?")


def known(name: str) -> bool:
    """Whether an IANA name can be stored."""
    return name in localtime.zone_names()


def likely(language: str, library: Library) -> tuple[str, ...]:
    """Five zones where speakers of a language often live."""
    return (library.zones.get(language) or library.zones.get(library.default_language, ()))[:5]


def _of_language(snapshot: Snapshot) -> tuple[str, ...]:
    return snapshot.library.zones.get(snapshot.person.language, ())


def by_clock(clocks: Sequence[time], snapshot: Snapshot) -> tuple[str, ...]:
    """Zones in which the wall clock now shows about one of `clocks` (within 8 minutes, as people round): the
    likeliest of the first, then of the other, at most MOST. The platform's hint comes before all if its clock
    is not far off."""
    now, first = snapshot.now, snapshot.zone_hint
    order = dict.fromkeys((*_of_language(snapshot), *COMMON))
    readings = [[zone for zone in order if _apart(at, now, zone) <= _ROUNDED] for at in clocks]
    likeliest = [zone for reading in readings[:1] for zone in reading[:_FIRST]]
    hinted = [first] if known(first) and any(_apart(at, now, first) <= _WRONG for at in clocks) else []
    return tuple(dict.fromkeys((*hinted, *likeliest, *chain(*readings[1:], *readings))))[:MOST]


def nearest(clocks: Sequence[time], snapshot: Snapshot) -> tuple[str, ...]:
    """Zones whose wall clock is nearest to one of `clocks`, the nearest first, at most MOST."""
    order = dict.fromkeys((*_of_language(snapshot), *COMMON))
    return tuple(sorted(order, key=lambda zone: min(_apart(at, snapshot.now, zone) for at in clocks)))[:MOST]


def by_city(name: str, snapshot: Snapshot) -> tuple[City, ...]:
    """Places that a line names, at most MOST: cities; the biggest city of each clock in a country; the zones
    of an IANA name, an abbreviation or a distance from UTC. The platform's hint comes first."""
    named = _by_name(name) or _by_offset(name, snapshot)
    cities = snapshot.library.cities(name)
    found = [City("", "", zone) for zone in named] + [city for city in cities if city.exact or not named]
    found.sort(key=lambda city: city.zone != snapshot.zone_hint)
    each: dict[Hashable, City] = {}
    for city in found:
        clocks = _clocks_in(city.zone, snapshot.now) if city.country else city.zone
        each.setdefault((city.country, clocks), city)
    return tuple(each.values())[:MOST]


def _by_name(name: str) -> tuple[str, ...]:
    """The zones of an IANA name or an abbreviation."""
    typed = "_".join(name.split()).casefold()
    exact = tuple(zone for zone in localtime.zone_names() if zone.casefold() == typed) if "/" in typed else ()
    return exact or ABBREVIATIONS.get(typed.upper(), ())


def _by_offset(name: str, snapshot: Snapshot) -> tuple[str, ...]:
    """Zones at a distance from UTC ("GMT+2", "UTC-05:30"): those where it holds now, then those whose
    standard time it is, since people name that in summer too."""
    match = _OFFSET.fullmatch(lexemes.folded(name))
    if not match:
        return ()
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0)) * (-1 if match[1] == "-" else 1)
    order = dict.fromkeys(("UTC", *_of_language(snapshot), *COMMON))
    seasons = {zone: _clocks_in(zone, snapshot.now) for zone in order}
    now = [zone for zone, clocks in seasons.items() if clocks[0] == offset]
    return tuple(dict.fromkeys((*now, *(zone for zone, clocks in seasons.items() if min(clocks) == offset))))


def _clocks_in(zone: str, now: datetime) -> tuple[timedelta, timedelta]:
    """The distances from UTC now and half a year on: they tell a country's zones apart."""
    moments = (at.astimezone(localtime.zone(zone)) for at in (now, now + timedelta(days=182)))
    first, second = (at.utcoffset() or timedelta() for at in moments)
    return first, second


def place(zone: str) -> str:
    """The place that an IANA name is called after.

    >>> place("America/Argentina/Buenos_Aires")
    'Buenos Aires'
    """
    return zone.rpartition("/")[2].replace("_", " ")


def place_label(city: City, now: datetime) -> Text:
    """A place as people tell it ("Springfield, MO, US"), and the time it is there."""
    return label(city.zone, now, ", ".join(part for part in (city.name, city.state, city.country) if part))


def label(zone: str, now: datetime, city: str = "") -> Text:
    """A zone as people tell it: the place and the time it is there."""
    here = now.astimezone(localtime.zone(zone))
    return Text(
        "zone-label", {"place": city or ZoneName(zone), "time": here.time().replace(second=0, microsecond=0)}
    )


def _apart(clock: time, now: datetime, zone: str) -> timedelta:
    here = now.astimezone(localtime.zone(zone)).replace(tzinfo=UTC)
    there = datetime.combine(here.date(), clock, UTC)
    difference = abs(here - there) % timing.DAY
    return min(difference, timing.DAY - difference)
