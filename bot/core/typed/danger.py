"""The danger that a person's words tell of, wherever they are written: a line, an argument, a form."""

from __future__ import annotations

from bot.core.model.inputs import FormSubmission, Input, SlashCommand, TypedText
from bot.core.model.library import Library
from bot.core.model.messages import MAX_TYPED_CHARACTERS
from bot.core.model.reading import Safety


def words(said: Input) -> tuple[str, ...]:
    """The own words of an input, field by field; empty for a press or a picture."""
    match said:
        case TypedText(text=text) | SlashCommand(argument=text) if text:
            return (text[:MAX_TYPED_CHARACTERS],)
        case FormSubmission(values=dict() as values):
            return tuple(text[:MAX_TYPED_CHARACTERS] for text in values.values() if text)
        case _:
            return ()


def of(said: Input, library: Library) -> Safety:
    """The danger of an input, as it was read already or read now. Of several, a clear one counts, else the
    first."""
    known = _known(said)
    if known is not None:
        return known
    found = [danger for text in words(said) if (danger := library.danger(text)) is not Safety.NONE]
    return Safety.CLEAR if Safety.CLEAR in found else next(iter(found), Safety.NONE)


def _known(said: Input) -> Safety | None:
    match said:
        case TypedText(reading=reading):
            return reading.safety if reading else None
        case SlashCommand(danger=known) | FormSubmission(danger=known):
            return known
        case _:
            return Safety.NONE
