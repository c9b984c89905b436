"""What can go wrong with the database, in words that a caller can act upon."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc


class DatabaseError(Exception):
    """Anything below. The message is plain, and holds nobody's words and no key."""


class Passing(DatabaseError):
    """What passes: the same may well succeed a while later. Anything else here never does by itself."""


class StorageFull(Passing):
    """The disk has no room (or does not write): nothing of the transaction was kept."""


class StorageAway(Passing):
    """The database cannot be reached, is locked for too long, or is shutting down: try again later."""


class Collision(StorageAway):
    """Two transactions waited for each other and this one gave way: nothing of it was kept; once more, it
    finds what the other did."""


class StorageBroken(DatabaseError):
    """The file is damaged or no database at all: trying again does not help."""


class NewerDatabase(DatabaseError):
    """The database was written by a newer release. It was left as it is."""


class WrongKey(DatabaseError):
    """The secret key does not open what is stored."""


class UnsafeKey(DatabaseError):
    """A key, or the file that holds it, is not fit for use."""


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


def translated(error: exc.SQLAlchemyError) -> Exception:
    """The error in this module's words; `error` itself where it is a mistake in the program."""
    if isinstance(error, exc.TimeoutError):
        return StorageAway("all connections to the database are busy")
    if not isinstance(error, exc.DBAPIError):
        return error
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error.orig) or error
    return _of_postgresql(error.orig, away=error.connection_invalidated) or error


def _of_sqlite(error: sqlite3.Error) -> DatabaseError | None:
    code = getattr(error, "sqlite_errorcode", 0)  # the low byte is the kind, the rest tells it more exactly
    kind, message = _SQLITE.get(code, _SQLITE.get(code & 0xFF, (None, "")))
    return kind(message) if kind else None


def is_locked(error: exc.DBAPIError) -> bool:
    """Whether SQLite says that another process holds the lock."""
    code = getattr(error.orig, "sqlite_errorcode", 0)
    return bool(code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))


def _of_postgresql(error: BaseException | None, *, away: bool = False) -> DatabaseError | None:
    state = str(getattr(error, "sqlstate", None) or "")
    if state == _DISK_FULL:
        return StorageFull(_FULL)
    if state in _COLLISIONS:
        return Collision("another change came first")
    gone = away or state.startswith(_AWAY_CLASSES)
    return StorageAway(_AWAY + _DECLINED.get(state[:2], "")) if gone else None


@contextmanager
def plainly() -> Iterator[None]:
    """Whatever the database says inside is said in this module's words."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        plain = translated(error)
        if plain is error:
            raise
        raise plain from error


@contextmanager
def reaching() -> Iterator[None]:
    """While a connection is opened, the drivers' errors come as they are: a refused or silent server as an
    OSError (TimeoutError is one), one that answers and declines (a wrong password, no such database, too many
    connections, just starting) as an error with a `sqlstate`."""
    try:
        with plainly():
            yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise StorageFull(_FULL) if full else StorageAway(f"{_AWAY}: {_why(error)}") from error
    except sqlite3.Error as error:
        if (plain := _of_sqlite(error)) is None:
            raise
        raise plain from error
    except Exception as error:
        said = _of_driver(error)
        if not isinstance(getattr(said, "sqlstate", None), str):
            raise
        if (plain := _of_postgresql(said, away=True)) is None:
            raise
        raise plain from error


def _of_driver(error: Exception) -> BaseException | None:
    """What the driver said when there was no connection yet; SQLAlchemy wraps it since 2.1."""
    if not isinstance(error, exc.DBAPIError):
        return error
    return error.orig if error.statement is None else None


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
