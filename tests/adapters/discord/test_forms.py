"""Forms as modals, buttons in rows, files with words for those who can't see them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.adapters.discord import forms
from bot.adapters.discord.render import DiscordRenderer
from bot.content.rendered import Message, ShownButton, ShownField, ShownForm
from bot.core.model.messages import Document
from tests.adapters.discord.coach import Coach
from tests.adapters.discord.local import LocalDiscord, buttons
from tests.adapters.discord.person import Person
from tests.adapters.discord.routes import texts
from tests.world import wording

KEPT = tuple(ShownButton(name, name.title()) for name in ("kept", "partly", "missed", "skipped"))
FIVE = tuple(ShownButton(str(n), str(n)) for n in range(1, 6))
RADIO, SELECT, TEXT, DISPLAY, LABEL = 21, 3, 4, 10, 18


def checkin(plans: int = 3) -> ShownForm:
    asked = tuple(
        ShownField(f"e{n}", f"Plan {n}", KEPT, value="partly" if n == 2 else "") for n in range(plans)
    )
    feel = ShownField("control", "In control?", FIVE, value="4")
    return ShownForm("checkin.sent.x", "Today", (*asked, feel, ShownField("note", "A line")))


def parts(form: ShownForm, question: str = "") -> list[dict[str, Any]]:
    return list(forms.modal(form, question).to_dict()["components"])


async def test_three_plans_control_and_a_line_are_one_modal() -> None:
    fields = [part["component"] for part in parts(checkin())]
    assert [f["type"] for f in fields] == [RADIO, RADIO, RADIO, SELECT, TEXT]
    assert not any(f.get("required") for f in fields)
    chosen = [o["value"] for f in fields for o in f.get("options", ()) if o.get("default")]
    assert chosen == ["partly", "4"]


async def test_a_form_that_is_too_large_has_no_modal() -> None:
    assert forms.fits(checkin(3))
    assert not forms.fits(checkin(4))
    assert not forms.fits(ShownForm("t", "T", ()))


async def test_long_words_are_cut_and_said_in_full_below() -> None:
    label = "A plan whose name is rather longer than what a label can hold"
    [part] = parts(ShownForm("t", "T" * 60, (ShownField("a", label),)))
    assert (len(part["label"]), part["description"]) == (45, label)
    assert len(forms.modal(ShownForm("t", "T" * 60, (ShownField("a", "b"),))).title) == 45


async def test_a_long_text_stands_below_its_question() -> None:
    form = ShownForm(
        "reflect.sent.x",
        "Your thoughts",
        (ShownField("words", "In your own words", long=True, required=True),),
    )
    display, label = parts(form, "What did you notice?")
    assert (display["type"], display["content"]) == (DISPLAY, "What did you notice?")
    assert (label["component"]["style"], label["component"]["max_length"]) == (2, 4000)


def test_values_are_read_from_what_is_sent_in() -> None:
    sent = [
        {"type": DISPLAY, "id": 1},
        {"type": LABEL, "component": {"type": RADIO, "custom_id": "e1", "value": "kept"}},
        {"type": LABEL, "component": {"type": RADIO, "custom_id": "e2", "value": None}},
        {"type": LABEL, "component": {"type": SELECT, "custom_id": "control", "values": ["4"]}},
        {"type": LABEL, "component": {"type": SELECT, "custom_id": "other", "values": []}},
        {"type": 1, "components": [{"type": TEXT, "custom_id": "note", "value": "A walk."}]},
    ]
    assert forms.values(sent) == {"e1": "kept", "control": "4", "note": "A walk."}


# --- messages


def message(buttons: int = 0, **more: Any) -> Message:
    shown = tuple(ShownButton(f"a.b.{n}", f"Button {n}") for n in range(buttons))
    return Message("Words", shown, language="en", **more)


def rows(piece: Any) -> list[list[str]]:
    return [[b["label"] for b in row["components"]] for row in piece.view.to_components()]


async def test_buttons_stand_in_rows_of_five_and_the_rest_in_a_further_message() -> None:
    first, second = DiscordRenderer(wording()).pieces(message(27), typed=True)
    assert [len(row) for row in rows(first)] == [5] * 5
    assert (second.content, rows(second)) == ("…", [["Button 25", "Button 26"]])


async def test_the_same_button_twice_is_one() -> None:
    twice = Message("Words", (ShownButton("a.b", "One"), ShownButton("a.b", "One")), language="en")
    [piece] = DiscordRenderer(wording()).pieces(twice, typed=True)
    assert rows(piece) == [["One"]]


@pytest.mark.parametrize(("waits", "typed", "expected"), [
    (True, False, ["Button 0", "Write"]), (True, True, ["Button 0"]), (False, False, ["Button 0"]),
])  # fmt: skip
async def test_a_button_for_words_where_they_are_not_read(
    waits: bool, typed: bool, expected: list[str]
) -> None:
    [piece] = DiscordRenderer(wording()).pieces(message(1, waits=waits), typed=typed)
    assert rows(piece) == [expected]


async def test_a_form_has_its_button_beside_the_steps() -> None:
    [piece] = DiscordRenderer(wording()).pieces(message(1, form=checkin()), typed=True)
    assert rows(piece) == [["Answer in one form", "Button 0"]]
    [plain] = DiscordRenderer(wording()).pieces(message(1, form=checkin(4)), typed=True)
    assert rows(plain) == [["Button 0"]]


async def test_only_the_last_of_several_pieces_has_buttons_and_the_file() -> None:
    long = Message(
        "word " * 900, (ShownButton("a.b", "One"),), document=Document("x.json", b"{}"), language="es"
    )
    *before, last = DiscordRenderer(wording()).pieces(long, typed=True)
    assert [(p.view, p.files) for p in before] == [(None, [])] * 2
    assert [file.description for file in last.files] == [
        "Todo lo que está guardado sobre ti, en un archivo JSON"
    ]
    assert last.files[0] is not last.files[0]  # sending uses one up


# --- the check-in, asked for by its command


@pytest.fixture
async def eva(discord: LocalDiscord, coach: Coach) -> Person:
    """Somebody with a plan."""
    eva = Person(discord)
    await coach.asks_last(eva.number)
    await eva.runs("start")
    await eva.presses("put a book on my pillow")
    return eva


sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@sqlite
async def test_the_check_in_is_a_form_at_once(eva: Person) -> None:
    modal = await eva.runs("checkin")
    assert modal.answers == [9]
    assert [part["component"]["type"] for part in modal.shows["components"]] == [RADIO, TEXT]
    it = await eva.sends_in(modal, {"e1": "kept"})
    assert "● The phone leaves the bed: kept" in texts(it)[0]
    it = await eva.runs("checkin")  # all is answered: there is something to read, and to change
    assert (it.answers, "Change an answer" in buttons(it.messages["@original"])) == ([5], True)


@sqlite
async def test_where_the_form_is_not_found_in_time_there_is_a_button_for_it(
    eva: Person, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(*_: object) -> None:
        await asyncio.sleep(10)

    monkeypatch.setattr("bot.adapters.discord.handlers.COMMAND_FORM_LOOKUP_SECONDS", 0.05)
    monkeypatch.setattr(coach.discord.handlers.turns.queries, "form_of", slow)
    it = await eva.runs("checkin")
    assert it.answers == [5]
    assert {"Answer in one form", "Kept"} <= buttons(it.messages["@original"]).keys()


@sqlite
async def test_words_in_need_of_help_open_no_form(eva: Person) -> None:
    it = await eva.runs("checkin", day="I want to die")
    assert it.answers == [5]
    assert "bed: phone" not in texts(it)[0]
