"""Elements of formatting that are left open: how many of them a page's tree is given.

In: a skeleton's parts. Out: the same, without starts that would cost more than a page may. Out of scope:
links, which close one another, and whatever pages have that people read.

A `<b>` that is not closed is opened anew in each paragraph that follows. Three of alike are, as the standard has
it; where each has other attributes all are, and some thousands in some thousands of paragraphs are more than any
machine holds.

Source: HTML Standard, parsing ("reconstruct the active formatting elements", the Noah's Ark clause).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_FORMATS = "b|big|code|em|font|i|s|small|strike|strong|tt|u"
_START = re.compile(rf"<(?:{_FORMATS})[ >]")
_TAG = re.compile(rf"<(/?)({_FORMATS})[ >]")
_ALIKE = 3
_FEW = 1_000_000
"""Starts times parts below which nothing needs to be looked at."""
MOST_OPENED_ANEW = 300_000
_LOOKED_AT = 50
"""Open elements the parser goes by in the time it takes to open one anew."""


def limit_reopened(parts: list[str]) -> list[str]:
    """Return a skeleton's `parts`, those of formatting left out from where too many were opened anew."""
    starts = sum(1 for part in parts if part[:1] == "<" and _START.match(part))
    return _within_bounds(parts) if starts * len(parts) > _FEW else parts


def _within_bounds(parts: Sequence[str]) -> list[str]:
    out: list[str] = []
    open_ = _Open()
    spent = 0
    for place, part in enumerate(parts):
        tag = _TAG.match(part) if part[:1] == "<" else None
        if tag is None:
            spent += open_.many if part[:1] == "<" else 0
        elif tag[1]:
            open_.end(tag[2])
        else:
            spent += open_.many // _LOOKED_AT
            open_.start(tag[2], part)
        if spent > MOST_OPENED_ANEW:
            rest = (one for one in parts[place:] if not (one[:1] == "<" and _TAG.match(one)))
            return [*out, *open_.ends(), *rest]
        out.append(part)
    return out


class _Open:
    """The elements of formatting that are open, at most three of alike."""

    def __init__(self) -> None:
        self.many = 0
        self._named: dict[str, list[str]] = {}
        self._alike: Counter[str] = Counter()

    def start(self, name: str, written: str) -> None:
        """Note a start tag."""
        if self._alike[written] < _ALIKE:
            self._named.setdefault(name, []).append(written)
            self._alike[written] += 1
            self.many += 1

    def end(self, name: str) -> None:
        """Note an end tag."""
        if self._named.get(name):
            self._alike[self._named[name].pop()] -= 1
            self.many -= 1

    def ends(self) -> list[str]:
        """Return an end for each that is open."""
        return [f"</{name}>" for name, held in self._named.items() for _ in held]
