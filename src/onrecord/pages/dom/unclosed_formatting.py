"""Formatting elements that are never closed: bounds how many of them the parser reopens.

In: the parts of a skeleton. Out: the same parts, without start tags that would cost more than a page may.
Out of scope: links, which close one another, and markup as people write it.

A `<b>` that is not closed is reopened in each paragraph that follows. Of identical elements the parser keeps
three, as the standard says; where each has other attributes it keeps all, and some thousands of them in some
thousands of paragraphs are more than a machine holds.

Source: HTML Standard, parsing ("reconstruct the active formatting elements", the Noah's Ark clause).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.pages.dom.thresholds import THRESHOLDS

_TAG_NAMES = "b|big|code|em|font|i|s|small|strike|strong|tt|u"
_START_TAG = re.compile(rf"<(?:{_TAG_NAMES})[ >]")
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>{_TAG_NAMES})[ >]")


def limit_reopened(parts: list[str]) -> list[str]:
    """Return a skeleton's `parts`; from where too many elements were reopened, formatting tags are left out."""
    starts = sum(1 for part in parts if part[:1] == "<" and _START_TAG.match(part))
    if starts * len(parts) <= THRESHOLDS.unchecked_formatting_cost:
        return parts
    return _drop_beyond_limit(parts)


def _drop_beyond_limit(parts: Sequence[str]) -> list[str]:
    kept: list[str] = []
    open_elements = _OpenFormatting()
    reopened = 0
    for place, part in enumerate(parts):
        tag = _TAG.match(part) if part[:1] == "<" else None
        if tag is None:
            reopened += open_elements.count if part[:1] == "<" else 0
        elif tag["slash"]:
            open_elements.close(tag["name"])
        else:
            reopened += open_elements.count // THRESHOLDS.open_elements_per_reopening
            open_elements.open(tag["name"], part)
        if reopened > THRESHOLDS.max_reopened_formatting:
            rest = (part for part in parts[place:] if not (part[:1] == "<" and _TAG.match(part)))
            return [*kept, *open_elements.list_end_tags(), *rest]
        kept.append(part)
    return kept


class _OpenFormatting:
    """The formatting elements that are open; of identical ones as many as a parser keeps."""

    def __init__(self) -> None:
        self.count = 0
        self._tags_by_name: dict[str, list[str]] = {}
        self._alike: Counter[str] = Counter()

    def open(self, name: str, tag: str) -> None:
        """Record a start tag."""
        if self._alike[tag] < THRESHOLDS.max_alike_formatting:
            self._tags_by_name.setdefault(name, []).append(tag)
            self._alike[tag] += 1
            self.count += 1

    def close(self, name: str) -> None:
        """Record an end tag."""
        if self._tags_by_name.get(name):
            self._alike[self._tags_by_name[name].pop()] -= 1
            self.count -= 1

    def list_end_tags(self) -> list[str]:
        """Return an end tag for each element that is open."""
        return [f"</{name}>" for name, tags in self._tags_by_name.items() for _ in tags]
