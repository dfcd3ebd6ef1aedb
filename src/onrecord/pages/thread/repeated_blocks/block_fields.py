"""Which part of repeated blocks names the author, which states the time, which holds the words.

In: the blocks (`segmentation`). Out: for each field the elements that hold it, one a block: the parts of one shape that most
blocks have and that read like it best. Out of scope: whether the blocks are a thread (`block_finder`); what a field's words
mean (`comment.reader`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.attribute_fields import find_author_attribute
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.comment.candidate import KnownFields
from onrecord.pages.thread.comment.extent import CommentExtent, split_nested
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.author_columns import (
    has_profile_link,
    may_be_column_name,
    score_author_column,
)
from onrecord.pages.thread.repeated_blocks.text_columns import choose_text_column
from onrecord.pages.thread.repeated_blocks.timestamps import TimestampElement
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import PROFILE_ADDRESS

_NAME_EDGES = " \t\n\xa0,;:|·•–—-"


@dataclass(slots=True)
class BlockFields:
    """The elements of each field, by the block's place.

    Attributes:
        authors, times, texts: the elements.
        names: authors that have no element of their own, with the place of their text block, -1 for attributes.
        link_to_profiles: authors' names are links to pages of their own.

    """

    authors: dict[int, Element] = field(default_factory=dict)
    names: dict[int, tuple[str, int]] = field(default_factory=dict)
    times: dict[int, TimestampElement] = field(default_factory=dict)
    texts: dict[int, Element] = field(default_factory=dict)
    link_to_profiles: bool = False

    def build_known_fields(self, tree: PageTree, place: int) -> KnownFields:
        """Return what is known of the block at `place`."""
        timestamp = self.times.get(place)
        name, name_place = self.names.get(place, (None, -1))
        alone = timestamp is not None and timestamp.is_alone
        time_block = None if timestamp is None or alone else tree.blocks[timestamp.place]
        runs = tree.blocks[name_place].runs if name_place >= 0 else []
        runs = runs + (time_block.runs if time_block else [])
        return KnownFields(
            author=self.authors.get(place),
            time=timestamp.element if timestamp is not None and alone else None,
            text=self.texts.get(place),
            author_name=name,
            time_text=time_block.text if time_block else None,
            field_runs=frozenset(runs),
        )


@dataclass(slots=True)
class _Columns:
    """Parts of one shape, by their shape and the block's place; and shapes that a block has several parts of."""

    elements: dict[str, dict[int, Element]] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)

    def add(self, shape: str, place: int, element: Element) -> None:
        """Add `element`; where the block has one of its shape already, the first counts."""
        column = self.elements.setdefault(shape, {})
        if column.setdefault(place, element) is not element:
            self.repeated.add(shape)


def find_block_fields(
    tree: PageTree,
    extents: Sequence[CommentExtent],
    by_index: dict[int, CommentExtent],
    timestamps: Sequence[TimestampElement],
) -> BlockFields:
    """Return where repeated blocks have their author, time and words.

    Args:
        tree: the page.
        extents: the blocks, in order.
        by_index: the same by the place of their first element.
        timestamps: those of the page that may be the blocks', in order.

    """
    fields = BlockFields(times=_find_times(extents, timestamps))
    columns = _collect_columns(tree, extents, by_index)
    enough = max(2.0, THRESHOLDS.common_share * len(extents))
    wanted = [column for column in columns.elements.values() if len(column) >= enough]
    _set_authors(tree, extents, fields, wanted, enough)
    # Of parts that a block has several of, paragraphs say, none is the whole of its words.
    single = [
        column
        for shape, column in columns.elements.items()
        if shape not in columns.repeated and len(column) >= enough
    ]
    fields.texts = choose_text_column(tree, extents, single, fields.authors, fields.times)
    return fields


def _find_times(
    extents: Sequence[CommentExtent], timestamps: Sequence[TimestampElement]
) -> dict[int, TimestampElement]:
    """Return the first of `timestamps` in each block, by the block's place."""
    times = {}
    for place, extent in enumerate(extents):
        first = bisect_left(timestamps, extent.index, key=_get_index)
        if first < len(timestamps) and _get_index(timestamps[first]) < extent.end:
            times[place] = timestamps[first]
    return times


def _collect_columns(
    tree: PageTree, extents: Sequence[CommentExtent], by_index: dict[int, CommentExtent]
) -> _Columns:
    columns = _Columns()
    for place, extent in enumerate(extents):
        for element in _iter_parts(tree, extent, by_index):
            for shape in _list_shapes(tree, element):
                columns.add(shape, place, element)
    return columns


def _set_authors(
    tree: PageTree,
    extents: Sequence[CommentExtent],
    fields: BlockFields,
    columns: Sequence[dict[int, Element]],
    enough: float,
) -> None:
    """Set the authors of `fields`: the column that reads like names best, else names in the words or attributes."""
    ranked = [
        (score_author_column(tree, column, len(extents)), number)
        for number, column in enumerate(columns)
    ]
    score, best = max(ranked, default=(0.0, 0))
    if score >= THRESHOLDS.least_author_score:
        fields.authors = {
            place: element
            for place, element in columns[best].items()
            if _is_author(tree.read_text(element))
        }
        linked = sum(has_profile_link(tree, element) for element in columns[best].values())
        fields.link_to_profiles = linked >= THRESHOLDS.common_share * len(extents)
        return
    names = _find_names_in_words(tree, fields.times) or _find_names_in_attributes(extents)
    fields.names = names if len(names) >= enough else {}


def _list_shapes(tree: PageTree, element: Element) -> tuple[str, ...]:
    """Return the shapes that `element` may share with others: where it has no name, one with what it stands in, too."""
    shape = describe_shape(element)
    if element.label or element.parent < 0:
        return (shape,)
    linked = "@" if element.tag == "a" and PROFILE_ADDRESS.search(element.get("href")) else ""
    return (shape, f"{describe_shape(tree.elements[element.parent])}>{shape}{linked}")


def _get_index(timestamp: TimestampElement) -> int:
    return timestamp.element.index


def _find_names_in_words(
    tree: PageTree, times: Mapping[int, TimestampElement]
) -> dict[int, tuple[str, int]]:
    """Return the names that stand in the timestamps, or in the block before them and the same element."""
    names = {}
    for place, timestamp in times.items():
        if line := parse_attribution_line(tree.blocks[timestamp.place].text):
            names[place] = (line.name, timestamp.place)
        elif name := _find_name_before_time(tree, timestamp):
            names[place] = (name, timestamp.place)
        elif timestamp.place > timestamp.element.block_start:
            before = tree.blocks[timestamp.place - 1].text
            if may_be_column_name(before):
                names[place] = (before, timestamp.place - 1)
    return names


def _find_names_in_attributes(extents: Sequence[CommentExtent]) -> dict[int, tuple[str, int]]:
    named = {
        place: find_author_attribute(extent.element.attributes)
        for place, extent in enumerate(extents)
    }
    return {place: (name, -1) for place, name in named.items() if name}


def _find_name_before_time(tree: PageTree, timestamp: TimestampElement) -> str | None:
    """Return the name that a timestamp's own block begins with: "Ann", and in an element of its own the day."""
    runs = tree.blocks[timestamp.place].runs
    if len(runs) < 2 or parse_timestamp(tree.run_texts[runs[1]], short=True) is None:
        return None
    name = tree.run_texts[runs[0]].strip(_NAME_EDGES)
    return name if may_be_column_name(name) else None


def _iter_parts(
    tree: PageTree, extent: CommentExtent, by_index: dict[int, CommentExtent]
) -> Iterator[Element]:
    own, _ = split_nested(tree, extent, by_index)
    return (e for e in own if e.block_start < e.block_end and not e.hidden)


def _is_author(words: str) -> bool:
    return may_be_column_name(words) or parse_attribution_line(words) is not None
