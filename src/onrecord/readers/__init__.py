"""Readers: files, folders and archives as captures.

In: paths. Out: a `Capture` for each saved page, and a `Skipped` with the reason for what can't be one;
never an exception. Leaves alone: what a page says (`pages`); nothing is fetched.

What a file is goes by its first bytes, then by its name. Folders are read to their depths, in order of
name; in them only what is known to be a page is taken, files whose name begins with a dot are passed
over, and links to folders are not followed. Records of an archive that are no pages (requests,
images, redirects) are counted and logged, not reported one by one.
"""

from __future__ import annotations

from onrecord.readers.read import READERS, read

__all__ = ["READERS", "read"]
