"""Settings of how messages arrive: at the very minute or a few after it, with or without a sound."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.conversation.flow import StepResult
from bot.core.model.messages import Text
from bot.core.model.snapshot import Data, Snapshot
from bot.core.preferences.setting import Changes, Setting, changed
from bot.core.typed import understand

SOUND = ("sound-on", "sound-off")  # intents, heard where the question about the sound waits

# --- exactly then, or a few minutes later -------------------------------------------------------------


def _exactness(snapshot: Snapshot) -> Mapping[str, Text]:
    return {"yes": Text("settings-exactly-yes"), "no": Text("settings-exactly-no")}


def _read_exactly(text: str, snapshot: Snapshot) -> Changes | None:
    said = text if text in ("yes", "no") else understand.intent(text, snapshot)
    return {"exactly": said == "yes"} if said in ("yes", "no") else None


def _keep_exactly(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    return changed("settings-exactly-kept" if changes["exactly"] else "settings-exactly-kept-not", changes)


# --- with or without a sound ------------------------------------------------------------------------------


def _silence(snapshot: Snapshot) -> Mapping[str, Text]:
    return {"sound": Text("settings-silent-no"), "silent": Text("settings-silent-yes")}


def _read_silence(text: str, snapshot: Snapshot) -> Changes | None:
    """A press, or "sound" and "silent" in words."""
    if text in ("sound", "silent"):
        return {"silent": text == "silent"}
    said = understand.choice(text, SOUND, snapshot)
    return {"silent": said == "sound-off"} if said else None


def _keep_silence(changes: Changes, data: Data, snapshot: Snapshot) -> StepResult:
    return changed("settings-silent-kept" if changes["silent"] else "settings-silent-kept-not", changes)


EXACTLY = Setting(
    "exactly",
    _exactness,
    lambda snapshot: "yes" if snapshot.person.exactly else "no",
    _read_exactly,
    _keep_exactly,
    numeric=False,
)
SILENT = Setting(
    "silent",
    _silence,
    lambda snapshot: "silent" if snapshot.person.silent else "sound",
    _read_silence,
    _keep_silence,
    numeric=False,
)
