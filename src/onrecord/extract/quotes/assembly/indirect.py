"""Reported candidates: statements in the page's own words, and attitudes.

In: a page, the contexts of its blocks, and its antecedents. Out: indirect and mixed candidates, and direct ones where all
that is attributed is in marks. Out of scope: words in marks that are attributed (`onrecord.extract.quotes.assembly.direct`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.quotes.assembly.block_context import (
    BlockContext,
    build_attribution,
    locate_span,
)
from onrecord.extract.quotes.assembly.candidates import QuoteCandidate
from onrecord.extract.quotes.assembly.quote_kinds import INDIRECT, MIXED, classify_kind
from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.nominal_cues import iter_nominal_cues
from onrecord.extract.quotes.attitudes.private_states import iter_private_states
from onrecord.extract.quotes.content.complement_clauses import find_reported_content
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.labels import ROOT_LABELS
from onrecord.extract.quotes.en.punctuation import OPENING_QUOTE_TOKENS
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex
from onrecord.extract.quotes.speakers.source_resolution import find_relaying_outlet, may_be_source
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records import Block, Page, Part

_MARKS = "“”„‟\"«»‘’‚'`‛ \t\n"
"""Quotation marks and blanks."""


def iter_reported_candidates(
    page: Page, contexts: Sequence[BlockContext], index: AntecedentIndex
) -> Iterator[QuoteCandidate]:
    """Yield the indirect and mixed quotes: clauses that a cue reports."""
    for context in contexts:
        relays = _find_relays(page, context)
        for cue in context.cues:
            spans = find_reported_content(context.block.doc, cue, context.cues)
            spans = _extend_over_quoted(context, spans)
            spans = tuple(span for span in spans if not _is_next_quotation(context, cue, span))
            if not spans or (cue.is_prepositional and _find_inner_cue(context, cue) is not None):
                continue
            candidate = _build_reported_candidate(page, context, cue, spans)
            if candidate is None:
                continue
            outlet = find_relaying_outlet(page, context.block, cue.addressee, index)
            via = (relays.get(cue.start), outlet)
            candidate.via = [part for part in via if part is not None]
            yield candidate


def _find_relays(page: Page, context: BlockContext) -> dict[int, Part]:
    """Return who passes on the statement of a cue, by the cue's first token: "According to a release, Holt said that …"."""
    relays: dict[int, Part] = {}
    for cue in context.cues:
        inner = _find_inner_cue(context, cue) if cue.is_prepositional else None
        if inner is not None and cue.source is not None:
            relays[inner.start] = page.part(*locate_span(context.block, cue.source.span))
    return relays


def iter_attitude_candidates(
    page: Page, contexts: Sequence[BlockContext], candidates: Sequence[QuoteCandidate]
) -> Iterator[QuoteCandidate]:
    """Yield what is attributed by other words than those of `candidates`: by verbs of attitude, nouns and adjectives."""
    reported = {
        (candidate.attribution.block.start, candidate.attribution.cue.start)
        for candidate in candidates
        if candidate.attribution is not None
    }
    for context in contexts:
        block = context.block
        known = frozenset(token for start, token in reported if start == block.start)
        nominal = list(iter_nominal_cues(block.doc, context.quoted))
        known |= {match.cue.start for match in nominal}
        for match in (*nominal, *iter_private_states(block.doc, context.quoted, known)):
            yield _build_attitude_candidate(page, context, match)


def _build_attitude_candidate(
    page: Page, context: BlockContext, match: AttitudeMatch
) -> QuoteCandidate:
    """Return the candidate of an attitude: direct where all its words are in marks, mixed where some are."""
    block = context.block
    attribution = build_attribution(block, match.cue, match.cue.source)
    spans = _extend_over_quoted(context, match.spans)
    parts = [locate_span(block, span) for span in spans]
    are_quoted = [
        token.i in context.quoted
        for start, end in spans
        for token in block.doc[start:end]
        if token.text.strip(_MARKS)
    ]
    kind = classify_kind(are_quoted)
    if kind != INDIRECT:
        parts = [_extend_over_marks(page, block, part) for part in parts]
    return QuoteCandidate(parts, parts[-1][1], attribution, kind)


def _extend_over_quoted(context: BlockContext, spans: TokenSpans) -> TokenSpans:
    """Return the spans, the last up to the end of quoted words that continue where the parse ended it."""
    if not spans:
        return spans
    doc, (start, end) = context.block.doc, spans[-1]
    following = end
    if following < len(doc) and doc[following].text in OPENING_QUOTE_TOKENS:
        following += 1
    if end - 1 in context.quoted or following not in context.quoted:
        return spans
    if doc[following].sent != doc[end - 1].sent:
        return spans
    while following in context.quoted:
        following += 1
    return (*spans[:-1], TokenSpan(start, following))


def _is_next_quotation(context: BlockContext, cue: Cue, span: TokenSpan) -> bool:
    """Return whether the span begins with words in marks after the end of the cue's sentence, which the parse did not see."""
    doc, before = context.block.doc, span.start
    while before < span.end and doc[before].text in OPENING_QUOTE_TOKENS:
        before += 1
    if before not in context.quoted or span.start < cue.end:
        return False
    before = span.start - 1
    while before > cue.start and doc[before].text in OPENING_QUOTE_TOKENS:
        before -= 1
    return doc[before].text in SENTENCE_END_MARKS


def _find_inner_cue(context: BlockContext, cue: Cue) -> Cue | None:
    """Return the cue of the sentence's own statement that an "according to" passes on, or None."""
    doc = context.block.doc
    sentence = doc[cue.start].sent
    for other in context.cues:
        is_here = sentence.start <= other.start < sentence.end
        if other is cue or other.is_prepositional or not is_here:
            continue
        if other.source is not None and doc[other.start].dep_ in ROOT_LABELS:
            return other
    return None


def _build_reported_candidate(
    page: Page, context: BlockContext, cue: Cue, spans: TokenSpans
) -> QuoteCandidate | None:
    """Return the candidate of a reported clause: mixed where some of it is in marks; None where no clause or no source is there."""
    source = cue.source
    if source is None and not cue.is_prepositional:
        return None
    if source is not None and not may_be_source(source.head, cue.lemma):
        return None
    if not _has_own_words(context, spans):
        return None
    block = context.block
    parts = [locate_span(block, span) for span in spans]
    kind = INDIRECT
    if any(index in context.quoted for start, end in spans for index in range(start, end)):
        kind = MIXED
        parts = [_extend_over_marks(page, block, part) for part in parts]
    return QuoteCandidate(parts, parts[-1][1], build_attribution(block, cue, source), kind)


def _has_own_words(context: BlockContext, spans: TokenSpans) -> bool:
    """Return whether enough words of the spans are outside quotation marks, and not all are names beside quoted ones."""
    outside = [
        token
        for start, end in spans
        for token in context.block.doc[start:end]
        if token.i not in context.quoted and token.text.strip(_MARKS) and not token.is_punct
    ]
    if len(outside) < THRESHOLDS.reported_words:
        return False
    return not context.quoted or any(token.tag_ not in PROPER_NOUN_TAGS for token in outside)


def _extend_over_marks(page: Page, block: Block, part: tuple[int, int]) -> tuple[int, int]:
    """Return the part with a mark that opens right before or closes right after words inside it."""
    start, end = part
    if start > block.start and page.text[start - 1] in '“"«„' and page.text[start] not in _MARKS:
        start -= 1
    if end < block.zone.end and page.text[end] in '”"»' and page.text[end - 1] not in '”"»':
        end += 1
    return start, end
