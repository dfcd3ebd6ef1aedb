"""Phrase edges: where the noun phrase after a number ends, and the whole of a hyphened word.

In: tokens of a parse. Out: the tokens a phrase begins and ends with. Out of scope: which noun is counted
(`counted`).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.extract.figures.en.referent_words import PERCENT_NOUNS
from onrecord.language.syntax.tag_sets import AMOUNT_TAGS, NOUN_TAGS, PLURAL_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MAX_WORDS = 9
BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", *NOUN_TAGS})
INSIDE = BEFORE_NOUN | {"POS", "CC", "RB", "``", "''"}


def find_run_head(doc: Doc, index: int) -> Token | None:
    """Return the last noun of the noun phrase that starts at `index`."""
    last: Token | None = None
    for token in doc[index : index + MAX_WORDS]:
        if token.tag_ in NOUN_TAGS:
            if last is not None and last.tag_ in PLURAL_NOUN_TAGS and token.head.i <= last.i:
                break
            last = token
        elif _is_continued_after(last, token) or (
            token.tag_ == "CD" and token.i > index and token.nbor(-1).tag_ == "POS"
        ):
            continue
        elif (
            (last is not None and token.tag_ not in {"POS", "HYPH"})
            or (token.tag_ == "CC" and token.i + 1 < len(doc) and token.nbor().tag_ in NOUN_TAGS)
            or token.tag_ not in INSIDE | {"DT", "PDT", "PRP$", "CD"}
        ):
            break
    return last


def _is_continued_after(last: Token | None, token: Token) -> bool:
    """Return whether a name's phrase goes on after its name ("*DC* fast charging", "*Core* i7 chips")."""
    noun = token.i + 1 < len(token.doc) and token.nbor().tag_ in NOUN_TAGS
    if last is None or last.tag_ != "NNP" or not noun or last.i + 1 != token.i:
        return False
    model = token.tag_ == "CD" and token.text[0].isalpha() and not token.is_alpha
    return model or (token.tag_ == "JJ" and token.lower_ not in _APART)


_APART = frozenset({"last", "next", "own", "other", "such", "same", "past", "further", "more"})


def trim_amount(noun: Token, last: Token) -> Token:
    """Return the last token of the phrase without an amount told of it ("efficiencies *of around 24%*")."""
    doc = noun.doc
    for token in doc[noun.i + 1 : last.i + 1]:
        if token.lower_ != "of":
            continue
        rest = [
            one for one in doc[token.i + 1 : token.i + 8] if one.tag_ not in {"RB", "JJR", "IN"}
        ]
        numbers = list(takewhile(lambda one: one.tag_ in AMOUNT_TAGS, rest))
        after = rest[len(numbers) : len(numbers) + 1]
        if numbers and not (
            after and after[0].tag_ in BEFORE_NOUN and after[0].lower_ not in PERCENT_NOUNS
        ):
            return doc[token.i - 1]
    return last


def extend_to_word_start(first: Token, tokens: Span) -> Token:
    """Return the first part of the word that hyphens make of `first` and those before ("*coal*-fired")."""
    while first.i > 1 and _is_joint(first.nbor(-1)):
        before = first.nbor(-2)
        if tokens.start <= before.i < tokens.end:
            break
        first = before
    return first


def extend_to_word_end(last: Token, tokens: Span) -> Token:
    """Return the last part of the word that hyphens make of `last` and those after, and its noun."""
    doc, joined = last.doc, False
    while last.i + 2 < len(doc) and (_is_joint(last) or _is_joint(last.nbor())):
        last, joined = last.nbor(1 if _is_joint(last) else 2), True
    if joined and not tokens.start <= last.i < tokens.end and last.i + 1 < len(doc):
        return find_run_head(doc, last.i + 1) or last
    return last


def _is_joint(token: Token) -> bool:
    """Return whether `token` is a hyphen between two parts of a word."""
    inner = 0 < token.i < len(token.doc) - 1
    return token.text == "-" and inner and not (token.whitespace_ or token.nbor(-1).whitespace_)
