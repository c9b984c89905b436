"""The step of each message before a platform shows it: its needs are checked, its chart is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.adapters.kit.features import Features, SupportLevel
from bot.content.rendered import Message, ShownChart, with_alt_text
from bot.core.model.messages import ButtonStyle, Document

PICTURE_NAME = "picture.png"

# Field of a message → the feature that it needs where it is not empty; None for what every platform can do.
NEEDED_BY: Mapping[str, str | None] = {
    "html": "markup",
    "buttons": "buttons",
    "form": "forms",
    "document": "documents",
    "picture": "pictures",
    "edits": "edits",
    "page": "edits",
    "silent": "silent_delivery",
    "wants": "locations",
    "waits": "typed_answers",
    "numeric": None,
    "language": None,
    "key": None,
    "hint": None,
    "ends": None,
    "answers": None,
}


class UnsupportedFeature(Exception):
    """A message needs what the platform declares as unsupported."""

    def __init__(self, feature: str) -> None:
        super().__init__(f"the platform does not support {feature}")
        self.feature = feature


async def prepared(message: Message, features: Features) -> Message:
    """The message with its chart drawn, or with the alt text where the platform has no pictures.

    Call it outside of any transaction and of any lock that other people wait for: drawing may take
    `bot.pictures.drawing.MAX_SECONDS`. Raises UnsupportedFeature where the platform can neither show a part
    of the message nor replace it.
    """
    for feature in needed(message):
        if getattr(features, feature).level is SupportLevel.UNSUPPORTED:
            raise UnsupportedFeature(feature)
    if message.picture is None:
        return message
    if features.pictures.level is SupportLevel.SUBSTITUTE:
        return with_alt_text(message)
    from bot.pictures.drawing import painter  # loaded with the first picture: a chat in a terminal needs none

    return await painter.drawn(message)


def attachment(message: Message) -> Document | None:
    """The file that is sent with a prepared message: its document or its drawn picture. Raises ValueError for
    a chart that is not drawn."""
    if isinstance(message.picture, ShownChart):
        raise ValueError("a message is to be prepared before it is shown")
    return message.document if message.picture is None else Document(PICTURE_NAME, message.picture.png)


def needed(message: Message) -> Iterator[str]:
    """The features that a message needs."""
    for field, feature in NEEDED_BY.items():
        if feature and getattr(message, field):
            yield feature
    if any(button.style is not ButtonStyle.NEUTRAL for button in message.buttons):
        yield "button_styles"
