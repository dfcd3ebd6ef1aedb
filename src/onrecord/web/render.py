"""How values become HTML: the templates' environment and its filters.

In: values, many of them a hostile page's words. Out: escaped text. Out of scope: which values are shown.

Autoescape is on and an undefined name is an error. Beyond markup, characters that change what a
reader sees without being seen (bidirectional overrides, control characters) are shown by their name:
an address or a title can't pose as another.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.decisions import describe_decided, describe_decision
from onrecord.records.shortening import cut_text
from onrecord.records.skipping import describe_reason
from onrecord.story.amounts import quote_words
from onrecord.story.merged_entities import drop_redundant_roles
from onrecord.story.time_descriptions import MONTH_NAMES
from onrecord.web import labels
from onrecord.web.thresholds import THRESHOLDS

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Controls, bidirectional controls, zero-width characters, tags. Source: Unicode TR 36, TR 9."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(.*)", re.DOTALL)


def build_environment() -> Environment:
    """Return the templates' environment."""
    templates = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=show_unseen,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters |= {
        "why_skipped": describe_reason,
        "day": format_day,
        "number": format_number,
        "address": build_address,
        "size": format_size,
        "title_of": get_title,
    }
    templates.globals |= {
        "labels": labels,
        "is_static": False,
        "static_policy": "",
        "words_at": build_words_address,
        "plural": format_count,
        "words_of": quote_words,
        "drop_redundant_roles": drop_redundant_roles,
        "describe_decided": describe_decided,
        "describe_decision": describe_decision,
    }
    templates.tests |= {"web": is_web}
    return templates


def show_unseen(value: Any) -> Any:
    """Return `value` with invisible characters of plain text replaced by their code (`⟦U+202E⟧`); markup is not changed."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", value)


def format_day(value: str | None) -> str:
    """Return an ISO 8601 or TIMEX3 day, month or year as a person writes it; others as they are.

    Examples:
        >>> format_day("2014-12-05T10:00"), format_day("2014-12"), format_day("2017-SP"), format_day(None)
        ('5 December 2014', 'December 2014', '2017-SP', 'no date')

    """
    if not value:
        return "no date"
    match = _ISO.fullmatch(value)
    if not match or (match[4] and not match[4].startswith(("T", " "))):
        return value
    year, month, day_of_month, _ = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return value
    named = f"{MONTH_NAMES[int(month) - 1]} {year}"
    return f"{int(day_of_month)} {named}" if day_of_month else named


def format_number(value: float | None) -> str:
    """Return a number with separators between thousands and no needless decimals; "" for None.

    Examples:
        >>> format_number(120000.0), format_number(2.50), format_number(None)
        ('120,000', '2.5', '')

    """
    if value is None:
        return ""
    if value == int(value) and abs(value) < THRESHOLDS.exact_integers:
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < THRESHOLDS.six_digits else f"{value:,.2f}"


def get_title(head: Any) -> str:
    """Return a page's title; of a page without one the first words in quotation marks, never the name of its file."""
    words = " ".join((head.first_words or "").split())
    return head.title or (
        f"“{cut_text(words, THRESHOLDS.first_words_chars)}”"
        if words
        else "Page without words of its own"
    )


def format_size(count: int) -> str:
    """Return a number of bytes for a person."""
    for unit in ("bytes", "kB", "MB"):
        if count < 1000 or unit == "MB":
            break
        count = round(count / 1000)
    return f"{count:,} {unit}"


def format_count(count: int, one: str, many: str | None = None) -> str:
    """Return `count` with its noun: `1 page`, `2 pages`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def is_web(url: str | None) -> bool:
    """Return whether `url` is an http or https address with a host: only these are made links."""
    if not url or _INVISIBLE.search(url) or any(char.isspace() for char in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def build_address(path: str, query: Any, **changes: Any) -> str:
    """Return `path` with the fields of `query` and `changes` over them; empty ones are left out."""
    fields = {name: str(value) for name, value in dict(query).items() if value}
    fields |= {name: str(value) for name, value in changes.items() if value}
    for name, value in changes.items():
        if not value:
            fields.pop(name, None)
    return f"{path}?{urlencode(fields)}" if fields else path


def build_words_address(page: str, start: int, end: int) -> str:
    """Return the address of a page with these words (code points, half-open) marked."""
    return f"/pages/{page}?start={start}&end={end}#words"


def estimate_day(value: str | None) -> date | None:
    """Return the calendar day of an ISO value; the middle of a month or year; None for others."""
    match = re.match(
        r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\w-])|(\d{4})-(\d\d)-(\d\d)T", value or ""
    )
    if not match:
        return None
    year, month, day_of_month = (match[1], match[2], match[3]) if match[1] else match.group(4, 5, 6)
    try:
        return date(int(year), int(month or 7), int(day_of_month or (15 if month else 1)))
    except ValueError:
        return None
