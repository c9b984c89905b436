"""Whether time zones are known, and how old that is: countries change their clocks at short notice."""

from __future__ import annotations

import zoneinfo

from bot.config import machine, zonedata
from bot.config.clock import system_clock
from bot.operations.finding import Finding, ok, wrong

MAX_AGE_YEARS = 2
_MEND = "bring tzdata up to date (pip install -U tzdata, or the system's package)"


def data() -> Finding:
    """The IANA data that Python reads: the newer of the system's and the package's."""
    known = len(zoneinfo.available_timezones())
    if known < 400:
        return wrong("time zones", f"only {known} are known", _MEND)
    released = _released()
    if not released:
        return ok("time zones", f"{known} known")
    if system_clock().year - int(released[:4]) > MAX_AGE_YEARS:
        return wrong("time zones", f"{known} known, but the data is of {released}", _MEND)
    return ok("time zones", f"{known} known, data of {released}")


def _released() -> str:
    """The release of the data in use: with no system's path left, the package's."""
    return zonedata.system() if zoneinfo.TZPATH else zonedata.PACKAGE


def own() -> Finding:
    """The zone of this machine matters only for chats in its terminal."""
    return ok("zone of this machine", machine.zone() or "unknown; people are asked for theirs")
