"""Commands, presses, modals and plain words, and what a person sees of the answers."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.storage.engine.errors import StorageAway
from bot.turns import handover
from bot.turns.flood import Flood
from tests.adapters.discord.coach import Coach, until
from tests.adapters.discord.local import LocalDiscord, buttons
from tests.adapters.discord.person import Person
from tests.adapters.discord.routes import private, texts

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
DEFERRED, DEFERRED_EDIT, MODAL = 5, 6, 9


async def test_a_command_in_a_server_is_answered_to_its_user_alone(ann: Person) -> None:
    it = await ann.runs("start")
    assert it.answers == [DEFERRED]
    assert all(private(m) for m in it.messages.values())
    assert "I am Scrollwise" in texts(it)[0]


async def test_whatever_somebody_new_does_first_begins_it(ann: Person) -> None:
    it = await ann.runs("checkin")
    assert "I am Scrollwise" in texts(it)[0]
    assert "I'm younger" in buttons(it.messages["@original"])


async def test_help_in_a_server_says_what_is_read_there(ann: Person) -> None:
    assert "On a server I read nothing" in texts(await ann.runs("help"))[0]
    assert "On a server" not in "".join(texts(await ann.runs("help", dm=True)))


async def test_in_a_direct_message_it_is_a_plain_message(ann: Person) -> None:
    it = await ann.runs("start", dm=True)
    assert not any(private(m) for m in it.messages.values())


async def test_the_client_s_language_is_the_first_guess(discord: LocalDiscord, coach: Coach) -> None:
    it = await Person(discord, locale="es-419").runs("start")
    assert "Soy Scrollwise" in texts(it)[0]


async def test_after_plain_words_the_first_locale_holds(discord: LocalDiscord, coach: Coach) -> None:
    """What is typed carries no locale."""
    eva = Person(discord, locale="es-ES")
    await eva.says("hi")
    await until(lambda: discord.posted.get(eva.dm))
    assert "I am Scrollwise" in discord.posted[eva.dm][0]["content"]
    assert "Soy Scrollwise" in texts(await eva.runs("start", dm=True))[0]
    await eva.says("hi")
    await until(lambda: len(discord.posted[eva.dm]) > 1)
    assert "Antes de nada" in discord.posted[eva.dm][1]["content"]


async def test_a_language_once_chosen_stays_whatever_the_locale(discord: LocalDiscord, coach: Coach) -> None:
    eva = Person(discord, locale="en-GB")
    await eva.says("hi")
    await until(lambda: discord.posted.get(eva.dm))
    eva.locale = "es-ES"
    it = await eva.presses("Español", dm=True)
    assert "Soy Scrollwise" in texts(it)[-1]
    it = await eva.presses("English", dm=True)
    assert "I am Scrollwise" in texts(it)[-1]
    assert "I am Scrollwise" in texts(await eva.runs("start"))[0]


async def test_a_press_changes_the_message(ann: Person) -> None:
    await ann.runs("start")
    it = await ann.presses("I'm 13 or older: let's start")
    assert it.answers == [DEFERRED_EDIT]
    assert "My time" in buttons(it.messages["@original"])
    assert len(it.messages) == 1


async def test_a_press_survives_a_restart_and_a_modal_too(ann: Person, coach: Coach) -> None:
    await ann.runs("start")
    await again(ann.discord, coach)
    await ann.presses("I'm 13 or older: let's start")
    await again(ann.discord, coach)
    modal = await ann.presses("Write")
    assert modal.answers == [MODAL]
    await again(ann.discord, coach)
    it = await ann.sends_in(modal, {"words": "More time for people."})
    assert "I keep that, and say it back" in texts(it)[-1]


async def again(discord: LocalDiscord, coach: Coach) -> None:
    await coach.stop()
    discord.up.clear()
    await coach.start()
    await discord.connected()


async def test_where_typing_is_not_read_words_go_into_a_modal(ann: Person) -> None:
    await ann.runs("start")
    await ann.presses("I'm 13 or older: let's start")
    modal = await ann.presses("Write")
    shown, field = modal.shows["components"]
    assert "What matters most to you" in shown["content"]
    assert (field["component"]["style"], field["component"]["max_length"]) == (2, 4000)
    await ann.sends_in(modal, {"words": "Calm."})
    assert "Write" not in buttons(modal.source or {})  # the question has its answer


@pytest.mark.parametrize("dm", [True, False])
async def test_a_question_keeps_its_answer_in_the_place_of_its_buttons(ann: Person, dm: bool) -> None:
    await ann.runs("start", dm=dm)
    for label in ("I'm 13 or older: let's start", "My time", "I'm bored", "Skip"):
        it = await ann.presses(label, dm=dm)
    asked, answer = it.messages.values()
    assert asked["content"].endswith("\n\n✓ **Skip**")
    assert buttons(asked) == {}
    assert "What time is it" in answer["content"]


async def test_what_was_not_kept_can_be_pressed_again(
    ann: Person, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ann.runs("start")
    with monkeypatch.context() as away:
        away.setattr(coach.service, "turn", _away)
        it = await ann.presses("I'm 13 or older: let's start")
    asked, answer = texts(it)
    assert ("✓" in asked, "is not kept" in answer) == (False, True)
    it = await ann.presses("I'm 13 or older: let's start")
    assert "What matters most" in texts(it)[0]


async def _away(incoming: object) -> tuple[()]:
    raise StorageAway("away")


async def test_in_a_direct_message_no_button_for_words_is_needed(ann: Person) -> None:
    it = await ann.runs("start", dm=True)
    assert "Write" not in buttons(it.messages["@original"])


async def test_plain_words_are_answered_in_the_direct_message(ann: Person) -> None:
    await ann.says("hello")
    posted = ann.discord.posted
    await until(lambda: posted.get(ann.dm))
    assert "I am Scrollwise" in posted[ann.dm][0]["content"]
    assert posted[ann.dm][0]["enforce_nonce"]


async def test_the_bot_does_not_talk_to_itself_nor_reads_servers(ann: Person, discord: LocalDiscord) -> None:
    await ann.says("hello", bot=True)
    await ann.says("hello", guild_id="50")
    await ann.runs("help")
    assert discord.posted == {}


async def test_a_picture_gets_a_kind_answer_in_the_language_chosen(
    discord: LocalDiscord, coach: Coach
) -> None:
    eva = Person(discord, locale="es-ES")
    await eva.runs("start", dm=True)
    await eva.says("")
    await until(lambda: discord.posted.get(eva.dm))
    assert "Solo puedo leer palabras" in discord.posted[eva.dm][0]["content"]


async def test_two_things_at_once_keep_their_order(ann: Person, discord: LocalDiscord) -> None:
    await ann.runs("start", dm=True)
    await ann.says("I am 15")
    await ann.says("I want evenings")
    await until(lambda: len(discord.posted.get(ann.dm, ())) >= 2)
    contents = [m["content"] for m in discord.posted[ann.dm]]
    assert "What matters most" in contents[0]
    assert "I keep that, and say it back" in contents[1]


async def test_an_unknown_button_and_an_unknown_command_are_answered_kindly(ann: Person) -> None:
    await ann.runs("start", dm=True)
    message = ann.newest_with("I'm younger")
    for custom_id in ("s0:checkin.old", "something else", "s1:no.such.thing"):
        it = await ann.uses(custom_id, message, dm=True)
        assert "belongs to an earlier moment" in texts(it)[1]
    assert "I don't know /leaderboard" in texts(await ann.runs("leaderboard"))[0]


async def test_the_export_is_a_file_with_a_description(ann: Person) -> None:
    it = await ann.runs("privacy", wish="export")
    [message] = it.messages.values()
    [(name, content)] = message["files"]
    assert name.startswith("scrollwise-")
    assert isinstance(json.loads(content), dict)
    assert message["described"][0]["description"].startswith("Everything that is stored about you")


async def test_a_large_export_comes_in_parts(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    await ann.runs("start", dm=True)
    monkeypatch.setattr(handover, "LARGEST", 500)
    it = await ann.runs("privacy", wish="export")
    files = [file for message in it.messages.values() for file in message.get("files") or ()]
    assert len(files) > 1
    assert all(len(content) <= 500 for _, content in files[1:])
    told = [json.loads(content)["part"] for _, content in files]
    assert told == [f"{n} of {len(files)}" for n in range(1, len(files) + 1)]


async def test_of_hints_only_the_newest_is_said(discord: LocalDiscord, coach: Coach, ann: Person) -> None:
    await ann.runs("start", dm=True)
    before = len(discord.posted.get(ann.dm, ()))
    await asyncio.gather(*(ann.says(f"/nonsense{number}") for number in range(12)))
    await ann.says("/nonsense-last")
    await until(lambda: any("/nonsense-last" in m["content"] for m in discord.posted.get(ann.dm, ())))
    await until(lambda: not coach.discord.handlers.busy)
    assert len(discord.posted[ann.dm]) - before <= 4


async def test_a_flood_is_told_once_and_a_stop_is_heard(
    discord: LocalDiscord, coach: Coach, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ann.runs("start", dm=True)
    talk = coach.discord.handlers.turns
    monkeypatch.setattr(talk, "_flood", Flood(burst=2, per_second=0))
    for number in range(6):
        await ann.says(f"qwertyuiop {number}")
    await ann.says("stop")
    said = "I write nothing more"
    await until(lambda: any(said in m["content"] for m in discord.posted.get(ann.dm, ())))
    told = [m for m in discord.posted[ann.dm] if "more at once than I can read" in m["content"]]
    assert len(told) == 1
