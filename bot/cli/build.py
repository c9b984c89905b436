"""`scrollwise content build`: the model of typed words is trained, unless it is there already."""

from __future__ import annotations

import argparse
import os
import sys
import time
from typing import TYPE_CHECKING

from bot.cli.exits import DONE

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command beside `content check`."""
    build = parts.add_parser("build", help="train the model of typed words, unless it is there already")
    build.set_defaults(carry_out=build_content)


def build_content(settings: Settings, options: argparse.Namespace) -> int:
    """Returns the exit code. Raises `bot.content.catalog.CatalogError` for what is wrong with the content."""
    from bot.understanding import assembly

    began = time.monotonic()
    there = os.access(sys.prefix, os.W_OK)
    reader = assembly.reader(settings.content_dir, assembly.BUILT if there else settings.data_dir)
    print(f"Typed words are understood in: {', '.join(reader.languages)} ({time.monotonic() - began:.1f} s).")
    return DONE
