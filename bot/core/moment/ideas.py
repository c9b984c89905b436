"""Things to do for the next ten minutes: the person's own ones first, then shipped ones that fit the hour and
what matters to them. The words of a shipped idea are `swap-idea-<idea>`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.calendar import timing
from bot.core.model.library import Daypart, Track
from bot.core.model.messages import Text, own
from bot.core.model.snapshot import Snapshot

SHOWN = 3  # ideas in one message
BEGINS = {Daypart.MORNING: 5, Daypart.DAY: 11, Daypart.EVENING: 17, Daypart.NIGHT: 22}  # hours

# When a thing can be done.
ALWAYS = frozenset(Daypart)
AWAKE = ALWAYS - {Daypart.NIGHT}
BY_DAY = AWAKE - {Daypart.EVENING}
LATER = ALWAYS - {Daypart.MORNING}
SOCIAL = frozenset({Daypart.DAY, Daypart.EVENING})
LATE = frozenset({Daypart.EVENING, Daypart.NIGHT})
AT_EVENING, AT_NIGHT = frozenset({Daypart.EVENING}), frozenset({Daypart.NIGHT})


@dataclass(frozen=True, slots=True)
class Idea:
    """A shipped idea: the parts of the day in which it can be done, and the tracks that it serves best."""

    slug: str
    dayparts: frozenset[Daypart]
    tracks: tuple[Track, ...]


def _idea(slug: str, dayparts: frozenset[Daypart], *tracks: Track) -> Idea:
    return Idea(slug, dayparts, tracks)


IDEAS = (
    _idea("water", ALWAYS, Track.TIME),
    _idea("window", BY_DAY, Track.TIME, Track.FEED),
    _idea("line", LATE, Track.POST, Track.FEED),
    _idea("shoulders", ALWAYS, Track.TIME),
    _idea("tidy", AWAKE, Track.PRIVACY, Track.TIME),
    _idea("draw", ALWAYS, Track.POST, Track.MAKER),
    _idea("question", AWAKE, Track.PEOPLE),
    _idea("stairs", BY_DAY, Track.TIME),
    _idea("pages", LATER, Track.FEED, Track.TIME),
    _idea("song", SOCIAL, Track.FEED, Track.MAKER),
    _idea("thanks", LATE, Track.PEOPLE, Track.POST),
    _idea("wash-up", AWAKE, Track.TIME),
    _idea("fruit", SOCIAL, Track.PEOPLE),
    _idea("plants", AWAKE, Track.PRIVACY, Track.FEED),
    _idea("play", SOCIAL, Track.PEOPLE, Track.MAKER),
    _idea("mend", SOCIAL, Track.MAKER, Track.PRIVACY),
    _idea("block", BY_DAY, Track.TIME, Track.FEED),
    _idea("bench", BY_DAY, Track.FEED, Track.MAKER),
    _idea("card", AWAKE, Track.POST, Track.PEOPLE),
    _idea("call", SOCIAL, Track.PEOPLE, Track.POST),
    _idea("cook", SOCIAL, Track.PEOPLE, Track.TIME),
    _idea("album", AT_EVENING, Track.PRIVACY, Track.PEOPLE),
    _idea("feet", LATE, Track.TIME),
    _idea("tomorrow", LATE, Track.PRIVACY, Track.TIME),
    _idea("listen", AT_NIGHT, Track.FEED, Track.TIME),
    _idea("puzzle", LATE, Track.MAKER, Track.FEED),
    _idea("drawer", AWAKE, Track.PRIVACY, Track.MAKER),
    _idea("sounds", ALWAYS, Track.FEED, Track.POST),
)


def daypart(hour: int) -> Daypart:
    """The part of the day of an hour of the wall clock.

    >>> [str(daypart(hour)) for hour in (4, 5, 16, 21, 22)]
    ['night', 'morning', 'day', 'evening', 'night']
    """
    begun = [part for part, begins in BEGINS.items() if begins <= hour]
    return begun[-1] if begun else Daypart.NIGHT


def shipped(snapshot: Snapshot) -> tuple[Idea, ...]:
    """The shipped ideas for this hour: those of the person's track first, each group turned by a place from
    day to day."""
    part = daypart(timing.wall(snapshot.now, snapshot.person).hour)
    fitting = [idea for idea in IDEAS if part in idea.dayparts]
    turned = (snapshot.today.toordinal() + snapshot.person.id) % len(fitting)
    order = (*fitting[turned:], *fitting[:turned])
    return tuple(sorted(order, key=lambda idea: snapshot.person.focus not in idea.tracks))


def shown(snapshot: Snapshot, page: int) -> tuple[Text, ...]:
    """The ideas of one message, the first for `page` 0; after the last one it begins at the first again."""
    mine = [own(swap.words) for swap in snapshot.swaps]
    everything = [*mine, *(Text(f"swap-idea-{idea.slug}") for idea in shipped(snapshot))]
    start = page * SHOWN % len(everything)
    return tuple((everything + everything)[start : start + SHOWN])
