"""A person in front of the strict local Telegram, in any language: buttons are found by their tokens."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

PATIENCE = 10.0  # seconds


@dataclass
class Talk:
    """One person's chat with the bot. `who` is the judge's Person."""

    who: Any

    def shown(self) -> list[Any]:
        """The bot's messages as they stand, the newest first."""
        return [heard for heard in reversed(self.who.history) if heard.from_bot]

    def button(self, token: str) -> tuple[Any, Any] | None:
        """The newest message with a button of that beginning, and the button."""
        found = ((m, b) for m in self.shown() for row in m.buttons for b in row)
        return next(((m, b) for m, b in found if str(b.value).startswith(token)), None)

    async def until(self, condition: Any, what: str) -> Any:
        """Wait until the condition is true of this chat; what it came to."""
        for _ in range(int(PATIENCE / 0.02)):
            if found := condition():
                return found
            await asyncio.sleep(0.02)
        raise AssertionError(f"no {what}; the last was {[m.text or m.caption for m in self.shown()[:3]]}")

    async def presses(self, token: str) -> Any:
        """Press the newest button of that beginning, and wait until its message shows it; returns that."""
        before, button = await self.until(lambda: self.button(token), f"button {token}")
        await self.who.presses(button.text, on=before)

        def changed() -> Any:
            now = next(m for m in self.shown() if m.message_id == before.message_id)
            return now if (now.text, now.buttons) != (before.text, before.buttons) else None

        return await self.until(changed, f"change after {token}")

    async def says(self, text: str) -> Any:
        """Say something and wait for the answer; returns the newest message."""
        before = self.who.chat.heard_count
        await self.who.says(text)
        await self.until(lambda: self.who.chat.heard_count > before, f"answer to {text!r}")
        await self.quiet()
        return self.shown()[0]

    async def quiet(self) -> None:
        """Wait until nothing more comes for a moment."""
        before = -1
        while before != self.who.chat.heard_count:
            before = self.who.chat.heard_count
            await asyncio.sleep(0.15)

    async def begins(self, plan: str = "phone-leaves-bed", start: str = "/start") -> None:
        """Onboarding, with whatever comes first."""
        await self.who.says(start)
        steps = (
            "hello.ok",
            "focus.time",
            "itch.skip",
            "daypart.skip",
            "zone.",
            f"plan.{plan}",
            "cue.",
            "action.",
        )
        for step in [s for s in steps if "plan_" not in start or not s.startswith("plan.")]:
            await self.presses(f"onboarding.{step}")
        await self.presses("settings.why.skip")
        await self.quiet()
