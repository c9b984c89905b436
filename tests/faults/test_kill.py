"""A process that is killed (SIGKILL) at each step of onboarding: nothing that was answered before is lost."""

from __future__ import annotations

from pathlib import Path

from tests.catalogue import compose
from tests.program import Program

ANSWERS = ["1", "1", "1", "1", "Ljubljana", "1", "2", "When I brush my teeth", "1"]
SHOWS = [
    "13 or older",
    "What matters",
    "When your hand goes",
    "when in the day",
    "What time is it",
    "is it this one",
    "in small steps:",
    "When will it be",
    "what will you do",
    "Your plan",
]


def _killed_after(program: Program, answer: str, shown: str) -> str:
    """Start the chat, answer once, wait until the reply is on the screen, kill it there."""
    with program.start("-m", "bot", "chat", bufsize=1) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(answer + "\n")
        process.stdin.flush()
        read = ""
        for line in process.stdout:
            read += line
            if shown in line:
                break
        process.kill()
    return read


def test_onboarding_survives_a_kill_at_each_step(tmp_path: Path) -> None:
    content = compose(tmp_path / "content")
    program = Program(tmp_path, {"CONTENT_DIR": str(content)}, language="en_US.UTF-8")
    for answer, waiting, shown in zip(ANSWERS, SHOWS, SHOWS[1:], strict=False):
        assert waiting in _killed_after(program, answer, shown)
    after = program.run("chat", given="/settings reason\nI want my evenings back\n/privacy\n1\n")
    assert "When I brush my teeth, I will charge the phone far from the bed." in after.stdout
    exported = next((program.data / "exports").glob("*.json")).read_text("utf-8")
    for kept in ("I want my evenings back", "Europe/Ljubljana", "20:00", "phone-leaves-bed"):
        assert kept in exported
