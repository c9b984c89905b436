"""The machine and its terminal, as the environment describes them: language, time zone, colours."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping


def language(environ: Mapping[str, str] = os.environ) -> str:
    """The language that the machine speaks ("es"), "" where it does not say."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environ.get(name, "").split(":")[0].split(".")[0].split("@")[0].split("_")[0].lower()
        if code:
            return "" if code in ("c", "posix") else code
    return ""


def dumb_terminal(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal can only write one character after another."""
    return environ.get("TERM", "").lower() in ("dumb", "unknown")


def colours(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether colours are wanted (https://no-color.org)."""
    return not environ.get("NO_COLOR") and not dumb_terminal(environ)


def zone() -> str:
    """The machine's IANA zone ("Europe/Madrid"), "" where it is unknown."""
    from tzlocal import get_localzone_name

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return get_localzone_name() or ""
        except (LookupError, OSError, ValueError):
            return ""
