"""The local Bot API of `tests.botapi` as a process, with a side door for benches: POST /control/<what>,
JSON."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.botapi import BotApi


@dataclass
class Controlled(BotApi):
    """`reset` forgets; `counts` tells; `presses` plays people who press a button and wait for the edit."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))  # of updates: no two are the same

    async def control(self, what: str, given: dict[str, Any]) -> Any:
        if what == "reset":
            self.chats.clear()
            self.at.clear()
            self.methods.clear()
            return {}
        if what == "counts":
            return {
                "chats": len(self.chats),
                "sent": sum(self.chats.values()),
                "at": [moment + self._since for moment in self.at],
                "methods": dict(self.methods),
            }
        return await Crowd(self).press(**given)

    @property
    def _since(self) -> float:
        """From the loop's clock to the one on the wall, which other processes share."""
        return time.time() - asyncio.get_running_loop().time()


@dataclass
class _Press:
    """Somebody who waits for an answer. `left`: calls that it still takes until all of it is there."""

    began: float
    left: int
    first: float = 0.0
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Crowd:
    """People who each press one button a time, and wait until `calls` edits and messages have come."""

    def __init__(self, api: Controlled) -> None:
        self._api = api
        self._waiting: dict[int, _Press] = {}
        api.edited = self._shown
        api.sent_to = self._shown
        self._numbers = api.numbers

    def _shown(self, given: dict[str, str]) -> None:
        if found := self._waiting.get(int(given["chat_id"])):
            found.first = found.first or time.perf_counter()
            found.left -= 1
            if not found.left:
                self._waiting.pop(int(given["chat_id"]))
                found.done.set_result(None)

    async def press(
        self, chats: list[int], data: list[str], calls: int, at_once: int = 0, rate: float = 0
    ) -> Any:
        """One press a chat, `at_once` at a time or `rate` a second. Returns the seconds for all, and for each
        until something was seen."""
        slots = asyncio.Semaphore(at_once or len(chats))
        began = time.perf_counter()

        async def one(number: int, chat: int) -> float:
            if rate:
                await asyncio.sleep(number / rate)
            async with slots:
                press = self._waiting[chat] = _Press(time.perf_counter(), calls)
                assert self._api.updates is not None
                self._api.updates.put_nowait(_update(next(self._numbers), chat, data[number]))
                await asyncio.wait_for(press.done, 120)
                return press.first - press.began

        each = await asyncio.gather(*(one(n, chat) for n, chat in enumerate(chats)))
        return {"seconds": time.perf_counter() - began, "each": each}


def _update(number: int, chat: int, data: str) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "A", "language_code": "en"}
    place = {"id": chat, "type": "private", "first_name": "A"}
    keyboard = [[{"text": "Kept", "callback_data": data}]]
    message = {
        "message_id": 7, "date": 1_700_000_000, "chat": place, "text": "How was it?",
        "from": {"id": 123456, "is_bot": True, "first_name": "Test", "username": "test_bot"},
        "reply_markup": {"inline_keyboard": keyboard},
    }  # fmt: skip
    query = {"id": str(number), "from": who, "chat_instance": "1", "data": data, "message": message}
    return {"update_id": number, "callback_query": query}


async def main() -> None:
    api = Controlled(updates=asyncio.Queue())
    async with api.serving():
        print(api.url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
