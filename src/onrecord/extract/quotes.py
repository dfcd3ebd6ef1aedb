"""Quotes: who is said to have said what, in whose words, and through whom.

In: a page, its parse, its entities. Out: direct, indirect and mixed quotes, each with source, cue and
content, and whether it was said, asked, judged, believed or wanted. Leaves alone: scare quotes and titles, comments.

Source: Pareti (2013), "Annotating attribution relations": source, cue, content; direct, indirect, mixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.ascribed import Ascribed, ascribed
from onrecord.language.attribution import (
    Attribution,
    Scene,
    announced,
    attribution_of,
    labelled,
    names_work,
)
from onrecord.language.clause_ends import Spans
from onrecord.language.coreference import Cast
from onrecord.language.cue_group import verb_group
from onrecord.language.drafts import Cover, Draft, merged, outer
from onrecord.language.nominal_cues import nominal
from onrecord.language.open_speech import beside
from onrecord.language.quotation import Quoted, quoted_in
from onrecord.language.reported import reported
from onrecord.language.sources import may_speak, passed_on, source_of
from onrecord.language.speaking_on import (
    WHOLE_WORDS,
    ends_its_block,
    fills,
    goes_on,
    sentence_before,
    speaks_alone,
)
from onrecord.language.speech import Cue, cues_in
from onrecord.language.transcripts import speakers
from onrecord.records import Block, Page, Parse, Part, Quote, Records
from onrecord.records.ids import content_id

NAME = "quotes@3"

_MARKS = "“”„‟\"«»‘’‚'‛ \t\n"
_OPENING = frozenset({"“", '"', "„", "«", "‘", "'", "``"})
_REPORTED_WORDS = 2
"""Words outside marks from which a clause counts as reported; less is all in marks."""


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the quotes of `page`, in order of text."""
    quoted = quoted_in(parse.blocks)
    by_block = _by_block(parse.blocks, quoted)
    scenes = [_scene(block, by_block[index]) for index, block in enumerate(parse.blocks)]
    marked = [part for held in quoted for part in held.parts]
    cast = Cast.of(found.entities, found.mentions, parse.blocks, marked)
    drafts = list(_indirect(page, scenes, cast))
    drafts += _ascribed(page, scenes, drafts)
    taken = Cover(span for draft in drafts for span in draft.parts)
    free = [held for held in quoted if not taken.holds(held.start, held.end - 1)]
    drafts = merged(outer(drafts), list(_direct(page, scenes, free, drafts)))
    drafts += _unmarked(page, scenes, drafts)
    drafts += _transcribed(parse.blocks, scenes, drafts)
    drafts.sort(key=lambda draft: (min(draft.parts), draft.kind))
    speakers: list[tuple[int, str]] = []
    quotes = [_quote(page, parse, draft, cast, speakers) for draft in drafts]
    return Records(quotes=tuple(sorted(quotes, key=lambda quote: (quote.evidence.start, quote.id))))


def _by_block(blocks: Sequence[Block], quoted: Sequence[Quoted]) -> list[list[tuple[int, int]]]:
    """Return the quoted stretches that begin in each block."""
    found: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for held in quoted:
        for index in range(held.first, held.last + 1):
            block = blocks[index]
            found[index] += [p for p in held.parts if block.start <= p[0] < block.zone.end]
    return found


def _scene(block: Block, spans: Sequence[tuple[int, int]]) -> Scene:
    inside = frozenset(
        token.i for token in block.doc if any(a <= block.at(token) < b for a, b in spans)
    )
    cues = tuple(cues_in(block.doc, inside))
    taken = frozenset(cue.first for cue in cues)
    near = inside or block.doc.text.rstrip().endswith(":")
    more = (*cues, *beside(block.doc, inside, taken)) if near else cues
    return Scene(block, inside, cues, tuple(sorted(more, key=lambda cue: cue.first)))


def _indirect(page: Page, scenes: Sequence[Scene], cast: Cast) -> Iterator[Draft]:
    """Yield the indirect and mixed quotes: clauses that a cue reports."""
    for scene in scenes:
        through: dict[int, Part] = {}
        for cue in scene.cues:
            if cue.according and (inner := _told_within(scene, cue)) is not None:
                part = _source_part(page, scene.block, cue)
                if part is not None:
                    through[inner.first] = part
        for cue in scene.cues:
            spans = _with_quoted(scene, reported(scene.block.doc, cue, scene.cues))
            if not spans or (cue.according and _told_within(scene, cue) is not None):
                continue
            draft = _reported_draft(page, scene, cue, spans)
            if draft is None:
                continue
            told = passed_on(page, scene.block, cue.told, cast)
            draft.via = [part for part in (through.get(cue.first), told) if part is not None]
            yield draft


def _ascribed(page: Page, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what is ascribed by other words than a clause that a verb of saying reports."""
    told = {(d.attribution.block.start, d.attribution.cue.first) for d in drafts if d.attribution}
    for scene in scenes:
        start = scene.block.start
        taken = frozenset(first for begin, first in told if begin == start)
        by_nouns = list(nominal(scene.block.doc, scene.quoted))
        taken |= {found.cue.first for found in by_nouns}
        for found in (*by_nouns, *ascribed(scene.block.doc, scene.quoted, taken)):
            yield _ascribed_draft(page, scene, found)


def _ascribed_draft(page: Page, scene: Scene, found: Ascribed) -> Draft:
    block, cue = scene.block, found.cue
    edges = [cue.first, cue.last, *(cue.source or ())]
    start, end = block.span_of(block.doc[min(edges)], block.doc[max(edges)])
    spans = _with_quoted(scene, found.spans)
    tokens = [index for first, last in spans for index in range(first, last + 1)]
    parts = [block.span_of(block.doc[first], block.doc[last]) for first, last in spans]
    words = [index for index in tokens if block.doc[index].text.strip(_MARKS)]
    kind = "indirect"
    if any(index in scene.quoted for index in words):
        kind = "direct" if all(index in scene.quoted for index in words) else "mixed"
        parts = [_with_marks(page, block, part) for part in parts]
    attribution = Attribution(block, cue, cue.head, cue.source, start, end)
    return Draft(parts, parts[-1][1], attribution, kind)


def _with_quoted(scene: Scene, spans: Spans) -> Spans:
    """Return the spans, the last up to the end of quoted words that go on where a parse ended it."""
    if not spans:
        return spans
    doc, (first, last) = scene.block.doc, spans[-1]
    begin = last + 1
    if begin < len(doc) and doc[begin].text in _OPENING:
        begin += 1
    if last in scene.quoted or begin not in scene.quoted or doc[begin].sent != doc[last].sent:
        return spans
    while begin + 1 in scene.quoted:
        begin += 1
    return (*spans[:-1], (first, begin))


def _told_within(scene: Scene, cue: Cue) -> Cue | None:
    """Return the cue of the sentence's own statement that an "according to" passes on, or None."""
    sentence = scene.block.doc[cue.first].sent
    for other in scene.cues:
        if other is cue or other.according or not sentence.start <= other.first < sentence.end:
            continue
        if other.source is not None and scene.block.doc[other.first].dep_ in {"ROOT", "root"}:
            return other
    return None


def _reported_draft(
    page: Page, scene: Scene, cue: Cue, spans: tuple[tuple[int, int], ...]
) -> Draft | None:
    block = scene.block
    outside = [
        token
        for first, last in spans
        for token in block.doc[first : last + 1]
        if token.i not in scene.quoted and token.text.strip(_MARKS) and not token.is_punct
    ]
    named = bool(scene.quoted) and all(token.tag_ in {"NNP", "NNPS"} for token in outside)
    if len(outside) < _REPORTED_WORDS or named or (cue.source is None and not cue.according):
        return None
    if cue.head is not None and not may_speak(cue.head, cue.lemma):
        return None
    edges = [cue.first, cue.last, *(cue.source or ())]
    start, end = block.span_of(block.doc[min(edges)], block.doc[max(edges)])
    attribution = Attribution(block, cue, cue.head, cue.source, start, end)
    parts = [block.span_of(block.doc[first], block.doc[last]) for first, last in spans]
    has_marks = any(
        token in scene.quoted for first, last in spans for token in range(first, last + 1)
    )
    kind = "mixed" if has_marks else "indirect"
    parts = [_with_marks(page, block, part) for part in parts] if has_marks else parts
    return Draft(parts, parts[-1][1], attribution, kind)


def _with_marks(page: Page, block: Block, part: tuple[int, int]) -> tuple[int, int]:
    """Return the part with a mark that opens just before or closes just after words inside it."""
    start, end = part
    if start > block.start and page.text[start - 1] in '“"«„' and page.text[start] not in _MARKS:
        start -= 1
    if end < block.zone.end and page.text[end] in '”"»' and page.text[end - 1] not in '”"»':
        end += 1
    return start, end


def _direct(
    page: Page, scenes: Sequence[Scene], quoted: Sequence[Quoted], reported: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the direct quotes: words in marks that are attributed, go on, or fill a paragraph."""
    before: Draft | None = None
    before_block = -2
    for held in quoted:
        if names_work(held, scenes[held.first], page.text):
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
        elif (span := labelled(held, scenes[held.first], page.text)) is not None:
            before = _labelled_draft(scenes[held.first].block, held, span)
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
    return Draft(list(held.parts), held.end, _label_of(block, *span))


def _unmarked(page: Page, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
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


def _transcribed(
    blocks: Sequence[Block], scenes: Sequence[Scene], drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield paragraphs of a transcript, each after the name of who speaks."""
    direct = Cover((d.parts[0][0], d.parts[0][0] + 1) for d in drafts if d.kind == "direct")
    for index, (first, last, begin) in speakers(blocks).items():
        block = scenes[index].block
        end = block.start + len(block.doc.text.rstrip())
        attribution = _label_of(block, first, last)
        if end > begin and not direct.touches(begin, end):
            yield Draft([(begin, end)], end, attribution)


def _label_of(block: Block, first: int, last: int) -> Attribution:
    head = block.doc[first : last + 1].root
    start, end = block.span_of(block.doc[first], block.doc[last])
    return Attribution(
        block, Cue(first, last, "", head, (first, last)), head, (first, last), start, end
    )


def _quote(
    page: Page, parse: Parse, draft: Draft, cast: Cast, speakers: list[tuple[int, str]]
) -> Quote:
    attribution = draft.attribution
    cue: Part | None = None
    if attribution is not None and attribution.cue.lemma:
        doc = attribution.block.doc
        first, last = verb_group(doc, attribution.cue)
        cue = page.part(*attribution.block.span_of(doc[first], doc[last]))
    if attribution is not None and attribution.head is not None and attribution.span is not None:
        draft.source = source_of(
            page, attribution.block, attribution.head, attribution.span, cast, speakers
        )
        if not draft.via:
            told = passed_on(page, attribution.block, attribution.cue.told, cast)
            draft.via = [told] if told is not None else []
    elif draft.same_as is not None:
        draft.source = draft.same_as.source
    if draft.source is not None and draft.source.entity is not None:
        speakers.append((draft.source.start, draft.source.entity))
    return _made(page, parse, draft, cue)


def _made(page: Page, parse: Parse, draft: Draft, cue: Part | None) -> Quote:
    content = tuple(page.part(start, end) for start, end in sorted(draft.parts))
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
        draft.attribution.cue.negated if draft.attribution else False,
        draft.attribution.cue.speech if draft.attribution and draft.kind != "direct" else "said",
    )


def _source_part(page: Page, block: Block, cue: Cue) -> Part | None:
    if cue.source is None:
        return None
    return page.part(*block.span_of(block.doc[cue.source[0]], block.doc[cue.source[1]]))
