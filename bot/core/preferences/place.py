"""Settings of where a person is and what they speak: the language, and the time zone by a clock or a city."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from bot.core.calendar import zones
from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.model import localtime
from bot.core.model.messages import Arg, Reply, Text, ZoneName, button, own
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.preferences import zone
from bot.core.preferences.setting import SHOW, Changes, Setting, changed, leaves, one_page, ticked, unchanged
from bot.core.typed import understand

# --- language and zone --------------------------------------------------------------------------------


def _languages(snapshot: Snapshot) -> Mapping[str, Text]:
    return {code: own(name) for code, name in snapshot.library.languages.items()}


def _read_language(text: str, snapshot: Snapshot) -> Changes | None:
    said = understand.normal(text[:100])
    for code, name in snapshot.library.languages.items():
        if said in (code.casefold(), understand.normal(name)):
            return {"language": code}
    return None


def _keep_language(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    """The reply is in the new language already: the service shows a turn's replies in the one it sets."""
    return changed("settings-language-kept", changes)


def where(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The time zone: by the clock, or by a city."""
    if answer is not None and leaves(answer) and (answer.pressed or "typed" not in data):
        return unchanged()  # a "no" to the places that were found is about these
    turn = zone.ask_zone(answer, data, snapshot, asks=Token("settings", "zone"), done=_moved)
    if turn.step is None:
        return turn
    *before, last = turn.replies
    here = Token("settings", "zone", snapshot.person.zone)
    buttons = (*(ticked(b) if b.token == here else b for b in last.buttons), SHOW)
    page = replace(last, buttons=buttons, edits=True, page=True)
    return replace(turn, replies=(*before, page), flow="settings")


def _moved(name: str, data: Data, snapshot: Snapshot) -> StepResult:
    at = _clock_in(name, snapshot)
    return one_page(changed("settings-zone-kept", {"zone": name}, place=ZoneName(name), time=at))


def _clock_in(zone: str, snapshot: Snapshot) -> time:
    return snapshot.now.astimezone(localtime.zone(zone)).time().replace(second=0, microsecond=0)


def here(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """A location came unasked: is its zone to be used? `data`, or a button's value, names the zone."""
    name = str(data.get("zone", ""))
    if answer is None:
        return _ask_here(name, snapshot)
    if answer.pressed and answer.text != "back":
        return _ask_here(answer.text, snapshot)
    if leaves(answer):
        return unchanged()
    if not answer.pressed and answer.meant == "yes" and zones.known(name):
        return _moved(name, {}, snapshot)
    return where(answer, {}, snapshot)


def _ask_here(name: str, snapshot: Snapshot) -> StepResult:
    if not zones.known(name):
        return where(None, {}, snapshot).after(Reply("settings-here-unknown"))
    if name == snapshot.person.zone:
        return reply_with(Reply("settings-here-same", {"place": ZoneName(name)}))
    args: dict[str, Arg] = {"place": ZoneName(name), "time": _clock_in(name, snapshot)}
    buttons = (
        button(Token("settings", "zone", name), "common-yes"),
        button(Token("settings", "here", "back"), "common-no"),
    )
    return ask_step("here", Reply("settings-here", args, buttons), {"zone": name}, flow="settings")


LANGUAGE = Setting(
    "language",
    _languages,
    lambda snapshot: snapshot.person.language,
    _read_language,
    _keep_language,
    numeric=False,
)
