"""Changes: whether a quantity tells by how much something rose or fell, and not how much it is.

In: a quantity, its tokens and its block's text. Out: "up", "down", "" for a change of no told direction, or None.
Out of scope: levels ("rose to 5%", "from 300"), margins ("won by 311 votes"), agents ("attacked by 20 men") and ways
gone ("fell 10 metres").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.change_words import (
    CAUSATIVE_CHANGE_VERBS,
    CHANGE_ADVERBS,
    CHANGE_NOUN_OF,
    CHANGE_NOUNS,
    FALL_VERBS,
    LENGTH_UNITS,
    LIFTING_VERBS,
    MOTION_VERBS,
    NO_CHANGE_BEFORE_BY,
    PREPOSED_CHANGE_ADVERB,
    RISE_VERBS,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.language.syntax import tag_sets
from onrecord.language.syntax.tag_sets import PLURAL_NOUN_TAGS
from onrecord.language.syntax.verb_group import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SHARES = frozenset({"percent", "fraction"})
_BETWEEN = 6
"""Words of what is changed that may stand between the verb and "by" ("cut the number of beds by 5%")."""
_STILL = frozenset({"%", "percentage point", "basis point"})
_OF_PRICES = frozenset({"fell", "fallen", "dropped", "jumped", "climbed"})
"""With a sum these are said of a price."""
_LEVEL = re.compile(
    r"(?:well |just |far |way |a \w+ )?(?:below|above|beyond|under|past)\b", re.IGNORECASE
)
"""A hedge that tells a level: "fell below 5%"."""
_THAN = re.compile(r" (?P<side>more|less|fewer|higher|lower) than\b")
"""After a quantity of any kind: "Rs 100 less than in August"."""
_AFTER = re.compile(r"[ -](?:(?P<side>\w+)|(?:\w+ )?(?P<noun>\w+))")


def classify_change(text: str, quantity: Quantity, tokens: Span) -> str | None:
    """Return which way something changed by `quantity`: "up", "down", "" (not told), or None for no change.

    Args:
        text: the block's text. tokens: those of the number and its unit.

    """
    if (
        quantity.unit == "time"
        or quantity.kind in {"age", "order"}
        or quantity.high is None is quantity.value
    ):
        return None
    words = tokens.doc.char_span(quantity.start, quantity.end, alignment_mode="expand") or tokens
    before = tokens.doc[words.start - 1] if words.start else None
    if before is None:
        return _classify_by_words_after(text, quantity, tokens)
    if _LEVEL.match(text, quantity.start):
        return None
    told = text[max(0, quantity.start - 40) : quantity.start].lower()
    of = CHANGE_NOUN_OF.search(told)
    if of:
        return CHANGE_NOUNS[of["noun"]]
    side = PREPOSED_CHANGE_ADVERB.search(told)
    if (
        side
        and (side["loose"] or quantity.unit in _STILL)
        and not _has_counted_noun(quantity, tokens)
    ):
        return CHANGE_ADVERBS[side["loose"] or side["sure"]]
    if before.lower_ == "by":
        return _classify_after_by(before, quantity, tokens)
    verb = before.nbor(-1) if before.tag_ == "RB" and before.i else before
    return _classify_by_verb(verb, quantity, tokens) or _classify_by_words_after(
        text, quantity, tokens
    )


def _classify_by_verb(verb: Token, quantity: Quantity, tokens: Span) -> str | None:
    """Return the way a verb right before tells: "slipped 40 basis points", "rose 2 metres"."""
    if (
        verb.lower_ not in RISE_VERBS | FALL_VERBS
        or verb.tag_[:2] not in {"VB", "NN"}
        or _has_counted_noun(quantity, tokens)
    ):
        return None
    if verb.i and verb.nbor(-1).tag_ == "HYPH":
        return None
    if (
        quantity.kind == "count"
        and verb.lower_ in CAUSATIVE_CHANGE_VERBS
        and not (quantity.value or 0) % 1
    ):
        return None
    if quantity.kind == "measure" and verb.lower_ in LIFTING_VERBS and quantity.unit not in _STILL:
        return None  # "lifted 40 kilograms": what is lifted, not by how much
    gone = quantity.unit in LENGTH_UNITS or (
        quantity.kind == "money" and verb.lower_ not in _OF_PRICES
    )
    if gone and verb.lower_ in MOTION_VERBS:
        return None
    if quantity.kind == "measure" and tokens.doc[tokens.end : tokens.end + 1].text == "of":
        return None
    return _classify_direction(verb)


def _classify_after_by(by: Token, quantity: Quantity, tokens: Span) -> str | None:
    """Return the way a verb before "by" tells, whatever verb it is, if it tells one."""
    verb = _find_verb_before(by)
    if quantity.unit in TIME_UNITS and (verb is None or verb.lower_ not in RISE_VERBS | FALL_VERBS):
        return None
    if verb is None:
        return _classify_by_noun(by)
    way = _classify_direction(verb)
    if verb.lower_ in NO_CHANGE_BEFORE_BY and not (way and quantity.kind in _SHARES):
        return None
    if way:
        return None if _has_counted_noun(quantity, tokens) and is_passive(verb) else way
    bare = quantity.kind in _SHARES or quantity.unit in _STILL
    if is_passive(verb) or (verb.tag_ == "VBN" and not _is_active(verb)):
        return None
    return (
        ""
        if bare or quantity.kind in {"money", "measure"} or not _has_counted_noun(quantity, tokens)
        else None
    )


def _is_active(verb: Token) -> bool:
    """Return whether a participle is finite for all its tag: "passenger numbers boomed"."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 3) : verb.i]]
    if {"have", "has", "had", "'ve", "’ve"} & set(before) and "been" not in before:
        return True
    return verb.i > 0 and verb.nbor(-1).tag_ in PLURAL_NOUN_TAGS and verb.dep_ != "acl:relcl"


def _find_verb_before(by: Token) -> Token | None:
    """Return the verb before "by", what is changed between them: one of change rather than another."""
    other: Token | None = None
    for token in reversed(by.doc[max(0, by.i - 1 - _BETWEEN) : by.i]):
        verbal = token.tag_.startswith("VB")
        if token.lower_ in RISE_VERBS | FALL_VERBS and (verbal or token.lower_ not in CHANGE_NOUNS):
            return token
        if token.is_punct or token.tag_ in {"CC", "MD", "WDT", "WP"}:
            break
        other = other or (token if verbal else None)
    return other


def _classify_by_noun(by: Token) -> str | None:
    return CHANGE_NOUNS.get(by.nbor(-1).lower_) if by.i else None


def _classify_direction(verb: Token) -> str | None:
    return "up" if verb.lower_ in RISE_VERBS else "down" if verb.lower_ in FALL_VERBS else None


def _has_counted_noun(quantity: Quantity, tokens: Span) -> bool:
    """Return whether a noun follows that the number counts: "rose by 12" does not, "cut 300 jobs" does."""
    if quantity.kind not in {"count", "range"}:
        return False
    following = tokens.doc[tokens.end : tokens.end + 2]
    if not len(following) or following[0].lower_ in {
        "points",
        "point",
        "last",
        "this",
        "places",
        "ticks",
    }:
        return False
    return following[0].tag_ in tag_sets.NOUN_TAGS or (
        following[0].tag_ in {"JJ", "JJR", "VBN", "VBG"}
        and following[-1].tag_ in tag_sets.NOUN_TAGS
    )


def _classify_by_words_after(text: str, quantity: Quantity, tokens: Span) -> str | None:
    """Return the way words after tell: "a 5% rise", "9% higher", "a third fewer"."""
    if quantity.value is None:
        return None
    than = _THAN.match(text, quantity.end)
    if than:
        return CHANGE_ADVERBS[than["side"]]
    if quantity.kind == "count":
        return None
    found = _AFTER.match(text, quantity.end)
    if found is None:
        return None
    words = text[quantity.end : quantity.end + 40].lower().replace("-", " ").split()[:3]
    if quantity.kind in _SHARES or quantity.unit in _STILL:
        if words and words[0] in CHANGE_ADVERBS and words[0] != "off":
            after = tokens.doc[tokens.end + 1 : tokens.end + 2]
            likened = (
                words[0] in {"more", "less"} and after.text and after[0].tag_[:2] in {"JJ", "RB"}
            )
            return None if likened else CHANGE_ADVERBS[words[0]]
        if words and words[0] in {"year", "month", "quarter", "week"}:
            return None
    article = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    for word in words[: 2 if article in {"a", "an", "the", "its", "this", "that"} else 1]:
        if word in CHANGE_NOUNS:
            return CHANGE_NOUNS[word]
        if not word.isalpha() or word in {"of", "in", "on", "to", "and", "from", "by"}:
            break
    return None
