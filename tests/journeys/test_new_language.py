"""A new language is a folder: a made-up one is added to a copy of the content and walked through every flow.

The walk of a flow is the function of its name in `walks` or `walks_community`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.content import catalog
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.model.library import Library
from bot.core.model.reading import Safety
from tests import madeup
from tests.catalogue import composed
from tests.journeys import walks, walks_community
from tests.journeys.speaker import Speaker
from tests.world import World

NOT_ASKED = {"checkin.note"}  # it may still wait from an earlier release; its answer has the day's texts


@cache
def content() -> tuple[Library, Wording]:
    """The content with the made-up language in it."""
    with composed() as folder:
        madeup.add(folder)
        library = replace(catalog.load(folder), danger=danger)
        return library, Wording(folder, library.default_language, strict=True)


def danger(text: str) -> Safety:
    """Words of danger in the made-up language, for which no rules are made."""
    return Safety.CLEAR if text == madeup.made_up("I want to die") else Safety.NONE


@pytest.mark.parametrize("name", COACH.flows)
async def test_a_flow_in_a_made_up_language(name: str, url: str) -> None:
    """Each text is in the language, and each step of the flow is reached; without steps, each button."""
    walk = getattr(walks, name, None) or getattr(walks_community, name)
    async with World.open(url, reloads=False, content=content()) as world:
        who = Speaker(world)
        await walk(who)
    flow = COACH.flows[name]
    reached, wanted = (who.waited, flow.steps) if flow.steps else (who.pressed, flow.buttons)
    assert {f"{name}.{part}" for part in wanted} - NOT_ASKED <= reached


def test_a_word_of_another_language_is_found() -> None:
    assert madeup.foreign("Qnot today, 45 qmin: lundo, 23 Novembro · Varsovio (/today)", set()) == ["today"]
    assert madeup.made_up("I don't: <b>Not</b> &amp; /today") == "Qi qdon't: <b>Qnot</b> &amp; /today"
