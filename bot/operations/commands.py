"""Which command is done where; each is imported only when it is asked for."""

from __future__ import annotations

import argparse

from bot.config.settings import Settings


def run(chosen: Settings, options: argparse.Namespace) -> int:
    """Carry out "move", "backup", "restore" or "doctor"; returns the exit code."""
    match options.command:
        case "move":
            from bot.operations import copy

            return copy.run(chosen, options)
        case "backup":
            from bot.operations import backup

            return backup.backup(chosen, options)
        case "restore":
            from bot.operations import backup

            return backup.restore(chosen, options)
        case _:
            from bot.operations import doctor

            return doctor.run(chosen)
