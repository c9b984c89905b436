"""An `Aside` as frames that ask nothing, one for each thing that is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.core.conversation.flow import Frame
from bot.core.model.aside import Aside, Doubt
from bot.core.model.reading import Asked
from bot.core.model.snapshot import Data, Snapshot

FLOW = "aside"  # the name in such a frame; no flow of a registry has it
HELD, CHOICES, CALM, DOUBT = "held", "choices", "calm", "doubt"  # steps


def frames(kept: Aside, today: date) -> tuple[Frame, ...]:
    """All that a result keeps aside."""
    found = []
    if kept.held_words:
        found.append(Frame(FLOW, HELD, {"words": kept.held_words}, today))
    if kept.choices:
        found.append(Frame(FLOW, CHOICES, dict(kept.choices), today))
    if kept.calm_until:
        found.append(Frame(FLOW, CALM, {"until": kept.calm_until.isoformat()}, today))
    if kept.doubt:
        found.append(Frame(FLOW, DOUBT, {"asked": kept.doubt.asked, "line": kept.doubt.line}, today))
    return tuple(found)


def without(stack: Iterable[Frame]) -> tuple[Frame, ...]:
    """The frames that ask something."""
    return tuple(frame for frame in stack if frame.flow != FLOW)


def read(stack: Iterable[Frame], now: datetime) -> Aside:
    """All that is kept aside."""
    data = {frame.step: frame.data for frame in stack if frame.flow == FLOW}
    words = str(data.get(HELD, {}).get("words", ""))
    choices = {name: str(token) for name, token in data.get(CHOICES, {}).items()}
    return Aside(words, choices, _later(data.get(CALM, {}).get("until"), now), _doubt(data.get(DOUBT, {})))


def _doubt(data: Data) -> Doubt | None:
    asked = next((one for one in Asked if one == data.get("asked")), None)
    return Doubt(asked, str(data.get("line", ""))) if asked else None


def lasting(stack: Iterable[Frame], snapshot: Snapshot, *, typed: bool) -> tuple[Frame, ...]:
    """The frames of an earlier turn that are still kept. `typed`: this turn's input is a typed line."""
    return tuple(f for f in stack if f.flow == FLOW and _stays(f, snapshot, typed=typed))


def _stays(frame: Frame, snapshot: Snapshot, *, typed: bool) -> bool:
    if frame.step == HELD:
        return not typed and frame.since == snapshot.today
    return frame.step == CALM and _later(frame.data.get("until"), snapshot.now) is not None


def _later(kept: object, now: datetime) -> datetime | None:
    """A stored moment, as long as it is still to come."""
    try:
        moment = datetime.fromisoformat(str(kept))
        return moment if moment > now else None
    except (ValueError, TypeError):
        return None
