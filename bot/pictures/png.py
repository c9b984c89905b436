"""SVG → PNG, in a process of its own: the renderer takes about 10 ms and holds the interpreter's lock, so
that even in a thread it would stop the event loop for so long."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from functools import cache
from importlib.resources import files

FONT_PACKAGE, FONT_FILE = "fontpkg_inter", "Inter[opsz,wght].ttf"


def render(svg: str) -> bytes:
    """The SVG document as a PNG file. Only the font that comes with the program is used, so that a picture is
    the same on every machine. Raises ValueError for an SVG that cannot be drawn."""
    import resvg_py  # in the drawing process alone

    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[_font()])


@cache
def _font() -> str:
    """The path of the font. Without this check the renderer would leave all texts out and say nothing.
    Raises FileNotFoundError."""
    path = files(FONT_PACKAGE) / "files" / FONT_FILE
    if not path.is_file():
        raise FileNotFoundError(FONT_FILE)
    return str(path)


def begin() -> None:
    """Prepare the process: Ctrl-C is the parent's to handle, and the process ends with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(0)
