"""The newer of the system's and the installed zone data count."""

from __future__ import annotations

import zoneinfo
from datetime import datetime
from pathlib import Path

import pytest

from bot.config import zonedata
from bot.operations import zones


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch):
    """A system's zone data of a release; the path in use is as before afterwards."""
    before = zoneinfo.TZPATH
    monkeypatch.delenv("PYTHONTZPATH", raising=False)

    def of(folder: Path, release: str) -> None:
        (folder / "tzdata.zi").write_text(f"# version {release}\n")
        zoneinfo.reset_tzpath((str(folder),))

    yield of
    zoneinfo.reset_tzpath(before)
    zoneinfo.ZoneInfo.clear_cache()


def test_older_data_of_the_system_are_left_aside(path, tmp_path):
    path(tmp_path, "2020a")
    zonedata.use_newest()
    assert zoneinfo.TZPATH == ()
    assert zonedata.PACKAGE in zones.data().told


def test_newer_data_of_the_system_are_read(path, tmp_path):
    path(tmp_path, "2999z")
    zonedata.use_newest()
    assert (str(tmp_path),) == zoneinfo.TZPATH


def test_a_path_of_the_environment_stays(path, tmp_path, monkeypatch):
    path(tmp_path, "2020a")
    monkeypatch.setenv("PYTHONTZPATH", str(tmp_path))
    zonedata.use_newest()
    assert (str(tmp_path),) == zoneinfo.TZPATH


def test_vancouver_keeps_its_summer_time_of_2026():
    there = datetime(2026, 11, 25, 12, tzinfo=zoneinfo.ZoneInfo("America/Vancouver"))
    assert there.utcoffset().total_seconds() == -7 * 3600
