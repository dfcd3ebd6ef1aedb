"""Opening the story file: one SQLite database, told from others by its header.

In: a path. Out: a connection, or a `StoreError` that says what is wrong and what to do.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import zstandard

from onrecord.errors import NotFound, SchemaVersionError, StoreError
from onrecord.story.schema import APPLICATION_ID, GROWN, SCHEMA_VERSION, ddl

_BUSY_SECONDS = 10.0
_DAMAGED = "the file is damaged; build it again from its pages"


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to the story at `path`.

    Raises:
        NotFound: if there is no file.
        StoreError: if it is no story; SchemaVersionError: if it is of another version.

    """
    if not path.exists():
        raise NotFound(f"{path}: no such story; make one with: onrecord build PAGES -o {path}")
    with told(path):
        try:
            connection = _open(path, "mode=ro")
            check_version(connection, path)
        except sqlite3.OperationalError as error:
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            # A story left in WAL mode by a killed run, in a folder that can't be written.
            connection = _open(path, "mode=ro&immutable=1")
            check_version(connection, path)
    return connection


def connect_to_write(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection that writes to the story at `path`, making it if `create`.

    Raises:
        NotFound: if there is no file and it is not to be made.
        StoreError: if it is no story, is locked, read-only, or the disk is full.

    """
    if not path.exists() and not create:
        raise NotFound(f"{path}: no such story; make one with: onrecord build PAGES -o {path}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
    with told(path):
        connection = _open(path, "mode=rwc")
        new = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if new and _no_header(connection):
            _create(connection)
        else:
            check_version(connection, path)
            _grow(connection)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        # An empty write takes the lock and so finds out now whether the file can be written.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE meta SET value = value WHERE key = 'made_by'")
        connection.execute("COMMIT")
    return connection


def close_written(connection: sqlite3.Connection) -> None:
    """Close a writing connection, leaving the story as one file without a log beside it."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        # Somebody is reading: the log stays beside the file until they are done; nothing is lost.
        pass
    finally:
        connection.close()


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Raise if the open database is no story, or one of another version.

    Raises:
        StoreError, SchemaVersionError: saying which.

    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: not a story (another program's SQLite file); name another file")
    if version != SCHEMA_VERSION:
        age = "older" if version < SCHEMA_VERSION else "newer"
        raise SchemaVersionError(
            f"{path}: written by an {age} onrecord (story version {version}, this one uses"
            f" {SCHEMA_VERSION}); "
            + ("build it again from its pages" if age == "older" else "upgrade onrecord")
        )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into one clear line about `path`.

    Raises:
        StoreError: what is wrong and what to do.

    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {_plainly(str(error))}") from error


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """Turn what a damaged row raises inside the block into one clear line about `path`.

    Raises:
        StoreError: that the file is damaged, and what to do.
    """
    try:
        yield
    except (ValueError, KeyError, zlib.error, zstandard.ZstdError) as error:
        raise StoreError(f"{path}: {_DAMAGED} ({' '.join(str(error).split())[:80]})") from error


def _plainly(message: str) -> str:
    known = {
        "file is not a database": "not a story (no SQLite file); name another file",
        "locked": "another program is writing to it; wait for it, or end it, and try again",
        "disk is full": "the disk is full; make room and run it again: what was done stays",
        "readonly": "it can't be written here (read-only); copy it to where you may write",
        "unable to open": "it can't be opened here; check that the folder may be read and written",
        "malformed": _DAMAGED,
        "disk I/O error": "the disk failed to read or write it; check the disk and try again",
    }
    for sign, line in known.items():
        if sign in message:
            return line
    return f"SQLite says: {message}"


def _open(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{mode}",
        uri=True,
        isolation_level=None,
        timeout=_BUSY_SECONDS,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _grow(connection: sqlite3.Connection) -> None:
    for table, columns in GROWN.items():
        there = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
        for column in columns:
            if column.partition(" ")[0] not in there:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


def _no_header(connection: sqlite3.Connection) -> bool:
    return all(
        connection.execute(f"PRAGMA {name}").fetchone()[0] == 0
        for name in ("application_id", "user_version")
    )


def _create(connection: sqlite3.Connection) -> None:
    # Journal mode first: it can't be changed inside the transaction that makes the tables.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.executescript(
        f"BEGIN IMMEDIATE; PRAGMA application_id={APPLICATION_ID};"
        f" PRAGMA user_version={SCHEMA_VERSION}; {ddl()}"
        " INSERT INTO meta VALUES ('made_by', 'onrecord'); COMMIT;"
    )
