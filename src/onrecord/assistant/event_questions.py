"""Questions for what happened: happenings with all their reports, and the timeline.

In: an open story and what is asked. Out: an `Answer`. Out of scope: which events are one, and their days (`timeline`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.assistant.answer import Answer, PageOfResults, build_answer
from onrecord.assistant.citation import UNTRUSTED, Citer, cut_label, list_some
from onrecord.assistant.record_questions import drop_empty, quote_part, read_day
from onrecord.assistant.selection import Filters, check_day, find_entities, select_ids
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Event, Participant
from onrecord.story import Story
from onrecord.timeline import Entry, build_timeline


def answer_happenings(
    story: Story,
    filters: Filters,
    wanted: PageOfResults,
    *,
    status: str | None = None,
    kind: str | None = None,
) -> Answer:
    """Return what is reported to have happened, to be planned, alleged …: one result for each happening, with all its reports.

    A happening is found by any of its reports; events are one where links between them that are no candidates say so.
    """
    found = select_ids(story, "events", filters, {"status": status, "kind": kind})
    groups = _group_events(story)
    firsts: dict[str, list[str]] = {}
    for id_ in found:
        group = groups.get(id_, [id_])
        firsts.setdefault(group[0], group)
    happenings = list(firsts.values())
    families = _group_copies(story)
    citer = Citer(story)
    last = wanted.offset + wanted.limit + 1
    results = (
        _describe_happening(citer, group, families) for group in happenings[wanted.offset : last]
    )
    return build_answer(results, wanted, total=len(happenings))


def answer_timeline(
    story: Story,
    wanted: PageOfResults,
    *,
    start: str | None = None,
    end: str | None = None,
    who: str | None = None,
    days: int | None = None,
) -> Answer:
    """Return what happened and was planned, in order of day, those of no known day last.

    Args:
        story: an open story.
        wanted: which entries.
        start, end: ISO days, may be partial, both inclusive; entries of no known day are left out.
        who: only what somebody of this name or id did or had done to them.
        days: only the entries of so many best days.
    """
    check_day(start)
    check_day(end)
    people: list[str | None] = [None] if who is None else [*find_entities(story, who)]
    entries: dict[Entry, None] = {}
    for one in people:
        found = build_timeline(story, length=days, start=start, end=end, who=one)
        entries.update(dict.fromkeys(found))
    listed = list(entries)
    if len(people) > 1:
        listed.sort(key=lambda entry: (entry.day is None, entry.day or "", -entry.score))
    citer = Citer(story)
    last = wanted.offset + wanted.limit + 1
    results = (_describe_entry(citer, entry) for entry in listed[wanted.offset : last])
    return build_answer(results, wanted, total=len(listed))


def _describe_happening(
    citer: Citer, group: list[str], families: Mapping[str, str]
) -> dict[str, Any]:
    events = [one for id_ in group if isinstance(one := citer.find_record(id_), Event)]
    events.sort(key=lambda event: (event.evidence.page, event.evidence.start))
    shown, more = list_some(_take_pages(events))
    pages = {event.evidence.page for event in events}
    actors, targets = _name_all(citer, events, "actors"), _name_all(citer, events, "targets")
    place = next((event.place for event in events if event.place is not None), None)
    return {
        "kind": "happening",
        "events": list_some(event.id for event in events)[0],
        "status": {
            "statuses": sorted({event.status for event in events}),
            "days_stated": sorted({day for one in events if (day := read_day(citer, one.time))}),
            "kinds": sorted({one.kind for one in events if one.kind}),
        },
        "how_sure": {
            "confidence": _list_confidences(events),
            "independent_reports": len({families.get(page, page) for page in pages}),
        },
        "evidence": [_cite_event(citer, event) for event in shown],
        "more_reports": more,
        UNTRUSTED: drop_empty(
            {
                "did": quote_part(events[0].trigger),
                "who": actors,
                "to_whom_or_what": targets,
                "where": quote_part(place),
            }
        ),
    }


def _cite_event(citer: Citer, event: Event) -> dict[str, Any]:
    """Return the citation of one report, with the status that its page gives the event."""
    reading = {
        "id": event.id,
        "status": event.status,
        "negated": event.negated or None,
        "day": read_day(citer, event.time),
        "said_in": event.said_by,
    }
    cited = citer.cite(event)
    by = cut_label(event.alleged_by.text) if event.alleged_by else None
    return (
        drop_empty(reading) | cited | {UNTRUSTED: cited[UNTRUSTED] | drop_empty({"alleged_by": by})}
    )


def _describe_entry(citer: Citer, entry: Entry) -> dict[str, Any]:
    events = [one for id_ in entry.events if isinstance(one := citer.find_record(id_), Event)]
    events.sort(key=lambda event: " ".join(event.evidence.text.split()) not in entry.text)
    shown, more = list_some(_take_pages(events))
    listed, _ = list_some(entry.events)
    return {
        "kind": "timeline entry",
        "events": listed,
        "day": entry.day or "not known",
        "status": entry.status,
        "how_sure": {
            "day": entry.sureness,
            "confidence": _list_confidences(events),
            "independent_reports": entry.reports,
        },
        "evidence": [_cite_event(citer, event) for event in shown],
        "more_reports": more,
    }


def _take_pages(events: Iterable[Event]) -> list[Event]:
    """Return the first event of each page."""
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.evidence.page, event)
    return list(first.values())


def _list_confidences(events: Iterable[Event]) -> list[float] | str:
    measured = sorted(
        {one.evidence.confidence for one in events if one.evidence.confidence is not None}
    )
    return [measured[0], measured[-1]] if measured else "not measured"


def _name_all(citer: Citer, events: Iterable[Event], role: str) -> list[str]:
    """Return the words for those who take part, with the name of who is meant where the words are others."""
    named: dict[str, None] = {}
    for event in events:
        taking_part: tuple[Participant, ...] = getattr(event, role)
        for one in taking_part:
            name = citer.name_entity(one.entity)
            words = cut_label(one.text) or ""
            known = name is None or name.casefold() in words.casefold()
            named[words if known else f"{words} = {name}"] = None
    return list_some(named)[0]


def _group_events(story: Story) -> dict[str, list[str]]:
    """Return event id → ids of all events that are the same one, smallest first; events alone are left out."""
    pairs = story.linked_pairs("same_event")
    unions = UnionFind(end for pair in pairs for end in pair)
    for a, b in pairs:
        unions.join(a, b)
    return {id_: group for group in unions.list_groups() for id_ in group}


def _group_copies(story: Story) -> dict[str, str]:
    """Return page id → family of copies and versions; pages alone are left out."""
    pairs = story.linked_pairs("copy", "version")
    unions = UnionFind(end for pair in pairs for end in pair)
    for a, b in pairs:
        unions.join(a, b)
    return {page: group[0] for group in unions.list_groups() for page in group}
