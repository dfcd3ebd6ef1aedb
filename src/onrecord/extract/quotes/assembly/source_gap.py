"""Source gap: the words from a quotation to its verb belong to who speaks (“…,” manager Ann Hale, 46, said).

In: an attribution and where the quoted words end. Out: the attribution with its whole source. Out of scope: sources
after the verb (`onrecord.extract.quotes.speakers.descriptions`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.assembly.block_context import Attribution
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.tags import TITLE_TAGS
from onrecord.extract.quotes.speakers.adjacent_phrases import find_phrase_between
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


def extend_over_title(attribution: Attribution, quote_end: int) -> Attribution:
    """Return the attribution with the nouns right after the quotation that its source lacks ("manager Ann Hale")."""
    source = _get_source_before(attribution)
    if source is None:
        return attribution
    block, doc = attribution.block, attribution.block.doc
    start = source.span.start
    name = _find_name_before(block, start, quote_end)
    if name is not None:
        span = TokenSpan(name.start, source.span.end)
        phrase = SourcePhrase(doc[name.end - 1], span, pattern_names.NAME_BEFORE_COMMA)
        return replace(attribution, source=phrase, start=block.at(doc[name.start]))
    while (
        start > 0
        and (doc[start - 1].tag_ in TITLE_TAGS or _is_age(doc[start]))
        and block.at(doc[start - 1]) >= quote_end
    ):
        start -= 1
    reaches_quote = start > 0 and block.at(doc[start - 1]) < quote_end
    if start == source.span.start or not (reaches_quote or doc[start - 1].is_punct):
        return attribution
    phrase = source._replace(span=TokenSpan(start, source.span.end))
    return replace(attribution, source=phrase, start=block.at(doc[start]))


def extend_over_gap(attribution: Attribution, quote_end: int) -> Attribution:
    """Return the attribution with all words from the quotation to the verb as its source, if they read as one phrase."""
    source = _get_source_before(attribution)
    if source is None:
        return attribution
    block, doc = attribution.block, attribution.block.doc
    start = source.span.start
    while start > 0 and block.at(doc[start - 1]) >= quote_end:
        start -= 1
    while start < source.span.start and doc[start].is_punct:
        start += 1
    if start >= source.span.start:
        return attribution
    phrase = find_phrase_between(doc, start, attribution.cue.start)
    if phrase is None:
        return attribution
    return replace(attribution, source=phrase, start=block.at(doc[start]))


def _get_source_before(attribution: Attribution) -> SourcePhrase | None:
    """Return the source if it begins before its verb, else None."""
    source = attribution.source
    return None if source is None or source.span.start > attribution.cue.start else source


def _find_name_before(block: Block, start: int, quote_end: int) -> TokenSpan | None:
    """Return the tokens of a name between the quotation and a comma before token `start`, or None.

    “…,” Ann Hale, the harbour master, said: the parse may take what follows the comma for who speaks.
    """
    doc, comma = block.doc, start - 1
    if comma < 2 or doc[comma].text != "," or doc[comma - 1].tag_ != "NNP" or _is_age(doc[start]):
        return None
    first = comma - 1
    while first > 0 and doc[first - 1].tag_ == "NNP" and block.at(doc[first - 1]) >= quote_end:
        first -= 1
    reaches_quote = first > 0 and block.at(doc[first - 1]) < quote_end <= block.at(doc[first])
    return TokenSpan(first, comma) if reaches_quote and first < comma - 1 else None


def _is_age(token: Token) -> bool:
    """Return whether it is an age after a name, or the comma before one ("Ann Hale, 46, said")."""
    if token.text == ",":
        return bool(get_neighbour(token).tag_ == "CD")
    return bool(token.tag_ == "CD" and get_neighbour(token, -1).text == ",")
