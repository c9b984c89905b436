"""What comes over the line, read without trust."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram import Update

from bot.adapters.telegram import http, webhook
from bot.adapters.telegram.rate_limiter import RateLimiter
from tests.adapters.telegram.server import TOKEN, BotApi

DEEP = '{"update_id": %d, "message": {"text": ' + "[" * 100_000 + "]" * 100_000 + "}}"


def test_what_is_nested_too_deeply_costs_only_its_own_update() -> None:
    sound = {"update_id": 8, "message": {"text": 'a "quoted" \\ [[[ text'}}
    text = '{"ok": true, "result": [' + DEEP % 7 + ", " + json.dumps(sound) + "]}"
    found = http.UpdatesRequest.parse_json_payload(text.encode())["result"]
    assert [update["update_id"] for update in found] == [7, 8]
    assert json.loads(http.without_depths(json.dumps(sound).encode())) == sound


@pytest.mark.parametrize("number", [None, "7", True, 1.5, {}])
def test_an_update_without_a_number_is_left_out(number: Any) -> None:
    assert http.parsed({"update_id": number}) is None


def test_an_update_that_cannot_be_read_keeps_its_number_only() -> None:
    assert http.parsed({"update_id": 3, "message": {"chat": 7}}) == Update(3)


async def test_updates_are_parsed_once_and_each_by_itself(api: BotApi) -> None:
    async with http.client(TOKEN, api.url, RateLimiter()) as bot:
        sound = {"update_id": 9, "poll": None}
        api.updates.extend([{"update_id": 8, "message": {"chat": 7}}, sound])
        assert await bot.updates(None, 0) == [Update(8), Update(9)]
        assert await bot.updates(9, 0) == [Update(9)]


@pytest.mark.parametrize("text", [b"", b"[]", b"7", b"null", b"\xff", b"[" * 300_000, b'{"update_id": "x"}'])
def test_what_is_no_update_at_all(text: bytes) -> None:
    assert webhook.read(text) is None
