"""Verb arguments: the noun that a verb brings to a quantity, as its object or its subject.

In: a quantity and its tokens in a parse. Out: the noun of what rose, fell, cost or weighed so much, or None. Out of scope: nouns right
beside the number (`counted_noun`), and parses that find no argument (`changed_referent`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.referent_words import (
    APPOSITION_MARKS,
    CAUSATIVE_VERBS,
    COPULAR_AND_CHANGE_VERBS,
    DIMENSION_ADJECTIVES,
    DURATION_PREPOSITIONS,
    MEASURE_VERBS,
    OBJECT_CONTROL_VERBS,
    PERCENT_NOUNS,
    STATISTIC_NOUNS,
    TRANSFER_VERBS,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.referents.phrase_boundaries import find_first_token
from onrecord.language.syntax.copula import has_copula
from onrecord.language.syntax.dependencies import find_objects, find_subject
from onrecord.language.syntax.dependency_labels import (
    PASSIVE_AUXILIARY_LABELS,
    PASSIVE_SUBJECT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_sets import NOUN_TAGS, PERSON_LABELS
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def find_verb_argument(quantity: Quantity, tokens: Span) -> Token | None:
    """Return what rose, fell or was brought to the quantity: object or subject of the verb above; or None.

    Args:
        quantity: the quantity.
        tokens: the tokens of its number and unit.

    """
    root, first = tokens.root, find_first_token(quantity, tokens)
    if any(child.lower_ == "among" for child in root.children):
        return None  # "the singer was among the 12,000 in the stand"
    before = tokens.doc[max(0, first - 1)]
    if quantity.unit in TIME_UNITS and before.lower_ in DURATION_PREPOSITIONS:
        return None  # "two crashes in less than five months"
    for above in (root, *root.ancestors):
        if _is_predicate(above):
            may_measure = _may_take_quantity(above, quantity)
            return _find_argument(above, quantity, (tokens.start, first)) if may_measure else None
        if _is_apposed_measure(above, tokens):
            return above
    return None


def _is_predicate(token: Token) -> bool:
    return token.tag_.startswith("VB") or has_copula(token) or _find_own_subject(token) is not None


def _is_apposed_measure(noun: Token, tokens: Span) -> bool:
    """Return whether the measure stands right after the noun: "the rocket, 98 metres high"."""
    if noun.tag_ not in NOUN_TAGS or noun.i >= tokens.start:
        return False
    between = tokens.doc[noun.i + 1 : tokens.start]
    following = tokens.doc[tokens.end : tokens.end + 1].text.lower()
    return following in DIMENSION_ADJECTIVES and all(
        token.text in APPOSITION_MARKS for token in between
    )


def _may_take_quantity(predicate: Token, quantity: Quantity) -> bool:
    """Return whether a figure may be a measure of the predicate's object or subject."""
    lemma = read_lemma(predicate)
    is_measured = lemma in MEASURE_VERBS and quantity.kind in {"measure", "money", "percent"}
    if not (has_copula(predicate) or lemma in COPULAR_AND_CHANGE_VERBS or is_measured):
        return False
    if quantity.kind == "money":
        # "paid an agency $449,000" counts no agency
        return lemma not in TRANSFER_VERBS or _is_passive(predicate)
    return lemma != "sell"  # "dealers sold 303,417 cars, up 4%"


def _find_argument(predicate: Token, quantity: Quantity, starts: tuple[int, int]) -> Token | None:
    """Return the predicate's object before the number, or else its subject, if a quantity may measure that.

    `starts` are the indices of the number's and the hedge's first token.
    """
    number, hedge = starts
    objects = [
        noun
        for noun in find_objects(predicate)
        if predicate.i < noun.i < number and not _is_amount(noun)
    ]
    if not objects and read_lemma(predicate) in CAUSATIVE_VERBS and not _is_passive(predicate):
        return None
    subject = None if objects else _find_own_subject(predicate)
    noun = objects[0] if objects else subject or _find_controlled_subject(predicate)
    return noun if noun is not None and _may_be_measured(noun, quantity, hedge) else None


def _may_be_measured(noun: Token, quantity: Quantity, hedge: int) -> bool:
    if noun.tag_ not in NOUN_TAGS or _is_amount(noun) or noun.lower_ in STATISTIC_NOUNS:
        return False
    # "Neymar was among the 12,000 in the stand"
    is_person = quantity.kind in {"count", "range"} and noun.ent_type_ in PERSON_LABELS
    return noun.i < hedge and not is_person


def _find_own_subject(verb: Token) -> Token | None:
    """Return the noun right before the verb among its subjects ("Pre-tax losses widened"), or None."""
    nouns = [
        child for child in verb.children if child.dep_ in SUBJECT_LABELS and child.tag_ in NOUN_TAGS
    ]
    return nouns[-1] if nouns and nouns[-1].i < verb.i else None


def _find_controlled_subject(verb: Token) -> Token | None:
    """Return the subject of `verb`, also where that is another verb's object: "analysts expect *sales* to grow to 5m"."""
    head = verb.head
    is_infinitive = any(child.lower_ == "to" and child.i < verb.i for child in verb.children)
    if is_infinitive and head.tag_ in NOUN_TAGS and read_lemma(head.head) in OBJECT_CONTROL_VERBS:
        return head
    is_controlled = is_infinitive and head.i < verb.i and read_lemma(head) in OBJECT_CONTROL_VERBS
    if is_controlled and not _is_passive(head):
        nouns = [noun for noun in find_objects(head) if head.i < noun.i < verb.i]
        return nouns[-1] if nouns else None
    return find_subject(verb)


def _is_passive(verb: Token) -> bool:
    labels = PASSIVE_SUBJECT_LABELS | PASSIVE_AUXILIARY_LABELS
    return any(child.dep_ in labels for child in verb.children)


def _is_amount(noun: Token) -> bool:
    """Return whether a noun is itself part of a quantity ("fell 4.2% to 318p")."""
    is_numbered = any(child.dep_ == "nummod" for child in noun.children)
    is_symbol = noun.tag_ == "$" or not noun.text[0].isalpha()
    return noun.lower_ in PERCENT_NOUNS or is_symbol or is_numbered
