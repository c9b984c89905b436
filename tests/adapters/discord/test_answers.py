"""What goes wrong on the way: lines that break, answers that come too late, many people at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.storage.engine.errors import StorageAway, StorageFull
from tests.adapters.discord.coach import QUICK, Coach, until
from tests.adapters.discord.local import Interaction, LocalDiscord
from tests.adapters.discord.person import Person
from tests.adapters.discord.routes import texts

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
FIRST, LATER = "POST /interactions/*/*/callback", "PATCH /webhooks/*/*/messages/@original"
BELOW, POST = "POST /webhooks/*/*", "POST /channels/*/messages"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.discord.answers.RETRY_BACKOFF", QUICK)
    monkeypatch.setattr("bot.adapters.discord.sender.RETRY_BACKOFF", QUICK)


@pytest.mark.parametrize("after", [False, True])
async def test_a_line_that_breaks_before_or_after_the_first_sign(
    ann: Person, discord: LocalDiscord, after: bool
) -> None:
    discord.fail(FIRST, 0, after=after)
    it = await ann.runs("start")
    assert (it.answers, discord.calls[FIRST]) == ([5], 2)
    assert "13 or older" in texts(it)[0]


async def test_a_line_that_breaks_before_the_words(ann: Person, discord: LocalDiscord) -> None:
    discord.fail(LATER, 0, times=2)
    it = await ann.runs("start")
    assert "13 or older" in texts(it)[0]


async def test_too_late_means_that_nothing_is_done(ann: Person, discord: LocalDiscord) -> None:
    """Discord has told her that it failed: she will do it again, and then it counts once."""
    await ann.runs("start", dm=True)
    discord.fail(FIRST, 404, 10062)
    message = ann.newest_with("I'm younger")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(ann.uses("s1:onboarding.hello.ok", message, dm=True), 0.3)
    it = await ann.runs("start", dm=True)
    assert "13 or older" in texts(it)[0]  # not past it


async def test_what_another_process_answers_is_left_to_it(ann: Person, discord: LocalDiscord) -> None:
    discord.fail(FIRST, 400, 40060)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(ann.runs("start", dm=True), 0.3)
    assert discord.calls[LATER] == 0


async def test_a_pressed_message_that_was_deleted_is_answered_below(
    ann: Person, discord: LocalDiscord
) -> None:
    await ann.runs("start", dm=True)
    discord.fail(LATER, 404, 10008)
    it = await ann.presses("I'm 13 or older: let's start", dm=True)
    assert "What matters most" in texts(it)[-1]


async def test_a_token_that_is_too_old_is_not_needed_in_the_direct_message(
    ann: Person, discord: LocalDiscord
) -> None:
    discord.fail(LATER, 401, 50027)
    it = await _until_told(ann, discord, ann.runs("start", dm=True))
    assert not it.thinking
    assert "13 or older" in texts(it)[0]
    discord.fail(LATER, 401, 50027)
    it = await _until_told(ann, discord, ann.presses("I'm 13 or older: let's start", dm=True))
    assert "What matters most" in texts(it)[0]
    for label in ("My time", "I'm bored"):
        await ann.presses(label, dm=True)
    discord.fail(BELOW, 401, 50027)
    await _until_told(ann, discord, ann.presses("Skip", dm=True))
    assert "What time is it" in discord.posted[ann.dm][0]["content"]


async def test_an_old_token_is_not_used_at_all(
    ann: Person, discord: LocalDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.discord.answers.TOKEN_LIFETIME_SECONDS", -1)
    await _until_told(ann, discord, ann.runs("start", dm=True))
    await _until_told(ann, discord, ann.runs("start"))  # in a server nobody but the token can whisper
    assert (discord.calls[LATER], discord.calls[BELOW], discord.posted) == (0, 0, {})


async def _until_told(
    ann: Person, discord: LocalDiscord, doing: Coroutine[Any, Any, Interaction]
) -> Interaction:
    """Do it, and wait until the bot is done, though nothing comes by the token."""
    seen = len(discord.interactions)
    task = asyncio.create_task(doing)
    await until(lambda: len(discord.interactions) > seen)
    it = list(discord.interactions.values())[-1]
    await until(lambda: it.answers and not discord.busy())
    it.followed.set()
    return await task


@pytest.mark.parametrize(("error", "expected"), [
    (StorageFull("x"), "no room left"), (StorageAway("x"), "can't reach the place"),
    (ValueError("x"), "on my side"),
])  # fmt: skip
async def test_nobody_is_left_thinking(
    ann: Person, coach: Coach, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: str
) -> None:
    async def fails(incoming: object) -> tuple[()]:
        raise error

    monkeypatch.setattr(coach.service, "turn", fails)
    it = await ann.runs("start")
    assert expected in texts(it)[0]
    await ann.says("hello")
    await until(lambda: ann.discord.posted.get(ann.dm))


async def test_a_form_that_cannot_be_found_in_time_is_answered_in_words(
    ann: Person, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ann.runs("start", dm=True)
    message = ann.newest_with("I'm younger")
    it = await ann.uses("s1f:checkin.sent.2026-11-23", message, dm=True)
    assert it.answers == [6]
    assert "works as soon as these few questions are done" in "".join(texts(it)) or len(texts(it)) > 1


async def test_an_answer_to_words_is_sent_once_though_the_line_breaks(
    ann: Person, discord: LocalDiscord
) -> None:
    discord.fail(POST, 0, after=True)
    discord.fail(POST, 0)
    await ann.says("hello")
    await until(lambda: discord.calls[POST] == 3)
    await asyncio.sleep(0.05)
    assert len(discord.posted[ann.dm]) == 1


async def test_an_answer_that_cannot_arrive_is_given_up(ann: Person, discord: LocalDiscord) -> None:
    discord.fail(POST, 403, 50007)
    await ann.says("hello")
    await until(lambda: discord.calls[POST] == 1)
    await ann.says("hello again")
    await until(lambda: discord.posted.get(ann.dm))


async def test_sixty_people_at_once_all_get_their_first_sign_in_time(
    discord: LocalDiscord, coach: Coach
) -> None:
    people = [Person(discord) for _ in range(60)]
    began = time.monotonic()
    answers = await asyncio.gather(*(p.runs("start", seconds=20) for p in people))
    slowest = max(it.took for it in answers)
    assert slowest < 2, f"{slowest:.1f} s of {time.monotonic() - began:.1f} s"
    assert all("13 or older" in texts(it)[0] for it in answers)


async def test_leaving_lets_answers_out(ann: Person, coach: Coach, discord: LocalDiscord) -> None:
    asking = asyncio.create_task(ann.runs("start"))
    await until(lambda: discord.calls[FIRST])
    await coach.stop()
    it = await asking
    assert "13 or older" in texts(it)[0]
    await coach.start()
