"""Whether time zones are known, and how old that is: countries change their clocks at short notice."""

from __future__ import annotations

import re
import zoneinfo
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bot import settings
from bot.ops.finding import Finding, ok, wrong

OLDEST = 2  # years
_MEND = "bring tzdata up to date (pip install -U tzdata, or the system's package)"


def data() -> Finding:
    """The IANA data that Python reads: the system's where there is one, else the package's."""
    known = len(zoneinfo.available_timezones())
    if known < 400:
        return wrong("time zones", f"only {known} are known", _MEND)
    released = _released()
    if not released:
        return ok("time zones", f"{known} known")
    if datetime.now(UTC).year - int(released[:4]) > OLDEST:
        return wrong("time zones", f"{known} known, but the data is of {released}", _MEND)
    return ok("time zones", f"{known} known, data of {released}")


def _released() -> str:
    for folder in zoneinfo.TZPATH:
        for name, shape in (("tzdata.zi", r"# version (\d{4}\w)"), ("+VERSION", r"(\d{4}\w)")):
            file = Path(folder) / name
            if file.is_file() and (found := re.match(shape, file.read_text("utf-8", "replace")[:40])):
                return found[1]
        if (Path(folder) / "Europe").is_dir():
            return ""  # this one is read, and does not say how old it is
    return version("tzdata")


def own() -> Finding:
    """The zone of this machine matters only to who chats on it."""
    return ok("zone of this machine", settings.zone() or "unknown; people are asked for theirs")
