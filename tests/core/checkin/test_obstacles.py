"""What got in the way: an answer to the obstacle that was pressed, or that own words tell of."""

from dataclasses import replace

import pytest

from bot.core.checkin import closing, obstacles
from bot.core.model.checkin import CheckinAnswer, CheckinEntry
from bot.core.model.effects import AddJournalEntry
from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.library import StepKind, Track
from tests.content.reading import entries
from tests.core.helpers import TODAY, Chat
from tests.core.making import make_facts, make_library, on, plan, step
from tests.world import library

SAID = {
    "forgot": ("I just forgot about it", "se me olvidó por completo"),
    "near": ("the phone was right there, and it buzzed", "tenía el teléfono al lado y vibró"),
    "habit": ("I opened it without thinking, on the sofa", "lo abrí sin pensar, en el sofá"),
    "others": ("the group chat was on fire all evening", "me escribieron del grupo todo el rato"),
    "work": ("a late shift, the fourth in a row", "turno de noche, el cuarto seguido"),
    "tired": ("I was exhausted after dinner", "estaba agotada después de cenar"),
    "stress": ("it was a long day", "fue un mal día"),
    "bored": ("nothing to do on the sofa", "no había nada que hacer en casa"),
    "time": ("there was no time before bed", "no me dio tiempo antes de dormir"),
    "came-up": ("an appointment that was moved", "surgió un imprevisto"),
    "mood": ("I couldn't be bothered", "no tenía ganas"),
    "": ("the red curtain by the window", "la cortina roja de la ventana"),
}


def lapsed(language: str) -> Chat:
    chat = Chat(make_facts(on("phone-leaves-bed"), library=library(), language=language))
    chat.slash("checkin")
    chat.press(f"checkin.a.{TODAY}.1.missed")
    assert chat.waiting == "checkin.obstacle"
    return chat


@pytest.mark.parametrize("kind", SAID)
@pytest.mark.parametrize(("at", "language"), [(0, "en"), (1, "es")])
def test_own_words_get_the_answer_to_their_obstacle(kind: str, at: int, language: str) -> None:
    chat = lapsed(language)
    chat.type(SAID[kind][at])
    closing = chat.replies[0].args["closing"]
    expected = "checkin-tip-said" if kind else "checkin-note-kept"
    assert [reply.key for reply in chat.replies] == ["checkin-done"]
    assert closing.key == expected  # type: ignore[union-attr]
    if kind:
        assert closing.args["tip"] == obstacles.tip(kind, TODAY)  # type: ignore[union-attr]
    assert AddJournalEntry(TODAY, OBSTACLE, SAID[kind][at]) in chat.effects


@pytest.mark.parametrize("words", ["my mother died and I was tired", "I hate myself for it, so tired"])
def test_words_of_hurt_are_kept_and_get_no_advice(words: str) -> None:
    facts = make_facts(library=library())
    assert obstacles.answer(words, TODAY, facts).key == "checkin-note-kept"
    assert obstacles.stored_as(words, facts) == NOTE


@pytest.mark.parametrize("code", ["forgot", "time", "mood", "came-up"])
def test_a_press_is_answered_in_the_message_that_ends_the_check_in(code: str) -> None:
    chat = lapsed("en")
    chat.press(f"checkin.obstacle.{TODAY}.{code}")
    assert [reply.key for reply in chat.replies] == ["checkin-done"]
    assert chat.replies[0].args["closing"] == obstacles.tip(code, TODAY)


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_kind_has_its_answers(language: str) -> None:
    wanted = {f"checkin-tip-{kind}-{n + 1}" for kind in obstacles.KINDS for n in range(obstacles.WORDINGS)}
    assert wanted <= set(entries(language))


@pytest.mark.parametrize("kind", StepKind)
def test_a_step_that_another_day_does_as_well_is_not_asked_about(kind: StepKind) -> None:
    one = replace(step("one"), kind=kind, times=3 if kind is StepKind.TIMES else 0)
    known = make_library(plan("calm", Track.TIME, one, one))
    missed = CheckinEntry(1, TODAY, CheckinAnswer.MISSED)
    turn = closing.end(TODAY, make_facts(on("calm"), library=known, entries=(missed,)))
    assert (turn.step == "obstacle") is (kind not in (StepKind.ONCE, StepKind.TIMES))
