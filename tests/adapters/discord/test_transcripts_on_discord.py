"""The transcripts of the terminal, through Discord's rendering and back: no word and no button is lost."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.discord.custom_ids import FORM, PRESS, WORDS
from bot.adapters.discord.render import DiscordRenderer
from bot.content.rendered import Message, ShownButton
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.model.inputs import Account, Incoming
from bot.core.model.library import Library
from tests.transcripts.test_transcripts import FILES, START, Script
from tests.world import CONTENT, Post, World

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


# A request to type something, in the languages of the transcripts; a command can be typed everywhere.
REQUESTS = re.compile(
    r"(?<!you )\btype (?!/)|\bescribe (?!/)|\bescríbe(?!lo donde)|\bo escribir\b", re.IGNORECASE
)


def is_heard_in_a_server(message: Message, render: DiscordRenderer) -> bool:
    """Whether nothing is asked for in a server that cannot be heard there: a request to type needs a button
    that opens a field."""
    if not REQUESTS.search(message.html):
        return True
    views = (piece.view for piece in render.pieces(message, typed=False))
    ids = [
        b["custom_id"] for view in views if view for row in view.to_components() for b in row["components"]
    ]
    return any(each.startswith((FORM, WORDS)) for each in ids)


def through(message: Message, render: DiscordRenderer) -> Message:
    """The message as it is on Discord, for a console to show."""
    assert is_heard_in_a_server(message, render), message.html
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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["topics", "talk"])
def test_what_answers_words_without_a_question_asks_for_no_typing(language: str, name: str) -> None:
    """These replies wait for nothing, so in a server no field is opened for them."""
    lines = (CONTENT / "locales" / language / f"{name}.ftl").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#") and REQUESTS.search(line)] == []
