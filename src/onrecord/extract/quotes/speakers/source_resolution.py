"""Source kinds: the words a statement is attributed to, and what kind of source they name.

In: a source's phrase in a block, and the page's antecedents. Out: a `Source`, or a part for who passes
it on. Out of scope: what was said.

Source: the kinds follow Pareti (2013), "Annotating attribution relations": named, by role, collective, document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.function_words import (
    NO_SOURCE_WORDS,
    PLURAL_PRONOUNS,
    QUANTIFIERS,
    SINGLE_DETERMINERS,
    SINGULAR_PRONOUNS,
    THE_OR_THIS,
)
from onrecord.extract.quotes.en.patterns import OWNER_PREPOSITION
from onrecord.extract.quotes.en.punctuation import POSSESSIVE_SUFFIXES
from onrecord.extract.quotes.en.tags import (
    NAME_NUMBER_OR_DETERMINER_TAGS,
    NUMBER_OR_DETERMINER_TAGS,
)
from onrecord.extract.quotes.en.verbs import INANIMATE_SUBJECT_VERBS
from onrecord.extract.quotes.speakers.coreference import AntecedentIndex, EarlierSources
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import MEDIA, NOT_OUTLETS, OUTLETS, SAY, SPOKEN, TELL
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.capitalisation import is_sentence_initial
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import PLURAL_NOUN_TAGS, PROPER_NOUN_TAGS
from onrecord.records import Block, Mention, Page, Part, Source

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUN_OF_POSSESSIVE = {"his": "he", "her": "she", "its": "it"}
"""Whose word it is in "his call for"; "her" after a verb is no source."""
_NAMING_TYPES = frozenset(
    {"person", "organisation", "place", "group", "facility", "product", "law", "unknown"}
)
"""Types of mentions that name a source."""


def build_source(
    page: Page,
    block: Block,
    phrase: SourcePhrase,
    index: AntecedentIndex,
    earlier: EarlierSources,
) -> Source:
    """Return the source whose phrase is in `block`, with the entity that it names or stands for.

    `earlier` are the sources before it, for pronouns.
    """
    head = phrase.head
    start, end = block.extent_of(block.doc[phrase.span.start : phrase.span.end])
    text, position = page.text[start:end], block.at(head)
    pronoun = _PRONOUN_OF_POSSESSIVE.get(head.lower_, head.lower_)
    if pronoun in SINGULAR_PRONOUNS or pronoun == "it":
        if pronoun == "it":
            entity = index.resolve_body(position, earlier)
        else:
            entity = index.resolve_person(pronoun, position, earlier)
        return Source(text, start, end, "named" if entity else "unknown", entity)
    mentions = index.list_mentions(start, end)
    kind = _classify_source(head, mentions, position)
    entity = _find_entity(kind, mentions, position, page.text)
    if entity is None and kind in {"role", "collective"}:
        entity = index.find_role_holder(text, position)
        entity = entity or index.find_body_by_short_name(text, position)
        kind = "named" if entity else kind
    return Source(text, start, end, kind, entity)


def may_be_source(head: Token, lemma: str) -> bool:
    """Return whether a phrase with this head may be a reported statement's source with the cue `lemma`.

    "I", "you" and nobody are none, nor is the passive "we" of the writer; with a verb that also has things as
    subjects ("show", "suggest"), only people, bodies and documents are.
    """
    low = head.lower_
    if low in NO_SOURCE_WORDS:
        return False
    if lemma in (SAY - INANIMATE_SUBJECT_VERBS) | SPOKEN | TELL or lemma == "according to":
        return True
    if low in SINGULAR_PRONOUNS | PLURAL_PRONOUNS | QUANTIFIERS | {"it"}:
        return True
    is_speaker_noun = head.lemma_.lower() in PERSON_ROLES | COLLECTIVE | DOCUMENTS
    is_named = head.tag_ in NAME_NUMBER_OR_DETERMINER_TAGS or head.text[:1].isupper()
    return is_speaker_noun or is_named


def find_relaying_outlet(
    page: Page, block: Block, addressee: Token | None, index: AntecedentIndex
) -> Part | None:
    """Return the addressee as a part, if it is an outlet, which passes the statement on; else None."""
    if addressee is None:
        return None
    start, end = block.extent_of(find_noun_phrase(addressee))
    words = page.text[start:end].replace("’s", "").split()
    if not addressee.text[:1].isupper():
        is_outlet_noun = addressee.lemma_.lower() in OUTLETS
        is_this = is_outlet_noun and words[0].lower() in THE_OR_THIS
        return page.part(start, end) if is_this else None
    if any(word in MEDIA for word in words):
        return page.part(start, end)
    is_titled = words[0].lower() == "the" and words[-1].istitle()
    mentions = index.list_mentions(start, end)
    is_place = any(m.type in {"place", "group"} and m.evidence.end == end for m in mentions)
    is_outlet = is_titled and words[-1] not in NOT_OUTLETS and not is_place
    return page.part(start, end) if is_outlet else None


def _classify_source(head: Token, mentions: Sequence[Mention], position: int) -> str:
    """Return the kind of source that a phrase with this head is; `mentions` are those inside the phrase."""
    at_head = [m for m in _list_at(mentions, position) if m.type in _NAMING_TYPES]
    lemma = head.lemma_.lower()
    if head.tag_ in NUMBER_OR_DETERMINER_TAGS and not at_head:
        return "role" if head.lower_ in SINGLE_DETERMINERS else "collective"
    is_name = _is_name(head)
    if at_head and (is_name or at_head[0].type == "person"):
        return "named"
    if lemma in DOCUMENTS and not (lemma in PERSON_ROLES or at_head):
        return "document"
    if any(m.type == "person" for m in mentions) and (lemma in PERSON_ROLES or is_name):
        return "named"
    if head.lower_ in PLURAL_PRONOUNS:
        return "unknown"
    return _classify_noun(head, lemma, is_name=is_name)


def _is_name(head: Token) -> bool:
    """Return whether the head is a name by its tag, or by a capital inside its sentence."""
    if head.tag_ in PROPER_NOUN_TAGS:
        return True
    return head.text[:1].isupper() and not is_sentence_initial(head)


def _classify_noun(head: Token, lemma: str, *, is_name: bool) -> str:
    """Return the kind of source that a noun is which no mention names."""
    if head.tag_ in PLURAL_NOUN_TAGS or head.lower_ in QUANTIFIERS:
        return "collective"
    if lemma in PERSON_ROLES:
        return "role"
    is_bare = head.tag_ == "NN" and head.text.istitle() and head.left_edge == head
    if is_name or (is_bare and lemma not in COLLECTIVE):
        return "named"  # "Hale attacked the plan", tagged as a noun
    return "collective" if lemma in COLLECTIVE else "role"


def _is_only_owner(mention: Mention, text: str) -> bool:
    """Return whether a name only says whose somebody is: "Ann Hale's lawyer", "officials briefed by Ann Hale"."""
    start, end = mention.evidence.start, mention.evidence.end
    suffixes = {text[end - 2 : end], text[end : end + 2]}
    if suffixes & POSSESSIVE_SUFFIXES:
        return True
    limit = max(0, start - THRESHOLDS.owner_preposition_chars)
    return OWNER_PREPOSITION.search(text, limit, start) is not None


def _find_entity(kind: str, mentions: Sequence[Mention], position: int, text: str) -> str | None:
    """Return the entity of the mention at the phrase's head, or of the first person in it who speaks, or None."""
    if kind in {"document", "unknown"}:
        return None
    types = _NAMING_TYPES if kind == "named" else {"role"}
    fitting = [m for m in mentions if m.type in types]
    people = [m for m in fitting if m.type == "person" and not _is_only_owner(m, text)]
    first = next(iter((*_list_at(fitting, position), *people)), None)
    return first.entity if first is not None else None


def _list_at(mentions: Sequence[Mention], position: int) -> list[Mention]:
    """Return the mentions that hold code point `position` of the page's text."""
    return [m for m in mentions if m.evidence.start <= position < m.evidence.end]
