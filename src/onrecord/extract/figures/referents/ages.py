"""Ages: which numbers say how old somebody or something is.

In: a quantity and its tokens. Out: the quantity in years (or months …) with the words that make it an
age, and the noun of whom. Out of scope: lengths of time, which are told by their unit alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.age_words import AGE_PREDICATE_WORDS, AGED_PEOPLE, KIN, KIN_OWNERS
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.language.syntax.dependencies import find_noun_phrase
from onrecord.language.syntax.dependency_labels import SUBJECT_LABELS
from onrecord.language.syntax.tag_sets import (
    COMMON_OR_PROPER_SINGULAR_TAGS,
    NOUN_TAGS,
    PERSON_LABELS,
    RELATIVE_PRONOUN_TAGS,
    SINGULAR_OR_ADJECTIVE_TAGS,
    SINGULAR_OR_PROPER_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

OLDEST = 115
"""No age of a person is above it."""

_OLD = re.compile(r"(?:[- ]olds?| of age)\b")
_AGED = re.compile(
    r"\b(?:aged?|ages?(?: of)?|age group)(?: (?:between|from|under|over|up to|about|around|just|only))* $"
    r"|\baged \d{1,3}(?: (?:and|to|or)|,) $",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b(?:turn(?:s|ed|ing)?|his|her|their|my) $", re.IGNORECASE)
_AT = re.compile(r"(?:^|[.!?,;:”] |\b(?:and|but) )(?i:at) (?:just |only |nearly )?$")
_LIFE = re.compile(
    r"\b(?:died?|dies|dying|(?:found|was|is|be) dead|retire[sd]?|retiring|marr(?:y|ied)|widowed|orphaned|emigrated|enlisted|debuted"
    r"|(?:left|leaves|leaving|quit|started|starting|finished) (?:home|school|work|university)|joined (?:the )?\w+(?: \w+)?) at $"
)
"""Before "at 14" these say that somebody's age follows."""
_NUMBERS = frozenset("number toll figure total count price rate level index shares stock".split())
"""Subjects that have no age: "the number who died at 14 hospitals"."""
_THEN = re.compile(r",? (?:he|she|I|they|his|her|my)\b")
LAST_HOUR = 12
"""At most this "at 9, he left" tells a time."""
_OPEN = re.compile(
    r"[,.;]|$| (?!(?:of|under|over|for|off|up|down|ahead|behind|to|from|per|out|short)\b)"
)
_CLOSED = re.compile(r"[,.;)!?]|$| (?:and|or|to|who|when|last|this|next|on|in|today|when|but|at)\b")

_BRACKETED = re.compile(r"\),? (?:of|from) [A-Z]")
"""After a person's bracketed number this tells an age; elsewhere it may be a minute or a shirt's number."""


_SOMEBODY = frozenset("man woman boy girl child person lad youth pensioner widow widower".split())
"""One of these "of 91" is so old."""


@dataclass(frozen=True, slots=True)
class AgeReading:
    """An age: the quantity with its unit and whole words, and the noun whose it is, or None."""

    quantity: Quantity
    whose: Token | None


def read_age(text: str, quantity: Quantity, tokens: Span) -> AgeReading | None:
    """Return the age that `quantity` tells, or None where it tells something else.

    Args:
        text: the block's text. tokens: those of the number and its unit.

    """
    if quantity.unit in TIME_UNITS:
        old = _OLD.match(text, quantity.end)
        if old is None:
            aged = re.search(
                r"\bage(?:d|s?,? of) $", text[max(0, quantity.start - 9) : quantity.start]
            )
            if aged is None:
                return None
            whose = None if aged[0].endswith("of ") else _find_noun_before(tokens)
            return AgeReading(replace(quantity, kind="age"), whose)
        grown = replace(quantity, end=old.end(), kind="age")
        beside = _find_adjacent_noun(quantity, tokens)
        return AgeReading(
            grown, _find_noun_after(tokens, old.end()) or beside or _find_subject(tokens)
        )
    if quantity.unit or quantity.kind not in {"count", "range"} or not _is_possible_age(quantity):
        return None
    before = text[max(0, quantity.number_start - 30) : quantity.number_start]
    after = text[quantity.end : quantity.end + 12]
    years = replace(quantity, unit="year", kind="age")
    aged = _AGED.search(before)
    if aged and (_CLOSED.match(after) or not _has_noun_after(tokens)):
        return AgeReading(years, None if " of " in aged[0] else _find_noun_before(tokens))
    if _AT.search(before[-16:]) and _THEN.match(after) and (quantity.value or 0) > LAST_HOUR:
        return AgeReading(years, None)
    if _LIFE.search(before) and _CLOSED.match(after) and (quantity.value or 0) > LAST_HOUR:
        whose = _find_subject(tokens)
        return None if whose is not None and whose.lower_ in _NUMBERS else AgeReading(years, whose)
    turned = _TURNED.search(before[-10:])
    if turned and turned[0].lower().startswith("turn") and _CLOSED.match(after):
        return AgeReading(years, _find_subject(tokens))
    return _read_bare_age(years, tokens, after)


def _is_possible_age(quantity: Quantity) -> bool:
    return all(
        1 <= number <= OLDEST and number % 0.5 == 0
        for number in (quantity.value, quantity.low, quantity.high)
        if number is not None
    )


def _read_bare_age(years: Quantity, tokens: Span, after: str) -> AgeReading | None:
    """Return "the minister, 67, who", "who is 55", "his mother is 82", "people over 65"."""
    doc = tokens.doc
    words = doc.char_span(years.start, years.end, alignment_mode="expand")
    first = tokens.start if words is None else words.start
    if first < 1 or tokens.end - tokens.start > 3 or _has_noun_after(tokens):
        return None
    before = doc[first - 1]
    if years.hedge and before.lower_ in AGED_PEOPLE:
        return AgeReading(years, before)
    if before.text == "," and re.match(r"[,.]|$| and\b", after) and first >= 2:
        named = doc[first - 2]
        people = named.tag_ in NOUN_TAGS and (
            named.ent_type_ in PERSON_LABELS or named.lower_ in KIN or named.lower_ in AGED_PEOPLE
        )
        beside = (
            named.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS and not years.hedge and after[:1] == ","
        )
        beside = beside and not (named.tag_ == "NNP" and re.match(r", [A-Z]", after))
        return AgeReading(years, named) if (people or beside) and years.value is not None else None
    if before.lower_ == "of" and first >= 2 and doc[first - 2].lower_ in _SOMEBODY:
        return AgeReading(years, doc[first - 2]) if _OPEN.match(after) else None
    if before.text == "(" and first >= 2 and doc[first - 2].ent_type_ in PERSON_LABELS:
        return AgeReading(years, doc[first - 2]) if _BRACKETED.match(after) else None
    whose = _find_subject(tokens) if before.lower_ in AGE_PREDICATE_WORDS else None
    if whose is None or not _OPEN.match(after):
        return None
    if whose.lower_ in {"he", "she", "who", "i"} or whose.ent_type_ in PERSON_LABELS:
        return AgeReading(years, whose)
    owned = any(child.lower_ in KIN_OWNERS or child.tag_ == "POS" for child in whose.subtree)
    return AgeReading(years, whose) if whose.lower_ in KIN and owned else None


def _has_noun_after(tokens: Span) -> bool:
    following = tokens.doc[tokens.end : tokens.end + 1]
    return any(token.tag_[:2] in SINGULAR_OR_ADJECTIVE_TAGS for token in following)


def _find_subject(tokens: Span) -> Token | None:
    """Return the subject of the age as predicate ("he is 82"), or of the verb right above ("turned 50")."""
    for head in (tokens[-1], tokens[0], tokens.root, tokens.root.head):
        copular = any(child.dep_ == "cop" for child in head.children)
        if copular or head.tag_.startswith("VB"):
            found = next((child for child in head.children if child.dep_ in SUBJECT_LABELS), None)
            if found is not None and found.i < tokens.start:
                return found
    return None


def _find_adjacent_noun(quantity: Quantity, tokens: Span) -> Token | None:
    """Return the noun right before the age: "pupils between 18 and 40 years old"."""
    words = tokens.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    first = tokens.start if words is None else words.start
    before = tokens.doc[first - 1] if first else None
    return before if before is not None and before.tag_ in SINGULAR_OR_PROPER_TAGS else None


def _find_noun_after(tokens: Span, end: int) -> Token | None:
    """Return the noun that "23-year-old" stands before."""
    doc, found = tokens.doc, None
    for token in doc[tokens.end : tokens.end + 9]:
        if token.idx < end:
            continue
        if token.tag_ not in NOUN_TAGS | {"JJ", "HYPH", "VBN", "VBG", "CC"}:
            break
        if token.tag_ in NOUN_TAGS:
            found = token
    return found


def _find_noun_before(tokens: Span) -> Token | None:
    """Return the noun before "aged": "two men, aged 19 and 24"."""
    for token in reversed(tokens.doc[max(0, tokens.start - 7) : tokens.start]):
        if token.tag_ in NOUN_TAGS and not token.lower_.startswith("age"):
            return token
        if token.tag_[:2] in {"VB", "PR", "MD"} and not token.lower_.startswith("age"):
            return None
    return None


def find_bearer_phrase(whose: Token, tokens: Span) -> tuple[Token, Token] | None:
    """Return (first, last) token of the noun phrase of `whose`, the age's own words left out."""
    if whose.tag_ in RELATIVE_PRONOUN_TAGS:
        clause = next((above for above in whose.ancestors if above.dep_ == "acl:relcl"), None)
        whose = clause.head if clause is not None else whose
    if whose.tag_ not in NOUN_TAGS:
        return None
    phrase = find_noun_phrase(whose)
    first, last = phrase[0], phrase[-1]
    if whose.i >= tokens.end:
        last = whose
        while first.i < whose.i and (first.i < tokens.end or first.lower_ in {"-", "old", "olds"}):
            first = first.nbor()
    else:
        last = whose.doc[min(last.i, whose.i)]
    while last.tag_ == "NNP" and first.i > first.sent.start and first.nbor(-1).tag_ == "NNP":
        first = first.nbor(-1)
    while first.i < last.i and first.tag_ in {"DT", "PRP$", "CD", "HYPH", ","}:
        first = first.nbor()
    return first, last
