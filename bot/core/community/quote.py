"""An answer to the week's question, quoted in the digest without a name, by its author's own press."""

from __future__ import annotations

from bot.core.community import challenge, community, public, review
from bot.core.conversation.flow import Flow, StepResult, always, say
from bot.core.model.community import Quotes
from bot.core.model.community_effects import Quote
from bot.core.model.journal import JournalQuery
from bot.core.model.messages import button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.reading import Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split


def share(value: str, snapshot: Snapshot) -> StepResult:
    """`quote.share.<week>.<prompt>`: the newest answer to that question. No words of danger, and no
    addresses."""
    week, slug = split(value, 2)
    words = next((w.text for w in snapshot.journal if w.prompt == slug), "")
    library = snapshot.library
    here, running = challenge.running(week, snapshot)
    if here is None or running is None or here.part is None:
        return challenge.over(snapshot)
    if not words or len(words) > community.QUOTABLE or library.danger(words) is not Safety.NONE:
        return say("quote-not")
    if not review.takes(here):
        return say("quote-not-here")
    if not public.is_fit(words, library):
        return say("quote-unfit")
    key = "quote-shared-seen" if here.community.quotes is Quotes.SEEN else "quote-shared"
    back = button(Token("quote", "back", week), "quote-back")
    return say(key, buttons=(back,), words=words).doing(Quote(here.community.id, running, words))


def back(value: str, snapshot: Snapshot) -> StepResult:
    """`quote.back.<week>`: the words are not quoted."""
    here, week = challenge.running(value, snapshot)
    if here is None or week is None or here.part is None or not here.part.quote:
        return say("quote-not")
    return say("quote-taken-back").doing(Quote(here.community.id, week, ""))


FLOW = Flow(
    "quote",
    buttons={"share": share, "back": back},
    needs_consent=frozenset({"share", "back"}),
    needs=always(SnapshotNeeds(journal=JournalQuery(recent=True), venue=True)),
    open_to_all=True,
    leaves_stack_alone=True,
)
