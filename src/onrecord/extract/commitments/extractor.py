"""Commitments: events someone said they would bring about.

In: a page's parse, its events, times and quotes. Out: commitments, each on one event, `open`; where a thing is
promised ("pledged £3m") that event is the pledge itself. Out of scope: forecasts of what others or things will do, what is only possible or called for, and what is made of a
promise later, which links tell.

A commitment *not* to do something is one too: its event is negated.

Source: Naderi and Hirst 2018, and Thomson et al. 2017 (pledges: an action or outcome its maker could
bring about, in words that bind).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.clauses.governors import PROMISE_VERBS
from onrecord.language.clauses.modality import read_status
from onrecord.language.clauses.participants import (
    MentionIndex,
    build_participants,
    index_mentions,
    is_agent,
)
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.deeds import GENERIC_PRONOUNS
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS
from onrecord.language.en.modals import CHANGE_OF_STATE_VERBS, NON_VOLITIONAL_VERBS
from onrecord.language.en.punctuation import POSSESSIVE_CLITICS
from onrecord.language.en.verbs import CHANGE_VERBS, REPORTING_VERBS
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.dependency_labels import RELATIVE_CLAUSE_LABELS
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.verb_group import (
    is_passive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)
from onrecord.records import (
    Block,
    Commitment,
    Event,
    Page,
    Parse,
    Participant,
    Records,
    Source,
    Time,
)
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "commitments@2"

_OWN_INTENTIONS = frozenset(
    "plan intend decide prepare aim arrange go choose opt determined committed prepared ready plans plan"
    " intention decision".split()
)
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE"})
_STATUSES = frozenset({"promised", "planned", "denied"})
_UNDERTAKEN = frozenset({"AID", "MOBILIZE", "COOPERATE", "YIELD"})
_DUE_WORDS = frozenset(["by", "within", "before", "until", "over", "next", "coming"])
_COMMITTED = frozenset(
    "suicide crime murder offence offense fraud perjury atrocity sin adultery robbery error mistake foul"
    " violation abuse genocide treason act".split()
)
"""What somebody commits without a promise."""
_PEOPLE = frozenset({"someone", "somebody", "nobody", "people", "most", "many", "others", "some"})
_FORECASTING = frozenset(
    "probably likely certainly inevitably eventually undoubtedly surely doubtless perhaps presumably".split()
)


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the commitments of `page`, in order of their events. Uses the events in `found`."""
    cast = index_mentions(page, found)
    sources = {quote.id: quote.source for quote in found.quotes}
    drawn: list[Commitment] = []
    for event in found.events:
        if event.status not in _STATUSES and event.type != "AGREE":
            continue
        block = parse.block_at(event.trigger.start)
        verb = _trigger_token(block, event)
        if block is None or verb is None:
            continue
        source = sources.get(event.said_by) if event.said_by is not None else None
        arriving = _is_arrival(verb)
        own = source is None or source.entity in {a.entity for a in event.actors}
        if _commits(cast, block, verb, event, own):
            made = _commitment(cast, block, verb, event)
            drawn.append(_by_speaker(made, source) if arriving or _is_ours(made) else made)
    return Records(commitments=tuple(drawn))


def _is_term(page: Page, time: Time) -> bool:
    """Return whether a length of time is a term ("within two years"), not how long a thing lasts."""
    return (
        page.text[: time.evidence.start].rstrip().lower().endswith(("within", "in", "in the next"))
    )


def _is_past(page: Page, time: Time) -> bool:
    """Return whether a time lies before the page's publication: the day of a promise, not its term."""
    if page.published is None or time.value is None or not time.value[:4].isdigit():
        return False
    shared = min(len(time.value), len(page.published.value), len("2000-01-01"))
    return time.value[:shared] < page.published.value[:shared]


def _is_ours(made: Commitment) -> bool:
    """Return whether it is told of what belongs to the speaker ("our hospital will open")."""
    return made.who is not None and made.who.text.lower().startswith(("our ", "my "))


def _by_speaker(made: Commitment, source: Source | None) -> Commitment:
    """Return the commitment as made by who says it, where a quote tells it and someone is named."""
    if source is None:
        return made
    who = Participant(source.text, source.start, source.end, source.entity)
    return replace(made, who=who)


def _trigger_token(block: Block | None, event: Event) -> Token | None:
    if block is None:
        return None
    span = block.tokens_in(event.trigger.start, event.trigger.end)
    if span is None or not len(span):
        return None
    return span[0].head if span[0].dep_ == "cop" else span[0]


def _commits(cast: MentionIndex, block: Block, verb: Token, event: Event, own: bool) -> bool:
    """Return whether the event is one its actor binds itself to bring about."""
    if _is_arrival(verb):
        return event.status == "promised"
    if not is_verb(verb):
        return event.status == "planned" and not event.negated
    reading = read_status(verb)
    if _is_pledge(cast, block, verb, event):
        return True
    drifting = read_lemma(verb) in CHANGE_OF_STATE_VERBS and not find_objects(verb)
    if not _binds(reading) or drifting or read_lemma(verb) in NON_VOLITIONAL_VERBS:
        return False
    doer = _doer(verb, reading)
    if _is_forecast(verb, reading, doer):
        return False
    if doer is None or cast.is_time(block.at(doer)):
        return _is_undertaken(verb, event, reading)
    if not is_agent(cast, block, doer) and not (doer.lower_ == "it" and _it_commits(verb, reading)):
        return False
    hostile = event.type in _HOSTILE and not own and doer.lower_ not in FIRST_PERSON_SUBJECTS
    return not hostile or event.status == "promised"


def _is_forecast(verb: Token, reading: StatusReading, doer: Token | None) -> bool:
    """Return whether it is only foretold: of people in general, "probably", "will have done"."""
    if doer is not None and doer.lower_ in GENERIC_PRONOUNS | _PEOPLE:
        return True
    if reading.kind != "will":
        return False
    hedged = not _FORECASTING.isdisjoint(child.lower_ for child in verb.children)
    return hedged or "have" in list_auxiliary_lemmas(verb)


def _is_arrival(verb: Token) -> bool:
    """Return whether an event is that somebody will be there ("will be home by May")."""
    return any(child.dep_ == "cop" for child in verb.children)


def _is_pledge(cast: MentionIndex, block: Block, verb: Token, event: Event) -> bool:
    """Return whether the event is itself the promise of a thing ("pledged £3m")."""
    if read_lemma(verb) not in PROMISE_VERBS or event.status not in {
        "happened",
        "ongoing",
    }:
        return False
    if is_passive(verb) or find_clausal_complement(verb) is not None:
        return False
    if verb.dep_ in RELATIVE_CLAUSE_LABELS:
        # "The hospital that it promised last year" recalls a promise; it makes none.
        return False
    given = find_objects(verb)
    if given and all(noun.tag_ in {"PRP", "DT", "WDT"} for noun in given):
        return False
    if any(noun.lemma_.lower() in _COMMITTED for noun in given):
        return False
    thing = len(given) > 1 or any(_is_thing(cast, block, noun) for noun in given)
    return thing and bool(event.actors)


def _is_thing(cast: MentionIndex, block: Block, noun: Token) -> bool:
    """Return whether a noun is what is promised, not to whom: no agent, or some number of them."""
    counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return counted or not is_agent(cast, block, noun)


def _is_undertaken(verb: Token, event: Event, reading: StatusReading) -> bool:
    """Return whether a passive names no doer but what only somebody can bring about."""
    if not is_passive(verb) or reading.kind != "will" or reading.negated:
        return False
    return read_lemma(verb) in CHANGE_VERBS or event.type in _UNDERTAKEN


def _it_commits(verb: Token, reading: StatusReading) -> bool:
    """Return whether "it" stands for a body: it is said to, or itself promises."""
    told = verb.dep_ == "ccomp" and read_lemma(verb.head) in REPORTING_VERBS
    return told or reading.kind in {"promise", "intend"}


def _binds(reading: StatusReading) -> bool:
    if reading.kind == "promise":
        return reading.status == "promised"
    if reading.kind == "will":
        return reading.status in {"planned", "promised", "denied"}
    if reading.kind == "intend" and reading.governor is not None:
        word = reading.governor
        own = {read_lemma(word), word.lower_} & _OWN_INTENTIONS
        if word.lower_ in {"go", "went", "gone", "goes"}:  # "went to vote" is done, not meant
            return False
        passive = is_verb(word) and is_passive(word) and word.lower_ not in _OWN_INTENTIONS
        return bool(own) and not passive and reading.status == "planned"
    return False


def _doer(verb: Token, reading: StatusReading) -> Token | None:
    """Return who binds themself: who promises or intends, else who is to act."""
    if is_passive(verb):
        agent = find_passive_agent(verb)
        if agent is not None or reading.governor is None:
            return agent
    if reading.governor is not None and is_verb(reading.governor):
        own = find_subject(verb) if read_tense(verb) is not None else None
        return own or find_subject(reading.governor) or find_subject(verb)
    return find_subject(verb)


def _commitment(cast: MentionIndex, block: Block, verb: Token, event: Event) -> Commitment:
    due = _due(cast, event)
    reading = read_status(verb) if is_verb(verb) else None
    return Commitment(
        id=content_id("c", cast.page.id, event.trigger.start, event.trigger.end),
        evidence=cast.page.evidence(event.evidence.start, event.evidence.end, NAME),
        event=event.id,
        who=_who(cast, block, verb, event, reading),
        to_whom=_to_whom(cast, block, verb, reading),
        due=due.id if due is not None else None,
    )


def _who(
    cast: MentionIndex, block: Block, verb: Token, event: Event, reading: StatusReading | None
) -> Participant | None:
    doer = _doer(verb, reading) if reading is not None else None
    if doer is not None:
        named = build_participants(cast, block, [doer])
        if named:
            return named[0]
    return event.actors[0] if event.actors else None


def _to_whom(
    cast: MentionIndex, block: Block, verb: Token, reading: StatusReading | None
) -> Participant | None:
    """Return whom the promise is made to: the object of "promised", "assured", or a to-phrase."""
    governor = reading.governor if reading is not None and reading.kind == "promise" else verb
    if governor is None or read_lemma(governor) not in PROMISE_VERBS | {"assure", "agree"}:
        return None
    heads = [noun for noun in find_objects(governor) if is_agent(cast, block, noun)]
    heads += [
        n for words, n in find_obliques(governor) if words == "to" and is_agent(cast, block, n)
    ]
    named = build_participants(cast, block, heads[:1])
    return named[0] if named else None


def _due(cast: MentionIndex, event: Event) -> Time | None:
    """Return the time it is due by: one in its clause whose words look ahead, or the event's own."""
    first = bisect_left(cast.times, event.evidence.start, key=_begin)
    last = bisect_left(cast.times, event.evidence.end, first, key=_begin)
    inside = [time for time in cast.times[first:last] if time.type != "SET"]
    for time in inside:
        if time.type == "DURATION" and not _is_term(cast.page, time):
            continue
        before = cast.page.text[max(0, time.evidence.start - 12) : time.evidence.end]
        if not _DUE_WORDS.isdisjoint(before.lower().split()):
            return time
    own = next((time for time in inside if time.id == event.time), None)
    if own is None or own.type == "DURATION" or _is_past(cast.page, own):
        return None
    if cast.page.text[own.evidence.end : own.evidence.end + 2] in POSSESSIVE_CLITICS:
        return None
    return own


def _begin(time: Time) -> int:
    return time.evidence.start
