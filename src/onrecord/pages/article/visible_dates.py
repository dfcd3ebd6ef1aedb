"""The dates a page shows beside its headline: when it was published, and when updated.

In: a `PageTree`, and where its headline and its text begin. Out: the two dates, each with how it is known. Out of
scope: what the markup states (`metadata`); the head of a site, where many show today's date; numeric dates
(03/04/2016) unless their order is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from onrecord.pages.article.block_scores import measure_width
from onrecord.pages.article.date_words import (
    BESIDE_DATE,
    CLEARLY_PUBLISHED,
    DATE_LABEL,
    DATE_SEPARATOR,
    PUBLISHED,
    UPDATED,
)
from onrecord.pages.article.selectors import BYLINE_LABELS, DATELINE_LABELS
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dates.parsing import (
    is_ambiguous_numeric_date,
    load_month_names,
    parse_numeric_date,
    parse_timestamp,
)
from onrecord.pages.dom.element import Element, TextBlock
from onrecord.pages.dom.tree import PageTree
from onrecord.records import Dated

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|h)?")
_ZONE_STEP = timedelta(minutes=15)
_WESTERNMOST, _EASTERNMOST = timedelta(hours=12), timedelta(hours=14)
"""Offsets of time zones from UTC are multiples of a quarter of an hour between these two (IANA tz database)."""


class TextPlace(NamedTuple):
    """Indices of an article's headline, of its text's first block, and of the block after its last one."""

    headline: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _VisibleDate:
    """A date on show: `how` it is known, the `stamp` to parse, and its text `words` with what labels it."""

    how: str
    stamp: str
    words: str


def find_visible_dates(
    tree: PageTree,
    excluded: frozenset[int],
    between: TextPlace,
    *,
    day_first: bool | None = None,
) -> tuple[Dated | None, Dated | None]:
    """Return the dates of publication and of the update that the page shows; None where it shows none.

    Args:
        tree: the page.
        excluded: indices of blocks that speak of other dates: the text, captions.
        between: where the headline stands, and where the text begins and ends.
        day_first: whether numeric dates have the day first, where that is known.

    """
    published = updated = None
    for shown in (
        *_iter_time_elements(tree, excluded, between),
        *_iter_words(tree, excluded, between),
    ):
        value = parse_timestamp(shown.stamp, short=True)
        if value is None and day_first is not None:
            value = parse_numeric_date(shown.stamp, day_comes_first=day_first)
        if value is None:
            continue
        if UPDATED.search(shown.words) and not CLEARLY_PUBLISHED.search(shown.words):
            updated = updated or Dated(value, shown.how)
        elif len(value) >= 10 or PUBLISHED.search(shown.words):  # a whole day, or labelled
            published = published or Dated(value, shown.how)
    return published, updated


def convert_to_local_day(stated: Dated | None, shown: Dated | None) -> Dated | None:
    """Return `stated`, in UTC, in the time zone of the place that shows it on another day; else as it is.

    19 November, 04:31 UTC is the evening of the 18th where the article speaks of "today". Both must be one moment in
    two time zones: their difference is one that zones have.
    """
    if stated is None or shown is None or stated.value[:10] == shown.value[:10]:
        return stated
    moment, clock = _parse_minute(stated.value), _parse_minute(shown.value)
    if moment is None or clock is None or moment.utcoffset() != timedelta(0):
        return stated
    offset = clock.replace(tzinfo=None) - moment.replace(tzinfo=None)
    if offset % _ZONE_STEP or not -_WESTERNMOST <= offset <= _EASTERNMOST:
        return stated
    if clock.tzinfo is not None and clock.utcoffset() != offset:
        return stated
    exact = datetime.fromisoformat(stated.value)
    return Dated(exact.astimezone(timezone(offset)).isoformat(), stated.how)


def _parse_minute(value: str) -> datetime | None:
    """Return a time of day to its minute, None for a date alone."""
    return datetime.fromisoformat(value).replace(second=0) if "T" in value else None


def _iter_time_elements(
    tree: PageTree, excluded: frozenset[int], between: TextPlace
) -> Iterator[_VisibleDate]:
    headline, body_start, _ = between
    first = max(0, headline - THRESHOLDS.blocks_above_headline)
    last = body_start + THRESHOLDS.time_blocks_below_start
    for element in tree.elements:
        if element.tag == "time" and first <= element.block_start <= last and not element.hidden:
            is_excluded = element.block_start in excluded
            if is_excluded or _is_site_head(tree, element.index, element.block_start, headline):
                continue
            shown = tree.read_text(element)
            stamp = _choose_stamp(element.get("datetime"), shown)
            yield _VisibleDate("time", stamp, _find_label(tree, element, shown))


def _find_label(tree: PageTree, element: Element, shown: str) -> str:
    """Return the words that say what a `<time>` is of: those beside it, those before its line, its class."""
    index = min(element.block_start, len(tree.blocks) - 1)
    around = tree.blocks[index].text
    piece = next((words for words in split_dates(around) if shown in words), "")
    if DATE_LABEL.search(piece):
        return piece
    before = tree.blocks[index - 1].text if index and piece.strip() == shown else ""
    is_label = measure_width(before) < THRESHOLDS.max_date_label_width and DATE_LABEL.search(before)
    return before if is_label else piece + element.label_words


def split_dates(words: str) -> list[str]:
    """Return the parts of a line that shows several dates, each with the words that say what it is of.

    Examples:
        >>> split_dates("Updated 4 May 2016; published 3 May 2016")
        ['Updated 4 May 2016; ', 'published 3 May 2016']
        >>> split_dates("4 May 2016 (updated), 3 May 2016 (published)")
        ['4 May 2016 (updated', '), 3 May 2016 (published', ')']

    """
    return [part for piece in DATE_SEPARATOR.split(words) for part in _split_at_labels(piece)]


def _split_at_labels(words: str) -> list[str]:
    """Return the parts of `words`, each with its label before its date, or after it if all of them are."""
    labels = list(DATE_LABEL.finditer(words))
    digits = [place for place, char in enumerate(words) if char.isdigit()]
    if not labels or not digits:
        return [words]
    follow = digits[0] < labels[0].start() and digits[-1] < labels[-1].start()
    cuts = [label.end() if follow else label.start() for label in labels]
    parts, start = [], 0
    for cut in cuts:
        if any(start <= place < cut for place in digits):
            parts.append(words[start:cut])
            start = cut
    return [*parts, words[start:]] if words[start:] else parts


def _choose_stamp(stated: str, shown: str) -> str:
    """Return the attribute's stamp where it is one, in local time if the text beside it says so; else the text."""
    value, words = parse_timestamp(stated), parse_timestamp(shown, short=True)
    if value is None or words is None:
        return stated if value else shown
    local = convert_to_local_day(Dated(value, "time"), Dated(words, "time"))
    return local.value if local else stated


def _iter_words(
    tree: PageTree, excluded: frozenset[int], between: TextPlace
) -> Iterator[_VisibleDate]:
    headline, body_start, body_end = between
    first = max(0, headline - THRESHOLDS.blocks_above_headline)
    end = min(body_start + THRESHOLDS.blocks_below_start, len(tree.blocks))
    label = ""
    foot_end = min(body_end + THRESHOLDS.blocks_below_start, len(tree.blocks))
    for index in (*range(first, end), *range(max(end, body_end), foot_end)):
        block = tree.blocks[index]
        width = measure_width(block.text)
        if index in excluded or width >= THRESHOLDS.max_visible_date_width:
            continue
        if not _may_date_page(tree, index, headline):
            continue
        if index >= end and not CLEARLY_PUBLISHED.search(block.text):
            continue
        for words in split_dates(block.text):
            yield _VisibleDate("text", words, label + words)
        # "Last updated" may stand in an element of its own before the date.
        label = f"{block.text} " if width < THRESHOLDS.max_date_label_width else ""


def _may_date_page(tree: PageTree, index: int, headline: int) -> bool:
    """Return whether a block may date the page: links do not, but an author's name beside the date."""
    block = tree.blocks[index]
    if _is_site_head(tree, block.element, index, headline):
        return False
    above = tree.list_ancestors(block.element)[: THRESHOLDS.date_label_ancestors]
    is_labelled = any(
        e.label_words
        and (BYLINE_LABELS.search(e.label_words) or DATELINE_LABELS.search(e.label_words))
        for e in above
    )
    if is_labelled and index > headline:
        return block.link_density < THRESHOLDS.max_labelled_date_link_density or _has_linked_date(
            tree, block
        )
    return block.link_density < THRESHOLDS.max_date_link_density or _has_linked_date(tree, block)


def _has_linked_date(tree: PageTree, block: TextBlock) -> bool:
    """Return whether one of the links in a block is a date and nothing else, as blogs link it to the post."""
    links = {
        link.index: link
        for run in block.runs
        for link in tree.list_ancestors(tree.run_elements[run])
        if link.tag == "a"
    }
    return any(is_bare_date(tree.read_text(link)) for link in links.values())


def is_bare_date(words: str) -> bool:
    """Return whether `words` are a date, or a date and a time, and say nothing else.

    Examples:
        >>> is_bare_date("Posted on May 3rd, 2016 at 10:12 am"), is_bare_date("The storm of 3 May 2016")
        (True, False)

    """
    if parse_timestamp(words, short=True) is None and not is_ambiguous_numeric_date(words):
        return False
    months = load_month_names()
    rest = _NUMBER.sub(" ", BESIDE_DATE.sub(" ", words)).split()
    return len(rest) <= 1 and all(word.casefold().strip(".") in months for word in rest)


def _is_site_head(tree: PageTree, element: int, index: int, headline: int) -> bool:
    """Return whether block `index` stands above the headline and in no element of the article with it."""
    return index < headline and not any(
        headline < e.block_end
        and (
            e.tag == "article"
            or index - e.block_start < THRESHOLDS.blocks_above_headline
            or e.block_end - e.block_start <= THRESHOLDS.max_article_head_blocks
        )
        for e in tree.list_ancestors(element)
    )
