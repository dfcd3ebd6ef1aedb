"""What a file is, by its first bytes and then by its name.

In: a file's first bytes, gzip undone, and its name. Out: one of the kinds that have a reader, or why
there is none. Leaves alone: whether the rest of the file is sound.
"""

from __future__ import annotations

import re
from pathlib import PurePath

HEAD_BYTES = 8_192

HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".php", ".asp", ".aspx"})
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
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"PK\x03\x04", "zip archive"),
    (b"SQLite format 3", "database"), (b"\x7fELF", "program"), (b"RIFF", "image or sound"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"), (b"BZh", "bzip2 archive"), (b"\xfd7zXZ", "xz archive"),
)  # fmt: skip


def kind_of(head: bytes, name: str, *, in_folder: bool) -> tuple[str, str]:
    """Return (kind, "") or ("", why not) of a file.

    Kinds: `warc`, `pdf`, `feed`, `html`, `text`. In a folder a file of unknown name must show by its
    bytes that it is a page.

    Args:
        head: its first bytes, gzip undone.
        name: its name, `.gz` left out.
        in_folder: it was found in a folder and not named itself.

    """
    bare = _bare(head)
    if bare.startswith(b"WARC/"):
        return "warc", ""
    if bare.startswith(b"%PDF-"):
        return "pdf", ""
    for mark, what in _BINARY:
        if head.startswith(mark):
            return "", f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
    suffix = PurePath(name).suffix.lower()
    if _FEED.search(bare[:2_048]) and not _HTML_SURE.search(bare[:2_048]):
        return "feed", ""
    if _HTML_SURE.search(bare) and suffix not in _NO_PAGE_NAMES - {".xml", ".log"}:
        return "html", ""
    if _is_binary(head):
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


def _bare(head: bytes) -> bytes:
    """Return `head` without byte-order mark and, if it is UTF-16, without its zeros."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return (head.replace(b"\0", b"") if _zeros_alternate(head) else head).lstrip()


def _zeros_alternate(head: bytes) -> bool:
    even, odd = head[:512:2].count(0), head[1:512:2].count(0)
    size = len(head[:512])
    return size > 8 and abs(even - odd) > size // 4


def _is_binary(head: bytes) -> bool:
    if head.startswith(_MARKS[1:]) or _zeros_alternate(head):
        return False
    controls = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 27)))
    return (head.count(0) > 0 and controls > len(head) // 100) or controls > len(head) // 10
