"""Logs: set up once, readable or JSON, without a token, a key or a word of a person.

structlog's loggers and the standard library's end in one handler, so that one filter sees every line.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Final, TextIO
from urllib.parse import quote

import structlog

HIDDEN = "[hidden]"
# Loggers that say too much below a warning: addresses with tokens, whole updates, SQL with its parameters.
QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "discord",
    "alembic",
    "aiosqlite",
    "asyncio",
    "sqlalchemy",
)
# Shapes of secrets that nobody has named: a Telegram token, a Discord token, a password within an address.
SHAPES = re.compile(
    r"(?<!\d)\d{6,12}(?::|%3A)[\w-]{30,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=://)[^\s/:@]*:[^\s/@]+(?=@)"
)
# Errors whose message is about code or machines. Others ("invalid literal for int(): …") quote what they
# choked on, which can be a person's words: of those only the type is shown.
SAY_WHY = (OSError, ImportError, AttributeError, NameError, TypeError, AssertionError, RuntimeError)
SAY_WHY_FROM = ("bot.", "sqlalchemy.", "sqlite3", "asyncpg.")

WHAT: Final[list[structlog.types.Processor]] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

Redact = Callable[[str], str]


def redactor(secrets: Iterable[str]) -> Redact:
    """A function that takes every secret out of a text, also as it stands in an address or in JSON."""
    forms = {f for s in secrets if s for f in (s, quote(s), quote(s, safe=""), s.replace('"', '\\"'))}
    named = re.compile("|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True)) or r"(?!)")
    return lambda text: SHAPES.sub(HIDDEN, named.sub(HIDDEN, text))


def told(error: BaseException, _after: frozenset[int] = frozenset()) -> str:
    """An error, what it came from and the lines that led there; no message that may quote a person. Of errors
    in a circle of causes each is shown once (`_after`: the ids of those above)."""
    source = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = [source, *getattr(error, "exceptions", ())]
    after = _after | {id(error)}
    before = [told(part, after) for part in parts if part is not None and id(part) not in after]
    return "\n".join([*before, "".join(traceback.format_tb(error.__traceback__)) + _named(error)])


def _named(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    open_ = isinstance(error, SAY_WHY) or kind.startswith(SAY_WHY_FROM)
    return f"{kind}: {error}" if open_ and str(error) else kind


class Lines(structlog.stdlib.ProcessorFormatter):
    """One record, one line (an error adds its trace), rendered by structlog and then redacted."""

    def __init__(self, as_json: bool, redact: Redact) -> None:
        last: Any = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _readable()
        super().__init__(
            foreign_pre_chain=[*WHAT, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _traced, last],
        )
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))


def _readable() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)


def _traced(_: Any, __: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    """An error's trace, in the place of structlog's own, which shows local variables."""
    info = event.pop("exc_info", None)
    error = info if isinstance(info, BaseException) else info[1] if isinstance(info, tuple) else None
    if info is True:
        error = sys.exc_info()[1]
    return {**event, "exception": told(error)} if error else event


def configure(
    level: str = "INFO", as_json: bool = False, secrets: Iterable[str] = (), to: TextIO | None = None
) -> None:
    """Send all at `level` and above to `to` (stderr unless given). A second call replaces the first."""
    handler = Handler(to)
    handler.setFormatter(Lines(as_json, redactor(secrets)))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *WHAT,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda it: _uncaught(it.exc_type, it.exc_value or it.exc_type(), it.exc_traceback)


class Handler(logging.StreamHandler[TextIO]):
    """Writes to stderr as it is at that moment, so that a prompt can put itself in its place."""

    def __init__(self, to: TextIO | None = None) -> None:
        super().__init__(to or sys.stderr)
        self._fixed = to is not None

    def emit(self, record: logging.LogRecord) -> None:
        if not self._fixed:
            self.stream = sys.stderr
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """The library would print the record's arguments, which nobody has looked through."""
        error = sys.exc_info()[0]
        if error is not BrokenPipeError:
            self.stream.write(f"a line of {record.name} could not be written: {error and error.__name__}\n")


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("bot").critical("stopped by an error", exc_info=(kind, error, trace))
