"""Signs beside: what the words straight before and after a name say of what it names.

In: a name's first and last token. Out: (type, weight) pairs, as `onrecord.extract.entities.features.context_features` explains. Out of scope: verbs
and pronouns of the sentence (`onrecord.extract.entities.features.predicate_features`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import (
    BODY_HEADS,
    BODY_KINDS,
    GOODS,
    HEADS_OF_BODIES,
    HEADS_OF_PLACES,
    HELD_IN,
    PERSON_HEADS,
    PLACE_HEADS,
    PLACE_KINDS,
    PRODUCT_KINDS,
    RULE,
    THING_HEADS,
    WEAPON_KINDS,
)
from onrecord.extract.entities.features.internal_features import Sign
from onrecord.extract.entities.features.role_phrases import is_role
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.names import LOCATIVE_PREPOSITIONS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    COMMON_OR_PROPER_SINGULAR_TAGS,
    NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KINDS = (
    ("organisation", BODY_KINDS),
    ("place", PLACE_KINDS),
    ("product", PRODUCT_KINDS),
)
_BEFORE = (
    ("organisation", BODY_KINDS),
    ("place", PLACE_KINDS),
    ("product", WEAPON_KINDS | {"app", "browser", "console", "drug", "smartphone"}),
)
_MOST_WORDS = 7
"""Words in which the head of a phrase is looked for."""
_LOOSE = frozenset({"to", "from", "at", "for", "of", "through", "via"})
_PHRASE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "POS", "AFX", "CC"}
)
_TIMES = frozenset({"last", "next", "early", "late", "today", "tomorrow", "yesterday", "tonight"})
"""Words after a name that begin a time, and do not go on with it."""
_BARE = {
    "at": (("place", 0.5), ("person", -1.5)),
    "by": (("person", 0.5), ("place", -0.9)),
    "for": (("place", 0.2),),
    "from": (("place", 0.7), ("person", -0.4)),
    "near": (("place", 2.5), ("person", -1.5)),
    "of": (("place", 0.3),),
    "through": (("place", 0.3),),
    "to": (("place", 0.3),),
    "under": (("person", 0.8),),
    "via": (("place", 0.3),),
    "with": (("person", 0.4), ("place", -0.7)),
}
"""What a preposition says of a name that ends its phrase."""


def signs_after(last: Token) -> Iterator[Sign]:
    """Yield what follows a name that ends at token `last` says: "X's wife", "X shares", "X et al."."""
    doc = last.doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is None or (after.is_punct and after.tag_ != "POS"):
        return
    if after.tag_ == "POS":
        yield from _of_owned(doc, last.i + 2)
    elif after.lower_ == "et" and last.i + 2 < len(doc) and doc[last.i + 2].lower_[:2] == "al":
        yield "person", 2.5
    elif after.lower_ == "where":
        yield "place", 1
        yield "person", -1
    else:
        yield from _of_head(after)


def _of_owned(doc: Doc, index: int) -> Iterator[Sign]:
    """Yield what "X's …" says by the head of the phrase."""
    head = head_from(doc, index)
    if head is None:
        return
    low = head.lower_
    if low in PERSON_HEADS:
        yield "person", 2
    elif low in BODY_HEADS:
        yield "organisation", 1.5
    elif low in PLACE_HEADS:
        yield "place", 0.5


def head_from(doc: Doc, index: int) -> Token | None:
    """Return the last noun of the phrase that begins at `index`."""
    head = None
    for token in doc[index : index + _MOST_WORDS]:
        if token.tag_ not in _PHRASE and token.tag_ not in {"NNS", "DT", "PRP$"}:
            break
        if token.tag_ in NOUN_TAGS:
            head = token
    return head


def _of_head(after: Token) -> Iterator[Sign]:
    """Yield what the noun straight after a name says: "X shares", "X province", "X smartphones"."""
    low = after.lower_
    if after.tag_ not in COMMON_NOUN_TAGS and low != "ceo":
        return
    if low in THING_HEADS or after.lemma_.lower() in THING_HEADS:
        yield "product", 1 if after.lemma_.lower() in GOODS else 2
    elif low in BODY_HEADS:
        yield "organisation", 1.9
        yield "person", -1.1
    elif low in PLACE_HEADS:
        yield "place", 1.5
        yield "person", -1
    elif low in RULE:
        yield "person", 0.8
        yield "place", -0.9
    elif low in PERSON_ROLES or low.rstrip("s") in PERSON_ROLES:
        yield "person", -1.3
        yield "organisation", 1.2
    else:
        yield "person", -0.5  # "a Fabergé egg": things are named after people, but rarely
        yield "organisation", 0.3


def signs_before(before: Token, last: Token) -> Iterator[Sign]:
    """Yield what the word `before` a name says that ends at token `last`."""
    doc = last.doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    owned = after is not None and after.tag_ == "POS"
    bare = not owned and _is_bare(after)
    if before.lower_ == "of" and before.i > 0:
        yield from _of_whole(doc[before.i - 1], bare=bare)
    elif before.lower_ == "in" and before.i > 0 and doc[before.i - 1].lower_ in HELD_IN:
        yield "organisation", 2.5
        yield "place", -1.5
    elif before.lower_ == "the" and before.i > 0 and doc[before.i - 1].lower_ in {"told", "tells"}:
        yield "organisation", 1.5
    if is_role(before) and before.lower_ not in {"chief", "general"}:
        yield "person", 3
        return
    if before.text == "," and before.i > 0 and bare and is_role(doc[before.i - 1]):
        yield "person", 1.5
    elif before.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS and before.text != before.text.upper():
        low = before.lower_
        kind = next((type_ for type_, kinds in _BEFORE if low in kinds), None)
        if kind is not None:
            yield kind, 2
            return
    yield from _of_small_word(before, bare=bare, ends=owned or _is_bare(after))


def _of_small_word(before: Token, *, bare: bool, ends: bool) -> Iterator[Sign]:
    """Yield what an article, a preposition or "said" before a name says; `ends` if at most "'s" goes on with it."""
    low = before.lower_
    earlier = before.nbor(-1) if before.i > 0 else None
    if low in LOCATIVE_PREPOSITIONS - {"near"}:
        yield "place", 2 if bare else 0.5
        if bare:
            yield "person", -1.5
            yield "organisation", -0.5
    elif low in _BARE and bare:
        yield from _BARE[low]
    elif low == "the" and ends:
        yield from _of_the(earlier.lower_ if earlier is not None else "")
    elif low in INDEFINITE_ARTICLES and ends:
        yield "person", -1.5
        yield "place", -0.3
    elif low in {"mr", "mrs", "ms", "dr"}:
        yield "person", 2
    elif low in {"said", "says"} and earlier is not None and earlier.is_punct and ends:
        yield "person", 1.5


def _of_the(earlier: str) -> Iterator[Sign]:
    """Yield what "the" before a name says, and the preposition before it."""
    yield "person", -1.5
    if earlier in LOCATIVE_PREPOSITIONS:
        yield "place", 0.7
    elif earlier in _LOOSE:
        yield "facility", 0.3
        yield "organisation", 0.5
    else:
        yield "place", -0.3
        yield "organisation", 0.7


def _of_whole(noun: Token, *, bare: bool) -> Iterator[Sign]:
    """Yield what the noun in "the town of X", "manager of X" says of X."""
    kind = noun.lemma_.lower()
    if kind in {"version", "copy", "user"}:
        yield "product", 2
    elif kind in PLACE_KINDS:
        yield "place", 3
    elif kind in HEADS_OF_BODIES and bare:
        yield "organisation", 1.5
        yield "person", -2
    elif kind in HEADS_OF_PLACES and bare:
        yield "place", 1.7
        yield "person", -1.3


def _is_bare(after: Token | None) -> bool:
    """Return whether the name ends its phrase: no noun goes on with it."""
    if after is None or after.lower_ in _TIMES:
        return True
    return after.tag_[:2] not in {"NN", "JJ", "VB"} or after.tag_ in {"VBD", "VBZ"}
