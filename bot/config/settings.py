"""Settings: the variables SCROLLWISE_* of the environment, or of `.env` in the folder of the start.

Nothing else reads the environment. Secrets are `SecretStr`, so that no print shows them.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

import platformdirs
from pydantic import AfterValidator, BeforeValidator, DirectoryPath, Field, SecretStr, ValidationError

from bot.config.discord import DiscordSection
from bot.config.fields import PREFIX
from bot.config.telegram import TelegramSection

PACKAGE = Path(__file__).parent.parent
PLATFORMS = ("telegram", "discord")  # each has a section of its own, with a token and a rate
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


class SettingsError(Exception):
    """Settings that cannot be used: each of `lines` names a variable and says why, without its value."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def database_address(value: SecretStr) -> SecretStr:
    """An address as people write it, with the async driver. Raises ValueError."""
    scheme, found, rest = value.get_secret_value().partition("://")
    if not found or scheme not in DRIVERS:
        raise ValueError("must begin with sqlite:/// or postgresql://")
    urlsplit(f"x://{rest}")  # raises ValueError for what no address can be
    return SecretStr(f"{DRIVERS[scheme]}://{rest}")


def _fernet(value: SecretStr) -> SecretStr:
    for key in split(value):
        try:
            fits = len(base64.urlsafe_b64decode(key)) == 32
        except (binascii.Error, ValueError):
            fits = False
        if not fits:
            raise ValueError("must be Fernet keys (32 bytes in url-safe base64), separated by commas")
    return value


def split(keys: SecretStr) -> tuple[str, ...]:
    """The keys of a list separated by commas or blanks, the newest first."""
    return tuple(re.split(r"[\s,]+", keys.get_secret_value().strip()))


def _home(value: Path) -> Path:
    return value.expanduser().absolute()


def shipped(name: str) -> Path:
    """A folder that comes with the bot: in `bot/shipped/` of a wheel, beside the package in a checkout."""
    inside = PACKAGE / "shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def _data_dir() -> Path:
    """Not the folder of the secret, which is the same one on some systems."""
    data, config = (platformdirs.user_data_path("scrollwise"), platformdirs.user_config_path("scrollwise"))
    return data / "data" if data == config else data


Folder = Annotated[Path, AfterValidator(_home)]


class Settings(TelegramSection, DiscordSection):
    """All settings. `database_url` "" means a SQLite file in `data_dir`; `tick_seconds`: how often the
    scheduler looks for due work; `health_port`: of the page with health and metrics, None for no page."""

    database_url: Annotated[SecretStr, AfterValidator(database_address)] | None = None
    content_dir: Annotated[DirectoryPath, AfterValidator(_home)] = Field(
        default_factory=lambda: shipped("content")
    )
    data_dir: Folder = Field(default_factory=_data_dir)
    secret_keys: Annotated[SecretStr, AfterValidator(_fernet)] | None = None
    secret_file: Folder = Field(
        default_factory=lambda: platformdirs.user_config_path("scrollwise") / "secret.key"
    )
    tick_seconds: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)] = 20
    health_port: Annotated[int, Field(ge=0, le=65535)] | None = None
    health_host: str = "127.0.0.1"
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @property
    def database(self) -> str:
        """The database's address with an async driver. It can hold a password."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.data_dir / 'scrollwise.db'}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The Fernet keys that are set, the newest first; empty: the key is in `secret_file`."""
        return split(self.secret_keys) if self.secret_keys else ()

    @property
    def serves(self) -> bool:
        """Whether `scrollwise run` serves any platform; otherwise it is the chat in this terminal."""
        return any(getattr(self, f"{platform}_token") for platform in PLATFORMS)

    def rates(self) -> dict[str, float]:
        """Messages a second that each platform takes, of all processes together."""
        return {platform: getattr(self, f"{platform}_per_second") for platform in PLATFORMS}

    def secrets(self) -> tuple[str, ...]:
        """Every value that must never be shown."""
        apart = ("database_url", "secret_keys")  # only a part of the one, each part of the other
        values = (getattr(self, name) for name in type(self).model_fields if name not in apart)
        secrets = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
        password = urlsplit(self.database).password or ""
        return tuple(filter(None, (*secrets, *self.keys, password, unquote(password))))


def load(env_file: Path = Path(".env")) -> Settings:
    """The settings as the environment and `env_file` have them. Raises `SettingsError`."""
    try:
        return Settings(_env_file=env_file, _env_file_encoding="utf-8")  # type: ignore[call-arg]
    except ValidationError as error:
        raise SettingsError(tuple(_line(e["loc"], e["msg"]) for e in error.errors())) from None
    except (OSError, UnicodeError):
        raise SettingsError((f"{env_file} cannot be read as UTF-8 text",)) from None


def _line(loc: tuple[int | str, ...], message: str) -> str:
    return f"{PREFIX}{str(loc[0]).upper()}: {message.removeprefix('Value error, ')}"


def unknown_variables(
    environ: Mapping[str, str] = os.environ, env_file: Path = Path(".env")
) -> tuple[str, ...]:
    """One line for each SCROLLWISE_ variable that is no setting, with the nearest name: most are typos."""
    known = [name.upper() for name in Settings.model_fields]
    names = (name.upper() for name in (*environ, *_names(env_file)))
    ours = {name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX)}
    return tuple(_unknown(name, known) for name in sorted(ours.difference(known)))


def _names(env_file: Path) -> tuple[str, ...]:
    from dotenv import dotenv_values

    return tuple(dotenv_values(env_file, encoding="utf-8"))


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"{PREFIX}{name} is not a setting." + (f" Did you mean {PREFIX}{near[0]}?" if near else "")
