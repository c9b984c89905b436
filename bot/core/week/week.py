"""`/week` and the weekly message: the last seven days in a few lines, and one choice for the next ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.conversation.flow import Command, Flow, Frame, StepResult, reply_with
from bot.core.learn import lessons
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.effects import Effect
from bot.core.model.inputs import Input
from bot.core.model.journal import JournalQuery
from bot.core.model.messages import Args, Button, Reply, Text, button, own
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.plan import Enrolment, StepChoice
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.plans import grow, look_back, offering, views
from bot.core.progress import habits, own_reason, taper, week_theme
from bot.core.typed.own_words import excerpt
from bot.core.week import farewell, summary, turning
from bot.core.week.summary import PlanWeek, Week
from bot.core.week.turning import Turning

LONGEST_QUOTE, LONGEST_OBSTACLE = 12, 8  # words of the person's own that are shown
TELLING = 3  # days on which a plan applied, from which on they say whether its step fits
RHYTHMS = (5, 3)  # messages in seven days, offered after the first week
STAYS = "w"  # the last value of a choice's token, so that its answer leaves the summary where it is


def weekly(snapshot: Snapshot) -> StepResult:
    """The summary as one message, for the weekly nudge and for `/week`. Reads the journal."""
    week = summary.week(snapshot)
    reason = own_reason.line(own_reason.Occasion.WEEK, snapshot)
    own = (reason,) if reason else _own_words(week)
    choices = _choices(week, snapshot)
    ask = (Text("week-ask"),) if len(choices) > 1 else ()
    lesson, read = _lesson(snapshot)
    lines = (*_plan_lines(week, snapshot), *_pattern(week), *own, *lesson, *ask)
    shown = reply_with(Reply("week-summary", {"lines": lines}, (*choices, *read)))
    return shown.doing(own_reason.said(snapshot)) if reason else shown


def _plan_lines(week: Week, snapshot: Snapshot) -> tuple[Text, ...]:
    first = (Text("week-little", {"answered": week.answered}),) if week.little else ()
    plans = (plan for plan in week.plans if plan.applied or not week.little)
    return (*first, *(line for plan in plans for line in _plan(plan, week, snapshot)))


def _plan(plan: PlanWeek, week: Week, snapshot: Snapshot) -> tuple[Text, ...]:
    args: Args = {"name": views.title(snapshot, plan.enrolment)}
    if not plan.applied:
        return (Text("week-plan-skipped" if plan.skipped else "week-plan-open", args),)
    return (_kept(plan, args),)


def _kept(plan: PlanWeek, args: Args) -> Text:
    """Counts; of a single day what was answered on it."""
    if plan.only is None:
        return Text("week-plan", {**args, "kept": plan.kept, "applied": plan.applied, "partly": plan.partly})
    answer = (
        CheckinAnswer.KEPT if plan.kept else CheckinAnswer.PARTLY if plan.partly else CheckinAnswer.MISSED
    )
    return Text(f"week-plan-only-{answer}", {**args, "day": plan.only})


def _pattern(week: Week) -> tuple[Text, ...]:
    """The one thing that is shown beside the answers, the first of these that is there: minutes, the day that
    went best, an obstacle, how in control it felt. More would be a report."""
    found = (*_minutes(week), *_best(week), *_obstacle(week), *_control(week))
    return found[:1]


def _minutes(week: Week) -> tuple[Text, ...]:
    plan = next((plan for plan in week.plans if plan.minutes is not None), None)
    if plan is None or plan.minutes is None:
        return ()
    minutes = round(plan.minutes)
    if week.little or plan.minutes_before is None:
        return (Text("week-minutes", {"minutes": minutes}),)
    return (Text("week-minutes-against", {"minutes": minutes, "before": round(plan.minutes_before)}),)


def _best(week: Week) -> tuple[Text, ...]:
    return (Text("week-best", {"day": week.best}),) if week.best is not None else ()


def _control(week: Week) -> tuple[Text, ...]:
    if week.control is None or week.little:
        return ()
    before: Args = {} if week.control_before is None else {"before": round(week.control_before, 1)}
    key = "week-control-against" if before else "week-control"
    return (Text(key, {"control": round(week.control, 1), **before}),)


def _obstacle(week: Week) -> tuple[Text, ...]:
    if week.obstacle:
        return (Text("week-obstacle", {"what": Text(f"week-obstacle-{week.obstacle}")}),)
    if week.obstacle_words:
        quoted = own(excerpt(week.obstacle_words, LONGEST_OBSTACLE))
        return (Text("week-obstacle", {"what": Text("week-quote", {"words": quoted})}),)
    return ()


def _own_words(week: Week) -> tuple[Text, ...]:
    """The beginning of the reflection worth re-reading; the whole is in /journal."""
    if week.reread is None:
        return ()
    quoted = own(excerpt(week.reread.text, LONGEST_QUOTE))
    return (Text("week-reread", {"day": week.reread.day, "words": quoted}),)


def _lesson(snapshot: Snapshot) -> tuple[tuple[Text, ...], tuple[Button, ...]]:
    """The week's theme with something to try, its lesson by the title, and the button that opens it."""
    theme = week_theme.of_week(snapshot)
    lesson = lessons.of_week(theme, snapshot) if theme else lessons.choose(snapshot)
    said = (Text("week-theme", {part: theme.text(part) for part in ("name", "try")}),) if theme else ()
    if lesson is None:
        return said, ()
    line = Text("week-lesson", {"title": lesson.text("title")})
    return (*said, line), (button(Token("learn", "read", lesson.slug), "week-read"),)


# --- the choice for the next week ---------------------------------------------------------------------


def _active(snapshot: Snapshot) -> tuple[Enrolment, ...]:
    return tuple(
        e for e in snapshot.running if habits.active_on(e, snapshot.today) and habits.known(snapshot, e)
    )


def _offered(plans: tuple[Enrolment, ...], week: Week, snapshot: Snapshot) -> tuple[StepChoice, ...]:
    """The moves that there are and that fit the week: "a bit further" only where some plan was kept about
    half of the time, or there is too little to tell."""
    weeks = [plan for plan in week.plans if plan.enrolment.id in {e.id for e in plans}]
    held = any(w.applied < TELLING or w.kept + w.partly / 2 >= w.applied / 2 for w in weeks)
    moves = (StepChoice.FURTHER, StepChoice.EASIER) if held or not weeks else (StepChoice.EASIER,)
    return tuple(move for move in moves if any(habits.can_go(snapshot, e, move) for e in plans))


def _choices(week: Week, snapshot: Snapshot) -> tuple[Button, ...]:
    plans = _active(snapshot)
    moves = _offered(plans, week, snapshot)
    other = button(Token("week", "other"), "week-other" if plans else "week-plans")
    if len(plans) == 1:
        return (*(offering.pick(c, plans[0], STAYS) for c in (StepChoice.KEEP, *moves)), other)
    if not plans:
        return (other,)
    ways = (button(Token("week", "choose", c), f"grow-{c}") for c in moves)
    return (button(Token("week", "keep"), "grow-keep"), *ways, other)


def show(_: str, snapshot: Snapshot) -> StepResult:
    return weekly(snapshot)


def keep(_: str, snapshot: Snapshot) -> StepResult:
    """All plans stay as they are."""
    commands: tuple[Effect, ...] = ()
    for enrolment in _active(snapshot):
        commands += grow.decide(StepChoice.KEEP, enrolment, snapshot)
    return reply_with(Reply("week-kept")).doing(*commands)


def choose(value: str, snapshot: Snapshot) -> StepResult:
    """`week.choose.<choice>`: which plan, where several run."""
    if value not in (StepChoice.FURTHER, StepChoice.EASIER) or not _active(snapshot):
        return other("", snapshot)
    buttons = tuple(
        Button(offering.pick(StepChoice(value), e).token, views.title(snapshot, e)) for e in _active(snapshot)
    )
    return reply_with(Reply("week-which", buttons=buttons))


def other(_: str, snapshot: Snapshot) -> StepResult:
    """Something else: the plans, below the summary."""
    turn = views.listing(snapshot)
    return replace(turn, replies=tuple(replace(reply, edits=False) for reply in turn.replies))


def open_week(day: date, snapshot: Snapshot) -> StepResult:
    """The weekly message: the summary, or what stands at a turning point; once no plan runs, the look back at
    the last ones."""
    if taper.tapers(snapshot.person):
        return farewell.ask(day, snapshot)
    if not snapshot.running:
        return look_back.last_word(snapshot)
    match turning.turning(snapshot):
        case Turning.STEADY:
            return farewell.offer(snapshot)
        case Turning.ALIKE:
            return _alike(snapshot)
        case Turning.FIRST_WEEK:
            return _with(weekly(snapshot), Text("week-first"), _rhythms(snapshot))
        case Turning.HORIZON:
            return _with(weekly(snapshot), Text("week-horizon"))
        case None:
            return weekly(snapshot)


def _with(turn: StepResult, line: Text, buttons: tuple[Button, ...] = ()) -> StepResult:
    """The summary with one more line, in the place of the question about the next week."""
    reply = turn.replies[0]
    lines = tuple(one for one in _lines_of(reply) if one.key != "week-ask")
    read = tuple(one for one in reply.buttons if one.token.startswith(Token("learn", "read", "")))
    ways = (*buttons, *read) if buttons else reply.buttons
    asked = replace(reply, args={**reply.args, "lines": (*lines, line)}, buttons=ways)
    return replace(turn, replies=(asked,))


def _lines_of(reply: Reply) -> tuple[Text, ...]:
    lines = reply.args["lines"]
    return tuple(line for line in lines if isinstance(line, Text)) if isinstance(lines, tuple) else ()


def _rhythms(snapshot: Snapshot) -> tuple[Button, ...]:
    """After the first week: how often from here."""
    kept = button(Token("week", "keep"), "week-rhythm-stay")
    fewer = (n for n in RHYTHMS if n < snapshot.person.ceiling)
    return (kept, *(button(Token("settings", "ceiling", n), f"week-rhythm-{n}") for n in fewer))


def _alike(snapshot: Snapshot) -> StepResult:
    """Weeks that are all alike: it is said, with three doors."""
    plan = next(e for e in snapshot.running if habits.active_on(e, snapshot.today))
    doors = (
        button(Token("plans", "ifthen", plan.id), "week-alike-moment"),
        button(Token("plans", "switch", plan.id), "week-alike-plan"),
        button(Token("topics", "run", "pause"), "week-alike-pause"),
    )
    return reply_with(Reply("week-alike", {"name": views.title(snapshot, plan)}, doors))


def needs(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    """The buttons lead to the plans, each with its if-then."""
    return SnapshotNeeds(
        history=True, decisions=True, own_words=True, prompts=True, journal=JournalQuery(recent=True)
    )


FLOW = Flow(
    "week",
    buttons={"show": show, "keep": keep, "choose": choose, "other": other, **farewell.BUTTONS},
    commands=(Command("week", show, topic="day", in_words=True),),
    openings={"summary": open_week},
    restart_command="week",
    needs=needs,
)
