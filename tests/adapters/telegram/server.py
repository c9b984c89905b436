"""A small Bot API server of the tests' own, over real HTTP: it keeps chats, hands out updates, plays persons,
and fails in the ways that matter. It is no judge of a call's form."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from collections import defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass
from time import time
from typing import Any

from aiohttp import ClientSession, web

from tests.adapters.telegram.chats import Chat, shown

TOKEN = "123456:AAF-of_nobody_at_all-0123456789-abcdef"
ME = {"id": 123456, "is_bot": True, "first_name": "Test", "username": "test_bot"}
PATIENCE = 20.0  # seconds that a test waits for what must come


@dataclass
class Call:
    method: str
    given: dict[str, Any]
    at: float


class BotApi:
    """`faults[method]`: what the next calls meet: "429:3", "500", "403", "401", "409", "400:why", "drop" (the
    line is cut before anything is done), "late" (it is cut after that), "slow:0.5"."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self.calls: list[Call] = []
        self.chats: dict[int, Chat] = {}
        self.faults: defaultdict[str, deque[str]] = defaultdict(deque)
        self.ended: list[str] = []  # methods of calls that were carried out
        self.cut: list[str] = []  # the same, where the bot had hung up meanwhile
        self.updates: list[dict[str, Any]] = []
        self.confirmed = 0  # the highest update that the bot said it has
        self.webhook: dict[str, Any] = {}
        self.profile: dict[tuple[str, str], Any] = {}
        self.next_update = 7001
        self._ids = itertools.count(1)
        self._news = asyncio.Event()

    async def __aenter__(self) -> BotApi:
        app = web.Application(client_max_size=60 << 20)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    # --- persons

    def chat(self, number: int = 1001, **more: Any) -> Chat:
        return self.chats.setdefault(number, Chat(number, **more))

    def put(self, update: dict[str, Any]) -> int:
        """An update for the bot; returns its number."""
        self.updates.append(self._numbered(update))
        self._changed()
        return int(update["update_id"])

    def _numbered(self, update: dict[str, Any]) -> dict[str, Any]:
        update.setdefault("update_id", self.next_update)
        self.next_update += 1
        return update

    def says(self, chat: Chat, text: str = "", **more: Any) -> int:
        """Somebody sends a text, or whatever `more` says."""
        return self.put(
            {"message": self._post(chat, chat.user, {**({"text": text} if text else {}), **more})}
        )

    def presses(self, chat: Chat, label: str = "", data: str = "") -> int:
        """Somebody presses a button on the newest message that has it."""
        shown = [m for m in reversed(chat.messages.values()) if data or label in chat.buttons(m)]
        query = {"id": str(next(self._ids)), "from": chat.user, "message": shown[0], "chat_instance": "1"}
        return self.put({"callback_query": {**query, "data": data or chat.buttons(shown[0])[label]}})

    def member(self, chat: Chat, old: str, new: str) -> int:
        """The bot's place in a chat changes: "member", "kicked", "left"."""
        bot = [{"user": ME, "status": status, "until_date": 0} for status in (old, new)]
        change = {"chat": chat.info, "from": chat.user, "date": 0}
        return self.put({"my_chat_member": {**change, "old_chat_member": bot[0], "new_chat_member": bot[1]}})

    async def until(self, condition: Any, seconds: float = PATIENCE) -> None:
        """Wait until something is the case."""
        async with asyncio.timeout(seconds):
            while not condition():
                news = self._news
                await news.wait()

    async def hears(self, chat: Chat, words: str, seconds: float = PATIENCE) -> dict[str, Any]:
        """Wait until the bot has said (or edited in) these words; the message as it stands then."""
        found: list[dict[str, Any]] = []

        def heard() -> bool:
            found[:] = [m for m in chat.messages.values() if m["from"] == ME and words in shown(m)]
            return bool(found)

        try:
            await self.until(heard, seconds)
        except TimeoutError:
            raise AssertionError(f"{words!r} is not among {[shown(m) for m in chat.said[-5:]]}") from None
        return found[-1]

    def of(self, *methods: str) -> list[dict[str, Any]]:
        """What was given to these methods so far."""
        return [call.given for call in self.calls if call.method in methods]

    async def bring(self, update: dict[str, Any], url: str, secret: str | None = None) -> int:
        """Push an update to a webhook; returns the status of the answer."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        async with (
            ClientSession() as session,
            session.post(url, json=self._numbered(update), headers=headers) as answer,
        ):
            return answer.status

    # --- the server

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = {key: _value(value) for key, value in (await request.post()).items()}
        self.calls.append(Call(method, given, asyncio.get_running_loop().time()))
        fault, _, detail = (self.faults[method].popleft() if self.faults[method] else "").partition(":")
        if request.match_info["token"] != TOKEN or fault == "401":
            return _refuse(401, "Unauthorized")
        if fault == "drop" and request.transport:
            request.transport.abort()
        if fault in ("drop", "429", "500", "403", "409", "400"):
            return _refused(fault, detail)
        if fault == "slow":
            await asyncio.sleep(float(detail))
        result = await getattr(self, f"_{snake(method)}", self._anything)(given)
        self.ended.append(method)
        if request.transport is None:
            self.cut.append(method)
        self._changed()
        if fault == "late" and request.transport:
            request.transport.abort()
        return (
            result if isinstance(result, web.Response) else web.json_response({"ok": True, "result": result})
        )

    def _changed(self) -> None:
        self._news.set()
        self._news = asyncio.Event()  # whoever waits looks again, and then for what comes next

    async def _anything(self, given: dict[str, Any]) -> Any:
        return True

    async def _get_me(self, given: dict[str, Any]) -> Any:
        return {
            **ME,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    async def _get_updates(self, given: dict[str, Any]) -> Any:
        self.confirmed = max(self.confirmed, int(given.get("offset", 0)) - 1)
        self.updates = [u for u in self.updates if u["update_id"] > self.confirmed]
        self._changed()
        if not self.updates and given.get("timeout"):
            with suppress(TimeoutError):
                await self.until(lambda: self.updates, float(given["timeout"]))
        return self.updates[: int(given.get("limit", 100))]

    async def _set_webhook(self, given: dict[str, Any]) -> Any:
        self.webhook = given
        return True

    async def _get_my_commands(self, given: dict[str, Any]) -> Any:
        return self.profile.get((_menu(given), given.get("language_code", "")), [])

    async def _set_my_commands(self, given: dict[str, Any]) -> Any:
        self.profile[_menu(given), given.get("language_code", "")] = given["commands"]
        return True

    async def _delete_my_commands(self, given: dict[str, Any]) -> Any:
        self.profile.pop((_menu(given), given.get("language_code", "")), None)
        return True

    def __getattr__(self, name: str) -> Any:
        """get_my_name, set_my_description and the like."""
        match = re.fullmatch("_(get|set)_my_(name|description|short_description)", name)
        if match is None:
            raise AttributeError(name)
        verb, what = match.groups()

        async def answer(given: dict[str, Any]) -> Any:
            language = given.get("language_code", "")
            if verb == "set":
                self.profile[what, language] = given.get(what, "")
                return True
            return {what: self.profile.get((what, language)) or self.profile.get((what, ""), "")}

        return answer

    async def _send_message(self, given: dict[str, Any]) -> Any:
        chat = self.chat(int(given["chat_id"]))
        if "keyboard" in given.get("reply_markup", {}) or "remove_keyboard" in given.get("reply_markup", {}):
            chat.keyboard = given.pop("reply_markup").get("keyboard")
        return self._said(chat, self._post(chat, ME, _content(given)))

    async def _send_document(self, given: dict[str, Any]) -> Any:
        chat = self.chat(int(given["chat_id"]))
        file = {"file_id": "f", "file_unique_id": "u"}
        return self._said(chat, self._post(chat, ME, {**_content(given), "document": file}))

    async def _send_photo(self, given: dict[str, Any]) -> Any:
        chat = self.chat(int(given["chat_id"]))
        sizes = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
        return self._said(chat, self._post(chat, ME, {**_content(given), "photo": sizes}))

    async def _edit_message_text(self, given: dict[str, Any]) -> Any:
        chat, number = self.chat(int(given["chat_id"])), int(given["message_id"])
        head = {k: v for k, v in chat.messages[number].items() if k in ("message_id", "from", "chat", "date")}
        return self._edited(chat, number, {**head, **_content(given)})

    async def _edit_message_reply_markup(self, given: dict[str, Any]) -> Any:
        chat, number = self.chat(int(given["chat_id"])), int(given["message_id"])
        rest = {k: v for k, v in chat.messages[number].items() if k != "reply_markup"}
        return self._edited(chat, number, {**rest, **_content(given)})

    async def _delete_message(self, given: dict[str, Any]) -> Any:
        return bool(self.chat(int(given["chat_id"])).messages.pop(int(given["message_id"]), None))

    def _edited(self, chat: Chat, number: int, new: dict[str, Any]) -> Any:
        if chat.messages[number] == new:
            return _refuse(400, "Bad Request: message is not modified")
        chat.messages[number] = new
        return self._said(chat, new)

    def _said(self, chat: Chat, message: dict[str, Any]) -> dict[str, Any]:
        chat.said.append(message)
        return message

    def _post(self, chat: Chat, who: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
        number = next(self._ids)
        chat.messages[number] = {
            "message_id": number,
            "from": who,
            "chat": chat.info,
            "date": int(time()),
            **content,
        }
        return chat.messages[number]


def snake(method: str) -> str:
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", method)


def _menu(given: dict[str, Any]) -> str:
    """Which menu of commands is meant: "commands" is the one of the default scope."""
    scope = given.get("scope", {}).get("type", "default")
    return "commands" if scope == "default" else f"commands of {scope}"


def _content(given: dict[str, Any]) -> dict[str, Any]:
    kept = ("text", "caption", "entities", "caption_entities", "reply_markup")
    content = {key: value for key, value in given.items() if key in kept}
    if "message_thread_id" in given:
        content |= {"message_thread_id": int(given["message_thread_id"]), "is_topic_message": True}
    return content


def _value(value: Any) -> Any:
    if isinstance(value, web.FileField):
        return {"name": value.filename, "content": value.file.read()}
    try:
        parsed = json.loads(value)
    except ValueError:
        return value
    return parsed if isinstance(parsed, (dict, list)) else value


def _refused(fault: str, detail: str) -> web.Response:
    if fault == "429":
        more = {"parameters": {"retry_after": int(detail or 1)}}
        return _refuse(429, f"Too Many Requests: retry after {detail or 1}", **more)
    words = {
        "500": "Internal Server Error",
        "403": "Forbidden: bot was blocked by the user",
        "409": "Conflict: terminated by other getUpdates request",
        "400": f"Bad Request: {detail}",
    }
    return _refuse(int(fault) if fault.isdecimal() else 500, words.get(fault, ""))


def _refuse(status: int, why: str, **more: Any) -> web.Response:
    return web.json_response({"ok": False, "error_code": status, "description": why, **more}, status=status)
