"""`content build` and `content hear`, with a content of few examples, which is trained in a moment."""

from __future__ import annotations

import shutil

import pytest

from tests.program import ROOT, Program

EXAMPLES = """\
checkin\tnone\tkept\t-\tyes, did it
checkin\tnone\tkept\t-\tdid all of it
checkin\tnone\tmissed\t-\tno, not today
nothing\tnone\turge\t-\ti want to scroll now
"""
EXPECTED = """\
checkin\tnone\tkept\t-\tyes
checkin\tnone\tmissed\t-\tno
minutes\tnone\tminutes\t45\t45 min
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("hear")
    content = shutil.copytree(ROOT / "content", folder / "content")
    for language in ("en", "es"):
        examples = content / "locales" / language / "understanding" / "examples"
        shutil.rmtree(examples)
        examples.mkdir()
        (examples / "a.tsv").write_text(EXAMPLES, encoding="utf-8")
    made = Program(folder, {"CONTENT_DIR": str(content)})
    built = made.run("content", "build")  # a fresh checkout trains here, and says so on stderr
    assert (built.returncode, built.stdout[:27]) == (0, "Typed words are understood ")
    return made


def hear(program: Program, *options: str, given: str = "") -> str:
    done = program.run("content", "hear", *options, "--today", "2026-11-25", given=given)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_model_is_built_at_set_up_and_no_more_after_it(program: Program) -> None:
    done = program.run("content", "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Typed words are understood in: en, es (")


@pytest.mark.parametrize(
    ("asked", "line", "row"),
    [
        ("checkin", "yep!!", "none\tkept\t-\tsure\t-"),
        ("minutes", "three quarters of an hour", "none\tminutes\t45\tsure\t-"),
        ("time", "half past eight in the evening", "none\ttime\t20:30\tsure\t-"),
        ("date", "on 24 December", "none\tdate\t2026-12-24\tsure\t-"),
        ("nothing", "delete my data please", "none\terase\t-\tsure\t-"),
    ],
)
def test_a_line_is_five_fields(program: Program, asked: str, line: str, row: str) -> None:
    assert hear(program, "--language", "en", "--asked", asked, given=f"{line}\n") == f"{row}\n"


def test_a_time_without_its_half_of_the_day_is_asked_about(program: Program) -> None:
    row = hear(program, "--language", "en", "--asked", "time", given="8\n")
    assert row.startswith("none\ttime\t20:00\task\t")


def test_every_line_has_a_row_whatever_is_in_it(program: Program) -> None:
    given = "\n\n\udcff\u202e\u200b\n" + "x" * 100_000 + "\n¡Sí!"
    rows = hear(program, "--language", "es", "--asked", "checkin", given=given).splitlines()
    assert len(rows) == 5
    assert all(row.count("\t") == 4 for row in rows)


def test_danger_is_in_the_first_field(program: Program) -> None:
    assert hear(program, "--language", "es", given="i want to kill myself\n").startswith("clear\t")


def test_what_spoke_is_explained_on_request(program: Program) -> None:
    lines = hear(program, "--language", "en", "--explain", given="pls delete my data\n").splitlines()
    assert lines[1].startswith("    delete my data  <-  rule en/erase:")


def test_a_list_with_expected_readings_is_counted(program: Program) -> None:
    (program.folder / "list.tsv").write_text(EXPECTED, encoding="utf-8")
    report = hear(program, "--language", "en", "--test", "list.tsv").splitlines()
    assert report[1].split() == ["all", "3", "100.0%", "100.0%", "100.0%", "0.0%"]
    assert "values: 1 of 1 right, 0 wrong and sure" in report


def test_an_unknown_language_and_a_faulty_list_are_refused(program: Program) -> None:
    unknown = program.run("content", "hear", "--language", "xx")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    (program.folder / "faulty.tsv").write_text("checkin\tnone\tkeept\t-\tyes\n", encoding="utf-8")
    faulty = program.run("content", "hear", "--language", "en", "--test", "faulty.tsv")
    assert faulty.returncode != 0
    assert "faulty.tsv:1: 'keept' is unknown" in faulty.stderr
