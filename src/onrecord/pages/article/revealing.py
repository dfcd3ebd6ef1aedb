"""Main texts that a page hides until its scripts have run: shown as a browser shows them.

In: a `PageTree`. Out: the same tree; of elements that hide nearly all of a page's sentences, what hides them is undone. Out
of scope: hidden dialogs, menus and notices, which stay hidden.
"""

from __future__ import annotations

import re
from itertools import accumulate

from onrecord.pages.article.block_scores import FULL_STOP, measure_width
from onrecord.pages.article.selectors import CONSENT_LABELS, NOTICE_TAGS
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element, is_hidden
from onrecord.pages.dom.tree import PageTree

_STREAMED_ID = re.compile(r"S:[0-9a-f]+")
"""Ids of parts that a server sends hidden and a script puts in their place (React)."""


def show_main_text(tree: PageTree) -> None:
    """Show, in place, hidden elements that hold far more sentences than all that is shown."""
    if not any(element.hidden for element in tree.elements):
        return
    sentences = [
        measure_width(block.text) if FULL_STOP.search(block.text) else 0 for block in tree.blocks
    ]
    sums = [0, *accumulate(sentences)]
    is_shown = (not tree.elements[block.innermost].hidden for block in tree.blocks)
    shown = sum(size for size, is_seen in zip(sentences, is_shown, strict=True) if is_seen)
    for element in tree.elements:
        is_root = element.hidden and not (
            element.parent >= 0 and tree.elements[element.parent].hidden
        )
        held = sums[element.block_end] - sums[element.block_start]
        is_notice = CONSENT_LABELS.search(element.label_words) or element.tag in NOTICE_TAGS
        is_streamed = _STREAMED_ID.fullmatch(element.get("id")) is not None
        is_large = held > shown * THRESHOLDS.min_hidden_factor
        if is_root and not is_notice and held and (is_large or is_streamed):
            _show_element(tree, element)


def _show_element(tree: PageTree, root: Element) -> None:
    """Show an element and what is hidden only because it is; elements in it that hide themselves stay hidden."""
    root.hidden = False
    for element in tree.elements[root.index + 1 : root.end]:
        element.hidden = is_hidden(element.attributes) or tree.elements[element.parent].hidden
