"""Transcripts: paragraphs that open with who speaks and a colon, without quotation marks ("HALE: We will stay.").

In: a page's blocks. Out: by block, the label's tokens and where the words begin. Out of scope: a single label, which
may be a heading ("Update: …"), and words in marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.nouns import LABEL_HEADINGS
from onrecord.extract.quotes.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from onrecord.records import Block

_LABEL = re.compile(
    r"^((?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|the|de|van)){0,4}):\s+(?=[\w“\"‘'])"
)
_TURN_KINDS = {"q": "question", "question": "question", "a": "answer", "answer": "answer"}
_INTERVIEW = re.compile(
    r"\b(?:interview|Q&A|Q and A|conversation|talk(?:s|ed|ing)?|sp(?:oke|eaks)|chat(?:s|ted)?|sat down|caught up)"
    r" (?:to|with) |\binterviewed "
)
_PRONOUN_BEFORE = re.compile(r"\b(?:He|She|They|he|she|they) (?:\w+ )?$")


def classify_turn_label(label: str) -> str | None:
    """Return "question" or "answer" for a label that only counts the turns ("Q", "A"), else None."""
    return _TURN_KINDS.get(label.strip(".: ").lower())


def iter_interview_mentions(block: Block) -> Iterator[int]:
    """Yield the places after which a block names whom the page interviews ("talks to the poet Ann Hale")."""
    text = block.doc.text
    for match in _INTERVIEW.finditer(text):
        if not _PRONOUN_BEFORE.search(
            text[: match.start()]
        ):  # "She spoke to Ann Hale": Hale wrote it
            yield block.start + match.end()


def find_transcript_turns(blocks: Sequence[Block], text: str) -> dict[int, tuple[int, int, int]]:
    """Return block index → (first, last) token of the label and the code point where the words begin.

    Empty where fewer than three paragraphs have a label, or no label comes back.
    """
    found: dict[int, tuple[int, int, int]] = {}
    names: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if (
            block.zone.role != "body"
            or ":" not in text[block.start : block.start + THRESHOLDS.label_chars]
        ):
            continue
        match = _LABEL.match(block.doc.text)
        if match is None or match.group(1).lower() in LABEL_HEADINGS:
            continue
        if not any(word[:1].isalpha() for word in block.doc.text[match.end() :].split()):
            continue  # "Northerners: 547.": a tally
        span = block.doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
        if span is not None:
            names[match.group(1)] += 1
            found[index] = (span.start, span.end - 1, block.start + match.end())
    return found if len(found) >= THRESHOLDS.transcript_labels and max(names.values()) > 1 else {}
