"""A small server that knows just enough of the Bot API and of Discord's to say who the bot is."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

ME = {"id": 123456, "is_bot": True, "first_name": "Wise", "username": "wisebot"}
ANN = {"id": 77, "is_bot": False, "first_name": "Zenobia", "username": "zeno_of_elea", "language_code": "en"}
CHAT = {"id": 77, "type": "private", "first_name": "Zenobia"}
MESSAGE = {"message_id": 5, "date": 1_790_000_000, "chat": CHAT, "text": "…"}
RESULTS: dict[str, Any] = {
    "getMe": ME, "sendMessage": MESSAGE, "getMyCommands": [], "getMyName": {"name": ""},
    "getMyDescription": {"description": ""}, "getMyShortDescription": {"short_description": ""},
}  # fmt: skip


def says(words: str) -> dict[str, Any]:
    """An update: somebody writes."""
    return {"update_id": 9, "message": {**MESSAGE, "from": ANN, "text": words}}


@dataclass
class Platform:
    """`status`: what it answers; `off`: by how many seconds its clock is wrong; `asked`: paths and tokens.
    `updates`: what it brings to who asks for updates; `posted`: the methods that were called."""

    url: str = ""
    status: int = 200
    off: float = 0.0
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    updates: list[dict[str, Any]] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[Platform]:
    it = Platform()
    handler = type("Handler", (_Handler,), {"it": it})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    it.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield it
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    it: Platform

    def do_GET(self) -> None:
        self.it.asked.append((self.path, self.headers.get("Authorization")))
        self._answer({"ok": True, "result": ME})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        method = self.path.rpartition("/")[2]
        self.it.posted.append(method)
        updates: list[dict[str, Any]] = []
        if method == "getUpdates":
            updates, self.it.updates = self.it.updates, []
        if method == "getUpdates" and not updates:
            time.sleep(0.3)
        self._answer({"ok": True, "result": {"getUpdates": updates, **RESULTS}.get(method, True)})

    def _answer(self, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response_only(self.it.status)
        self.send_header("Date", formatdate(time.time() + self.it.off, usegmt=True))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...
