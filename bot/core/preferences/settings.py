"""/settings: everything at a glance, and a short way to change each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.calendar import timing
from bot.core.conversation.flow import (
    Command,
    Flow,
    StepFunction,
    StepResult,
    always,
    reply_with,
)
from bot.core.model.messages import Arg, Button, Reply, Text, ZoneName, button, own
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind
from bot.core.model.reading import Asked
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.nudges import ahead
from bot.core.nudges.registry import NUDGE_CEILING
from bot.core.preferences import about
from bot.core.preferences.amounts import CEILING, REFLECTIONS, REMINDER, WEEK, WEEK_AT, weekday
from bot.core.preferences.arrival import EXACTLY, SILENT
from bot.core.preferences.place import LANGUAGE, here, where
from bot.core.preferences.setting import (
    late,
)
from bot.core.preferences.times import CHECKIN, DAY_START, QUIET, clash
from bot.core.typed import understand

# --- at a glance --------------------------------------------------------------------------------------


def show(value: str, snapshot: Snapshot) -> StepResult:
    """The current settings."""
    names = (*STEPS, "about")
    buttons = tuple(button(Token("settings", "page", name), f"settings-open-{name}") for name in names)
    return reply_with(Reply("settings-all", {"lines": _lines(snapshot)}, buttons, edits=True, page=True))


def _lines(snapshot: Snapshot) -> tuple[Text, ...]:
    person = snapshot.person
    now = timing.wall(snapshot.now, person).time().replace(second=0, microsecond=0)
    paused = person.paused_until if person.paused_until and snapshot.today < person.paused_until else None
    language = snapshot.library.languages.get(person.language, person.language)
    return (
        _line("checkin", time=person.checkin_at),
        _line("reminder", value=ahead.reminder(snapshot)),
        _line("silent", value=Text(f"settings-silent-{'yes' if person.silent else 'no'}")),
        _line("quiet", value=_quiet(snapshot)),
        _line("ceiling", ceiling=person.ceiling),
        _reflections(snapshot),
        _week(snapshot),
        _line("daystart", time=person.day_start),
        _line("exactly", value=Text(f"settings-exactly-{'yes' if person.exactly else 'no'}")),
        _line("zone", place=ZoneName(person.zone), time=now),
        _line("language", value=own(language)),
        *((_line("paused", day=paused),) if paused else ()),
    )


def _line(name: str, **args: Arg) -> Text:
    return Text(f"settings-line-{name}", args)


def _week(snapshot: Snapshot) -> Text:
    if not NUDGE_CEILING.shares(snapshot.person)[NudgeKind.WEEK]:
        return _line("week-none")
    return _line("week", day=weekday(snapshot.person.week_day), time=snapshot.person.week_at)


def _reflections(snapshot: Snapshot) -> Text:
    wanted, room = (
        snapshot.person.reflections_a_week,
        NUDGE_CEILING.shares(snapshot.person)[NudgeKind.REFLECTION],
    )
    value = Text("settings-reflections-count", {"n": room})
    return _line("reflections" if room == wanted else "reflections-fewer", value=value)


def _quiet(snapshot: Snapshot) -> Text:
    start, end = snapshot.person.quiet_from, snapshot.person.quiet_to
    return Text("settings-quiet-none") if start == end else Text("settings-hours", {"from": start, "to": end})


# --- the flow -----------------------------------------------------------------------------------------

STEPS: Mapping[str, StepFunction] = {
    "checkin": CHECKIN.step,
    "reminder": REMINDER.step,
    "silent": SILENT.step,
    "quiet": QUIET.step,
    "ceiling": CEILING.step,
    "reflections": REFLECTIONS.step,
    "week": WEEK.step,
    "daystart": DAY_START.step,
    "exactly": EXACTLY.step,
    "zone": where,
    "language": LANGUAGE.step,
}
ABOUT: Mapping[str, StepFunction] = {
    "focus": about.FOCUS.step,
    "itch": about.ITCH.step,
    "daypart": about.DAYPART.step,
    "why": about.ask_why,
}
PAGES = {**STEPS, "about": about.page, **ABOUT}


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/settings`, or straight to one: `/settings language`, `/settings time zone`."""
    return open_one(_named(understand.normal(argument[:100]), snapshot), snapshot)


def choices(snapshot: Snapshot) -> tuple[Button, ...]:
    """The settings that have a button."""
    return tuple(button(name, f"settings-open-{name}") for name in PAGES)


def _named(words: str, snapshot: Snapshot) -> str:
    """The setting that people call so, in their own language or another one; `words` where none is called so.
    Its phrases are `setting-<name>` in the lexicon."""
    lexicon = snapshot.library.lexicon
    for code in (snapshot.person.language, *lexicon):
        for name in PAGES:
            if words in lexicon.get(code, {}).get(f"setting-{name}", ()):
                return name
    return words


def open_one(value: str, snapshot: Snapshot) -> StepResult:
    """`settings.open.<name>`, pressed below another message: the page comes below it."""
    page = turn_to(value, snapshot)
    return replace(page, replies=tuple(replace(r, edits=False, page=False) for r in page.replies))


def turn_to(value: str, snapshot: Snapshot) -> StepResult:
    """`settings.page.<name>`: the page of one setting; the overview for an unknown name."""
    step = PAGES.get(value)
    return step(None, {}, snapshot) if step else show("", snapshot)


TIMES = frozenset({"checkin", "daystart"})  # steps that ask for a time of day
ALL_STEPS = {**STEPS, **ABOUT, "weekat": WEEK_AT.step, "clash": clash, "here": here}
FLOW = Flow(
    "settings",
    steps=ALL_STEPS,
    # An answer pressed late, when its question no longer waits, says all that it needs and still counts.
    buttons={
        "show": show,
        "open": open_one,
        "page": turn_to,
        **{name: late(step) for name, step in ALL_STEPS.items()},
    },
    commands=(
        Command("settings", command, argument="setting", choices=choices, topic="messages", in_words=True),
    ),
    location_steps=frozenset({"zone"}),
    asks=lambda frame: Asked.TIME if frame.step in TIMES else Asked.NOTHING,
    restart_command="settings",
    needs=always(SnapshotNeeds(own_words=True)),
    single_use_steps=frozenset(ALL_STEPS),
)
