from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.coach import COACH, ENGINE
from bot.core.conversation.flow import Frame
from bot.core.guide import replies
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import AddJournalEntry, RecordEntry
from bot.core.model.inputs import TypedText
from bot.core.model.journal import NOTE
from bot.core.model.person import RestReason
from bot.core.model.token import Token
from bot.core.typed import understand
from tests.core.helpers import LANGUAGES, TODAY, Chat, facts_of, wording

TWO = ["checkin.open", "help.show"]


@pytest.mark.parametrize(
    ("typed", "key", "tokens"),
    [("hello", "talk-hello", TWO), ("Thanks!", "talk-thanks", []), ("bye", "talk-bye", []),
     ("7", "talk-number", TWO),
     ("  ", "talk-empty", TWO), ("/nonsense", "talk-unknown-command", TWO)],
)  # fmt: skip
def test_small_talk(typed: str, key: str, tokens: list[str]) -> None:
    chat = Chat(facts_of())
    shown = chat.type(typed)
    assert (chat.replies[0].key, chat.tokens, chat.effects, chat.stack) == (key, tokens, (), ())
    assert len(shown.split()) <= 25


def test_a_line_that_is_not_understood_can_be_kept_with_one_press() -> None:
    chat = Chat(facts_of())
    said = (
        ("what is this", "heard-unclear", "reflect.now"),
        ("🙂 plum", "heard-unclear-again", "help.show"),
    )
    for typed, key, door in said:
        chat.type(typed)
        assert (chat.replies[0].key, chat.tokens) == (key, ["topics.keep", door])
        assert chat.effects == ()
    chat.press("topics.keep")
    assert chat.effects == (AddJournalEntry(TODAY, NOTE, "🙂 plum"),)
    chat.type("thanks")
    assert chat.stack == (), "a line that is not kept is gone with the next one"


def test_goodbye_is_one_line_without_a_question() -> None:
    for language, word in (("en", "bye"), ("es", "adiós")):
        shown = Chat(facts_of(language=language)).type(word)
        assert "\n" not in shown
        assert "?" not in shown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("done", CheckinAnswer.KEPT),
        ("partly", CheckinAnswer.PARTLY),
        ("missed", CheckinAnswer.MISSED),
        ("skip", CheckinAnswer.SKIPPED),
    ],
)
def test_words_of_the_day_answer_the_checkin(typed: str, kept: CheckinAnswer) -> None:
    chat = Chat(facts_of())
    chat.type(typed)
    assert RecordEntry(CheckinEntry(1, TODAY, kept)) in chat.effects


def test_a_step_that_waits_after_such_words_is_the_checkins() -> None:
    for typed in ("done", "45 min", "later"):
        chat = Chat(facts_of())
        chat.type(typed)
        assert chat.replies[0].key != "heard-unclear"
        assert all(frame.flow == "checkin" for frame in chat.stack)


def test_without_a_plan_such_words_mean_nothing() -> None:
    chat = Chat(facts_of(plan=False))
    chat.type("45 min")
    assert (chat.replies[0].key, chat.effects) == ("heard-unclear", ())


def test_old_and_forged_buttons() -> None:
    chat = Chat(facts_of())
    for token in ("", ".", "nonsense.x", "checkin", "journal.nothing", "help.show.extra.dots", "⛔.⛔"):
        chat.forge(token)
        assert chat.replies
        assert chat.effects == ()


def test_a_step_that_a_release_took_away() -> None:
    chat = Chat(facts_of())
    chat.stack = (Frame("privacy", "gone", {}, TODAY),)
    chat.type("hm")
    assert chat.replies[0].key == "privacy-all"


def test_a_long_command_is_told_short() -> None:
    shown = Chat(facts_of()).type("/" + "x" * 5000)
    assert len(shown) < 120


def test_the_ways_on_depend_on_where_one_is() -> None:
    assert [b.token for b in replies.doors(facts_of(rest=RestReason.STOPPED))] == ["rest.on", "help.show"]
    assert [b.token for b in replies.doors(facts_of(onboarded=False))] == ["help.show"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_said_in_25_words(language: str) -> None:
    snapshot = facts_of()
    said = (replies.stale, replies.empty, replies.moved_on, replies.first_finish, replies.resting)
    resting = (replies.resting(facts_of(rest=rest)) for rest in (RestReason.CARE, RestReason.UNREACHABLE))
    for turn in (*(say(snapshot) for say in said), *resting):
        assert len(wording().plain(turn.replies[0].text, language).split()) <= 25


@given(st.text())
def test_any_words_are_answered_and_kept_nowhere(text: str) -> None:
    chat = Chat(facts_of())
    chat.type(text)
    assert chat.replies
    assert not any(isinstance(c, AddJournalEntry) for c in chat.effects)


def test_the_engine_knows_every_button_said_here() -> None:
    for snapshot in (facts_of(), facts_of(rest=RestReason.STOPPED), facts_of(onboarded=False)):
        for button in replies.doors(snapshot):
            token = Token.parse(button.token)
            assert token.name in COACH.flows[token.flow].buttons


# --- words of another language, and commands without their slash


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("done", CheckinAnswer.KEPT),
        ("partly", CheckinAnswer.PARTLY),
        ("missed", CheckinAnswer.MISSED),
        ("skip", CheckinAnswer.SKIPPED),
    ],
)
def test_common_english_words_are_understood_in_every_language(
    typed: str, kept: CheckinAnswer, language: str
) -> None:
    chat = Chat(facts_of(language=language))
    chat.type(typed)
    assert RecordEntry(CheckinEntry(1, TODAY, kept)) in chat.effects


def test_an_english_word_too_short_to_be_sure_means_nothing_elsewhere() -> None:
    lexicon = {"en": {"yes": frozenset({"y", "sure"})}, "es": {"yes": frozenset({"si"})}}
    snapshot = facts_of(language="es")
    snapshot = replace(snapshot, library=replace(snapshot.library, lexicon=lexicon))
    assert [understand.intent(word, snapshot) for word in ("y", "sure", "sí")] == ["", "yes", "yes"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["why", "¿por qué?"])
def test_why_needs_no_slash(typed: str, language: str) -> None:
    chat = Chat(facts_of(language=language))
    assert chat.type(typed) == Chat(facts_of(language=language)).slash("why")


def test_why_in_the_first_talk_says_what_the_questions_are_for() -> None:
    chat = Chat(facts_of(onboarded=False, zone="UTC"))
    for act in (lambda: chat.slash("start"), lambda: chat.press("onboarding.hello.ok")):
        act()
    chat.type("why?")
    assert [reply.key for reply in chat.replies] == ["why-new", "onboarding-focus"]
    assert (chat.waiting, chat.effects) == ("onboarding.focus", ())


def test_a_command_needs_no_slash_while_no_question_waits() -> None:
    chat = Chat(facts_of())
    assert chat.type("settings") == Chat(facts_of()).slash("settings")
    chat.slash("settings zone")
    chat.type("settings")
    assert [reply.key for reply in chat.replies] == ["zone-unclear"]


# --- what words have answered


def answers(text: str, chat: Chat) -> str:
    return ENGINE.turn(TypedText(text), chat.stack, chat.snapshot).answers


def test_the_question_that_words_answer_is_named_by_its_buttons() -> None:
    chat = Chat(facts_of())
    chat.slash("checkin")
    day = chat.snapshot.today.isoformat()
    assert answers("done", chat) == f"checkin.a.{day}.1."
    chat.type("done")
    while chat.waiting:
        asked = f"{chat.waiting}.{day}."
        assert answers("3", chat).startswith(asked)
        assert any(token.startswith(answers("3", chat)) for token in chat.tokens)
        chat.type("3")


@pytest.mark.parametrize("text", ["qwertyuiop", "thanks", "/today", "I want to die", "undo"])
def test_words_that_answer_nothing_name_no_question(text: str) -> None:
    chat = Chat(facts_of())
    chat.slash("checkin")
    assert answers(text, chat) == ""
    chat.type("done")
    assert answers("undo", chat) == ""
