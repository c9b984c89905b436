"""The content that tests read: the shipped one, and the shipped interface with a frozen catalogue.

A catalogue is the plans, the prompts, the lessons and the sources together with their texts. The page
tests/fixtures/content/README.md says which tests read which catalogue.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "content"
FROZEN = Path(__file__).parent / "fixtures" / "content"


def compose(folder: Path, *, interface: Path = SHIPPED) -> Path:
    """Write a content directory and return it: the frozen catalogue within the files of `interface`.

    It has the languages of the frozen catalogue. Files that `folder` holds already are written over.
    """
    shutil.copytree(interface, folder, dirs_exist_ok=True)
    shutil.rmtree(folder / "plans")
    for name in ("lessons", "weeks"):
        (folder / f"{name}.yaml").unlink(missing_ok=True)
    for words in (*folder.glob("locales/*/lessons.ftl"), *folder.glob("locales/*/weeks.ftl")):
        words.unlink()
    for language in (folder / "locales").iterdir():
        if not (FROZEN / "locales" / language.name).is_dir():
            shutil.rmtree(language)
    shutil.copytree(FROZEN, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md"))
    return folder


@contextmanager
def composed() -> Iterator[Path]:
    """The shipped interface with the frozen catalogue, in a directory that lasts as long as the block."""
    with tempfile.TemporaryDirectory() as folder:
        yield compose(Path(folder))
