"""Dependency trees: who is subject, object, agent and place of a verb, and how far phrases reach.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: tokens and pairs `(first, last)` of tokens,
both inclusive. Leaves alone: what words mean; nothing here knows a lexicon but closed word classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.control import CALLING, OBJECT_CONTROL, SUBJECT_CONTROL
from onrecord.language.syntax.phrases import clause, conjuncts, counted, noun_phrase
from onrecord.language.syntax.tag_repair import is_main_verb, main_subject, tag_of
from onrecord.language.syntax.verb_group import (
    OBJECT,
    SUBJECT,
    auxiliaries,
    auxiliary_tokens,
    has_perfect,
    is_infinitive,
    is_negated,
    is_nominal,
    is_noun,
    is_passive,
    is_progressive,
    is_proper,
    is_verb,
    lemma_of,
    modal,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token
from onrecord.language.syntax.obliques import all_obliques, obliques, passive_agent
from onrecord.language.syntax.particles import particle

__all__ = [
    "asked_of",
    "auxiliaries",
    "auxiliary_tokens",
    "clausal_complement",
    "clause",
    "conjuncts",
    "counted",
    "governor_chain",
    "has_perfect",
    "is_infinitive",
    "is_negated",
    "is_nominal",
    "is_noun",
    "is_passive",
    "is_progressive",
    "is_proper",
    "is_swallowed",
    "is_verb",
    "lemma_of",
    "modal",
    "noun_phrase",
    "objects",
    "obliques",
    "particle",
    "passive_agent",
    "subject",
    "tag_of",
    "tense",
]

RELATIVE = frozenset({"acl:relcl", "relcl"})
COMPLEMENT = frozenset({"ccomp", "xcomp"})
_OPEN = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "acl", "dep", "parataxis", "obl", "nmod"})
_RELATIVE_PRONOUNS = frozenset({"that", "which", "who", "whom"})


def subject(verb: Token) -> Token | None:
    """Return the grammatical subject of `verb`, or None.

    Where it has none of its own it is inherited: from the verb it is joined to, from what governs an
    open complement ("is preparing to send": who prepares), the antecedent of a relative clause.
    """
    return _subject(verb, 0)


def objects(verb: Token) -> list[Token]:
    """Return the objects of `verb` in order of text, direct and indirect, without conjuncts.

    A relative pronoun gives its antecedent; a verb before a conjoined one shares its object
    ("train and advise the army").
    """
    own = [_antecedent(child, verb) for child in verb.children if child.dep_ in OBJECT]
    if own:
        return own
    if is_swallowed(verb) or (verb.dep_ in RELATIVE and _has_gap(verb)):
        return [verb.head]
    for child in verb.rights:
        if child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 2:
            return objects(child)
    return []


def clausal_complement(verb: Token) -> Token | None:
    """Return the verb of the clause that completes `verb` ("agreed to send": send), or None."""
    for child in verb.rights:
        if child.dep_ in COMPLEMENT and _is_clause(child):
            return child
        if (
            child.dep_ in {"acl", "acl:relcl"}
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
    return any(c.dep_ in {"cop", "mark", "aux"} or c.dep_ in SUBJECT for c in complement.lefts)


def is_swallowed(verb: Token) -> bool:
    """Return whether a parser took the verb of a clause for a modifier of its own object.

    "The bank imposed sanctions": a participle before a noun that yet has a subject.
    """
    if verb.dep_ != "amod":
        return False
    return any(child.dep_ in SUBJECT for child in verb.lefts) or _swallower(verb) is not None


def _swallower(verb: Token) -> Token | None:
    """Return the subject that such a verb left to its object, or None."""
    noun = verb.head
    if noun.dep_ != "ROOT" or verb.tag_ not in {"VBN", "VBD"} or _has_copula(noun):
        return None
    return next((c for c in noun.lefts if c.dep_ in SUBJECT and c.i < verb.i), None)


def governor_chain(token: Token) -> list[Token]:
    """Return what governs `token`, from the nearest to the root of its sentence."""
    return list(token.ancestors)


def _subject(verb: Token, depth: int) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECT or (child.dep_ == "expl" and child.lower_ == "it"):
            if child.tag_ == "VBG":
                return _after_comma(verb, child) or child
            return _antecedent(child, verb)
    for child in auxiliary_tokens(verb):  # a subject hung on the auxiliary
        if child.head == verb:
            for noun in child.lefts:
                if noun.dep_ in SUBJECT:
                    return noun
    if tag_of(verb) in {"VBD", "VBZ", "VBP"}:
        for child in verb.lefts:  # a subject taken for a compound of its verb
            if child.dep_ == "compound" and child.tag_.startswith("NN"):
                return child
    if depth > 6 or verb.head == verb:
        return None
    head = verb.head
    if verb.dep_ == "amod":
        return _swallower(verb)
    if verb.dep_ in RELATIVE:
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
    first = min([verb.i, *(token.i for token in auxiliary_tokens(verb))])
    noun = verb.doc[first - 1] if first > participle.i + 1 else None
    return noun if noun is not None and noun.dep_ == "appos" and is_noun(noun) else None


def _controller(verb: Token, depth: int) -> Token | None:
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if _is_done_by_object(verb, head):
        for child in head.children:
            if child.dep_ in OBJECT and head.i < child.i < verb.i:
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


def asked_of(verb: Token) -> Token | None:
    """Return the verb by which an object is asked or made to do `verb` ("urged them to go": urged), or None.

    Parsers often hang the infinitive on the object.
    """
    noun = verb.head
    if verb.dep_ != "acl" or not is_infinitive(verb) or noun.dep_ not in OBJECT:
        return None
    return noun.head if lemma_of(noun.head) in OBJECT_CONTROL else None


def _called_upon(verb: Token, head: Token) -> Token | None:
    """Return who is called upon to do `verb` ("called on the council to act"), or None."""
    wanted = CALLING.get(lemma_of(head))
    if wanted is None or not is_infinitive(verb):
        return None
    for words, noun in all_obliques(head):
        if words in wanted and head.i < noun.i < verb.i:
            return noun
    return None


def _is_done_by_object(verb: Token, head: Token) -> bool:
    if any(child.lower_ == "from" and child.dep_ in {"case", "mark"} for child in verb.lefts):
        return True
    lemma = lemma_of(head)
    if verb.dep_ in {"xcomp", "ccomp", "parataxis"}:
        return lemma not in SUBJECT_CONTROL
    return verb.dep_ in {"advcl", "pcomp"} and is_infinitive(verb) and lemma in OBJECT_CONTROL


def _noun_governs(verb: Token, depth: int) -> Token | None:
    """Return who does an infinitive or participle that hangs on a noun."""
    noun = verb.head
    if not is_infinitive(verb):
        return main_subject(verb) if is_main_verb(verb) else noun
    if asked_of(verb) is not None:
        return _antecedent(noun, noun.head)
    own = next((child for child in noun.lefts if child.dep_ in SUBJECT), None)
    if own is not None and not _has_copula(noun):  # a verb taken for a noun ("ministers plan to")
        return own
    for child in noun.lefts:
        if child.dep_ in {"nmod:poss", "poss"}:
            return child
    if noun.dep_ in OBJECT and is_verb(noun.head):
        return _subject(noun.head, depth + 1)
    taken = next((child for child in noun.lefts if is_swallowed(child)), None)
    if taken is not None:
        return _subject(taken, depth + 1)
    if noun.dep_ == "ROOT" and noun.tag_ == "NNS":  # the same, its subject taken for a compound
        return next((child for child in noun.lefts if child.dep_ == "compound"), None)
    return None


def _antecedent(pronoun: Token, verb: Token) -> Token:
    if verb.dep_ in RELATIVE and pronoun.lower_ in _RELATIVE_PRONOUNS:
        return verb.head
    if pronoun.lower_ in {"which", "who", "that"} and pronoun.tag_ in {"WDT", "WP"}:
        for ancestor in verb.ancestors:
            if ancestor.dep_ in RELATIVE:
                return ancestor.head
    return pronoun


def _has_gap(verb: Token) -> bool:
    """Return whether a relative clause lacks its object ("the troops Britain sent")."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT]
    if any(child.lower_ in _RELATIVE_PRONOUNS and child.tag_ != "DT" for child in subjects):
        return False
    if not subjects or is_passive(verb) or clausal_complement(verb) is not None:
        return False
    return not any(child.tag_ == "WRB" or child.dep_ == "prep" for child in verb.children)


def _is_finite(verb: Token) -> bool:
    return tense(verb) is not None and verb.tag_ not in {"VBN", "VBG"}


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)
