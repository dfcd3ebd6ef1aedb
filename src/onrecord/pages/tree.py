"""A page's elements and blocks: what zoning looks at.

In: a `Scan` of the source. Out: a `Tree`: the elements lexbor's repaired tree has, in order, and the
blocks of words in them, each a paragraph, list item, cell, heading or line of its own. Leaves alone:
what a block is for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.pages.element import Block, Element, is_hidden, words_of_label
from onrecord.pages.markup import BLANK, LINE, MARK, Piece, Scan, pieces
from onrecord.pages.selectors import DROPPED, INLINE


@dataclass(slots=True)
class Tree:
    """The page's elements and blocks in order; `pieces` are what each run reads as.

    `holders`: the innermost element of each run; `images`: of each picture.
    """

    parser: LexborHTMLParser
    elements: list[Element]
    blocks: list[Block]
    pieces: list[list[Piece]]
    holders: list[int]
    scan: Scan
    images: list[int]
    _above: dict[int, list[Element]] = field(default_factory=dict)

    def ancestors(self, index: int) -> list[Element]:
        """Return element `index` and what it stands in, from the inside out; not to be changed."""
        known = self._above.get(index)
        if known is None:
            known = []
            at = index
            while at >= 0:
                known.append(self.elements[at])
                at = known[-1].parent
            self._above[index] = known
        return known

    def text_of(self, element: Element) -> str:
        """Return the words of `element`'s blocks (an inline element's block may hold more)."""
        return "\n".join(block.text for block in self.blocks[element.first : element.last])

    def own_text(self, element: Element) -> str:
        """Return the words within `element` alone, inline or not."""
        out: list[str] = []
        for block in self.blocks[element.first : max(element.last, element.first + 1)]:
            for run in block.runs:
                if element.index <= self.holders[run] < element.end:
                    out.append(" " if self.scan_breaks(run) else "")
                    out.extend(piece.text for piece in self.pieces[run])
        return " ".join("".join(out).split())

    def scan_breaks(self, run: int) -> bool:
        """Tell whether white space or an edge stands before `run`."""
        return self.scan.runs[run].before > 0


def grow(source: str, scan: Scan) -> Tree:
    """Return the tree of `source`; never fails."""
    parser = LexborHTMLParser(scan.marked)
    read = [list(pieces(source, run.start, run.end)) for run in scan.runs]
    walk = _Walk(scan, read)
    if parser.root is not None:
        walk.through(parser.root)
    _split_lines(walk.elements, walk.blocks, scan)
    return Tree(parser, walk.elements, walk.blocks, read, walk.holders, scan, walk.images)


def _split_lines(elements: list[Element], blocks: list[Block], scan: Scan) -> None:
    """Make blocks of two to four short lines, none of them a sentence, a block a line: heads, bylines."""
    parted: list[Block] = []
    starts = []
    for block in blocks:
        starts.append(len(parted))
        lines = block.text.split("\n")
        if not 1 < len(lines) < 5 or any(len(line) > 100 or line[-1:] in ".!?…" for line in lines):
            parted.append(block)
            continue
        runs: list[list[int]] = []
        for run in block.runs:
            if not runs or scan.runs[run].before == LINE:
                runs.append([])
            runs[-1].append(run)
        if len(runs) != len(lines):
            parted.append(block)
            continue
        share = block.linked / len(block.text)
        parted += [
            Block(block.element, block.inner, part, line, round(share * len(line)))
            for part, line in zip(runs, lines, strict=True)
        ]
    starts.append(len(parted))
    for element in elements:
        element.first, element.last = starts[element.first], starts[element.last]
    blocks[:] = parted


class _Walk:
    def __init__(self, scan: Scan, read: list[list[Piece]]) -> None:
        self.elements: list[Element] = []
        self.blocks: list[Block] = []
        self.holders = [-1] * len(scan.runs)
        self.images: list[int] = []
        self._scan = scan
        self._read = read
        self._block: Block | None = None
        self._breaks = 0
        self._links = 0

    def through(self, root: LexborNode) -> None:
        """Visit every node below `root`, without recursion."""
        node: LexborNode | None = root
        open_: list[tuple[Element, LexborNode]] = []
        while node is not None:
            child = self._enter(node, open_)
            if child is not None:
                node = child
                continue
            following = node.next
            while following is None and open_:
                element, holder = open_.pop()
                self._leave(element)
                following = holder.next
            node = following
        self._close()

    def _enter(
        self, node: LexborNode, open_: list[tuple[Element, LexborNode]]
    ) -> LexborNode | None:
        """Take `node` in; return its first child if it is to be gone into."""
        tag = node.tag or ""
        if tag == "-text":
            self._take(node.text_content or "", open_[-1][0].index if open_ else -1)
            return None
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._close()
            return None
        if tag in DROPPED or tag[:1] in "-!":
            return None
        child = node.first_child
        if tag not in INLINE:
            self._close()
        if child is None:
            if tag == "img" and open_:
                self.images.append(open_[-1][0].index)
            return None
        self._links += tag == "a"
        open_.append((self._element(node, tag, open_), node))
        return child

    def _element(
        self, node: LexborNode, tag: str, open_: list[tuple[Element, LexborNode]]
    ) -> Element:
        parent = open_[-1][0] if open_ else None
        written = node.attributes
        attributes: dict[str, str] = {}
        hidden = parent is not None and parent.hidden
        label = words = ""
        if written:
            attributes = {name: value or "" for name, value in written.items()}
            label = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
            words = words_of_label(label) if label else ""
            hidden = hidden or (tag != "body" and is_hidden(attributes))
        first = len(self.blocks)
        if tag in INLINE and self._block is not None:
            first -= 1
        element = Element(
            len(self.elements),
            tag,
            parent.index if parent else -1,
            attributes,
            label,
            words,
            hidden,
            first,
        )
        self.elements.append(element)
        return element

    def _leave(self, element: Element) -> None:
        self._links -= element.tag == "a"
        if element.tag not in INLINE:
            self._close()
        element.last = len(self.blocks)
        element.end = len(self.elements)

    def _take(self, text: str, element: int) -> None:
        for mark in MARK.finditer(text):
            run = int(mark[1])
            if run >= len(self._read) or self.holders[run] != -1:
                continue
            self.holders[run] = element
            words = "".join(piece.text for piece in self._read[run])
            if self._scan.runs[run].before == BLANK:
                self._close()
            block = self._block
            if not words.strip():
                if block is not None:  # a space written as `&nbsp;` between two tags
                    block.runs.append(run)
                    block.text += " "
                continue
            if block is None or (block.runs[-1] != run - 1 and self._parted(block.runs[-1], run)):
                self._close()
                block = self._block = Block(self._holder(element), element)
                self.blocks.append(block)
            elif block.inner != element:
                block.inner = self._shared(block.inner, element)
            before = self._scan.runs[run].before
            gap = "" if before == 0 or not block.text else "\n" if before == LINE else " "
            block.runs.append(run)
            block.text += gap + words
            block.linked += len(words) if self._links else 0
            self._breaks = 0

    def _parted(self, last: int, run: int) -> bool:
        """Tell whether words were left out between runs `last` and `run`."""
        between = range(last + 1, run)
        return run < last or any("".join(p.text for p in self._read[n]).strip() for n in between)

    def _holder(self, index: int) -> int:
        while index > 0 and self.elements[index].tag in INLINE:
            index = self.elements[index].parent
        return index

    def _shared(self, one: int, other: int) -> int:
        """Return the innermost element that holds both."""
        while one != other:
            if one > other:
                one = self.elements[one].parent
            else:
                other = self.elements[other].parent
        return one

    def _close(self) -> None:
        self._breaks = 0
        if self._block is None:
            return
        lines = (" ".join(line.split()) for line in self._block.text.split("\n"))
        self._block.text = "\n".join(line for line in lines if line)
        self._block = None
