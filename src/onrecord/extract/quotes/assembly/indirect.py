"""Reported drafts: statements told in the page's own words, made into drafts of quotes.

In: a page, its scenes (blocks with their cues) and its cast. Out: indirect and mixed drafts, and direct ones where all
that is ascribed stands in marks. Out of scope: words in marks that are attributed (`onrecord.extract.quotes.assembly.direct`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.quotes.assembly.block_context import Attribution, BlockContext
from onrecord.extract.quotes.assembly.candidates import QuoteCandidate
from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.attitudes.nominal_cues import iter_nominal_cues
from onrecord.extract.quotes.attitudes.private_states import iter_private_states
from onrecord.extract.quotes.content.complement_clauses import find_reported_content
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.labels import ROOT_LABELS
from onrecord.extract.quotes.en.punctuation import OPENING_QUOTE_TOKENS
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex
from onrecord.extract.quotes.speakers.source_kinds import find_relaying_outlet, may_be_source
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.records import Block, Page, Part

_MARKS = "“”„‟\"«»‘’‚'‛ \t\n"


def iter_reported_candidates(
    page: Page, scenes: Sequence[BlockContext], cast: AntecedentIndex
) -> Iterator[QuoteCandidate]:
    """Yield the indirect and mixed quotes: clauses that a cue reports."""
    for scene in scenes:
        through: dict[int, Part] = {}
        for cue in scene.cues:
            if cue.is_prepositional and (inner := _find_inner_cue(scene, cue)) is not None:
                part = _read_source_part(page, scene.block, cue)
                if part is not None:
                    through[inner.first] = part
        for cue in scene.cues:
            spans = _extend_over_quoted(
                scene, find_reported_content(scene.block.doc, cue, scene.cues)
            )
            if not spans or (cue.is_prepositional and _find_inner_cue(scene, cue) is not None):
                continue
            draft = _build_reported_candidate(page, scene, cue, spans)
            if draft is None:
                continue
            told = find_relaying_outlet(page, scene.block, cue.addressee, cast)
            draft.via = [part for part in (through.get(cue.first), told) if part is not None]
            yield draft


def iter_attitude_candidates(
    page: Page, scenes: Sequence[BlockContext], drafts: Sequence[QuoteCandidate]
) -> Iterator[QuoteCandidate]:
    """Yield what is ascribed by other words than a clause that a verb of saying reports."""
    told = {(d.attribution.block.start, d.attribution.cue.first) for d in drafts if d.attribution}
    for scene in scenes:
        start = scene.block.start
        taken = frozenset(first for begin, first in told if begin == start)
        by_nouns = list(iter_nominal_cues(scene.block.doc, scene.quoted))
        taken |= {found.cue.first for found in by_nouns}
        for found in (*by_nouns, *iter_private_states(scene.block.doc, scene.quoted, taken)):
            yield _build_attitude_candidate(page, scene, found)


def _build_attitude_candidate(
    page: Page, scene: BlockContext, found: AttitudeMatch
) -> QuoteCandidate:
    block, cue = scene.block, found.cue
    edges = [cue.first, cue.last, *(cue.source or ())]
    start, end = block.span_of(block.doc[min(edges)], block.doc[max(edges)])
    spans = _extend_over_quoted(scene, found.spans)
    tokens = [index for first, last in spans for index in range(first, last + 1)]
    parts = [block.span_of(block.doc[first], block.doc[last]) for first, last in spans]
    words = [index for index in tokens if block.doc[index].text.strip(_MARKS)]
    kind = "indirect"
    if any(index in scene.quoted for index in words):
        kind = "direct" if all(index in scene.quoted for index in words) else "mixed"
        parts = [_extend_over_marks(page, block, part) for part in parts]
    attribution = Attribution(block, cue, cue.head, cue.source, start, end)
    return QuoteCandidate(parts, parts[-1][1], attribution, kind)


def _extend_over_quoted(scene: BlockContext, spans: TokenSpans) -> TokenSpans:
    """Return the spans, the last up to the end of quoted words that go on where a parse ended it."""
    if not spans:
        return spans
    doc, (first, last) = scene.block.doc, spans[-1]
    begin = last + 1
    if begin < len(doc) and doc[begin].text in OPENING_QUOTE_TOKENS:
        begin += 1
    if last in scene.quoted or begin not in scene.quoted or doc[begin].sent != doc[last].sent:
        return spans
    while begin + 1 in scene.quoted:
        begin += 1
    return (*spans[:-1], (first, begin))


def _find_inner_cue(scene: BlockContext, cue: Cue) -> Cue | None:
    """Return the cue of the sentence's own statement that an "according to" passes on, or None."""
    sentence = scene.block.doc[cue.first].sent
    for other in scene.cues:
        if (
            other is cue
            or other.is_prepositional
            or not sentence.start <= other.first < sentence.end
        ):
            continue
        if other.source is not None and scene.block.doc[other.first].dep_ in ROOT_LABELS:
            return other
    return None


def _build_reported_candidate(
    page: Page, scene: BlockContext, cue: Cue, spans: tuple[tuple[int, int], ...]
) -> QuoteCandidate | None:
    block = scene.block
    outside = [
        token
        for first, last in spans
        for token in block.doc[first : last + 1]
        if token.i not in scene.quoted and token.text.strip(_MARKS) and not token.is_punct
    ]
    named = bool(scene.quoted) and all(token.tag_ in PROPER_NOUN_TAGS for token in outside)
    if (
        len(outside) < THRESHOLDS.reported_words
        or named
        or (cue.source is None and not cue.is_prepositional)
    ):
        return None
    if cue.head is not None and not may_be_source(cue.head, cue.lemma):
        return None
    edges = [cue.first, cue.last, *(cue.source or ())]
    start, end = block.span_of(block.doc[min(edges)], block.doc[max(edges)])
    attribution = Attribution(block, cue, cue.head, cue.source, start, end)
    parts = [block.span_of(block.doc[first], block.doc[last]) for first, last in spans]
    has_marks = any(
        token in scene.quoted for first, last in spans for token in range(first, last + 1)
    )
    kind = "mixed" if has_marks else "indirect"
    parts = [_extend_over_marks(page, block, part) for part in parts] if has_marks else parts
    return QuoteCandidate(parts, parts[-1][1], attribution, kind)


def _extend_over_marks(page: Page, block: Block, part: tuple[int, int]) -> tuple[int, int]:
    """Return the part with a mark that opens just before or closes just after words inside it."""
    start, end = part
    if start > block.start and page.text[start - 1] in '“"«„' and page.text[start] not in _MARKS:
        start -= 1
    if end < block.zone.end and page.text[end] in '”"»' and page.text[end - 1] not in '”"»':
        end += 1
    return start, end


def _read_source_part(page: Page, block: Block, cue: Cue) -> Part | None:
    if cue.source is None:
        return None
    return page.part(*block.span_of(block.doc[cue.source[0]], block.doc[cue.source[1]]))
