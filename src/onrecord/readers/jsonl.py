"""Pages that crawlers wrote as JSON, as captures: one per object.

In: JSON lines, one JSON object, or an array of objects, as trafilatura, news-please, newspaper and corpora made from Common
Crawl write them. Out: for each object with a page's text or HTML a capture of application/json whose bytes are the object's
as they stand in the file, with what the object states beside it; objects that hold no page are counted by reason. Out of
scope: the page in it (`pages.json_object`).
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterator

from onrecord.errors import ReadError
from onrecord.readers.decompression import (
    DAMAGED_STREAM_ERRORS,
    DecompressionBomb,
    ReadableStream,
)
from onrecord.readers.json_fields import find_page_fields, parse_fields, read_stated
from onrecord.readers.opened_file import OpenedFile
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture, Skipped, Stated
from onrecord.records.ids import hash_sha256

_REASON_TEXTS = {
    "not_json": "lines that are no JSON object in UTF-8",
    "no_content": "objects without the text of a page",
    "too_large": "lines of more bytes than ONRECORD_MAX_PARSED",
}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINES_SUFFIXES = (".jsonl", ".ndjson", ".jl")


def read_jsonl(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield a capture for each object that holds a page.

    Raises:
        ReadError: as `OpenedFile.read_data`, where the file is one object or an array.

    """
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, line in _iter_objects(opened):
        path = f"{opened.shown}#{number}"
        item = "too_large" if line is None else _read_capture(line, path)
        if isinstance(item, Capture):
            yield item
        else:
            counts[item] += 1
            first.setdefault(item, number)
    for reason, count in sorted(counts.items()):
        what = f"{count:,} {_REASON_TEXTS[reason]}, first at {first[reason]}"
        yield Skipped(f"{opened.shown}#{reason}", reason, f"{opened.shown}: {what}", count=count)


def _iter_objects(opened: OpenedFile) -> Iterator[tuple[int, bytes | None]]:
    """Yield each object's bytes with its number from 1; None for one that is too large."""
    if _is_lines(opened):
        yield from _iter_lines(opened)
        return
    data = opened.read_data(opened.settings.max_parsed).removeprefix(_BYTE_ORDER_MARK)
    try:
        text = data.decode("utf-8")
        at = len(text) - len(text.lstrip())
        is_array = text[at : at + 1] == "["
        number, at = 1, at + is_array
        while at < len(text):
            _, end = parse_fields(text, at)
            yield number, text[at:end].strip().encode()
            rest = text[end:].lstrip()
            if not is_array or not rest.startswith(","):
                break
            number, at = number + 1, len(text) - len(rest) + 1
    except (ValueError, RecursionError) as error:
        raise ReadError(
            "not_json", f"{opened.shown}: not JSON that can be read ({error})"
        ) from error


def _is_lines(opened: OpenedFile) -> bool:
    """Return whether the first line is a whole value: else the file is one object or an array."""
    if opened.name.lower().endswith(_LINES_SUFFIXES):
        return True
    head = opened.read_head(THRESHOLDS.chunk_bytes).removeprefix(_BYTE_ORDER_MARK).lstrip()
    line, line_feed, _ = head.partition(b"\n")
    if head.startswith(b"["):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not line_feed and len(head) >= THRESHOLDS.chunk_bytes


def _iter_lines(opened: OpenedFile) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank with its number from 1; None for one that is too large."""
    number = 0
    try:
        with contextlib.closing(opened.open_stream()) as stream:
            lines = _split_lines(stream, opened.settings.max_parsed)
            for number, line in enumerate(lines, start=1):
                if line is None:
                    yield number, None
                    continue
                bare = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
                if bare.strip():
                    yield number, bare.strip()
    except DAMAGED_STREAM_ERRORS as error:
        message = f"{opened.shown}: breaks off after line {number}; what came before is read"
        raise ReadError("truncated", message) from error
    except DecompressionBomb as error:
        raise ReadError(
            "bomb", f"{opened.shown}: unpacks to far too much; if you trust it, unpack it yourself"
        ) from error


def _split_lines(stream: ReadableStream, most: int) -> Iterator[bytes | None]:
    """Yield the lines of `stream`; None for one of more than `most` bytes."""
    begun: list[bytes] = []
    size = 0
    while chunk := stream.read(THRESHOLDS.chunk_bytes):
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            yield b"".join([*begun, line]) if size + len(line) <= most else None
            begun, size = [], 0
        size += len(rest)
        # Of a line that is too long only its length is kept.
        begun = [*begun, rest] if size <= most else []
    if size:
        yield b"".join(begun) if size <= most else None


def _read_capture(line: bytes, path: str) -> Capture | str:
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
        hash_sha256(line),
        line,
        path,
        "application/json",
        stated=Stated(**stated, hows=hows),
    )
