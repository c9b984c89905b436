"""In a group: once who it is, then only the way to the private chat; nobody is stored."""

from __future__ import annotations

import asyncio

import pytest

from bot.adapters.telegram import groups
from tests.adapters.telegram.coach import Coach, coaching
from tests.adapters.telegram.server import BotApi, Chat, shown
from tests.adapters.telegram.test_turns import begin

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@pytest.fixture
def team(api: BotApi) -> Chat:
    return api.chat(-2001, kind="supergroup", language="es")


async def quiet(api: BotApi) -> None:
    await api.until(lambda: not api.updates)


async def test_it_says_once_who_it_is(api: BotApi, coach: Coach, team: Chat, url: str) -> None:
    api.member(team, "left", "member")
    hello = await api.hears(team, "Soy Scrollwise")
    assert team.buttons(hello) == {"Abrir un chat privado": "https://t.me/test_bot"}
    api.member(team, "member", "administrator")
    api.member(team, "left", "member")
    await quiet(api)
    await coach.stop()
    async with coaching(url, api.url):
        api.member(team, "left", "member")
        await quiet(api)
    assert len(team.said) == 1


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("/plans", "?start=cmd_plans"),
        ("/today@TEST_BOT", "?start=cmd_today"),
        ("/start plan_phone-leaves-bed", "?start=plan_phone-leaves-bed"),
        ("/start", ""),
        ("/start two words", ""),
    ],
)
async def test_its_commands_lead_to_the_private_chat(
    api: BotApi, coach: Coach, team: Chat, text: str, link: str
) -> None:
    api.says(team, text)
    said = await api.hears(team, "Eso funciona en un chat privado, donde solo lo ves tú.")
    assert team.buttons(said) == {"Abrir un chat privado": f"https://t.me/test_bot{link}"}


async def test_what_was_asked_for_in_a_group_is_answered_in_private(
    api: BotApi, coach: Coach, team: Chat
) -> None:
    await begin(api, ann := api.chat(1001))
    api.says(team, "/plans")
    (link,) = team.buttons(await api.hears(team, "Eso funciona")).values()
    before = len(ann.said)
    api.says(ann, f"/start {link.partition('=')[2]}")
    await api.until(lambda: len(ann.said) > before)
    assert "Your plans" in shown(ann.last)


async def test_the_answer_stands_by_what_was_asked(api: BotApi, coach: Coach, team: Chat) -> None:
    api.says(team, "/plans")
    await api.hears(team, "Eso funciona")
    (asked, *_) = team.messages
    (sent,) = api.of("sendMessage")
    assert sent["reply_parameters"] == {"message_id": asked, "allow_sending_without_reply": True}


async def test_once_in_a_while_in_each_topic(
    url: str, api: BotApi, team: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "SILENCE_SECONDS", 2)
    async with coaching(url, api.url):
        for topic in (77, 78, 77, 78, 77):
            api.says(team, "/help", message_thread_id=topic, is_topic_message=True)
        api.says(team, "/help", message_thread_id=5)  # a reply elsewhere in the group is no topic
        await api.until(lambda: len(team.said) == 3)
        await quiet(api)
        assert [m.get("message_thread_id") for m in team.said] == [77, 78, None]
        await asyncio.sleep(2)
        api.says(team, "/nonsense@test_bot", message_thread_id=77, is_topic_message=True)
        await api.until(lambda: len(team.said) == 4)


async def test_other_bots_and_those_who_write_as_a_group_get_no_answer(
    api: BotApi, coach: Coach, team: Chat
) -> None:
    api.says(team, "/help@test_bot", **{"from": {"id": 5, "is_bot": True, "first_name": "Other"}})
    api.says(team, "/help@test_bot", sender_chat=team.info)
    await quiet(api)
    api.says(ann := api.chat(1001), "/help")
    await api.hears(ann, "Your day:")
    assert team.said == []


async def test_the_rest_is_none_of_its_business(api: BotApi, coach: Coach, team: Chat) -> None:
    for text in ("hello all", "/help@other_bot", "/weather", "I want to die", "/"):
        api.says(team, text)
    api.says(team, sticker={"file_id": "f", "file_unique_id": "u"})
    api.says(team, location={"latitude": 1.0, "longitude": 1.0})
    api.says(ann := api.chat(1001), "/help")
    await api.hears(ann, "Your day:")
    assert team.said == []
    async with coach.service.database.read() as transaction:
        assert await transaction.exports.of_person(1)
        with pytest.raises(LookupError):
            await transaction.exports.of_person(2)


async def test_a_group_that_grew_is_not_greeted_again(api: BotApi, coach: Coach, team: Chat) -> None:
    api.says(api.chat(-11, kind="group"), migrate_to_chat_id=team.id)
    api.member(team, "left", "member")
    await quiet(api)
    api.says(team, "/help")
    await api.hears(team, "Eso funciona")
    assert len(team.said) == 1


async def test_a_flood_of_commands_is_answered_once(api: BotApi, coach: Coach, team: Chat) -> None:
    for _ in range(40):
        api.says(team, "/help")
    await quiet(api)
    await api.hears(team, "Eso funciona")
    assert len(team.said) == 1
