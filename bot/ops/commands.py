"""Which command is done where; each is imported only when it is asked for."""

from __future__ import annotations

import argparse

from bot.settings import Settings


def run(chosen: Settings, options: argparse.Namespace) -> int:
    """Carry out "move", "backup", "restore" or "doctor"; returns the exit code."""
    match options.command:
        case "move":
            from bot.ops import move

            return move.run(chosen, options)
        case "backup":
            from bot.ops import backup

            return backup.backup(chosen, options)
        case "restore":
            from bot.ops import backup

            return backup.restore(chosen, options)
        case _:
            from bot.ops import doctor

            return doctor.run(chosen)
