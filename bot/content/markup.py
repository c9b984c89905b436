"""The little markup of the texts: <b>, <i> and <a href>, in an HTML fragment where line breaks are breaks."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

TAGS = ("b", "i", "a")
_BIDI_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A run of text in one style: `styles` out of "b" and "i"; `href` where it is a link."""

    text: str
    styles: frozenset[str] = frozenset()
    href: str = ""


class _Parser(HTMLParser):
    """Lenient: an unknown tag is left out, its text stays."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[TextSpan] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in TAGS:
            self._open.append((tag, dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at]
                return

    def handle_data(self, data: str) -> None:
        styles = frozenset(tag for tag, _ in self._open if tag != "a")
        href = next((href for tag, href in reversed(self._open) if tag == "a"), "")
        last = self.spans[-1] if self.spans else None
        if last and (last.styles, last.href) == (styles, href):
            self.spans[-1] = TextSpan(last.text + data, styles, href)
        else:
            self.spans.append(TextSpan(data, styles, href))


def spans(fragment: str) -> tuple[TextSpan, ...]:
    """A fragment as runs of text, for renderers of another markup. Entities are decoded."""
    if "<" not in fragment:
        return (TextSpan(html.unescape(fragment)),) if fragment else ()
    parser = _Parser()
    parser.feed(fragment)
    parser.close()
    return tuple(parser.spans)


def to_plain(fragment: str) -> str:
    """A fragment without markup. A link's address follows its text, unless the text names it."""
    return "".join(span.text + address(span) for span in spans(fragment))


def address(span: TextSpan) -> str:
    """The text after a link where links cannot be clicked: its address, unless the text names it."""
    bare = re.sub(r"^https?://(www\.)?|/$", "", span.href)
    return f" ({span.href})" if span.href and bare not in span.text else ""


def escaped(words: str) -> str:
    """Somebody's own words as a fragment. Words that run from right to left are isolated (U+2068, U+2069),
    so that they don't pull the sentence around them along; controls that could break out are dropped."""
    if not words.isascii():
        words = _BIDI_CONTROLS.sub("", words)
        if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in words):
            words = f"\u2068{words}\u2069"
    return html.escape(words)
