"""Notices beside what is planned: sent at once, tried again where refused for now, given up else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.content.rendered import Message
from bot.core.account.linking import LinkNotice
from bot.core.model.inputs import Account
from bot.delivery.notices import MAX_TRIES, NoticeSender
from bot.delivery.ports import Blocked, TryLater, Unknown
from tests.world import World

ANN, BY = Account("telegram", "1"), Account("discord", "2")


class Outbox:
    """`ends`: what each try comes to, None for arriving."""

    def __init__(self, *ends: Exception | None) -> None:
        self.ends, self.tries = [*ends], 0

    async def send(self, account: Account, message: Message) -> None:
        assert (account.external_id, "Discord" in message.html) == ("1", True)
        self.tries += 1
        if end := self.ends.pop(0):
            raise end


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.notices.MIN_PAUSE_SECONDS", 0.001)


@pytest.fixture
async def world(url: str) -> AsyncIterator[World]:
    async with World.open(url, reloads=False) as world:
        async with (await world.service()).database.write() as transaction:
            await transaction.notices.add([ANN], "en", LinkNotice.EXPORTED, BY, world.now)
        yield world


async def settled(aside: NoticeSender) -> None:
    while aside._under_way:
        await asyncio.wait(aside._under_way)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("ends", "tries"),
    [
        ([None], 1),
        ([TryLater(), TryLater(0.001), None], 3),
        ([TryLater()] * MAX_TRIES, MAX_TRIES),
        ([Blocked()], 1),
        ([Unknown()], 1),  # perhaps it arrived
        ([ValueError("a mistake")], 1),
    ],
)
async def test_a_notice_is_sent_once(world: World, ends: list[Exception | None], tries: int) -> None:
    outbox = Outbox(*ends)
    aside = NoticeSender(await world.service(), {"telegram": outbox})
    for _ in range(2):
        aside.look_soon()
        await settled(aside)
    assert (outbox.tries, outbox.ends) == (tries, [])


async def test_what_another_process_serves_is_left_to_it(world: World) -> None:
    desk, phone = Outbox(), Outbox(None)
    for outbox, platform in ((desk, "discord"), (phone, "telegram")):
        aside = NoticeSender(await world.service(), {platform: outbox})
        await aside.look()
        await settled(aside)
    assert (desk.tries, phone.tries) == (0, 1)


async def test_of_several_processes_one_sends(world: World) -> None:
    outbox = Outbox(None)
    asides = [NoticeSender(await world.service(), {"telegram": outbox}) for _ in range(4)]
    await asyncio.gather(*(aside.look() for aside in asides))
    for aside in asides:
        await settled(aside)
    assert outbox.tries == 1
