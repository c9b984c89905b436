"""Toy flows and a registry of them: an engine needs no flow of the coach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.core.conversation.engine import Engine
from bot.core.conversation.flow import (
    Answer,
    Command,
    Flow,
    Frame,
    OpenQuestion,
    StepResult,
    ask_step,
    reply_with,
    say,
)
from bot.core.conversation.registry import FirstConversation, Registry, Resumed
from bot.core.model.aside import Aside
from bot.core.model.checkin import Question
from bot.core.model.effects import AddJournalEntry, Effect, UpdatePerson
from bot.core.model.inputs import SlashCommand
from bot.core.model.messages import Button, Form, Reply, Text, button
from bot.core.model.reading import Meaning, Reading
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, joined, split
from tests.core.helpers import NOW, TODAY, facts_of

__all__ = ["NOW", "TODAY", "Toys", "registry", "somebody"]

LINKS = {"cmd_walk": "walk"}
OPEN_FORM = Form("tea.order", Text("tea-order"), ())


# --- the first conversation: one name


def ask_name(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        return ask_step("name", Reply("hello-name"), data)
    return say("hello-done").doing(UpdatePerson({"name": answer.text, "onboarded": True})).clearing()


def resume(argument: str, frame: Frame, snapshot: Snapshot) -> Resumed:
    return Frame(frame.flow, frame.step, {**frame.data, "from": argument}, frame.since), snapshot, ()


HELLO = Flow(
    "hello",
    steps={"name": ask_name},
    commands=(Command("start", lambda argument, snapshot: ask_name(None, {}, snapshot)),),
    restart_command="start",
    open_to_all=True,
)

# --- tea: a command, a waiting step, a form, an open question, words that it hears


def ask_sugar(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    if answer is None:
        no = button(Token("tea", "sugar", data.get("kind", ""), "no"), "tea-no")
        return ask_step("sugar", Reply("tea-sugar", buttons=(no,)), data)
    if not (answer.pressed or answer.text in ("yes", "no")):
        return ask_sugar(None, data, snapshot)
    return say(f"tea-{answer.text}").doing(AddJournalEntry(snapshot.today, "tea", answer.text))


def ask_milk(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    return ask_step("milk", Reply("tea-milk"), data) if answer is None else say("tea-milk-done")


def ask_where(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    return ask_step("where", Reply("tea-where")) if answer is None else say("tea-there", zone=answer.text)


def drunk(value: str, snapshot: Snapshot) -> StepResult:
    return reply_with(Reply("tea-drunk")).leaving_open({"day": str(snapshot.today), "plan": 1})


def order(value: str, values: Mapping[str, str], snapshot: Snapshot) -> StepResult:
    return say("tea-ordered").doing(AddJournalEntry(snapshot.today, value, values["wish"]))


def hears(text: str, meant: str, snapshot: Snapshot) -> StepResult | None:
    if text != "thirsty":
        return None
    day = snapshot.question.day if snapshot.question else snapshot.today
    heard = say("tea-heard").doing(AddJournalEntry(day, "tea", text))
    return StepResult(heard.replies, heard.effects, flow="tea", answers=joined("tea", "cup", day, ""))


def hears_reply(text: str, meant: str, tokens: tuple[str, ...], snapshot: Snapshot) -> StepResult | None:
    asked = any(Token.parse(token).flow == "tea" for token in tokens)
    return say("tea-late").doing(AddJournalEntry(snapshot.today, "late", text)) if asked else None


def read(data: Data) -> Question | None:
    return Question(date.fromisoformat(data["day"]), data["plan"])


def remains(data: Data, effects: Iterable[Effect], snapshot: Snapshot) -> Data | None:
    return None if tuple(effects) else data


TEA = Flow(
    "tea",
    steps={"sugar": ask_sugar, "milk": ask_milk, "where": ask_where},
    buttons={
        "brew": lambda value, snapshot: ask_sugar(None, {"kind": split(value, 2)[0]}, snapshot),
        "milk": lambda value, snapshot: ask_milk(None, {}, snapshot),
        "where": lambda value, snapshot: ask_where(None, {}, snapshot),
        "drunk": drunk,
        "walk": lambda value, snapshot: StepResult(redirect_to="walk"),
        "here": lambda value, snapshot: say("tea-here", zone=value),
        "clear": lambda value, snapshot: say("tea-cleared").clearing(),
    },
    forms={"order": order},
    form_builders={"order": lambda value, snapshot: OPEN_FORM if value else None},
    commands=(
        Command(
            "tea",
            lambda argument, snapshot: ask_sugar(None, {"kind": argument}, snapshot),
            argument="day",
            choices=lambda snapshot: (Button("green", Text("tea-green")),),
            topic="day",
            in_words=True,
        ),
        Command("card", lambda argument, snapshot: reply_with(Reply("tea-card", form=OPEN_FORM))),
    ),
    openings={"morning": lambda day, snapshot: ask_sugar(None, {"kind": str(day)}, snapshot)},
    hears=hears,
    hears_reply=hears_reply,
    restart_command="tea",
    single_use_steps=frozenset({"milk"}),
    location_steps=frozenset({"where"}),
    open_question=OpenQuestion(read, remains),
    question_begins=lambda data: (data["kind"],) if "kind" in data else (),
    own_words=frozenset({"wish"}),
)

# --- walks: a question that gives way, consent, a button that leaves all as it is


def ask_far(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    return ask_step("far", Reply("walk-far"), data) if answer is None else say("walk-done")


WALK = Flow(
    "walk",
    steps={"far": ask_far},
    buttons={"far": lambda value, snapshot: ask_far(None, {}, snapshot)},
    commands=(
        Command("walk", lambda argument, snapshot: ask_far(None, {}, snapshot)),
        Command("halt", lambda argument, snapshot: say("walk-halt"), urgent=True, managers_only=True),
    ),
    gives_way=True,
    yields=lambda text, data, snapshot: text == "thirsty",
)
SHARE = Flow(
    "share",
    buttons={"ok": lambda value, snapshot: say("share-ok"), "no": lambda value, snapshot: say("share-no")},
    forms={"words": lambda value, values, snapshot: say("share-words")},
    form_builders={"words": lambda value, snapshot: OPEN_FORM},
    open_to_all=True,
    leaves_stack_alone=True,
    needs_consent=frozenset({"ok", "words"}),
    stores_nothing=frozenset({"no"}),
)
AGREE = Flow(
    "agree",
    buttons={
        "ok": lambda value, snapshot: StepResult(effects=(UpdatePerson({"agreed": True}),), then_press=value)
    },
    open_to_all=True,
    leaves_stack_alone=True,
    carries_token=frozenset({"ok"}),
)


class Consent:
    def ask(self, token: str, snapshot: Snapshot, words: str = "") -> StepResult:
        return say("agree-ask", buttons=(button(Token("agree", "ok", token), "agree-ok"),), words=words)

    def then_open(self, token: Token) -> StepResult:
        return say("agree-open", buttons=(button(token, "agree-form"),))


class Fallback:
    def doors(self, snapshot: Snapshot) -> tuple[Button, ...]:
        return (button(Token("tea", "brew"), "tea"),)

    def unknown_command(self, name: str, snapshot: Snapshot) -> StepResult:
        return say("no-command", name=name)

    def stale(self, snapshot: Snapshot) -> StepResult:
        return StepResult((Reply("stale", buttons=self.doors(snapshot)),), hint=True)

    def empty(self, snapshot: Snapshot) -> StepResult:
        return say("empty")

    def unreadable(self, key: str, snapshot: Snapshot) -> StepResult:
        return StepResult((Reply(key, buttons=self.doors(snapshot)),), hint=True)

    def moved_on(self, snapshot: Snapshot) -> StepResult:
        return say("moved-on")

    def first_finish(self, snapshot: Snapshot) -> StepResult:
        return say("first-finish")

    def resting(self, snapshot: Snapshot) -> StepResult:
        return say("resting")

    def no_room(self, snapshot: Snapshot, *, asks: bool) -> StepResult:
        return say("no-room", buttons=() if asks else self.doors(snapshot))

    def small_talk(self, text: str, meant: str, snapshot: Snapshot, *, asks: bool) -> StepResult:
        return say("small-talk")

    def not_understood(self, text: str, snapshot: Snapshot, *, asks: bool) -> StepResult:
        return StepResult((Reply("not-understood"),), hint=True, aside=Aside(held_words=text))

    def handed_back(self, words: str) -> Reply:
        return Reply("handed-back", {"words": words})


class Topics:
    """Two topics: a feeling is answered, and words to stop are a command."""

    FIRST_COMMANDS = frozenset({"halt"})
    BESIDE = frozenset({Meaning.FEELING})
    NONE_OF_THESE = button(Token("small", "none"), "none")

    def intent(self, reading: Reading | None) -> str:
        return "brew" if reading and reading.is_sure and reading.meaning is Meaning.KEPT else ""

    def command(self, reading: Reading, snapshot: Snapshot, *, waits: bool) -> SlashCommand | None:
        return SlashCommand("halt") if reading.meaning is Meaning.STOP else None

    def reply(self, reading: Reading, snapshot: Snapshot, words: str) -> StepResult | None:
        return say("about-a-feeling") if reading.meaning is Meaning.FEELING else None

    def ask_back(self, reading: Reading, answers: Mapping[Meaning, Token]) -> StepResult | None:
        return say("which", meanings=",".join((reading.meaning, *reading.others)))


ORDER = ("tea", "card", "walk", "halt", "start")


def registry(*more: Flow, order: tuple[str, ...] = ORDER, home: str = "tea") -> Registry:
    return Registry(
        (HELLO, TEA, WALK, SHARE, AGREE, *more),
        order=order,
        first=FirstConversation("hello", "start", resume, lambda argument, snapshot: LINKS.get(argument, "")),
        home=home,
        location=("tea", "here"),
        fallback=Fallback(),
        topics=Topics(),
        crisis=lambda: say("crisis").doing(UpdatePerson({"rest": "care"})),
        concern=lambda danger: say("concern", danger=danger.value),
        consent=Consent(),
    )


def somebody(**person: object) -> Snapshot:
    """A person whose first conversation is over."""
    return facts_of(plan=False, **person)


class Toys:
    """A person in conversation with the toy flows. `keys`: the replies of the last turn."""

    def __init__(self, snapshot: Snapshot, *more: Flow) -> None:
        self.engine, self.snapshot = Engine(registry(*more)), snapshot
        self.stack: tuple[Frame, ...] = ()

    def do(self, said: object) -> list[str]:
        """One turn; the keys of the replies. Effects on the person are applied."""
        self.result = self.engine.turn(said, self.stack, self.snapshot)  # type: ignore[arg-type]
        self.stack = self.result.stack
        for effect in self.result.effects:
            if isinstance(effect, UpdatePerson):
                person = self.snapshot.person.replace(**effect.changes)
                self.snapshot = self.snapshot.replace(person=person)
        return [reply.key for reply in self.result.replies]

    @property
    def waiting(self) -> list[str]:
        return [f"{frame.flow}.{frame.step}" for frame in self.stack]
