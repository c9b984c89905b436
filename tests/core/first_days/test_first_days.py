"""The first days: a gain at once, and one small thing below each check-in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.checkin import closing
from bot.core.first_days import parts
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import CountPromptAsked
from bot.core.model.inputs import ButtonPress
from bot.core.model.library import Itch
from bot.core.model.messages import Text
from bot.core.model.snapshot import Snapshot
from tests.core.helpers import TODAY, Chat, facts_of, wording

DAY = timedelta(days=1)


def begun(ago: int, **person: object) -> Snapshot:
    """Somebody whose first plan began so many days ago, and was kept today."""
    snapshot = facts_of(**person).with_entry(CheckinEntry(1, TODAY, CheckinAnswer.KEPT))  # type: ignore[arg-type]
    since = TODAY - DAY * ago
    plan = snapshot.enrolments[0].replace(started_on=since, step_since=since)
    return snapshot.replace(enrolments=(plan,), asked={})


def closed(snapshot: Snapshot, day: date = TODAY) -> str:
    """The key of what stands below the check-in, "" for nothing."""
    more = closing.close(day, snapshot).replies[-1].args.get("more")
    return more.key if isinstance(more, Text) else ""


def lived(days: int, **person: object) -> list[str]:
    """What stood below the check-ins of the first days, each answered."""
    asked: dict[str, int] = {}
    seen = []
    for n in range(days):
        turn = closing.close(TODAY, begun(n, **person).replace(asked=dict(asked)))
        more = turn.replies[-1].args.get("more")
        seen.append(more.key if isinstance(more, Text) else "")
        for effect in turn.effects:
            if isinstance(effect, CountPromptAsked):
                asked[effect.prompt] = asked.get(effect.prompt, 0) + 1
    return seen


def test_each_part_comes_once_one_a_day_in_order() -> None:
    """Without lessons in the catalogue; the itch is asked for until it is said."""
    assert lived(6) == ["", "first-itch", "first-door", "first-somebody", "", ""]
    assert lived(6, itch="bored") == ["", "first-instead-bored", "first-door", "first-somebody", "", ""]


def test_no_part_comes_twice_on_a_day_nor_after_the_first_days() -> None:
    shown = begun(1, itch="bored").replace(asked={"first-instead": 1})
    assert closed(shown) == ""
    assert closed(begun(10)) != ""
    assert closed(begun(11)) == ""


def test_it_gives_way_to_what_has_to_be_said() -> None:
    """An answer to what got in the way, a day before today, a plan that is over."""
    first = begun(2)
    assert closed(first.with_entry(CheckinEntry(1, TODAY - DAY, CheckinAnswer.KEPT)), TODAY - DAY) == ""
    said = closing.close(TODAY, first, Text("checkin-note-kept"))
    assert "more" not in said.replies[-1].args


@pytest.mark.parametrize("itch", Itch)
def test_every_itch_has_its_words(itch: Itch) -> None:
    line, ways, shown = parts.of_today(TODAY, begun(1, itch=str(itch))) or (Text(""), (), None)
    assert line.key == f"first-instead-{itch}"
    assert [way.token for way in ways] == ["swap.list", "swap.show"]
    assert shown == CountPromptAsked("first-instead", TODAY)
    for language in ("en", "es"):
        assert wording().plain(line, language).endswith("?")


def test_the_itch_is_kept_and_the_line_of_the_day_is_still_heard() -> None:
    chat = Chat(begun(2).without_entry(1, TODAY))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.kept")
    assert "settings.itch.bored" in chat.tokens
    chat.press("settings.itch.bored")
    assert chat.snapshot.person.itch == "bored"


def test_a_gain_at_once_follows_on_the_reason() -> None:
    chat = Chat(facts_of())
    chat.do(ButtonPress("first.win"))
    assert [reply.key for reply in chat.replies] == ["first-win"]


def test_words_for_somebody_name_the_plan() -> None:
    chat = Chat(facts_of())
    chat.do(ButtonPress("first.words"))
    assert [reply.key for reply in chat.replies] == ["first-words-said"]
    without = Chat(facts_of(plan=False))
    without.do(ButtonPress("first.words"))
    assert [reply.key for reply in without.replies] == ["first-words-bare"]
