"""A story seen through a selection: its rows, only those that are wanted, in the story's own order.

In: an open story and a selection. Out: page heads, records, links and the rest, and the tables made of them. Out of
scope: what is wanted (`selection`), and files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from onrecord.errors import NotFound
from onrecord.records import (
    Commitment,
    Entity,
    Figure,
    Link,
    Page,
    Quote,
    Record,
    Skipped,
    Undertaking,
)
from onrecord.story.rows import decode_row
from onrecord.story.schema import KINDS
from onrecord.story.selection import Selection
from onrecord.story.store import Story
from onrecord.story.tables import TABLES, Cell, TableIndex, build_row
from onrecord.story.tables.story_tables import PromiseOutcome, UndertakingPart
from onrecord.story.versions import describe_versions
from onrecord.story.views import PageHead

_INVOLVED_KINDS = ("entities", "mentions", "quotes", "events", "commitments")
_PART_TABLES = {
    "undertakings": ("undertaking_parties", "undertaking_contributions", "undertaking_phases"),
    "commitments": ("promise_outcomes",),
}
"""Tables of the parts of a kind's rows: a cell holds no list of them."""


class SelectedStory:
    """What a selection wants of a story. Reads a kind when it is asked for it; keeps look-ups for its own time."""

    def __init__(self, story: Story, selection: Selection | None = None) -> None:
        self.story = story
        self.selection = selection or Selection()

    @cached_property
    def heads(self) -> dict[str, PageHead]:
        """All pages of the story by id, by publication: what rows refer to."""
        return {head.id: head for head in self.story.heads()}

    @cached_property
    def index(self) -> TableIndex:
        """Look-ups for rows of tables."""
        return build_index(self.story, self.heads)

    def list_pages(self) -> tuple[PageHead, ...]:
        """Return the pages wanted: with `who`, those that name them; with `text`, those with it in title or text."""
        named = self._find_naming_pages()
        return tuple(
            head
            for head in self.heads.values()
            if self.selection.has_page(head)
            and (named is None or head.id in named)
            and self.selection.has_status(None)
            and self._has_page_text(head)
        )

    def read_pages(self) -> Iterator[Page]:
        """Yield the pages wanted with their text."""
        for head in self.list_pages():
            yield self.story.page(head.id)

    def list_records(self, kind: str) -> tuple[Record, ...]:
        """Return the records of `kind`, a key of `KINDS`, that are wanted."""
        chosen = self._find_involved(kind)
        return tuple(
            record
            for record in self.story.records(kind)
            if (chosen is None or record.id in chosen) and self._is_wanted(record)
        )

    def list_who(self) -> tuple[Entity, ...]:
        """Return the story-wide entities wanted: those named, or those that a wanted page names."""
        chosen = self.selection
        found: list[Entity] = []
        pages = self._list_naming_pages() if chosen.has_filters else {}
        for who in self.story.who():
            if chosen.who and who.id not in chosen.who:
                continue
            heads = [self.heads[page] for page in pages.get(who.id, ()) if page in self.heads]
            is_on_page = not chosen.has_filters or any(map(chosen.has_page, heads))
            if is_on_page and chosen.has_status(None) and chosen.has_text(who.name, *who.names):
                found.append(who)
        return tuple(found)

    def list_undertakings(self) -> tuple[Undertaking, ...]:
        """Return the undertakings wanted: with `who`, those they are a party of."""
        chosen = self.selection
        return tuple(
            one
            for one in self.story.undertakings()
            if any(chosen.has_page(self.heads.get(cited.page)) for cited in one.mentions)
            and (not chosen.who or any(party.entity in chosen.who for party in one.parties))
            and chosen.has_status(None)
            and chosen.has_text(one.name, *one.names)
        )

    def list_links(self) -> tuple[Link, ...]:
        """Return the links wanted: without filters all, else those with an end among what is wanted."""
        if not self.selection.has_filters:
            return self.story.links()
        ends = {head.id for head in self.list_pages()}
        for kind in KINDS:
            ends |= {record.id for record in self.list_records(kind)}
        return tuple(link for link in self.story.links() if link.a in ends or link.b in ends)

    def list_skipped(self) -> tuple[Skipped, ...]:
        """Return what yielded no page; a selection by anything but kind wants none of it, as none has a page."""
        return () if self.selection.has_filters else self.story.skipped()

    def list_tables(self) -> tuple[str, ...]:
        """Return the names of the tables wanted, those of parts after what they are parts of."""
        names: list[str] = []
        for name in ("pages", "skipped", *KINDS, "who", "undertakings", "links"):
            if self.selection.has_kind(name):
                names += [name, *_PART_TABLES.get(name, ())]
        return tuple(names)

    def iter_rows(self, table: str) -> Iterator[dict[str, Cell]]:
        """Yield the wanted rows of a table of `TABLES`, flat."""
        for row in self._list_table(table):
            yield build_row(table, row, self.index)

    def _list_table(self, table: str) -> Iterable[object]:
        if table in KINDS:
            return self.list_records(table)
        sources: dict[str, Callable[[], Iterable[object]]] = {
            "pages": self.list_pages,
            "skipped": self.list_skipped,
            "who": self.list_who,
            "undertakings": self.list_undertakings,
            "links": self.list_links,
            "promise_outcomes": self._iter_outcomes,
        }
        return sources[table]() if table in sources else self._iter_parts(table)

    def _iter_outcomes(self) -> Iterator[PromiseOutcome]:
        for promise in self.list_records("commitments"):
            assert isinstance(promise, Commitment)
            yield from (PromiseOutcome(promise, outcome) for outcome in promise.outcomes)

    def _iter_parts(self, table: str) -> Iterator[UndertakingPart]:
        for one in self.list_undertakings():
            if table == "undertaking_parties":
                yield from (UndertakingPart(one, part, "party") for part in one.parties)
            elif table == "undertaking_contributions":
                yield from (UndertakingPart(one, part, "gift") for part in one.contributions)
            else:
                yield from (UndertakingPart(one, part, "task") for part in one.tasks)
                yield from (UndertakingPart(one, part, "phase") for part in one.phases)

    def _is_wanted(self, record: Record) -> bool:
        chosen, evidence = self.selection, record.evidence
        what = record.what.text if isinstance(record, Figure) and record.what else None
        names = record.names if isinstance(record, Entity) else ()
        return (
            chosen.has_page(self.heads.get(evidence.page))
            and chosen.has_status(record)
            and chosen.has_text(evidence.text, what, *names)
        )

    def _find_involved(self, kind: str) -> frozenset[str] | None:
        """Return the ids of records of `kind` that involve who is wanted; None where anybody is."""
        if not self.selection.who:
            return None
        if kind == "figures":
            said = self._find_involved("quotes") or frozenset()
            rows = self.story.rows(
                "SELECT id, according_to FROM figures WHERE according_to NOT NULL"
            )
            return frozenset(row["id"] for row in rows if row["according_to"] in said)
        if kind not in _INVOLVED_KINDS:
            return frozenset()
        found: set[str] = set()
        for who in self.selection.who:
            sql = "SELECT record FROM involved WHERE who = ? AND kind = ?"
            found |= {row["record"] for row in self.story.rows(sql, (who, kind))}
        return frozenset(found)

    def _find_naming_pages(self) -> frozenset[str] | None:
        if not self.selection.who:
            return None
        pages = self._list_naming_pages()
        return frozenset(page for who in self.selection.who for page in pages.get(who, ()))

    def _list_naming_pages(self) -> dict[str, set[str]]:
        """Return the pages that name each story-wide entity."""
        sql = (
            "SELECT DISTINCT i.who, m.page FROM involved i JOIN mentions m ON m.id = i.record"
            " WHERE i.kind = 'mentions'"
        )
        pages: dict[str, set[str]] = {}
        for row in self.story.rows(sql):
            pages.setdefault(row["who"], set()).add(row["page"])
        return pages

    def _has_page_text(self, head: PageHead) -> bool:
        chosen = self.selection
        return chosen.has_text(head.title) or chosen.has_text(self.story.page(head.id).text)


def build_index(story: Story, heads: dict[str, PageHead] | None = None) -> TableIndex:
    """Return the look-ups that rows of tables need."""
    known = heads if heads is not None else {head.id: head for head in story.heads()}
    entities = {who.id: who for who in story.who()}
    same = story.rows("SELECT entity, who FROM same")
    merged = {row["entity"]: entities[row["who"]] for row in same if row["who"] in entities}
    times = story.rows("SELECT id, value, text FROM times")
    quotes = story.rows("SELECT * FROM quotes")

    def read_words(id_: str) -> tuple[str, str] | None:
        if id_ in known:
            return id_, known[id_].title or known[id_].path
        try:
            record: Any = story.record(id_)
        except NotFound:
            return None
        return (record.evidence.page, record.evidence.text) if isinstance(record, Record) else None

    return TableIndex(
        heads=known,
        entities=entities | merged,
        times={row["id"]: (row["value"], row["text"]) for row in times},
        sources={row["id"]: decode_row(Quote, row).source for row in quotes},
        versions=describe_versions(story),
        read_text=lambda page: story.page(page).text,
        read_words=read_words,
    )


__all__ = ["TABLES", "SelectedStory", "build_index"]
