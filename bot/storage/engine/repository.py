"""The base of all repositories."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass
class Repository:
    """The queries about one subject within one transaction. Not for use after the transaction has ended.

    `lookup_key`: the key of the hashes that accounts and communities are found by. `writes`: the transaction
    may change rows, and locks the rows of the people and communities that it reads. Every method may raise
    `sqlalchemy.exc.SQLAlchemyError`, which `Database` translates to the errors of
    `bot.storage.engine.errors`.
    """

    connection: AsyncConnection
    lookup_key: bytes
    writes: bool
