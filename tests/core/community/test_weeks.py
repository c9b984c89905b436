"""When a community's posts are due, over zones, changes of settings and of the clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.community import weeks
from bot.core.model.community import LONGEST, SHORTEST, Community, CommunityPost, PostingTrouble, PostKind

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
COMMUNITY = Community(1, "discord", "9", channel="7", zone="Europe/Berlin")
ZONES = ("Europe/Berlin", "Asia/Beirut", "Pacific/Apia", "America/St_Johns", "Australia/Lord_Howe", "UTC")


def began(week: date) -> tuple[CommunityPost, ...]:
    return CommunityPost(PostKind.PROMPT, week, "body"), CommunityPost(PostKind.CHALLENGE, week, "calm.tiny")


def kinds(
    community: Community, posts: tuple[CommunityPost, ...] = (), now: datetime = NOON
) -> list[PostKind]:
    return [due.kind for due in weeks.upcoming(community, posts, now)]


def test_the_first_week_has_no_digest() -> None:
    assert kinds(COMMUNITY) == [PostKind.PROMPT, PostKind.CHALLENGE]
    assert {d.at for d in weeks.upcoming(COMMUNITY, (), NOON)} == {datetime(2026, 11, 23, 17, tzinfo=UTC)}


def test_a_digest_is_about_the_week_before() -> None:
    first = weeks.upcoming(COMMUNITY, began(MONDAY), NOON)[0]
    assert (first.kind, first.week) == (PostKind.DIGEST, MONDAY)
    assert first.at == datetime(2026, 11, 30, 17, tzinfo=UTC)


def test_a_digest_that_was_told_is_not_told_again() -> None:
    posts = (*began(MONDAY), CommunityPost(PostKind.DIGEST, MONDAY))
    assert PostKind.DIGEST not in kinds(COMMUNITY, posts)


def test_what_is_not_wanted_is_not_planned() -> None:
    assert kinds(replace(COMMUNITY, challenge=False, digest=False), began(MONDAY)) == [PostKind.PROMPT]
    for silent in ({"channel": ""}, {"trouble": PostingTrouble.GONE}, {"left_at": NOON}):
        assert kinds(replace(COMMUNITY, **silent)) == []


def test_a_long_silence_is_not_summed_up() -> None:
    assert PostKind.DIGEST not in kinds(COMMUNITY, began(MONDAY - timedelta(days=3 * LONGEST)))


def test_the_week_that_runs() -> None:
    assert weeks.running((), MONDAY) is None
    posts = (*began(MONDAY), CommunityPost(PostKind.DIGEST, MONDAY + timedelta(days=50)))
    assert weeks.running(posts, MONDAY + timedelta(days=LONGEST - 1)) == MONDAY
    assert weeks.running(posts, MONDAY + timedelta(days=LONGEST)) is None


def test_a_date_that_a_zone_does_not_have() -> None:
    apia = replace(COMMUNITY, zone="Pacific/Apia", week_day=4)
    assert apia.moment(date(2011, 12, 30)) is None
    due = weeks.upcoming(apia, (), datetime(2011, 12, 28, tzinfo=UTC))
    assert due[0].week == date(2012, 1, 6)


def test_the_day_begins_at_four() -> None:
    berlin = replace(COMMUNITY, zone="Europe/Berlin")
    assert berlin.day(datetime(2026, 11, 24, 2, 59, tzinfo=UTC)) == MONDAY
    assert berlin.day(datetime(2026, 11, 24, 3, 0, tzinfo=UTC)) == MONDAY + timedelta(days=1)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 6), st.integers(0, 23), st.integers(0, 800), st.integers(0, 30))
def test_weeks_are_never_too_near_and_always_ahead(
    zone: str, week_day: int, hour: int, days: int, since: int
) -> None:
    community = replace(COMMUNITY, zone=zone, week_day=week_day, hour=hour)
    now = datetime(2026, 1, 1, 3, 7, tzinfo=UTC) + timedelta(days=days)
    before = community.day(now) - timedelta(days=since)
    for due in weeks.upcoming(community, began(before), now):
        assert now < due.at <= now + timedelta(days=15)
        if due.kind is not PostKind.DIGEST:
            assert due.week.weekday() == week_day
            assert (due.week - before).days >= SHORTEST
            local = due.at.astimezone(community.clock)
            assert local.hour == hour or zone != "UTC"


def test_a_week_that_was_posted_while_the_clock_was_ahead_silences_nobody() -> None:
    ahead = began(MONDAY + timedelta(days=364))
    assert weeks.running(ahead, MONDAY) is None
    assert weeks.upcoming(COMMUNITY, ahead, NOON) == weeks.upcoming(COMMUNITY, (), NOON)
    both = (*began(MONDAY - timedelta(days=7)), *ahead)
    assert weeks.upcoming(COMMUNITY, both, NOON) == weeks.upcoming(COMMUNITY, both[:2], NOON)
