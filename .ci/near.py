"""Runs the tests near what changed since a commit: `python .ci/near.py main`.

A changed test runs itself. A changed file of bot/x/y/ runs tests/x/y/, one of content/ the tests of texts
and the transcripts. A file that is near to nothing runs the tests at the top of tests/, which are few.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORDS = ("tests/content", "tests/transcripts", "tests/core")
ROOMS = {  # beside the folder of tests/ that mirrors it
    "content": ("tests/transcripts", "tests/cli"),
    "core": ("tests/content", "tests/transcripts"),
    "turns": ("tests/journeys", "tests/transcripts"),
    "delivery": ("tests/faults", "tests/journeys"),
    "storage": ("tests/operations/test_move.py",),
    "config": ("tests/test_docs.py",),
}
TOP = ("tests/cli", *(f"tests/{name}" for name in ("test_docs.py", "test_make.py", "test_readme.py")))


def near(path: str) -> tuple[str, ...]:
    """The tests near a changed file; its path is relative to the repository, with slashes."""
    first, *rest = path.split("/")
    name = rest[-1] if rest else first
    if first == "tests" and rest[0] == "fixtures":
        return WORDS
    if first == "tests" and name.startswith("test_"):
        return (path,) if rest[0] != "judge" else ()  # needs what is not everywhere
    if first == "tests":
        return (f"tests/{rest[0]}",) if len(rest) > 1 and rest[0] != "judge" else TOP
    if first == "migrations":
        return ("tests/storage",)
    if first == "content":
        return ("tests/rehearsal",) if rest[0] == "personas" else WORDS
    if first == "bot" and len(rest) > 1:
        return (mirror(rest[:-1]), *ROOMS.get(rest[0], ()))
    return TOP


def mirror(folders: list[str]) -> str:
    """The folder of tests/ that mirrors one of bot/, or the nearest one above it."""
    while len(folders) > 1 and not (ROOT / "tests" / "/".join(folders)).is_dir():
        folders = folders[:-1]
    return "/".join(("tests", *folders))


def targets(paths: Iterable[str]) -> list[str]:
    """The tests that belong to changed files: those that exist, and none twice."""
    found = {target for path in paths for target in near(path) if (ROOT / target).exists()}
    folders = {f"{target}/" for target in found}
    return sorted(
        t for t in found if not any(t.startswith(folder) for folder in folders if folder != f"{t}/")
    )


def changed(since: str) -> Iterator[str]:
    """Files that differ from where this branch left `since`, stored or not."""
    base = _git("merge-base", since, "HEAD")[0]
    yield from _git("diff", "--name-only", base)
    yield from _git("ls-files", "--others", "--exclude-standard")


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)  # noqa: S603, S607
    if done.returncode:
        sys.exit(done.stderr.strip())
    return done.stdout.split()


def main() -> None:
    chosen = targets(changed(sys.argv[1]))
    if not chosen:
        sys.exit("Nothing changed.")
    print("pytest", *chosen, flush=True)
    sys.exit(subprocess.run([sys.executable, "-m", "pytest", "-n", "4", *chosen], cwd=ROOT).returncode)  # noqa: S603


if __name__ == "__main__":
    main()
