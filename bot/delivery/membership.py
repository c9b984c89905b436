"""Who left a community is no part of its weeks any more. No event tells it without a privileged intent, so it
is looked up before each week's posts."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING

import structlog

from bot.core.model.community import Community
from bot.delivery.ports import TryLater
from bot.turns.service import Service

if TYPE_CHECKING:
    from bot.delivery.community_posts import Board

log = structlog.get_logger("roll")

MOST, TAKES = 100, 45.0  # accounts looked up before a week's posts, and seconds for all of them


async def call(service: Service, boards: Mapping[str, Board], number: int) -> None:
    """Look up who took part in that community, and delete what is theirs there where they left. Of many
    people some are looked up each week, by lot."""
    async with service.database.read() as store:
        community, people = await store.community_of(number), await store.participants(number)
    if community is None or not community.posts or not people:
        return
    whose = {account: person for person, accounts in people.items() for account in accounts}
    found = await _gone(
        boards[community.platform], community, random.sample(sorted(whose), min(MOST, len(whose)))
    )
    left = {whose[account] for account in found if set(people[whose[account]]) <= found}
    if left:
        log.info("people left a community", people=len(left))
        async with service.database.write() as store:
            await store.leave_community(number, left)


async def _gone(board: Board, community: Community, accounts: list[str]) -> set[str]:
    found: set[str] = set()
    try:
        async with asyncio.timeout(TAKES), aclosing(board.gone(community, accounts)) as gone:
            async for account in gone:
                found.add(account)
    except (TimeoutError, TryLater):
        log.info("the roll was not called to its end")
    except Exception:  # a mistake of ours is no reason not to post
        log.exception("the roll was not called to its end")
    return found
