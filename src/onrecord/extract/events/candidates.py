"""Candidates: the events of a block before they become records.

In: a block, and the mentions and quotes of its page. Out: candidate events with their participants. Out of scope: contexts,
time and place of an event, and what a quote makes of it (`extractor`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.events.candidate import EventCandidate
from onrecord.extract.events.classifiers.decisions import WordClassifier, choose_likeliest
from onrecord.extract.events.en.boilerplate import BOILERPLATE, BOILERPLATE_VERBS, OCCASION_VERBS
from onrecord.extract.events.en.event_nouns import EVENT_NOUNS
from onrecord.extract.events.en.function_words import DEGREE_ADVERBS
from onrecord.extract.events.en.nouns import MONTH_NAMES
from onrecord.extract.events.en.verbs import ATTRIBUTE_VERBS
from onrecord.extract.events.encoded_roles import choose_participants
from onrecord.extract.events.eventive_verbs import (
    find_arrival_copula,
    is_concrete_event,
    is_generic,
    is_imperative,
    is_reflexive,
)
from onrecord.extract.events.nominal_events import find_nominal_event
from onrecord.extract.events.participation import (
    EventContext,
    find_targets,
    has_participant,
    is_dated,
    is_happening,
)
from onrecord.extract.events.plover import Coding
from onrecord.extract.events.quoted_events import QuoteIndex
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.extract.events.triggers import (
    find_expected_noun,
    is_disputed,
    is_eventive,
    is_excluded,
    is_state,
    may_be_trigger,
)
from onrecord.language.clauses.binding_words import estimate_binding
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.clauses.participants import build_participants, find_actors
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.agents import FORCES_OF_NATURE
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.en.verbs import OF_COMPLEMENT_VERBS, REPORTING_VERBS
from onrecord.language.pipeline.event_readings import find_readings
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.dependency_labels import POSSESSIVE_LABELS, REDUCED_CLAUSE_LABELS
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import NounComplements
from onrecord.language.syntax.verb_group import (
    find_hyphenated_end,
    is_passive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)
from onrecord.records import Block
from onrecord.records.event import REAL

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAY_HEADING = re.compile(
    rf"\s*(?:\d{{1,2}} {MONTH_NAMES}|{MONTH_NAMES} \d{{1,2}}|{MONTH_NAMES})(?:,? (?:19|20)\d\d)?\s?[:–—-]\s",
    re.IGNORECASE,
)
"""A day or month with a colon or dash before an entry of a chronology."""
_MOMENTARY_ROOTS = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")
"""Roots of what is done by saying it once; support and agreement go on."""
_NARRATIVE_ZONES = ("headline", "caption")
"""Roles of zones whose present tense reports what happened."""


def iter_candidates(
    mentions: MentionIndex, quotes: QuoteIndex, block: Block, words: WordClassifier
) -> Iterator[EventCandidate]:
    """Yield the events of a block, in the order of their words; a noun that a verb carries is part of the verb's event."""
    events = list(_iter_clausal_events(mentions, quotes, block, words))
    told = {word.i for event in events for word in _list_words(event)}
    for token in block.doc:
        if token.i not in told and not is_verb(token):
            event = find_nominal_event(mentions, block, token, words)
            if event is not None:
                events.append(event)
    yield from sorted(events, key=lambda event: event.trigger[0].i)


def _iter_clausal_events(
    mentions: MentionIndex, quotes: QuoteIndex, block: Block, words: WordClassifier
) -> Iterator[EventCandidate]:
    """Yield the events that the clauses of a block denote, by their verbs or predicates."""
    for token in block.doc:
        if may_be_trigger(token):
            event = _find_verbal_event(mentions, quotes, block, token, words)
            if event is not None:
                yield event
        copula = find_arrival_copula(token)
        if copula is not None:
            arrival = _find_arrival(mentions, block, token, copula)
            if arrival is not None:
                yield arrival
        noun = find_expected_noun(token)
        if noun is not None:
            yield _build_expected_event(mentions, block, token, noun)


def _list_words(event: EventCandidate) -> list[Token]:
    """Return the words that tell an event: its trigger's, and the noun that its verb carries."""
    first, last = event.trigger
    words = list(first.doc[first.i : last.i + 1])
    if event.coding is not None and event.coding.noun is not None:
        words.append(event.coding.noun)
    return words


def _find_verbal_event(
    mentions: MentionIndex, quotes: QuoteIndex, block: Block, verb: Token, words: WordClassifier
) -> EventCandidate | None:
    """Return the event that `verb` denotes, or None: rules propose and exclude, and the classifier may add or veto."""
    coding = words.code_verb(verb)
    reading, actors = words.read_status(verb), find_actors(verb)
    if _is_no_event(verb, coding, reading) or is_imperative(verb) or is_generic(actors):
        return None
    if any(noun.lemma_.lower() in FORCES_OF_NATURE for noun in actors):
        coding = None
    context = EventContext(mentions, block, verb, coding)
    targets = find_targets(context)
    if _is_denoted_before(verb, coding, words):
        return None  # "talks were held"
    word = _find_denoting_word(verb, coding, words)
    probability = words.estimate_event(word)
    is_proposed = _is_proposed(context, quotes, reading, actors, targets)
    if not is_proposed and _is_excluded(verb, coding, reading):
        return None
    least = THRESHOLDS.kept_probability if is_proposed else THRESHOLDS.added_probability
    dated = is_dated(context)
    is_sure = is_proposed and (dated or not _is_bare(reading))
    if probability < least and not is_sure and not _is_bound(verb, probability):
        return None
    statuses = words.estimate_statuses(verb)
    narrated = _apply_narrative_present(block, verb, reading, words.code_verb(verb))
    reading = _choose_reading(narrated, statuses, is_encoded=find_readings(verb.doc) is not None)
    certainty = statuses[reading.status]
    if reading.status in REAL:
        certainty += statuses["alleged"]  # who says it is read later
    confidence = probability * certainty
    if confidence < THRESHOLDS.least_confidence and _is_bare(reading) and not dated:
        return None
    actors, targets = choose_participants(word, actors, targets)
    return EventCandidate(
        verb,
        word,
        _find_trigger(verb, coding),
        coding,
        reading,
        build_participants(mentions, block, actors),
        build_participants(mentions, block, targets, complements=_choose_complements(verb)),
        confidence,
    )


def _is_denoted_before(verb: Token, coding: Coding | None, words: WordClassifier) -> bool:
    """Return whether a noun before the verb that carries it is likely to denote the event itself."""
    noun = coding.noun if coding is not None else None
    if noun is None or noun.i > verb.i:
        return False
    return words.estimate_event(noun) >= THRESHOLDS.nominal_probability


def _find_denoting_word(verb: Token, coding: Coding | None, words: WordClassifier) -> Token:
    """Return the verb, or the noun that it carries where that is likelier to denote the event ("launched an attack")."""
    noun = coding.noun if coding is not None else None
    if noun is None or words.estimate_event(noun) <= words.estimate_event(verb):
        return verb
    return noun


def _is_bound(verb: Token, probability: float) -> bool:
    """Return whether the words around an act undertake it: what somebody promises is on record also where it is hardly an event."""
    if probability < THRESHOLDS.kept_probability:
        return False
    binding = estimate_binding(verb)
    return binding is not None and binding.probability >= THRESHOLDS.bound_probability


def _is_excluded(verb: Token, coding: Coding | None, reading: StatusReading) -> bool:
    """Return whether no classifier may make an event of a verb that the rules leave out."""
    return is_excluded(verb, coding) or is_reflexive(verb) or is_state(verb, reading)


def _choose_reading(
    reading: StatusReading, statuses: Mapping[str, float], *, is_encoded: bool
) -> StatusReading:
    """Return the reading by rule, or with the likeliest status where the rule's is unlikely.

    To the linear classifier only the bare tense of a clause gives way: what a negation, a governor or a condition states stands. The encoder reads
    the sentence itself, and to it all give way but a negation; yet what a governor or a question leaves open it does not make a fact, and
    what a governor states without a negation it does not deny ("the firm offered to buy the port").
    """
    likeliest = choose_likeliest(statuses)
    least = THRESHOLDS.overruled_probability
    if is_encoded:
        least = THRESHOLDS.encoder_overruled_probability
    may_give_way = not reading.negated if is_encoded else _is_bare(reading)
    if not may_give_way or statuses[reading.status] >= least:
        return reading
    if likeliest.probability < THRESHOLDS.overruling_probability:
        return reading
    if not _is_bare(reading) and reading.status not in REAL and likeliest.name in REAL:
        return reading
    if reading.governor is not None and likeliest.name == "denied":
        return reading
    return replace(reading, status=likeliest.name)


def _is_bare(reading: StatusReading) -> bool:
    """Return whether only the tense of its own clause states the status of an event."""
    return not reading.negated and reading.governor is None and not reading.basis


def _is_proposed(
    context: EventContext,
    quotes: QuoteIndex,
    reading: StatusReading,
    actors: list[Token],
    targets: list[Token],
) -> bool:
    """Return whether the rules take a verb for an event: it is eventive, somebody takes part, and it is concrete."""
    verb, coding = context.verb, context.coding
    if not is_eventive(verb, coding):
        return False
    if not has_participant(context, actors, targets) and not (targets and is_disputed(verb)):
        return False
    return coding is not None or _is_concrete(context, quotes, reading, targets)


def _is_no_event(verb: Token, coding: Coding | None, reading: StatusReading) -> bool:
    """Return whether the construction of a verb excludes an event: a parse error, a quality, a purpose, a state."""
    if reading.basis == "parse_error" or _is_quality(verb) or _is_misparsed_call(verb):
        return True
    if _is_boilerplate(verb) or _is_occasion_of_speech(verb) or _is_attribute(verb):
        return True
    if reading.governor is not None and reading.governor.lower_ == "capable":
        return True  # "a missile capable of reaching the coast" reaches nothing
    return coding is None and (reading.basis == "purpose" or is_state(verb, reading))


def _is_boilerplate(verb: Token) -> bool:
    """Return whether a clause says how a newsroom worked ("declined to be named", "could not be reached for comment")."""
    if read_lemma(verb) not in BOILERPLATE_VERBS:
        return False
    top = verb.head if verb.dep_ == "xcomp" else verb
    clause = verb.doc[top.left_edge.i : top.right_edge.i + 1]
    return BOILERPLATE.search(clause.text) is not None


def _is_occasion_of_speech(verb: Token) -> bool:
    """Return whether a participle only says where a statement was made ("Speaking to reporters on Monday, he said")."""
    if verb.tag_ != "VBG" or read_lemma(verb) not in OCCASION_VERBS or verb.dep_ != "advcl":
        return False
    return read_lemma(verb.head) in REPORTING_VERBS


def _is_attribute(verb: Token) -> bool:
    """Return whether a participle with "by" only says what something is ("the council, led by Ilse Brandt, …")."""
    is_reduced = verb.tag_ == "VBN" and verb.dep_ in REDUCED_CLAUSE_LABELS
    if not is_reduced or list_auxiliary_lemmas(verb) or read_lemma(verb) not in ATTRIBUTE_VERBS:
        return False
    return find_passive_agent(verb) is not None


def _is_quality(verb: Token) -> bool:
    """Return whether a participle is an adjective ("was more restrained")."""
    return verb.tag_ == "VBN" and any(
        child.lower_ in DEGREE_ADVERBS and child.i + 1 == verb.i for child in verb.lefts
    )


def _is_misparsed_call(verb: Token) -> bool:
    """Return whether "called for" depends on a noun: the parser missed that it is the main verb."""
    if read_lemma(verb) != "call" or verb.tag_ != "VBN" or verb.dep_ != "acl":
        return False
    return any(words == "for" for words, _ in find_obliques(verb))


def _is_concrete(
    context: EventContext, quotes: QuoteIndex, reading: StatusReading, targets: list[Token]
) -> bool:
    """Return whether a verb without a root denotes a concrete event; with the page's own "we" it must have a date."""
    verb, block = context.verb, context.block
    if is_happening(verb):
        return True
    if block.zone.role in _NARRATIVE_ZONES:
        return is_concrete_event(verb, reading, is_dated=True, has_named_target=True)
    dated = is_dated(context)
    subject = find_subject(verb)
    is_first_person = subject is not None and subject.lower_ in FIRST_PERSON_SUBJECTS
    if is_first_person and not dated and not quotes.is_quoted(block.at(verb)):
        return False
    has_named_target = any(map(context.is_agent, targets))
    return is_concrete_event(verb, reading, is_dated=dated, has_named_target=has_named_target)


def _choose_complements(verb: Token) -> NounComplements:
    """Return which complements belong to the objects of a verb ("accused the firm of fraud": none)."""
    return "none" if read_lemma(verb) in OF_COMPLEMENT_VERBS else "of"


def _apply_narrative_present(
    block: Block, verb: Token, reading: StatusReading, coding: Coding | None
) -> StatusReading:
    """Return the reading, where the present tense of a headline or caption is taken as narrative."""
    if reading.status != "ongoing" or not _is_simple_present(verb, reading):
        return reading
    if block.zone.role in _NARRATIVE_ZONES or _is_speech_act(verb, coding):
        return replace(reading, status="happened")
    text = block.doc.text
    is_narrative = _is_in_chronology(text, verb) or _is_in_headline_like_line(text, verb)
    return replace(reading, status="happened") if is_narrative else reading


def _is_in_headline_like_line(text: str, verb: Token) -> bool:
    """Return whether a verb is in a short line that no mark ends: a headline of a page without markup, a pull-out, a caption."""
    start = text.rfind("\n", 0, verb.idx) + 1
    line = text[start:].partition("\n")[0].rstrip("”\"’') ")
    return (
        line[-1:] not in SENTENCE_END_MARKS and 2 < len(line.split()) <= THRESHOLDS.headline_words
    )


def _is_speech_act(verb: Token, coding: Coding | None) -> bool:
    """Return whether a present is what somebody did by saying it ("the board denies the claim", "he threatens to leave")."""
    return coding is not None and coding.root in _MOMENTARY_ROOTS and read_tense(verb) == "present"


def _is_simple_present(verb: Token, reading: StatusReading) -> bool:
    """Return whether a present is neither progressive nor governed; "are killed" is one."""
    auxiliaries = list_auxiliary_lemmas(verb)
    is_plain = not auxiliaries or (auxiliaries == ["be"] and is_passive(verb))
    return reading.governor is None and not reading.basis and is_plain


def _is_in_chronology(text: str, verb: Token) -> bool:
    """Return whether the sentence is an entry under a day ("3 May 2012: Four miners are killed …")."""
    before = text[verb.sent.start_char : verb.idx]
    opening = text[: verb.idx] if _DAY_HEADING.match(text) else before
    return _DAY_HEADING.match(opening) is not None


def _find_trigger(verb: Token, coding: Coding | None) -> tuple[Token, Token]:
    """Return the first and last word of a trigger: the verb, and a particle or event noun after it."""
    last = verb
    if verb.lower_ == "co":
        last = find_hyphenated_end(verb) or verb
    particle = find_particle(verb)
    if particle is not None and particle.i == verb.i + 1:
        last = particle
    noun = coding.noun if coding is not None else None
    if noun is not None and 0 < noun.i - verb.i <= THRESHOLDS.trigger_tokens:
        last = noun
    return verb, last


def _find_arrival(
    mentions: MentionIndex, block: Block, predicate: Token, copula: Token
) -> EventCandidate | None:
    """Return the event that people or bodies will be there ("will be home by May"), or None for other subjects."""
    subject = find_subject(predicate)
    context = EventContext(mentions, block, predicate, None)
    if subject is None or not context.is_agent(subject):
        return None
    reading = read_status(predicate)
    actors = build_participants(mentions, block, [subject])
    return EventCandidate(
        predicate, predicate, (copula, predicate), None, reading, actors, (), None
    )


def _build_expected_event(
    mentions: MentionIndex, block: Block, verb: Token, noun: Token
) -> EventCandidate:
    """Return the event of a noun that `verb` states to be expected."""
    coding = EVENT_NOUNS.get(noun.lemma_.lower())
    possessors = [child for child in noun.lefts if child.dep_ in POSSESSIVE_LABELS]
    reading = read_status(verb)
    status = "denied" if reading.negated else "planned"
    return EventCandidate(
        verb,
        noun,
        (noun, noun),
        None if coding is None else Coding(*coding, 0.0, noun),
        StatusReading(status, reading.negated, verb, "expectation"),
        build_participants(mentions, block, possessors),
        (),
        None,
    )
