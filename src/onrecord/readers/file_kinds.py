"""What a file is, by its first bytes and then by its name.

In: a file's first bytes, unpacked, and its name. Out: one of the kinds that have a reader, or why
there is none. Out of scope: whether the rest of the file is sound.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from onrecord.readers.json_fields import HTML_FIELDS, TEXT_FIELDS, TITLE_FIELDS, URL_FIELDS

HEAD_BYTES = 8_192

HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"})
TEXT_NAMES = frozenset({".txt", ".text", ".md"})
_NO_PAGE_NAMES = frozenset(
    [
        ".json",
        ".jsonl",
        ".csv",
        ".tsv",
        ".py",
        ".js",
        ".css",
        ".xml",
        ".yaml",
        ".yml",
        ".toml",
        ".ini",
        ".cfg",
        ".log",
        ".db",
        ".sqlite",
        ".sh",
        ".map",
        ".svg",
        ".cdx",
        ".cdxj",
        ".lock",
        ".ipynb",
        ".rst",
    ]
)
_ABOUT = re.compile(
    r"^(?:readme|license|licence|notice|changelog|changes|authors|copying|manifest)\b",
    re.IGNORECASE,
)
_HTML_SURE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"\s*<(?:!--|meta|title|script|style|link|div|p|h[1-6]|article|section|table|main|span|ul|ol|a|br|b|i)\b", re.IGNORECASE)  # fmt: skip
_FEED = re.compile(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]")
_MIME = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]")
_MULTIPART = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_JSON_PAGE = re.compile(rb'"(?:' + "|".join(map(re.escape, (*HTML_FIELDS, *TEXT_FIELDS))).encode() + rb')"\s*:\s*"')  # fmt: skip
_JSON_STATED = re.compile(rb'"(?:' + "|".join(map(re.escape, (*URL_FIELDS, *TITLE_FIELDS))).encode() + rb')"\s*:\s*"')  # fmt: skip
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"PK\x03\x04", "zip archive"),
    (b"SQLite format 3", "database"), (b"\x7fELF", "program"), (b"RIFF", "image or sound"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"), (b"BZh", "bzip2 archive"), (b"\xfd7zXZ", "xz archive"),
)  # fmt: skip


def detect_kind(head: bytes, name: str, *, in_folder: bool) -> tuple[str, str]:
    """Return (kind, "") or ("", why not) of a file.

    Kinds: `warc`, `wacz`, `pdf`, `feed`, `mime`, `jsonl`, `html`, `text`. In a folder a file of unknown name must show by its
    bytes that it is a page.

    Args:
        head: its first bytes, unpacked.
        name: its name, `.gz` or `.zst` left out.
        in_folder: it was found in a folder and not named itself.

    """
    bare = _bare(head)
    if bare.startswith((b"WARC/", b"filedesc://")):
        return "warc", ""
    if bare.startswith(b"%PDF-"):
        return "pdf", ""
    if head.startswith(b"PK\x03\x04") and (_is_wacz(head) or name.lower().endswith(".wacz")):
        return "wacz", ""
    for mark, what in _BINARY:
        if head.startswith(mark):
            return "", f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
    suffix = PurePath(name).suffix.lower()
    if _MIME.match(bare) and _MULTIPART.search(bare):
        return "mime", ""
    if bare[:1] in {b"{", b"["} and _is_crawl(bare, suffix, in_folder=in_folder):
        return "jsonl", ""
    if _FEED.search(bare[:2_048]) and not _HTML_SURE.search(bare[:2_048]):
        return "feed", ""
    if _HTML_SURE.search(bare) and suffix not in _NO_PAGE_NAMES - {".xml", ".log"}:
        return "html", ""
    if is_binary(head):
        return "", "binary"
    return _by_name(bare, name, suffix, in_folder=in_folder)


def _by_name(bare: bytes, name: str, suffix: str, *, in_folder: bool) -> tuple[str, str]:
    if suffix in HTML_NAMES:
        return "html", ""
    if suffix in _NO_PAGE_NAMES:
        return "", f"a {suffix} file"
    if in_folder and _ABOUT.match(name):
        return "", "about the folder, not a page"
    if suffix in TEXT_NAMES:
        return "text", ""
    if _HTML.match(bare):
        return "html", ""
    return ("", "of no known kind") if in_folder else ("text", "")


def _is_wacz(head: bytes) -> bool:
    """Return whether a zip's first entry is one that only web archives begin with."""
    return re.match(rb"(?:archive/|datapackage|indexes/|pages/|fuzzy)", head[30:60]) is not None


def _is_crawl(bare: bytes, suffix: str, *, in_folder: bool) -> bool:
    """Return whether JSON is what a crawler wrote of pages; in a folder it must show it in its first bytes."""
    if _JSON_PAGE.search(bare) and _JSON_STATED.search(bare):
        return True
    return not in_folder and suffix in {".json", ".jsonl", ".ndjson", ".jl"}


def _bare(head: bytes) -> bytes:
    """Return `head` without byte-order mark and, if it is UTF-16, without its zeros."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return (head.replace(b"\0", b"") if _zeros_alternate(head) else head).lstrip()


def _zeros_alternate(head: bytes) -> bool:
    even, odd = head[:512:2].count(0), head[1:512:2].count(0)
    size = len(head[:512])
    return size > 8 and abs(even - odd) > size // 4


def is_binary(head: bytes) -> bool:
    """Return whether first bytes are no text in any encoding."""
    if head.startswith(_MARKS[1:]) or _zeros_alternate(head):
        return False
    controls = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 27)))
    return (head.count(0) > 0 and controls > len(head) // 100) or controls > len(head) // 10
