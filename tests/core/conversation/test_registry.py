"""A registry holds together, or says what does not."""

from __future__ import annotations

import pytest

from bot.core.coach import COACH
from bot.core.conversation.flow import Command, Flow, say
from bot.core.guide.help import TOPICS
from bot.core.typed.understand import IN_EVERY_LANGUAGE
from tests.core.conversation.toys import ORDER, registry


def test_commands_have_one_order_and_a_menu_for_everybody() -> None:
    toys = registry()
    assert tuple(command.name for command in toys.commands) == ORDER
    assert [command.name for command in toys.menu] == ["tea", "card", "walk", "start"]
    assert toys.flow_of["halt"].name == "walk"


def test_a_command_without_a_place_is_refused() -> None:
    more = Flow("more", commands=(Command("more", lambda argument, snapshot: say("more")),))
    with pytest.raises(ValueError, match="more"):
        registry(more)
    with pytest.raises(ValueError, match="gone"):
        registry(order=(*ORDER, "gone"))


def test_a_command_that_nobody_has_cannot_be_the_way_home_or_back() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        registry(home="nowhere")
    with pytest.raises(ValueError, match="nowhere"):
        registry(Flow("more", restart_command="nowhere"))


def test_the_coach_s_commands_belong_to_topics_of_the_help() -> None:
    assert {command.topic for command in COACH.commands} == {"", *TOPICS}


def test_words_heard_in_every_language_mean_commands_that_have_words() -> None:
    assert {c.name for c in COACH.commands if c.in_words} >= IN_EVERY_LANGUAGE


def test_a_flow_s_declarations_name_what_it_has() -> None:
    for flow in COACH.flows.values():
        assert flow.single_use_steps | flow.location_steps <= flow.steps.keys()
        assert flow.needs_consent <= flow.buttons.keys() | flow.forms.keys()
        assert flow.carries_token | flow.stores_nothing | flow.runs_commands <= flow.buttons.keys()
        assert flow.form_builders.keys() == flow.forms.keys()
