"""The days a page shows beside its headline: when it was published, and when updated.

In: a `PageTree`, where its headline and its text begin. Out: the two days, each with how it is known. The
head of a site, where many show today's day, is not read for it. Out of scope: what the markup states (`metadata`); days that only number (03/04/2016) unless their order is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from onrecord.pages.article.body import measure_width
from onrecord.pages.dates.parsing import parse_numeric_date, parse_timestamp
from onrecord.pages.dom.selectors import BYLINE_LABELS, DATELINE_LABELS
from onrecord.pages.dom.tree import PageTree
from onrecord.records import Dated

_UPDATE = re.compile(
    r"\b(?:updated?|last modified|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado"
    r"|aggiornato|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено|güncelle\w*)\b",
    re.IGNORECASE,
)
_PUBLISH = re.compile(
    r"\b(?:published|posted|first published|issued|date|on|veröffentlicht|publié|publicado|erstellt|pubblicato"
    r"|gepubliceerd|publicerad|publisert|publiceret|opublikowano|опубликовано)\b",
    re.IGNORECASE,
)
_FIRST_TOLD = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_PARTED = re.compile(
    r"\n(?!\d\d?[:.]\d\d)|\|| • (?=\D)|(?i:(?=\bupdated\b))|(?<=[AP]M [A-Z]{3})(?=Updated)"
)
_ABOVE, _BELOW, _WITHIN = 3, 3, 7
_HEAD_BLOCKS = 12
_QUARTER, _FARTHEST_WEST, _FARTHEST_EAST = (
    timedelta(minutes=15),
    timedelta(hours=12),
    timedelta(hours=14),
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A day on show: where, what it is read from, its words with what labels them."""

    how: str
    stamp: str
    words: str


def find_visible_dates(
    tree: PageTree, own: frozenset[int], between: tuple[int, int], *, order: bool | None = None
) -> tuple[Dated | None, Dated | None]:
    """Return the days of publication and of the update that the page shows.

    Args:
        tree: the page.
        own: places of blocks that speak of other days: the text, captions.
        between: places of the headline and of the text's first block.
        order: whether days of numbers have the day first, where that is settled.

    """
    published = updated = None
    for shown in (*_in_times(tree, between), *_in_words(tree, own, between)):
        value = parse_timestamp(shown.stamp, short=True)
        if value is None and order is not None:
            value = parse_numeric_date(shown.stamp, day_comes_first=order)
        if value is None:
            continue
        if _UPDATE.search(shown.words) and not _FIRST_TOLD.search(shown.words):
            updated = updated or Dated(value, shown.how)
        elif len(value) >= 10 or _PUBLISH.search(shown.words):
            published = published or Dated(value, shown.how)
    return published, updated


def convert_to_local_day(stated: Dated | None, shown: Dated | None) -> Dated | None:
    """Return `stated`, in the time of the place where the page shows it on another day than UTC has.

    19 November, 04:31 UTC is the evening of the 18th where the article speaks of "today". Both must be one moment
    in two time zones: quarters of an hour apart, and no more than zones are.
    """
    if stated is None or shown is None or stated.value[:10] == shown.value[:10]:
        return stated
    moment, clock = _moment(stated.value), _moment(shown.value)
    if moment is None or clock is None or moment.utcoffset() != timedelta(0):
        return stated
    ahead = clock.replace(tzinfo=None) - moment.replace(tzinfo=None)
    if ahead % _QUARTER or not -_FARTHEST_WEST <= ahead <= _FARTHEST_EAST:
        return stated
    if clock.tzinfo is not None and clock.utcoffset() != ahead:
        return stated
    exact = datetime.fromisoformat(stated.value)
    return Dated(exact.astimezone(timezone(ahead)).isoformat(), stated.how)


def _moment(value: str) -> datetime | None:
    """Return a time of day to its minute, None of a day alone."""
    return datetime.fromisoformat(value).replace(second=0) if "T" in value else None


def _in_times(tree: PageTree, between: tuple[int, int]) -> Iterator[_Shown]:
    low, high = max(0, between[0] - _ABOVE), between[1] + _BELOW
    for element in tree.elements:
        if element.tag == "time" and low <= element.block_start <= high and not element.hidden:
            if _heads_site(tree, element.index, element.block_start, between[0]):
                continue
            around = tree.blocks[min(element.block_start, len(tree.blocks) - 1)].text
            shown = tree.read_text(element)
            label = around[: around.find(shown)] + element.label_words
            yield _Shown("time", _local(element.get("datetime"), shown), label)


def _local(stated: str, shown: str) -> str:
    """Return the attribute's stamp where it is one, in local time if the words beside it tell that; else the words."""
    value, words = parse_timestamp(stated), parse_timestamp(shown, short=True)
    if value is None or words is None:
        return stated if value else shown
    local = convert_to_local_day(Dated(value, "time"), Dated(words, "time"))
    return local.value if local else stated


def _in_words(tree: PageTree, own: frozenset[int], between: tuple[int, int]) -> Iterator[_Shown]:
    start, first = between
    label = ""
    for place in range(max(0, start - _ABOVE), min(first + _WITHIN, len(tree.blocks))):
        block = tree.blocks[place]
        if place in own or measure_width(block.text) >= 160 or not _may_date(tree, place, start):
            continue
        for words in _PARTED.split(block.text):
            yield _Shown("text", words, label + words)
        # "Last updated" may stand in an element of its own before the day.
        label = f"{block.text} " if measure_width(block.text) < 25 else ""


def _may_date(tree: PageTree, place: int, start: int) -> bool:
    """Return whether a block may date the page: links do not, but an author's beside the day."""
    block = tree.blocks[place]
    if _heads_site(tree, block.element, place, start):
        return False
    above = tree.list_ancestors(block.element)[:2]
    named = any(
        e.label_words
        and (BYLINE_LABELS.search(e.label_words) or DATELINE_LABELS.search(e.label_words))
        for e in above
    )
    return block.link_density < (0.9 if named and place > start else 0.5)


def _heads_site(tree: PageTree, element: int, place: int, start: int) -> bool:
    """Return whether what stands above the headline shares no element of its own with it: it is the site's then."""
    return place < start and not any(
        start < e.block_end
        and (
            e.tag == "article"
            or place - e.block_start < _ABOVE
            or e.block_end - e.block_start <= _HEAD_BLOCKS
        )
        for e in tree.list_ancestors(element)
    )
