"""What crawlers wrote of pages as JSON: a capture an object.

In: JSON lines, one JSON object, or an array of objects, as trafilatura, news-please, newspaper and corpora
made from Common Crawl write them. Out: for each object with a page's text or HTML a capture of
application/json whose bytes are the object's as they stand in the file, with what the object states
beside it; objects that are none are told together, by reason. Out of scope: the page in it (`pages`).
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterator

from onrecord.errors import ReadError
from onrecord.readers.decompression import DAMAGED_STREAM_ERRORS, DecompressionBomb, ReadableStream
from onrecord.readers.json_fields import find_page_fields, parse_fields, read_stated
from onrecord.readers.opened_file import OpenedFile
from onrecord.records import Capture, Skipped, Stated
from onrecord.records.ids import sha256_hex

_PIECE_BYTES = 1 << 20
_TOLD = {
    "not_json": "lines that are no JSON object in UTF-8",
    "no_content": "objects without the text of a page",
    "too_large": "lines of more bytes than ONRECORD_MAX_PARSED",
}
_BOM = b"\xef\xbb\xbf"


def read_jsonl(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield a capture for each object that holds a page.

    Raises:
        ReadError: as `Opened.data`, where the file is one object or an array.

    """
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, line in _objects(opened):
        capture = "too_large" if line is None else _capture(line, f"{opened.shown}#{number}")
        if isinstance(capture, Capture):
            yield capture
        else:
            counts[capture] += 1
            first.setdefault(capture, number)
    for reason, count in sorted(counts.items()):
        message = f"{opened.shown}: {count:,} {_TOLD[reason]}, first at {first[reason]}"
        yield Skipped(f"{opened.shown}#{reason}", reason, message, count=count)


def _objects(opened: OpenedFile) -> Iterator[tuple[int, bytes | None]]:
    """Yield each object's bytes with its number from 1; None for one that is too large."""
    if _is_lines(opened):
        yield from _lines(opened)
        return
    data = opened.read_data(opened.settings.max_parsed).removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
        at = len(text) - len(text.lstrip())
        many = text[at : at + 1] == "["
        number, at = 1, at + many
        while at < len(text):
            _, end = parse_fields(text, at)
            yield number, text[at:end].strip().encode()
            rest = text[end:].lstrip()
            if not many or not rest.startswith(","):
                break
            number, at = number + 1, len(text) - len(rest) + 1
    except (ValueError, RecursionError) as error:
        raise ReadError(
            "not_json", f"{opened.shown}: not JSON that can be read ({error})"
        ) from error


def _is_lines(opened: OpenedFile) -> bool:
    """Return whether the first line is a whole value: else the file is one object or an array."""
    if opened.name.lower().endswith((".jsonl", ".ndjson", ".jl")):
        return True
    head = opened.read_head(_PIECE_BYTES).removeprefix(_BOM).lstrip()
    line, mark, _ = head.partition(b"\n")
    if head.startswith(b"["):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not mark and len(head) >= _PIECE_BYTES


def _lines(opened: OpenedFile) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    try:
        with contextlib.closing(opened.open_stream()) as stream:
            for number, line in enumerate(_split(stream, opened.settings.max_parsed), start=1):
                bare = line.removeprefix(_BOM) if line is not None and number == 1 else line
                if bare is None or bare.strip():
                    yield number, bare.strip() if bare is not None else None
    except DAMAGED_STREAM_ERRORS as error:
        message = f"{opened.shown}: breaks off after line {number}; what came before is read"
        raise ReadError("truncated", message) from error
    except DecompressionBomb as error:
        raise ReadError("bomb", f"{opened.shown}: unpacks to far too much; left alone") from error


def _split(stream: ReadableStream, most: int) -> Iterator[bytes | None]:
    """Yield the lines of `stream`; None for one of more than `most` bytes."""
    held: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE_BYTES):
        *whole, rest = piece.split(b"\n")
        for line in whole:
            yield b"".join([*held, line]) if size + len(line) <= most else None
            held, size = [], 0
        size += len(rest)
        # Of a line that is too long nothing is held but its length.
        held = [*held, rest] if size <= most else []
    if size:
        yield b"".join(held) if size <= most else None


def _capture(line: bytes, path: str) -> Capture | str:
    """Return the capture of a line, or why there is none."""
    try:
        fields, _ = parse_fields(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return "not_json"
    if not find_page_fields(fields):
        return "no_content"
    stated = read_stated(fields)
    hows = tuple((name, "jsonl") for name in stated)
    return Capture(
        sha256_hex(line),
        line,
        path,
        "application/json",
        stated=Stated(**stated, hows=hows),
    )
