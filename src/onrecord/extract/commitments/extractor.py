"""Commitments: events that someone said they would bring about.

In: a page's parse, its events, times, mentions and quotes. Out: commitments, each on one event, `open`; where a thing is
promised ("pledged £3m") that event is the pledge itself. Out of scope: forecasts of what others or things will do, what is
only possible or called for, and whether a promise was kept, which links state.

A commitment *not* to do something is one too: its event is negated.

Source: Naderi and Hirst 2018, and Thomson et al. 2017 (pledges: an action or outcome that its maker could bring about, in
words that bind).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.commitments.content import find_condition, find_content
from onrecord.extract.commitments.due_times import find_due_time
from onrecord.extract.commitments.en.words import FIRST_PERSON_POSSESSIVES
from onrecord.extract.commitments.parties import find_maker, find_recipient
from onrecord.extract.commitments.rules import (
    EventInClause,
    classify_strength,
    find_promised_clause,
    is_arrival,
    is_commitment,
    may_be_undertaken,
)
from onrecord.extract.commitments.thresholds import THRESHOLDS
from onrecord.language.clauses.binding_words import Binding, estimate_binding
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.mention_index import MentionIndex, index_mentions
from onrecord.language.en.modals import PROMISE_VERBS
from onrecord.language.en.verbs import REPORTING_VERBS
from onrecord.language.syntax.dependency_labels import CONTENT_CLAUSE_LABELS, PLAN_LABELS
from onrecord.language.syntax.verb_group import is_verb, read_lemma
from onrecord.records import (
    Block,
    Commitment,
    Event,
    Page,
    Parse,
    Participant,
    Records,
    Source,
)
from onrecord.records.ids import build_content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "commitments@5"

_STATUSES = ("promised", "planned", "denied")
"""Statuses of events that may be committed to; an agreement may be one in any status."""


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the commitments of `page`, in the order of their events.

    Uses the events, times, mentions and quotes in `found`.
    """
    mentions = index_mentions(page, found)
    sources = {quote.id: quote.source for quote in found.quotes}
    commitments: list[Commitment] = []
    clauses = list(_iter_clauses(mentions, parse, found.events))
    governors = {read_status(one.verb).governor for one in clauses if is_verb(one.verb)}
    for clause in clauses:
        verb, event = clause.verb, clause.event
        if event.status not in _STATUSES and event.type != "AGREE":
            continue
        source = sources.get(event.said_by) if event.said_by is not None else None
        is_own = source is None or source.entity in {actor.entity for actor in event.actors}
        binding, is_bound = estimate_binding(verb), is_commitment(clause, is_own=is_own)
        is_added = (
            binding is not None
            and binding.probability >= THRESHOLDS.added_binding
            and event.status != "denied"
            and may_be_undertaken(
                clause, is_own=is_own, is_sure=binding.probability >= THRESHOLDS.sure_binding
            )
            and not _is_governor(verb, governors)
        )
        if not is_bound and not is_added:
            continue
        commitment = _build_commitment(clause)
        is_proposed = is_bound and _is_stated(clause, commitment)
        is_given = commitment.who is not None or (binding is not None and not binding.is_explicit)
        if is_proposed or (is_added and is_given):
            if binding is not None:
                commitment = _weigh(commitment, binding, is_proposed=is_proposed)
            if is_arrival(verb) or _is_of_speaker(commitment):
                commitment = _attribute_to_source(commitment, source)
            commitments.append(commitment)
    commitments += _find_bare_promises(clauses, commitments)
    commitments.sort(key=lambda one: (one.evidence.start, one.id))
    return Records(commitments=tuple(commitments))


def _iter_clauses(
    mentions: MentionIndex, parse: Parse, events: Iterable[Event]
) -> Iterator[EventInClause]:
    """Yield the events with the verbs of their clauses, but for those whose trigger has no token."""
    for event in events:
        block = parse.block_at(event.trigger.start)
        verb = _find_trigger_token(block, event)
        if block is not None and verb is not None:
            yield EventInClause(mentions, block, verb, event)


def _find_bare_promises(
    clauses: Sequence[EventInClause], commitments: Sequence[Commitment]
) -> list[Commitment]:
    """Return the promises whose clause tells no event that was taken ("promised that the pit would stay open")."""
    taken = {commitment.event for commitment in commitments}
    places = [one.event.trigger.start for one in clauses if one.event.id in taken]
    bare = []
    for clause in clauses:
        complement = None if clause.event.id in taken else find_promised_clause(clause)
        if complement is None:
            continue
        start, end = clause.block.span_of(complement.left_edge, complement.right_edge)
        if not any(start <= place < end for place in places):
            bare.append(_build_commitment(clause))
    return bare


def _weigh(commitment: Commitment, binding: Binding, *, is_proposed: bool) -> Commitment:
    """Return the commitment as sure as its binding; with the strength of that where no rule read one."""
    confidence = round(binding.probability, THRESHOLDS.confidence_decimals)
    strength = "explicit" if binding.is_explicit else "plan"
    return replace(
        commitment,
        evidence=replace(commitment.evidence, confidence=confidence),
        strength=commitment.strength if is_proposed else strength,
    )


def _is_governor(verb: Token, governors: Collection[Token | None]) -> bool:
    """Return whether another act depends on a word of undertaking: that one is promised ("pledged to build"), or it has no content ("promised the voters")."""
    if is_verb(verb) and read_lemma(verb) in PROMISE_VERBS:
        return True
    if any(child.dep_ in CONTENT_CLAUSE_LABELS for child in verb.rights):
        return True
    return verb in governors


def _is_stated(clause: EventInClause, commitment: Commitment) -> bool:
    """Return whether a promise is explicit, or a plan is more than a bare "will": it has a day, a word of intending or a speaker, or a known giver and a likely event."""
    verb, event = clause.verb, clause.event
    if commitment.strength == "explicit" or commitment.due is not None or event.said_by is not None:
        return True
    if not is_verb(verb):
        return False
    is_reported = verb.dep_ == "ccomp" and read_lemma(verb.head) in REPORTING_VERBS
    if is_reported or read_status(verb).basis == "intention":
        return True
    confidence = event.evidence.confidence
    is_likely = confidence is None or confidence >= THRESHOLDS.plan_confidence
    return is_likely and commitment.who is not None and verb.dep_ in PLAN_LABELS


def _find_trigger_token(block: Block | None, event: Event) -> Token | None:
    """Return the verb or predicate of an event, or None where its trigger has no token."""
    if block is None:
        return None
    span = block.tokens_in(event.trigger.start, event.trigger.end)
    if span is None or not len(span):
        return None
    return span[0].head if span[0].dep_ == "cop" else span[0]


def _build_commitment(clause: EventInClause) -> Commitment:
    event, page = clause.event, clause.mentions.page
    due, to_whom = find_due_time(clause.mentions, event), find_recipient(clause)
    return Commitment(
        id=build_content_id("c", page.id, event.trigger.start, event.trigger.end),
        evidence=page.evidence(event.evidence.start, event.evidence.end, NAME),
        event=event.id,
        who=find_maker(clause),
        to_whom=to_whom,
        due=due.id if due is not None else None,
        strength=classify_strength(clause),
        content=find_content(clause),
        receiver=page.part(to_whom.start, to_whom.end) if to_whom is not None else None,
        condition=find_condition(clause),
    )


def _is_of_speaker(commitment: Commitment) -> bool:
    """Return whether what is to act belongs to the speaker ("our hospital will open")."""
    return commitment.who is not None and commitment.who.text.lower().startswith(
        FIRST_PERSON_POSSESSIVES
    )


def _attribute_to_source(commitment: Commitment, source: Source | None) -> Commitment:
    """Return the commitment as made by the source of its quote, if it has one."""
    if source is None:
        return commitment
    who = Participant(source.text, source.start, source.end, source.entity)
    return replace(commitment, who=who)
