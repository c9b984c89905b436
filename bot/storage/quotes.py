"""Lines that members offered for a community's digest. Who wrote one is known here, and told to nobody."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import community_effects as c
from bot.core.model.community import Community, CommunityPost, PostKind, Quoted, Review
from bot.storage.community_tables import blocks, communities, parts, posts, quotations
from bot.storage.engine.sql import insert_new
from bot.storage.tables import accounts

HANDLE = 8  # bytes


def handle(key: bytes, row: Row[Any]) -> str:
    """What a line is named by, in a button for one. It changes with the words, so that nobody passes what
    they have not read, and with the week, so that no two lines show the same author."""
    words = f"quote\0{row.community_id}\0{row.person_id}\0{row.week}\0{row.quote}"
    return hmac.digest(key, words.encode("utf-8", "surrogatepass"), hashlib.sha256)[:HANDLE].hex()


async def of_week(connection: AsyncConnection, key: bytes, number: int, week: date) -> tuple[Quoted, ...]:
    """The lines offered in one week."""
    return tuple(_line(key, row) for row in await _rows(connection, number, (week,)))


def _line(key: bytes, row: Row[Any], *, posted: bool = False) -> Quoted:
    return Quoted(handle(key, row), row.quote, row.week, row.review, posted)


async def _rows(connection: AsyncConnection, number: int, weeks: Iterable[date]) -> list[Row[Any]]:
    theirs = select(parts).where(parts.c.community_id == number, parts.c.week.in_(list(weeks)))
    rows = await connection.execute(theirs.order_by(parts.c.week, parts.c.person_id))
    return [row for row in rows if row.quote]


async def offered(
    connection: AsyncConnection,
    key: bytes,
    number: int,
    posted: Iterable[CommunityPost],
    running: date | None,
) -> tuple[Quoted, ...]:
    """The lines of the week that runs, and those that stand in a digest."""
    digests = {p.week for p in posted if p.kind is PostKind.DIGEST}
    there = select(posts.c.week, quotations.c.author_id).where(
        posts.c.community_id == number, posts.c.id == quotations.c.post_id
    )
    stands = {(row.week, row.author_id) for row in await connection.execute(there)}
    known = digests | ({running} if running else set())
    found = ((row, (row.week, row.person_id) in stands) for row in await _rows(connection, number, known))
    return tuple(_line(key, row, posted=posted) for row, posted in found if posted or row.week not in digests)


async def offer(connection: AsyncConnection, person_id: int, quote: c.Quote) -> None:
    """Other words are looked at anew; "" takes them back, also out of the digest that they stand in."""
    where = (parts.c.community_id == quote.community_id, parts.c.person_id == person_id)
    row = (await connection.execute(select(parts).where(*where, parts.c.week == quote.week))).first()
    if row is None or row.quote == quote.words:
        return
    new = update(parts).where(*where, parts.c.week == quote.week)
    await connection.execute(new.values(quote=quote.words, review=Review.NEW))
    await unquote(connection, quote.community_id, (person_id,), quote.week)


async def unquote(
    connection: AsyncConnection, number: int, people: Collection[int], week: date | None = None
) -> None:
    """These people's lines are to be taken out of the digests that they stand in."""
    there = select(posts.c.id).where(posts.c.community_id == number)
    those = there if week is None else there.where(posts.c.week == week)
    theirs = update(quotations).where(quotations.c.post_id.in_(those), quotations.c.author_id.in_(people))
    await connection.execute(theirs.values(author_id=None))


async def find(connection: AsyncConnection, key: bytes, number: int, wanted: str) -> Row[Any] | None:
    """The line of that handle."""
    theirs = await connection.execute(select(parts).where(parts.c.community_id == number))
    return next((row for row in theirs if row.quote and handle(key, row) == wanted), None)


async def review(connection: AsyncConnection, key: bytes, what: c.ReviewQuote) -> None:
    """Pass a line, or take it out. One that was changed meanwhile is left as it is."""
    row = await find(connection, key, what.community_id, what.handle)
    if row is None:
        return
    verdict = Review.PASSED if what.passes else Review.REFUSED
    one = (parts.c.community_id == row.community_id, parts.c.person_id == row.person_id)
    await connection.execute(update(parts).where(*one, parts.c.week == row.week).values(review=verdict))
    if not what.passes:
        await unquote(connection, row.community_id, (row.person_id,), row.week)


# --- whose words are not quoted


def _author(key: bytes, number: int, platform: str, external_id: str) -> bytes:
    words = f"block\0{number}\0{platform}\0{external_id}"
    return hmac.digest(key, words.encode("utf-8", "surrogatepass"), hashlib.sha256)


async def _authors(
    connection: AsyncConnection, key: bytes, number: int, platform: str, person_id: int
) -> list[bytes]:
    theirs = (accounts.c.person_id == person_id) & (accounts.c.platform == platform)
    found = await connection.scalars(select(accounts.c.external_id).where(theirs))
    return [_author(key, number, platform, one) for one in found if one]


async def block(connection: AsyncConnection, key: bytes, what: c.BlockAuthor) -> None:
    """Nothing of that line's author is quoted there, now or later, in this account of theirs or after it was
    erased and made anew."""
    row = await find(connection, key, what.community_id, what.handle)
    if row is None:
        return
    number = row.community_id
    platform = await connection.scalar(select(communities.c.platform).where(communities.c.id == number))
    for author in await _authors(connection, key, number, platform or "", row.person_id):
        await insert_new(connection, blocks, community_id=number, author=author)
    theirs = (parts.c.community_id == number) & (parts.c.person_id == row.person_id)
    await connection.execute(update(parts).where(theirs).values(review=Review.REFUSED))
    await unquote(connection, number, (row.person_id,))


async def is_blocked(connection: AsyncConnection, key: bytes, community: Community, person_id: int) -> bool:
    if not await connection.scalar(
        select(blocks.c.community_id).where(blocks.c.community_id == community.id).limit(1)
    ):
        return False
    authors = await _authors(connection, key, community.id, community.platform, person_id)
    known = select(blocks.c.author).where(blocks.c.community_id == community.id, blocks.c.author.in_(authors))
    return (await connection.execute(known)).first() is not None
