from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.journal import pages
from bot.core.model.effects import DeleteJournalEntry
from bot.core.model.journal import NOTE, OBSTACLE, JournalEntry
from bot.core.model.token import TOKEN_BYTES
from tests.core.helpers import PROMPTS, Chat, facts_of

LINES = (
    JournalEntry(31, date(2026, 11, 22), NOTE, "A calm evening, café with Ana."),
    JournalEntry(20, date(2026, 11, 20), OBSTACLE, "The <b>train</b> was late."),
    JournalEntry(9, date(2025, 12, 31), "gone-prompt", "Mañana empiezo."),
)


def chat_with(*lines: JournalEntry, **person: object) -> Chat:
    return Chat(facts_of(journal=lines or LINES, **person))


def test_paging_from_the_newest_to_the_oldest_and_back() -> None:
    chat = chat_with()
    shown = chat.slash("journal")
    assert shown == "Sunday, 22 November · A line on the day\n\nA calm evening, café with Ana.\n\n1 of 3"
    assert chat.tokens == ["journal.page.20", "journal.search", "journal.delete.31"]
    shown = chat.press("journal.page.20")
    assert shown == "Friday, 20 November · What got in the way\n\nThe <b>train</b> was late.\n\n2 of 3"
    assert chat.tokens[:2] == ["journal.page.31", "journal.page.9"]
    shown = chat.press("journal.page.9")
    assert shown == "Wednesday, 31 December 2025 · An earlier question\n\nMañana empiezo.\n\n3 of 3"
    assert chat.tokens[0] == "journal.page.20"
    assert chat.replies[0].edits
    assert chat.waiting == ""


def test_a_line_on_an_earlier_day_stands_there_though_it_was_written_later() -> None:
    late = JournalEntry(40, date(2026, 11, 21), NOTE, "Filled in today.")
    chat = chat_with(late, *LINES)
    shown = [chat.slash("journal")]
    while (older := chat.tokens[-3]).startswith("journal.page") and len(shown) < 4:
        shown.append(chat.press(older))
    assert [text.partition(" ·")[0] for text in shown] == [
        "Sunday, 22 November",
        "Saturday, 21 November",
        "Friday, 20 November",
        "Wednesday, 31 December 2025",
    ]
    assert [f"{n} of 4" in text for n, text in enumerate(shown, 1)] == [True] * 4


def test_an_empty_journal_leads_to_a_question() -> None:
    chat = Chat(facts_of())
    assert "Your journal is empty so far." in chat.slash("journal")
    assert chat.tokens == ["reflect.now"]


def test_long_words_are_shown_in_full() -> None:
    words = "words " * 10_000 + "the end"
    assert words in chat_with(JournalEntry(1, date(2026, 11, 22), NOTE, words)).slash("journal")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("", 31), ("25", 20), ("1", 9), ("999999999", 31), ("x", 31), ("²", 31), ("9" * 40, 31)],
)
def test_ids_that_are_gone_or_not_ones_own_show_a_near_line(value: str, shown: int) -> None:
    chat = chat_with()
    chat.forge(f"journal.page.{value}")
    assert chat.tokens[-1] == f"journal.delete.{shown}"


# --- searching ----------------------------------------------------------------------------------------


def test_a_search_pages_through_what_it_finds() -> None:
    chat = chat_with()
    chat.slash("journal")
    chat.press("journal.search")
    assert chat.waiting == "journal.words"
    shown = chat.type("AN")
    assert "1 of 2 with “an”" in shown
    assert "café with Ana" in shown
    assert chat.waiting == ""
    shown = chat.press(next(t for t in chat.tokens if t.startswith("journal.found.9.")))
    assert "2 of 2 with “an”" in shown
    assert "Mañana" in shown


@pytest.mark.parametrize("typed", ["CAFE", "café", "  cafÉ  ", "calm   evening"])
def test_a_search_minds_neither_case_nor_accents(typed: str) -> None:
    assert "1 of 1" in chat_with().slash(f"journal {typed}")


def test_nothing_found() -> None:
    chat = chat_with()
    assert chat.slash("journal unicorn") == "Nothing in your journal has “unicorn” in it."
    assert chat.tokens == ["journal.search", "journal.page"]


def test_a_search_can_be_left() -> None:
    for leave in ("skip", "journal.words.back"):
        chat = chat_with()
        chat.slash("journal")
        chat.press("journal.search")
        shown = chat.type(leave) if leave == "skip" else chat.press(leave)
        assert "1 of 3" in shown
        assert chat.waiting == ""


def test_a_long_needle_is_cut_and_told_as_it_was_searched() -> None:
    chat = chat_with(JournalEntry(10**10 - 1, date(2026, 11, 22), NOTE, "я" * 200), LINES[1])
    shown = chat.slash("journal " + "я" * 100)
    assert f"with “{'я' * 13}”" in shown


@given(st.text())
def test_a_needle_comes_back_from_its_token(text: str) -> None:
    needle = pages.needle(text)
    assert pages.unpacked(pages.packed(needle)) == needle
    assert len(f"journal.found.{10**10 - 1}.{pages.packed(needle)}") <= TOKEN_BYTES


@given(st.text(min_size=1))
def test_whatever_is_written_is_found(text: str) -> None:
    needle = pages.needle(text)
    lines = (JournalEntry(1, date(2026, 11, 22), NOTE, text),)
    assert pages.holding(needle, lines) == lines


# --- deleting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["press", "yes"])
def test_a_line_is_deleted_after_one_question(answer: str) -> None:
    chat = chat_with()
    chat.slash("journal")
    chat.press("journal.delete.31")
    assert (chat.effects, chat.waiting) == ((), "journal.sure")
    shown = chat.press("journal.sure.yes") if answer == "press" else chat.type("yes")
    assert shown == "Deleted."
    assert (chat.effects, chat.waiting) == ((DeleteJournalEntry(31),), "")
    assert "1 of 2" in chat.press("journal.page.20")


def test_where_one_comes_back_to_after_deleting() -> None:
    for number, back in ((31, "journal.page.20"), (20, "journal.page.9"), (9, "journal.page.20")):
        chat = chat_with()
        chat.forge(f"journal.delete.{number}")
        chat.press("journal.sure.yes")
        assert chat.tokens == [back]
    chat = chat_with(LINES[0])
    chat.forge("journal.delete.31")
    chat.press("journal.sure.yes")
    assert "empty" in chat.press("journal.page")


def test_a_yes_to_something_else_deletes_nothing() -> None:
    for between in ("journal.page.20", "checkin.open"):
        chat = chat_with()
        chat.forge("journal.delete.31")
        chat.forge(between)
        chat.type("yes")
        assert len(chat.snapshot.journal) == 3


@pytest.mark.parametrize("answer", ["press", "no", "what?"])
def test_anything_but_a_yes_keeps_the_line(answer: str) -> None:
    chat = chat_with()
    chat.slash("journal")
    chat.press("journal.delete.31")
    shown = chat.press("journal.sure.keep") if answer == "press" else chat.type(answer)
    assert (shown, chat.effects) == ("It stays.", ())
    assert "1 of 3" in chat.press("journal.page.31")


def test_a_line_that_is_gone_cannot_be_deleted() -> None:
    chat = chat_with()
    shown = chat.forge("journal.delete.25")
    assert shown.startswith("That line is no longer here.")
    assert (chat.effects, chat.waiting) == ((), "")
    chat.forge("journal.sure.yes")
    assert (chat.effects, chat.replies[0].key) == ((), "talk-stale")


def test_in_spanish() -> None:
    chat = chat_with(language="es")
    assert "1 de 3" in chat.slash("journal")
    assert "3 de 3" in chat.forge("journal.page.9")
    assert "31 de diciembre de 2025" in chat.forge("journal.page.9")
    chat.press("journal.delete.9")
    assert chat.type("sí") == "Borrado."


def test_the_question_stands_above_its_answer() -> None:
    line = JournalEntry(1, date(2026, 11, 22), PROMPTS[0].slug, "An answer.")
    shown = Chat(facts_of(journal=(line,), prompts=PROMPTS)).slash("journal")
    assert shown.startswith("Sunday, 22 November · en: test-general-1?\n\nAn answer.")


@given(st.text(max_size=40))
def test_any_words_and_forged_buttons(text: str) -> None:
    chat = chat_with()
    for part in ("page", "found", "found.31", "delete", "sure", "search", "words"):
        chat.forge(f"journal.{part}.{text}")
        assert chat.replies
    chat = chat_with()
    chat.slash("journal")
    chat.press("journal.search")
    chat.type(text)
    assert chat.replies
