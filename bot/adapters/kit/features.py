"""The features of each platform: the one table.

Each platform declares all features; a missing one is an error when the program starts.
`bot.adapters.kit.outgoing.prepared` refuses a message that needs an unsupported one.
docs/adding-a-platform.md shows the same table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SupportLevel(StrEnum):
    """How far a platform shows a feature."""

    SUPPORTED = "yes"
    SUBSTITUTE = "otherwise"
    UNSUPPORTED = "no"


@dataclass(frozen=True, slots=True)
class Support:
    """`note`: what is shown instead of the feature, or why there is nothing."""

    level: SupportLevel
    note: str = ""


SUPPORTED = Support(SupportLevel.SUPPORTED)


def substitute(note: str) -> Support:
    """Something else says the same."""
    return Support(SupportLevel.SUBSTITUTE, note)


def unsupported(note: str = "") -> Support:
    """A message that needs the feature is refused."""
    return Support(SupportLevel.UNSUPPORTED, note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The features of one platform. Messages need those of the first group; the second one says how the
    platform behaves."""

    markup: Support  # bold, italic, links
    buttons: Support
    button_styles: Support  # a button that warns or confirms
    typed_answers: Support  # a question that is answered in own words
    forms: Support  # several questions at once
    documents: Support
    pictures: Support
    edits: Support  # an answer takes the place of the message whose button was pressed
    silent_delivery: Support  # a message that makes no sound
    locations: Support  # the person's place, for the time zone

    alt_texts: Support  # a picture in words, for people who do not see it
    private_answers: Support  # in a shared place, only the person sees the answer
    typing_sign: Support  # a sign that a slow answer is coming
    typed_labels: Support  # a button's label that is typed presses it
    choices: Support  # values of a command are offered while it is typed
    reactions: Support  # an emoji below a message is an answer
    once_only: Support  # a message that is sent twice is shown once


CONSOLE = Features(
    markup=substitute("bold and italic where the terminal has them, the address after a link"),
    buttons=substitute("numbered lines"),
    button_styles=substitute("the colour of the number, where the terminal has colours"),
    typed_answers=SUPPORTED,
    forms=substitute("one question after the other"),
    documents=substitute("a file in the data folder, and its path"),
    pictures=substitute("the alt text"),
    edits=substitute("a new block"),
    silent_delivery=substitute("no message makes a sound there"),
    locations=substitute("the name of a city"),
    alt_texts=SUPPORTED,
    private_answers=SUPPORTED,
    typing_sign=unsupported("answers are immediate"),
    typed_labels=SUPPORTED,
    choices=substitute("the names of commands only"),
    reactions=unsupported(),
    once_only=SUPPORTED,
)

TELEGRAM = Features(
    markup=SUPPORTED,
    buttons=SUPPORTED,
    button_styles=SUPPORTED,
    typed_answers=SUPPORTED,
    forms=substitute("one question after the other"),
    documents=SUPPORTED,
    pictures=SUPPORTED,
    edits=SUPPORTED,
    silent_delivery=SUPPORTED,
    locations=SUPPORTED,
    alt_texts=substitute("the words of the message, which say what matters"),
    private_answers=substitute("in a group, a link to the private chat"),
    typing_sign=SUPPORTED,
    typed_labels=SUPPORTED,
    choices=substitute("the names of commands only"),
    reactions=SUPPORTED,
    once_only=unsupported("a message that may have arrived is not sent again"),
)

DISCORD = Features(
    markup=SUPPORTED,
    buttons=SUPPORTED,
    button_styles=SUPPORTED,
    typed_answers=substitute("in a server, a button that opens a field"),
    forms=substitute("a modal; one question after the other where a form is too large for one"),
    documents=SUPPORTED,
    pictures=SUPPORTED,
    edits=SUPPORTED,
    silent_delivery=SUPPORTED,
    locations=substitute("the name of a city"),
    alt_texts=SUPPORTED,
    private_answers=SUPPORTED,
    typing_sign=SUPPORTED,
    typed_labels=substitute("in direct messages; in a server nothing that is typed is read"),
    choices=SUPPORTED,
    reactions=substitute("in direct messages; in a server, the buttons"),
    once_only=SUPPORTED,
)

MATRIX: Mapping[str, Features] = {"console": CONSOLE, "telegram": TELEGRAM, "discord": DISCORD}
