"""The halves of an if–then plan in a person's own words: what a typed line tells of them, and the sentence.

The words that open a half ("when", "I will") are content (`when` and `i-will` in the lexicon), and so are the
patterns by which a half stands in the sentence (`cue` and `action` in language.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.model.messages import Text
from bot.core.model.plan import Phrase
from bot.core.model.snapshot import Snapshot
from bot.core.typed import understand

LONGEST = 200  # characters of a half
LONGEST_LINE = 3 * LONGEST  # characters of a line with both
LONGEST_OPENING = 3  # words
CUE, ACTION = "cue", "action"
_OPENINGS = {CUE: "when", ACTION: "i-will"}  # half → class of the lexicon
_ENDS = " .,;:…–-"
# Meanings of a whole line that is said to the coach, and no half of a plan.
_TO_THE_COACH = frozenset(
    (
        "yes",
        "no",
        "done",
        "partly",
        "missed",
        "unsure",
        "later",
        "thanks",
        "hello",
        "bye",
        "help",
        "why",
        "undo",
    )
)


@dataclass(frozen=True, slots=True)
class Halves:
    """The halves that a line tells, each on one line and at most LONGEST characters long; "" for none."""

    cue: str = ""
    action: str = ""

    def phrase(self, part: str) -> Phrase | None:
        """One half ("cue" or "action") as the person's own words."""
        words = self.cue if part == CUE else self.action
        return Phrase(words, own=True) if words else None


def read(part: str, text: str, snapshot: Snapshot) -> Halves:
    """The halves that a line tells. `part`: the half that was asked for, which words without an opening are.

    "When I get home, I will read" tells both. An opening itself is not kept, since it is said around the
    words. A line that speaks to the coach ("ok", "hello", "idk") tells none.
    """
    words = text.split() if len(text) <= LONGEST_LINE else []
    if not words or is_no_plan(text, snapshot):
        return Halves()
    first, begin = _opening(words, snapshot) or (part, 0)
    if first == CUE or (part == CUE and not begin):
        cue, action = _parted(words[begin:], ACTION, snapshot)
    elif part == CUE:
        action, cue = _parted(words[begin:], CUE, snapshot)
    else:
        cue, action = (), words[begin:]
    return Halves(_tidy(CUE, cue, snapshot), _tidy(ACTION, action, snapshot))


def is_no_plan(text: str, snapshot: Snapshot) -> bool:
    """Whether a whole line is said to the coach, or is a laugh or a filler (`no-plan` in the lexicon)."""
    fillers = snapshot.library.lexicon.get(snapshot.person.language, {}).get("no-plan", frozenset())
    return understand.intent(text, snapshot) in _TO_THE_COACH or understand.normal(text) in fillers


def fits(part: str, half: Phrase, snapshot: Snapshot) -> bool:
    """Whether a half stands in the sentence as its language wants it. The catalogue's own halves do."""
    return not half.own or _matches(part, half.words, snapshot)


def sentence(cue: Phrase, action: Phrase, snapshot: Snapshot) -> Text:
    """ "When …, I will …"; moment and action one after the other where the words do not fit in it."""
    fitting = fits(CUE, cue, snapshot) and fits(ACTION, action, snapshot)
    return Text("if-then" if fitting else "if-then-apart", {"cue": cue.text, "action": action.text})


def _opening(words: Sequence[str], snapshot: Snapshot) -> tuple[str, int] | None:
    """The half that these words open, and how many words the opening has. Some word must follow it."""
    lexicon = snapshot.library.lexicon.get(snapshot.person.language, {})
    for length in range(min(LONGEST_OPENING, len(words) - 1), 0, -1):
        opening = understand.normal(" ".join(words[:length]))
        for part, name in _OPENINGS.items():
            if opening in lexicon.get(name, frozenset()):
                return part, length
    return None


def _parted(words: Sequence[str], other: str, snapshot: Snapshot) -> tuple[Sequence[str], Sequence[str]]:
    """The words before and after the opening of the other half; without one, a moment ends at its first
    comma."""
    for at in range(1, len(words)):
        found = _opening(words[at:], snapshot)
        if found and found[0] == other:
            return words[:at], words[at + found[1] :]
    comma = next((n for n, word in enumerate(words, 1) if word.endswith(",")), len(words))
    return (words[:comma], words[comma:]) if other == ACTION else (words, ())


def _tidy(part: str, words: Sequence[str], snapshot: Snapshot) -> str:
    """Words on one line as they stand within the sentence; "" for too many."""
    line = " ".join(_spelled(words, snapshot)).strip(_ENDS)
    lowered = line[:1].lower() + line[1:]
    first = understand.normal(line.split(" ")[0])
    if not _matches(part, line, snapshot) and first not in _names(snapshot):
        line = lowered if _matches(part, lowered, snapshot) else line
    return line if len(line) <= LONGEST else ""


def _matches(part: str, line: str, snapshot: Snapshot) -> bool:
    pattern = snapshot.library.halves.get(snapshot.person.language, {}).get(part)
    return pattern is None or pattern.match(line) is not None


def _spelled(words: Sequence[str], snapshot: Snapshot) -> Iterator[str]:
    """The words, those that always have a capital letter with it ("I", "I'm")."""
    lexicon = snapshot.library.lexicon.get(snapshot.person.language, {})
    always = lexicon.get("capitals-always", frozenset())
    for word in words:
        stem = understand.normal(re.split("['’]", word)[0])
        yield word[:1].upper() + word[1:] if stem in always else word


def _names(snapshot: Snapshot) -> frozenset[str]:
    lexicon = snapshot.library.lexicon.get(snapshot.person.language, {})
    return lexicon.get("capitals", frozenset()) | lexicon.get("first-names", frozenset())
