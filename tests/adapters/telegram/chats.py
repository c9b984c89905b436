"""Chats as the tests' Bot API server keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Chat:
    """A chat as it stands: message id → Message of the Bot API. `said`: what the bot said, edits too."""

    id: int
    kind: str = "private"
    language: str = "en"
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    said: list[dict[str, Any]] = field(default_factory=list)
    keyboard: Any = None

    @property
    def info(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.kind, "first_name": "Ann", "title": "Team"}

    @property
    def user(self) -> dict[str, Any]:
        return {"id": abs(self.id), "is_bot": False, "first_name": "Ann", "language_code": self.language}

    @property
    def last(self) -> dict[str, Any]:
        return self.said[-1]

    def buttons(self, message: dict[str, Any] | None = None) -> dict[str, str]:
        """Label → data (or address) of a message, the last one unless told."""
        rows = (message or self.last).get("reply_markup", {}).get("inline_keyboard", [])
        return {b["text"]: b.get("callback_data") or b.get("url", "") for row in rows for b in row}


def shown(message: dict[str, Any]) -> str:
    return str(message.get("text") or message.get("caption") or "")
