"""Reported drafts: statements told in the page's own words, made into drafts of quotes.

In: a page, its scenes (blocks with their cues) and its cast. Out: indirect and mixed drafts, and direct ones where all
that is ascribed stands in marks. Out of scope: words in marks that are attributed (`onrecord.extract.quotes.assembly.direct`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.quotes.assembly.block_context import Attribution, Scene
from onrecord.extract.quotes.assembly.candidates import Draft
from onrecord.extract.quotes.attitudes.attitude_draft import Ascribed
from onrecord.extract.quotes.attitudes.nominal_cues import nominal
from onrecord.extract.quotes.attitudes.private_states import ascribed
from onrecord.extract.quotes.content.complement_clauses import reported
from onrecord.extract.quotes.cue import Cue, Spans
from onrecord.extract.quotes.speakers.coreference import Cast
from onrecord.extract.quotes.speakers.source_kinds import may_speak, passed_on
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.records import Block, Page, Part

_MARKS = "“”„‟\"«»‘’‚'‛ \t\n"
_OPENING = frozenset({"“", '"', "„", "«", "‘", "'", "``"})
_REPORTED_WORDS = 2
"""Words outside marks from which a clause counts as reported; less is all in marks."""


def reported_in(page: Page, scenes: Sequence[Scene], cast: Cast) -> Iterator[Draft]:
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


def ascribed_in(page: Page, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
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
    named = bool(scene.quoted) and all(token.tag_ in PROPER_NOUN_TAGS for token in outside)
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


def _source_part(page: Page, block: Block, cue: Cue) -> Part | None:
    if cue.source is None:
        return None
    return page.part(*block.span_of(block.doc[cue.source[0]], block.doc[cue.source[1]]))
