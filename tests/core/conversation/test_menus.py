"""No menu freezes: what is opened from a menu takes its place, so that no dead copy of it stays."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model.journal import JournalEntry
from tests.core.helpers import Chat, facts_of

MENUS = ("settings.show", "plans.list", "plans.open.1", "plans.add", "journal.page")
ELSEWHERE = ("journal.delete.",)  # the line stays in sight while it is asked whether to delete it
LINES = tuple(JournalEntry(n, date(2026, 11, n), "note", f"a walk, the {n}th") for n in (3, 2, 1))


def menu(token: str) -> Chat:
    chat = Chat(facts_of(journal=LINES))
    chat.forge(token)
    return chat


@pytest.mark.parametrize("token", MENUS)
def test_what_a_menu_opens_takes_its_place(token: str) -> None:
    opened = [button for button in menu(token).tokens if not button.startswith(ELSEWHERE)]
    assert opened
    for button in opened:
        chat = menu(token)
        chat.press(button)
        first, *others = chat.replies
        assert first.edits, button
        assert first.page or not chat.waiting or others, button
