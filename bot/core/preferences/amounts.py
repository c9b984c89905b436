"""Settings of how much the coach writes: reminder, ceiling, weekly summary, reflections a week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from bot.core.calendar import timing
from bot.core.conversation.flow import StepResult, reply_with
from bot.core.model.messages import Arg, Text
from bot.core.model.nudge import NudgeKind
from bot.core.model.snapshot import Data, Snapshot
from bot.core.nudges import ahead
from bot.core.nudges.registry import NUDGE_CEILING
from bot.core.preferences.setting import Changes, Setting, changed, clocks, either_clock, notes
from bot.core.typed import understand, weekdays

REMINDERS = (30, 90, 180)  # minutes after a check-in
CEILINGS, HIGHEST_CEILING = (3, 5, 7, 10, 14, 21), 50  # messages in seven days
SOONEST, LATEST = 30, 12 * 60  # minutes from a check-in to its reminder
MOST_REFLECTIONS = 2

# --- reminder -----------------------------------------------------------------------------------------


def _reminders(snapshot: Snapshot) -> Mapping[str, Text]:
    chosen = snapshot.person.reminder_after
    offered = sorted({*REMINDERS, *((chosen,) if chosen is not None else ())})
    after = {str(minutes): Text("settings-after", {"minutes": minutes}) for minutes in offered}
    return {**after, "off": Text("settings-reminder-none")}


def _reminder_holds(snapshot: Snapshot) -> str:
    chosen = snapshot.person.reminder_after
    return "off" if chosen is None else str(chosen)


def _read_reminder(text: str, snapshot: Snapshot) -> Changes | None:
    if text == "off" or understand.intent(text, snapshot) == "no":
        return {"reminder_after": None}
    minutes = understand.minutes(text, snapshot, ignoring=("after-it",))
    if minutes == 0:
        return {"reminder_after": None}
    return {"reminder_after": minutes} if minutes is not None and SOONEST <= minutes <= LATEST else None


def _keep_reminder(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    minutes = changes["reminder_after"]
    if minutes is None:
        return changed("settings-reminder-kept-none", changes)
    after = ahead.reminder(snapshot, **changes)
    plain = after.key == "settings-after"
    return changed(
        "settings-reminder-kept" if plain else f"{after.key}-kept", changes, after=after, **after.args
    )


# --- ceiling ------------------------------------------------------------------------------------------


def _ceilings(snapshot: Snapshot) -> Mapping[str, Text]:
    return {str(n): Text("settings-count", {"n": n}) for n in sorted({*CEILINGS, snapshot.person.ceiling})}


def _read_ceiling(text: str, snapshot: Snapshot) -> Changes | None:
    number = _messages(text, snapshot)
    return {"ceiling": number} if number is not None and number <= HIGHEST_CEILING else None


def _keep_ceiling(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    key = "settings-ceiling-kept" if changes["ceiling"] else "settings-ceiling-kept-none"
    args: dict[str, Arg] = {"ceiling": changes["ceiling"]}
    if (days := ahead.fewer_days(snapshot, **changes)) is not None:
        key, args["days"] = "settings-ceiling-kept-days", days
    kept = changed(key, changes, **args)
    return reply_with(*kept.replies, *notes(ahead.ruled_out(snapshot, **changes))).doing(*kept.effects)


def _messages(text: str, snapshot: Snapshot) -> int | None:
    """A number of messages: "10", "ten", "2 a week", "none"."""
    return understand.count(text, snapshot, ignoring=("messages", "a-week"))


# --- weekly summary -----------------------------------------------------------------------------------


def _weekdays(snapshot: Snapshot) -> Mapping[str, Text]:
    return {f"weekday-{n}": weekday(n) for n in range(7)}


def weekday(number: int) -> Text:
    """The name of a weekday, 0 = Monday."""
    return Text(f"settings-weekday-{number}")


def _read_weekday(text: str, snapshot: Snapshot) -> Changes | None:
    """A press, or one weekday's name."""
    if text in _weekdays(snapshot):
        return {"week_day": int(text[-1])}
    days = weekdays.parse(text, snapshot)
    return {"week_day": days[0]} if days and len(days) == 1 else None


def _keep_weekday(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    """Kept at once; the hour can follow."""
    day = changes["week_day"]
    turn = WEEK_AT.ask("settings-weekat", {}, snapshot, day=weekday(day))
    kept = changed(_week_kept(snapshot), changes, day=weekday(day), time=snapshot.person.week_at)
    return turn.doing(*kept.effects)


SUMMARY_TIMES = (time(9), time(12), time(17), time(19))


def _summary_times(snapshot: Snapshot) -> Mapping[str, Text]:
    offered = sorted({*SUMMARY_TIMES, snapshot.person.week_at})
    return clocks(*(at for at in offered if not _in_quiet_hours(at, snapshot)))


def _their_weekday(snapshot: Snapshot) -> Mapping[str, Text]:
    return {"day": weekday(snapshot.person.week_day)}


def _read_hour(text: str, snapshot: Snapshot) -> Changes | None:
    at = understand.clock(text, snapshot)
    return None if at is None else {"week_at": at}


def _keep_hour(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    at, person = changes["week_at"], snapshot.person
    if _in_quiet_hours(at, snapshot):
        return WEEK_AT.ask(
            "settings-weekat-quiet", data, snapshot, **{"from": person.quiet_from, "to": person.quiet_to}
        )
    return changed(_week_kept(snapshot), changes, day=weekday(person.week_day), time=at)


def _week_kept(snapshot: Snapshot) -> str:
    return (
        "settings-week-kept"
        if NUDGE_CEILING.shares(snapshot.person)[NudgeKind.WEEK]
        else "settings-week-kept-none"
    )


def _in_quiet_hours(at: time, snapshot: Snapshot) -> bool:
    return timing.is_quiet(at, snapshot.person.quiet_from, snapshot.person.quiet_to)


# --- reflections --------------------------------------------------------------------------------------


def _reflections(snapshot: Snapshot) -> Mapping[str, Text]:
    return {str(n): Text("settings-reflections-count", {"n": n}) for n in range(MOST_REFLECTIONS + 1)}


def _read_reflections(text: str, snapshot: Snapshot) -> Changes | None:
    number = 0 if understand.intent(text, snapshot) == "no" else _messages(text, snapshot)
    return {"reflections_a_week": number} if number is not None and number <= MOST_REFLECTIONS else None


def _keep_reflections(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    count = Text("settings-reflections-count", {"n": changes["reflections_a_week"]})
    room = NUDGE_CEILING.shares(snapshot.person.replace(**changes))[NudgeKind.REFLECTION]
    if room < changes["reflections_a_week"]:
        return changed("settings-reflections-kept-fewer", changes, count=count, room=room)
    return changed("settings-reflections-kept", changes, count=count)


REMINDER = Setting("reminder", _reminders, _reminder_holds, _read_reminder, _keep_reminder)
CEILING = Setting(
    "ceiling", _ceilings, lambda snapshot: str(snapshot.person.ceiling), _read_ceiling, _keep_ceiling
)
WEEK = Setting(
    "week",
    _weekdays,
    lambda snapshot: f"weekday-{snapshot.person.week_day}",
    _read_weekday,
    _keep_weekday,
    numeric=False,
)
WEEK_AT = Setting(
    "weekat",
    _summary_times,
    lambda snapshot: f"{snapshot.person.week_at:%H:%M}",
    _read_hour,
    _keep_hour,
    given=_their_weekday,
    either=either_clock,
)
REFLECTIONS = Setting(
    "reflections",
    _reflections,
    lambda snapshot: str(snapshot.person.reflections_a_week),
    _read_reflections,
    _keep_reflections,
)
