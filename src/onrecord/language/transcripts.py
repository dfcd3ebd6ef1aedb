"""Transcripts: paragraphs that open with who speaks and a colon, without quotation marks ("HALE: We will stay.").

In: a page's blocks. Out: by block, the label's tokens and where the words begin. Leaves alone: a single label, which
may be a heading ("Update: …"), and words in marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.records import Block

_LABEL = re.compile(
    r"^((?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|the|de|van)){0,4}):\s+(?=[\w“\"‘'])"
)
_LABEL_TOKENS = 20
"""Tokens among which a label's colon stands."""
_LEAST = 3
"""Labelled paragraphs from which a page holds a transcript."""
_HEADINGS = frozenset(
    {
        "update", "note", "correction", "photo", "video", "image", "source", "credit", "related", "read more", "more",
        "date", "time", "where", "when", "location", "price", "contact", "email", "phone", "example", "tip", "step",
    }
)  # fmt: skip


def speakers(blocks: Sequence[Block]) -> dict[int, tuple[int, int, int]]:
    """Return block index → (first, last) token of the label and the code point where the words begin.

    Empty where fewer than three paragraphs have a label, or no label comes back.
    """
    found: dict[int, tuple[int, int, int]] = {}
    names: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        labelled = any(token.text[-1:] == ":" for token in block.doc[:_LABEL_TOKENS])
        match = _LABEL.match(block.doc.text) if labelled and block.zone.role == "body" else None
        if match is None or match.group(1).lower() in _HEADINGS:
            continue
        if not any(word[:1].isalpha() for word in block.doc.text[match.end() :].split()):
            continue  # "Northerners: 547.": a tally
        span = block.doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
        if span is not None:
            names[match.group(1)] += 1
            found[index] = (span.start, span.end - 1, block.start + match.end())
    return found if len(found) >= _LEAST and max(names.values()) > 1 else {}
