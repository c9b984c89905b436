"""Every line says that all is well, or what is wrong and how to mend it; nothing is changed by looking."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import make_url

from bot.db.secrets import Secrets, new_key
from bot.ops import doctor, finding, stored, zones
from bot.settings import Settings
from tests.conftest import KEY
from tests.db.samples import meet
from tests.program import Program

TOKEN, OTHER = "123456:AAFakeFakeFakeFakeFakeFakeFakeFakeFake", "MTIz.discord.fake"


@pytest.fixture
def platform() -> Iterator[Any]:
    """A server that answers as set: `status`, and a clock that is `off` by so many seconds."""
    it = SimpleNamespace(status=200, off=0.0, asked=[])

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            it.asked.append((self.path, self.headers.get("Authorization")))
            body = json.dumps({"ok": True, "result": {"username": "wisebot"}}).encode()
            self.send_response_only(it.status)
            self.send_header("Date", formatdate(time.time() + it.off, usegmt=True))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    it.url = f"http://127.0.0.1:{server.server_port}"
    yield it
    server.shutdown()
    server.server_close()


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
    from bot.db.database import Database

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


def test_tokens_are_asked_for_and_never_shown(platform: Any, tmp_path: Path) -> None:
    settings = {
        "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": f"{platform.url}/bot",
        "DISCORD_TOKEN": OTHER, "DISCORD_API_URL": f"{platform.url}/api",
    }  # fmt: skip
    done = Program(tmp_path, settings).run("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("the token is known (@wisebot)") == 2
    assert done.stdout.count("agrees with this machine's") == 2
    assert platform.asked == [(f"/bot{TOKEN}/getMe", None), ("/api/users/@me", f"Bot {OTHER}")]
    platform.status, platform.off = 401, -3600
    done = Program(tmp_path, settings).run("doctor")
    assert done.returncode == 1
    assert "WRONG Telegram: the token is not known. To mend it: get a new one from @BotFather" in done.stdout
    assert "WRONG clock of Discord: this machine's is 3600 s ahead of it. To mend it:" in done.stdout
    assert not {TOKEN, OTHER} & set((done.stdout + done.stderr).split())
    assert TOKEN not in done.stdout + done.stderr


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


async def test_a_server_that_is_away(tmp_path: Path) -> None:
    told = await found(chosen(tmp_path, database_url="postgresql://ann:hush@127.0.0.1:1/x"))
    assert "cannot be reached" in told["database (postgresql)"].told
    assert not any("hush" in str(f) for f in told.values())


def test_a_wrong_setting_is_found(tmp_path: Path) -> None:
    done = Program(tmp_path, {"TICK_SECOND": "3"}).run("doctor")
    assert (done.returncode, "SCROLLWISE_TICK_SECONDS?" in done.stdout) == (1, True)
    assert Program(tmp_path, {"TICK_SECONDS": "x"}).run("doctor").returncode == 1


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
    assert stored.folder(chosen(tmp_path)).well
    monkeypatch.setattr(stored, "_FREE", 1 << 62)
    assert "make room" in stored.folder(chosen(tmp_path)).mend
