"""Movers: what rose, fell or stands at a quantity, found by the order of words where the parse finds none.

In: the tokens of a quantity. Out: the first and last token of what the verb before it is said of. Out of scope:
phrases that the parse tells (`counted`), clauses without a noun right before their verb, and who did it.

A small parser often takes "Group turnover climbed" for one long noun; the tags of its words are right far oftener.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.en.change_words import (
    AUXILIARIES_AND_ADVERBS,
    CAUSATIVE_CHANGE_VERBS,
    EXPECTATION_PARTICIPLES,
    FALL_VERBS,
    LEVEL_VERBS,
    NO_CHANGE_BEFORE_BY,
    REPORT_VERBS,
    RISE_VERBS,
    TRANSITIVE_CHANGE_VERBS,
    VALUATION_PARTICIPLES,
)
from onrecord.extract.figures.en.referent_words import (
    DIMENSION_ADJECTIVES,
    PERCENT_NOUNS,
    STATISTIC_NOUNS,
)
from onrecord.language.en.function_words import OF_OR_FROM
from onrecord.language.syntax.tag_sets import (
    AMOUNT_TAGS,
    COMMON_NOUN_TAGS,
    MODAL_OR_ADVERB_TAGS,
    NOUN_TAGS,
    PARTICIPLE_TAGS,
    PERSON_LABELS,
)
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PHRASE = NOUN_TAGS | {"JJ", "JJR", "JJS", "HYPH", "POS", "VBN", "VBG"}
_STARTS = frozenset({"DT", "PRP$", "PDT", "CD"})
_JOINTS = frozenset({"of", "in", "on", "for", "among", "from", "at", "between", "with"})
"""Prepositions inside what moved ("the yield on ten-year bonds")."""
TIMES = frozenset(
    """year years month months week weeks quarter quarters day days decade hour hours minutes today yesterday monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn winter""".split()
)
_BRIDGE = frozenset({"IN", "TO", "RB", "RBR", "CD", "$", "DT", "RP", "SYM", "#", "JJR", "JJS"})
_REACH = 22
_SYMBOL = 4
"""Nouns after a number shorter than this are a unit's symbol in capitals too ("14,820 MW")."""
_BEING = frozenset({"is", "are", "was", "were", "been", "be"})
_GOING = frozenset({"go", "goes", "went", "gone", "going"})
_SCALES = frozenset({"million", "billion", "trillion", "m", "bn", "crore", "lakh", "basis", "per"})


def find_changed_quantity(tokens: Span, first: int) -> tuple[Token, Token] | None:
    """Return the (first, last) token of what rose or stands at the quantity, or None.

    Args:
        tokens: those of its number and unit. first: index of its first token, the hedge's.

    """
    doc, start = tokens.doc, tokens.sent.start
    if first > start and doc[first - 1].lower_ == "by":
        brought = _find_changed_object(doc, first - 1, start)
        if brought is not None:
            return brought
    if first > start + 2 and doc[first - 1].lower_ == "at" and doc[first - 2].text == ",":
        aside = doc[tokens.end : tokens.end + 1].text == "," and doc[first - 3].tag_ in NOUN_TAGS
        return (
            _trim_phrase(doc, _find_phrase_start(doc, first - 3, start).i, first - 3)
            if aside
            else None
        )
    if first > start + 1 and doc[first - 1].text == "," and doc[first - 2].tag_ in NOUN_TAGS:
        extent = doc[tokens.end : tokens.end + 1].text.lower() in DIMENSION_ADJECTIVES
        return (
            _trim_phrase(doc, _find_phrase_start(doc, first - 2, start).i, first - 2)
            if extent
            else None
        )
    hedged = doc[first].lower_ in LEVEL_VERBS and doc[first].tag_[:2] == "VB"  # "exceeded £40m"
    verb = doc[first] if hedged else _find_verb_before(doc, first, start)
    if verb is None:
        return None
    if verb.lower_ in CAUSATIVE_CHANGE_VERBS and _has_object_after(verb):
        return None
    shared = (
        verb.lower_ in {"lost", "gained", "added", "shed"} and tokens[-1].lower_ in PERCENT_NOUNS
    )
    if verb.lower_ in TRANSITIVE_CHANGE_VERBS and not shared and verb.nbor(-1).lower_ not in _BEING:
        return None
    found = _find_subject_phrase(verb, start)
    last = found[1] if found else None
    named = (
        last is not None and last.ent_type_ in PERSON_LABELS and last.tag_ not in COMMON_NOUN_TAGS
    )
    return None if named and tokens[-1].lower_ not in PERCENT_NOUNS else found


def is_verb_hedged(tokens: Span, first: int) -> bool:
    """Return whether the hedge is a verb with its subject right before it: "gusts exceeded 140 km/h"."""
    token = tokens.doc[first]
    told = token.tag_[:2] == "VB" and token.lower_ in LEVEL_VERBS and 0 < first < tokens.start
    return told and token.nbor(-1).tag_ in NOUN_TAGS


def _find_verb_before(doc: Doc, first: int, start: int) -> Token | None:
    """Return the verb of change or level that the quantity completes, over other amounts and times between."""
    by = first > 0 and doc[first - 1].lower_ == "by"
    known = RISE_VERBS | FALL_VERBS | LEVEL_VERBS
    index = first - 1
    while index > max(start, first - _REACH):
        token = doc[index]
        if token.lower_ in _BEING | _GOING and token.nbor().lower_ in {
            "up",
            "down",
            "higher",
            "lower",
        }:
            return token
        told = (
            token.lower_ in VALUATION_PARTICIPLES
            and doc[first - 1].lower_ == "at"
            and index > start
        )
        if told and doc[index - 1].lower_ in _BEING:
            return token
        verbal = token.tag_.startswith("VB")
        untagged = token.lower_.endswith(("en", "ed")) or (
            token.nbor(-1).tag_ == "NNS" and token.nbor().tag_ in AMOUNT_TAGS
        )
        # "is forecast to peak at 4.9%", tagged as a noun
        untagged |= token.nbor(-1).lower_ == "to" and token.nbor().lower_ == "at"
        if token.lower_ in known and (verbal or untagged):
            return token
        if verbal:
            near = (
                by
                and index >= first - 3
                and token.lower_ not in AUXILIARIES_AND_ADVERBS | NO_CHANGE_BEFORE_BY
            )
            return token if near else None
        if not _is_bridge(token):
            return None
        index -= 1
    return None


def _is_bridge(token: Token) -> bool:
    if token.tag_ in _BRIDGE and token.lower_ not in {
        "that",
        "which",
        "while",
        "as",
        "because",
        "with",
        "after",
    }:
        return True
    if token.text == ",":
        return token.nbor().lower_ in {"up", "down", "from", "to", "or"}
    if token.lower_ in TIMES | PERCENT_NOUNS | STATISTIC_NOUNS | _SCALES:
        return True
    numbered = token.tag_ in NOUN_TAGS and token.i > 0 and token.nbor(-1).tag_ in AMOUNT_TAGS
    return numbered and (token.is_lower or len(token) < _SYMBOL)


def _has_object_after(verb: Token) -> bool:
    """Return whether the verb brings it about in something else ("cut the price to £5")."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return len(following) > 0 and following[0].tag_ in NOUN_TAGS | {"DT", "PRP$", "PRP"}


def _find_changed_object(doc: Doc, by: int, start: int) -> tuple[Token, Token] | None:
    """Return what is raised or cut by the quantity: the noun phrase between such a verb and "by"."""
    last = doc[by - 1] if by > start + 1 else None
    if last is None:
        return None
    gerund = last.tag_ == "VBG" and last.nbor(-1).tag_ in NOUN_TAGS | {"JJ"}  # "school spending"
    if last.tag_ not in NOUN_TAGS and not gerund:
        return None
    first = _find_phrase_start(doc, last.i, start)
    verb = doc[first.i - 1] if first.i > start else None
    if verb is None or verb.lower_ not in CAUSATIVE_CHANGE_VERBS:
        return None
    return _trim_phrase(doc, first.i, last.i)


def _find_subject_phrase(verb: Token, start: int) -> tuple[Token, Token] | None:
    doc, index = verb.doc, verb.i - 1
    while index > start and (
        doc[index].lower_ in AUXILIARIES_AND_ADVERBS | EXPECTATION_PARTICIPLES
        or doc[index].tag_ in MODAL_OR_ADVERB_TAGS
    ):
        index -= 1
    if index < start or doc[index].tag_ not in NOUN_TAGS:
        return None
    first = _find_phrase_start(doc, index, start)
    before = first.nbor(-1) if first.i > start else first
    object_of = before.tag_[:2] == "VB" or before.lower_ in AUXILIARIES_AND_ADVERBS
    beside = (
        verb.tag_ == "VBG" and verb.i == index + 1 and verb.lower_ in LEVEL_VERBS
    )  # "a tumour weighing two kilos"
    told = beside or read_lemma(before) in REPORT_VERBS
    if object_of and before.i < first.i and not told:
        return None  # the object of another clause: "those who had used cannabis rose by 23%"
    return _trim_phrase(doc, first.i, index)


def _find_phrase_start(doc: Doc, last: int, start: int) -> Token:
    """Return the first token of the noun phrase that ends at `last`, phrases inside it taken in."""
    index = last
    while index > start:
        before = doc[index - 1]
        inside = before.tag_ in _PHRASE or before.tag_ in _STARTS
        joint = before.lower_ in _JOINTS and index - 1 > start and doc[index - 2].tag_ in NOUN_TAGS
        joined = (
            before.tag_ == "CC"
            and before.lower_ == "and"
            and doc[index].tag_ in NOUN_TAGS
            and (index - 1 > start and doc[index - 2].tag_ == doc[last].tag_)
        )
        if before.lower_ in RISE_VERBS | FALL_VERBS and before.tag_ in {"VBN", "VBD", "VBG"}:
            break
        if before.tag_ == "POS" and index - 1 == start:
            break
        if not (inside or joint or joined) or (
            doc[index].tag_ in {"DT", "PRP$", "PDT"} and not joint
        ):
            break
        index -= 1
    return doc[index]


def _trim_phrase(doc: Doc, first: int, last: int) -> tuple[Token, Token] | None:
    """Return the phrase without article, its of-phrase kept and later ones left out."""
    while first < last and doc[first].tag_ in _STARTS | {"CC", "HYPH", "POS"}:
        if doc[first].tag_ == "CD" and doc[first + 1].tag_ == "HYPH":
            break
        first += 1
    end = last
    for token in doc[first : last + 1]:
        if token.lower_ in _JOINTS - OF_OR_FROM and token.i > first:
            end = token.i - 1
            break
    head = next((token for token in doc[first : end + 1] if token.nbor().lower_ == "of"), doc[end])
    vague = head.lower_ in STATISTIC_NOUNS | PERCENT_NOUNS | TIMES or head.tag_ not in NOUN_TAGS
    if vague or (doc[first].tag_ == "VBG" and first == end):
        return None
    return doc[first], doc[end]


def find_whole(tokens: Span, first: int) -> tuple[Token, Token] | None:
    """Return what the quantity is a part of: "28 beds, of which 26 are full", "Of the 31 tanks promised, 12 came"."""
    doc, start = tokens.doc, tokens.sent.start
    following = doc[tokens.end : tokens.end + 1]
    if not len(following) or following[0].tag_ in NOUN_TAGS | {"JJ", "CD"}:
        return None
    if (
        first - 2 > start
        and doc[first - 1].lower_ in {"which", "whom"}
        and doc[first - 2].lower_ == "of"
    ):
        last = first - 3
        while last > start and doc[last].text == ",":
            last -= 1
        found = doc[last].tag_ in NOUN_TAGS
        return _trim_phrase(doc, _find_phrase_start(doc, last, start).i, last) if found else None
    if doc[start].text != "Of" or doc[start + 1].tag_ not in _STARTS or first - start > _REACH:
        return None
    if doc[first - 1].text != ",":
        return None
    index = start + 1
    while index < first and doc[index].tag_ in _STARTS | _PHRASE - PARTICIPLE_TAGS:
        index += 1
    return _trim_phrase(doc, start + 1, index - 1) if doc[index - 1].tag_ in NOUN_TAGS else None
