"""One person's conversation in a terminal: typed lines become turns, messages become blocks of text."""

from __future__ import annotations

import logging
import os
import re
import unicodedata
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bot.adapters.console.pressable_buttons import PressableButtons
from bot.adapters.console.render import Block
from bot.adapters.kit.features import CONSOLE
from bot.adapters.kit.outgoing import prepared
from bot.content.rendered import Message
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.core.model.messages import Document, Text
from bot.core.typed import understand
from bot.storage.engine.errors import Passing, StorageFull

log = logging.getLogger(__name__)
DEFAULT_NAME = "you"
MAX_NAME_LENGTH = 100


class ChatService(Protocol):
    """The part of the service that the console needs."""

    wording: Wording

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]: ...


def account_of(name: str = "") -> Account:
    """The account of a person at this machine. Names that differ in case or blanks are the same person."""
    plain = " ".join(understand.clean(unicodedata.normalize("NFC", name)).split())[:MAX_NAME_LENGTH]
    return Account("console", plain.casefold() or DEFAULT_NAME, name=plain)


class Console:
    """One person's conversation. `exports`: the folder for documents. `failed` becomes true when an answer
    could not be given."""

    def __init__(
        self, service: ChatService, account: Account, exports: Path, language: str = "", zone: str = ""
    ) -> None:
        self.account = account
        self.failed = False
        self._service, self._exports, self._zone = service, exports, zone
        self._language = language
        self._buttons = PressableButtons()

    async def start(self) -> list[Block]:
        """Start the onboarding of a new person; show a known one where things stand."""
        return await self._turn(SlashCommand("start"))

    async def answer(self, line: str) -> list[Block]:
        """Answer a typed line. Never raises: a failure is answered by an apology."""
        if last := self._buttons.missed(line):  # the buttons stay as they are
            return [Block(self.words("console-no-number", last=str(last)))]
        return await self._turn(self._said(line))

    async def nudge(self, message: Message) -> Block:
        """A nudge as it is shown."""
        message = await prepared(message, CONSOLE)
        return Block(self._html(message), self._buttons.nudge(message))

    def commands(self) -> dict[str, str]:
        """The names of the slash commands and their purposes."""
        return dict(sorted(self._service.wording.commands(COACH.menu, self._language).items()))

    def words(self, key: str, **args: str) -> str:
        """A text of the console itself, as an HTML fragment."""
        return self._service.wording.html(Text(key, args), self._language)

    async def _turn(self, said: Input) -> list[Block]:
        incoming = Incoming(self.account, said, str(uuid.uuid4()), self._language, self._zone)
        try:
            messages = [await prepared(message, CONSOLE) for message in await self._service.turn(incoming)]
        except Passing as error:
            log.info("no answer: %s", error)
            return self._apology("console-full" if isinstance(error, StorageFull) else "console-away")
        except Exception:  # a bug must not end the chat
            log.exception("no answer")
            return self._apology("console-mistake")
        return self._shown(messages)

    def _apology(self, key: str) -> list[Block]:
        self.failed = True
        return [Block(self.words(key))]

    def _shown(self, messages: Sequence[Message]) -> list[Block]:
        self._language = next((m.language for m in messages if m.language), self._language)
        buttons = self._buttons.answer(messages)
        return [Block(self._html(m), b) for m, b in zip(messages, buttons, strict=True)]

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
        if button := self._buttons.pressed(line):
            return ButtonPress(button.token)
        text = understand.clean(line)
        if match := re.fullmatch(r"/([^\W\d_]\w*)(?:\s+(.*))?", text, re.DOTALL):
            return SlashCommand(match[1].lower(), match[2] or "")
        return TypedText(text)


def save(document: Document, folder: Path) -> Path:
    """Write a document that only its owner can read, beside earlier ones of the same name; returns its path.
    Raises OSError, and leaves no partial file then."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _unused(folder / Path(document.name).name)
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(document.content)
        part.rename(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return path


def _unused(path: Path) -> Path:
    """`path`, or the first of path-2, path-3 … that does not exist."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate
