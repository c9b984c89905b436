"""What somebody is handed over can be read by them."""

import json
from typing import Any

import pytest

from bot.core.model.inputs import ButtonPress, SlashCommand
from tests.journeys.people import Somebody
from tests.world import World


async def handed_over(who: Somebody) -> list[dict[str, Any]]:
    await who.does(SlashCommand("privacy", "export"))
    document = who.last[-1].document
    assert document
    plans: list[dict[str, Any]] = json.loads(document.content)["plans"]
    return plans


@pytest.mark.parametrize(
    ("language", "name", "cue"),
    [
        ("en", "Ten minutes less", "I sit down on the sofa"),
        ("es", "Diez minutos menos", "me siento en el sofá"),
    ],
)
async def test_a_plan_is_handed_over_in_words(url: str, language: str, name: str, cue: str) -> None:
    async with World.open(url, reloads=False) as world:
        ann = Somebody(world, "ann", language=language)
        await ann.begins("ten-minutes-less")
        (plan,) = await handed_over(ann)
        assert plan["name"] == name
        assert plan["cue"] == {"words": cue, "own": False}
        assert not plan["action"]["words"].startswith("plan-")
        assert "plan-" not in plan["step_in_words"]
        await ann.does(ButtonPress("plans.open.1"))
        assert plan["step_in_words"] in ann.last[-1].html
