"""Dependencies: the subject, objects and clausal complement of a verb.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: tokens. Out of scope: phrases (`phrases`), prepositional
phrases (`obliques`), auxiliaries (`verb_group`), and what words mean.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.language.en.function_words import (
    DISTANCE_UNITS,
    RELATIVE_PRONOUNS,
    SUBJECT_RELATIVES,
)
from onrecord.language.en.verbs import OF_COMPLEMENT_VERBS
from onrecord.language.syntax.control import (
    find_object_control_verb,
    find_prepositional_controller,
    find_subject_control_verb,
    is_controlled_by_object,
)
from onrecord.language.syntax.copula import has_copula
from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_COPULA_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    FINITE_COMPLEMENT_LABELS,
    NOUN_CLAUSE_LABELS,
    OBJECT_LABELS,
    POSSESSIVE_LABELS,
    RELATIVE_CLAUSE_LABELS,
    SUBJECT_LABELS,
    SUBJECT_SHARING_LABELS,
)
from onrecord.language.syntax.phrases import find_first_conjunct
from onrecord.language.syntax.tag_repair import find_main_subject, is_main_verb, repair_tag
from onrecord.language.syntax.tag_sets import (
    PARTICIPLE_TAGS,
    PAST_FORM_TAGS,
    RELATIVE_PRONOUN_TAGS,
    TENSED_TAGS,
)
from onrecord.language.syntax.verb_group import (
    find_auxiliaries,
    is_infinitive,
    is_noun,
    is_passive,
    is_verb,
    read_lemma,
    read_tense,
)
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_subject(verb: Token) -> Token | None:
    """Return the grammatical subject of `verb`, or None.

    A verb without a subject of its own inherits it: a coordinated verb from its head, an open complement from what governs
    it ("is preparing to send": who prepares), a relative clause from its antecedent.
    """
    return _find_subject(verb, 0)


def find_objects(verb: Token) -> list[Token]:
    """Return the objects of `verb` in text order, direct and indirect, without conjuncts.

    A relative pronoun is replaced by its antecedent; a verb right before a coordinated one shares the object of that one
    ("train and advise the army").
    """
    objects = [
        resolve_antecedent(child, verb) for child in verb.children if child.dep_ in OBJECT_LABELS
    ]
    if objects:
        return objects
    if is_swallowed(verb) or (verb.dep_ in RELATIVE_CLAUSE_LABELS and _has_object_gap(verb)):
        return [verb.head]
    for child in verb.rights:
        if child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 2:
            return find_objects(child)
    return []


def find_verb_above(token: Token) -> Token | None:
    """Return the nearest verb that a word depends on, or None."""
    return next((above for above in token.ancestors if is_verb(above)), None)


def read_markers(verb: Token) -> tuple[set[str], Token]:
    """Return the words that open a participle's clause ("of", "to"), in lower case, and the word that the clause depends on."""
    if verb.dep_ == "pcomp":
        return {verb.head.lower_}, verb.head.head
    marks = {child.lower_ for child in verb.lefts if child.dep_ in CASE_OR_MARKER_LABELS}
    return marks, verb.head


def find_clausal_complement(verb: Token) -> Token | None:
    """Return the verb of the clause that completes `verb` ("agreed to send": send), or None."""
    for child in verb.rights:
        complement = _read_complement(child, verb)
        if complement is not None:
            return complement
    return None


def is_swallowed(verb: Token) -> bool:
    """Return whether a parser took the verb of a clause for a modifier of its own object.

    "The bank imposed sanctions": a participle before a noun, and yet there is a subject.
    """
    if verb.dep_ != "amod":
        return False
    return (
        any(child.dep_ in SUBJECT_LABELS for child in verb.lefts)
        or _find_swallowed_subject(verb) is not None
    )


def _read_complement(child: Token, verb: Token) -> Token | None:
    """Return the verb of a complement clause that a dependent of `verb` heads or brings in, or None."""
    if child.dep_ in COMPLEMENT_CLAUSE_LABELS and _is_clause(child):
        return child
    if child.dep_ in NOUN_CLAUSE_LABELS and _is_verb_tagged_plural(verb):
        return child if _has_marker(child, "that") else None
    if child.dep_ == "prep":
        return next((inner for inner in child.children if inner.dep_ == "pcomp"), None)
    if child.dep_ == "advcl" and any(
        mark.dep_ == "mark" and mark.lower_ == "to" for mark in child.lefts
    ):
        return child
    return None


def _is_clause(complement: Token) -> bool:
    """Return whether a complement is a clause, not a name or quality ("called the group Harbour Watch")."""
    if is_verb(complement):
        return True
    return any(
        child.dep_ in AUXILIARY_COPULA_OR_MARKER_LABELS or child.dep_ in SUBJECT_LABELS
        for child in complement.lefts
    )


def _is_verb_tagged_plural(token: Token) -> bool:
    """Return whether a verb is tagged as a plural noun ("The ministry denies that …")."""
    return token.tag_ == "NNS" and is_verb(token)


def _has_marker(verb: Token, word: str) -> bool:
    return any(child.lower_ == word for child in verb.lefts)


# Subjects of its own.


def _find_subject(verb: Token, depth: int) -> Token | None:
    for find in _OWN_SUBJECTS:
        subject = find(verb)
        if subject is not None:
            return subject
    if depth > THRESHOLDS.subject_steps or verb.head == verb:
        return None
    inherit = _INHERITED_SUBJECTS.get(verb.dep_)
    return inherit(verb, depth) if inherit is not None else None


def _find_dependent_subject(verb: Token) -> Token | None:
    """Return the subject that depends on `verb`; a relative pronoun is replaced by its antecedent."""
    for child in verb.children:
        if child.dep_ in SUBJECT_LABELS or (child.dep_ == "expl" and child.lower_ == "it"):
            if child.tag_ == "VBG":
                return _find_subject_after_participle(verb, child) or child
            return resolve_antecedent(child, verb)
    return None


def _find_auxiliary_subject(verb: Token) -> Token | None:
    """Return a subject that the parser attached to an auxiliary of `verb`."""
    for auxiliary in find_auxiliaries(verb):
        if auxiliary.head == verb:
            for noun in auxiliary.lefts:
                if noun.dep_ in SUBJECT_LABELS:
                    return noun
    return None


def _find_compound_subject(verb: Token) -> Token | None:
    """Return a subject that the parser took for a compound of its finite verb."""
    if repair_tag(verb) not in TENSED_TAGS:
        return None
    return next(
        (child for child in verb.lefts if child.dep_ == "compound" and child.tag_.startswith("NN")),
        None,
    )


_OWN_SUBJECTS: tuple[Callable[[Token], Token | None], ...] = (
    _find_dependent_subject,
    _find_auxiliary_subject,
    _find_compound_subject,
)
"""Where the subject of a verb itself is looked for, in this order."""


def _find_subject_after_participle(verb: Token, participle: Token) -> Token | None:
    """Return the subject that a parser took into the participle before it ("Working abroad, nurses have …")."""
    first = min([verb.i, *(token.i for token in find_auxiliaries(verb))])
    noun = verb.doc[first - 1] if first > participle.i + 1 else None
    return noun if noun is not None and noun.dep_ == "appos" and is_noun(noun) else None


def _find_swallowed_subject(verb: Token) -> Token | None:
    """Return the subject of a verb for which `is_swallowed` holds, which the parser attached to its object; or None."""
    noun = verb.head
    if noun.dep_ != "ROOT" or verb.tag_ not in PAST_FORM_TAGS or has_copula(noun):
        return None
    return next((c for c in noun.lefts if c.dep_ in SUBJECT_LABELS and c.i < verb.i), None)


# Subjects of other verbs, and nouns that a verb depends on.


def _inherit_from_conjunct(verb: Token, depth: int) -> Token | None:
    return _find_subject(verb.head, depth + 1)


def _inherit_from_governor(verb: Token, depth: int) -> Token | None:
    """Return who does a verb that completes another or is its adverbial."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if is_controlled_by_object(verb, head):
        for child in head.children:
            if child.dep_ in OBJECT_LABELS and head.i < child.i < verb.i:
                return resolve_antecedent(child, head)
    controller = find_prepositional_controller(verb, head)
    if controller is not None:
        return controller
    if verb.dep_ in FINITE_COMPLEMENT_LABELS or (verb.dep_ == "advcl" and _is_finite(verb)):
        return None
    if not is_verb(head) and is_noun(head) and not has_copula(head):
        return _inherit_from_noun(verb, depth)
    return _find_subject(head, depth + 1)


def _inherit_from_noun(verb: Token, depth: int) -> Token | None:
    """Return who does an infinitive or participle that depends on a noun."""
    noun = verb.head
    if not is_infinitive(verb):
        return _inherit_participle(verb, noun, depth)
    if find_object_control_verb(verb) is not None:
        return resolve_antecedent(noun, noun.head)
    if find_subject_control_verb(verb) is not None and not _is_possessed(noun):
        return _find_subject(noun.head, depth + 1)
    if not has_copula(noun):  # a verb tagged as a noun has a subject ("ministers plan to")
        subject = next((child for child in noun.lefts if child.dep_ in SUBJECT_LABELS), None)
        if subject is not None:
            return subject
    owner = next((child for child in noun.lefts if child.dep_ in POSSESSIVE_LABELS), None)
    return owner if owner is not None else _inherit_from_clause_of(noun, depth)


def _inherit_participle(verb: Token, noun: Token, depth: int) -> Token | None:
    """Return who does a participle that depends on a noun."""
    if is_main_verb(verb):
        return find_main_subject(verb)
    if is_distance_within(noun):  # "came within feet of hitting"
        return _find_subject(noun.head, depth + 1)
    return _find_accused(verb, noun)


def is_distance_within(noun: Token) -> bool:
    """Return whether a noun says how near something came ("within feet of hitting", but not "within days of winning")."""
    is_unit = not DISTANCE_UNITS.isdisjoint((noun.lower_, noun.lemma_.lower()))
    return is_unit and any(child.lower_ == "within" for child in noun.lefts)


def _find_accused(verb: Token, noun: Token) -> Token:
    """Return the first of several who are accused of an act ("convicted Roe and 19 others of insulting"), else the noun itself."""
    if not any(child.lower_ == "of" for child in verb.lefts):
        return noun
    first = find_first_conjunct(noun)
    is_accused = first.dep_ in OBJECT_LABELS and read_lemma(first.head) in OF_COMPLEMENT_VERBS
    return first if is_accused else noun


def _is_possessed(noun: Token) -> bool:
    return any(child.dep_ in POSSESSIVE_LABELS for child in noun.lefts)


def _inherit_from_clause_of(noun: Token, depth: int) -> Token | None:
    """Return the subject of the clause in which `noun` is the object ("launched a campaign to win": who launched)."""
    if noun.dep_ in OBJECT_LABELS and is_verb(noun.head):
        return _find_subject(noun.head, depth + 1)
    swallowed = next((child for child in noun.lefts if is_swallowed(child)), None)
    if swallowed is not None:
        return _find_subject(swallowed, depth + 1)
    if (
        noun.dep_ == "ROOT" and noun.tag_ == "NNS"
    ):  # a verb tagged as a noun, its subject a compound
        return next((child for child in noun.lefts if child.dep_ == "compound"), None)
    return None


_INHERITED_SUBJECTS: dict[str, Callable[[Token, int], Token | None]] = {
    **dict.fromkeys(SUBJECT_SHARING_LABELS, _inherit_from_governor),
    **dict.fromkeys(RELATIVE_CLAUSE_LABELS, lambda verb, _: verb.head),
    "amod": lambda verb, _: _find_swallowed_subject(verb),
    "acl": _inherit_from_noun,
    "conj": _inherit_from_conjunct,
}
"""Dependency label of a verb without a subject of its own → from where it inherits one."""


def resolve_antecedent(pronoun: Token, verb: Token) -> Token:
    """Return the antecedent of a relative pronoun that depends on `verb`; any other word is returned itself."""
    if verb.dep_ in RELATIVE_CLAUSE_LABELS and pronoun.lower_ in RELATIVE_PRONOUNS:
        return verb.head
    if pronoun.lower_ in SUBJECT_RELATIVES and pronoun.tag_ in RELATIVE_PRONOUN_TAGS:
        for ancestor in verb.ancestors:
            if ancestor.dep_ in RELATIVE_CLAUSE_LABELS:
                return ancestor.head
    return pronoun


def _has_object_gap(verb: Token) -> bool:
    """Return whether a relative clause has no object of its own ("the troops Britain sent")."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_LABELS]
    if any(child.lower_ in RELATIVE_PRONOUNS and child.tag_ != "DT" for child in subjects):
        return False
    if not subjects or is_passive(verb) or find_clausal_complement(verb) is not None:
        return False
    return not any(child.tag_ == "WRB" or child.dep_ == "prep" for child in verb.children)


def _is_finite(verb: Token) -> bool:
    return read_tense(verb) is not None and verb.tag_ not in PARTICIPLE_TAGS
