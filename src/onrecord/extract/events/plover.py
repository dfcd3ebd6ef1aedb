"""Which kind of event a verb tells, by the PLOVER codebook.

In: a verb of a parse. Out: its coding (root, mode, contexts, the words that tell it), or None where the
lexicon does not know it. Out of scope: whether it happened (see `modality`) and who did it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.events.en.event_nouns import CLASSES, EVENT_NOUNS
from onrecord.language.en.verbs import (
    EXCLUDED_EVENT_NOUNS,
    INFINITIVE_REQUEST_VERBS,
    LIGHT_VERBS,
    PLOVER_TABLE,
    TERMINATED_ROOTS,
    TERMINATION_VERBS,
)
from onrecord.language.syntax.control import find_object_control_verb
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import find_conjuncts, find_counted_noun
from onrecord.language.syntax.tag_sets import PERSON_LABELS
from onrecord.language.syntax.verb_group import is_infinitive, is_passive, is_proper, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY = "ANY"
"""The class of every object: what tells a transitive verb from an intransitive one."""
_LIGHT_SCORE = 1.5
"""An event noun says more than a bare verb, less than a verb with a class of object asked for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One reading of a verb: what it asks for, and the coding it gives."""

    root: str
    mode: str | None
    contexts: tuple[str, ...]
    noun_class: str | None
    preposition: str | None
    needs_clause: bool
    base: float


@dataclass(frozen=True, slots=True)
class Coding:
    """What a verb tells: PLOVER root, mode, contexts; `score` is how much of its setting was asked for.

    `noun` is the event noun a light verb carries, or None.
    """

    root: str
    mode: str | None
    contexts: tuple[str, ...]
    score: float
    noun: Token | None = None


def code_event(verb: Token) -> Coding | None:
    """Return the coding of `verb` in its clause, or None where the lexicon does not know it."""
    if read_lemma(verb) not in _known():
        return None
    setting = _setting(verb)
    best: Coding | None = None
    for key in setting.keys:
        for frame in lexicon().get(key, ()):
            score = _match(frame, setting)
            if score is not None and (best is None or score > best.score):
                best = Coding(frame.root, frame.mode, frame.contexts, score)
    if _fights_a_thing(verb, setting.classes):
        return None
    return _carried(setting, best)


def _fights_a_thing(verb: Token, classes: frozenset[str]) -> bool:
    """Return whether what is fought is no people or place ("fighting dirty air")."""
    if read_lemma(verb) not in {"fight", "battle"} or not find_objects(verb):
        return False
    named = any(noun.ent_type_ or is_proper(noun) for noun in find_objects(verb))
    return not named and classes.isdisjoint({"FORCES", "PERSON", "TERRITORY", "BODY"})


@cache
def lexicon() -> dict[str, tuple[Frame, ...]]:
    """Return the verb lexicon: key (lemma, or lemma and a word of its setting) → frames."""
    found: dict[str, list[Frame]] = {}
    for line in PLOVER_TABLE.strip().splitlines():
        head, specs = line.split("|")
        root, mode, contexts = head.split()
        for spec in specs.split():
            key, frame = _frame(spec, root, mode, contexts)
            found.setdefault(key, []).append(frame)
    return {key: tuple(frames) for key, frames in found.items()}


@cache
def _known() -> frozenset[str]:
    """Return the lemmas any reading of which is in the lexicon, or that carry event nouns."""
    return frozenset(
        key.partition("_")[0] for key in {*lexicon(), *LIGHT_VERBS, *TERMINATION_VERBS}
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    keys: tuple[str, ...]
    nouns: tuple[Token, ...]
    classes: frozenset[str]
    prepositions: frozenset[str]
    has_clause: bool


def _frame(spec: str, root: str, mode: str, contexts: str) -> tuple[str, Frame]:
    body, _, clause = spec.partition(">")
    body, _, preposition = body.partition("@")
    key, _, noun_class = body.partition("+")
    if noun_class and noun_class not in CLASSES and noun_class != ANY:
        raise KeyError(f"verb lexicon: {spec!r} asks for class {noun_class!r}, which is not there")
    given = () if contexts == "-" else tuple(contexts.split(";"))
    base = 2.0 * ("_" in key)
    return key, Frame(
        root,
        None if mode == "-" else mode,
        given,
        noun_class or None,
        preposition or None,
        clause == "CLAUSE",
        base,
    )


def _setting(verb: Token) -> _Setting:
    lemma = read_lemma(verb)
    nouns = tuple(_undergoers(verb))
    obliques = find_obliques(verb)
    prepositions = {words.replace(" ", "_") for words, _ in obliques}
    prepositions |= {
        f"{words.replace(' ', '_')}_{noun.lower_}" for words, noun in obliques if words
    }
    words = {child.lower_ for child in verb.children if child.dep_ in _JOINED}
    words |= {noun.lemma_.lower() for noun in nouns}
    words |= {f"{a}_{b.lower_}" for a, b in obliques if a}
    particle = find_particle(verb)
    if particle is not None:
        words.add(particle.lower_)
        prepositions |= {f"{particle.lower_}_{b.lower_}" for a, b in obliques if not a}
        prepositions |= {words.removeprefix(f"{particle.lower_}_") for words in prepositions}
    keys = (lemma, *(f"{lemma}_{word}" for word in sorted(words)))
    return _Setting(
        keys,
        nouns,
        frozenset(_classes(nouns)),
        frozenset(prepositions),
        _governs_clause(verb, lemma),
    )


def _governs_clause(verb: Token, lemma: str) -> bool:
    """Return whether a clause completes `verb`; what it says ("told them that …") is none to some verbs."""
    complement = find_clausal_complement(verb)
    if complement is None:
        return any(
            find_object_control_verb(token) == verb for token in verb.subtree if token.dep_ == "acl"
        )
    return lemma not in INFINITIVE_REQUEST_VERBS or is_infinitive(complement)


_JOINED = frozenset({"compound:prt", "prt", "xcomp", "acomp", "oprd", "advmod", "amod", "case"})


def _undergoers(verb: Token) -> Iterator[Token]:
    """Yield what the event is done to: objects, or the subject of a passive, with what is joined."""
    heads = find_objects(verb)
    if is_passive(verb):
        subject = find_subject(verb)
        heads = heads if subject is None else [*heads, subject]
    for head in heads:
        for noun in find_conjuncts(head):
            yield find_counted_noun(noun)


_HIM = frozenset({"him", "her", "me", "us", "he", "she", "i", "we"})


def _classes(nouns: tuple[Token, ...]) -> Iterator[str]:
    of_word = _classes_of_words()
    if nouns:
        yield ANY
    for noun in nouns:
        for form in _forms(noun):
            yield from of_word.get(form, ())
        if noun.ent_type_ in PERSON_LABELS or noun.lower_ in _HIM:
            yield "PERSON"
        elif noun.ent_type_ in {"LOC", "GPE", "FAC"}:
            yield "TERRITORY"


@cache
def _classes_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, members in CLASSES.items():
        for word in members:
            found[word] = (*found.get(word, ()), name)
    return found


def _forms(noun: Token) -> tuple[str, str, str]:
    """Return the forms a noun is looked up by; lemmatizers leave many plurals as they are."""
    if noun.tag_ == "$":
        return ("dollar", "money", "cash")
    return noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s")


def _match(frame: Frame, setting: _Setting) -> float | None:
    score = frame.base
    if frame.noun_class is not None:
        if frame.noun_class not in setting.classes:
            return None
        score += 2
    if frame.preposition is not None:
        if frame.preposition not in setting.prepositions:
            return None
        score += 2 if "_" in frame.preposition else 1
    if frame.needs_clause:
        if not setting.has_clause:
            return None
        score += 2
    return score


def _carried(setting: _Setting, best: Coding | None) -> Coding | None:
    """Return the coding of an event noun the verb carries or ends, if it says more than `best`."""
    light = not (LIGHT_VERBS | TERMINATION_VERBS).isdisjoint(setting.keys)
    left_out = EXCLUDED_EVENT_NOUNS.get(setting.keys[0], frozenset())
    told = [n for n in setting.nouns if light and n.lemma_.lower() in EVENT_NOUNS]
    told = [n for n in told if n.lemma_.lower() not in left_out]
    if best is not None and best.score > _LIGHT_SCORE:
        return replace(best, noun=told[0]) if told else best
    for noun in told:
        coding = EVENT_NOUNS[noun.lemma_.lower()]
        root, mode, contexts = coding
        if not TERMINATION_VERBS.isdisjoint(setting.keys) and root in TERMINATED_ROOTS:
            return Coding(*TERMINATED_ROOTS[root], contexts, _LIGHT_SCORE, noun)
        return Coding(root, mode, contexts, _LIGHT_SCORE, noun)
    return best
