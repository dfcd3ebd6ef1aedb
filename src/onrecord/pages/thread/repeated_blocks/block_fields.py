"""Which part of blocks of one shape tells the author, which the time, which holds the words.

In: the blocks of a run (`thread_runs`). Out: for each field the elements that hold it, one a block: the
parts of one shape that most blocks have and that read like it best. Out of scope: whether the run is a
thread; what a field's words mean (`comment`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.pages.dates.parsing import is_relative_time, parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.selectors import INLINE
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.attribute_fields import stated_name
from onrecord.pages.thread.comment.attribution_lines import read_line
from onrecord.pages.thread.comment.extent import Item
from onrecord.pages.thread.comment.header import within_item
from onrecord.pages.thread.comment.reader import Known
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.timestamps import Stamp
from onrecord.pages.thread.words.platforms import CONTROL_WORDS, GENERAL, PROFILE
from onrecord.pages.thread.words.reader_words import NO_NAME

_LEAST_SHARE = 0.25  # of the unlinked words of all blocks must be in what holds their text
_MOST = 0.6  # of the blocks have a field's element
_WHOLE = (
    0.93  # of the words that the largest part holds, a smaller one must hold to be taken instead
)
_LONGEST_NAME = 50
_LEAST = 3.0
_NAMED = re.compile(
    r"\b(?:[\w-]*user-?_?name|[\w-]*author|[\w-]*nick|poster|name|userlink|user|member|profile-?name|display-?name)\b"
)
_USER = re.compile(
    r"(?:^| )(?:(?:user|nick|screen|display|member|author|poster) ?(?:name|link)|hn ?user|nick|poster|user)(?= |$)"
)
_NAME_TAGS = frozenset({"strong", "b", "cite", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Fields:
    """The elements of each field by the item's place.

    `names`: authors that have no element of their own, with their block's place. `profiles`: authors'
    names are links to their pages.
    """

    authors: dict[int, Element] = field(default_factory=dict)
    names: dict[int, tuple[str, int]] = field(default_factory=dict)
    times: dict[int, Stamp] = field(default_factory=dict)
    texts: dict[int, Element] = field(default_factory=dict)
    profiles: bool = False

    def known(self, tree: PageTree, place: int) -> Known:
        """Return what is known of item `place`."""
        stamp = self.times.get(place)
        name, block = self.names.get(place, (None, -1))
        inline = stamp is not None and not stamp.alone
        stamped = tree.blocks[stamp.place] if stamp is not None and inline else None
        runs = (tree.blocks[block].runs if block >= 0 else []) + (stamped.runs if stamped else [])
        return Known(
            author=self.authors.get(place),
            time=stamp.element if stamp is not None and not inline else None,
            text=self.texts.get(place),
            name=name,
            stamp=stamped.text if stamped else None,
            runs=frozenset(runs),
        )


def find_fields(
    tree: PageTree, items: Sequence[Item], inner: dict[int, Item], stamps: Sequence[Stamp]
) -> Fields:
    """Return where the blocks `items` have their author, time and words."""
    columns: dict[str, dict[int, Element]] = {}
    again: set[str] = set()
    fields = Fields()
    for place, item in enumerate(items):
        for element in _parts(tree, item, inner):
            for kind in _kinds(tree, element):
                column = columns.setdefault(kind, {})
                if column.setdefault(place, element) is not element:
                    again.add(kind)
        first = bisect_left(stamps, item.index, key=_place)
        if first < len(stamps) and _place(stamps[first]) < item.end:
            fields.times[place] = stamps[first]
    enough = max(2.0, _MOST * len(items))
    wanted = [column for column in columns.values() if len(column) >= enough]
    ranked = [(_likeness(tree, column, len(items)), n) for n, column in enumerate(wanted)]
    score, best = max(ranked, default=(0.0, 0))
    if score >= _LEAST:
        fields.authors = {n: e for n, e in wanted[best].items() if _names(tree.own_text(e))}
        linked = sum(_is_profile(tree, element) for element in wanted[best].values())
        fields.profiles = linked >= _MOST * len(items)
    else:
        fields.names = _names_in_words(tree, fields.times) or _names_in_attributes(items)
        if len(fields.names) < enough:
            fields.names = {}
    # Of parts that an item has several of, paragraphs say, none is the whole of its words.
    single = [c for kind, c in columns.items() if kind not in again and len(c) >= enough]
    fields.texts = _texts(tree, items, single, fields)
    return fields


def _kinds(tree: PageTree, element: Element) -> tuple[str, ...]:
    """Return what `element` may be alike to others by: its shape; where it has no name, what it stands in, too."""
    kind = describe_shape(element)
    if element.label or element.parent < 0:
        return (kind,)
    linked = "@" if element.tag == "a" and PROFILE.search(element.get("href")) else ""
    return (kind, f"{describe_shape(tree.elements[element.parent])}>{kind}{linked}")


def _place(stamp: Stamp) -> int:
    return stamp.element.index


def _names_in_words(tree: PageTree, times: dict[int, Stamp]) -> dict[int, tuple[str, int]]:
    """Return the names that stand in the stamps, or in the block before them and the same element."""
    found = {}
    for item, stamp in times.items():
        if line := read_line(tree.blocks[stamp.place].text):
            found[item] = (line.name, stamp.place)
        elif name := _name_before(tree, stamp):
            found[item] = (name, stamp.place)
        elif stamp.place > stamp.element.first:
            before = tree.blocks[stamp.place - 1].text
            if _is_name(before):
                found[item] = (before, stamp.place - 1)
    return found


def _names_in_attributes(items: Sequence[Item]) -> dict[int, tuple[str, int]]:
    told = {place: stated_name(item.element.attributes) for place, item in enumerate(items)}
    return {place: (name, -1) for place, name in told.items() if name}


def _name_before(tree: PageTree, stamp: Stamp) -> str | None:
    """Return the name that a stamp's own block begins with: "Ann", and in an element of its own the day."""
    runs = tree.blocks[stamp.place].runs
    if len(runs) < 2 or parse_timestamp(tree.words[runs[1]], short=True) is None:
        return None
    name = tree.words[runs[0]].strip(" \t\n\xa0,;:|·•–—-")
    return name if _is_name(name) else None


def _parts(tree: PageTree, item: Item, inner: dict[int, Item]) -> Iterator[Element]:
    own, _ = within_item(tree, item, inner)
    return (e for e in own if e.first < e.last and not e.hidden)


def _likeness(tree: PageTree, column: dict[int, Element], count: int) -> float:
    """Return how much the words of `column` are like names of those who wrote."""
    sample = [*column.values()]
    # An inline element in a block cut into lines counts as in all of them.
    if any(
        (e.last - e.first > 2 and e.tag not in INLINE) or NO_NAME.search(e.words) for e in sample
    ):
        return 0.0
    names = [tree.own_text(element) for element in sample]
    fitting = [name for name in names if _is_name(name)]
    if len(fitting) < max(2.0, 0.8 * len(names)):
        return 0.0
    different = len(set(fitting))
    if different < 2:
        return 0.0
    score = 1.0 + len(column) / count + different / len(fitting)
    first = sample[0]
    label = f"{first.label} {first.attributes.get('itemprop', '')}".lower()
    score += 2.0 * bool(_NAMED.search(label) or GENERAL.author.search(label))
    score += 2.0 * (sum(_is_profile(tree, e) for e in sample) >= 0.8 * len(sample))
    score += 0.7 * (first.tag in _NAME_TAGS or first.tag == "a")
    return score - 0.4 * (sum(len(name.split()) for name in fitting) > 3 * len(fitting))


def _is_name(words: str) -> bool:
    return (
        1 < len(words) <= _LONGEST_NAME
        and any(char.isalpha() for char in words)
        and words[-1] not in "?!:…"
        and not CONTROL_WORDS.fullmatch(words)
        and not is_relative_time(words)
        and parse_timestamp(words, short=True) is None
    )


def _names(words: str) -> bool:
    return _is_name(words) or read_line(words) is not None


def _is_profile(tree: PageTree, element: Element) -> bool:
    around = (*tree.elements[element.index : element.end], *tree.ancestors(element.index)[1:2])
    return any(
        e.tag == "a" and (PROFILE.search(e.get("href")) or (e.label and _USER.search(e.words)))
        for e in around
    )


def _texts(
    tree: PageTree, items: Sequence[Item], columns: Sequence[dict[int, Element]], fields: Fields
) -> dict[int, Element]:
    """Return the smallest parts that hold (nearly) all words of the blocks, author and time not in them."""
    sizes = []
    for column in columns:
        if any(_holds_head(element, fields, place) for place, element in column.items()):
            continue
        size = sum(_unlinked(tree, [(e.first, e.last) for e in column.values()]).values())
        depth = sum(len(tree.ancestors(e.index)) for e in column.values()) / len(column)
        sizes.append((size, depth, column))
    most = max((size for size, _, _ in sizes), default=0)
    whole = sum(_unlinked(tree, [(item.first, item.last) for item in items]).values())
    if most < _LEAST_SHARE * whole:
        return {}
    large = [(depth, column) for size, depth, column in sizes if size >= _WHOLE * most and size]
    return max(large, key=lambda row: row[0])[1] if large else {}


def _unlinked(tree: PageTree, stretches: Sequence[tuple[int, int]]) -> dict[str, int]:
    """Return the words of blocks and how many characters are no links: labels and ranks ("Joined") count once."""
    found: dict[str, int] = {}
    done = 0
    for first, last in sorted(stretches):  # some lie in others where elements were never closed
        for block in tree.blocks[max(first, done) : last]:
            found[block.text] = len(block.text) - block.linked
        done = max(done, last)
    return found


def _holds_head(element: Element, fields: Fields, place: int) -> bool:
    """Return whether `element` holds the author or the stamp of item `place`."""
    author, stamp = fields.authors.get(place), fields.times.get(place)
    if author is not None and element.index <= author.index < element.end:
        return True
    if stamp is None:
        return False
    if stamp.alone:
        return element.index <= stamp.element.index < element.end
    return element.first <= stamp.place < element.last
