"""Pages: captures made readable.

In: a `Capture`, or bytes or text that a caller gives. Out: a `Page`: one text, zones over it, the readers' thread, and the
map back to the capture's bytes. A page is a pure function of its capture. Out of scope: sentences and what they say
(`language`, `extract`).

Reasons of a `PageError`, and of the `Skipped` a run makes of it:

- `empty`: no bytes, or no words that can be seen.
- `no_text`: a PDF of pictures. A page of HTML with words in it is never refused: its `kind` says what it is.
- `too_long`: more characters of text than `ONRECORD_MAX_CHARS`, more sheets than `ONRECORD_MAX_SHEETS`, or more tags than
  any page has (`pages.thresholds`, `max_nodes`).
- `too_large`: HTML of more bytes than `ONRECORD_MAX_PARSED`.
- `too_slow`: a PDF that takes longer than `ONRECORD_MAX_SECONDS`, or more memory than a page may.
- `broken`: a PDF that can't be opened, a MIME file without a page in it, JSON that can't be parsed.
- `no_reader`: a media type no page is made of, or one that needs an extra.
- `published`: the day a caller gives is not ISO 8601.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.config import Settings, load_settings
from onrecord.errors import PageError
from onrecord.pages.html import read_html
from onrecord.pages.json_object import iter_embedded_pages
from onrecord.pages.mhtml import find_root_part
from onrecord.pages.pdf import read_pdf
from onrecord.pages.plain_text import build_text_page, parse_published, read_text
from onrecord.pages.source_maps.bytemap import SegmentMap
from onrecord.pages.source_maps.embedded import EmbeddedMap, EmbeddingMap
from onrecord.pages.thresholds import THRESHOLDS
from onrecord.records import Capture, Page, Stated
from onrecord.records.ids import hash_sha256

__all__ = ["PAGES_NAME", "make_page", "page_from_html", "page_from_text"]

PAGES_NAME = "pages@5"
"""What makes pages, and its version; a story's pages are made anew when it changes."""

_HTML_MEDIA_TYPES = ("text/html", "application/xhtml+xml")


def make_page(capture: Capture, *, settings: Settings | None = None) -> Page:
    """Return the page of `capture`.

    Args:
        capture: a saved original.
        settings: how large a page may be, and how long a PDF may take; None: those of the environment.

    Raises:
        PageError: with its reason: `empty`, `no_text`, `too_long`, `too_large`, `too_slow`, `broken`, or `no_reader` for a
            media type that no page can be made of.

    """
    if not capture.data.strip():
        raise PageError("empty", f"{capture.path or 'page'}: no bytes in it")
    settings = settings or load_settings()
    page = _read_capture(capture, settings)
    if len(page.text) > settings.max_chars:
        raise _make_too_long_error(capture, settings)
    return replace(page, stated=capture.stated.hows)


def _read_capture(capture: Capture, settings: Settings) -> Page:
    media_type = capture.media_type
    if media_type in _HTML_MEDIA_TYPES or media_type.startswith("text/"):
        return _read_html_or_text(capture, settings)
    if media_type == "application/pdf":
        return read_pdf(capture, settings)
    if media_type == "application/json":
        return _read_json(capture, settings)
    if media_type.startswith("multipart/") or media_type == "message/rfc822":
        return _read_mhtml(capture, settings)
    raise PageError("no_reader", f"{capture.path or 'page'}: no page of {media_type}")


def _read_html_or_text(capture: Capture, settings: Settings) -> Page:
    if capture.media_type not in _HTML_MEDIA_TYPES:
        if len(capture.data) > settings.max_chars * THRESHOLDS.text_bytes_per_char:
            raise _make_too_long_error(capture, settings)
        return read_text(capture)
    if len(capture.data) > settings.max_chars * THRESHOLDS.html_bytes_per_char:
        raise _make_too_long_error(capture, settings)
    if len(capture.data) > settings.max_parsed:
        limit = f"more than {settings.max_parsed:,} bytes of HTML"
        message = f"{capture.path or 'page'}: {limit}; raise ONRECORD_MAX_PARSED to read it"
        raise PageError("too_large", message)
    if capture.data.count(b"<") > THRESHOLDS.max_nodes:
        many = f"more than {THRESHOLDS.max_nodes:,} tags"
        raise PageError("too_long", f"{capture.path or 'page'}: {many}; split it")
    return read_html(capture, max_chars=settings.max_chars)


def _make_too_long_error(capture: Capture, settings: Settings) -> PageError:
    many = f"more than {settings.max_chars:,} characters of text"
    return PageError("too_long", f"{capture.path or 'page'}: {many}; split it")


def _read_mhtml(capture: Capture, settings: Settings) -> Page:
    root = find_root_part(capture.data, capture.path or "page")
    inner = replace(
        capture,
        data=root.data,
        media_type=root.media_type,
        charset=root.charset,
        url=capture.url or root.url,
    )
    return _read_embedded(inner, root.embedding, settings)


def _read_json(capture: Capture, settings: Settings) -> Page:
    """Return the page of a crawler's object: of its HTML, or of its text where that yields none, or one of no clear kind.

    Raises:
        PageError: as `make_page`.

    """
    fault = PageError("empty", f"{capture.path or 'page'}: no text in it")
    unclear: Page | None = None
    for embedded in iter_embedded_pages(capture.data, capture.path or "page"):
        media_type = "text/html" if embedded.is_html else "text/plain"
        inner = replace(capture, data=embedded.data, media_type=media_type, charset="utf-8")
        try:
            page = _read_embedded(inner, embedded.embedding, settings)
        except PageError as error:
            fault = error
            continue
        if page.kind != "unclear" or not embedded.is_html:
            return page
        unclear = page
    if unclear is not None:
        return unclear
    raise fault


def _read_embedded(inner: Capture, embedding: EmbeddingMap, settings: Settings) -> Page:
    """Return the page of what is embedded in a file; its map leads to the file's bytes.

    Raises:
        PageError: as `make_page`.

    """
    if not inner.data.strip():
        raise PageError("empty", f"{inner.path or 'page'}: no bytes in it")
    page = _read_html_or_text(inner, settings)
    assert isinstance(page.byte_map, SegmentMap)
    return replace(page, byte_map=EmbeddedMap(page.byte_map, embedding))


def page_from_html(
    data: bytes, *, url: str | None = None, published: str | date | None = None
) -> Page:
    """Return the page of a saved HTML page.

    Args:
        data: the saved bytes; their encoding is detected.
        url: where it was saved from, if known.
        published: ISO 8601 text, a date or a datetime; overrules what the page says.

    Raises:
        PageError: if there is nothing to read in it, or `published` is no ISO 8601 day.

    Examples:
        >>> page = page_from_html(b"<h1>Rain</h1><p>It rained all day in the hills, they said.</p>")
        >>> page.text[page.zones[-1].start : page.zones[-1].end]
        'It rained all day in the hills, they said.'

    """
    stated = Stated(url=url, published=parse_published(published))
    return make_page(Capture(hash_sha256(data), data, "", "text/html", stated=stated))


def page_from_text(
    text: str,
    *,
    url: str | None = None,
    published: str | date | None = None,
    outlet: str | None = None,
    flat: bool = False,
) -> Page:
    r"""Return the page of a text; it has no capture and no bytes.

    Args:
        text: the text; paragraphs are separated by blank lines, or each is one line of any length.
        url: where it is from, if known.
        published: ISO 8601 text, a date or a datetime; overrules what the text says.
        outlet: who published it.
        flat: False: `text` is the article's body as it is. True: it is a flattened page, whose zones and thread are detected.

    Raises:
        PageError: if there is nothing to read in it, or `published` is no ISO 8601 day.

    Examples:
        >>> page_from_text("It rained.\n\nIt stopped.").zones[1]
        Zone(role='body', start=12, end=23)

    """
    stated = Stated(url=url, outlet=outlet, published=parse_published(published))
    return build_text_page(text, stated, flat=flat)
