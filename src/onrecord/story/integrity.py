"""Whether a story's file is as it was written: SQLite's own structure, the search index, the seals, the saved originals.

In: a story. Out: mismatches. Out of scope: whether a record's words are where it says (`verify`), and whether it is right.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.errors import StoreError
from onrecord.records.ids import hash_sha256
from onrecord.story.file import DECODE_ERRORS
from onrecord.story.seals import Change
from onrecord.story.store import Story
from onrecord.story.thresholds import THRESHOLDS
from onrecord.story.views import Mismatch

_SOUND = "a sound file"


def check_file(story: Story) -> Iterator[Mismatch]:
    """Yield what is wrong with the file itself: its tables, rows whose page is gone, its search index, its seals."""
    for check in (_check_tables, _check_index, _check_seals, _check_captures):
        try:
            yield from check(story)
        except (StoreError, *DECODE_ERRORS) as error:
            yield _report(str(error))


def _check_tables(story: Story) -> Iterator[Mismatch]:
    most = THRESHOLDS.faults_listed
    for row in story.rows(f"PRAGMA integrity_check({most})"):
        if row["integrity_check"] != "ok":
            yield _report(row["integrity_check"])
    for row in story.rows("PRAGMA foreign_key_check")[:most]:
        said = (
            f"row {row['rowid']} of {row['table']} refers to a row of {row['parent']} that is gone"
        )
        yield _report(said)


def _check_index(story: Story) -> Iterator[Mismatch]:
    """Yield a fault if the search index is not that of the passages; SQLite checks it in a copy that may be written to."""
    copy = sqlite3.connect("")
    try:
        story.copy_to(copy)
        copy.execute("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Mismatch("words", "", "index", "the words of the passages", str(error))
    finally:
        copy.close()


def _check_seals(story: Story) -> Iterator[Mismatch]:
    for change in story.list_changes():
        yield _describe_change(change)


def _check_captures(story: Story) -> Iterator[Mismatch]:
    """Yield the saved originals that no page is made of and that are not what their SHA-256 says."""
    sql = "SELECT sha256 FROM main.captures WHERE sha256 NOT IN (SELECT capture FROM main.pages)"
    for row in story.rows(sql):
        found = hash_sha256(story.capture(row["sha256"]))
        if found != row["sha256"]:
            yield Mismatch(row["sha256"], "", "capture", row["sha256"], found)


def _describe_change(change: Change) -> Mismatch:
    kind, _, page = change.what.partition(":")
    name = change.key if change.key is not None else (page or kind)
    where = f"row of {change.table}" if change.table else "seal"
    return Mismatch(name, page, where, f"what run {change.run} drew", change.said)


def _report(fault: str) -> Mismatch:
    return Mismatch("file", "", "file", _SOUND, " ".join(fault.split()))
