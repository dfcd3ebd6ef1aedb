"""Figures across pages: what counts the same thing, what updates and what contradicts.

In: the catalogue. Out: `same_figure`, `updates` and `contradicts` links. Out of scope: which of two
figures is right: both are kept, side by side. `link.series` reads these links as series.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import split_words
from onrecord.link.comparison.value_bounds import may_both_hold
from onrecord.link.figures.competing_counts import middle, rivals
from onrecord.link.figures.figure_keys import ONE_OFF, Counted, counted, same_thing
from onrecord.link.index.record_index import RecordIndex
from onrecord.records import Feature, Figure, Link

CLOSE_DAYS = 7
"""Two counts of one thing told within a week of each other are about the same time."""
ONE_OFF_DAYS = 14
"""Counts of the dead of one incident change for about so long; later ones tell of another."""
RIVAL_FACTOR, GROWTH_FACTOR = 3.0, 25.0
"""Values further apart than this count different things, whatever their words."""
_AHEAD = 12
_LATER = "told for a later time"
Item = tuple[Figure, Counted]


def figure_links(known: RecordIndex) -> tuple[Link, ...]:
    """Return links between figures, `a` the earlier; each figure is compared with its block's next few."""
    found: dict[tuple[str, str], Link] = {}
    for link in (*_corrected(known), *_rivalling(known), *_compared(known)):
        found.setdefault((link.a, link.b), link)
    return tuple(found[pair] for pair in sorted(found))


def _compared(known: RecordIndex) -> Iterator[Link]:
    for block in _blocks(known):
        for place, item in enumerate(block):
            for other in block[place + 1 : place + 1 + _AHEAD]:
                link = _link(known, item, other)
                if link is None:
                    continue
                yield link
                if any(one.name == _LATER for one in link.features):
                    break


def _blocks(known: RecordIndex) -> Iterator[list[Item]]:
    """Yield figures that may count the same, by the day they hold for: same unit, deed and head."""
    blocks: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for figure in known.figures.values():
        thing = counted(known, figure)
        if thing is not None and thing.deed:
            for head in thing.heads:
                blocks[str(thing.unit), thing.deed, head].append((figure, thing))
    for key in sorted(blocks):
        yield sorted(blocks[key], key=lambda item: _order(known, item[0]))


def _order(known: RecordIndex, figure: Figure) -> tuple[object, ...]:
    reach = known.holds_for(figure)
    last = reach.last.isoformat() if reach else "~"
    return last, known.rank[figure.evidence.page], figure.evidence.start, figure.id


def _link(known: RecordIndex, a: Item, b: Item) -> Link | None:
    first, second = a[0], b[0]
    # Two figures of one page are told apart by it ("five of the 12"); rival counts are found by place.
    if first.evidence.page == second.evidence.page or not same_thing(a[1], b[1]):
        return None
    copied = known.family[first.evidence.page] == known.family[second.evidence.page]
    reaches = [known.holds_for(figure) for figure in (first, second)]
    apart = measure_gap_days(*reaches)
    if apart is None:
        return None
    features = _features(first, second)
    shown = [reach.shown if reach else "" for reach in reaches]
    agree = may_both_hold(first, second)
    if agree and (copied or apart <= CLOSE_DAYS):
        return build_link("same_figure", first.id, second.id, features)
    if copied or not _near_in_size(first, second, apart):
        return None
    if a[1].deed in ONE_OFF and apart > ONE_OFF_DAYS:
        return None
    if apart <= CLOSE_DAYS:
        told = build_feature("told for the same time", 0.2, *shown)
        return build_link("contradicts", first.id, second.id, [*features, told])
    told = build_feature(_LATER, 0.2, *shown)
    if (first.value, first.low, first.high) == (second.value, second.low, second.high):
        return build_link("same_figure", first.id, second.id, [*features, told])
    return build_link("updates", first.id, second.id, [*features, told])


def _near_in_size(a: Figure, b: Figure, apart: int) -> bool:
    values = sorted(abs(value) for value in (middle(a), middle(b)) if value is not None)
    factor = RIVAL_FACTOR if apart <= CLOSE_DAYS else GROWTH_FACTOR
    return len(values) == 2 and values[0] > 0 and values[1] <= factor * values[0]


def _features(a: Figure, b: Figure) -> list[Feature]:
    whats = [figure.what.text if figure.what else "" for figure in (a, b)]
    return [
        build_feature("same thing counted", 0.6, *whats),
        build_feature("values", 0.2, a.evidence.text, b.evidence.text),
    ]


def _rivalling(known: RecordIndex) -> Iterator[Link]:
    """Yield links of rival counts in adjoining sentences, once for a family of copies."""
    seen: set[str] = set()
    for page in known.shelf.pages:
        if known.family[page.id] in seen:
            continue
        seen.add(known.family[page.id])
        for first, second in rivals(known, page.id):
            kind = "same_figure" if may_both_hold(first, second) else "contradicts"
            sentences = [
                page.text[slice(*known.sentence(page.id, figure.evidence.start))]
                for figure in (first, second)
            ]
            features = [
                build_feature("counted again in the next sentence", 0.6, *sentences),
                build_feature("values", 0.2, first.evidence.text, second.evidence.text),
            ]
            yield build_link(kind, first.id, second.id, features)


def _corrected(known: RecordIndex) -> Iterator[Link]:
    """Yield `updates` where a later version of a page prints the same sentence with another value."""
    families: dict[str, list[str]] = defaultdict(list)
    for page in known.shelf.pages:
        families[known.family[page.id]].append(page.id)
    for pages in families.values():
        for earlier, later in pairwise(pages):
            yield from _amended(known, earlier, later)


def _amended(known: RecordIndex, earlier: str, later: str) -> Iterator[Link]:
    told = dict(_frames(known, later))
    for frame, figure in _frames(known, earlier):
        other = told.get(frame)
        if other is None or other.unit != figure.unit:
            continue
        if (figure.value, figure.low, figure.high) == (other.value, other.low, other.high):
            continue
        features = [
            build_feature(
                "same sentence, another value", 0.7, figure.evidence.text, other.evidence.text
            ),
            build_feature(
                "later version", 0.3, *(_published(known, page) for page in (earlier, later))
            ),
        ]
        yield build_link("updates", figure.id, other.id, features)


def _frames(known: RecordIndex, page: str) -> Iterable[tuple[tuple[str, ...], Figure]]:
    """Yield (its sentence's words without the figure, figure) where the sentence is long enough to know."""
    text = known.pages[page].text
    for figure in known.records(page).figures:
        start, end = known.sentence(page, figure.evidence.start)
        left = split_words(text[start : figure.evidence.start])
        right = split_words(text[figure.evidence.end : end])
        if len(left) + len(right) >= 6:
            yield (*left, "…", *right), figure


def _published(known: RecordIndex, page: str) -> str:
    dated = known.pages[page].updated or known.pages[page].published
    return dated.value if dated else ""
