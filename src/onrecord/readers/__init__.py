"""Readers: files, folders and archives as captures.

In: paths. Out: a `Capture` for each saved page, and a `Skipped` with the reason for what can't be one; never an exception.
Out of scope: what a page says (`pages`); nothing is fetched.

The kind of a file is detected by its first bytes, then by its name. Folders are read to their depths, in order of name; in
them only what is known to be a page is read, files whose name begins with a dot are passed over, and links to folders are not
followed.

Reasons of a `Skipped` from here:

- `missing`: no such file or folder, or a pattern that matches none.
- `unreadable`: the system lets nobody read it.
- `empty`: no bytes in it; a folder without a file; an archive's response without a body; a feed without items.
- `binary`: a file given by name, or a response that says it is text, whose bytes are neither text nor a page.
- `not_a_page`: a file in a folder that is no saved page; a device or a socket; records of an archive of
  kinds that are no pages.
- `too_large`: more bytes than `ONRECORD_MAX_BYTES`, or than `ONRECORD_MAX_PARSED` where it is parsed whole.
- `bomb`: an archive that decompresses to far more than pages do.
- `truncated`: a compressed file, an archive or one of its records that is cut short; what came before is read.
- `encoding`: an archive's record in a content coding that can't be decoded here.
- `request`, `about`, `redirect`, `http_error`: records of an archive that are no pages, counted.
- `revisit`: revisits of a record that is not in the input, or of themselves, counted.
- `broken`: a feed that its parser fails on.
- `no_content`: a feed's item, or a crawler's JSON object, without its text.
- `not_json`: lines of a file of JSON lines that are no object, counted.
- `no_reader`: a kind of file whose reader is an extra that is not installed.
- `digest`: an archive whose records, or a WACZ whose packed files, have not the digests that it notes; they are read all the same.
- `signature`: a WACZ whose signature does not hold; it is read all the same.
- `manifest`: a row of a manifest that matches no capture, that is stated again, or of which a field can't be what it is
  stated as; one for each row.
- `no_manifest`: a manifest that can't be read, or of which nothing could be used.
"""

from __future__ import annotations

from onrecord.readers.read import READERS, read, read_files

__all__ = ["READERS", "read", "read_files"]
