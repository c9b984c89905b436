"""Settings: what is read, what is refused, and that no secret is ever shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.config import machine, settings
from bot.config.settings import Settings, SettingsError, load

NOTHING = Path("/nowhere/.env")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith(settings.PREFIX):
            monkeypatch.delenv(name)


def given(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(f"SCROLLWISE_{name}", value)
    return load(NOTHING)


def test_everything_has_a_default() -> None:
    chosen = load(NOTHING)
    assert chosen.database == f"sqlite+aiosqlite:///{chosen.data_dir}/scrollwise.db"
    assert (chosen.content_dir / "locales" / "en").is_dir()
    assert not chosen.secret_file.is_relative_to(chosen.data_dir)
    assert chosen.telegram_token is chosen.discord_token is None
    assert chosen.keys == ()


def test_the_key_is_not_in_the_data_folder_where_both_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("user_data_path", "user_config_path"):
        monkeypatch.setattr(f"platformdirs.{kind}", lambda name: Path("/home/ann/Application Support") / name)
    chosen = load(NOTHING)
    assert not chosen.secret_file.is_relative_to(chosen.data_dir)


def test_an_empty_value_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, TELEGRAM_TOKEN="", TICK_SECONDS="") == load(NOTHING)


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("sqlite:////tmp/x.db", "sqlite+aiosqlite:////tmp/x.db"),
        ("postgres://a:b@h/x", "postgresql+asyncpg://a:b@h/x"),
        ("postgresql://h/x?ssl=require", "postgresql+asyncpg://h/x?ssl=require"),
        ("postgresql+asyncpg://h/x", "postgresql+asyncpg://h/x"),
    ],
)
def test_databases(monkeypatch: pytest.MonkeyPatch, address: str, read: str) -> None:
    assert given(monkeypatch, DATABASE_URL=address).database == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://ann:hush@h/x"),
        ("DATABASE_URL", "hush"),
        ("DATABASE_URL", "postgresql://[hush"),
        ("SECRET_KEYS", "hush"),
        ("SECRET_KEYS", "hush=="),
        ("TICK_SECONDS", "hush"),
        ("TICK_SECONDS", "0"),
        ("TICK_SECONDS", "nan"),
        ("TELEGRAM_API_URL", "ftp://hush"),
        ("TELEGRAM_WEBHOOK_URL", "http://hush"),
        ("DISCORD_GATEWAY_URL", "https://hush"),
        ("CONTENT_DIR", "/hush"),
        ("LOG_LEVEL", "hush"),
        ("LOG_FORMAT", "hush"),
    ],
)
def test_what_is_wrong_is_told_by_name_and_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        given(monkeypatch, **{name: value})
    (line,) = caught.value.lines
    assert line.startswith(f"SCROLLWISE_{name}: ")
    assert "hush" not in line


def test_secrets_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    key, other = (Fernet.generate_key().decode() for _ in range(2))
    values = {
        "TELEGRAM_TOKEN": "123:hush",
        "DISCORD_TOKEN": "hush.hush",
        "DATABASE_URL": "postgres://a:hu%40sh@h/x",
    }
    chosen = given(monkeypatch, SECRET_KEYS=f"{key}, {other}", **values)
    assert chosen.keys == (key, other)
    for shown in (repr(chosen), str(chosen), chosen.model_dump_json()):
        assert "hu" not in shown
        assert key not in shown
    assert set(chosen.secrets()) == {"123:hush", "hush.hush", "hu%40sh", "hu@sh", key, other}


def test_a_file_is_read_and_the_environment_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("SCROLLWISE_TICK_SECONDS=5\nSCROLLWISE_LOG_LEVEL=error\nANOTHER=1\n")
    monkeypatch.setenv("SCROLLWISE_TICK_SECONDS", "7")
    chosen = load(file)
    assert (chosen.tick_seconds, chosen.log_level) == (7, "ERROR")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SCROLLWISE_TICK_SECONDS=\xff\n")
    with pytest.raises(SettingsError, match="cannot be read as UTF-8"):
        load(tmp_path / ".env")


def test_unknown_names_are_pointed_out() -> None:
    environment = {
        "SCROLLWISE_SECRET_KEY": "x",
        "SCROLLWISE_TICK_SECONDS": "5",
        "scrollwise_zzz": "1",
        "PATH": "/",
    }
    assert settings.unknown_variables(environment, NOTHING) == (
        "SCROLLWISE_SECRET_KEY is not a setting. Did you mean SCROLLWISE_SECRET_KEYS?",
        "SCROLLWISE_ZZZ is not a setting.",
    )


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "es_ES.UTF-8"}, "es"),
        ({"LANGUAGE": "es:en", "LANG": "en_GB"}, "es"),
        ({"LANG": "en_GB", "LC_ALL": "es"}, "es"),
        ({"LANG": "sr_RS@latin"}, "sr"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LC_ALL": "POSIX", "LANG": "es_ES"}, ""),
        ({}, ""),
    ],
)
def test_the_machines_language(environment: dict[str, str], code: str) -> None:
    assert machine.language(environment) == code


@pytest.mark.parametrize(
    ("name", "zone"),
    [("Europe/Madrid", "Europe/Madrid"), (":America/Lima", "America/Lima")],
)
def test_the_machines_zone(monkeypatch: pytest.MonkeyPatch, name: str, zone: str) -> None:
    monkeypatch.setenv("TZ", name)
    monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)
    assert machine.zone() == zone


@pytest.mark.parametrize(
    ("environment", "colours", "dumb"),
    [
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, True),
    ],
)
def test_the_terminal(environment: dict[str, str], colours: bool, dumb: bool) -> None:
    assert (machine.colours(environment), machine.dumb_terminal(environment)) == (colours, dumb)
