"""How an input is understood before it is answered: commands in words, the flows it concerns, urgency."""

from __future__ import annotations

from dataclasses import replace

from bot.core.conversation.flow import Frame
from bot.core.conversation.registry import Registry
from bot.core.conversation.stack import Stack, StackRules
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, SharedLocation, SlashCommand, TypedText
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.reading import Asked, Reading, Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split
from bot.core.typed import understand

READ_OF_A_FLOOD = 400  # characters


class Router:
    """Reads inputs by the commands and flows of a registry."""

    def __init__(self, registry: Registry, rules: StackRules) -> None:
        self._registry, self._rules = registry, rules

    def follow_link(self, said: SlashCommand, snapshot: Snapshot) -> SlashCommand:
        """The first command with a link that stands for another one, and a name in plain words of the
        person's language ("/ganas"), as the command that is meant; others unchanged."""
        first = self._registry.first
        if said.name not in self._registry.by_name:
            meant = understand.intent(said.name.replace("_", " "), snapshot)
            return replace(said, name=meant) if self.is_command(meant) else said
        if said.name != first.command:
            return said
        return SlashCommand(first.linked(said.argument, snapshot) or first.command, said.argument)

    def as_command(self, said: Input, stack: Stack, snapshot: Snapshot) -> Input:
        """Typed words that mean a command, as that command; any other input unchanged."""
        if isinstance(said, SlashCommand):
            return self.follow_link(said, snapshot)
        if not isinstance(said, TypedText):
            return said
        text = understand.clean(said.text)
        if command := typed_command(text):
            return self.follow_link(command, snapshot)
        frames = self._rules.waiting(stack, snapshot)[1]
        waits = bool(frames) and self._registry.flows[frames[-1].flow].asks(frames[-1]) is Asked.NOTHING
        waits = waits and not self._rules.is_newest_open(stack, snapshot)
        waits = waits and not self.is_beside(text, said.reading, frames[-1], snapshot)
        return self.command_meant(text, said.reading, snapshot, waits=waits) or said

    def is_beside(self, text: str, reading: Reading | None, frame: Frame, snapshot: Snapshot) -> bool:
        """Whether a line for the diary, for which a frame waits, surely is about a topic of its own."""
        if reading is None or understand.intent(text, snapshot):
            return False
        is_diary = frame.step in self._registry.flows[frame.flow].diary_steps
        return is_diary and reading.is_sure and reading.meaning in self._registry.topics.BESIDE

    def command_meant(
        self, text: str, reading: Reading | None, snapshot: Snapshot, *, waits: bool
    ) -> SlashCommand | None:
        """The command that typed words mean: by the phrases of the lexicon, else by their reading. `waits`: a
        question of free words is open, so few words are meant for anything else."""
        meant = understand.intent(text, snapshot)
        first = understand.IN_EVERY_LANGUAGE | self._registry.topics.FIRST_COMMANDS
        if self.is_command(meant) and (not waits or meant in first):
            return SlashCommand(meant)
        if meant or reading is None or not reading.is_sure:
            return None
        return self._registry.topics.command(reading, snapshot, waits=waits)

    def chosen(self, said: TypedText, snapshot: Snapshot) -> str:
        """The token of the button that words press right after its message, "" for none."""
        choices, about = snapshot.aside.choices, said.about
        if not choices or (about and not set(about) & set(choices.values())):
            return ""
        return choices.get(understand.choice(understand.clean(said.text), choices, snapshot), "")

    def asked(self, stack: Stack, snapshot: Snapshot) -> Asked:
        """The kind of answer that the open question wants."""
        left_open, frames, _ = self._rules.waiting(stack, snapshot)
        open_first = not frames or self._rules.is_newest_open(stack, snapshot)
        frame = left_open if open_first else frames[-1]
        return self._registry.flows[frame.flow].asks(frame) if frame else Asked.NOTHING

    def is_command(self, meant: str) -> bool:
        """Whether an intent is the name of a command."""
        return meant in self._registry.by_name

    def candidate_flows(self, said: Input, stack: Stack, snapshot: Snapshot) -> list[str]:
        """The names of the flows that the answer may come from: the one that is addressed, those that wait
        (the last one first), those that begin again since a step is gone, and the first conversation of a
        new person."""
        registry, flows = self._registry, self._registry.flows
        waiting = [flows[frame.flow] for frame in reversed(stack) if frame.flow in flows]
        restarts = (registry.flow_of[f.restart_command].name for f in waiting if f.restart_command)
        new = (registry.first.flow,) if snapshot.person.status is Status.NEW else ()
        names = (*self._addressed(said), *(flow.name for flow in waiting), *restarts, *new)
        return [name for name in names if name in flows]

    def _addressed(self, said: Input) -> tuple[str, ...]:
        registry = self._registry
        match said:
            case ButtonPress(token) | FormSubmission(token, _):
                return (self._carried(Token.parse(token)).flow,)
            case SlashCommand(name, _) if name in registry.flow_of:
                return (registry.flow_of[name].name,)
            case SharedLocation():
                return (registry.location[0],)
            case TypedText():
                return tuple(f.name for f in registry.flows.values() if f.hears or f.hears_reply)
            case _:
                return ()

    def _carried(self, token: Token) -> Token:
        """The token that a button carries; the same one where it carries none."""
        flow = self._registry.flows.get(token.flow)
        return Token.parse(token.value) if flow and token.name in flow.carries_token else token

    def needs(self, said: Input, stack: Stack, snapshot: Snapshot) -> SnapshotNeeds:
        """The parts of the snapshot that the answer reads. Only the person is loaded yet. The part of the
        journal is that of the flow that is addressed, else of the question that waits."""
        said, found = self._run(self.as_command(said, stack, snapshot)), SnapshotNeeds()
        if isinstance(said, TypedText) and (
            token := self.chosen(said, self._rules.waiting(stack, snapshot)[2])
        ):
            found |= self.needs(ButtonPress(token), stack, snapshot)
        for name in self.candidate_flows(said, stack, snapshot):
            frame = next((f for f in reversed(stack) if f.flow == name), None)
            found |= self._registry.flows[name].needs(said, frame, snapshot)
        return found

    def _run(self, said: Input) -> Input:
        """A button that runs a command, as that command; any other input unchanged."""
        if isinstance(said, ButtonPress):
            token = Token.parse(said.token)
            flow = self._registry.flows.get(token.flow)
            if flow and token.name in flow.runs_commands:
                name, argument = split(token.value, 2)
                return SlashCommand(name, argument)
        return said

    def is_urgent(self, said: Input, snapshot: Snapshot) -> bool:
        """Whether an input is heard from a person who sends too much: urgent commands, and words of danger
        within the first READ_OF_A_FLOOD characters."""
        match said:
            case TypedText(text=text) | SlashCommand(argument=text) if _is_danger(text, snapshot):
                return True
            case TypedText() | SlashCommand():
                meant = self.as_command(said, (), snapshot)
                command = self._registry.by_name.get(meant.name) if isinstance(meant, SlashCommand) else None
                return command is not None and command.urgent
            case _:
                return False

    def stores_nothing(self, said: Input) -> bool:
        """Whether the answer to a new person stores nothing of them, not even that they exist."""
        if not isinstance(said, ButtonPress | FormSubmission):
            return False
        token = Token.parse(said.token)
        flow = self._registry.flows.get(token.flow)
        return flow is not None and token.name in flow.needs_consent | flow.stores_nothing

    def is_over(self, text: str) -> bool:
        """Whether a token belongs to a question that takes no answer once it no longer waits."""
        token = Token.parse(text)
        flow = self._registry.flows.get(token.flow)
        return (
            flow is not None
            and not flow.takes_late_answers
            and token.name in flow.steps
            and token.name not in flow.buttons
        )


def _is_danger(text: str, snapshot: Snapshot) -> bool:
    return bool(text) and snapshot.library.danger(text[:READ_OF_A_FLOOD]) is not Safety.NONE


def typed_command(text: str) -> SlashCommand | None:
    """The command that a line with a slash gives: "/plans@coach 4" is `plans` with "4". None for others."""
    if not text.startswith("/") or not (words := text[1:].split()):
        return None
    argument = text[1:].partition(" ")[2].strip()
    return SlashCommand(words[0].partition("@")[0].lower(), argument)
