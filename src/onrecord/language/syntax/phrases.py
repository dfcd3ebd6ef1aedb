"""Phrases: the extent of noun phrases and clauses, and which nouns are coordinated or counted.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: tokens, and phrases and clauses as spans. Out of scope: who
does what (`onrecord.language.syntax.dependencies`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.language.en.function_words import QUANTITY_NOUNS
from onrecord.language.syntax.dependency_labels import (
    CONJUNCTION_OR_MARKER_LABELS,
    COORDINATION_LABELS,
    NOMINAL_MODIFIER_LABELS,
    NON_FINITE_DEPENDENT_LABELS,
    NOUN_COMPLEMENT_LABELS,
    NOUN_PHRASE_LABELS,
    POSTNOMINAL_MODIFIER_LABELS,
    PREPOSITION_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import HYPHEN_OR_QUOTE_TAGS, PHRASE_BREAK_TAGS
from onrecord.language.syntax.verb_group import is_verb
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

NounComplements = Literal["none", "of", "all"]
"""Which prepositional phrases belong to a noun phrase: none, those with "of", all."""


def find_noun_phrase(
    noun: Token, *, conjuncts: bool = False, complements: NounComplements = "of"
) -> Span:
    """Return the noun phrase headed by `noun`, without its preposition.

    It contains determiners, modifiers and compounds, and ends before relative clauses, appositions, parentheses and commas.

    Args:
        noun: the head.
        conjuncts: whether coordinated nouns are part of it ("Britain and its allies").
        complements: which prepositional phrases are part of it.

    """
    kept = {noun.i}
    if noun.dep_ == "compound" and repair_tag(noun.head) == "VBZ":  # its verb is tagged as a noun
        kept.update(child.i for child in noun.head.lefts if child.dep_ in NOMINAL_MODIFIER_LABELS)
    for child in noun.children:
        if _is_part_of_phrase(child, noun, conjuncts=conjuncts, complements=complements):
            kept.update(token.i for token in _iter_modifier_tokens(child))
    first, last = _find_contiguous_run(noun, kept)
    while first < noun.i and noun.doc[first].dep_ == "case":  # "of the firm's ships", misread
        first += 1
    return noun.doc[first : last + 1]


def find_conjuncts(noun: Token) -> list[Token]:
    """Return `noun` and the nouns coordinated with it, in text order."""
    conjuncts = [noun]
    for token in conjuncts:
        conjuncts.extend(child for child in token.children if child.dep_ == "conj")
    return sorted(conjuncts, key=lambda token: token.i)


def find_first_conjunct(noun: Token) -> Token:
    """Return the first of the nouns that `noun` is coordinated with: itself where it is with none."""
    while noun.dep_ == "conj" and noun.head is not noun:
        noun = noun.head
    return noun


def find_counted_noun(noun: Token) -> Token:
    """Return what a quantity noun counts ("a number of officers": officers), or `noun` itself."""
    if noun.lower_ not in QUANTITY_NOUNS and noun.tag_ != "CD":
        return noun
    for child in noun.rights:
        if child.dep_.startswith("nmod") and has_case(child, "of"):
            return find_counted_noun(child)
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((find_counted_noun(c) for c in child.children if c.dep_ == "pobj"), noun)
    return noun


def find_clause(verb: Token) -> Span:
    """Return the clause of `verb`, from its subject to its last dependent.

    An open complement or a coordinated verb begins where the clause begins whose subject it shares. Coordinated clauses
    with a subject of their own are not part of it, nor are punctuation marks at its ends.
    """
    head = _find_clause_head(verb)
    first = min((child.left_edge.i for child in _iter_clause_parts(head)), default=head.i)
    last = max((child.right_edge.i for child in _iter_clause_parts(verb)), default=verb.i)
    return _trim_clause(verb, min(first, head.i, verb.i), max(last, verb.i))


def has_case(noun: Token, word: str) -> bool:
    """Return whether `noun` has the preposition `word` as its `case` (UD)."""
    return any(child.dep_ == "case" and child.lower_ == word for child in noun.lefts)


def read_case(noun: Token) -> str:
    """Return the first preposition of `noun` in lower case, or ""."""
    return next((child.lower_ for child in noun.lefts if child.dep_ in PREPOSITION_LABELS), "")


def _is_part_of_phrase(
    child: Token, noun: Token, *, conjuncts: bool, complements: NounComplements
) -> bool:
    label = child.dep_
    if label in COORDINATION_LABELS:
        return conjuncts
    if label == "case":
        return False
    if label in NOMINAL_MODIFIER_LABELS:
        return child.i < noun.i or label in POSTNOMINAL_MODIFIER_LABELS
    if label == "punct":
        return child.tag_ == "HYPH"
    if label not in NOUN_COMPLEMENT_LABELS:
        return False
    return (label == "nmod" and child.i < noun.i) or _is_wanted_complement(child, complements)


def _is_wanted_complement(child: Token, complements: NounComplements) -> bool:
    if complements != "of":
        return complements == "all"
    return child.lower_ == "of" if child.dep_ == "prep" else has_case(child, "of")


def _iter_modifier_tokens(token: Token) -> Iterator[Token]:
    """Yield a modifier and the parts of its subtree that belong to the noun phrase."""
    yield token
    for child in token.children:
        if child.dep_ in NOUN_PHRASE_LABELS and child.tag_ not in PHRASE_BREAK_TAGS:
            yield from _iter_modifier_tokens(child)


def _find_contiguous_run(noun: Token, kept: set[int]) -> tuple[int, int]:
    """Return the first and last index of the kept tokens around `noun`, over single hyphens and quotation marks."""
    doc, first, last = noun.doc, noun.i, noun.i
    while first - 1 in kept or (first - 2 in kept and doc[first - 1].tag_ in HYPHEN_OR_QUOTE_TAGS):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and doc[last + 1].tag_ in HYPHEN_OR_QUOTE_TAGS):
        last += 1
    return first, last


def _find_clause_head(verb: Token) -> Token:
    """Return the verb at whose subject the clause of `verb` begins."""
    head = verb
    for _ in range(THRESHOLDS.clause_steps):
        has_subject = any(child.dep_ in SUBJECT_LABELS for child in head.children)
        if has_subject or head.head == head or head.dep_ not in NON_FINITE_DEPENDENT_LABELS:
            return head
        if head.dep_ == "advcl" and (head.i < head.head.i or head.tag_ == "VBG"):
            return head
        head = head.head.head if head.dep_ == "pcomp" else head.head
    return head


def _iter_clause_parts(verb: Token) -> Iterator[Token]:
    """Yield the heads of what depends on `verb`, but for coordinated, inserted and preceding adverbial clauses."""
    for child in verb.children:
        if child.dep_ == "parataxis" or (child.dep_ == "conj" and is_verb(child)):
            continue
        if child.dep_ == "advcl" and child.i < verb.i:
            continue
        yield child


def _trim_clause(verb: Token, first: int, last: int) -> Span:
    """Return the span without punctuation, blanks and conjunctions at its ends; `first` and `last` are inclusive."""
    doc = verb.doc
    while first < verb.i and (
        doc[first].is_punct
        or doc[first].is_space
        or doc[first].dep_ in CONJUNCTION_OR_MARKER_LABELS
    ):
        first += 1
    while last > verb.i and (doc[last].is_punct or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    return doc[first : last + 1]
