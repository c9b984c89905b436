"""What goes into the core and what comes out of it: neutral, without a word of any language or platform.

Words are named by key; content/locales/<language>/*.ftl holds them. A person's own words travel as plain
`str` arguments and are escaped where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

# An argument of a text. `str` is always somebody's own words (or a proper name) and is escaped when shown;
# a nested `Text` is looked up in the same language; a tuple of texts is joined, one a line; a `ZoneName`
# is shown
# as the place that it is called after, and a `WithYear` as its date with the year.
Arg: TypeAlias = "str | int | float | date | time | datetime | ZoneName | WithYear | Text | tuple[Text, ...]"
Args: TypeAlias = Mapping[str, Arg]

TOKEN_BYTES = 64  # Telegram's callback_data; Discord allows 100
LONGEST_WORDS = 100_000  # characters of one message that are looked at; adapters send no more


@dataclass(frozen=True, slots=True)
class Text:
    """Words by key, with the arguments they need."""

    key: str
    args: Args = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ZoneName:
    """An IANA time zone among the arguments of a text: "Europe/Lisbon" is Lisbon, Lisboa."""

    name: str


@dataclass(frozen=True, slots=True)
class WithYear:
    """A date among the arguments of a text whose year is shown too: "Friday, 31 December 2027"."""

    day: date


def own(words: str) -> Text:
    """A person's own words, as a text among texts."""
    return Text("own-words", {"words": words})


@dataclass(frozen=True, slots=True)
class Button:
    """A press that the person can make. `token` is `flow.name[.value…]`, at most 64 bytes of ASCII."""

    token: str
    label: Text

    def __post_init__(self) -> None:
        if len(self.token.encode()) > TOKEN_BYTES:
            raise ValueError(f"token over {TOKEN_BYTES} bytes: {self.token}")


def button(token: str, key: str, /, **args: Arg) -> Button:
    """A button whose label is the text `key`."""
    return Button(token, Text(key, args))


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form: a choice where `options` is not empty (an option's token is its bare value),
    else a free line (`long`: several lines). `value`: what is already answered."""

    name: str
    label: Text
    options: tuple[Button, ...] = ()
    long: bool = False
    required: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Several steps asked at once, where a platform can. Others ask the steps one after the other."""

    token: str
    title: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand over. `content` is filled in by the service when the turn is done."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the person.

    `numeric`: a bare number typed next is an amount, not the number of a button.
    `edits`: it may replace the message whose button was pressed, where the platform can edit.
    `wants`: "place" where a location answers it too, for platforms on which one can be sent.
    """

    key: str
    args: Args = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    form: Form | None = None
    document: Document | None = None
    numeric: bool = False
    edits: bool = False
    wants: str = ""

    @property
    def text(self) -> Text:
        return Text(self.key, self.args)
