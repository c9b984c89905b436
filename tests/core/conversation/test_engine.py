"""The engine by itself: it answers with any flows that a registry names."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.conversation.flow import Flow, Frame
from bot.core.model.effects import AddJournalEntry, UpdatePerson
from bot.core.model.inputs import (
    ButtonPress,
    FormSubmission,
    SharedLocation,
    SlashCommand,
    TypedText,
    Unreadable,
)
from bot.core.model.person import RestReason
from tests.core.conversation.toys import OPEN_FORM, TODAY, Toys, somebody


def test_a_command_asks_and_words_answer() -> None:
    toys = Toys(somebody())
    assert toys.do(SlashCommand("tea", "green")) == ["tea-sugar"]
    assert (toys.waiting, toys.result.asks) == (["tea.sugar"], True)
    assert toys.do(TypedText("yes")) == ["tea-yes"]
    assert (toys.waiting, toys.result.effects) == ([], (AddJournalEntry(TODAY, "tea", "yes"),))
    assert toys.result.answers == "tea.sugar.green."


def test_words_that_answer_nothing_put_the_question_again_and_say_so() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("tea", "green"))
    assert toys.do(TypedText("perhaps")) == ["tea-sugar"]
    assert (toys.result.hint, toys.result.answers, toys.waiting) == (True, "", ["tea.sugar"])


def test_a_press_answers_its_own_question_and_none_that_waits_no_longer() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("tea"))
    assert toys.do(ButtonPress("tea.sugar.no")) == ["tea-no"]
    assert (toys.do(ButtonPress("tea.sugar.no")), toys.result.effects) == (["stale"], ())


@pytest.mark.parametrize("token", ["", ".", "tea", "tea.", "nobody.home", "tea.nothing.at.all", "🙂.🙂"])
def test_a_forged_token_is_an_old_button(token: str) -> None:
    assert Toys(somebody()).do(ButtonPress(token)) == ["stale"]
    assert Toys(somebody()).do(FormSubmission(token, {})) == ["stale"]


def test_a_new_question_goes_on_top_and_the_one_below_comes_back() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("tea"))
    toys.do(SlashCommand("walk"))
    assert toys.waiting == ["tea.sugar", "walk.far"]
    assert toys.do(TypedText("a mile")) == ["walk-done", "tea-sugar"]


def test_a_question_gives_way_to_one_that_the_person_begins() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("walk"))
    toys.do(SlashCommand("tea"))
    assert toys.waiting == ["tea.sugar"]


def test_a_single_use_step_waits_for_the_next_input_only() -> None:
    toys = Toys(somebody())
    toys.do(ButtonPress("tea.milk"))
    assert toys.waiting == ["tea.milk"]
    toys.do(ButtonPress("walk.far"))
    assert toys.waiting == ["walk.far"]


def test_questions_are_dropped_after_two_days_and_by_what_clears_them() -> None:
    toys = Toys(somebody())
    toys.stack = (Frame("tea", "sugar", {}, TODAY - timedelta(days=3)),)
    assert toys.do(TypedText("yes")) == ["small-talk"]
    toys.do(SlashCommand("walk"))
    toys.do(ButtonPress("tea.clear"))
    assert toys.waiting == []


def test_a_step_that_a_release_took_away_begins_again() -> None:
    toys = Toys(somebody())
    toys.stack = (Frame("tea", "gone", {}, TODAY),)
    assert toys.do(TypedText("yes")) == ["tea-sugar"]
    toys.stack = (Frame("walk", "gone", {}, TODAY),)
    assert toys.do(TypedText("yes")) == ["moved-on"]


def test_a_button_may_lead_to_a_command() -> None:
    toys = Toys(somebody())
    assert toys.do(ButtonPress("tea.walk")) == ["walk-far"]
    assert toys.waiting == ["walk.far"]


# --- words


def test_the_first_flow_that_understands_words_answers_them() -> None:
    toys = Toys(somebody())
    assert toys.do(TypedText("thirsty")) == ["tea-heard"]
    assert toys.result.answers == f"tea.cup.{TODAY}."
    assert toys.do(TypedText("whatever")) == ["small-talk"]
    assert (toys.do(TypedText(" ")), toys.do(TypedText("/nowhere"))) == (["empty"], ["no-command"])


def test_a_waiting_step_may_let_others_hear_first() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("walk"))
    assert toys.do(TypedText("thirsty")) == ["tea-heard"]
    toys.do(SlashCommand("tea"))
    assert toys.do(TypedText("thirsty")) == ["tea-sugar"]


def test_a_reply_answers_the_question_of_its_message() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("tea", "green"))
    toys.do(ButtonPress("walk.far"))
    assert toys.do(TypedText("yes", ("tea.sugar.green.no",))) == ["tea-yes", "walk-far"]
    assert toys.do(TypedText("yes", ("tea.sugar.black.no",))) == ["tea-late"]
    assert toys.result.answers == "tea.sugar.black."


def test_words_for_a_question_that_is_over_are_handed_back() -> None:
    flow = Flow("shop", steps={"price": lambda answer, data, snapshot: None})  # type: ignore[dict-item,return-value]
    toys = Toys(somebody(), flow)
    assert toys.do(TypedText("three", ("shop.price.1",))) == ["handed-back"]
    late = replace(flow, takes_late_answers=True)
    assert Toys(somebody(), late).do(TypedText("three", ("shop.price.1",))) == ["small-talk"]


def test_an_open_question_is_known_and_need_not_be_answered() -> None:
    toys = Toys(somebody())
    toys.do(ButtonPress("tea.drunk"))
    assert toys.waiting == ["tea.open"]
    assert toys.do(TypedText("whatever")) == ["small-talk"]
    assert toys.waiting == ["tea.open"]
    toys.do(SlashCommand("walk"))
    assert toys.waiting == ["tea.open", "walk.far"]
    toys.do(TypedText("a mile"))
    assert toys.do(TypedText("thirsty")) == ["tea-heard"]
    assert toys.waiting == []


def test_words_of_self_harm_have_one_answer_and_lose_nothing() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("walk"))
    assert toys.do(TypedText("I want to kill myself")) == ["crisis"]
    assert UpdatePerson({"rest": "care"}) in toys.result.effects


# --- the first conversation, rest, consent


def test_a_new_person_begins_with_the_first_conversation() -> None:
    for said in (TypedText("hm"), SlashCommand("tea"), ButtonPress("tea.brew")):
        toys = Toys(somebody(onboarded=False))
        assert toys.do(said) == ["hello-name"]
        assert toys.waiting == ["hello.name"]
    assert toys.do(SlashCommand("tea")) == ["first-finish", "hello-name"]
    assert toys.do(SlashCommand("start", "link")) == ["hello-name"]
    assert toys.stack[-1].data == {"from": "link"}
    assert toys.do(Unreadable("no-eyes")) == ["no-eyes", "hello-name"]
    assert toys.do(TypedText("Ada")) == ["hello-done"]
    assert toys.do(SlashCommand("start", "cmd_walk")) == ["walk-far"]


def test_the_first_conversation_waits_however_long_it_takes() -> None:
    toys = Toys(somebody(onboarded=False))
    toys.stack = (Frame("hello", "name", {}, TODAY - timedelta(days=90)),)
    assert toys.do(TypedText("Ada")) == ["hello-done"]


def test_flows_rest_while_coaching_rests() -> None:
    toys = Toys(somebody(rest=RestReason.STOPPED))
    assert (toys.do(SlashCommand("tea")), toys.do(TypedText("hi"))) == (["resting"], ["resting"])
    assert toys.do(ButtonPress("share.no")) == ["share-no"]


def test_consent_comes_before_anything_is_stored() -> None:
    toys = Toys(somebody(onboarded=False))
    assert toys.do(ButtonPress("share.ok")) == ["agree-ask"]
    assert toys.do(ButtonPress("agree.ok.share.ok")) == ["share-ok"]
    assert toys.snapshot.person.agreed
    assert toys.do(ButtonPress("share.ok")) == ["share-ok"]
    other = Toys(somebody(onboarded=False))
    assert other.do(FormSubmission("share.words.1", {"words": "mine"})) == ["agree-ask"]
    assert other.result.replies[0].args["words"] == "mine"
    assert other.do(ButtonPress("agree.ok.share.words.1")) == ["agree-open"]
    engine, asked = toys.engine, [ButtonPress("share.ok"), ButtonPress("share.no"), ButtonPress("agree.ok")]
    assert [engine.stores_nothing(said) for said in asked] == [True, True, False]


# --- forms, locations, what the coach sends by itself


def test_a_form_answers_its_flow_and_hands_back_what_it_cannot_take() -> None:
    toys = Toys(somebody())
    toys.do(SlashCommand("tea"))
    assert toys.do(FormSubmission("tea.order.now", {"wish": "hot"})) == ["tea-ordered"]
    assert (toys.waiting, toys.result.effects) == ([], (AddJournalEntry(TODAY, "now", "hot"),))
    assert toys.do(FormSubmission("tea.gone", {"wish": "hot", "size": "1"})) == ["handed-back", "stale"]
    resting = Toys(somebody(rest=RestReason.STOPPED))
    assert resting.do(FormSubmission("tea.order.now", {"wish": "hot"})) == ["handed-back", "resting"]


def test_forms_are_built_for_those_who_can_fill_them_in() -> None:
    toys, snapshot = Toys(somebody()), somebody()
    form = toys.engine.form
    assert (form("tea.order.now", snapshot), form("tea.order", snapshot)) == (OPEN_FORM, None)
    assert form("tea.order.now", somebody(onboarded=False)) is None
    assert form("share.words", somebody(onboarded=False)) is None
    assert form("share.words", somebody(onboarded=False, agreed=True)) == OPEN_FORM
    of_command = toys.engine.form_for_command
    assert of_command("card", "", (), snapshot) == OPEN_FORM
    assert [of_command(name, "", (), snapshot) for name in ("tea", "nowhere")] == [None, None]


def test_a_location_answers_a_step_that_takes_one_or_presses_its_button() -> None:
    toys = Toys(somebody())
    assert toys.do(SharedLocation("Europe/Madrid")) == ["tea-here"]
    toys.do(ButtonPress("tea.where"))
    assert toys.do(SharedLocation("Europe/Madrid")) == ["tea-there"]


def test_a_message_of_the_coach_waits_for_its_answer() -> None:
    toys = Toys(somebody())
    opened = toys.engine.registry.opening("tea", "morning", TODAY, toys.snapshot)
    toys.stack = toys.engine.push_asked(opened, (), toys.snapshot)
    assert toys.waiting == ["tea.sugar"]
    assert toys.engine.current_question(toys.stack, toys.snapshot).replies == opened.replies
    assert [r.key for r in toys.engine.current_question((), toys.snapshot).replies] == ["tea-sugar"]


def test_what_finds_no_room_is_not_stored_and_the_reply_says_so() -> None:
    toys = Toys(somebody())
    toys.do(TypedText("thirsty"))
    less = toys.engine.without_room(toys.result, toys.result.effects, toys.snapshot)
    assert ([reply.key for reply in less.replies], less.effects) == (["no-room"], ())


# --- what is asked about an input


def test_the_flows_that_may_answer_are_known() -> None:
    toys, snapshot = Toys(somebody()), somebody()

    def of(said: object, *stack: Frame) -> list[str]:
        return toys.engine.candidate_flows(said, stack, snapshot)  # type: ignore[arg-type]

    assert of(ButtonPress("agree.ok.share.ok")) == ["share"]
    assert of(SlashCommand("walk"), Frame("tea", "sugar")) == ["walk", "tea", "tea"]
    assert of(TypedText("hm")) == ["tea"]
    assert of(SharedLocation("")) == ["tea"]
    new = toys.engine.candidate_flows(ButtonPress("nobody.home"), (), somebody(onboarded=False))
    assert new == ["hello"]


def test_urgent_commands_are_known() -> None:
    engine, snapshot = Toys(somebody()).engine, somebody()
    said = (SlashCommand("halt"), TypedText("/halt"), TypedText("kill myself"), SlashCommand("tea"))
    assert [engine.is_urgent(one, snapshot) for one in said] == [True, True, True, False]


def test_a_command_s_choices() -> None:
    engine = Toys(somebody()).engine
    assert [b.token for b in engine.choices("tea", somebody())] == ["green"]
    assert (engine.choices("walk", somebody()), engine.choices("nowhere", somebody())) == ((), ())
