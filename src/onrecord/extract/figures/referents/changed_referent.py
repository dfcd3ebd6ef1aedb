"""Changed quantities: what rose, fell or stands at a figure, found by the order of words where the parse finds none.

In: the tokens of a quantity. Out: the words of what the verb before it is said of. Out of scope: phrases that the parse finds
(`counted_noun`), clauses without a noun right before their verb, and who changed it.

A small parser often takes "Group turnover climbed" for one long noun; the tags of its words are right far oftener.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.en.change_words import (
    AUXILIARIES_AND_ADVERBS,
    BE_FORMS,
    BE_OR_GO_FORMS,
    CAUSATIVE_CHANGE_VERBS,
    CHANGE_OR_LEVEL_VERBS,
    CLAUSE_OPENERS,
    EXPECTATION_PARTICIPLES,
    LEVEL_VERBS,
    MOVEMENT_ADVERBS,
    NO_CHANGE_BEFORE_BY,
    PARENTHESIS_OPENERS,
    REPORT_VERBS,
    SHARE_CHANGE_VERBS,
    TRANSITIVE_CHANGE_VERBS,
    VALUATION_PARTICIPLES,
)
from onrecord.extract.figures.en.referent_words import (
    BRIDGE_WORDS,
    DIMENSION_ADJECTIVES,
    PERCENT_NOUNS,
)
from onrecord.extract.figures.en.tags import (
    BRIDGE_TAGS,
    OBJECT_START_TAGS,
)
from onrecord.extract.figures.referents.noun_runs import find_run_start, trim_run
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    AMOUNT_TAGS,
    COMMON_NOUN_TAGS,
    MODAL_OR_ADVERB_TAGS,
    NOUN_TAGS,
    PERSON_LABELS,
)
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def find_changed_referent(tokens: Span, first: int) -> Span | None:
    """Return the words of what rose, fell or stands at the quantity, or None.

    Args:
        tokens: the tokens of its number and unit.
        first: index of its first token, the hedge's.

    """
    doc, start = tokens.doc, tokens.sent.start
    if first > start and doc[first - 1].lower_ == "by":
        changed = _find_changed_object(doc, first - 1, start)
        if changed is not None:
            return changed
    comma = _find_comma_before(doc, first, start)
    if comma is not None:
        return _find_described_noun(tokens, comma, has_at=comma == first - 2)
    is_verb = doc[first].lower_ in LEVEL_VERBS and doc[first].tag_[:2] == "VB"  # "exceeded £40m"
    verb = doc[first] if is_verb else _find_verb_before(doc, first, start)
    return _find_subject_of_change(verb, tokens) if verb is not None else None


def is_verb_hedged(tokens: Span, first: int) -> bool:
    """Return whether the hedge is a verb with its subject right before it: "gusts exceeded 140 km/h"."""
    token = tokens.doc[first]
    is_level = token.tag_[:2] == "VB" and token.lower_ in LEVEL_VERBS and 0 < first < tokens.start
    return is_level and get_neighbour(token, -1).tag_ in NOUN_TAGS


def _find_comma_before(doc: Doc, first: int, start: int) -> int | None:
    """Return the index of the comma after a noun and before the quantity: "the mast, 98 metres high", "rents, at £9,"."""
    if first > start + 2 and doc[first - 1].lower_ == "at" and doc[first - 2].text == ",":
        return first - 2
    if first > start + 1 and doc[first - 1].text == "," and doc[first - 2].tag_ in NOUN_TAGS:
        return first - 1
    return None


def _find_described_noun(tokens: Span, comma: int, *, has_at: bool) -> Span | None:
    """Return the noun phrase before the comma, where words after the quantity show that it is of that noun."""
    doc = tokens.doc
    following = doc[tokens.end : tokens.end + 1].text.lower()
    if has_at:
        is_of_noun = following == "," and doc[comma - 1].tag_ in NOUN_TAGS
    else:
        is_of_noun = following in DIMENSION_ADJECTIVES
    if not is_of_noun:
        return None
    return trim_run(doc, find_run_start(doc, comma - 1, tokens.sent.start), comma)


def _find_subject_of_change(verb: Token, tokens: Span) -> Span | None:
    """Return the noun phrase before a verb of change or level, or None where the verb is said of something else."""
    is_percentage = tokens[-1].lower_ in PERCENT_NOUNS
    if verb.lower_ in CAUSATIVE_CHANGE_VERBS and _has_object_after(verb):
        return None
    is_share = verb.lower_ in SHARE_CHANGE_VERBS and is_percentage
    is_transitive = verb.lower_ in TRANSITIVE_CHANGE_VERBS and not is_share
    if is_transitive and get_neighbour(verb, -1).lower_ not in BE_FORMS:
        return None
    phrase = _find_subject_phrase(verb, tokens.sent.start)
    last = phrase[-1] if phrase is not None else None
    is_person = (
        last is not None and last.ent_type_ in PERSON_LABELS and last.tag_ not in COMMON_NOUN_TAGS
    )
    return None if is_person and not is_percentage else phrase


def _find_verb_before(doc: Doc, first: int, start: int) -> Token | None:
    """Return the verb of change or level that the quantity completes, over other amounts and times between."""
    before = doc[first - 1] if first else None
    for index in range(first - 1, max(start, first - THRESHOLDS.verb_reach), -1):
        token = doc[index]
        if _is_change_or_level(token, before):
            return token
        if token.tag_.startswith("VB"):
            is_any_verb = before is not None and before.lower_ == "by" and index >= first - 3
            if not is_any_verb or token.lower_ in AUXILIARIES_AND_ADVERBS:
                return None
            return None if token.lower_ in NO_CHANGE_BEFORE_BY else token
        if not _is_bridge(token):
            return None
    return None


def _is_change_or_level(token: Token, before_quantity: Token | None) -> bool:
    """Return whether `token` is a verb of change or level, even where the tagger took it for another word."""
    if token.lower_ in BE_OR_GO_FORMS and get_neighbour(token).lower_ in MOVEMENT_ADVERBS:
        return True
    is_valued = (
        token.lower_ in VALUATION_PARTICIPLES and get_neighbour(token, -1).lower_ in BE_FORMS
    )
    if is_valued and before_quantity is not None and before_quantity.lower_ == "at":
        return True
    if token.lower_ not in CHANGE_OR_LEVEL_VERBS:
        return False
    return (
        token.tag_.startswith("VB")
        or token.lower_.endswith(("en", "ed"))
        or (get_neighbour(token, -1).tag_ == "NNS" and get_neighbour(token).tag_ in AMOUNT_TAGS)
        # "is forecast to peak at 4.9%", tagged as a noun
        or (get_neighbour(token, -1).lower_ == "to" and get_neighbour(token).lower_ == "at")
    )


def _is_bridge(token: Token) -> bool:
    """Return whether `token` may stand between a verb and its quantity."""
    if token.tag_ in BRIDGE_TAGS and token.lower_ not in CLAUSE_OPENERS:
        return True
    if token.text == ",":
        return get_neighbour(token).lower_ in PARENTHESIS_OPENERS
    if token.lower_ in BRIDGE_WORDS:
        return True
    is_counted = (
        token.tag_ in NOUN_TAGS and token.i > 0 and get_neighbour(token, -1).tag_ in AMOUNT_TAGS
    )
    return is_counted and (token.is_lower or len(token) < THRESHOLDS.unit_symbol_length)


def _has_object_after(verb: Token) -> bool:
    """Return whether the verb changes something else ("cut the price to £5")."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return len(following) > 0 and following[0].tag_ in OBJECT_START_TAGS


def _find_changed_object(doc: Doc, by: int, start: int) -> Span | None:
    """Return what is raised or cut by the quantity: the noun phrase between such a verb and "by"."""
    last = doc[by - 1] if by > start + 1 else None
    if last is None:
        return None
    is_gerund = last.tag_ == "VBG" and get_neighbour(last, -1).tag_ in NOUN_TAGS | {
        "JJ"
    }  # "school spending"
    if last.tag_ not in NOUN_TAGS and not is_gerund:
        return None
    first = find_run_start(doc, last.i, start)
    verb = doc[first - 1] if first > start else None
    if verb is None or verb.lower_ not in CAUSATIVE_CHANGE_VERBS:
        return None
    return trim_run(doc, first, by)


def _find_subject_phrase(verb: Token, start: int) -> Span | None:
    doc, index = verb.doc, verb.i - 1
    while index > start and (
        doc[index].lower_ in AUXILIARIES_AND_ADVERBS
        or doc[index].lower_ in EXPECTATION_PARTICIPLES
        or doc[index].tag_ in MODAL_OR_ADVERB_TAGS
    ):
        index -= 1
    if index < start or doc[index].tag_ not in NOUN_TAGS:
        return None
    first = find_run_start(doc, index, start)
    if first > start and _is_object_of(doc[first - 1]):
        # "a tumour weighing two kilos"
        is_participle = verb.tag_ == "VBG" and verb.i == index + 1 and verb.lower_ in LEVEL_VERBS
        if not is_participle and read_lemma(doc[first - 1]) not in REPORT_VERBS:
            return None  # "those who had used cannabis rose by 23%"
    return trim_run(doc, first, index + 1)


def _is_object_of(before: Token) -> bool:
    """Return whether the word before a noun phrase is a verb of another clause."""
    return before.tag_[:2] == "VB" or before.lower_ in AUXILIARIES_AND_ADVERBS
