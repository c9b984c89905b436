"""The coach on Discord."""

from __future__ import annotations

import asyncio

from bot.delivery import Outbox, Refused
from bot.service import Service
from bot.settings import Settings


class Discord:
    """Not there yet."""

    name = "discord"
    outbox: Outbox

    def __init__(self, service: Service, settings: Settings) -> None:
        raise Refused("this release has no Discord yet")

    async def serve(self) -> None:
        await asyncio.Event().wait()
