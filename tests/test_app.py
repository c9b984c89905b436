"""The built program hears danger wherever words are written, without a press of any platform."""

from __future__ import annotations

from pathlib import Path

from bot import app
from bot.config.settings import Settings
from bot.core.model.inputs import Account, FormSubmission, Incoming, SlashCommand
from tests.conftest import KEY
from tests.world import CONTENT


async def test_danger_in_an_argument_and_in_a_form_is_answered(tmp_path: Path) -> None:
    chosen = Settings(_env_file=None, content_dir=CONTENT, data_dir=tmp_path, secret_keys=KEY)  # type: ignore[call-arg]
    words, ann = "I keep cutting myself", Account("console", "1")
    async with app.build(chosen) as built:
        for number, said in enumerate(
            (
                SlashCommand("start"),
                SlashCommand("today", words),
                FormSubmission("checkin.day", {"note": words}),
            )
        ):
            shown = await built.service.turn(Incoming(ann, said, f"e{number}", "en"))
            assert ("findahelpline" in shown[0].html) == (number > 0)
