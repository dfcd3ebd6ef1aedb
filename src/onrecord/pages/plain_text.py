"""Pages of plain text: as a caller gives it, or as a capture holds it.

In: text. Out: a `Page` whose text is the text given, but for line ends (one line feed), NULs and lone surrogates. An
article's body has a body zone for each paragraph, separated by blank lines (or each on a line of its own); a flattened page is zoned by `flat`. Out of
scope: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.errors import PageError
from onrecord.pages.dates.publication_day import choose_publication_day
from onrecord.pages.dates.url_dates import read_url_date
from onrecord.pages.flat.page_builder import build_page
from onrecord.pages.language_id import identify_language
from onrecord.pages.source_maps.bytemap import SegmentMapBuilder
from onrecord.pages.source_maps.decoding import decode_source
from onrecord.pages.thresholds import THRESHOLDS
from onrecord.records import Capture, Page, Stated, Zone
from onrecord.records.ids import build_content_id, hash_sha256
from onrecord.records.page import ByteMap

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*?\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
_LINE = re.compile(r"\S(?:.*\S)?")
_ISO_8601 = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_LINE_END = re.compile(r"\r\n?")
_UNFIT = re.compile("[\0\ud800-\udfff]")
"""What no page's text holds: NUL and lone surrogates."""


def read_text(capture: Capture) -> Page:
    """Return the page of a text/plain capture, with its byte map.

    Raises:
        PageError: `empty` if there are no words in it.

    """
    source = decode_source(capture.data, capture.charset, markup=False)
    builder = SegmentMapBuilder(source, markup=False)
    parts: list[str] = []
    size = at = 0
    for line_end in [*_LINE_END.finditer(source.text), None]:
        stop = line_end.start() if line_end else len(source.text)
        if stop > at:
            builder.add_even(size, at, source.text[at:stop])
            parts.append(source.text[at:stop])
            size += stop - at
        if line_end:
            builder.add_whole(size, line_end.start(), line_end.end())
            parts.append("\n")
            size, at = size + 1, line_end.end()
    return _build_page("".join(parts), capture, builder.finish(), capture.sha256)


def build_text_page(text: str, stated: Stated, *, flat: bool) -> Page:
    """Return the page of a text that a caller gives; it has no capture and no bytes.

    Args:
        text: the text.
        stated: what the caller states of it.
        flat: it is a flattened page; False: an article's body.

    Raises:
        PageError: `empty` if there are no words in it.

    """
    text = _LINE_END.sub("\n", text) if flat else text
    fit = _UNFIT.sub(_replace_unfit, text)
    capture = Capture(hash_sha256(fit.encode()), b"", "", "text/plain", stated=stated, flat=flat)
    return _build_page(fit, capture, None, None)


def build_capture_page(text: str, capture: Capture, byte_map: ByteMap | None = None) -> Page:
    """Return the page of a text that was extracted from a capture, with the map made with it.

    Raises:
        PageError: `empty` if there are no words in it.

    """
    return _build_page(text, capture, byte_map, capture.sha256)


def parse_published(published: str | date | None) -> str | None:
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
    if not padded or not _ISO_8601.fullmatch(written):
        raise PageError(
            "published", f"published={published!r} is not an ISO 8601 day; write it as 2016-03-08"
        )
    return written


def _build_page(
    text: str, capture: Capture, byte_map: ByteMap | None, original: str | None
) -> Page:
    """Return the page of `text`; `original` is the SHA-256 of the capture it is from, if it is from one."""
    text = _UNFIT.sub(_replace_unfit, text)
    if not text.strip():
        raise PageError("empty", f"{capture.path or 'text'}: no words in it")
    stated = replace(
        capture.stated,
        url=capture.stated.url or capture.url,
        fetched=capture.stated.fetched or capture.fetched,
    )
    page_id = build_content_id("p", capture.sha256, stated.url)
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
        page = replace(
            _build_article_page(text, page_id, stated),
            capture=original,
            path=capture.path,
            byte_map=byte_map,
        )
    body = " ".join(text[zone.start : zone.end] for zone in page.zones if zone.role == "body")
    said = sum(zone.end - zone.start for zone in page.zones if zone.role == "comment")
    kind = "forum" if said > len(body) else "article" if body else "unclear"
    return replace(
        page,
        kind=kind,
        published=page.published or read_url_date(page.url),
        language=page.language or identify_language(body or text),
    )


def _build_article_page(text: str, page_id: str, stated: Stated) -> Page:
    """Return the page of an article's body, as it is stated, without its capture."""
    return Page(
        id=page_id,
        capture=None,
        path="",
        text=text,
        zones=tuple(_iter_paragraph_zones(text)),
        url=stated.url,
        outlet=stated.outlet,
        title=stated.title,
        published=choose_publication_day(stated),
        language=stated.language,
        fetched=stated.fetched,
    )


def _iter_paragraph_zones(text: str) -> Iterator[Zone]:
    """Yield a zone for each paragraph: stretches between blank lines, or lines where none was broken to fit a width."""
    is_wrapped = all(len(line) <= THRESHOLDS.wrapped_chars for line in text.split("\n"))
    for paragraph in (_PARAGRAPH if is_wrapped else _LINE).finditer(text):
        yield Zone("body", paragraph.start(), paragraph.end())


def _replace_unfit(match: re.Match[str]) -> str:
    return " " if match[0] == "\0" else "\ufffd"
