"""Which events of private chats are taken, and which answers are still wanted."""

from __future__ import annotations

from itertools import count

from cachetools import LRUCache

from bot.adapters.telegram.chats import MAX_CHATS
from bot.adapters.telegram.event import TelegramEvent
from bot.core.model.inputs import Input
from bot.turns.flood import Flood, Heard
from bot.turns.service import Service

MAX_UPDATES = 10_000  # whose outcome is remembered


class Admission:
    """Counts what each person sends. A further try of the same update does not count again."""

    def __init__(self, service: Service) -> None:
        self._service, self._flood = service, Flood()
        self._known: LRUCache[int, Heard] = LRUCache(MAX_UPDATES)  # update → what was found

    def heard(self, event: TelegramEvent) -> Heard:
        """YES if the event is taken, NOTIFIED if it is the first one of a flood that is not."""
        if event.update_id in self._known:
            return Heard.YES if self._known[event.update_id] is Heard.YES else Heard.NO
        heard = self._flood.heard(str(event.chat), event.sent_at)
        if heard is not Heard.YES and isinstance(event.said, Input) and self._service.is_urgent(event.said):
            heard = Heard.YES
        self._known[event.update_id] = heard
        return heard


class AnswerOrder:
    """Numbers the turns of each chat, to tell whether an answer that waited is still to be given."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._newest: LRUCache[int, int] = LRUCache(MAX_CHATS)  # chat → the number of its newest turn
        self._ended: LRUCache[int, int] = LRUCache(MAX_CHATS)  # chat → the turn that ends all before it

    def number(self, chat: int, *, ends: bool) -> int:
        """The number of a new turn. `ends`: answers to the turns before are not wanted any more."""
        number = self._newest[chat] = next(self._numbers)
        if ends:
            self._ended[chat] = number
        return number

    def wanted(self, chat: int, number: int, *, hint: bool) -> bool:
        """Whether to give the answer to this turn. `hint`: the turn had no effect, so that its answer is
        skipped once there is a newer turn."""
        if number < self._ended.get(chat, 0):
            return False
        return not hint or number >= self._newest.get(chat, 0)
