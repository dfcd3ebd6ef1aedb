"""Events: who did what to whom, where, when, and whether it is said to have happened.

In: a page's parse and its times, mentions and quotes. Out: events, with the clause that tells each as
evidence. Leaves alone: comments, states ("is", "needs"), and saying itself, which quotes keep.

`status` and `negated` are read by `onrecord.language.modality`, `type` by `onrecord.language.plover`:
it is the root of the act itself, whatever its status (a planned visit is CONSULT, planned).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language import tree
from onrecord.language.en.contexts import CONTEXT_WORDS
from onrecord.language.en.event_nouns import ANNOUNCED_NOUNS, EVENT_NOUNS
from onrecord.language.en.verbs import CHANGES, OF_VERBS, PHASE, REPORTING, STATIVE, WITH_TARGETS
from onrecord.language.modality import Reading, read_status
from onrecord.language.participants import (
    Cast,
    actors,
    cast_of,
    is_agent,
    participants,
    place_of,
    time_of,
    undergoers,
)
from onrecord.language.plover import Coding, code_event
from onrecord.records import Block, Event, Page, Parse, Participant, Part, Quote, Records
from onrecord.records.ids import content_id
from onrecord.records.page import REPORTED

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "events@1"

_NARRATIVE = frozenset({"headline", "caption"})
"""Zones whose present tense tells what happened."""
_NOT_TOLD = frozenset(
    {"aux", "aux:pass", "auxpass", "cop", "amod", "compound", "case", "mark", "fixed"}
)
_SPEECH_ROOTS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN", "YIELD", "SUPPORT"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
"""Roots that need somebody to be told: "conditions are met" is no meeting."""
_LIKE_PREPOSITIONS = frozenset(
    {"following", "including", "according", "regarding", "concerning", "depending", "given", "based"}
)
_EXPECTED = frozenset({"expect", "schedule", "plan", "await", "due", "set", "slate", "promise"})
_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "she", "they", "it"})
_MAX_CONTEXTS = 3


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the events of `page`'s reported zones, in order of their triggers.

    Uses the times, mentions and quotes in `found`.
    """
    telling = _Telling(page, cast_of(page, found), found.quotes)
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
    cast: Cast
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """One event before it is written down."""

    block: Block
    verb: Token
    coding: Coding | None
    reading: Reading
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A verb that may tell an event, where it stands."""

    cast: Cast
    block: Block
    verb: Token
    coding: Coding | None

    def has_agent(self, noun: Token) -> bool:
        return is_agent(self.cast, self.block, noun)


def _block_events(telling: _Telling, block: Block) -> Iterator[Event]:
    for token in block.doc:
        if _tells(token):
            told = _verbal(telling, block, token)
            if told is not None:
                yield _event(telling, told, _trigger(told))
        announced = _announced(token)
        if announced is not None:
            yield _event(
                telling, _nominal(telling, block, token, announced), (announced, announced)
            )


def _tells(token: Token) -> bool:
    if not tree.is_verb(token) or not token.is_alpha or token.lower_ in _LIKE_PREPOSITIONS:
        return False
    return token.dep_ not in _NOT_TOLD or tree.is_swallowed(token)


def _verbal(telling: _Telling, block: Block, verb: Token) -> _Told | None:
    """Return the event that `verb` tells, or None where it tells none."""
    coding = code_event(verb)
    if not _is_eventive(verb, coding):
        return None
    reading = read_status(verb)
    if coding is None and (reading.kind == "aim" or _is_state(verb, reading)):
        return None
    scene = _Scene(telling.cast, block, verb, coding)
    doers, targets = actors(verb), _target_heads(scene)
    if not _is_acted(scene, doers, targets):
        return None
    return _Told(
        block,
        verb,
        coding,
        _narrated(block, verb, reading),
        participants(telling.cast, block, doers),
        participants(telling.cast, block, targets, complements=_of(verb)),
    )


def _is_state(verb: Token, reading: Reading) -> bool:
    """Return whether a passive tells a state ("we are doomed")."""
    present = reading.status == "ongoing" and reading.governor is None
    agentless = tree.is_passive(verb) and tree.passive_agent(verb) is None
    return present and agentless and not tree.is_progressive(verb)


def _of(verb: Token) -> str:
    """Return which complements the verb leaves to its objects ("accused the firm of fraud")."""
    return "none" if tree.lemma_of(verb) in OF_VERBS else "of"


def _is_eventive(verb: Token, coding: Coding | None) -> bool:
    lemma = tree.lemma_of(verb)
    complement = tree.clausal_complement(verb)
    if lemma in PHASE and complement is not None and tree.lemma_of(complement) not in STATIVE:
        refuses = coding is not None and coding.root == "REJECT"
        return refuses or (lemma == "help" and bool(tree.objects(verb)))
    if coding is not None:
        spoken = lemma in REPORTING and coding.root in _SPEECH_ROOTS
        return lemma not in REPORTING or spoken or coding.score > 1
    return lemma not in STATIVE and lemma not in REPORTING and lemma not in PHASE


def _is_acted(scene: _Scene, doers: list[Token], targets: list[Token]) -> bool:
    """Return whether somebody acts or undergoes: what keeps "prices hit a high" out."""
    if any(scene.has_agent(noun) for head in doers for noun in tree.conjuncts(head)):
        return True
    if any(noun.lower_ == "it" for noun in doers) and _it_acts(scene):
        return True
    if scene.coding is None:
        changed = tree.lemma_of(scene.verb) in CHANGES or any(map(scene.has_agent, targets))
        return changed and tree.is_passive(scene.verb)
    if any(map(scene.has_agent, targets)):
        return True
    return not doers and bool(targets) and scene.coding.root not in _MUTUAL


def _it_acts(scene: _Scene) -> bool:
    """Return whether "it" stands for a body: it speaks, intends, or somebody tells what it does."""
    if tree.lemma_of(scene.verb.head) in REPORTING and scene.verb.dep_ == "ccomp":
        return True
    if scene.coding is not None and scene.coding.root in _SPEECH_ROOTS:
        return True
    return read_status(scene.verb).kind in {"intend", "promise"}


def _target_heads(scene: _Scene) -> list[Token]:
    heads = undergoers(scene.verb)
    if scene.coding is None:
        return heads
    heads = [noun for noun in heads if noun != scene.coding.noun]
    phrases = tree.obliques(scene.verb)
    for noun in tree.objects(scene.verb)[-1:]:
        phrases = [*phrases, *tree.obliques(noun)]
    for words, noun in phrases:
        wanted = words in WITH_TARGETS[scene.coding.root] and not (words == "in" and heads)
        if wanted and scene.has_agent(noun):
            heads.append(noun)
    return heads


def _narrated(block: Block, verb: Token, reading: Reading) -> Reading:
    """Return the reading with the present tense of headlines and captions taken as narrative."""
    own = reading.governor is None and reading.kind == "" and not tree.auxiliaries(verb)
    if block.zone.role in _NARRATIVE and reading.status == "ongoing" and own:
        return replace(reading, status="happened")
    return reading


def _announced(token: Token) -> Token | None:
    """Return the event noun that `token` says is expected or due, or None."""
    lemma = tree.lemma_of(token)
    if lemma not in _EXPECTED or tree.clausal_complement(token) is not None:
        return None
    if lemma != "due" and not tree.is_passive(token):
        return None
    noun = tree.subject(token)
    if noun is None or noun.lemma_.lower() not in ANNOUNCED_NOUNS:
        return None
    return noun


def _nominal(telling: _Telling, block: Block, verb: Token, noun: Token) -> _Told:
    coding = EVENT_NOUNS.get(noun.lemma_.lower())
    possessors = [child for child in noun.lefts if child.dep_ in {"nmod:poss", "poss"}]
    reading = read_status(verb)
    status = "denied" if reading.negated else "planned"
    return _Told(
        block,
        verb,
        None if coding is None else Coding(*coding, 0.0, noun),
        Reading(status, reading.negated, verb, "expected"),
        participants(telling.cast, block, possessors),
        (),
    )


def _trigger(told: _Told) -> tuple[Token, Token]:
    """Return the first and last words that tell the event: verb, and particle or event noun beside it."""
    verb = told.verb
    last = verb
    particle = tree.particle(verb)
    if particle is not None and particle.i == verb.i + 1:
        last = particle
    noun = told.coding.noun if told.coding is not None else None
    if noun is not None and 0 < noun.i - verb.i <= 3:
        last = noun
    return verb, last


def _event(telling: _Telling, told: _Told, trigger: tuple[Token, Token]) -> Event:
    page, block = telling.page, told.block
    start, end = _extent(block, told, trigger)
    words = page.part(*block.span_of(*trigger))
    quote = _quote_at(telling.quotes, words)
    coding = told.coding
    time = time_of(telling.cast, block, told.verb, (start, end))
    return Event(
        id=content_id("e", page.id, words.start, words.end),
        evidence=page.evidence(start, end, NAME),
        trigger=words,
        type=coding.root if coding is not None else None,
        mode=coding.mode if coding is not None else None,
        context=_contexts(block, coding, (start, end)),
        status=_status(told, quote),
        negated=told.reading.negated,
        actors=told.actors,
        targets=told.targets,
        place=place_of(telling.cast, block, told.verb),
        time=time.id if time is not None else None,
        said_by=quote.id if quote is not None else None,
    )


def _extent(block: Block, told: _Told, trigger: tuple[Token, Token]) -> tuple[int, int]:
    first, last = tree.clause(told.verb)
    first = min(first, trigger[0], key=lambda token: token.i)
    last = max(last, trigger[1], key=lambda token: token.i)
    return block.span_of(first, last)


def _status(told: _Told, quote: Quote | None) -> str:
    """Return the status, where a speaker's own "will" is a promise."""
    reading = told.reading
    if (
        reading.status != "planned"
        or reading.kind != "will"
        or quote is None
        or quote.source is None
    ):
        return reading.status
    for actor in told.actors:
        word = actor.text.lower()
        if word in _FIRST_PERSON and quote.kind != "indirect":
            return "promised"
        if word in _THIRD_PERSON and quote.kind != "direct":
            return "promised"
        if actor.entity is not None and actor.entity == quote.source.entity:
            return "promised"
    return reading.status


def _quote_at(quotes: tuple[Quote, ...], words: Part) -> Quote | None:
    """Return the shortest quote in whose content the trigger stands, or None."""
    holding = [
        (part.end - part.start, quote.id, quote)
        for quote in quotes
        for part in quote.content
        if part.start <= words.start < part.end
    ]
    return min(holding)[2] if holding else None


def _contexts(block: Block, coding: Coding | None, extent: tuple[int, int]) -> tuple[str, ...]:
    """Return the contexts of the event: those of its type, then those its clause's words tell."""
    found = dict.fromkeys(coding.contexts if coding is not None else ())
    span = block.tokens_in(*extent)
    for token in span or ():
        context = CONTEXT_WORDS.get(token.lemma_.lower()) or CONTEXT_WORDS.get(token.lower_)
        if context is not None:
            found.setdefault(context)
    return tuple(found)[:_MAX_CONTEXTS]
