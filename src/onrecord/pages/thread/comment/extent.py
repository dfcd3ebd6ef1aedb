"""Where a comment stands in a page's markup.

In: elements. Out: `Item`s. Out of scope: what a comment says.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.dom.element import Element


@dataclass(frozen=True, slots=True)
class Item:
    """Where a comment stands: one element, or several that follow one another in the same parent.

    Its elements are `begin` up to `end`, its blocks `first` up to `last`; `element` is the (first) element.
    """

    element: Element
    begin: int
    end: int
    first: int
    last: int

    @property
    def index(self) -> int:
        """The place of its first element."""
        return self.element.index


def item_of(*elements: Element) -> Item:
    """Return the item that `elements`, in order, make up; a single one is not part of what it says."""
    first, last = elements[0], elements[-1]
    begin = first.index + (len(elements) == 1)
    return Item(first, begin, last.end, first.first, max(last.last, first.first + 1))
