"""Places on a page that tell a day or an age, grouped by how they are marked.

In: a `Tree`. Out: groups of elements of one shape that each hold a stamp: where comments that stand in no
system's table begin to be looked for (`thread_runs`). Leaves alone: what the days are of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.pages.dates import is_since, read_stamp, tells_age
from onrecord.pages.element import Element
from onrecord.pages.tree import Tree

_DATISH = re.compile(
    r"(?:19|20)\d\d(?!\d)|(?<!\d)\d\d?[.:/]\d\d(?!\d)|\d \w|'\d\d\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_AGES = ("ago", "vor", "hace", "yesterday", "gestern", "heute", "today", "hier")
_AGE = re.compile(rf"\b(?:{'|'.join(_AGES)})\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BESIDE = re.compile(
    r"(?:^| )(?:sidebar|side bar|widgets?|related\w*|recommend\w*|teasers?|latest|recent\w*|popular|trending|most \w+|footer|nav"
    r"|navigation|menu|breadcrumbs?|carousel|slider|read (?:more|also|next)|see also|more (?:from|on|stories|news))(?= |$)"
)
_LONGEST = 160
_FEWEST = 2
_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words that tell a day or an age: the element that holds them, and their block's place.

    `alone`: the element holds nothing else.
    """

    element: Element
    place: int
    alone: bool


def stamp_groups(tree: Tree) -> list[list[Stamp]]:
    """Return groups of two and more stamps whose elements are alike, the largest first."""
    groups: dict[tuple[str, ...], list[Stamp]] = {}
    for stamp in _stamps(tree):
        above = tree.ancestors(stamp.element.index)
        groups.setdefault(tuple(shape(e) for e in above[:3]), []).append(stamp)
    wanted = [group for group in groups.values() if len(group) >= _FEWEST]
    return sorted(wanted, key=lambda group: -len(group))[:_GROUPS]


def _stamps(tree: Tree) -> list[Stamp]:
    found: dict[int, Stamp] = {}
    for place, block in enumerate(tree.blocks):
        if len(block.text) < _LONGEST and _may_tell(block.text) and _tells(block.text):
            before = tree.blocks[place - 1].text if place else ""
            if is_since(block.text) or (len(before) < _LONGEST // 4 and is_since(before)):
                continue
            element = tree.elements[block.inner]
            found[element.index] = Stamp(element, place, element.last - element.first <= 1)
    for element in tree.elements:
        if element.tag == "time" and element.first < element.last and element.index not in found:
            found[element.index] = Stamp(element, element.first, alone=True)
    beside: dict[int, bool] = {}
    return [found[i] for i in sorted(found) if not _beside(tree, found[i].element, beside)]


def _may_tell(words: str) -> bool:
    """Tell whether `words` have what a day or an age is written with; it costs less than reading them."""
    if _DIGIT.search(words) and _DATISH.search(words):
        return True
    lower = words.lower()
    return any(map(lower.__contains__, _AGES)) and bool(_AGE.search(words))


def _tells(words: str) -> bool:
    return read_stamp(words, short=True) is not None or tells_age(words)


def _beside(tree: Tree, element: Element, known: dict[int, bool]) -> bool:
    """Tell whether `element` is hidden, or stands in what calls itself something beside the page's matter.

    `known` holds what was found before of elements of the page, and is added to.
    """
    return element.hidden or _stands_beside(tree, element, known)


def _stands_beside(tree: Tree, element: Element, known: dict[int, bool]) -> bool:
    passed = []
    beside = False
    for above in tree.ancestors(element.index):
        if above.index in known:
            beside = known[above.index]
            break
        passed.append(above.index)
        if above.tag in {"nav", "aside"} or _is_beside(above.words):
            beside = True
            break
    known.update(dict.fromkeys(passed, beside))
    return beside


@lru_cache(maxsize=16_384)
def _is_beside(words: str) -> bool:
    return bool(_BESIDE.search(words))


def shape(element: Element) -> str:
    """Return what elements of one kind share: tag, first class, and a numbered id without its number."""
    return _shape(element.tag, element.get("class"), element.get("id"))


@lru_cache(maxsize=16_384)
def _shape(tag: str, classes: str, name: str) -> str:
    first = _DIGITS.sub("#", classes.split(maxsplit=1)[0]) if classes.strip() else ""
    numbered = _DIGITS.sub("#", name) if _DIGITS.search(name) else ""
    return f"{tag}.{first}{numbered}"
