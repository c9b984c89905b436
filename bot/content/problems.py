"""Faults of content files: place and reason, in words for the author of the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `file` as people know it ("content/plans/x.yaml"); `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class Problems:
    """Collects the faults of one content directory."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Problem] = []

    def add(self, path: Path, line: int, column: int, reason: str) -> None:
        """Note a fault at `line` and `column` (from 1) of `path`."""
        shown = path.relative_to(self.root.parent) if path.is_relative_to(self.root.parent) else path
        self.found.append(Problem(shown.as_posix(), line, column, reason))

    def read(self, path: Path) -> str | None:
        """The text of a file (UTF-8); None, with the fault noted, where it cannot be read."""
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self.add(path, 1, 1, "this file is missing")
        except OSError as error:
            self.add(path, 1, 1, f"cannot be read: {error.strerror}")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self.add(path, line, 1, "is not UTF-8 text")
        return None
