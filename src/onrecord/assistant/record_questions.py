"""Questions for records of pages: who said what, how many, who promised what.

In: an open story and what is asked. Out: an `Answer`. Out of scope: questions that join pages (`story_questions`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.assistant.answer import Answer, PageOfResults, build_answer
from onrecord.assistant.citation import UNTRUSTED, Citer, cut_label, list_some
from onrecord.assistant.selection import Filters, select_ids
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Commitment, Figure, Part, Participant, Quote, Record, Time
from onrecord.story import Story
from onrecord.story.amounts import describe_amount


def answer_quotes(
    story: Story,
    filters: Filters,
    wanted: PageOfResults,
    *,
    source_kind: str | None = None,
) -> Answer:
    """Return who said what: quotes by publication time."""
    ids = select_ids(story, "quotes", filters)
    citer = Citer(story)
    if source_kind is not None:
        ids = [id_ for id_ in ids if _get_source_kind(citer.find_record(id_)) == source_kind]
    results = (
        _describe_quote(citer, one) for one in _load(citer, ids, wanted) if isinstance(one, Quote)
    )
    return build_answer(results, wanted, total=len(ids))


def answer_figures(
    story: Story, filters: Filters, wanted: PageOfResults, *, unit: str | None = None
) -> Answer:
    """Return how many of what: figures by publication time."""
    ids = select_ids(story, "figures", filters, {"unit": unit})
    citer = Citer(story)
    results = (
        _describe_figure(citer, one) for one in _load(citer, ids, wanted) if isinstance(one, Figure)
    )
    return build_answer(results, wanted, total=len(ids))


def answer_promises(
    story: Story,
    filters: Filters,
    wanted: PageOfResults,
    *,
    state: str | None = None,
    is_to_check: bool = False,
) -> Answer:
    """Return who undertook what and what came of it: each promise once, in its first telling."""
    citer, listed, ids = Citer(story), set[str](), []
    for id_ in select_ids(story, "commitments", filters):
        promise = citer.find_record(id_)
        if not isinstance(promise, Commitment) or not listed.isdisjoint(promise.tellings):
            continue
        if state in {None, promise.state} and not (is_to_check and promise.candidate_state is None):
            listed.add(id_)
            ids.append(id_)
    results = (
        _describe_promise(citer, one)
        for one in _load(citer, ids, wanted)
        if isinstance(one, Commitment)
    )
    return build_answer(results, wanted, total=len(ids))


def describe_confidence(record: Record, **more: Any) -> dict[str, Any]:
    """Return how sure a record is: the extractor's own confidence, or that it has none that was measured."""
    confidence = record.evidence.confidence
    return {"confidence": "not measured" if confidence is None else confidence, **more}


def quote_part(part: Part | Participant | None) -> str | None:
    """Return the words of a part, cut as a label; None where there is none."""
    return None if part is None else cut_label(part.text)


def read_day(citer: Citer, time_id: str | None) -> str | None:
    """Return the day, month or year that a time means, or None where it has no value."""
    time = citer.find_record(time_id)
    interval = read_interval(time.value) if isinstance(time, Time) else None
    return interval.shown if interval else None


def drop_empty(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that are there: neither None nor an empty list."""
    return {name: value for name, value in values.items() if value not in (None, [], ())}


def _load(citer: Citer, ids: list[str], wanted: PageOfResults) -> Iterable[Record | None]:
    """Yield the records of the wanted ids, one by one, and one more."""
    last = wanted.offset + wanted.limit + 1
    return (citer.find_record(id_) for id_ in ids[wanted.offset : last])


def _get_source_kind(record: Record | None) -> str:
    source = record.source if isinstance(record, Quote) else None
    return source.kind if source is not None else "unknown"


def _describe_quote(citer: Citer, quote: Quote) -> dict[str, Any]:
    source = quote.source
    said = {
        "source": cut_label(source.text) if source else None,
        "source_is": citer.name_entity(source.entity) if source else None,
        "cue": quote_part(quote.cue),
        "through": [quote_part(part) for part in quote.via],
    }
    return {
        "id": quote.id,
        "kind": "quote",
        "status": {
            "kind": quote.kind,
            "speech": quote.speech,
            "source": _get_source_kind(quote),
            "attribution_denied": quote.negated,
        },
        "how_sure": describe_confidence(quote),
        "evidence": [citer.cite(quote)],
        UNTRUSTED: drop_empty(said),
    }


def _describe_figure(citer: Citer, figure: Figure) -> dict[str, Any]:
    speaker = citer.find_record(figure.according_to)
    source = speaker.source if isinstance(speaker, Quote) else None
    value = {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "hedge": figure.hedge,
        "change": figure.change,
        "as_of": read_day(citer, figure.as_of),
    }
    counted = {
        "amount": cut_label(describe_amount(figure)),
        "unit": cut_label(figure.unit),
        "what": quote_part(figure.what),
        "according_to": cut_label(source.text) if source else None,
    }
    return {
        "id": figure.id,
        "kind": "figure",
        "status": drop_empty({"reading": figure.kind, "said_in": figure.according_to, **value}),
        "how_sure": describe_confidence(figure, unit_from=figure.basis or "its own words"),
        "evidence": [citer.cite(figure)],
        UNTRUSTED: drop_empty(counted),
    }


def _describe_promise(citer: Citer, promise: Commitment) -> dict[str, Any]:
    outcomes, more = list_some(promise.outcomes)
    due = citer.find_record(promise.due)
    words = {
        "who": quote_part(promise.who),
        "who_is": citer.name_entity(promise.who.entity) if promise.who else None,
        "to_whom": quote_part(promise.to_whom) or quote_part(promise.receiver),
        "what": quote_part(promise.content),
        "condition": quote_part(promise.condition),
        "due": cut_label(due.evidence.text) if due else None,
    }
    came = [
        citer.cite_words(one.page, one.start, one.end)
        | {"speaks": one.side, "to_check": one.candidate, "link": one.link}
        for one in outcomes
    ]
    tellings, _ = list_some(promise.tellings)
    return {
        "id": promise.id,
        "kind": "promise",
        "status": drop_empty(
            {
                "state": promise.state,
                "state_if_candidates_hold": promise.candidate_state,
                "strength": promise.strength,
                "due": read_day(citer, promise.due),
                "event": promise.event,
                "told_also_in": tellings,
            }
        ),
        "how_sure": describe_confidence(promise, tellings=1 + len(promise.tellings)),
        "evidence": [citer.cite(promise)],
        "what_came_of_it": came,
        "more_outcomes": more,
        UNTRUSTED: drop_empty(words),
    }
