"""Settings of what it is about for a person: what matters, their reason, the itch, and when it pulls.

They decide which plans and questions come first; the reason is said back (`bot.core.progress.own_reason`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.core.conversation.flow import Answer, StepResult, ask_step, reply_with
from bot.core.model import limits
from bot.core.model.library import Daypart, Itch, Track
from bot.core.model.messages import Reply, Text, button, own
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.preferences.setting import SHOW, Changes, Setting, changed, leaves, one_page, unchanged
from bot.core.typed.own_words import excerpt

NONE = "none"  # the value of a button that takes an answer back
AT_START = "start"  # in the data of a question for the reason that ends onboarding
WIN = Token("first", "win")  # what comes after that question
REMOVE, SKIP = "remove", "skip"  # buttons below the question for the reason
SHOWN_WORDS = 25  # of the reason, on a page
# The field of a person → the answers to its question, value → label.
CHOICES: Mapping[str, Mapping[str, Text]] = {
    "focus": {track: Text(f"track-{track}") for track in Track},
    "itch": {itch: Text(f"itch-{itch}") for itch in Itch},
    "daypart": {part: Text(f"daypart-{part}") for part in Daypart},
}


def said(field: str, value: str) -> Text:
    """An answer in words, also where nothing was said."""
    return CHOICES[field].get(value, Text("settings-unsaid"))


def _choice(field: str) -> Setting:
    """The setting of a question that is answered by a press."""

    def offered(snapshot: Snapshot) -> Mapping[str, Text]:
        return {**CHOICES[field], NONE: Text("settings-about-none")}

    def read(text: str, snapshot: Snapshot) -> Changes | None:
        return {field: "" if text == NONE else text} if text in offered(snapshot) else None

    def keep(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
        if not changes[field]:
            return changed("settings-about-forgotten", changes)
        return changed(f"settings-{field}-kept", changes, value=said(field, changes[field]))

    def holds(snapshot: Snapshot) -> str:
        return getattr(snapshot.person, field) or NONE

    return Setting(field, offered, holds, read, keep, numeric=False)


def ask_why(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The own reason: words that are typed, or taken out by a press."""
    if answer is None:
        return ask_step("why", _why_question(snapshot), data, flow="settings")
    if answer.pressed and answer.text == REMOVE:
        return one_page(changed("settings-why-out", {"why": "", "why_said_on": None}))
    if answer.pressed and answer.text == SKIP:
        skipped = reply_with(Reply("settings-why-skipped", edits=True))
        return replace(skipped, then_press=WIN) if data.get(AT_START) else skipped
    if answer.pressed or leaves(answer):
        return unchanged()
    if answer.meant:  # "yes" or "hello" is no reason
        return ask_why(None, data, snapshot)
    if len(answer.text) > limits.REASON:
        return ask_why(None, data, snapshot).after(Reply("plans-too-long", {"most": limits.REASON}))
    kept = changed("settings-why-kept", reason(answer.text, snapshot))
    return replace(kept, then_press=WIN) if data.get(AT_START) else one_page(kept)


def reason(words: str, snapshot: Snapshot) -> Changes:
    """The fields of a person that a new reason changes."""
    return {"why": words, "why_said_on": snapshot.today}


def _why_question(snapshot: Snapshot) -> Reply:
    why = snapshot.person.why
    if not why:
        return Reply("settings-why", {}, (SHOW,), edits=True, page=True)
    out = button(Token("settings", "why", REMOVE), "settings-why-remove")
    return Reply(
        "settings-why-now", {"words": own(excerpt(why, SHOWN_WORDS))}, (out, SHOW), edits=True, page=True
    )


def page(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """All that a person said of themselves, and a button for each."""
    buttons = (button(Token("settings", "page", name), f"settings-open-{name}") for name in NAMES)
    reply = Reply(
        "settings-about", {"lines": tuple(_lines(snapshot))}, (*buttons, SHOW), edits=True, page=True
    )
    return reply_with(reply)


def _lines(snapshot: Snapshot) -> Iterable[Text]:
    person = snapshot.person
    for field in CHOICES:
        yield Text(f"settings-line-{field}", {"value": said(field, getattr(person, field))})
    words = own(excerpt(person.why, SHOWN_WORDS))
    why = Text("settings-quoted", {"words": words}) if person.why else Text("settings-unsaid")
    yield Text("settings-line-why", {"value": why})


FOCUS, ITCH, DAYPART = (_choice(field) for field in CHOICES)
NAMES = ("focus", "itch", "daypart", "why")
