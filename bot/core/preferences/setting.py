"""The parts that all settings have: a question with buttons or own words, and one sentence that confirms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, TypeAlias

from bot.core.calendar import timing
from bot.core.conversation.flow import (
    LEFT_OUT,
    Answer,
    ButtonFunction,
    StepFunction,
    StepResult,
    ask_step,
    reply_with,
)
from bot.core.model.effects import UpdatePerson
from bot.core.model.messages import Arg, Button, Reply, Text, button
from bot.core.model.reading import Meaning
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.typed import understand

Changes: TypeAlias = Mapping[str, Any]  # fields of model.Person
SHOW = button(Token("settings", "show"), "settings-back")
LEAVING = LEFT_OUT | {"thanks", "bye"}  # typed as a whole answer: leave it as it is


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Its words are `settings-<name>` (the question), `-unclear`, and what `keep` says.

    `values`: what its buttons mean, value → label; what holds now is among them. `holds`: the value that
    holds now. `read`: a value or typed words → the fields they change, None for anything else. `keep`: what
    follows then. `numeric`: a bare number is an answer, no button. `given`: what the question's words need,
    when it is put again. `either`: the values that typed words may mean, value → label, where it has to be
    asked which.
    """

    name: str
    values: Callable[[Snapshot], Mapping[str, Text]]
    holds: Callable[[Snapshot], str]
    read: Callable[[str, Snapshot], Changes | None]
    keep: Callable[[Changes, Data, Snapshot], StepResult]
    numeric: bool = True
    given: Callable[[Snapshot], Mapping[str, Arg]] = lambda snapshot: {}
    either: Callable[[str, Snapshot], Mapping[str, Text]] = lambda text, snapshot: {}

    def ask(self, key: str, data: Data, snapshot: Snapshot, **args: Arg) -> StepResult:
        """Put the question (or say `key` and put it again) and wait for an answer."""
        reply = Reply(key, args, self.buttons(snapshot), numeric=self.numeric, edits=True, page=True)
        return ask_step(self.name, reply, data, flow="settings")

    def buttons(self, snapshot: Snapshot) -> tuple[Button, ...]:
        """The values, with a tick at the one that holds, and the way back."""
        held = self.holds(snapshot)
        offered = self.values(snapshot).items()
        buttons = (Button(Token("settings", self.name, v), label) for v, label in offered)
        return (*(ticked(b) if b.token == Token("settings", self.name, held) else b for b in buttons), SHOW)

    @property
    def step(self) -> StepFunction:
        return self._answered

    def _answered(self, answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
        if answer is None:
            return self.ask(f"settings-{self.name}", data, snapshot, **self.given(snapshot))
        if not answer.pressed and (ways := self.either(answer.text, snapshot)):
            buttons = tuple(Button(Token("settings", self.name, v), label) for v, label in ways.items())
            reply = Reply("settings-which-time", {}, (*buttons, SHOW), numeric=self.numeric)
            return ask_step(self.name, reply, data, flow="settings")
        changes = self.read(answer.text, snapshot)
        if changes is None and (at := _understood(answer)):
            changes = self.read(at, snapshot)
        if changes is not None:
            return self._kept(self.keep(changes, data, snapshot), snapshot)
        if leaves(answer):
            return unchanged()
        return self.ask(f"settings-{self.name}-unclear", data, snapshot)

    def _kept(self, result: StepResult, snapshot: Snapshot) -> StepResult:
        """All that a change led to as one page, with the tick where it stands now."""
        if result.step is not None:
            return result
        return one_page(result, self.buttons(_after(result, snapshot)), numeric=self.numeric)


def ticked(value: Button) -> Button:
    """The button of a value that holds now."""
    return replace(value, label=Text("settings-holds", {"value": value.label}))


def one_page(
    result: StepResult, buttons: tuple[Button, ...] = (SHOW,), *, numeric: bool = False
) -> StepResult:
    """The replies of a result as one page of the menu, which takes the place of the page before."""
    first, *others = result.replies
    page = replace(first, buttons=buttons, numeric=numeric, edits=True, page=True)
    if others:
        lines = tuple(reply.text for reply in result.replies)
        page = replace(page, key="settings-notes", args={"lines": lines})
    return replace(result, replies=(page,))


def _after(result: StepResult, snapshot: Snapshot) -> Snapshot:
    """The facts once the changes of a result are stored."""
    person = snapshot.person
    for effect in result.effects:
        if isinstance(effect, UpdatePerson):
            person = person.replace(**effect.changes)
    return snapshot.replace(person=person)


def _understood(answer: Answer) -> str:
    """The time within a sentence, as it is typed alone; "" for none."""
    at = answer.value(Meaning.TIME)
    return f"{at:%H:%M}" if isinstance(at, time) else ""


def leaves(answer: Answer) -> bool:
    """Whether somebody wants a setting as it is."""
    if answer.pressed:
        return answer.text == "back"
    return answer.meant in LEAVING


def unchanged() -> StepResult:
    return reply_with(Reply("settings-unchanged", buttons=(SHOW,), edits=True, page=True))


def changed(key: str, changes: Changes, **args: Arg) -> StepResult:
    """The new values, confirmed in one sentence."""
    return reply_with(Reply(key, args)).doing(UpdatePerson(changes))


def notes(lines: tuple[Text, ...]) -> tuple[Reply, ...]:
    """The consequences of a change for other settings, as one message; none where it does nothing."""
    return (Reply("settings-notes", {"lines": lines}),) if lines else ()


def clocks(*hours: time) -> Mapping[str, Text]:
    """Buttons for wall times."""
    return {f"{at:%H:%M}": Text("settings-clock", {"time": at}) for at in hours}


def either_clock(text: str, snapshot: Snapshot) -> Mapping[str, Text]:
    """The two times that a line may mean ("half past nine") where taking the first may do harm: it is said in
    words, which leave the half of the day open, or it lies in the quiet hours. A time in figures is one of a
    24-hour clock, and nobody means the other one where that lies in the quiet hours."""
    found = understand.clocks(text, snapshot)
    if len(found) != 2:
        return {}
    quiet = tuple(timing.is_quiet(at, snapshot.person.quiet_from, snapshot.person.quiet_to) for at in found)
    in_words = not any(c.isdecimal() for c in text)
    return clocks(*found) if (in_words or quiet[0]) and not quiet[1] else {}


def late(step: StepFunction) -> ButtonFunction:
    """A step's own button, pressed when the step no longer waits."""
    return lambda value, snapshot: step(Answer(value, pressed=True), {}, snapshot)
