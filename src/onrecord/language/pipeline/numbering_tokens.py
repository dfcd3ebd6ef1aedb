"""Tokens of abbreviations that announce a number: "No." in "No. 10" is one token, whose full stop ends no sentence.

In: a Doc before it is tagged. Out: the same Doc, with such abbreviations and their full stops joined. Out of scope: where sentences end elsewhere, which the parser finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.numbered_nouns import ABBREVIATIONS_BEFORE_NUMBERS

if TYPE_CHECKING:
    from spacy.tokens import Doc


def join_numbering_abbreviations(doc: Doc) -> None:
    """Join in `doc`, in place, each abbreviation before a number with its full stop."""
    found = [
        doc[stop.i - 1 : stop.i + 1]
        for stop in doc[1:-1]
        if stop.text == "."
        and doc[stop.i + 1].text[:1].isdigit()
        and doc[stop.i - 1].text in ABBREVIATIONS_BEFORE_NUMBERS
        and not doc[stop.i - 1].whitespace_
    ]
    if not found:
        return
    with doc.retokenize() as retokenizer:
        for words in found:
            retokenizer.merge(words)
