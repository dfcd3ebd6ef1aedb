"""Two names that a tagger read as one ("Gannex and Hale Media"), where the page has one of them alone as well.

In: a page's names. Out: the same names, such pairs split. Out of scope: pairs of which no half occurs alone
("Marlow and Hale").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.entities.clusters.occurrence import Occurrence

_AND = " and "


def split_conjoined_names(occurrences: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Yield `occurrences` in their order, two for each pair of which the page has one half alone."""
    single_names = {name.name for name in occurrences if _AND not in name.name}
    for name in occurrences:
        left, right = _split_pair(name, single_names)
        if not right:
            yield name
            continue
        yield replace(name, end=name.start + len(left), name=left)
        yield replace(name, start=name.end - len(right), name=right)


def _split_pair(name: Occurrence, single_names: set[str]) -> tuple[str, str]:
    """Return both halves of a pair, or the name and nothing."""
    left, _, right = name.name.partition(_AND)
    as_written = name.key is None and name.end - name.start == len(name.name)
    one_alone = left in single_names or (right in single_names and " " not in left + right)
    if not right or not as_written or not one_alone or _AND in right or len(left.split()) > 2:
        return name.name, ""
    return left, right
