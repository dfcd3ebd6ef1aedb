"""Phrase boundaries: where the noun phrase beside a number ends, and the whole of a hyphenated word.

In: tokens of a parse. Out: indices of tokens, half-open: where a phrase starts, and the index after its last token. Out of scope:
which noun is counted (`counted_noun`).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.number_words import ORDER_WORDS
from onrecord.extract.figures.en.referent_words import NON_NAME_ADJECTIVES, PERCENT_NOUNS
from onrecord.extract.figures.en.tags import (
    AMOUNT_HEDGE_TAGS,
    DETERMINER_OR_NUMBER_TAGS,
    LEADING_TAGS,
    NOUN_PHRASE_TAGS,
    PREMODIFIER_TAGS,
)
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.en.function_words import COORDINATORS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    AMOUNT_TAGS,
    FINITE_TAGS,
    NOUN_TAGS,
    PLURAL_NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def find_first_token(quantity: Quantity, tokens: Span) -> int:
    """Return the index of the quantity's first token, the hedge's.

    Args:
        quantity: the quantity.
        tokens: the tokens of its number and unit.

    """
    words = tokens.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    return tokens.start if words is None else words.start


def find_run_head(doc: Doc, index: int) -> Token | None:
    """Return the last noun of the noun phrase that starts at `index`, or None."""
    last: Token | None = None
    for token in doc[index : index + THRESHOLDS.phrase_words]:
        if token.tag_ in NOUN_TAGS:
            if last is not None and last.tag_ in PLURAL_NOUN_TAGS and token.head.i <= last.i:
                break
            last = token
        elif not _is_inside_run(token, last, index):
            break
    return last


def _is_inside_run(token: Token, last: Token | None, start: int) -> bool:
    """Return whether a word other than a noun belongs to the noun phrase whose last noun so far is `last`."""
    if _is_continued_after(last, token):
        return True
    if token.tag_ == "CD" and token.i > start and get_neighbour(token, -1).tag_ == "POS":
        return True
    if last is not None and token.tag_ not in ("POS", "HYPH"):
        return False
    is_before_noun = token.i + 1 < len(token.doc) and get_neighbour(token).tag_ in NOUN_TAGS
    if token.tag_ == "CC" and is_before_noun:
        return False
    return token.tag_ in NOUN_PHRASE_TAGS | DETERMINER_OR_NUMBER_TAGS


def _is_continued_after(last: Token | None, token: Token) -> bool:
    """Return whether a noun phrase goes on after a name in it ("*DC* fast charging", "*Core* i7 chips")."""
    is_before_noun = token.i + 1 < len(token.doc) and get_neighbour(token).tag_ in NOUN_TAGS
    if last is None or last.tag_ != "NNP" or not is_before_noun or last.i + 1 != token.i:
        return False
    is_model = token.tag_ == "CD" and token.text[0].isalpha() and not token.is_alpha
    return is_model or (token.tag_ == "JJ" and token.lower_ not in NON_NAME_ADJECTIVES)


def trim_amount(noun: Token, end: int) -> int:
    """Return the end of the phrase without an amount of its noun ("efficiencies *of around 24%*")."""
    doc = noun.doc
    for token in doc[noun.i + 1 : end]:
        if token.lower_ == "of" and _is_amount_after(token):
            return token.i
    return end


def _is_amount_after(of: Token) -> bool:
    """Return whether a number follows that counts no noun."""
    following = of.doc[of.i + 1 : of.i + 1 + THRESHOLDS.amount_words]
    words = [token for token in following if token.tag_ not in AMOUNT_HEDGE_TAGS]
    numbers = list(takewhile(lambda token: token.tag_ in AMOUNT_TAGS, words))
    after = words[len(numbers) : len(numbers) + 1]
    is_counting = (
        after and after[0].tag_ in PREMODIFIER_TAGS and after[0].lower_ not in PERCENT_NOUNS
    )
    return bool(numbers) and not is_counting


def extend_with_conjunct(noun: Token, end: int) -> int:
    """Return the end of the phrase with a plural that is joined to a plural.

    "40,000 soldiers and police officers" counts both; "500 soldiers and a ship", "soldiers and 30
    officers" and "the men and equipment" count the first alone.
    """
    doc = noun.doc
    if noun.tag_ != "NNS" or end + 1 >= len(doc) or doc[end].lower_ not in COORDINATORS:
        return end
    second, joined = doc[end + 1], find_run_head(doc, end + 1)
    if joined is None or joined.tag_ != "NNS":
        return end
    if second.lower_ in ORDER_WORDS or second.tag_ in LEADING_TAGS:
        return end
    following = doc[joined.i + 1].tag_ if joined.i + 1 < len(doc) else ""
    is_clause = following in FINITE_TAGS and noun.head.i < noun.i
    has_verb = any(token.tag_.startswith("VB") for token in doc[end + 1 : joined.i])
    return end if is_clause or has_verb else joined.i + 1


def extend_with_from_phrase(noun: Token, end: int) -> int:
    """Return the end of the phrase with a from-phrase right after it."""
    doc = noun.doc
    if end + 1 >= len(doc) or doc[end].lower_ != "from" or doc[end + 1].tag_ == "CD":
        return end
    head = find_run_head(doc, end + 1)
    return end if head is None else head.i + 1


def extend_to_word_start(start: int, tokens: Span) -> int:
    """Return the start of the word that hyphens make of the token at `start` and those before ("*coal*-fired")."""
    doc = tokens.doc
    while start > 1 and _is_joining_hyphen(doc[start - 1]):
        if tokens.start <= start - 2 < tokens.end:
            break
        start -= 2
    return start


def extend_to_word_end(end: int, tokens: Span) -> int:
    """Return the end of the word that hyphens make of the token before `end` and those after, with its noun."""
    doc, last, is_joined = tokens.doc, end - 1, False
    while last + 2 < len(doc) and (
        _is_joining_hyphen(doc[last]) or _is_joining_hyphen(doc[last + 1])
    ):
        last += 1 if _is_joining_hyphen(doc[last]) else 2
        is_joined = True
    if is_joined and not tokens.start <= last < tokens.end and last + 1 < len(doc):
        head = find_run_head(doc, last + 1)
        last = last if head is None else head.i
    return last + 1


def _is_joining_hyphen(token: Token) -> bool:
    """Return whether `token` is a hyphen between two parts of a word."""
    is_inner = 0 < token.i < len(token.doc) - 1
    return (
        token.text == "-"
        and is_inner
        and not (token.whitespace_ or get_neighbour(token, -1).whitespace_)
    )
