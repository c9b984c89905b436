"""Lines that members offered for the digest, before those who manage the server: passed, taken out, or their
author blocked. Nobody learns who wrote them."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import StepResult, reply_with, say
from bot.core.model.community import Community, Quoted, Quotes, Review, Venue
from bot.core.model.community_effects import BlockAuthor, CommunityEffect, ReviewQuote, SaveCommunity
from bot.core.model.messages import Button, Reply, Text, button, own
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split

MOST = 5  # lines shown at once
BACK = button(Token("community", "show"), "community-back")


def not_theirs(snapshot: Snapshot) -> StepResult:
    """For whom the settings are not."""
    return say("community-elsewhere" if snapshot.venue is None else "community-not-yours")


def takes(venue: Venue) -> bool:
    """Whether that person's words could be quoted there."""
    here = venue.community
    return here.digest and here.quotes is not Quotes.OFF and not venue.blocked


def quotes(value: str, snapshot: Snapshot) -> StepResult:
    """`community.quotes`, and `community.quotes.<what>.<mode or handle>`. A handle that is not understood
    changes
    nothing."""
    venue = snapshot.venue
    if venue is None or not venue.manages or not venue.community.id:
        return not_theirs(snapshot)
    what, which = split(value, 2)
    if what == "set" and which in tuple(Quotes):
        changed = replace(venue.community, quotes=Quotes(which))
        return _shown(changed, venue.quotes).doing(SaveCommunity(changed))
    if what in _DECISIONS:
        return _decided(what, which, venue)
    return _shown(venue.community, venue.quotes)


_DECISIONS = ("pass", "refuse", "block")


def _decided(what: str, handle: str, venue: Venue) -> StepResult:
    here, line = venue.community, next((q for q in venue.quotes if q.handle == handle), None)
    if line is None:
        return _shown(here, venue.quotes, Text("community-quote-gone"))
    left = tuple(q for q in venue.quotes if q is not line)
    done: CommunityEffect = ReviewQuote(here.id, handle, passes=what == "pass")
    if what == "block":
        done = BlockAuthor(here.id, handle)
    if what == "pass":
        left = (*left, replace(line, review=Review.PASSED))
    key = f"community-quote-{what}-done" + ("-posted" if line.posted and what != "pass" else "")
    return _shown(here, left, Text(key)).doing(done)


def _shown(here: Community, lines: tuple[Quoted, ...], *notes: Text) -> StepResult:
    there = [q for q in lines if q.review is not Review.REFUSED]
    there.sort(key=lambda q: (q.review is not Review.NEW, not q.posted, q.handle))
    shown = list(enumerate(there[:MOST], 1))
    more = (Text("community-quote-more", {"number": len(there) - MOST}),) if len(there) > MOST else ()
    words = (*notes, Text(f"community-quotes-{here.quotes}"), *(_line(n, q) for n, q in shown), *more)
    modes = (
        button(Token("community", "quotes", "set", m), f"community-quotes-set-{m}")
        for m in Quotes
        if m is not here.quotes
    )
    choices = (one for n, q in shown for one in _choices(n, q, here))
    buttons = (*modes, BACK, *choices)
    return reply_with(Reply("community-quotes", {"lines": words}, buttons, edits=True))


def _line(number: int, line: Quoted) -> Text:
    key = "posted" if line.posted else line.review
    return Text(f"community-quote-{key}", {"number": number, "words": own(" ".join(line.words.split()))})


def _choices(number: int, line: Quoted, here: Community) -> tuple[Button, ...]:
    passes = here.quotes is Quotes.SEEN and line.review is Review.NEW and not line.posted
    names = (("pass",) if passes else ()) + ("refuse", "block")
    return tuple(
        button(Token("community", "quotes", name, line.handle), f"community-quote-{name}", number=number)
        for name in names
    )
