"""Source patterns: who does a verb of saying, by the first pattern that applies.

In: a verb in a Doc, its lemma, and which tokens are quoted. Out: a `SourcePhrase`, with the name of its pattern. Out of
scope: which verbs attribute (`onrecord.extract.quotes.cues.detection`), pronouns, other blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.en.labels import (
    APPOSITION_OR_LIST_LABELS,
    AUXILIARY_OR_COPULA_LABELS,
)
from onrecord.extract.quotes.speakers.adjacent_phrases import find_name_over_commas
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.extract.quotes.speakers.coordinated_cues import find_leading_verb
from onrecord.extract.quotes.speakers.fronted_subjects import find_fronted_people
from onrecord.extract.quotes.speakers.phrase_span import find_phrase_span
from onrecord.extract.quotes.speakers.postposed_attributions import find_postposed_source
from onrecord.extract.quotes.speakers.shallow_chunks import is_day, is_in_dateline, is_no_source
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.extract.quotes.speakers.subject_heads import (
    SubjectHead,
    find_sentence_subject,
    find_subject_head,
    is_after_comma,
)
from onrecord.language.en.attribution_cues import SPOKEN, TELL
from onrecord.language.syntax.dependency_labels import NOUN_CLAUSE_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import (
    FINITE_TAGS,
    FUNCTION_WORD_TAGS,
    PROPER_NOUN_TAGS,
    TENSED_TAGS,
)
from onrecord.language.syntax.verb_group import is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class SourceQuery:
    """A verb whose source is sought.

    `leading` is the verb of saying whose speaker does it too, or None. `head` is who does it by the parse, or None.
    """

    verb: Token
    lemma: str
    quoted: frozenset[int]
    leading: Token | None
    head: SubjectHead | None


SourcePattern = Callable[[SourceQuery], SourcePhrase | None]


def find_source_phrase(verb: Token, lemma: str, quoted: frozenset[int]) -> SourcePhrase | None:
    """Return who does the active verb, or None where nobody is named outside quotation marks."""
    phrase = match_source_patterns(verb, lemma, quoted, passive=False)
    if phrase is None:
        return None
    head = phrase.head
    names_nobody = is_no_source(head) and head.lower_ != "it"
    return None if names_nobody or head.i in quoted or not head.text.strip() else phrase


def match_source_patterns(
    verb: Token, lemma: str, quoted: frozenset[int], *, passive: bool
) -> SourcePhrase | None:
    """Return who does the verb, also where it may be nobody ("it", "there"), or None.

    The first pattern that applies gives it. A verb that continues with the speaker of another has no patterns of its own.
    """
    if passive:
        leading, patterns = None, PASSIVE_PATTERNS
    else:
        leading = find_leading_verb(verb)
        leading = None if leading is None or is_passive(leading) else leading
        patterns = ACTIVE_PATTERNS if leading is None else COORDINATED_PATTERNS
    head = find_subject_head(verb, lemma, passive=passive)
    query = SourceQuery(verb, lemma, quoted, leading, head)
    return next((found for match in patterns if (found := match(query)) is not None), None)


def _match_postposed(query: SourceQuery) -> SourcePhrase | None:
    return find_postposed_source(query.verb)


def _match_coordinated(query: SourceQuery) -> SourcePhrase | None:
    """Return who does the verb of saying before "and" or "but"."""
    if query.leading is None:
        return None
    lemma = read_lemma(query.leading)
    phrase = match_source_patterns(query.leading, lemma, query.quoted, passive=False)
    return phrase._replace(pattern=pattern_names.COORDINATED) if phrase is not None else None


def _match_fronted(query: SourceQuery) -> SourcePhrase | None:
    head = query.head.token if query.head is not None else None
    return find_fronted_people(query.verb, head, query.quoted)


def _match_name_over_commas(query: SourceQuery) -> SourcePhrase | None:
    """Return a name with several descriptions, where the parse gives no name.

    "Nevada's governor, Ann Hale, said" begins with the office: that stays the source.
    """
    head = query.head.token if query.head is not None else None
    is_name = head is not None and head.tag_ in PROPER_NOUN_TAGS | {"PRP"}
    if is_name and head is not None and not _is_initial_participle(head):
        return None
    phrase = find_name_over_commas(query.verb.doc, query.verb.i, query.quoted)
    if phrase is None or head is None:
        return phrase
    return None if _is_described_by_name(head, query.verb, phrase.span.start) else phrase


def _match_shallow_subject(query: SourceQuery) -> SourcePhrase | None:
    """Return the phrase right before a finite verb that has no subject by the parse, or only a false one."""
    verb = query.verb
    is_unparsed = verb.tag_ in TENSED_TAGS and _resolve_head(query) is None
    if not is_unparsed and not is_mistagged_root(verb):
        return None
    return find_shallow_subject(verb.doc, verb.i, query.quoted)


def _match_governing_verb(query: SourceQuery) -> SourcePhrase | None:
    """Return the phrase right before the finite verb that a participle continues ("wrote to them, telling them …")."""
    verb = query.verb
    if query.lemma not in SPOKEN | TELL or not _is_participle_adjunct(verb):
        return None
    if _resolve_head(query) is not None:
        return None
    phrase = find_shallow_subject(verb.doc, verb.head.i, query.quoted)
    return phrase._replace(pattern=pattern_names.GOVERNING_VERB) if phrase is not None else None


def _match_parse_subject(query: SourceQuery) -> SourcePhrase | None:
    return _build_phrase(_resolve_head(query), query)


def _match_agent(query: SourceQuery) -> SourcePhrase | None:
    return _build_phrase(query.head, query)


def _match_mistagged_root(query: SourceQuery) -> SourcePhrase | None:
    """Return the phrase right before a past tense that is tagged as a participle."""
    if not is_mistagged_root(query.verb):
        return None
    return find_shallow_subject(query.verb.doc, query.verb.i, query.quoted)


ACTIVE_PATTERNS: tuple[SourcePattern, ...] = (
    _match_postposed,
    _match_fronted,
    _match_name_over_commas,
    _match_shallow_subject,
    _match_governing_verb,
    _match_parse_subject,
)
"""Tried in order, for a verb in the active."""
COORDINATED_PATTERNS: tuple[SourcePattern, ...] = (_match_postposed, _match_coordinated)
"""Tried in order, for a verb that continues with the speaker of another."""
PASSIVE_PATTERNS: tuple[SourcePattern, ...] = (_match_mistagged_root, _match_agent)
"""Tried in order, for a verb in the passive."""


def _build_phrase(head: SubjectHead | None, query: SourceQuery) -> SourcePhrase | None:
    """Return the phrase of the head, unless the words before the verb decide alone."""
    if head is None or is_mistagged_root(query.verb):
        return None
    span = find_phrase_span(head.token, query.verb, query.quoted)
    return SourcePhrase(head.token, span, head.pattern)


def _resolve_head(query: SourceQuery) -> SubjectHead | None:
    """Return who does the verb by the parse, without "whose …", a day or a place of a dateline, which do nothing."""
    if query.head is None:
        return None
    head, verb = query.head.token, query.verb
    is_relative = head.left_edge.tag_ == "WP$" and is_after_comma(verb)
    if not (is_relative or is_day(head) or is_in_dateline(head, verb)):
        return query.head
    subject = find_sentence_subject(verb) if verb.tag_ == "VBG" else None
    return SubjectHead(subject, pattern_names.SENTENCE_SUBJECT) if subject is not None else None


def _is_described_by_name(head: Token, verb: Token, name_start: int) -> bool:
    """Return whether a name only describes the head: "Students from the hall in Bath, Maryland, said"."""
    are_people = head.tag_ == "NNS" and head.head == verb and is_animate(head)
    return head.i == name_start - 2 or (are_people and head.i < name_start)


def _is_initial_participle(head: Token) -> bool:
    """Return whether it is a participle with a sentence's capital ("Commenting on the vote, Ann Hale said")."""
    is_initial = head.is_sent_start is True and head.i + 1 < len(head.doc)
    return (
        is_initial
        and head.lower_.endswith("ing")
        and get_neighbour(head).tag_ in FUNCTION_WORD_TAGS
    )


def _is_participle_adjunct(verb: Token) -> bool:
    """Return whether a participle after a comma continues a finite verb."""
    is_adjunct = verb.tag_ == "VBG" and verb.dep_ == "advcl" and is_after_comma(verb)
    return is_adjunct and verb.head.i < verb.i and verb.head.tag_ in FINITE_TAGS


def is_mistagged_root(verb: Token) -> bool:
    """Return whether a participle must be its sentence's verb: after a comma, where no other verb is finite."""
    if verb.tag_ != "VBN" or verb.dep_ not in NOUN_CLAUSE_LABELS or not is_after_comma(verb):
        return False
    root = verb.sent.root
    is_beside_root = verb.head.dep_ in APPOSITION_OR_LIST_LABELS and verb.head.head == root
    return (
        (verb.head == root or is_beside_root)
        and root.tag_.startswith("NN")
        and not any(child.dep_ in AUXILIARY_OR_COPULA_LABELS for child in root.children)
    )
