"""Logs: set up once, readable or JSON, without a token, a key or a word of a person.

Everybody writes through the standard library's `logging`, with facts in `extra`; structlog renders. It is
imported when the first line is written, since most chats never write one.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, TextIO
from urllib.parse import quote

HIDDEN = "[hidden]"
# Loggers that say too much below a warning: addresses with tokens, whole updates, SQL with its parameters.
QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "discord",
    "apscheduler",
    "alembic",
    "aiosqlite",
    "asyncio",
    "sqlalchemy",
)
# Shapes of secrets that nobody has named: a Telegram token, a Discord token, a password within an address.
SHAPES = re.compile(
    r"\b\d{6,12}(?::|%3A)[\w-]{30,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=://)[^\s/:@]*:[^\s/@]+(?=@)"
)
# Errors whose message is about code or machines. Others ("invalid literal for int(): …") quote what they
# choked on, which can be a person's words: of those only the type is told.
SAY_WHY = (OSError, ImportError, AttributeError, NameError, TypeError, AssertionError, RuntimeError)
SAY_WHY_FROM = ("bot.", "sqlalchemy.", "sqlite3", "asyncpg.")

Redact = Callable[[str], str]


def redactor(secrets: Iterable[str]) -> Redact:
    """A function that takes every secret out of a text, also as it stands in an address or in JSON."""
    forms = {f for s in secrets if s for f in (s, quote(s), quote(s, safe=""), s.replace('"', '\\"'))}
    named = re.compile("|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True)) or r"(?!)")
    return lambda text: SHAPES.sub(HIDDEN, named.sub(HIDDEN, text))


def told(error: BaseException) -> str:
    """An error, what it came from and the lines that led there; no message that may quote a person."""
    source = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = [source, *getattr(error, "exceptions", ())]
    before = [told(part) for part in parts if part is not None]
    return "\n".join([*before, "".join(traceback.format_tb(error.__traceback__)) + _named(error)])


def _named(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    open_ = isinstance(error, SAY_WHY) or kind.startswith(SAY_WHY_FROM)
    return f"{kind}: {error}" if open_ and str(error) else kind


class Lines(logging.Formatter):
    """One record, one line (an error adds its trace), rendered by structlog and then redacted."""

    def __init__(self, as_json: bool, redact: Redact) -> None:
        super().__init__()
        self._as_json, self._redact = as_json, redact
        self._render: logging.Formatter | None = None

    def format(self, record: logging.LogRecord) -> str:
        self._render = self._render or _renderer(self._as_json)
        return self._redact(self._render.format(record))


def _renderer(as_json: bool) -> logging.Formatter:
    import structlog

    def trace(_: Any, __: str, event: Any) -> Any:
        """In the place of structlog's own, which shows local variables."""
        if isinstance(info := event.pop("exc_info", None), tuple) and info[1]:
            event["exception"] = told(info[1])
        return event

    render: Any = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _console()
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, trace, render],
    )


def _console() -> Any:
    import structlog

    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)


def configure(
    level: str = "INFO", as_json: bool = False, secrets: Iterable[str] = (), to: TextIO | None = None
) -> None:
    """Send all at `level` and above to `to` (stderr unless given). A second call replaces the first."""
    handler = _Stderr() if to is None else logging.StreamHandler(to)
    handler.setFormatter(Lines(as_json, redactor(secrets)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a broken log line must not print its arguments
    sys.excepthook = _uncaught
    threading.excepthook = lambda it: _uncaught(it.exc_type, it.exc_value or it.exc_type(), it.exc_traceback)


class _Stderr(logging.StreamHandler[TextIO]):
    """stderr as it is at the moment of writing, so that a prompt can put itself in its place."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("bot").critical("stopped by an error", exc_info=(kind, error, trace))
