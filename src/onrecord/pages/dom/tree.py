"""A page's elements and text blocks, as the zoning rules look at them.

In: a `ScannedMarkup`. Out: a `PageTree`: the elements of lexbor's repaired tree, in order, and the text blocks
in them, each a paragraph, list item, cell, heading or line. Out of scope: what a block is for.

Lexbor repairs the scan's skeleton and serialises it; that is cut at its tags and read in sequence, many times
faster than asking lexbor for one node after the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from onrecord.pages.dom.element import Element, EmptyElement, StartTag, TextBlock
from onrecord.pages.dom.line_blocks import split_line_blocks
from onrecord.pages.dom.markup import LINE_BREAK, PARAGRAPH_BREAK, RUN_MARK, ScannedMarkup
from onrecord.pages.dom.selectors import CONTENTLESS_TAGS, DROPPED_TAGS, INLINE_TAGS, VOID_TAGS
from onrecord.pages.dom.text_runs import normalise_text

_NUMBER = re.compile(r"\d+")
_EMPTY_START_TAG = StartTag("")
_ENTER, _ENTER_INLINE, _ENTER_LINK, _LEAVE, _LEAVE_INLINE, _LEAVE_LINK, _DROP, _PASS, _NOTHING = (
    range(9)
)
"""What a tag of the repaired skeleton does. Those before `_LEAVE` open an element, whose end tag may follow at once."""
_DEPTH_CHANGE = {
    _ENTER: 1, _ENTER_INLINE: 1, _ENTER_LINK: 1, _LEAVE: -1, _LEAVE_INLINE: -1, _LEAVE_LINK: -1,
    _DROP: 1, _PASS: 0, _NOTHING: 0,
}  # fmt: skip


@dataclass(slots=True)
class PageTree:
    """The elements and blocks of a page, in order of the document.

    Attributes:
        scan: what it was built from.
        run_texts: the text of each run of the scan.
        run_order: the runs as they stand in the repaired tree.
        elements: all elements with content.
        blocks: all text blocks.
        run_elements: index of the innermost element of each run.
        image_parents: index of the parent of each `<img>`.
        empty_elements: each `<img>`, `<meta>` and `<time>` that has attributes and no text.
        moderation_blocks: indices of blocks that say that a comment awaits moderation, once they were looked for.

    """

    scan: ScannedMarkup
    run_texts: list[str]
    run_order: list[int]
    elements: list[Element]
    blocks: list[TextBlock]
    run_elements: list[int]
    image_parents: list[int]
    empty_elements: list[EmptyElement]
    moderation_blocks: list[int] | None = None
    _ancestors: dict[int, list[Element]] = field(default_factory=dict)
    _with_attribute: dict[str, list[Element]] = field(default_factory=dict)

    def list_ancestors(self, index: int) -> list[Element]:
        """Return element `index` and its ancestors, from the inside out; read-only."""
        known = self._ancestors.get(index)
        if known is None:
            known = self._ancestors[index] = []
            at = index
            while at >= 0:
                known.append(self.elements[at])
                at = known[-1].parent
                if at in self._ancestors:
                    known += self._ancestors[at]
                    break
        return known

    def find_with_attribute(self, name: str) -> list[Element]:
        """Return, in order, all elements that have attribute `name`."""
        if name not in self._with_attribute:
            self._with_attribute[name] = [e for e in self.elements if name in e.attributes]
        return self._with_attribute[name]

    def read_text(self, element: Element) -> str:
        """Return the text of `element` and its descendants, white space collapsed."""
        parts: list[str] = []
        for run in self.run_order[element.run_start : element.run_end]:
            # White space or an edge before a run separates it from the last one.
            parts.append(" " if self.scan.breaks[run] else "")
            parts.append(self.run_texts[run])
        return " ".join("".join(parts).split())


def build_tree(scan: ScannedMarkup) -> PageTree:
    """Return the tree of a scanned source; never fails."""
    run_texts = [normalise_text(text) for text in scan.texts]
    builder = _TreeBuilder(scan, run_texts)
    builder.read(LexborHTMLParser(scan.skeleton).html or "")
    split_line_blocks(builder.elements, builder.blocks, scan)
    return PageTree(
        scan,
        run_texts,
        builder.run_order,
        builder.elements,
        builder.blocks,
        builder.run_elements,
        builder.image_parents,
        builder.empty_elements,
    )


@lru_cache(maxsize=1024)
def _classify_tag(tag: str) -> int:
    """Return what a tag of the repaired skeleton does, written `p` or `/p`: one of `_ENTER` … `_NOTHING`."""
    is_end, name = tag[:1] == "/", tag.removeprefix("/")
    if not name or name[0] == "!" or (is_end and name in VOID_TAGS):
        return _NOTHING
    if not is_end and (name in VOID_TAGS or name in DROPPED_TAGS):
        return _PASS if name in VOID_TAGS else _DROP
    return (_LEAVE if is_end else _ENTER) + (name in INLINE_TAGS) + (name == "a")


class _TreeBuilder:
    """Reads a repaired skeleton and collects elements, blocks and where runs stand."""

    def __init__(self, scan: ScannedMarkup, run_texts: list[str]) -> None:
        self.elements: list[Element] = []
        self.run_order: list[int] = []
        self.blocks: list[TextBlock] = []
        self.run_elements = [-1] * len(run_texts)
        self.image_parents: list[int] = []
        self.empty_elements: list[EmptyElement] = []
        self._breaks = scan.breaks
        self._notes = scan.notes
        self._attribute_texts = scan.attribute_texts
        self._run_texts = run_texts
        self._start_tags: dict[str, StartTag] = {"": _EMPTY_START_TAG}
        self._open: list[Element] = []
        self._block: TextBlock | None = None
        self._block_parts: list[str] = []
        self._line_breaks = 0
        self._open_links = 0

    def read(self, skeleton: str) -> None:
        """Read every tag and run mark of the repaired `skeleton`."""
        dropped_depth = 0  # within an element that is dropped
        for chunk, following in pairwise([*skeleton.split("<"), ""]):
            written, _, text = chunk.partition(">")
            tag, _, numbers = written.partition(" ")
            kind = _classify_tag(tag)
            if dropped_depth:
                dropped_depth += _DEPTH_CHANGE[kind]
            elif _LEAVE <= kind <= _LEAVE_LINK:
                self._close_element(kind)
            elif kind == _PASS:
                self._add_empty(tag, numbers)
            elif kind == _NOTHING:
                pass
            elif not text and following[:1] == "/":
                self._add_empty(tag, numbers)
                dropped_depth = 1  # until its end tag, which follows
            elif kind == _DROP:
                dropped_depth = 1
            else:
                self._open_element(tag, numbers, kind)
            if text and not dropped_depth:
                for run in text.split(RUN_MARK)[1:]:
                    self._add_run(int(run))
        self._close_block()

    def _add_empty(self, tag: str, numbers: str) -> None:
        """Add an element without content."""
        if tag == "br":
            self._line_breaks += 1
            if self._line_breaks > 1:
                self._close_block()
            return
        if tag in DROPPED_TAGS:
            return
        if tag not in INLINE_TAGS:
            self._close_block()
        parent = self._open[-1].index if self._open else -1
        if numbers and tag in CONTENTLESS_TAGS and self._open:
            start = self._start_tags.get(numbers) or self._read_start_tag(numbers)
            self.empty_elements.append(EmptyElement(tag, start.attributes, parent))
        if tag == "img" and self._open:
            self.image_parents.append(parent)

    def _open_element(self, tag: str, numbers: str, kind: int) -> None:
        block_start = len(self.blocks)
        if kind == _ENTER:
            self._line_breaks = 0
            if self._block is not None:
                self._close_block()
        else:
            block_start -= self._block is not None
            self._open_links += kind == _ENTER_LINK
        start = self._start_tags.get(numbers) or self._read_start_tag(numbers)
        hidden, parent_index = start.hidden and tag != "body", -1
        if self._open:
            parent = self._open[-1]
            hidden, parent_index = hidden or parent.hidden, parent.index
        element = Element(
            len(self.elements), tag, parent_index, start, hidden, block_start, len(self.run_order)
        )
        self.elements.append(element)
        self._open.append(element)

    def _read_start_tag(self, numbers: str) -> StartTag:
        """Return the start tag whose attributes the skeleton writes as `numbers`: `12=""`."""
        if numbers.count("=") == 1:
            start = StartTag(self._attribute_texts[int(numbers[:-3])])
        else:  # a second `<html>` adds its attributes to the first one's
            written = [self._attribute_texts[int(n)] for n in _NUMBER.findall(numbers)]
            start = StartTag("".join(written))
        self._start_tags[numbers] = start
        return start

    def _close_element(self, kind: int) -> None:
        if not self._open:
            return
        element = self._open.pop()
        if kind == _LEAVE:
            self._line_breaks = 0
            if self._block is not None:
                self._close_block()
        elif kind == _LEAVE_LINK:
            self._open_links -= 1
        element.block_end = len(self.blocks)
        element.end = len(self.elements)
        element.run_end = len(self.run_order)

    def _add_run(self, run: int) -> None:
        if run >= len(self._run_texts) or self.run_elements[run] != -1:
            return
        element = self._open[-1].index if self._open else -1
        self.run_elements[run] = element
        self.run_order.append(run)
        text, before = self._run_texts[run], self._breaks[run]
        if before == PARAGRAPH_BREAK:
            self._close_block()
        block = self._block
        if run in self._notes and block is not None:
            block.notes.append(run)
            return
        if text == " " or not text or text.isspace():
            if block is not None:  # a space written as `&nbsp;` between two tags
                block.runs.append(run)
                self._block_parts.append(" ")
            return
        if block is None or (
            block.runs[-1] != run - 1 and self._has_text_between(block.runs[-1], run)
        ):
            self._close_block()
            block = self._block = TextBlock(self._find_block_element(element), element)
            self.blocks.append(block)
        else:
            if block.innermost != element:
                block.innermost = self._find_open_ancestor(block.innermost)
            if before:
                self._block_parts.append("\n" if before == LINE_BREAK else " ")
        block.runs.append(run)
        self._block_parts.append(text)
        if self._open_links:
            block.link_chars += len(text)
        self._line_breaks = 0

    def _has_text_between(self, last: int, run: int) -> bool:
        """Return whether text was left out between runs `last` and `run`."""
        between = (n for n in range(last + 1, run) if n not in self._notes)
        return run < last or any(self._run_texts[n].strip() for n in between)

    def _find_block_element(self, index: int) -> int:
        while index > 0 and self.elements[index].tag in INLINE_TAGS:
            index = self.elements[index].parent
        return index

    def _find_open_ancestor(self, index: int) -> int:
        """Return the innermost open element that holds element `index`."""
        # Open elements stand in order of the document; walking up from the innermost takes too long where
        # tens of thousands are open.
        while index >= 0:
            at = bisect_left(self._open, index, key=lambda element: element.index)
            if at < len(self._open) and self._open[at].index == index:
                break
            index = self.elements[index].parent
        return index

    def _close_block(self) -> None:
        self._line_breaks = 0
        if self._block is None:
            return
        text = "".join(self._block_parts)
        if "\n" in text:
            lines = [" ".join(line.split()) for line in text.split("\n")]
            self._block.text = "\n".join([line for line in lines if line])
        else:
            self._block.text = " ".join(text.split())
        self._block_parts.clear()
        self._block = None
