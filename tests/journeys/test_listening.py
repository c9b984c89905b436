"""Own words while any question is open: topics are answered, and the question stays; privacy always wins; no
text is lost or strands anybody. Lines are read by the shipped rules, examples and model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.coach import ENGINE
from bot.core.conversation.aside import HELD
from bot.core.model.effects import AddJournalEntry, RecordDay, RecordEntry
from bot.core.model.inputs import TypedText
from bot.core.model.reading import Meaning, Reading
from tests.core.helpers import PROMPTS, Chat, answered_before, facts_of
from tests.world import reader

# A line of each topic, and how the key of its answer begins.
TOPICS = {
    "en": {
        "I really want to open TikTok right now": "topic-urge",
        "I scrolled for three hours again": "topic-lapse",
        "I feel so lonely tonight": "topic-feeling-lonely",
        "I'm so proud of myself today": "topic-pride",
        "this plan is way too hard for me": "topic-plan-easier",
        "I want to try another plan": "topic-plan-change",
        "could you text me less often": "topic-fewer-messages",
        "are you a real person?": "topic-question-bot",
        "somebody posted a photo of me without asking": "topic-posted-me",
        "thanks for everything, I don't need you any more": "topic-goodbye",
    },
    "es": {
        "tengo muchas ganas de abrir TikTok ahora mismo": "topic-urge",
        "otra vez estuve tres horas scrolleando": "topic-lapse",
        "me siento muy sola esta noche": "topic-feeling-lonely",
        "estoy muy orgullosa de mí": "topic-pride",
        "este plan es demasiado difícil para mí": "topic-plan-easier",
        "quiero probar otro plan": "topic-plan-change",
        "me escribes demasiado": "topic-fewer-messages",
        "¿eres una persona de verdad?": "topic-question-bot",
        "alguien subió una foto mía sin preguntarme": "topic-posted-me",
        "gracias por todo, ya no te necesito": "topic-goodbye",
    },
}
OPEN = {"nothing": (), "checkin": ("/checkin",), "control": ("done",)}
FREE = {"note": ("/checkin", "done"), "reflection": ("/reflect",)}
MEANING = {"topic-feeling-lonely": "feeling"}
PRIVATE = {
    "en": ("delete my data", "what do you store about me?"),
    "es": ("borra mis datos", "¿qué guardas de mí?"),
}


class Listened(Chat):
    """A conversation whose typed lines are read for the question that is open."""

    def type(self, text: str) -> str:
        person, asked = self.snapshot.person, ENGINE.asked(self.stack, self.snapshot)
        read = reader().read(text, language=person.language, asked=asked, today=self.snapshot.today)
        return self.do(TypedText(text, reading=read))


def at(language: str, steps: tuple[str, ...]) -> Listened:
    facts = facts_of(language="en", prompts=PROMPTS)
    chat = Listened(answered_before(facts) if steps == OPEN["control"] else facts)
    for step in steps:
        chat.slash(step[1:]) if step.startswith("/") else chat.type(step)
    chat.snapshot = chat.snapshot.replace(person=chat.snapshot.person.replace(language=language))
    return chat


@pytest.mark.parametrize("language", TOPICS)
@pytest.mark.parametrize("asked", OPEN)
def test_a_topic_is_answered_and_the_question_stays(language: str, asked: str) -> None:
    for line, key in TOPICS[language].items():
        chat = at(language, OPEN[asked])
        stack = chat.stack
        chat.type(line)
        pressed = chat.replies[0].key.startswith("heard-ask")
        if pressed:  # one press leads to the answer
            chat.press(next(t for t in chat.tokens if t == f"topics.about.{MEANING.get(key, key[6:])}"))
        assert chat.replies[0].key.startswith(key.partition("-lonely")[0]), line
        assert chat.effects == (), line
        assert chat.stack == stack, line
        waiting = "checkin.a." if asked == "checkin" else f"checkin.{asked}."
        shown = [t for t in chat.tokens if t.startswith(waiting)]
        assert shown or asked == "nothing" or pressed, line


@pytest.mark.parametrize("language", PRIVATE)
@pytest.mark.parametrize("steps", [*OPEN.values(), *FREE.values()], ids=[*OPEN, *FREE])
def test_privacy_is_answered_whatever_is_asked(language: str, steps: tuple[str, ...]) -> None:
    for line in PRIVATE[language]:
        chat = at(language, steps)
        chat.type(line)
        assert chat.replies[0].key.startswith("privacy"), line
        assert chat.effects == (), line


@pytest.mark.parametrize("steps", FREE.values(), ids=FREE)
def test_free_words_are_kept_as_they_are(steps: tuple[str, ...]) -> None:
    chat = at("en", steps)
    chat.type("I felt lonely, so I scrolled for an hour after dinner")
    kept = [e.text for e in chat.effects if isinstance(e, AddJournalEntry)]
    assert kept == ["I felt lonely, so I scrolled for an hour after dinner"]


def test_a_mixed_answer_is_asked_back_and_one_press_records_it() -> None:
    chat = at("en", OPEN["checkin"])
    chat.type("yeah kind of but only half of it")
    assert chat.replies[0].key.startswith("heard-ask")
    assert chat.effects == ()
    token = next(t for t in chat.tokens if t.endswith(".partly"))
    chat.press(token)
    assert [e.entry.kept for e in chat.effects if isinstance(e, RecordEntry)] == ["partly"]


def test_yes_or_no_in_words_answers_what_was_asked_back() -> None:
    chat = at("en", OPEN["checkin"])
    chat.do(TypedText("hm, only some", reading=Reading(Meaning.PARTLY)))
    assert chat.replies[0].key == "heard-ask"
    offered = chat.tokens[0]
    chat.type("no")
    assert chat.replies[0].key == "heard-none-said"
    assert not any(isinstance(effect, RecordEntry) for effect in chat.effects)
    chat.do(TypedText("hm, only some", reading=Reading(Meaning.PARTLY)))
    chat.type("yes")
    assert offered.endswith(".partly")
    assert [e.entry.kept for e in chat.effects if isinstance(e, RecordEntry)] == ["partly"]


def test_yes_to_several_meanings_is_none_of_them() -> None:
    chat = at("en", OPEN["checkin"])
    reading = Reading(Meaning.PARTLY, others=(Meaning.MISSED,))
    chat.do(TypedText("hm, almost", reading=reading))
    assert chat.replies[0].key == "heard-ask-several"
    for _ in range(2):
        chat.type("yes")
        assert (chat.replies[0].key, chat.effects) == ("heard-which", ())
    chat.type("no")
    assert chat.replies[0].key == "heard-none-said"
    assert not any(isinstance(effect, RecordEntry) for effect in chat.effects)


def test_an_unclear_line_can_be_kept_and_the_question_stays() -> None:
    chat = at("en", OPEN["checkin"])
    chat.type("purple monkey dishwasher on tuesday's roof")
    assert chat.replies[0].key == "heard-unclear"
    assert chat.tokens[0] == "topics.keep"
    assert [t for t in chat.tokens if t.startswith("checkin.a.")]
    chat.press("topics.keep")
    assert [e.text for e in chat.effects if isinstance(e, AddJournalEntry)]


def test_own_words_for_a_number_are_read() -> None:
    chat = at("en", OPEN["control"])
    chat.type("pretty good, I'd say a 4")
    assert [e.day.control for e in chat.effects if isinstance(e, RecordDay)] == [4]


def test_not_knowing_is_no_entry() -> None:
    chat = at("en", OPEN["checkin"])
    chat.type("idk")
    assert chat.replies[0].key == "checkin-unsure"
    assert chat.effects == ()


def test_danger_is_answered_by_itself() -> None:
    for line, key in (
        ("I want to kill myself", "care-help"),
        ("I don't want to be here any more", "care-unclear"),
        ("he says he will send my nudes to everyone", "care-picture-threat"),
    ):
        chat = at("en", OPEN["checkin"])
        chat.type(line)
        assert [r.key for r in chat.replies] == [key]


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=60)
    | st.sampled_from(["yes but", "4?", "¿¿", "👍👎", "no no no 45", "12:99", "ill 😂 3"]),
    steps=st.sampled_from([*OPEN.values(), *FREE.values()]),
    language=st.sampled_from(["en", "es"]),
)
def test_any_text_gets_an_answer_and_strands_nobody(text: str, steps: tuple[str, ...], language: str) -> None:
    chat = at(language, steps)
    waited = chat.waiting
    chat.type(text)
    assert chat.replies
    held = [f.data["words"] for f in chat.stack if f.step == HELD]
    done = bool(chat.effects) or bool(chat.tokens) or held
    assert done or chat.waiting == waited, "the question waits, or something was done, or a button leads on"
