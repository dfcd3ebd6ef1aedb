"""A capture's bytes decoded to text, with the bytes of every character.

In: bytes, and the charset stated beside them. Out: a `DecodedSource`: the text, the charset it was decoded with, and
where each character's bytes begin. Bytes that can't be decoded become U+FFFD and keep their place. Out of scope: markup,
character references, white space.

Source: WHATWG Encoding Standard (labels; windows-1252 for what is labelled latin-1); the order of byte-order mark, stated
charset and `<meta>` is that of the HTML Standard's encoding sniffing.
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

from onrecord.pages.source_maps.thresholds import THRESHOLDS

_Offsets = np.ndarray[tuple[int], np.dtype[np.int64]]

_LOST = "\udfff"
"""Stands for undecodable bytes while offsets are computed; no decoder yields it."""
_LOST_HANDLER = "onrecord.lost"
_LOST_WIDTHS_HANDLER = "onrecord.lost.widths"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED_CHARSET = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*[\"'](?P<xml>[\w.:-]+)",
    re.IGNORECASE,
)
_WEB_CODECS = {
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
"""Codecs that browsers use in place of others, by Python's names."""
_ODD_CODECS = {
    "utf-16": "utf-16-le", "utf-8-sig": "utf-8", "utf-7": None, "utf-32": None, "idna": None, "punycode": None,
}  # fmt: skip
"""Codecs that no page is read with: the one that is used instead, or None."""
_SINGLE_BYTE = re.compile(r"cp125\d|cp874|cp866|iso8859|koi8|mac|charmap")


@dataclass(frozen=True, slots=True)
class DecodedSource:
    """A capture as text.

    Attributes:
        text: its characters, without a byte-order mark.
        charset: Python's name of the encoding it was decoded with.
        char_starts: byte where each character begins and, last, where the text ends; None where that is computed from
            `shifts`.
        text_start: byte where the text begins (after a byte-order mark).
        shifts: for UTF-8 without errors, for each continuation byte, the first character that stands one byte further
            on; empty where character i is byte `text_start + i`.

    """

    text: str
    charset: str
    char_starts: _Offsets | None
    text_start: int = 0
    shifts: Sequence[int] = ()

    def find_byte(self, position: int) -> int:
        """Return the byte where character `position` begins (for the text's length: where the text ends)."""
        if self.char_starts is not None:
            return int(self.char_starts[position])
        shift = bisect_right(self.shifts, position) if self.shifts else 0
        return self.text_start + position + shift


def decode_source(data: bytes, stated: str | None = None, *, markup: bool = True) -> DecodedSource:
    """Return `data` as text with the bytes of each character; never fails.

    Args:
        data: the capture's bytes.
        stated: charset stated beside them (an HTTP header), or None.
        markup: look for a charset in `<meta>` and `<?xml …?>`.

    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode_as(data, charset, first=len(mark))
    for label in (stated, _find_declared(data) if markup else None):
        encoding = resolve_encoding(label)
        if encoding and _is_plausible(data, encoding):
            return decode_as(data, encoding)
    return decode_as(data, _guess_charset(data))


def decode_as(data: bytes, charset: str, *, first: int = 0) -> DecodedSource:
    """Return `data` from byte `first` on, decoded with `charset` (Python's name)."""
    body = data[first:] if first else data
    if charset in ("utf-8", "cp1252") and body.isascii():
        return DecodedSource(body.decode("ascii"), charset, None, first)
    if charset == "utf-8" and (text := _decode_utf8(body)) is not None:
        return DecodedSource(text, charset, None, first, _find_shifts(body))
    text = body.decode(charset, _LOST_HANDLER)
    if _SINGLE_BYTE.match(charset):
        return DecodedSource(text.replace(_LOST, "\ufffd"), charset, None, first)
    starts = _compute_starts(body, text, charset)
    if starts is None:
        text, starts = _decode_stepwise(body, charset)
    return DecodedSource(text.replace(_LOST, "\ufffd"), charset, starts + first, first)


# --- which charset --------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def resolve_encoding(label: str | None) -> str | None:
    """Return Python's name of the encoding that a page means by `label`, or None if there is none."""
    try:
        name = codecs.lookup((label or "").strip().strip("\"'")).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    name = _WEB_CODECS.get(name, name)
    if name in _ODD_CODECS:
        return _ODD_CODECS[name]
    return name if isinstance(codecs.lookup(name).name, str) else None


def _find_declared(data: bytes) -> str | None:
    match = _DECLARED_CHARSET.search(data, 0, THRESHOLDS.sniffed_bytes)
    if not match:
        return None
    label = (match["meta"] or match["xml"]).decode("ascii", "replace")
    # A page whose <meta> could be read byte by byte is not UTF-16, whatever it says.
    return "utf-8" if label.lower().startswith("utf-16") else label


def _is_plausible(data: bytes, charset: str) -> bool:
    """Return whether `data` can be `charset`: a stated charset may be wrong, a few bad bytes don't refute it."""
    if _SINGLE_BYTE.match(charset):
        return _decode_utf8(data) is None or data.isascii()
    if charset.startswith("utf-16"):
        sample = data[: THRESHOLDS.sniffed_bytes]
        if sample.isascii() and 0 not in sample:
            return False
    text = data[: THRESHOLDS.guessed_bytes].decode(charset, _LOST_HANDLER)
    allowed = len(text) // THRESHOLDS.characters_per_lost_one
    return text.count(_LOST) <= THRESHOLDS.allowed_lost_characters + allowed


def _guess_charset(data: bytes) -> str:
    if _decode_utf8(data) is not None:
        return "utf-8"
    sample = data[: THRESHOLDS.zero_sample_bytes]
    if (zeros := sample.count(0)) and zeros * 3 > len(sample):
        return "utf-16-be" if data[0:1] == b"\0" else "utf-16-le"
    best = from_bytes(data[: THRESHOLDS.guessed_bytes]).best()
    encoding = resolve_encoding(best.encoding) if best else None
    if encoding and not encoding.startswith(("utf-16", "utf-32", "cp0")):
        return encoding
    return "cp1252"


# --- where characters begin -----------------------------------------------------------------------


def _decode_utf8(body: bytes) -> str | None:
    """Return `body` decoded as UTF-8, or None if it is not all UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _find_shifts(body: bytes) -> list[int]:
    """Return, for each continuation byte of UTF-8, the first character after it."""
    leading_bits = np.frombuffer(body, np.uint8) & THRESHOLDS.continuation_mask
    continuations = np.flatnonzero(leading_bits == THRESHOLDS.continuation_bits)
    shifts: list[int] = (continuations - np.arange(len(continuations))).tolist()
    return shifts


def _compute_starts(body: bytes, text: str, charset: str) -> _Offsets | None:
    """Return where each character's bytes begin, and the end; None where that can't be computed from the text."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if charset == "utf-8":
        widths = (
            1
            + (points >= THRESHOLDS.two_byte_start).astype(np.int64)
            + (points >= THRESHOLDS.three_byte_start)
            + (points >= THRESHOLDS.four_byte_start)
        )
    elif charset.startswith("utf-16"):
        widths = 2 + 2 * (points >= THRESHOLDS.four_byte_start).astype(np.int64)
    else:
        known = {char: len(char.encode(charset, "replace")) for char in set(text)}
        widths = np.fromiter((known[char] for char in text), np.int64, len(text))
    lost = np.flatnonzero(points == ord(_LOST))
    if len(lost):
        widths[lost] = _measure_lost(body, charset)
    starts = np.zeros(len(text) + 1, np.int64)
    np.cumsum(widths, out=starts[1:])
    return starts if starts[-1] == len(body) else None


def _measure_lost(body: bytes, charset: str) -> list[int]:
    """Return how many bytes each undecodable stretch of `body` has."""
    widths: list[int] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        widths.append(error.end - error.start)
        return _LOST, error.end

    codecs.register_error(_LOST_WIDTHS_HANDLER, note)
    body.decode(charset, _LOST_WIDTHS_HANDLER)
    return widths


def _decode_stepwise(body: bytes, charset: str) -> tuple[str, _Offsets]:
    """Return text and starts by decoding byte by byte: slow, for encodings with states."""
    decoder = codecs.getincrementaldecoder(charset)(_LOST_HANDLER)
    chars: list[str] = []
    starts: list[int] = []
    char_start = 0
    for at in range(len(body)):
        decoded = decoder.decode(body[at : at + 1], at + 1 == len(body))
        if decoded:
            chars.append(decoded)
            starts.extend([char_start] * len(decoded))
            char_start = at + 1
    return "".join(chars), np.asarray([*starts, len(body)], np.int64)


def _replace_lost(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _LOST, error.end


codecs.register_error(_LOST_HANDLER, _replace_lost)
