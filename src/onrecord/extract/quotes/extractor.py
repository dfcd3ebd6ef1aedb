"""Quotes: who is said to have said what, in whose words, and through whom.

In: a page, its parse, its entities. Out: direct, indirect and mixed quotes, each with source, cue and
content, and whether it was said, asked, judged, believed or wanted. Out of scope: scare quotes and titles, comments.

Source: Pareti (2013), "Annotating attribution relations": source, cue, content; direct, indirect, mixed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.quotes.assembly.block_context import BlockContext
from onrecord.extract.quotes.assembly.candidates import (
    QuoteCandidate,
    SpanCover,
    drop_embedded_candidates,
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
from onrecord.extract.quotes.cues.cue_span import find_cue_span
from onrecord.extract.quotes.cues.detection import iter_cues
from onrecord.extract.quotes.cues.positional_cues import iter_positional_cues
from onrecord.extract.quotes.en.function_words import HE_OR_SHE
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan, find_quoted_spans
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex
from onrecord.extract.quotes.speakers.source_kinds import build_source, find_relaying_outlet
from onrecord.language.en.cues import GOING_ON
from onrecord.records import Block, Page, Parse, Part, Quote, Records, Source
from onrecord.records.ids import content_id

NAME = "quotes@4"


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the quotes of `page`, in order of text."""
    quoted = find_quoted_spans(parse.blocks)
    by_block = _group_by_block(parse.blocks, quoted)
    scenes = [
        _build_block_context(block, by_block[index]) for index, block in enumerate(parse.blocks)
    ]
    marked = [part for held in quoted for part in held.parts]
    cast = AntecedentIndex.build(found.entities, found.mentions, parse.blocks, marked)
    drafts = list(iter_reported_candidates(page, scenes, cast))
    drafts += iter_attitude_candidates(page, scenes, drafts)
    taken = SpanCover(span for draft in drafts for span in draft.parts)
    free = [held for held in quoted if not taken.has_span(held.start, held.end - 1)]
    drafts = merge_by_cue(
        drop_embedded_candidates(drafts),
        list(iter_direct_candidates(page, scenes, free, drafts)),
        page.text,
    )
    drafts += iter_announced_candidates(page, scenes, drafts)
    drafts += iter_transcript_candidates(page, parse.blocks, scenes, drafts, cast)
    drafts.sort(key=lambda draft: (min(draft.parts), draft.kind))
    speakers: list[tuple[int, str]] = []
    quotes = [_resolve_quote(page, parse, draft, cast, speakers) for draft in drafts]
    return Records(quotes=tuple(sorted(quotes, key=lambda quote: (quote.evidence.start, quote.id))))


def _group_by_block(
    blocks: Sequence[Block], quoted: Sequence[QuotedSpan]
) -> list[list[tuple[int, int]]]:
    """Return the quoted stretches that begin in each block."""
    found: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for held in quoted:
        for index in range(held.first, held.last + 1):
            block = blocks[index]
            found[index] += [p for p in held.parts if block.start <= p[0] < block.zone.end]
    return found


def _build_block_context(block: Block, spans: Sequence[tuple[int, int]]) -> BlockContext:
    inside: frozenset[int] = frozenset()
    if spans:
        places = [block.at(token) for token in block.doc]
        inside = frozenset(
            index
            for start, end in spans
            for index in range(bisect_left(places, start), bisect_left(places, end))
        )
    cues = tuple(iter_cues(block.doc, inside))
    taken = frozenset(cue.first for cue in cues)
    last = next((token.text for token in reversed(block.doc) if not token.is_space), "")
    near = inside or last.endswith(":")
    more = (*cues, *iter_positional_cues(block.doc, inside, taken)) if near else cues
    return BlockContext(block, inside, cues, tuple(sorted(more, key=lambda cue: cue.first)))


def _resolve_quote(
    page: Page,
    parse: Parse,
    draft: QuoteCandidate,
    cast: AntecedentIndex,
    speakers: list[tuple[int, str]],
) -> Quote:
    attribution = draft.attribution
    cue: Part | None = None
    if attribution is not None and attribution.cue.lemma:
        doc = attribution.block.doc
        first, last = find_cue_span(doc, attribution.cue)
        cue = page.part(*attribution.block.span_of(doc[first], doc[last]))
    if attribution is not None and attribution.head is not None and attribution.span is not None:
        named = (held for part in draft.parts for held in cast.list_mentions(*part))
        cast = replace(cast, excluded=frozenset(held.entity for held in named))
        draft.source = build_source(
            page, attribution.block, attribution.head, attribution.span, cast, speakers
        )
        if not draft.via:
            told = find_relaying_outlet(page, attribution.block, attribution.cue.addressee, cast)
            draft.via = [told] if told is not None else []
        if cue is not None and draft.source.text.lower() in HE_OR_SHE:
            going_on = attribution.cue.lemma in GOING_ON
            same = _resolve_last_speaker(cast, draft.source, speakers) if going_on else None
            draft.source = same if same is not None else draft.source
    elif draft.same_as is not None:
        draft.source = draft.same_as.source
    if draft.source is not None and draft.source.entity is not None:
        speakers.append((draft.source.start, draft.source.entity))
    return _build_quote(page, parse, draft, cue)


def _resolve_last_speaker(
    cast: AntecedentIndex, source: Source, speakers: Sequence[tuple[int, str]]
) -> Source | None:
    """Return the source of "he went on": who spoke last, if the pronoun fits; else None."""
    last = cast.find_last_speaker(source.text, source.start, speakers)
    return replace(source, kind="named", entity=last) if last is not None else None


def _is_negated(draft: QuoteCandidate, text: str) -> bool:
    """Return whether the attribution says that it was not said; words in marks after a colon were."""
    if draft.attribution is None or not draft.attribution.cue.negated:
        return False
    return not (draft.kind == "direct" and is_after_colon(draft, text))


def _build_quote(page: Page, parse: Parse, draft: QuoteCandidate, cue: Part | None) -> Quote:
    content = tuple(page.part(*extend_over_unit(span, page.text)) for span in sorted(draft.parts))
    spans = [(part.start, part.end) for part in (*content, *draft.via)]
    spans += [(cue.start, cue.end)] if cue else []
    if draft.source is not None and draft.same_as is None:
        spans.append((draft.source.start, draft.source.end))
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    block = parse.block_at(content[0].start)
    words = [[part.start, part.end] for part in content]
    return Quote(
        content_id("q", page.id, start, end, draft.kind, words),
        page.evidence(start, end, NAME),
        draft.kind,
        content,
        cue,
        draft.source,
        tuple(draft.via),
        block.zone.role if block is not None else "body",
        _is_negated(draft, page.text),
        draft.attribution.cue.speech if draft.attribution and draft.kind != "direct" else "said",
    )
