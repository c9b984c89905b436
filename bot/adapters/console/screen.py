"""The chat in a terminal: a prompt that keeps the line being typed while a nudge arrives."""

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
from bot.adapters.console.render import Block, Terminal, write
from bot.content.rendered import Message
from bot.core.model.inputs import Account

PROMPT = "> "


class Screen:
    """The terminal of one person, and the `Outbox` for nudges to them.

    `terminal` is called before each message, since windows change their size. The history of typed lines
    lasts as long as the chat and is written to no file.
    """

    def __init__(self, console: Console, out: TextIO, terminal: Callable[[], Terminal]) -> None:
        self._console, self._out, self._terminal = console, out, terminal

    async def send(self, account: Account, message: Message) -> None:
        """Show a nudge above the line that is being typed."""
        block = await self._console.nudge(message)
        app = get_app_or_none()
        if app is not None and app.is_running:
            await run_in_terminal(lambda: self.show([block]))
        else:
            self.show([block])

    def show(self, blocks: Iterable[Block]) -> None:
        """Write blocks where the cursor is."""
        write(self._out, blocks, self._terminal())

    async def talk(self) -> None:
        """Prompt and answer until the person leaves."""
        session: PromptSession[str] = PromptSession(
            PROMPT,
            completer=CommandCompleter(self._console.commands),
            complete_while_typing=False,
            enable_suspend=True,
            key_bindings=_key_bindings(),
        )
        with patch_stdout(raw=True), suppress(EOFError, KeyboardInterrupt):
            while True:
                line = await session.prompt_async()
                self._out.write("\n")
                self.show(await self._console.answer(line))


def _key_bindings() -> KeyBindings:
    """Ctrl-D leaves at once, even in the middle of a line."""
    keys = KeyBindings()

    @keys.add("c-d")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError, style="class:exiting")

    return keys


class CommandCompleter(Completer):
    """Completes slash commands at the beginning of a line. `known`: returns names and purposes."""

    def __init__(self, known: Callable[[], Mapping[str, str]]) -> None:
        self._known = known

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor
        if not typed.startswith("/"):
            return
        for name, purpose in self._known().items():
            if f"/{name}".startswith(typed.lower()):
                yield Completion(f"/{name}", start_position=-len(typed), display_meta=purpose)
