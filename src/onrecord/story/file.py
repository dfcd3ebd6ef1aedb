"""Opening the story file: one SQLite database, recognised by the application id in its header.

In: a path. Out: a connection, or a `StoreError` that says what is wrong and what to do. Out of scope: what is read and
written over it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import zstandard

from onrecord.errors import DamagedStory, NotFound, SchemaVersionError, StoreError
from onrecord.story.custody_tables import CUSTODY_DDL
from onrecord.story.schema import (
    ADDED_COLUMNS,
    APPLICATION_ID,
    DECISIONS_TABLE,
    SCHEMA_VERSION,
    SEALS_TABLE,
    build_ddl,
)
from onrecord.story.thresholds import THRESHOLDS

DECODE_ERRORS = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    struct.error,
    zlib.error,
    zstandard.ZstdError,
    sqlite3.Error,
)
"""What a damaged row may raise where it is decoded, or where its values are used."""


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to the story at `path`.

    Raises:
        NotFound: if there is no file.
        StoreError: if it is not a story; SchemaVersionError: if it is of another version.

    """
    if not path.exists():
        raise NotFound(f"{path}: no such story; make one with: onrecord build PAGES -o {path}")
    _check_regular_file(path)
    with translate_sqlite_errors(path):
        try:
            connection = _open_connection(path, "mode=ro")
            check_version(connection, path)
        except sqlite3.OperationalError as error:
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            # A story left in WAL mode by a killed run, in a folder that can't be written.
            connection = _open_connection(path, "mode=ro&immutable=1")
            check_version(connection, path)
    return connection


def connect_to_write(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection that writes to the story at `path`, which is created where there is none if `create`.

    Raises:
        NotFound: if there is no file and `create` is false.
        StoreError: if it is not a story, is locked, read-only, or the disk is full.

    """
    if not path.exists() and not create:
        raise NotFound(f"{path}: no such story; make one with: onrecord build PAGES -o {path}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
    _make_private_file(path)
    _check_regular_file(path)
    with translate_sqlite_errors(path):
        connection = _open_connection(path, "mode=rwc")
        if not _has_tables(connection) and _is_unmarked(connection):
            _create_tables(connection)
        check_version(connection, path)
        _add_missing_columns(connection)
        _set_log_mode(connection)
        connection.execute("PRAGMA synchronous=NORMAL")
        # A write that changes nothing takes the lock, and so fails now if the file can't be written.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE meta SET value = value WHERE key = 'made_by'")
        connection.execute("COMMIT")
    return connection


def close_written(connection: sqlite3.Connection) -> None:
    """Close a writing connection so that the story is one file, without a log beside it."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        # Another process is reading: the log stays beside the file until it is done; nothing is lost.
        pass
    finally:
        connection.close()


def remove_unused(path: Path, *, file: tuple[int, int] | None, run: int) -> None:
    """Delete the story at `path` if it is still the `file` of this run, holds no page, and no run but this was ever begun on it.

    The lock is held meanwhile, so that no other run begins; one that has opened the file already finds out when it begins.

    Args:
        path: of the story.
        file: what `identify_file` said when this run opened it.
        run: id of this run; 0 if it never began.

    """
    if file is None or identify_file(path) != file:
        return
    try:
        with translate_sqlite_errors(path):
            connection = _open_connection(path, "mode=rw")
            try:
                connection.execute("BEGIN EXCLUSIVE")
                pages = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
                runs = [row[0] for row in connection.execute("SELECT id FROM runs")]
                if not pages and runs in ([], [run]):
                    path.unlink()
                connection.execute("COMMIT")
            finally:
                connection.close()
    except (StoreError, OSError):
        return  # it stays, and holds no page


def identify_file(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at `path` from another that takes its name later; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Raise if the open database is not a story of this version.

    Raises:
        StoreError: if another program made it; SchemaVersionError: if it is a story of another version.

    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and version == 0 and not _has_tables(connection):
        raise StoreError(
            f"{path}: an empty file, or a story whose making was cut off; run the same build again"
        )
    if (application != APPLICATION_ID and _is_story_inside(connection)) or not 0 <= version <= 99:
        raise DamagedStory(path, "its header is not as it was written")
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: not a story (another program's SQLite file); name another file")
    if version != SCHEMA_VERSION:
        age = "an older" if version < SCHEMA_VERSION else "a newer"
        raise SchemaVersionError(
            f"{path}: written by {age} onrecord (story version {version}, this one uses"
            f" {SCHEMA_VERSION}); "
            + ("build it again from its pages" if version < SCHEMA_VERSION else "upgrade onrecord")
        )


@contextmanager
def translate_sqlite_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors in the block into a `StoreError` of one line about `path`.

    Raises:
        DamagedStory: if the file is damaged; StoreError: with what else is wrong and what to do.

    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        message = str(error)
        for part, what in _DAMAGES.items():
            if part in message:
                raise DamagedStory(path, what) from error
        raise StoreError(f"{path}: {_explain_sqlite_error(message, path)}") from error
    except UnicodeDecodeError as error:  # SQLite's message about a damaged file is damaged itself
        raise DamagedStory(path, "its tables can't be read") from error


@contextmanager
def translate_damage(path: Path, what: str = "a row") -> Iterator[None]:
    """Turn the errors that decoding a damaged row raises in the block into a `DamagedStory` of one line about `path`.

    Args:
        path: of the story file.
        what: what is decoded, for the message.

    Raises:
        DamagedStory: saying what can't be decoded, and why.
    """
    try:
        yield
    except DECODE_ERRORS as error:
        if isinstance(error, sqlite3.DatabaseError):
            with translate_sqlite_errors(path):
                raise
        detail = " ".join(str(error).split())[: THRESHOLDS.error_detail_chars]
        raise DamagedStory(path, f"{what} can't be read ({detail})") from error


_DAMAGES = {
    "malformed JSON": "a value in it can't be read",
    "malformed": "its tables can't be read",
    "unsupported file format": "its header can't be read",
    "integer overflow": "a number in it is too large",
    "Could not decode": "a text in it is not UTF-8",
    "no such table": "a table of it is gone",
    "no such column": "a column of it is gone",
    "string or blob too big": "a value in it is too large",
    "out of memory": "a value in it is too large",
}
"""Parts of SQLite's messages that mean a damaged file, with what is damaged."""


def _explain_sqlite_error(message: str, path: Path) -> str:
    explanations = {
        "file is not a database": "not a story (no SQLite file), or damaged at its beginning; name another file",
        "interrupted": "the question takes too long; ask for less",
        "locked": "another program is writing to it; wait for it, or end it, and try again",
        "disk is full": "the disk is full; make room and run it again: what was done stays",
        "readonly": "it can't be written here (read-only); copy it to where you may write",
        "unable to open": "it can't be opened here; check that the folder may be read and written",
        "disk I/O error": "the disk failed to read or write it; check the disk and try again",
    }
    for part, explanation in explanations.items():
        if part in message:
            is_full = part == "disk I/O error" and _is_disk_full(path)
            return explanations["disk is full"] if is_full else explanation
    return f"SQLite says: {message}"


def _is_disk_full(path: Path) -> bool:
    """Return whether the disk has no room for the log that SQLite keeps beside a story."""
    try:
        return shutil.disk_usage(path.absolute().parent).free < THRESHOLDS.least_free_bytes
    except OSError:
        return False


def _check_regular_file(path: Path) -> None:
    """Raise if `path` is not a file with an end: opening a pipe would wait for ever, reading a device never end.

    Raises:
        StoreError: if it is something else.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "a pipe, a device or a socket"
        raise StoreError(f"{path}: {what}, not a story file; name another file")


def _make_private_file(path: Path) -> None:
    """Create an empty file that only its owner may read, unless there is one: a story holds whole saved pages.

    SQLite gives the log beside it (`-wal`, `-shm`) the same rights.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, THRESHOLDS.story_file_mode))
    except OSError:
        return  # there is one, or it can't be made: opening it says why


def _open_connection(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?{mode}",
        uri=True,
        isolation_level=None,
        timeout=THRESHOLDS.lock_wait_seconds,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _add_missing_columns(connection: sqlite3.Connection) -> None:
    connection.execute(SEALS_TABLE)
    connection.execute(DECISIONS_TABLE)
    connection.executescript(CUSTODY_DDL)
    for table, columns in ADDED_COLUMNS.items():
        present = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
        for column in columns:
            if column.partition(" ")[0] not in present:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _is_story_inside(connection: sqlite3.Connection) -> bool:
    """Return whether the tables are a story's, whatever the header says."""
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    return {"captures", "pages", "kinds", "passages", "quotes"} <= names


def _is_unmarked(connection: sqlite3.Connection) -> bool:
    return all(
        connection.execute(f"PRAGMA {name}").fetchone()[0] == 0
        for name in ("application_id", "user_version")
    )


def _set_log_mode(connection: sqlite3.Connection) -> None:
    """Have changes written to a log first; two processes may do so at once, which SQLite itself does not wait for."""
    until = time.monotonic() + THRESHOLDS.lock_wait_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(THRESHOLDS.lock_retry_seconds)
        else:
            return


def _create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty story, unless another process has just made them."""
    # Journal mode first: it can't be changed inside the transaction that makes the tables.
    _set_log_mode(connection)
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE; PRAGMA application_id={APPLICATION_ID};"
            f" PRAGMA user_version={SCHEMA_VERSION}; {build_ddl()}"
            " INSERT INTO meta VALUES ('made_by', 'onrecord'); COMMIT;"
        )
    except sqlite3.OperationalError as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if "already exists" not in str(error):
            raise
