"""Direct candidates: words in marks, announced paragraphs and turns of a transcript.

In: a page, the contexts of its blocks, its quoted words and what is reported already. Out: direct candidates, in
order of text. Out of scope: scare quotes and titles, and who the speaker is (`onrecord.extract.quotes.speakers.source_resolution`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.assembly.attribution import find_announcement, find_attribution
from onrecord.extract.quotes.assembly.block_context import (
    Attribution,
    BlockContext,
    build_attribution,
)
from onrecord.extract.quotes.assembly.candidates import QuoteCandidate, SpanCover
from onrecord.extract.quotes.assembly.continuations import (
    find_reaction_before,
    find_speaker_of_sentence_before,
    is_at_block_end,
    is_continuation,
    is_new_sentence_after,
    is_only_speaker,
    is_reaction_after,
    is_whole_paragraph,
)
from onrecord.extract.quotes.assembly.deeds_before import find_speaker_by_deed
from onrecord.extract.quotes.assembly.quote_kinds import DIRECT
from onrecord.extract.quotes.cue import Cue, SourcePhrase
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.marks.scare_quotes import is_name_of_work
from onrecord.extract.quotes.marks.speaker_labels import (
    build_label,
    find_label_line,
    find_speaker_label,
)
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
    contexts: Sequence[BlockContext],
    quoted_spans: Sequence[QuotedSpan],
    reported: Sequence[QuoteCandidate],
) -> Iterator[QuoteCandidate]:
    """Yield the direct quotes: words in marks that are attributed, continue others, or fill a paragraph."""
    previous: QuoteCandidate | None = None
    previous_block = -2
    for quoted in quoted_spans:
        block = contexts[quoted.first_block].block
        if is_name_of_work(quoted, block, page.text):
            continue
        attribution = find_attribution(quoted, contexts, page.text)
        if attribution is not None and is_reaction_after(page, quoted, attribution):
            attribution = None
        if (
            previous is not None
            and previous_block == quoted.first_block
            and is_continuation(page, previous, quoted)
            and (
                attribution is None
                or _is_same_cue(attribution, previous.attribution)
                or is_new_sentence_after(page, quoted, attribution)
            )
        ):
            previous.parts += quoted.parts
            previous.end, previous_block = quoted.end, quoted.last_block
            continue
        candidate = _build_attributed_candidate(page, contexts, quoted, attribution)
        if candidate is None:
            candidate = _build_continued_candidate(page, contexts, quoted, reported)
        if candidate is None:
            candidate = _build_deed_candidate(page, contexts, quoted)
        if candidate is None and is_whole_paragraph(page, contexts, quoted):
            speaker = previous if previous_block == quoted.first_block - 1 else None
            candidate = _build_whole_paragraph(page, contexts, quoted, reported, speaker)
        if candidate is not None:
            previous, previous_block = candidate, quoted.last_block
            yield candidate


def _is_same_cue(attribution: Attribution, other: Attribution | None) -> bool:
    return (
        other is not None
        and attribution.block.start == other.block.start
        and attribution.cue.start == other.cue.start
    )


def _build_attributed_candidate(
    page: Page,
    contexts: Sequence[BlockContext],
    quoted: QuotedSpan,
    attribution: Attribution | None,
) -> QuoteCandidate | None:
    """Return the candidate with a cue, a label or a reaction of its own, or None."""
    block = contexts[quoted.first_block].block
    if attribution is None:
        label = find_speaker_label(quoted, block, page.text)
        if label is not None:
            attribution = _build_label_attribution(block, label)
            return QuoteCandidate(list(quoted.parts), quoted.end, attribution, DIRECT)
        attribution = find_reaction_before(page, contexts, quoted)
    if attribution is None:
        attribution = _find_label_in_paragraph_before(page, contexts, quoted)
    if attribution is None:
        return None
    return QuoteCandidate(list(quoted.parts), quoted.end, attribution, DIRECT)


def _find_label_in_paragraph_before(
    page: Page, contexts: Sequence[BlockContext], quoted: QuotedSpan
) -> Attribution | None:
    """Return the attribution to whom the paragraph before names, without a verb, where the words open theirs; or None."""
    block = contexts[quoted.first_block].block
    if not quoted.first_block or page.text[block.start : quoted.start].strip():
        return None
    before = contexts[quoted.first_block - 1].block
    label = find_label_line(before)
    return _build_label_attribution(before, label) if label is not None else None


def _build_continued_candidate(
    page: Page,
    contexts: Sequence[BlockContext],
    quoted: QuotedSpan,
    reported: Sequence[QuoteCandidate],
) -> QuoteCandidate | None:
    """Return the candidate whose source the sentence before it names, or None."""
    speaker = find_speaker_of_sentence_before(page, contexts, quoted, reported)
    return _build_same_speaker(quoted, speaker) if speaker is not None else None


def _build_deed_candidate(
    page: Page, contexts: Sequence[BlockContext], quoted: QuotedSpan
) -> QuoteCandidate | None:
    """Return the candidate whose source did something right before, or None."""
    context = contexts[quoted.first_block]
    source = find_speaker_by_deed(quoted, context, page.text)
    if source is None:
        return None
    attribution = _build_label_attribution(context.block, source)
    return QuoteCandidate(list(quoted.parts), quoted.end, attribution, DIRECT)


def _build_whole_paragraph(
    page: Page,
    contexts: Sequence[BlockContext],
    quoted: QuotedSpan,
    reported: Sequence[QuoteCandidate],
    speaker: QuoteCandidate | None,
) -> QuoteCandidate:
    """Return a candidate that fills its paragraph: of `speaker`, the one quoted in the paragraph before, if that ends with them."""
    before = quoted.first_block - 1
    if speaker is not None and not (
        is_at_block_end(page, contexts, speaker, before)
        or is_only_speaker(contexts[before].block, speaker, reported)
    ):
        speaker = None
    return _build_same_speaker(quoted, speaker)


def _build_same_speaker(quoted: QuotedSpan, speaker: QuoteCandidate | None) -> QuoteCandidate:
    return QuoteCandidate(
        list(quoted.parts),
        quoted.end,
        None,
        DIRECT,
        same_as=speaker,
        source_pattern=pattern_names.SAME_SPEAKER,
    )


def iter_announced_candidates(
    page: Page, contexts: Sequence[BlockContext], candidates: Sequence[QuoteCandidate]
) -> Iterator[QuoteCandidate]:
    """Yield paragraphs without marks after "The minister said:", as press releases print them."""
    cover = SpanCover(span for candidate in candidates for span in candidate.parts)
    for index, context in enumerate(contexts):
        block = context.block
        if block.zone.role != "body" or context.quoted:
            continue
        attribution = find_announcement(index, contexts, page.text)
        if attribution is None or attribution.cue.is_prepositional:
            continue
        text = block.doc.text
        start, end = block.start, block.start + len(text.rstrip())
        is_long = len(text.split()) >= THRESHOLDS.whole_quote_words
        if is_long and not cover.has_overlap(start, end):
            yield QuoteCandidate([(start, end)], end, attribution, DIRECT)


def iter_transcript_candidates(
    page: Page,
    blocks: Sequence[Block],
    candidates: Sequence[QuoteCandidate],
    index: AntecedentIndex,
) -> Iterator[QuoteCandidate]:
    """Yield paragraphs of a transcript, each after the name of who speaks; "Q" and "A" are no names."""
    interviewee: QuoteCandidate | None = None
    direct = SpanCover(
        (candidate.parts[0][0], candidate.parts[0][0] + 1)
        for candidate in candidates
        if candidate.kind == DIRECT
    )
    for number, turn in find_transcript_turns(blocks, page.text).items():
        block = blocks[number]
        start, end = turn.words_start, block.start + len(block.doc.text.rstrip())
        if end <= start or direct.has_overlap(start, end):
            continue
        kind = classify_turn_label(turn.label.text)
        if kind is None:
            label = build_label(turn.label, pattern_names.TRANSCRIPT_LABEL)
            attribution = _build_label_attribution(block, label)
            yield QuoteCandidate([(start, end)], end, attribution, DIRECT)
            continue
        if kind == "answer" and interviewee is None:
            interviewee = _find_interviewee(blocks[:number], index)
        yield QuoteCandidate(
            [(start, end)],
            end,
            None,
            DIRECT,
            same_as=interviewee if kind == "answer" else None,
            source_pattern=pattern_names.INTERVIEWEE,
        )


def _find_interviewee(blocks: Sequence[Block], index: AntecedentIndex) -> QuoteCandidate | None:
    """Return a stand-in for the words of the one person whom the page says it interviews, or None."""
    named: dict[str, Evidence] = {}
    for block in blocks:
        for place in iter_interview_mentions(block):
            mentions = index.list_mentions(place, place + THRESHOLDS.interviewee_gap)
            person = next((mention for mention in mentions if mention.type == "person"), None)
            if person is not None:
                named.setdefault(person.entity, person.evidence)
    if len(named) != 1:
        return None
    ((entity, evidence),) = named.items()
    start, end = evidence.start, evidence.end
    source = Source(evidence.text, start, end, "named", entity)
    return QuoteCandidate([(start, end)], end, None, DIRECT, source=source)


def _build_label_attribution(block: Block, label: SourcePhrase) -> Attribution | None:
    """Return the attribution of a label, which has no cue; None for one that only counts turns ("Q")."""
    start, end = label.span
    if classify_turn_label(block.doc[start:end].text):
        return None
    return build_attribution(block, Cue(start, end, "", label), label)
