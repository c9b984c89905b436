"""Every text of every language: how long, in what tone, and whether the code and the files agree on keys."""

from __future__ import annotations

import re

import pytest

from bot.content.languages import broken_rules, read_language
from bot.content.problems import Problems
from bot.core.model.library import Track
from tests.content.reading import CONTENT, LANGUAGES, entries, keys_in_code, strings_in_code, texts

LONGEST = 60  # words of a message
LONGER = {"care-help": 80}
LONGEST_LABEL = 40  # characters of a button


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_short(language):
    long = {key: len(text.split()) for key, text in texts(language)}
    assert {k: n for k, n in long.items() if n > LONGER.get(k, LONGEST)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shouts(language):
    assert [key for key, text in texts(language) if "!" in text or "¡" in text] == []


@pytest.mark.parametrize(("language", "said"), [("en", "You are addicted to it"), ("es", "Es una adicción")])
def test_unwanted_words_are_found_where_they_are(language, said):
    rules = read_language(CONTENT / "locales" / language / "language.yaml", Problems(CONTENT))
    assert list(broken_rules("some-key", [f"<b>{said}</b>"], rules))
    assert not list(broken_rules("some-key", ["…"], rules))


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_on_buttons(language):
    patterns = [re.compile(p) for p in keys_in_code({"button": 1}) if ".+" not in p]
    patterns += [re.compile(r"track-.*|plan-.*-(name|cue-\d|action-\d)|common-(yes|no|skip|back)")]
    labels = [(k, t) for k, t in texts(language) if any(p.fullmatch(k) for p in patterns)]
    assert len(labels) > 20 + len(Track)
    assert {k: t for k, t in labels if len(t) > LONGEST_LABEL or "\n" in t} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_described_shortly(language):
    described = {k: t for k, t in texts(language) if k.startswith("command-")}
    assert {k: t for k, t in described.items() if not 3 <= len(t) <= 60} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_commands_on_discord_can_be_registered(language):
    kinds = ("discord-name-", "discord-option-")
    names = {k: t for k, t in texts(language) if k.startswith(kinds) and not k.endswith("-about")}
    assert len(names) > 10
    assert {k: t for k, t in names.items() if not re.fullmatch(r"[-_'\w]{1,32}", t) or t != t.lower()} == {}


def test_every_key_that_the_code_names_has_words():
    named = keys_in_code({"say": 0, "Text": 0, "Reply": 0, "button": 1})
    known = entries("en")
    missing = [p for p in named if not any(re.fullmatch(p, key) for key in known)]
    assert len(named) > 50
    assert missing == []


def test_every_text_is_named_by_the_code():
    patterns = [re.compile(p) for p in strings_in_code()]
    unused = [key for key in entries("en") if not any(p.fullmatch(key) for p in patterns)]
    assert [k for k in unused if not k.startswith(("common-", "command-"))] == []


CHOSEN = re.compile(r"\byou (?:chose|had chosen)\b|\b(?:elegiste|habías elegido)\b", re.IGNORECASE)
TRULY_CHOSEN = {"prompt-chosen-moment", "discord-place-quiet-now"}  # a question; a press that chose silence


@pytest.mark.parametrize("language", LANGUAGES)
def test_you_chose_is_said_only_of_what_was_chosen(language):
    """Times and numbers are defaults until somebody changes them, so no text calls them a choice."""
    said = {key for key, words in texts(language) if CHOSEN.search(words)}
    assert said <= TRULY_CHOSEN
    assert "prompt-chosen-moment" in said
