"""Topics that people type about while any question is open: the answers to them, and the question that is
asked back where a line may mean several things. The meaning of a line is a `Reading`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time

from bot.core.conversation import missed_lines
from bot.core.conversation.flow import Flow, StepResult, say
from bot.core.guide.doors import REFLECT, TODAY
from bot.core.guide.topic_doors import DOORS, below
from bot.core.model.aside import Aside
from bot.core.model.effects import AddJournalEntry, UpdatePerson
from bot.core.model.inputs import SlashCommand
from bot.core.model.journal import NOTE
from bot.core.model.localtime import hour_and_minute
from bot.core.model.messages import Button, Text, button
from bot.core.model.person import Status
from bot.core.model.reading import Meaning, Reading, Safety
from bot.core.model.snapshot import Snapshot
from bot.core.model.token import Token, split
from bot.core.typed import own_words

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

# Topics that are answered beside a line of the diary; the first is a question, and no line.
BESIDE = frozenset(
    {Meaning.PROGRESS, Meaning.URGE, Meaning.LAPSE, Meaning.FEELING, Meaning.PRIDE, Meaning.PLAN_CHANGE,
     Meaning.PLAN_EASIER, Meaning.PLAN_FURTHER, Meaning.RETURN, Meaning.GOODBYE}
)  # fmt: skip

NONE_OF_THESE = button(Token("topics", "none"), "heard-none")
WHICH = str(Token("topics", "which"))
TWO_WORDINGS = frozenset({Meaning.URGE, Meaning.LAPSE, Meaning.PRIDE})
FEELINGS = frozenset(
    {"sad", "lonely", "bored", "tired", "stressed", "angry", "anxious", "ashamed", "envious", "grief"}
)
SAID_BACK = frozenset({"topic-lapse", "topic-lapse-2", "topic-feeling"})  # answers that repeat own words


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


def reply(reading: Reading, snapshot: Snapshot, words: str = "") -> StepResult | None:
    """The answer to a topic, with doors that lead on. None for a reading that is no topic with an answer of
    its own. `words`: the line itself, of which a part may be said back."""
    meaning = reading.meaning
    if meaning is Meaning.NOTE and isinstance(reading.value, str):
        return _kept(reading.value, snapshot)
    if meaning not in DOORS:
        return None
    if meaning is Meaning.RETURN and snapshot.person.tapers_since:
        return say("taper-back", buttons=below(reading, snapshot)).doing(UpdatePerson({"tapers_since": None}))
    key, own = _key(reading, snapshot), ""
    if key in SAID_BACK and reading.safety is Safety.NONE:
        own = own_words.first_clause(words, snapshot)
    said = say(f"{key}-said", words=own) if own else say(key)
    return StepResult((replace(said.replies[0], buttons=below(reading, snapshot)),))


def _key(reading: Reading, snapshot: Snapshot) -> str:
    if reading.meaning is Meaning.FEELING:
        return f"topic-feeling-{reading.feeling}" if reading.feeling in FEELINGS else "topic-feeling"
    if reading.meaning in TWO_WORDINGS and snapshot.today.toordinal() % 2:
        return f"topic-{reading.meaning}-2"
    return f"topic-{reading.meaning}"


def ask_back(reading: Reading, answers: Mapping[Meaning, Token]) -> StepResult | None:
    """The meanings that a line may have, the likeliest first, and a way out; None where nothing is offered.
    `answers`: the tokens by which meanings answer the question that is open."""
    meant = {str(b.token): b for b in _offers((*reading.others[::-1], reading.meaning), reading, answers)}
    offered = tuple(meant.values())[::-1]  # one button for what leads to the same place, the likeliest
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
        token = answers.get(meaning) or _token(meaning, reading)
        if token is not None:
            yield Button(token, label(meaning, reading))


def _token(meaning: Meaning, reading: Reading) -> Token | None:
    """The token of a topic, with the day or the time that was named."""
    value = reading.value if meaning is reading.meaning else None
    if meaning in COMMANDS:
        until = (value,) if meaning is Meaning.PAUSE and isinstance(value, date) else ()
        return Token("topics", "run", COMMANDS[meaning], *until)
    if meaning not in DOORS and meaning not in (Meaning.THANKS, Meaning.HELLO):
        return None
    at = (f"{value:%H:%M}",) if meaning is Meaning.TIME_CHANGE and isinstance(value, time) else ()
    return Token("topics", "about", meaning, *at)


def label(meaning: Meaning, reading: Reading) -> Text:
    """A meaning as a button says it, with the figure of a value."""
    if isinstance(reading.value, int | float) and meaning in (Meaning.MINUTES, Meaning.COUNT, Meaning.NUMBER):
        return Text(f"heard-{meaning}", {"n": reading.value})
    return Text("heard-kept-done" if meaning is Meaning.KEPT else f"heard-{meaning}")


# --- buttons


def run(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.run.<command>`, or with its argument: the command that was meant."""
    return StepResult(redirect_to=value.replace(".", " ", 1))


def about(value: str, snapshot: Snapshot) -> StepResult:
    """`topics.about.<meaning>`, or with the time that was named: the topic that was meant."""
    name, named = split(value, 2)
    if name in (Meaning.THANKS, Meaning.HELLO):
        return say(f"talk-{name}")
    meaning = next((each for each in DOORS if each == name), None)
    found = reply(Reading(meaning, hour_and_minute(named)), snapshot) if meaning else None
    return found or say("heard-none-said", buttons=(TODAY,))


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
    held = snapshot.aside.held_words
    return _kept(held, snapshot) if held else say("heard-gone", buttons=(TODAY,))


def _kept(words: str, snapshot: Snapshot) -> StepResult:
    return say("heard-kept", buttons=(TODAY,)).doing(AddJournalEntry(snapshot.today, NOTE, words))


FLOW = Flow(
    "topics",
    buttons={"run": run, "about": about, "none": none_of_these, "which": which, "night": night, "keep": keep},
    runs_commands=frozenset({"run"}),
)
