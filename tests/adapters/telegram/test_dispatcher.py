"""Nothing is lost on the way in: stored, then confirmed, in order for each person, whatever goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from io import StringIO
from typing import Any

import pytest

from bot.adapters.telegram import dispatcher
from bot.core.model.inputs import Account, ButtonPress, Incoming, SlashCommand, TypedText
from bot.delivery.ports import BotRefused
from bot.storage.engine.errors import StorageAway
from tests.adapters.telegram.coach import Coach, coaching, ended, settings
from tests.adapters.telegram.server import ME, BotApi, Chat, shown

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

Turn = Callable[[Incoming], Awaitable[Any]]


def wrapped(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, around: Callable[[Turn, Incoming], Awaitable[Any]]
) -> None:
    """Let every turn go through `around`, which gets the real one."""
    turn = coach.service.turn
    monkeypatch.setattr(coach.service, "turn", lambda incoming: around(turn, incoming))


async def test_an_update_is_confirmed_only_after_its_commit(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = asyncio.Event()

    async def hold(turn: Turn, incoming: Incoming) -> Any:
        await held.wait()
        return await turn(incoming)

    wrapped(coach, monkeypatch, hold)
    number = api.says(ann, "/start")
    await asyncio.sleep(0.3)
    assert (api.confirmed, len(api.updates)) == (0, 1)
    held.set()
    await api.until(lambda: api.confirmed == number)
    await api.hears(ann, "13 or older")


async def test_each_persons_updates_keep_their_order_while_people_are_served_side_by_side(
    api: BotApi, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, most, order = 0, 0, dict[str, list[str]]()

    async def slow(turn: Turn, incoming: Incoming) -> Any:
        nonlocal under_way, most
        assert isinstance(incoming.said, TypedText)
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01 if incoming.said.text == "0" else 0)
        order.setdefault(incoming.account.external_id, []).append(incoming.said.text)
        under_way -= 1
        return ()

    wrapped(coach, monkeypatch, slow)
    for number in range(5):
        for person in range(2001, 2013):
            last = api.says(api.chat(person), str(number))
    await api.until(lambda: api.confirmed == last)
    assert order == {str(person): list("01234") for person in range(2001, 2013)}
    assert 4 <= most <= 16


async def test_who_died_before_answering_says_where_things_stand(url: str, api: BotApi, ann: Chat) -> None:
    """The first process stores the answer and dies: nothing is sent, nothing confirmed."""
    async with coaching(url, api.url) as first:
        api.says(ann, "/start")
        await api.hears(ann, "13 or older")
        await api.until(lambda: not api.updates)
        event = f"{ME['id']}:{api.next_update}"  # what a killed process had stored already:
        await first.service.turn(
            Incoming(Account("telegram", "1001"), ButtonPress("onboarding.hello.ok"), event)
        )
    api.presses(ann, "I'm 13 or older: let's start")
    async with coaching(url, api.url):
        await api.hears(ann, "What matters most")
        await api.until(lambda: not api.updates)
    assert [shown(m).startswith("What matters") for m in ann.said].count(True) == 1


async def test_a_stopped_process_confirms_what_it_did(url: str, api: BotApi, ann: Chat) -> None:
    async with coaching(url, api.url) as coach:
        number = api.says(ann, "/start")
        await api.hears(ann, "13 or older")
        await coach.stop()
        assert api.confirmed == number


async def test_what_cannot_be_read_blocks_nobody(api: BotApi, coach: Coach, ann: Chat) -> None:
    api.put({"message": "malformed"})
    api.put({"message": {"text": "no sender, no chat"}})
    api.put({"something_new": {"from": "the future"}})
    number = api.says(ann, "/start")
    await api.hears(ann, "13 or older")
    await api.until(lambda: api.confirmed == number)


async def test_an_update_that_always_fails_is_passed_over_kindly(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch, log: StringIO
) -> None:
    async def fail(turn: Turn, incoming: Incoming) -> Any:
        if incoming.said == TypedText("my secret words"):
            raise ValueError(incoming.said.text)
        return await turn(incoming)

    wrapped(coach, monkeypatch, fail)
    api.says(ann, "my secret words")
    api.says(bob := api.chat(1002), "/start")
    await api.hears(bob, "13 or older")
    await api.hears(ann, "Something went wrong on my side")
    await api.until(lambda: not api.updates)
    assert "an update could not be handled" in log.getvalue()
    assert "my secret words" not in log.getvalue()


async def test_while_the_database_is_away_nothing_is_confirmed_and_people_are_told(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = True

    async def unreachable(turn: Turn, incoming: Incoming) -> Any:
        if away:
            raise StorageAway("the database cannot be reached")
        return await turn(incoming)

    monkeypatch.setattr(dispatcher, "APOLOGY_AFTER_SECONDS", 0.5)
    wrapped(coach, monkeypatch, unreachable)
    number = api.says(ann, "/start")
    await api.hears(ann, "Your message isn't lost")
    assert api.confirmed < number
    away = False
    await api.hears(ann, "13 or older")
    await api.until(lambda: api.confirmed == number)
    assert sum("isn't lost" in shown(m) for m in ann.said) == 1


async def test_what_is_answered_at_once_is_confirmed_after_that(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in between, it would come again, and be answered."""
    monkeypatch.setattr(dispatcher, "HAND_OVER_SECONDS", 10)
    api.faults["sendMessage"].append("slow:0.3")
    number = api.says(ann, "/start")
    await api.until(lambda: api.confirmed == number)
    assert "13 or older" in shown(ann.last)


async def test_an_answer_that_has_to_wait_holds_nobody_up(
    api: BotApi, coach: Coach, ann: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "HAND_OVER_SECONDS", 0.1)
    api.faults["sendMessage"].append("429:60")
    number = api.says(ann, "/start")
    await api.until(lambda: api.confirmed == number)
    api.says(bob := api.chat(1002), "/start")
    await api.hears(bob, "13 or older")
    assert ann.said == []
    await coach.telegram._tasks.drain(0)


async def test_failing_polls_are_repeated_and_a_second_poller_is_named(
    api: BotApi, coach: Coach, ann: Chat, log: StringIO
) -> None:
    await api.until(lambda: any(call.method == "getUpdates" for call in api.calls))
    api.faults["getUpdates"].extend(["500", "409", "drop"])
    api.says(ann, "/start")
    api.says(bob := api.chat(1002), "/start")
    await api.hears(ann, "13 or older")
    await api.hears(bob, "13 or older")
    await api.until(lambda: not api.faults["getUpdates"])
    api.says(ann, "/help")
    await api.hears(ann, "Your day:")
    assert "somebody else receives this bot's messages" in log.getvalue()


async def test_telegram_may_be_away_at_the_start(url: str, unused_port: int) -> None:
    async with coaching(url, f"http://127.0.0.1:{unused_port}/bot"):
        await asyncio.sleep(0.2)
        async with BotApi(unused_port) as api:
            api.says(ann := api.chat(1001), "/start")
            await api.hears(ann, "13 or older")


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
async def test_a_wrong_token_is_refused_in_a_line_without_it(url: str, api: BotApi, method: str) -> None:
    api.faults[method].append("401")
    coach = Coach(url, settings(api.url))
    await coach.start()
    assert coach.serving
    with pytest.raises(BotRefused) as refused:
        await ended(coach.serving)
    assert str(refused.value).startswith("Telegram does not know this bot: check SCROLLWISE_TELEGRAM_TOKEN")
    assert "123456" not in str(refused.value)
    assert refused.value.__suppress_context__
    await coach.stop()


async def test_commands_of_other_bots_and_arguments(api: BotApi, coach: Coach, ann: Chat) -> None:
    heard: list[Any] = []

    async def listen(turn: Turn, incoming: Incoming) -> Any:
        heard.append(incoming.said)
        return await turn(incoming)

    coach.service.turn, turn = lambda incoming: listen(turn, incoming), coach.service.turn  # type: ignore[method-assign]
    for text in (
        "/start plan_think-then-post",
        "/Help@test_bot",
        "/",
        "/start@test_bot lang_es",
        "no /command",
    ):
        api.says(ann, text)
    await api.until(lambda: len(heard) == 5)
    assert heard == [SlashCommand("start", "plan_think-then-post"), SlashCommand("help"), TypedText("/"),
                     SlashCommand("start", "lang_es"), TypedText("no /command")]  # fmt: skip
