"""Changes: whether a quantity says by how much something rose or fell, and not how much it is.

In: a quantity, its tokens and its block's text. Out: one of `records.figure.CHANGES`, or None for a level. Out of scope: levels ("rose to
5%", "from 300"), margins ("won by 311 votes"), agents ("attacked by 20 men") and distances covered ("fell 10 metres").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_after, slice_before
from onrecord.extract.figures.en.change_words import (
    CALENDAR_COMPARISONS,
    CAUSATIVE_CHANGE_VERBS,
    CHANGE_ADVERBS,
    CHANGE_DETERMINERS,
    CHANGE_NOUN_OF,
    CHANGE_NOUNS,
    COMPARATIVE_THAN_AFTER,
    DEGREE_ADVERBS,
    FALL_VERBS,
    LEVEL_HEDGE,
    LIFTING_VERBS,
    MOTION_VERBS,
    NO_CHANGE_BEFORE_BY,
    NOUN_CLOSERS,
    PERFECT_AUXILIARIES,
    PREPOSED_CHANGE_ADVERB,
    PRICE_VERBS,
    RISE_OR_FALL_VERBS,
    RISE_VERBS,
    UNCOUNTED_AFTER_CHANGE,
)
from onrecord.extract.figures.en.tags import (
    ADJECTIVE_COMPARATIVE_OR_PARTICIPLE_TAGS,
    ADJECTIVE_OR_ADVERB_TAG_STEMS,
    CLAUSE_START_TAGS,
    VERB_OR_NOUN_TAG_STEMS,
)
from onrecord.extract.figures.en.units import LENGTH_UNITS, PERCENTAGE_UNITS, TIME_UNITS
from onrecord.extract.figures.referents.phrase_boundaries import find_first_token
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import NOUN_TAGS, PLURAL_NOUN_TAGS
from onrecord.language.syntax.verb_group import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WORD_AFTER = re.compile(r"[ -]\w")


def classify_change(text: str, quantity: Quantity, tokens: Span) -> str | None:
    """Return which way something changed by `quantity`: "up", "down", "changed" (no direction), or None for a level.

    Args:
        text: the block's text.
        quantity: the quantity.
        tokens: the tokens of its number and unit.

    """
    if not _may_be_change(quantity):
        return None
    first = find_first_token(quantity, tokens)
    if not first:
        return _classify_by_words_after(text, quantity, tokens)
    if LEVEL_HEDGE.match(text, quantity.start):
        return None
    before = tokens.doc[first - 1]
    return (
        _classify_by_phrase_before(text, quantity, tokens)
        or (_classify_after_by(before, quantity, tokens) if before.lower_ == "by" else None)
        or _classify_without_by(before, text, quantity, tokens)
    )


def _may_be_change(quantity: Quantity) -> bool:
    if quantity.unit == "time" or quantity.kind in {"age", "order"}:
        return False
    return quantity.high is not None or quantity.value is not None


def _classify_by_phrase_before(text: str, quantity: Quantity, tokens: Span) -> str | None:
    """Classify "a fall of £3m", "shares were up 9%"."""
    before = slice_before(text, quantity.start).lower()
    noun = CHANGE_NOUN_OF.search(before)
    if noun:
        return CHANGE_NOUNS[noun["noun"]]
    adverb = PREPOSED_CHANGE_ADVERB.search(before)
    if adverb is None or _is_counting(quantity, tokens):
        return None
    if adverb["loose"] or quantity.unit in PERCENTAGE_UNITS:
        return CHANGE_ADVERBS[adverb["loose"] or adverb["sure"]]
    return None


def _classify_without_by(before: Token, text: str, quantity: Quantity, tokens: Span) -> str | None:
    if before.lower_ == "by":
        return None
    verb = get_neighbour(before, -1) if before.tag_ == "RB" and before.i else before
    return _classify_by_verb(verb, quantity, tokens) or _classify_by_words_after(
        text, quantity, tokens
    )


def _classify_by_verb(verb: Token, quantity: Quantity, tokens: Span) -> str | None:
    """Classify by the verb right before: "slipped 40 basis points", "rose 2 metres"."""
    if verb.tag_[:2] not in VERB_OR_NOUN_TAG_STEMS or _is_counting(quantity, tokens):
        return None
    if (verb.i and get_neighbour(verb, -1).tag_ == "HYPH") or _is_object(verb, quantity, tokens):
        return None
    return _classify_direction(verb)


def _is_object(verb: Token, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is what the verb moves or how far it goes: "cut 300", "lifted 40 kilograms"."""
    if quantity.kind == "count":
        return verb.lower_ in CAUSATIVE_CHANGE_VERBS and not (quantity.value or 0) % 1
    is_distance = quantity.unit in LENGTH_UNITS or (
        quantity.kind == "money" and verb.lower_ not in PRICE_VERBS
    )
    if is_distance and verb.lower_ in MOTION_VERBS:
        return True
    if quantity.kind != "measure":
        return False
    is_lifted = verb.lower_ in LIFTING_VERBS and quantity.unit not in PERCENTAGE_UNITS
    return is_lifted or tokens.doc[tokens.end : tokens.end + 1].text == "of"


def _classify_after_by(by: Token, quantity: Quantity, tokens: Span) -> str | None:
    """Classify by the verb before "by", whatever verb it is."""
    verb = _find_verb_before(by)
    if verb is None:
        return None if quantity.unit in TIME_UNITS else _classify_by_noun(by)
    direction = _classify_direction(verb)
    if direction is None:
        return _classify_after_other_verb(verb, quantity, tokens)
    if verb.lower_ in NO_CHANGE_BEFORE_BY and not _is_share(quantity):
        return None
    return None if _is_counting(quantity, tokens) and is_passive(verb) else direction


def _classify_after_other_verb(verb: Token, quantity: Quantity, tokens: Span) -> str | None:
    """Return "changed" after "by" and a verb of no direction ("outdid hopes by 12%"), None where it is an agent or a margin."""
    if quantity.unit in TIME_UNITS or verb.lower_ in NO_CHANGE_BEFORE_BY:
        return None
    if is_passive(verb) or (verb.tag_ == "VBN" and not _is_active(verb)):
        return None
    is_amount = (
        _is_share(quantity)
        or quantity.unit in PERCENTAGE_UNITS
        or quantity.kind in {"money", "measure"}
        or not _is_counting(quantity, tokens)
    )
    return "changed" if is_amount else None


def _is_active(verb: Token) -> bool:
    """Return whether a verb tagged as a participle is finite: "passenger numbers boomed"."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 3) : verb.i]]
    if PERFECT_AUXILIARIES & set(before) and "been" not in before:
        return True
    return (
        verb.i > 0 and get_neighbour(verb, -1).tag_ in PLURAL_NOUN_TAGS and verb.dep_ != "acl:relcl"
    )


def _find_verb_before(by: Token) -> Token | None:
    """Return the verb before "by", over what is changed: one of change rather than another."""
    other: Token | None = None
    start = max(0, by.i - 1 - THRESHOLDS.words_before_by)
    for token in reversed(by.doc[start : by.i]):
        is_verb = token.tag_.startswith("VB")
        if token.lower_ in RISE_OR_FALL_VERBS and (is_verb or token.lower_ not in CHANGE_NOUNS):
            return token
        if token.is_punct or token.tag_ in CLAUSE_START_TAGS:
            break
        other = other or (token if is_verb else None)
    return other


def _classify_by_noun(by: Token) -> str | None:
    return CHANGE_NOUNS.get(get_neighbour(by, -1).lower_) if by.i else None


def _classify_direction(verb: Token) -> str | None:
    return "up" if verb.lower_ in RISE_VERBS else "down" if verb.lower_ in FALL_VERBS else None


def _is_share(quantity: Quantity) -> bool:
    return quantity.kind in {"percent", "fraction"}


def _is_counting(quantity: Quantity, tokens: Span) -> bool:
    """Return whether a noun follows that the number counts: "cut 300 jobs"; not in "rose by 12"."""
    if quantity.kind not in {"count", "range"}:
        return False
    following = tokens.doc[tokens.end : tokens.end + 2]
    if not len(following) or following[0].lower_ in UNCOUNTED_AFTER_CHANGE:
        return False
    return following[0].tag_ in NOUN_TAGS or (
        following[0].tag_ in ADJECTIVE_COMPARATIVE_OR_PARTICIPLE_TAGS
        and following[-1].tag_ in NOUN_TAGS
    )


def _classify_by_words_after(text: str, quantity: Quantity, tokens: Span) -> str | None:
    """Classify by the words after: "a 5% rise", "9% higher", "a third fewer", "Rs 100 less than in August"."""
    if quantity.value is None:
        return None
    than = COMPARATIVE_THAN_AFTER.match(text, quantity.end)
    if than:
        return CHANGE_ADVERBS[than["comparative"]]
    if quantity.kind == "count" or not _WORD_AFTER.match(text, quantity.end):
        return None
    after = slice_after(text, quantity.end, THRESHOLDS.words_after)
    words = after.lower().replace("-", " ").split()[:3]
    if words and (_is_share(quantity) or quantity.unit in PERCENTAGE_UNITS):
        if words[0] in CHANGE_ADVERBS and words[0] != "off":
            return None if _is_degree(words[0], tokens) else CHANGE_ADVERBS[words[0]]
        if words[0] in CALENDAR_COMPARISONS:
            return None
    return _classify_by_noun_after(words, tokens)


def _is_degree(adverb: str, tokens: Span) -> bool:
    """Return whether "more" compares a quality and is no change: "20% more powerful"."""
    following = tokens.doc[tokens.end + 1 : tokens.end + 2]
    if adverb not in DEGREE_ADVERBS or not following.text:
        return False
    return following[0].tag_[:2] in ADJECTIVE_OR_ADVERB_TAG_STEMS


def _classify_by_noun_after(words: list[str], tokens: Span) -> str | None:
    """Classify by the noun of change after the quantity, one word between them where it has a determiner."""
    determiner = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    for word in words[: 2 if determiner in CHANGE_DETERMINERS else 1]:
        if word in CHANGE_NOUNS:
            return CHANGE_NOUNS[word]
        if not word.isalpha() or word in NOUN_CLOSERS:
            break
    return None
