"""Whether a page's numeric dates have the day first: is 03/04/2016 in March or in April.

In: a page and its address. Out: an order, or None where nothing determines it. What determines it, in this order: other
dates of the page (25/04/2016); the date in its address, if it is one of the two; the conventions of its stated language,
of its domain's country and of the time zone beside the date, where these do not differ. Out of scope: dates whose order
is clear.

Source: short dates of each country from CLDR by Babel; domains that Google Search treats as of no country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

from onrecord.pages.dates.lexicon import GENERIC_COUNTRY_DOMAINS
from onrecord.pages.dates.parsing import (
    infer_day_first,
    is_ambiguous_numeric_date,
    parse_both_orders,
)
from onrecord.pages.dates.thresholds import THRESHOLDS
from onrecord.pages.dates.url_dates import read_url_date
from onrecord.pages.dom.tree import PageTree
from onrecord.records.address import split_address

_COUNTRY_BY_DOMAIN = {"uk": "GB"}
_AMBIGUOUS_LANGUAGE = "en"
"""English alone says nothing: it is written with either order."""
_NORTH_AMERICAN_ZONE = re.compile(r"\b(?:[ECMP][SD]?T)\b(?! ?[+-]?\d)")
_DATE_FIELD = re.compile("[dMy]")


def infer_day_order(tree: PageTree, url: str | None) -> bool | None:
    """Return whether the page's numeric dates have the day first, or None where nothing determines it.

    Args:
        tree: the page.
        url: its address.

    """
    stamps = list(_iter_numeric_stamps(tree))
    order = infer_day_first(stamps)
    if order is None and (in_url := read_url_date(url)):
        order = _match_url_date(stamps, in_url.value)
    if order is not None:
        return order
    conventions = {_infer_from_language(_read_language(tree)), _infer_from_domain(url)}
    if any(_NORTH_AMERICAN_ZONE.search(stamp) for stamp in stamps):
        conventions.add(False)
    conventions.discard(None)
    return conventions.pop() if len(conventions) == 1 else None


def _iter_numeric_stamps(tree: PageTree) -> Iterable[str]:
    """Yield the texts and attributes of a page that hold a numeric date."""
    for text in tree.run_texts:
        if len(text) < THRESHOLDS.max_stamp_length and is_ambiguous_numeric_date(text):
            yield text
    for _, tag in tree.scan.head_tags:
        content = tag.attributes.get("content", "")
        is_short = len(content) < THRESHOLDS.max_stated_stamp_length
        if is_short and is_ambiguous_numeric_date(content):
            yield content
    for element in tree.find_with_attribute("datetime"):
        if is_ambiguous_numeric_date(element.get("datetime")):
            yield element.get("datetime")


def _match_url_date(stamps: Iterable[str], in_url: str) -> bool | None:
    """Return the order in which one of `stamps`, and none in the other order, is the date in the address."""
    orders = {
        day_first
        for stamp in stamps
        for day_first, date in zip((True, False), parse_both_orders(stamp) or (), strict=False)
        if date.startswith(in_url)
    }
    return orders.pop() if len(orders) == 1 else None


def _read_language(tree: PageTree) -> str:
    """Return the language that the page states, with its country where it states that."""
    root = tree.elements[0].get("lang") if tree.elements else ""
    locale = next(
        (
            tag.attributes.get("content", "")
            for _, tag in tree.scan.head_tags
            if tag.attributes.get("property") == "og:locale"
        ),
        "",
    )
    # "en" says less than an "en_GB", of five characters, elsewhere on the page.
    return locale if len(root) < 5 and len(locale) >= 5 else root


def _infer_from_language(language: str) -> bool | None:
    tag = language.replace("_", "-")
    return None if tag.lower() == _AMBIGUOUS_LANGUAGE or not tag else _infer_from_locale(tag)


def _infer_from_domain(url: str | None) -> bool | None:
    ending = (split_address(url).hostname or "").rpartition(".")[2]
    if len(ending) != 2 or ending in GENERIC_COUNTRY_DOMAINS:
        return None
    return _infer_from_locale(f"und-{_COUNTRY_BY_DOMAIN.get(ending, ending.upper())}")


def _infer_from_locale(locale: str) -> bool | None:
    """Return whether short dates of a locale begin with the day; None if with the year, or for no locale."""
    try:
        pattern = Locale.parse(locale, sep="-").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError):
        return None
    first = _DATE_FIELD.search(pattern)
    return {"d": True, "M": False}.get(first[0] if first else "")
