"""Something real for ten minutes: own things first, then what fits the hour and what matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.model.library import Daypart, Track
from bot.core.model.moment import Swap
from bot.core.model.reading import Safety
from bot.core.model.snapshot import Snapshot
from bot.core.moment import ideas
from bot.core.moment.swap import LONGEST, MOST
from tests.content.reading import LANGUAGES, entries
from tests.core.helpers import NOW, Chat, facts_of
from tests.world import library as shipped

HOURS = {Daypart.MORNING: 8, Daypart.DAY: 14, Daypart.EVENING: 20, Daypart.NIGHT: 2}


def person(*own: str, hour: int = 20, **settings: object) -> Snapshot:
    facts = facts_of(**settings)
    return facts.replace(
        library=replace(facts.library, lexicon=shipped().lexicon),
        now=datetime(2026, 11, 23, hour, tzinfo=ZoneInfo("Europe/Berlin")),
        swaps=tuple(Swap(n, words) for n, words in enumerate(own, 1)),
    )


def words(chat: Chat) -> list[str]:
    return [one.words for one in chat.snapshot.swaps]


@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("part", Daypart)
def test_three_ideas_fit_each_hour_and_one_of_them_what_matters(part: Daypart, track: Track) -> None:
    found = ideas.shipped(person(hour=HOURS[part], focus=track))
    assert len(found) >= ideas.SHOWN * 2
    assert all(part in idea.dayparts for idea in found)
    matters = [track in idea.tracks for idea in found]
    assert matters == sorted(matters, reverse=True)
    assert matters[0]


def test_each_idea_has_words_in_each_language() -> None:
    assert all(f"swap-idea-{idea.slug}" in entries(code) for idea in ideas.IDEAS for code in LANGUAGES)
    assert len({idea.slug for idea in ideas.IDEAS}) == len(ideas.IDEAS)


def test_own_things_come_first_and_all_ideas_in_turn() -> None:
    chat = Chat(person("play the guitar", "walk the dog"))
    lines = chat.slash("swap").splitlines()
    assert lines[1:3] == ["• play the guitar", "• walk the dog"]
    seen = set(lines)
    for _ in range(12):
        chat.press(chat.tokens[0])
        seen |= set(chat.wording.plain(chat.replies[0].text, "en", chat.snapshot.today).splitlines())
    assert len(seen) == 1 + 2 + len(ideas.shipped(chat.snapshot))


@pytest.mark.parametrize(
    ("language", "adds", "takes_out"),
    [("en", "add walk the dog", "take out Walk the dog"), ("es", "añadir pasear", "quitar pasear")],
)
def test_the_list_is_changed_in_words(language: str, adds: str, takes_out: str) -> None:
    chat = Chat(person(language=language))
    chat.slash("swap")
    chat.press("swap.list")
    chat.type(adds)
    assert words(chat) == [adds.partition(" ")[2]]
    chat.slash(f"swap {adds}")
    assert chat.replies[0].key == "swap-there"
    chat.press("swap.list")
    chat.type(takes_out)
    assert words(chat) == []


def test_the_list_is_changed_by_buttons_and_numbers() -> None:
    chat = Chat(person("one thing", "two things", "three things"))
    chat.slash("swap list")
    chat.press("swap.out.2")
    assert words(chat) == ["one thing", "three things"]
    chat.press("swap.list")
    chat.type("remove 2")
    assert words(chat) == ["one thing"]
    chat.slash("swap remove 7")
    assert (chat.replies[0].key, words(chat)) == ("swap-unknown", ["one thing"])
    chat.forge("swap.out.2")
    assert chat.replies[0].key == "talk-stale"


def test_a_list_has_an_end_and_so_has_a_line() -> None:
    chat = Chat(person(*(f"thing {n}" for n in range(MOST))))
    chat.slash("swap something more")
    assert chat.replies[0].key == "swap-full"
    chat = Chat(person())
    chat.slash("swap " + "x" * (LONGEST + 1))
    assert (chat.replies[0].key, words(chat)) == ("swap-long", [])


def test_words_of_danger_do_not_come_back_as_an_idea() -> None:
    facts = person()
    chat = Chat(facts.replace(library=replace(facts.library, danger=lambda text: Safety.UNCLEAR)))
    chat.slash("swap disappear")
    assert words(chat) == []


def test_after_half_an_hour_words_go_elsewhere() -> None:
    chat = Chat(person())
    chat.slash("swap list")
    chat.snapshot = chat.snapshot.replace(now=NOW + timedelta(hours=3))
    chat.type("walk the dog")
    assert words(chat) == []
