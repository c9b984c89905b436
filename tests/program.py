"""The program as people start it: a process of its own, in a folder of its own, with nothing inherited."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0  # seconds that a busy machine may take for a start


@dataclass(frozen=True, slots=True)
class Program:
    """`folder` is where it runs, and its home. `settings`: SCROLLWISE_ names without their prefix."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    language: str = "C.UTF-8"
    python: str = sys.executable
    source: str = str(ROOT)

    @property
    def data(self) -> Path:
        """Where it keeps its data on Linux, unless told otherwise."""
        return self.folder / ".local" / "share" / "scrollwise"

    @property
    def environment(self) -> dict[str, str]:
        own = {f"SCROLLWISE_{name}": value for name, value in self.settings.items()}
        plain = {
            "PATH": os.environ["PATH"],
            "LANG": self.language,
            "TZ": "Europe/Madrid",
            "PYTHONWARNINGS": "error",
        }
        return {**plain, "HOME": str(self.folder), "PYTHONPATH": self.source, **own}

    @contextmanager
    def start(self, *arguments: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
        """The process, its three streams piped; whatever happens, it does not outlive the block. Bytes that
        are no UTF-8 are lone surrogates in its text."""
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        with subprocess.Popen(
            [self.python, *arguments],
            cwd=self.folder,
            env=self.environment,
            encoding="utf-8",
            errors="surrogateescape",
            **pipes,
            **options,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """`scrollwise` with these arguments, fed with `given`, to its end."""
        return self.python_runs("-m", "bot", *arguments, given=given)

    def python_runs(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """The interpreter with these arguments, to its end."""
        with self.start(*arguments) as process:
            out, err = process.communicate(given, timeout=PATIENCE)
            return subprocess.CompletedProcess(arguments, process.returncode, out, err)
