"""Tables of custody: what each run was given, read and failed at, and what archives state of captures.

In: nothing. Out: the DDL; a story written before them gets them when it is opened to write. Out of scope: what is written into them.
"""

from __future__ import annotations

CUSTODY_DDL = """
CREATE TABLE IF NOT EXISTS run_notes (
  run INTEGER PRIMARY KEY, command TEXT NOT NULL, given TEXT NOT NULL, versions TEXT NOT NULL,
  pages_again INTEGER NOT NULL DEFAULT 0, failure TEXT);
CREATE TABLE IF NOT EXISTS readings (
  run INTEGER NOT NULL, path TEXT NOT NULL, outcome TEXT NOT NULL, page TEXT, capture TEXT,
  reason TEXT, at TEXT NOT NULL, PRIMARY KEY (run, path, outcome)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS proofs (capture TEXT PRIMARY KEY, proof TEXT NOT NULL) WITHOUT ROWID;
"""
OUTCOMES = ("new", "again", "same", "skipped")
"""What came of a path that a run read: a page that is new; one that was there and was made again, by other versions or from other
statements; one that was there already; none."""
