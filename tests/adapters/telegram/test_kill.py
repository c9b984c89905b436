"""SIGKILL in the midst of two hundred people answering at once: nothing that was confirmed is lost, nothing
is there twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.telegram.coach import Coach, settings
from tests.adapters.telegram.crowd import kept, prepare, running, words
from tests.adapters.telegram.server import TOKEN, BotApi

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

PEOPLE = range(5001, 5201)


async def test_what_was_confirmed_is_stored_and_nothing_twice(url: str, tmp_path: Path, api: BotApi) -> None:
    await prepare(url, PEOPLE)
    numbers = {person: api.says(api.chat(person), words(person)) for person in PEOPLE}
    with running(tmp_path, url, api.url, TOKEN) as process:
        await api.until(lambda: len(api.of("sendMessage")) >= 120, 40)  # amid the second hundred that it got
        process.kill()
        process.wait()
    confirmed = {words(person) for person, number in numbers.items() if number <= api.confirmed}
    before = await kept(url)
    assert confirmed <= set(before)
    assert 100 <= len(confirmed) <= len(before) < 200
    after = Coach(url, settings(api.url), datetime.now(UTC))  # what is new is the process: it need not be one
    await after.start()
    await api.until(lambda: api.confirmed == max(numbers.values()), 40)
    await after.stop()
    assert await kept(url) == {words(person): 1 for person in PEOPLE}
    assert all(api.chat(person).said for person, number in numbers.items() if words(person) not in confirmed)
