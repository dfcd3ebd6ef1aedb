"""Verb groups: the auxiliaries of a verb, and what they say of tense, aspect, voice and polarity.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: plain answers on one verb. Out of scope:
what governs the verb (see `tree` and `modality`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_LABELS,
    OBJECT_LABELS,
    PASSIVE_AUXILIARY_LABELS,
    PASSIVE_SUBJECT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_repair import is_main_verb, repair_tag
from onrecord.language.syntax.tag_sets import (
    BASE_OR_GERUND_TAGS,
    BASE_OR_PRESENT_TAGS,
    NOUN_TAGS,
    PAST_FORM_TAGS,
    PRESENT_TAGS,
    PROPER_NOUN_TAGS,
    VERB_TAGS,
)
from onrecord.language.syntax.verb_lemmas import look_up_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUN_TAGS = frozenset({"PRP", "WP", "DT", "CD"})

# Clitics and contracted stems, whose lemmas pipelines disagree on.
_LEMMAS = {
    "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall", "'d": "would",
    "’d": "would", "'ve": "have", "’ve": "have", "has": "have", "had": "have", "having": "have",
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'m": "be", "’m": "be", "'re": "be", "’re": "be", "does": "do", "did": "do", "gets": "get",
    "got": "get",
}  # fmt: skip
_PAST = frozenset({"was", "were", "did", "had", "got"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing"})
_SCOPED = frozenset({"only", "just", "least", "merely"})


def is_verb(token: Token) -> bool:
    """Return whether `token` is tagged as a verb form (Penn tags), or a predicate with a copula."""
    return repair_tag(token) in VERB_TAGS


def is_noun(token: Token) -> bool:
    """Return whether `token` is tagged as a noun, common or proper."""
    return repair_tag(token) in NOUN_TAGS


def is_proper(token: Token) -> bool:
    """Return whether `token` is tagged as a proper noun."""
    return token.tag_ in PROPER_NOUN_TAGS


def is_nominal(token: Token) -> bool:
    """Return whether `token` is a noun, or a pronoun, determiner or number that may stand for one."""
    return token.tag_ in NOUN_TAGS | _PRONOUN_TAGS


def find_auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of `verb` in order; a conjoined verb without its own shares its head's."""
    own = [child for child in verb.lefts if child.dep_ in AUXILIARY_LABELS]
    if own or not _shares_auxiliaries(verb):
        return own
    return find_auxiliaries(verb.head)


def list_auxiliary_lemmas(verb: Token) -> list[str]:
    """Return the lemmas of the auxiliaries of `verb`, in order ("will not be sending": will, be)."""
    return [read_lemma(token) for token in find_auxiliaries(verb)]


def find_modal(verb: Token) -> str | None:
    """Return the lemma of the modal of `verb` (`will`, `could`, …), or None."""
    for token in find_auxiliaries(verb):
        if token.tag_ == "MD":
            return read_lemma(token)
    return None


def read_tense(verb: Token) -> str | None:
    """Return `past`, `present` or `future`, by the finite part of the verb group; None if non-finite.

    A modal other than will and shall counts as present. "has sent" is present (see `is_perfect`).
    """
    tokens = find_auxiliaries(verb)
    if not tokens:
        return _bare_tense(verb)
    first = tokens[0]
    if first.tag_ == "MD":
        return "future" if read_lemma(first) in {"will", "shall"} else "present"
    if first.lower_ in _PAST or first.tag_ == "VBD":
        return "past"
    if first.tag_ in BASE_OR_GERUND_TAGS:
        return None
    return "present"


def is_perfect(verb: Token) -> bool:
    """Return whether `verb` stands in a perfect ("have trained", "has been sent")."""
    return any(read_lemma(token) == "have" for token in find_auxiliaries(verb) if token.i < verb.i)


def is_progressive(verb: Token) -> bool:
    """Return whether `verb` stands in a progressive ("is sending", "is being expanded")."""
    tokens = find_auxiliaries(verb)
    if any(token.lower_ == "being" for token in tokens):
        return True
    return verb.tag_ == "VBG" and any(read_lemma(token) == "be" for token in tokens)


def is_passive(verb: Token) -> bool:
    """Return whether `verb` is passive, reduced participles after a noun ("troops sent home") too."""
    if any(child.dep_ in PASSIVE_AUXILIARY_LABELS for child in verb.children):
        return True
    if verb.tag_ not in PAST_FORM_TAGS or is_main_verb(verb):
        return False
    tokens = find_auxiliaries(verb)
    if tokens:
        return read_lemma(tokens[-1]) in {"be", "get"}
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_LABELS]
    if subjects:
        return any(child.dep_ in PASSIVE_SUBJECT_LABELS for child in subjects)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl"}


def is_negated(verb: Token) -> bool:
    """Return whether a negation bears on `verb`: not, never, no with subject or object, without."""
    for child in verb.children:
        if child.lower_ in _NEGATIONS and not _is_scoped(child):
            return True
        if (
            child.lower_ == "without"
            and child.dep_ in {"mark", "case", "prep"}
            and child.i < verb.i
        ):
            return True
        if child.dep_ in SUBJECT_LABELS | OBJECT_LABELS and _is_negative(child):
            return True
        if child.lower_ == "longer" and child.i < verb.i:
            return any(token.lower_ == "no" for token in child.lefts)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return _shares_negation(verb)


def is_infinitive(verb: Token) -> bool:
    """Return whether `verb` has "to" before it ("to send")."""
    return any(child.tag_ == "TO" or child.lower_ == "to" for child in verb.lefts)


def read_lemma(token: Token) -> str:
    """Return the lower-case lemma of an auxiliary or verb, clitics resolved."""
    written = token.lower_
    if written in _LEMMAS:
        return _LEMMAS[written]
    if written == "co" and find_hyphenated_end(token) is not None:
        written = "co" + token.nbor(2).lower_
    return look_up_lemma(written) or (token.lemma_ or written).lower()


def find_hyphenated_end(token: Token) -> Token | None:
    """Return the last token of a verb cut at its hyphen ("co-operated"), or None."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).text != "-" or token.whitespace_:
        return None
    return None if token.nbor(1).whitespace_ else token.nbor(2)


def _bare_tense(verb: Token) -> str | None:
    if is_infinitive(verb):
        return None
    if repair_tag(verb) in PAST_FORM_TAGS:
        return "past"
    return "present" if repair_tag(verb) in PRESENT_TAGS else None


def _shares_auxiliaries(verb: Token) -> bool:
    if verb.dep_ != "conj" or not is_verb(verb.head):
        return False
    if any(child.dep_ in SUBJECT_LABELS for child in verb.children):
        return False
    head = verb.head
    return (
        verb.tag_ == head.tag_
        or {verb.tag_, head.tag_} <= BASE_OR_PRESENT_TAGS
        or ({verb.tag_, head.tag_} <= PAST_FORM_TAGS and bool(find_auxiliaries(head)))
    )


def _shares_negation(verb: Token) -> bool:
    if verb.dep_ != "conj" or any(
        child.dep_ in SUBJECT_LABELS | AUXILIARY_LABELS for child in verb.children
    ):
        return False
    between = verb.doc[min(verb.head.i, verb.i) : verb.i]
    joined_by_or = any(token.lower_ in {"or", "nor"} for token in between)
    return joined_by_or and is_verb(verb.head) and is_negated(verb.head)


def _is_negative(noun: Token) -> bool:
    if noun.lower_ in _NEGATIVE_PRONOUNS:
        return True
    return any(
        child.lower_ in _NEGATIVE_DETERMINERS and child.dep_ in {"det", "amod", "advmod"}
        for child in noun.lefts
    ) or (noun.lower_ == "one" and noun.i > 0 and noun.nbor(-1).lower_ == "no")


def _is_scoped(negation: Token) -> bool:
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return any(token.lower_ in _SCOPED for token in following)
