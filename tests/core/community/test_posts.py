"""What is posted: which question and step, and a digest in which nobody can be found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.community import posts
from bot.core.model.community import Community, CommunityPost, PostKind, Quoted, Quotes, Review, Tally
from bot.core.model.library import Prompt
from bot.core.model.messages import Reply, Text
from tests.core.making import make_library

LIBRARY = make_library(
    prompts=(Prompt("a", "general"), Prompt("b", "general"), Prompt("c", "general"), Prompt("sad", "lapse"))
)
MONDAY = date(2026, 11, 23)
LINE = Quoted("00", "words", MONDAY)
OPEN = Community(1, "discord", "9", quotes=Quotes.ON)


def keys(reply: Reply) -> list[str]:
    lines = reply.args["lines"]
    assert isinstance(lines, tuple)
    return [line.key for line in lines]


def a_year(kind: PostKind, number: int = 1) -> list[str]:
    there: list[CommunityPost] = []
    for week in range(52):
        about = posts.subject(kind, Community(number, "discord", "9"), there, LIBRARY)
        there.append(CommunityPost(kind, MONDAY + timedelta(weeks=week), about))
    return [post.subject for post in there]


def test_questions_for_everybody_take_turns() -> None:
    subjects = a_year(PostKind.PROMPT)
    assert all(set(subjects[n : n + 3]) == {"a", "b", "c"} for n in range(len(subjects) - 3))


def test_challenges_are_the_plans_small_steps_in_turn() -> None:
    small = posts.small_steps(LIBRARY)
    assert set(small) == {"calm.tiny", "calm.small", "minutes.look", "posts.few", "calls.one", "garden.one"}
    subjects = a_year(PostKind.CHALLENGE)
    assert set(subjects[: len(small)]) == set(small)
    assert all(one != other for one, other in pairwise(subjects))


def test_communities_begin_at_different_places() -> None:
    assert len({a_year(PostKind.CHALLENGE, number)[0] for number in range(6)}) == 6


def test_what_the_catalogue_no_longer_has_is_not_posted() -> None:
    for kind, about in (
        (PostKind.PROMPT, "gone"),
        (PostKind.CHALLENGE, "calm.gone"),
        (PostKind.CHALLENGE, ""),
    ):
        assert posts.compose(kind, MONDAY, about, Tally(), LIBRARY) is None
    assert posts.subject(PostKind.PROMPT, Community(1, "discord", "9"), (), make_library()) == ""


def test_every_button_fits_a_token() -> None:
    for kind, about in ((PostKind.PROMPT, "a"), (PostKind.CHALLENGE, "calm.tiny")):
        reply = posts.compose(kind, MONDAY, about, Tally(), LIBRARY)
        assert reply
        assert all(str(MONDAY) in b.token or b.token == "community.begin" for b in reply.buttons)


@given(st.integers(0, 20), st.integers(0, 100), st.integers(0, 20), st.booleans())
def test_no_figure_comes_from_fewer_than_five(people: int, kept: int, keepers: int, quoted: bool) -> None:
    tally = Tally(people, kept, min(keepers, people), (LINE,) if quoted else ())
    said = keys(posts.digest(tally, posts.quoted(tally, OPEN, LIBRARY)))
    assert ("community-digest-people" in said) == (people >= 5)
    assert ("community-digest-kept" in said) == (tally.keepers >= 5)
    assert ("community-digest-quote" in said) == (people >= 5 and quoted)
    assert ("community-digest-quiet" in said) == (people < 5)


def test_a_quote_is_one_line_and_somebody_s_own_words() -> None:
    lines = posts.digest(Tally(5), replace(LINE, words="one\n\n  two")).args["lines"]
    assert isinstance(lines, tuple)
    assert lines[-1].args["words"] == Text("own-words", {"words": "one two"})


@pytest.mark.parametrize(
    ("mode", "taken"),
    [
        (Quotes.OFF, ()),
        (Quotes.SEEN, (Review.PASSED,)),
        (Quotes.ON, (Review.NEW, Review.PASSED)),
    ],
)
def test_a_line_is_quoted_as_the_community_wants_it(mode: Quotes, taken: tuple[Review, ...]) -> None:
    for review in Review:
        tally = Tally(5, quotes=(replace(LINE, review=review),))
        found = posts.quoted(tally, replace(OPEN, quotes=mode), LIBRARY)
        assert (found is not None) == (review in taken)


def test_a_line_that_is_not_fit_for_all_is_not_quoted_though_it_was_kept() -> None:
    lines = (replace(LINE, words="join discord.gg/abcd"), LINE)
    for kept in range(4):
        assert posts.quoted(Tally(5, kept, quotes=lines), OPEN, LIBRARY) == LINE
