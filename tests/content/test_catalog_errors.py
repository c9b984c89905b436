"""A mistake in a content file is reported with the file, the line and the reason.

The damaged texts are those of the frozen catalogue, so that the shipped one can change.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.content import catalog, ftl
from tests.catalogue import FROZEN, compose

LANGUAGES = ftl.codes(FROZEN)

NEEDED = (
    "plans",
    "prompts",
    "lessons",
    "weeks",
    "tracks",
    "common",
    "care",
    "languages",
)  # files that a check cannot do without
TEN, BED = "plans/ten-minutes-less.yaml", "plans/phone-leaves-bed.yaml"
EN, ES = "locales/en/", "locales/es/"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = compose(tmp_path / "content")
    for path in root.glob("locales/*/*.ftl"):
        if path.stem not in NEEDED:
            path.unlink()
    return root


def edit(path: Path, old: str, new: str) -> int:
    """Replace the first `old`; the line (from 1) on which it stood."""
    text = path.read_text(encoding="utf-8")
    at = text.index(old)
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    return text.count("\n", 0, at) + 1


def found(content: Path) -> list[str]:
    return [str(problem) for problem in catalog.check(content)]


def test_the_copy_is_clean(content):
    assert found(content) == []


YAML = [
    (
        TEN,
        "measure: minutes",
        "measure: minuts",
        0,
        "'measure' is 'minuts'; one of: done, minutes, count, contr",
    ),
    (TEN, "measure: minutes", "mesure: minutes", 0, "'mesure' is unknown in the step; one of: slug, days"),
    (TEN, "    measure: minutes\n", "", -2, "'measure' is missing in the step"),
    (TEN, "version: 1\n", "", 0, "'version' is missing in the plan"),
    (TEN, "version: 1", "version: one", 0, "'version' is 'one'; a whole number from 1 to 999"),
    (TEN, "version: 1", 'version: "1"', 0, "'version' is '1'; a whole number"),
    (TEN, "version: 1", "version: 1.5", 0, "'version' is '1.5'; a whole number"),
    (TEN, "version: 1", "version: [1]", 0, "'version' is no number; a whole number"),
    (TEN, "days: 5", "days: 0", 0, "'days' is '0'; a whole number from 1 to 60"),
    (TEN, "days: 5", "days: -5", 0, "'days' is '-5'"),
    (TEN, "start: 1", "start: 5", 0, "'start' is '5'; a whole number from 0 to 4"),
    (TEN, "tracks: [time, feed]", "tracks: [time, fed]", 0, "a track is 'fed'; one of: time, feed, post"),
    (TEN, "tracks: [time, feed]", "tracks: [time, time]", 0, "the track 'time' is there twice"),
    (TEN, "tracks: [time, feed]", "tracks: []", 0, "'tracks' must be a list with at least one item"),
    (TEN, "tracks: [time, feed]", "tracks: time", 0, "'tracks' must be a list"),
    (TEN, "slug: ten", "slug: notice", 0, "the step 'notice' is there twice"),
    (TEN, "slug: ten", "slug: Ten", 0, "'slug' is 'Ten'; only a-z, 0-9 and single hyphens"),
    (TEN, "slug: ten", "slug: ten--less", 0, "only a-z, 0-9 and single hyphens"),
    (TEN, "slug: ten", f"slug: {'t' * 25}", 0, "at most 24 characters"),
    (
        TEN,
        "source: harkin-2016",
        "source: harkin-2061",
        0,
        "'source' is 'harkin-2061', which is not in sources",
    ),
    (
        TEN,
        "technique: self-monitoring",
        "technique: magic",
        0,
        "'technique' is 'magic'; one of: self-monitoring",
    ),
    (TEN, "less: 10", "less: 10\n    at_most: 5", -3, "only one of less, at_most can be the step's goal"),
    (TEN, "at_least: 1", "less: 1", 0, "'less' needs 'measure' to be minutes"),
    (
        BED,
        "measure: done",
        "measure: done\n    at_least: 1",
        1,
        "'at_least' needs 'measure' to be minutes or count",
    ),
    (TEN, "less: 10", "less: 10\n    less: 20", 1, "'less' is there twice in the step"),
    (
        TEN,
        "steps:\n  - slug: notice",
        "steps:\n  - notice\n  - slug: notice",
        1,
        "the step must be a mapping",
    ),
    (TEN, "version: 1", "version: 1: 2", 0, "is not YAML: mapping values are not allowed"),
    (TEN, "tracks: [time, feed]", "tracks: [time, feed", 1, "is not YAML:"),
    ("sources.yaml", "title: ", "titel: ", 0, "'titel' is unknown in the source 'brailovskaia-2023'"),
    ("sources.yaml", "https://doi.org/10.1037/xap", "http://doi.org/", 0, "it must begin with https://"),
    (
        "sources.yaml",
        "olson-2022:",
        "olson-2022: {title: x}\nolson-2022:",
        1,
        "'olson-2022' is there twice in the",
    ),
    ("prompts.yaml", "lapse:", "laps:", 0, "'laps' is unknown in the prompts; one of: general, lapse"),
    (
        "prompts.yaml",
        "  - worth-keeping",
        "  - chosen-moment",
        0,
        "the prompt 'chosen-moment' is there twice",
    ),
    ("prompts.yaml", "  - worth-keeping", "  - note", 0, "a prompt is 'note'; that name is taken"),
    (
        EN + "lexicon.yaml",
        "partly: [partly,",
        "partly: [partly, done,",
        0,
        "'done' means both done and partly",
    ),
    (EN + "lexicon.yaml", "thanks: [", 'thanks: ["!?", ', 0, "'!?' has neither letters nor digits"),
    (EN + "lexicon.yaml", "again: [", "agian: [", 0, "'agian' is unknown in the lexicon"),
    (
        ES + "lexicon.yaml",
        "stop: [para,",
        "stop: [para, yeah,",
        None,
        "'yeah' means stop here, but yes in 'en'",
    ),
    (
        EN + "lexicon.yaml",
        "setting-zone: [zone,",
        "setting-zone: [quiet,",
        0,
        "'quiet' means both setting-quiet and setting-zone",
    ),
    (
        EN + "lexicon.yaml",
        "setting-quiet: [",
        "setting-quite: [",
        0,
        "'setting-quite' is unknown in the",
    ),
    (EN + "language.yaml", "Europe/London", "Europe/Londinium", 0, "'Europe/Londinium' is no time zone"),
    (EN + "language.yaml", "Europe/Berlin", "Europe/London", 0, "the zone 'Europe/London' is there twice"),
    (EN + "language.yaml", "zones: [", "zones: [UTC]\nmore: [", 0, "'zones' has 1; at least 5"),
    (EN + "language.yaml", "lazy,", "'(lazy',", 0, "'(lazy' is no regular expression: missing ), unterm"),
    (EN + "language.yaml", "cue: ", "queue: ", 0, "'queue' is unknown in the language; one of: zones, unwa"),
    ("languages.yaml", "default: en", "default: [en]", 0, "'default' must be text"),
    ("languages.yaml", "default: en", "default: de", 0, "'default' is 'de', which is no folder of locales"),
]


@pytest.mark.parametrize(("file", "old", "new", "below", "reason"), YAML)
def test_faults_of_the_structure(content, file, old, new, below, reason):
    """`below`: how many lines below the change the fault is told (None: it has no line of its own)."""
    line = edit(content / file, old, new)
    told = found(content)
    where = f"content/{file}:{1 if below is None else line + below}: "
    assert [t for t in told if t.startswith(where) and reason in t], told
    assert len(told) <= 2  # one typo is one fault; a wrong name is an unknown key and a missing one


FTL = [
    (
        EN,
        "plan-ten-minutes-less-pitch = ",
        "plan-ten-minutes-less-pitsh = ",
        "belongs to nothing in the catalogue",
    ),
    (EN, "track-time = My time", "track-time = My { $time", "is not Fluent: "),
    (EN, "track-time = My time", "track-time =", "is not Fluent: "),
    (EN, "track-feed = ", "track-time = ", "'track-time' is there twice (first in tracks.ftl:"),
    (EN, "track-time = My time", "track-time = <b>My time", "'track-time' leaves <b> open"),
    (EN, "track-time = My time", "track-time = My time</b>", "closes </b> that is not open there"),
    (EN, "track-time = My time", "track-time = <b><i>My</b></i> time", "closes </b> that is not open there"),
    (
        EN,
        "track-time = My time",
        "track-time = <u>My</u> time",
        "has <u>; only <b>, <i> and <a href> are known",
    ),
    (EN, "track-time = My time", 'track-time = <a href="http://x.y">M</a>', "a link is <a href="),
    (EN, "track-time = My time", 'track-time = <b class="x">My</b> time', "it takes no attribute"),
    (EN, "track-time = My time", "track-time = My time < yours", "has a lone '<'; write &lt;"),
    (EN, "track-time = My time", "track-time = Me & time", "has a lone '&'; write &amp;"),
    (EN, "track-time = My time", "track-time = My { time }", "refers to 'time', which is missing"),
    (EN, "track-time = My time", "track-time = My { -time }", "refers to '-time', which is missing"),
    (EN, "track-time = My time", "track-time = { DATETIME($d) }", "uses DATETIME(); only NUMBER() is known"),
    (EN, "track-time = My time", "track-time = My time\n    .x = y", "has an attribute '.x'"),
    (ES, "track-time = Mi tiempo", "track-time = Mi { $time }", "has { $time }, which 'en' lacks"),
    (EN, "track-time = My time", "track-time = My { $time }", "lacks { $time }, which 'en' has"),
    (ES, "track-time = Mi tiempo", "track-time = Mi <b>tiempo</b>", "has other markup than in 'en'"),
    (ES, "track-time = ", "more-time = x\ntrack-time = ", "'more-time' is not there in 'en'"),
    (
        EN,
        "track-time = My time",
        "track-time = My streak",
        "says 'streak', which is unwanted",
    ),
    (
        ES,
        "track-time = Mi tiempo",
        "track-time = Felicidades",
        "says 'Felicidades', which is unwanted",
    ),
    (
        EN,
        "bed-cue-1 = ",
        "bed-cue-1 = When ",
        "'plan-phone-leaves-bed-cue-1' does not begin as 'cue'",
    ),
    (
        ES,
        "bed-action-1 = ",
        "bed-action-1 = yo ",
        "bed-action-1' does not begin as 'action'",
    ),
]


@pytest.mark.parametrize(("folder", "old", "new", "reason"), FTL)
def test_faults_of_the_words(content, folder, old, new, reason):
    file = "tracks.ftl" if "track-" in old else "plans.ftl"
    line = edit(content / folder / file, old, new)
    other = ES if folder == EN and "which 'en' has" in reason else folder
    told = [t for t in found(content) if reason in t]
    assert told
    if other == folder:
        assert told[0].startswith(f"content/{folder}{file}:{line}: "), told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("plans", "plan-ten-minutes-less-name"),
        ("plans", "plan-ten-minutes-less-step-tidy"),
        ("plans", "plan-phone-leaves-bed-cue-3"),
        ("plans", "plan-phone-leaves-bed-action-1"),
        ("tracks", "track-maker"),
        ("prompts", "prompt-boredom"),
        ("common", "if-then"),
        ("common", "common-skip"),
        ("care", "care-help"),
        ("languages", "language-own-name"),
    ],
)
def test_missing_words_are_told_with_their_file(content, language, file, key):
    path = content / "locales" / language / f"{file}.ftl"
    text = re.sub(rf"^{key} =.*\n(?:[ ].*\n)*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    told = found(content)
    if key in ("common-skip",) and language == "en":  # English is what a language is held against
        assert told == [f"content/{ES}{file}.ftl:{line_of(content, key)}: '{key}' is not there in 'en'"]
    else:
        assert f"content/locales/{language}/{file}.ftl:1: '{key}' is missing" in told


def line_of(content: Path, key: str) -> int:
    lines = (content / ES / "common.ftl").read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(f"{key} ="))


def test_an_orphaned_plan_file_and_a_forbidden_name(content):
    shutil.copy(content / TEN, content / "plans" / "own.yaml")
    assert [t[:64] for t in found(content)] == [
        "content/plans/own.yaml:2: the plan's file name is 'own'; taken b"
    ]


def test_a_plan_without_words_is_told_in_every_language(content):
    shutil.copy(content / TEN, content / "plans" / "new.yaml")
    told = found(content)
    assert "content/locales/en/plans.ftl:1: 'plan-new-pitch' is missing" in told
    assert "content/locales/es/plans.ftl:1: 'plan-new-step-tidy' is missing" in told
    assert len(told) == len(LANGUAGES) * (3 + 2 * 5 + 3 + 3)


def test_two_things_never_share_their_words(content):
    shutil.copy(content / TEN, content / "plans" / "ten-minutes-less-step.yaml")
    edit(content / TEN, "slug: tidy", "slug: name")
    assert any(
        "'plan-ten-minutes-less-step-name' would be the words of two things" in t for t in found(content)
    )


@pytest.mark.parametrize("file", [TEN, "sources.yaml", "prompts.yaml", ES + "lexicon.yaml", EN + "plans.ftl"])
@pytest.mark.parametrize(
    ("content_of_file", "reason"), [(None, "missing"), (b"", ""), (b"caf\xe9: x\n", "is not UTF-8 text")]
)
def test_files_that_are_missing_empty_or_of_another_encoding(content, file, content_of_file, reason):
    if content_of_file is None:
        (content / file).unlink()
    else:
        (content / file).write_bytes(content_of_file)
    told = found(content)
    assert told
    if content_of_file is not None and not file.endswith(".ftl"):
        assert any(t.startswith(f"content/{file}:1: {reason or 'this file is empty'}") for t in told), told


def test_a_directory_without_content_is_told_and_never_raises(tmp_path):
    told = found(tmp_path / "content")
    assert "content/languages.yaml:1: this file is missing" in told
    assert "content/sources.yaml:1: this file is missing" in told


def test_loading_is_refused_with_everything_that_is_wrong(content):
    edit(content / TEN, "days: 5", "days: five")
    edit(content / BED, "start: 1", "start: 9")
    with pytest.raises(catalog.CatalogError) as refused:
        catalog.load(content)
    assert len(refused.value.problems) == 2
    assert "phone-leaves-bed.yaml:5" in str(refused.value)
    assert "ten-minutes-less.yaml:11" in str(refused.value)
    assert all(problem.line and problem.column for problem in refused.value.problems)


def test_the_default_language_is_a_setting_of_the_content(content):
    edit(content / "languages.yaml", "default: en", "default: es")
    library = catalog.load(content)
    assert library.default_language == next(iter(library.languages)) == "es"


def test_a_folder_that_is_no_language_is_told(content):
    shutil.copytree(content / "locales" / "es", content / "locales" / "klingon-x")
    assert "content/locales/klingon-x:1: 'klingon-x' is no language code" in found(content)
