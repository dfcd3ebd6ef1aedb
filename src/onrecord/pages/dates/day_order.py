"""Whether a page's days of numbers have the day first: is 03/04/2016 in March or in April.

In: a page and its address. Out: an order, or None where nothing settles it. What settles it, in that order:
other days of the page (25/04/2016); the day in its address, if one of both is that day; the ways of its stated
language, of its domain's country and of the time zone beside the day, where they do not differ. Out of scope:
days whose order is plain.

Source: short dates of each country from CLDR by Babel; domains that Google Search treats as of no country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

from onrecord.pages.dates.parsing import (
    infer_day_first,
    is_ambiguous_numeric_date,
    parse_both_orders,
)
from onrecord.pages.dates.url_dates import read_url_date
from onrecord.pages.dom.tree import PageTree
from onrecord.records.address import split_address

_NO_COUNTRY = frozenset("ad ai as bz cc cd co dj fm gg io la me ms nu sc sr su tv tk ws eu".split())
_COUNTRY = {"uk": "GB"}
_NO_ENGLISH = "en"
"""English alone says nothing: it is written with either order."""
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T)\b(?! ?[+-]?\d)")
_ORDER = re.compile("[dMy]")


def infer_day_order(tree: PageTree, url: str | None) -> bool | None:
    """Return whether the page's days of numbers have the day first, or None where nothing settles it.

    Args:
        tree: the page.
        url: its address.

    """
    stamps = list(_stamps(tree))
    order = infer_day_first(stamps)
    if order is None and (stated := read_url_date(url)):
        order = _agreeing(stamps, stated.value)
    if order is not None:
        return order
    ways = {_way_of_language(_stated_language(tree)), _way_of_domain(url)}
    if any(_AMERICAN.search(stamp) for stamp in stamps):
        ways.add(False)
    ways.discard(None)
    return ways.pop() if len(ways) == 1 else None


def _stamps(tree: PageTree) -> Iterable[str]:
    """Yield the words and attributes of a page that a day of numbers stands in."""
    for words in tree.run_texts:
        if len(words) < 200 and is_ambiguous_numeric_date(words):
            yield words
    for _, tag in tree.scan.head_tags:
        content = tag.attributes.get("content", "")
        if len(content) < 60 and is_ambiguous_numeric_date(content):
            yield content
    for element in tree.find_with_attribute("datetime"):
        if is_ambiguous_numeric_date(element.get("datetime")):
            yield element.get("datetime")


def _agreeing(stamps: Iterable[str], stated: str) -> bool | None:
    """Return the order in which one of `stamps`, and none in the other, is the day in the address."""
    told = {
        first
        for stamp in stamps
        for first, day in zip((True, False), parse_both_orders(stamp) or (), strict=False)
        if day.startswith(stated)
    }
    return told.pop() if len(told) == 1 else None


def _stated_language(tree: PageTree) -> str:
    root = tree.elements[0].get("lang") if tree.elements else ""
    locale = next(
        (
            tag.attributes.get("content", "")
            for _, tag in tree.scan.head_tags
            if tag.attributes.get("property") == "og:locale"
        ),
        "",
    )
    # "en" says less than an "en_GB" elsewhere on the page.
    return locale if len(root) < 5 and len(locale) >= 5 else root


def _way_of_language(language: str) -> bool | None:
    named = language.replace("_", "-")
    return None if named.lower() == _NO_ENGLISH or not named else _way_of(named)


def _way_of_domain(url: str | None) -> bool | None:
    ending = (split_address(url).hostname or "").rpartition(".")[2]
    if len(ending) != 2 or ending in _NO_COUNTRY:
        return None
    return _way_of(f"und-{_COUNTRY.get(ending, ending.upper())}")


def _way_of(locale: str) -> bool | None:
    try:
        pattern = Locale.parse(locale, sep="-").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError):
        return None
    first = _ORDER.search(pattern)
    return {"d": True, "M": False}.get(first[0] if first else "")
