"""A file being read: its bytes within bounds, gzip undone.

In: a path. Out: its first bytes, all its bytes, or a stream of them. Leaves alone: what they mean.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from onrecord.errors import ReadError

GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file to read; `max_bytes` bounds what is taken into memory."""

    path: Path
    max_bytes: int
    in_folder: bool = False

    def head(self, size: int) -> bytes:
        """Return its first bytes, gzip undone, as far as they can be read.

        Raises:
            ReadError: `unreadable` if the file can't be opened.

        """
        raw = self._raw(size)
        if not raw.startswith(GZIP):
            return raw
        try:
            return zlib.decompressobj(wbits=31).decompress(raw, size)
        except zlib.error:
            return raw

    @property
    def name(self) -> str:
        """The file's name without `.gz`."""
        name = self.path.name
        return name[:-3] if name.lower().endswith(".gz") else name

    def stream(self) -> IO[bytes]:
        """Return the file as it is on disk.

        Raises:
            ReadError: `unreadable` if the file can't be opened.

        """
        try:
            return self.path.open("rb")
        except OSError as error:
            raise self._unreadable(error) from error

    def data(self) -> bytes:
        """Return all its bytes, gzip undone.

        Raises:
            ReadError: `unreadable`, `truncated` or `too_large`.

        """
        try:
            with self.path.open("rb") as stream:
                if stream.read(2) == GZIP:
                    stream.seek(0)
                    with gzip.open(stream) as inner:
                        data = inner.read(self.max_bytes + 1)
                else:
                    stream.seek(0)
                    data = stream.read(self.max_bytes + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ReadError(
                "truncated", f"{self.path}: broken gzip ({error}); save it again"
            ) from error
        except OSError as error:
            raise self._unreadable(error) from error
        if len(data) > self.max_bytes:
            raise too_large(self.path, self.max_bytes)
        return data

    def _raw(self, size: int) -> bytes:
        try:
            with self.path.open("rb") as stream:
                return stream.read(size)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> ReadError:
        return ReadError("unreadable", f"{self.path}: {error.strerror or error}")


def too_large(path: Path | str, max_bytes: int) -> ReadError:
    """Return the error for what has more than `max_bytes`."""
    return ReadError(
        "too_large",
        f"{path}: larger than {max_bytes:,} bytes; raise ONRECORD_MAX_BYTES to read it",
    )
