"""Whole lines that the lexicon of a language knows: what people type instead of pressing a button."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.model.reading import ANSWERS, Asked, Meaning
from bot.core.typed.lexemes import phrase

MEANINGS = {
    "done": Meaning.KEPT, "partly": Meaning.PARTLY, "missed": Meaning.MISSED, "skip": Meaning.SKIPPED,
    "unwell": Meaning.SKIPPED, "later": Meaning.LATER, "undo": Meaning.UNDO, "stop": Meaning.STOP,
    "help": Meaning.HELP, "thanks": Meaning.THANKS, "hello": Meaning.HELLO, "week": Meaning.PROGRESS,
    "pause": Meaning.PAUSE, "settings": Meaning.SETTINGS, "journal": Meaning.JOURNAL,
}  # fmt: skip
YES_OR_NO = {"yes": Meaning.KEPT, "no": Meaning.MISSED}  # answers of the check-in
OF_THE_DAY = frozenset({Meaning.KEPT, Meaning.PARTLY, Meaning.MISSED})
UNSURE = frozenset({"unwell"})  # whether the plan applied is theirs to say

Lexicon = Mapping[str, Mapping[str, frozenset[str]]]


class WholeLines:
    """Lines by their phrase. A phrase means the same in all of its language's conversations."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, text: str, language: str, asked: Asked) -> tuple[Meaning, bool] | None:
        """The meaning of a whole line, and whether it is sure; None for a line that no phrase has."""
        known = phrase(text)
        for intent, phrases in self._lexicon.get(language, {}).items():
            if known in phrases and (meaning := _meaning(intent, asked)):
                return meaning, intent not in UNSURE
        return None


def _meaning(intent: str, asked: Asked) -> Meaning | None:
    if asked is Asked.CHECKIN and intent in YES_OR_NO:
        return YES_OR_NO[intent]
    meaning = MEANINGS.get(intent)
    if meaning in OF_THE_DAY and asked is not Asked.CHECKIN:
        return None
    return None if meaning in ANSWERS and asked is Asked.NOTHING else meaning
