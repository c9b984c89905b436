"""The local Bot API of `tests.botapi` as a process, with a side door for benches: POST /control/<what>,
JSON."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from tests.botapi import BotApi


class Controlled(BotApi):
    """`reset` forgets; `counts` tells; `presses` plays people who press a button and wait for the edit."""

    async def control(self, what: str, given: dict[str, Any]) -> Any:
        if what == "reset":
            self.chats.clear()
            self.at.clear()
            self.methods.clear()
            return {}
        if what == "counts":
            least, most = min(self.at, default=0), max(self.at, default=0)
            sent = sum(self.chats.values())
            return {
                "chats": len(self.chats),
                "sent": sent,
                "from": least,
                "to": most,
                "methods": dict(self.methods),
            }
        return await Crowd(self).press(**given)


class Crowd:
    """People who each press one button a time; a press is answered when its message was edited (or another
    sent)."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._waiting: dict[int, tuple[float, asyncio.Future[float]]] = {}
        api.updates = api.updates or asyncio.Queue()
        api.edited = self._shown
        api.sent_to = lambda given: self._shown(given)

    def _shown(self, given: dict[str, str]) -> None:
        if found := self._waiting.pop(int(given["chat_id"]), None):
            began, done = found
            done.set_result(time.perf_counter() - began)

    async def press(self, chats: list[int], data: str, first: int, at_once: int, rate: float = 0) -> Any:
        """One press a chat, `at_once` at a time or `rate` a second. Returns seconds in all and for each."""
        slots = asyncio.Semaphore(at_once)
        began = time.perf_counter()

        async def one(number: int, chat: int) -> float:
            if rate:
                await asyncio.sleep(number / rate)
            async with slots:
                done: asyncio.Future[float] = asyncio.get_running_loop().create_future()
                self._waiting[chat] = time.perf_counter(), done
                assert self._api.updates is not None
                self._api.updates.put_nowait(_update(first + number, chat, data))
                return await asyncio.wait_for(done, 120)

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
    api = Controlled()
    async with api.serving():
        print(api.url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
