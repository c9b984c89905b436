"""The console on its own: what presses a button, what is shown, and what happens when an answer fails."""

from __future__ import annotations

import asyncio
import io
import os
import stat
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.console import pipe
from bot.adapters.console.adapter import Console, account_of, save
from bot.adapters.console.pressable_buttons import PressableButtons
from bot.adapters.console.render import Block, MarkedButton, Terminal, columns, rendered
from bot.content.rendered import Message, ShownButton
from bot.core.model.inputs import Account, ButtonPress, Incoming, SlashCommand, TypedText
from bot.core.model.messages import Document, Text
from bot.storage.engine.errors import StorageAway, StorageFull
from tests.pictures.charts import WEEK
from tests.pictures.charts import message as toy_message


def message(
    html: str = "?", *labels: str, numeric: bool = False, document: Document | None = None
) -> Message:
    buttons = tuple(ShownButton(f"t.{label.lower()}", label) for label in labels)
    return Message(html, buttons, numeric=numeric, document=document, language="en")


class Said:
    """A wording that says its buttons."""

    def html(self, text: Text, language: str) -> str:
        return " ".join([f"{language}:{text.key}", *map(str, text.args.values())])

    def commands(self, language: str) -> dict[str, str]:
        return {"today": "the check-in", "help": "help"}


class Service:
    """Answers with what it was told to answer; raises what it was told to raise."""

    wording = Said()

    def __init__(self, *answers: Iterable[Message] | Exception) -> None:
        self.answers = list(answers)
        self.heard: list[Incoming] = []

    async def turn(self, incoming: Incoming) -> tuple[Message, ...]:
        self.heard.append(incoming)
        answer = self.answers.pop(0) if self.answers else ()
        if isinstance(answer, Exception):
            raise answer
        return tuple(answer)

    @property
    def said(self) -> list[object]:
        return [incoming.said for incoming in self.heard]


def console(service: Service, tmp_path: Path = Path("/nowhere")) -> Console:
    return Console(service, account_of("Ann"), tmp_path / "exports", "es", "Europe/Madrid")  # type: ignore[arg-type]


def shown(blocks: Iterable[Block]) -> str:
    return "\n\n".join(rendered(block, Terminal()) for block in blocks)


# --- what a line means ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["2", " 2 ", "[2]", "2.", "2)", "not today", "NOT TODAY", "Not  today!", "[Not today]"]
)
async def test_a_button_is_pressed_by_number_or_words(line: str) -> None:
    service = Service([message("How was it?", "Kept", "Not today")])
    it = console(service)
    await it.start()
    await it.answer(line)
    assert service.said == [SlashCommand("start"), ButtonPress("t.not today")]


@pytest.mark.parametrize("line", ["12 minutes", "kept it", "-1", "٢", "²", "1" * 400])
async def test_what_names_no_button_is_words(line: str) -> None:
    service = Service([message("How was it?", "Kept", "Not today")])
    it = console(service)
    await it.start()
    await it.answer(line)
    assert service.said[1] == TypedText(line)


@pytest.mark.parametrize("line", ["3", " 0 ", "25"])
async def test_a_number_that_no_button_has_leaves_the_buttons(line: str) -> None:
    service = Service([message("How was it?", "Kept", "Not today")])
    it = console(service)
    await it.start()
    assert shown(await it.answer(line)).endswith("console-no-number 2")
    await it.answer("2")
    assert service.said == [SlashCommand("start"), ButtonPress("t.not today")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/today", SlashCommand("today")),
        (" /Week  last  ", SlashCommand("week", "last")),
        ("/journal dos\tpalabras", SlashCommand("journal", "dos\tpalabras")),
        ("/", TypedText("/")),
        ("/ 5", TypedText("/ 5")),
        ("/3", TypedText("/3")),
        ("a/b", TypedText("a/b")),
        ("", TypedText("")),
        ("\x1b[31mred\x00", TypedText("[31mred")),
        ("x" * 100_001, TypedText("x" * 100_000)),
    ],
)
async def test_commands_and_words(line: str, said: object) -> None:
    service = Service()
    await console(service).answer(line)
    assert service.said == [said]


async def test_an_incoming_says_who_and_where() -> None:
    service = Service([], [])
    it = console(service)
    await it.start()
    await it.answer("hello")
    first, second = service.heard
    assert first.account == Account("console", "ann", name="Ann")
    assert (first.language, first.zone) == ("es", "Europe/Madrid")
    assert first.event_id != second.event_id


def test_names_are_the_same_person_whatever_the_capitals() -> None:
    assert account_of(" ANA  María ").external_id == account_of("ana mari\u0301a").external_id
    assert (
        account_of("").external_id
        == account_of().external_id
        == account_of("\udcff \x07").external_id
        == "you"
    )
    assert len(account_of("x" * 1000).external_id) == 100


# --- which buttons there are ------------------------------------------------------------------------------


def test_only_the_newest_message_of_a_turn_has_numbers() -> None:
    buttons = PressableButtons()
    first, second, third = buttons.answer(
        [message("a", "Yes", "No"), message("b", "Yes", "Later"), message("c")]
    )
    assert [button.mark for button in first] == ["", ""]
    assert [button.mark for button in second] == ["1", "2"]
    assert third == ()
    assert buttons.pressed("1") is second[0]
    assert buttons.pressed("yes") is second[0], "the newest of two with the same words"
    assert buttons.pressed("no") is first[1], "whatever is on show can be pressed"


def test_the_next_turn_takes_the_place_of_the_last() -> None:
    buttons = PressableButtons()
    buttons.answer([message("a", "Yes", "No")])
    buttons.answer([message("b")])
    assert buttons.pressed("1") is None
    assert buttons.pressed("yes") is None


def test_a_number_that_no_button_has_takes_no_button_away() -> None:
    buttons = PressableButtons()
    [shown] = buttons.answer([message("How did it go?", "Kept", "Partly")])
    assert [buttons.missed(line) for line in ("3", " 25 ", "2", "0x", "kept", "")] == [2, 2, 0, 0, 0, 0]
    assert buttons.pressed("1") is shown[0]
    buttons.answer([replace(message("Why?", "Skip"), waits=True)])
    assert buttons.missed("25") == 0, "the question takes whatever is typed"


def test_where_a_number_is_an_amount_buttons_have_letters() -> None:
    buttons = PressableButtons()
    (shown,) = buttons.answer([message("How many minutes?", "Skip", numeric=True)])
    assert [button.mark for button in shown] == ["a"]
    assert buttons.pressed("1") is None
    assert buttons.pressed("a") is buttons.pressed("[A]") is buttons.pressed("skip") is shown[0]
    (arrived,) = buttons.nudge(message("Reminder", "Kept"))
    assert arrived.mark == "b"
    assert buttons.pressed("b") is arrived
    many = buttons.answer([message("Which?", *(f"Button {n}" for n in range(30)), numeric=True)])[0]
    assert [button.mark for button in many[24:28]] == ["y", "z", "", ""]
    assert buttons.pressed("button 29") is many[29]


def test_a_message_that_comes_by_itself_goes_on_counting() -> None:
    buttons = PressableButtons()
    (asked,) = buttons.answer([message("a", "Yes", "No")])
    arrived = buttons.nudge(message("Time for the check-in", "Kept", "Not today"))
    later = buttons.nudge(message("Still open", "Now"))
    assert [button.mark for button in (*arrived, *later)] == ["3", "4", "5"]
    assert buttons.pressed("2") is asked[1]
    assert buttons.pressed("3") is arrived[0]
    assert buttons.pressed("5") is later[0]


def test_an_arrived_message_can_be_answered_after_the_question_at_hand() -> None:
    buttons = PressableButtons()
    buttons.answer([message("a", "Yes", "No")])
    arrived = buttons.nudge(message("Time for the check-in", "Kept", "Partly"))
    assert buttons.pressed("1")
    (asked,) = buttons.answer([message("b", "Go on", "Stop it", "Else")])
    assert buttons.pressed("3") is asked[2], "the newest comes first"
    assert buttons.pressed("4") is arrived[1]
    buttons.answer([message("noted")])
    assert buttons.pressed("4") is None, "once answered its buttons are gone"


async def test_a_failed_answer_leaves_the_buttons_as_they_were() -> None:
    service = Service([message("a", "Yes")], StorageFull("full"), StorageAway("away"), RuntimeError("bug"))
    it = console(service)
    await it.start()
    assert not it.failed
    sorry = [shown(await it.answer("1")) for _ in range(3)]
    assert sorry == ["en:console-full", "en:console-away", "en:console-mistake"]
    assert it.failed
    assert service.said[1:] == [ButtonPress("t.yes")] * 3


# --- how it looks -----------------------------------------------------------------------------------------

STYLED = Terminal(width=20, styled=True, coloured=True)


def test_plain_text_has_numbers_links_and_no_colour() -> None:
    it = Block(
        'See <b>this</b> &amp; <a href="https://example.org/x">that</a>\nor not',
        (MarkedButton("1", "Yes", "a"), MarkedButton("", "No", "b")),
    )
    assert rendered(it, Terminal()) == "See this & that (https://example.org/x)\nor not\n[1] Yes\n[No]"


def test_bold_italic_and_numbers_are_shown_where_the_terminal_can() -> None:
    text = rendered(Block("a <b>b</b> <i>c</i> <b><i>d</i></b>", (MarkedButton("1", "Yes", "a"),)), STYLED)
    assert text == "a \x1b[1mb\x1b[0m \x1b[3mc\x1b[0m \x1b[1;3md\x1b[0m\n\x1b[36m[1]\x1b[0m Yes"


def test_without_colour_there_is_still_bold() -> None:
    text = rendered(Block("<b>b</b>", (MarkedButton("1", "Yes", "a"),)), Terminal(20, styled=True))
    assert text == "\x1b[1mb\x1b[0m\n[1] Yes"


def test_lines_break_at_words_also_across_a_change_of_look() -> None:
    text = rendered(
        Block("one two <b>three four</b> five", (MarkedButton("10", "a label that is long", "a"),)),
        Terminal(width=14),
    )
    assert text.split("\n") == ["one two three", "four five", "[10] a label", "     that is", "     long"]


def test_a_word_that_is_too_long_stays_whole() -> None:
    assert (
        rendered(Block("see https://example.org/long now"), Terminal(width=10))
        == "see\nhttps://example.org/long\nnow"
    )


def test_wide_and_combining_characters_count_as_they_show() -> None:
    assert [columns(text) for text in ("año", "an\u0303o", "日本", "👍", "\u2068a\u2069")] == [3, 3, 4, 2, 1]


def test_a_terminal_is_never_given_orders() -> None:
    assert rendered(Block("a\x1b]0;title\x07b\x9b31m\tc"), STYLED) == "a]0;titleb31m   c"


@given(st.lists(st.text("ab é日👍", max_size=12), max_size=8), st.integers(4, 30))
def test_wrapping_loses_no_word_and_fits(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = rendered(Block(text), Terminal(width=width)).split("\n")
    assert " ".join(lines).split() == text.split()
    assert all(columns(line) <= width or " " not in line.strip() for line in lines)


# --- documents --------------------------------------------------------------------------------------------


async def test_a_document_is_saved_for_its_owner_only_and_the_place_is_told(tmp_path: Path) -> None:
    service = Service([message("Here", document=Document("me.json", b"{}"))] * 2)
    text = shown(await console(service, tmp_path).start())
    files = sorted((tmp_path / "exports").iterdir())
    assert [file.name for file in files] == ["me-2.json", "me.json"]
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert stat.S_IMODE((tmp_path / "exports").stat().st_mode) == 0o700
    assert text == "\n\n".join(f"Here\nen:console-saved {file}" for file in reversed(files))


async def test_a_document_that_cannot_be_saved_leaves_no_half_of_it(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("a file in the way")
    it = console(Service([message("Here", document=Document("me.json", b"{}"))]), tmp_path)
    assert shown(await it.start()).startswith("Here\nen:console-not-saved")
    assert it.failed


def test_a_full_disk_leaves_no_half_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        save(Document("me.json", b"{}"), tmp_path)
    assert os.listdir(tmp_path) == []


def test_a_document_stays_in_its_folder(tmp_path: Path) -> None:
    assert save(Document("../../me.json", b"{}"), tmp_path) == tmp_path / "me.json"


# --- through a pipe ---------------------------------------------------------------------------------------


def piped(service: Service, script: bytes) -> tuple[int, str]:
    out = io.StringIO()
    code = asyncio.run(pipe.talk(console(service), io.BytesIO(script), out))
    return code, out.getvalue()


def test_a_script_is_answered_line_by_line() -> None:
    service = Service([message("Hi", "Yes", "No")], [message("One"), message("Two", "Go")], [message("Bye")])
    code, text = piped(service, b"2\nGo")
    assert code == 0
    assert text == "Hi\n[1] Yes\n[2] No\n\nOne\n\nTwo\n[1] Go\n\nBye\n\n"
    assert service.said == [SlashCommand("start"), ButtonPress("t.no"), ButtonPress("t.go")]


def test_any_bytes_are_a_line() -> None:
    service = Service()
    script = (
        b"\xef\xbb\xbfhola\r\n\r\n\xff\xfe caf\xc3\xa9\n"
        + b"x" * 100_000
        + b"\n"
        + b"y" * 2_500_000
        + b"\nend"
    )
    assert piped(service, script)[0] == 0
    said = [words.text for words in service.said[1:] if isinstance(words, TypedText)]
    assert said == ["hola", "", "\ufffd\ufffd café", "x" * 100_000, "y" * 100_000, "end"]


def test_an_answer_that_could_not_be_given_shows_in_the_exit_code() -> None:
    code, text = piped(Service([message("Hi")], StorageFull("full"), [message("Noted")]), b"one\ntwo\n")
    assert (code, text) == (1, "Hi\n\nen:console-full\n\nNoted\n\n")


# --- pictures and meanings


async def test_a_picture_is_said_and_a_mark_has_the_colour_of_its_meaning() -> None:
    it = console(Service([toy_message()]))
    (block,) = await it.start()
    text = rendered(block, Terminal())
    assert text.splitlines()[:3] == ["Your week", "", WEEK.alt]
    coloured = rendered(block, Terminal(coloured=True))
    for number, code in enumerate(("36", "94", "32", "31"), 1):
        assert f"\x1b[{code}m[{number}]\x1b[0m" in coloured


async def test_the_picture_of_a_nudge_is_said() -> None:
    arrived = await console(Service()).nudge(toy_message())
    assert rendered(arrived, Terminal()).startswith(f"Your week\n\n{WEEK.alt}\n")
