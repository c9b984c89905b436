"""No token, no key and no word of a person in any line of the log."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import httpx
import pytest
import structlog

from bot.config import logs

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFake"
KEY = 'p"ss/w rd+='


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What is set up for the whole process is put back."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(False)
    structlog.reset_defaults()
    for name in logs.QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture(params=[False, True], ids=["text", "json"])
def written(request: pytest.FixtureRequest) -> io.StringIO:
    out = io.StringIO()
    logs.configure("DEBUG", request.param, [KEY], out)
    return out


def test_a_line_says_what_happened(written: io.StringIO) -> None:
    logging.getLogger("bot.delivery.worker").info("sent %d", 3, extra={"kind": "week"})
    structlog.get_logger("bot.delivery.worker").info("sent", kind="week")
    for line in written.getvalue().splitlines():
        assert all(part in line for part in ("sent", "bot.delivery.worker", "info", "week"))
        if line.startswith("{"):
            assert json.loads(line)["kind"] == "week"
    assert len(written.getvalue().splitlines()) == 2


@pytest.mark.parametrize(
    "secret", [KEY, "p%22ss/w%20rd%2B%3D", "p%22ss%2Fw%20rd%2B%3D", TOKEN, TOKEN.replace(":", "%3A")]
)
def test_secrets_are_hidden_wherever_they_stand(written: io.StringIO, secret: str) -> None:
    log = logging.getLogger("telegram.ext")
    log.warning("GET https://api/bot%s/getMe", secret)
    log.warning("odd", extra={"url": f"https://x/{secret}", "deep": {"a": [secret]}})
    structlog.get_logger("x").warning(f"with {secret}", key=secret)
    try:
        raise OSError(f"no way to {secret}")
    except OSError:
        log.exception("failed")
        structlog.get_logger("x").exception("failed")
    text = written.getvalue()
    assert secret not in text
    assert json.dumps(secret)[1:-1] not in text
    assert text.count(logs.HIDDEN) == 7
    assert text.count("OSError: no way to [hidden]") == 2


def test_a_password_in_an_address_is_hidden(written: io.StringIO) -> None:
    logging.getLogger("x").warning("postgresql://ann:hush@db/coach is away")
    assert "hush" not in written.getvalue()
    assert "@db/coach is away" in written.getvalue()


def test_an_error_that_may_quote_a_person_tells_its_type_only(written: io.StringIO) -> None:
    log = logging.getLogger("x")
    words = "nobody may read this"
    try:
        try:
            int(words)
        except ValueError as error:
            raise KeyError(words) from error
    except KeyError:
        log.exception("failed")
    try:
        raise ExceptionGroup("both", [ValueError(words), RuntimeError("the loop is closed")])
    except ExceptionGroup as group:
        log.error("failed", exc_info=group)
    text = written.getvalue()
    assert words not in text.replace('raise ExceptionGroup("both", [ValueError(words)', "")
    assert "test_logs.py" in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "RuntimeError: the loop is closed" in text


def test_what_nobody_caught_is_logged_the_same_way(written: io.StringIO) -> None:
    def fail() -> None:
        raise ValueError("words of a person " + TOKEN)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    text = written.getvalue()
    assert text.count("stopped by an error") == 2
    assert "words of a person AA" not in text
    assert TOKEN not in text


def test_a_line_that_cannot_be_written_does_not_print_its_arguments(written: io.StringIO) -> None:
    (handler,) = (it for it in logging.getLogger().handlers if isinstance(it, logs.Handler))
    handler.handle(logging.LogRecord("x", logging.WARNING, "", 0, "%d", ("words of a person",), None))
    assert "words of a person" not in written.getvalue()
    assert "could not be written: TypeError" in written.getvalue()


async def test_the_http_client_is_silent(written: io.StringIO) -> None:
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(lambda request: httpx.Response(200))
    ) as client:
        await client.get(f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert written.getvalue() == ""


def test_warnings_go_to_the_log(written: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("odd", stacklevel=1)
    assert "odd" in written.getvalue()


def test_set_up_again_it_replaces_itself(written: io.StringIO) -> None:
    again = io.StringIO()
    logs.configure("WARNING", False, [], again)
    logging.getLogger("x").info("quiet")
    logging.getLogger("x").warning("loud")
    assert written.getvalue() == ""
    assert again.getvalue().count("loud") == 1
    assert "quiet" not in again.getvalue()


def test_errors_that_came_from_one_another_are_told_once() -> None:
    one, two = ValueError("their words"), KeyError("more of them")
    one.__cause__, two.__cause__ = two, one
    assert logs.told(one) == "KeyError\nValueError"
    one.__cause__ = one
    assert logs.told(one) == "ValueError"
