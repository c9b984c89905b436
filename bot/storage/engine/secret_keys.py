"""The key that everything personal is encrypted with: from a setting, or from a file of its own.

Fernet (AES-128-CBC with HMAC-SHA256) by the `cryptography` package. The first key encrypts, all of them
decrypt, so that a key can be changed: put the new one first, run `rotate.rotate`, take the old one away.
"""

from __future__ import annotations

import base64
import os
import re
import stat
import time
from collections.abc import Sequence
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.storage.engine.errors import UnsafeKey, WrongKey

_PATIENCE = 2.0  # seconds to wait for another process that is just writing the key file
_NO_TIME = 0  # a Fernet token carries its time in clear; when somebody wrote is nobody's business


class Secrets:
    """Encrypts and decrypts. Holds the keys, and never shows them."""

    def __init__(self, keys: Sequence[str]) -> None:
        """`keys`: url-safe base64 of 32 bytes each, as `new_key` makes them. Raises UnsafeKey."""
        try:
            self._fernets = [Fernet(key) for key in keys]
        except ValueError:
            raise UnsafeKey("a secret key must be 32 bytes, written as url-safe base64") from None
        if not self._fernets:
            raise UnsafeKey("no secret key was given")
        self._all = MultiFernet(self._fernets)

    def encrypt(self, plain: bytes) -> bytes:
        return base64.urlsafe_b64decode(self._all.encrypt_at_time(plain, _NO_TIME))

    def decrypt(self, sealed: bytes) -> bytes:
        """Raises WrongKey for what none of the keys opens (or what was tampered with)."""
        try:
            return self._all.decrypt(base64.urlsafe_b64encode(sealed))
        except InvalidToken:
            raise WrongKey("the secret key does not open what is stored") from None

    def is_current(self, sealed: bytes) -> bool:
        """Whether the first key encrypted it."""
        try:
            self._fernets[0].decrypt(base64.urlsafe_b64encode(sealed))
        except InvalidToken:
            return False
        return True


def new_key() -> str:
    return Fernet.generate_key().decode()


def parse(text: str) -> Secrets:
    """Keys separated by commas, blanks or lines; the first encrypts. Raises UnsafeKey."""
    return Secrets([key for key in re.split(r"[\s,]+", text) if key])


def load(keys: str, path: Path, data_folder: Path) -> Secrets:
    """The keys given, or else those of the file at `path`, which is made at the first start.

    Raises UnsafeKey for a file inside the data folder (a copy of the data would carry its own key) or one
    that others can read.
    """
    if keys.strip():
        return parse(keys)
    if path.resolve().is_relative_to(data_folder.resolve()):
        raise UnsafeKey(f"the key file {path} lies in the data folder; keep the key elsewhere")
    if not path.exists():
        _create(path)
    return parse(_read(path))


def _create(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return  # another process was quicker: its key is the key
    with os.fdopen(file, "w") as stream:
        stream.write(new_key() + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def _read(path: Path) -> str:
    with path.open() as stream:
        if os.name == "posix" and stat.S_IMODE(os.fstat(stream.fileno()).st_mode) & 0o077:
            raise UnsafeKey(f"the key file {path} can be read by others; run: chmod 600 {path}")
        text = stream.read()
    deadline = time.monotonic() + _PATIENCE
    while not text.strip():  # made an instant ago by a process that has not written yet
        if time.monotonic() > deadline:
            raise UnsafeKey(f"the key file {path} is empty")
        time.sleep(0.02)
        text = path.read_text()
    return text
