"""Name labels: who a label or a signature beside words in marks says them, without a verb.

In: quoted words and their block. Out: the label's (first, last) tokens. Out of scope: cues (`onrecord.extract.quotes.assembly.attribution`).

“We will stay” – harbour mayor; Minister: “We will stay”; One docker, who asked not to be named: “…”; ‘We were never
asked’: nurses on the ward that closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import TOPIC_PREPOSITIONS
from onrecord.extract.quotes.marks.scare_quotes import is_like_title
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.tag_sets import FINITE_TAGS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Span

    from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
    from onrecord.records import Block

_LABEL_BEFORE = re.compile(r"(?:^|\s[-–—]\s*|[.!?][”\"’']?\s+)([^:.!?“\"‘–—]{3,60}):\s*$")
_SIGNATURE = re.compile(r"^\s*[-–—]{1,2}\s*([^.!?“”\"]{3,90})\.?\s*$")
_LABEL_AFTER = re.compile(r"^\s*:\s*([^.!?:“”\"]{3,90})\s*$")


def find_speaker_label(quoted: QuotedSpan, block: Block, text: str) -> tuple[int, int] | None:
    """Return the (first, last) tokens of a headline's label: "Minister: “We will stay”", or None."""
    if (
        signed := _find_signature(block, quoted, text)
        or _find_label_after_colon(block, quoted, text)
    ) is not None:
        return signed
    match = _LABEL_BEFORE.search(text[block.start : quoted.start])
    if match is None:
        return _find_name_before_colon(block, quoted, text)
    span = block.doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
    if span is None:
        return None
    lemma = span.root.lemma_.lower()
    named = span.root.tag_ in PROPER_NOUN_TAGS or lemma in PERSON_ROLES or lemma in DOCUMENTS
    named = named or any(token.lower_ == "who" for token in span)
    if not named:
        return _find_name_before_colon(block, quoted, text)
    about = _find_topic_start(span) if span[0].tag_ == "NNP" and not match.start() else span.end
    return (span.start, (about if about > span.start else span.end) - 1)


def _find_signature(block: Block, quoted: QuotedSpan, text: str) -> tuple[int, int] | None:
    """Return the tokens of a name that signs the quotation after a dash ("“…” — Ann Hale, engineer"), or None."""
    match = _SIGNATURE.match(text[quoted.end : block.zone.end])
    span = _find_span_after(block, quoted, match)
    if span is None:
        return None
    alone = not text[block.start : quoted.start].strip()
    role = (
        alone
        and len(span) <= THRESHOLDS.role_label_words
        and span.root.lemma_.lower() in PERSON_ROLES
    )
    name = span[0].tag_ == "NNP" or (alone and span[-1].tag_ == "NNP" and span[0].tag_ == "DT")
    return (span.start, span.end - 1) if name or role else None


def _find_label_after_colon(block: Block, quoted: QuotedSpan, text: str) -> tuple[int, int] | None:
    """Return the tokens of who spoke, after a headline's colon ("‘We were never asked’: nurses on the ward"), or None."""
    match = _LABEL_AFTER.match(text[quoted.end : block.zone.end])
    if text[block.start : quoted.start].strip() or is_like_title(quoted, text):
        return None
    span = _find_span_after(block, quoted, match)
    if span is None:
        return None
    about = _find_topic_start(span)
    if any(token.tag_ in FINITE_TAGS for token in block.doc[span.start : about]):
        return None
    head = block.doc[span.start : about].root if about > span.start else span.root
    speaks = head.tag_ == "NNP" or bool(
        {head.lemma_.lower(), head.lower_.removesuffix("s")} & (PERSON_ROLES | COLLECTIVE)
    )
    return (span.start, about - 1) if speaks and about > span.start else None


def _find_span_after(block: Block, quoted: QuotedSpan, match: re.Match[str] | None) -> Span | None:
    """Return the tokens of the first group of a match that begins where the quotation ends, or None."""
    if match is None:
        return None
    start = quoted.end - block.start
    return block.doc.char_span(
        start + match.start(1), start + match.end(1), alignment_mode="contract"
    )


def _find_topic_start(span: Span) -> int:
    """Return the token where a headline's label goes on with what is spoken of ("Penn on early mornings")."""
    return next((token.i for token in span if token.lower_ in TOPIC_PREPOSITIONS), span.end)


def _find_name_before_colon(block: Block, quoted: QuotedSpan, text: str) -> tuple[int, int] | None:
    """Return the tokens of a name right before the colon before the quotation ("It did not surprise Ann Hale: “…")."""
    doc = block.doc
    last = next((t.i for t in reversed(doc) if block.at(t) < quoted.start and t.text == ":"), 0) - 1
    if last < 1 or text[block.at(doc[last + 1]) + 1 : quoted.start].strip():
        return None
    first = last + 1
    while first > 0 and doc[first - 1].tag_ in PROPER_NOUN_TAGS:
        first -= 1
    return (first, last) if last > first else None
