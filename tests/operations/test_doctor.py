"""Every line says that all is well, or what is wrong and how to mend it; nothing is changed by looking."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from bot.config.settings import Settings
from bot.operations import doctor, finding, local_checks, zones
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets, new_key
from tests.conftest import KEY, Server
from tests.platforms import Platform
from tests.program import Program
from tests.storage.samples import meet

TOKEN, OTHER = "123456:AAFakeFakeFakeFakeFakeFakeFakeFakeFake", "MTIz.discord.fake"


def chosen(folder: Path, **settings: Any) -> Settings:
    plain = {"data_dir": folder / "data", "secret_file": folder / "secret.key", **settings}
    return Settings(_env_file=None, **plain)  # type: ignore[call-arg]


async def found(settings: Settings) -> dict[str, finding.Finding]:
    return {f.subject: f async for f in doctor.look(settings)}


def test_in_a_new_place_all_is_well_and_nothing_is_made(tmp_path: Path) -> None:
    done = Program(tmp_path).run("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(line.startswith("ok    ") for line in done.stdout.splitlines())
    assert os.listdir(tmp_path) == []


async def test_a_database_in_use(url: str, tmp_path: Path) -> None:
    database = Database(url, Secrets([KEY]))
    await database.start()
    await meet(database)
    await database.close()
    told = await found(chosen(tmp_path, database_url=url, secret_keys=KEY))
    kind = make_url(url).get_backend_name()
    assert [str(f) for f in told.values() if not f.well] == []
    assert "the newest" in told[f"database ({kind})"].told
    assert "opens it" in told[f"database ({kind}) and key"].told
    assert ("clock of the database" in told) == (kind == "postgresql")
    told = await found(chosen(tmp_path, database_url=url, secret_keys=new_key()))
    assert "bring the key back" in told[f"database ({kind}) and key"].mend
    told = await found(chosen(tmp_path, database_url=url))
    assert "there is no key" in told[f"database ({kind}) and key"].told
    assert not (tmp_path / "secret.key").exists()


def both(platform: Platform) -> dict[str, str]:
    return {
        "telegram_token": TOKEN, "telegram_api_url": f"{platform.url}/bot",
        "discord_token": OTHER, "discord_api_url": f"{platform.url}/api",
    }  # fmt: skip


def test_tokens_are_asked_for_and_never_shown(platform: Platform, tmp_path: Path) -> None:
    settings = {name.upper(): value for name, value in both(platform).items()}
    done = Program(tmp_path, settings).run("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("the token is known (@wisebot)") == 2
    assert done.stdout.count("agrees with this machine's") == 2
    assert platform.asked == [(f"/bot{TOKEN}/getMe", None), ("/api/users/@me", f"Bot {OTHER}")]
    assert not any(token in done.stdout + done.stderr for token in (TOKEN, OTHER))


async def test_a_token_that_is_not_known_and_a_clock_that_is_wrong(
    platform: Platform, tmp_path: Path
) -> None:
    platform.status, platform.off = 401, -3600
    told = await found(chosen(tmp_path, **both(platform)))
    assert told["Telegram"].told == told["Discord"].told == "the token is not known"
    assert "@BotFather" in told["Telegram"].mend
    assert re.search(r"this machine's is 36\d\d s ahead of it", told["clock of Discord"].told)
    platform.status, platform.off = 502, 0
    assert "answers with 502" in (await found(chosen(tmp_path, **both(platform))))["Telegram"].told


async def test_a_platform_that_is_away(tmp_path: Path) -> None:
    told = await found(chosen(tmp_path, telegram_token=TOKEN, telegram_api_url="http://127.0.0.1:1/bot"))
    assert "cannot be reached (ConnectError)" in told["Telegram"].told
    assert "network" in told["Telegram"].mend


async def test_what_is_wrong_on_the_disk(tmp_path: Path) -> None:
    data, key, content = tmp_path / "data", tmp_path / "secret.key", tmp_path / "content"
    data.mkdir(mode=0o777)
    data.chmod(0o777)
    content.mkdir()
    key.write_text(KEY)
    key.chmod(0o644)
    (data / "scrollwise.db").write_text("Dear diary, this is no database at all. " * 9)
    told = await found(chosen(tmp_path, content_dir=content))
    assert told["data folder"].mend == f"chmod 700 {data}"
    assert f"chmod 600 {key}" in told["secret key"].told
    assert "content check" in told["content"].mend
    assert "not a database" in told["database (sqlite)"].told
    assert str(data) in str(told["data folder"])
    assert all(" To mend it: " in str(f) for f in told.values() if not f.well)
    (data / "scrollwise.db").unlink()
    with closing(sqlite3.connect(data / "scrollwise.db")) as connection, connection:
        connection.executescript(
            "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('9999')"
        )
    assert "newer release" in (await found(chosen(tmp_path)))["database (sqlite)"].mend


async def test_a_server_without_the_database(server: Server, tmp_path: Path) -> None:
    told = await found(chosen(tmp_path, database_url=server.url("nowhere")))
    assert "the server has no such database" in told["database (postgresql)"].told


async def test_a_server_that_is_away(tmp_path: Path) -> None:
    told = await found(chosen(tmp_path, database_url="postgresql://ann:hush@127.0.0.1:1/x"))
    assert "cannot be reached" in told["database (postgresql)"].told
    assert not any("hush" in str(f) for f in told.values())


def test_a_wrong_setting_is_found(tmp_path: Path) -> None:
    done = Program(tmp_path, {"TICK_SECOND": "3"}).run("doctor")
    assert (done.returncode, "SCROLLWISE_TICK_SECONDS?" in done.stdout) == (1, True)
    assert " To mend it: rename or remove" in done.stdout


def test_clocks_that_disagree() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert finding.clock("c", now, now + timedelta(seconds=4)).well
    assert "6 s behind" in finding.clock("c", now, now - timedelta(seconds=6)).told


def test_old_knowledge_of_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert zones.data().well
    monkeypatch.setattr(zones, "_released", lambda: "2019c")
    assert "tzdata" in zones.data().mend


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    assert local_checks.folder(chosen(tmp_path)).well
    monkeypatch.setattr(local_checks, "_MIN_FREE_BYTES", 1 << 62)
    assert "make room" in local_checks.folder(chosen(tmp_path)).mend


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_damaged_page_is_found(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = Database(url, Secrets([KEY]))
    await database.start()
    async with database.read() as transaction:
        page = text("SELECT rootpage FROM sqlite_master WHERE name = 'journal'")
        number = await transaction.connection.scalar(page)
        size = await transaction.connection.scalar(text("PRAGMA page_size"))
    await database.close()
    _damage(Path(str(make_url(url).database)), number, size)
    told = await found(chosen(tmp_path, database_url=url, secret_keys=KEY))
    finding = told["database (sqlite) and its file"]
    assert "damaged" in finding.told
    assert "scrollwise restore" in finding.mend
    await database.start()
    await database.close()
    assert "the database file is damaged" in capsys.readouterr().out


def _damage(file: Path, page: int, size: int) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: (page - 1) * size] + b"\xff" * size + whole[page * size :])
