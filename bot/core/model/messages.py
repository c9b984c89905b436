"""Replies of the core: data without a word of any language and without anything of a platform.

Texts are named by key; content/locales/<language>/*.ftl holds their words. A person's own words travel as
plain `str` arguments and are escaped where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeAlias

from bot.core.model.token import checked

# An argument of a text. A `str` is always a person's own words (or a proper name) and is escaped when shown.
# A nested `Text` is looked up in the same language, and a tuple of texts is joined, one a line. A `ZoneName`
# is shown as the place that it is called after, and a `WithYear` as its date with the year.
Arg: TypeAlias = "str | int | float | date | time | datetime | ZoneName | WithYear | Text | tuple[Text, ...]"
Args: TypeAlias = Mapping[str, Arg]

MAX_TYPED_CHARACTERS = 100_000  # of one message; what is typed beyond that is ignored


@dataclass(frozen=True, slots=True)
class Text:
    """Words by key, with the arguments that they need."""

    key: str
    args: Args = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ZoneName:
    """An IANA time zone among the arguments of a text: "Europe/Lisbon" is shown as Lisbon or Lisboa."""

    name: str


@dataclass(frozen=True, slots=True)
class WithYear:
    """A date among the arguments of a text that is always shown with its year: "Friday, 31 December 2027".

    A plain `date` is shown with its year only where that is not the current one.
    """

    day: date


def own(words: str) -> Text:
    """A person's own words as a text among texts."""
    return Text("own-words", {"words": words})


class ButtonStyle(StrEnum):
    """The meaning of a button, which a platform may show by a colour. The label alone must say it too."""

    NEUTRAL = "neutral"
    SUGGESTED = "suggested"  # the next step of most people
    POSITIVE = "positive"  # it confirms or completes something
    DANGER = "danger"  # it deletes or ends something for good


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a reply, or an option of a form.

    `token`: a Token, or the bare value of an option. Raises ValueError for one above TOKEN_BYTES.
    """

    token: str
    label: Text
    style: ButtonStyle = ButtonStyle.NEUTRAL

    def __post_init__(self) -> None:
        checked(self.token)


def button(token: str, key: str, /, **args: Arg) -> Button:
    """A neutral button whose label is the text `key`."""
    return Button(token, Text(key, args))


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form: a choice where `options` is not empty, else a free line.

    The token of an option is its bare value. `long`: several lines can be typed. `value`: the answer so far.
    """

    name: str
    label: Text
    options: tuple[Button, ...] = ()
    long: bool = False
    required: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Several steps that are asked at once where a platform can; other platforms ask them one by one."""

    token: str
    title: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand over. The service fills in `content` when the turn is done."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of a chart. `value`: at least 0, in the unit of the chart; None where nothing is known."""

    day: date
    value: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart by day. An adapter draws it when it sends the reply; here it is numbers and keys.

    `alt` says in words what the chart shows, for people who do not see it and platforms without pictures.
    `goal`: a value that is drawn as a line across the bars. Raises ValueError where there are no bars, or
    where a value is negative or not finite.
    """

    title: Text
    alt: Text
    bars: tuple[Bar, ...]
    goal: float | None = None

    def __post_init__(self) -> None:
        values = [self.goal, *(bar.value for bar in self.bars)]
        if not self.bars or any(value is not None and not 0 <= value < float("inf") for value in values):
            raise ValueError("a chart needs bars, and finite values of at least 0")


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the person.

    `numeric`: a bare number that is typed next is an amount, not the number of a button.
    `edits`: it may replace the message whose button was pressed, where the platform can edit.
    `page`: it is a page of a menu, and replaces the page that was pressed even where it asks something;
    a question that answers another question comes below it instead.
    `wants`: "place" where a location answers it too, for platforms on which one can be sent.
    `picture`: shown above or below the words, which must say what matters: not everybody sees pictures.

    Raises ValueError for a reply with both a document and a picture.
    """

    key: str
    args: Args = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    form: Form | None = None
    document: Document | None = None
    numeric: bool = False
    edits: bool = False
    page: bool = False
    wants: str = ""
    picture: Chart | None = None

    def __post_init__(self) -> None:
        if self.document is not None and self.picture is not None:
            raise ValueError("a reply has a document or a picture, not both")

    @property
    def text(self) -> Text:
        """The words of the reply."""
        return Text(self.key, self.args)
