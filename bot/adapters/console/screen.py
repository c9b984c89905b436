"""The chat in a terminal: a prompt that keeps what one is typing while a message arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app_or_none, run_in_terminal
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout

from bot.adapters.console.adapter import Console
from bot.adapters.console.render import Block, Look, write
from bot.content.rendered import Message
from bot.core.model.inputs import Account

PROMPT = "> "


class Screen:
    """The terminal of one person. It is the port too through which the coach's own messages come (`send`).

    `look` is asked before each message: windows change their size. What was typed is remembered for the
    arrow keys as long as the chat runs, and is written to no file.
    """

    def __init__(self, console: Console, out: TextIO, look: Callable[[], Look]) -> None:
        self._console, self._out, self._look = console, out, look

    async def send(self, account: Account, message: Message) -> None:
        """Show a message above the line that is being typed."""
        arrived = self._console.arrive(message)
        app = get_app_or_none()
        if app is not None and app.is_running:
            await run_in_terminal(lambda: self.show([arrived]))
        else:
            self.show([arrived])

    def show(self, blocks: Iterable[Block]) -> None:
        """Write blocks where the cursor is."""
        write(self._out, blocks, self._look())

    async def talk(self) -> None:
        """Ask and answer until the person leaves."""
        session: PromptSession[str] = PromptSession(
            PROMPT,
            completer=Commands(self._console.commands),
            complete_while_typing=False,
            enable_suspend=True,
            key_bindings=_leaving(),
        )
        with patch_stdout(raw=True), suppress(EOFError, KeyboardInterrupt):
            while True:
                line = await session.prompt_async()
                self._out.write("\n")
                self.show(await self._console.hear(line))


def _leaving() -> KeyBindings:
    """Ctrl-D leaves at once, also in the middle of a line."""
    keys = KeyBindings()

    @keys.add("c-d")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError, style="class:exiting")

    return keys


class Commands(Completer):
    """Completes a slash command at the beginning of the line."""

    def __init__(self, known: Callable[[], Mapping[str, str]]) -> None:
        self._known = known

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor
        if not typed.startswith("/"):
            return
        for name, purpose in self._known().items():
            if f"/{name}".startswith(typed.lower()):
                yield Completion(f"/{name}", start_position=-len(typed), display_meta=purpose)
