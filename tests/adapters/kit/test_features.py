"""What a message needs of a platform, and what each platform declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

import bot.adapters
from bot.adapters.kit.features import (
    CONSOLE,
    MATRIX,
    TELEGRAM,
    Features,
    Support,
    SupportLevel,
    substitute,
    unsupported,
)
from bot.adapters.kit.outgoing import NEEDED_BY, UnsupportedFeature, attachment, needed, prepared
from bot.config.settings import PLATFORMS
from bot.content.rendered import DrawnPicture, Message, ShownButton, ShownForm
from bot.core.model.messages import ButtonStyle, Document
from tests.pictures.charts import WEEK

PAGE = Path(__file__).parents[3] / "docs" / "adding-a-platform.md"
BUTTON = ShownButton("a.b", "One")
MESSAGES: Mapping[str, Message] = {
    "markup": Message("Hello"),
    "buttons": Message("", (BUTTON,)),
    "button_styles": Message("", (replace(BUTTON, style=ButtonStyle.DANGER),)),
    "forms": Message("", form=ShownForm("a.f", "Form", ())),
    "documents": Message("", document=Document("a.json", b"{}")),
    "pictures": Message("", picture=WEEK),
    "edits": Message("", edits=True),
    "silent_delivery": Message("", silent=True),
    "locations": Message("", wants="place"),
    "typed_answers": Message("", waits=True),
}
NAMES = [field.name for field in fields(Features)]


def test_each_field_of_a_message_has_a_row() -> None:
    assert NEEDED_BY.keys() == {field.name for field in fields(Message)}
    assert {feature for feature in NEEDED_BY.values() if feature} <= set(NAMES)


def test_each_platform_declares_its_features() -> None:
    folders = {path.name for path in Path(bot.adapters.__path__[0]).iterdir() if path.name[0] != "_"}
    assert MATRIX.keys() == folders - {"kit"} == {"console", *PLATFORMS}


def cell(support: Support) -> str:
    """A support as the page shows it."""
    match support:
        case Support(SupportLevel.SUPPORTED):
            return "yes"
        case Support(SupportLevel.SUBSTITUTE, note):
            return note
        case Support(_, note):
            return f"no: {note}" if note else "no"


def test_the_page_shows_the_table() -> None:
    rows = [line.strip("|").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in row] for row in rows]
    start = cells.index(["feature", *MATRIX])
    shown = {row[0].split("`")[1]: row[1:] for row in cells[start + 2 :]}
    assert shown == {name: [cell(getattr(it, name)) for it in MATRIX.values()] for name in NAMES}


@pytest.mark.parametrize("platform", MATRIX)
def test_a_substitute_is_described(platform: str) -> None:
    declared = {name: getattr(MATRIX[platform], name) for name in NAMES}
    assert [
        name for name, it in declared.items() if it.level is SupportLevel.SUBSTITUTE and not it.note
    ] == []


@pytest.mark.parametrize("platform", MATRIX)
async def test_nothing_that_a_message_can_hold_is_refused(platform: str) -> None:
    for message in MESSAGES.values():
        await prepared(message, MATRIX[platform])


@pytest.mark.parametrize("feature", MESSAGES)
async def test_what_a_platform_does_not_support_is_refused(feature: str) -> None:
    lacking = replace(CONSOLE, **{feature: unsupported()})
    with pytest.raises(UnsupportedFeature, match=feature):
        await prepared(MESSAGES[feature], lacking)
    for message in MESSAGES.values():
        if feature not in needed(message):
            await prepared(message, lacking)


async def test_a_message_without_a_picture_stays_as_it_is() -> None:
    message = Message("Hello", (BUTTON,), language="en")
    assert await prepared(message, TELEGRAM) is message


async def test_a_platform_with_pictures_gets_a_file_and_another_one_words() -> None:
    message = Message("Your <b>week</b>", picture=WEEK)
    drawn = await prepared(message, TELEGRAM)
    assert isinstance(drawn.picture, DrawnPicture)
    assert attachment(drawn) == Document("picture.png", drawn.picture.png)
    in_words = await prepared(message, replace(TELEGRAM, pictures=substitute("words")))
    assert (in_words.html, attachment(in_words)) == (f"Your <b>week</b>\n\n{WEEK.alt}", None)


def test_a_message_that_was_not_prepared_is_not_shown() -> None:
    with pytest.raises(ValueError, match="prepared"):
        attachment(MESSAGES["pictures"])
