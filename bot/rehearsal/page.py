"""Rehearsals as one page of HTML that needs nothing beside itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from bot.rehearsal.log import LEGEND, mark
from bot.rehearsal.record import Rehearsal, Speaker, Utterance

STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
       color: #1c2733; background: #f4f6f8; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 3rem; }
h3 { font-size: .85rem; font-weight: 600; color: #5b6875; text-align: center; margin: 1.6rem 0 .6rem; }
p { margin: .35rem 0; padding: .5rem .8rem; border-radius: .8rem; width: fit-content; max-width: 82%;
    white-space: pre-line; background: #fff; }
p.unasked { border-left: 4px solid #2f7d6b; } p.person { margin-left: auto; background: #d7ecdf; }
p.note { background: #fff3cd; font-style: italic; } p.missed { outline: 2px solid #c77700; }
time { color: #5b6875; font-size: .75rem; margin-right: .5rem; }
button { font: inherit; font-size: .85rem; margin: .4rem .3rem 0 0; padding: .15rem .6rem;
         border-radius: 1rem; border: 1px solid #9fb0bf; background: #fff; color: inherit; }
"""


def html(rehearsals: Iterable[Rehearsal]) -> str:
    """The page, with a section for each rehearsal."""
    body = "\n".join(part for rehearsal in rehearsals for part in _section(rehearsal))
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Rehearsals</title><style>{STYLE}</style>\n"
        f"<h1>Rehearsals</h1>\n{escape(LEGEND)}\n{body}\n</html>\n"
    )


def _section(rehearsal: Rehearsal) -> Iterator[str]:
    persona, day = rehearsal.persona, None
    yield f"<h2>{escape(persona.name)} ({escape(rehearsal.language)})</h2><div>{escape(persona.about)}</div>"
    for one in rehearsal.said:
        if one.day != day:
            day = one.day
            yield f"<h3>day {rehearsal.number(day)} · {day:%a %d %b %Y}</h3>"
        yield _bubble(one, rehearsal.language)


def _bubble(one: Utterance, language: str) -> str:
    missed = " missed" if one.missed else ""
    spoken = "" if one.speaker is Speaker.NOTE else f' lang="{escape(language)}"'
    buttons = "".join(f"<button disabled>{escape(label)}</button>" for label in one.buttons)
    row = f"<br>{buttons}" if buttons else ""
    shown = f"<time>{one.at:%H:%M} {mark(one).strip()}</time>{escape(one.text.strip())}"
    return f'<p class="{one.speaker}{missed}"{spoken}>{shown}{row}</p>'
