"""The journal: one line a page, newest first, with a search; a line can be deleted."""

from __future__ import annotations

from bot.core.conversation.flow import Answer, Flow, Frame, StepResult
from bot.core.journal import pages, prompts, reflect
from bot.core.journal.pages import Page
from bot.core.model.effects import DeleteJournalEntry
from bot.core.model.inputs import ButtonPress, Input, SlashCommand, TypedText
from bot.core.model.journal import NOTE, OBSTACLE, JournalEntry, JournalQuery
from bot.core.model.messages import Arg, Button, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Data, Snapshot
from bot.core.typed import understand

SEARCH = button("journal.search", "journal-search")
BACK = button("journal.page", "journal-back")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/journal`: the newest line; with words, what holds them."""
    return _search(argument, snapshot) if argument else page("", snapshot)


def page(value: str, snapshot: Snapshot) -> StepResult:
    """`pages.page.<id>`; without an id, or with one that is no line of this person's: a near one."""
    shown = pages.page(snapshot.journal, _number(value), snapshot.position)
    if shown is None:
        return StepResult((Reply("journal-empty", buttons=(reflect.BEGIN,), edits=True),))
    return _shown("journal-page", shown, "journal.page.{}", snapshot)


def found(value: str, snapshot: Snapshot) -> StepResult:
    """`pages.found.<id>.<needle>`: one page of a search's results."""
    number, _, words = value.partition(".")
    needle = pages.unpacked(words)
    if not needle:
        return page(number, snapshot)
    shown = pages.page(pages.holding(needle, snapshot.journal), _number(number), snapshot.position)
    if shown is None:
        return _nothing(needle, snapshot)
    token = f"journal.found.{{}}.{pages.packed(needle)}"
    return _shown("journal-found", shown, token, snapshot, needle=needle)


def _shown(key: str, shown: Page, token: str, snapshot: Snapshot, **more: Arg) -> StepResult:
    line = shown.line
    args: dict[str, Arg] = {"head": _head(line, snapshot), "words": line.text or Text("journal-unreadable")}
    args |= {"number": shown.number, "total": shown.total, **more}
    moves = ((shown.newer, "journal-newer"), (shown.older, "journal-older"))
    buttons = tuple(button(token.format(number), label) for number, label in moves if number is not None)
    delete = button(f"journal.delete.{line.id}", "journal-delete")
    return StepResult((Reply(key, args, (*buttons, SEARCH, delete), edits=True),))


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
    back = button("journal.words.back", "journal-back")
    if answer is None:
        return StepResult((Reply("journal-which-words", buttons=(back,)),), step="words")
    if answer.pressed or _leaves(answer.text, snapshot):
        return page("", snapshot)
    return _search(answer.text, snapshot)


def _leaves(text: str, snapshot: Snapshot) -> bool:
    return understand.intent(text, snapshot) in ("skip", "later", "no")


def _search(text: str, snapshot: Snapshot) -> StepResult:
    needle = pages.needle(text)
    if not needle:
        return words(None, {}, snapshot)
    hits = pages.page(pages.holding(needle, snapshot.journal), None, snapshot.position)
    return found(f"{hits.line.id}.{pages.packed(needle)}", snapshot) if hits else _nothing(needle, snapshot)


def _nothing(needle: str, snapshot: Snapshot) -> StepResult:
    any_ = snapshot.position.whole if snapshot.position else len(snapshot.journal)
    ways: tuple[Button, ...] = (SEARCH, BACK) if any_ else (reflect.BEGIN,)
    return StepResult((Reply("journal-nothing-found", {"needle": needle}, ways),))


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
            button("journal.sure.yes", "journal-sure-yes"),
            button("journal.sure.keep", "journal-sure-keep"),
        )
        reply = Reply("journal-sure", {"day": line.day}, buttons)
        return StepResult((reply,), (), "sure", {"id": line.id})
    said = answer.text if answer.pressed else understand.intent(answer.text, snapshot)
    if said != "yes":
        back = button(f"journal.page.{line.id}", "journal-back")
        return StepResult((Reply("journal-kept", {}, (back,), edits=answer.pressed),))
    back = _beside(line, snapshot)
    return StepResult(
        (Reply("journal-deleted", {}, (back,), edits=answer.pressed),), (DeleteJournalEntry(line.id),)
    )


def _beside(line: JournalEntry, snapshot: Snapshot) -> Button:
    """Back to where a line was: the next older one, or the next newer one."""
    at = pages.page(snapshot.journal, line.id)
    number = at and (at.older or at.newer)
    return button(f"journal.page.{number}", "journal-back") if number else BACK


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= 18 else None


# --- what is read -------------------------------------------------------------------------------------


def needs(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    return SnapshotNeeds(journal=_query(said, frame, snapshot))


def _query(said: Input, frame: Frame | None, snapshot: Snapshot) -> JournalQuery:
    """The page, or the search, that what was said leads to."""
    match said:
        case ButtonPress(token) if token.startswith(("journal.page.", "journal.delete.")):
            return JournalQuery(_number(token.split(".", 2)[2]))
        case ButtonPress(token) if token.startswith("journal.found."):
            number, _, words = token.split(".", 2)[2].partition(".")
            return JournalQuery(_number(number), pages.unpacked(words))
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
    commands={"journal": command},
    restart="journal",
    fleeting=frozenset({"sure", "words"}),
    needs=needs,
    once_agreed=True,
)
