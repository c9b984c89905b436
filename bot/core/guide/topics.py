"""Topics that people type about while any question is open: the answers to them, and the question that is
asked back where a line may mean several things. The meaning of a line is a `Reading`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bot.core.conversation import missed_lines
from bot.core.conversation.flow import Flow, StepResult, say
from bot.core.guide.doors import PLANS, REFLECT, TODAY
from bot.core.model.aside import Aside
from bot.core.model.effects import AddJournalEntry
from bot.core.model.inputs import SlashCommand
from bot.core.model.journal import NOTE
from bot.core.model.messages import Button, Text, button
from bot.core.model.person import Status
from bot.core.model.reading import TOPICS, Meaning, Reading
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token

INTENTS = {
    Meaning.KEPT: "done", Meaning.PARTLY: "partly", Meaning.MISSED: "missed", Meaning.SKIPPED: "skip",
    Meaning.LATER: "later", Meaning.UNDO: "undo", Meaning.THANKS: "thanks", Meaning.HELLO: "hello",
}  # fmt: skip
COMMANDS = {
    Meaning.PROGRESS: "week", Meaning.PAUSE: "pause", Meaning.SETTINGS: "settings",
    Meaning.JOURNAL: "journal",
    Meaning.PRIVACY: "privacy", Meaning.EXPORT: "privacy", Meaning.ERASE: "privacy",
    Meaning.STOP: "stop", Meaning.HELP: "help",
}  # fmt: skip
# Topics that come before the question that is open.
FIRST = frozenset({Meaning.STOP, Meaning.ERASE, Meaning.EXPORT, Meaning.PRIVACY, Meaning.HELP})
FIRST_COMMANDS = frozenset(COMMANDS[meaning] for meaning in FIRST)

SETTINGS = button(Token("settings", "show"), "topic-door-settings")
PAUSE = button(Token("topics", "about", Meaning.PAUSE), "topic-door-pause")
WEEK = button(Token("topics", "about", Meaning.PROGRESS), "topic-door-week")
PRIVACY = button(Token("topics", "about", Meaning.PRIVACY), "topic-door-privacy")
STOP = button(Token("topics", "about", Meaning.STOP), "heard-stop")
NONE_OF_THESE = button(Token("topics", "none"), "heard-none")
WHICH = str(Token("topics", "which"))
DOORS: Mapping[Meaning, tuple[Button, ...]] = {
    Meaning.URGE: (REFLECT, PLANS),
    Meaning.LAPSE: (REFLECT, PLANS),
    Meaning.FEELING: (REFLECT, PAUSE),
    Meaning.PRIDE: (REFLECT, WEEK),
    Meaning.PLAN_CHANGE: (PLANS,),
    Meaning.PLAN_EASIER: (PLANS, PAUSE),
    Meaning.PLAN_FURTHER: (PLANS, WEEK),
    Meaning.TIME_CHANGE: (SETTINGS, PLANS),
    Meaning.FEWER_MESSAGES: (SETTINGS, PAUSE),
    Meaning.RETURN: (TODAY, PLANS),
    Meaning.GOODBYE: (STOP, PRIVACY),
    Meaning.QUESTION_APP: (PLANS,),
    Meaning.QUESTION_BOT: (PRIVACY,),
    Meaning.QUESTION_CHILDREN: (PLANS,),
    Meaning.POSTED_ME: (REFLECT,),
    Meaning.LANGUAGE: (SETTINGS,),
}
TWO_WORDINGS = frozenset({Meaning.URGE, Meaning.LAPSE, Meaning.PRIDE})
FEELINGS = frozenset(
    {"sad", "lonely", "bored", "tired", "stressed", "angry", "anxious", "ashamed", "envious"}
)


def intent(reading: Reading | None) -> str:
    """The intent that a sure reading stands for, "" for none."""
    return INTENTS.get(reading.meaning, "") if reading and reading.is_sure else ""


def command(reading: Reading, snapshot: Snapshot, *, waits: bool) -> SlashCommand | None:
    """The command that a sure reading stands for. `waits`: a question is open, and only topics that come
    before it count."""
    meaning = reading.meaning
    if meaning is Meaning.RETURN and snapshot.person.status is Status.STOPPED:
        return SlashCommand("start")
    if meaning not in COMMANDS or (waits and meaning not in FIRST):
        return None
    until = reading.value if meaning is Meaning.PAUSE and isinstance(reading.value, date) else None
    return SlashCommand(COMMANDS[meaning], until.isoformat() if until else "")


def reply(reading: Reading, snapshot: Snapshot) -> StepResult | None:
    """The answer to a topic, with doors that lead on. None for a reading that is no topic with an answer of
    its own."""
    meaning = reading.meaning
    if meaning not in DOORS:
        return None
    return say(_key(reading, snapshot), buttons=DOORS[meaning])


def _key(reading: Reading, snapshot: Snapshot) -> str:
    if reading.meaning is Meaning.FEELING:
        return f"topic-feeling-{reading.feeling}" if reading.feeling in FEELINGS else "topic-feeling"
    if reading.meaning in TWO_WORDINGS and snapshot.today.toordinal() % 2:
        return f"topic-{reading.meaning}-2"
    return f"topic-{reading.meaning}"


def ask_back(reading: Reading, answers: Mapping[Meaning, Token]) -> StepResult | None:
    """The meanings that a line may have, the likeliest first, and a way out; None where nothing is offered.
    `answers`: the tokens by which meanings answer the question that is open."""
    offered = tuple(_offers((reading.meaning, *reading.others), reading, answers))
    if not offered:
        return None
    buttons, no = (*offered, NONE_OF_THESE), NONE_OF_THESE.token
    if len(offered) == 1:
        asked = say("heard-ask", buttons=buttons, what=offered[0].label)
        return replace(asked, aside=Aside(choices={"yes": offered[0].token, "no": no}))
    return replace(say("heard-ask-several", buttons=buttons), aside=Aside(choices={"yes": WHICH, "no": no}))


def _offers(
    meanings: Iterable[Meaning], reading: Reading, answers: Mapping[Meaning, Token]
) -> Iterable[Button]:
    for meaning in dict.fromkeys(meanings):
        token = answers.get(meaning) or _token(meaning)
        if token is not None:
            yield Button(token, label(meaning, reading))


def _token(meaning: Meaning) -> Token | None:
    about = meaning in DOORS or meaning in COMMANDS or meaning in (Meaning.THANKS, Meaning.HELLO)
    return Token("topics", "about", meaning) if about and meaning in TOPICS else None


def label(meaning: Meaning, reading: Reading) -> Text:
    """A meaning as a button says it, with the figure of a value."""
    if isinstance(reading.value, int | float) and meaning in (Meaning.MINUTES, Meaning.COUNT, Meaning.NUMBER):
        return Text(f"heard-{meaning}", {"n": reading.value})
    return Text("heard-kept-done" if meaning is Meaning.KEPT else f"heard-{meaning}")


# --- buttons


def about(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.about.<meaning>`: the topic that was meant."""
    meaning = next((each for each in TOPICS if each == value), None)
    if meaning is None:
        return say("heard-none-said", buttons=(TODAY,))
    if meaning in COMMANDS:
        return StepResult(redirect_to=COMMANDS[meaning])
    if meaning in (Meaning.THANKS, Meaning.HELLO):
        return say(f"talk-{meaning}")
    return reply(Reading(meaning), snapshot) or say("heard-none-said", buttons=(TODAY,))


def which(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.which`: "yes" to several meanings, which does not say to which one."""
    return replace(
        say("heard-which"), aside=Aside(choices=snapshot.aside.choices, doubt=snapshot.aside.doubt)
    )


def night(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.night`: a way out of a late hour."""
    return say("topic-night", buttons=(REFLECT,))


def none_of_these(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.none`: the coach misread the line."""
    return say("heard-none-said", buttons=(TODAY,)).doing(*missed_lines.misread(snapshot))


def keep(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.keep`: the line that was not understood becomes a line of today's journal."""
    if not snapshot.aside.held_words:
        return say("heard-gone", buttons=(TODAY,))
    return say("heard-kept", buttons=(TODAY,)).doing(
        AddJournalEntry(snapshot.today, NOTE, snapshot.aside.held_words)
    )


FLOW = Flow(
    "topics",
    buttons={"about": about, "none": none_of_these, "which": which, "night": night, "keep": keep},
)
