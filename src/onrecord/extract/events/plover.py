"""Event coding: the PLOVER root, mode and contexts of a verb in its clause.

In: a verb of a parse. Out: its coding, or None where the lexicon does not list it. Out of scope: whether it happened
(`onrecord.language.clauses.event_status`) and who did it.

Source: PLOVER manual (Open Event Data Alliance).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.events.en.event_nouns import EVENT_NOUNS, NOUN_CLASSES
from onrecord.extract.events.en.function_words import PERSONAL_PRONOUNS
from onrecord.extract.events.en.labels import KEY_WORD_LABELS, TERRITORY_ENTITY_LABELS
from onrecord.extract.events.en.verbs import (
    EXCLUDED_EVENT_NOUNS,
    FIGHTING_VERBS,
    INFINITIVE_REQUEST_VERBS,
    TERMINATED_ROOTS,
)
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.en.verbs import LIGHT_VERBS, PLOVER_TABLE, TERMINATION_VERBS
from onrecord.language.syntax.control import find_object_control_verb
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.dependency_labels import OBJECT_LABELS
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import find_conjuncts, find_counted_noun
from onrecord.language.syntax.tag_sets import PERSON_LABELS
from onrecord.language.syntax.verb_group import is_infinitive, is_passive, is_proper, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY = "ANY"
"""The class of every object: what separates a transitive verb from an intransitive one."""
_OPPONENT_CLASSES = ("FORCES", "PERSON", "TERRITORY", "BODY")
"""Noun classes of what a fight is fought against or over."""
_CARRYING_VERBS = LIGHT_VERBS | TERMINATION_VERBS


@dataclass(frozen=True, slots=True)
class CodingFrame:
    """One sense of a verb: what it asks for, and the coding that it gives.

    Attributes:
        root: PLOVER root. mode: PLOVER mode, or None. contexts: PLOVER contexts.
        noun_class: class of the object that it asks for, or None.
        preposition: preposition, with or without a noun, that it asks for, or None.
        needs_clause: whether it asks for a complement clause.
        base_score: what it scores before these are matched.

    """

    root: str
    mode: str | None
    contexts: tuple[str, ...]
    noun_class: str | None
    preposition: str | None
    needs_clause: bool
    base_score: float


@dataclass(frozen=True, slots=True)
class Coding:
    """The PLOVER coding of a verb.

    Attributes:
        root: PLOVER root. mode: PLOVER mode, or None. contexts: PLOVER contexts.
        score: how much of the verb's arguments the coding asked for.
        noun: the event noun that a light verb carries, or None.

    """

    root: str
    mode: str | None
    contexts: tuple[str, ...]
    score: float
    noun: Token | None = None


@dataclass(frozen=True, slots=True)
class _ArgumentStructure:
    """What a verb has beside it.

    Attributes:
        keys: its lemma, then the lemma joined by `_` with each word beside it; keys of the lexicon.
        nouns: what it is done to, coordinated nouns included.
        noun_classes: the classes of these nouns.
        prepositions: its prepositions, alone and joined by `_` with their nouns.
        has_clause: whether a clause completes it.

    """

    keys: tuple[str, ...]
    nouns: tuple[Token, ...]
    noun_classes: frozenset[str]
    prepositions: frozenset[str]
    has_clause: bool


def code_event(verb: Token) -> Coding | None:
    """Return the coding of `verb` in its clause, or None where the lexicon does not list it."""
    if read_lemma(verb) not in _load_lemmas():
        return None
    arguments = _read_arguments(verb)
    if _is_figurative_fight(verb, arguments.noun_classes):
        return None
    best: Coding | None = None
    for key in arguments.keys:
        for frame in load_frames().get(key, ()):
            score = _score_frame(frame, arguments)
            if score is not None and (best is None or score > best.score):
                best = Coding(frame.root, frame.mode, frame.contexts, score)
    return _apply_event_noun(arguments, best)


def _is_figurative_fight(verb: Token, noun_classes: frozenset[str]) -> bool:
    """Return whether what is fought is neither people nor a place ("fighting dirty air")."""
    if read_lemma(verb) not in FIGHTING_VERBS:
        return False
    objects = find_objects(verb)
    is_named = any(noun.ent_type_ or is_proper(noun) for noun in objects)
    return bool(objects) and not is_named and noun_classes.isdisjoint(_OPPONENT_CLASSES)


# The lexicon.


@cache
def load_frames() -> dict[str, tuple[CodingFrame, ...]]:
    """Return the verb lexicon: key (a lemma, or a lemma and a word beside it) → frames."""
    frames: dict[str, list[CodingFrame]] = {}
    for line in PLOVER_TABLE.strip().splitlines():
        head, specs = line.split("|")
        root, mode, contexts = head.split()
        for spec in specs.split():
            key, frame = _parse_spec(spec, root, mode, contexts)
            frames.setdefault(key, []).append(frame)
    return {key: tuple(listed) for key, listed in frames.items()}


@cache
def _load_lemmas() -> frozenset[str]:
    """Return the lemmas of the lexicon, and of the verbs that carry event nouns."""
    return frozenset(key.partition("_")[0] for key in {*load_frames(), *_CARRYING_VERBS})


@cache
def _load_classes_of_words() -> dict[str, tuple[str, ...]]:
    """Return noun → its classes."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, members in NOUN_CLASSES.items():
        for word in members:
            classes[word] = (*classes.get(word, ()), name)
    return classes


def _parse_spec(spec: str, root: str, mode: str, contexts: str) -> tuple[str, CodingFrame]:
    """Return the key and the frame of a specification of the table."""
    body, _, clause = spec.partition(">")
    body, _, preposition = body.partition("@")
    key, _, noun_class = body.partition("+")
    if noun_class and noun_class not in NOUN_CLASSES and noun_class != ANY:
        raise KeyError(f"verb lexicon: {spec!r} asks for class {noun_class!r}, which is not there")
    return key, CodingFrame(
        root,
        None if mode == "-" else mode,
        () if contexts == "-" else tuple(contexts.split(";")),
        noun_class or None,
        preposition or None,
        clause == "CLAUSE",
        THRESHOLDS.phrasal_score if "_" in key else 0.0,
    )


# The arguments of a verb.


def _read_arguments(verb: Token) -> _ArgumentStructure:
    lemma = read_lemma(verb)
    nouns = tuple(_iter_undergoers(verb))
    obliques = find_obliques(verb)
    prepositions = {words.replace(" ", "_") for words, _ in obliques}
    prepositions |= {
        f"{words.replace(' ', '_')}_{noun.lower_}" for words, noun in obliques if words
    }
    beside = {child.lower_ for child in verb.children if child.dep_ in KEY_WORD_LABELS}
    beside |= {noun.lemma_.lower() for noun in nouns}
    beside |= {f"{words}_{noun.lower_}" for words, noun in obliques if words}
    particle = find_particle(verb)
    if particle is not None:
        prefix = f"{particle.lower_}_"
        beside.add(particle.lower_)
        prepositions |= {f"{prefix}{noun.lower_}" for words, noun in obliques if not words}
        prepositions |= {words.removeprefix(prefix) for words in prepositions}
    return _ArgumentStructure(
        (lemma, *(f"{lemma}_{word}" for word in sorted(beside))),
        nouns,
        frozenset(_iter_noun_classes(nouns)),
        frozenset(prepositions),
        _has_complement_clause(verb, lemma),
    )


def _has_complement_clause(verb: Token, lemma: str) -> bool:
    """Return whether a clause completes `verb`; with verbs like "tell" only an infinitive counts."""
    complement = find_clausal_complement(verb)
    if complement is None:
        objects = (child for child in verb.children if child.dep_ in OBJECT_LABELS)
        return any(find_object_control_verb(t) == verb for noun in objects for t in noun.children)
    return lemma not in INFINITIVE_REQUEST_VERBS or is_infinitive(complement)


def _iter_undergoers(verb: Token) -> Iterator[Token]:
    """Yield what the event is done to: objects, or the subject of a passive, with coordinated nouns."""
    heads = find_objects(verb)
    if is_passive(verb):
        subject = find_subject(verb)
        heads = heads if subject is None else [*heads, subject]
    for head in heads:
        for noun in find_conjuncts(head):
            yield find_counted_noun(noun)


def _iter_noun_classes(nouns: tuple[Token, ...]) -> Iterator[str]:
    classes = _load_classes_of_words()
    if nouns:
        yield ANY
    for noun in nouns:
        for form in _list_lookup_forms(noun):
            yield from classes.get(form, ())
        if noun.ent_type_ in PERSON_LABELS or noun.lower_ in PERSONAL_PRONOUNS:
            yield "PERSON"
        elif noun.ent_type_ in TERRITORY_ENTITY_LABELS:
            yield "TERRITORY"


def _list_lookup_forms(noun: Token) -> tuple[str, str, str]:
    """Return the forms under which a noun is looked up; lemmatizers leave many plurals unchanged."""
    if noun.tag_ == "$":
        return ("dollar", "money", "cash")
    return noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s")


# The choice of a coding.


def _score_frame(frame: CodingFrame, arguments: _ArgumentStructure) -> float | None:
    """Return the score of a frame, or None where the verb lacks what the frame asks for."""
    score = frame.base_score
    if frame.noun_class is not None:
        if frame.noun_class not in arguments.noun_classes:
            return None
        score += THRESHOLDS.noun_class_score
    if frame.preposition is not None:
        if frame.preposition not in arguments.prepositions:
            return None
        score += (
            THRESHOLDS.prepositional_phrase_score
            if "_" in frame.preposition
            else THRESHOLDS.preposition_score
        )
    if frame.needs_clause:
        if not arguments.has_clause:
            return None
        score += THRESHOLDS.clause_score
    return score


def _apply_event_noun(arguments: _ArgumentStructure, best: Coding | None) -> Coding | None:
    """Return the coding of an event noun that the verb carries or ends, if it scores more than `best`."""
    noun = _find_event_noun(arguments)
    if noun is None:
        return best
    if best is not None and best.score > THRESHOLDS.event_noun_score:
        return replace(best, noun=noun)
    root, mode, contexts = EVENT_NOUNS[noun.lemma_.lower()]
    if not TERMINATION_VERBS.isdisjoint(arguments.keys) and root in TERMINATED_ROOTS:
        root, mode = TERMINATED_ROOTS[root]
    return Coding(root, mode, contexts, THRESHOLDS.event_noun_score, noun)


def _find_event_noun(arguments: _ArgumentStructure) -> Token | None:
    """Return the first event noun among the objects of a verb that can carry or end it, or None."""
    if _CARRYING_VERBS.isdisjoint(arguments.keys):
        return None
    excluded = EXCLUDED_EVENT_NOUNS.get(arguments.keys[0], frozenset())
    for noun in arguments.nouns:
        lemma = noun.lemma_.lower()
        if lemma in EVENT_NOUNS and lemma not in excluded:
            return noun
    return None
