"""The check-in's questions as they stand in chats, for platforms that report a reaction by the message's id
alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Column, Date, String, Table, bindparam, delete, select

from bot.core.model.checkin import Question
from bot.core.model.inputs import Account
from bot.storage.accounts import accounts
from bot.storage.engine.keys import keyed_hash
from bot.storage.engine.repository import Repository
from bot.storage.engine.sql import upsert
from bot.storage.engine.types import belongs_to, metadata
from bot.storage.plans import enrolments

# A row for each message that puts a question. `message`: its id in the account's chat. `day`: the local day
# that the question is about.
shown_questions = Table(
    "shown_questions",
    metadata,
    belongs_to("account_id", "accounts", key=True),
    Column("message", String(64), primary_key=True),
    belongs_to("enrolment_id", "enrolments", index=True),
    Column("day", Date, nullable=False, index=True),
    sqlite_with_rowid=False,
)

QUESTIONS_KEPT = timedelta(days=7)  # after their day


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question in a chat. `message`: the platform's id of the message that puts it, 64 characters at
    most."""

    account: Account
    message: str
    question: Question


_Q, _A = shown_questions.c, accounts.c
_MESSAGE = bindparam("id_of_message", type_=_Q.message.type)
_MINE = (
    _A.platform == bindparam("platform"),
    _A.lookup == bindparam("lookup_hash", type_=_A.lookup.type),
)
_OF_THE_PERSON = (
    select(_A.id, _MESSAGE, enrolments.c.id, bindparam("about", type_=Date))
    .join(enrolments, enrolments.c.person_id == _A.person_id)
    .where(*_MINE, enrolments.c.id == bindparam("plan"))
)
_NOTE = upsert(shown_questions).from_select(list(shown_questions.columns), _OF_THE_PERSON)
_NOTE = _NOTE.on_conflict_do_update(
    index_elements=["account_id", "message"],
    set_={"enrolment_id": _NOTE.excluded.enrolment_id, "day": _NOTE.excluded.day},
)
_FIND = select(_Q.day, _Q.enrolment_id).join(accounts).where(*_MINE, _Q.message == _MESSAGE)
_FORGET = delete(shown_questions).where(
    _Q.message == _MESSAGE, _Q.account_id.in_(select(_A.id).where(*_MINE).scalar_subquery())
)


class ShownQuestions(Repository):
    """The questions by account and message."""

    async def note(self, shown: Iterable[ShownQuestion]) -> None:
        """Store what these messages ask now. A plan or an account that is gone is left out."""
        rows = [
            {**self._of(one.account, one.message), "plan": one.question.plan, "about": one.question.day}
            for one in shown
        ]
        if rows:
            await self.connection.execute(_NOTE, rows)

    async def find(self, account: Account, message: str) -> Question | None:
        """The question that a message puts; None where it puts none that is known."""
        row = (await self.connection.execute(_FIND, self._of(account, message))).first()
        return Question(row.day, row.enrolment_id) if row else None

    async def forget(self, account: Account, message: str) -> None:
        """A message puts no question any more."""
        await self.connection.execute(_FORGET, self._of(account, message))

    def _of(self, account: Account, message: str) -> dict[str, object]:
        found = keyed_hash(self.lookup_key, account.platform, account.external_id)
        return {"platform": account.platform, "lookup_hash": found, "id_of_message": message}
