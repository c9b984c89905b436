"""Keys and arguments become words: escaped, isolated, in the person's language, never missing."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.markup import TextSpan, escaped, spans, to_plain
from bot.content.rendered import ShownButton, ShownField
from bot.content.wording import Wording, WordingError
from bot.core.conversation.flow import Command, say
from bot.core.model.messages import Button, Document, Field, Form, Reply, Text, button, own
from tests.content.reading import CONTENT

EN = """
language-own-name = English
common-date-pattern = EEEE, d MMMM
own-words = { $words }
hello = Hello <b>{ $name }</b>, it is { $when }.
list =
    <i>All</i>
    { $lines }
line = • { $what }
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
state = { $kept ->
    [yes] kept
   *[no] not yet
}
link = See <a href="https://x.org/a">x.org/a</a> or <a href="https://y.org">this</a>
only-english = Only here { $what }
label = A <b>label</b>
    of two lines { $more }
command-help = What I can do
command-stop = End <b>all</b>
"""
ES = """
language-own-name = Español
common-date-pattern = EEEE, d 'de' MMMM
own-words = { $words }
hello = Hola <b>{ $name }</b>, son las { $when }.
days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("content")
    for code, source in (("en", EN), ("es", ES)):
        folder = root / "locales" / code
        folder.mkdir(parents=True)
        folder.joinpath("all.ftl").write_text(source, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def wording(content: Path) -> Wording:
    return Wording(content, "en", strict=True)


def said(wording: Wording, key: str, language: str = "en", **args: object) -> str:
    return wording.html(Text(key, args), language)  # type: ignore[arg-type]


def test_arguments_are_filled_in(wording):
    assert said(wording, "hello", name="Ana", when=time(20)) == "Hello <b>Ana</b>, it is 20:00."
    assert said(wording, "hello", "es", name="Ana", when=time(7, 5)) == "Hola <b>Ana</b>, son las 07:05."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("Tom & Jerry", "Tom &amp; Jerry"),
        ("\"x\" 'y'", "&quot;x&quot; &#x27;y&#x27;"),
        ("{ $x } { -y } {{", "{ $x } { -y } {{"),
        ("&lt;", "&amp;lt;"),
        ("two\nlines", "two\nlines"),
        ("שלום", "\u2068שלום\u2069"),
        ("مرحبا world", "\u2068مرحبا world\u2069"),
        ("a\u202eb\u2069c", "abc"),
        ("\u2069\u202eשלום", "\u2068שלום\u2069"),
        ("año 🙂", "año 🙂"),
    ],
)
def test_own_words_are_shown_as_they_are_and_break_nothing(wording, words, shown):
    assert said(wording, "own-words", words=words) == shown
    assert wording.html(own(words), "en") == shown


@pytest.mark.parametrize("length", [200, 201, 2_500, 2_501, 100_000])
def test_long_words_are_kept_whole(wording, length):
    words = "<" * length
    assert said(wording, "hello", name=words, when="now") == f"Hello <b>{'&lt;' * length}</b>, it is now."
    assert said(wording, "list", lines=(own(words), own("b"))).endswith("&lt;\nb")


def test_texts_stand_in_texts_one_a_line(wording):
    lines = (Text("line", {"what": "<x>"}), Text("line", {"what": own("y")}))
    assert said(wording, "list", lines=lines) == "<i>All</i>\n• &lt;x&gt;\n• y"
    assert said(wording, "list", lines=()) == "<i>All</i>\n"


def test_numbers_choose_their_plural_and_are_written_as_the_language_does(wording):
    assert [said(wording, "days", n=n) for n in (1, 2, 0)] == ["1 day", "2 days", "0 days"]
    assert [said(wording, "days", "es", n=n) for n in (1, 3.5)] == ["1 día", "3,5 días"]
    assert said(wording, "days", n=3.5) == "3.5 days"


def test_words_can_choose_too(wording):
    assert [said(wording, "state", kept=kept) for kept in ("yes", "no", "else")] == [
        "kept",
        "not yet",
        "not yet",
    ]


def test_dates_are_written_as_the_language_does(wording):
    day = date(2026, 11, 23)
    assert said(wording, "line", what=day) == "• Monday, 23 November"
    assert wording.html(own("x"), "es") == "x"
    assert (
        said(wording, "hello", "es", name="x", when=day) == "Hola <b>x</b>, son las lunes, 23 de noviembre."
    )
    moment = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert said(wording, "line", what=moment) == "• Monday, 23 November, 09:30"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("es", "es"), ("es-MX", "es"), ("ES_mx", "es"), ("en-GB", "en"), ("fr", "en"), ("", "en"), ("🙂", "en")],
)
def test_the_best_language_is_found(wording, wanted, language):
    assert wording.match(wanted) == language


def test_languages_are_named_by_themselves_english_first(wording):
    assert list(wording.languages.items()) == [("en", "English"), ("es", "Español")]


def test_commands_are_plain(wording):
    commands = [Command(name, lambda argument, snapshot: say("said")) for name in ("stop", "help")]
    found = wording.commands(commands, "en")
    assert list(found.items()) == [("stop", "End all"), ("help", "What I can do")]


def test_what_is_missing_raises_in_tests(wording):
    with pytest.raises(WordingError, match="no words for 'nowhere' in 'en'"):
        said(wording, "nowhere")
    with pytest.raises(WordingError, match="'hello' in 'en' cannot be filled in"):
        said(wording, "hello", name="Ana")
    with pytest.raises(WordingError, match="no words for 'only-english' in 'es'"):
        said(wording, "only-english", "es", what="x")


def test_what_is_missing_is_logged_by_key_alone_and_english_stands_in(content, caplog):
    lenient = Wording(content, "en")
    with caplog.at_level(logging.ERROR):
        assert said(lenient, "only-english", "es", what="a secret") == "Only here a secret"
        assert said(lenient, "nowhere", "es", what="a secret") == "nowhere"
        assert said(lenient, "hello", "es", name="a secret").startswith("Hola <b>a secret</b>")
    assert "only-english" in caplog.text
    assert "nowhere" in caplog.text
    assert "secret" not in caplog.text


def test_a_reply_is_shown_with_all_that_it_has(wording):
    label = Text("label", {"more": "<x>"})
    form = Form(
        "f.g", label, (Field("n", label, (button("yes", "command-help"),), long=True, required=True),)
    )
    document = Document("all.json", b"{}")
    reply = Reply("line", {"what": "<x>"}, (Button("a.b", label),), form, document, numeric=True, edits=True)
    shown = wording.message(reply, "en")
    assert (shown.html, shown.language) == ("• &lt;x&gt;", "en")
    assert shown.buttons == (ShownButton("a.b", "A label of two lines <x>"),)
    assert shown.form is not None
    assert (shown.form.token, shown.form.title) == ("f.g", "A label of two lines <x>")
    assert shown.form.fields == (
        ShownField(
            "n", "A label of two lines <x>", (ShownButton("yes", "What I can do"),), long=True, required=True
        ),
    )
    assert shown.document is document
    assert (shown.numeric, shown.edits) == (True, True)


def test_labels_are_one_line_and_end_in_time(wording):
    (shown,) = wording.message(Reply("days", {"n": 1}, (Button("a.b", own("x\ny " * 999)),)), "en").buttons
    assert len(shown.label) == 80
    assert shown.label.startswith("x y x y")
    assert shown.label.endswith("…")


def test_plain_text_names_addresses_that_its_words_do_not(wording):
    assert wording.plain(Text("link"), "en") == "See x.org/a or this (https://y.org)"


def test_spans_are_runs_of_one_style():
    bold, both = frozenset("b"), frozenset("bi")
    assert spans("a <b>b<i>c</i></b>\n&amp;<a href='https://x.org/?a=1&amp;b=2'>d</a>") == (
        TextSpan("a "),
        TextSpan("b", bold),
        TextSpan("c", both),
        TextSpan("\n&"),
        TextSpan("d", frozenset(), "https://x.org/?a=1&b=2"),
    )


@pytest.mark.parametrize(
    ("fragment", "plain"),
    [("", ""), ("a", "a"), ("<u>a</u>", "a"), ("</b>a", "a"), ("<b>a", "a"), ("<b>a<i>b</b>c</i>", "abc")],
)
def test_broken_markup_loses_no_words(fragment, plain):
    assert to_plain(fragment) == plain


@given(st.text(), st.sampled_from(["{}", "<b>{}</b>", "x <i>{}</i> y"]))
def test_own_words_come_back_whole_from_any_fragment(words, around):
    inner = escaped(words)
    text = "".join(span.text for span in spans(around.format("\ue000").replace("\ue000", inner)))
    bare = "".join(
        c for c in words if c not in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    assert bare in text.replace("\u2068", "").replace("\u2069", "")


def test_help_in_a_crisis_names_the_directories_and_what_this_is():
    real = Wording(CONTENT, "en", strict=True)
    for language, number in (("en", "local emergency number"), ("es", "número de emergencias")):
        shown = real.html(Text("care-help"), language)
        assert 'href="https://findahelpline.com"' in shown
        assert 'href="https://befrienders.org"' in shown
        assert number in shown
    assert "I am a program, not a crisis service" in real.plain(Text("care-help"), "en")
    assert "Soy un programa, no un servicio de crisis" in real.plain(Text("care-help"), "es")
