"""Dates of another year get it shown: "31 December" in January is the December before, or the one to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.core.model.messages import Arg, Button, Form, Reply, Text, WithYear


def in_reply(reply: Reply, today: date) -> Reply:
    """The reply, with every date of another year than today's as a `WithYear`."""
    args = {name: _arg(value, today) for name, value in reply.args.items()}
    form = in_form(reply.form, today) if reply.form else None
    return replace(reply, args=args, buttons=_in_buttons(reply.buttons, today), form=form)


def in_form(form: Form, today: date) -> Form:
    """The same for a form."""
    fields = tuple(
        replace(field, label=in_text(field.label, today), options=_in_buttons(field.options, today))
        for field in form.fields
    )
    return replace(form, title=in_text(form.title, today), fields=fields)


def in_text(text: Text, today: date) -> Text:
    """The same for a text, and for the texts within it."""
    return Text(text.key, {name: _arg(value, today) for name, value in text.args.items()})


def _in_buttons(buttons: tuple[Button, ...], today: date) -> tuple[Button, ...]:
    return tuple(Button(button.token, in_text(button.label, today)) for button in buttons)


def _arg(value: Arg, today: date) -> Arg:
    match value:
        case Text():
            return in_text(value, today)
        case tuple():
            return tuple(in_text(text, today) for text in value)
        case date() if not isinstance(value, datetime) and value.year != today.year:
            return WithYear(value)
        case _:
            return value
