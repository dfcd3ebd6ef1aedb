"""A file that is being read: its bytes within bounds, gzip and Zstandard decompressed.

In: a path. Out: its first bytes, all its bytes, or a stream of them. Out of scope: what they mean.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from onrecord.config import Settings
from onrecord.errors import ReadError
from onrecord.readers.decompression import (
    DAMAGED_STREAM_ERRORS,
    DecompressionBomb,
    ReadableStream,
    decompress_head,
    open_decompressed,
)
from onrecord.readers.revisits import Revisits

_COMPRESSED_SUFFIXES = (".gz", ".zst")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file to read.

    Attributes:
        path: where it is on disk.
        shown: its name in captures and messages; `-` for standard input.
        settings: limits of what is read into memory.
        in_folder: it was found in a folder and not named itself.
        revisits: where its archives' revisits wait for what they refer to.

    """

    path: Path
    shown: str
    settings: Settings
    in_folder: bool = False
    revisits: Revisits = field(default_factory=Revisits)

    @property
    def name(self) -> str:
        """The file's name without `.gz` or `.zst`."""
        name = Path(self.shown).name
        suffix = next((end for end in _COMPRESSED_SUFFIXES if name.lower().endswith(end)), "")
        return name[: len(name) - len(suffix)]

    def read_head(self, size: int) -> bytes:
        """Return its first bytes, decompressed, as far as they can be read.

        Raises:
            ReadError: `unreadable` if the file can't be opened.

        """
        return decompress_head(self.read_raw_head(size), size)

    def read_raw_head(self, size: int) -> bytes:
        """Return its first bytes as they are on disk.

        Raises:
            ReadError: `unreadable` if the file can't be opened.

        """
        with self.open_raw() as stream:
            return stream.read(size)

    def open_raw(self) -> IO[bytes]:
        """Return the file as it is on disk.

        Raises:
            ReadError: `unreadable` if the file can't be opened, or has no end: a pipe, a device.

        """
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise ReadError(
                    "unreadable", f"{self.shown}: not a file to be read; save it to one"
                )
            return self.path.open("rb")
        except OSError as error:
            raise self._make_unreadable_error(error) from error

    def open_stream(self) -> ReadableStream:
        """Return the file decompressed, as a stream that raises `DAMAGED_STREAM_ERRORS` or `DecompressionBomb`.

        Raises:
            ReadError: `unreadable` if the file can't be opened.

        """
        raw = self.open_raw()
        return open_decompressed(raw, _peek(raw))

    def read_data(self, most: int | None = None) -> bytes:
        """Return all its bytes, decompressed: at most `most`, if that is less than a file may have.

        Raises:
            ReadError: `unreadable`, `truncated` or `too_large`.

        """
        most = min(most or self.settings.max_bytes, self.settings.max_bytes)
        with self.open_raw() as raw:
            head = _peek(raw)
            try:
                stream = open_decompressed(raw, head)
                data = stream.read(most + 1)
                if len(data) <= most:
                    data += stream.read(1)  # a truncated stream raises when more is asked for
            except DAMAGED_STREAM_ERRORS as error:
                message = f"{self.shown}: broken gzip or Zstandard ({error}); save it again"
                raise ReadError("truncated", message) from error
            except DecompressionBomb as error:
                raise make_too_large_error(self.shown, most) from error
            except OSError as error:
                raise self._make_unreadable_error(error) from error
        if len(data) > most:
            raise make_too_large_error(self.shown, most)
        return data

    def _make_unreadable_error(self, error: OSError) -> ReadError:
        return ReadError("unreadable", f"{self.shown}: {error.strerror or error}")


def _peek(raw: IO[bytes]) -> bytes:
    """Return the first four bytes of a file that is at its beginning, and leave it there."""
    head = raw.read(4)
    raw.seek(0)
    return head


def make_too_large_error(path: str, max_bytes: int) -> ReadError:
    """Return the error for what has more than `max_bytes`."""
    return ReadError(
        "too_large",
        f"{path}: larger than {max_bytes:,} bytes; raise ONRECORD_MAX_BYTES (or, for what is parsed"
        " whole, ONRECORD_MAX_PARSED) to read it",
    )
