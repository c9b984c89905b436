"""The text that a button or a form carries to say what it is: `flow.name[.value…]`."""

from __future__ import annotations

TOKEN_BYTES = 64  # Telegram's callback_data; Discord allows 100
SEPARATOR = "."


class Token(str):
    """A token as text, with its parts.

    It is stored in messages and frames as it stands, so the text of a token never changes between releases.
    A token is a request and never an authorisation: people can forge it, or send one of an old release.

    >>> Token("plans", "open", 4), Token.parse("plans.open.4").values
    ('plans.open.4', ('4',))
    """

    __slots__ = ()

    def __new__(cls, flow: str, name: str, *values: object) -> Token:
        """Builds a token; each value is written as `str` writes it. Raises ValueError above TOKEN_BYTES."""
        return cls.parse(checked(joined(flow, name, *values)))

    @classmethod
    def parse(cls, text: str) -> Token:
        """The token that a text is. Never raises: a text that is no token has a flow that nobody knows."""
        return str.__new__(cls, text)

    @property
    def flow(self) -> str:
        """The name of the flow that takes it."""
        return self.partition(SEPARATOR)[0]

    @property
    def name(self) -> str:
        """The name of the button, form or step within the flow."""
        return split(self, 3)[1]

    @property
    def value(self) -> str:
        """The text after the name."""
        return split(self, 3)[2]

    @property
    def values(self) -> tuple[str, ...]:
        """The parts after the name."""
        return tuple(self.split(SEPARATOR)[2:])

    @property
    def last(self) -> str:
        """The last part."""
        return self.rpartition(SEPARATOR)[2]

    def with_values(self, *values: object) -> Token:
        """The token with further values. Raises ValueError above TOKEN_BYTES."""
        return Token(self.flow, self.name, *self.values, *values)

    @property
    def parent(self) -> str:
        """How this token and all others begin that differ from it in the last value only."""
        return self[: self.rfind(SEPARATOR) + 1]


def checked(token: str) -> str:
    """The same text. Raises ValueError where it is longer than platforms take."""
    if len(token.encode()) > TOKEN_BYTES:
        raise ValueError(f"token over {TOKEN_BYTES} bytes: {token}")
    return token


def joined(*values: object) -> str:
    """Values as one text, as a token carries them."""
    return SEPARATOR.join(map(str, values))


def split(value: str, count: int) -> tuple[str, ...]:
    """A token's value as `count` texts: "" for each that is missing, the rest in the last one.

    >>> split("2026-11-25.4", 3), split("a.b.c", 2)
    (('2026-11-25', '4', ''), ('a', 'b.c'))
    """
    found = value.split(SEPARATOR, count - 1)
    return (*found, *[""] * (count - len(found)))
