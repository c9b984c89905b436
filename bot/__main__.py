"""The command line. Whatever takes long to import is imported where it is used."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from collections.abc import Sequence

DONE, FAILED, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Ctrl-C and SIGTERM leave quietly, whatever is under way."""
    try:
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, _leave)
        options = _parser().parse_args(arguments)
        if not options.command:
            _parser().print_help()
            return DONE
        from bot.config import zonedata

        zonedata.use_newest()
        gc.disable()  # what is imported stays: looking for garbage in it costs a tenth of the start
        from bot.cli import dispatch

        return dispatch.run(options)
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
    run = commands.add_parser(
        "run", help="start what is configured; with no token, the chat in this terminal"
    )
    run.add_argument(
        "--role",
        choices=("all", "gateway", "worker"),
        default="all",
        help="gateway: only answer people; worker: only send what is due; many of each share one PostgreSQL",
    )
    chat = commands.add_parser("chat", help="chat in this terminal, or through a pipe")
    chat.add_argument(
        "--as", dest="name", metavar="NAME", default="", help="who you are, where several share one machine"
    )
    commands.add_parser("migrate", help="bring the database up to date (a start does so too)")
    _operators(commands)
    content = commands.add_parser("content", help="look after plans, prompts and texts")
    parts = content.add_subparsers(dest="part", metavar="PART", required=True)
    parts.add_parser("check", help="read all content and say what is wrong, with file and line")
    return parser


def _operators(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    commands.add_parser("doctor", help="look at everything the bot needs, and say how to mend what is wrong")
    backup = commands.add_parser(
        "backup", help="write all that is stored into a new file, while the bot runs"
    )
    restore = commands.add_parser("restore", help="put a backup into the configured database")
    restore.add_argument("--replace", action="store_true", help="erase what the database holds now")
    for parser in (backup, restore):
        parser.add_argument("file", metavar="FILE")
    move = commands.add_parser("move", help="carry everything from one database to another, empty one")
    for option, name in (("--from", "source"), ("--to", "target")):
        move.add_argument(
            option, dest=name, metavar="URL", required=True, help="sqlite:///PATH or postgresql://HOST/NAME"
        )


if __name__ == "__main__":
    sys.exit(main())
