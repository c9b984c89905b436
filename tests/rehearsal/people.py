"""Two people for tests of rehearsals; the shipped ones can change without a change of a test."""

from __future__ import annotations

from datetime import time

from bot.rehearsal.personas import Persona, Remark

VOICE = {
    "reason": ("I want my evenings back for reading",),
    "kept": ("yes", "done"),
    "partly": ("partly",),
    "missed": ("no",),
    "skipped": ("didn't apply",),
    "note": ("read two chapters", "called my sister"),
    "reflection": ("after dinner, mostly",),
    "other": ("go on",),
}
TALKER = Persona(
    "talker", "Answers every evening, types and presses.", "18+", "Europe/Ljubljana", 11, "time",
    "ten-minutes-less", time(20), 100, 30, 40, 60, {"kept": 80, "partly": 20}, (3, 5), (50, 90),
    {"en": VOICE}, ("keep w", "week.keep", "grow.further"),
)  # fmt: skip
GONE = Persona(
    "gone", "Answers for two days, and is back after a week.", "18+", "America/Chicago", 7, "people",
    "call-not-scroll", time(18), 100, 20, 0, 0, {"missed": 100}, (1, 2), (50, 90),
    {"en": VOICE}, away=((3, 10),), says=(Remark(11, time(11, 20), {"en": "hello"}),),
)  # fmt: skip
