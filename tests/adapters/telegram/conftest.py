"""`api` is a Bot API server; `coach` serves on it. Telegram's tests need one kind of database only."""

from __future__ import annotations

import logging
import socket
from collections.abc import AsyncIterator, Iterator
from io import StringIO

import pytest
import structlog

from bot.adapters.telegram import dispatcher, polling, sender
from bot.config import logs
from bot.config.backoff import Backoff
from tests.adapters.telegram.coach import Coach, coaching
from tests.adapters.telegram.server import TOKEN, BotApi, Chat


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """First pauses between tries are short here; they grow as ever, and what Telegram asks for is kept."""
    monkeypatch.setattr(sender, "ANSWER_BACKOFF", Backoff(0.05, 30))
    monkeypatch.setattr(dispatcher, "STORAGE_BACKOFF", Backoff(0.05, 30))
    monkeypatch.setattr(polling, "CONNECT_BACKOFF", Backoff(0.05, 30))


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
async def coach(url: str, api: BotApi) -> AsyncIterator[Coach]:
    async with coaching(url, api.url) as coach:
        yield coach


@pytest.fixture
def log() -> Iterator[StringIO]:
    """All that is logged, at every level, as the program logs."""
    root, stream = logging.getLogger(), StringIO()
    before = root.handlers[:], root.level
    logs.configure("DEBUG", secrets=(TOKEN,), to=stream)
    yield stream
    root.handlers[:], root.level = before
    logging.captureWarnings(False)
    structlog.reset_defaults()


@pytest.fixture
def ann(api: BotApi) -> Chat:
    return api.chat(1001)


@pytest.fixture
def unused_port() -> int:
    """A port on which nobody listens just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
