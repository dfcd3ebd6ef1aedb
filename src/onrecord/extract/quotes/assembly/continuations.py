"""Continuations: which quoted words continue with a speaker who was named before them.

In: candidates, and the contexts of the blocks. Out: whether words continue after an attribution, fill a paragraph, or follow a
sentence that says whose they are. Out of scope: who the speaker is (`onrecord.extract.quotes.speakers.source_resolution`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.extract.quotes.assembly.block_context import (
    Attribution,
    BlockContext,
    build_attribution,
)
from onrecord.extract.quotes.assembly.candidates import QuoteCandidate
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.function_words import HE_OR_SHE
from onrecord.extract.quotes.en.patterns import SENTENCE_BREAK
from onrecord.extract.quotes.en.punctuation import FULL_STOP_OR_LINE_END
from onrecord.extract.quotes.en.verbs import MANNER_VERBS, REACTION_VERBS, SILENT_REACTIONS
from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import ASK, QUOTE_ONLY, SAY, TELL
from onrecord.language.syntax.verb_group import is_negated, read_lemma
from onrecord.records import Block, Page

_QUOTED_TITLE = re.compile(r"(?<= )[“\"][A-Z][^“”\".?!,]{0,40}[”\"] ")
"""The name of a work inside an attribution (said on “Harbour Morning” on Sunday)."""
_LEAD_ENDS = ("", ".", "!", "?", "”", '"', ":")
_SPOKEN_VERBS = SAY | ASK | TELL | QUOTE_ONLY | MANNER_VERBS
_QUOTE_ENDS = ".!?…"
_GAP_ENDS = frozenset(".,:;–—")


def is_continuation(page: Page, before: QuoteCandidate, quoted: QuotedSpan) -> bool:
    """Return whether `quoted` continues after the attribution of the quote before it in its paragraph."""
    if before.attribution is None:
        return False
    start = max(before.end, before.attribution.end)
    gap = _QUOTED_TITLE.sub("", page.text[start : quoted.start]).strip()
    if gap.endswith(":") and SENTENCE_BREAK.search(gap):
        return False  # “…,” Lenn said. Rowley disagrees: “…”
    is_closed = not gap or gap.rstrip("”\"’'")[-1:] in _GAP_ENDS
    words = len(gap.split())
    if words <= THRESHOLDS.continuation_words:
        return is_closed
    is_sentence = page.text[quoted.parts[0][0]].isupper() and quoted.closed
    is_near = words <= THRESHOLDS.continuation_sentence_words
    return is_closed and is_sentence and is_near and not SENTENCE_BREAK.search(gap)


def is_new_sentence_after(page: Page, quoted: QuotedSpan, attribution: Attribution) -> bool:
    """Return whether an attribution after whole sentences in marks is a sentence of its own, that tells of something else.

    “The house, the car.” Her son, Tom, said the barn was lost, too. A verb of saying that ends its sentence tells of the words
    in marks (“The house, the car.” Tom Bell said.).
    """
    if not _is_sentence_after(page, quoted, attribution):
        return False
    doc, cue = attribution.block.doc, attribution.cue
    is_finite = doc[cue.start].tag_ != "VB"  # "His wife began to cry."
    is_said = is_finite and cue.lemma in _SPOKEN_VERBS - SILENT_REACTIONS
    return not is_said or doc[cue.end : cue.end + 1].text not in FULL_STOP_OR_LINE_END | {""}


def is_reaction_after(page: Page, quoted: QuotedSpan, attribution: Attribution) -> bool:
    """Return whether what follows whole sentences in marks only says how somebody took them (“Is it safe?” The firm did not answer.)."""
    cue = attribution.cue
    is_silent = cue.negated or cue.lemma in SILENT_REACTIONS
    return is_silent and _is_sentence_after(page, quoted, attribution)


def _is_sentence_after(page: Page, quoted: QuotedSpan, attribution: Attribution) -> bool:
    """Return whether a sentence begins after whole sentences in marks with the source, before its verb, and no comma ties it to them."""
    source = attribution.source
    if (
        source is None
        or attribution.start < quoted.end
        or source.span.start > attribution.cue.start
    ):
        return False
    if quoted.read_last_character(page.text) not in _QUOTE_ENDS:
        return False
    return page.text[quoted.end :].lstrip()[:1].isupper()


def is_whole_paragraph(page: Page, contexts: Sequence[BlockContext], quoted: QuotedSpan) -> bool:
    """Return whether the quotation fills its paragraphs of the body, with a few words at least."""
    first, last = contexts[quoted.first_block].block, contexts[quoted.last_block].block
    if first.zone.role != "body":
        return False
    lead, tail = page.text[first.start : quoted.start], page.text[quoted.end : last.zone.end]
    if lead.strip() or tail.strip(" .\n"):
        return False
    return quoted.count_words(page.text) >= THRESHOLDS.whole_quote_words


def find_speaker_of_sentence_before(
    page: Page,
    contexts: Sequence[BlockContext],
    quoted: QuotedSpan,
    reported: Sequence[QuoteCandidate],
) -> QuoteCandidate | None:
    """Return what the sentence right before whole quoted sentences reports: its source speaks in them too; or None.

    "Ann Hale welcomed the plan. “It comes late, but it comes.”", in one paragraph or in two; a paragraph that reports
    only what somebody intends ("Ann Hale refused to leave.") is no attribution of the words after it.
    """
    lead = _read_lead(page, contexts, quoted)
    if lead[-1:] not in _LEAD_ENDS or quoted.read_last_character(page.text) not in _QUOTE_ENDS:
        return None
    context = _find_context_before(page, contexts, quoted)
    if context is None:
        return None
    limit = quoted.start if lead else context.block.zone.end
    speaker = _find_last_speaker(context.block, reported, limit, same_paragraph=bool(lead))
    if speaker is None or speaker.attribution is None:
        return None
    end = speaker.attribution.end if lead else max(speaker.attribution.end, speaker.end)
    rest = page.text[end:limit].rstrip().rstrip(".!?”\"’'")
    return None if SENTENCE_BREAK.search(rest) else speaker


def _find_last_speaker(
    block: Block, reported: Sequence[QuoteCandidate], limit: int, *, same_paragraph: bool
) -> QuoteCandidate | None:
    """Return the last candidate of the block before `limit` whose source may continue, or None."""
    found: QuoteCandidate | None = None
    place = -1
    for candidate in reported:
        attribution = candidate.attribution
        if attribution is None or attribution.source is None or attribution.cue.negated:
            continue
        if attribution.block.start != block.start or attribution.end > limit:
            continue
        is_statement = same_paragraph or attribution.cue.speech != "wanted"
        if is_statement and attribution.start > place:
            found, place = candidate, attribution.start
    return found


def find_reaction_before(
    page: Page, contexts: Sequence[BlockContext], quoted: QuotedSpan
) -> Attribution | None:
    """Return what a short sentence right before whole quoted sentences says of who speaks ("Ann Hale agreed. “…”"), or None."""
    context = _find_context_before(page, contexts, quoted)
    if context is None:
        return None
    block = context.block
    limit = quoted.start if _read_lead(page, contexts, quoted) else block.zone.end
    words = (t for t in reversed(block.doc) if block.at(t) < limit and t.is_alpha)
    verb = next(words, None)
    if verb is None or verb.lower_ not in _list_reaction_forms() or verb.i in context.quoted:
        return None
    if page.text[block.at(verb) + len(verb.text) : limit].strip() != "." or is_negated(verb):
        return None
    source = find_source_phrase(verb, read_lemma(verb), context.quoted)
    if source is None or source.span.end > verb.i:
        return None
    return build_attribution(block, Cue(verb.i, verb.i + 1, read_lemma(verb), source), source)


def _find_context_before(
    page: Page, contexts: Sequence[BlockContext], quoted: QuotedSpan
) -> BlockContext | None:
    """Return the block whose last sentence is right before whole quoted sentences, or None where none may say whose they are."""
    if not page.text[quoted.parts[0][0]].isupper():
        return None
    if quoted.count_words(page.text) < THRESHOLDS.whole_quote_words:
        return None
    if _read_lead(page, contexts, quoted):
        return contexts[quoted.first_block]
    if quoted.first_block == 0 or not is_whole_paragraph(page, contexts, quoted):
        return None
    return contexts[quoted.first_block - 1]


def _read_lead(page: Page, contexts: Sequence[BlockContext], quoted: QuotedSpan) -> str:
    """Return the words of the paragraph before the quotation."""
    return page.text[contexts[quoted.first_block].block.start : quoted.start].rstrip()


@cache
def _list_reaction_forms() -> frozenset[str]:
    return frozenset(
        form
        for verb in REACTION_VERBS
        for form in inflect_cue_verb(verb)
        if not form.endswith("ing")
    )


def is_at_block_end(
    page: Page, contexts: Sequence[BlockContext], candidate: QuoteCandidate, index: int
) -> bool:
    """Return whether nothing but a few words follows the candidate in block `index`."""
    end = max(candidate.end, candidate.attribution.end if candidate.attribution else 0)
    rest = page.text[end : contexts[index].block.zone.end]
    is_short = len(rest.split()) <= THRESHOLDS.continuation_words
    return is_short and "." not in rest.strip().rstrip(".")


def is_only_speaker(
    block: Block, candidate: QuoteCandidate, reported: Sequence[QuoteCandidate]
) -> bool:
    """Return whether nobody but the candidate's speaker says anything in the block: the next paragraph in marks is theirs too."""
    if candidate.attribution is None or candidate.attribution.source is None:
        return False
    heads = {
        other.attribution.source.head.lower_
        for other in reported
        if other.attribution is not None
        and other.attribution.block.start == block.start
        and other.attribution.source is not None
    }
    return heads - HE_OR_SHE <= {candidate.attribution.source.head.lower_}
