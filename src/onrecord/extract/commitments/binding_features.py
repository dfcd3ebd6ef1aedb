"""Features of an act that somebody may undertake: what its clause states, who acts, what governs it, and whether somebody speaks.

In: the verb or noun of an act. Out: names of features, each true of it ("reading=planned future", "subject=we"). Out of scope: what they weigh.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.commitments.thresholds import THRESHOLDS
from onrecord.language.clauses.event_status import read_status
from onrecord.language.en.agents import is_agent_word
from onrecord.language.en.punctuation import QUOTATION_MARK_TOKENS
from onrecord.language.en.verbs import REPORTING_VERBS
from onrecord.language.syntax.dependencies import find_objects, find_subject
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_group import (
    find_modal,
    is_negated,
    is_passive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def list_features(act: Token) -> list[str]:
    """Return the features of an act, without repetition, in a fixed order."""
    found = [f"lemma={act.lemma_.lower()}", f"tag={act.tag_}", f"label={act.dep_}"]
    if is_verb(act):
        found += _iter_clause_features(act)
    found += _iter_words_above(act)
    found += _iter_speech_features(act)
    found += [f"phrase={words}" for words, _ in find_obliques(act)]
    return list(dict.fromkeys(found))


def _iter_clause_features(verb: Token) -> Iterator[str]:
    reading = read_status(verb)
    stated = f"{reading.status} {reading.basis or 'plain'}"
    yield f"reading={stated}"
    if reading.governor is not None:
        yield f"governor={read_lemma(reading.governor)}"
        yield f"governor tense={read_tense(reading.governor)}"
        yield from (
            f"governor {one}" for one in _iter_actor_features(find_subject(reading.governor))
        )
    if reading.negated:
        yield "negated"
    yield f"modal={find_modal(verb)}"
    yield f"auxiliaries={' '.join(list_auxiliary_lemmas(verb))}"
    yield f"tense={read_tense(verb)}"
    yield f"form={'passive' if is_passive(verb) else 'active'} {'object' if find_objects(verb) else 'no object'}"
    if is_negated(verb):
        yield "negation"
    for feature in _iter_actor_features(find_subject(verb)):
        yield feature
        yield f"{feature}, {stated}"


def _iter_actor_features(noun: Token | None) -> Iterator[str]:
    """Yield who acts: a pronoun by itself, others by kind."""
    if noun is None:
        yield "no subject"
    elif noun.tag_.startswith("PRP"):
        yield f"subject={noun.lower_}"
    elif noun.tag_ in PROPER_NOUN_TAGS:
        yield f"subject is a name {noun.ent_type_}"
    else:
        is_agent = is_agent_word(noun.lower_, noun.lemma_.lower())
        yield f"subject is {'an agent' if is_agent else 'a thing'} {noun.tag_}"


def _iter_words_above(act: Token) -> Iterator[str]:
    path = act.dep_
    for step, above in enumerate(act.ancestors):
        if step == THRESHOLDS.steps_above:
            return
        lemma = read_lemma(above) if is_verb(above) else above.lemma_.lower()
        yield f"above={path} {lemma}"
        path = f"{path}<{above.dep_}"


def _iter_speech_features(act: Token) -> Iterator[str]:
    """Yield whether the act stands between quotation marks, and whether a verb of reporting governs it."""
    before = act.doc[act.sent.start : act.i]
    if sum(token.text in QUOTATION_MARK_TOKENS for token in before) % 2:
        yield "quoted"
    if any(read_lemma(above) in REPORTING_VERBS for above in act.ancestors):
        yield "reported"
