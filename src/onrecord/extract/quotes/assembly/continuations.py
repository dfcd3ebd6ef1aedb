"""Speaking on: which quoted words go on with a speaker who was named before them.

In: quotes being made, and the paragraphs. Out: whether words go on after an attribution, fill a paragraph, or follow a
sentence that says whose they are. Out of scope: who the speaker is (`onrecord.extract.quotes.speakers.source_kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.extract.quotes.assembly.block_context import Attribution, BlockContext
from onrecord.extract.quotes.assembly.candidates import QuoteCandidate
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.verbs import REACTION_VERBS
from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.speakers.speaker_phrase import find_speaker_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependencies import is_negated, read_lemma
from onrecord.records import Block, Page

_SENTENCE_BREAK = re.compile(r"(?<!\b[A-Z])(?<!\b[MDS][rst])(?<!\bMrs)(?<!\bGen)[.!?]\s+\S|[“”\"]")
_QUOTED_TITLE = re.compile(r"(?<= )[“\"][A-Z][^“”\".?!,]{0,40}[”\"] ")
"""The name of a work inside an attribution (said on “Harbour Morning” on Sunday)."""
_ENDED = ("", ".", "!", "?", "”", '"', ":")


def is_continuation(page: Page, before: QuoteCandidate, held: QuotedSpan) -> bool:
    """Return whether `held` goes on after the attribution of the quote before it in its paragraph."""
    if before.attribution is None:
        return False
    begin = max(before.end, before.attribution.end)
    gap = _QUOTED_TITLE.sub("", page.text[begin : held.start]).strip()
    if gap.endswith(":") and _SENTENCE_BREAK.search(gap):
        return False  # “…,” Lenn said. Rowley disagrees: “…”
    ended = not gap or gap.rstrip("”\"’'")[-1:] in frozenset(".,:;–—")
    if len(gap.split()) <= THRESHOLDS.continuation_words:
        return ended
    whole = page.text[held.parts[0][0]].isupper() and held.closed
    return (
        ended
        and whole
        and len(gap.split()) <= THRESHOLDS.continuation_sentence_words
        and not _SENTENCE_BREAK.search(gap)
    )


def is_whole_paragraph(page: Page, scenes: Sequence[BlockContext], held: QuotedSpan) -> bool:
    """Return whether the quotation fills its paragraphs of the body, with a few words at least."""
    first, last = scenes[held.first].block, scenes[held.last].block
    if first.zone.role != "body":
        return False
    lead, tail = page.text[first.start : held.start], page.text[held.end : last.zone.end]
    words = sum(len(page.text[a:b].split()) for a, b in held.parts)
    return not lead.strip() and not tail.strip(" .\n") and words >= THRESHOLDS.whole_quote_words


def find_speaker_of_sentence_before(
    page: Page, scenes: Sequence[BlockContext], held: QuotedSpan, reported: Sequence[QuoteCandidate]
) -> QuoteCandidate | None:
    """Return what the sentence right before whole quoted sentences reports: its source speaks on, or None.

    "Ann Hale welcomed the plan. “It comes late, but it comes.”", in one paragraph or in two; a paragraph that tells
    only what somebody means to do ("Ann Hale refused to leave.") leaves the words after it to nobody.
    """
    lead = page.text[scenes[held.first].block.start : held.start].rstrip()
    first = page.text[held.parts[0][0]]
    words = sum(len(page.text[a:b].split()) for a, b in held.parts)
    last = page.text[held.parts[-1][0] : held.parts[-1][1]].rstrip()[-1:]
    if (
        words < THRESHOLDS.whole_quote_words
        or not first.isupper()
        or last not in ".!?…"
        or lead[-1:] not in _ENDED
    ):
        return None
    index = held.first if lead else held.first - 1
    if index < 0 or (not lead and not is_whole_paragraph(page, scenes, held)):
        return None
    block = scenes[index].block
    until = held.start if lead else block.zone.end
    near = [
        draft
        for draft in reported
        if draft.attribution is not None
        and draft.attribution.block.start == block.start
        and draft.attribution.span is not None
        and draft.attribution.end <= until
        and not draft.attribution.cue.negated
        and (lead or draft.attribution.cue.speech != "wanted")
    ]
    speaker = max(
        near, key=lambda draft: draft.attribution.start if draft.attribution else 0, default=None
    )
    if speaker is None or speaker.attribution is None:
        return None
    said = max(speaker.attribution.end, speaker.end) if not lead else speaker.attribution.end
    rest = page.text[said:until].rstrip().rstrip(".!?”\"’'")
    return None if _SENTENCE_BREAK.search(rest) else speaker


def find_reaction_before(
    page: Page, scenes: Sequence[BlockContext], held: QuotedSpan
) -> Attribution | None:
    """Return what a short sentence right before whole quoted sentences says of who speaks ("Ann Hale agreed. “…”"), or None."""
    lead = page.text[scenes[held.first].block.start : held.start].rstrip()
    index = held.first if lead else held.first - 1
    words = sum(len(page.text[a:b].split()) for a, b in held.parts)
    if (
        index < 0
        or words < THRESHOLDS.whole_quote_words
        or not page.text[held.parts[0][0]].isupper()
    ):
        return None
    if not lead and not is_whole_paragraph(page, scenes, held):
        return None
    scene = scenes[index]
    block, until = scene.block, held.start if lead else scenes[index].block.zone.end
    verb = next((t for t in reversed(block.doc) if block.at(t) < until and t.is_alpha), None)
    if verb is None or verb.lower_ not in _list_reaction_forms() or verb.i in scene.quoted:
        return None
    after = page.text[block.at(verb) + len(verb.text) : until].strip()
    heard = find_speaker_phrase(verb, read_lemma(verb), scene.quoted) if after == "." else None
    if heard is None or is_negated(verb) or heard[1][1] >= verb.i:
        return None
    cue = Cue(verb.i, verb.i, read_lemma(verb), *heard)
    start, end = block.span_of(block.doc[heard[1][0]], verb)
    return Attribution(block, cue, heard[0], heard[1], start, end)


@cache
def _list_reaction_forms() -> frozenset[str]:
    return frozenset(
        form
        for verb in REACTION_VERBS
        for form in inflect_cue_verb(verb)
        if not form.endswith("ing")
    )


def is_at_block_end(
    page: Page, scenes: Sequence[BlockContext], draft: QuoteCandidate, index: int
) -> bool:
    """Return whether nothing but a few words follows the draft in block `index`."""
    end = max(draft.end, draft.attribution.end if draft.attribution else 0)
    rest = page.text[end : scenes[index].block.zone.end]
    return len(rest.split()) <= THRESHOLDS.continuation_words and "." not in rest.strip().rstrip(
        "."
    )


def is_only_speaker(
    block: Block, draft: QuoteCandidate, reported: Sequence[QuoteCandidate]
) -> bool:
    """Return whether nobody but the draft's speaker has a word in the block: a paragraph all in marks is theirs too."""
    if draft.attribution is None or draft.attribution.head is None:
        return False
    heads = {
        one.attribution.head.lower_
        for one in reported
        if one.attribution is not None
        and one.attribution.block.start == block.start
        and one.attribution.head is not None
    }
    return heads <= {draft.attribution.head.lower_, "he", "she"}
