"""Where messages of the coach's own accord are written: those of a batch together, within one transaction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import or_

import structlog

from bot.content.rendered import Message
from bot.core.coach import COACH, ENGINE
from bot.core.conversation.flow import Frame, StepResult
from bot.core.model.inputs import Account
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.nudge import NudgeKind, SentNudge
from bot.core.model.snapshot import Snapshot
from bot.core.nudges import schedule
from bot.core.nudges.registry import RULES
from bot.storage.nudges import ClaimedNudge
from bot.storage.planning import NudgeSlot, PendingNudge
from bot.storage.store import Store
from bot.storage.tables import NudgeState
from bot.turns.next_nudges import wanted
from bot.turns.service import Service

log = structlog.get_logger("desk")

FAILED = "failed"  # why a message was dropped that could not be written: a mistake of ours


@dataclass(frozen=True, slots=True)
class OutgoingNudge:
    """A message ready to be sent. `snapshot`: as they will be once it has arrived; `there`: what else
    waited for
    the person when it was written."""

    claimed: ClaimedNudge
    account: Account
    messages: tuple[Message, ...]
    snapshot: Snapshot
    there: frozenset[NudgeSlot] | None


class Composer:
    """Facts in, letters out; `put_away` stores the rest."""

    def __init__(
        self,
        service: Service,
        store: Store,
        by: str,
        now: datetime,
        platforms: Collection[str] | None = None,
    ) -> None:
        self._service, self._store, self._by, self._now = service, store, by, now
        self._platforms = platforms
        self.letters: list[OutgoingNudge] = []
        self.dropped: Counter[tuple[NudgeKind, str]] = Counter()
        self._facts: dict[int, Snapshot] = {}
        self._homes: dict[int, Account] = {}
        self._stacks: dict[int, tuple[Frame, ...]] = {}
        self._there: dict[int, list[PendingNudge]] = {}
        self._changed: set[int] = set()  # people whose stack is to be saved
        self._replanned: set[int] = set()  # people for whom something was dropped
        self._ended: dict[int, NudgeState] = {}
        self._later: dict[int, datetime] = {}
        self._said: list[tuple[int, StepResult]] = []

    async def spread_out(self, claimed: Sequence[ClaimedNudge]) -> None:
        """Everything about these people that writing to them needs."""
        kinds: dict[int, set[NudgeKind]] = defaultdict(set)
        for row in claimed:
            kinds[row.person_id].add(row.kind)
        ids, by_needs = list(kinds), defaultdict[SnapshotNeeds, list[int]](list)
        for person_id, some in kinds.items():
            by_needs[reduce(or_, (RULES[kind].needs for kind in some))].append(person_id)
        for needs, people in by_needs.items():
            self._facts |= await self._store.snapshots.load(people, self._now, self._service.library, needs)
        self._homes = await self._store.homes(ids)
        self._stacks = await self._store.frames_of(ids)
        self._there = await self._store.waiting(ids)
        self._count_what_is_under_way({row.id for row in claimed})

    def _count_what_is_under_way(self, mine: set[int]) -> None:
        """What another process is sending just now counts as sent: nobody gets two at once."""
        for person_id, waiting in self._there.items():
            away = [SentNudge(w.kind, w.day, self._now) for w in waiting if w.held and w.id not in mine]
            if away and (snapshot := self._facts.get(person_id)):
                self._facts[person_id] = snapshot.replace(sent=(*snapshot.sent, *away))

    def write(self, row: ClaimedNudge) -> None:
        """Decide, once more, whether this one is sent, and write it."""
        snapshot, home = self._facts.get(row.person_id), self._homes.get(row.person_id)
        if snapshot is None:
            return
        if home and self._platforms is not None and home.platform not in self._platforms:
            self._later[row.id] = self._now  # moved this instant: whoever serves the other platform has it
            return
        match schedule.verdict(row.kind, row.day, row.due_at, snapshot):
            case schedule.Postpone(until):
                self._later[row.id] = until
            case schedule.Send() if home is not None:
                self._written(row, home, snapshot)
            case schedule.Drop(reason):
                self._drop(row, reason)
            case _:
                self._drop(row, "homeless")

    def _drop(self, row: ClaimedNudge, reason: str) -> None:
        self.dropped[row.kind, reason] += 1
        self._ended[row.id] = NudgeState.DROPPED
        self._replanned.add(row.person_id)
        if snapshot := self._facts.get(row.person_id):
            slot = row.kind, row.day
            self._facts[row.person_id] = snapshot.replace(closed=snapshot.closed | {slot})

    def _written(self, row: ClaimedNudge, home: Account, snapshot: Snapshot) -> None:
        try:
            turn = schedule.message(row.kind, row.day, snapshot, COACH.opening)
            stack = ENGINE.push_asked(turn, before := self._stacks.get(row.person_id, ()), snapshot)
            language, asks = snapshot.person.language, turn.step is not None
            shown = self._service.wording.show(turn.replies, language, snapshot.today, asks=asks)
        except Exception as error:  # one that cannot be written must not keep all others back
            log.error("a message could not be written", kind=row.kind, exc_info=error)
            self._drop(row, FAILED)
            return
        if stack != before:
            self._stacks[row.person_id] = stack
            self._changed.add(row.person_id)
        if turn.effects:
            self._said.append((row.person_id, turn))
        self._facts[row.person_id] = after = schedule.after_sending(row.kind, row.day, snapshot)
        messages = tuple(replace(m, key=f"{row.id}.{n}") for n, m in enumerate(shown, 1))
        self.letters.append(OutgoingNudge(row, home, messages, after, self._waits_for(row.person_id)))

    def _waits_for(self, person_id: int) -> frozenset[NudgeSlot]:
        return frozenset(w.slot for w in self._there.get(person_id, ()) if not w.held)

    async def put_away(self) -> None:
        """Store what writing left behind: questions that wait, before they can be answered; what was
        dropped."""
        for person_id, turn in self._said:
            for command in turn.effects:
                await self._store.apply(person_id, command, self._now)
        await self._store.save_stacks({i: self._stacks[i] for i in self._changed})
        await self._store.release(self._by, self._later)
        if self._ended:
            await self._store.mark(self._by, self._ended, self._now)
            plans = {i: wanted(self._facts[i], self._there.get(i, ())) for i in self._replanned}
            await self._store.replan(plans, self._there)
