"""Decides about a batch of claimed nudges: which are sent with which conversation, which come later, and
which
are dropped. Pure: it reads the recipients that were loaded, and returns the decisions and what follows of
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

import structlog

from bot.core.coach import COACH, ENGINE
from bot.core.conversation.flow import StepResult
from bot.core.conversation.stack import Stack
from bot.core.model.effects import Effect
from bot.core.model.inputs import Account
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from bot.core.nudges.schedule import Drop, Postpone
from bot.storage.claims import ClaimedNudge
from bot.storage.nudges import NudgeSlot, PendingNudge

log = structlog.get_logger("bot.delivery.compose")

FAILED = "failed"  # the reason for dropping a nudge whose message cannot be made: a mistake in the program
NO_ACCOUNT = "no-account"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person as far as composing reads them. `account`: their preferred one, None if it cannot be read."""

    snapshot: Snapshot
    account: Account | None
    stack: Stack
    pending: tuple[PendingNudge, ...]

    @property
    def slots(self) -> frozenset[NudgeSlot]:
        """Their nudges that wait and that no process is sending."""
        return frozenset(nudge.slot for nudge in self.pending if not nudge.held)

    def with_held(self, now: datetime, batch: Collection[int]) -> Recipient:
        """Nudges that another process is sending just now count as sent, so that nobody gets two at once.
        `batch`: the nudges of this batch by id."""
        held = [n for n in self.pending if n.held and n.id not in batch]
        if not held:
            return self
        sent = (*self.snapshot.sent, *(SentNudge(n.kind, n.day, now) for n in held))
        return replace(self, snapshot=self.snapshot.replace(sent=sent))

    def without(self, nudge: ClaimedNudge) -> Recipient:
        """The same person once the nudge was dropped."""
        closed = self.snapshot.closed | {(nudge.kind, nudge.day)}
        return replace(self, snapshot=self.snapshot.replace(closed=closed))


@dataclass(frozen=True, slots=True)
class ComposedNudge:
    """A nudge to send, with the conversation that it begins. `snapshot`: as it is once the nudge was sent."""

    claimed: ClaimedNudge
    account: Account
    result: StepResult
    snapshot: Snapshot
    pending: frozenset[NudgeSlot]


Decision: TypeAlias = ComposedNudge | Drop | Postpone


@dataclass(frozen=True, slots=True)
class ComposedBatch:
    """Decisions by nudge. `before` and `after`: the recipients before and after them, by person."""

    decisions: tuple[tuple[ClaimedNudge, Decision], ...]
    before: Mapping[int, Recipient]
    after: Mapping[int, Recipient]

    @property
    def composed(self) -> tuple[ComposedNudge, ...]:
        return tuple(decision for _, decision in self.decisions if isinstance(decision, ComposedNudge))

    @property
    def postponed(self) -> dict[int, datetime]:
        """The moments of nudges that come later, by id."""
        return {nudge.id: d.until for nudge, d in self.decisions if isinstance(d, Postpone)}

    @property
    def dropped(self) -> tuple[tuple[ClaimedNudge, str], ...]:
        """Dropped nudges, each with the reason."""
        return tuple((nudge, d.reason) for nudge, d in self.decisions if isinstance(d, Drop))

    @property
    def reasons(self) -> Counter[tuple[NudgeKind, str]]:
        """How many nudges of a kind were dropped for a reason."""
        return Counter((nudge.kind, reason) for nudge, reason in self.dropped)

    @property
    def effects(self) -> Iterator[tuple[int, Effect]]:
        """Effects of the conversations that begin, by person."""
        for nudge in self.composed:
            yield from ((nudge.claimed.person_id, effect) for effect in nudge.result.effects)

    @property
    def stacks(self) -> dict[int, Stack]:
        """The stacks that changed: a question is stored before it can be answered."""
        return {i: r.stack for i, r in self.after.items() if r.stack != self.before[i].stack}


def compose(
    nudges: Iterable[ClaimedNudge],
    recipients: Mapping[int, Recipient],
    now: datetime,
    platforms: Collection[str] | None = None,
) -> ComposedBatch:
    """Decide about each nudge in order; one nudge of a person is known to the next. A person without a
    recipient no longer exists. `platforms`: those that this process serves, None for all."""
    after, decisions = dict(recipients), []
    for nudge in nudges:
        if recipient := after.get(nudge.person_id):
            decision, after[nudge.person_id] = _decide(nudge, recipient, now, platforms)
            decisions.append((nudge, decision))
    return ComposedBatch(tuple(decisions), recipients, after)


def _decide(
    nudge: ClaimedNudge, recipient: Recipient, now: datetime, platforms: Collection[str] | None
) -> tuple[Decision, Recipient]:
    account = recipient.account
    if account and platforms is not None and account.platform not in platforms:
        return Postpone(now), recipient  # the account was changed just now: another process serves it
    match schedule.verdict(nudge.kind, nudge.day, nudge.due_at, recipient.snapshot):
        case Postpone() as postponed:
            return postponed, recipient
        case Drop() as dropped:
            return dropped, recipient.without(nudge)
        case schedule.Send():
            return _compose(nudge, account, recipient) if account else _drop(nudge, NO_ACCOUNT, recipient)


def _compose(nudge: ClaimedNudge, account: Account, recipient: Recipient) -> tuple[Decision, Recipient]:
    snapshot = recipient.snapshot
    try:
        result = schedule.message(nudge.kind, nudge.day, snapshot, COACH.opening)
        stack = ENGINE.push_asked(result, recipient.stack, snapshot)
    except Exception as error:  # one nudge that fails must not keep back the others
        log.error("a nudge cannot be composed", kind=nudge.kind, exc_info=error)
        return _drop(nudge, FAILED, recipient)
    after = schedule.after_sending(nudge.kind, nudge.day, snapshot)
    composed = ComposedNudge(nudge, account, result, after, recipient.slots)
    return composed, replace(recipient, snapshot=after, stack=stack)


def _drop(nudge: ClaimedNudge, reason: str, recipient: Recipient) -> tuple[Decision, Recipient]:
    return Drop(reason), recipient.without(nudge)
