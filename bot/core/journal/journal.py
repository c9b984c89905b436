"""The journal: one line a page, newest first, with a search; a line can be deleted."""

from __future__ import annotations

from bot.core.conversation.flow import Answer, Flow, Frame, Turn
from bot.core.journal import pages, prompts, reflect
from bot.core.journal.pages import Page
from bot.core.model.effects import Unwrite
from bot.core.model.inputs import Command, Press, Said, Words
from bot.core.model.journal import NOTE, OBSTACLE, JournalQuery, Written
from bot.core.model.messages import Arg, Button, Reply, Text, button
from bot.core.model.snapshot import Data, Facts
from bot.core.typed import understand

SEARCH = button("journal.search", "journal-search")
BACK = button("journal.page", "journal-back")


def command(argument: str, facts: Facts) -> Turn:
    """`/journal`: the newest line; with words, what holds them."""
    return _search(argument, facts) if argument else page("", facts)


def page(value: str, facts: Facts) -> Turn:
    """`pages.page.<id>`; without an id, or with one that is no line of this person's: a near one."""
    shown = pages.page(facts.journal, _number(value), facts.position)
    if shown is None:
        return Turn((Reply("journal-empty", buttons=(reflect.BEGIN,), edits=True),))
    return _shown("journal-page", shown, "journal.page.{}", facts)


def found(value: str, facts: Facts) -> Turn:
    """`pages.found.<id>.<needle>`: one page of a search's results."""
    number, _, words = value.partition(".")
    needle = pages.unpacked(words)
    if not needle:
        return page(number, facts)
    shown = pages.page(pages.holding(needle, facts.journal), _number(number), facts.position)
    if shown is None:
        return _nothing(needle, facts)
    token = f"journal.found.{{}}.{pages.packed(needle)}"
    return _shown("journal-found", shown, token, facts, needle=needle)


def _shown(key: str, shown: Page, token: str, facts: Facts, **more: Arg) -> Turn:
    line = shown.line
    args: dict[str, Arg] = {"head": _head(line, facts), "words": line.text or Text("journal-unreadable")}
    args |= {"number": shown.number, "total": shown.total, **more}
    moves = ((shown.newer, "journal-newer"), (shown.older, "journal-older"))
    buttons = tuple(button(token.format(number), label) for number, label in moves if number is not None)
    delete = button(f"journal.delete.{line.id}", "journal-delete")
    return Turn((Reply(key, args, (*buttons, SEARCH, delete), edits=True),))


def _head(line: Written, facts: Facts) -> Text:
    """The day, and what the words answered."""
    prompt = prompts.by_slug(line.prompt, facts)
    if prompt is not None:
        return Text("journal-head", {"day": line.day, "prompt": Text(f"prompt-{prompt.slug}")})
    kind = line.prompt if line.prompt in (NOTE, OBSTACLE) else "other"
    return Text("journal-head", {"day": line.day, "prompt": Text(f"journal-{kind}")})


# --- searching ----------------------------------------------------------------------------------------


def look(value: str, facts: Facts) -> Turn:
    """The button "search"."""
    return words(None, {}, facts)


def words(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """The step that waits for the words to look for."""
    back = button("journal.words.back", "journal-back")
    if answer is None:
        return Turn((Reply("journal-which-words", buttons=(back,)),), step="words")
    if answer.pressed or _leaves(answer.text, facts):
        return page("", facts)
    return _search(answer.text, facts)


def _leaves(text: str, facts: Facts) -> bool:
    return understand.intent(text, facts) in ("skip", "later", "no")


def _search(text: str, facts: Facts) -> Turn:
    needle = pages.needle(text)
    if not needle:
        return words(None, {}, facts)
    hits = pages.page(pages.holding(needle, facts.journal), None, facts.position)
    return found(f"{hits.line.id}.{pages.packed(needle)}", facts) if hits else _nothing(needle, facts)


def _nothing(needle: str, facts: Facts) -> Turn:
    any_ = facts.position.whole if facts.position else len(facts.journal)
    ways: tuple[Button, ...] = (SEARCH, BACK) if any_ else (reflect.BEGIN,)
    return Turn((Reply("journal-nothing-found", {"needle": needle}, ways),))


# --- deleting -----------------------------------------------------------------------------------------


def delete(value: str, facts: Facts) -> Turn:
    """`pages.delete.<id>`: words are precious, so it is asked once."""
    number = _number(value)
    if not any(w.id == number for w in facts.journal):
        return page(value, facts).after(Reply("journal-gone"))
    return sure(None, {"id": number}, facts)


def sure(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """Anything but a clear yes keeps the line."""
    line = next((w for w in facts.journal if w.id == data.get("id")), None)
    if line is None:
        return page("", facts).after(Reply("journal-gone"))
    if answer is None:
        buttons = (
            button("journal.sure.yes", "journal-sure-yes"),
            button("journal.sure.keep", "journal-sure-keep"),
        )
        reply = Reply("journal-sure", {"day": line.day}, buttons)
        return Turn((reply,), (), "sure", {"id": line.id})
    said = answer.text if answer.pressed else understand.intent(answer.text, facts)
    if said != "yes":
        back = button(f"journal.page.{line.id}", "journal-back")
        return Turn((Reply("journal-kept", {}, (back,), edits=answer.pressed),))
    back = _beside(line, facts)
    return Turn((Reply("journal-deleted", {}, (back,), edits=answer.pressed),), (Unwrite(line.id),))


def _beside(line: Written, facts: Facts) -> Button:
    """Back to where a line was: the next older one, or the next newer one."""
    at = pages.page(facts.journal, line.id)
    number = at and (at.older or at.newer)
    return button(f"journal.page.{number}", "journal-back") if number else BACK


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= 18 else None


# --- what is read -------------------------------------------------------------------------------------


def reads(said: Said, frame: Frame | None, facts: Facts) -> JournalQuery:
    """The page, or the search, that what was said leads to."""
    match said:
        case Press(token) if token.startswith(("journal.page.", "journal.delete.")):
            return JournalQuery(_number(token.split(".", 2)[2]))
        case Press(token) if token.startswith("journal.found."):
            number, _, words = token.split(".", 2)[2].partition(".")
            return JournalQuery(_number(number), pages.unpacked(words))
        case Command("journal", argument):
            return JournalQuery(needle=pages.needle(argument))
        case _ if frame and frame.step == "sure":
            return JournalQuery(frame.data.get("id"))
        case Words(text) if frame and frame.step == "words" and not _leaves(text, facts):
            return JournalQuery(needle=pages.needle(text))
        case _:
            return JournalQuery()


FLOW = Flow(
    "journal",
    steps={"words": words, "sure": sure},
    buttons={"page": page, "found": found, "search": look, "delete": delete},
    commands={"journal": command},
    restart="journal",
    fleeting=frozenset({"sure", "words"}),
    reads=reads,
    once_agreed=True,
)
