"""What crawlers write of a page as a JSON object: which field holds what, and where it stands.

In: the text of one JSON object. Out: its fields with the place of each value in the text; the names of
fields by what they hold. Out of scope: the words of the page.

Source: the output of trafilatura (`--json`), news-please, newspaper3k and newspaper4k, and the columns of
corpora made from Common Crawl (C4, OSCAR, FineWeb, RealNews, CC-News).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from json.decoder import JSONDecoder
from typing import Any

HTML_FIELDS = ("html", "raw_html", "html_content", "content_html", "body_html", "page_html")
TEXT_FIELDS = (
    "text", "maintext", "main_text", "article_text", "content", "body", "article_body", "articleBody",
    "fulltext", "full_text", "plain_text", "raw_content", "raw_text", "page_text", "article",
)  # fmt: skip
URL_FIELDS = (
    "url", "link", "uri", "page_url", "canonical_url", "warc-target-uri", "source", "original_url",
)  # fmt: skip
TITLE_FIELDS = ("title", "headline", "title_page")
OUTLET_FIELDS = ("outlet", "sitename", "site_name", "publisher", "source_domain", "source-hostname", "hostname", "domain")  # fmt: skip
PUBLISHED_FIELDS = (
    "published", "date_publish", "publish_date", "date_published", "datePublished", "published_at",
    "publishedAt", "pub_date", "pubDate", "publication_date", "published_date", "date",
)  # fmt: skip
FETCHED_FIELDS = (
    "fetched", "date_download", "download_date", "crawl_date", "crawled_at", "date_crawled",
    "scraped_at", "fetched_at", "filedate", "warc-date", "timestamp",
)  # fmt: skip
LANGUAGE_FIELDS = ("language", "lang", "meta_lang")
_CRAWL_DUMP = ("dump", "warc_filename", "warc_headers")
"""Beside one of these a bare `date` is the crawl's, not the page's."""

_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_TAG = re.compile(r"<(?:!doctype|html|head|body|p|div|article|section|h[1-6]|br|span|ul|table)\b[^>]*>", re.IGNORECASE)  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?")  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*")


@dataclass(frozen=True, slots=True)
class JsonField:
    """One field of an object: its value, and where the value is written (characters, half-open)."""

    value: Any
    start: int
    end: int


def parse_fields(text: str, at: int = 0) -> tuple[dict[str, JsonField], int]:
    """Return the fields of the JSON object at character `at`, and where the object ends.

    Of two fields of one name the last counts, as JSON readers have it.

    Raises:
        ValueError: if there is no JSON object; RecursionError: if it is nested too deep.

    """
    at = _skip(text, at, "{")
    found: dict[str, JsonField] = {}
    if text[at : at + 1] == "}":
        return found, at + 1
    while True:
        name, at = _DECODER.raw_decode(text, _space(text, at))
        if not isinstance(name, str):
            raise ValueError(f"no name of a field before character {at}")  # noqa: TRY004  bad JSON
        at = _skip(text, at, ":")
        value, end = _DECODER.raw_decode(text, at)
        found[name] = JsonField(value, at, end)
        at = _space(text, end)
        if text[at : at + 1] == "}":
            return found, at + 1
        at = _skip(text, at, ",")


def find_page_fields(fields: dict[str, JsonField]) -> list[tuple[JsonField, bool]]:
    """Return the fields that may hold the page, the best first, each with whether it is HTML."""
    html = [fields[name] for name in HTML_FIELDS if _words(fields.get(name))]
    text = [fields[name] for name in TEXT_FIELDS if _words(fields.get(name))]
    return [(field, True) for field in html if _is_html(field)] + [
        (field, _is_html(field)) for field in text
    ]


def read_stated(fields: dict[str, JsonField]) -> dict[str, str]:
    """Return what an object states of its page: url, outlet, title, published, fetched, language."""
    values = {name: field.value for name, field in fields.items()}
    inner = values.get("warc_headers") or values.get("metadata")
    if isinstance(inner, dict):
        values = {**inner, **values}
    dumped = any(name in values for name in _CRAWL_DUMP)
    published = [name for name in PUBLISHED_FIELDS if not (dumped and name == "date")]
    fetched = [*FETCHED_FIELDS, "date"] if dumped else FETCHED_FIELDS
    found = {
        "url": _first(values, URL_FIELDS, _address),
        "outlet": _first(values, OUTLET_FIELDS, _line),
        "title": _first(values, TITLE_FIELDS, _line),
        "published": _first(values, published, convert_to_iso),
        "fetched": _first(values, fetched, convert_to_iso),
        "language": _first(values, LANGUAGE_FIELDS, _language),
    }
    return {name: value for name, value in found.items() if value}


def convert_to_iso(written: Any) -> str | None:
    """Return a day or time that is ISO 8601 or RFC 5322 as ISO 8601; None for any other.

    Examples:
        >>> convert_to_iso("2016-03-08 10:30:00"), convert_to_iso("Tue, 08 Mar 2016 10:30:00 GMT"), convert_to_iso("March 8")
        ('2016-03-08T10:30:00', '2016-03-08T10:30:00+00:00', None)

    """
    if not isinstance(written, str):
        return None
    found = _DAY.fullmatch(written.strip())
    try:
        if found:
            date(int(found[1]), int(found[2]), int(found[3]))
            day = f"{found[1]}-{found[2]}-{found[3]}"
            zone = (found[5] or "").replace("UTC", "Z")
            return f"{day}T{found[4]}{zone}" if found[4] else day
        if "," in written[:5]:
            return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
    return None


def _first(values: dict[str, Any], names: Iterable[str], read: Any) -> str | None:
    return next((found for name in names if (found := read(values.get(name)))), None)


def _words(field: JsonField | None) -> bool:
    return field is not None and isinstance(field.value, str) and bool(field.value.strip())


def _is_html(field: JsonField) -> bool:
    return len(_TAG.findall(field.value[:20_000])) > 1


def _address(value: Any) -> str | None:
    good = isinstance(value, str) and value.strip().lower().startswith(("http://", "https://"))
    return value.strip() if good else None


def _line(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    good = isinstance(value, str) and value.strip() and len(value) < 1_000
    return " ".join(str(value).split()) if good else None


def _language(value: Any) -> str | None:
    good = isinstance(value, str) and _LANGUAGE.fullmatch(value.strip())
    code = str(value).strip()[:2].lower()
    return (
        code if good and len(str(value).strip().partition("-")[0].partition("_")[0]) == 2 else None
    )


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _skip(text: str, at: int, sign: str) -> int:
    at = _space(text, at)
    if text[at : at + 1] != sign:
        raise ValueError(f"no {sign} at character {at}")
    return _space(text, at + 1)
