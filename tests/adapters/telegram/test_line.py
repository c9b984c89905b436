"""What comes over the line, read without trust."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.adapters.telegram import http, webhook

DEEP = '{"update_id": %d, "message": {"text": ' + "[" * 100_000 + "]" * 100_000 + "}}"


def body(updates: list[dict[str, Any]]) -> bytes:
    """A batch of these updates, as the library gets it."""
    return json.dumps({"ok": True, "result": updates}).encode()


def test_what_is_nested_too_deeply_costs_only_its_own_update() -> None:
    sound = {"update_id": 8, "message": {"text": 'a "quoted" \\ [[[ text'}}
    text = '{"ok": true, "result": [' + DEEP % 7 + ", " + json.dumps(sound) + "]}"
    found = http.UpdatesRequest.parse_json_payload(text.encode())["result"]
    assert [update["update_id"] for update in found] == [7, 8]
    assert json.loads(http.shallow(json.dumps(sound).encode())) == sound


@pytest.mark.parametrize("number", [None, "7", True, 1.5, {}])
def test_an_update_without_a_number_is_left_out(number: Any) -> None:
    found = http.UpdatesRequest.parse_json_payload(body([{"update_id": number}, {"update_id": 3}]))["result"]
    assert found == [{"update_id": 3}]


@pytest.mark.parametrize("text", [b"", b"[]", b"7", b"null", b"\xff", b"[" * 300_000, b'{"update_id": "x"}'])
def test_what_is_no_update_at_all(text: bytes) -> None:
    assert webhook.read(text) is None
