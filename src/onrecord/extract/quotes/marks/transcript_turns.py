"""Transcript turns: paragraphs that open with who speaks and a colon, without quotation marks ("HALE: We will stay.").

In: a page's blocks. Out: `TranscriptTurn`s by block. Out of scope: a single label, which may be a heading
("Update: …"), and words in marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.nouns import LABEL_HEADINGS
from onrecord.extract.quotes.en.patterns import INTERVIEW_MENTION, PRONOUN_BEFORE
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.syntax.tag_sets import FINITE_TAGS, PERSON_LABELS

if TYPE_CHECKING:
    from spacy.tokens import Span

    from onrecord.records import Block

_LABEL = re.compile(
    r"^((?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|the|de|van)){0,4}):\s+(?=[\w“\"‘'])"
)
_TURN_KINDS = {"q": "question", "question": "question", "a": "answer", "answer": "answer"}


@dataclass(frozen=True, slots=True)
class TranscriptTurn:
    """A paragraph of a transcript: its label, the label's tokens, and where its words begin (code point of the page's text)."""

    name: str
    label: Span
    words_start: int


def classify_turn_label(label: str) -> str | None:
    """Return "question" or "answer" for a label that only counts the turns ("Q", "A"), else None."""
    return _TURN_KINDS.get(label.strip(".: ").lower())


def iter_interview_mentions(block: Block) -> Iterator[int]:
    """Yield the code points of the page's text after which a block names whom it interviews ("talks to the poet Ann Hale")."""
    text = block.doc.text
    for match in INTERVIEW_MENTION.finditer(text):
        if not PRONOUN_BEFORE.search(
            text[: match.start()]
        ):  # "She spoke to Ann Hale": Hale wrote it
            yield block.start + match.end()


def find_transcript_turns(blocks: Sequence[Block], text: str) -> dict[int, TranscriptTurn]:
    """Return the turns of a transcript by the index of their block.

    Empty where too few paragraphs have a label, no label occurs twice, or most hold no sentence: fields of a list
    ("Where: the quay").
    """
    turns: dict[int, TranscriptTurn] = {}
    counts: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        opening = text[block.start : block.start + THRESHOLDS.label_chars]
        if block.zone.role != "body" or ":" not in opening:
            continue
        turn = _find_turn(block)
        if turn is not None:
            counts[turn.name] += 1
            turns[index] = turn
    if len(turns) < THRESHOLDS.transcript_labels or max(counts.values()) < 2:
        return {}
    sentences = sum(_has_sentence(blocks[index], turn) for index, turn in turns.items())
    return turns if sentences * 2 >= len(turns) else {}


def _has_sentence(block: Block, turn: TranscriptTurn) -> bool:
    """Return whether a finite verb follows the label."""
    return any(token.tag_ in FINITE_TAGS for token in block.doc[turn.label.end :])


def _may_name_speaker(label: Span) -> bool:
    """Return whether a label may be who speaks: a name, a role, capitals, "Q"; no ordinary word, and no salutation ("Dear Ann")."""
    words = [token.text for token in label if token.is_alpha]
    if not words or words[0].lower() == "dear":
        return False
    last = words[-1].lower()
    is_person = (
        label.text.isupper()
        or last in PERSON_ROLES
        or any(token.ent_type_ in PERSON_LABELS for token in label)
    )
    return is_person or classify_turn_label(label.text) is not None or not is_common_word(last)


def _find_turn(block: Block) -> TranscriptTurn | None:
    """Return the turn that the block's label opens, or None for a heading or a list of numbers ("Northerners: 547.")."""
    match = _LABEL.match(block.doc.text)
    if match is None or match.group(1).lower() in LABEL_HEADINGS:
        return None
    if not any(word[:1].isalpha() for word in block.doc.text[match.end() :].split()):
        return None
    label = block.doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
    if label is None or not _may_name_speaker(label):
        return None
    return TranscriptTurn(match.group(1), label, block.start + match.end())
