"""Ascribed: what verbs say that somebody said, thinks, wants, asks for or judges, by the phrase they take.

In: a block's Doc, which of its tokens are quoted, and tokens that are cues already. Out: `Ascribed`: a cue with its
source, the token spans of the content, and the kind of speech. Leaves alone: clauses that verbs of saying report
(`onrecord.language.reported`), nouns and adjectives (`onrecord.language.nominal_cues`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.language.clause_ends import Spans, kept, with_not
from onrecord.language.en.attitudes import (
    ABOUT,
    ASKED_FIRST_LEMMAS,
    CLAUSES,
    DIRECTIONS,
    EVENTUAL,
    FOLK,
    HEARSAY,
    INFINITIVES,
    NAMED_AS,
    OBJECTS,
    PREPOSITIONS,
    SET_APART,
    SHOWS,
    THINGS_TOO,
)
from onrecord.language.en.inflections import forms_of, irregular_forms
from onrecord.language.en.roles import COLLECTIVE, DOCUMENTS, PERSON_ROLES
from onrecord.language.frames import (
    clause,
    content_of,
    cut,
    infinitive,
    is_time,
    lengthened,
    prepositional,
    says_something,
    shown,
)
from onrecord.language.phrases import has_case
from onrecord.language.speech import Cue, is_left_to_say, voice
from onrecord.language.tree import is_negated, is_passive, lemma_of, passive_agent, tag_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ABOUT = frozenset({"about"})
_SHARES = frozenset({"half", "third", "quarter", "fifth", "tenth", "dozen"})
_DEEDS_TOO = frozenset({"question", "bash", "challenge"})
"""Verbs of judging that also tell what is done to somebody ("questioned him for two days")."""
_ANYBODY = frozenset(
    {"people", "anyone", "anybody", "someone", "somebody", "everyone", "everybody", "way", "nobody"}
)
_SUBJECT = ("nsubj", "expl", "csubj")
_VOICES = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "who",
        "those",
        "some",
        "many",
        "others",
        "most",
        "both",
        "few",
        "his",
        "her",
        "their",
    }
)


@dataclass(frozen=True, slots=True)
class Ascribed:
    """A cue with the spans of what it ascribes to its source, as (first, last) tokens in order of text."""

    cue: Cue
    spans: Spans


def ascribed(doc: Doc, quoted: frozenset[int], taken: frozenset[int]) -> Iterator[Ascribed]:
    """Yield what the verbs of `doc` ascribe, in order of text; tokens `taken` are cues already."""
    for token in doc:
        if token.i in taken or token.i in quoted or not _may_ascribe(token):
            continue
        for lemma in _lemmas().get(token.lower_, ()):
            found = _found(doc, token, lemma, quoted)
            if found is not None:
                yield found
                break
        else:
            found = _by_form(doc, token, quoted)
            if found is not None:
                yield found


def may_hold(head: Token) -> bool:
    """Return whether a phrase with this head can have a mind: people, bodies, names, pronouns for them."""
    low, lemma = head.lower_, head.lemma_.lower()
    if head.tag_ in {"NNP", "NNPS"} or low in _VOICES:
        return True
    if head.tag_ == "NN" and head.text.istitle() and head.left_edge == head:
        return True  # a name that begins a sentence, taken for a noun
    if head.tag_ in {"DT", "CD"}:
        return low not in {"this", "that", "these"}
    if low == "people" and head.left_edge == head.right_edge:
        return False  # people in general
    return lemma in PERSON_ROLES or lemma in COLLECTIVE or lemma in FOLK or low in FOLK


def _minds(doc: Doc, verb: Token, head: Token, spans: Spans) -> bool:
    """Return whether a noun must be somebody, as a clause or infinitive tells its mind ("Sceptics doubt that")."""
    does = head.head in (verb, verb.head) or verb.nbor(-1).text == ","
    common = head.tag_ in {"NN", "NNS"} and head.lower_ not in _ANYBODY
    if not (does and common) or head.dep_ != "nsubj" or head.i > verb.i:
        return False
    return spans[0] in {clause(doc, verb), infinitive(doc, verb)}


def may_tell(head: Token) -> bool:
    """Return whether a phrase with this head can say: what can have a mind, or a document."""
    return may_hold(head) or head.lemma_.lower() in DOCUMENTS


@cache
def _lemmas() -> dict[str, tuple[str, ...]]:
    known = {*PREPOSITIONS, *SET_APART, *NAMED_AS, *SHOWS, *HEARSAY, *ASKED_FIRST_LEMMAS}
    for table in (CLAUSES, INFINITIVES, DIRECTIONS, OBJECTS):
        known.update(*table.values())
    irregular = irregular_forms()
    forms: dict[str, tuple[str, ...]] = {
        form: (lemma,) for form, lemma in irregular.items() if lemma in known
    }
    for lemma in sorted(known):
        for form in {lemma, *forms_of(lemma)} - irregular.keys():
            forms[form] = (*forms.get(form, ()), lemma)
    return forms


def _may_ascribe(token: Token) -> bool:
    tag = "VBD" if _is_verb_slip(token) else tag_of(token)
    if tag == "VBN" and not any(child.dep_.startswith("aux") for child in token.lefts):
        reduced = not any(child.dep_ == "nsubj" for child in token.lefts)
        if reduced and passive_agent(token) is None:
            return False
    if not tag.startswith("VB") or (tag == "VB" and is_left_to_say(token)):
        return False
    if token.dep_ in {"amod", "compound", "case", "aux", "cop", "aux:pass", "mark"}:
        return False
    before = token.nbor(-1) if token.i else None
    return before is None or before.text not in {"-", "‑"} or bool(before.whitespace_)


def _is_verb_slip(token: Token) -> bool:
    """Return whether a noun that heads its sentence, with subject and object or infinitive, must be its verb."""
    if token.tag_ not in {"NN", "NNS"} or token.dep_ != "ROOT" or not token.is_lower:
        return False
    before = [child.dep_ for child in token.lefts]
    if token.tag_ == "NNS" and "compound" in before and token.i + 1 < len(token.doc):
        return bool(token.nbor().tag_ == "TO")
    subject = any(dep.startswith("nsubj") for dep in before)
    return subject and any(child.dep_ in {"obj", "ccomp", "xcomp"} for child in token.rights)


def _found(doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]) -> Ascribed | None:
    if is_passive(verb):
        return _passive(doc, verb, lemma, quoted)
    content = content_of(doc, verb, lemma, quoted)
    if content is None:
        return None
    heard = voice(verb, lemma, quoted)
    if heard is None:
        return None
    head, source = heard
    if head.lemma_.lower() in DOCUMENTS and not may_hold(head):
        content = shown(doc, verb, lemma) or content
    speech, last, spans = content
    known = may_tell(head) if speech == "said" else may_hold(head)
    if not (known or (lemma not in THINGS_TOO and _minds(doc, verb, head, spans))):
        return None
    if lemma in SHOWS and head.lemma_.lower() not in DOCUMENTS:
        return None
    if lemma == "cite" and any(child.dep_ == "obj" and may_hold(child) for child in verb.rights):
        return None  # "citing officials": who told it, not what
    spans = tuple((max(first, last + 1), end) for first, end in spans if end > last)
    spans = kept(doc, lengthened(doc, spans, verb) if spans else ())
    about = speech == "judged" and lemma not in _DEEDS_TOO and _is_person(doc, spans)
    if not (about or says_something(doc, spans)) or any(
        first <= source[0] <= end for first, end in spans
    ):
        return None
    if head.lower_ == "it" and not (head.head == verb and head.dep_ == "nsubj"):
        return None
    return Ascribed(Cue(verb.i, last, lemma, head, source, is_negated(verb), None, speech), spans)


def _is_person(doc: Doc, spans: Spans) -> bool:
    """Return whether the spans are a pronoun for somebody: whom a judgement is about tells something."""
    (first, last), *_ = spans or ((0, -1),)
    return first == last and doc[first].lower_ in {"him", "her"}


def _by_form(doc: Doc, verb: Token, quoted: frozenset[int]) -> Ascribed | None:
    """Return what any verb ascribes to somebody by its form alone: with "that" and a clause, or with "about"."""
    lemma = lemma_of(verb)
    if is_passive(verb) or verb.dep_ in {"aux", "cop"}:
        return None
    span = clause(doc, verb) if lemma not in EVENTUAL else None
    last = verb.i
    if span is not None and doc[span[0] - 1].lower_ != "that":
        span = None
    if (
        span is None
        and lemma not in ABOUT
        and (about := prepositional(doc, verb, _ABOUT)) is not None
    ):
        last, span = about
        if doc[span[0]].tag_ in {"CD", "$", "DT", "PDT"} and _counts(doc, span):
            return None  # "earned about a third": no matter, a rough number
    heard = voice(verb, lemma, quoted) if span is not None else None
    if heard is None or span is None or not may_hold(heard[0]) or heard[0].lower_ == "it":
        return None
    spans = kept(doc, (span,))
    if not says_something(doc, spans) or spans[0][0] <= heard[1][0] <= spans[0][1]:
        return None
    return Ascribed(Cue(verb.i, last, lemma, *heard, is_negated(verb)), spans)


def _counts(doc: Doc, span: tuple[int, int]) -> bool:
    words = doc[span[0] : min(span[0] + 3, span[1] + 1)]
    return any(token.tag_ in {"CD", "$"} or token.lower_ in _SHARES for token in words)


def _passive(doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]) -> Ascribed | None:
    """Return what is said or judged by somebody ("was praised by"), or by nobody knows whom ("is said to")."""
    subject = next((child for child in verb.lefts if child.dep_.startswith(_SUBJECT)), None)
    agent = passive_agent(verb)
    if subject is None or subject.tag_ in {"WP", "WDT"} or subject.left_edge.tag_ == "WP$":
        return None
    if agent is not None:
        return _by_agent(doc, verb, lemma, subject, agent)
    if verb.tag_ != "VBN":
        return None
    if lemma in ASKED_FIRST_LEMMAS and (asked := clause(doc, verb)) is not None:
        cue = Cue(verb.i, verb.i, lemma, None, None, is_negated(verb), None, "asked")
        return Ascribed(cue, kept(doc, (asked,)))
    if lemma not in HEARSAY:
        return _judged_by_nobody(doc, verb, lemma, subject)
    spans = _hearsay(doc, verb, subject)
    speech = next((kind for kind, verbs in CLAUSES.items() if lemma in verbs), "said")
    speech = "judged" if lemma == "accuse" else speech
    spans = kept(doc, spans)
    if not spans or any(token in quoted for token in range(spans[0][0], verb.i)):
        return None
    return Ascribed(Cue(verb.i, verb.i, lemma, None, None, is_negated(verb), None, speech), spans)


def _judged_by_nobody(doc: Doc, verb: Token, lemma: str, subject: Token) -> Ascribed | None:
    """Return "the plan … for its cost" of "The plan was criticised for its cost": by whom is not told."""
    if lemma not in OBJECTS["judged"] - _DEEDS_TOO or subject.lower_ in {
        "which",
        "that",
        "who",
        "it",
    }:
        return None
    why = next(
        (
            c
            for c in verb.rights
            if c.dep_ in {"obl", "advcl"} and (has_case(c, "for") or has_case(c, "as"))
        ),
        None,
    )
    told = any(child.dep_.startswith("aux") for child in verb.lefts)
    if why is None or not told or why.left_edge.i > verb.i + 2 or is_time(why):
        return None
    subject_span = (subject.left_edge.i, cut(doc, subject.i, subject.right_edge.i))
    spans = kept(doc, (subject_span, (why.left_edge.i, cut(doc, why.i, why.right_edge.i))))
    cue = Cue(verb.i, verb.i, lemma, None, None, is_negated(verb), None, "judged")
    return Ascribed(cue, spans) if says_something(doc, spans) else None


def _by_agent(doc: Doc, verb: Token, lemma: str, subject: Token, agent: Token) -> Ascribed | None:
    speech = next((kind for kind, verbs in OBJECTS.items() if lemma in verbs), None)
    speech = speech or ("judged" if lemma in NAMED_AS else None)
    if speech is None or not (may_tell(agent) if speech == "said" else may_hold(agent)):
        return None
    if subject.lower_ in {"which", "that", "who"} or subject.dep_ == "expl":
        return None
    source = (
        next((c.i + 1 for c in agent.lefts if c.lower_ == "by"), agent.left_edge.i),
        agent.right_edge.i,
    )
    source = (source[0], cut(doc, agent.i, source[1]))
    spans: list[tuple[int, int]] = [
        (subject.left_edge.i, cut(doc, subject.i, subject.right_edge.i))
    ]
    for child in verb.rights:
        as_what = child.dep_ in {"obl", "xcomp", "advcl"} and any(
            has_case(child, word) for word in ("as", "for", "of")
        )
        if as_what and child.i != agent.i:
            spans.append((child.left_edge.i, child.right_edge.i))
    held = kept(doc, tuple(sorted(spans)))
    if (len(spans) == 1 and lemma in NAMED_AS) or not says_something(doc, held):
        return None
    return Ascribed(Cue(verb.i, verb.i, lemma, agent, source, is_negated(verb), None, speech), held)


def _hearsay(doc: Doc, verb: Token, subject: Token) -> Spans:
    """Return "the road … to open" of "The road is expected to open", or the clause after "It is said that"."""
    if subject.dep_ == "expl" or subject.lower_ == "it":
        clause = next(
            (
                c
                for c in verb.rights
                if c.dep_ in {"ccomp", "csubj", "csubj:pass", "csubj:outer", "nsubj:pass"}
            ),
            None,
        )
        mark = (
            next((m for m in clause.lefts if m.lower_ == "that"), None)
            if clause is not None
            else None
        )
        return (
            ((mark.i + 1, clause.right_edge.i),) if clause is not None and mark is not None else ()
        )
    for child in verb.rights:
        to = next(
            (left for left in child.lefts if left.tag_ == "TO" or left.lower_ in {"of", "as"}), None
        )
        if (
            child.dep_ in {"xcomp", "ccomp", "advcl", "obl"}
            and to is not None
            and to.i <= verb.i + 2
        ):
            first = with_not(doc, to.i) if to.tag_ == "TO" else to.i + 1
            if subject.lower_ in {"which", "that", "who"}:
                return ()
            return (subject.left_edge.i, cut(doc, subject.i, subject.right_edge.i)), (
                first,
                cut(doc, first, child.right_edge.i),
            )
    return ()
