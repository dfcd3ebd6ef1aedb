"""The fields of a JSON object that a crawler wrote of a page, and where they stand.

In: the text of one JSON object. Out: its fields with the place of each value in the text; the names of fields by what they
hold. Out of scope: the words of the page.

Source: the output of trafilatura (`--json`), news-please, newspaper3k and newspaper4k, and the columns of corpora made from
Common Crawl (C4, OSCAR, FineWeb, RealNews, CC-News).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from json.decoder import JSONDecoder
from typing import Any

from onrecord.readers.thresholds import THRESHOLDS

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
_CRAWL_DUMP_FIELDS = ("dump", "warc_filename", "warc_headers")
"""Beside one of these a plain `date` is the crawl's, not the page's."""

_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_TAG = re.compile(r"<(?:!doctype|html|head|body|p|div|article|section|h[1-6]|br|span|ul|table)\b[^>]*>", re.IGNORECASE)  # fmt: skip
_ISO_8601 = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*")
_WEB_ADDRESS_STARTS = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class JsonField:
    """One field of an object: its value, and the half-open range of characters where the value is written."""

    value: Any
    start: int
    end: int


def parse_fields(text: str, at: int = 0) -> tuple[dict[str, JsonField], int]:
    """Return the fields of the JSON object at character `at`, and where the object ends.

    Of two fields of one name the last counts, as in JSON parsers.

    Raises:
        ValueError: if there is no JSON object; RecursionError: if it is nested too deep.

    """
    at = _skip_mark(text, at, "{")
    fields: dict[str, JsonField] = {}
    if text[at : at + 1] == "}":
        return fields, at + 1
    while True:
        name, at = _DECODER.raw_decode(text, _skip_space(text, at))
        if not isinstance(name, str):
            raise ValueError(f"no name of a field before character {at}")  # noqa: TRY004  bad JSON
        at = _skip_mark(text, at, ":")
        value, end = _DECODER.raw_decode(text, at)
        fields[name] = JsonField(value, at, end)
        at = _skip_space(text, end)
        if text[at : at + 1] == "}":
            return fields, at + 1
        at = _skip_mark(text, at, ",")


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _skip_mark(text: str, at: int, mark: str) -> int:
    """Return where the text goes on after `mark` and white space around it.

    Raises:
        ValueError: if `mark` is not there.

    """
    at = _skip_space(text, at)
    if text[at : at + 1] != mark:
        raise ValueError(f"no {mark} at character {at}")
    return _skip_space(text, at + 1)


# --- the page -------------------------------------------------------------------------------------


def find_page_fields(fields: dict[str, JsonField]) -> list[tuple[JsonField, bool]]:
    """Return the fields that may hold the page, the best first, each with whether it is HTML."""
    html = [fields[name] for name in HTML_FIELDS if _has_text(fields.get(name))]
    text = [fields[name] for name in TEXT_FIELDS if _has_text(fields.get(name))]
    return [(field, True) for field in html if _is_html(field)] + [
        (field, _is_html(field)) for field in text
    ]


def _has_text(field: JsonField | None) -> bool:
    return field is not None and isinstance(field.value, str) and bool(field.value.strip())


def _is_html(field: JsonField) -> bool:
    return len(_TAG.findall(field.value[: THRESHOLDS.html_sample_chars])) > 1


# --- what is stated of it -------------------------------------------------------------------------


def read_stated(fields: dict[str, JsonField]) -> dict[str, str]:
    """Return what an object states of its page: url, outlet, title, published, fetched, language."""
    values = {name: field.value for name, field in fields.items()}
    inner = values.get("warc_headers") or values.get("metadata")
    if isinstance(inner, dict):
        values = {**inner, **values}
    is_crawl_dump = any(name in values for name in _CRAWL_DUMP_FIELDS)
    published = [name for name in PUBLISHED_FIELDS if not (is_crawl_dump and name == "date")]
    fetched = [*FETCHED_FIELDS, "date"] if is_crawl_dump else FETCHED_FIELDS
    stated = {
        "url": _find_first(values, URL_FIELDS, _read_address),
        "outlet": _find_first(values, OUTLET_FIELDS, _read_line),
        "title": _find_first(values, TITLE_FIELDS, _read_line),
        "published": _find_first(values, published, convert_to_iso),
        "fetched": _find_first(values, fetched, convert_to_iso),
        "language": _find_first(values, LANGUAGE_FIELDS, _read_language),
    }
    return {name: value for name, value in stated.items() if value}


def convert_to_iso(written: Any) -> str | None:
    """Return a day or time that is ISO 8601 or RFC 5322 as ISO 8601; None for any other.

    Examples:
        >>> convert_to_iso("2016-03-08 10:30:00"), convert_to_iso("Tue, 08 Mar 2016 10:30:00 GMT"), convert_to_iso("March 8")
        ('2016-03-08T10:30:00', '2016-03-08T10:30:00+00:00', None)

    """
    if not isinstance(written, str):
        return None
    match = _ISO_8601.fullmatch(written.strip())
    try:
        if match:
            year, month, day = match.group("year", "month", "day")
            date(int(year), int(month), int(day))
            zone = (match["zone"] or "").replace("UTC", "Z")
            clock = f"T{match['clock']}{zone}" if match["clock"] else ""
            return f"{year}-{month}-{day}{clock}"
        if "," in written[:5]:
            return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
    return None


def _find_first(
    values: dict[str, Any], names: Iterable[str], read: Callable[[Any], str | None]
) -> str | None:
    """Return what `read` gives for the first of `names` where it gives anything."""
    return next((value for name in names if (value := read(values.get(name)))), None)


def _read_address(value: Any) -> str | None:
    is_address = isinstance(value, str) and value.strip().lower().startswith(_WEB_ADDRESS_STARTS)
    return value.strip() if is_address else None


def _read_line(value: Any) -> str | None:
    """Return a short text on one line; of an object its name or title."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    is_line = (
        isinstance(value, str) and value.strip() and len(value) < THRESHOLDS.max_stated_line_length
    )
    return " ".join(str(value).split()) if is_line else None


def _read_language(value: Any) -> str | None:
    """Return the ISO 639-1 code that a language tag begins with, or None."""
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value.strip()):
        return None
    code = value.strip().partition("-")[0].partition("_")[0]
    return code.lower() if len(code) == 2 else None
