"""Adjacent sources: the attribution of a cue beside quoted words, by the words beside the verb where the parse gives no source.

In: a cue and its block, and where quoted words end. Out: an `Attribution`. Out of scope: whether it attributes the words
(`onrecord.extract.quotes.assembly.attribution`).
"""

from __future__ import annotations

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.assembly.block_context import Attribution, build_attribution
from onrecord.extract.quotes.cue import Cue, SourcePhrase
from onrecord.extract.quotes.speakers.adjacent_phrases import (
    find_phrase_after,
    find_phrase_before,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records import Block


def attribute_before(block: Block, cue: Cue) -> Attribution:
    """Return the attribution of a cue before quoted words; a verb that opens its sentence has its source after it.

    "Continued Hale: “…”".
    """
    doc = block.doc
    if cue.source is not None or doc[cue.start].is_sent_start is not True:
        return build_attribution(block, cue, cue.source)
    if cue.end >= len(doc) or not doc[cue.end].text.istitle():
        return build_attribution(block, cue, None)
    return build_attribution(block, cue, find_phrase_after(doc, cue.end))


def attribute_after(block: Block, cue: Cue, quote_end: int) -> Attribution | None:
    """Return the attribution of a cue behind quoted words that end at `quote_end`, or None where nobody is beside the verb."""
    source = cue.source
    if source is None or block.at(block.doc[source.span.start]) < quote_end:
        source = _find_adjacent_source(block, cue, quote_end)
        if source is None:
            return None
    return build_attribution(block, cue, source)


def _find_adjacent_source(block: Block, cue: Cue, quote_end: int) -> SourcePhrase | None:
    """Return the phrase between a quotation and its verb, or else after the verb, or None."""
    doc, verb = block.doc, cue.start
    start = next((token.i for token in doc if block.at(token) >= quote_end), len(doc))
    while start < verb and not doc[start].is_alpha and not doc[start].is_digit:
        start += 1
    if start == verb:
        return _find_source_after(block, cue)
    if doc[verb].tag_ == "VBG":
        return None  # no participle has its speaker right before it ("…” of old, and telling the crew")
    phrase = find_phrase_before(doc, start, verb)
    is_short = verb - start <= THRESHOLDS.gap_name_without_parse_tokens
    if phrase is None and is_short and doc[start].text[:1].isupper():
        # The parse took the name for something else: the words themselves are the source.
        return SourcePhrase(doc[verb - 1], TokenSpan(start, verb), pattern_names.UNPARSED_GAP)
    return phrase


def _find_source_after(block: Block, cue: Cue) -> SourcePhrase | None:
    """Return the phrase after the verb, unless "that" follows it, or None."""
    doc = block.doc
    after = next((token.i for token in doc[cue.end :] if not token.is_space), len(doc))
    if after < len(doc) and doc[after].lower_ == "that":
        return None
    return find_phrase_after(doc, after)
