"""Control: who is to do an infinitive or participle that has no subject of its own.

In: a verb of a parse and its head. Out: the controlling verb or noun, or None. Out of scope: whose subject is inherited
(`onrecord.language.syntax.dependencies`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.control import (
    OBJECT_CONTROL_VERBS,
    PREPOSITIONAL_CONTROL,
    SUBJECT_CONTROL_VERBS,
)
from onrecord.language.syntax.dependency_labels import (
    ADVERBIAL_CLAUSE_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_OR_PARATAXIS_LABELS,
    OBJECT_LABELS,
)
from onrecord.language.syntax.obliques import iter_obliques
from onrecord.language.syntax.verb_group import is_infinitive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_object_control_verb(verb: Token) -> Token | None:
    """Return the verb by which an object is asked or made to do `verb` ("urged them to go": urged), or None."""
    head = _find_verb_of_object(verb)
    return head if head is not None and read_lemma(head) in OBJECT_CONTROL_VERBS else None


def find_subject_control_verb(verb: Token) -> Token | None:
    """Return the verb whose subject is to do `verb` though it has an object ("promised them to go": promised), or None."""
    head = _find_verb_of_object(verb)
    return head if head is not None and read_lemma(head) in SUBJECT_CONTROL_VERBS else None


def _find_verb_of_object(verb: Token) -> Token | None:
    """Return the verb to whose object a parser attached an infinitive, as parsers often do, or None."""
    noun = verb.head
    if verb.dep_ != "acl" or not is_infinitive(verb) or noun.dep_ not in OBJECT_LABELS:
        return None
    return noun.head


def find_prepositional_controller(verb: Token, head: Token) -> Token | None:
    """Return who is called upon to do `verb` ("called on the council to act": council), or None."""
    prepositions = PREPOSITIONAL_CONTROL.get(read_lemma(head))
    if prepositions is None or not is_infinitive(verb):
        return None
    for words, noun in iter_obliques(head):
        if words in prepositions and head.i < noun.i < verb.i:
            return noun
    return None


def is_controlled_by_object(verb: Token, head: Token) -> bool:
    """Return whether the object of `head`, if it has one, does `verb` ("kept them from going", "told them to go")."""
    if any(child.lower_ == "from" and child.dep_ in CASE_OR_MARKER_LABELS for child in verb.lefts):
        return True
    lemma = read_lemma(head)
    if verb.dep_ in COMPLEMENT_OR_PARATAXIS_LABELS:
        return lemma not in SUBJECT_CONTROL_VERBS
    is_adverbial = verb.dep_ in ADVERBIAL_CLAUSE_LABELS and is_infinitive(verb)
    return is_adverbial and lemma in OBJECT_CONTROL_VERBS
