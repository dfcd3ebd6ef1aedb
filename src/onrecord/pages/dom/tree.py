"""A page's elements and blocks: what zoning looks at.

In: a `ScannedMarkup` of the source. Out: a `PageTree`: the elements lexbor's repaired tree has, in order, and the
blocks of words in them, each a paragraph, list item, cell, heading or line of its own. Out of scope:
what a block is for.

Lexbor repairs the scan's skeleton and writes it out again; that is cut at its tags and read one after the
other, which is many times faster than asking for one node after the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from onrecord.pages.dom.element import Element, StartTag, TextBlock
from onrecord.pages.dom.line_blocks import split_line_blocks
from onrecord.pages.dom.markup import LINE_BREAK, PARAGRAPH_BREAK, RUN_MARK, ScannedMarkup
from onrecord.pages.dom.selectors import DROPPED_TAGS, INLINE_TAGS, VOID_TAGS
from onrecord.pages.dom.text_runs import normalise_text

_NUMBER = re.compile(r"\d+")
_UNTOLD = StartTag("")
_ENTER, _ENTER_INLINE, _ENTER_LINK, _LEAVE, _LEAVE_INLINE, _LEAVE_LINK, _DROP, _PASS, _NOTHING = (
    range(9)
)
"""What a tag of the repaired skeleton does: all that stand before `_LEAVE` have an end, which may follow at once."""
_DEPTH = (1, 1, 1, -1, -1, -1, 1, 0, 0)


@dataclass(slots=True)
class PageTree:
    """The page's elements and blocks in order.

    `words`: what each run reads as; `order`: the runs as they stand in the tree; `holders`: the innermost element of each run; `images`: of each
    picture; `empty`: each `<img>`, `<meta>` and wordless `<time>`: its name, attributes, and what it stands in; `awaiting`: the
    places of blocks that say that a comment awaits moderation, once they were looked for.
    """

    scan: ScannedMarkup
    run_texts: list[str]
    run_order: list[int]
    elements: list[Element]
    blocks: list[TextBlock]
    run_elements: list[int]
    image_parents: list[int]
    empty_elements: list[tuple[str, dict[str, str], int]]
    moderation_blocks: list[int] | None = None
    _above: dict[int, list[Element]] = field(default_factory=dict)
    _with: dict[str, list[Element]] = field(default_factory=dict)

    def list_ancestors(self, index: int) -> list[Element]:
        """Return element `index` and what it stands in, from the inside out; not to be changed."""
        known = self._above.get(index)
        if known is None:
            known = self._above[index] = []
            at = index
            while at >= 0:
                known.append(self.elements[at])
                at = known[-1].parent
                if at in self._above:
                    known += self._above[at]
                    break
        return known

    def find_with_attribute(self, name: str) -> list[Element]:
        """Return, in order, all elements that have attribute `name`."""
        if name not in self._with:
            self._with[name] = [e for e in self.elements if name in e.attributes]
        return self._with[name]

    def read_text(self, element: Element) -> str:
        """Return the words within `element` alone, inline or not."""
        out: list[str] = []
        for run in self.run_order[element.run_start : element.run_end]:
            # White space or an edge before a run parts it from the last one.
            out.append(" " if self.scan.breaks[run] else "")
            out.append(self.run_texts[run])
        return " ".join("".join(out).split())


def build_tree(scan: ScannedMarkup) -> PageTree:
    """Return the tree of a scanned source; never fails."""
    words = [normalise_text(text) for text in scan.texts]
    walk = _Walk(scan, words)
    walk.through(LexborHTMLParser(scan.skeleton).html or "")
    split_line_blocks(walk.elements, walk.blocks, scan)
    return PageTree(
        scan, words, walk.order, walk.elements, walk.blocks, walk.holders, walk.images, walk.empty
    )


@lru_cache(maxsize=1024)
def _kind(tag: str) -> int:
    """Return what a tag does that the repaired skeleton has as `tag`: `p`, `/p`."""
    end, name = tag[:1] == "/", tag.removeprefix("/")
    if not name or name[0] == "!" or (end and name in VOID_TAGS):
        return _NOTHING
    if not end and (name in VOID_TAGS or name in DROPPED_TAGS):
        return _PASS if name in VOID_TAGS else _DROP
    return (_LEAVE if end else _ENTER) + (name in INLINE_TAGS) + (name == "a")


class _Walk:
    def __init__(self, scan: ScannedMarkup, words: list[str]) -> None:
        self.elements: list[Element] = []
        self.order: list[int] = []
        self.blocks: list[TextBlock] = []
        self.holders = [-1] * len(words)
        self.images: list[int] = []
        self.empty: list[tuple[str, dict[str, str], int]] = []
        self._befores = scan.breaks
        self._attributes = scan.attribute_texts
        self._words = words
        self._starts: dict[str, StartTag] = {"": _UNTOLD}
        self._open: list[Element] = []
        self._block: TextBlock | None = None
        self._parts: list[str] = []
        self._breaks = 0
        self._links = 0

    def through(self, skeleton: str) -> None:
        """Read every node of the repaired `skeleton`."""
        dropped = 0  # how deep within elements that are left out
        for chunk, following in pairwise([*skeleton.split("<"), ""]):
            written, _, text = chunk.partition(">")
            tag, _, told = written.partition(" ")
            kind = _kind(tag)
            if dropped:
                dropped += _DEPTH[kind]
            elif _LEAVE <= kind <= _LEAVE_LINK:
                self._leave(kind)
            elif kind == _PASS:
                self._pass(tag, told)
            elif kind == _NOTHING:
                pass
            elif not text and following[:1] == "/":
                self._pass(tag, told)
                dropped = 1  # until its end, which follows
            elif kind == _DROP:
                dropped = 1
            else:
                self._enter(tag, told, kind)
            if text and not dropped:
                for number in text.split(RUN_MARK)[1:]:
                    self._take(int(number))
        self._close()

    def _pass(self, tag: str, told: str) -> None:
        """Take in an element without content."""
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._close()
            return
        if tag in DROPPED_TAGS:
            return
        if tag not in INLINE_TAGS:
            self._close()
        holder = self._open[-1].index if self._open else -1
        if told and tag in {"img", "meta", "time"} and self._open:
            start = self._starts.get(told) or self._start(told)
            self.empty.append((tag, start.attributes, holder))
        if tag == "img" and self._open:
            self.images.append(holder)

    def _enter(self, tag: str, told: str, kind: int) -> None:
        first = len(self.blocks)
        if kind == _ENTER:
            self._breaks = 0
            if self._block is not None:
                self._close()
        else:
            first -= self._block is not None
            self._links += kind == _ENTER_LINK
        start = self._starts.get(told) or self._start(told)
        hidden, above = start.hidden and tag != "body", -1
        if self._open:
            parent = self._open[-1]
            hidden, above = hidden or parent.hidden, parent.index
        element = Element(len(self.elements), tag, above, start, hidden, first, len(self.order))
        self.elements.append(element)
        self._open.append(element)

    def _start(self, told: str) -> StartTag:
        """Return the start tag that the skeleton's attributes `told` stand for."""
        if told.count("=") == 1:
            start = StartTag(self._attributes[int(told[:-3])])
        else:  # a second `<html>` adds its attributes to the first one's
            start = StartTag("".join([self._attributes[int(n)] for n in _NUMBER.findall(told)]))
        self._starts[told] = start
        return start

    def _leave(self, kind: int) -> None:
        if not self._open:
            return
        element = self._open.pop()
        if kind == _LEAVE:
            self._breaks = 0
            if self._block is not None:
                self._close()
        elif kind == _LEAVE_LINK:
            self._links -= 1
        element.block_end = len(self.blocks)
        element.end = len(self.elements)
        element.run_end = len(self.order)

    def _take(self, run: int) -> None:
        if run >= len(self._words) or self.holders[run] != -1:
            return
        element = self._open[-1].index if self._open else -1
        self.holders[run] = element
        self.order.append(run)
        words, before = self._words[run], self._befores[run]
        if before == PARAGRAPH_BREAK:
            self._close()
        block = self._block
        if words == " " or not words or words.isspace():
            if block is not None:  # a space written as `&nbsp;` between two tags
                block.runs.append(run)
                self._parts.append(" ")
            return
        if block is None or (block.runs[-1] != run - 1 and self._parted(block.runs[-1], run)):
            self._close()
            block = self._block = TextBlock(self._holder(element), element)
            self.blocks.append(block)
        else:
            if block.innermost != element:
                block.innermost = self._shared(block.innermost)
            if before:
                self._parts.append("\n" if before == LINE_BREAK else " ")
        block.runs.append(run)
        self._parts.append(words)
        if self._links:
            block.link_chars += len(words)
        self._breaks = 0

    def _parted(self, last: int, run: int) -> bool:
        """Return whether words were left out between runs `last` and `run`."""
        return run < last or any(self._words[n].strip() for n in range(last + 1, run))

    def _holder(self, index: int) -> int:
        while index > 0 and self.elements[index].tag in INLINE_TAGS:
            index = self.elements[index].parent
        return index

    def _shared(self, one: int) -> int:
        """Return the innermost open element that holds `one`."""
        # Open elements stand in order of the file; walking up from the innermost takes too long where
        # tens of thousands are open.
        while one >= 0:
            at = bisect_left(self._open, one, key=lambda element: element.index)
            if at < len(self._open) and self._open[at].index == one:
                break
            one = self.elements[one].parent
        return one

    def _close(self) -> None:
        self._breaks = 0
        if self._block is None:
            return
        text = "".join(self._parts)
        if "\n" in text:
            lines = [" ".join(line.split()) for line in text.split("\n")]
            self._block.text = "\n".join([line for line in lines if line])
        else:
            self._block.text = " ".join(text.split())
        self._parts.clear()
        self._block = None
