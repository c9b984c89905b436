"""Forms as modals: at most five fields, each a radio group, a select or a text input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bot.adapters.discord.custom_ids import FORM, WORDS
from bot.content.rendered import ShownField, ShownForm

MAX_FIELDS = 5
MAX_TITLE_LENGTH, MAX_LABEL_LENGTH, MAX_DESCRIPTION_LENGTH = 45, 45, 100
MAX_RADIO_OPTIONS, MAX_SELECT_OPTIONS = (
    4,
    25,
)  # more radio buttons fill a small screen
MAX_LINE_LENGTH, MAX_TEXT_LENGTH = 500, 4000
WORDS_FIELD = "words"


def fits(form: ShownForm) -> bool:
    """Whether a modal can hold the form. If not, its steps are asked one after the other."""
    return 0 < len(form.fields) <= MAX_FIELDS and all(
        len(f.options) <= MAX_SELECT_OPTIONS and len(f.options) != 1 for f in form.fields
    )


def modal(form: ShownForm, question: str = "") -> ui.Modal:
    """The modal of a form. `question` is shown above a single field."""
    shown = ui.Modal(title=shortened(form.title, MAX_TITLE_LENGTH), custom_id=FORM + form.token)
    if question and len(form.fields) == 1:
        shown.add_item(ui.TextDisplay(shortened(question, MAX_TEXT_LENGTH)))
    for field in form.fields:
        shown.add_item(_labelled(field))
    shown.stop()  # the library keeps nothing in memory: a submission holds all that it needs
    return shown


def words_modal(title: str, label: str, question: str, language: str) -> ui.Modal:
    """A modal for free text, where the bot cannot read what is typed."""
    shown = ui.Modal(title=shortened(title, MAX_TITLE_LENGTH), custom_id=WORDS + language)
    if question:
        shown.add_item(ui.TextDisplay(shortened(question, MAX_TEXT_LENGTH)))
    shown.add_item(_labelled(ShownField(WORDS_FIELD, label, long=True, required=True)))
    shown.stop()
    return shown


def shortened(text: str, max_length: int) -> str:
    return text if len(text) <= max_length else f"{text[: max_length - 1]}…"


def _labelled(field: ShownField) -> ui.Label[Any]:
    label = field.label
    full = shortened(label, MAX_DESCRIPTION_LENGTH) if len(label) > MAX_LABEL_LENGTH else None
    return ui.Label(text=shortened(label, MAX_LABEL_LENGTH), description=full, component=_component(field))


def _component(field: ShownField) -> ui.Item[Any]:
    if not field.options:
        style = discord.TextStyle.paragraph if field.long else discord.TextStyle.short
        return ui.TextInput(
            custom_id=field.name,
            style=style,
            required=field.required,
            max_length=MAX_TEXT_LENGTH if field.long else MAX_LINE_LENGTH,
            default=field.value or None,
        )
    if len(field.options) <= MAX_RADIO_OPTIONS:
        return ui.RadioGroup(
            custom_id=field.name,
            required=field.required,
            options=[*_options(discord.RadioGroupOption, field)],
        )
    return ui.Select(
        custom_id=field.name, required=field.required, options=[*_options(discord.SelectOption, field)]
    )


def _options(kind: type[Any], field: ShownField) -> Iterator[Any]:
    for option in field.options:
        yield kind(label=option.label, value=option.token, default=option.token == field.value)


def values(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The values entered in a modal, by the fields' names, without empty ones."""
    found: dict[str, str] = {}
    for component in components:
        found |= values(component.get("components") or ())
        inner = component.get("component") or component
        value = inner.get("value") or next(iter(inner.get("values") or ()), "")
        if value and "custom_id" in inner:
            found[inner["custom_id"]] = str(value)
    return found
