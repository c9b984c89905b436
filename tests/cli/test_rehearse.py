"""`scrollwise rehearse` as people start it; tests/rehearsal has the arithmetic and the conversations."""

from __future__ import annotations

from pathlib import Path

from tests.program import Program


def test_a_persona_lives_three_days_and_the_page_is_written(tmp_path: Path) -> None:
    program = Program(tmp_path)
    done = program.run(
        "rehearse", "--persona", "keen", "--days", "3", "--language", "es", "--html", "keen.html"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("keen (es): ")
    assert "── day 2 · Wed 09 Sep 2026" in done.stdout
    assert (tmp_path / "keen.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not list(program.data.glob("*.db"))  # nothing of it touches the database of the settings


def test_an_unknown_person_is_answered_with_those_there_are(tmp_path: Path) -> None:
    done = Program(tmp_path).run("rehearse", "--persona", "nobody")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no persona 'nobody'; one of: carmen, " in done.stderr
