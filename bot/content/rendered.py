"""Messages as adapters show them: replies in words of one language, without the markup or limits of a
platform."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.content.markup import escaped
from bot.core.model.messages import ButtonStyle, Document


@dataclass(frozen=True, slots=True)
class ShownButton:
    """A button (or an option of a form) in words.

    `label` is plain text of one line, at most `wording.LABEL_CHARACTERS` long. `style`: the meaning that a
    platform may show by a colour.
    """

    token: str
    label: str
    style: ButtonStyle = ButtonStyle.NEUTRAL


@dataclass(frozen=True, slots=True)
class ShownField:
    """One question of a form in words: a choice where `options` is not empty, else a free line."""

    name: str
    label: str
    options: tuple[ShownButton, ...] = ()
    long: bool = False
    required: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class ShownForm:
    """A form in words."""

    token: str
    title: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True, slots=True)
class ShownBar:
    """One day of a chart: a short label of the day, its value or None, and the value as it is written."""

    label: str
    value: float | None
    amount: str = ""


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart in words, not yet drawn. `alt` says the same in plain text; `goal` is a line over the bars."""

    title: str
    alt: str
    bars: tuple[ShownBar, ...]
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture as the bytes of a PNG file, with the plain text that says the same."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Message:
    """A reply in words. `html` is a fragment of <b>, <i> and <a href>.

    `buttons`, `form`, `document`, `numeric`, `edits`, `page`, `wants`: as in `bot.core.model.messages.Reply`.
    `picture`: a chart until it is drawn for a platform (`bot.pictures`), then the file.
    `language`: the person's, so that an adapter's own words can follow.
    `waits`: it is a question that typed words answer.
    `key`: identifies a nudge or a notice, for platforms that recognise a repeated message.
    `silent`: it arrives without a sound, where the platform can do that.
    `hint`: the turn had no effect, so the message may be skipped once something newer was said.
    `ends`: messages that are still waiting to be sent before it are not wanted any more.
    `answers`: how the tokens of the buttons begin below the question that was answered in words.
    """

    html: str
    buttons: tuple[ShownButton, ...] = ()
    form: ShownForm | None = None
    document: Document | None = None
    numeric: bool = False
    edits: bool = False
    page: bool = False
    language: str = ""
    waits: bool = False
    key: str = ""
    wants: str = ""
    silent: bool = False
    hint: bool = False
    ends: bool = False
    answers: str = ""
    picture: ShownChart | DrawnPicture | None = None

    @property
    def plain(self) -> bool:
        """Whether the message is a text and nothing else."""
        return not (self.buttons or self.form or self.document or self.picture)


def with_alt_text(message: Message) -> Message:
    """The message with the alt text of its picture below its words, in place of the picture."""
    if message.picture is None:
        return message
    return replace(message, html=f"{message.html}\n\n{escaped(message.picture.alt)}", picture=None)
