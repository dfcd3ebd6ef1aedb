"""A record as a card: one line that identifies it, and its values with the words they were read from.

In: a record and the room's visit. Out: a `Card` of plain text. Out of scope: markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.records import (
    Comment,
    Commitment,
    Decided,
    Entity,
    Event,
    Figure,
    Mention,
    Quote,
    Record,
    Time,
)
from onrecord.story.amounts import describe_amount
from onrecord.story.participant_descriptions import describe_participant
from onrecord.web import labels
from onrecord.web.due import is_due
from onrecord.web.render import build_words_address, format_day, format_number
from onrecord.web.room import Visit
from onrecord.web.values import (
    Value,
    build_part_value,
    find_record,
    format_source,
    format_time,
    format_words_and_value,
    iter_participant_values,
    load_referred,
)


@dataclass(frozen=True, slots=True)
class Card:
    """A record to show.

    `line` identifies it; `mark` is its status or state, if it has one; `words` its evidence;
    `start, end` and `bytes` say where that is in the page's text and in the saved original; `decided` what people decided about it.
    """

    id: str
    kind: str
    line: str
    mark: str | None
    words: str
    values: tuple[Value, ...]
    page: str
    start: int
    end: int
    bytes: tuple[int, int] | None
    by: str
    confidence: float | None
    decided: tuple[Decided, ...] = ()


Description = tuple[str, str, str | None, list[Value]]
"""A record's kind, line, mark and values."""


def build_card(visit: Visit, record: Record) -> Card:
    """Return `record` as a card."""
    kind, line, mark, values = _describe(visit, record)
    evidence = record.evidence
    return Card(
        id=record.id,
        kind=kind,
        line=line,
        mark=mark,
        words=evidence.text,
        values=tuple(value for value in values if value.text),
        page=evidence.page,
        start=evidence.start,
        end=evidence.end,
        bytes=evidence.bytes,
        by=evidence.by,
        confidence=evidence.confidence,
        decided=record.decided,
    )


def build_cards(visit: Visit, records: Iterable[Record]) -> list[Card]:
    """Return `records` as cards, in their order; what they refer to is read for all of them at once."""
    shown = list(records)
    load_referred(visit, shown)
    return [build_card(visit, record) for record in shown]


def _describe_quote(visit: Visit, quote: Quote) -> Description:
    source, page = quote.source, quote.evidence.page
    content = "said" if quote.speech == "said" else "what"
    values = []
    if source is not None:
        who = visit.find_entity(source.entity)
        at = build_words_address(page, source.start, source.end)
        values.append(Value("source", source.text, at, words=True))
        values.append(Value("source is", labels.SOURCE_KINDS.get(source.kind, source.kind)))
        values.append(Value("who", who.name if who else "", f"/who/{who.id}" if who else None))
    if quote.cue is not None:
        at = build_words_address(page, quote.cue.start, quote.cue.end)
        values.append(Value("said with", quote.cue.text, at, words=True))
    values += [
        Value("as told by", part.text, build_words_address(page, part.start, part.end), words=True)
        for part in quote.via
    ]
    values += [
        Value(content, part.text, build_words_address(page, part.start, part.end), words=True)
        for part in quote.content
    ]
    values.append(Value("speech", labels.SPEECH.get(quote.speech, quote.speech)))
    values.append(Value("stands in", quote.zone))
    values.append(Value("denied", "it is said not to have been said" if quote.negated else ""))
    how = " · ".join(filter(None, (labels.QUOTE_KINDS[quote.kind], labels.SPEECH[quote.speech])))
    return "quotes", f"{format_source(source)} · {how}", None, values


def _list_accuser(page: str, event: Event) -> list[Value]:
    """Return who alleges the event, or that nobody is named; nothing for other statuses."""
    by = event.alleged_by
    if by is not None:
        return [build_part_value("alleged by", page, by.text, by.start, by.end)]
    return [Value("alleged by", "not said who")] if event.status == "alleged" else []


def _describe_event(visit: Visit, event: Event) -> Description:
    page = event.evidence.page
    time, said_by = find_record(visit, event.time), find_record(visit, event.said_by)
    root = " · ".join(filter(None, (event.type, event.mode)))
    values = [
        Value("status", labels.STATUSES.get(event.status, event.status)),
        *_list_accuser(page, event),
        Value("denied", "said not to take place" if event.negated else ""),
        Value("kind", event.kind or "not known"),
        Value("type", root or "none, or not known"),
        Value("context", " · ".join(event.context)),
        *iter_participant_values(visit, "who", page, event.actors),
        build_part_value("did", page, event.trigger.text, event.trigger.start, event.trigger.end),
        *iter_participant_values(visit, "to whom or what", page, event.targets),
    ]
    if event.place is not None:
        values.append(
            build_part_value("where", page, event.place.text, event.place.start, event.place.end)
        )
    if (by_hand := visit.story.corrections.hand_days.get(event.id)) is not None:
        values.append(Value("when, set by hand", format_day(by_hand)))
    if isinstance(time, Time):
        values.append(Value("when", format_words_and_value(time), f"/r/{time.id}"))
    if isinstance(said_by, Quote):
        values.append(Value("said by", format_source(said_by.source), f"/r/{said_by.id}"))
    return "events", summarise_event(visit, event), event.status, values


def summarise_event(visit: Visit, event: Event) -> str:
    """Return an event in short: who, what, to whom."""
    actors, targets = (
        ", ".join(describe_participant(one, visit.find_entity(one.entity)) for one in shown[:2])
        for shown in (event.actors, event.targets)
    )
    no = "not: " if event.negated else ""
    return " — ".join(filter(None, (actors, f"{no}{event.trigger.text}", targets)))


def _describe_commitment(visit: Visit, promise: Commitment) -> Description:
    event, due = find_record(visit, promise.event), find_record(visit, promise.due)
    who, to_whom = promise.who, promise.to_whom
    page = promise.evidence.page
    values = [
        Value("state", promise.state),
        Value("strength", labels.STRENGTHS[promise.strength or ""]),
    ]
    values += iter_participant_values(visit, "who", page, (who,) if who else ())
    values += iter_participant_values(visit, "to whom", page, (to_whom,) if to_whom else ())
    if isinstance(event, Event):
        values.append(Value("to do", summarise_event(visit, event), f"/r/{event.id}", words=True))
    if isinstance(due, Time) and is_due(due, promise, visit.get_publication_day(page)):
        values.append(Value("by when", format_words_and_value(due), f"/r/{due.id}"))
    for label, part in (("what", promise.content), ("on condition", promise.condition)):
        if part is not None:
            values.append(build_part_value(label, page, part.text, part.start, part.end))
    tellings = (find_record(visit, id_) for id_ in promise.tellings)
    values += [
        Value("told also", told.evidence.text, f"/r/{told.id}", words=True)
        for told in tellings
        if told is not None
    ]
    values += [
        Value(labels.describe_side(outcome), outcome.text, at, words=True)
        for outcome in promise.outcomes
        if (at := build_words_address(outcome.page, outcome.start, outcome.end))
    ]
    line = summarise_event(visit, event) if isinstance(event, Event) else promise.evidence.text
    return "commitments", line, promise.state, values


_CHANGES = {"up": "up", "down": "down", "changed": "which way is not stated"}


def _describe_figure(visit: Visit, figure: Figure) -> Description:
    page, what = figure.evidence.page, figure.what
    as_of, quote = find_record(visit, figure.as_of), find_record(visit, figure.according_to)
    values = [
        Value("a change", _CHANGES.get(figure.change or "", "")),
        Value("value", format_number(figure.value)),
        Value("from", format_number(figure.low)),
        Value("to", format_number(figure.high)),
        Value("hedge", figure.hedge or ""),
        Value("unit", figure.unit or ""),
    ]
    if what is not None:
        values.append(build_part_value("of what", page, what.text, what.start, what.end))
    if isinstance(as_of, Time):
        values.append(Value("as of", format_words_and_value(as_of), f"/r/{as_of.id}"))
    if isinstance(quote, Quote):
        values.append(Value("according to", format_source(quote.source), f"/r/{quote.id}"))
    return "figures", _summarise_figure(figure), None, values


def _summarise_figure(figure: Figure) -> str:
    """Return a figure in short: how many of what, or what changed by how much."""
    value = describe_amount(figure)
    if figure.what is None:
        return value
    what = figure.what.text
    if figure.unit == "fraction" and value.endswith("the whole"):
        return f"{value.removesuffix('the whole')}{what.removeprefix('of ')}"
    counted = figure.unit is None and figure.change is None
    return f"{value} {what}" if counted else f"{what}: {value}"


def _describe_time(visit: Visit, time: Time) -> Description:
    anchor = find_record(visit, time.anchor)
    values = [
        Value("type", time.type.lower()),
        Value("value", time.value or format_time(time)),
        Value("mod", (time.mod or "").lower()),
    ]
    if isinstance(anchor, Time):
        values.append(Value("counted from", anchor.evidence.text, f"/r/{anchor.id}", words=True))
    elif time.anchor:
        values.append(Value("counted from", format_day(time.anchor)))
    return "times", format_words_and_value(time), None, values


def _describe_mention(visit: Visit, mention: Mention) -> Description:
    who = visit.find_entity(mention.entity)
    href = f"/who/{who.id}" if who else None
    values = [Value("type", mention.type), Value("who", who.name if who else "", href)]
    return "mentions", mention.evidence.text, None, values


def _describe_entity(visit: Visit, entity: Entity) -> Description:
    who = visit.find_entity(entity.id)
    values = [Value("type", entity.type), Value("names", " · ".join(entity.names))]
    values.append(Value("roles", " · ".join(entity.roles)))
    values.append(Value("mentions on its page", str(entity.mentions)))
    if who is not None:
        values.append(Value("in the story", who.name, f"/who/{who.id}"))
    return "entities", entity.name, None, values


_COMMENT_STATES = {"removed": "its words were removed", "awaiting": "awaits moderation"}


def _describe_comment(visit: Visit, comment: Comment) -> Description:
    parent = find_record(visit, comment.parent)
    answered = (parent.author or "unnamed reader") if isinstance(parent, Comment) else ""
    values = [
        Value("reader", comment.author or "not known"),
        Value("name known by", comment.author_how or ""),
        Value("time", comment.time_text or ""),
        Value("that is", format_day(comment.time) if comment.time else ""),
        Value("edited", comment.edited_text or ""),
        Value("answers", answered, f"/r/{comment.parent}" if answered else None),
        Value("answer known by", comment.parent_how or ""),
        Value("votes", "" if comment.votes is None else str(comment.votes)),
        Value("state", _COMMENT_STATES.get(comment.state or "", "")),
        Value("quotes others", f"{len(comment.quoted)} part(s)" if comment.quoted else ""),
        Value("cut short", "only the beginning was saved" if comment.cut_short else ""),
    ]
    return "comments", comment.author or "unnamed reader", None, values


def _describe(visit: Visit, record: Record) -> Description:
    """Return what a card shows of `record`.

    Raises:
        TypeError: if there are no cards for records of this type.

    """
    describe = _DESCRIBERS.get(type(record))
    if describe is None:
        raise TypeError(f"no card for {type(record).__name__}")
    return describe(visit, record)


_DESCRIBERS: dict[type[Record], Callable[[Visit, Any], Description]] = {
    Quote: _describe_quote,
    Event: _describe_event,
    Commitment: _describe_commitment,
    Figure: _describe_figure,
    Time: _describe_time,
    Mention: _describe_mention,
    Entity: _describe_entity,
    Comment: _describe_comment,
}
"""What describes a record of each type."""
