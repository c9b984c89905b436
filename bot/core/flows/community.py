"""`/community`: what a community wants, set by those who may manage it; and the week's question, answered for
oneself alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core import prompts, zones
from bot.core.community import weeks
from bot.core.community.commands import SaveCommunity, TakePart
from bot.core.community.model import Community, Trouble, Venue
from bot.core.flow import Flow, Turn, say
from bot.core.flows import reflect, talk
from bot.core.messages import Button, Field, Form, Reply, Text, button
from bot.core.model import Facts, Status

QUOTABLE = 280  # characters of an answer that can be quoted


def command(argument: str, facts: Facts) -> Turn:
    """`/community`: where things stand. Whoever can ask shows that the bot is there (again)."""
    venue = facts.venue
    if venue is None or not venue.manages:
        return say("community-elsewhere" if venue is None else "community-not-yours")
    here = replace(venue.community, left_at=None)
    if here.id:
        shown = _shown(here, venue, facts)
        return shown if here == venue.community else shown.doing(SaveCommunity(here))
    first = replace(here, zone=facts.person.zone if facts.person.onboarded else "UTC")
    return _shown(first, venue, facts).doing(SaveCommunity(first))


def setting(value: str, facts: Facts) -> Turn:
    """`community.set.<name>.<value>`. What is not understood changes nothing."""
    venue = facts.venue
    if venue is None or not venue.manages:
        return say("community-elsewhere" if venue is None else "community-not-yours")
    name, _, chosen = value.partition(".")
    changes = SETTINGS[name](chosen, facts) if name in SETTINGS else {}
    changed = replace(venue.community, left_at=None, **changes)
    return _shown(changed, venue, facts).doing(SaveCommunity(changed))


def _shown(community: Community, venue: Venue, facts: Facts) -> Turn:
    now = facts.now.astimezone(community.clock).time().replace(second=0, microsecond=0)
    lines = (*_state(community, venue, facts), Text("community-clock", {"zone": community.zone, "time": now}))
    return Turn((Reply("community-settings", {"lines": lines}, edits=True),))


def _state(community: Community, venue: Venue, facts: Facts) -> tuple[Text, ...]:
    trouble = (Text(f"community-trouble-{community.trouble}"),) if community.trouble else ()
    coming = weeks.upcoming(community, venue.posts, facts.now)
    if not coming:
        return trouble or (Text("community-off"),)
    at = min(due.at for due in coming).astimezone(community.clock)
    return (*trouble, Text("community-on", {"day": at.date(), "time": at.time()}))


# --- what can be set: a value → the fields that it changes, none where it is not understood


def _channel(value: str, facts: Facts) -> dict[str, Any]:
    known = value == "" or (value.isdecimal() and len(value) <= 20)
    return {"channel": value, "trouble": Trouble.NONE} if known else {}


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
    """A form for the time zone: a city."""
    field = Field("city", Text("community-city"), required=True)
    return Form("community.city", Text("community-city-title"), (field,))


def city(value: str, values: Mapping[str, str], facts: Facts) -> Turn:
    """The city typed: its zone, or the choice among several."""
    if facts.venue is None or not facts.venue.manages:
        return setting("", facts)
    found = tuple(dict.fromkeys(c.zone for c in zones.by_city(values.get("city", ""), facts)))
    if len(found) == 1:
        return setting(f"zone.{found[0]}", facts)
    key = "community-city-which" if found else "community-city-unknown"
    shown = values.get("city", "")[:60]
    buttons = tuple(Button(f"community.set.zone.{z}", zones.label(z, facts.now)) for z in found)
    return say(key, buttons=buttons, words=shown)


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
    shown = ((share,) if len(words) <= QUOTABLE and facts.venue.community.digest else ()) + (BEGIN,)
    part = TakePart(facts.venue.community.id, week, joins=False)
    return replace(kept, replies=(Reply("community-answered", buttons=shown),)).doing(part)


BEGIN = button("community.begin", "community-begin")
FLOW = Flow(
    "community",
    buttons={"set": setting, "begin": begin},
    forms={"answer": answer, "city": city},
    blanks={"answer": question, "city": place},
    commands={"community": command},
    consent=frozenset({"answer"}),
    open_to_all=True,
    aside=True,
)
