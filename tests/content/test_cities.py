"""Where somebody is, by the name of a city."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import catalog, cities, city_index
from bot.core.model.library import Library
from tests.content.reading import CONTENT

find = partial(cities.find, countries=cities.CountryNames(("en", "es")))


@pytest.fixture(scope="module")
def library() -> Library:
    return catalog.load(CONTENT)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Ljubljana", "Europe/Ljubljana"),
        ("ljubljana", "Europe/Ljubljana"),
        ("  LJUBLJANA  ", "Europe/Ljubljana"),
        ("munich", "Europe/Berlin"),
        ("münchen", "Europe/Berlin"),
        ("MÜNCHEN", "Europe/Berlin"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("Nueva York", "America/New_York"),
        ("NYC", "America/New_York"),
        ("Ciudad de México", "America/Mexico_City"),
        ("Saint-Denis, France", "Europe/Paris"),
        ("東京", "Asia/Tokyo"),
        ("Москва", "Europe/Moscow"),
        ("القاهرة", "Africa/Cairo"),
        ("San Fran", "America/Los_Angeles"),
        ("ljub", "Europe/Ljubljana"),
    ],
)
def test_a_city_is_found_by_any_of_its_names(typed, zone):
    assert find(typed)[0].zone == zone


def test_an_ambiguous_name_gives_each_zone_once_the_biggest_first():
    found = find("cordoba")
    assert [(city.country, city.zone) for city in found[:3]] == [
        ("AR", "America/Argentina/Cordoba"),
        ("ES", "Europe/Madrid"),
        ("MX", "America/Mexico_City"),
    ]
    assert len({city.zone for city in found}) == len(found) <= 5


@pytest.mark.parametrize("typed", ["Córdoba, España", "cordoba, spain", "Cordoba, ES", "Córdoba España"])
def test_a_country_narrows_it_down(typed):
    assert [city.zone for city in find(typed)] == ["Europe/Madrid"]


def test_what_follows_a_comma_and_is_no_country_is_not_minded():
    found = find("Springfield, somewhere")
    assert [city.zone for city in found] == [city.zone for city in find("Springfield")] != []
    assert not any(city.exact for city in found)  # for it isn't known whether it is there


def test_a_whole_name_comes_before_a_beginning():
    assert find("Roma")[0].name == "Rome"
    assert all(city.name.startswith("Rom") for city in find("Roma"))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "a",
        "\n",
        "\t",
        "xyzzyqq",
        "12345",
        "25:99",
        "…",
        "🙂",
        "x" * 81,
        "Berlin " * 20000,
        "\x00",
        ",",
    ],
)
def test_nonsense_finds_nothing(typed):
    assert find(typed) == ()


def test_the_index_cannot_be_reached_from_outside():
    names = city_index.city_index().names
    line = next(line for line in names.split("\n") if line.startswith("berlin\t"))
    assert find(line) == ()


def test_zones_are_known_here():
    for name in ("Berlin", "Kyiv", "Mumbai", "Ulan Bator", "Nuuk"):
        assert all(ZoneInfo(city.zone) for city in find(name))


@pytest.mark.parametrize(
    ("typed", "state", "zone"),
    [
        ("Springfield, IL", "IL", "America/Chicago"),
        ("Springfield, Illinois", "IL", "America/Chicago"),
        ("springfield illinois", "IL", "America/Chicago"),
        ("Springfield, MA, United States", "MA", "America/New_York"),
        ("Washington, D.C.", "DC", "America/New_York"),
        ("London, Ontario", "ON", "America/Toronto"),
        ("Perth, WA", "WA", "Australia/Perth"),
        ("Los Angeles, CA", "CA", "America/Los_Angeles"),
        ("Brooklyn, Quebec", "NY", "America/New_York"),  # no such place: the one there is, not exact
    ],
)
def test_a_state_narrows_it_down_and_is_told(typed, state, zone):
    (city,) = find(typed)
    assert (city.state, city.zone, city.exact) == (state, zone, typed != "Brooklyn, Quebec")


def test_states_tell_equal_names_apart():
    found = find("Springfield")
    assert len({city.state for city in found}) == len(found) > 1
    assert {city.state for city in find("Córdoba")} == {""}


def test_what_merely_was_called_like_a_bigger_city_is_left_out():
    assert [city.name for city in find("Berlin")] == ["Berlin"]
    assert [city.name for city in find("Berlin, OH")] == ["North Canton"]
    assert find("Roma")[0].name == "Rome"  # bigger than every Roma


@pytest.mark.parametrize("typed", ["UTC", "ist", "SPI", "ber", "Ljub", "San Fran", "DE", "Ljubljana, Peru"])
def test_a_code_and_a_beginning_are_no_exact_hits(typed):
    found = find(typed)
    assert found
    assert not any(city.exact for city in found)


def test_a_code_stands_before_beginnings_and_beginnings_are_not_hidden_by_it():
    assert [city.name for city in find("ber")][:1] == ["Berlin"]
    assert "Europe/Berlin" in [city.zone for city in find("mun")]


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("India", {"Asia/Kolkata"}),
        ("alemania", {"Europe/Berlin"}),
        ("Germany", {"Europe/Berlin"}),
        ("Deutschland, ", set()),
        ("Reino Unido", {"Europe/London"}),
        ("Myanmar", {"Asia/Yangon"}),
        ("Nueva Zelanda", {"Pacific/Auckland"}),
        ("España", {"Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta"}),
        ("Texas", {"America/Chicago", "America/Denver"}),
        ("Georgia", {"Asia/Tbilisi", "Europe/Moscow", "America/New_York"}),
    ],
)
def test_a_country_or_a_state_gives_its_zones(typed, zones):
    assert {city.zone for city in find(typed)} == zones


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("USA", "America/New_York"),
        ("U.S.A.", "America/New_York"),
        ("EE. UU.", "America/New_York"),
        ("EEUU", "America/New_York"),
        ("the UK", "Europe/London"),
        ("Inglaterra", "Europe/London"),
        ("Holanda", "Europe/Amsterdam"),
        ("Turkey", "Europe/Istanbul"),
        ("Turquía", "Europe/Istanbul"),
    ],
)
def test_a_country_is_found_by_what_people_call_it(library, typed, zone):
    first = library.cities(typed)[0]
    assert (first.zone, first.exact) == (zone, True)


def test_the_languages_of_the_catalogue_name_the_countries() -> None:
    slovene = partial(cities.find, countries=cities.CountryNames(("sl", "pt-BR")))
    assert {city.zone for city in slovene("Nemčija")} == {"Europe/Berlin"}
    assert [city.zone for city in slovene("Córdoba, Espanha")] == ["Europe/Madrid"]
    assert "Europe/Berlin" not in {city.zone for city in find("Nemčija")}


def test_what_people_call_a_country_narrows_a_city_down(library):
    assert {city.country for city in library.cities("Birmingham, UK")} == {"GB"}
    assert {city.country for city in library.cities("Birmingham EEUU")} == {"US"}


@given(st.text(max_size=100))
def test_any_text_finds_each_zone_once_and_never_raises(typed):
    found = find(typed)
    assert len({city.zone for city in found}) == len(found)
    assert all(city.name and len(city.country) == 2 and "/" in city.zone for city in found)
