"""A small server that talks like the Bot API, for tests of delivery and for the benches: it counts what
arrives.

It can also fail in every way that matters to a sender: refuse for a while (429), break (500), never
answer, or take a message and die before it says so.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

TOKEN = "123456:test-token-of-nobody-at-all-0123456789"
ME = {"id": 123456, "is_bot": True, "first_name": "Test", "username": "test_bot"}
OK, FORBIDDEN, WAIT, BROKEN, NEVER, DEAD = "ok", "403", "429", "500", "never", "dead"

Mood = Callable[[str, dict[str, str]], str]
"""What happens to a call, by its method and parameters: one of the words above."""


@dataclass
class BotApi:
    """What arrived: `chats` counts the messages that each chat got, `at` holds when (loop time)."""

    mood: Mood = lambda method, given: OK
    retry_after: int = 1
    chats: Counter[int] = field(default_factory=Counter)
    at: list[float] = field(default_factory=list)
    methods: Counter[str] = field(default_factory=Counter)
    under_way: int = 0
    most_under_way: int = 0
    delay: float = 0.0
    updates: asyncio.Queue[dict[str, Any]] | None = None
    url: str = ""
    edited: Callable[[dict[str, str]], None] = lambda given: None
    sent_to: Callable[[dict[str, str]], None] = lambda given: None
    _number: int = 0
    _confirmed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def base(self) -> str:
        """What stands in front of the token in python-telegram-bot's words."""
        return f"{self.url}/bot"

    @asynccontextmanager
    async def serving(self, port: int = 0) -> AsyncIterator[BotApi]:
        server = await asyncio.get_running_loop().create_server(lambda: _Line(self), "127.0.0.1", port)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()
            if hasattr(server, "close_clients"):
                server.close_clients()

    async def control(self, what: str, given: dict[str, Any]) -> Any:
        """A side door, for who runs it in another process."""
        return {}

    async def take(self, method: str, given: dict[str, str]) -> tuple[int, dict[str, Any]] | None:
        """The status and the answer; None where the line goes dead."""
        self.methods[method] += 1
        mood = self.mood(method, given)
        if mood == NEVER:
            await asyncio.sleep(3600)
        if mood in _FAILS:
            code, why = _FAILS[mood]
            more = {"parameters": {"retry_after": self.retry_after}} if mood == WAIT else {}
            return code, {"ok": False, "error_code": code, "description": why, **more}
        # From here on it has arrived, whoever still waits to hear so.
        result = await self._done(method, given)
        if self.delay:
            await asyncio.sleep(self.delay)
        return None if mood == DEAD else (200, {"ok": True, "result": result})

    async def _done(self, method: str, given: dict[str, str]) -> Any:
        if method == "sendMessage":
            return self._sent(given)
        if method == "editMessageText":
            self.edited(given)
            return self._message(given, int(given["message_id"]))
        if method == "getUpdates":
            return await self._updates(int(given.get("offset", "0") or 0), float(given.get("timeout", "0")))
        return ME if method == "getMe" else _PROFILE.get(method, True)

    def _sent(self, given: dict[str, str]) -> dict[str, Any]:
        self._number += 1
        self.chats[int(given["chat_id"])] += 1
        self.at.append(asyncio.get_running_loop().time())
        self.sent_to(given)
        return self._message(given, self._number)

    def _message(self, given: dict[str, str], number: int) -> dict[str, Any]:
        chat = {"id": int(given["chat_id"]), "type": "private"}
        return {"message_id": number, "date": 1_700_000_000, "chat": chat, "text": given.get("text", "")}

    async def _updates(self, offset: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 -- the Bot API calls it so
        """A hundred at most; those below the offset are confirmed and gone."""
        kept = [u for u in self._confirmed if u["update_id"] >= offset]
        if self.updates is not None and not kept:
            try:
                kept.append(await asyncio.wait_for(self.updates.get(), timeout or 0.001))
            except TimeoutError:
                return []
            while len(kept) < 100 and not self.updates.empty():
                kept.append(self.updates.get_nowait())
        elif not kept:
            await asyncio.sleep(timeout)
        self._confirmed = kept
        return kept


_PROFILE: dict[str, Any] = {
    "getMyCommands": [],
    "getMyName": {"name": ""},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}
_FAILS = {
    FORBIDDEN: (403, "Forbidden: bot was blocked by the user"),
    WAIT: (429, "Too Many Requests: retry after 1"),
    BROKEN: (500, "Internal Server Error"),
}


class _Line(asyncio.Protocol):
    """One connection: HTTP/1.1 with keep-alive, as much of it as the clients speak."""

    def __init__(self, api: BotApi) -> None:
        self._api, self._data = api, b""
        self._line: asyncio.Transport | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._line = transport  # type: ignore[assignment]

    def connection_lost(self, error: Exception | None) -> None:
        for task in self._tasks:
            task.cancel()

    def data_received(self, data: bytes) -> None:
        self._data += data
        while (end := self._data.find(b"\r\n\r\n")) >= 0:
            head = self._data[:end].decode("latin-1")
            length = _length(head)
            if len(self._data) < end + 4 + length:
                return
            body, self._data = self._data[end + 4 : end + 4 + length], self._data[end + 4 + length :]
            task = asyncio.ensure_future(self._answer(head, body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answer(self, head: str, body: bytes) -> None:
        api = self._api
        path, _, method = head.split(" ", 2)[1].rpartition("/")
        if path == "/control":
            self._write(200, await api.control(method, json.loads(body or b"{}")))
            return
        given = dict(parse_qsl(body.decode(), keep_blank_values=True))
        api.under_way += 1
        api.most_under_way = max(api.most_under_way, api.under_way)
        try:
            answer = await api.take(method, given)
        finally:
            api.under_way -= 1
        if answer is not None:
            self._write(*answer)
        elif self._line is not None:
            self._line.abort()

    def _write(self, status: int, answer: Any) -> None:
        text = json.dumps(answer).encode()
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
        if self._line is not None and not self._line.is_closing():
            self._line.write(head.encode() + text)


def _length(head: str) -> int:
    for line in head.split("\r\n"):
        if line.lower().startswith("content-length:"):
            return int(line.partition(":")[2])
    return 0
