"""Why a record stands: the words around it, the bytes behind it, and how its value was read."""

from __future__ import annotations

from onrecord.errors import NotFound
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
from onrecord.story.views import Why

_CONTEXT_CHARS = 240
_KINDS = {
    "named": "named",
    "role": "told by role",
    "collective": "a body or a group",
    "document": "a document",
    "unknown": "who it is is not known",
}
_SPEECH = {
    "asked": "the source asks for it",
    "judged": "what the source thinks of somebody or something",
    "believed": "what the source holds true",
    "wanted": "what the source intends",
}


def why(story: Story, record_id: str) -> Why:
    """Return why the record stands.

    Raises:
        NotFound: if there is no such record, or it is a link or undertaking (their words are
            their features' and cells' own).

    """
    record = story.record(record_id)
    if not isinstance(record, Record):
        raise NotFound(f"{record_id!r} joins pages and has no words of its own; ask for its parts")
    evidence = record.evidence
    page = story.page(evidence.page)
    zone = page.zone_at(evidence.start)
    first = max(zone.start if zone else 0, evidence.start - _CONTEXT_CHARS)
    last = min(zone.end if zone else len(page.text), evidence.end + _CONTEXT_CHARS)
    span = page.bytes_of(evidence)
    original = None
    boxes = page.boxes_of(evidence)
    if span is not None and page.byte_map is not None and not boxes:
        original = decode_range(story.original(page.id), span, page.byte_map)
    return Why(
        record,
        story.head(page.id),
        zone.role if zone else None,
        page.text[first : evidence.start],
        page.text[evidence.end : max(last, evidence.end)],
        span,
        original,
        (*_read(record, story, page), f"drawn by {evidence.by}"),
        boxes,
    )


def _read(record: Record, story: Story, page: Page) -> tuple[str, ...]:
    match record:
        case Time():
            return record.steps or (f"read as {record.type}",)
        case Quote():
            return _quote_steps(record, story)
        case Figure():
            return _figure_steps(record, story)
        case Event():
            return _event_steps(record, story)
        case Commitment():
            event = story.record(record.event)
            told = _event_steps(event, story) if isinstance(event, Event) else ()
            outcomes = (f"{item.side}: “{item.text}” ({item.page})" for item in record.outcomes)
            return (*told, f"state: {record.state}", *outcomes)
        case Mention():
            return _mention_steps(record, story, page)
        case Entity():
            return (f"first named in the {_role(page, record)}", *_type_steps(record))
        case _:
            return ()


def _role(page: Page, record: Record) -> str:
    zone = page.zone_at(record.evidence.start)
    return zone.role if zone else "text"


def _mention_steps(mention: Mention, story: Story, page: Page) -> tuple[str, ...]:
    entity = _entity(story, mention.entity)
    steps = [f"named in the {_role(page, mention)}"]
    if entity is None:
        return (*steps, f"type: {mention.type}")
    if entity.name != mention.evidence.text:
        steps.append(f"stands for: {entity.name}")
    if entity.type == mention.type:
        return (*steps, *_type_steps(entity))
    return (*steps, f"type: {mention.type}", f"type of {entity.name}: {entity.type}")


def _type_steps(entity: Entity) -> tuple[str, ...]:
    return entity.steps or (f"type: {entity.type}",)


def _entity(story: Story, id_: str | None) -> Entity | None:
    """Return the entity of this id, None where the story has none."""
    if id_ is None:
        return None
    try:
        found = story.record(id_)
    except NotFound:
        return None
    return found if isinstance(found, Entity) else None


def _source_told(source: Source, story: Story) -> str:
    """Return a source's words, and whom they stand for where that is another name."""
    entity = _entity(story, source.entity)
    if entity is None or entity.type == "role":
        return source.text
    named = any(form.casefold() in source.text.casefold() for form in entity.names)
    return source.text if named else f"{source.text} = {entity.name}"


def _quote_steps(quote: Quote, story: Story) -> tuple[str, ...]:
    parts = len(quote.content)
    steps = [f"{quote.kind} quote" + (f" in {parts} parts" if parts > 1 else "")]
    steps.append(
        f"cue: {quote.cue.text}" if quote.cue else "no cue: the page does not attribute it in words"
    )
    if quote.speech != "said":
        steps.append(f"speech: {quote.speech}: {_SPEECH[quote.speech]}")
    if quote.source:
        steps.append(f"source: {_source_told(quote.source, story)} ({_KINDS[quote.source.kind]})")
        if quote.source_pattern is not None:
            steps.append(f"source found: {quote.source_pattern}")
    else:
        steps.append("source: not known")
    steps += [f"through: {part.text}" for part in quote.via]
    if quote.negated:
        steps.append("the attribution is denied or not made")
    return tuple(steps)


def _figure_steps(figure: Figure, story: Story) -> tuple[str, ...]:
    if figure.value is not None:
        value = _number(figure.value)
    elif figure.low is None and figure.high is None:
        value = "how many is not known"
    else:
        bounds = ("?" if bound is None else _number(bound) for bound in (figure.low, figure.high))
        value = " to ".join(bounds)
    steps = [f"'{figure.evidence.text}' → {value}" + (f" {figure.unit}" if figure.unit else "")]
    steps += figure.steps
    if figure.hedge:
        steps.append(f"hedge: {figure.hedge}")
    steps.append(f"what: {figure.what.text}" if figure.what else "what is counted: not known")
    if figure.as_of:
        steps.append(f"as of: {story.record(figure.as_of).to_dict()['text']}")
    if figure.according_to:
        steps.append(f"according to: {_said_by(figure.according_to, story)}")
    return tuple(steps)


def _number(number: float) -> str:
    return f"{number:,.6g}" if number % 1 else f"{int(number):,}"


def _said_by(quote_id: str, story: Story) -> str:
    """Return who said the quote in which something is told."""
    quote = story.record(quote_id)
    if not isinstance(quote, Quote) or quote.source is None:
        return "somebody who is not known"
    return _source_told(quote.source, story)


def _event_steps(event: Event, story: Story) -> tuple[str, ...]:
    steps = [f"told by '{event.trigger.text}'"]
    steps.append(
        f"type: {event.type}" if event.type else "type: the lexicon does not know the verb"
    )
    steps.append(f"status: {event.status}" + (", negated" if event.negated else ""))
    if event.time:
        time = story.record(event.time)
        value = time.value if isinstance(time, Time) else None
        steps.append(f"time: '{time.to_dict()['text']}' → {value or 'open'}")
    else:
        steps.append("time: not stated in the clause")
    if event.said_by:
        steps.append(f"said by: {_said_by(event.said_by, story)}")
    return tuple(steps)
