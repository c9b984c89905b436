"""`/community`: what a community wants, set by those who may manage it; and the week's question, answered for
oneself alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.calendar import zones
from bot.core.community import review, weeks
from bot.core.conversation.flow import Flow, Turn, say
from bot.core.guide import talk
from bot.core.journal import prompts, reflect
from bot.core.model.community import Community, Ground, Problem, Trouble, Venue
from bot.core.model.community_effects import PostNow, SaveCommunity, TakePart
from bot.core.model.messages import Button, Field, Form, Reply, Text, button
from bot.core.model.person import Status
from bot.core.model.snapshot import Facts

QUOTABLE = 280  # characters of an answer that can be quoted


def command(argument: str, facts: Facts) -> Turn:
    """`/community`: where things stand. Whoever can ask shows that the bot is there (again)."""
    venue = facts.venue
    if venue is None or not venue.manages:
        return review.not_theirs(facts)
    here = replace(venue.community, left_at=None)
    if here.id:
        shown = _with_missed(_shown(here, venue, facts), here, venue, facts)
        return shown if here == venue.community else shown.doing(SaveCommunity(here))
    first = replace(here, zone=facts.person.zone if facts.person.onboarded else "UTC")
    return _shown(first, venue, facts).doing(SaveCommunity(first))


def show(value: str, facts: Facts) -> Turn:
    """`community.show`: the settings, in place of what was shown instead of them."""
    venue = facts.venue
    if venue is None or not venue.manages:
        return review.not_theirs(facts)
    return _shown(venue.community, venue, facts)


def setting(value: str, facts: Facts) -> Turn:
    """`community.set.<name>.<value>`. What is not understood changes nothing."""
    venue = facts.venue
    if venue is None or not venue.manages:
        return review.not_theirs(facts)
    name, _, chosen = value.partition(".")
    if name == "channel" and (refused := _refused(chosen, venue)):
        return _shown(venue.community, venue, facts, refused)
    changes = SETTINGS[name](chosen, facts) if name in SETTINGS else {}
    changed = replace(venue.community, left_at=None, **changes)
    shown = _shown(changed, venue, facts)
    if name == "channel":
        shown = _with_missed(shown, changed, venue, facts)
    return shown.doing(SaveCommunity(changed))


def now(value: str, facts: Facts) -> Turn:
    """`community.now`: what this week lacks is posted at once."""
    venue = facts.venue
    if venue is None or not venue.manages:
        return review.not_theirs(facts)
    missed = weeks.missed(venue.community, venue.posts, facts.now)
    if not venue.community.posts or not missed:
        return say("community-now-nothing")
    return say("community-now-done").doing(PostNow(venue.community.id, missed))


def _shown(community: Community, venue: Venue, facts: Facts, *notes: Text) -> Turn:
    now = facts.now.astimezone(community.clock).time().replace(second=0, microsecond=0)
    clock = Text("community-clock", {"zone": community.zone, "time": now})
    lines = (*notes, *_state(community, venue, facts), clock)
    return Turn((Reply("community-settings", {"lines": lines}, edits=True),))


def _state(community: Community, venue: Venue, facts: Facts) -> tuple[Text, ...]:
    trouble = _trouble(community, venue)
    coming = weeks.upcoming(community, venue.posts, facts.now)
    if not coming:
        return trouble or (Text("community-off"),)
    at = min(due.at for due in coming).astimezone(community.clock)
    return (*trouble, Text("community-on", {"day": at.date(), "time": at.time()}))


def _trouble(community: Community, venue: Venue) -> tuple[Text, ...]:
    """What went wrong, whether it is fine again by now, and what would go wrong at the next post."""
    ground, found = venue.ground, []
    fine = ground is not None and ground == Ground(community.channel, Problem.NONE)
    if community.trouble:
        past = fine and community.trouble is not Trouble.GONE
        found.append(Text(f"community-trouble-{community.trouble}{'-past' if past else ''}"))
    if ground is not None and ground.channel == community.channel and ground.problem in TO_TELL:
        found.append(Text(f"community-channel-{ground.problem}"))
    return tuple(found)


def _with_missed(shown: Turn, community: Community, venue: Venue, facts: Facts) -> Turn:
    """With an offer to post now what failed and what this week still lacks, once the channel is fine."""
    fine = venue.ground is None or venue.ground.problem is Problem.NONE
    failed = venue.failed or venue.community.trouble or community.trouble
    missed = weeks.missed(community, venue.posts, facts.now) if community.posts and fine and failed else ()
    if not missed:
        return shown
    offer = Reply("community-missed", buttons=(button("community.now", "community-now"),))
    return replace(shown, replies=(*shown.replies, offer))


# --- what can be set: a value → the fields that it changes, none where it is not understood


TO_TELL = (Problem.ELSEWHERE, Problem.KIND, Problem.AGE)


def _refused(value: str, venue: Venue) -> Text | None:
    """Why a channel is not taken. A number alone proves nothing: the platform must have told, this very
    moment, that the channel belongs to this community and can be posted to."""
    ground = venue.ground if venue.ground and venue.ground.channel == value else None
    if value == "" or (_is_number(value) and ground is not None and ground.is_ours):
        return None
    problem = Problem.ELSEWHERE if ground is None or ground.is_ours else ground.problem
    return Text(f"community-channel-{problem}")


def _is_number(value: str) -> bool:
    return value.isdecimal() and value.isascii() and len(value) <= 20


def _channel(value: str, facts: Facts) -> dict[str, Any]:
    return {"channel": value, "trouble": Trouble.NONE}


def _number(name: str, below: int) -> Callable[[str, Facts], dict[str, Any]]:
    def read(value: str, facts: Facts) -> dict[str, Any]:
        return {name: int(value)} if value.isdecimal() and int(value) < below else {}

    return read


def _switch(name: str) -> Callable[[str, Facts], dict[str, Any]]:
    return lambda value, facts: {name: value == "on"} if value in ("on", "off") else {}


SETTINGS: Mapping[str, Callable[[str, Facts], dict[str, Any]]] = {
    "channel": _channel,
    "day": _number("week_day", 7),
    "hour": _number("hour", 24),
    "zone": lambda value, facts: {"zone": value} if zones.known(value) else {},
    "language": lambda value, facts: {"language": value} if value in facts.library.languages else {},
    "challenge": _switch("challenge"),
    "digest": _switch("digest"),
}


def place(value: str, facts: Facts) -> Form | None:
    """A form for the time zone, for those who may set it: a city."""
    if facts.venue is None or not facts.venue.manages:
        return None
    field = Field("city", Text("community-city"), required=True)
    return Form("community.city", Text("community-city-title"), (field,))


def city(value: str, values: Mapping[str, str], facts: Facts) -> Turn:
    """The city typed: its zone if it is certain, else the choice."""
    if facts.venue is None or not facts.venue.manages:
        return setting("", facts)
    found = zones.by_city(values.get("city", ""), facts)
    if len(found) == 1 and found[0].exact:
        return setting(f"zone.{found[0].zone}", facts)
    shown = values.get("city", "")[:60]
    if not found:
        return _shown(
            facts.venue.community, facts.venue, facts, Text("community-city-unknown", {"words": shown})
        )
    buttons = tuple(Button(f"community.set.zone.{c.zone}", zones.place_label(c, facts.now)) for c in found)
    key = "zone-city" if len(found) == 1 else "community-city-which"
    return Turn((Reply(key, {"words": shown}, (*buttons, review.BACK), edits=True),))


# --- the week's question


def begin(value: str, facts: Facts) -> Turn:
    """The button "start my own plan"."""
    return Turn(runs="plans" if facts.person.status is Status.ACTIVE else "start")


def question(value: str, facts: Facts) -> Form | None:
    """The form of `community.answer.<week>.<prompt>`: the same as for any reflection."""
    prompt = prompts.by_slug(value.partition(".")[2], facts)
    if prompt is None:
        return None
    return replace(reflect.form(facts, prompt), token=f"community.answer.{value}")


def answer(value: str, values: Mapping[str, str], facts: Facts) -> Turn:
    """The answer goes into the person's own journal, whoever they are; the community learns nothing of it."""
    day, _, slug = value.partition(".")
    words = values.get("words", "")
    prompt = prompts.by_slug(slug, facts)
    if not words:
        return talk.stale(facts)
    if prompt is None:
        return reflect.late(slug, words, facts)
    kept = reflect.keep(prompt.slug, words, facts)
    week = weeks.running(facts.venue.posts, facts.venue.community.day(facts.now)) if facts.venue else None
    if facts.venue is None or week is None or week.isoformat() != day:
        return replace(kept, replies=(Reply("community-answered", buttons=(reflect.JOURNAL,)),))
    share = button(f"quote.share.{week}.{slug}", "quote-share")
    shown = ((share,) if len(words) <= QUOTABLE and review.takes(facts.venue) else ()) + (BEGIN,)
    part = TakePart(facts.venue.community.id, week, joins=False)
    return replace(kept, replies=(Reply("community-answered", buttons=shown),)).doing(part)


BEGIN = button("community.begin", "community-begin")
FLOW = Flow(
    "community",
    buttons={"set": setting, "show": show, "city": show, "now": now, "quotes": review.quotes, "begin": begin},
    forms={"answer": answer, "city": city},
    blanks={"answer": question, "city": place},
    commands={"community": command},
    consent=frozenset({"answer"}),
    open_to_all=True,
    aside=True,
)
