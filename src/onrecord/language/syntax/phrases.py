"""Phrases: how far a noun's phrase and a verb's clause reach, and what nouns are joined or counted.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: tokens, and phrases and clauses as
spans. Out of scope: who does what (`onrecord.language.syntax.dependencies`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.syntax.dependency_labels import NON_FINITE_DEPENDENT_LABELS, SUBJECT_LABELS
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.verb_group import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_MODIFIER = frozenset(
    {
        "det", "predet", "det:predet", "amod", "compound", "nn", "nummod", "quantmod", "poss",
        "nmod:poss", "nmod:desc", "flat", "flat:name", "fixed", "goeswith", "nmod:unmarked", "nounmod",
        "advmod", "cc:preconj", "preconj", "npadvmod", "case",
    }
)  # fmt: skip
_INNER = _MODIFIER | {"conj", "cc", "punct", "nmod", "prep", "pobj", "obl", "advcl", "prt"}
_AFTER = frozenset({"flat", "flat:name", "fixed", "nummod", "nmod:desc"})
"""Modifiers that may follow their noun."""
_QUANTITIES = frozenset(
    {
        "number", "half", "majority", "lot", "couple", "handful", "dozen", "dozens", "hundreds",
        "thousands", "tens", "millions", "scores", "most", "many", "some", "all", "group", "series",
        "part", "rest", "third", "quarter", "pair", "range", "variety", "total", "one", "two", "none",
    }
)  # fmt: skip


def find_noun_phrase(noun: Token, *, conjuncts: bool = False, complements: str = "of") -> Span:
    """Return the noun phrase headed by `noun`, without its preposition.

    It holds determiners, modifiers and compounds, and stops before relative clauses, appositions,
    parentheses and commas.

    Args:
        noun: the head.
        conjuncts: take in what is joined to it ("Britain and its allies").
        complements: `none`, `of` (only of-phrases) or `all` (any phrase with a preposition).
    """
    kept = {noun.i}
    if noun.dep_ == "compound" and repair_tag(noun.head) == "VBZ":  # its verb taken for a noun
        kept.update(child.i for child in noun.head.lefts if child.dep_ in _MODIFIER)
    for child in noun.children:
        if _belongs(child, noun, conjuncts, complements):
            kept.update(token.i for token in _inner(child))
    first, last = _contiguous(noun, kept)
    return noun.doc[first : last + 1]


def find_conjuncts(noun: Token) -> list[Token]:
    """Return `noun` and what is joined to it, in order of text."""
    found = [noun]
    for token in found:
        found.extend(child for child in token.children if child.dep_ == "conj")
    return sorted(found, key=lambda token: token.i)


def find_counted_noun(noun: Token) -> Token:
    """Return what a quantity noun counts ("a number of officers": officers), or `noun` itself."""
    if noun.lower_ not in _QUANTITIES and noun.tag_ != "CD":
        return noun
    for child in noun.rights:
        if child.dep_.startswith("nmod") and has_case(child, "of"):
            return find_counted_noun(child)
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((find_counted_noun(c) for c in child.children if c.dep_ == "pobj"), noun)
    return noun


def find_clause(verb: Token) -> Span:
    """Return the clause of `verb`, from its subject to its last dependent.

    An open complement or a conjoined verb starts where the clause it shares its subject with starts.
    Clauses joined to it that have their own subject are left out, and so are marks at the ends.
    """
    head = _clause_head(verb)
    first = min(token.i for token in _own(head))
    last = max(token.i for token in _own(verb))
    return _trimmed(verb, min(first, verb.i), max(last, verb.i))


def _belongs(child: Token, noun: Token, conjuncts: bool, complements: str) -> bool:
    if child.dep_ in {"conj", "cc"}:
        return conjuncts
    if child.dep_ == "case":
        return False
    if child.dep_ in _MODIFIER:
        return child.i < noun.i or child.dep_ in _AFTER
    if child.dep_ == "punct":
        return child.tag_ == "HYPH"
    if child.dep_ == "nmod" and child.i < noun.i:
        return True
    if complements == "none" or child.dep_ not in {"nmod", "prep"}:
        return False
    of = child.lower_ == "of" if child.dep_ == "prep" else has_case(child, "of")
    return complements == "all" or of


def _inner(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in _INNER and child.tag_ not in {",", ":", "-LRB-", "-RRB-"}:
            yield from _inner(child)


def _contiguous(noun: Token, kept: set[int]) -> tuple[int, int]:
    doc, first, last = noun.doc, noun.i, noun.i
    while first - 1 in kept or (first - 2 in kept and doc[first - 1].tag_ in {"HYPH", "``", "''"}):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and doc[last + 1].tag_ in {"HYPH", "``", "''"}):
        last += 1
    return first, last


def has_case(noun: Token, word: str) -> bool:
    """Return whether `noun` has the preposition `word` (UD)."""
    return any(child.dep_ == "case" and child.lower_ == word for child in noun.lefts)


def _clause_head(verb: Token) -> Token:
    head = verb
    for _ in range(6):
        own = any(child.dep_ in SUBJECT_LABELS for child in head.children)
        if own or head.head == head or head.dep_ not in NON_FINITE_DEPENDENT_LABELS:
            return head
        if head.dep_ == "advcl" and (head.i < head.head.i or head.tag_ == "VBG"):
            return head
        head = head.head.head if head.dep_ == "pcomp" else head.head
    return head


def _own(verb: Token) -> Iterator[Token]:
    """Yield `verb` and its subtree without clauses of their own."""
    yield verb
    for child in verb.children:
        if child.dep_ == "parataxis" or (child.dep_ == "conj" and is_verb(child)):
            continue
        if child.dep_ == "advcl" and child.i < verb.i:
            continue
        yield from child.subtree


def _trimmed(verb: Token, first: int, last: int) -> Span:
    doc = verb.doc
    while first < verb.i and (
        doc[first].is_punct or doc[first].is_space or doc[first].dep_ in {"cc", "mark"}
    ):
        first += 1
    while last > verb.i and (doc[last].is_punct or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    return doc[first : last + 1]
