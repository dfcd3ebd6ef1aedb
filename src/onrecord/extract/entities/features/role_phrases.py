"""Offices: phrases for people by what they do, beside a name or without one.

In: a Doc. Out: the role before or after a name; phrases like "a senior defence source" that stand alone.
Out of scope: who holds the office (`onrecord.extract.quotes.speakers.coreference`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.en.roles import (
    COLLECTIVE,
    ONLY_WITH_MORE,
    PERSON_ROLES,
    PLAIN_TITLES,
    ROLE_ADJECTIVES,
    TITLES,
)
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    COMMON_OR_PROPER_SINGULAR_TAGS,
    NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "HYPH", "AFX"})
_STATE = frozenset({"of", "for"})
_EMPTY = frozenset(
    [
        "new",
        "former",
        "current",
        "then",
        "incoming",
        "outgoing",
        "same",
        "other",
        "another",
        "first",
        "next",
        "own",
        "many",
        "several",
        "few",
        "such",
        "more",
        "most",
    ]
)
_MOST = 4
"""Words of a role before its head; more are not the role's ("the two-day virtual conference defence ministers")."""
_FAR = 9


def role_before(doc: Doc, first: int) -> str | None:
    """Return the title or role straight before the name that begins at token `first`, or None.

    "Defence Secretary Ben Wallace" gives "Defence Secretary"; "Mr" is none.
    """
    begin = first
    while begin > 0 and _belongs(doc[begin - 1]):
        begin -= 1
    held = doc[begin:first]
    while len(held) and (
        held[0].lower_ in _EMPTY or held[0].tag_ == "HYPH" or not held[0].text[0].isalnum()
    ):
        held = held[1:]
    if not len(held) or not any(is_role(token) for token in held):
        return None
    if not (is_role(held[-1]) or is_role(held[0])) or held[-1].tag_ in {"JJ", "HYPH"}:
        return None
    return None if all(token.lower_.rstrip(".") in PLAIN_TITLES for token in held) else held.text


def _belongs(token: Token) -> bool:
    if token.text in _STATE:
        return is_role(token.nbor(-1)) and token.nbor(-1).text[0].isupper() if token.i else False
    return (
        (token.tag_ in _MODIFIERS or token.lower_.rstrip(".") in TITLES) and not token.is_punct
    ) or token.text == "-"


def role_after(doc: Doc, last: int) -> str | None:
    """Return the role in the apposition after the name that ends at token `last`, or None.

    "Maria Holt, the new Danish prime minister," gives "Danish prime minister".
    """
    if last + 2 >= len(doc) or doc[last + 1].text != ",":
        return None
    held: list[Token] = []
    for token in doc[last + 2 : last + 2 + _FAR]:
        if (
            token.tag_ not in _MODIFIERS
            and token.tag_ not in {"DT", "PRP$", "POS"}
            and token.text != "-"
        ):
            break
        if token.tag_ in {"DT", "PRP$"} or (not held and token.lower_ in _EMPTY):
            continue
        held.append(token)
    while held and not is_role(held[-1]):
        held.pop()
    if not held:
        return None
    after = held[-1].i + 1
    if (
        after < len(doc)
        and doc[after].text in _STATE | {"to", "at", "in", "with"}
        and _is_end(doc, after)
    ):
        return doc.text[
            held[0].idx : doc[_office_end(doc, held[-1].i)].idx
            + len(doc[_office_end(doc, held[-1].i)])
        ]
    ends = after >= len(doc) or doc[after].is_punct or doc[after].tag_[:2] in {"VB", "WP", "IN"}
    return doc[held[0].i : held[-1].i + 1].text if ends else None


def _is_end(doc: Doc, after: int) -> bool:
    return doc[after].text in _STATE


def is_role(token: Token) -> bool:
    """Return whether `token` is a noun for a person by what they do."""
    low = token.lower_.rstrip(".")
    return low in PERSON_ROLES or low in TITLES or (low.endswith("s") and low[:-1] in PERSON_ROLES)


def _office_end(doc: Doc, index: int) -> int:
    """Return the last token of the office whose head is at `index`: "secretary of state for defence"."""
    end = index
    while end + 2 < len(doc) and doc[end + 1].text in _STATE:
        step = end + 2
        if doc[step].tag_ == "DT" and step + 1 < len(doc):
            step += 1
        if doc[step].tag_ not in _MODIFIERS:
            break
        while (
            step + 1 < len(doc)
            and doc[step + 1].tag_ in {"NN", "NNP", "NNPS"}
            and doc[step].tag_ in _MODIFIERS
            and not _begins_person(doc, step + 1)
        ):
            step += 1
        end = step
    return end


def _begins_person(doc: Doc, index: int) -> bool:
    """Return whether a first name stands at `index`: "Secretary of State Ann Hale", not "of South Dakota"."""
    given = doc[index].tag_ == "NNP" and is_given_name(doc[index].text)
    return given and look_up_name(doc[index - 1 : index + 1].text) is None


def offices(
    doc: Doc, taken: frozenset[int], speaking: frozenset[int] = frozenset()
) -> Iterator[tuple[int, int, int]]:
    """Yield (first, head, last) tokens of each role that stands without a name, articles left out.

    Args:
        doc: the block's Doc.
        taken: tokens of names of people and of the roles beside them.
        speaking: tokens that are subjects of a verb of saying; they need no other sign.

    """
    for token in doc:
        if token.i in taken or not _heads_phrase(doc, token):
            continue
        first = token.i
        while first > max(0, token.i - _MOST) and _modifies(doc[first - 1], token.i, taken):
            first -= 1
        while first < token.i and (doc[first].lower_ in _EMPTY or not doc[first].text[0].isalnum()):
            first += 1
        if _counts(doc, first, token, token.i in speaking):
            yield first, token.i, _office_end(doc, token.i) if token.lower_ != "source" else token.i


def _modifies(token: Token, head: int, taken: frozenset[int]) -> bool:
    """Return whether `token` belongs to the role: a far common noun is of the phrase before it."""
    named = token.lower_ in ROLE_ADJECTIVES or token.text[:1].isupper()
    if token.tag_ in COMMON_NOUN_TAGS and head - token.i > 1 and not named:
        return False
    if token.tag_ not in _MODIFIERS or token.i in taken or (token.is_upper and len(token) > 4):
        return False
    return token.tag_ != "VBN" or token.lower_ in ROLE_ADJECTIVES


def _heads_phrase(doc: Doc, token: Token) -> bool:
    low = token.lower_
    plural = low.endswith("s") and low[:-1] in PERSON_ROLES & COLLECTIVE
    if not (low in PERSON_ROLES or plural) or token.tag_ not in NOUN_TAGS:
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return after is None or not (
        after.tag_ in {"NN", "NNS", "NNP", "NNPS", "HYPH"} or after.text == "-"
    )


def _counts(doc: Doc, first: int, head: Token, speaking: bool) -> bool:
    more = doc[first : head.i]
    before = doc[first - 1] if first else None
    if head.lower_.rstrip("s") == "source":
        after = doc[head.i + 1].text if head.i + 1 < len(doc) else ""
        return (
            speaking or any(token.lower_ in ROLE_ADJECTIVES or token.ent_type_ for token in more)
        ) and after != "of"
    if head.lower_ in ONLY_WITH_MORE or head.lower_.rstrip("s") in ONLY_WITH_MORE:
        return speaking or any(token.lower_ in ROLE_ADJECTIVES for token in more)
    if speaking or len(more):
        return True
    return (
        head.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS
        and before is not None
        and before.lower_ in {"the", "his", "her", "their", "its"}
    )
