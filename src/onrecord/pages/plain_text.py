"""Text made a page: as a caller gives it, or as a capture of text/plain holds it.

In: text. Out: a `Page` whose text is the text given, but for line ends (one line feed), NULs and lone
surrogates. With `flat=False` it is an article's body: each paragraph, parted by blank lines, is a
body zone. With `flat=True` it is a flattened page, zoned by `flat`. Out of scope: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.errors import PageError
from onrecord.pages.dates.url_dates import read_url_date
from onrecord.pages.flat.page_builder import build_page
from onrecord.pages.language_id import find_language
from onrecord.pages.source_maps.bytemap import SegmentMapBuilder
from onrecord.pages.source_maps.decoding import decode_source
from onrecord.records import Capture, Dated, Page, Stated, Zone
from onrecord.records.ids import content_id, sha256_hex
from onrecord.records.page import ByteMap

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*?\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
_ISO = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_LINE_END = re.compile(r"\r\n?")
_UNFIT = re.compile("[\0\ud800-\udfff]")


def read_text(capture: Capture) -> Page:
    """Return the page of a text/plain capture, with its byte map.

    Raises:
        PageError: `empty` if there are no words in it.

    """
    source = decode_source(capture.data, capture.charset, markup=False)
    maker = SegmentMapBuilder(source, markup=False)
    out: list[str] = []
    size = at = 0
    for found in [*_LINE_END.finditer(source.text), None]:
        stop = found.start() if found else len(source.text)
        if stop > at:
            maker.add_even(size, at, source.text[at:stop])
            out.append(source.text[at:stop])
            size += stop - at
        if found:
            maker.add_whole(size, found.start(), found.end())
            out.append("\n")
            size, at = size + 1, found.end()
    return _page("".join(out), capture, maker.finish(), capture.sha256)


def page_of_text(text: str, stated: Stated, *, flat: bool) -> Page:
    """Return the page of a text that a caller gives; it has no capture and no bytes.

    Raises:
        PageError: `empty` if there are no words in it.

    """
    text = _LINE_END.sub("\n", text) if flat else text
    fit = _UNFIT.sub(_fitting, text)
    capture = Capture(sha256_hex(fit.encode()), b"", "", "text/plain", stated=stated, flat=flat)
    return _page(fit, capture, None, None)


def page_of_capture(text: str, capture: Capture, byte_map: ByteMap | None = None) -> Page:
    """Return the page of a text drawn from a capture, with a map that was made with the text.

    Raises:
        PageError: `empty` if there are no words in it.

    """
    return _page(text, capture, byte_map, capture.sha256)


def iso_published(published: str | date | None) -> str | None:
    """Return `published` as ISO 8601 text; a datetime keeps its time.

    Raises:
        PageError: `published` if it is no ISO 8601 day, month, year or time.

    """
    if published is None or isinstance(published, date):
        return published.isoformat() if published else None
    written = published.strip()
    try:
        padded = f"{written}-01-01"[:10] if len(written) < 10 else written[:10]
        date.fromisoformat(padded)
    except ValueError:
        padded = ""
    if not padded or not _ISO.fullmatch(written):
        raise PageError(
            "published", f"published={published!r} is not an ISO 8601 day; write it as 2016-03-08"
        )
    return written


def _page(text: str, capture: Capture, byte_map: ByteMap | None, original: str | None) -> Page:
    text = _UNFIT.sub(_fitting, text)
    if not text.strip():
        raise PageError("empty", f"{capture.path or 'text'}: no words in it")
    stated = replace(
        capture.stated,
        url=capture.stated.url or capture.url,
        fetched=capture.stated.fetched or capture.fetched,
    )
    page_id = content_id("p", capture.sha256, stated.url)
    if capture.flat:
        page = build_page(
            text,
            page_id=page_id,
            capture=original,
            path=capture.path,
            stated=stated,
            byte_map=byte_map,
        )
    else:
        page = _plain(text, page_id, capture, stated, byte_map, original)
    body = " ".join(text[zone.start : zone.end] for zone in page.zones if zone.role == "body")
    return replace(
        page,
        published=page.published or read_url_date(page.url),
        language=page.language or find_language(body or text),
    )


def _plain(
    text: str,
    page_id: str,
    capture: Capture,
    stated: Stated,
    byte_map: ByteMap | None,
    original: str | None,
) -> Page:
    return Page(
        id=page_id,
        capture=original,
        path=capture.path,
        text=text,
        zones=tuple(_paragraphs(text)),
        url=stated.url,
        outlet=stated.outlet,
        title=stated.title,
        published=Dated(stated.published, "stated") if stated.published else None,
        language=stated.language,
        fetched=stated.fetched,
        byte_map=byte_map,
    )


def _paragraphs(text: str) -> Iterator[Zone]:
    for found in _PARAGRAPH.finditer(text):
        yield Zone("body", found.start(), found.end())


def _fitting(found: re.Match[str]) -> str:
    return " " if found[0] == "\0" else "\ufffd"
