"""Notices beside what is planned: sent at once, tried again where refused for now, given up else."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.messages import Account
from bot.delivery import Blocked, TryLater, Unknown
from bot.delivery.aside import TRIES, Aside
from bot.wording import Message

ANN, NOTICE = Account("telegram", "1"), Message("Joined.")


class Outbox:
    """`ends`: what each try comes to, None for arriving."""

    def __init__(self, *ends: Exception | None) -> None:
        self.ends, self.tries = [*ends], 0

    async def send(self, account: Account, message: Message) -> None:
        self.tries += 1
        if end := self.ends.pop(0):
            raise end


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.aside.PAUSE", 0.001)


async def settled(aside: Aside) -> None:
    while aside._under_way:
        await asyncio.wait(aside._under_way)


@pytest.mark.parametrize(
    ("ends", "tries"),
    [
        ([None], 1),
        ([TryLater(), TryLater(0.001), None], 3),
        ([TryLater()] * TRIES, TRIES),
        ([Blocked()], 1),
        ([Unknown()], 1),  # perhaps it arrived
        ([ValueError("a mistake")], 1),
    ],
)
async def test_a_notice_is_sent_once(ends: list[Exception | None], tries: int) -> None:
    outbox = Outbox(*ends)
    aside = Aside({"telegram": outbox})
    aside(ANN, NOTICE)
    await settled(aside)
    assert (outbox.tries, outbox.ends) == (tries, [])


async def test_what_another_process_serves_is_left_alone() -> None:
    outbox = Outbox()
    aside = Aside({"discord": outbox})
    aside(ANN, NOTICE)
    await settled(aside)
    assert outbox.tries == 0
