"""Quotes: who is said to have said what, in whose words, and through whom.

In: a page, its parse, its entities. Out: direct, indirect and mixed quotes, each with source, cue and
content, and whether it was said, asked, judged, believed or wanted. Out of scope: scare quotes and titles, comments.

Source: Pareti (2013), "Annotating attribution relations": source, cue, content; direct, indirect, mixed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.quotes.assembly.block_context import BlockContext, locate_span
from onrecord.extract.quotes.assembly.candidates import (
    QuoteCandidate,
    SpanCover,
    drop_embedded_candidates,
    extend_over_own_marks,
    extend_over_unit,
    is_after_colon,
    merge_by_cue,
)
from onrecord.extract.quotes.assembly.direct import (
    iter_announced_candidates,
    iter_direct_candidates,
    iter_transcript_candidates,
)
from onrecord.extract.quotes.assembly.indirect import (
    iter_attitude_candidates,
    iter_reported_candidates,
)
from onrecord.extract.quotes.assembly.quote_kinds import DIRECT
from onrecord.extract.quotes.cues.cue_span import find_cue_span
from onrecord.extract.quotes.cues.detection import iter_cues
from onrecord.extract.quotes.cues.positional_cues import iter_positional_cues
from onrecord.extract.quotes.en.function_words import HE_OR_SHE
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan, find_quoted_spans
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex
from onrecord.extract.quotes.speakers.source_resolution import build_source, find_relaying_outlet
from onrecord.language.en.attribution_cues import GOING_ON
from onrecord.records import Block, Page, Parse, Part, Quote, Records, Source
from onrecord.records.ids import build_content_id

NAME = "quotes@6"


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the quotes of `page`, in order of text."""
    quoted = find_quoted_spans(parse.blocks)
    parts_by_block = _group_by_block(parse.blocks, quoted)
    contexts = [
        _build_block_context(block, parts_by_block[number])
        for number, block in enumerate(parse.blocks)
    ]
    quoted_parts = [part for span in quoted for part in span.parts]
    index = AntecedentIndex.build(found.entities, found.mentions, parse.blocks, quoted_parts)
    candidates = _collect_candidates(page, parse, contexts, quoted, index)
    candidates.sort(key=lambda candidate: (min(candidate.parts), candidate.kind))
    earlier: list[tuple[int, str]] = []
    quotes = [_resolve_quote(page, parse, candidate, index, earlier) for candidate in candidates]
    return Records(quotes=tuple(sorted(quotes, key=lambda quote: (quote.evidence.start, quote.id))))


def _collect_candidates(
    page: Page,
    parse: Parse,
    contexts: Sequence[BlockContext],
    quoted: Sequence[QuotedSpan],
    index: AntecedentIndex,
) -> list[QuoteCandidate]:
    """Return the candidates of the page: reported ones, attitudes, words in marks, announced paragraphs, transcripts."""
    candidates = list(iter_reported_candidates(page, contexts, index))
    candidates += iter_attitude_candidates(page, contexts, candidates)
    cover = SpanCover(span for candidate in candidates for span in candidate.parts)
    free = [span for span in quoted if not cover.has_span(span.start, span.end - 1)]
    direct = list(iter_direct_candidates(page, contexts, free, candidates))
    candidates = merge_by_cue(drop_embedded_candidates(candidates), direct, page.text)
    candidates += iter_announced_candidates(page, contexts, candidates)
    candidates += iter_transcript_candidates(page, parse.blocks, candidates, index)
    return candidates


def _group_by_block(
    blocks: Sequence[Block], quoted: Sequence[QuotedSpan]
) -> list[list[tuple[int, int]]]:
    """Return the quoted parts that begin in each block."""
    parts_by_block: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for span in quoted:
        for number in range(span.first_block, span.last_block + 1):
            block = blocks[number]
            parts_by_block[number] += [
                part for part in span.parts if block.start <= part[0] < block.zone.end
            ]
    return parts_by_block


def _build_block_context(block: Block, quoted_parts: Sequence[tuple[int, int]]) -> BlockContext:
    """Return the block with its quoted tokens and its cues."""
    quoted = _find_quoted_tokens(block, quoted_parts)
    cues = tuple(iter_cues(block.doc, quoted))
    last_word = next((token.text for token in reversed(block.doc) if not token.is_space), "")
    beside_quotes = cues
    if quoted or last_word.endswith(":"):
        known = frozenset(cue.start for cue in cues)
        beside_quotes = (*cues, *iter_positional_cues(block.doc, quoted, known))
    ordered = tuple(sorted(beside_quotes, key=lambda cue: cue.start))
    return BlockContext(block, quoted, cues, ordered)


def _find_quoted_tokens(block: Block, quoted_parts: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the indices of the block's tokens that begin in quoted parts."""
    if not quoted_parts:
        return frozenset()
    places = [block.at(token) for token in block.doc]
    return frozenset(
        index
        for start, end in quoted_parts
        for index in range(bisect_left(places, start), bisect_left(places, end))
    )


def _resolve_quote(
    page: Page,
    parse: Parse,
    candidate: QuoteCandidate,
    index: AntecedentIndex,
    earlier: list[tuple[int, str]],
) -> Quote:
    """Return the candidate as a quote, its source resolved; `earlier` are the sources before it, and gains its own."""
    cue = _find_cue_part(page, candidate)
    if candidate.attribution is not None and candidate.attribution.source is not None:
        _resolve_source(page, candidate, index, earlier, has_cue=cue is not None)
    elif candidate.same_as is not None:
        candidate.source = candidate.same_as.source
    if candidate.source is not None and candidate.source.entity is not None:
        earlier.append((candidate.source.start, candidate.source.entity))
    return _build_quote(page, parse, candidate, cue)


def _find_cue_part(page: Page, candidate: QuoteCandidate) -> Part | None:
    """Return the words of the cue, or None where a label or nothing attributes."""
    attribution = candidate.attribution
    if attribution is None or not attribution.cue.lemma:
        return None
    span = find_cue_span(attribution.block.doc, attribution.cue)
    return page.part(*locate_span(attribution.block, span))


def _resolve_source(
    page: Page,
    candidate: QuoteCandidate,
    index: AntecedentIndex,
    earlier: Sequence[tuple[int, str]],
    *,
    has_cue: bool,
) -> None:
    """Store who the candidate is attributed to, and who passes it on."""
    attribution = candidate.attribution
    assert attribution is not None
    assert attribution.source is not None
    mentions = (m for part in candidate.parts for m in index.list_mentions(*part))
    index = replace(index, excluded=frozenset(mention.entity for mention in mentions))
    source = build_source(page, attribution.block, attribution.source, index, earlier)
    if not candidate.via:
        addressee = attribution.cue.addressee
        outlet = find_relaying_outlet(page, attribution.block, addressee, index)
        candidate.via = [outlet] if outlet is not None else []
    if has_cue and attribution.cue.lemma in GOING_ON and source.text.lower() in HE_OR_SHE:
        source = _resolve_last_speaker(index, source, earlier)
    candidate.source, candidate.source_pattern = source, attribution.source.pattern


def _resolve_last_speaker(
    index: AntecedentIndex, source: Source, earlier: Sequence[tuple[int, str]]
) -> Source:
    """Return the source of "he went on": who spoke last, if the pronoun fits, else as it is."""
    last = index.find_last_speaker(source.text, source.start, earlier)
    return replace(source, kind="named", entity=last) if last is not None else source


def _is_negated(candidate: QuoteCandidate, text: str) -> bool:
    """Return whether the attribution says that nothing was said; words in marks after a colon were."""
    if candidate.attribution is None or not candidate.attribution.cue.negated:
        return False
    return not (candidate.kind == "direct" and is_after_colon(candidate, text))


def _build_quote(page: Page, parse: Parse, candidate: QuoteCandidate, cue: Part | None) -> Quote:
    """Return the record; its evidence runs from the first to the last of its words."""
    spans = [extend_over_unit(span, page.text) for span in sorted(candidate.parts)]
    if candidate.kind != DIRECT:
        spans = [extend_over_own_marks(span, page.text) for span in spans]
    content = tuple(page.part(*span) for span in spans)
    spans += [(part.start, part.end) for part in candidate.via]
    spans += [(cue.start, cue.end)] if cue else []
    if candidate.source is not None and candidate.same_as is None:
        spans.append((candidate.source.start, candidate.source.end))
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    block = parse.block_at(content[0].start)
    words = [[part.start, part.end] for part in content]
    attribution, kind = candidate.attribution, candidate.kind
    return Quote(
        id=build_content_id("q", page.id, start, end, kind, words),
        evidence=page.evidence(start, end, NAME),
        kind=kind,
        content=content,
        cue=cue,
        source=candidate.source,
        via=tuple(candidate.via),
        zone=block.zone.role if block is not None else "body",
        negated=_is_negated(candidate, page.text),
        speech=attribution.cue.speech if attribution and kind != "direct" else "said",
        source_pattern=candidate.source_pattern if candidate.source is not None else None,
    )
