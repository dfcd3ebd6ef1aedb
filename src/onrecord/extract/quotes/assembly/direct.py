"""Direct drafts: words in marks, announced paragraphs and turns of a transcript, made into drafts of quotes.

In: a page, its scenes (blocks with their cues), its quoted words and what is reported already. Out: direct drafts, in
order of text. Out of scope: scare quotes and titles, and who the speaker is (`onrecord.extract.quotes.speakers.source_kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.quotes.assembly.attribution import announced, attribution_of
from onrecord.extract.quotes.assembly.block_context import Attribution, Scene
from onrecord.extract.quotes.assembly.candidates import Cover, Draft
from onrecord.extract.quotes.assembly.continuations import (
    WHOLE_WORDS,
    agreeing,
    ends_its_block,
    fills,
    goes_on,
    sentence_before,
    speaks_alone,
)
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.marks.quoted_spans import Quoted
from onrecord.extract.quotes.marks.scare_quotes import names_work
from onrecord.extract.quotes.marks.speaker_labels import labelled
from onrecord.extract.quotes.marks.transcript_turns import INTRODUCED, interviews, is_turn, speakers
from onrecord.extract.quotes.speakers.coreference import Cast
from onrecord.records import Block, Evidence, Page, Source


def direct_in(
    page: Page, scenes: Sequence[Scene], quoted: Sequence[Quoted], reported: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the direct quotes: words in marks that are attributed, go on, or fill a paragraph."""
    before: Draft | None = None
    before_block = -2
    for held in quoted:
        if names_work(held, scenes[held.first].block, page.text):
            continue
        parts = list(held.parts)
        attribution = attribution_of(held, scenes, page.text)
        if (
            before is not None
            and before_block == held.first
            and goes_on(page, before, held)
            and (attribution is None or _is_same(attribution, before.attribution))
        ):
            before.parts += parts
            before.end, before_block = held.end, held.last
            continue
        if attribution is not None:
            before = Draft(parts, held.end, attribution)
        elif (span := labelled(held, scenes[held.first].block, page.text)) is not None:
            before = _labelled_draft(scenes[held.first].block, held, span)
        elif (short := agreeing(page, scenes, held)) is not None:
            before = Draft(parts, held.end, short)
        elif (speaker := sentence_before(page, scenes, held, reported)) is not None:
            before = Draft(parts, held.end, None, same_as=speaker)
        elif fills(page, scenes, held):
            speaker = before if before is not None and before_block == held.first - 1 else None
            if speaker is not None and not (
                ends_its_block(page, scenes, speaker, before_block)
                or speaks_alone(scenes[before_block].block, speaker, reported)
            ):
                speaker = None
            before = Draft(parts, held.end, None, same_as=speaker)
        else:
            continue
        before_block = held.last
        yield before


def _is_same(one: Attribution, other: Attribution | None) -> bool:
    return (
        other is not None
        and one.block.start == other.block.start
        and one.cue.first == other.cue.first
    )


def _labelled_draft(block: Block, held: Quoted, span: tuple[int, int]) -> Draft:
    turn = is_turn(block.doc[span[0] : span[1] + 1].text)
    return Draft(list(held.parts), held.end, None if turn else _label_of(block, *span))


def unmarked_in(page: Page, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield paragraphs without marks after "The minister said:", as press releases print them."""
    said = Cover(span for draft in drafts for span in draft.parts)
    for index, scene in enumerate(scenes):
        block = scene.block
        if block.zone.role != "body" or scene.quoted:
            continue
        attribution = announced(index, scenes, page.text)
        if attribution is None or attribution.cue.according:
            continue
        whole = (block.start, block.start + len(block.doc.text.rstrip()))
        if not said.touches(*whole) and len(block.doc.text.split()) >= WHOLE_WORDS:
            yield Draft([whole], whole[1], attribution)


def transcribed_in(
    page: Page,
    blocks: Sequence[Block],
    scenes: Sequence[Scene],
    drafts: Sequence[Draft],
    cast: Cast,
) -> Iterator[Draft]:
    """Yield paragraphs of a transcript, each after the name of who speaks; "Q" and "A" are no names."""
    answers: Draft | None = None
    direct = Cover((d.parts[0][0], d.parts[0][0] + 1) for d in drafts if d.kind == "direct")
    for index, (first, last, begin) in speakers(blocks, page.text).items():
        block = scenes[index].block
        end = block.start + len(block.doc.text.rstrip())
        if end <= begin or direct.touches(begin, end):
            continue
        turn = is_turn(block.doc[first : last + 1].text)
        if turn == "answer":
            answers = answers or _interviewed(blocks[:index], cast)
        attribution = None if turn else _label_of(block, first, last)
        same = answers if turn == "answer" else None
        yield Draft([(begin, end)], end, attribution, same_as=same)


def _interviewed(head: Sequence[Block], cast: Cast) -> Draft | None:
    """Return a stand-in for the words of whom the page says it interviews, or None where it names nobody."""
    found: dict[str, Evidence] = {}
    for block in head:
        for place in interviews(block):
            near = (m for m in cast.within(place, place + INTRODUCED) if m.type == "person")
            if (one := next(near, None)) is not None:
                found.setdefault(one.entity, one.evidence)
    if len(found) != 1:
        return None
    ((entity, named),) = found.items()
    source = Source(named.text, named.start, named.end, "named", entity)
    return Draft([(named.start, named.end)], named.end, None, source=source)


def _label_of(block: Block, first: int, last: int) -> Attribution:
    head = block.doc[first : last + 1].root
    start, end = block.span_of(block.doc[first], block.doc[last])
    return Attribution(
        block, Cue(first, last, "", head, (first, last)), head, (first, last), start, end
    )
