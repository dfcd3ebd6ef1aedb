"""A page that a crawler wrote as a JSON object, with the way back to the bytes of the line.

In: a capture of application/json: one object. Out: the page's own bytes, as HTML or as text, best first, each with the map
from the string's content to the object's bytes. Out of scope: what else the object states (`readers`), and comments that a
crawler kept in a field of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import PageError
from onrecord.pages.source_maps.embedded import EmbeddingMap, decode_json_string
from onrecord.readers.json_fields import find_page_fields, parse_fields


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """What may be the page: its bytes as UTF-8, the map from them to the object's, and whether it is HTML."""

    data: bytes
    embedding: EmbeddingMap
    is_html: bool


def iter_embedded_pages(data: bytes, path: str) -> Iterator[EmbeddedPage]:
    """Yield what in a JSON object may be its page, the best first.

    Raises:
        PageError: `broken` if it is no JSON object in UTF-8, `empty` if no field of it holds a page.

    """
    try:
        text = data.decode("utf-8")
        fields, _ = parse_fields(text)
    except (ValueError, RecursionError) as error:
        raise PageError("broken", f"{path}: not a JSON object in UTF-8") from error
    page_fields = find_page_fields(fields)
    if not page_fields:
        raise PageError("empty", f"{path}: no field of it holds a page's text")
    for field, is_html in page_fields:
        # The bytes between the quotation marks.
        start = len(text[: field.start + 1].encode())
        end = start + len(text[field.start + 1 : field.end - 1].encode())
        page_bytes, embedding = decode_json_string(data, start, end)
        yield EmbeddedPage(page_bytes, embedding, is_html)
