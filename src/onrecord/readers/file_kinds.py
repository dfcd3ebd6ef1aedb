"""What kind of file a file is, by its first bytes and then by its name.

In: a file's first bytes, decompressed, and its name. Out: one of the kinds that have a reader, or why there is none. Out of
scope: whether the rest of the file is sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from onrecord.readers.json_fields import HTML_FIELDS, TEXT_FIELDS, TITLE_FIELDS, URL_FIELDS
from onrecord.readers.thresholds import THRESHOLDS

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
_OTHER_SUFFIXES = frozenset(
    (
        ".json .jsonl .csv .tsv .py .js .css .xml .yaml .yml .toml .ini .cfg .log .db .sqlite .sh .map .svg .cdx .cdxj"
        " .lock .ipynb .rst"
    ).split()
)
"""Suffixes of text files that are no pages, unless their bytes say so."""
_PAGE_IN_OTHER_SUFFIXES = frozenset({".xml", ".log"})
"""Those of them that pages are saved by."""
_CRAWL_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".jl"})
_ABOUT_NAME = re.compile(
    r"^(?:readme|license|licence|notice|changelog|changes|authors|copying|manifest)\b",
    re.IGNORECASE,
)
_HTML_ROOT = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_HTML_START = re.compile(rb"\s*<(?:!--|meta|title|script|style|link|div|p|h[1-6]|article|section|table|main|span|ul|ol|a|br|b|i)\b", re.IGNORECASE)  # fmt: skip
_FEED_ROOT = re.compile(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]")
_MIME_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]")
_MIME_PAGE = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
MAILBOX_LINE = re.compile(rb"From \S+ [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n")
_HEADER_BLOCK = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*){2,}(?=\r?\n|\Z)")
"""Lines of a name, a colon and a value up to a blank line, with their continuations."""
_MAIL_SENDER = re.compile(rb"^(?:from|sender|return-path):", re.IGNORECASE | re.MULTILINE)
_MAIL_HEADER = re.compile(
    rb"^(?:date|subject|message-id|mime-version|received|delivered-to|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES = tuple(bytes([code]) for code in (*range(9), *range(14, 27)))
_BINARY_SIGNATURES = (
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"PK\x03\x04", "zip archive"),
    (b"SQLite format 3", "database"), (b"\x7fELF", "program"), (b"RIFF", "image or sound"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"), (b"BZh", "bzip2 archive"), (b"\xfd7zXZ", "xz archive"),
)  # fmt: skip
_WACZ_ENTRY = re.compile(rb"(?:archive/|datapackage|indexes/|pages/|fuzzy)")


def _compile_fields(*names: str) -> re.Pattern[bytes]:
    """Return a pattern of a JSON field of one of `names` whose value is a string."""
    return re.compile(rb'"(?:' + "|".join(map(re.escape, names)).encode() + rb')"\s*:\s*"')


_JSON_PAGE = _compile_fields(*HTML_FIELDS, *TEXT_FIELDS)
_JSON_STATED = _compile_fields(*URL_FIELDS, *TITLE_FIELDS)

Kind = tuple[str, str]
"""A kind and "", or "" and why there is no reader."""


@dataclass(frozen=True, slots=True)
class _FileHead:
    """The first bytes of a file as they are, and bare: without byte-order mark, and without UTF-16's zeros."""

    head: bytes
    bare: bytes
    name: str
    suffix: str
    in_folder: bool


def detect_kind(head: bytes, name: str, *, in_folder: bool) -> Kind:
    """Return (kind, "") or ("", why not) of a file.

    Kinds: `warc`, `wacz`, `pdf`, `feed`, `mime`, `jsonl`, `html`, `text`. In a folder a file of unknown name must show by
    its bytes that it is a page.

    Args:
        head: its first bytes, decompressed.
        name: its name, without `.gz` or `.zst`.
        in_folder: it was found in a folder and not named itself.

    """
    suffix = PurePath(name).suffix.lower()
    file = _FileHead(head, _strip_encoding(head), name, suffix, in_folder)
    found = (kind for detect in _DETECTORS if (kind := detect(file)) is not None)
    return next(found, None) or _detect_by_name(file)


def _detect_container(file: _FileHead) -> Kind | None:
    """Return the kind of a web archive, a PDF, or of a file that is no text and no page."""
    if file.bare.startswith((b"WARC/", b"filedesc://")):
        return "warc", ""
    if file.bare.startswith(b"%PDF-"):
        return "pdf", ""
    is_zip = file.head.startswith(b"PK\x03\x04")
    if is_zip and (_is_wacz(file.head) or file.name.lower().endswith(".wacz")):
        return "wacz", ""
    for signature, what in _BINARY_SIGNATURES:
        if file.head.startswith(signature):
            return "", f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
    return None


def _detect_markup(file: _FileHead) -> Kind | None:
    """Return the kind of a text whose own syntax shows it."""
    bare = file.bare
    if _MIME_HEADER.match(bare) and _MIME_PAGE.search(bare):
        return "mime", ""
    if _is_mail(bare):
        return "mime", ""
    if bare[:1] in {b"{", b"["} and _is_crawl(file):
        return "jsonl", ""
    feed_head = bare[: THRESHOLDS.feed_head_bytes]
    if _FEED_ROOT.search(feed_head) and not _HTML_ROOT.search(feed_head):
        return "feed", ""
    if _HTML_ROOT.search(bare) and file.suffix not in _OTHER_SUFFIXES - _PAGE_IN_OTHER_SUFFIXES:
        return "html", ""
    return None


def _detect_binary(file: _FileHead) -> Kind | None:
    return ("", "binary") if is_binary(file.head) else None


_DETECTORS: tuple[Callable[[_FileHead], Kind | None], ...] = (
    _detect_container,
    _detect_markup,
    _detect_binary,
)
"""What tests a file's bytes, in order."""


def _detect_by_name(file: _FileHead) -> Kind:
    if file.suffix in HTML_SUFFIXES:
        return "html", ""
    if file.suffix in _OTHER_SUFFIXES:
        return "", f"a {file.suffix} file"
    if file.in_folder and _ABOUT_NAME.match(file.name):
        return "", "about the folder, not a page"
    if file.suffix in TEXT_SUFFIXES:
        return "text", ""
    if _HTML_START.match(file.bare):
        return "html", ""
    return ("", "of no known kind") if file.in_folder else ("text", "")


def _is_mail(bare: bytes) -> bool:
    """Return whether a file begins with the headers of a message: who sends it, and two more that messages have."""
    mailbox_line = MAILBOX_LINE.match(bare)
    headers = _HEADER_BLOCK.match(bare, mailbox_line.end() if mailbox_line else 0)
    if headers is None or not _MAIL_SENDER.search(headers[0]):
        return False
    return len({match[0].lower() for match in _MAIL_HEADER.finditer(headers[0])}) > 1


def _is_wacz(head: bytes) -> bool:
    """Return whether a zip's first entry is one that only web archives begin with."""
    return _WACZ_ENTRY.match(head[30:60]) is not None


def _is_crawl(file: _FileHead) -> bool:
    """Return whether JSON is what a crawler wrote of pages; in a folder its first bytes must show it."""
    if _JSON_PAGE.search(file.bare) and _JSON_STATED.search(file.bare):
        return True
    return not file.in_folder and file.suffix in _CRAWL_SUFFIXES


def _strip_encoding(head: bytes) -> bytes:
    """Return `head` without byte-order mark and, if it is UTF-16, without its zeros."""
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return (head.replace(b"\0", b"") if _has_alternating_zeros(head) else head).lstrip()


def _has_alternating_zeros(head: bytes) -> bool:
    sample = head[: THRESHOLDS.zero_sample_bytes]
    difference = abs(sample[::2].count(0) - sample[1::2].count(0))
    return (
        len(sample) > THRESHOLDS.min_zero_sample_bytes
        and difference > len(sample) // THRESHOLDS.zero_difference_divisor
    )


def is_binary(head: bytes) -> bool:
    """Return whether first bytes are no text in any encoding."""
    if head.startswith(_BYTE_ORDER_MARKS[1:]) or _has_alternating_zeros(head):
        return False
    controls = count_control_bytes(head)
    if head.count(0) > 0 and controls > len(head) // THRESHOLDS.bytes_per_control_beside_zero:
        return True
    return controls > len(head) // THRESHOLDS.bytes_per_control


def count_control_bytes(data: bytes) -> int:
    """Return how many bytes of `data` are control characters that no text holds."""
    return sum(data.count(code) for code in _CONTROL_BYTES)
