"""The secret keys that everything personal is encrypted with, and keyed hashes.

Encryption is Fernet (AES-128-CBC with HMAC-SHA256) by the `cryptography` package. The first key encrypts and
all keys decrypt. So a key can be changed: put the new one first, run `bot.storage.rotate`, remove the old
one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import stat
import time
from collections.abc import Sequence
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.storage.engine.errors import UnsafeKey, WrongKey

KEY_FILE_TIMEOUT_SECONDS = 2.0  # how long another process may take to write the key file that it created
# A Fernet token shows its time in clear. A constant one hides when a person wrote.
_FERNET_TIME = 0


class Secrets:
    """Encrypts and decrypts with keys that it never shows."""

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
        return base64.urlsafe_b64decode(self._all.encrypt_at_time(plain, _FERNET_TIME))

    def decrypt(self, sealed: bytes) -> bytes:
        """Raises WrongKey if no key opens it or if it was changed."""
        try:
            return self._all.decrypt(base64.urlsafe_b64encode(sealed))
        except InvalidToken:
            raise WrongKey("the secret key does not open what is stored") from None

    def is_current(self, sealed: bytes) -> bool:
        """Whether the first key encrypted this."""
        try:
            self._fernets[0].decrypt(base64.urlsafe_b64encode(sealed))
        except InvalidToken:
            return False
        return True


def keyed_hash(key: bytes, *parts: str) -> bytes:
    """HMAC-SHA-256 of the parts: 32 bytes that reveal nothing without the key."""
    return hmac.digest(key, "\0".join(parts).encode("utf-8", "surrogatepass"), hashlib.sha256)


def new_key() -> str:
    """A new secret key: 32 random bytes in url-safe base64."""
    return Fernet.generate_key().decode()


def parse(text: str) -> Secrets:
    """Keys separated by commas, blanks or lines; the first encrypts. Raises UnsafeKey."""
    return Secrets([key for key in re.split(r"[\s,]+", text) if key])


def load(keys: str, path: Path, data_folder: Path) -> Secrets:
    """The keys in `keys`, or those of the file at `path`, which is created at the first start.

    Raises UnsafeKey for a file inside the data folder (a copy of the data would carry its own key) or for a
    file that other users can read.
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
        return  # another process was quicker; its key is used
    with os.fdopen(file, "w") as stream:
        stream.write(new_key() + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def _read(path: Path) -> str:
    with path.open() as stream:
        if os.name == "posix" and stat.S_IMODE(os.fstat(stream.fileno()).st_mode) & 0o077:
            raise UnsafeKey(f"the key file {path} can be read by others; run: chmod 600 {path}")
        text = stream.read()
    deadline = time.monotonic() + KEY_FILE_TIMEOUT_SECONDS
    while not text.strip():  # another process has created the file and not written yet
        if time.monotonic() > deadline:
            raise UnsafeKey(f"the key file {path} is empty")
        time.sleep(0.02)
        text = path.read_text()
    return text
