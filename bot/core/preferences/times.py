"""Settings of the day: when the check-in comes, when it stays quiet, when a new day begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from bot.core.calendar import timing
from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.model.messages import Arg, Reply, Text, button
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.preferences.setting import (
    SHOW,
    Changes,
    Setting,
    changed,
    clocks,
    either_clock,
    leaves,
    notes,
    one_page,
    unchanged,
)
from bot.core.typed import understand

Hours = tuple[time, time]  # from, to; equal ends: none
NONE: Hours = (time(0), time(0))
LATEST_START = time(6)  # of a day

# --- check-in -----------------------------------------------------------------------------------------


CHECKIN_TIMES = (time(8), time(12, 30), time(18), time(20), time(21, 30))


def _checkin_times(snapshot: Snapshot) -> Mapping[str, Text]:
    return clocks(*sorted({*CHECKIN_TIMES, snapshot.person.checkin_at}))


def _read_checkin(text: str, snapshot: Snapshot) -> Changes | None:
    at = understand.clock(text, snapshot)
    return None if at is None else {"checkin_at": at}


def _keep_checkin(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    """The quiet hours make room for the check-in; `data` may hold new ones, chosen just before."""
    wanted = _hours(data.get("quiet"))
    before = wanted or (snapshot.person.quiet_from, snapshot.person.quiet_to)
    at = changes["checkin_at"]
    after = timing.fit_quiet(at, *before)
    if after == (snapshot.person.quiet_from, snapshot.person.quiet_to):
        return _with_notes(changed("settings-checkin-kept", changes, time=at), changes, snapshot)
    more, moved = _quiet_changes(after, snapshot)
    changes = {**changes, **more}
    key = "settings-checkin-kept-quiet" if after[0] != after[1] else "settings-checkin-kept-no-quiet"
    turn = changed(key, changes, time=at, **_as_args(after))
    return _with_notes(reply_with(*turn.replies, *moved).doing(*turn.effects), changes, snapshot)


def _with_notes(turn: StepResult, changes: Changes, snapshot: Snapshot) -> StepResult:
    """The answer, and below it what becomes of the reminder and which day is asked about, where that is not
    plain."""
    lines = (*_which_day(changes, snapshot), *ahead.ruled_out(snapshot, **changes))
    return reply_with(*turn.replies, *notes(lines)).doing(*turn.effects)


def _which_day(changes: Changes, snapshot: Snapshot) -> tuple[Text, ...]:
    """Which day a check-in of the small hours is about, where its time or the start of the day changes."""
    person = snapshot.person.replace(**changes)
    if person.checkin_at >= timing.NIGHT_ENDS or not {"checkin_at", "day_start"} & set(changes):
        return ()
    key = "settings-asks-day-over" if timing.asks_next_day(person) else "settings-asks-day-on"
    return (Text(key, {"time": person.checkin_at, "start": person.day_start}),)


# --- quiet hours --------------------------------------------------------------------------------------


def _quiet_hours(snapshot: Snapshot) -> Mapping[str, Text]:
    offered = ((time(22), time(8)), (time(21), time(9)), (time(23), time(7)))
    now = _quiet_now(snapshot)
    more = (now,) if now not in offered and now[0] != now[1] else ()
    spans = {_token(hours): Text("settings-hours", _as_args(hours)) for hours in (*more, *offered)}
    return {**spans, "none": Text("settings-quiet-none")}


def _quiet_now(snapshot: Snapshot) -> Hours:
    return snapshot.person.quiet_from, snapshot.person.quiet_to


def _quiet_holds(snapshot: Snapshot) -> str:
    now = _quiet_now(snapshot)
    return _token(now) if now[0] != now[1] else "none"


def _read_quiet(text: str, snapshot: Snapshot) -> Changes | None:
    """Two times with a dash or a word between ("22-8", "from 10 pm to 7 am"); "none" or a no."""
    if text == "none" or understand.intent(text, snapshot) == "no" or understand.count(text, snapshot) == 0:
        return {"quiet_from": NONE[0], "quiet_to": NONE[1]}
    ends = understand.span(text, snapshot)
    return {"quiet_from": ends[0], "quiet_to": ends[1]} if ends else None


def _keep_quiet(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    hours = (changes["quiet_from"], changes["quiet_to"])
    if timing.is_quiet(snapshot.person.checkin_at, *hours):
        return clash(None, {"quiet": [f"{at:%H:%M}" for at in hours]}, snapshot)
    return _quiet_set(hours, snapshot)


def _quiet_set(hours: Hours, snapshot: Snapshot) -> StepResult:
    changes, moved = _quiet_changes(hours, snapshot)
    key = "settings-quiet-kept" if hours[0] != hours[1] else "settings-quiet-kept-none"
    turn = changed(key, changes, **_as_args(hours))
    after = (*moved, *notes(ahead.ruled_out(snapshot, **changes)))
    return reply_with(*turn.replies, *after).doing(*turn.effects)


def _quiet_changes(hours: Hours, snapshot: Snapshot) -> tuple[Changes, tuple[Reply, ...]]:
    """The fields that new quiet hours change. A weekly summary that would lie in them comes at their end."""
    changes: dict[str, time] = {"quiet_from": hours[0], "quiet_to": hours[1]}
    if not timing.is_quiet(snapshot.person.week_at, *hours):
        return changes, ()
    return {**changes, "week_at": hours[1]}, (Reply("settings-quiet-moved-week", {"time": hours[1]}),)


def clash(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Quiet hours that would swallow the check-in: which of the two is to change?"""
    hours = _hours(data.get("quiet"))
    if hours is None:
        return QUIET.step(None, {}, snapshot)
    at = snapshot.person.checkin_at
    fitting = timing.fit_quiet(at, *hours)
    if answer is None:
        args: dict[str, Arg] = {"checkin": at, **_as_args(hours)}
        buttons = (
            button(Token("settings", "clash", "fit"), "settings-clash-fit", **_as_args(fitting)),
            button(Token("settings", "clash", "move"), "settings-clash-move"),
            SHOW,
        )
        reply = Reply("settings-clash", args, buttons, edits=True, page=True)
        return ask_step("clash", reply, data, flow="settings")
    if answer.pressed and answer.text == "fit":
        return one_page(_quiet_set(fitting, snapshot))
    if answer.pressed and answer.text == "move":
        return CHECKIN.step(None, data, snapshot)
    if leaves(answer):
        return unchanged()
    return clash(None, data, snapshot) if answer.pressed else _typed_at_clash(answer.text, data, snapshot)


def _typed_at_clash(text: str, data: Data, snapshot: Snapshot) -> StepResult:
    """A time is the check-in's, two times are quiet hours."""
    if checkin := CHECKIN.read(text, snapshot):
        return one_page(CHECKIN.keep(checkin, data, snapshot))
    if quiet := QUIET.read(text, snapshot):
        kept = QUIET.keep(quiet, {}, snapshot)
        return one_page(kept) if kept.step is None else kept
    return clash(None, data, snapshot)


def _hours(stored: object) -> Hours | None:
    """Quiet hours as a dialogue's data hold them."""
    if not isinstance(stored, list | tuple) or len(stored) != 2:
        return None
    return time.fromisoformat(str(stored[0])), time.fromisoformat(str(stored[1]))


def _token(hours: Hours) -> str:
    return f"{hours[0]:%H:%M}-{hours[1]:%H:%M}"


def _as_args(hours: Hours) -> dict[str, Arg]:
    return {"from": hours[0], "to": hours[1]}


# --- start of the day ---------------------------------------------------------------------------------


STARTS = (time(0), time(2), time(3), time(4), time(5))


def _starts(snapshot: Snapshot) -> Mapping[str, Text]:
    return clocks(*sorted({*STARTS, snapshot.person.day_start}))


def _read_start(text: str, snapshot: Snapshot) -> Changes | None:
    at = understand.clock(text, snapshot)
    return {"day_start": at} if at is not None and at <= LATEST_START else None


def _keep_start(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    return _with_notes(
        changed("settings-daystart-kept", changes, time=changes["day_start"]), changes, snapshot
    )


CHECKIN = Setting(
    "checkin",
    _checkin_times,
    lambda snapshot: f"{snapshot.person.checkin_at:%H:%M}",
    _read_checkin,
    _keep_checkin,
    either=either_clock,
)
QUIET = Setting("quiet", _quiet_hours, _quiet_holds, _read_quiet, _keep_quiet)
DAY_START = Setting(
    "daystart", _starts, lambda snapshot: f"{snapshot.person.day_start:%H:%M}", _read_start, _keep_start
)
