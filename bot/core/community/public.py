"""Words that everybody in a community may read: no links, no invites, no mentions, no handles.

They are looked at as a reader sees them: without invisible characters, full-width, circled and other styled
letters as plain ones, letters of other scripts as the Latin ones that they look like. A line that is refused
wrongly costs its author a rewording; one that passes wrongly costs everybody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from bot.core.model.library import Library

DOTS, ATS = "spelled-dot", "spelled-at"  # in the lexicon: signs of an address, spelled out
# Sure endings of an address. Those that are words of a language ("me", "it", "es") are not among them.
_TLDS = "com|net|org|gg|io|xyz|ly|ru|info|biz|ws|cc|tv"
_PLACES = (
    "discord|insta|instagram|ig|snap|snapchat|tiktok|telegram|whatsapp|twitter|kik|twitch|youtube|roblox|"
    "facebook|onlyfans|steam|signal|reddit"
)
_INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # not marked as such in Unicode
_ALIKE = {
    "a": "\u0430\u03b1", "b": "\u0432", "c": "\u0441\u1d04", "d": "\u0501\u1d05", "e": "\u0435\u1d07",
    "g": "\u0261\u0581\u0262", "h": "\u04bb\u043d\u029c", "i": "\u0456\u03b9\u0131\u026a", "j": "\u0458",
    "k": "\u043a\u03ba", "l": "\u04cf\u029f", "m": "\u043c\u1d0d",
    "n": "\u0274\u0578", "o": "\u043e\u03bf\u0585\u1d0f",
    "p": "\u0440\u03c1\u1d18", "q": "\u051b", "r": "\u0280", "s": "\u0455\ua731", "t": "\u0442\u03c4\u1d1b",
    "u": "\u03c5\u1d1c", "v": "\u03bd", "w": "\u051d", "x": "\u0445\u03c7", "y": "\u0443\u028f",
    "z": "\u1d22",
    ".": "\u3002\u00b7\u2022\u2027\u2219\u22c5\u06d4\u0702\ua4f8", "/": "\u2044\u2215\u29f8",
    ":": "\u2236\ua789\u02d0\u0589", "<": "\u2039\u276e\u3008\u2329", "_": "\u02cd",
}  # fmt: skip
_LOOK_ALIKES = str.maketrans({other: latin for latin, others in _ALIKE.items() for other in others})
_SIGNS = re.compile(
    r"@|://|\]\s*\(|<\s*(?:[@#:]|(?:a|t|id|/[^>]*):)|#[^\W\d]|\w#\d{4}\b"  # mentions, links, channels, tags
    r"|[^\W_]\.[^\W\d_]{2}"  # something.else
    r"|[\[({<]\s*\.\s*[\])}>]"  # something[.]else
    r"|(?<![.\s])\s+\.(?!\.)\s*[^\W\d_]{2}"  # something .else
    rf"|\.\s+(?:{_TLDS})\b"  # something. com
    r"|\d{1,3}(?:\.\d{1,3}){3}|\bwww\b"
    r"|\d(?:[\s().+/-]*\d){8}"  # nine digits: a telephone number, somebody's id
    r"|[^\W_]_[^\W_]"  # some_body
    rf"|\b(?:{_PLACES})\b\s*[:=]\s*\S+\s*$"  # snap: somebody
)
_SQUEEZED = re.compile(r"http|hxxp|discordgg|discordcominvite|discordappcom|dscgg")
_SPACED = re.compile(r"\b(\w)\s+(?=\w\b)")  # l e t t e r s


def is_fit(words: str, library: Library) -> bool:
    """Whether a line holds no address of anything or anybody, in no spelling that is known here."""
    plain, spelled = _plain(words), _spelled(library)
    close = _SPACED.sub(r"\1", plain)
    if _SQUEEZED.search(re.sub(r"[\W_]", "", plain)):
        return False
    return not any(signs.search(text) for signs in (_SIGNS, spelled) for text in (plain, close))


def _plain(words: str) -> str:
    """As a reader sees it, in lower case."""
    text = unicodedata.normalize("NFKD", words)
    kept = (c for c in text if c not in _INVISIBLE and unicodedata.category(c) not in ("Cf", "Mn", "Me"))
    return "".join(kept).casefold().translate(_LOOK_ALIKES)


def _spelled(library: Library) -> re.Pattern[str]:
    return _pattern(*(tuple(sorted(_phrases(library, name))) for name in (DOTS, ATS)))


def _phrases(library: Library, name: str) -> Iterable[str]:
    return {phrase for words in library.lexicon.values() for phrase in words.get(name, ())}


@cache
def _pattern(dots: tuple[str, ...], ats: tuple[str, ...]) -> re.Pattern[str]:
    """Signs that are spelled out: "some dot com", "some(dot)where", "some (at) where"."""
    dot, at = ("|".join(map(re.escape, words)) or r"(?!)" for words in (dots, ats))
    return re.compile(
        rf"\b(?:{dot})\W*(?:{_TLDS})\b|[\[({{<]\s*(?:{dot}|{at})\s*[\])}}>]"
        rf"|\b(?:{at})\b\W*\w+\W*\b(?:{dot})\b"
    )
