"""Elements of a page's markup and blocks of words in them: what a tree is made of.

In: what the tree's maker fills in. Out: `Element` and `Block`, and what an element says of itself by
its attributes. Leaves alone: what a class or id means (`labels`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.pages.selectors import HEADINGS

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CUT = re.compile(r"[-_./:]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """One element: `parent` is its parent's place in the tree (-1: none).

    `first, last`: its blocks, half-open. `end`: one past the last element in it. `words`: its class
    and id as words, classes parted by two spaces; `label`: as written.
    """

    index: int
    tag: str
    parent: int
    attributes: dict[str, str]
    label: str
    words: str
    hidden: bool
    first: int
    last: int = 0
    end: int = 0


@dataclass(slots=True)
class Block:
    """Words that stand together: `runs` are consecutive runs of the scan, in `element`.

    `inner` is the innermost element, inline ones too, that holds all of it.
    """

    element: int
    inner: int
    runs: list[int] = field(default_factory=list)
    text: str = ""
    linked: int = 0

    @property
    def link_density(self) -> float:
        """Share of its characters that are links."""
        return self.linked / len(self.text) if self.text else 0.0


def is_hidden(attributes: dict[str, str]) -> bool:
    """Tell whether attributes say that an element is not shown."""
    return "hidden" in attributes or (
        "style" in attributes and bool(_UNSEEN.search(attributes["style"]))
    )


@lru_cache(maxsize=16_384)
def words_of_label(label: str) -> str:
    """Return class and id as words: cut at signs and capitals, classes parted by two spaces."""
    return "  ".join(
        " ".join(_CUT.sub(" ", _HUMP.sub(" ", token)).lower().split()) for token in label.split()
    )


def is_heading(element: Element) -> bool:
    """Tell whether `element` is one of h1…h6, or says so by its role."""
    return element.tag in HEADINGS or element.attributes.get("role") == "heading"
