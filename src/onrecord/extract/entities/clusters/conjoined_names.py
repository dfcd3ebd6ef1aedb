"""Pairs: two names that a tagger read as one ("Gannex and Hale Media"), where the page has one of them alone as well.

In: a page's names. Out: the same, such pairs parted. Out of scope: pairs that stand together wherever they stand
("Marlow and Hale").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.entities.clusters.name_clusters import Occurrence

_AND = " and "


def parted(occurrences: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Yield `occurrences` in their order, two for each pair of which the page names one alone."""
    alone = {held.name for held in occurrences if _AND not in held.name}
    for held in occurrences:
        left, both, right = held.name.partition(_AND)
        pair = both and held.key is None and held.end - held.start == len(held.name)
        one = left in alone or (right in alone and " " not in left + right)
        if not pair or not one or _AND in right or len(left.split()) > 2:
            yield held
            continue
        yield replace(held, end=held.start + len(left), name=left)
        yield replace(held, start=held.end - len(right), name=right)
