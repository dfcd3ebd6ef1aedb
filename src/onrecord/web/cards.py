"""A record as a card: one line to know it by, and its values with the words they were read from.

In: a record and the room's visit. Out: a `Card` of plain text. Out of scope: markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import (
    Comment,
    Commitment,
    Entity,
    Event,
    Figure,
    Mention,
    Quote,
    Record,
    Time,
)
from onrecord.story.amounts import describe_amount
from onrecord.web import labels
from onrecord.web.due import is_due
from onrecord.web.render import day, number, words_at
from onrecord.web.room import Visit
from onrecord.web.values import Value, looked_up, part, people, source_text, time_text


@dataclass(frozen=True, slots=True)
class Card:
    """A record to show.

    `line` is what it is known by; `mark` its status or state, if it has one; `said` its words;
    `start, end` and `bytes` are where they stand in the page's text and in the saved original.
    """

    id: str
    kind: str
    line: str
    mark: str | None
    said: str
    values: tuple[Value, ...]
    page: str
    start: int
    end: int
    bytes: tuple[int, int] | None
    by: str
    confidence: float | None


Read = tuple[str, str, str | None, list[Value]]
"""A record's kind, line, mark and values."""


def card_of(visit: Visit, record: Record) -> Card:
    """Return `record` as a card."""
    kind, line, mark, values = _read(visit, record)
    evidence = record.evidence
    return Card(
        id=record.id,
        kind=kind,
        line=line,
        mark=mark,
        said=evidence.text,
        values=tuple(value for value in values if value.text),
        page=evidence.page,
        start=evidence.start,
        end=evidence.end,
        bytes=evidence.bytes,
        by=evidence.by,
        confidence=evidence.confidence,
    )


def cards_of(visit: Visit, records: Iterable[Record]) -> list[Card]:
    """Return `records` as cards, in their order."""
    return [card_of(visit, record) for record in records]


def _quote(visit: Visit, quote: Quote) -> Read:
    source, page = quote.source, quote.evidence.page
    content = "said" if quote.speech == "said" else "what"
    values = []
    if source is not None:
        who = visit.who(source.entity)
        at = words_at(page, source.start, source.end)
        values.append(Value("source", source.text, at, words=True))
        values.append(Value("source is", labels.SOURCE_KINDS.get(source.kind, source.kind)))
        values.append(Value("who", who.name if who else "", f"/who/{who.id}" if who else None))
    if quote.cue is not None:
        at = words_at(page, quote.cue.start, quote.cue.end)
        values.append(Value("cue", quote.cue.text, at, words=True))
    values += [
        Value("through", part.text, words_at(page, part.start, part.end), words=True)
        for part in quote.via
    ]
    values += [
        Value(content, part.text, words_at(page, part.start, part.end), words=True)
        for part in quote.content
    ]
    values.append(Value("speech", labels.SPEECH.get(quote.speech, quote.speech)))
    values.append(Value("zone", quote.zone))
    values.append(Value("negated", "the attribution is denied" if quote.negated else ""))
    speech = "" if quote.speech == "said" else f" · {quote.speech}"
    return "quotes", f"{source_text(source)} · {quote.kind}{speech}", None, values


def _event(visit: Visit, event: Event) -> Read:
    page = event.evidence.page
    time, said_by = looked_up(visit, event.time), looked_up(visit, event.said_by)
    kind = " · ".join(filter(None, (event.type, event.mode, *event.context)))
    values = [
        Value("status", labels.STATUSES.get(event.status, event.status)),
        Value("negated", "said not to take place" if event.negated else ""),
        Value("type", kind or "not in the codebook"),
        *people(visit, "who", page, event.actors),
        part("did", page, event.trigger.text, event.trigger.start, event.trigger.end),
        *people(visit, "to whom or what", page, event.targets),
    ]
    if event.place is not None:
        values.append(part("where", page, event.place.text, event.place.start, event.place.end))
    if isinstance(time, Time):
        values.append(Value("when", f"{time.evidence.text} — {time_text(time)}", f"/r/{time.id}"))
    if isinstance(said_by, Quote):
        values.append(Value("said by", source_text(said_by.source), f"/r/{said_by.id}"))
    return "events", event_line(event), event.status, values


def event_line(event: Event) -> str:
    """Return an event in short: who, what, to whom."""
    actors = ", ".join(actor.text for actor in event.actors[:2])
    targets = ", ".join(target.text for target in event.targets[:2])
    no = "not: " if event.negated else ""
    return " — ".join(filter(None, (actors, f"{no}{event.trigger.text}", targets)))


def _commitment(visit: Visit, promise: Commitment) -> Read:
    event, due = looked_up(visit, promise.event), looked_up(visit, promise.due)
    who, to_whom = promise.who, promise.to_whom
    page = promise.evidence.page
    values = [Value("state", promise.state)]
    values += people(visit, "who", page, (who,) if who else ())
    values += people(visit, "to whom", page, (to_whom,) if to_whom else ())
    if isinstance(event, Event):
        values.append(Value("to do", event_line(event), f"/r/{event.id}", words=True))
    if isinstance(due, Time) and is_due(due, promise, visit.published(page)):
        values.append(Value("by when", f"{due.evidence.text} — {time_text(due)}", f"/r/{due.id}"))
    values += [
        Value(f"evidence {outcome.side}", outcome.text, at, words=True)
        for outcome in promise.outcomes
        if (at := words_at(outcome.page, outcome.start, outcome.end))
    ]
    line = event_line(event) if isinstance(event, Event) else promise.evidence.text
    return "commitments", line, promise.state, values


_CHANGES = {"up": "up", "down": "down", "changed": "which way is not told"}


def _figure(visit: Visit, figure: Figure) -> Read:
    page, what = figure.evidence.page, figure.what
    as_of, quote = looked_up(visit, figure.as_of), looked_up(visit, figure.according_to)
    values = [
        Value("a change", _CHANGES.get(figure.change or "", "")),
        Value("value", number(figure.value)),
        Value("from", number(figure.low)),
        Value("to", number(figure.high)),
        Value("hedge", figure.hedge or ""),
        Value("unit", figure.unit or ""),
    ]
    if what is not None:
        values.append(part("of what", page, what.text, what.start, what.end))
    if isinstance(as_of, Time):
        values.append(
            Value("as of", f"{as_of.evidence.text} — {time_text(as_of)}", f"/r/{as_of.id}")
        )
    if isinstance(quote, Quote):
        values.append(Value("according to", source_text(quote.source), f"/r/{quote.id}"))
    return "figures", _figure_line(figure), None, values


def _figure_line(figure: Figure) -> str:
    """Return a figure in short: how many of what; what changed stands before by how much."""
    told = describe_amount(figure)
    if figure.what is None:
        return told
    what = figure.what.text
    if figure.unit == "fraction" and told.endswith("the whole"):
        return f"{told.removesuffix('the whole')}{what.removeprefix('of ')}"
    counted = figure.unit is None and figure.change is None
    return f"{told} {what}" if counted else f"{what}: {told}"


def _time(visit: Visit, time: Time) -> Read:
    anchor = looked_up(visit, time.anchor)
    values = [
        Value("type", time.type.lower()),
        Value("value", time.value or time_text(time)),
        Value("mod", (time.mod or "").lower()),
    ]
    if isinstance(anchor, Time):
        values.append(Value("reckoned from", anchor.evidence.text, f"/r/{anchor.id}", words=True))
    elif time.anchor:
        values.append(Value("reckoned from", day(time.anchor)))
    return "times", f"{time.evidence.text} — {time_text(time)}", None, values


def _mention(visit: Visit, mention: Mention) -> Read:
    who = visit.who(mention.entity)
    href = f"/who/{who.id}" if who else None
    values = [Value("type", mention.type), Value("who", who.name if who else "", href)]
    return "mentions", mention.evidence.text, None, values


def _entity(visit: Visit, entity: Entity) -> Read:
    who = visit.who(entity.id)
    values = [Value("type", entity.type), Value("names", " · ".join(entity.names))]
    values.append(Value("roles", " · ".join(entity.roles)))
    values.append(Value("mentions on its page", str(entity.mentions)))
    if who is not None:
        values.append(Value("in the story", who.name, f"/who/{who.id}"))
    return "entities", entity.name, None, values


_STATES = {"removed": "its words were removed", "awaiting": "awaits moderation"}


def _comment(visit: Visit, comment: Comment) -> Read:
    parent = looked_up(visit, comment.parent)
    answered = (parent.author or "unnamed reader") if isinstance(parent, Comment) else ""
    values = [
        Value("reader", comment.author or "not known"),
        Value("name known by", comment.author_how or ""),
        Value("time", comment.time_text or ""),
        Value("that is", day(comment.time) if comment.time else ""),
        Value("edited", comment.edited_text or ""),
        Value("answers", answered, f"/r/{comment.parent}" if answered else None),
        Value("answer known by", comment.parent_how or ""),
        Value("votes", "" if comment.votes is None else str(comment.votes)),
        Value("state", _STATES.get(comment.state or "", "")),
        Value("quotes others", f"{len(comment.quoted)} part(s)" if comment.quoted else ""),
        Value("cut short", "only the beginning was saved" if comment.cut_short else ""),
    ]
    return "comments", comment.author or "unnamed reader", None, values


def _read(visit: Visit, record: Record) -> Read:
    match record:
        case Quote():
            return _quote(visit, record)
        case Event():
            return _event(visit, record)
        case Commitment():
            return _commitment(visit, record)
        case Figure():
            return _figure(visit, record)
        case Time():
            return _time(visit, record)
        case Mention():
            return _mention(visit, record)
        case Entity():
            return _entity(visit, record)
        case Comment():
            return _comment(visit, record)
        case _:
            raise TypeError(f"no card for {type(record).__name__}")
