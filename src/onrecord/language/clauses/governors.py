"""Governors: what a verb hangs on, and which class of word that is.

In: a verb of a parse. Out: its governor, the governor's class (`intend`, `promise`, `possible`, `call`,
`deny`, `actual`, or "" for none), and whether its clause is a condition, a question or a participle.
Out of scope: what this says of the event (see `modality`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en import modals
from onrecord.language.en.verbs import OF_COMPLEMENT_VERBS
from onrecord.language.syntax.control import find_object_control_verb
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.dependency_labels import (
    ADVERB_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    OBJECT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.tag_sets import PARTICIPLE_TAGS
from onrecord.language.syntax.verb_group import (
    is_infinitive,
    is_noun,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

PROMISE_VERBS = frozenset({"pledge", "promise", "vow", "swear", "guarantee", "commit", "undertake"})
"""Verbs whose finite complement is promised."""
_OPEN = frozenset({"", "insist"})
"""Classes that say nothing of an infinitive: the noun before it does."""


def classify_governor(governor: Token) -> str:
    """Return the class of a governing verb, noun or adjective, or ""."""
    lemma = read_lemma(governor)
    if lemma == "have" and is_verb(governor):
        return "actual" if read_tense(governor) == "past" else "call"
    adjectival = governor.tag_ == "JJ" or (governor.tag_ == "VBN" and _is_stative_passive(governor))
    if adjectival and governor.lower_ in modals.ADJECTIVE_GOVERNORS:
        return modals.ADJECTIVE_GOVERNORS[governor.lower_]
    if is_verb(governor):
        return classify_governing_verb(governor)
    if is_noun(governor):
        return modals.NOUN_GOVERNORS.get(governor.lemma_.lower(), "")
    return modals.ADJECTIVE_GOVERNORS.get(governor.lower_, "")


def classify_governing_verb(governor: Token) -> str:
    """Return the class of a verb, that of verb and particle first ("rule out")."""
    lemma = read_lemma(governor)
    particle = find_particle(governor)
    phrasal = f"{lemma}_{particle.lower_}" if particle is not None else ""
    return modals.VERB_GOVERNORS.get(phrasal) or modals.VERB_GOVERNORS.get(lemma, "")


def _is_stative_passive(governor: Token) -> bool:
    words = list_auxiliary_lemmas(governor)
    return bool(words) and words[-1] == "be"


def find_nonfinite_governor(verb: Token) -> Token | None:
    """Return what an infinitive or participle depends on, through prepositions."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in {"pcomp", "pobj"} and head.head != head:
        return head.head
    if _is_accusation(verb):
        return head.head
    asking = find_object_control_verb(verb)
    if asking is not None and head.lemma_.lower() not in modals.NOUN_GOVERNORS:
        return asking
    if is_infinitive(verb) and is_verb(head) and classify_governing_verb(head) in _OPEN:
        for noun in find_objects(head):
            if head.i < noun.i < verb.i and noun.lemma_.lower() in modals.NOUN_GOVERNORS:
                return noun
    return head


def _is_accusation(verb: Token) -> bool:
    """Return whether a parser hung what somebody is accused of on that somebody."""
    noun = verb.head
    if verb.dep_ != "acl" or not any(child.lower_ == "of" for child in verb.lefts):
        return False
    return noun.dep_ in OBJECT_LABELS and read_lemma(noun.head) in OF_COMPLEMENT_VERBS


def is_participial_modifier(verb: Token, governor: Token) -> bool:
    """Return whether `verb` is a participle beside a clause or after a noun, not its complement."""
    if is_infinitive(verb) or verb.tag_ not in PARTICIPLE_TAGS:
        return False
    if verb.dep_ in {"acl", "amod", "advcl", "obl", "nmod"} and not _is_gerund_complement(
        verb, governor
    ):
        return True
    return verb.dep_ == "pcomp" and not _is_gerund_complement(verb, governor)


def _is_gerund_complement(verb: Token, governor: Token) -> bool:
    """Return whether a gerund completes its governor ("committed to delivering", "stop sending")."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in CASE_OR_MARKER_LABELS}
    if verb.dep_ == "pcomp":
        marks.add(verb.head.lower_)
    if not marks:
        return verb.dep_ in COMPLEMENT_CLAUSE_LABELS or (
            governor.i < verb.i
            and classify_governor(governor) in {"possible", "deny"}
            and verb.i - governor.i < 3
        )
    if "to" in marks or "from" in marks:
        return True
    return classify_governor(governor) not in {"", "actual"} and bool(
        marks & {"of", "for", "on", "in", "against"}
    )


def is_copular(governor: Token) -> bool:
    """Return whether a governor is "be" or has a copula ("the aim is to send")."""
    return read_lemma(governor) == "be" or any(c.dep_ == "cop" for c in governor.children)


def find_finite_governor(verb: Token) -> Token | None:
    """Return the verb whose finite complement clause `verb` heads, or None."""
    if verb.dep_ in COMPLEMENT_CLAUSE_LABELS and is_verb(verb.head):
        return verb.head
    if verb.dep_ == "acl" and is_verb(verb.head) and any(c.lower_ == "that" for c in verb.lefts):
        return verb.head  # a verb taken for a noun ("The ministry denies that …")
    if verb.dep_ == "parataxis" and read_lemma(verb.head) in PROMISE_VERBS and verb.head.i < verb.i:
        return verb.head
    if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and is_verb(verb.head.head):
        return verb.head.head
    return None


def has_no_subject(verb: Token) -> bool:
    """Return whether `verb` has no subject of its own."""
    return not any(child.dep_ in SUBJECT_LABELS for child in verb.children)


def is_conditional(verb: Token) -> bool:
    """Return whether `verb` stands in a clause that is only supposed ("if", "whether")."""
    token = verb
    for _ in range(3):
        marks = [c for c in token.lefts if c.dep_ in ADVERB_OR_MARKER_LABELS]
        if any(c.lower_ in modals.CONDITIONAL_MARKERS for c in marks):
            return True
        if token.dep_ != "conj":
            return False
        token = token.head
    return False


def is_time_clause(verb: Token) -> bool:
    """Return whether `verb` tells when another happens ("once the law passes")."""
    if verb.dep_ != "advcl" or verb.head == verb:
        return False
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ADVERB_OR_MARKER_LABELS}
    return not marks.isdisjoint({"when", "once", "until", "after", "before", "soon", "whenever"})


def has_condition(verb: Token) -> bool:
    """Return whether a clause of condition hangs on `verb` or after it ("will act if …")."""
    if any(child.dep_ == "advcl" and is_conditional(child) for child in verb.children):
        return True
    marks = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"if", "unless"}]
    return any(mark.dep_ == "mark" and mark.head.dep_ != "ccomp" for mark in marks)


def is_question(verb: Token) -> bool:
    """Return whether `verb` heads a question."""
    if verb.dep_ != "ROOT":
        return False
    last = verb.sent[-1]
    return "?" in last.text or (len(verb.sent) > 1 and verb.sent[-2].text == "?")
