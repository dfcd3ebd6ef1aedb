"""A file being read: its bytes within bounds, gzip and Zstandard undone.

In: a path. Out: its first bytes, all its bytes, or a stream of them. Out of scope: what they mean.
"""

from __future__ import annotations

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

_ENDINGS = (".gz", ".zst")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file to read.

    Attributes:
        path: where it is on disk.
        shown: what it is called in captures; `-` for standard input.
        settings: bounds of what is taken into memory.
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
        ending = next((end for end in _ENDINGS if name.lower().endswith(end)), "")
        return name[: len(name) - len(ending)]

    def read_head(self, size: int) -> bytes:
        """Return its first bytes, unpacked, as far as they can be read.

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
            ReadError: `unreadable` if the file can't be opened.

        """
        try:
            return self.path.open("rb")
        except OSError as error:
            raise self.make_unreadable_error(error) from error

    def open_stream(self) -> ReadableStream:
        """Return the file unpacked, as a stream that raises `DAMAGED_STREAM_ERRORS` or `DecompressionBomb`.

        Raises:
            ReadError: `unreadable` if the file can't be opened.

        """
        stream = self.open_raw()
        head = stream.read(4)
        stream.seek(0)
        return open_decompressed(stream, head)

    def read_data(self, most: int | None = None) -> bytes:
        """Return all its bytes, unpacked: at most `most`, if that is less than a file may have.

        Raises:
            ReadError: `unreadable`, `truncated` or `make_too_large_error`.

        """
        most = min(most or self.settings.max_bytes, self.settings.max_bytes)
        with self.open_raw() as stream:
            head = stream.read(4)
            stream.seek(0)
            try:
                whole = open_decompressed(stream, head)
                data = whole.read(most + 1)
                if len(data) <= most:
                    data += whole.read(1)  # what breaks off says so when asked for more
            except DAMAGED_STREAM_ERRORS as error:
                message = f"{self.shown}: broken gzip or Zstandard ({error}); save it again"
                raise ReadError("truncated", message) from error
            except DecompressionBomb as error:
                raise make_too_large_error(self.shown, most) from error
            except OSError as error:
                raise self.make_unreadable_error(error) from error
        if len(data) > most:
            raise make_too_large_error(self.shown, most)
        return data

    def make_unreadable_error(self, error: OSError) -> ReadError:
        """Return the error for what the system does not let be read."""
        return ReadError("unreadable", f"{self.shown}: {error.strerror or error}")


def make_too_large_error(path: str, max_bytes: int) -> ReadError:
    """Return the error for what has more than `max_bytes`."""
    return ReadError(
        "too_large",
        f"{path}: larger than {max_bytes:,} bytes; raise ONRECORD_MAX_BYTES (or, for what is parsed"
        " whole, ONRECORD_MAX_PARSED) to read it",
    )
