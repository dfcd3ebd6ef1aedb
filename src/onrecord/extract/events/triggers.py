"""Triggers: which words denote an event, verbs of acting and nouns said to be expected.

In: a verb of a parse, its coding and its reading. Out: whether it denotes an event of its own. Out of scope: who takes part
(`participation`), states, speech, and events that only a noun denotes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.extract.events.en.event_nouns import ANNOUNCED_NOUNS
from onrecord.extract.events.en.function_words import GOAL_PREPOSITIONS, VERBAL_PREPOSITIONS
from onrecord.extract.events.en.labels import (
    MOTION_ADVERB_LABELS,
    NAME_PREDICATE_LABELS,
    NON_TRIGGER_LABELS,
    SUBORDINATE_OR_CONJUNCT_LABELS,
)
from onrecord.extract.events.en.nouns import MOTION_ADVERBS
from onrecord.extract.events.en.verbs import (
    DENIAL_VERBS,
    MOTION_VERBS,
    OCCURRENCE_VERBS,
    PLACING_VERBS,
)
from onrecord.extract.events.plover import Coding
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.modals import BARE_INFINITIVE_VERBS, PROMISE_VERBS
from onrecord.language.en.verbs import (
    EXPECTATION_PARTICIPLES,
    PHASE_VERBS,
    REPORTING_VERBS,
    STATIVE_VERBS,
)
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
    is_swallowed,
)
from onrecord.language.syntax.dependency_labels import COMPLEMENT_CLAUSE_LABELS, SUBJECT_LABELS
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.tag_sets import AMOUNT_TAGS, PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_group import (
    find_modal,
    is_infinitive,
    is_negated,
    is_noun,
    is_passive,
    is_progressive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SPEECH_ACT_ROOTS = frozenset(
    {"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN", "YIELD", "SUPPORT"}
)
"""Roots of events that consist in saying something."""
_NO_EVENT = STATIVE_VERBS | REPORTING_VERBS
_NO_EVENT_OF_ITS_OWN = _NO_EVENT | PHASE_VERBS


def may_be_trigger(token: Token) -> bool:
    """Return whether `token` is a verb that heads a clause."""
    if not is_verb(token) or not token.is_alpha or token.lower_ in VERBAL_PREPOSITIONS:
        return False
    if token.dep_ in NON_TRIGGER_LABELS:
        return is_swallowed(token)
    return not _is_noun_tagged_verb(token)


def is_eventive(verb: Token, coding: Coding | None) -> bool:
    """Return whether `verb` denotes an event of its own: no state, no speech, no phase of another event."""
    trigger = _Trigger(verb, read_lemma(verb), find_clausal_complement(verb), coding)
    verdict = _judge(trigger)
    return _is_event_by_default(trigger) if verdict is None else verdict


def is_excluded(verb: Token, coding: Coding | None) -> bool:
    """Return whether the construction of `verb` tells no event of its own, whatever the verb: a phase of another, a name given, an estimate."""
    return _judge(_Trigger(verb, read_lemma(verb), find_clausal_complement(verb), coding)) is False


def is_state(verb: Token, reading: StatusReading) -> bool:
    """Return whether a passive without agent denotes a state ("we are doomed")."""
    is_present = reading.status == "ongoing" and reading.governor is None
    is_agentless = is_passive(verb) and find_passive_agent(verb) is None
    return is_present and is_agentless and not is_progressive(verb)


def is_disputed(verb: Token) -> bool:
    """Return whether somebody denies the event of `verb` ("denied that troops had left"); "did not" is no such denial."""
    if not _has_denial(verb.doc):
        return False
    for token in (verb, *verb.ancestors):
        if token is not verb and read_lemma(token) in DENIAL_VERBS and is_verb(token):
            return True
        if is_negated(token) or token.dep_ not in SUBORDINATE_OR_CONJUNCT_LABELS:
            return False
    return False


@lru_cache(maxsize=THRESHOLDS.cached_blocks)
def _has_denial(doc: Doc) -> bool:
    """Return whether a parsed block has a verb of denial: most have none that its verbs could depend on."""
    return any(read_lemma(token) in DENIAL_VERBS for token in doc)


def find_expected_noun(token: Token) -> Token | None:
    """Return the event noun that `token` states to be expected or due ("a summit is expected"), or None."""
    if token.lower_ not in EXPECTATION_PARTICIPLES or find_clausal_complement(token) is not None:
        return None
    if token.lower_ != "due" and not is_passive(token):
        return None
    noun = find_subject(token)
    is_event = noun is not None and noun.lemma_.lower() in ANNOUNCED_NOUNS
    return noun if is_event else None


# Rules for verbs that need more than a lexicon.


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A verb that may denote an event, with its lemma, clausal complement and coding."""

    verb: Token
    lemma: str
    complement: Token | None
    coding: Coding | None


def _judge(trigger: _Trigger) -> bool | None:
    """Return the verdict of the first rule that applies, or None."""
    verdicts = (judge(trigger) for judge in _RULES)
    return next((verdict for verdict in verdicts if verdict is not None), None)


def _judge_decision(trigger: _Trigger) -> bool | None:
    """Judge "decide" and verbs of promising with a finite complement."""
    complement = trigger.complement
    is_finite = complement is not None and read_tense(complement) is not None
    is_act = trigger.lemma == "decide" or trigger.lemma in PROMISE_VERBS
    return True if is_act and is_finite else None


def _judge_phase(trigger: _Trigger) -> bool | None:
    """Judge a verb whose complement denotes the event: only a refusal or help is an event of its own."""
    if trigger.lemma not in PHASE_VERBS or trigger.complement is None:
        return None
    if read_lemma(trigger.complement) in _NO_EVENT:
        return None
    if trigger.coding is not None and trigger.coding.root == "REJECT":
        return True
    return trigger.lemma == "help" and bool(find_objects(trigger.verb))


def _judge_estimate(trigger: _Trigger) -> bool | None:
    """Judge "put", which may give a number ("put the number of dead at 19")."""
    return False if trigger.lemma in PLACING_VERBS and _is_estimate(trigger.verb) else None


def _judge_coded_verb(trigger: _Trigger) -> bool | None:
    """Judge a verb that the PLOVER lexicon lists: speech is an event only where its root is a speech act."""
    coding = trigger.coding
    if coding is None or (trigger.lemma == "call" and _is_naming(trigger.verb)):
        return None
    is_speech_act = coding.root in SPEECH_ACT_ROOTS
    return trigger.lemma not in REPORTING_VERBS or is_speech_act or coding.score > 1


def _judge_motion(trigger: _Trigger) -> bool | None:
    """Judge "come" and "go", events where they have a goal."""
    is_motion = trigger.lemma in MOTION_VERBS and trigger.complement is None
    return True if is_motion and _has_goal(trigger.verb) else None


def _judge_keeping(trigger: _Trigger) -> bool | None:
    """Judge "keep" with an object, an event where somebody will or may keep it."""
    if trigger.lemma != "keep" or not find_objects(trigger.verb):
        return None
    return read_tense(trigger.verb) == "future" or find_modal(trigger.verb) is not None


def _judge_naming(trigger: _Trigger) -> bool | None:
    """Judge "call", no event where it gives a name."""
    return False if trigger.lemma == "call" and _is_naming(trigger.verb) else None


_RULES: tuple[Callable[[_Trigger], bool | None], ...] = (
    _judge_decision,
    _judge_phase,
    _judge_estimate,
    _judge_coded_verb,
    _judge_motion,
    _judge_keeping,
    _judge_naming,
)
"""Rules in the order in which they are tried; None where a rule does not apply."""


def _is_event_by_default(trigger: _Trigger) -> bool:
    """Return whether a verb without a rule is an event: what is no state, speech or phase, or what happens by itself."""
    if trigger.lemma not in _NO_EVENT_OF_ITS_OWN:
        return True
    is_intransitive = trigger.complement is None and not find_objects(trigger.verb)
    return trigger.lemma in OCCURRENCE_VERBS and is_intransitive


def _has_goal(verb: Token) -> bool:
    """Return whether "come" or "go" is a move or a step ("went home", "come forward", "went to Oslo")."""
    adverbs = {child.lower_ for child in verb.rights if child.dep_ in MOTION_ADVERB_LABELS}
    if not adverbs.isdisjoint(MOTION_ADVERBS):
        return True
    return any(
        words in GOAL_PREPOSITIONS and noun.tag_ in PROPER_NOUN_TAGS
        for words, noun in find_obliques(verb)
    )


def _is_naming(verb: Token) -> bool:
    """Return whether "call" gives a name ("calls itself the Ridge Front", "called Harbour Watch")."""
    if find_particle(verb) is not None or any(words for words, _ in find_obliques(verb)):
        return False
    for child in verb.rights:
        if child.dep_ in NAME_PREDICATE_LABELS and is_noun(child):
            return True
    is_reduced_passive = is_passive(verb) and not list_auxiliary_lemmas(verb)
    has_two_objects = len(find_objects(verb)) > 1
    return (is_reduced_passive or has_two_objects) and verb.i + 1 < len(verb.doc)


def _is_estimate(verb: Token) -> bool:
    """Return whether "put" gives a number ("put the number of dead at 19")."""
    phrases = find_obliques(verb)
    for noun in find_objects(verb):
        phrases = [*phrases, *find_obliques(noun)]
    return any(words == "at" and _is_amount(noun) for words, noun in phrases)


def _is_amount(noun: Token) -> bool:
    return noun.tag_ in AMOUNT_TAGS or any(child.tag_ in AMOUNT_TAGS for child in noun.lefts)


def _is_noun_tagged_verb(token: Token) -> bool:
    """Return whether a noun is tagged as a verb: a bare one where only a noun can be ("to discuss pay")."""
    if token.tag_ != "VB" or token.dep_ not in COMPLEMENT_CLAUSE_LABELS or is_infinitive(token):
        return False
    if any(child.dep_ in SUBJECT_LABELS for child in token.lefts):
        return False
    return not list_auxiliary_lemmas(token) and read_lemma(token.head) not in BARE_INFINITIVE_VERBS
