"""A question to reflect on, answered in own words of any length, at will or of the coach's own accord."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.conversation.flow import LEFT_OUT, Answer, Command, Flow, StepResult, always, ask_step, say
from bot.core.guide import replies
from bot.core.guide.doors import TODAY
from bot.core.journal import prompts
from bot.core.model.effects import AddJournalEntry, CountPromptAsked
from bot.core.model.library import Prompt
from bot.core.model.messages import Button, Field, Form, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token, split
from bot.core.nudges.registry import beginning
from bot.core.progress import week_theme
from bot.core.typed import understand

ENDING = LEFT_OUT | {"thanks", "hello", "bye"}  # as a whole answer: not now
OF_THE_DAY = frozenset({"done", "partly", "missed"})  # as a whole answer: the check-in is meant
CHECKINS = beginning("checkin")  # kinds of nudge that put the check-in's question
ACKNOWLEDGEMENTS = 5
JOURNAL = button(Token("journal", "page"), "reflect-journal")
BEGIN = button(Token("reflect", "now"), "reflect-begin")


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/reflect`: a question now."""
    return _put("reflect-ask", prompts.choose(snapshot), snapshot)


def nudge(snapshot: Snapshot) -> StepResult:
    """The same of the coach's own accord, with one line on why."""
    prompt = prompts.choose(snapshot)
    if prompt is None:
        return _put("reflect-nudge", None, snapshot)
    return _put("reflect-nudge", prompt, snapshot, why=_why(prompt, snapshot))


def _why(prompt: Prompt, snapshot: Snapshot) -> Text:
    """The line on why this question comes."""
    theme = week_theme.of_week(snapshot)
    if theme and prompts.themes(snapshot) == (prompts.WEEK,):
        return Text("reflect-why-week", {"theme": theme.text("name")})
    if prompt.theme in prompts.about_them(snapshot):
        return Text("reflect-why-mine")
    known = prompt.theme in (prompts.LAPSE, prompts.GOOD_WEEK)
    return Text(f"reflect-why-{prompt.theme if known else prompts.GENERAL}")


def answer(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The step that waits for own words; `data`: the prompt's slug, and when it was asked (Unix time)."""
    prompt = prompts.by_slug(data.get("prompt"), snapshot)
    if answer is None:  # it was asked already: only put again, or another one where it is gone
        return _waiting("reflect-ask", prompt, snapshot) if prompt else command("", snapshot)
    if answer.pressed:
        return _pressed(answer.text, prompt, snapshot)
    meant = answer.meant
    if meant in ENDING:
        return _not_now(meant, snapshot)
    return keep(str(data.get("prompt", "")), answer.text, snapshot)


def is_for_checkin(text: str, data: Data, snapshot: Snapshot) -> bool:
    """Whether typed words may be meant for the check-in."""
    return understand.intent(text, snapshot) in OF_THE_DAY or _checkin_came(data, snapshot)


def _checkin_came(data: Data, snapshot: Snapshot) -> bool:
    """Whether a check-in came after this question: "yes", "skip" or "45 min" are rather meant for it then."""
    since = float(data.get("at", 0))
    return any(s.at.timestamp() > since and s.kind in CHECKINS for s in snapshot.sent)


def _leave(prompt: Prompt) -> tuple[Button, ...]:
    """The ways out; each names its question, so that an old one ends no other."""
    return (
        button(Token("reflect", "answer", "another", prompt.slug), "reflect-another"),
        button(Token("reflect", "answer", "later", prompt.slug), "reflect-not-now"),
    )


def replied(text: str, meant: str, about: tuple[str, ...], snapshot: Snapshot) -> StepResult | None:
    """Words that reply to an older question, by the tokens of its buttons, are that one's answer."""
    ours = (token for token in map(Token.parse, about) if (token.flow, token.name) == ("reflect", "answer"))
    first = next((token for token in ours if token.values), None)
    prompt = prompts.by_slug(first.values[-1], snapshot) if first else None
    return None if prompt is None or meant in ENDING | OF_THE_DAY else keep(prompt.slug, text, snapshot)


def _pressed(pressed: str, prompt: Prompt | None, snapshot: Snapshot) -> StepResult:
    value, slug = split(pressed, 2)
    if prompt is not None and slug not in ("", prompt.slug):  # the button of another question
        return _waiting("reflect-ask", prompt, snapshot).after(Reply("talk-stale"))
    if value == "later":
        return _not_now(value, snapshot)
    if value == "another" or prompt is None:
        return _put("reflect-ask", prompts.choose(snapshot, but=prompt.slug if prompt else ""), snapshot)
    return _waiting("reflect-ask", prompt, snapshot)


def _put(key: str, prompt: Prompt | None, snapshot: Snapshot, **args: Text) -> StepResult:
    """A question is asked: from now on it counts as asked."""
    if prompt is None:
        return say("reflect-none", buttons=replies.doors(snapshot))
    return _waiting(key, prompt, snapshot, **args).doing(CountPromptAsked(prompt.slug, snapshot.today))


def _waiting(key: str, prompt: Prompt, snapshot: Snapshot, **args: Text) -> StepResult:
    reply = Reply(key, {"prompt": _words(prompt), **args}, _leave(prompt), form(snapshot, prompt))
    data = {"prompt": prompt.slug, "at": snapshot.now.timestamp()}
    return ask_step("answer", reply, data, flow="reflect")


def _not_now(meant: str, snapshot: Snapshot) -> StepResult:
    if meant in ("thanks", "hello", "bye"):
        return replies.small_talk("", meant, snapshot)
    return say("reflect-ended", buttons=(TODAY,))


def keep(slug: str, text: str, snapshot: Snapshot) -> StepResult:
    """The words are kept as they are; the answer affirms that they were written, and judges nothing."""
    variant = (sum(snapshot.asked.values()) + snapshot.person.id) % ACKNOWLEDGEMENTS + 1
    return say(f"reflect-kept-{variant}", buttons=(JOURNAL,)).doing(
        AddJournalEntry(snapshot.today, slug, text)
    )


# --- as a form ----------------------------------------------------------------------------------------


def form(snapshot: Snapshot, prompt: Prompt) -> Form:
    """One long text field. The token names the prompt, so that a late answer goes to its own question."""
    field = Field("words", Text("reflect-form-words"), long=True, required=True)
    return Form(Token("reflect", "sent", prompt.slug), Text("reflect-form-title"), (field,))


def blank(value: str, snapshot: Snapshot) -> Form | None:
    prompt = prompts.by_slug(value, snapshot)
    return form(snapshot, prompt) if prompt else None


def sent(value: str, values: Mapping[str, str], snapshot: Snapshot) -> StepResult:
    """A question that the catalogue no longer has is answered all the same."""
    prompt, text = prompts.by_slug(value, snapshot), values.get("words", "")
    if text:
        return late(value, text, snapshot) if prompt is None else keep(prompt.slug, text, snapshot)
    return replies.stale(snapshot) if prompt is None else _waiting("reflect-ask", prompt, snapshot)


def late(slug: str, text: str, snapshot: Snapshot) -> StepResult:
    """Words that answer a question which is gone: they are kept without it, or else handed back."""
    if re.fullmatch(r"[a-z0-9-]{1,64}", slug):
        return keep(slug, text, snapshot)
    return replies.stale(snapshot).after(replies.handed_back(text))


def _words(prompt: Prompt) -> Text:
    return Text(f"prompt-{prompt.slug}")


def now(value: str, snapshot: Snapshot) -> StepResult:
    """The button that leads here."""
    return command("", snapshot)


FLOW = Flow(
    "reflect",
    steps={"answer": answer},
    buttons={"now": now},
    forms={"sent": sent},
    form_builders={"sent": blank},
    commands=(Command("reflect", command, topic="thoughts", in_words=True),),
    openings={"question": lambda day, snapshot: nudge(snapshot)},
    hears_reply=replied,
    yields=is_for_checkin,
    asks_once=True,
    takes_late_answers=True,
    diary_steps=frozenset({"answer"}),
    question_ends=lambda data: (str(data["prompt"]),) if "prompt" in data else (),
    own_words=frozenset({"words"}),
    restart_command="reflect",
    needs=always(SnapshotNeeds(history=True, prompts=True)),
)
