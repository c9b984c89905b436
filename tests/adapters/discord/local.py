"""A small Discord of the tests' own: as much of its HTTP API and gateway as the adapter uses, on loopback.

It hands out what a bot is told and keeps what a bot does; what it is not asked for it does not know (404). It
checks little: the limits of texts, of components and of interactions, which is what an adapter gets wrong.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

APPLICATION = 100
EPHEMERAL, LOADING = 64, 128
CHANNEL, DM = 0, 1
COMMAND, COMPONENT, COMPLETION, MODAL = 2, 3, 4, 5  # kinds of interactions
Json = dict[str, Any]


def user(number: int, name: str, *, bot: bool = False) -> Json:
    return {"id": str(number), "username": name, "global_name": name, "discriminator": "0", "avatar": None,
            "bot": bot}  # fmt: skip


@dataclass
class Interaction:
    """One use of a command, a button or a modal. `answers`: the kinds of first answers; `messages`: what
    followed, by id; `shows`: a modal, or the choices of a completion."""

    id: int
    token: str
    kind: int
    born: float
    source: Json | None = None
    answers: list[int] = field(default_factory=list)
    took: float = 0.0
    messages: dict[str, Json] = field(default_factory=dict)
    deleted: bool = False
    shows: Json = field(default_factory=dict)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    followed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def thinking(self) -> bool:
        original = self.messages.get("@original", {})
        return bool(original.get("flags", 0) & LOADING) and not self.deleted


@dataclass
class Fault:
    """What happens to the next call of a path: a refusal (`status`, `code`), or the line is cut (`status` 0),
    before it arrives or `after`."""

    path: str
    status: int
    code: int = 0
    after: bool = False
    retry_after: float = 0.05


class LocalDiscord:
    """Use as `async with LocalDiscord() as discord`. `calls` counts "METHOD /path" with numbers left out."""

    def __init__(self, token: str = "local", *, shards: int = 1) -> None:  # noqa: S107
        self.token, self.shards = token, shards
        self.calls: Counter[str] = Counter()
        self.bodies: list[tuple[str, Json]] = []
        self.faults: list[Fault] = []
        self.commands: list[Json] = []
        self.interactions: dict[str, Interaction] = {}
        self.posted: dict[int, list[Json]] = {}  # channel → messages of the bot
        self.threads: list[Json] = []
        self.channels: dict[str, Json] = {}  # by id, beside the threads
        self.left: set[str] = set()  # who is in no server any more
        self.wrong: list[str] = []
        self.identified: list[Json] = []
        self.resumed = 0
        self.nonsense = 0  # so many answers that are none of Discord's
        self.other_gateway = ""  # told in place of its own
        self.connections: list[web.WebSocketResponse] = []
        self.up = asyncio.Event()
        self.busy: Callable[[], bool] = lambda: False  # whether the bot is still at it
        self._numbers = itertools.count(10_000)
        self._sequence = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def __aenter__(self) -> LocalDiscord:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.goes_away()

    async def goes_away(self) -> None:
        for connection in list(self.connections):
            await connection.close(code=1001)
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    @property
    def told_gateway(self) -> str:
        return self.other_gateway or self.gateway_url

    def number(self) -> int:
        return next(self._numbers)

    # --- the gateway

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.connections.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._packet(socket, json.loads(message.data))
        self.connections.remove(socket)
        return socket

    async def _packet(self, socket: web.WebSocketResponse, packet: Json) -> None:
        if packet["op"] == 1:
            await socket.send_json({"op": 11})
        elif packet["op"] == 2:
            self.identified.append(packet["d"])
            if packet["d"]["token"] != self.token:
                await socket.close(code=4004)
                return
            await self._send(socket, "READY", self._ready(packet["d"]))
        elif packet["op"] == 6:
            self.resumed += 1
            await self._send(socket, "RESUMED", {})
        self.up.set()

    def _ready(self, identify: Json) -> Json:
        return {"v": 10, "user": user(APPLICATION, "coach", bot=True), "session_id": "s", "guilds": [],
                "resume_gateway_url": self.told_gateway, "shard": identify.get("shard", [0, 1]),
                "application": {"id": str(APPLICATION), "flags": 0}}  # fmt: skip

    async def _send(self, socket: web.WebSocketResponse, event: str, data: Json) -> None:
        await socket.send_json({"op": 0, "t": event, "s": next(self._sequence), "d": data})

    async def connected(self) -> None:
        """Wait until a bot is there."""
        async with asyncio.timeout(10):
            await self.up.wait()

    async def tell(self, event: str, data: Json) -> None:
        """Something happens, and the bot hears of it."""
        await self._send(self.connections[-1], event, data)

    # --- the HTTP API

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        from tests.adapters.discord.routes import ROUTES, refuse

        parts = request.match_info["path"].split("/")
        path = "/".join("*" if p.isdecimal() or len(p) > 30 else p for p in parts)
        call = f"{request.method} /{path}"
        self.calls[call] += 1
        fault = next((f for f in self.faults if f.path == call), None)
        if fault:
            self.faults.remove(fault)
            if not fault.after:
                return self._fail(fault, request)
        if self.nonsense:
            self.nonsense -= 1
            return web.Response(text="<html>Please sign in to the Wi-Fi</html>", content_type="text/html")
        if request.headers.get("Authorization", f"Bot {self.token}") != f"Bot {self.token}":
            return refuse(401, 0)
        body = await self._body(request)
        self.bodies.append((call, body))
        if call not in ROUTES:
            self.wrong.append(f"unknown {call}")
            return refuse(404, 0)
        answer = ROUTES[call](self, parts, body)
        if fault:
            return self._fail(fault, request)
        return answer

    def _fail(self, fault: Fault, request: web.Request) -> web.Response:
        if fault.status == 0 and request.transport:
            request.transport.abort()
        body = {"code": fault.code, "message": "no", "retry_after": fault.retry_after, "global": False}
        text, kind = json.dumps(body), "application/json"
        return web.Response(body=text, status=fault.status or 500, content_type=kind, headers={"Via": "1.1"})

    async def _body(self, request: web.Request) -> Json:
        if request.content_type != "multipart/form-data":
            body = json.loads(await request.read() or b"{}")
            return body if isinstance(body, dict) else {"list": body}
        body, files = {}, []
        async for part in await request.multipart():
            data = await part.read()
            if part.name == "payload_json":
                body = json.loads(data)
            else:
                files.append((part.filename, bytes(data)))
        return {**body, "files": files}

    def fail(self, path: str, status: int, code: int = 0, *, times: int = 1, **more: Any) -> None:
        """Refuse the next calls of a path; `status` 0 cuts the line, before anything was done or `after`."""
        self.faults += [Fault(path, status, code, **more)] * times

    # --- what is wrong with a message

    def check(self, body: Json) -> None:
        if len(body.get("content") or "") > 2000:
            self.wrong.append(f"content of {len(body['content'])} characters")
        rows = body.get("components") or []
        buttons = [b for row in rows for b in row.get("components", ())]
        if len(rows) > 5 or any(len(row.get("components", ())) > 5 for row in rows):
            self.wrong.append("too many buttons")
        ids = [b.get("custom_id", "") for b in buttons]
        if len(set(ids)) < len(ids) or any(not 0 < len(i) <= 100 for i in ids):
            self.wrong.append(f"custom ids {ids}")
        if body.get("allowed_mentions", {}).get("parse") != []:
            self.wrong.append("mentions are allowed")


def buttons(message: Json) -> dict[str, str]:
    """A message's buttons: label → custom_id."""
    rows: Iterable[Json] = message.get("components") or ()
    return {b["label"]: b["custom_id"] for row in rows for b in row["components"] if "label" in b}


def now() -> float:
    return time.monotonic()
