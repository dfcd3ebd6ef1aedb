"""A capture's bytes as text, with the bytes of every character.

In: bytes, and the charset stated beside them. Out: a `DecodedSource`: the text, the charset it was read in,
and where each character's bytes begin. Bytes that can't be decoded become U+FFFD and keep their
place. Out of scope: markup, character references, white space.

Source: WHATWG Encoding Standard (labels; windows-1252 for what calls itself latin-1); order of
byte-order mark, stated charset, `<meta>` as in the HTML Standard's encoding sniffing.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from charset_normalizer import from_bytes

_LOST = "\udfff"  # stands for undecodable bytes while offsets are reckoned; no decoder yields it
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_META = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_SNIFFED_BYTES = 16_384
_GUESSED_BYTES = 65_536
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_SINGLE = re.compile(r"cp125\d|cp874|cp866|iso8859|koi8|mac|charmap")


@dataclass(frozen=True, slots=True)
class DecodedSource:
    """A capture as text.

    Attributes:
        text: its characters, any byte-order mark left out.
        charset: Python's name of the encoding it was read in.
        starts: byte where each character begins and, last, where the text ends; None where
            that is reckoned from `shifts`.
        first: byte where the text begins (after a byte-order mark).
        shifts: for UTF-8 without fault, the first character that stands one byte further on, for
            each such byte; empty where character i is byte `first + i`.

    """

    text: str
    charset: str
    char_starts: np.ndarray[tuple[int], np.dtype[np.int64]] | None
    text_start: int = 0
    shifts: Sequence[int] = ()

    def find_byte(self, position: int) -> int:
        """Return the byte where character `position` begins (the text's length: where it ends)."""
        if self.char_starts is not None:
            return int(self.char_starts[position])
        return (
            self.text_start + position + (bisect_right(self.shifts, position) if self.shifts else 0)
        )


def decode_source(data: bytes, stated: str | None = None, *, markup: bool = True) -> DecodedSource:
    """Return `data` as text with the bytes of each character; never fails.

    Args:
        data: the capture's bytes.
        stated: charset stated beside them (an HTTP header), or None.
        markup: look for a charset in `<meta>` and `<?xml …?>`.

    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return decode_as(data, charset, first=len(mark))
    for label in (stated, _declared(data) if markup else None):
        found = resolve_encoding(label)
        if found and _plausible(data, found):
            return decode_as(data, found)
    return decode_as(data, _guess(data))


def decode_as(data: bytes, charset: str, *, first: int = 0) -> DecodedSource:
    """Return `data` from byte `first` on, read in `charset` (Python's name)."""
    body = data[first:] if first else data
    if charset in {"utf-8", "cp1252"} and body.isascii():
        return DecodedSource(body.decode("ascii"), charset, None, first)
    if charset == "utf-8" and (clean := _clean_utf8(body)) is not None:
        return DecodedSource(clean, charset, None, first, _shifts(body))
    text = body.decode(charset, "onrecord.lost")
    if _SINGLE.match(charset):
        return DecodedSource(text.replace(_LOST, "\ufffd"), charset, None, first)
    starts = _starts(body, text, charset)
    if starts is None:
        text, starts = _stepwise(body, charset)
    return DecodedSource(text.replace(_LOST, "\ufffd"), charset, starts + first, first)


def _clean_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _shifts(body: bytes) -> list[int]:
    """Return the first character after each byte that only continues one: its place, those bytes aside."""
    further = np.flatnonzero((np.frombuffer(body, np.uint8) & 0xC0) == 0x80)
    shifts: list[int] = (further - np.arange(len(further))).tolist()
    return shifts


@lru_cache(maxsize=256)
def resolve_encoding(label: str | None) -> str | None:
    """Return Python's name of the encoding a page means by `label`, or None if there is none."""
    try:
        name = codecs.lookup((label or "").strip().strip("\"'")).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    name = _LABELS.get(name, name)
    if name in {"utf-16", "utf-7", "utf-32", "utf-8-sig", "idna", "punycode"}:
        return {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(name)
    return name if isinstance(codecs.lookup(name).name, str) else None


def _declared(data: bytes) -> str | None:
    found = _META.search(data, 0, _SNIFFED_BYTES)
    if not found:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace")
    # A page whose <meta> could be read byte by byte is not UTF-16, whatever it says.
    return "utf-8" if label.lower().startswith("utf-16") else label


def _plausible(data: bytes, charset: str) -> bool:
    """Return whether `data` can be `charset`: a stated charset may lie, a few bad bytes don't."""
    if _SINGLE.match(charset):
        return _clean_utf8(data) is None or data.isascii()
    if (
        charset.startswith("utf-16")
        and data[:_SNIFFED_BYTES].isascii()
        and 0 not in data[:_SNIFFED_BYTES]
    ):
        return False
    text = data[:_GUESSED_BYTES].decode(charset, "onrecord.lost")
    return text.count(_LOST) <= 4 + len(text) // 100


def _guess(data: bytes) -> str:
    if _clean_utf8(data) is not None:
        return "utf-8"
    if (zeros := data[:2048].count(0)) and zeros * 3 > len(data[:2048]):
        return "utf-16-be" if data[0:1] == b"\0" else "utf-16-le"
    best = from_bytes(data[:_GUESSED_BYTES]).best()
    found = resolve_encoding(best.encoding) if best else None
    if found and not found.startswith(("utf-16", "utf-32")) and not found.startswith("cp0"):
        return found
    return "cp1252"


def _starts(
    body: bytes, text: str, charset: str
) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    """Return where each character's bytes begin, and the end; None where it can't be reckoned."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if charset == "utf-8":
        widths = 1 + (points >= 0x80).astype(np.int64) + (points >= 0x800) + (points >= 0x10000)
    elif charset.startswith("utf-16"):
        widths = 2 + 2 * (points >= 0x10000).astype(np.int64)
    else:
        known = {char: len(char.encode(charset, "replace")) for char in set(text)}
        widths = np.fromiter((known[char] for char in text), np.int64, len(text))
    lost = np.flatnonzero(points == 0xDFFF)
    if len(lost):
        widths[lost] = _lost_widths(body, charset)
    starts = np.zeros(len(text) + 1, np.int64)
    np.cumsum(widths, out=starts[1:])
    return starts if starts[-1] == len(body) else None


def _lost_widths(body: bytes, charset: str) -> list[int]:
    found: list[int] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.append(error.end - error.start)
        return _LOST, error.end

    name = "onrecord.lost.widths"
    codecs.register_error(name, note)
    body.decode(charset, name)
    return found


def _stepwise(body: bytes, charset: str) -> tuple[str, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Return text and starts by decoding byte by byte: slow, for encodings with states."""
    decoder = codecs.getincrementaldecoder(charset)("onrecord.lost")
    chars: list[str] = []
    starts: list[int] = []
    begun = 0
    for at in range(len(body)):
        out = decoder.decode(body[at : at + 1], at + 1 == len(body))
        if out:
            chars.append(out)
            starts.extend([begun] * len(out))
            begun = at + 1
    return "".join(chars), np.asarray([*starts, len(body)], np.int64)


def _lose(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _LOST, error.end


codecs.register_error("onrecord.lost", _lose)
