"""A platform in memory, made as docs/adding-a-platform.md says: people put events into a queue, and read what
is shown to them."""

from __future__ import annotations

import asyncio
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapters.kit.features import SUPPORTED, Features, substitute, unsupported
from bot.adapters.kit.outgoing import attachment, prepared
from bot.adapters.kit.tasks import BackgroundTasks, Lanes
from bot.content.markup import to_plain
from bot.content.rendered import Message
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SlashCommand, TypedText
from bot.delivery.ports import Blocked, Outbox
from bot.turns.service import Service

NAME = "toy"
ANSWER_SECONDS = 4.0  # for answers under way at the end
FEATURES = Features(
    markup=substitute("plain text"),
    buttons=SUPPORTED,
    button_styles=substitute("the label says it"),
    typed_answers=SUPPORTED,
    forms=substitute("one question after the other"),
    documents=SUPPORTED,
    pictures=substitute("the alt text"),
    edits=substitute("a new message"),
    silent_delivery=substitute("no message makes a sound there"),
    locations=substitute("the name of a city"),
    alt_texts=SUPPORTED,
    private_answers=SUPPORTED,
    typing_sign=unsupported("answers are immediate"),
    typed_labels=unsupported("a label is taken as own words"),
    choices=unsupported(),
    reactions=unsupported(),
    once_only=unsupported(),
)


@dataclass(frozen=True)
class Shown:
    """A message as somebody sees it. `buttons`: label → token; `file`: the name of a document."""

    text: str
    buttons: dict[str, str]
    file: str = ""


class ToyPlatform:
    """The ports `Platform` and `Outbox`. `shown`: what each person sees, the newest last."""

    name = NAME

    def __init__(self, service: Service) -> None:
        self.outbox: Outbox = self
        self.events: asyncio.Queue[Incoming] = asyncio.Queue()
        self.shown: defaultdict[str, list[Shown]] = defaultdict(list)
        self.blocked_by: set[str] = set()
        self._service, self._lanes, self._tasks = service, Lanes(), BackgroundTasks()

    async def serve(self) -> None:
        """Answer people until cancelled."""
        try:
            while True:
                self._tasks.start(self._answer(await self.events.get()))
        finally:
            await self._tasks.drain(ANSWER_SECONDS)

    async def work(self) -> None:
        """Only be able to send, until cancelled."""
        await asyncio.Event().wait()

    async def send(self, account: Account, message: Message) -> None:
        """Show a nudge or a notice. Raises Blocked."""
        if account.external_id in self.blocked_by:
            raise Blocked
        await self._show(account, [message])

    async def _answer(self, incoming: Incoming) -> None:
        try:
            async with self._lanes.turn(incoming.account.external_id):
                await self._show(incoming.account, await self._service.turn(incoming))
        finally:
            self.events.task_done()

    async def _show(self, account: Account, messages: Sequence[Message]) -> None:
        for message in messages:
            ready = await prepared(message, FEATURES)
            file = attachment(ready)
            buttons = {button.label: button.token for button in ready.buttons}
            self.shown[account.external_id].append(
                Shown(to_plain(ready.html), buttons, file.name if file else "")
            )


@dataclass
class Somebody:
    """A person on the toy platform."""

    platform: ToyPlatform
    name: str

    @property
    def account(self) -> Account:
        return Account(NAME, self.name)

    @property
    def last(self) -> Shown:
        return self.platform.shown[self.name][-1]

    async def says(self, text: str) -> None:
        """Type a line, and wait for the answer."""
        command, _, argument = text.removeprefix("/").partition(" ")
        await self.does(SlashCommand(command, argument) if text.startswith("/") else TypedText(text))

    async def presses(self, label: str, event_id: str = "") -> None:
        """Press the first button of the last message whose label begins like this."""
        token = next(token for shown, token in self.last.buttons.items() if shown.startswith(label))
        await self.does(ButtonPress(token), event_id)

    async def does(self, said: Input, event_id: str = "") -> None:
        event_id = event_id or str(uuid.uuid4())
        self.platform.events.put_nowait(Incoming(self.account, said, event_id, language="en"))
        await self.platform.events.join()
