"""The key: where it is kept, who can read it, what it opens."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.engine.errors import UnsafeKey, WrongKey
from bot.storage.engine.keys import Secrets, load, new_key, parse


@given(st.binary(max_size=2000))
def test_what_is_encrypted_comes_back_and_differs_each_time(plain: bytes) -> None:
    secrets = Secrets([new_key()])
    assert secrets.decrypt(secrets.encrypt(plain)) == plain
    assert secrets.encrypt(plain) != secrets.encrypt(plain)


def test_it_does_not_tell_when_somebody_wrote() -> None:
    assert Secrets([new_key()]).encrypt(b"words")[1:9] == bytes(8)  # Fernet's version, then its time stamp


def test_another_key_opens_nothing_and_neither_does_a_changed_byte() -> None:
    sealed = Secrets([key := new_key()]).encrypt(b"words")
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for secrets, bad in ((Secrets([new_key()]), sealed), (Secrets([key]), changed), (Secrets([key]), b"")):
        with pytest.raises(WrongKey):
            secrets.decrypt(bad)


def test_an_older_key_still_opens_and_the_first_one_encrypts() -> None:
    old, new = new_key(), new_key()
    sealed = Secrets([old]).encrypt(b"words")
    both = parse(f"{new}, {old}")
    assert both.decrypt(sealed) == b"words"
    assert not both.is_current(sealed)
    assert both.is_current(both.encrypt(b"words"))
    assert Secrets([new]).decrypt(both.encrypt(b"words")) == b"words"


@pytest.mark.parametrize("text", ["", " , ", "abc", "A" * 44, "A" * 43 + "=,short"])
def test_what_is_no_key_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(UnsafeKey) as refused:
        parse(text)
    assert not text.strip(" ,") or text not in str(refused.value)
    assert refused.value.__cause__ is None


def test_the_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "config" / "keys" / "secret.key"
    made = load("", path, tmp_path / "data")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert load("", path, tmp_path / "data").decrypt(made.encrypt(b"words")) == b"words"


def test_keys_that_are_given_need_no_file(tmp_path: Path) -> None:
    load(new_key(), tmp_path / "secret.key", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "secret.key"
    load("", path, tmp_path / "data")
    path.chmod(mode)
    with pytest.raises(UnsafeKey, match="chmod 600"):
        load("", path, tmp_path / "data")


def test_a_file_in_the_data_folder_is_refused_by_whatever_name(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "elsewhere").symlink_to(data)
    for folder in (data, data / "deeper", tmp_path / "elsewhere", tmp_path / "other" / ".." / "data"):
        with pytest.raises(UnsafeKey, match="data folder"):
            load("", folder / "secret.key", data)
    assert list(data.iterdir()) == []


def test_an_empty_file_is_not_taken_for_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.engine.keys.KEY_FILE_TIMEOUT_SECONDS", 0.05)
    os.close(os.open(tmp_path / "secret.key", os.O_CREAT, 0o600))
    with pytest.raises(UnsafeKey, match="empty"):
        load("", tmp_path / "secret.key", tmp_path / "data")


def _sealed(path: Path) -> bytes:
    return load("", path, path.parent / "data").encrypt(b"words")


def test_those_that_start_together_share_one_key(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    with ThreadPoolExecutor(8) as pool:
        sealed = list(pool.map(_sealed, [path] * 8))
    secrets = load("", path, tmp_path / "data")
    assert {secrets.decrypt(one) for one in sealed} == {b"words"}
