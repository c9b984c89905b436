"""When a community's posts are due, and which week runs. Pure; `now` is always an argument."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.core.model.community import LONGEST, SHORTEST, Community, CommunityPost, DuePost, PostKind

DAY = timedelta(days=1)
LATE = {  # hours after which a post makes no sense any more, where the machine slept
    PostKind.PROMPT: 36,
    PostKind.CHALLENGE: 36,
    PostKind.DIGEST: 72,
}


def running(posts: Iterable[CommunityPost], today: date) -> date | None:
    """The week that runs on a local day: that of the newest question or challenge; None for none."""
    week = last(posts, today)
    return week if week is not None and (today - week).days < LONGEST else None


def last(posts: Iterable[CommunityPost], today: date) -> date | None:
    """The newest week that began. Posts from a time when the clock was ahead began no week: it would keep the
    community silent until then."""
    begun = (p.week for p in posts if p.kind is not PostKind.DIGEST and p.week <= today + DAY)
    return max(begun, default=None)


def upcoming(community: Community, posts: tuple[CommunityPost, ...], now: datetime) -> tuple[DuePost, ...]:
    """The next posts: the digest of the week before, then the question and the challenge."""
    before = last(posts, _today(community, now))
    begins = _next(community, before, now) if community.posts else None
    if begins is None:
        return ()
    new = (PostKind.PROMPT, PostKind.CHALLENGE)
    found = [*_digest(posts, before, begins), *(DuePost(kind, begins.week, begins.at) for kind in new)]
    return tuple(due for due in found if community.takes(due.kind))


def _today(community: Community, now: datetime) -> date:
    return now.astimezone(community.clock).date()


def _next(community: Community, before: date | None, now: datetime) -> DuePost | None:
    """The first wanted weekday still to come that is not too near to the week before."""
    today = _today(community, now)
    for day in (today + timedelta(days=n) for n in range(2 * LONGEST)):
        at = community.moment(day)
        far = before is None or (day - before).days >= SHORTEST
        if day.weekday() == community.week_day and far and at is not None and at > now:
            return DuePost(PostKind.PROMPT, day, at)
    return None


def _digest(posts: tuple[CommunityPost, ...], week: date | None, begins: DuePost) -> tuple[DuePost, ...]:
    """The digest of the week that ends then, unless it was too long ago, or reported already."""
    told = any(p.kind is PostKind.DIGEST and p.week == week for p in posts)
    if week is None or told or (begins.week - week).days > LONGEST:
        return ()
    return (DuePost(PostKind.DIGEST, week, begins.at),)


def missed(community: Community, posts: tuple[CommunityPost, ...], now: datetime) -> tuple[DuePost, ...]:
    """Posts that can be made now: of the week that began, or should have begun, on the newest wanted weekday,
    as far as it is not there; and the digest of the week before, if it is due with it."""
    before, day = last(posts, _today(community, now)), _newest(community, now)
    if day is None:
        return ()
    fresh = before is None or (day - before).days >= SHORTEST
    week = day if fresh or before is None else before
    new = tuple(DuePost(kind, week, now) for kind in (PostKind.PROMPT, PostKind.CHALLENGE))
    there = {(p.kind, p.week) for p in posts}
    found = [*(_digest(posts, before, new[0]) if fresh else ()), *new]
    return tuple(due for due in found if community.takes(due.kind) and (due.kind, due.week) not in there)


def _newest(community: Community, now: datetime) -> date | None:
    """The newest wanted weekday whose moment has come."""
    today = _today(community, now)
    for day in (today - timedelta(days=n) for n in range(2 * LONGEST)):
        at = community.moment(day)
        if day.weekday() == community.week_day and at is not None and at <= now:
            return day
    return None


def still(kind: PostKind, due: datetime, community: Community, now: datetime) -> bool:
    """Whether a post whose moment has come is still wanted, and not too late."""
    return community.posts and community.takes(kind) and now - due <= timedelta(hours=LATE[kind])
