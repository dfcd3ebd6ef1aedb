"""FollowTheMoney: people, organisations and places, the pages, and what pages say of events, quotes and promises, as entities.

One entity a line, as `ftm` and Aleph read them. An event that the page does not state as a fact has its status at the head
of its name: nothing alleged, denied or planned can be read as happened. Left out, with a note: what has no name, what no
schema holds (products, laws, names of unknown type), and events in which nobody with a schema takes part.

Source: FollowTheMoney schemata 4 (Article, Person, Organization, LegalEntity, Address, Event, Documentation, Project,
ProjectParticipant).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from onrecord.export.about import describe_versions
from onrecord.export.event_words import describe_event, describe_promise, describe_status
from onrecord.records import Commitment, Entity, Event, Participant, Quote, Record, Undertaking
from onrecord.records.address import is_web_address
from onrecord.records.ids import build_content_id
from onrecord.story import PageHead, SelectedStory

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "group": "LegalEntity",
    "place": "Address",
}
_ACTING = frozenset({"Person", "Organization", "LegalEntity"})
"""Schemata that can be involved in an event."""

Properties = dict[str, Iterable[str | None]]


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write one entity a line to `stream`: pages, who, undertakings, quotes, promises and events, as far as wanted."""
    writer = _Writer(selected, report)
    stream.writelines(
        f"{json.dumps(entity, ensure_ascii=False)}\n".encode("utf-8", "replace")
        for entity in writer.iter_entities()
    )
    writer.report_left_out()


class _Writer:
    """Makes the entities of one export; keeps count of what has no place in them."""

    def __init__(self, selected: SelectedStory, report: Callable[[str], None]) -> None:
        self._selected, self._report = selected, report
        self._index = selected.index
        self._used: dict[str, Entity] = {}
        self._pages: set[str] = set()
        self._nameless = 0
        self._uninvolved = 0

    def iter_entities(self) -> Iterator[dict[str, Any]]:
        """Yield every entity: links first, then what they refer to."""
        chosen = self._selected.selection
        if chosen.has_kind("pages"):
            self._pages.update(head.id for head in self._selected.list_pages())
        if chosen.has_kind("who") or chosen.has_kind("entities"):
            for who in self._selected.list_who():
                self._use(who.id)
        if chosen.has_kind("quotes"):
            yield from self._iter_quotes()
        yield from self._iter_promises_and_events()
        if chosen.has_kind("undertakings"):
            for one in self._selected.list_undertakings():
                yield from self._iter_undertaking(one)
        yield from (_build(f"{who.id}", *self._describe_who(who)) for who in self._used.values())
        versions = describe_versions(self._selected)
        for page in self._pages:
            yield _build_article(self._selected.heads[page], versions)

    def report_left_out(self) -> None:
        """Say what was left out."""
        if self._nameless:
            self._report(f"ftm: {self._nameless} without a name or schema left out")
        if self._uninvolved:
            self._report(f"ftm: {self._uninvolved} event(s) left out: nobody known takes part")

    def _use(self, entity: str | None) -> str | None:
        """Return the id under which an entity is written, and note that it is; None where it has no schema."""
        found = self._index.find_entity(entity)
        if found is None:
            return None
        if found.type not in _SCHEMATA or not found.name.strip():
            self._nameless += found.id not in self._used
            return None
        self._used[found.id] = found
        return found.id

    def _use_acting(self, participants: Iterable[Participant]) -> list[str]:
        used = (self._use(one.entity) for one in participants)
        found = dict.fromkeys(one for one in used if one is not None)
        return [one for one in found if _SCHEMATA[self._used[one].type] in _ACTING]

    def _describe_who(self, who: Entity) -> tuple[str, Properties]:
        schema = _SCHEMATA[who.type]
        if schema == "Address":
            return schema, {"name": [who.name], "full": [who.name]}
        names: Properties = {"name": [who.name], "alias": [n for n in who.names if n != who.name]}
        return schema, names | ({"position": who.roles} if schema == "Person" else {})

    def _iter_quotes(self) -> Iterator[dict[str, Any]]:
        for quote in self._selected.list_records("quotes"):
            assert isinstance(quote, Quote)
            who = self._use(quote.source.entity) if quote.source else None
            if who is None:
                continue
            role = f"{quote.kind} quote, {quote.speech}" + (", denied" if quote.negated else "")
            role += f", with the words “{quote.cue.text}”" if quote.cue else ""
            properties: Properties = {
                "document": [self._use_page(quote)],
                "entity": [who],
                "role": [role],
                "description": [" … ".join(part.text for part in quote.content)],
                "summary": [quote.evidence.text],
                "date": [self._get_day(quote)],
            }
            yield _build(quote.id, "Documentation", self._add_source(quote, properties))

    def _iter_promises_and_events(self) -> Iterator[dict[str, Any]]:
        """Yield promises, then events; a promise's event is the promise, and is written once."""
        chosen, promised = self._selected.selection, set()
        if chosen.has_kind("commitments"):
            for promise in self._selected.list_records("commitments"):
                assert isinstance(promise, Commitment)
                promised.add(promise.event)
                yield from self._iter_promise(promise)
        if chosen.has_kind("events"):
            for event in self._selected.list_records("events"):
                assert isinstance(event, Event)
                if event.id not in promised:
                    yield from self._iter_event(event)

    def _iter_promise(self, promise: Commitment) -> Iterator[dict[str, Any]]:
        involved = self._use_acting([promise.who] if promise.who else [])
        if not involved:
            self._uninvolved += 1
            return
        properties: Properties = {
            "name": [
                f"Promised, not said to have happened: {describe_promise(promise, self._index)}"
            ],
            "involved": involved,
            "summary": [promise.evidence.text],
            "keywords": ["promise", promise.state],
        }
        yield _build(promise.id, "Event", self._add_source(promise, properties))

    def _iter_event(self, event: Event) -> Iterator[dict[str, Any]]:
        involved = self._use_acting((*event.actors, *event.targets))
        if not involved:
            self._uninvolved += 1
            return
        properties: Properties = {
            "name": [describe_event(event, self._index)],
            "involved": involved,
            "summary": [event.evidence.text],
            "description": [describe_status(event)],
            "date": [_read_date(self._index.find_time_value(event.time))],
            "location": [event.place.text if event.place else None],
            "keywords": [event.status, event.type, event.kind],
        }
        yield _build(event.id, "Event", self._add_source(event, properties))

    def _iter_undertaking(self, one: Undertaking) -> Iterator[dict[str, Any]]:
        names = [name for name in one.names if name != one.name]
        kind: Properties = {"name": [one.name], "alias": names, "keywords": [one.kind]}
        yield _build(one.id, "Project", kind)
        for party in one.parties:
            who = self._use(party.entity)
            if who is None or _SCHEMATA[self._used[who].type] not in _ACTING:
                continue
            properties: Properties = {
                "project": [one.id],
                "participant": [who],
                "role": [party.role],
                "summary": [party.cited.text],
            }
            id_ = build_content_id("up", one.id, who, party.role)
            yield _build(id_, "ProjectParticipant", properties)

    def _use_page(self, record: Record) -> str:
        self._pages.add(record.evidence.page)
        return record.evidence.page

    def _get_day(self, record: Record) -> str | None:
        head = self._selected.heads[record.evidence.page]
        return _read_date(head.published.value if head.published else None)

    def _add_source(self, record: Record, properties: Properties) -> Properties:
        head = self._selected.heads[record.evidence.page]
        return properties | {
            "proof": [self._use_page(record)],
            "sourceUrl": [head.url if head.url and is_web_address(head.url) else None],
            "publisher": [head.outlet],
            "recordId": [record.id],
        }


def _build_article(head: PageHead, versions: str) -> dict[str, Any]:
    properties: Properties = {
        "title": [head.title or head.path],
        "author": head.authors,
        "publisher": [head.outlet],
        "publishedAt": [_read_date(head.published.value if head.published else None)],
        "sourceUrl": [head.url if head.url and is_web_address(head.url) else None],
        "processingAgent": [versions],
    }
    return _build(head.id, "Article", properties)


def _build(id_: str, schema: str, properties: Properties) -> dict[str, Any]:
    """Return an entity; values are flattened to one line, and those that are empty left out."""
    kept: dict[str, list[str]] = {}
    for name, values in properties.items():
        flat = [" ".join(value.split()) for value in values if value]
        if any(flat):
            kept[name] = list(dict.fromkeys(value for value in flat if value))
    return {"id": id_, "schema": schema, "properties": kept}


def _read_date(value: str | None) -> str | None:
    """Return a day, month or year in ISO 8601; None for other values (seasons, weeks, lengths)."""
    day = (value or "")[:10]
    parts = day.split("-")
    return day if all(part.isdecimal() for part in parts) and len(parts[0]) == 4 else None
