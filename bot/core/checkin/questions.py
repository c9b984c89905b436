"""The check-in's question that was put last: as a frame keeps it, and as the tokens below it name it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from bot.core.conversation.flow import Frame
from bot.core.model.checkin import CheckinAnswer, Question
from bot.core.model.effects import Effect, RecordEntry
from bot.core.model.localtime import iso_day
from bot.core.model.reading import Asked, Meaning, Reading
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, joined

KEPT_BY = {
    Meaning.KEPT: CheckinAnswer.KEPT, Meaning.PARTLY: CheckinAnswer.PARTLY,
    Meaning.MISSED: CheckinAnswer.MISSED, Meaning.SKIPPED: CheckinAnswer.SKIPPED,
}  # fmt: skip
KINDS = ("a", "control", "amount", "note", "obstacle")  # names in the tokens of the check-in's questions
OF_A_PLAN = ("a", "amount")  # the kinds that are about one plan; the others are about the whole day


def data(day: object, plan: int = 0, *, line_until: datetime | None = None) -> Data:
    """A question as a frame keeps it. `day`: a date; `plan`: an enrolment's number, 0 for none; `line_until`:
    until when a line on the day is heard."""
    kept = {"day": str(day), "plan": plan}
    return {**kept, "line_until": line_until.isoformat()} if line_until else kept


def data_again(day: date, snapshot: Snapshot, plan: int = 0) -> Data:
    """The same for a question of a day whose check-in was answered before: a line on it is heard as long as
    then."""
    before = snapshot.question if snapshot.question and snapshot.question.day == day else None
    return data(day, plan, line_until=before.line_until if before else None)


def read(kept: Data) -> Question | None:
    """The question that a frame keeps; None for data of another kind."""
    day, plan = iso_day(str(kept.get("day"))), kept.get("plan", 0)
    if day is None or not isinstance(plan, int):
        return None
    return Question(day, plan, kept.get("last"), line_until=_moment(kept.get("line_until")))


def _moment(kept: object) -> datetime | None:
    """A stored moment with its zone; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(kept))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def is_old(question: Question, today: date) -> bool:
    """Whether a question is about a day before yesterday and was not put today, so that words may be about
    another day. A reply to its message is about its day."""
    put_today = question.replied or question.since == today
    return not put_today and question.day < today - timedelta(days=1)


def asked_by(tokens: Iterable[str]) -> tuple[str, Question] | None:
    """The question of a message, by the tokens of its buttons: its kind, and the question. None where it put
    none of the check-in's."""
    for token in map(Token.parse, tokens):
        day_text, number, *_ = (*token.values, "", "")
        day = iso_day(day_text)
        if token.flow == "checkin" and token.name in KINDS and day:
            plan = int(number) if token.name in OF_A_PLAN and number.isdecimal() else 0
            return token.name, Question(day, plan, replied=True)
    return None


def below(tokens: Collection[str]) -> Question | None:
    """The question of a message whose buttons are all the answers about one plan; None for any other one,
    like a list of days or a reading that is asked about."""
    kind, question = asked_by(tokens) or ("", None)
    if kind != "a" or question is None:
        return None
    answers = {joined("checkin", "a", question.day, question.plan, kept) for kept in CheckinAnswer}
    return Question(question.day, question.plan) if answers <= set(tokens) else None


def pressed(meaning: Meaning, question: Question, snapshot: Snapshot) -> Token | None:
    """The token of the button by which a meaning answers a question. None where it is the answer already, or
    the plan is not the person's."""
    entry = snapshot.entries.get((question.plan, question.day))
    if snapshot.enrolment(question.plan) is None or (entry and entry.kept is KEPT_BY.get(meaning)):
        return None
    frame = Frame("checkin", "open", data(question.day, question.plan))
    return answer_tokens(frame, Reading(meaning)).get(meaning)


def asks(frame: Frame) -> Asked:
    """The kind of answer that a frame's question wants."""
    match frame.step:
        case "control":
            return Asked.CONTROL
        case "amount":
            return Asked.COUNT if frame.data.get("counts") else Asked.MINUTES
        case "open" if frame.data.get("plan"):
            return Asked.CHECKIN
        case _:
            return Asked.NOTHING


def answer_tokens(frame: Frame, reading: Reading) -> Mapping[Meaning, Token]:
    """The tokens of the buttons by which meanings answer a frame's question, or take back an answer."""
    day, value = frame.data.get("day"), reading.value
    tokens = {Meaning.UNDO: Token("checkin", "f", day)}
    match asks(frame):
        case Asked.CHECKIN:
            plan = frame.data.get("plan")
            tokens |= {m: Token("checkin", "a", day, plan, kept) for m, kept in KEPT_BY.items()}
            tokens[Meaning.LATER] = Token("checkin", "later", day)
        case Asked.CONTROL if isinstance(value, int):
            tokens[Meaning.NUMBER] = Token("checkin", "control", day, value)
        case Asked.MINUTES | Asked.COUNT if isinstance(value, int):
            figure = Token("checkin", "m", day, frame.data.get("enrolment"), value)
            tokens |= {Meaning.MINUTES: figure, Meaning.COUNT: figure}
    return tokens


def token_values(kept: Data) -> tuple[str, ...]:
    """The values with which the tokens below a question begin: its day and, of a figure, its plan."""
    return tuple(str(kept[key]) for key in ("day", "enrolment") if key in kept)


def answered(effects: Iterable[Effect], snapshot: Snapshot) -> str:
    """How the tokens begin below the question that these effects answer: the plan's whose answer they record,
    else the one that was put last. "" for none."""
    entries = ((e.entry.day, e.entry.enrolment_id) for e in effects if isinstance(e, RecordEntry))
    asked = (snapshot.question.day, snapshot.question.plan) if snapshot.question else None
    day, plan = next(entries, asked) or (None, 0)
    return joined("checkin", "a", day, plan, "") if day else ""


def remains(kept: Data, effects: Iterable[Effect], snapshot: Snapshot) -> Data | None:
    """The question as it waits after a turn that put no other one. None where it is answered, or where it
    asked for another answer to an answered one."""
    question = read(kept)
    if question is None:
        return None
    line_until = question.line_until if question.line_until and question.line_until > snapshot.now else None
    without = data(question.day, line_until=line_until) if line_until else None
    if not question.plan:
        return without
    slot = question.plan, question.day
    now = {(e.entry.enrolment_id, e.entry.day) for e in effects if isinstance(e, RecordEntry)}
    waits = data(question.day, question.plan, line_until=line_until)
    return without if slot in snapshot.entries or slot in now else waits
