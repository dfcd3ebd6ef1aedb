"""Columns of the records: comments, mentions, entities, quotes, times, figures, events, commitments.

In: a record and the index. Out: cells: the words as they stand and, beside them, the name they resolve to. Out of
scope: records that have no page of their own (`story_tables`).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Commitment, Event, Figure, Part, Participant, Quote, Source
from onrecord.story.amounts import describe_amount
from onrecord.story.source_identification import classify_source
from onrecord.story.tables.column import Cell, Column, join_values, make_record_columns
from onrecord.story.tables.index import TableIndex
from onrecord.story.time_descriptions import describe_time

Named = Participant | Source


def _get_words(part: Part | Named | None) -> str | None:
    return part.text if part is not None else None


def _find_id(entity: str | None, index: TableIndex) -> str | None:
    found = index.find_entity(entity)
    return found.id if found else None


def _find_source_name(source: Source | None, index: TableIndex) -> str | None:
    return index.find_name(source.entity) if source else None


def _find_source_id(source: Source | None, index: TableIndex) -> str | None:
    return _find_id(source.entity, index) if source else None


def _classify(quote: Quote, index: TableIndex) -> Cell:
    entity = index.find_entity(quote.source.entity) if quote.source else None
    return classify_source(quote.source, entity)


def _find_speaker_name(figure: Figure, index: TableIndex) -> str | None:
    return _find_source_name(index.find_source(figure.according_to), index)


def _find_teller_name(event: Event, index: TableIndex) -> str | None:
    return _find_source_name(index.find_source(event.said_by), index)


def _find_receiver_name(promise: Commitment, index: TableIndex) -> str | None:
    return index.find_name(promise.to_whom.entity) if promise.to_whom else None


def _get_giver(promise: Commitment) -> tuple[Participant, ...]:
    return (promise.who,) if promise.who else ()


def _list_names(participants: Sequence[Participant], index: TableIndex) -> str | None:
    return join_values(index.find_name(one.entity) for one in participants)


def _list_words(participants: Sequence[Participant]) -> str | None:
    return join_values(one.text for one in participants)


def _count_outcomes(promise: Commitment, side: str) -> int:
    """Return how many later words speak for or against; those to be checked are not counted."""
    return sum(one.side == side and not one.candidate for one in promise.outcomes)


_COMMENTS = make_record_columns(
    Column("author", str, lambda comment, _: comment.author),
    Column("author_how", str, lambda comment, _: comment.author_how),
    Column("author_url", str, lambda comment, _: comment.author_url),
    Column("time", str, lambda comment, _: comment.time),
    Column("time_text", str, lambda comment, _: comment.time_text),
    Column("edited_text", str, lambda comment, _: comment.edited_text),
    Column("order", int, lambda comment, _: comment.order),
    Column("parent", str, lambda comment, _: comment.parent),
    Column("parent_how", str, lambda comment, _: comment.parent_how),
    Column("votes", int, lambda comment, _: comment.votes),
    Column("state", str, lambda comment, _: comment.state),
    Column("cut_short", bool, lambda comment, _: comment.cut_short),
)
_MENTIONS = make_record_columns(
    Column("type", str, lambda mention, _: mention.type),
    Column("entity", str, lambda mention, _: mention.entity),
    Column("name", str, lambda mention, index: index.find_name(mention.entity)),
    Column("who_id", str, lambda mention, index: _find_id(mention.entity, index)),
)
_ENTITIES = make_record_columns(
    Column("type", str, lambda entity, _: entity.type),
    Column("name", str, lambda entity, _: entity.name),
    Column("names", str, lambda entity, _: join_values(entity.names)),
    Column("roles", str, lambda entity, _: join_values(entity.roles)),
    Column("mentions", int, lambda entity, _: entity.mentions),
    Column("who", str, lambda entity, index: index.find_name(entity.id)),
    Column("who_id", str, lambda entity, index: _find_id(entity.id, index)),
)
_QUOTES = make_record_columns(
    Column("who", str, lambda quote, index: _find_source_name(quote.source, index)),
    Column("who_id", str, lambda quote, index: _find_source_id(quote.source, index)),
    Column("source", str, lambda quote, _: _get_words(quote.source)),
    Column("source_kind", str, lambda quote, _: quote.source.kind if quote.source else "unknown"),
    Column("identified", str, _classify),
    Column("kind", str, lambda quote, _: quote.kind),
    Column("speech", str, lambda quote, _: quote.speech),
    Column("negated", bool, lambda quote, _: quote.negated),
    Column("cue", str, lambda quote, _: _get_words(quote.cue)),
    Column("content", str, lambda quote, _: " … ".join(part.text for part in quote.content)),
    Column("through", str, lambda quote, _: join_values(part.text for part in quote.via)),
    Column("zone", str, lambda quote, _: quote.zone),
)
_TIMES = make_record_columns(
    Column("type", str, lambda time, _: time.type),
    Column("value", str, lambda time, _: time.value),
    Column("reads", str, lambda time, _: describe_time(time) or None),
    Column("mod", str, lambda time, _: time.mod),
    Column("anchor", str, lambda time, _: time.anchor),
    Column("waits_for", str, lambda time, _: time.waits_for),
)
_FIGURES = make_record_columns(
    Column("amount", str, lambda figure, _: describe_amount(figure)),
    Column("value", float, lambda figure, _: figure.value),
    Column("low", float, lambda figure, _: figure.low),
    Column("high", float, lambda figure, _: figure.high),
    Column("hedge", str, lambda figure, _: figure.hedge),
    Column("unit", str, lambda figure, _: figure.unit),
    Column("kind", str, lambda figure, _: figure.kind),
    Column("change", str, lambda figure, _: figure.change),
    Column("what", str, lambda figure, _: _get_words(figure.what)),
    Column("as_of", str, lambda figure, index: index.find_time_value(figure.as_of)),
    Column("who", str, _find_speaker_name),
    Column("source", str, lambda figure, index: _get_words(index.find_source(figure.according_to))),
    Column("basis", str, lambda figure, _: figure.basis),
)
_EVENTS = make_record_columns(
    Column("status", str, lambda event, _: event.status),
    Column("negated", bool, lambda event, _: event.negated),
    Column("alleged_by", str, lambda event, _: _get_words(event.alleged_by)),
    Column("event_day", str, lambda event, index: index.find_time_value(event.time)),
    Column("event_day_words", str, lambda event, index: index.find_time_words(event.time)),
    Column("kind", str, lambda event, _: event.kind),
    Column("type", str, lambda event, _: event.type),
    Column("mode", str, lambda event, _: event.mode),
    Column("contexts", str, lambda event, _: join_values(event.context)),
    Column("who", str, lambda event, index: _list_names(event.actors, index)),
    Column("who_words", str, lambda event, _: _list_words(event.actors)),
    Column("did", str, lambda event, _: event.trigger.text),
    Column("to_whom", str, lambda event, index: _list_names(event.targets, index)),
    Column("to_whom_words", str, lambda event, _: _list_words(event.targets)),
    Column("place", str, lambda event, _: _get_words(event.place)),
    Column("said_by", str, _find_teller_name),
    Column("said_by_words", str, lambda event, index: _get_words(index.find_source(event.said_by))),
)
_COMMITMENTS = make_record_columns(
    Column("state", str, lambda promise, _: promise.state),
    Column("state_to_check", str, lambda promise, _: promise.candidate_state),
    Column("strength", str, lambda promise, _: promise.strength),
    Column("who", str, lambda promise, index: _list_names(_get_giver(promise), index)),
    Column("who_words", str, lambda promise, _: _get_words(promise.who)),
    Column("to_whom", str, _find_receiver_name),
    Column(
        "to_whom_words", str, lambda promise, _: _get_words(promise.to_whom or promise.receiver)
    ),
    Column("content", str, lambda promise, _: _get_words(promise.content)),
    Column("due", str, lambda promise, index: index.find_time_value(promise.due)),
    Column("due_words", str, lambda promise, index: index.find_time_words(promise.due)),
    Column("condition", str, lambda promise, _: _get_words(promise.condition)),
    Column("told", int, lambda promise, _: 1 + len(promise.tellings)),
    Column("evidence_for", int, lambda promise, _: _count_outcomes(promise, "for")),
    Column("evidence_against", int, lambda promise, _: _count_outcomes(promise, "against")),
    Column("event", str, lambda promise, _: promise.event),
)

RECORD_TABLES: dict[str, tuple[Column, ...]] = {
    "comments": _COMMENTS,
    "mentions": _MENTIONS,
    "entities": _ENTITIES,
    "quotes": _QUOTES,
    "times": _TIMES,
    "figures": _FIGURES,
    "events": _EVENTS,
    "commitments": _COMMITMENTS,
}
"""Columns of each kind of record, by the name of its table in the story."""
