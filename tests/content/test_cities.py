"""Where somebody is, by the name of a city."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog import cities


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
    assert cities.find(typed)[0].zone == zone


def test_an_ambiguous_name_gives_each_zone_once_the_biggest_first():
    found = cities.find("cordoba")
    assert [(city.country, city.zone) for city in found[:3]] == [
        ("AR", "America/Argentina/Cordoba"),
        ("ES", "Europe/Madrid"),
        ("MX", "America/Mexico_City"),
    ]
    assert len({city.zone for city in found}) == len(found) <= 5


@pytest.mark.parametrize("typed", ["Córdoba, España", "cordoba, spain", "Cordoba, ES", "Córdoba España"])
def test_a_country_narrows_it_down(typed):
    assert [city.zone for city in cities.find(typed)] == ["Europe/Madrid"]


def test_what_follows_a_comma_and_is_no_country_is_not_minded():
    assert cities.find("Springfield, somewhere") == cities.find("Springfield") != ()


def test_a_whole_name_comes_before_a_beginning():
    assert cities.find("Roma")[0].name == "Rome"
    assert all(city.name.startswith("Rom") for city in cities.find("Roma"))


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
    assert cities.find(typed) == ()


def test_the_index_cannot_be_reached_from_outside():
    names = cities._index().names
    line = next(line for line in names.split("\n") if line.startswith("berlin\t"))
    assert cities.find(line) == ()


def test_zones_are_known_here():
    for name in ("Berlin", "Kyiv", "Mumbai", "Ulan Bator", "Nuuk"):
        assert all(ZoneInfo(city.zone) for city in cities.find(name))


@given(st.text(max_size=100))
def test_any_text_finds_at_most_five_and_never_raises(typed):
    found = cities.find(typed)
    assert len(found) <= 5
    assert all(city.name and len(city.country) == 2 and "/" in city.zone for city in found)
