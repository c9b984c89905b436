"""The deep links of `/start`: they carry a command, a plan or a language."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Frame, StepResult
from bot.core.conversation.registry import Resumed
from bot.core.guide import replies
from bot.core.model.effects import UpdatePerson
from bot.core.model.snapshot import Data, Snapshot

# Commands that a link may carry (`cmd_<name>`): they show or ask, and do nothing by themselves.
LINKED = frozenset(
    {"checkin", "help", "journal", "pause", "plans", "privacy", "reflect", "settings", "today", "week", "why"}
)


def linked(argument: str, snapshot: Snapshot) -> str:
    """The command that a deep link carries, for somebody who is through onboarding; "" for none."""
    return str(asked_for(argument).get("asked", "")) if snapshot.person.onboarded else ""


def asked_for(argument: str) -> Data:
    """The command that a deep link carries, as onboarding keeps it until it is through."""
    name = argument.removeprefix("cmd_")
    return {"asked": name} if name != argument and name in LINKED else {}


def language_of(code: str, snapshot: Snapshot) -> tuple[Snapshot, tuple[UpdatePerson, ...]]:
    """The snapshot in this language, and the effect that stores it; unchanged for an unknown language."""
    if code not in snapshot.library.languages or code == snapshot.person.language:
        return snapshot, ()
    person = snapshot.person.replace(language=code)
    return snapshot.replace(person=person), (UpdatePerson({"language": code}),)


def asked(value: str, snapshot: Snapshot) -> StepResult:
    """`onboarding.asked.<command>`: what somebody came for, now that onboarding is through."""
    return StepResult(redirect_to=value) if value in LINKED else replies.stale(snapshot)


def resume(argument: str, frame: Frame, snapshot: Snapshot) -> Resumed:
    """Onboarding that was left in the middle goes on where it was, with what the link of `/start` carries."""
    snapshot, effects = language_of(argument.removeprefix("lang_"), snapshot)
    return _with_link(argument, frame, snapshot), snapshot, effects


def _with_link(argument: str, frame: Frame, snapshot: Snapshot) -> Frame:
    """The waiting frame once a link was followed. A person who was just choosing a plan has chosen the one
    that the link carries."""
    frame, slug = replace(frame, data={**frame.data, **asked_for(argument)}), argument.removeprefix("plan_")
    if slug not in snapshot.library.plans:
        return frame
    chosen = frame.step in ("plan", "cue", "action")
    return replace(frame, step="cue" if chosen else frame.step, data={**frame.data, "plan": slug})
