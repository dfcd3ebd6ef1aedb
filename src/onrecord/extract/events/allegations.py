"""Allegations: events that somebody says have happened and the page does not confirm.

In: the verb of an event, what its clause states, and the quote around it. Out: who alleges it, and by which word; or None. Out of
scope: events that lie ahead, are called for or denied: their statuses claim nothing of what happened.

A line that is only alleged and reads as a fact gets a newspaper sued; so a word of allegation anywhere over the verb counts, also
where it may have been meant for another part of the clause.

Source: Saurí and Pustejovsky 2009 (FactBank: sources and their commitment).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.extract.events.en.allegation_words import (
    ACCUSATION_BASIS_VERBS,
    ACCUSATION_PREPOSITIONS,
    ACCUSATION_VERBS,
    ACCUSING_SOURCES,
    ALLEGATION_ADVERBS,
    ALLEGATION_NOUNS,
    ANONYMOUS_WORDS,
    CLAIM_CLAUSE_MARKS,
    CLAIM_FORMS,
    CLAIM_VERBS,
    CONFIRMATION_VERBS,
    EVIDENTIAL_VERBS,
    INSERTED_CLAIM_FORMS,
    INSERTION_ENDS,
    OWNED_CLAIM,
    POLICE_WORDS,
    REFUTATION_VERBS,
    SELF_CLAIM_VERBS,
    UNNAMED_SOURCES,
    UNPROVED,
)
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.clauses.participants import find_logical_subject
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS
from onrecord.language.syntax.dependencies import find_subject, find_verb_above, read_markers
from onrecord.language.syntax.dependency_labels import (
    CLAUSE_UNDER_EVIDENTIAL_LABELS,
    INFINITIVE_CLAUSE_LABELS,
    OBJECT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.phrases import find_first_conjunct
from onrecord.language.syntax.verb_group import (
    is_infinitive,
    is_negated,
    is_noun,
    is_passive,
    is_verb,
    read_lemma,
)
from onrecord.records import Part, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Allegation:
    """What makes an event one that is only alleged.

    Attributes:
        word: the word that says so ("allegedly", "believed", "accused").
        source: the head of the words for who alleges it, or None where the clause does not say.
        is_accusation: whether somebody is accused or suspected of it; what he is accused of may be no fact by itself.
        is_refuted: whether the claim is rejected ("denied claims that he stole").

    """

    word: Token
    source: Token | None = None
    is_accusation: bool = False
    is_refuted: bool = False


def find_allegation(verb: Token) -> Allegation | None:
    """Return by whom and by which word the event of `verb` is alleged, or None where its clause states it.

    A verb coordinated with another, or an open complement of it, is alleged with it.
    """
    place, allegation = _find_nearest_allegation(verb)
    if allegation is None or allegation.word.i == verb.i:
        return None
    is_part = place != verb.i and verb.dep_ == "xcomp"  # "accused of trying to sell it"
    return None if allegation.is_accusation and is_part else allegation


def is_claim(quote: Quote, page_text: str) -> bool:
    """Return whether a quote is a claim: by its cue ("she alleged"), or its source ("the indictment said", "an unnamed official said")."""
    if quote.cue is not None and _has_claiming_cue(quote.cue, page_text):
        return True
    return quote.source is not None and _is_accusing(quote.source.text)


def _has_claiming_cue(cue: Part, page_text: str) -> bool:
    """Return whether a cue doubts what is said, or nothing proves it; who claims an attack says who did it."""
    if UNPROVED.match(page_text, cue.end):
        return True
    words = cue.text.lower().split()
    if CLAIM_FORMS.isdisjoint(words):
        return False
    is_of_attack = words[0] == "claimed" and (
        words[-1] == "by" or page_text.startswith(" by ", cue.end)
    )
    return not is_of_attack and OWNED_CLAIM.match(page_text, cue.end) is None


def is_police_account(quote: Quote) -> bool:
    """Return whether a quote is what police say: of a named person's deeds that is an allegation until a court has found it."""
    return quote.source is not None and _has_head_in(quote.source.text, POLICE_WORDS)


def _is_accusing(source: str) -> bool:
    """Return whether the words of a source are those of an accuser, a paper of a trial, or nobody who can be asked."""
    words = re.findall(r"[a-z]+", source.lower())
    if not ANONYMOUS_WORDS.isdisjoint(words):
        return True
    return _has_head_in(source, ACCUSING_SOURCES | UNNAMED_SOURCES)


def _has_head_in(source: str, words: frozenset[str]) -> bool:
    """Return whether the head of a source's phrase is one of `words`, in the singular or plural."""
    head = re.split(r"[,(]| (?:of|for|in|from|with|who|that|on|at) ", source.lower(), maxsplit=1)[0]
    last = (re.findall(r"[a-z]+", head) or [""])[-1]
    return last in words or last.removesuffix("s") in words


def _find_nearest_allegation(verb: Token) -> tuple[int, Allegation | None]:
    """Return the allegation of `verb` or of the nearest verb above with whose standing it shares, and that verb's place; looked for once, however many verbs hang on it."""
    known = _get_known_allegations(verb.doc)
    passed, token = [], verb
    while token.i not in known:
        passed.append(token.i)
        own = next(filter(None, (find(token) for find in _PATTERNS)), None)
        if own is not None or not _has_standing_of_head(token):
            known[token.i] = token.i, own
        else:
            token = token.head
    known.update(dict.fromkeys(passed, known[token.i]))
    return known[token.i]


@lru_cache(maxsize=THRESHOLDS.cached_blocks)
def _get_known_allegations(_: Doc) -> dict[int, tuple[int, Allegation | None]]:
    """Return the allegations found in a parsed block so far, by place of the verb, each with the place of the verb that has it."""
    return {}


def _has_standing_of_head(verb: Token) -> bool:
    """Return whether `verb` is alleged where its head is: a verb coordinated with it, or its open complement."""
    head = verb.head
    if head is verb:
        return False
    is_shared = verb.dep_ == "conj" and not _has_own_subject(verb)
    is_complement = verb.dep_ == "xcomp" and not is_passive(head)
    is_participle = verb.dep_ == "advcl" and verb.tag_ == "VBG" and not _has_own_subject(verb)
    return (is_shared or is_complement or is_participle) and is_verb(head)


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECT_LABELS for child in verb.children)


@lru_cache(maxsize=THRESHOLDS.cached_blocks)
def _list_forms(doc: Doc) -> frozenset[str]:
    """Return the words of a parsed block in lower case: most have none of those that some patterns look for."""
    return frozenset(token.lower_ for token in doc)


@lru_cache(maxsize=THRESHOLDS.cached_blocks)
def _list_inserted_claims(doc: Doc) -> tuple[Token, ...]:
    """Return the words of a parsed block that may be the verb of a claim put in."""
    return tuple(token for token in doc if token.lower_ in INSERTED_CLAIM_FORMS)


def _find_adverb(verb: Token) -> Allegation | None:
    """Return the allegation of "allegedly took", "has reportedly been seen", "killed allegedly by"."""
    if ALLEGATION_ADVERBS.isdisjoint(_list_forms(verb.doc)):
        return None
    for child in verb.children:
        if child.lower_ in ALLEGATION_ADVERBS:
            return Allegation(child)
    first = verb.sent[0]
    if (
        first.lower_ in ALLEGATION_ADVERBS
        and first.i + 1 < len(verb.doc)
        and get_neighbour(first).text == ","
    ):
        return Allegation(first)
    before = [token for token in verb.doc[max(0, verb.i - 3) : verb.i] if token.head.i != verb.i]
    adverb = next((token for token in before if token.lower_ in ALLEGATION_ADVERBS), None)
    if adverb is None or any(t.is_punct for t in verb.doc[adverb.i : verb.i]):
        return None
    return Allegation(adverb)


def _find_evidential_passive(verb: Token) -> Allegation | None:
    """Return the allegation of "is believed to have fled" and "it is claimed that he fled"."""
    head = verb.head
    if head is verb or read_lemma(head) not in EVIDENTIAL_VERBS or not is_passive(head):
        return None
    if verb.dep_ not in CLAUSE_UNDER_EVIDENTIAL_LABELS or is_negated(head):
        return None
    return Allegation(head, find_passive_agent(head), is_accusation=read_lemma(head) == "suspect")


def _find_claim(verb: Token) -> Allegation | None:
    """Return the allegation of "the rebels claim that they took it" and "prosecutors suspect he took it"."""
    head = verb.head
    if head is verb or verb.dep_ != "ccomp" or read_lemma(head) not in CLAIM_VERBS:
        return None
    is_of_attack = head.doc[head.i + 1 : head.i + 2].text.lower() == "by"
    if is_passive(head) or is_negated(head) or is_of_attack:
        return None  # "an attack claimed by the militia that killed ten"
    source = find_subject(head)
    is_opinion = (
        source is not None and source.lower_ in FIRST_PERSON_SUBJECTS
    )  # "I think we built it"
    return None if is_opinion else Allegation(head, source)


def _find_misparsed_claim(verb: Token) -> Allegation | None:
    """Return the allegation of "his friends have alleged Hale was beaten", where the parser took "alleged" for an adjective."""
    if CLAIM_FORMS.isdisjoint(_list_forms(verb.doc)):
        return None
    words = verb.doc[max(verb.sent.start + 1, verb.i - THRESHOLDS.misparsed_claim_tokens) : verb.i]
    for token in words:
        if (
            token.dep_ == "amod"
            and token.lower_ in CLAIM_FORMS
            and read_lemma(get_neighbour(token, -1)) == "have"
        ):
            return Allegation(token, find_subject(verb.head) if token.head is verb.head else None)
    return None


def _find_self_claim(verb: Token) -> Allegation | None:
    """Return the allegation of "the rebels claim to have taken it"."""
    head = verb.head
    is_complement = verb.dep_ in INFINITIVE_CLAUSE_LABELS and is_infinitive(verb) and is_verb(head)
    if not is_complement or read_lemma(head) not in SELF_CLAIM_VERBS or is_negated(head):
        return None
    return Allegation(head, find_subject(head))


def _find_inserted_claim(verb: Token) -> Allegation | None:
    """Return the allegation of a clause put in or after ("the firm, prosecutors allege, took …"), read from its words.

    Parsers take its subject for an object of the verb, or its verb for a noun.
    """
    sentence = verb.sent
    for token in _list_inserted_claims(verb.doc):
        if token.i == verb.i or not sentence.start <= token.i < sentence.end:
            continue
        is_closed = token.i + 1 >= len(token.doc) or get_neighbour(token).lower_ in INSERTION_ENDS
        words = token.doc[max(sentence.start, token.i - THRESHOLDS.inserted_claim_tokens) : token.i]
        comma = next((word for word in reversed(words) if word.is_punct), None)
        if is_closed and comma is not None and comma.lower_ == "," and comma.i + 1 < token.i:
            return Allegation(token, get_neighbour(token, -1))
    return None


def _find_accusation(verb: Token) -> Allegation | None:
    """Return the allegation of "accused of taking bribes", "arrested for stealing a car"."""
    is_gerund = verb.tag_ == "VBG" or any(child.lower_ == "having" for child in verb.lefts)
    if not is_gerund:
        return None
    words, head = read_markers(verb)
    if words.isdisjoint(ACCUSATION_PREPOSITIONS):
        return None
    for token in (head, head.head, find_first_conjunct(head).head):
        lemma = _read_accusing_lemma(token)
        if lemma in ACCUSATION_VERBS or (lemma in ACCUSATION_BASIS_VERBS and "for" in words):
            return Allegation(token, _find_accusing_source(token), is_accusation=True)
    return None


def _read_accusing_lemma(token: Token) -> str:
    """Return the lemma of a verb, or of what the parser took for a noun though it has an object ("Police suspect two men of …"); "" of other words."""
    if is_verb(token):
        return read_lemma(token)
    has_object = any(child.dep_ in OBJECT_LABELS for child in token.rights)
    return token.lower_ if has_object else ""


def _find_accusing_source(token: Token) -> Token | None:
    """Return who accuses: the subject of a verb, or the noun compounded with what the parser took for one."""
    if is_verb(token):
        return find_logical_subject(token)
    return next((child for child in token.lefts if child.dep_ == "compound"), None)


def _find_claim_noun(verb: Token) -> Allegation | None:
    """Return the allegation of "on suspicion of stealing", "claims that he was beaten"."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if head is verb or not is_noun(head) or head.lemma_.lower() not in ALLEGATION_NOUNS:
        return None
    marks = {child.lower_ for child in verb.lefts} | {verb.head.lower_}
    if marks.isdisjoint(CLAIM_CLAUSE_MARKS):
        return None
    governor = find_verb_above(head)
    if governor is not None and read_lemma(governor) in CONFIRMATION_VERBS:
        return None
    is_refuted = governor is not None and read_lemma(governor) in REFUTATION_VERBS
    return Allegation(
        head, is_accusation=True, is_refuted=is_refuted and not is_negated(governor or head)
    )


_PATTERNS: tuple[Callable[[Token], Allegation | None], ...] = (
    _find_adverb,
    _find_accusation,
    _find_evidential_passive,
    _find_claim,
    _find_misparsed_claim,
    _find_self_claim,
    _find_inserted_claim,
    _find_claim_noun,
)
"""Tried in order; the first that finds a word of allegation decides."""
