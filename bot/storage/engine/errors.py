"""The errors of the database, by what a caller can do about them."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy import exc


class DatabaseError(Exception):
    """Any error below. The message can be shown: it holds nobody's words and no key."""


class Passing(DatabaseError):
    """The same call may succeed a while later. No other error here passes by itself."""


class StorageFull(Passing):
    """The disk has no room (or does not write). Nothing of the transaction was stored."""


class StorageAway(Passing):
    """The database cannot be reached, is locked for too long, or is shutting down."""


class Collision(StorageAway):
    """Two transactions waited for each other, and this one was cancelled. Nothing of it was stored; a second
    attempt finds what the other one did."""


class StorageBroken(DatabaseError):
    """The file is damaged or is not a database. Another attempt does not help."""


class NewerDatabase(DatabaseError):
    """A newer release has written the database. It was not changed."""


class WrongKey(DatabaseError):
    """The secret key does not decrypt what is stored."""


class UnsafeKey(DatabaseError):
    """A key, or the file that holds it, must not be used."""


_AWAY = "the database cannot be reached"
_FULL = "the disk is full"
_LOCKED = "the database is locked by another process"
_SQLITE: dict[int, tuple[type[DatabaseError], str]] = {
    sqlite3.SQLITE_FULL: (StorageFull, _FULL),
    sqlite3.SQLITE_IOERR: (StorageFull, "the disk does not take what is written"),
    sqlite3.SQLITE_IOERR_READ: (StorageBroken, "the database file cannot be read"),
    sqlite3.SQLITE_BUSY: (StorageAway, _LOCKED),
    sqlite3.SQLITE_LOCKED: (StorageAway, _LOCKED),
    sqlite3.SQLITE_CANTOPEN: (StorageAway, "the database file cannot be opened"),
    sqlite3.SQLITE_READONLY: (StorageAway, "the database file cannot be written to"),
    sqlite3.SQLITE_CORRUPT: (StorageBroken, "the database file is damaged"),
    sqlite3.SQLITE_NOTADB: (StorageBroken, "the file is not a database"),
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_DISK_FULL = "53100"
_AWAY_CLASSES = ("08", "53", "57P", "40", "55P03")
_COLLISIONS = ("40001", "40P01")
_DECLINED = {"28": ": it declines the user or the password", "3D": ": the server has no such database"}


def translate(error: exc.SQLAlchemyError) -> Exception:
    """The error as one of this module; `error` itself if it is a mistake in the program."""
    if isinstance(error, exc.TimeoutError):
        return StorageAway("all connections to the database are busy")
    if not isinstance(error, exc.DBAPIError):
        return error
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error.orig) or error
    return _of_postgresql(error.orig, away=error.connection_invalidated) or error


def translate_connecting(error: Exception) -> Exception:
    """An error that was raised while a connection was opened, as one of this module; `error` itself if it is
    another one."""
    if isinstance(error, OSError):
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = error.strerror or type(error).__name__
        return StorageFull(_FULL) if full else StorageAway(f"{_AWAY}: {reason}")
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error) or error
    original: BaseException | None = error
    if isinstance(error, exc.DBAPIError):  # SQLAlchemy wraps the driver's error since 2.1
        original = error.orig if error.statement is None else None
    if isinstance(getattr(original, "sqlstate", None), str):
        return _of_postgresql(original, away=True) or error
    return error


def is_locked(error: exc.DBAPIError) -> bool:
    """Whether SQLite says that another process holds the lock."""
    code = getattr(error.orig, "sqlite_errorcode", 0)
    return bool(code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))


def _of_sqlite(error: sqlite3.Error) -> DatabaseError | None:
    code = getattr(
        error, "sqlite_errorcode", 0
    )  # the low byte is the primary code, all bytes the extended one
    kind, message = _SQLITE.get(code, _SQLITE.get(code & 0xFF, (None, "")))
    return kind(message) if kind else None


def _of_postgresql(error: BaseException | None, *, away: bool = False) -> DatabaseError | None:
    state = str(getattr(error, "sqlstate", None) or "")
    if state == _DISK_FULL:
        return StorageFull(_FULL)
    if state in _COLLISIONS:
        return Collision("another change came first")
    gone = away or state.startswith(_AWAY_CLASSES)
    return StorageAway(_AWAY + _DECLINED.get(state[:2], "")) if gone else None
