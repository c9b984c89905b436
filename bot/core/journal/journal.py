"""The journal: one line a page, newest first, with a search; a line can be deleted."""

from __future__ import annotations

from bot.core.conversation.flow import (
    LEFT_OUT,
    Answer,
    Command,
    Flow,
    Frame,
    StepResult,
    ask_step,
    reply_with,
)
from bot.core.journal import pages, prompts, reflect
from bot.core.journal.pages import Page
from bot.core.model.effects import DeleteJournalEntry
from bot.core.model.inputs import ButtonPress, Input, SlashCommand, TypedText
from bot.core.model.journal import NOTE, OBSTACLE, JournalEntry, JournalQuery
from bot.core.model.messages import Arg, Button, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, joined, split
from bot.core.typed import understand

SEARCH = button(Token("journal", "search"), "journal-search")
BACK = button(Token("journal", "page"), "journal-back")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/journal`: the newest line; with words, what holds them."""
    return _search(argument, snapshot) if argument else page("", snapshot)


def page(value: str, snapshot: Snapshot) -> StepResult:
    """`pages.page.<id>`; without an id, or with one that is no line of this person's: a near one."""
    shown = pages.page(snapshot.journal, _number(value), snapshot.position)
    if shown is None:
        return reply_with(Reply("journal-empty", buttons=(reflect.BEGIN,), edits=True))
    return _shown("journal-page", shown, "page", (), snapshot)


def found(value: str, snapshot: Snapshot) -> StepResult:
    """`pages.found.<id>.<needle>`: one page of a search's results."""
    number, words = split(value, 2)
    needle = pages.unpacked(words)
    if not needle:
        return page(number, snapshot)
    shown = pages.page(pages.holding(needle, snapshot.journal), _number(number), snapshot.position)
    if shown is None:
        return _nothing(needle, snapshot)
    return _shown("journal-found", shown, "found", (pages.packed(needle),), snapshot, needle=needle)


def _shown(
    key: str, shown: Page, name: str, search: tuple[str, ...], snapshot: Snapshot, **more: Arg
) -> StepResult:
    """A page. `name` and `search`: of the tokens that lead to its neighbours."""
    line = shown.line
    args: dict[str, Arg] = {"head": _head(line, snapshot), "words": line.text or Text("journal-unreadable")}
    args |= {"number": shown.number, "total": shown.total, **more}
    moves = ((shown.newer, "journal-newer"), (shown.older, "journal-older"))
    buttons = tuple(
        button(Token("journal", name, number, *search), label)
        for number, label in moves
        if number is not None
    )
    delete = button(Token("journal", "delete", line.id), "journal-delete")
    return reply_with(Reply(key, args, (*buttons, SEARCH, delete), edits=True))


def _head(line: JournalEntry, snapshot: Snapshot) -> Text:
    """The day, and what the words answered."""
    prompt = prompts.by_slug(line.prompt, snapshot)
    if prompt is not None:
        return Text("journal-head", {"day": line.day, "prompt": Text(f"prompt-{prompt.slug}")})
    kind = line.prompt if line.prompt in (NOTE, OBSTACLE) else "other"
    return Text("journal-head", {"day": line.day, "prompt": Text(f"journal-{kind}")})


# --- searching ----------------------------------------------------------------------------------------


def look(value: str, snapshot: Snapshot) -> StepResult:
    """The button "search"."""
    return words(None, {}, snapshot)


def words(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The step that waits for the words to look for."""
    back = button(Token("journal", "words", "back"), "journal-back")
    if answer is None:
        return ask_step("words", Reply("journal-which-words", buttons=(back,), edits=True, page=True))
    if answer.pressed or _leaves(answer.text, snapshot):
        return page("", snapshot)
    return _search(answer.text, snapshot)


def _leaves(text: str, snapshot: Snapshot) -> bool:
    return understand.intent(text, snapshot) in LEFT_OUT


def _search(text: str, snapshot: Snapshot) -> StepResult:
    needle = pages.needle(text)
    if not needle:
        return words(None, {}, snapshot)
    hits = pages.page(pages.holding(needle, snapshot.journal), None, snapshot.position)
    return found(joined(hits.line.id, pages.packed(needle)), snapshot) if hits else _nothing(needle, snapshot)


def _nothing(needle: str, snapshot: Snapshot) -> StepResult:
    any_ = snapshot.position.whole if snapshot.position else len(snapshot.journal)
    ways: tuple[Button, ...] = (SEARCH, BACK) if any_ else (reflect.BEGIN,)
    return reply_with(Reply("journal-nothing-found", {"needle": needle}, ways))


# --- deleting -----------------------------------------------------------------------------------------


def delete(value: str, snapshot: Snapshot) -> StepResult:
    """`pages.delete.<id>`: words are precious, so it is asked once."""
    number = _number(value)
    if not any(w.id == number for w in snapshot.journal):
        return page(value, snapshot).after(Reply("journal-gone"))
    return sure(None, {"id": number}, snapshot)


def sure(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """Anything but a clear yes keeps the line."""
    line = next((w for w in snapshot.journal if w.id == data.get("id")), None)
    if line is None:
        return page("", snapshot).after(Reply("journal-gone"))
    if answer is None:
        buttons = (
            button(Token("journal", "sure", "yes"), "journal-sure-yes"),
            button(Token("journal", "sure", "keep"), "journal-sure-keep"),
        )
        reply = Reply("journal-sure", {"day": line.day}, buttons)
        return ask_step("sure", reply, {"id": line.id})
    said = answer.text if answer.pressed else answer.meant
    if said != "yes":
        back = button(Token("journal", "page", line.id), "journal-back")
        return reply_with(Reply("journal-kept", {}, (back,), edits=answer.pressed))
    back = _beside(line, snapshot)
    return reply_with(Reply("journal-deleted", {}, (back,), edits=answer.pressed)).doing(
        DeleteJournalEntry(line.id)
    )


def _beside(line: JournalEntry, snapshot: Snapshot) -> Button:
    """Back to where a line was: the next older one, or the next newer one."""
    at = pages.page(snapshot.journal, line.id)
    number = at and (at.older or at.newer)
    return button(Token("journal", "page", number), "journal-back") if number else BACK


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= 18 else None


# --- what is read -------------------------------------------------------------------------------------


def _read_by(token: Token) -> JournalQuery:
    """The page, or the page of a search, that one of the journal's buttons leads to."""
    number, words = split(token.value, 2)
    if token.name == "found":
        return JournalQuery(_number(number), pages.unpacked(words))
    return JournalQuery(_number(token.value))


def _names_page(token: Token) -> bool:
    return token.name in ("page", "delete", "found") and token.value != ""


def needs(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    return SnapshotNeeds(journal=_query(said, frame, snapshot))


def _query(said: Input, frame: Frame | None, snapshot: Snapshot) -> JournalQuery:
    """The page, or the search, that what was said leads to."""
    match said:
        case ButtonPress(text) if (token := Token.parse(text)).flow == "journal" and _names_page(token):
            return _read_by(token)
        case SlashCommand("journal", argument):
            return JournalQuery(needle=pages.needle(argument))
        case _ if frame and frame.step == "sure":
            return JournalQuery(frame.data.get("id"))
        case TypedText(text) if frame and frame.step == "words" and not _leaves(text, snapshot):
            return JournalQuery(needle=pages.needle(text))
        case _:
            return JournalQuery()


FLOW = Flow(
    "journal",
    steps={"words": words, "sure": sure},
    buttons={"page": page, "found": found, "search": look, "delete": delete},
    commands=(Command("journal", command, argument="words", topic="thoughts", in_words=True),),
    restart_command="journal",
    single_use_steps=frozenset({"sure", "words"}),
    needs=needs,
    once_agreed=True,
)
