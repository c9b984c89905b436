"""A fortnight of two people with the frozen catalogue: the same each time, within the bounds that hold."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.rehearsal import log, masking, page
from bot.rehearsal.bounds import TABLE
from bot.rehearsal.figures import count
from bot.rehearsal.personas import Persona
from bot.rehearsal.record import Rehearsal, Speaker
from bot.rehearsal.rehearse import rehearse
from bot.rehearsal.stage import CoachContent
from tests.rehearsal.people import GONE, TALKER
from tests.world import library, wording

DAYS = 15
# The bounds that the coach keeps in two weeks. The others are printed by `scrollwise rehearse --figures`.
HELD = (
    "repeats", "checkin_words", "answers",
    "first_prompt", "reason", "silence", "on_return",
)  # fmt: skip


def lived(*people: Persona) -> list[Rehearsal]:
    async def all_of_them() -> list[Rehearsal]:
        content = CoachContent(library(), wording(), None)
        return [one async for one in rehearse(content, [(one, "en") for one in people], DAYS)]

    return asyncio.run(all_of_them())


@pytest.fixture(scope="module")
def rehearsals() -> list[Rehearsal]:
    return lived(TALKER, GONE)


def test_a_rehearsal_is_the_same_every_time(rehearsals: list[Rehearsal]) -> None:
    (alone,) = lived(GONE)  # with nobody before
    assert list(log.lines(alone)) == list(log.lines(rehearsals[1]))
    assert page.html([alone]) == page.html(rehearsals[1:])


def test_people_get_through_the_first_talk_and_answer_or_stay_away(rehearsals: list[Rehearsal]) -> None:
    talker, gone = rehearsals
    assert len(talker.days) == DAYS
    assert [len(one.of(Speaker.UNASKED)) > 5 for one in rehearsals] == [True, True]
    answered = {talker.number(one.day) for one in talker.said if one.answers_day}
    assert len(answered) >= DAYS // 2
    typed = {gone.number(one.day) for one in gone.of(Speaker.PERSON)}
    assert typed & set(range(3, 11)) == set()
    assert 11 in typed
    assert all(state.coaches for state in talker.days)
    assert not all(state.coaches for state in gone.days)  # the coach writes less often to who does not answer


@pytest.mark.parametrize("figure", HELD)
def test_what_the_coach_keeps_to(rehearsals: list[Rehearsal], figure: str) -> None:
    bound = next(bound for bound in TABLE if bound.figure == figure)
    for rehearsal in rehearsals:
        mask = masking.mask(rehearsal.persona, "en", library(), wording())
        prompts = masking.prompts(rehearsal.persona.track, "en", library(), wording())
        figures = count(rehearsal, mask, prompts)
        assert bound.holds(figures, rehearsal), (rehearsal.persona.name, figures)


def test_a_log_shows_day_time_speaker_words_and_buttons(rehearsals: list[Rehearsal]) -> None:
    shown = "\n".join(log.lines(rehearsals[0]))
    assert "── day 0 · Mon 07 Sep 2026\n16:00 person   /start\n16:00 coach " in shown
    assert "16:01 person ›" in shown
    assert "coach* " in shown
    labels = [label for one in rehearsals[0].said for label in one.buttons]
    assert f"[{min(labels, key=len)}]" in shown


def test_a_page_is_one_file_with_every_word_escaped(rehearsals: list[Rehearsal]) -> None:
    talker = rehearsals[0]
    talker.said[0].text, before = "<script>1 & 2</script>", talker.said[0].text
    shown = page.html(rehearsals)
    talker.said[0].text = before
    assert "&lt;script&gt;1 &amp; 2&lt;/script&gt;" in shown
    assert "<script" not in shown
    assert not re.search(r"<link|src=|url\(", shown)
    assert shown.count("<h2>") == 2
