"""Subject heads: who does a verb of saying by the parse, as the head of their phrase.

In: a verb in a Doc. Out: a `SubjectHead`, the token with the name of the pattern that found it. Out of scope: the words of the
phrase (`onrecord.extract.quotes.speakers.phrase_span`), and sources that the parse misses
(`onrecord.extract.quotes.speakers.source_patterns`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.en.labels import SOURCE_SUBJECT_LABELS
from onrecord.extract.quotes.en.punctuation import CUE_BREAK_MARKS
from onrecord.extract.quotes.en.tags import MODAL_OR_RELATIVE_TAGS
from onrecord.extract.quotes.en.verbs import ISSUING_VERBS
from onrecord.extract.quotes.lexicon.cue_verbs import find_cue_lemma
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import SPOKEN, TELL
from onrecord.language.en.function_words import SUBJECT_RELATIVES
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, MODIFIER_CLAUSE_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.tag_sets import TENSED_TAGS
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


class SubjectHead(NamedTuple):
    """Who does a verb: the head of their phrase, and the name of the pattern that found it."""

    token: Token
    pattern: str


def find_subject_head(verb: Token, lemma: str, *, passive: bool) -> SubjectHead | None:
    """Return who does the verb: its agent if `passive`, else what the first pattern that applies gives; None where nobody does."""
    if passive:
        agent = find_passive_agent(verb)
        return SubjectHead(agent, pattern_names.PASSIVE_AGENT) if agent is not None else None
    for name, find in _PATTERNS:
        token = find(verb, lemma)
        if token is not None:
            return SubjectHead(token, name)
    return None


def _find_own_subject(verb: Token, lemma: str) -> Token | None:
    """Return the subject right beside the verb, unless it is a relative pronoun.

    Of two, the nearer speaks: the parse may give both of "The road, officials say, …" to "say".
    """
    labels = SOURCE_SUBJECT_LABELS | ({"expl"} if lemma in SPOKEN else frozenset())
    subjects = [
        child for child in (*reversed(list(verb.lefts)), *verb.rights) if child.dep_ in labels
    ]
    nearest = subjects[0] if subjects else None
    return nearest if nearest is not None and nearest.lower_ not in SUBJECT_RELATIVES else None


def _find_requester(verb: Token, _lemma: str) -> Token | None:
    """Return who asks in "urged them to leave, saying …": the participle after the comma is not theirs who leave."""
    request = verb.head
    if not (is_after_comma(verb) and verb.tag_ == "VBG" and verb.dep_ == "advcl"):
        return None
    is_infinitive = request.dep_ == "xcomp" and any(left.tag_ == "TO" for left in request.lefts)
    return find_subject(request.head) if is_infinitive else None


def _find_issuer(verb: Token, _lemma: str) -> Token | None:
    return find_issuer(verb) if _is_modifier_participle(verb) else None


def find_issuer(verb: Token) -> Token | None:
    """Return who issued the document that says something ("the army issued a statement saying"), or None."""
    noun = verb.head
    issuing = noun.head
    is_issued = (
        noun.dep_ in DIRECT_OBJECT_LABELS
        and read_lemma(issuing) in ISSUING_VERBS
        and verb.i - issuing.i <= THRESHOLDS.issued_gap
    )
    return find_subject(issuing) if is_issued and noun.lemma_.lower() in DOCUMENTS else None


def _find_subject_of_sentence(verb: Token, _lemma: str) -> Token | None:
    return find_sentence_subject(verb) if _is_modifier_participle(verb) else None


def find_sentence_subject(verb: Token) -> Token | None:
    """Return the sentence's subject for a participle after a comma ("… left the hall, saying that …"), or None."""
    root = verb.sent.root
    if not (is_after_comma(verb) and verb.dep_ == "acl" and root.i < verb.i):
        return None
    is_clause = root.tag_.startswith("VB") or any(child.dep_ == "cop" for child in root.lefts)
    return find_subject(root) if is_clause else None


def _find_inherited_subject(verb: Token, _lemma: str) -> Token | None:
    return find_subject(verb)


def _find_subject_of_cue_before(verb: Token, _lemma: str) -> Token | None:
    """Return the subject of the verb of saying before a participle's comma (“…,” he said, adding that …), or None."""
    if verb.tag_ != "VBG" or not is_after_comma(verb):
        return None
    start = max(verb.sent.start, verb.i - THRESHOLDS.participle_gap)
    for token in reversed(verb.doc[start : verb.i - 1]):
        if token.text in CUE_BREAK_MARKS or token.tag_ in MODAL_OR_RELATIVE_TAGS:
            return None
        if token.tag_ in TENSED_TAGS:
            return find_subject(token) if find_cue_lemma(token) in SPOKEN | TELL else None
    return None


def is_after_comma(token: Token) -> bool:
    """Return whether a comma is right before the token."""
    return token.i > 0 and get_neighbour(token, -1).text == ","


def _is_modifier_participle(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ in MODIFIER_CLAUSE_LABELS


_PATTERNS: tuple[tuple[str, Callable[[Token, str], Token | None]], ...] = (
    (pattern_names.PARSED_SUBJECT, _find_own_subject),
    (pattern_names.REQUESTER, _find_requester),
    (pattern_names.ISSUER, _find_issuer),
    (pattern_names.SENTENCE_SUBJECT, _find_subject_of_sentence),
    (pattern_names.INHERITED_SUBJECT, _find_inherited_subject),
    (pattern_names.EARLIER_CUE, _find_subject_of_cue_before),
)
"""Tried in order, for verbs in the active."""
