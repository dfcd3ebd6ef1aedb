"""Speaker labels: who a label or a signature beside words in marks says them, without a verb.

In: quoted words and their block. Out: the label's `SourcePhrase`. Out of scope: cues (`onrecord.extract.quotes.assembly.attribution`).

“We will stay” – harbour mayor; Minister: “We will stay”; One docker, who asked not to be named: “…”; ‘We were never
asked’: nurses on the ward that closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.function_words import TOPIC_PREPOSITIONS
from onrecord.extract.quotes.en.patterns import LABEL_LEAD_IN
from onrecord.extract.quotes.marks.scare_quotes import is_like_title
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.names import ORGANISATION_WORDS
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.tag_sets import (
    FINITE_TAGS,
    PERSON_LABELS,
    PROPER_NOUN_TAGS,
    RELATIVE_PRONOUN_TAGS,
)
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Span

    from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
    from onrecord.records import Block

SPEAKER_LABELS = PERSON_LABELS | {"ORG"}
"""Labels of named entities that speak."""
_LABEL_BEFORE = re.compile(r"(?:^|\s[-–—]\s*|[.!?][”\"’']?\s+)([^:.!?“\"‘–—]{3,60}):\s*$")
_SIGNATURE = re.compile(r"^\s*[-–—]{1,2}\s*([^.!?“”\"]{3,90})\.?\s*$")
_LABEL_AFTER = re.compile(r"^\s*:\s*([^.!?:“”\"]{3,90})\s*$")

LabelPattern = Callable[["QuotedSpan", "Block", str], SourcePhrase | None]


def find_speaker_label(quoted: QuotedSpan, block: Block, text: str) -> SourcePhrase | None:
    """Return who a signature or label beside the quoted words names, by the first pattern that applies, or None."""
    labels = (find(quoted, block, text) for find in LABEL_PATTERNS)
    return next((label for label in labels if label is not None), None)


def build_label(span: Span, pattern: str) -> SourcePhrase:
    """Return the tokens of a label as a source's phrase."""
    return SourcePhrase(span.root, TokenSpan(span.start, span.end), pattern)


def _find_signature(quoted: QuotedSpan, block: Block, text: str) -> SourcePhrase | None:
    """Return the name that signs the quotation after a dash ("“…” — Ann Hale, engineer"), or None."""
    span = _find_span_after(_SIGNATURE, quoted, block, text)
    if span is None:
        return None
    is_alone = not text[block.start : quoted.start].strip()
    is_short = len(span) <= THRESHOLDS.role_label_words
    is_role = is_alone and is_short and span.root.lemma_.lower() in PERSON_ROLES
    is_described_name = is_alone and span[-1].tag_ == "NNP" and span[0].tag_ == "DT"
    if not (is_role or is_described_name or span[0].tag_ == "NNP"):
        return None
    return build_label(span, pattern_names.SIGNATURE)


def _find_label_after_colon(quoted: QuotedSpan, block: Block, text: str) -> SourcePhrase | None:
    """Return who spoke, after a headline's colon ("‘We were never asked’: nurses on the ward"), or None."""
    if text[block.start : quoted.start].strip() or is_like_title(quoted, text):
        return None
    span = _find_span_after(_LABEL_AFTER, quoted, block, text)
    end = _find_topic_start(span) if span is not None else 0
    if span is None or end <= span.start:
        return None
    label = block.doc[span.start : end]
    if any(token.tag_ in FINITE_TAGS for token in label):
        return None
    head = label.root
    forms = {head.lemma_.lower(), head.lower_.removesuffix("s")}
    names_somebody = head.tag_ == "NNP" or bool(forms & (PERSON_ROLES | COLLECTIVE))
    return build_label(label, pattern_names.LABEL) if names_somebody else None


def _find_label_before(quoted: QuotedSpan, block: Block, text: str) -> SourcePhrase | None:
    """Return who a label before a colon names ("Minister: “We will stay”"), or None."""
    match = _LABEL_BEFORE.search(text[block.start : quoted.start])
    if match is None:
        return None
    lead_in = LABEL_LEAD_IN.match(match[1])
    start = match.start(1) + (lead_in.end() if lead_in and lead_in["sender"] else 0)
    span = block.doc.char_span(start, match.end(1), alignment_mode="contract")
    if span is None or not _is_name_of_speaker(span):
        return None
    end = span.end
    if span[0].tag_ == "NNP" and not match.start():
        end = _find_topic_start(span)
    return build_label(
        block.doc[span.start : end] if end > span.start else span, pattern_names.LABEL
    )


def find_label_line(block: Block) -> SourcePhrase | None:
    """Return who a paragraph names that ends with a colon and has no verb ("And from Director Holt:"), or None."""
    text = block.doc.text.rstrip()
    lead_in = LABEL_LEAD_IN.match(text)
    if not text.endswith(":") or text.count(":") > 1 or lead_in is None:
        return None
    span = block.doc.char_span(lead_in.end(), len(text) - 1, alignment_mode="contract")
    if span is None or not 0 < len(span) <= THRESHOLDS.label_line_tokens:
        return None
    is_clause = any(token.tag_ in FINITE_TAGS for token in span[: _find_relative(span)])
    if is_clause or not _is_somebody(span, has_sender=lead_in["sender"] is not None):
        return None
    return build_label(span, pattern_names.LABEL)


def _find_relative(span: Span) -> int:
    """Return the place in the span of a relative pronoun, or its length."""
    return next(
        (n for n, token in enumerate(span) if token.tag_ in RELATIVE_PRONOUN_TAGS), len(span)
    )


def _is_somebody(span: Span, *, has_sender: bool) -> bool:
    """Return whether the label names a person or body: by the recogniser, by a role or a kind of body, or as a sender's name."""
    head = span[: _find_relative(span)].root if _find_relative(span) else span.root
    forms = {head.lemma_.lower(), head.lower_.removesuffix("s")}
    if forms & (PERSON_ROLES | COLLECTIVE) or head.ent_type_ in SPEAKER_LABELS:
        return True
    if head.tag_ not in PROPER_NOUN_TAGS:
        return has_sender and is_animate(head)
    is_body = head.text in ORGANISATION_WORDS
    return has_sender or is_body or any(token.ent_type_ in SPEAKER_LABELS for token in span)


def _is_name_of_speaker(span: Span) -> bool:
    lemma = span.root.lemma_.lower()
    if span.root.tag_ in PROPER_NOUN_TAGS or lemma in PERSON_ROLES or lemma in DOCUMENTS:
        return True
    return any(token.lower_ == "who" for token in span)


def _find_name_before_colon(quoted: QuotedSpan, block: Block, text: str) -> SourcePhrase | None:
    """Return a name right before the colon before the quotation ("It did not surprise Ann Hale: “…"), or None."""
    doc = block.doc
    colons = (t.i for t in reversed(doc) if block.at(t) < quoted.start and t.text == ":")
    colon = next(colons, 0)
    if colon < 2 or text[block.at(doc[colon]) + 1 : quoted.start].strip():
        return None
    start = colon
    while start > 0 and doc[start - 1].tag_ in PROPER_NOUN_TAGS:
        start -= 1
    if start >= colon - 1:
        return None
    return build_label(doc[start:colon], pattern_names.NAME_BEFORE_COLON)


LABEL_PATTERNS: tuple[LabelPattern, ...] = (
    _find_signature,
    _find_label_after_colon,
    _find_label_before,
    _find_name_before_colon,
)
"""Tried in order."""


def _find_span_after(
    pattern: re.Pattern[str], quoted: QuotedSpan, block: Block, text: str
) -> Span | None:
    """Return the tokens of the pattern's group where it matches right after the quotation, or None."""
    match = pattern.match(text[quoted.end : block.zone.end])
    if match is None:
        return None
    start = quoted.end - block.start
    return block.doc.char_span(
        start + match.start(1), start + match.end(1), alignment_mode="contract"
    )


def _find_topic_start(span: Span) -> int:
    """Return the token where a headline's label turns to what is spoken of ("Penn on early mornings"), or the span's end."""
    return next((token.i for token in span if token.lower_ in TOPIC_PREPOSITIONS), span.end)
