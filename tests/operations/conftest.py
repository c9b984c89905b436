"""`full`: the address of a SQLite database with something in every table; `postgres`: of an empty one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import _url
from tests.operations.full import fill


@pytest.fixture
async def full(tmp_path: Path) -> str:
    url = f"sqlite+aiosqlite:///{tmp_path / 'full.db'}"
    await fill(url)
    return url


@pytest.fixture
async def postgres(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    async for url in _url("postgresql", request, tmp_path, ready=False):
        yield url
