"""The texts of the shipped plans and prompts, in each language: length, form and the sentences they make.

These are rules for any plan and any prompt: no slug is named and nothing is counted exactly.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest

from bot.content import catalog
from bot.content.wording import Wording
from bot.core.model.effects import StartPlan
from bot.core.model.library import Plan, Track
from bot.core.model.messages import Text
from bot.core.onboarding import first_plan
from tests.catalogue import FROZEN
from tests.content.reading import CONTENT, LANGUAGES, entries, texts
from tests.core.making import make_facts
from tests.core.planner import Planner

LONGEST = {"name": 6, "pitch": 15, "step": 25}  # words
PITCHES = 85  # words of onboarding's question, with three plans in it
CARD = 62  # words of any other message on the way to a plan

LIBRARY = catalog.load(CONTENT)
WORDING = Wording(CONTENT, LIBRARY.default_language, strict=True)
every_plan = pytest.mark.parametrize("plan", LIBRARY.plans.values(), ids=lambda plan: plan.slug)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def of_plan(plan: Plan, language: str, *parts: str) -> dict[str, str]:
    """The texts of some parts of a plan ("name", "step"), by key."""
    wanted = re.compile(rf"plan-{plan.slug}-({'|'.join(parts)})(-.*)?")
    return {key: text.strip() for key, text in texts(language) if wanted.fullmatch(key)}


# --- where they are, and that none is there twice -----------------------------------------------------


@every_language
def test_they_have_files_of_their_own(language: str) -> None:
    """The tests put a frozen catalogue in the place of these files, and leave all others."""
    files = {path.name for path in (FROZEN / "locales" / LIBRARY.default_language).iterdir()}
    for key, entry in entries(language).items():
        assert key.startswith(("plan-", "prompt-", "lesson-", "theme-")) == (entry.path.name in files), key


@every_language
def test_no_two_plans_or_prompts_read_the_same(language: str) -> None:
    alike = re.compile(r"prompt-.*|plan-.*-(name|pitch|about|step-.*|short-.*)")
    count = Counter(text for key, text in texts(language) if alike.fullmatch(key))
    assert [text for text, times in count.items() if times > 1] == []


@every_language
@every_plan
def test_a_plan_offers_no_half_of_a_sentence_twice(plan: Plan, language: str) -> None:
    halves = of_plan(plan, language, "cue", "action")
    assert len(halves) == plan.cues + plan.actions
    assert len(set(halves.values())) == len(halves)


# --- length and form ----------------------------------------------------------------------------------


@every_language
@every_plan
@pytest.mark.parametrize(("part", "longest"), LONGEST.items())
def test_parts_of_a_plan_are_short(plan: Plan, language: str, part: str, longest: int) -> None:
    found = of_plan(plan, language, part)
    assert found
    assert {key: text for key, text in found.items() if len(text.split()) > longest} == {}


@every_language
@every_plan
def test_steps_are_sentences_and_names_are_not(plan: Plan, language: str) -> None:
    steps, labels = of_plan(plan, language, "step"), of_plan(plan, language, "name", "pitch")
    assert {key: text for key, text in steps.items() if not text.endswith((".", "?"))} == {}
    assert {key: text for key, text in labels.items() if text.endswith(".")} == {}


@every_language
def test_prompts_are_short_questions(language: str) -> None:
    prompts = {key: text.strip() for key, text in texts(language) if key.startswith("prompt-")}
    assert prompts.keys() == {f"prompt-{prompt.slug}" for prompt in LIBRARY.prompts}
    assert {k: t for k, t in prompts.items() if len(t.split()) > 30 or not t.endswith("?")} == {}


@every_language
@every_plan
def test_a_plan_names_who_found_it(plan: Plan, language: str) -> None:
    """The slug of a source is a name, and a year where it has one: both stand in the plan's text."""
    name, *_, last = plan.source.split("-")
    (about,) = of_plan(plan, language, "about").values()
    plain = unicodedata.normalize("NFKD", about.lower()).encode("ascii", "ignore").decode()
    assert name in plain
    assert not last.isdecimal() or last in about


# --- the sentences that they make ---------------------------------------------------------------------


@every_language
@every_plan
def test_halves_fit_into_one_sentence(plan: Plan, language: str) -> None:
    """No full stop. (How they begin is a rule of the language, which `content check` holds them to.)"""
    halves = of_plan(plan, language, "cue", "action")
    assert {k: t for k, t in halves.items() if t.endswith(".")} == {}


@every_language
@every_plan
def test_every_cue_and_action_make_a_sentence(plan: Plan, language: str) -> None:
    for cue in of_plan(plan, language, "cue"):
        for action in of_plan(plan, language, "action"):
            halves = {"cue": Text(cue), "action": Text(action)}
            first, second = (WORDING.plain(half, language) for half in halves.values())
            sentence = WORDING.plain(Text("if-then", halves), language)
            assert first in sentence
            assert sentence.endswith(f" {second}.")


# --- the way to a plan --------------------------------------------------------------------------------


class Shopper(Planner):
    """A conversation about the shipped catalogue."""

    wording = WORDING


@every_language
@every_plan
def test_the_way_to_a_plan_takes_few_words(plan: Plan, language: str) -> None:
    chat = Shopper(replace(make_facts(language=language), library=LIBRARY))
    for token in (f"plans.see.{plan.slug}", f"plans.start.{plan.slug}", "plans.cue.1", "plans.action.1"):
        shown = chat.forge(token)
        assert 0 < len(shown.split()) <= CARD, shown
    begun = next(command for command in chat.effects if isinstance(command, StartPlan))
    assert begun.cue.words == f"plan-{plan.slug}-cue-1"
    for token in ("plans.open.1", "plans.list"):
        assert 0 < len(chat.forge(token).split()) <= CARD


@every_language
def test_every_page_of_the_catalogue_takes_few_words(language: str) -> None:
    chat, seen = Shopper(replace(make_facts(language=language), library=LIBRARY)), set()
    more = ["plans.add"]
    while more and more[0] not in seen:
        seen.add(more[0])
        assert 0 < len(chat.forge(more[0]).split()) <= CARD
        seen.update(token for token in chat.tokens if token.startswith("plans.see."))
        more = [token for token in chat.tokens if token.startswith("plans.add.")]
    assert seen >= {f"plans.see.{slug}" for slug in LIBRARY.plans}


@every_language
@pytest.mark.parametrize("track", Track)
def test_what_onboarding_offers_takes_few_words(track: Track, language: str) -> None:
    snapshot = replace(make_facts(language=language), library=LIBRARY)
    (reply,) = first_plan.ask_plan(None, {"focus": track.value}, snapshot).replies
    assert len(WORDING.plain(reply.text, language).split()) <= PITCHES
