"""`scrollwise doctor`: look at everything that the bot needs, and say how to mend what is wrong."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command."""
    parser = commands.add_parser(
        "doctor", help="look at everything the bot needs, and say how to mend what is wrong"
    )
    parser.set_defaults(carry_out=carry_out)


def carry_out(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code: 0 if all is well, 1 if anything is wrong."""
    from bot.operations import doctor

    return doctor.run(settings)
