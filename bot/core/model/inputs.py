"""Inputs: events from a person as the core receives them, neutral, without a word of any platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.model.community import ChannelState
from bot.core.model.reading import Reading, Safety

# --- what a person does -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TypedText:
    """Something typed. `about`: the tokens of the buttons below the coach's message that it replies to, none
    where that has none; None where it replies to nothing of the coach's. `reading`: its meaning; None where
    nothing reads typed lines."""

    text: str
    about: tuple[str, ...] | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class ButtonPress:
    """A button pressed. The token is a request, never an authorisation: it can be forged or old."""

    token: str


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A slash command, without the slash, in lower case. `danger`: that of its argument; None where nothing
    has read it yet."""

    name: str
    argument: str = ""
    danger: Safety | None = None


@dataclass(frozen=True, slots=True)
class FormSubmission:
    """A form sent in: field name → value (an option's value or the words). `danger`: that of its values; None
    where nothing has read them yet."""

    token: str
    values: Mapping[str, str]
    danger: Safety | None = None


@dataclass(frozen=True, slots=True)
class SharedLocation:
    """A location sent, reduced to its IANA zone; "" for an unknown one."""

    zone: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that nobody can read here: a picture, a voice message. `key` names a kind answer to it."""

    key: str


Input: TypeAlias = TypedText | ButtonPress | SlashCommand | FormSubmission | SharedLocation | Unreadable


@dataclass(frozen=True, slots=True)
class Account:
    """Where somebody is met: `platform` ("console", "telegram", "discord") and who they are there.

    `address`: where messages go, if that is not `external_id` (a channel opened for them, say).
    """

    platform: str
    external_id: str
    address: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """The community in which an event took place: its id on the platform, the language it prefers there,
    and whether the platform says that this person may manage it. `ground`: the channel that it is about, as
    the platform knows it; a number that a press brings along proves nothing."""

    external_id: str
    language: str = ""
    manages: bool = False
    ground: ChannelState | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event from a platform. `event_id` is the platform's own; a repeated one has no second effect.

    `language` and `zone` are what the platform knows of the person, used as first guesses only. `reachable`:
    coming from there shows that messages of the coach's own accord arrive again, if they did not. `site`: the
    community in which it took place. `name`: as the platform shows the person; it is kept with a code
    that joins accounts, for the other side, and nowhere else. `message`: the platform's id of the message
    whose button was pressed, "" where reactions need no such id; it puts no question any more.
    """

    account: Account
    said: Input
    event_id: str
    language: str = ""
    zone: str = ""
    reachable: bool = True
    site: Site | None = None
    name: str = ""
    message: str = ""
