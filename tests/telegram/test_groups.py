"""In a group: once who it is, then only the way to the private chat; nobody is stored."""

from __future__ import annotations

import pytest

from tests.telegram.coach import Coach, coaching
from tests.telegram.server import BotApi, Chat, shown

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


async def test_its_commands_lead_to_the_private_chat(api: BotApi, coach: Coach, team: Chat) -> None:
    for text in ("/help", "/nonsense@test_bot", "/stop@TEST_BOT"):
        api.says(team, text)
    await api.until(lambda: len(team.said) == 3)
    assert {shown(m) for m in team.said} == {"Eso funciona en un chat privado, donde solo lo ves tú."}


async def test_the_rest_is_none_of_its_business(api: BotApi, coach: Coach, team: Chat) -> None:
    for text in ("hello all", "/help@other_bot", "/weather", "I want to die", "/"):
        api.says(team, text)
    api.says(team, sticker={"file_id": "f", "file_unique_id": "u"})
    api.says(team, location={"latitude": 1.0, "longitude": 1.0})
    api.says(ann := api.chat(1001), "/help")
    await api.hears(ann, "Your day:")
    assert team.said == []
    async with coach.service.database.read() as store:
        assert await store.export(1)
        with pytest.raises(LookupError):
            await store.export(2)


async def test_a_group_that_grew_is_not_greeted_again(api: BotApi, coach: Coach, team: Chat) -> None:
    api.says(api.chat(-11, kind="group"), migrate_to_chat_id=team.id)
    api.member(team, "left", "member")
    await quiet(api)
    api.says(team, "/help")
    await api.hears(team, "Eso funciona")
    assert len(team.said) == 1


async def test_a_flood_of_commands_is_not_answered_one_by_one(api: BotApi, coach: Coach, team: Chat) -> None:
    for _ in range(40):
        api.says(team, "/help")
    await quiet(api)
    await api.until(lambda: len(team.said) >= 20)
    assert len(team.said) == 20
