"""The webhook: who shows the secret is heard, and hears 200 when all is stored."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.adapters.telegram import dispatcher, webhook
from bot.config.backoff import Backoff
from bot.core.model.inputs import Incoming
from bot.delivery.ports import BotRefused
from bot.storage.engine.errors import StorageFull
from tests.adapters.telegram.coach import Coach, coaching, ended, settings
from tests.adapters.telegram.server import BotApi, Chat

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

SECRET = "a-secret-of-the-tests"


@pytest.fixture
async def hook(url: str, api: BotApi, unused_port: int) -> Any:
    """A coach behind a webhook, and the webhook's address."""
    address = f"http://127.0.0.1:{unused_port}/hook"
    async with coaching(url, api.url, telegram_webhook_url=address, telegram_webhook_secret=SECRET) as coach:
        await api.until(lambda: bool(api.webhook))
        yield coach, address


def message(chat: Chat, text: str) -> dict[str, Any]:
    return {"message": {"message_id": 1, "date": 0, "from": chat.user, "chat": chat.info, "text": text}}


async def test_it_announces_itself_with_its_secret(api: BotApi, hook: tuple[Coach, str]) -> None:
    assert api.webhook["url"] == hook[1]
    assert api.webhook["secret_token"] == SECRET
    assert api.webhook["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "message_reaction",
    ]


async def test_only_who_shows_the_secret_is_heard(api: BotApi, hook: tuple[Coach, str], ann: Chat) -> None:
    for secret in (None, "", "a-secret", SECRET + "x", "ñ"):
        assert await api.bring(message(ann, "/start"), hook[1], secret) == 403
    assert await api.bring(message(ann, "/help"), hook[1], SECRET) == 200
    await api.hears(ann, "Your day:")


async def test_the_answer_comes_after_the_commit(
    api: BotApi, hook: tuple[Coach, str], ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, turn = asyncio.Event(), hook[0].service.turn

    async def hold(incoming: Incoming) -> Any:
        await held.wait()
        return await turn(incoming)

    monkeypatch.setattr(hook[0].service, "turn", hold)
    bringing = asyncio.create_task(api.bring(message(ann, "/start"), hook[1], SECRET))
    await asyncio.sleep(0.2)
    assert not bringing.done()
    held.set()
    assert await bringing == 200


async def test_what_cannot_be_stored_is_to_be_brought_again(
    api: BotApi, hook: tuple[Coach, str], ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(incoming: Incoming) -> Any:
        raise StorageFull("the disk is full")

    one = hook[0].telegram._dispatcher.one
    monkeypatch.setattr(hook[0].service, "turn", full)
    monkeypatch.setattr(dispatcher, "STORAGE_BACKOFF", Backoff(30, 30))
    assert await api.bring({**message(ann, "/start"), "update_id": 1}, hook[1], SECRET) == 503
    monkeypatch.undo()
    assert await api.bring({**message(ann, "/start"), "update_id": 1}, hook[1], SECRET) == 200
    await api.hears(ann, "13 or older")
    assert one == hook[0].telegram._dispatcher.one


@pytest.mark.parametrize(
    "update", [{"message": "malformed"}, {"update_id": "x"}, [], "no update", {"message": {}}]
)
async def test_what_is_no_update_is_taken_once_and_forgotten(
    api: BotApi, hook: tuple[Coach, str], ann: Chat, update: Any
) -> None:
    from aiohttp import ClientSession

    headers = {webhook.SECRET_HEADER: SECRET}
    async with ClientSession() as session, session.post(hook[1], json=update, headers=headers) as answer:
        assert answer.status == 200
    assert await api.bring(message(ann, "/help"), hook[1], SECRET) == 200


async def test_an_address_that_is_taken_is_told_in_a_line(url: str, api: BotApi) -> None:
    taken = f"http://127.0.0.1:{api.port}/hook"
    coach = Coach(url, settings(api.url, telegram_webhook_url=taken))
    await coach.start()
    assert coach.serving
    with pytest.raises(BotRefused, match=f"Cannot listen for Telegram's webhook on 127.0.0.1:{api.port}"):
        await ended(coach.serving)
    await coach.stop()


@pytest.mark.parametrize(
    ("address", "listen", "where"),
    [
        ("http://127.0.0.1:9000/hook", "", ("127.0.0.1", 9000)),
        ("https://coach.example/hook", "", ("127.0.0.1", 8443)),
        ("https://coach.example/hook", "10.0.0.1:80", ("10.0.0.1", 80)),
        ("http://127.0.0.1:9000/hook", "[::1]:81", ("::1", 81)),
    ],
)
def test_where_it_listens(url: str, address: str, listen: str, where: tuple[str, int]) -> None:
    assert webhook.listen_address(address, listen) == where


def test_a_secret_of_its_own(url: str) -> None:
    drawn = webhook.secret_of("1:a", "")
    assert drawn == webhook.secret_of("1:a", "") != webhook.secret_of("1:b", "")
    assert webhook.secret_of("1:a", SECRET) == SECRET
