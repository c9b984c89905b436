"""The figures of a rehearsal: how often the coach says the same, how much it asks, what it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from bot.core.model.nudge import NudgeKind
from bot.rehearsal.masking import Mask
from bot.rehearsal.record import DayState, Rehearsal, Speaker, Utterance

REPEAT_DAYS = 14
RETURN_DAYS = 7  # without a word, after which the next one is a return
ASKING = (NudgeKind.CHECKIN, NudgeKind.REMINDER, NudgeKind.LATER)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one rehearsal; a figure that has nothing to count is None.

    `messages`: unasked ones; `repeats`: the share of them, in percent, whose masked text was said unasked
    within REPEAT_DAYS before; `words`, `most_words`: median and most words of one of them. `checkin_words`:
    median of a check-in's message. `inputs`, `answers`: medians of the person's inputs and of the coach's
    messages (the question included, those edited in place not) of a check-in that was answered. `typed`,
    `asked_back`, `missed`: lines typed, those whose meaning was asked back, those not understood.
    `first_prompt`, `reason`: the day (the first is 0) of the first prompt of the person's own track, and of
    the first message that gives their reason back. `steps`:
    steps of plans that they were on. `silence`: most days in a row without a message while coaching goes on.
    `on_return`: most unasked messages on a day on which they came back. `guesses`: questions that the driver
    did not know, or was stranded at.
    """

    messages: int
    repeats: float | None
    words: float | None
    most_words: int | None
    checkin_words: float | None
    inputs: float | None
    answers: float | None
    typed: int
    asked_back: int
    missed: int
    first_prompt: int | None
    reason: int | None
    steps: int
    silence: int
    on_return: int | None
    guesses: int


def count(rehearsal: Rehearsal, mask: Mask, prompts: Iterable[str]) -> Figures:
    """The figures of a rehearsal. `prompts`: the texts of the prompts of the person's own track."""
    unasked = rehearsal.of(Speaker.UNASKED)
    lengths = [words(one.text) for one in unasked]
    checkins = answered_checkins(rehearsal.said)
    lines = [one for one in rehearsal.of(Speaker.PERSON) if one.kind == "type"]
    repeated = repeats([(one.day, mask(one.text)) for one in unasked])
    return Figures(
        messages=len(unasked),
        repeats=100 * repeated / len(unasked) if unasked else None,
        words=_median(lengths),
        most_words=max(lengths, default=None),
        checkin_words=_median([words(one.text) for one in unasked if one.kind == NudgeKind.CHECKIN]),
        inputs=_median([inputs for inputs, _ in checkins]),
        answers=_median([answers for _, answers in checkins]),
        typed=len(lines),
        asked_back=sum(line.asked_back for line in lines),
        missed=sum(line.missed for line in lines),
        first_prompt=first_day(rehearsal, prompts, (Speaker.UNASKED,)),
        reason=_reason_given_back(rehearsal),
        steps=len(frozenset().union(*(state.steps for state in rehearsal.days))),
        silence=longest_silence(rehearsal.days, {one.day for one in unasked}),
        on_return=on_return(rehearsal.said),
        guesses=len(rehearsal.of(Speaker.NOTE)),
    )


def words(text: str) -> int:
    """The number of words: runs of letters or figures between blanks.

    >>> words("Kept: 4 of 5 – well done.")
    6
    """
    return sum(any(sign.isalnum() for sign in run) for run in text.split())


def repeats(texts: Sequence[tuple[date, str]], within: int = REPEAT_DAYS) -> int:
    """How many texts, in the order of their days, were said in the `within` days before, or earlier on their
    day."""
    last: dict[str, date] = {}
    found = 0
    for day, text in texts:
        if text in last and day - last[text] <= timedelta(days=within):
            found += 1
        last[text] = day
    return found


def answered_checkins(said: Iterable[Utterance]) -> list[tuple[int, int]]:
    """Inputs and messages of each sitting that a check-in began and in which its day was answered."""
    sittings: dict[int, list[Utterance]] = defaultdict(list)
    for one in said:
        if one.speaker is not Speaker.NOTE:
            sittings[one.sitting].append(one)
    return [
        (
            sum(one.speaker is Speaker.PERSON for one in sitting),
            sum(one.speaker is not Speaker.PERSON and not one.in_place for one in sitting),
        )
        for sitting in sittings.values()
        if sitting[0].kind in ASKING and any(one.answers_day for one in sitting)
    ]


def first_day(rehearsal: Rehearsal, texts: Iterable[str], speakers: Iterable[Speaker]) -> int | None:
    """The number of the first day on which a speaker says one of the texts, alone or among other words."""
    wanted = [_plain(text) for text in texts]
    days = (
        rehearsal.number(one.day)
        for one in rehearsal.said
        if one.speaker in speakers and any(text in _plain(one.text) for text in wanted)
    )
    return next(days, None)


def _reason_given_back(rehearsal: Rehearsal) -> int | None:
    """The first day, after the one on which a reason was given, with a message that holds its words."""
    reasons = rehearsal.persona.voice[rehearsal.language].get("reason", ())
    given = first_day(rehearsal, reasons, (Speaker.PERSON,))
    if given is None:
        return None
    after = Rehearsal(rehearsal.persona, rehearsal.language, rehearsal.first)
    after.said = [one for one in rehearsal.said if rehearsal.number(one.day) > given]
    return first_day(after, reasons, (Speaker.UNASKED, Speaker.COACH))


def gave_reason(rehearsal: Rehearsal) -> bool:
    """Whether the person said why it matters to them."""
    reasons = rehearsal.persona.voice[rehearsal.language].get("reason", ())
    return first_day(rehearsal, reasons, (Speaker.PERSON,)) is not None


def longest_silence(days: Iterable[DayState], heard: set[date]) -> int:
    """The most days in a row on which coaching goes on and no message comes."""
    longest = run = 0
    for state in days:
        run = run + 1 if state.coaches and state.day not in heard else 0
        longest = max(longest, run)
    return longest


def on_return(said: Iterable[Utterance]) -> int | None:
    """The most unasked messages after the first word on a day of return; None for a person who never was
    away."""
    counts: dict[date, int] = {}
    last: date | None = None
    for one in said:
        if one.speaker is Speaker.PERSON:
            if last is not None and one.day - last >= timedelta(days=RETURN_DAYS):
                counts[one.day] = 0
            last = one.day
        elif one.speaker is Speaker.UNASKED and one.day in counts:
            counts[one.day] += 1
    return max(counts.values(), default=None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None
