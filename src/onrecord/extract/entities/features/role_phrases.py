"""Phrases for people by their role, beside a name or without one.

In: a Doc. Out: the role before or after a name; the token spans of roles that stand alone ("a senior defence source").
Out of scope: who holds the office (`onrecord.extract.entities.clusters.role_holders`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.boundary_words import OF_OR_FOR
from onrecord.extract.entities.en.role_words import DEFINITE_DETERMINERS, EMPTY_ROLE_WORDS
from onrecord.extract.entities.en.tags import (
    ADJECTIVE_OR_HYPHEN_TAGS,
    AFTER_ROLE_PREFIXES,
    DETERMINER_OR_POSSESSIVE_TAGS,
    NOUN_OR_HYPHEN_TAGS,
    ROLE_WORD_TAGS,
    SINGULAR_OR_NAME_TAGS,
)
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.roles import (
    COLLECTIVE,
    HONORIFICS,
    PERSON_ROLES,
    ROLE_ADJECTIVES,
    ROLES_WITH_MODIFIER,
    TITLES,
)
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import (
    COMMON_NOUN_TAGS,
    COMMON_OR_PROPER_SINGULAR_TAGS,
    DETERMINER_TAGS,
    NOUN_TAGS,
    PAST_FORM_TAGS,
    TENSED_TAGS,
)
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def is_role(token: Token) -> bool:
    """Return whether `token` is a noun for people by their role, or a title."""
    low = token.lower_.rstrip(".")
    return low in PERSON_ROLES or low in TITLES or (low.endswith("s") and low[:-1] in PERSON_ROLES)


def find_role_before(doc: Doc, start: int) -> str | None:
    """Return the title or role straight before the name that begins at token `start`, or None.

    "Defence Secretary Ben Wallace" gives "Defence Secretary"; "Mr" states no role.
    """
    role_start = start
    while role_start > 0 and _may_precede_name(doc[role_start - 1]):
        role_start -= 1
    role_start = max(
        (n + 1 for n in range(role_start, start) if _is_verb(doc[n])), default=role_start
    )
    while role_start < start and (_is_empty(doc[role_start]) or doc[role_start].tag_ == "HYPH"):
        role_start += 1
    role = doc[role_start:start]
    if not len(role) or not (is_role(role[-1]) or is_role(role[0])):
        return None
    if role[-1].tag_ in ADJECTIVE_OR_HYPHEN_TAGS:
        return None
    return None if all(token.lower_.rstrip(".") in HONORIFICS for token in role) else role.text


def _is_verb(token: Token) -> bool:
    """Return whether a word before a name must be a verb, whatever its tag: no adjective of roles that looks like one."""
    if token.lower_ in ROLE_ADJECTIVES or token.text[:1].isupper():
        return False
    return repair_tag(token) in TENSED_TAGS or token.tag_ in PAST_FORM_TAGS


def _is_empty(token: Token) -> bool:
    """Return whether `token` at the beginning of a role is no part of it: "former", a mark."""
    return token.lower_ in EMPTY_ROLE_WORDS or not token.text[0].isalnum()


def _may_precede_name(token: Token) -> bool:
    """Return whether `token` may be part of the role before a name."""
    if token.text in OF_OR_FOR:
        before = get_neighbour(token, -1) if token.i else None
        return before is not None and is_role(before) and before.text[0].isupper()
    word = token.tag_ in ROLE_WORD_TAGS or token.lower_.rstrip(".") in TITLES
    return (word and not token.is_punct) or token.text == "-"


def find_role_after(doc: Doc, end: int) -> str | None:
    """Return the role in the apposition after the name that ends before token `end`, or None.

    "Maria Holt, the new Danish prime minister," gives "Danish prime minister".
    """
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    words = _read_apposition(doc, end + 1)
    while words and not is_role(words[-1]):
        words.pop()
    if not words:
        return None
    start, role_end = words[0].i, words[-1].i + 1
    after = doc[role_end] if role_end < len(doc) else None
    if after is not None and after.text in OF_OR_FOR:
        return doc[start : _find_office_end(doc, role_end - 1)].text
    ends_phrase = after is None or after.is_punct or after.tag_[:2] in AFTER_ROLE_PREFIXES
    return doc[start:role_end].text if ends_phrase else None


def _read_apposition(doc: Doc, start: int) -> list[Token]:
    """Return the words of the noun phrase from `start`, without determiners and empty words before it."""
    words: list[Token] = []
    for token in doc[start : start + THRESHOLDS.apposed_role_words]:
        if (
            token.tag_ not in ROLE_WORD_TAGS
            and token.tag_ not in DETERMINER_OR_POSSESSIVE_TAGS
            and token.text != "-"
        ):
            break
        if token.tag_ in DETERMINER_TAGS or (not words and token.lower_ in EMPTY_ROLE_WORDS):
            continue
        words.append(token)
    return words


def _find_office_end(doc: Doc, head: int) -> int:
    """Return the end of the office whose head is at `head`: "secretary of state for defence"."""
    end = head + 1
    while end + 1 < len(doc) and doc[end].text in OF_OR_FOR:
        last = end + 1
        if doc[last].tag_ == "DT" and last + 1 < len(doc):
            last += 1
        if doc[last].tag_ not in ROLE_WORD_TAGS:
            break
        while (
            last + 1 < len(doc)
            and doc[last + 1].tag_ in SINGULAR_OR_NAME_TAGS
            and doc[last].tag_ in ROLE_WORD_TAGS
            and not _is_first_name_of_person(doc, last + 1)
        ):
            last += 1
        end = last + 1
    return end


def _is_first_name_of_person(doc: Doc, index: int) -> bool:
    """Return whether a first name stands at `index`: "Secretary of State Ann Hale", not "of South Dakota"."""
    given = doc[index].tag_ == "NNP" and is_given_name(doc[index].text)
    return given and look_up_name(doc[index - 1 : index + 1].text) is None


def find_unnamed_roles(
    doc: Doc, taken: frozenset[int], speaking: frozenset[int] = frozenset()
) -> Iterator[TokenSpan]:
    """Yield the token span of each role without a name, articles left out.

    Args:
        doc: the block's Doc.
        taken: tokens of names of people and of the roles beside them.
        speaking: tokens that are subjects of a verb of saying; they need no other evidence.

    """
    for head in doc:
        if head.i in taken or not _may_head_role(head):
            continue
        start = head.i
        while start > max(0, head.i - THRESHOLDS.role_modifiers) and _is_role_modifier(
            doc[start - 1], head.i, taken
        ):
            start -= 1
        while start < head.i and _is_empty(doc[start]):
            start += 1
        if _is_entity(doc[start : head.i], head, is_speaking=head.i in speaking):
            end = head.i + 1 if head.lower_ == "source" else _find_office_end(doc, head.i)
            yield TokenSpan(start, end)


def _is_role_modifier(token: Token, head: int, taken: frozenset[int]) -> bool:
    """Return whether `token` belongs to the role with its head at `head`: a distant common noun does not."""
    role_word = token.lower_ in ROLE_ADJECTIVES or token.text[:1].isupper()
    if token.tag_ in COMMON_NOUN_TAGS and head - token.i > 1 and not role_word:
        return False
    shouted = token.is_upper and len(token) > THRESHOLDS.acronym_letters
    if token.tag_ not in ROLE_WORD_TAGS or token.i in taken or shouted:
        return False
    return token.tag_ != "VBN" or token.lower_ in ROLE_ADJECTIVES


def _may_head_role(token: Token) -> bool:
    """Return whether `token` is a noun for people that no other noun follows."""
    low = token.lower_
    plural = low.endswith("s") and low[:-1] in PERSON_ROLES & COLLECTIVE
    if not (low in PERSON_ROLES or plural) or token.tag_ not in NOUN_TAGS:
        return False
    after = get_neighbour(token) if token.i + 1 < len(token.doc) else None
    return after is None or not (after.tag_ in NOUN_OR_HYPHEN_TAGS or after.text == "-")


def _is_entity(modifiers: Span, head: Token, *, is_speaking: bool) -> bool:
    """Return whether a role refers to somebody in particular: by a modifier, a verb of saying or a determiner."""
    doc = head.doc
    if head.lower_.rstrip("s") == "source":
        after = doc[head.i + 1].text if head.i + 1 < len(doc) else ""
        qualified = any(word.lower_ in ROLE_ADJECTIVES or word.ent_type_ for word in modifiers)
        return (is_speaking or qualified) and after != "of"
    if head.lower_ in ROLES_WITH_MODIFIER or head.lower_.rstrip("s") in ROLES_WITH_MODIFIER:
        return is_speaking or any(word.lower_ in ROLE_ADJECTIVES for word in modifiers)
    if is_speaking or len(modifiers):
        return True
    before = doc[modifiers.start - 1].lower_ if modifiers.start else ""
    return head.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS and before in DEFINITE_DETERMINERS
