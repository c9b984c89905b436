"""What a turn may know beside the person: the community in whose midst it is, and all their accounts."""

from __future__ import annotations

from dataclasses import replace

from bot.core.account import link, privacy
from bot.core.community import challenge, community, quote
from bot.core.conversation import routing
from bot.core.conversation.stack import Stack
from bot.core.model.community import Community, Venue
from bot.core.model.inputs import Incoming, Site
from bot.core.model.snapshot import Snapshot
from bot.storage.store import Store

OF_ACCOUNTS = frozenset({link.FLOW.name, privacy.FLOW.name})
OF_COMMUNITIES = frozenset({community.FLOW.name, challenge.FLOW.name, quote.FLOW.name})


async def look(store: Store, incoming: Incoming, stack: Stack, snapshot: Snapshot) -> Snapshot:
    """The facts with what the turn's flows need of it; nothing is looked up for others."""
    named = incoming.account.name or incoming.name
    snapshot = snapshot.replace(account=replace(incoming.account, name=named))
    flows = set(routing.concerned(routing.as_command(incoming.said, stack, snapshot), stack))
    if flows & OF_ACCOUNTS:
        snapshot = await with_accounts(store, snapshot)
    if incoming.site and flows & OF_COMMUNITIES:
        snapshot = snapshot.replace(
            venue=await venue(store, incoming.account.platform, incoming.site, snapshot)
        )
    return snapshot


async def with_accounts(store: Store, snapshot: Snapshot) -> Snapshot:
    """The facts with all accounts of the person, since when they are joined, and who asks to be."""
    person = snapshot.person.id
    since, asking = await store.joined_since(person), await store.asking(person, snapshot.now)
    return snapshot.replace(accounts=await store.accounts(person), since=since, asking=asking)


async def venue(store: Store, platform: str, site: Site, snapshot: Snapshot) -> Venue:
    """A community as a turn of that person may know it. One that is not stored yet has the language of its
    server, as far as there are words in it."""
    found = await store.community(platform, site.external_id)
    if found:
        here = await store.venue(found, snapshot.person.id, snapshot.now, manages=site.manages)
        return replace(here, ground=site.ground)
    known, default = snapshot.library.languages, snapshot.library.default_language
    language = next((code for code in _codes(site.language) if code in known), default)
    return Venue(Community(0, platform, site.external_id, language), manages=site.manages, ground=site.ground)


def _codes(locale: str) -> tuple[str, str]:
    return locale, locale.partition("-")[0]
