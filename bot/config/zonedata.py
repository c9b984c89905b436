"""Which time zone data count: the system's, or those of the package `tzdata`, whichever are newer."""

from __future__ import annotations

import os
import re
import zoneinfo
from pathlib import Path

import tzdata

PACKAGE: str = tzdata.IANA_VERSION


def system() -> str:
    """The release of the system's data ("2025b"); "" where there are no data, or data without a release."""
    for folder in map(Path, zoneinfo.TZPATH):
        for name, shape in (("tzdata.zi", r"# version (\d{4}\w)"), ("+VERSION", r"(\d{4}\w)")):
            file = folder / name
            if file.is_file() and (found := re.match(shape, file.read_text("utf-8", "replace")[:40])):
                return found[1]
        if (folder / "Europe").is_dir():
            return ""
    return ""


def use_newest() -> None:
    """Read the package's data from now on, unless the system's are as new. Call it before any zone is read.
    A PYTHONTZPATH of the environment is somebody's wish, and stays."""
    if "PYTHONTZPATH" not in os.environ and system() < PACKAGE:
        zoneinfo.reset_tzpath(())
        zoneinfo.ZoneInfo.clear_cache()
