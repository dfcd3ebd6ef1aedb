"""Dependency trees: who is subject, object, agent and place of a verb, and how far phrases reach.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: tokens and pairs `(first, last)` of tokens,
both inclusive. Out of scope: what words mean; nothing here knows a lexicon but closed word classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.control import CALLING, OBJECT_CONTROL, SUBJECT_CONTROL
from onrecord.language.en.function_words import SUBJECT_RELATIVES
from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_COPULA_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    COMPLEMENT_OR_PARATAXIS_LABELS,
    NOUN_CLAUSE_LABELS,
    OBJECT_LABELS,
    POSSESSIVE_LABELS,
    RELATIVE_CLAUSE_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.obliques import iter_obliques
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

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "acl", "dep", "parataxis", "obl", "nmod"})
_RELATIVE_PRONOUNS = frozenset({"that", "which", "who", "whom"})


def find_subject(verb: Token) -> Token | None:
    """Return the grammatical subject of `verb`, or None.

    Where it has none of its own it is inherited: from the verb it is joined to, from what governs an
    open complement ("is preparing to send": who prepares), the antecedent of a relative clause.
    """
    return _subject(verb, 0)


def find_objects(verb: Token) -> list[Token]:
    """Return the objects of `verb` in order of text, direct and indirect, without conjuncts.

    A relative pronoun gives its antecedent; a verb before a conjoined one shares its object
    ("train and advise the army").
    """
    own = [_antecedent(child, verb) for child in verb.children if child.dep_ in OBJECT_LABELS]
    if own:
        return own
    if is_swallowed(verb) or (verb.dep_ in RELATIVE_CLAUSE_LABELS and _has_gap(verb)):
        return [verb.head]
    for child in verb.rights:
        if child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 2:
            return find_objects(child)
    return []


def find_clausal_complement(verb: Token) -> Token | None:
    """Return the verb of the clause that completes `verb` ("agreed to send": send), or None."""
    for child in verb.rights:
        if child.dep_ in COMPLEMENT_CLAUSE_LABELS and _is_clause(child):
            return child
        if (
            child.dep_ in NOUN_CLAUSE_LABELS
            and verb.tag_ == "NNS"
            and is_verb(verb)
            and any(c.lower_ == "that" for c in child.lefts)
        ):
            return child
        if child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ == "pcomp"), None)
            if inner is not None:
                return inner
        if child.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ == "to" for c in child.lefts
        ):
            return child
    return None


def _is_clause(complement: Token) -> bool:
    """Return whether a complement is a clause, not a name or quality ("called the group Harbour Watch")."""
    if is_verb(complement):
        return True
    return any(
        c.dep_ in AUXILIARY_COPULA_OR_MARKER_LABELS or c.dep_ in SUBJECT_LABELS
        for c in complement.lefts
    )


def is_swallowed(verb: Token) -> bool:
    """Return whether a parser took the verb of a clause for a modifier of its own object.

    "The bank imposed sanctions": a participle before a noun that yet has a subject.
    """
    if verb.dep_ != "amod":
        return False
    return any(child.dep_ in SUBJECT_LABELS for child in verb.lefts) or _swallower(verb) is not None


def _swallower(verb: Token) -> Token | None:
    """Return the subject that such a verb left to its object, or None."""
    noun = verb.head
    if noun.dep_ != "ROOT" or verb.tag_ not in PAST_FORM_TAGS or _has_copula(noun):
        return None
    return next((c for c in noun.lefts if c.dep_ in SUBJECT_LABELS and c.i < verb.i), None)


def list_governors(token: Token) -> list[Token]:
    """Return what governs `token`, from the nearest to the root of its sentence."""
    return list(token.ancestors)


def _subject(verb: Token, depth: int) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECT_LABELS or (child.dep_ == "expl" and child.lower_ == "it"):
            if child.tag_ == "VBG":
                return _after_comma(verb, child) or child
            return _antecedent(child, verb)
    for child in find_auxiliaries(verb):  # a subject hung on the auxiliary
        if child.head == verb:
            for noun in child.lefts:
                if noun.dep_ in SUBJECT_LABELS:
                    return noun
    if repair_tag(verb) in TENSED_TAGS:
        for child in verb.lefts:  # a subject taken for a compound of its verb
            if child.dep_ == "compound" and child.tag_.startswith("NN"):
                return child
    if depth > 6 or verb.head == verb:
        return None
    head = verb.head
    if verb.dep_ == "amod":
        return _swallower(verb)
    if verb.dep_ in RELATIVE_CLAUSE_LABELS:
        return head
    if verb.dep_ == "conj":
        return _subject(head, depth + 1)
    if verb.dep_ == "acl":
        return _noun_governs(verb, depth)
    if verb.dep_ in _OPEN:
        return _controller(verb, depth)
    return None


def _after_comma(verb: Token, participle: Token) -> Token | None:
    """Return the subject that a parser took into a participle before it ("Working abroad, nurses have …")."""
    first = min([verb.i, *(token.i for token in find_auxiliaries(verb))])
    noun = verb.doc[first - 1] if first > participle.i + 1 else None
    return noun if noun is not None and noun.dep_ == "appos" and is_noun(noun) else None


def _controller(verb: Token, depth: int) -> Token | None:
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if _is_done_by_object(verb, head):
        for child in head.children:
            if child.dep_ in OBJECT_LABELS and head.i < child.i < verb.i:
                return _antecedent(child, head)
    called = _called_upon(verb, head)
    if called is not None:
        return called
    if verb.dep_ in {"ccomp", "parataxis"}:
        return None
    if verb.dep_ == "advcl" and _is_finite(verb):
        return None
    if not is_verb(head) and is_noun(head) and not _has_copula(head):
        return _noun_governs(verb, depth)
    return _subject(head, depth + 1)


def find_object_control_verb(verb: Token) -> Token | None:
    """Return the verb by which an object is asked or made to do `verb` ("urged them to go": urged), or None.

    Parsers often hang the infinitive on the object.
    """
    noun = verb.head
    if verb.dep_ != "acl" or not is_infinitive(verb) or noun.dep_ not in OBJECT_LABELS:
        return None
    return noun.head if read_lemma(noun.head) in OBJECT_CONTROL else None


def _called_upon(verb: Token, head: Token) -> Token | None:
    """Return who is called upon to do `verb` ("called on the council to act"), or None."""
    wanted = CALLING.get(read_lemma(head))
    if wanted is None or not is_infinitive(verb):
        return None
    for words, noun in iter_obliques(head):
        if words in wanted and head.i < noun.i < verb.i:
            return noun
    return None


def _is_done_by_object(verb: Token, head: Token) -> bool:
    if any(child.lower_ == "from" and child.dep_ in CASE_OR_MARKER_LABELS for child in verb.lefts):
        return True
    lemma = read_lemma(head)
    if verb.dep_ in COMPLEMENT_OR_PARATAXIS_LABELS:
        return lemma not in SUBJECT_CONTROL
    return verb.dep_ in {"advcl", "pcomp"} and is_infinitive(verb) and lemma in OBJECT_CONTROL


def _noun_governs(verb: Token, depth: int) -> Token | None:
    """Return who does an infinitive or participle that hangs on a noun."""
    noun = verb.head
    if not is_infinitive(verb):
        return find_main_subject(verb) if is_main_verb(verb) else noun
    if find_object_control_verb(verb) is not None:
        return _antecedent(noun, noun.head)
    own = next((child for child in noun.lefts if child.dep_ in SUBJECT_LABELS), None)
    if own is not None and not _has_copula(noun):  # a verb taken for a noun ("ministers plan to")
        return own
    for child in noun.lefts:
        if child.dep_ in POSSESSIVE_LABELS:
            return child
    if noun.dep_ in OBJECT_LABELS and is_verb(noun.head):
        return _subject(noun.head, depth + 1)
    taken = next((child for child in noun.lefts if is_swallowed(child)), None)
    if taken is not None:
        return _subject(taken, depth + 1)
    if noun.dep_ == "ROOT" and noun.tag_ == "NNS":  # the same, its subject taken for a compound
        return next((child for child in noun.lefts if child.dep_ == "compound"), None)
    return None


def _antecedent(pronoun: Token, verb: Token) -> Token:
    if verb.dep_ in RELATIVE_CLAUSE_LABELS and pronoun.lower_ in _RELATIVE_PRONOUNS:
        return verb.head
    if pronoun.lower_ in SUBJECT_RELATIVES and pronoun.tag_ in RELATIVE_PRONOUN_TAGS:
        for ancestor in verb.ancestors:
            if ancestor.dep_ in RELATIVE_CLAUSE_LABELS:
                return ancestor.head
    return pronoun


def _has_gap(verb: Token) -> bool:
    """Return whether a relative clause lacks its object ("the troops Britain sent")."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_LABELS]
    if any(child.lower_ in _RELATIVE_PRONOUNS and child.tag_ != "DT" for child in subjects):
        return False
    if not subjects or is_passive(verb) or find_clausal_complement(verb) is not None:
        return False
    return not any(child.tag_ == "WRB" or child.dep_ == "prep" for child in verb.children)


def _is_finite(verb: Token) -> bool:
    return read_tense(verb) is not None and verb.tag_ not in PARTICIPLE_TAGS


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)
