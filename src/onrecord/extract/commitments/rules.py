"""Rules: whether the actor of an event binds itself to bring it about.

In: an event in its clause. Out: whether it is a commitment, and who is to act. Out of scope: whom it is made to (`parties`)
and when it is due (`due_times`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.commitments.en.words import (
    COMMITTED_ACTS,
    DECISION_VERBS,
    FORECAST_ADVERBS,
    GENERIC_QUANTIFIERS,
    GO_FORMS,
    INDEFINITE_PEOPLE,
    INTENTION_WORDS,
    UNNAMED_OBJECT_TAGS,
)
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.clauses.participants import is_agent
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.agents import is_agent_word
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS, GENERIC_PRONOUNS
from onrecord.language.en.modals import (
    CHANGE_OF_STATE_VERBS,
    NON_VOLITIONAL_VERBS,
    PROMISE_VERBS,
)
from onrecord.language.en.verbs import (
    CONCRETE_CHANGE_VERBS,
    EXPECTATION_PARTICIPLES,
    REPORTING_VERBS,
)
from onrecord.language.syntax.copula import has_copula
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.dependency_labels import (
    COMPLEMENT_OR_PARATAXIS_LABELS,
    DETERMINING_LABELS,
    OBJECT_LABELS,
    POSSESSIVE_LABELS,
    RELATIVE_CLAUSE_LABELS,
)
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.phrases import find_counted_noun
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, COMPARATIVE_TAGS
from onrecord.language.syntax.verb_group import (
    is_infinitive,
    is_noun,
    is_passive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)
from onrecord.records import Block, Event

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOSTILE_ROOTS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE"})
"""Roots of acts that somebody else seldom promises: what a source says of them is a forecast."""
_THINGS = frozenset({"product", "law", "operation", "facility"})
"""Types of entities that bind themselves to nothing."""
_UNDERTAKEN_ROOTS = frozenset({"AID", "MOBILIZE", "COOPERATE", "YIELD"})
"""Roots whose passive states what somebody will bring about."""


@dataclass(frozen=True, slots=True)
class EventInClause:
    """An event with the verb of its clause.

    Attributes:
        mentions: the mentions and times of the page.
        block: the block of the event.
        verb: the verb, event noun or predicate that denotes it.
        event: the event.

    """

    mentions: MentionIndex
    block: Block
    verb: Token
    event: Event

    def is_agent(self, noun: Token) -> bool:
        """Return whether `noun` stands for somebody who can bind himself: no vehicle, programme or building."""
        mention = self.mentions.find_mention(self.block.at(noun))
        if mention is not None and mention.type in _THINGS:
            return False
        if mention is None and noun.tag_ in COMMON_NOUN_TAGS:
            counted = find_counted_noun(noun)
            return is_agent_word(counted.lower_, counted.lemma_.lower())  # no "Falcon 9 rocket"
        return is_agent(self.mentions, self.block, noun)


def is_commitment(clause: EventInClause, *, is_own: bool) -> bool:
    """Return whether an event is one that its actor binds itself to bring about.

    Args:
        clause: the event.
        is_own: whether the page itself reports it, or its source is one of its actors.

    """
    verb, event = clause.verb, clause.event
    if is_arrival(verb):
        return event.status == "promised"
    if not is_verb(verb):
        head = verb.head
        is_expected = head.lower_ in EXPECTATION_PARTICIPLES
        return (
            is_expected
            and find_clausal_complement(head) is None
            and event.status == "planned"
            and not event.negated
        )
    if is_pledge(clause):
        return True
    reading = read_status(verb)
    actor = find_committed_actor(verb, reading)
    if not _is_binding(reading) or _is_foretold(verb, reading, actor):
        return False
    if actor is None or clause.mentions.is_time(clause.block.at(actor)):
        return _is_agentless_undertaking(verb, event, reading)
    return _may_bind_itself(clause, reading, actor, is_own=is_own)


def may_be_undertaken(clause: EventInClause, *, is_own: bool, is_sure: bool) -> bool:
    """Return whether an act is no forecast, and who is to act, if anybody is named, can bind himself.

    Args:
        clause, is_own: as of `is_commitment`.
        is_sure: whether the words are so sure to bind that nobody asks whether who is to act is on a list of those that can.

    """
    verb = clause.verb
    if not is_verb(verb):
        return True
    reading = read_status(verb)
    actor = find_committed_actor(verb, reading)
    if _is_foretold(verb, reading, actor):
        return False
    return is_sure or actor is None or _may_bind_itself(clause, reading, actor, is_own=is_own)


def _is_foretold(verb: Token, reading: StatusReading, actor: Token | None) -> bool:
    """Return whether an act only happens, or is a forecast: of people in general, with "probably", as "will have done"."""
    return _is_non_volitional(verb) or _is_forecast(verb, reading, actor)


def _may_bind_itself(
    clause: EventInClause, reading: StatusReading, actor: Token, *, is_own: bool
) -> bool:
    """Return whether who is to act can bind himself (not "the update will roll out"), and nobody else foretells his hostile act."""
    is_body = actor.lower_ == "it" and _is_it_an_agent(clause.verb, reading)
    is_able = clause.is_agent(actor) or is_body
    return is_able and not _is_hostile_forecast(clause.event, actor, is_own=is_own)


def classify_strength(clause: EventInClause) -> str:
    """Return whether a commitment is `explicit`, by words of promising or a speaker's own "will", or only a `plan`."""
    verb, event = clause.verb, clause.event
    if event.status == "promised" or (is_verb(verb) and is_pledge(clause)):
        return "explicit"
    if find_promised_clause(clause) is not None:
        return "explicit"
    is_promise = is_verb(verb) and read_status(verb).basis == "promise"
    is_own_will = event.said_by is not None and _is_first_person(event)
    return "explicit" if is_promise or is_own_will else "plan"


def _is_first_person(event: Event) -> bool:
    return any(actor.text.lower() in FIRST_PERSON_SUBJECTS for actor in event.actors)


def is_arrival(verb: Token) -> bool:
    """Return whether an event is that somebody will be there ("will be home by May")."""
    return has_copula(verb) and not is_infinitive(
        verb
    )  # "is to send" has the label of a copula too


def find_committed_actor(verb: Token, reading: StatusReading) -> Token | None:
    """Return who binds themself: who promises or intends, else who is to act; or None."""
    if is_passive(verb):
        agent = find_passive_agent(verb)
        if agent is not None or reading.governor is None:
            return agent
    if reading.governor is None:
        return find_subject(verb)
    if not is_verb(reading.governor):
        return _find_owner(verb, reading.governor)
    is_finite = read_tense(verb) is not None
    if reading.basis == "promise" and is_finite:  # "assured her that the guards would leave"
        return find_subject(reading.governor) or find_subject(verb)
    own_subject = find_subject(verb) if is_finite else None
    return own_subject or find_subject(reading.governor) or find_subject(verb)


def _find_owner(verb: Token, governor: Token) -> Token | None:
    """Return whose promise or plan a noun names ("Kestria's pledge to", "a pledge by Kestria to", "reaffirms its commitment to")."""
    if not is_noun(governor):
        return find_subject(verb)
    owner = next((child for child in governor.lefts if child.dep_ in POSSESSIVE_LABELS), None)
    if owner is None:
        owner = next((noun for words, noun in find_obliques(governor) if words == "by"), None)
    if owner is not None and owner.tag_ != "PRP$":
        return owner
    head = governor.head
    is_object = head is not governor and is_verb(head) and governor.dep_ in OBJECT_LABELS
    return (find_subject(head) if is_object else None) or owner or find_subject(verb)


def _is_non_volitional(verb: Token) -> bool:
    """Return whether nobody brings about the event of a verb: it happens, or changes by itself."""
    lemma = read_lemma(verb)
    if lemma in NON_VOLITIONAL_VERBS:
        return True
    return lemma in CHANGE_OF_STATE_VERBS and not find_objects(verb)


def _is_hostile_forecast(event: Event, actor: Token, *, is_own: bool) -> bool:
    """Return whether a hostile act of somebody else is only foretold."""
    is_hostile = event.type in _HOSTILE_ROOTS and not is_own
    is_promised = event.status == "promised" or actor.lower_ in FIRST_PERSON_SUBJECTS
    return is_hostile and not is_promised


def _is_forecast(verb: Token, reading: StatusReading, actor: Token | None) -> bool:
    """Return whether the event is only foretold: of people in general, with "probably", as "will have done"."""
    if actor is not None and (
        actor.lower_ in GENERIC_PRONOUNS or actor.lower_ in INDEFINITE_PEOPLE or _is_any_of(actor)
    ):
        return True
    if reading.basis != "future":
        return False
    is_hedged = not FORECAST_ADVERBS.isdisjoint(child.lower_ for child in verb.children)
    return is_hedged or "have" in list_auxiliary_lemmas(verb)


def _is_any_of(actor: Token) -> bool:
    """Return whether an actor is anybody of a kind: "many schools", "smaller clubs", "members who decide to leave"."""
    if actor.tag_ != "NNS" or any(child.dep_ in DETERMINING_LABELS for child in actor.lefts):
        return False
    modifiers = {child.lower_ for child in actor.lefts}
    is_compared = any(child.tag_ in COMPARATIVE_TAGS for child in actor.lefts)
    is_quantified = not modifiers.isdisjoint(GENERIC_QUANTIFIERS)
    is_defined = any(child.dep_ in RELATIVE_CLAUSE_LABELS for child in actor.rights)
    return is_compared or is_quantified or is_defined


def find_promised_clause(clause: EventInClause) -> Token | None:
    """Return the verb or predicate of the clause that an act of promising promises, or None where the event is none."""
    verb, event = clause.verb, clause.event
    if not is_verb(verb) or read_lemma(verb) not in PROMISE_VERBS or event.negated:
        return None
    if event.status not in {"happened", "ongoing"} or is_passive(verb) or not event.actors:
        return None
    for child in verb.rights:
        if child.dep_ in COMPLEMENT_OR_PARATAXIS_LABELS and child.i > verb.i:
            return child
    return None


def is_pledge(clause: EventInClause) -> bool:
    """Return whether an event is itself the promise of a thing ("pledged £3m")."""
    verb, event = clause.verb, clause.event
    if read_lemma(verb) not in PROMISE_VERBS or event.status not in {"happened", "ongoing"}:
        return False
    # "The hospital that it promised last year" recalls a promise; it makes none.
    if is_passive(verb) or verb.dep_ in RELATIVE_CLAUSE_LABELS:
        return False
    if find_clausal_complement(verb) is not None:
        return False
    objects = find_objects(verb)
    if all(noun.tag_ in UNNAMED_OBJECT_TAGS for noun in objects):
        return False
    if any(noun.lemma_.lower() in COMMITTED_ACTS for noun in objects):
        return False
    has_thing = len(objects) > 1 or any(_is_thing(clause, noun) for noun in objects)
    return has_thing and bool(event.actors)


def _is_thing(clause: EventInClause, noun: Token) -> bool:
    """Return whether a noun is what is promised, not who gets the promise: no agent, or a number of them."""
    is_counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return is_counted or not clause.is_agent(noun)


def _is_agentless_undertaking(verb: Token, event: Event, reading: StatusReading) -> bool:
    """Return whether a passive future without agent states what only somebody can bring about."""
    if not is_passive(verb) or reading.basis != "future" or reading.negated:
        return False
    return read_lemma(verb) in CONCRETE_CHANGE_VERBS or event.type in _UNDERTAKEN_ROOTS


def _is_it_an_agent(verb: Token, reading: StatusReading) -> bool:
    """Return whether "it" stands for a body: somebody reports what it does, or it promises or intends."""
    is_reported = verb.dep_ == "ccomp" and read_lemma(verb.head) in REPORTING_VERBS
    return is_reported or reading.basis in ("promise", "intention")


def _is_binding(reading: StatusReading) -> bool:
    """Return whether a clause binds its actor: by a promise, "will", or an intention of their own."""
    if reading.basis in ("promise", "condition"):  # "promised to cut taxes if she won"
        return reading.status == "promised"
    if reading.basis == "future":
        return reading.status in _BINDING_FUTURES
    governor = reading.governor
    if reading.basis != "intention" or governor is None or _is_carried_out(governor):
        return False
    return reading.status == "planned" and _is_own_intention(governor)


_BINDING_FUTURES = ("planned", "promised", "denied")


def _is_carried_out(governor: Token) -> bool:
    """Return whether an intention is over: "decided to return" is done, "was going to leave" is not done or not any more."""
    if not is_verb(governor) or list_auxiliary_lemmas(governor)[:1] == ["have"]:
        return False
    is_past = read_tense(governor) == "past"
    return is_past and read_lemma(governor) in DECISION_VERBS and not _is_passed_on(governor)


def _is_passed_on(governor: Token) -> bool:
    """Return whether a past is somebody's present, as he reported it ("said he was going to leave")."""
    return governor.dep_ == "ccomp" and read_lemma(governor.head) in REPORTING_VERBS


def _is_own_intention(governor: Token) -> bool:
    """Return whether a word states an intention of its subject, not what is planned for it."""
    word = governor.lower_
    if word in GO_FORMS:
        return False
    if word in INTENTION_WORDS:
        return True
    is_by_others = is_verb(governor) and is_passive(governor)
    return read_lemma(governor) in INTENTION_WORDS and not is_by_others
