"""The transcripts of the terminal, through Discord's rendering and back: no word and no button is lost."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.discord.custom_ids import FORM, PRESS
from bot.adapters.discord.render import DiscordRenderer
from bot.content.rendered import Message, ShownButton
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.model.inputs import Account, Incoming
from bot.core.model.library import Library
from tests.transcripts.test_transcripts import FILES, START, Script
from tests.world import Post, World

COMMANDS = {name: 1000 + n for n, name in enumerate(command.name for command in COACH.commands)}


def plain(markdown: str) -> str:
    """What Discord shows of a content, as a fragment; bold and italic are left out, as a pipe leaves them."""
    hidden: list[str] = []

    def hide(match: re.Match[str]) -> str:
        hidden.append(html.escape(match[1]))
        return f"\x00{len(hidden) - 1}\x01"

    text = re.sub(r"\\([^0-9A-Za-z\s])", hide, markdown)
    text = re.sub(r"</([a-z]+):\d+>", r"/\1", text)
    links = re.compile(r"\[([^\[\]]*)\]\(<([^>]*)>\)")
    parts = [html.escape(part) if n % 3 != 2 else part for n, part in enumerate(links.split(text))]
    for n in range(1, len(parts), 3):
        parts[n : n + 2] = [f'<a href="{parts[n + 1]}">{parts[n]}</a>', ""]
    return re.sub(r"\x00(\d+)\x01", lambda m: hidden[int(m[1])], "".join(parts).replace("*", ""))


def through(message: Message, render: DiscordRenderer) -> Message:
    """The message as it is on Discord, for a console to show."""
    pieces = render.pieces(message, typed=True)
    components: list[Any] = [
        b for p in pieces if p.view for r in p.view.to_components() for b in r["components"]
    ]
    buttons = tuple(
        ShownButton(b["custom_id"].removeprefix(PRESS), b["label"])
        for b in components
        if not b["custom_id"].startswith(FORM)
    )
    return replace(message, html="\n\n".join(plain(p.content) for p in pieces), buttons=buttons)


@dataclass
class DiscordPost(Post):
    async def send(self, account: Account, message: Message) -> None:
        await super().send(account, through(message, self.world.render))  # type: ignore[attr-defined]


class DiscordWorld(World):
    def __init__(
        self,
        url: str,
        now: datetime,
        *,
        reloads: bool,
        content: tuple[Library, Wording] | None,
        listens: bool,
    ) -> None:
        super().__init__(url, now, reloads=reloads, content=content, listens=listens)
        self.render = DiscordRenderer(self.wording)
        self.render.commands = COMMANDS
        self.post = DiscordPost(self)

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]:
        return tuple(through(m, self.render) for m in await super().turn(incoming))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
async def test_a_transcript_is_the_same_on_discord(path: Path, url: str, tmp_path: Path) -> None:
    text = path.read_text("utf-8")  # noqa: ASYNC240 - nothing else runs meanwhile
    listens = path.stem.startswith("listening")
    async with DiscordWorld.open(url, START, reloads=False, listens=listens) as world:
        played = await Script(world, path.parent.name, tmp_path).play(text)
    assert played == text
