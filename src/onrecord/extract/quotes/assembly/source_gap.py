"""Words between: what stands from words in marks to their verb belongs to who speaks (“…,” manager Ann Hale, 46, said).

In: an attribution and where the quoted words end. Out: the attribution with the whole source. Out of scope: sources
after the verb (`onrecord.extract.quotes.speakers.descriptions`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.quotes.assembly.block_context import Attribution
from onrecord.extract.quotes.en.tags import TITLE_TAGS
from onrecord.extract.quotes.speakers.adjacent_phrases import find_phrase_between
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


def extend_over_title(made: Attribution, quote_end: int) -> Attribution:
    """Return the attribution with the nouns right after the quotation that its source lacks ("manager Ann Hale")."""
    if made.span is None or made.span[0] > made.cue.first:
        return made
    doc, first = made.block.doc, made.span[0]
    if (named := _find_name_before(made.block, first, quote_end)) is not None:
        start = made.block.at(doc[named[0]])
        return replace(made, head=doc[named[1]], span=(named[0], made.span[1]), start=start)
    while (
        first > 0
        and (doc[first - 1].tag_ in TITLE_TAGS or _is_age(doc[first]))
        and made.block.at(doc[first - 1]) >= quote_end
    ):
        first -= 1
    reaches = first > 0 and made.block.at(doc[first - 1]) < quote_end
    if first == made.span[0] or not (reaches or doc[first - 1].is_punct):
        return made
    span = (first, made.span[1])
    return replace(made, span=span, start=made.block.at(doc[first]))


def _find_name_before(block: Block, first: int, quote_end: int) -> tuple[int, int] | None:
    """Return the (first, last) tokens of a name between the quotation and a comma before token `first`, or None.

    “…,” Ann Hale, the harbour master, said: a parse may take what follows the comma for who speaks.
    """
    doc, last = block.doc, first - 2
    if last < 1 or doc[first - 1].text != "," or doc[last].tag_ != "NNP" or _is_age(doc[first]):
        return None
    begin = last
    while begin > 0 and doc[begin - 1].tag_ == "NNP" and block.at(doc[begin - 1]) >= quote_end:
        begin -= 1
    reaches = begin > 0 and block.at(doc[begin - 1]) < quote_end <= block.at(doc[begin])
    return (begin, last) if reaches and begin < last else None


def _is_age(token: Token) -> bool:
    """Return whether it is an age after a name, or the comma before one ("Ann Hale, 46, said")."""
    if token.text == ",":
        return bool(token.nbor().tag_ == "CD")
    return bool(token.tag_ == "CD" and token.nbor(-1).text == ",")


def extend_over_gap(made: Attribution, quote_end: int) -> Attribution:
    """Return the attribution with all words from the quotation to the verb as its source, if they read as one phrase."""
    if made.span is None or made.span[0] > made.cue.first:
        return made
    doc, block = made.block.doc, made.block
    first = made.span[0]
    while first > 0 and block.at(doc[first - 1]) >= quote_end:
        first -= 1
    while first < made.span[0] and doc[first].is_punct:
        first += 1
    found = find_phrase_between(doc, first, made.cue.first) if first < made.span[0] else None
    if found is None:
        return made
    return replace(made, head=found[0], span=found[1], start=block.at(doc[first]))
