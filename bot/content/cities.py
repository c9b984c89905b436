"""Cities by name, for the question where somebody is. Data: GeoNames (cities over 15,000 people)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from bot.content.city_index import Region, city_index, known_regions, normal_name
from bot.core.model.library import City

MOST = 5  # cities in an answer
LONGEST = 80  # characters; no city's name is longer
_ENOUGH = 3  # letters from which on the beginning of a name counts


class CountryNames(NamedTuple):
    """Names of countries: those that CLDR has in `languages`, and `aliases`, further normalised names → ISO
    code."""

    languages: tuple[str, ...] = ()
    aliases: Mapping[str, str] = MappingProxyType({})


CODES_ALONE = CountryNames()


def find(name: str, countries: CountryNames = CODES_ALONE) -> tuple[City, ...]:
    """Cities of that name in any of their languages, the most populous first, each zone once, at most MOST;
    for a country or a state, the biggest city of each of its zones.

    Accents and case don't matter. A country or a state after the name narrows it down ("Córdoba, Spain",
    "Springfield, IL"). Only where nothing has that name do beginnings and codes count; these, and cities
    that aren't where the line says, are not `exact`. The first call takes about a second.
    """
    if len(name) > LONGEST:
        return ()
    wanted, *places = (normal_name(part) for part in " ".join(name.split()).split(","))
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
        cities = [city for city in cities if normal_name(city.name) == key]
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
    index = city_index()
    return [index.cities[n] for n in _numbers(index.names, f"\n{key}\t")]


def _alike(key: str, countries: CountryNames) -> tuple[City, ...]:
    """Cities with that code or with a name that begins so, and the country with that code. None is exact."""
    index = city_index()
    found = [index.cities[n] for n in _numbers(index.codes, f"\n{key}\t")]
    if len(key) >= _ENOUGH:
        begun = [index.cities[n] for n in _numbers(index.names, f"\n{key}")]
        begun.sort(key=lambda city: not normal_name(city.name).startswith(key))  # "San Fran" is not Quito
        found += begun
    else:
        regions = known_regions(countries.languages).get(key, ())
        found += _biggest(frozenset(region for region in regions if not region[1]))
    return tuple(replace(city, exact=False) for city in _each_zone(found))


def _main(key: str, cities: Sequence[City]) -> Sequence[City]:
    """Cities without the smaller ones that merely also have, or had, the name of a bigger one."""
    own = [normal_name(city.name) == key for city in cities]
    first = own.index(True) if any(own) else len(own)
    return [city for n, city in enumerate(cities) if own[n] or n < first]


@lru_cache(256)
def _biggest(regions: frozenset[Region]) -> tuple[City, ...]:
    """The biggest city of each zone in some regions."""
    return _each_zone(city for city in city_index().cities if _within(city, regions)) if regions else ()


def _within(city: City, regions: Iterable[Region]) -> bool:
    return any(city.country == country and state in ("", city.state) for country, state in regions)


def _regions(key: str, countries: CountryNames) -> frozenset[Region]:
    if key in countries.aliases:
        return frozenset({(countries.aliases[key], "")})
    known = known_regions(countries.languages)
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
