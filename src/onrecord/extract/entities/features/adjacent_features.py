"""Features of the words straight before and after a name: "the retailer X", "X shares", "in X".

In: a name's span. Out: names of features. Out of scope: verbs and pronouns of the sentence
(`onrecord.extract.entities.features.predicate_features`), and what a feature weighs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    BODY_HEADS,
    BODY_KINDS,
    BODY_NOUNS_BEFORE_OF,
    HOLDING_NOUNS,
    MAKER_NOUNS,
    MOVEMENT_PREPOSITIONS,
    PERSON_HEADS,
    PLACE_HEADS,
    PLACE_KINDS,
    PLACE_NOUNS_BEFORE_OF,
    POSTING_NOUNS,
    POSTING_PREPOSITIONS,
    POSTING_VERBS,
    PRODUCT_KINDS_BEFORE_NAME,
    RULER_NOUNS,
    SPEECH_VERBS_BEFORE_NAME,
    THING_HEADS,
    THING_NOUNS_BEFORE_OF,
    TIME_WORDS,
    TOLD_FORMS,
    TOWN_NOUNS_BEFORE_OF,
    WRITING_VERBS,
)
from onrecord.extract.entities.en.role_words import OVERUSED_ROLES
from onrecord.extract.entities.en.tags import (
    FINITE_THIRD_PERSON_TAGS,
    NOUN_PHRASE_TAGS,
    PHRASE_PREFIXES,
)
from onrecord.extract.entities.features.role_phrases import is_role
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.inflections import inflect_verb
from onrecord.language.en.names import LOCATIVE_PREPOSITIONS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.syntax.capitalisation import is_capitalised, is_sentence_initial
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    COMMON_OR_PROPER_SINGULAR_TAGS,
    NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_OWNED_NOUNS = (
    ("possession.person_noun", PERSON_HEADS),
    ("possession.body_noun", BODY_HEADS),
    ("possession.place_noun", PLACE_HEADS),
)
"""Features of the head of "X's …", tried in order."""
_NOUNS_BEFORE_OF = (
    ("noun_of.thing", THING_NOUNS_BEFORE_OF),
    ("noun_of.place_kind", PLACE_KINDS),
)
"""Features of the noun before "of" and a name."""
_NOUNS_BEFORE_OF_AND_BARE_NAME = (
    ("noun_of.body_noun", BODY_NOUNS_BEFORE_OF),
    ("noun_of.place_noun", PLACE_NOUNS_BEFORE_OF),
)
"""The same where the name ends its phrase."""
_KINDS_BEFORE = (
    ("before.body_kind", BODY_KINDS),
    ("before.place_kind", PLACE_KINDS),
    ("before.product_kind", PRODUCT_KINDS_BEFORE_NAME),
)
"""Features of the noun straight before a name: "the retailer X"."""
_PREPOSITIONS = {
    "at": "preposition.at",
    "by": "preposition.by",
    "for": "preposition.for",
    "from": "preposition.from",
    "near": "preposition.near",
    "of": "preposition.of",
    "through": "preposition.through",
    "to": "preposition.to",
    "under": "preposition.under",
    "via": "preposition.via",
    "with": "preposition.with",
}
"""Features of a preposition before a name that ends its phrase."""


def find_features_after(name: Span) -> Iterator[str]:
    """Yield the features of what follows `name`: "X's wife", "X shares", "X et al."."""
    doc = name.doc
    after = doc[name.end] if name.end < len(doc) else None
    if after is None or (after.is_punct and after.tag_ != "POS"):
        return
    beyond = doc[name.end + 1].lower_ if name.end + 1 < len(doc) else ""
    if after.tag_ == "POS":
        head = find_phrase_head(doc, name.end + 1)
        yield from _match_first(head.lower_ if head is not None else "", _OWNED_NOUNS)
    elif after.lower_ == "et" and beyond[:2] == "al":
        yield "after.et_al"
    elif after.lower_ == "where":
        yield "after.where"
    elif after.tag_ in COMMON_NOUN_TAGS or after.lower_ == "ceo":
        yield _classify_noun_after(after)


def _match_first(word: str, features: tuple[tuple[str, frozenset[str]], ...]) -> tuple[str, ...]:
    """Return the first feature whose words have `word`, alone, or nothing."""
    return tuple(feature for feature, words in features if word in words)[:1]


def find_phrase_head(doc: Doc, start: int) -> Token | None:
    """Return the last noun of the noun phrase that begins at token `start`, or None."""
    head = None
    for token in doc[start : start + THRESHOLDS.phrase_words]:
        if token.tag_ not in NOUN_PHRASE_TAGS:
            break
        if token.tag_ in NOUN_TAGS:
            head = token
    return head


def _classify_noun_after(noun: Token) -> str:
    """Return the feature of the noun straight after a name: "X shares", "X province", "X smartphones"."""
    low, lemma = noun.lower_, noun.lemma_.lower()
    if low in THING_HEADS or lemma in THING_HEADS:
        return "after.maker_noun" if lemma in MAKER_NOUNS else "after.thing_noun"
    features = (
        ("after.body_noun", low in BODY_HEADS),
        ("after.place_noun", low in PLACE_HEADS),
        ("after.ruler_noun", low in RULER_NOUNS),
        ("after.role", low in PERSON_ROLES or low.rstrip("s") in PERSON_ROLES),
    )
    return next((feature for feature, holds in features if holds), "after.other_noun")


def find_features_before(name: Span) -> Iterator[str]:
    """Yield the features of what precedes `name`: "the retailer X", "in X", "the X"; nothing at a block's start."""
    doc = name.doc
    if not name.start:
        return
    before = doc[name.start - 1]
    after = doc[name.end] if name.end < len(doc) else None
    owns = after is not None and after.tag_ == "POS"
    ends_phrase = _is_phrase_end(after)
    bare = ends_phrase and not owns
    yield from _find_noun_before(before, bare=bare)
    if is_role(before) and before.lower_ not in OVERUSED_ROLES:
        yield "before.role"
        return
    earlier = get_neighbour(before, -1) if before.i else None
    if before.text == "," and earlier is not None and bare and is_role(earlier):
        yield "before.role_and_comma"
    elif before.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS and before.text != before.text.upper():
        kind = _match_first(before.lower_, _KINDS_BEFORE)
        if kind:
            yield from kind
            return
    if not owns and (after is None or after.tag_ not in NOUN_TAGS) and _is_platform(name):
        yield "preposition.posted_on"
    yield from _find_small_word(before, bare=bare, ends_phrase=owns or ends_phrase)


def is_town_noun(token: Token) -> bool:
    """Return whether `token` is a noun of what towns have, and no part of a name ("the Council of Europe")."""
    if token.text[0].isupper() and not is_sentence_initial(token):
        return False
    low = token.lower_
    return bool({token.lemma_.lower(), low, low.removesuffix("s")} & TOWN_NOUNS_BEFORE_OF)


def _is_platform(name: Span) -> bool:
    """Return whether something is posted there: "posted on X", "shared the clip on X and Y", "a post on X"."""
    doc, place = name.doc, name.start - 1
    while place > 1 and (doc[place].tag_ == "CC" or doc[place].text == ","):
        place -= 1
        while place > 1 and is_capitalised(doc[place]):
            place -= 1
    if place < 1 or doc[place].lower_ not in POSTING_PREPOSITIONS:
        return False
    reach = doc[max(name.sent.start, place - THRESHOLDS.posting_words) : place]
    if any(word.lower_ in _list_posting_forms() and word.tag_ not in NOUN_TAGS for word in reach):
        return True
    before = doc[place - 1].lemma_.lower()
    is_written = before in WRITING_VERBS and _is_content_after(doc, name.end)
    return doc[place].lower_ == "on" and (is_written or before in POSTING_NOUNS)


@cache
def _list_posting_forms() -> frozenset[str]:
    return frozenset(form for verb in POSTING_VERBS for form in (verb, *inflect_verb(verb)))


def _is_content_after(doc: Doc, end: int) -> bool:
    return end < len(doc) and (doc[end].lower_ == "that" or doc[end].is_punct)


def _find_noun_before(before: Token, *, bare: bool) -> Iterator[str]:
    """Yield the features of a noun or verb, a small word and a name: "shares in X", "told the X", "the town of X"."""
    if not before.i:
        return
    earlier = get_neighbour(before, -1)
    if before.lower_ == "of":
        if bare and is_town_noun(earlier):
            yield "noun_of.town_noun"
        features = _NOUNS_BEFORE_OF + (_NOUNS_BEFORE_OF_AND_BARE_NAME if bare else ())
        yield from _match_first(earlier.lemma_.lower(), features)
    elif before.lower_ == "in" and earlier.lower_ in HOLDING_NOUNS:
        yield "before.holding_in"
    elif before.lower_ == "the" and earlier.lower_ in TOLD_FORMS:
        yield "before.told_the"


def _find_small_word(before: Token, *, bare: bool, ends_phrase: bool) -> Iterator[str]:
    """Yield the feature of an article, a preposition or "said" before a name.

    Args:
        before: the word.
        bare: whether the name ends its phrase.
        ends_phrase: whether it does, or "'s" follows.

    """
    low = before.lower_
    earlier = get_neighbour(before, -1) if before.i else None
    if low in LOCATIVE_PREPOSITIONS - {"near"}:
        yield "preposition.within" if bare else "preposition.within_phrase"
    elif low in _PREPOSITIONS and bare:
        yield _PREPOSITIONS[low]
    elif low == "the" and ends_phrase:
        yield _classify_definite(earlier.lower_ if earlier is not None else "")
    elif low in INDEFINITE_ARTICLES and ends_phrase:
        yield "article.a"
    elif low in SPEECH_VERBS_BEFORE_NAME and ends_phrase and _is_mark(earlier):
        yield "before.said"


def _is_mark(token: Token | None) -> bool:
    return token is not None and token.is_punct


def _classify_definite(earlier: str) -> str:
    """Return the feature of "the" before a name, by the word before it."""
    if earlier in LOCATIVE_PREPOSITIONS:
        return "article.within_the"
    return "article.to_the" if earlier in MOVEMENT_PREPOSITIONS else "article.the"


def _is_phrase_end(after: Token | None) -> bool:
    """Return whether the name ends its phrase: no noun, adjective or participle goes on with it."""
    if after is None or after.lower_ in TIME_WORDS:
        return True
    return after.tag_[:2] not in PHRASE_PREFIXES or after.tag_ in FINITE_THIRD_PERSON_TAGS
