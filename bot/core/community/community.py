"""`/community`: what a community wants, set by those who may manage it; and the week's question, answered for
oneself alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.calendar import zones
from bot.core.community import review, weeks
from bot.core.conversation.flow import Command, Flow, StepResult, always, reply_with, say
from bot.core.guide import replies
from bot.core.journal import prompts, reflect
from bot.core.model.community import ChannelProblem, ChannelState, Community, PostingTrouble, Venue
from bot.core.model.community_effects import PostNow, SaveCommunity, TakePart
from bot.core.model.messages import Button, Field, Form, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, joined, split

QUOTABLE = 280  # characters of an answer that can be quoted


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/community`: where things stand. A request shows that the bot is there (again)."""
    venue = snapshot.venue
    if venue is None or not venue.manages:
        return review.not_theirs(snapshot)
    here = replace(venue.community, left_at=None)
    if here.id:
        shown = _with_missed(_shown(here, venue, snapshot), here, venue, snapshot)
        return shown if here == venue.community else shown.doing(SaveCommunity(here))
    first = replace(here, zone=snapshot.person.zone if snapshot.person.onboarded else "UTC")
    return _shown(first, venue, snapshot).doing(SaveCommunity(first))


def show(value: str, snapshot: Snapshot) -> StepResult:
    """`community.show`: the settings, in place of what was shown instead of them."""
    venue = snapshot.venue
    if venue is None or not venue.manages:
        return review.not_theirs(snapshot)
    return _shown(venue.community, venue, snapshot)


def setting(value: str, snapshot: Snapshot) -> StepResult:
    """`community.set.<name>.<value>`. An argument that is not understood changes nothing."""
    venue = snapshot.venue
    if venue is None or not venue.manages:
        return review.not_theirs(snapshot)
    name, chosen = split(value, 2)
    if name == "channel" and (refused := _refused(chosen, venue)):
        return _shown(venue.community, venue, snapshot, refused)
    changes = SETTINGS[name](chosen, snapshot) if name in SETTINGS else {}
    changed = replace(venue.community, left_at=None, **changes)
    shown = _shown(changed, venue, snapshot)
    if name == "channel":
        shown = _with_missed(shown, changed, venue, snapshot)
    return shown.doing(SaveCommunity(changed))


def now(value: str, snapshot: Snapshot) -> StepResult:
    """`community.now`: what this week lacks is posted at once."""
    venue = snapshot.venue
    if venue is None or not venue.manages:
        return review.not_theirs(snapshot)
    missed = weeks.missed(venue.community, venue.posts, snapshot.now)
    if not venue.community.posts or not missed:
        return say("community-now-nothing")
    return say("community-now-done").doing(PostNow(venue.community.id, missed))


def _shown(community: Community, venue: Venue, snapshot: Snapshot, *notes: Text) -> StepResult:
    now = snapshot.now.astimezone(community.clock).time().replace(second=0, microsecond=0)
    clock = Text("community-clock", {"zone": community.zone, "time": now})
    lines = (*notes, *_state(community, venue, snapshot), clock)
    return reply_with(Reply("community-settings", {"lines": lines}, edits=True))


def _state(community: Community, venue: Venue, snapshot: Snapshot) -> tuple[Text, ...]:
    trouble = _trouble(community, venue)
    coming = weeks.upcoming(community, venue.posts, snapshot.now)
    if not coming:
        return trouble or (Text("community-off"),)
    at = min(due.at for due in coming).astimezone(community.clock)
    return (*trouble, Text("community-on", {"day": at.date(), "time": at.time()}))


def _trouble(community: Community, venue: Venue) -> tuple[Text, ...]:
    """The last trouble, whether it is fine again by now, and what would go wrong at the next post."""
    ground, found = venue.ground, []
    fine = ground is not None and ground == ChannelState(community.channel, ChannelProblem.NONE)
    if community.trouble:
        past = fine and community.trouble is not PostingTrouble.GONE
        found.append(Text(f"community-trouble-{community.trouble}{'-past' if past else ''}"))
    if ground is not None and ground.channel == community.channel and ground.problem in TO_TELL:
        found.append(Text(f"community-channel-{ground.problem}"))
    return tuple(found)


def _with_missed(shown: StepResult, community: Community, venue: Venue, snapshot: Snapshot) -> StepResult:
    """With an offer to post now what failed and what this week still lacks, once the channel is fine."""
    fine = venue.ground is None or venue.ground.problem is ChannelProblem.NONE
    failed = venue.failed or venue.community.trouble or community.trouble
    missed = weeks.missed(community, venue.posts, snapshot.now) if community.posts and fine and failed else ()
    if not missed:
        return shown
    offer = Reply("community-missed", buttons=(button(Token("community", "now"), "community-now"),))
    return replace(shown, replies=(*shown.replies, offer))


# --- what can be set: a value → the fields that it changes, none where it is not understood


TO_TELL = (ChannelProblem.ELSEWHERE, ChannelProblem.KIND, ChannelProblem.AGE)


def _refused(value: str, venue: Venue) -> Text | None:
    """Why a channel is not taken. A number alone proves nothing: the platform must have said, at this
    moment, that the channel belongs to this community and can be posted to."""
    ground = venue.ground if venue.ground and venue.ground.channel == value else None
    if value == "" or (_is_number(value) and ground is not None and ground.is_ours):
        return None
    problem = ChannelProblem.ELSEWHERE if ground is None or ground.is_ours else ground.problem
    return Text(f"community-channel-{problem}")


def _is_number(value: str) -> bool:
    return value.isdecimal() and value.isascii() and len(value) <= 20


def _channel(value: str, snapshot: Snapshot) -> dict[str, Any]:
    return {"channel": value, "trouble": PostingTrouble.NONE}


def _number(name: str, below: int) -> Callable[[str, Snapshot], dict[str, Any]]:
    def read(value: str, snapshot: Snapshot) -> dict[str, Any]:
        return {name: int(value)} if value.isdecimal() and int(value) < below else {}

    return read


def _switch(name: str) -> Callable[[str, Snapshot], dict[str, Any]]:
    return lambda value, snapshot: {name: value == "on"} if value in ("on", "off") else {}


SETTINGS: Mapping[str, Callable[[str, Snapshot], dict[str, Any]]] = {
    "channel": _channel,
    "day": _number("week_day", 7),
    "hour": _number("hour", 24),
    "zone": lambda value, snapshot: {"zone": value} if zones.known(value) else {},
    "language": lambda value, snapshot: {"language": value} if value in snapshot.library.languages else {},
    "challenge": _switch("challenge"),
    "digest": _switch("digest"),
}


def place(value: str, snapshot: Snapshot) -> Form | None:
    """A form for the time zone, for those who may set it: a city."""
    if snapshot.venue is None or not snapshot.venue.manages:
        return None
    field = Field("city", Text("community-city"), required=True)
    return Form(Token("community", "city"), Text("community-city-title"), (field,))


def city(value: str, values: Mapping[str, str], snapshot: Snapshot) -> StepResult:
    """The city typed: its zone if it is certain, else the choice."""
    if snapshot.venue is None or not snapshot.venue.manages:
        return setting("", snapshot)
    found = zones.by_city(values.get("city", ""), snapshot)
    if len(found) == 1 and found[0].exact:
        return setting(joined("zone", found[0].zone), snapshot)
    shown = values.get("city", "")[:60]
    if not found:
        return _shown(
            snapshot.venue.community,
            snapshot.venue,
            snapshot,
            Text("community-city-unknown", {"words": shown}),
        )
    buttons = tuple(
        Button(Token("community", "set", "zone", c.zone), zones.place_label(c, snapshot.now)) for c in found
    )
    key = "zone-city" if len(found) == 1 else "community-city-which"
    return reply_with(Reply(key, {"words": shown}, (*buttons, review.BACK), edits=True))


# --- the week's question


def begin(value: str, snapshot: Snapshot) -> StepResult:
    """The button "start my own plan"."""
    return StepResult(redirect_to="plans" if snapshot.person.status is Status.ACTIVE else "start")


def question(value: str, snapshot: Snapshot) -> Form | None:
    """The form of `community.answer.<week>.<prompt>`: the same as for any reflection."""
    prompt = prompts.by_slug(split(value, 2)[1], snapshot)
    if prompt is None:
        return None
    return replace(reflect.form(snapshot, prompt), token=Token("community", "answer", value))


def answer(value: str, values: Mapping[str, str], snapshot: Snapshot) -> StepResult:
    """The answer goes into the person's own journal; the community learns nothing of it."""
    day, slug = split(value, 2)
    words = values.get("words", "")
    prompt = prompts.by_slug(slug, snapshot)
    if not words:
        return replies.stale(snapshot)
    if prompt is None:
        return reflect.late(slug, words, snapshot)
    kept = reflect.keep(prompt.slug, words, snapshot)
    week = (
        weeks.running(snapshot.venue.posts, snapshot.venue.community.day(snapshot.now))
        if snapshot.venue
        else None
    )
    if snapshot.venue is None or week is None or week.isoformat() != day:
        return replace(kept, replies=(Reply("community-answered", buttons=(reflect.JOURNAL,)),))
    share = button(Token("quote", "share", week, slug), "quote-share")
    shown = ((share,) if len(words) <= QUOTABLE and review.takes(snapshot.venue) else ()) + (BEGIN,)
    part = TakePart(snapshot.venue.community.id, week, joins=False)
    return replace(kept, replies=(Reply("community-answered", buttons=shown),)).doing(part)


BEGIN = button(Token("community", "begin"), "community-begin")
FLOW = Flow(
    "community",
    buttons={"set": setting, "show": show, "city": show, "now": now, "quotes": review.quotes, "begin": begin},
    forms={"answer": answer, "city": city},
    form_builders={"answer": question, "city": place},
    commands=(Command("community", command, managers_only=True),),
    needs_consent=frozenset({"answer"}),
    own_words=frozenset({"words"}),
    open_to_all=True,
    leaves_stack_alone=True,
    needs=always(SnapshotNeeds(history=True, decisions=True, prompts=True, own_words=True, venue=True)),
)
