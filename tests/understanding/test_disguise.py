"""Words of danger that hide: each way of hiding has its own test."""

from __future__ import annotations

import pytest

from bot.core.model.reading import Safety
from tests.understanding.danger import danger, rules


@pytest.mark.parametrize(
    ("way", "line"),
    [
        ("zero-width space", "i want to d\u200bi\u200be"),
        ("soft hyphen", "i want to kill my\u00adself"),
        ("combining mark", "i want to d\u0301i\u0308e"),
        ("full width", "ｉ ｗａｎｔ ｔｏ ｄｉｅ"),
        ("mathematical letters", "i want to 𝐝𝐢𝐞"),
        ("circled letters", "i want to ⓓⓘⓔ"),
        ("Cyrillic look-alikes", "i want to kіll mуsеlf"),
        ("Greek look-alikes", "i want tο diε"),
        ("small capitals", "i want to ᴅɪᴇ"),
        ("capitals", "I WANT TO DIE"),
        ("a word in two", "i want to kill my self"),
        ("letters with points", "k.m.s tonight"),
        ("a word with points", "s.u.i.c.i.d.e is all i think about"),
        ("letters with blanks", "i want to d i e"),
        ("letters with hyphens", "k-m-s fr"),
        ("a sentence with blanks", "k i l l m y s e l f"),
        ("a hyphen in a word", "thinking about sui-cide"),
        ("a star for a letter", "i think about su*cide"),
        ("stars for letters", "thinking of s**cide"),
        ("a short word with a star", "i want to d*e"),
        ("a star in another word", "gonna k*ll myself"),
        ("a number for a word", "i want 2 die"),
        ("digits for letters", "i want to d13"),
        ("digits in a long word", "su1c1d3 is on my mind"),
        ("a sign for a letter", "$uicide is what i think about"),
        ("an exclamation mark for a letter", "k!ll myself tonight"),
        ("an at sign", "i want to be de@d"),
        ("held letters", "i want to dieeeee"),
        ("held letters in the middle", "i want to kiiiill myself"),
        ("a doubled letter", "i want to diie"),
        ("words as one", "iwanttodie"),
        ("a hashtag", "#killmyself"),
        ("no apostrophe", "i dont wanna live"),
        ("a typographic apostrophe", "i don’t want to live"),
        ("a missing letter", "i am suicdal"),
        ("letters that changed places", "i feel sucidial and suicdial"),
        ("another letter", "i want to kill mysekf"),
        ("a skull", "i want to 💀"),
        ("a knife", "i want to 🔪 myself"),
        ("initials", "gonna kms"),
        ("unalive", "i want to unalive myself"),
        ("sewerslide", "thinking about sewerslide"),
        ("dots between words", "i... want... to... die"),
        ("commas between words", "i, like, want to die"),
        ("line breaks", "today was fine\ni want to die\nbye"),
        ("ES a digit", "quiero m0rirme"),
        ("ES a digit first", "m0rirme quiero"),
        ("ES digits", "quiero m4t4rm3"),
        ("ES letters by sound", "ya no kiero bibir"),
        ("ES q for que", "siento q todos estarian mejor sin mi"),
        ("ES no accents", "ojala no despertara manana"),
        ("ES stars", "pienso en suic*darme"),
        ("ES points", "quiero m.o.r.i.r"),
        ("ES blanks", "quiero m o r i r m e"),
        ("ES held letters", "quiero moriiiirme"),
        ("ES a missing letter", "quiero suicdarme"),
        ("ES a doubled letter", "quiero mattarme"),
        ("ES words as one", "quieromorirme"),
        ("ES by sound", "pienso en el suisidio"),
        ("ES desvivir", "me quiero desvivir"),
    ],
)
def test_it_is_heard(way: str, line: str) -> None:
    assert danger(line) is not Safety.NONE, (way, rules().words(line))


@pytest.mark.parametrize(
    "line",
    [
        "ask me at 3am",
        "2h on tiktok, 5k steps",
        "U S A trip tomorrow",
        "i got a 10/10 in p.e.",
        "d i y project all day",
        "my skills improved",
        "killjoy is a character",
        "a diet without sugar",
        "deadline moved",
        "24/7 on my phone",
        "email me at die.hard@example.org",
        "la dieta de hoy",
        "el matarife y la muerta natural",
        "s o s",
    ],
)
def test_what_only_looks_alike_is_left_alone(line: str) -> None:
    assert danger(line) is Safety.NONE, rules().words(line)


def test_the_words_are_shown_as_the_rules_read_them() -> None:
    assert rules().words("I w4nt 2 d.i.e! K.M.S") == ("i want to die", "kms")
