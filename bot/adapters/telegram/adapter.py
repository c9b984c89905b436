"""Telegram's side of the conversation: an update comes in, its turn is stored, its answer goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count

import structlog
from telegram import ChatMember, Location, ReplyKeyboardRemove, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatAction

from bot.adapters.kit.tasks import BackgroundTasks, Lanes, uncancelled
from bot.adapters.telegram import locations, parsing
from bot.adapters.telegram.answers import Answers, Pressed, Typed
from bot.adapters.telegram.groups import Groups
from bot.adapters.telegram.recent import Recent
from bot.adapters.telegram.sender import Markup, TelegramSender
from bot.content.rendered import Message
from bot.core.model.inputs import Account, ButtonPress, Incoming, Input, SharedLocation, TypedText, Unreadable
from bot.core.model.messages import Text
from bot.delivery.ports import Blocked
from bot.turns.flood import Flood, Heard
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.telegram")

LONG = 1.0  # seconds after which somebody is shown that an answer is under way
SHOWN_FOR, TIMES = 4.5, 8  # seconds that Telegram shows it, and how often it is shown again
AT_ONCE = 16  # turns stored side by side
FLOCK = 3.0  # seconds in which several pictures (an album) or forwarded posts get one answer


@dataclass(frozen=True, slots=True)
class _Answer:
    """What goes out after a turn. `number`: of the turn, in the order of the turns."""

    messages: Sequence[Message]
    pressed: Pressed | None = None
    topic: int | None = None
    typed: Typed | None = None
    located: bool = False
    number: int = 0


class Adapter:
    """What updates mean. `take` returns when all is stored; answers follow in `tasks`."""

    def __init__(self, service: Service, post: TelegramSender, tasks: BackgroundTasks) -> None:
        self.service, self.post, self.tasks = service, post, tasks
        self._groups, self._answers = Groups(post, service.wording, self._once), Answers(post)
        self._out, self._slots = Lanes(), asyncio.Semaphore(AT_ONCE)
        self._taken: Recent[int, bool] = Recent()  # updates of this process
        self._owed: dict[int, asyncio.Task[None]] = {}  # update → its answer, while that is under way
        self._languages: Recent[int, str] = Recent()  # chat → the language last spoken there
        self._asking: Recent[int, str] = Recent()  # chat → language, while its location is asked for
        self._flocks: Recent[tuple[int, str], float] = Recent()
        self._flood, self._let_in = Flood(), Recent[int, bool]()
        self._turns = count(1)
        self._newest: Recent[int, int] = Recent()  # chat → the number of its newest turn
        self._ended: Recent[int, int] = Recent()  # chat → the turn after which nothing older is wanted

    def hurry(self, update: Update) -> None:
        """Whatever cannot wait for the turn: a pressed button must not look dead."""
        if query := update.callback_query:
            answer = partial(self.post.bot.answer_callback_query, query.id)
            self.tasks.start(self.post.calls.sign(query.from_user.id, answer))

    async def take(self, update: Update) -> None:
        """All that an update leads to. Raises what `bot.storage.engine.errors` lists; nothing of it is
        stored then."""
        if update.update_id in self._taken:
            return
        async with self._slots:
            if not parsing.is_private(update):
                await self._groups.take(update)
            elif self._refuses(update):
                pass
            elif update.my_chat_member:
                await self._membership(update)
            else:
                await self._private(update)
        self._taken[update.update_id] = True

    def _refuses(self, update: Update) -> bool:
        """Whether no person is behind an update, or one who sent more than is taken of one, which they are
        told once. Trying again after a failure does not count."""
        if update.my_chat_member or update.update_id in self._let_in:
            return False
        chat, heard = parsing.account(update).external_id, Heard.NO
        if not parsing.from_nobody(update):
            heard = self._flood.heard(chat, parsing.sent_at(update))
            said = parsing.said(update)
            if heard is not Heard.YES and said is not None and self.service.urgent(said):
                heard = Heard.YES
        if heard is Heard.TOLD:  # at once, before what waits to be said there
            language = self._language(int(chat), update)
            self.tasks.start(self._speak(int(chat), "telegram-flood", language, topic=parsing.topic(update)))
        self._let_in[update.update_id] = heard is Heard.YES
        return heard is not Heard.YES

    async def handed_over(self, updates: Sequence[Update], seconds: float) -> None:
        """Wait until what answers these updates has gone out, but for no longer than this."""
        owed = [self._owed[update.update_id] for update in updates if update.update_id in self._owed]
        if owed:
            await asyncio.wait(owed, timeout=seconds)

    async def _membership(self, update: Update) -> None:
        """Blocked: at rest until they write again. Unblocked: nothing yet, nobody has asked for anything."""
        change = update.my_chat_member
        if change and change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT):
            await self.service.unreachable(parsing.account(update), self._event(update))

    async def _private(self, update: Update) -> None:
        chat, message = int(parsing.account(update).external_id), update.message
        self._languages[chat] = self._language(chat, update)
        said, topic = parsing.said(update), parsing.topic(update)
        if message and message.location:
            await self._located(update, chat, message.location)
        elif isinstance(said, TypedText) and (
            language := locations.declined(said.text, self.service.wording)
        ):
            self._asking.pop(chat)
            self._say(chat, "telegram-place-declined", language, ReplyKeyboardRemove(), topic)
        elif update.callback_query and (update.callback_query.data or "").startswith(locations.SHARE):
            language = self.service.wording.match((update.callback_query.data or "").rpartition(".")[2])
            self._asking[chat] = language
            self._say(
                chat,
                "telegram-place-ask",
                language,
                locations.keyboard(language, self.service.wording),
                topic,
            )
        elif isinstance(said, Unreadable):
            await self._no_words(update, chat, said)
        elif (
            isinstance(said, TypedText) and said.about is None and (token := self.post.meant(chat, said.text))
        ):
            await self._turn(update, chat, ButtonPress(token))  # a label typed out
        elif said is not None:
            await self._turn(update, chat, said)

    async def _located(self, update: Update, chat: int, location: Location) -> None:
        await self._turn(update, chat, SharedLocation(await locations.zone(location)))

    async def _no_words(self, update: Update, chat: int, said: Unreadable) -> None:
        """Several that belong together, an album or forwarded posts, get one answer."""
        now = asyncio.get_running_loop().time()
        if now - (self._flocks.get((chat, said.key)) or -FLOCK) >= FLOCK:
            await self._turn(update, chat, said)
        self._flocks[chat, said.key] = now

    async def _turn(self, update: Update, chat: int, said: Input) -> None:
        busy = self.tasks.start(self._busy(chat, topic := parsing.topic(update)))
        account, event = parsing.account(update), self._event(update)
        try:
            messages = await self.service.turn(
                Incoming(account, said, event, parsing.language(update), name=parsing.name(update))
            )
            if not messages:  # stored by a process that is gone: its answer perhaps never went out
                messages = await self.service.standing(account)
        except BaseException:
            busy.cancel()
            raise
        pressed = parsing.pressed(update.callback_query) if update.callback_query else None
        typed = _typed(update.message, said)
        number = self._newest[chat] = next(self._turns)
        if any(message.ends for message in messages):
            self._ended[chat] = number
        answer = _Answer(messages, pressed, topic, typed, isinstance(said, SharedLocation), number)
        owed = self._owed[update.update_id] = self.tasks.start(self._answer(chat, answer, busy))
        owed.add_done_callback(lambda _: self._owed.pop(update.update_id, None))

    # --- answers

    async def _answer(self, chat: int, answer: _Answer, busy: asyncio.Task[None]) -> None:
        try:
            async with self._out.turn(chat):
                if answer.messages:
                    self._languages[chat] = answer.messages[-1].language
                await self._tidy(chat, answer)
                messages = answer.messages if self._wanted(chat, answer) else ()
                await self._answers.give(
                    chat,
                    messages,
                    answer.pressed,
                    typed=answer.typed,
                    topic=answer.topic,
                    wanted=partial(self._wanted, chat, answer),
                )
        except Blocked:
            await self._lost(chat)
        finally:
            busy.cancel()

    def _wanted(self, chat: int, answer: _Answer) -> bool:
        """Whether an answer that waited is still to be given: not once they have stopped, nor where it only
        says that nothing came of what was said, and they have said something else meanwhile."""
        if answer.number < (self._ended.get(chat) or 0):
            return False
        newer = answer.number < (self._newest.get(chat) or 0)
        return not newer or not all(message.hint for message in answer.messages)

    async def _tidy(self, chat: int, answer: _Answer) -> None:
        """Take the keyboard for a location away: when one came, and when somebody answers in another way."""
        if asked := self._asking.pop(chat):
            key = "telegram-place-read" if answer.located else "telegram-place-declined"
            await self._speak(chat, key, asked, ReplyKeyboardRemove(), answer.topic)

    def sorry(self, update: Update, key: str) -> None:
        """Say something of the adapter's own to whom an update is from, if that is somebody in private."""
        if parsing.is_private(update) and not update.my_chat_member and update.effective_chat:
            chat = update.effective_chat.id
            self._say(chat, key, self._language(chat, update), topic=parsing.topic(update))

    def _say(
        self, chat: int, key: str, language: str, markup: Markup = None, topic: int | None = None
    ) -> None:
        async def say() -> None:
            async with self._out.turn(chat):
                await self._speak(chat, key, language, markup, topic)

        self.tasks.start(say())

    async def _speak(
        self, chat: int, key: str, language: str, markup: Markup = None, topic: int | None = None
    ) -> None:
        with suppress(Blocked):
            await self.post.say(chat, self.service.wording.html(Text(key), language), markup, topic)

    async def _busy(self, chat: int, topic: int | None) -> None:
        """Show that an answer is under way, if it takes long."""
        await asyncio.sleep(LONG)
        for _ in range(TIMES):
            await self.post.calls.sign(chat, partial(uncancelled, self._typing, chat, topic))
            await asyncio.sleep(SHOWN_FOR)

    async def _typing(self, chat: int, topic: int | None) -> object:
        return await self.post.bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=topic)

    async def _lost(self, chat: int) -> None:
        """Somebody who blocked the bot before its answer arrived."""
        await self.service.unreachable(Account("telegram", str(chat)))

    # --- small things

    def _language(self, chat: int, update: Update) -> str:
        return self._languages.get(chat) or self.service.wording.match(parsing.language(update))

    def _event(self, update: Update) -> str:
        return f"{self.post.bot.id}:{update.update_id}"

    async def _once(self, event: str) -> bool:
        return await self.service.first("telegram", f"{self.post.bot.id}:{event}")


def _typed(message: TelegramMessage | None, said: Input) -> Typed | None:
    """What was typed, or sent as a location, which may answer a question; None for anything else."""
    words = (message.text or message.caption or "") if message else ""
    match said:
        case ButtonPress(token) if message:
            return Typed(words, token)
        case TypedText() | SharedLocation() if message:
            return Typed(words)
        case _:
            return None
