"""The command line: one file a command beside this one. Modules that take long to import are imported where
they are used."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.cli import backup, chat, content, doctor, migrate, move, rehearse, restore, run
from bot.cli.exits import DONE, FAILED, WRONG_USE, complain

if TYPE_CHECKING:
    from bot.config.settings import Settings

COMMANDS = (run, chat, migrate, doctor, backup, restore, move, content, rehearse)  # in the order of --help


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Ctrl-C and SIGTERM end it quietly, at any moment."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _leave)
        parser = _parser()
        options = parser.parse_args(arguments)
        if not options.command:
            parser.print_help()
            return DONE
        from bot.config import zonedata

        zonedata.use_newest()
        gc.disable()  # imported modules stay: a search for garbage in them costs a tenth of the start
        return _carry_out(options)
    except KeyboardInterrupt:
        return DONE


def _leave(number: int, frame: object) -> None:
    raise KeyboardInterrupt


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        from importlib.metadata import version

        print(f"scrollwise {version('scrollwise')}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scrollwise",
        description="A coach for responsible social-media habits, in small steps.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser


def _carry_out(options: argparse.Namespace) -> int:
    """Loads the settings first, so that a wrong one is reported before anything is touched."""
    from bot.config import settings

    try:
        loaded = settings.load()
    except settings.SettingsError as wrong:
        return complain(*wrong.lines, code=FAILED if options.command == "doctor" else WRONG_USE)
    for line in settings.unknown_variables():
        print(f"scrollwise: {line}", file=sys.stderr)
    serves = options.command == "run" and loaded.serves
    talks = options.command in ("run", "chat", "rehearse") and not serves
    _set_up_logs(loaded, talks=talks)
    return _without_traceback(lambda: int(options.carry_out(loaded, options)))


def _set_up_logs(loaded: Settings, *, talks: bool) -> None:
    """In a chat and in a rehearsal only warnings and errors are logged: the screen is for what is said."""
    from bot.config import logs

    level = "WARNING" if talks and loaded.log_level in ("DEBUG", "INFO") else loaded.log_level
    logs.configure(level, loaded.log_format == "json" and not sys.stderr.isatty(), loaded.secrets())


def _without_traceback(command: Callable[[], int]) -> int:
    """An error that can be mended outside of the program is one line on stderr."""
    from bot.content.catalog import CatalogError
    from bot.storage.engine.errors import DatabaseError

    try:
        return command()
    except CatalogError as error:
        print(error, file=sys.stderr)  # file:line: reason, as editors read it
        return FAILED
    except DatabaseError as error:
        return complain(str(error))
    except BrokenPipeError:  # the reader closed the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return complain(str(error))
