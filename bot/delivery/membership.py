"""Finds out which participants left a community, so that nothing of theirs counts in its weeks.

Discord announces departures only to bots with a privileged intent, so members are looked up before the posts
of each week.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from contextlib import aclosing

import structlog

from bot.core.model.community import Community
from bot.delivery.community_ports import CommunityPoster
from bot.delivery.ports import TryLater
from bot.turns.community_events import CommunityEvents
from bot.turns.service import Service

log = structlog.get_logger("membership")

MAX_LOOKUPS = 100  # accounts looked up before a week's posts
LOOKUPS_DEADLINE_SECONDS = 45.0  # for all of them together


async def check(service: Service, posters: Mapping[str, CommunityPoster], community_id: int) -> None:
    """Look up the participants of a community and report those who left. Of more than MAX_LOOKUPS accounts a
    random sample is looked up each week."""
    async with service.database.read() as transaction:
        community = await transaction.communities.get(community_id)
        participants = await transaction.parts.participants(community_id)
    if community is None or not community.posts or not participants:
        return
    accounts = sorted(account for theirs in participants.values() for account in theirs)
    sample = random.sample(accounts, min(MAX_LOOKUPS, len(accounts)))
    departed = await _departed(posters[community.platform], community, sample)
    people = await CommunityEvents(service).members_left(community_id, participants, departed)
    if people:
        log.info("people left a community", people=people)


async def _departed(poster: CommunityPoster, community: Community, accounts: list[str]) -> set[str]:
    """The accounts found to have left; fewer where a lookup fails or takes too long."""
    found: set[str] = set()
    try:
        async with (
            asyncio.timeout(LOOKUPS_DEADLINE_SECONDS),
            aclosing(poster.departed(community, accounts)) as departed,
        ):
            async for account in departed:
                found.add(account)
    except (TimeoutError, TryLater):
        log.info("not all members were looked up")
    except Exception:  # a bug here must not keep the week from being posted
        log.exception("not all members were looked up")
    return found
