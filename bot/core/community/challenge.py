"""The challenge of the week: joining, leaving and "kept today" are one press each, seen by nobody else."""

from __future__ import annotations

from datetime import date

from bot.core.community import weeks
from bot.core.community.community import BEGIN
from bot.core.conversation.flow import Flow, StepResult, always, say
from bot.core.model.community import Participation, Venue
from bot.core.model.community_effects import LeaveWeek, MarkDay, TakePart
from bot.core.model.messages import button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split


def join(value: str, snapshot: Snapshot) -> StepResult:
    """`challenge.join.<week>`."""
    venue, week = running(value, snapshot)
    if venue is None or week is None:
        return over(snapshot)
    if _part(venue).joined:
        return say("challenge-joined-already")
    return say("challenge-joined", buttons=(BEGIN,)).doing(TakePart(venue.community.id, week, joins=True))


def kept(value: str, snapshot: Snapshot) -> StepResult:
    """`challenge.kept.<week>`: today's press. A person who had not joined joins by it."""
    venue, week = running(value, snapshot)
    if venue is None or week is None:
        return over(snapshot)
    day = max(venue.community.day(snapshot.now), week)
    slip = button(Token("challenge", "slip", week, day), "challenge-slip")
    if day in _part(venue).days:
        return say("challenge-noted-already", buttons=(slip,))
    community = venue.community.id
    key = "challenge-noted" if _part(venue).joined else "challenge-noted-and-joined"
    return say(key, buttons=(slip,)).doing(
        TakePart(community, week, joins=True), MarkDay(community, week, day, kept=True)
    )


def slip(value: str, snapshot: Snapshot) -> StepResult:
    """`challenge.slip.<week>.<day>`: the press of that day is taken back."""
    first, day = split(value, 2)
    venue, week = running(first, snapshot)
    if venue is None or week is None:
        return over(snapshot)
    known = next((d for d in _part(venue).days if d.isoformat() == day), None)
    if known is None:
        return say("challenge-slip-none")
    return say("challenge-slipped").doing(MarkDay(venue.community.id, week, known, kept=False))


def leave(value: str, snapshot: Snapshot) -> StepResult:
    """`challenge.leave.<week>`: at once; nothing of the person's stays in the week."""
    venue, week = running(value, snapshot)
    if venue is None or week is None:
        return over(snapshot)
    if venue.part is None:
        return say("challenge-left-already")
    key = "challenge-left-quote" if venue.part.quote else "challenge-left"
    return say(key).doing(LeaveWeek(venue.community.id, week))


def over(snapshot: Snapshot) -> StepResult:
    """A button of a week that is over, or of no community at all."""
    return say("challenge-over")


def _part(venue: Venue) -> Participation:
    return venue.part or Participation()


def running(value: str, snapshot: Snapshot) -> tuple[Venue | None, date | None]:
    """The venue and its running week, if that is the week of the button."""
    venue = snapshot.venue
    if venue is None or not venue.community.id:
        return None, None
    week = weeks.running(venue.posts, venue.community.day(snapshot.now))
    return venue, week if week is not None and week.isoformat() == value else None


FLOW = Flow(
    "challenge",
    buttons={"join": join, "kept": kept, "slip": slip, "leave": leave},
    needs_consent=frozenset({"join", "kept", "slip", "leave"}),
    open_to_all=True,
    leaves_stack_alone=True,
    needs=always(SnapshotNeeds(venue=True)),
)
