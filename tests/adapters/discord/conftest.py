"""A small Discord, somebody on it, and the bot."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path

import pytest
import structlog

from bot.config import logs
from tests.adapters.discord.coach import Coach, running, settings
from tests.adapters.discord.local import LocalDiscord
from tests.adapters.discord.person import Person


@pytest.fixture
async def discord() -> AsyncIterator[LocalDiscord]:
    async with LocalDiscord() as discord:
        yield discord
        assert discord.wrong == []


@pytest.fixture
async def coach(discord: LocalDiscord, url: str, tmp_path: Path) -> AsyncIterator[Coach]:
    chosen = settings(tmp_path, discord.api_url, discord.token)
    async with running(url, chosen, discord.connected) as coach:
        discord.busy = lambda: coach.discord.handlers.busy
        yield coach


@pytest.fixture
def ann(discord: LocalDiscord, coach: Coach) -> Person:
    return Person(discord)


@pytest.fixture
def log() -> Iterator[StringIO]:
    """All that is logged, as the program logs. (The library's own way takes long for each trace.)"""
    root, stream = logging.getLogger(), StringIO()
    before = root.handlers[:], root.level
    logs.configure("INFO", to=stream)
    yield stream
    root.handlers[:], root.level = before
    logging.captureWarnings(False)
    structlog.reset_defaults()
