"""Why a record stands: the words around it, the bytes behind it, and how its value was read."""

from __future__ import annotations

from onrecord.errors import NotFound
from onrecord.pages.maps import spelled
from onrecord.records import (
    Commitment,
    Entity,
    Event,
    Figure,
    Mention,
    Page,
    Quote,
    Record,
    Time,
)
from onrecord.story.store import Story
from onrecord.story.views import Why

_CONTEXT_CHARS = 240


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
        original = spelled(story.original(page.id), span, page.byte_map)
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
            return _quote_steps(record)
        case Figure():
            return _figure_steps(record, story)
        case Event():
            return _event_steps(record, story)
        case Commitment():
            event = story.record(record.event)
            told = _event_steps(event, story) if isinstance(event, Event) else ()
            outcomes = (f"{item.side}: “{item.text}” ({item.page})" for item in record.outcomes)
            return (*told, f"state: {record.state}", *outcomes)
        case Mention() | Entity():
            return (f"named in the {_role(page, record)}; type: {record.type}",)
        case _:
            return ()


def _role(page: Page, record: Record) -> str:
    zone = page.zone_at(record.evidence.start)
    return zone.role if zone else "text"


def _quote_steps(quote: Quote) -> tuple[str, ...]:
    parts = len(quote.content)
    steps = [f"{quote.kind} quote" + (f" in {parts} parts" if parts > 1 else "")]
    steps.append(
        f"cue: {quote.cue.text}" if quote.cue else "no cue: the page does not attribute it in words"
    )
    if quote.source:
        steps.append(f"source: {quote.source.text} ({quote.source.kind})")
    else:
        steps.append("source: not known")
    steps += [f"through: {part.text}" for part in quote.via]
    if quote.negated:
        steps.append("the attribution is denied or not made")
    return tuple(steps)


def _figure_steps(figure: Figure, story: Story) -> tuple[str, ...]:
    if figure.value is not None:
        value = f"{figure.value:,.10g}" if figure.value % 1 else f"{int(figure.value):,}"
    else:
        bounds = ("?" if bound is None else f"{bound:g}" for bound in (figure.low, figure.high))
        value = " to ".join(bounds)
    steps = [f"'{figure.evidence.text}' → {value}" + (f" {figure.unit}" if figure.unit else "")]
    steps += figure.steps
    if figure.hedge:
        steps.append(f"hedge: {figure.hedge}")
    steps.append(f"what: {figure.what.text}" if figure.what else "what is counted: not known")
    if figure.as_of:
        steps.append(f"as of: {story.record(figure.as_of).to_dict()['text']}")
    if figure.according_to:
        quote = story.record(figure.according_to)
        source = quote.source.text if isinstance(quote, Quote) and quote.source else "not known"
        steps.append(f"according to: {source}")
    return tuple(steps)


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
        quote = story.record(event.said_by)
        source = quote.source.text if isinstance(quote, Quote) and quote.source else "not known"
        steps.append(f"said by: {source}")
    return tuple(steps)
