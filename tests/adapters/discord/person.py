"""Somebody on the small Discord: what she does there, and what she is shown."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.adapters.discord.coach import until
from tests.adapters.discord.local import (
    APPLICATION,
    CHANNEL,
    COMMAND,
    COMPLETION,
    COMPONENT,
    DM,
    MODAL,
    Interaction,
    Json,
    LocalDiscord,
    buttons,
    now,
    user,
)
from tests.adapters.discord.routes import as_told

SERVER, CORNER = 50, 60
LONG_AGO = "2026-01-01T00:00:00+00:00"
EVERYTHING = str((1 << 53) - 1)
_numbers = itertools.count(200)


@dataclass
class Person:
    """`messages` are those that she can press buttons on, the newest last."""

    discord: LocalDiscord
    locale: str = "en-US"
    number: int = field(default_factory=lambda: next(_numbers))
    seen: list[Interaction] = field(default_factory=list)

    @property
    def dm(self) -> int:
        """Her channel with the bot."""
        return int(f"{self.number}7")

    def _event(
        self, kind: int, data: Json, *, dm: bool, message: Json | None = None
    ) -> tuple[Interaction, Json]:
        it = Interaction(self.discord.number(), secrets.token_hex(20), kind, now(), message)
        self.discord.interactions[it.token] = it
        who = user(self.number, f"person{self.number}")
        event: Json = {
            "id": str(it.id), "application_id": str(APPLICATION), "type": kind, "version": 1,
            "token": it.token, "data": data, "locale": self.locale, "attachment_size_limit": 1000,
            "entitlements": [], "app_permissions": EVERYTHING,
            "authorizing_integration_owners": {"0": str(SERVER)},
        }  # fmt: skip
        if message:
            event["message"] = {**as_told(message), "attachments": []}
        return it, event | (self._in_dm(who) if dm else self._in_server(who))

    def _in_dm(self, who: Json) -> Json:
        channel = {"id": str(self.dm), "type": DM, "recipients": [who]}
        return {"user": who, "context": 1, "channel": channel, "channel_id": str(self.dm)}

    def _in_server(self, who: Json) -> Json:
        channel = {"id": str(CORNER), "type": CHANNEL, "guild_id": str(SERVER), "name": "corner",
                   "position": 0, "permissions": EVERYTHING}  # fmt: skip
        member = {"user": who, "roles": [], "joined_at": LONG_AGO, "deaf": False, "mute": False, "flags": 0,
                  "permissions": EVERYTHING}  # fmt: skip
        return {
            "member": member,
            "context": 0,
            "channel": channel,
            "channel_id": str(CORNER),
            "guild_id": str(SERVER),
            "guild": {"id": str(SERVER), "features": [], "locale": "en-US"},
        }

    async def _does(
        self, kind: int, data: Json, *, dm: bool, message: Json | None = None, seconds: float = 5
    ) -> Interaction:
        """Do it, and wait until the answer is whole."""
        it, event = self._event(kind, data, dm=dm, message=message)
        await self.discord.tell("INTERACTION_CREATE", event)
        await asyncio.wait_for(it.answered.wait(), seconds)
        if it.answers[0] not in (8, 9):
            await asyncio.wait_for(it.followed.wait(), seconds)
            await until(lambda: not self.discord.busy(), seconds)
        self.seen.append(it)
        return it

    async def runs(self, name: str, *, dm: bool = False, seconds: float = 5, **options: str) -> Interaction:
        given = [{"name": n, "type": 3, "value": v} for n, v in options.items()]
        data = {"id": "1", "name": name, "type": 1, "options": given}
        return await self._does(COMMAND, data, dm=dm, seconds=seconds)

    async def completes(self, name: str, option: str, typed: str) -> list[str]:
        given = [{"name": option, "type": 3, "value": typed, "focused": True}]
        data = {"id": "1", "name": name, "type": 1, "options": given}
        it = await self._does(COMPLETION, data, dm=False)
        return [choice["name"] for choice in it.shows["choices"]]

    async def presses(self, label: str, *, dm: bool = False) -> Interaction:
        message = self.newest_with(label)
        return await self.uses(buttons(message)[label], message, dm=dm)

    async def uses(self, custom_id: str, message: Json, *, dm: bool = False) -> Interaction:
        """Press a button, on a message that may have had it in an older release."""
        if custom_id not in buttons(message).values():
            old = {"type": 2, "custom_id": custom_id, "label": "?", "style": 2}
            message["components"] = [*message["components"], {"type": 1, "components": [old]}]
        data = {"component_type": 2, "custom_id": custom_id}
        return await self._does(COMPONENT, data, dm=dm, message=message)

    async def chooses(self, custom_id: str, channel: str, beside: str) -> Interaction:
        """Choose a channel, of any server, in a select of the newest message that has that button too."""
        data = {"component_type": 8, "custom_id": custom_id, "values": [channel]}
        return await self._does(COMPONENT, data, dm=False, message=self.newest_with(beside))

    async def sends_in(self, modal: Interaction, values: dict[str, str], *, dm: bool = False) -> Interaction:
        parts = [{"type": 18, "id": n, "component": {"type": 4, "custom_id": k, "value": v}}
                 for n, (k, v) in enumerate(values.items())]  # fmt: skip
        data = {"custom_id": modal.shows["custom_id"], "components": parts}
        return await self._does(MODAL, data, dm=dm, message=modal.source)

    async def says(self, text: str, *, bot: bool = False, **more: Any) -> None:
        """Type something in the direct message; `guild_id`: in a server."""
        who = user(self.number, "p", bot=bot)
        nothing: Json = {name: [] for name in ("embeds", "mentions", "mention_roles", "attachments")}
        await self.discord.tell("MESSAGE_CREATE", {
            **nothing, "id": str(self.discord.number()), "channel_id": str(self.dm), "author": who, "type": 0,
            "content": text, "timestamp": LONG_AGO, "edited_timestamp": None, "tts": False, "pinned": False,
            "mention_everyone": False, **more,
        })  # fmt: skip

    def newest_with(self, label: str) -> Json:
        answers = [m for it in self.seen for m in it.messages.values()]
        found = [m for m in (*self.discord.posted.get(self.dm, ()), *answers) if label in buttons(m)]
        assert found, f"no button {label!r}"
        return max(found, key=lambda message: int(message["id"]))
