"""Plain words: what a typed line means. The phrases are content (`lexicon` in each language)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import time

from bot.core.messages import LONGEST_WORDS
from bot.core.model import Facts

# Intents that people type instead of pressing. "crisis" and these are heard in every language, wherever
# somebody is; the words for what is common besides are understood in English too.
IN_EVERY_LANGUAGE = frozenset({"stop", "help", "start", "why"})
COMMON = ("done", "partly", "missed", "yes", "no", "skip", "later", "thanks", "hello", "bye")
SHORTEST = 3  # letters of an English word among others: "y" is "and" in Spanish, "yo" is "I"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that leave no mark: Hangul fillers, Braille
_ENDS = re.compile(r"[.!?…,;:\n]+")
_END = " __ "  # a sentence's end, as a word that `normal` leaves alone


def clean(text: str) -> str:
    """Words as they are kept: no control characters but line breaks and tabs, no lone surrogates, no blank
    ends, at most LONGEST_WORDS characters; none at all where nothing of them can be seen."""
    kept = (c for c in text[:LONGEST_WORDS] if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    words = "".join(kept).strip()
    return words if any(map(_is_seen, words)) else ""


def _is_seen(character: str) -> bool:
    """Whether a character leaves a mark of its own: no blank, no joiner, no accent without a letter."""
    kind = unicodedata.category(character)
    return kind[0] not in "ZM" and kind not in ("Cc", "Cf", "Cs") and character not in _BLANKS


def same(one: str, other: str) -> bool:
    """Whether two names are read as the same one.

    >>> same("Read  a book", "read a Book!"), same("🙂", "🙃")
    (True, False)
    """
    read = normal(one) or " ".join(one.casefold().split())
    return read == (normal(other) or " ".join(other.casefold().split()))


def normal(text: str) -> str:
    """A phrase for comparing: lower case, no accents, no punctuation, single spaces.

    >>> normal("  ¡Más  TARDE! ")
    'mas tarde'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s']", " ", plain).split())


def intent(text: str, facts: Facts) -> str:
    """The intent that the whole line stands for ("done", "skip", "stop" …), "" when it is none."""
    phrase = normal(text[:200])
    lexicon = facts.library.lexicon
    for name, phrases in lexicon.get(facts.person.language, {}).items():
        if phrase in phrases and name not in ("crisis", "hour", "minute") and not name.startswith("age-"):
            return name
    for words in lexicon.values():
        for name in IN_EVERY_LANGUAGE & words.keys():
            if phrase in words[name]:
                return name
    english = lexicon.get("en", {}) if len(phrase) >= SHORTEST else {}
    return next((name for name in COMMON if phrase in english.get(name, ())), "")


def in_crisis(text: str, facts: Facts) -> bool:
    """Whether a line holds words of self-harm, in any language of the catalogue.

    The phrases are matched as whole words: those of `crisis` anywhere in the line, those of `crisis-end`
    where a sentence ends ("I don't want to live", not "… to live on my phone"). The idioms of `not-crisis`
    are taken out before. Better one kind answer too many than one too few. It is no assessment of risk.
    """
    ended = f" {normal(_ENDS.sub(_END, text))}{_END}"
    return any(_alarms(ended, words) for words in facts.library.lexicon.values())


def _alarms(ended: str, words: Mapping[str, frozenset[str]]) -> bool:
    for idiom in words.get("not-crisis", ()):
        ended = ended.replace(f" {idiom} ", " _ ")
    line = f" {' '.join(word for word in ended.split() if word != _END.strip())} "
    if any(f" {phrase} " in line for phrase in words["crisis"]):
        return True
    return any(f" {phrase}{_END}" in ended for phrase in words.get("crisis-end", ()))


def clock(text: str) -> time | None:
    """A wall time: "20:00", "8", "8.30", "7pm", "19h30"; None for anything else (25:99, words)."""
    match = re.fullmatch(
        r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*(a\.?m\.?|p\.?m\.?)?", text.strip().lower()
    )
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def minutes(text: str, facts: Facts) -> int | None:
    """Minutes from "45", "45 min", "1h20", "1 h 20 min", "1.5 hours", "half an hour"; None for anything else
    and for more than a day."""
    phrase = " ".join(text.casefold().replace(",", ".").split())
    words = facts.library.lexicon.get(facts.person.language, {})
    for name, value in (("half-hour", 30), ("one-hour", 60), ("hour-and-half", 90), ("quarter-hour", 15)):
        if normal(phrase) in words.get(name, ()):
            return value
    hour, minute = (_unit(words, name) for name in ("hour", "minute"))
    number = r"(\d{1,4}(?:\.\d+)?)"
    match = re.fullmatch(rf"(?:{number}\s*{hour}\.?)?\s*(?:{number}\s*(?:{minute}\.?)?)?", phrase)
    if match is None or not (match[1] or match[2]):
        return None
    total = round(float(match[1] or 0) * 60 + float(match[2] or 0))
    return total if total <= 24 * 60 else None


def _unit(words: object, name: str) -> str:
    phrases = words.get(name, ()) if isinstance(words, dict) else ()
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + ")"
