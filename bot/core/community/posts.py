"""The words of what is posted, and what it is about. Deterministic: the same facts give the same post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.core.community import public
from bot.core.journal import prompts
from bot.core.model.community import Community, CommunityPost, PostKind, Quoted, Quotes, Review, Tally
from bot.core.model.library import Library
from bot.core.model.messages import Arg, Button, Reply, Text, button, own
from bot.core.model.token import Token, joined, split
from bot.core.progress.steps import step_words

FEWEST = 5  # people that a figure needs, so that it identifies nobody


def subject(kind: PostKind, community: Community, posts: Iterable[CommunityPost], library: Library) -> str:
    """The subject of the next post of that kind: the least used, then the longest unused, begun at another
    place for each community; "" where there is nothing."""
    pool = {PostKind.PROMPT: questions, PostKind.CHALLENGE: small_steps}.get(kind, lambda _: ())(library)
    weeks = {one: [p.week for p in posts if p.kind is kind and p.subject == one] for one in pool}
    turned = community.id % len(pool) if pool else 0
    order = (*pool[turned:], *pool[:turned])
    return min(order, key=lambda one: (len(weeks[one]), max(weeks[one], default=date.min)), default="")


def questions(library: Library) -> tuple[str, ...]:
    """Questions that suit everybody."""
    return tuple(p.slug for p in library.prompts if p.theme == prompts.GENERAL)


def small_steps(library: Library) -> tuple[str, ...]:
    """The plans' steps up to the one that a person begins with, as `plan.step`: the plans by turns."""
    ladders = [[joined(p.slug, s.slug) for s in p.steps[: p.start + 1]] for p in library.plans.values()]
    longest = max(map(len, ladders), default=0)
    return tuple(ladder[n] for n in range(longest) for ladder in ladders if n < len(ladder))


def compose(
    kind: PostKind, week: date, about: str, tally: Tally, library: Library, quote: Quoted | None = None
) -> Reply | None:
    """A post; None where there is nothing to post (any more)."""
    match kind:
        case PostKind.PROMPT:
            return _prompt(week, about, library)
        case PostKind.CHALLENGE:
            return _challenge(week, about, library)
        case _:
            return digest(tally, quote)


def _prompt(week: date, slug: str, library: Library) -> Reply | None:
    if not any(p.slug == slug for p in library.prompts):
        return None
    buttons = (
        button(Token("community", "answer", week, slug), "community-answer"),
        button(Token("community", "begin"), "community-begin"),
    )
    return Reply("community-prompt", {"prompt": Text(f"prompt-{slug}")}, buttons)


def _challenge(week: date, about: str, library: Library) -> Reply | None:
    step = step_of(about, library)
    if step is None:
        return None
    names = ("join", "kept", "leave")
    buttons = tuple(Button(Token("challenge", name, week), Text(f"challenge-{name}")) for name in names)
    return Reply("community-challenge", {"step": step}, buttons)


def step_of(about: str, library: Library) -> Text | None:
    """The words of a challenge's step; None where the catalogue no longer has it."""
    slug, name = split(about, 2)
    plan = library.plans.get(slug)
    step = next((s for s in plan.steps if s.slug == name), None) if plan else None
    return step_words(slug, step) if step else None


def quoted(tally: Tally, community: Community, library: Library) -> Quoted | None:
    """The line that the digest quotes: one that is fit for all, and that the community lets pass. None from a
    week in which fewer than FEWEST people took part."""
    seen = {Quotes.OFF: (), Quotes.SEEN: (Review.PASSED,)}.get(community.quotes, (Review.PASSED, Review.NEW))
    found = [q for q in tally.quotes if q.review in seen and public.is_fit(q.words, library)]
    return found[tally.kept % len(found)] if found and tally.people >= FEWEST else None


def digest(tally: Tally, quote: Quoted | None = None) -> Reply:
    """The results of the week: effort, of all together. No figure comes from fewer than FEWEST people, and no
    quote from a week in which fewer took part: then it says something kind, and nothing about numbers."""
    if tally.people < FEWEST:
        return Reply("community-digest", {"lines": (Text("community-digest-quiet"),)})
    lines = [Text("community-digest-people", {"people": tally.people})]
    if tally.keepers >= FEWEST:
        lines.append(Text("community-digest-kept", {"kept": tally.kept}))
    if quote:
        lines.append(_line(quote.words))
    return Reply("community-digest", {"lines": tuple(lines)})


def _line(words: str) -> Text:
    quote: dict[str, Arg] = {"words": own(" ".join(words.split()))}
    return Text("community-digest-quote", quote)
