"""Events: who did what to whom, where, when, and whether it is said to have happened.

In: a page's parse and its times, mentions and quotes. Out: events, with the clause that tells each as
evidence. Out of scope: comments, states ("is", "needs"), and saying itself, which quotes keep.

`status` and `negated` are read by `onrecord.language.clauses.modality`, `type` by `onrecord.extract.events.plover`:
it is the root of the act itself, whatever its status (a planned visit is CONSULT, planned).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.events.en.contexts import CONTEXT_WORDS
from onrecord.extract.events.en.event_nouns import EVENT_NOUNS
from onrecord.extract.events.eventive_verbs import arrival_of, is_anybody, is_command, is_deed
from onrecord.extract.events.plover import Coding, code_event
from onrecord.extract.events.quoted_events import Saying, speaking, spoken_status, within
from onrecord.extract.events.triggers import (
    Scene,
    announced_by,
    is_acted,
    is_dated,
    is_disputed,
    is_eventive,
    is_state,
    may_tell,
    target_heads,
)
from onrecord.language.clauses.modality import read_status
from onrecord.language.clauses.participants import (
    MentionIndex,
    build_participants,
    find_actors,
    find_place,
    find_time,
    index_mentions,
)
from onrecord.language.clauses.verb_status import SLIP, StatusReading
from onrecord.language.en.agents import FORCES_OF_NATURE
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS
from onrecord.language.en.verbs import OF_COMPLEMENT_VERBS
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.dependency_labels import POSSESSIVE_LABELS
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import NounComplements, find_clause
from onrecord.language.syntax.verb_group import (
    find_hyphenated_end,
    list_auxiliary_lemmas,
    read_lemma,
)
from onrecord.records import Block, Event, Page, Parse, Participant, Records, Time
from onrecord.records.ids import content_id
from onrecord.records.page import REPORTED

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "events@3"

_NARRATIVE = frozenset({"headline", "caption"})
"""Zones whose present tense tells what happened."""
_AHEAD = frozenset({"next", "tomorrow", "coming"})
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_MAX_CONTEXTS = 3


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the events of `page`'s reported zones, in order of their triggers.

    Uses the times, mentions and quotes in `found`.
    """
    spoken = tuple(quote for quote in found.quotes if quote.speech in {"said", "asked"})
    telling = _Telling(page, index_mentions(page, found), Saying(spoken))
    drawn: dict[str, Event] = {}
    for block in parse.blocks:
        if block.zone.role in REPORTED:
            for event in _block_events(telling, block):
                drawn.setdefault(event.id, event)
    ordered = sorted(drawn.values(), key=lambda e: (e.trigger.start, e.trigger.end))
    return Records(events=tuple(ordered))


@dataclass(frozen=True, slots=True)
class _Telling:
    page: Page
    cast: MentionIndex
    saying: Saying


@dataclass(frozen=True, slots=True)
class _Ground:
    """A block, and the contexts its words tell, each with the word's code point."""

    block: Block
    contexts: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """One event before it is written down."""

    ground: _Ground
    verb: Token
    coding: Coding | None
    reading: StatusReading
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]


def _block_events(telling: _Telling, block: Block) -> Iterator[Event]:
    ground = _ground(block)
    for token in block.doc:
        if may_tell(token):
            told = _verbal(telling, ground, token)
            if told is not None:
                yield _event(telling, told, _trigger(told))
        be = arrival_of(token)
        if be is not None:
            arrival = _arrival(telling, ground, token)
            if arrival is not None:
                yield _event(telling, arrival, (be, token))
        noun = announced_by(token)
        if noun is not None:
            yield _event(telling, _nominal(telling, ground, token, noun), (noun, noun))


def _verbal(telling: _Telling, ground: _Ground, verb: Token) -> _Told | None:
    """Return the event that `verb` tells, or None where it tells none."""
    coding, block = code_event(verb), ground.block
    if not is_eventive(verb, coding):
        return None
    reading = read_status(verb)
    if reading.kind == SLIP or _is_quality(verb) or _is_call_beside(verb):
        return None
    if coding is None and (reading.kind == "aim" or is_state(verb, reading)):
        return None
    doers = find_actors(verb)
    if is_command(verb) or is_anybody(doers):
        return None
    if any(noun.lemma_.lower() in FORCES_OF_NATURE for noun in doers):
        coding = None
    scene = Scene(telling.cast, block, verb, coding)
    targets = target_heads(scene)
    if not is_acted(scene, doers, targets) and not (targets and is_disputed(verb)):
        return None
    if coding is None and not _is_told_deed(telling, scene, reading, targets):
        return None
    return _Told(
        ground,
        verb,
        coding,
        _narrated(block, verb, reading),
        build_participants(telling.cast, block, doers),
        build_participants(telling.cast, block, targets, complements=_of(verb)),
    )


def _is_quality(verb: Token) -> bool:
    """Return whether a participle tells what somebody is like ("was more restrained")."""
    return verb.tag_ == "VBN" and any(
        child.lower_ in {"more", "most", "very", "too", "less", "rather"} and child.i + 1 == verb.i
        for child in verb.lefts
    )


def _is_call_beside(verb: Token) -> bool:
    """Return whether "called for" hangs on a noun: the parser missed that it is the main verb."""
    asks = any(words == "for" for words, _ in find_obliques(verb))
    return read_lemma(verb) == "call" and verb.tag_ == "VBN" and verb.dep_ == "acl" and asks


def _arrival(telling: _Telling, ground: _Ground, predicate: Token) -> _Told | None:
    """Return the event that somebody will be there, where it is told of people or bodies."""
    doers = [noun for noun in (find_subject(predicate),) if noun is not None]
    scene = Scene(telling.cast, ground.block, predicate, None)
    if not any(map(scene.has_agent, doers)):
        return None
    reading, people = read_status(predicate), build_participants(telling.cast, ground.block, doers)
    return _Told(ground, predicate, None, reading, people, ())


def _is_told_deed(
    telling: _Telling, scene: Scene, reading: StatusReading, targets: list[Token]
) -> bool:
    """Return whether a verb without a root tells a deed; the page's own "we" must date it."""
    verb, block = scene.verb, scene.block
    dated = is_dated(scene)
    if block.zone.role in _NARRATIVE:
        return is_deed(verb, reading, dated=True, named=True)
    subject = find_subject(verb)
    ours = subject is not None and subject.lower_ in FIRST_PERSON_SUBJECTS
    if ours and not dated and not telling.saying.is_said(block.at(verb)):
        return False
    return is_deed(verb, reading, dated=dated, named=any(map(scene.has_agent, targets)))


def _of(verb: Token) -> NounComplements:
    """Return which complements the verb leaves to its objects ("accused the firm of fraud")."""
    return "none" if read_lemma(verb) in OF_COMPLEMENT_VERBS else "of"


def _narrated(block: Block, verb: Token, reading: StatusReading) -> StatusReading:
    """Return the reading with the present tense of headlines and captions taken as narrative."""
    own = reading.governor is None and reading.kind == "" and not list_auxiliary_lemmas(verb)
    if block.zone.role in _NARRATIVE and reading.status == "ongoing" and own:
        return replace(reading, status="happened")
    return reading


def _nominal(telling: _Telling, ground: _Ground, verb: Token, noun: Token) -> _Told:
    coding = EVENT_NOUNS.get(noun.lemma_.lower())
    possessors = [child for child in noun.lefts if child.dep_ in POSSESSIVE_LABELS]
    reading = read_status(verb)
    status = "denied" if reading.negated else "planned"
    return _Told(
        ground,
        verb,
        None if coding is None else Coding(*coding, 0.0, noun),
        StatusReading(status, reading.negated, verb, "expected"),
        build_participants(telling.cast, ground.block, possessors),
        (),
    )


def _trigger(told: _Told) -> tuple[Token, Token]:
    """Return the first and last words that tell the event: verb, and particle or event noun beside it."""
    verb = told.verb
    last = (find_hyphenated_end(verb) if verb.lower_ == "co" else None) or verb
    particle = find_particle(verb)
    if particle is not None and particle.i == verb.i + 1:
        last = particle
    noun = told.coding.noun if told.coding is not None else None
    if noun is not None and 0 < noun.i - verb.i <= 3:
        last = noun
    return verb, last


def _event(telling: _Telling, told: _Told, trigger: tuple[Token, Token]) -> Event:
    page, block = telling.page, told.ground.block
    start, end = _extent(block, told, trigger)
    words = page.part(*block.span_of(*trigger))
    said = telling.saying.at(words)
    quote = said[0] if said is not None else None
    if said is not None and said[0].kind == "direct":
        start, end = max(start, said[1].start), min(end, said[1].end)
    coding = told.coding
    time = find_time(telling.cast, block, told.verb, (start, end))
    return Event(
        id=content_id("e", page.id, words.start, words.end),
        evidence=page.evidence(start, end, NAME),
        trigger=words,
        type=coding.root if coding is not None else None,
        mode=coding.mode if coding is not None else None,
        context=_contexts(told, (start, end)),
        status=_scheduled(page, told.reading, time)
        or spoken_status(told.reading, told.actors, quote),
        negated=_is_negated(told),
        actors=within(speaking(told.actors, quote), said),
        targets=within(told.targets, said),
        place=find_place(telling.cast, block, told.verb),
        time=time.id if time is not None else None,
        said_by=quote.id if quote is not None else None,
    )


def _is_negated(told: _Told) -> bool:
    """Return whether its own clause says it did not or will not take place.

    What somebody denies ("denied that troops had left") is told without a negation.
    """
    return told.reading.negated and not is_disputed(told.verb)


def _extent(block: Block, told: _Told, trigger: tuple[Token, Token]) -> tuple[int, int]:
    clause = find_clause(told.verb)
    first = min(clause[0], trigger[0], key=lambda token: token.i)
    last = max(clause[-1], trigger[1], key=lambda token: token.i)
    return block.span_of(first, last)


def _scheduled(page: Page, reading: StatusReading, time: Time | None) -> str | None:
    """Return `planned` for a present tense whose time lies ahead ("arrives next week"), or None."""
    if time is None or reading.status != "ongoing" or reading.governor is not None:
        return None
    if not _AHEAD.isdisjoint(time.evidence.text.lower().split()):
        return "planned"
    if page.published is None or time.value is None or not _DAY.fullmatch(time.value):
        return None
    return "planned" if time.value > page.published.value[: len(time.value)] else None


def _contexts(told: _Told, extent: tuple[int, int]) -> tuple[str, ...]:
    """Return the contexts of the event: those of its type, then those its clause's words tell."""
    found = dict.fromkeys(told.coding.contexts if told.coding is not None else ())
    for position, context in told.ground.contexts:
        if extent[0] <= position < extent[1]:
            found.setdefault(context)
    return tuple(found)[:_MAX_CONTEXTS]


def _ground(block: Block) -> _Ground:
    found = [(block.at(t), _context(t)) for t in block.doc if t.is_alpha]
    return _Ground(block, tuple((at, context) for at, context in found if context is not None))


def _context(token: Token) -> str | None:
    return CONTEXT_WORDS.get(token.lemma_.lower()) or CONTEXT_WORDS.get(token.lower_)
