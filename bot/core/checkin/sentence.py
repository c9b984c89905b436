"""The sentence that ends a check-in: the first of these that is true and due.

Own words of late, after a step that was kept; what was kept of the last seven days, with its figure; after
a miss the if–then of the plan; else plain words that fit every answer of their kind. The person's own reason,
on a hard day, stands above it (`own_reason`). Each is due on certain days of three, and in another wording
each time, so that none comes twice within three weeks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.model.checkin import CheckinAnswer
from bot.core.model.journal import OBSTACLE
from bot.core.model.messages import Args, Text, own
from bot.core.model.plan import Enrolment
from bot.core.model.snapshot import Snapshot
from bot.core.plans import halves
from bot.core.progress import habits
from bot.core.typed.own_words import excerpt, may_come_back

# Plain sentences by the kind of the answers.
PLAIN = {"kept": 28, "mixed": 28, "free": 24}
WORDINGS = 8  # of the sentences with a fact
EVERY = 3  # days: a sentence with a fact comes on one of them at most
WEEK = 7  # days that the figure is about
A_PATTERN = 3  # days kept of these, from which on the figure is said
FEWEST_WORDS, MOST_WORDS = 3, 12  # of own words that are said back


def ending(day: date, snapshot: Snapshot) -> Text:
    """The sentence for a day whose plans are answered."""
    plans = habits.applying(snapshot, day)
    kind = _kind(plans, day, snapshot)
    place, rest = divmod(day.toordinal(), EVERY)
    if kind == "kept" and quotes_on(day, snapshot) and (text := _own_words(place % WORDINGS + 1, snapshot)):
        return text
    if rest == 0 and kind != "free" and plans:
        fact = _pattern if kind == "kept" else _if_then
        found = (text for e in plans if (text := fact(e, day, place % WORDINGS + 1, snapshot)))
        if text := next(found, None):
            return text
    return Text(f"checkin-close-{kind}-{day.toordinal() % PLAIN[kind] + 1}")


def quotes_on(day: date, snapshot: Snapshot) -> bool:
    """Whether the sentence for a day may have own words in it: today's, on one day of three. The journal is
    read for it."""
    return day == snapshot.today and day.toordinal() % EVERY == 1


def _own_words(wording: int, snapshot: Snapshot) -> Text | None:
    """The last line since words could be said back before, without hurt, shame and names."""
    since = snapshot.today - timedelta(days=EVERY)
    late = (
        line
        for line in snapshot.journal
        if line.prompt != OBSTACLE
        and since <= line.day < snapshot.today
        and len(line.text.split()) >= FEWEST_WORDS
        and may_come_back(line.text, snapshot)
    )
    line = next(late, None)
    if line is None:
        return None
    said: Args = {"day": line.day, "words": own(excerpt(line.text, MOST_WORDS))}
    return Text(f"checkin-fact-words-{wording}", said)


def _kind(plans: Sequence[Enrolment], day: date, snapshot: Snapshot) -> str:
    """Whether the sentence is about steps kept, about looking at the day, or about a day off."""
    answers = {answer_of(e, day, snapshot) for e in plans}
    if answers <= {CheckinAnswer.SKIPPED}:
        return "free"
    return "kept" if answers <= {CheckinAnswer.KEPT, CheckinAnswer.SKIPPED} else "mixed"


def _pattern(enrolment: Enrolment, day: date, wording: int, snapshot: Snapshot) -> Text | None:
    """How many of the last seven days were kept, with a plan that was kept today."""
    days = (day - timedelta(days=n) for n in range(WEEK))
    kept = [answer_of(enrolment, one, snapshot) is CheckinAnswer.KEPT for one in days]
    if day != snapshot.today or not kept[0] or sum(kept) < A_PATTERN:
        return None
    return Text(f"checkin-fact-week-{wording}", {"n": sum(kept)})


def _if_then(enrolment: Enrolment, day: date, wording: int, snapshot: Snapshot) -> Text | None:
    """The if–then of a plan that was not kept."""
    missed = answer_of(enrolment, day, snapshot) in (CheckinAnswer.MISSED, CheckinAnswer.PARTLY)
    if not missed or not enrolment.cue or not enrolment.action:
        return None
    plan = halves.sentence(enrolment.cue, enrolment.action, snapshot)
    return Text(f"checkin-fact-plan-{wording}", {"plan": plan})


def answer_of(enrolment: Enrolment, day: date, snapshot: Snapshot) -> CheckinAnswer | None:
    """The answer for one plan on one day; None without one."""
    entry = snapshot.entries.get((enrolment.id, day))
    return entry.kept if entry else None
