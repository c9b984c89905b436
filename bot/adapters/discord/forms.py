"""Forms as modals: at most five components, radio groups and selects for choices, text inputs for words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bot.adapters.discord.custom_ids import FORM, WORDS
from bot.content.rendered import ShownField, ShownForm

MOST_FIELDS, TITLE, LABEL, DESCRIPTION = 5, 45, 45, 100
RADIOS, OPTIONS = 4, 25  # more options than so many are a select, and more than that are none
LINE, PAGE = 500, 4000  # characters of a free line, and of a long text
WORDS_FIELD = "words"


def fits(form: ShownForm) -> bool:
    """Whether a modal can hold the form; if not, its steps are asked one after the other."""
    return 0 < len(form.fields) <= MOST_FIELDS and all(
        len(f.options) <= OPTIONS and len(f.options) != 1 for f in form.fields
    )


def modal(form: ShownForm, question: str = "") -> ui.Modal:
    """The form to be filled in. `question` is shown above it, where there is room."""
    shown = ui.Modal(title=cut(form.title, TITLE), custom_id=FORM + form.token)
    if question and len(form.fields) == 1:
        shown.add_item(ui.TextDisplay(cut(question, PAGE)))
    for field in form.fields:
        shown.add_item(_labelled(field))
    shown.stop()  # nothing is kept in memory: what is sent in says all that it needs
    return shown


def words_modal(title: str, label: str, question: str, language: str) -> ui.Modal:
    """A place for own words, where the bot cannot read what is typed."""
    shown = ui.Modal(title=cut(title, TITLE), custom_id=WORDS + language)
    if question:
        shown.add_item(ui.TextDisplay(cut(question, PAGE)))
    shown.add_item(_labelled(ShownField(WORDS_FIELD, label, long=True, required=True)))
    shown.stop()
    return shown


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _labelled(field: ShownField) -> ui.Label[Any]:
    rest = cut(field.label, DESCRIPTION) if len(field.label) > LABEL else None
    return ui.Label(text=cut(field.label, LABEL), description=rest, component=_component(field))


def _component(field: ShownField) -> ui.Item[Any]:
    if not field.options:
        style = discord.TextStyle.paragraph if field.long else discord.TextStyle.short
        most = PAGE if field.long else LINE
        return ui.TextInput(
            custom_id=field.name,
            style=style,
            required=field.required,
            max_length=most,
            default=field.value or None,
        )
    if len(field.options) <= RADIOS:
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
    """What was entered in a modal, by the fields' names; what was left empty is left out."""
    found: dict[str, str] = {}
    for component in components:
        found |= values(component.get("components") or ())
        inner = component.get("component") or component
        value = inner.get("value") or next(iter(inner.get("values") or ()), "")
        if value and "custom_id" in inner:
            found[inner["custom_id"]] = str(value)
    return found
