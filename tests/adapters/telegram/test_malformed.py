"""Updates that are not what they should be cost nobody but themselves: polled or brought, now or after a
restart. Meanwhile others are answered."""

from __future__ import annotations

import asyncio
import json
import os
from io import StringIO
from random import Random
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.adapters.telegram import dispatcher, polling
from bot.config.backoff import Backoff
from bot.delivery.ports import BotRefused
from bot.storage.engine.errors import WrongKey
from tests.adapters.telegram.coach import Coach, coaching, ended, settings
from tests.adapters.telegram.server import BotApi, Chat
from tests.mutations import mutated

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

CASES = int(os.environ.get("SCROLLWISE_TEST_MALFORMED", "300"))
LONG = 60.0  # seconds that a busy machine may take
STRANGER = 666_000  # chats of whoever sends what is malformed
SECRET = "a-secret-of-the-tests"
DEEP = '{"update_id": %d, "message": {"text": ' + "[" * 100_000 + "]" * 100_000 + "}}"


def update(number: int, chance: Random) -> dict[str, Any]:
    """A sound update of some kind, of somebody who is not Ann."""
    chat = Chat(STRANGER + number % 50)
    message = {"message_id": number, "date": 1, "from": chat.user, "chat": chat.info, "text": "hello"}
    entities = [{"type": "bold", "offset": 0, "length": 3}]
    kinds = (
        {"message": message | {"entities": entities}},
        {"message": message | {"location": {"latitude": 46.05, "longitude": 14.5}}},
        {"message": message | {"reply_to_message": message, "forward_origin": None}},
        {"edited_message": message},
        {"callback_query": {"id": "1", "from": chat.user, "message": message, "chat_instance": "1",
                            "data": "checkin.open"}},
        {"my_chat_member": {"chat": chat.info, "from": chat.user, "date": 1,
                            "old_chat_member": {"user": chat.user, "status": "member"},
                            "new_chat_member": {"user": chat.user, "status": "kicked", "until_date": 0}}},
    )  # fmt: skip
    return {"update_id": number, **chance.choice(kinds)}


async def test_malformed_updates_are_polled_and_ann_is_answered(
    log: StringIO, api: BotApi, coach: Coach, ann: Chat
) -> None:
    chance = Random(8)
    for start in range(0, CASES, 100):
        for _ in range(start, start + 100):
            own = {"update_id": api.next_update}
            api.updates.append(mutated(update(api.next_update, chance), chance) | own)
            api.next_update += 1
        before = len(ann.said)
        number = api.says(ann, "/help")
        await api.until(lambda before=before: len(ann.said) > before, LONG)
        await api.until(lambda number=number: api.confirmed >= number, LONG)
    assert coach.serving
    assert not coach.serving.done()


async def test_malformed_updates_are_brought_and_ann_is_answered(
    log: StringIO, url: str, api: BotApi, ann: Chat, unused_port: int
) -> None:
    address, chance = f"http://127.0.0.1:{unused_port}/hook", Random(9)
    more = {"telegram_webhook_url": address, "telegram_webhook_secret": SECRET}
    async with coaching(url, api.url, **more) as coach, ClientSession() as session:
        await api.until(lambda: bool(api.webhook))
        for start in range(0, CASES, 100):
            bodies = [json.dumps(mutated(update(start + n, chance), chance)) for n in range(97)]
            bodies += [DEEP % start, "[" * 200_000, "\ud800"]
            shown = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            given = [text.encode("utf-8", "replace") for text in bodies]
            calls = [session.post(address, data=one, headers=shown) for one in given]
            answers = [answer.status for answer in await asyncio.gather(*calls)]
            assert set(answers) == {200}
            before = len(ann.said)
            message = {"message_id": 1, "date": 0, "from": ann.user, "chat": ann.info, "text": "/help"}
            assert await api.bring({"message": message}, address, SECRET) == 200
            await api.until(lambda before=before: len(ann.said) > before, LONG)
        assert coach.serving
        assert not coach.serving.done()


@pytest.mark.parametrize(
    "odd",
    [
        {"callback_query": {"id": "1", "chat_instance": "1", "data": "x"}},
        {"message": {"message_id": 1, "date": 0, "text": "hi", "chat": {"id": {}, "type": "private"}}},
        {"message": "malformed"},
        {"message": {"chat": {"id": [1], "type": "private"}, "from": {"id": "x"}}},
    ],
)
async def test_after_a_restart_it_comes_again_and_changes_nothing(
    url: str, api: BotApi, ann: Chat, odd: dict[str, Any]
) -> None:
    api.put(odd)
    for _ in range(2):
        async with coaching(url, api.url):
            before = len(ann.said)
            number = api.says(ann, "/help")
            await api.until(lambda before=before: len(ann.said) > before)
            await api.until(lambda number=number: api.confirmed >= number)


async def test_bytes_that_are_no_text_in_the_secret_are_no_secret(
    url: str, api: BotApi, unused_port: int
) -> None:
    address = f"http://127.0.0.1:{unused_port}/hook"
    more = {"telegram_webhook_url": address, "telegram_webhook_secret": SECRET}
    async with coaching(url, api.url, **more):
        await api.until(lambda: bool(api.webhook))
        reader, writer = await asyncio.open_connection("127.0.0.1", unused_port)
        head = b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
        head += b"X-Telegram-Bot-Api-Secret-Token: \xff\xfe\r\n\r\n{}"
        writer.write(head)
        assert b" 403 " in await reader.readline()
        writer.close()


async def test_what_never_passes_is_not_tried_for_ever(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a row that its key does not open."""
    bob, turn, tries = api.chat(1002), coach.service.turn, 0

    async def fails(incoming: Any) -> Any:
        nonlocal tries
        if incoming.account.external_id != "1001":
            return await turn(incoming)
        tries += 1
        raise WrongKey("the secret key does not open what is stored")

    monkeypatch.setattr(coach.service, "turn", fails)
    api.says(ann, "hello")
    number = api.says(bob, "/help")
    await api.hears(bob, "Your day:")
    await api.hears(ann, "Something went wrong")
    await api.until(lambda: api.confirmed == number)
    assert tries == 3


async def test_many_failing_updates_of_one_chat_do_not_hold_their_batch_up(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a pause between their tries, ninety of them would take minutes, and their batch with them."""
    monkeypatch.setattr(dispatcher, "STORAGE_BACKOFF", Backoff(2, 30))
    bob, turn = api.chat(1002), coach.service.turn

    async def fails(incoming: Any) -> Any:
        if incoming.account.external_id != "1001":
            return await turn(incoming)
        raise WrongKey("the secret key does not open what is stored")

    monkeypatch.setattr(coach.service, "turn", fails)
    for _ in range(90):
        api.says(ann, "hello")
    number = api.says(bob, "/help")
    await api.until(lambda: api.confirmed == number)


async def test_a_server_that_answers_long_polls_at_once_is_not_polled_in_a_spin(
    api: BotApi, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(given: dict[str, Any]) -> Any:
        return []

    await api.until(lambda: bool(api.of("getUpdates")))
    monkeypatch.setattr(api, "_get_updates", at_once)
    api.put({"update_id": 1})  # ends the poll that is held
    await asyncio.sleep(0.2)
    before = len(api.of("getUpdates"))
    await asyncio.sleep(1.5)
    assert len(api.of("getUpdates")) - before <= 3
    assert polling.MIN_POLL_SECONDS == 1.0


async def test_a_server_that_is_no_bot_api_is_named_in_a_line(
    url: str, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def odd(given: dict[str, Any]) -> Any:
        return {"id": 1, "first_name": "?"}

    monkeypatch.setattr(api, "_get_me", odd)
    coach = Coach(url, settings(api.url))
    await coach.start()
    assert coach.serving
    with pytest.raises(BotRefused, match="is no Bot API"):
        await ended(asyncio.wait_for(coach.serving, 5))
    await coach.stop()
