"""Direct drafts: words in marks, announced paragraphs and turns of a transcript, made into drafts of quotes.

In: a page, its scenes (blocks with their cues), its quoted words and what is reported already. Out: direct drafts, in
order of text. Out of scope: scare quotes and titles, and who the speaker is (`onrecord.extract.quotes.speakers.source_kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.quotes.assembly.attribution import find_announcement, find_attribution
from onrecord.extract.quotes.assembly.block_context import Attribution, BlockContext
from onrecord.extract.quotes.assembly.candidates import QuoteCandidate, SpanCover
from onrecord.extract.quotes.assembly.continuations import (
    find_reaction_before,
    find_speaker_of_sentence_before,
    is_at_block_end,
    is_continuation,
    is_only_speaker,
    is_whole_paragraph,
)
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.marks.scare_quotes import is_name_of_work
from onrecord.extract.quotes.marks.speaker_labels import find_speaker_label
from onrecord.extract.quotes.marks.transcript_turns import (
    classify_turn_label,
    find_transcript_turns,
    iter_interview_mentions,
)
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.records import Block, Evidence, Page, Source


def iter_direct_candidates(
    page: Page,
    scenes: Sequence[BlockContext],
    quoted: Sequence[QuotedSpan],
    reported: Sequence[QuoteCandidate],
) -> Iterator[QuoteCandidate]:
    """Yield the direct quotes: words in marks that are attributed, go on, or fill a paragraph."""
    before: QuoteCandidate | None = None
    before_block = -2
    for held in quoted:
        if is_name_of_work(held, scenes[held.first].block, page.text):
            continue
        parts = list(held.parts)
        attribution = find_attribution(held, scenes, page.text)
        if (
            before is not None
            and before_block == held.first
            and is_continuation(page, before, held)
            and (attribution is None or _is_same_cue(attribution, before.attribution))
        ):
            before.parts += parts
            before.end, before_block = held.end, held.last
            continue
        if attribution is not None:
            before = QuoteCandidate(parts, held.end, attribution)
        elif (span := find_speaker_label(held, scenes[held.first].block, page.text)) is not None:
            before = _build_labelled_candidate(scenes[held.first].block, held, span)
        elif (short := find_reaction_before(page, scenes, held)) is not None:
            before = QuoteCandidate(parts, held.end, short)
        elif (speaker := find_speaker_of_sentence_before(page, scenes, held, reported)) is not None:
            before = QuoteCandidate(parts, held.end, None, same_as=speaker)
        elif is_whole_paragraph(page, scenes, held):
            speaker = before if before is not None and before_block == held.first - 1 else None
            if speaker is not None and not (
                is_at_block_end(page, scenes, speaker, before_block)
                or is_only_speaker(scenes[before_block].block, speaker, reported)
            ):
                speaker = None
            before = QuoteCandidate(parts, held.end, None, same_as=speaker)
        else:
            continue
        before_block = held.last
        yield before


def _is_same_cue(one: Attribution, other: Attribution | None) -> bool:
    return (
        other is not None
        and one.block.start == other.block.start
        and one.cue.first == other.cue.first
    )


def _build_labelled_candidate(
    block: Block, held: QuotedSpan, span: tuple[int, int]
) -> QuoteCandidate:
    turn = classify_turn_label(block.doc[span[0] : span[1] + 1].text)
    return QuoteCandidate(
        list(held.parts), held.end, None if turn else _build_label_attribution(block, *span)
    )


def iter_announced_candidates(
    page: Page, scenes: Sequence[BlockContext], drafts: Sequence[QuoteCandidate]
) -> Iterator[QuoteCandidate]:
    """Yield paragraphs without marks after "The minister said:", as press releases print them."""
    said = SpanCover(span for draft in drafts for span in draft.parts)
    for index, scene in enumerate(scenes):
        block = scene.block
        if block.zone.role != "body" or scene.quoted:
            continue
        attribution = find_announcement(index, scenes, page.text)
        if attribution is None or attribution.cue.is_prepositional:
            continue
        whole = (block.start, block.start + len(block.doc.text.rstrip()))
        if (
            not said.has_overlap(*whole)
            and len(block.doc.text.split()) >= THRESHOLDS.whole_quote_words
        ):
            yield QuoteCandidate([whole], whole[1], attribution)


def iter_transcript_candidates(
    page: Page,
    blocks: Sequence[Block],
    scenes: Sequence[BlockContext],
    drafts: Sequence[QuoteCandidate],
    cast: AntecedentIndex,
) -> Iterator[QuoteCandidate]:
    """Yield paragraphs of a transcript, each after the name of who speaks; "Q" and "A" are no names."""
    answers: QuoteCandidate | None = None
    direct = SpanCover((d.parts[0][0], d.parts[0][0] + 1) for d in drafts if d.kind == "direct")
    for index, (first, last, begin) in find_transcript_turns(blocks, page.text).items():
        block = scenes[index].block
        end = block.start + len(block.doc.text.rstrip())
        if end <= begin or direct.has_overlap(begin, end):
            continue
        turn = classify_turn_label(block.doc[first : last + 1].text)
        if turn == "answer":
            answers = answers or _find_interviewee(blocks[:index], cast)
        attribution = None if turn else _build_label_attribution(block, first, last)
        same = answers if turn == "answer" else None
        yield QuoteCandidate([(begin, end)], end, attribution, same_as=same)


def _find_interviewee(head: Sequence[Block], cast: AntecedentIndex) -> QuoteCandidate | None:
    """Return a stand-in for the words of whom the page says it interviews, or None where it names nobody."""
    found: dict[str, Evidence] = {}
    for block in head:
        for place in iter_interview_mentions(block):
            near = (
                m
                for m in cast.list_mentions(place, place + THRESHOLDS.interviewee_gap)
                if m.type == "person"
            )
            if (one := next(near, None)) is not None:
                found.setdefault(one.entity, one.evidence)
    if len(found) != 1:
        return None
    ((entity, named),) = found.items()
    source = Source(named.text, named.start, named.end, "named", entity)
    return QuoteCandidate([(named.start, named.end)], named.end, None, source=source)


def _build_label_attribution(block: Block, first: int, last: int) -> Attribution:
    head = block.doc[first : last + 1].root
    start, end = block.span_of(block.doc[first], block.doc[last])
    return Attribution(
        block, Cue(first, last, "", head, (first, last)), head, (first, last), start, end
    )
