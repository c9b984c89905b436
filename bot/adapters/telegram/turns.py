"""An update becomes a turn: it is stored, then its answer goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

import structlog
from cachetools import LRUCache, TTLCache
from telegram import Location, ReplyKeyboardRemove, Update

from bot.adapters.kit.tasks import BackgroundTasks, Lanes
from bot.adapters.telegram import location, parsing
from bot.adapters.telegram.admission import MAX_UPDATES, Admission, AnswerOrder
from bot.adapters.telegram.chats import MAX_CHATS, SentKeyboard, TelegramChats
from bot.adapters.telegram.event import AddedReaction, BotBlocked, LocationRequest, TelegramEvent
from bot.adapters.telegram.groups import Groups
from bot.adapters.telegram.render import Markup
from bot.content.rendered import Message
from bot.core.model.inputs import ButtonPress, Incoming, Input, SharedLocation, TypedText, Unreadable
from bot.core.model.messages import Text
from bot.delivery.ports import Blocked
from bot.storage.engine.errors import DatabaseError
from bot.turns.flood import Heard
from bot.turns.reactions import Reaction
from bot.turns.service import Service

log = structlog.get_logger("bot.adapters.telegram.turns")

BUSY_AFTER_SECONDS = 1.0  # a person whose answer takes longer is shown that it is under way
BUSY_SHOWN_SECONDS, BUSY_SIGNS = 4.5, 8  # Telegram shows each sign for about so long
MAX_CONCURRENT_TURNS = 16
ALBUM_SECONDS = 3.0  # in which the pictures of an album, or forwarded posts, get one answer


class TelegramTurns:
    """Takes updates. `take` returns when all that an update leads to is stored; answers follow in `tasks`."""

    def __init__(
        self, service: Service, chats: TelegramChats, groups: Groups, tasks: BackgroundTasks
    ) -> None:
        self.service, self.tasks = service, tasks
        self._chats, self._sender, self._groups = chats, chats.sender, groups
        self._outgoing, self._slots = Lanes(), asyncio.Semaphore(MAX_CONCURRENT_TURNS)
        self._done: LRUCache[int, bool] = LRUCache(MAX_UPDATES)  # updates that are stored
        self._answers: dict[int, asyncio.Task[None]] = {}  # update → its answer, until that is given
        self._languages: LRUCache[int, str] = LRUCache(MAX_CHATS)  # chat → the language last spoken there
        self._location_asked: LRUCache[int, str] = LRUCache(MAX_CHATS)  # chat → the language of the question
        self._albums: TTLCache[tuple[int, str], bool] = TTLCache(MAX_CHATS, ALBUM_SECONDS)
        self._admission, self._order = Admission(service), AnswerOrder()

    def acknowledge(self, update: Update) -> None:
        """Answer at once what cannot wait for the turn: a pressed button must not look dead."""
        if query := update.callback_query:
            self.tasks.start(self._sender.acknowledge(query.id))

    async def take(self, update: Update) -> None:
        """Store all that an update leads to; a second call for the same update does nothing. Raises the
        errors of `bot.storage.engine.errors`; nothing is stored then."""
        if update.update_id in self._done:
            return
        async with self._slots:
            if not parsing.is_private(update):
                await self._groups.take(update)
            elif event := parsing.parse(update):
                await self._private(self._resolved(event))
        self._done[update.update_id] = True

    async def handed_over(self, updates: Sequence[Update], seconds: float) -> None:
        """Wait until the answers to these updates are given, but no longer than this."""
        waiting = [self._answers[it.update_id] for it in updates if it.update_id in self._answers]
        if waiting:
            await asyncio.wait(waiting, timeout=seconds)

    def apologise(self, update: Update, key: str) -> None:
        """Say why there is no answer yet, to the person who sent an update of a private chat."""
        speaks = parsing.is_private(update) and not (update.my_chat_member or update.message_reaction)
        if speaks and (event := parsing.parse(update)):
            self._say(event, key, self._language(event))

    # --- what an event leads to

    def _resolved(self, event: TelegramEvent) -> TelegramEvent:
        """The event with a press in the place of words that are the label of a button."""
        if not isinstance(event.said, TypedText) or event.said.about is not None:
            return event
        token = self._chats.typed_token(event.chat, event.said.text)
        return replace(event, said=ButtonPress(token)) if token else event

    async def _private(self, event: TelegramEvent) -> None:
        match event.said:
            case None:
                pass
            case BotBlocked():
                await self.service.mark_unreachable(event.account, self._event_id(event))
            case Location() as place:
                shared = SharedLocation(await location.zone(place))
                await self._turn(replace(event, said=shared), shared)
            case LocationRequest(language):
                self._ask_for_location(event, language)
            case Unreadable(key) as unreadable:
                if (event.chat, key) not in self._albums:
                    await self._turn(event, unreadable)
                self._albums[event.chat, key] = True
            case TypedText(text) if language := location.declined(text, self.service.wording):
                self._end_location_request(event, language)
            case AddedReaction() as added:
                await self._reacted(event, added)
            case said:
                await self._turn(event, said)

    async def _reacted(self, event: TelegramEvent, added: AddedReaction) -> None:
        """Take the turn of the button that an emoji stands for; nothing is said where it stands for none."""

        async def tokens() -> tuple[str, ...] | None:
            return self._chats.tokens(event.chat, added.message_id)

        message = str(added.message_id)
        press = await self.service.reactions.press(Reaction(event.account, added.sign, message, tokens))
        if press:
            event = replace(event, said=press, words=added.sign, reacted=added.message_id)
            await self._turn(event, press)

    async def _turn(self, event: TelegramEvent, said: Input) -> None:
        """Store the turn and start its answer. Raises as `take` does."""
        stop_busy = self.tasks.start_after(BUSY_AFTER_SECONDS, partial(self._show_busy, event))
        message = str(event.pressed.message_id) if event.pressed else ""
        incoming = Incoming(
            event.account, said, self._event_id(event), event.language, name=event.name, message=message
        )
        try:
            if not self._admitted(event):
                stop_busy()
                return
            messages = await self.service.turn(incoming)
            if not messages:  # stored by a process that is gone: its answer perhaps never went out
                messages = await self.service.current_question(incoming.account)
        except BaseException:
            stop_busy()
            raise
        number = self._order.number(event.chat, ends=any(message.ends for message in messages))
        answer = self.tasks.start(self._answer(event, messages, number))
        self._answers[event.update_id] = answer
        answer.add_done_callback(lambda _: stop_busy())
        answer.add_done_callback(lambda _: self._answers.pop(event.update_id, None))

    def _admitted(self, event: TelegramEvent) -> bool:
        """Whether an event is taken. A person who sent too much learns so once, before the answers that are
        still to be sent."""
        heard = self._admission.heard(event)
        if heard is Heard.NOTIFIED:
            self.tasks.start(self._speak(event, "telegram-flood", self._language(event)))
        return heard is Heard.YES

    # --- the keyboard that shares a location

    def _ask_for_location(self, event: TelegramEvent, language: str) -> None:
        if self._admitted(event):
            language = self._location_asked[event.chat] = self.service.wording.match(language)
            markup = location.keyboard(language, self.service.wording)
            self._say(event, "telegram-place-ask", language, markup)

    def _end_location_request(self, event: TelegramEvent, language: str) -> None:
        if self._admitted(event):
            self._location_asked.pop(event.chat, None)
            self._say(event, "telegram-place-declined", language, ReplyKeyboardRemove())

    async def _remove_location_keyboard(self, event: TelegramEvent) -> None:
        """Take the keyboard away when a location came, and when somebody answers in another way."""
        if language := self._location_asked.pop(event.chat, None):
            shared = isinstance(event.said, SharedLocation)
            key = "telegram-place-read" if shared else "telegram-place-declined"
            await self._speak(event, key, language, ReplyKeyboardRemove())

    # --- answers

    async def _answer(self, event: TelegramEvent, messages: Sequence[Message], number: int) -> None:
        hint = all(message.hint for message in messages)
        wanted = partial(self._order.wanted, event.chat, number, hint=hint)
        try:
            async with self._outgoing.turn(event.chat):
                if messages:
                    self._languages[event.chat] = messages[-1].language
                await self._remove_location_keyboard(event)
                for shown in await self._chats.answer(event, messages if wanted() else (), wanted):
                    await self._note(event, shown)
        except Blocked:  # before the answer arrived
            await self.service.mark_unreachable(event.account)

    async def _note(self, event: TelegramEvent, shown: SentKeyboard) -> None:
        """Store the question of a message, so that a reaction answers it after a restart too."""
        try:
            tokens = [button.token for button in shown.buttons]
            await self.service.reactions.note(event.account, str(shown.message_id), tokens)
        except DatabaseError as error:
            log.warning("a question is not noted", error=type(error).__name__)

    def _say(self, event: TelegramEvent, key: str, language: str, markup: Markup = None) -> None:
        """Say something of the adapter's own after the answers that are still to be sent."""

        async def say() -> None:
            async with self._outgoing.turn(event.chat):
                await self._speak(event, key, language, markup)

        self.tasks.start(say())

    async def _speak(self, event: TelegramEvent, key: str, language: str, markup: Markup = None) -> None:
        with suppress(Blocked):
            words = self.service.wording.html(Text(key), language)
            await self._sender.say(event.chat, words, markup, event.topic)

    async def _show_busy(self, event: TelegramEvent) -> None:
        for _ in range(BUSY_SIGNS):
            await self._sender.typing(event.chat, event.topic)
            await asyncio.sleep(BUSY_SHOWN_SECONDS)

    def _language(self, event: TelegramEvent) -> str:
        return self._languages.get(event.chat) or self.service.wording.match(event.language)

    def _event_id(self, event: TelegramEvent) -> str:
        return f"{self._sender.bot.id}:{event.update_id}"
