"""Lines of people as those who write the content see them: without names, figures, links and addresses.

No more can be promised than that words with capital letters, and the writer's own name, are hidden: another
name in small letters looks like any word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

NAME, NUMBER, LINK, MAIL, HANDLE = "<name>", "<number>", "<link>", "<mail>", "<handle>"
SHORTEST_NAME = 2  # letters
_LETTERS = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*")
_PART = re.compile(
    r"(?P<mail>[^\s@]+@[^\s@]+\.[^\s@]+)|(?P<handle>\S*@\S+)|(?P<address>\S*(?:://|www\.)\S*)"
    r"|(?P<domain>(?:\w[\w-]*\.)+[^\W\d_]{2,}(?:[:/]\S*)?)|(?P<number>\d(?:[\d.,:/-]*\d)?)"
    rf"|(?P<word>{_WORD.pattern})",
    re.IGNORECASE,
)
_MARKS = {"mail": MAIL, "handle": HANDLE, "address": LINK, "domain": LINK, "number": NUMBER}
_PRONOUN = re.compile(r"\w(?:['’][a-z]{1,2})?")  # "I", "I'm", and other words of one letter
_BEGINS = re.compile(r"(?:^|[.!?…¿¡])[^\w<>]*$")  # before the first word of a sentence


def mask(line: str, *, names: Iterable[str] = (), ordinary: Collection[str] = ()) -> str:
    """A line without line breaks, with a mark in place of each link, address, handle, figure and name.

    `names`: names of the writer, hidden however they are spelt. `ordinary`: a `vocabulary`; a word of it is
    shown with capital letters where it begins a sentence or is shouted, any other one counts as a name.

    >>> mask("Ask Maria, 45 min at 20:30 with @joe or Maria", ordinary={"ask"})
    'Ask <name>, <number> min at <number> with <handle> or <name>'
    """
    hidden = frozenset(word for name in names for word in _words(name) if len(word) >= SHORTEST_NAME)

    def masked(match: re.Match[str]) -> str:
        if match.lastgroup != "word":
            return _MARKS[str(match.lastgroup)]
        word, begins = match[0], bool(_BEGINS.search(match.string, 0, match.start()))
        return NAME if _is_name(word, hidden, ordinary, begins=begins) else word

    return _PART.sub(masked, _plain(line))


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words, without accents, that stand in small letters in these lines and never like a name."""
    small: set[str] = set()
    names: set[str] = set()
    for match in (match for line in lines for match in _WORD.finditer(line)):
        if match[0].islower():
            small.add(_folded(match[0]))
        elif match[0].istitle() and not _BEGINS.search(match.string, 0, match.start()):
            names.add(_folded(match[0]))
    return frozenset(small - names)


def _is_name(word: str, hidden: Collection[str], ordinary: Collection[str], *, begins: bool) -> bool:
    if any(part in hidden for part in _folded(word).split("'")):
        return True
    if word == word.lower() or _PRONOUN.fullmatch(word):
        return False
    return not ((begins or word.isupper()) and _folded(word) in ordinary)


def _words(name: str) -> Iterable[str]:
    return (part for word in _WORD.findall(_plain(name)) for part in _folded(word).split("'"))


def _folded(word: str) -> str:
    """A word in small letters without accents, with straight apostrophes."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("’", "'")


def _plain(line: str) -> str:
    """One spelling of letters and signs, single blanks, nothing that is not seen, and each figure as a 0."""
    text = " ".join(unicodedata.normalize("NFKC", line).split())
    seen = (c for c in text if unicodedata.category(c)[0] != "C")
    return "".join("0" if c.isnumeric() else c for c in seen)
