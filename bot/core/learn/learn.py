"""`/learn`: a lesson of two minutes, one question on it, and its answer.

Buttons: `learn.ask.<lesson>` puts the question, `learn.answer.<lesson>` shows what is true,
`learn.another.<lesson>` leads on, `learn.themes` and `learn.theme.<theme>` let choose, `learn.read.<lesson>`
opens one.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Command, Flow, StepResult, always, reply_with, say
from bot.core.guide import replies
from bot.core.learn import lessons
from bot.core.model.effects import CountPromptAsked
from bot.core.model.library import Lesson, Theme
from bot.core.model.messages import Reply, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token
from bot.core.typed import within

THEMES = button(Token("learn", "themes"), "learn-themes")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """The next lesson."""
    return _shown(lessons.choose(snapshot), snapshot)


def read(value: str, snapshot: Snapshot) -> StepResult:
    """`learn.read.<lesson>`: that one, or the next where it is gone."""
    return _shown(lessons.by_slug(value, snapshot) or lessons.choose(snapshot), snapshot)


def another(value: str, snapshot: Snapshot) -> StepResult:
    """`learn.another.<lesson>`"""
    return _shown(lessons.choose(snapshot, but=value), snapshot)


def of_theme(value: str, snapshot: Snapshot) -> StepResult:
    """`learn.theme.<theme>`"""
    if value not in tuple(Theme):
        return themes("", snapshot)
    return _shown(lessons.choose(snapshot, Theme(value)), snapshot)


def _shown(lesson: Lesson | None, snapshot: Snapshot) -> StepResult:
    """A lesson; from now on it counts as shown."""
    if lesson is None:
        return say("learn-none", buttons=replies.doors(snapshot))
    parts = {part: lesson.text(part) for part in ("title", "text", "do")}
    ways = (
        button(Token("learn", "ask", lesson.slug), "learn-question"),
        button(Token("learn", "another", lesson.slug), "learn-another"),
        THEMES,
    )
    shown = CountPromptAsked(f"{lessons.SHOWN}{lesson.slug}", snapshot.today)
    return reply_with(Reply("learn-lesson", parts, ways)).doing(shown)


def ask(value: str, snapshot: Snapshot) -> StepResult:
    """`learn.ask.<lesson>`: the question, to think about first."""
    lesson = lessons.by_slug(value, snapshot)
    if lesson is None:
        return replies.stale(snapshot)
    shows = button(Token("learn", "answer", lesson.slug), "learn-show")
    return reply_with(Reply("learn-ask", {"ask": lesson.text("ask")}, (shows,)))


def answer(value: str, snapshot: Snapshot) -> StepResult:
    """`learn.answer.<lesson>`: what is true, in the place of the question."""
    lesson = lessons.by_slug(value, snapshot)
    if lesson is None:
        return replies.stale(snapshot)
    parts = {part: lesson.text(part) for part in ("ask", "answer")}
    another = button(Token("learn", "another", lesson.slug), "learn-another")
    return reply_with(replace(Reply("learn-answer", parts, (another,)), edits=True))


def themes(value: str, snapshot: Snapshot) -> StepResult:
    """`learn.themes`: the subjects to choose from."""
    found = lessons.themes(snapshot)
    if not found:
        return say("learn-none", buttons=replies.doors(snapshot))
    ways = tuple(button(Token("learn", "theme", theme), f"learn-theme-{theme}") for theme in found)
    return reply_with(Reply("learn-choose", buttons=ways))


def heard(words: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    """Words that ask how feeds work."""
    if meant or not within.holds(words, ("about-feeds",), snapshot):
        return None
    return replace(of_theme(Theme.FEEDS, snapshot), flow="learn")


FLOW = Flow(
    "learn",
    hears=heard,
    buttons={
        "read": read,
        "ask": ask,
        "answer": answer,
        "another": another,
        "themes": themes,
        "theme": of_theme,
    },
    commands=(Command("learn", command, topic="thoughts", in_words=True),),
    needs=always(SnapshotNeeds(history=True, prompts=True)),
)
