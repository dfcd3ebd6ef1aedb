"""Why a record is in the story: the words around it, the bytes it was read from, and how its value was read.

In: a record's id. Out: a `Why`, whose steps are words for a person. Out of scope: links and undertakings, whose features
and citations explain them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.errors import DamagedStory, NotFound
from onrecord.pages.source_maps.maps import decode_range
from onrecord.records import (
    Commitment,
    Entity,
    Event,
    Figure,
    Mention,
    Page,
    Quote,
    Record,
    Source,
    Time,
)
from onrecord.story.store import Story
from onrecord.story.thresholds import THRESHOLDS
from onrecord.story.views import Why

_SOURCE_KINDS_IN_WORDS = {
    "named": "named",
    "role": "by role, no name",
    "collective": "a body or a group",
    "document": "a document",
    "unknown": "who it is is not known",
}
_STRENGTHS_IN_WORDS = {
    "explicit": "a promise, by its words or as the giver's own “will”",
    "plan": "a declared plan, not a promise in words",
}
_SPEECH_IN_WORDS = {
    "asked": "the source asks for it",
    "judged": "what the source thinks of somebody or something",
    "believed": "what the source holds true",
    "wanted": "what the source intends",
}


def explain_record(story: Story, record_id: str) -> Why:
    """Return why the record is in the story.

    Raises:
        DamagedStory: if it, its page or its saved original is not as it was drawn, or its words are not in the page.
        NotFound: if there is no such record, or it is a link or an undertaking: their words are those of
            their features and citations.

    """
    record = story.record(record_id)
    if not isinstance(record, Record):
        raise NotFound(f"{record_id!r} joins pages and has no words of its own; ask for its parts")
    story.check_drawn(record)
    evidence = record.evidence
    page = story.page(evidence.page)
    if page.text[evidence.start : evidence.end] != evidence.text:
        raise DamagedStory(story.path, f"the words of {record_id} are not where it says")
    zone = page.zone_at(evidence.start)
    first = max(zone.start if zone else 0, evidence.start - THRESHOLDS.context_chars)
    last = min(zone.end if zone else len(page.text), evidence.end + THRESHOLDS.context_chars)
    byte_range = page.bytes_of(evidence)
    original = None
    boxes = page.boxes_of(evidence)
    if byte_range is not None and page.byte_map is not None and not boxes:
        original = decode_range(story.original(page.id), byte_range, page.byte_map)
    return Why(
        record=record,
        head=story.head(page.id),
        zone=zone.role if zone else None,
        before=page.text[first : evidence.start],
        after=page.text[evidence.end : max(last, evidence.end)],
        bytes=byte_range,
        original=original,
        steps=(
            *_explain_value(_get_drawn(story, record), story, page),
            f"extracted by {evidence.by}",
        ),
        boxes=boxes,
    )


def _get_drawn(story: Story, record: Record) -> Record:
    """Return the record as the machine drew it: what a person decided is no step of its reading."""
    if not record.decided or isinstance(record, Commitment):
        return record  # the state of a promise is made by links, and has its own line
    drawn = story.record_as_drawn(record.id)
    return drawn if isinstance(drawn, Record) else record


def _explain_value(record: Record, story: Story, page: Page) -> tuple[str, ...]:
    """Return how the record's value was read, one line a step; nothing for a comment, which is text as it is."""
    explain = _EXPLAINERS.get(type(record))
    return explain(record, story, page) if explain else ()


def _explain_time(time: Time, _story: Story, _page: Page) -> tuple[str, ...]:
    return time.steps or (f"read as {time.type}",)


def _explain_commitment(commitment: Commitment, story: Story, page: Page) -> tuple[str, ...]:
    event = story.record(commitment.event)
    steps = _explain_event(event, story, page) if isinstance(event, Event) else ()
    outcomes = (
        f"{item.describe_side()}: “{item.text}” ({item.page})" for item in commitment.outcomes
    )
    strength = commitment.strength
    words = (f"strength: {_STRENGTHS_IN_WORDS[strength]}",) if strength else ()
    return (*steps, *words, f"state: {commitment.state}", *outcomes)


def _explain_entity(entity: Entity, _story: Story, page: Page) -> tuple[str, ...]:
    return (f"first named in the {_find_zone_role(page, entity)}", *_explain_type(entity))


def _find_zone_role(page: Page, record: Record) -> str:
    zone = page.zone_at(record.evidence.start)
    return zone.role if zone else "text"


def _explain_mention(mention: Mention, story: Story, page: Page) -> tuple[str, ...]:
    entity = _find_entity(story, mention.entity)
    steps = [f"named in the {_find_zone_role(page, mention)}"]
    if entity is None:
        return (*steps, f"type: {mention.type}")
    if entity.name != mention.evidence.text:
        steps.append(f"entity: {entity.name}")
    if entity.type == mention.type:
        return (*steps, *_explain_type(entity))
    return (*steps, f"type: {mention.type}", f"type of {entity.name}: {entity.type}")


def _explain_type(entity: Entity) -> tuple[str, ...]:
    return entity.steps or (f"type: {entity.type}",)


def _find_entity(story: Story, id_: str | None) -> Entity | None:
    """Return the entity with this id; None where the story has none."""
    if id_ is None:
        return None
    try:
        record = story.record(id_)
    except NotFound:
        return None
    return record if isinstance(record, Entity) else None


def _describe_source(source: Source, story: Story) -> str:
    """Return a source's words, and the entity they refer to where that has another name ("She = Ida Noor")."""
    entity = _find_entity(story, source.entity)
    if entity is None or entity.type == "role":
        return source.text
    named = any(form.casefold() in source.text.casefold() for form in entity.names)
    return source.text if named else f"{source.text} = {entity.name}"


def _explain_quote(quote: Quote, story: Story, _page: Page) -> tuple[str, ...]:
    parts = len(quote.content)
    steps = [f"{quote.kind} quote" + (f" in {parts} parts" if parts > 1 else "")]
    steps.append(
        f"cue: {quote.cue.text}" if quote.cue else "no cue: the page does not attribute it in words"
    )
    if quote.speech != "said":
        steps.append(f"speech: {quote.speech}: {_SPEECH_IN_WORDS[quote.speech]}")
    if quote.source:
        steps.append(
            f"source: {_describe_source(quote.source, story)} ({_SOURCE_KINDS_IN_WORDS[quote.source.kind]})"
        )
        if quote.source_pattern is not None:
            steps.append(f"source found: {quote.source_pattern}")
    else:
        steps.append("source: not known")
    steps += [f"through: {part.text}" for part in quote.via]
    if quote.negated:
        steps.append("the attribution is denied or not made")
    return tuple(steps)


def _explain_figure(figure: Figure, story: Story, _page: Page) -> tuple[str, ...]:
    if figure.value is not None:
        value = _format_number(figure.value)
    elif figure.low is None and figure.high is None:
        value = "how many is not known"
    else:
        bounds = (
            "?" if bound is None else _format_number(bound) for bound in (figure.low, figure.high)
        )
        value = " to ".join(bounds)
    steps = [f"'{figure.evidence.text}' → {value}" + (f" {figure.unit}" if figure.unit else "")]
    steps += figure.steps
    if figure.hedge:
        steps.append(f"hedge: {figure.hedge}")
    steps.append(f"what: {figure.what.text}" if figure.what else "what is counted: not known")
    if figure.as_of:
        steps.append(f"as of: {story.record(figure.as_of).to_dict()['text']}")
    if figure.according_to:
        steps.append(f"according to: {_describe_speaker(figure.according_to, story)}")
    return tuple(steps)


def _format_number(number: float) -> str:
    return f"{number:,.6g}" if number % 1 else f"{int(number):,}"


def _describe_speaker(quote_id: str, story: Story) -> str:
    """Return who said the quote in which a record stands."""
    quote = story.record(quote_id)
    if not isinstance(quote, Quote) or quote.source is None:
        return "somebody who is not known"
    return _describe_source(quote.source, story)


def _explain_event(event: Event, story: Story, _page: Page) -> tuple[str, ...]:
    steps = [f"trigger: '{event.trigger.text}'"]
    steps.append(f"type: {event.type}" if event.type else "type: none, or not known")
    steps.append(f"kind: {event.kind}" if event.kind else "kind: not known")
    steps.append(f"status: {event.status}" + (", negated" if event.negated else ""))
    if event.status == "alleged":
        by = event.alleged_by
        steps.append(f"alleged by: {by.text}" if by else "alleged by: the clause does not say")
    if event.time:
        time = story.record(event.time)
        value = time.value if isinstance(time, Time) else None
        steps.append(f"time: '{time.to_dict()['text']}' → {value or 'open'}")
    else:
        steps.append("time: not stated in the clause")
    if event.said_by:
        steps.append(f"said by: {_describe_speaker(event.said_by, story)}")
    return (*steps, *event.steps)


_EXPLAINERS: dict[type[Record], Callable[[Any, Story, Page], tuple[str, ...]]] = {
    Time: _explain_time,
    Quote: _explain_quote,
    Figure: _explain_figure,
    Event: _explain_event,
    Commitment: _explain_commitment,
    Mention: _explain_mention,
    Entity: _explain_entity,
}
"""What explains each type of record, given the record, the story, and the record's page."""

why = explain_record
"""The public name."""
