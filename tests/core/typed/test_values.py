"""Times and numbers as people write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.typed import understand
from tests.core.making import make_facts

EN, ES = make_facts(), make_facts(language="es")
FACTS = {"en": EN, "es": ES}
LANGUAGES = ("en", "es", "xx")

CLOCK = [
    *(("en", t, time(20, 30)) for t in ("20:30", "20.30", "2030", "20h30", "20:30:00", "20：30",
      "٢٠:٣٠", "8:30 pm",
      "8.30 p.m.", "8:30 p. m.", "at 8:30pm", "half past eight in the evening", "eight thirty pm",
      "it's 20:30 now", "20:30 o'clock")),
    *(("es", t, time(20, 30)) for t in ("8:30 p. m.", "8:30 p.\u00a0m.", "20:30 h", "20:30h",
      "20.30 hs", "a las 20:30",
      "20 h 30", "ocho y media de la noche", "a las ocho y media de la tarde", "las 20 y treinta")),
    *(("en", t, time(20)) for t in ("8 at night", "it's 8 in the evening", "8pm", "20h",
      "in the evening at 8")),
    *(("es", t, time(20)) for t in ("20 hs", "20 horas", "8 de la noche", "8 de la tarde", "las 8 p. m.")),
    ("en", "8", time(8)), ("en", "8 o'clock", time(8)), ("es", "a las 8", time(8)),
    ("es", "8 de la mañana", time(8)), ("en", "12am", time(0)), ("en", "12pm", time(12)),
    ("en", "24:00", time(0)), ("en", "noon", time(12)), ("en", "midnight", time(0)),
    ("es", "mediodía", time(12)), ("es", "medianoche", time(0)), ("es", "12 de la noche", time(0)),
    ("es", "las tres y media", time(3, 30)), ("es", "las nueve y media de la noche", time(21, 30)),
    ("es", "a la una de la tarde", time(13)), ("es", "ocho menos cuarto", time(7, 45)),
    ("es", "dos de la madrugada", time(2)), ("en", "quarter to nine pm", time(20, 45)),
    ("en", "ten to eight", time(7, 50)), ("en", "twenty past eight", time(8, 20)),
    ("en", "half past midnight", None), ("en", "25:99", None), ("en", "24:30", None), ("en", "13pm", None),
    ("en", "1.5", None), ("en", "-8", None), ("en", "in the evening", None), ("en", "my dog", None),
    ("en", "5 at night", None), ("en", "", None), ("en", "8 or 9", None),
]  # fmt: skip
MINUTES = [
    *(("en", t, 80) for t in ("80", "1h20", "1:20", "1 hour and 20 minutes", "1 hr, 20 min",
      "one hour twenty")),
    *(("es", t, 80) for t in ("1 hora y 20 minutos", "1 h 20", "una hora y veinte")),
    *(("en", t, 45) for t in ("~45", "about 45 minutes", "45 mins total", "forty-five", "٤٥", "४५", "４５")),
    *(("es", t, 45) for t in ("unos 45", "cuarenta y cinco", "tres cuartos de hora")),
    *(("en", t, 90) for t in ("1½ hours", "1 ½ hours", "an hour and a half", "1.5 h", "1,5 hours",
      "one and a half hours")),
    *(("es", t, 90) for t in ("hora y media", "1,5 horas", "una hora y media")),
    *(("en", t, 0) for t in ("0", "zero", "none", "no time at all", "0 min")),
    *(("es", t, 0) for t in ("cero", "ninguno", "ni un minuto")),
    *(("en", t, 1430) for t in ("1,430 minutes", "1.430 minutes", "1430", "1 430", "1\u202f430 minutes")),
    ("es", "1.430 minutos", 1430), ("en", "1,200", 1200), ("en", "two hours", 120), ("es", "dos horas", 120),
    ("en", "half an hour", 30), ("es", "media hora", 30), ("en", "1.5", None), ("en", "1½", None),
    ("en", "0.500", None), ("en", "-30", None), ("en", "25h", None), ("en", "2000", None), ("en",
      "hour", None),
    ("en", "45 seconds", None), ("en", "3 times", None), ("en", "many hours", None), ("en", "²", None),
]  # fmt: skip
COUNT = [
    *(("en", t, 3) for t in ("3", "3 times", "three", "x3", "3x", "about 3", "٣")),
    *(("es", t, 3) for t in ("3", "3 veces", "tres", "tres veces")),
    *(("en", t, 1) for t in ("once", "one", "1 time", "only once")),
    *(("es", t, 1) for t in ("una vez", "una", "uno")),
    *(("en", t, 0) for t in ("none", "never", "zero", "0")),
    *(("es", t, 0) for t in ("ninguna", "nunca", "cero")),
    ("en", "twice", 2), ("en", "1,200", 1200), ("es", "once", 11),
    *(("en", t, None) for t in ("2h", "5 min", "half an hour", "1.5", "-1", "3 or 4", "99999", "lots")),
    *(("es", t, None) for t in ("2 horas", "media hora", "muchas")),
]  # fmt: skip
SCALE = [
    *(("en", t, 4) for t in ("4", "4/5", "4 / 5", "4 of 5", "4 out of 5", "four", "4️⃣", "⭐⭐⭐⭐",
      "★★★★☆", "4!", "4.", "a 4",
      "٤", "४", "４", "④", "i think 4", "four out of five")),
    *(("es", t, 4) for t in ("cuatro", "4 de 5", "un 4", "cuatro de cinco", "creo que un 4")),
    ("en", "not at all", 1), ("en", "fully", 5), ("es", "nada", 1), ("es", "del todo", 5),
    *(("en", t, None) for t in ("0", "6", "-1", "4.5", "3-4", "8/10", "👍", "quite", "4 min", "",
      "⭐⭐⭐⭐⭐⭐", "²")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "typed", "at"), CLOCK)
def test_times_of_the_day(language: str, typed: str, at: time | None) -> None:
    assert understand.clock(typed, FACTS[language]) == at


@pytest.mark.parametrize(("language", "typed", "minutes"), MINUTES)
def test_lengths(language: str, typed: str, minutes: int | None) -> None:
    assert understand.minutes(typed, FACTS[language]) == minutes


@pytest.mark.parametrize("typed", ["45", "1:20", "none", "forty-five", "20:30", "a week", "no"])
def test_a_number_without_a_unit_can_be_left_aside(typed: str) -> None:
    assert understand.minutes(typed, EN, bare=False) is None
    assert understand.minutes("45 min", EN, bare=False) == 45


@pytest.mark.parametrize(("language", "typed", "count"), COUNT)
def test_counts(language: str, typed: str, count: int | None) -> None:
    assert understand.count(typed, FACTS[language]) == count


@pytest.mark.parametrize(("language", "typed", "place"), SCALE)
def test_a_place_on_a_scale(language: str, typed: str, place: int | None) -> None:
    assert understand.scale(typed, FACTS[language], 5) == place


def test_a_clock_of_twelve_hours_leaves_two_readings() -> None:
    assert understand.clocks("9:05", EN) == (time(9, 5), time(21, 5))
    assert understand.clocks("12:10", EN) == (time(12, 10), time(0, 10))
    for typed in ("21:05", "09:05", "9:05 pm", "noon"):
        assert len(understand.clocks(typed, EN)) == 1, typed
    assert understand.clocks("soon", EN) == ()


@pytest.mark.parametrize("typed", ["quite", "-1", "👍", "8 out of 10", "tired", "4.5", "2 h"])
def test_a_value_said_in_an_unknown_way_is_no_line(typed: str) -> None:
    assert not understand.is_line(typed, EN)


@pytest.mark.parametrize(
    "typed", ["too tired today", "4/5 but a long day", "今日はとても疲れた一日だったよ本当に"]
)
def test_words_of_their_own_are_a_line(typed: str) -> None:
    assert understand.is_line(typed, EN)


def _holds(text: str, language: str) -> None:
    snapshot = make_facts(language=language)
    found = understand.minutes(text, snapshot)
    assert found is None or 0 <= found <= 24 * 60
    assert (understand.count(text, snapshot) or 0) >= 0
    assert understand.scale(text, snapshot, 5) in (None, 1, 2, 3, 4, 5)
    assert understand.clock(text, snapshot) in (None, *understand.clocks(text, snapshot))
    assert understand.span(text, snapshot) is None or isinstance(understand.is_line(text, snapshot), bool)


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_is_read_or_not_and_never_raises(text: str, language: str) -> None:
    _holds(text, language)


PIECES = [
    *("8", "20:30", "24.12.", "½", "half", "past", "to", "and", "a", "hour", "twenty"),
    *("hundred", "pm", "noon", "-", "/", "of", "once", "not", "1,430", "o'clock", "٣"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=7))
def test_any_row_of_the_grammars_words_is_read_or_not(pieces: list[str]) -> None:
    _holds(" ".join(pieces), "en")
