"""Pages: captures made readable.

In: a `Capture`, or bytes or text that a caller gives. Out: a `Page`: one text, zones over it, the
readers' thread, and the map back to the capture's bytes. A page is a pure function of its capture.
Out of scope: sentences and what they say (`language`, `extract`).

Reasons of a `PageError`, and of the `Skipped` a run makes of it:

- `empty`: no bytes, or no words that can be seen.
- `no_text`: words, but none that read like an article or a thread; a PDF of pictures.
- `too_long`: more characters of text than `ONRECORD_MAX_CHARS`, more sheets than `ONRECORD_MAX_SHEETS`, or
  more tags than any page has (`config.MOST_NODES`).
- `too_large`: HTML of more bytes than `ONRECORD_MAX_PARSED`.
- `too_slow`: a PDF that takes longer than `ONRECORD_MAX_SECONDS`, or more memory than a page may.
- `broken`: a PDF that can't be opened, a MIME file without a page in it, JSON that is none.
- `no_reader`: a media type no page is made of, or one that needs an extra.
- `published`: the day a caller gives is not ISO 8601.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.config import MOST_NODES, Settings, load_settings
from onrecord.errors import PageError
from onrecord.pages.html import read_html
from onrecord.pages.json_object import iter_embedded_pages
from onrecord.pages.mhtml import find_root_part
from onrecord.pages.pdf import read_pdf
from onrecord.pages.plain_text import build_text_page, parse_published, read_text
from onrecord.pages.source_maps.bytemap import SegmentMap
from onrecord.pages.source_maps.embedded import EmbeddedMap, EmbeddingMap
from onrecord.records import Capture, Dated, Page, Stated
from onrecord.records.ids import sha256_hex

__all__ = ["PAGES_NAME", "make_page", "page_from_html", "page_from_text"]

PAGES_NAME = "pages@3"
"""What makes pages, and its version; a story's pages are made anew when it changes."""

_BYTES_A_CHAR = 50  # markup around a character of text; pages of 30 bytes a character were seen


def make_page(capture: Capture, *, settings: Settings | None = None) -> Page:
    """Return the page of `capture`.

    Args:
        capture: a saved original.
        settings: how large a page may be, and how long a PDF may take; None: those of the environment.

    Raises:
        PageError: with its reason: `empty`, `no_text`, `too_long`, `too_large`, `broken`, or `no_reader` for a media
            type that no page can be made of.

    """
    if not capture.data.strip():
        raise PageError("empty", f"{capture.path or 'page'}: no bytes in it")
    settings = settings or load_settings()
    page = _read(capture, settings)
    if len(page.text) > settings.max_chars:
        raise _too_long(capture, settings)
    stated = capture.stated
    if page.published and stated.published:
        page = replace(page, published=Dated(stated.published, stated.how_of("published")))
    return replace(page, stated=stated.hows)


def _read(capture: Capture, settings: Settings) -> Page:
    if capture.media_type in {"text/html", "application/xhtml+xml"} or (
        capture.media_type.startswith("text/")
    ):
        return _read_words(capture, settings)
    if capture.media_type == "application/pdf":
        return read_pdf(capture, settings)
    if capture.media_type == "application/json":
        return _read_json(capture, settings)
    if capture.media_type.startswith("multipart/"):
        root = find_root_part(capture.data, capture.path or "page")
        own = replace(
            capture,
            data=root.data,
            media_type=root.media_type,
            charset=root.charset,
            url=capture.url or root.url,
        )
        return _carried(own, root.embedding, settings)
    raise PageError("no_reader", f"{capture.path or 'page'}: no page of {capture.media_type}")


def _read_words(capture: Capture, settings: Settings) -> Page:
    plain = capture.media_type not in {"text/html", "application/xhtml+xml"}
    if len(capture.data) > settings.max_chars * (4 if plain else _BYTES_A_CHAR):
        raise _too_long(capture, settings)
    if not plain and len(capture.data) > settings.max_parsed:
        bound = f"more than {settings.max_parsed:,} bytes of HTML"
        message = f"{capture.path or 'page'}: {bound}; raise ONRECORD_MAX_PARSED to read it"
        raise PageError("too_large", message)
    if not plain and capture.data.count(b"<") > MOST_NODES:
        message = f"{capture.path or 'page'}: more than {MOST_NODES:,} tags; split it"
        raise PageError("too_long", message)
    return read_text(capture) if plain else read_html(capture, max_chars=settings.max_chars)


def _too_long(capture: Capture, settings: Settings) -> PageError:
    message = (
        f"{capture.path or 'page'}: more than {settings.max_chars:,} characters of text; split it"
    )
    return PageError("too_long", message)


def _read_json(capture: Capture, settings: Settings) -> Page:
    """Return the page of a crawler's object: of its HTML, or of its text where that yields none.

    Raises:
        PageError: as `make_page`.

    """
    fault = PageError("empty", f"{capture.path or 'page'}: no text in it")
    for inside in iter_embedded_pages(capture.data, capture.path or "page"):
        media_type = "text/html" if inside.is_html else "text/plain"
        own = replace(capture, data=inside.data, media_type=media_type, charset="utf-8")
        try:
            return _carried(own, inside.embedding, settings)
        except PageError as error:
            fault = error
    raise fault


def _carried(own: Capture, carrier: EmbeddingMap, settings: Settings) -> Page:
    """Return the page of what a file carries; its map leads to the file's bytes.

    Raises:
        PageError: as `make_page`.

    """
    if not own.data.strip():
        raise PageError("empty", f"{own.path or 'page'}: no bytes in it")
    page = _read_words(own, settings)
    assert isinstance(page.byte_map, SegmentMap)
    return replace(page, byte_map=EmbeddedMap(page.byte_map, carrier))


def page_from_html(
    data: bytes, *, url: str | None = None, published: str | date | None = None
) -> Page:
    """Return the page of a saved HTML page.

    Args:
        data: the saved bytes; their encoding is found.
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
    return make_page(Capture(sha256_hex(data), data, "", "text/html", stated=stated))


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
        text: the words; paragraphs are parted by blank lines.
        url: where it is from, if known.
        published: ISO 8601 text, a date or a datetime; overrules what the text says.
        outlet: who published it.
        flat: False: `text` is the article's body as it is. True: it is a flattened page, in which
            zones and the thread are to be found.

    Raises:
        PageError: if there is nothing to read in it, or `published` is no ISO 8601 day.

    Examples:
        >>> page_from_text("It rained.\n\nIt stopped.").zones[1]
        Zone(role='body', start=12, end=23)

    """
    stated = Stated(url=url, outlet=outlet, published=parse_published(published))
    return build_text_page(text, stated, flat=flat)
