"""Verb groups: the auxiliaries of a verb, and the tense, aspect, voice and polarity that they express.

In: spaCy tokens of a parse with UD or ClearNLP labels. Out: properties of one verb. Out of scope: what governs the verb
(`onrecord.language.syntax.dependencies`, `onrecord.language.clauses.event_status`).
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.en.auxiliaries import (
    AUXILIARY_LEMMAS,
    CLITICS_OF_HAD_OR_WOULD,
    FUTURE_MODALS,
    PASSIVE_AUXILIARY_LEMMAS,
    PAST_AUXILIARIES,
)
from onrecord.language.en.function_words import (
    ALTERNATIVE_COORDINATORS,
    NEGATION_LIMITERS,
    NEGATIONS,
    NEGATIVE_DETERMINERS,
    NEGATIVE_PRONOUNS,
    SCARCE_ANY,
    SCARCE_QUANTIFIERS,
)
from onrecord.language.en.verbs import (
    NEVER_PASSIVE_VERBS,
    OBJECT_PREDICATE_VERBS,
    OBJECT_VERBS,
)
from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_LABELS,
    MAIN_CLAUSE_LABELS,
    MARKER_OR_PREPOSITION_LABELS,
    NEGATIVE_DETERMINER_LABELS,
    OBJECT_LABELS,
    PASSIVE_AUXILIARY_LABELS,
    PASSIVE_SUBJECT_LABELS,
    REDUCED_CLAUSE_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_repair import is_in_prose, is_main_verb, repair_tag
from onrecord.language.syntax.tag_sets import (
    ADVERB_TAGS,
    BASE_OR_GERUND_TAGS,
    BASE_OR_PRESENT_TAGS,
    NOUN_SUBSTITUTE_TAGS,
    NOUN_TAGS,
    PAST_FORM_TAGS,
    PRESENT_TAGS,
    PROPER_NOUN_TAGS,
    VERB_TAGS,
)
from onrecord.language.syntax.verb_lemmas import look_up_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_verb(token: Token) -> bool:
    """Return whether `token` is a verb form, by its repaired Penn tag."""
    return repair_tag(token) in VERB_TAGS


def is_noun(token: Token) -> bool:
    """Return whether `token` is a noun, common or proper, by its repaired Penn tag."""
    return repair_tag(token) in NOUN_TAGS


def is_proper(token: Token) -> bool:
    """Return whether `token` is tagged as a proper noun."""
    return token.tag_ in PROPER_NOUN_TAGS


def is_nominal(token: Token) -> bool:
    """Return whether `token` is a noun, or a pronoun, determiner or number that can replace one."""
    return token.tag_ in NOUN_TAGS or token.tag_ in NOUN_SUBSTITUTE_TAGS


def find_auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of `verb` in order; a coordinated verb without any shares those of its head."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in AUXILIARY_LABELS]
    if auxiliaries or not _has_shared_auxiliaries(verb):
        return auxiliaries
    return find_auxiliaries(verb.head)


def list_auxiliary_lemmas(verb: Token) -> list[str]:
    """Return the lemmas of the auxiliaries of `verb`, in order ("will not be sending": will, be)."""
    return [read_lemma(token) for token in find_auxiliaries(verb)]


def find_modal(verb: Token) -> str | None:
    """Return the lemma of the modal of `verb` (`will`, `could`, …), or None."""
    for token in find_auxiliaries(verb):
        if token.tag_ == "MD" and read_lemma(token) != "have":  # "'d" is a modal or "had"
            return read_lemma(token)
    return None


def read_tense(verb: Token) -> str | None:
    """Return `past`, `present` or `future`, from the finite word of the verb group; None if it is not finite.

    A modal other than will and shall counts as present. "has sent" is present (see `is_perfect`).
    """
    auxiliaries = find_auxiliaries(verb)
    if not auxiliaries:
        return _read_bare_tense(verb)
    first = auxiliaries[0]
    if first.lower_ in CLITICS_OF_HAD_OR_WOULD and read_lemma(first) == "have":
        return "past"
    if first.tag_ == "MD":
        return "future" if read_lemma(first) in FUTURE_MODALS else "present"
    if first.lower_ in PAST_AUXILIARIES or first.tag_ == "VBD":
        return "past"
    if first.tag_ in BASE_OR_GERUND_TAGS:
        return None
    return "present"


def is_perfect(verb: Token) -> bool:
    """Return whether `verb` is in a perfect tense ("have trained", "has been sent")."""
    return any(read_lemma(token) == "have" for token in find_auxiliaries(verb) if token.i < verb.i)


def is_progressive(verb: Token) -> bool:
    """Return whether `verb` is progressive ("is sending", "is being expanded")."""
    auxiliaries = find_auxiliaries(verb)
    if any(token.lower_ == "being" for token in auxiliaries):
        return True
    return verb.tag_ == "VBG" and any(read_lemma(token) == "be" for token in auxiliaries)


def is_passive(verb: Token) -> bool:
    """Return whether `verb` is passive; so are participles without auxiliary after a noun ("troops sent home")."""
    if any(child.dep_ in PASSIVE_AUXILIARY_LABELS for child in verb.children):
        return True
    if verb.tag_ not in PAST_FORM_TAGS or is_main_verb(verb):
        return False
    auxiliaries = find_auxiliaries(verb)
    if auxiliaries:
        return read_lemma(auxiliaries[-1]) in PASSIVE_AUXILIARY_LEMMAS
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_LABELS]
    if subjects:
        is_marked = any(child.dep_ in PASSIVE_SUBJECT_LABELS for child in subjects)
        return is_marked or _is_headline_passive(verb, subjects[0])
    return verb.tag_ == "VBN" and verb.dep_ in REDUCED_CLAUSE_LABELS


def _is_headline_passive(verb: Token, subject: Token) -> bool:
    """Return whether a participle without auxiliary is passive, as headlines write it ("Mayor arrested over harbour deal")."""
    if verb.dep_ not in MAIN_CLAUSE_LABELS or subject.i > verb.i or is_in_prose(verb):
        return False
    if subject.tag_ == "PRP" or any(_is_object_of(child, verb) for child in verb.rights):
        return False
    lemma = read_lemma(verb)
    return lemma in OBJECT_VERBS or (verb.tag_ == "VBN" and lemma not in NEVER_PASSIVE_VERBS)


def _is_object_of(child: Token, verb: Token) -> bool:
    """Return whether a word after a verb is its object, a clause that it reports, or a verb that may share its object."""
    if child.dep_ in OBJECT_LABELS:
        is_predicate = child.tag_ == "NN" and not any(word.dep_ == "det" for word in child.lefts)
        return not (is_predicate and read_lemma(verb) in OBJECT_PREDICATE_VERBS)
    return child.dep_ == "ccomp" or (child.dep_ == "conj" and is_verb(child))


def is_negated(verb: Token, ignored: Collection[int] = ()) -> bool:
    """Return whether `verb` is negated: by "not" or "never", by "no" with its subject or object, or by "without".

    `ignored` are tokens that do not count: what is in quotation marks negates nothing outside them.
    """
    for child in verb.children:
        if child.i in ignored:
            continue
        if _is_negation_of(child, verb):
            return True
        if child.lower_ == "longer" and child.i < verb.i:
            return any(token.lower_ == "no" for token in child.lefts)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return _is_of_scarce_noun(verb) or _has_shared_negation(verb)


def _is_negation_of(child: Token, verb: Token) -> bool:
    """Return whether a dependent negates its verb."""
    if child.lower_ in NEGATIONS and not _is_limited(child):
        return True
    is_marker = child.dep_ in MARKER_OR_PREPOSITION_LABELS and child.i < verb.i
    if child.lower_ == "without" and is_marker:
        return True
    if child.dep_ in SUBJECT_LABELS and _is_scarce(child):
        return True
    is_argument = child.dep_ in SUBJECT_LABELS or child.dep_ in OBJECT_LABELS
    return is_argument and _is_negative_noun(child)


def is_infinitive(verb: Token) -> bool:
    """Return whether `verb` has "to" before it ("to send")."""
    return any(child.tag_ == "TO" or child.lower_ == "to" for child in verb.lefts)


def read_lemma(token: Token) -> str:
    """Return the lemma of an auxiliary or verb in lower case; clitics have that of the full form."""
    written = token.lower_
    if written in CLITICS_OF_HAD_OR_WOULD and _is_before_participle(token):
        return "have"
    if written in AUXILIARY_LEMMAS:
        return AUXILIARY_LEMMAS[written]
    if written == "co" and find_hyphenated_end(token) is not None:
        written = "co" + get_neighbour(token, 2).lower_
    return look_up_lemma(written) or (token.lemma_ or written).lower()


def _is_before_participle(clitic: Token) -> bool:
    """Return whether the next word but adverbs is a participle: "he'd inspected" is "he had", "he'd inspect" is "he would"."""
    following = (token for token in clitic.doc[clitic.i + 1 :] if token.tag_ not in ADVERB_TAGS)
    verb = next(following, None)
    return verb is not None and verb.tag_ in PAST_FORM_TAGS


def find_hyphenated_end(token: Token) -> Token | None:
    """Return the last token of a verb split at its hyphen ("co-operated"), or None."""
    if token.i + 2 >= len(token.doc) or get_neighbour(token, 1).text != "-" or token.whitespace_:
        return None
    return None if get_neighbour(token, 1).whitespace_ else get_neighbour(token, 2)


def _read_bare_tense(verb: Token) -> str | None:
    if is_infinitive(verb):
        return None
    if repair_tag(verb) in PAST_FORM_TAGS:
        return "past"
    return "present" if repair_tag(verb) in PRESENT_TAGS else None


def _has_shared_auxiliaries(verb: Token) -> bool:
    if verb.dep_ != "conj" or not is_verb(verb.head):
        return False
    if any(child.dep_ in SUBJECT_LABELS for child in verb.children):
        return False
    head = verb.head
    if verb.tag_ == "VBD" and any(child.dep_ in OBJECT_LABELS for child in verb.rights):
        return False  # "was given an award and met its president"
    return (
        verb.tag_ == head.tag_
        or {verb.tag_, head.tag_} <= BASE_OR_PRESENT_TAGS
        or ({verb.tag_, head.tag_} <= PAST_FORM_TAGS and bool(find_auxiliaries(head)))
    )


def _has_shared_negation(verb: Token) -> bool:
    if verb.dep_ != "conj" or any(
        child.dep_ in SUBJECT_LABELS | AUXILIARY_LABELS for child in verb.children
    ):
        return False
    between = verb.doc[min(verb.head.i, verb.i) : verb.i]
    joined_by_or = any(token.lower_ in ALTERNATIVE_COORDINATORS for token in between)
    return joined_by_or and is_verb(verb.head) and is_negated(verb.head)


def _is_of_scarce_noun(verb: Token) -> bool:
    """Return whether a past after "few countries" was attached to them as a modifier: they are its subject."""
    is_attached = verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.head.i == verb.i - 1
    return is_attached and _is_scarce(verb.head)


def _is_scarce(subject: Token) -> bool:
    """Return whether a subject is of hardly any: "few countries" (not "a few"), "hardly any countries", "neither A nor B"."""
    first = subject.left_edge.i
    words = [token.lower_ for token in subject.doc[first : subject.i + 1]]
    before = [token.lower_ for token in subject.doc[max(0, first - 1) : first]]
    if words[:1] and words[0] in {*SCARCE_QUANTIFIERS, "neither"}:
        return True
    return any(pair in SCARCE_ANY for pair in pairwise([*before, *words]))


def _is_negative_noun(noun: Token) -> bool:
    if noun.lower_ in NEGATIVE_PRONOUNS:
        return True
    return any(
        child.lower_ in NEGATIVE_DETERMINERS
        and child.dep_ in NEGATIVE_DETERMINER_LABELS
        and not _is_number_sign(child)
        and not _is_comparison(child)
        for child in noun.lefts
    ) or (noun.lower_ == "one" and noun.i > 0 and get_neighbour(noun, -1).lower_ == "no")


def _is_comparison(determiner: Token) -> bool:
    """Return whether "no" opens "no less than", "no fewer than"."""
    following = determiner.doc[determiner.i + 1 : determiner.i + 3]
    return [token.lower_ for token in following][1:] == ["than"]


def _is_number_sign(determiner: Token) -> bool:
    """Return whether "No" stands before a numeral ("No 10 published …")."""
    following = determiner.doc[determiner.i + 1 : determiner.i + 3]
    return any(token.is_digit for token in following) and not determiner.text.islower()


def _is_limited(negation: Token) -> bool:
    """Return whether the next word takes the verb out of the negation ("not only")."""
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return any(token.lower_ in NEGATION_LIMITERS for token in following)
