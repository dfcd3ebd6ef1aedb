"""Sources: the words a statement is attributed to, and what kind of source they name.

In: a phrase's head and extent in a block, and the page's cast. Out: a `Source`, or a part for who passes
it on. Out of scope: what was said.

Source: the kinds follow Pareti (2013), "Annotating attribution relations": named, by role, collective, document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    NO_SOURCE_WORDS,
    PLURAL_PRONOUNS,
    QUANTIFIERS,
    SINGLE_DETERMINERS,
    SINGULAR_PRONOUNS,
    THE_OR_THIS,
)
from onrecord.extract.quotes.en.punctuation import POSSESSIVE_SUFFIXES
from onrecord.extract.quotes.en.tags import (
    NAME_NUMBER_OR_DETERMINER_TAGS,
    NUMBER_OR_DETERMINER_TAGS,
)
from onrecord.extract.quotes.en.verbs import INANIMATE_SUBJECT_VERBS
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import MEDIA, NOT_OUTLETS, OUTLETS, SAY, SPOKEN, TELL
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.capitalisation import is_sentence_initial
from onrecord.language.syntax.dependencies import find_noun_phrase
from onrecord.language.syntax.tag_sets import PLURAL_NOUN_TAGS, PROPER_NOUN_TAGS
from onrecord.records import Block, Mention, Page, Part, Source

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNER = {"his": "he", "her": "she", "its": "it"}
"""Whose word it is in "his call for"; "her" after a verb is nobody's."""
_NAMED = frozenset(
    {"person", "organisation", "place", "group", "facility", "product", "law", "unknown"}
)
_OF_WHOM = re.compile(r"\b(?:for|of|to|by|with|from|behind|against)\s+(?:[A-Z][a-z]{1,4}\.?\s+)?$")


def build_source(
    page: Page,
    block: Block,
    head: Token,
    span: tuple[int, int],
    cast: AntecedentIndex,
    speakers: Sequence[tuple[int, str]],
) -> Source:
    """Return the source whose phrase is tokens `span` of `block` with head token `head`.

    `speakers` are (position, entity) of the sources before it, for pronouns.
    """
    start, end = block.span_of(block.doc[span[0]], block.doc[span[1]])
    text = page.text[start:end]
    position = block.at(head)
    word = _OWNER.get(head.lower_, head.lower_)
    if word in SINGULAR_PRONOUNS:
        entity = cast.resolve_person(word, position, speakers)
        return Source(text, start, end, "named" if entity else "unknown", entity)
    if word == "it":
        entity = cast.resolve_body(position, speakers)
        return Source(text, start, end, "named" if entity else "unknown", entity)
    held = cast.list_mentions(start, end)
    kind = _classify_source(head, held, position)
    entity = _find_entity(kind, held, position, page.text)
    if entity is None and kind in {"role", "collective"}:
        entity = cast.find_role_holder(text, position) or cast.find_body_by_short_name(
            text, position
        )
        kind = "named" if entity else kind
    return Source(text, start, end, kind, entity)


def may_be_source(head: Token, lemma: str) -> bool:
    """Return whether a phrase with this head can be a reported statement's source with the cue `lemma`.

    "I", "you" and nobody are none, nor is the passive "we" of the writer; with a verb that also things are
    subjects of ("show", "suggest"), only people, bodies and documents are.
    """
    low = head.lower_
    if low in NO_SOURCE_WORDS:
        return False
    if (
        lemma in (SAY - INANIMATE_SUBJECT_VERBS) | SPOKEN | TELL
        or lemma == "according to"
        or low in SINGULAR_PRONOUNS | PLURAL_PRONOUNS | QUANTIFIERS | {"it"}
    ):
        return True
    known = head.lemma_.lower() in PERSON_ROLES | COLLECTIVE | DOCUMENTS
    return known or head.tag_ in NAME_NUMBER_OR_DETERMINER_TAGS or head.text[:1].isupper()


def find_relaying_outlet(
    page: Page, block: Block, head: Token | None, cast: AntecedentIndex
) -> Part | None:
    """Return who was told as a part, if it is an outlet, which passes the statement on; else None."""
    if head is None:
        return None
    start, end = block.extent_of(find_noun_phrase(head))
    words = page.text[start:end].replace("’s", "").split()
    if head.lemma_.lower() in OUTLETS and not head.text[:1].isupper():
        return page.part(start, end) if words[0].lower() in THE_OR_THIS else None
    if not head.text[:1].isupper():
        return None
    is_outlet = any(word in MEDIA for word in words)
    called = words[0].lower() == "the" and words[-1].istitle() and words[-1] not in NOT_OUTLETS
    held = cast.list_mentions(start, end)
    barred = any(one.type in {"place", "group"} and one.evidence.end == end for one in held)
    return page.part(start, end) if is_outlet or (called and not barred) else None


def _classify_source(head: Token, held: Sequence[Mention], position: int) -> str:
    at_head = [
        m for m in held if m.evidence.start <= position < m.evidence.end and m.type in _NAMED
    ]
    lemma = head.lemma_.lower()
    if head.tag_ in NUMBER_OR_DETERMINER_TAGS and not at_head:
        return "role" if head.lower_ in SINGLE_DETERMINERS else "collective"
    is_name = head.tag_ in PROPER_NOUN_TAGS or (
        head.text[:1].isupper() and not is_sentence_initial(head)
    )
    if at_head and (is_name or at_head[0].type == "person"):
        return "named"
    if lemma in DOCUMENTS and not (lemma in PERSON_ROLES or at_head):
        return "document"
    if any(m.type == "person" for m in held) and (lemma in PERSON_ROLES or is_name):
        return "named"
    if head.lower_ in PLURAL_PRONOUNS:
        return "unknown"
    plural = head.tag_ in PLURAL_NOUN_TAGS or head.lower_ in QUANTIFIERS
    if plural:
        return "collective"
    if lemma in PERSON_ROLES:
        return "role"
    bare = head.tag_ == "NN" and head.text.istitle() and head.left_edge == head
    if is_name or (bare and lemma not in COLLECTIVE):  # "Hale attacked the plan", taken for a noun
        return "named"
    return "collective" if lemma in COLLECTIVE else "role"


def is_only_owner(mention: Mention, text: str) -> bool:
    """Return whether it only tells whose somebody is: "Ann Hale's lawyer", "officials briefed by Ann Hale"."""
    start, end = mention.evidence.start, mention.evidence.end
    owns = text[end - 2 : end] in POSSESSIVE_SUFFIXES or text[end : end + 2] in POSSESSIVE_SUFFIXES
    return (
        owns
        or _OF_WHOM.search(text, max(0, start - THRESHOLDS.owner_preposition_chars), start)
        is not None
    )


def _find_entity(kind: str, held: Sequence[Mention], position: int, text: str) -> str | None:
    wanted = _NAMED if kind == "named" else {"role"}
    fitting = [m for m in held if m.type in wanted]
    people = [m for m in fitting if m.type == "person" and not is_only_owner(m, text)]
    at_head = [m for m in fitting if m.evidence.start <= position < m.evidence.end]
    if kind in {"document", "unknown"}:
        return None
    for choice in (at_head, people):
        if choice:
            return choice[0].entity
    return None
