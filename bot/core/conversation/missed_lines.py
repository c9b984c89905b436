"""Lines that were not understood: each is counted, and kept for those who write the content where the person
has agreed to that. A line that tells of danger, or that was not read for danger, is neither."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation import aside
from bot.core.conversation.routing import typed_command
from bot.core.conversation.stack import TurnResult
from bot.core.model.aside import Aside, Doubt
from bot.core.model.effects import NoteMissedLine
from bot.core.model.inputs import TypedText
from bot.core.model.limits import MISSED_LINE
from bot.core.model.person import Status
from bot.core.model.reading import Asked, Meaning, Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.typed import understand


def noted(said: TypedText, asked: Asked, result: TurnResult, snapshot: Snapshot, none: Token) -> TurnResult:
    """The result of a typed line, with a note where nothing was understood. A line that is asked back waits
    for a press that may say "none of these". `asked`: the question that was open; `none`: that button's
    token."""
    text, reading = understand.clean(said.text), said.reading
    if reading is None or reading.safety is not Safety.NONE or not text or typed_command(text):
        return result
    if snapshot.person.status is not Status.ACTIVE:
        return result
    if result.hint and reading.meaning is Meaning.UNCLEAR:
        return replace(result, effects=(*result.effects, _note(text, asked, snapshot)))
    if any(b.token == none for reply in result.replies for b in reply.buttons):
        kept = Aside(doubt=Doubt(asked, _kept(text, snapshot)))
        return replace(result, stack=(*aside.frames(kept, snapshot.today), *result.stack))
    return result


def misread(snapshot: Snapshot) -> tuple[NoteMissedLine, ...]:
    """The note of the line that was asked back, after "none of these"; () after any other input."""
    doubt = snapshot.aside.doubt
    return () if doubt is None else (_note(doubt.line, doubt.asked, snapshot),)


def _note(text: str, asked: Asked, snapshot: Snapshot) -> NoteMissedLine:
    return NoteMissedLine(snapshot.person.language, asked, snapshot.today, _kept(text, snapshot))


def _kept(text: str, snapshot: Snapshot) -> str:
    """The words that are kept: all of them with consent, where a line is not too long, else ""."""
    return text if snapshot.person.shares_missed and len(text) <= MISSED_LINE else ""
