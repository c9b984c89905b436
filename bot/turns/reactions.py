"""Reactions: an emoji below the check-in's question answers it like a press of its button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.coach import ENGINE
from bot.core.model.checkin import Question
from bot.core.model.inputs import Account, ButtonPress
from bot.core.model.reading import Meaning
from bot.storage.database import Database
from bot.storage.shown_questions import ShownQuestion
from bot.turns.ports import LineReader
from bot.turns.queries import Queries

TokensOf: TypeAlias = Callable[[], Awaitable[Collection[str] | None]]
"""Looks up the tokens of the buttons of the message; None where the platform cannot tell them."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """A reaction that was added. `account`: the person's. `sign`: the emoji. `message`: the platform's id of
    the message below which it stands. `tokens_of`: called only for a sign that can answer a question."""

    account: Account
    sign: str
    message: str
    tokens_of: TokensOf


class Reactions:
    """Finds the presses that reactions stand for. Every method may raise
    `bot.storage.engine.errors.DatabaseError`."""

    def __init__(self, database: Database, queries: Queries, reader: LineReader | None) -> None:
        self._database, self._queries, self._reader = database, queries, reader

    async def press(self, reaction: Reaction) -> ButtonPress | None:
        """The press that a reaction stands for. None where it says nothing, or nothing new: a sign without a
        meaning, a message that puts no question, the answer that is stored already, a stranger."""
        meaning = await self._meaning(reaction)
        if meaning is None:
            return None
        tokens = await reaction.tokens_of()
        question = await self._stored(reaction) if tokens is None else ENGINE.question_below(tokens)
        token = await self._queries.answer(reaction.account, meaning, question) if question else None
        return ButtonPress(token) if token else None

    async def note(self, account: Account, message: str, tokens: Collection[str]) -> None:
        """Store the question that a message puts from now on, if its buttons are those of one."""
        question = ENGINE.question_below(tokens)
        if question is None:
            return
        async with self._database.write() as transaction:
            if await transaction.people.find(account) is not None:  # locked first, as everywhere
                await transaction.shown_questions.note([ShownQuestion(account, message, question)])

    async def _meaning(self, reaction: Reaction) -> Meaning | None:
        if self._reader is None or (person := await self._queries.person(reaction.account)) is None:
            return None
        return self._reader.reaction(reaction.sign, language=person.snapshot.person.language)

    async def _stored(self, reaction: Reaction) -> Question | None:
        async with self._database.read() as transaction:
            return await transaction.shown_questions.find(reaction.account, reaction.message)
