"""Settings of how much the coach writes: reminder, ceiling, weekly summary, reflections a week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from bot.core.calendar import timing
from bot.core.conversation.flow import Turn
from bot.core.model.messages import Arg, Text
from bot.core.model.nudge import Kind
from bot.core.model.snapshot import Data, Facts
from bot.core.nudges import ahead, ceiling
from bot.core.preferences.setting import Changes, Setting, changed, clocks, either_clock, notes
from bot.core.typed import understand, weekdays

CEILINGS, HIGHEST_CEILING = (3, 5, 7, 10, 14, 21), 50  # messages in seven days
SOONEST, LATEST = 30, 12 * 60  # minutes from a check-in to its reminder
MOST_REFLECTIONS = 2

# --- reminder -----------------------------------------------------------------------------------------


def _reminders(facts: Facts) -> Mapping[str, Text]:
    offered = {str(minutes): Text("settings-after", {"minutes": minutes}) for minutes in (30, 90, 180)}
    return {**offered, "off": Text("settings-reminder-none")}


def _read_reminder(text: str, facts: Facts) -> Changes | None:
    if text == "off" or understand.intent(text, facts) == "no":
        return {"reminder_after": None}
    minutes = understand.minutes(text, facts, ignoring=("after-it",))
    if minutes == 0:
        return {"reminder_after": None}
    return {"reminder_after": minutes} if minutes is not None and SOONEST <= minutes <= LATEST else None


def _keep_reminder(changes: Changes, data: Data, facts: Facts) -> Turn:
    minutes = changes["reminder_after"]
    if minutes is None:
        return changed("settings-reminder-kept-none", changes)
    after = ahead.reminder(facts, **changes)
    plain = after.key == "settings-after"
    return changed(
        "settings-reminder-kept" if plain else f"{after.key}-kept", changes, after=after, **after.args
    )


# --- ceiling ------------------------------------------------------------------------------------------


def _ceilings(facts: Facts) -> Mapping[str, Text]:
    return {str(n): Text("settings-count", {"n": n}) for n in CEILINGS}


def _read_ceiling(text: str, facts: Facts) -> Changes | None:
    number = _messages(text, facts)
    return {"ceiling": number} if number is not None and number <= HIGHEST_CEILING else None


def _keep_ceiling(changes: Changes, data: Data, facts: Facts) -> Turn:
    key = "settings-ceiling-kept" if changes["ceiling"] else "settings-ceiling-kept-none"
    args: dict[str, Arg] = {"ceiling": changes["ceiling"]}
    if (days := ahead.fewer_days(facts, **changes)) is not None:
        key, args["days"] = "settings-ceiling-kept-days", days
    return changed(key, changes, **args).after(*notes(ahead.ruled_out(facts, **changes)))


def _messages(text: str, facts: Facts) -> int | None:
    """A number of messages: "10", "ten", "2 a week", "none"."""
    return understand.count(text, facts, ignoring=("messages", "a-week"))


# --- weekly summary -----------------------------------------------------------------------------------


def _weekdays(facts: Facts) -> Mapping[str, Text]:
    return {f"weekday-{n}": weekday(n) for n in range(7)}


def weekday(number: int) -> Text:
    """The name of a weekday, 0 = Monday."""
    return Text(f"settings-weekday-{number}")


def _read_weekday(text: str, facts: Facts) -> Changes | None:
    """A press, or one weekday's name."""
    if text in _weekdays(facts):
        return {"week_day": int(text[-1])}
    days = weekdays.parse(text, facts)
    return {"week_day": days[0]} if days and len(days) == 1 else None


def _keep_weekday(changes: Changes, data: Data, facts: Facts) -> Turn:
    """Kept at once; the hour can follow."""
    day = changes["week_day"]
    turn = WEEK_AT.ask("settings-weekat", {}, facts, day=weekday(day))
    kept = changed(_week_kept(facts), changes, day=weekday(day), time=facts.person.week_at)
    return turn.doing(*kept.commands)


def _summary_times(facts: Facts) -> Mapping[str, Text]:
    offered = (time(9), time(12), time(17), time(19))
    return clocks(*(at for at in offered if not _in_quiet_hours(at, facts)))


def _their_weekday(facts: Facts) -> Mapping[str, Text]:
    return {"day": weekday(facts.person.week_day)}


def _read_hour(text: str, facts: Facts) -> Changes | None:
    at = understand.clock(text, facts)
    return None if at is None else {"week_at": at}


def _keep_hour(changes: Changes, data: Data, facts: Facts) -> Turn:
    at, person = changes["week_at"], facts.person
    if _in_quiet_hours(at, facts):
        return WEEK_AT.ask(
            "settings-weekat-quiet", data, facts, **{"from": person.quiet_from, "to": person.quiet_to}
        )
    return changed(_week_kept(facts), changes, day=weekday(person.week_day), time=at)


def _week_kept(facts: Facts) -> str:
    return "settings-week-kept" if ceiling.shares(facts.person)[Kind.WEEK] else "settings-week-kept-none"


def _in_quiet_hours(at: time, facts: Facts) -> bool:
    return timing.is_quiet(at, facts.person.quiet_from, facts.person.quiet_to)


# --- reflections --------------------------------------------------------------------------------------


def _reflections(facts: Facts) -> Mapping[str, Text]:
    return {str(n): Text("settings-reflections-count", {"n": n}) for n in range(MOST_REFLECTIONS + 1)}


def _read_reflections(text: str, facts: Facts) -> Changes | None:
    number = 0 if understand.intent(text, facts) == "no" else _messages(text, facts)
    return {"reflections_a_week": number} if number is not None and number <= MOST_REFLECTIONS else None


def _keep_reflections(changes: Changes, data: Data, facts: Facts) -> Turn:
    count = Text("settings-reflections-count", {"n": changes["reflections_a_week"]})
    room = ceiling.shares(replace(facts.person, **changes))[Kind.REFLECTION]
    if room < changes["reflections_a_week"]:
        return changed("settings-reflections-kept-fewer", changes, count=count, room=room)
    return changed("settings-reflections-kept", changes, count=count)


REMINDER = Setting("reminder", _reminders, _read_reminder, _keep_reminder)
CEILING = Setting("ceiling", _ceilings, _read_ceiling, _keep_ceiling)
WEEK = Setting("week", _weekdays, _read_weekday, _keep_weekday, numeric=False)
WEEK_AT = Setting("weekat", _summary_times, _read_hour, _keep_hour, given=_their_weekday, either=either_clock)
REFLECTIONS = Setting("reflections", _reflections, _read_reflections, _keep_reflections)
