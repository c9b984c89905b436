"""The console's side of the conversation: one person, what they typed, and what is shown to them."""

from __future__ import annotations

import logging
import os
import re
import unicodedata
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bot.adapters.console.keys import Keys
from bot.adapters.console.render import Block
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.core.model.messages import Document, Text
from bot.core.typed import understand
from bot.storage.engine.errors import Passing, StorageFull

log = logging.getLogger(__name__)
NOBODY = "you"  # who somebody is who gives no name
LONGEST_NAME = 100  # characters


class ChatService(Protocol):
    """What the console needs of the service."""

    wording: Wording

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]: ...


def account(name: str = "") -> Account:
    """Somebody at this machine. Capitals and blanks make no other person."""
    plain = " ".join(understand.clean(unicodedata.normalize("NFC", name)).split())[:LONGEST_NAME]
    return Account("console", plain.casefold() or NOBODY, name=plain)


class Console:
    """One person's conversation. `exports`: the folder where documents are put. `failed` turns true when an
    answer could not be given."""

    def __init__(
        self, service: ChatService, who: Account, exports: Path, language: str = "", zone: str = ""
    ) -> None:
        self.who = who
        self.failed = False
        self._service, self._exports, self._zone = service, exports, zone
        self._language = language
        self._keys = Keys()

    async def start(self) -> list[Block]:
        """Say hello: to somebody new the beginning, to others where things stand."""
        return await self._turn(SlashCommand("start"))

    async def hear(self, line: str) -> list[Block]:
        """Answer a typed line. Never raises for what the service or its database does."""
        if last := self._keys.missed(line):  # what can be pressed stays as it is
            return [Block(self.words("console-no-number", last=str(last)))]
        return await self._turn(self._said(line))

    def arrive(self, message: Message) -> Block:
        """Show what the coach writes of its own accord."""
        return Block(self._html(message), self._keys.arrive(message))

    def commands(self) -> dict[str, str]:
        """Slash commands and what they are for."""
        return dict(self._service.wording.commands(self._language))

    def words(self, key: str, **args: str) -> str:
        """Words of the console itself, as an HTML fragment."""
        return self._service.wording.html(Text(key, args), self._language)

    async def _turn(self, said: Input) -> list[Block]:
        incoming = Incoming(self.who, said, str(uuid.uuid4()), self._language, self._zone)
        try:
            messages = await self._service.turn(incoming)
        except Passing as error:
            log.info("no answer: %s", error)  # the person is told
            return self._sorry("console-full" if isinstance(error, StorageFull) else "console-away")
        except Exception:  # a mistake of ours must not end somebody's chat
            log.exception("no answer")
            return self._sorry("console-mistake")
        return self._shown(messages)

    def _sorry(self, key: str) -> list[Block]:
        self.failed = True
        return [Block(self.words(key))]

    def _shown(self, messages: Sequence[Message]) -> list[Block]:
        self._language = next((m.language for m in messages if m.language), self._language)
        keys = self._keys.answer(messages)
        return [Block(self._html(m), k) for m, k in zip(messages, keys, strict=True)]

    def _html(self, message: Message) -> str:
        return message.html + ("\n" + self._saved(message.document) if message.document else "")

    def _saved(self, document: Document) -> str:
        try:
            return self.words("console-saved", path=str(save(document, self._exports)))
        except OSError as error:
            log.warning("document not saved: %s", error)
            self.failed = True
            return self.words("console-not-saved", path=str(self._exports))

    def _said(self, line: str) -> Input:
        if key := self._keys.pressed(line):
            return ButtonPress(key.token)
        text = understand.clean(line)
        if match := re.fullmatch(r"/([^\W\d_]\w*)(?:\s+(.*))?", text, re.DOTALL):
            return SlashCommand(match[1].lower(), match[2] or "")
        return TypedText(text)


def save(document: Document, folder: Path) -> Path:
    """Write a document where only its owner can read it, beside any earlier one of its name. Raises OSError,
    and then leaves no half of it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _free(folder / Path(document.name).name)
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(document.content)
        part.rename(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return path


def _free(path: Path) -> Path:
    """`path`, or the first of path-2, path-3 … that nobody has taken."""
    taken, number = path, 2
    while taken.exists():
        taken = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return taken
