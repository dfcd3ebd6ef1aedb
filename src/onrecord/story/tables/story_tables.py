"""Columns of what belongs to the whole story: pages, what was skipped, who, undertakings and their parts, links, outcomes.

In: a row (for a part, with what it is a part of) and the index. Out: cells. Out of scope: records (`record_tables`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import (
    Cited,
    Commitment,
    Contribution,
    Link,
    Outcome,
    Party,
    Phase,
    Undertaking,
)
from onrecord.records.skipping import describe_reason
from onrecord.story.tables.column import DECIDED, Column, join_values, make_page_columns
from onrecord.story.tables.index import TableIndex


@dataclass(frozen=True, slots=True)
class UndertakingPart:
    """A party, contribution, task or phase, and the undertaking that it is of."""

    undertaking: Undertaking
    part: Party | Contribution | Phase
    name: str


@dataclass(frozen=True, slots=True)
class PromiseOutcome:
    """Later words for or against a promise, and the promise."""

    promise: Commitment
    outcome: Outcome


_PAGES = (
    Column("id", str, lambda head, _: head.id),
    *make_page_columns(lambda head: head.id),
    Column("published", str, lambda head, _: head.published.value if head.published else None),
    Column("published_how", str, lambda head, _: head.published.how if head.published else None),
    Column("updated", str, lambda head, _: head.updated.value if head.updated else None),
    Column("authors", str, lambda head, _: join_values(head.authors)),
    Column("language", str, lambda head, _: head.language),
    Column("chars", int, lambda head, _: head.chars),
    Column("comments", int, lambda head, _: head.comments),
    Column(
        "comments_stated",
        int,
        lambda head, _: head.thread_stated.count if head.thread_stated else None,
    ),
    Column("records", int, lambda head, _: head.records),
    Column("stated", str, lambda head, _: join_values(f"{n} ({how})" for n, how in head.stated)),
    Column("path", str, lambda head, _: head.path),
    Column("capture", str, lambda head, _: head.capture),
    Column("text", str, lambda head, index: index.read_text(head.id)),
    Column("made_with", str, lambda head, index: index.versions.get(head.id)),
    DECIDED,
)
_SKIPPED = (
    Column("path", str, lambda one, _: one.path),
    Column("reason", str, lambda one, _: one.reason),
    Column("why", str, lambda one, _: describe_reason(one.reason)),
    Column("message", str, lambda one, _: one.message),
    Column("count", int, lambda one, _: one.count),
    Column("capture", str, lambda one, _: one.capture),
)
_WHO = (
    Column("id", str, lambda who, _: who.id),
    Column("name", str, lambda who, _: who.name),
    Column("type", str, lambda who, _: who.type),
    Column("names", str, lambda who, _: join_values(who.names)),
    Column("roles", str, lambda who, _: join_values(who.roles)),
    Column("mentions", int, lambda who, _: who.mentions),
    *make_page_columns(lambda who: who.evidence.page),
    Column("text", str, lambda who, _: who.evidence.text),
    Column("start", int, lambda who, _: who.evidence.start),
    Column("end", int, lambda who, _: who.evidence.end),
    Column("by", str, lambda who, _: who.evidence.by),
    Column("made_with", str, lambda who, index: index.versions.get(who.evidence.page)),
    DECIDED,
)
_UNDERTAKINGS = (
    Column("id", str, lambda one, _: one.id),
    *make_page_columns(lambda one: one.mentions[0].page if one.mentions else None),
    Column("name", str, lambda one, _: one.name),
    Column("kind", str, lambda one, _: one.kind),
    Column("names", str, lambda one, _: join_values(one.names)),
    Column("parties", str, lambda one, _: join_values(party.name for party in one.parties)),
    Column("contributions", int, lambda one, _: len(one.contributions)),
    Column("tasks", int, lambda one, _: len(one.tasks)),
    Column("phases", int, lambda one, _: len(one.phases)),
    Column("open_promises", int, lambda one, _: len(one.open)),
    Column("mentions", int, lambda one, _: len(one.mentions)),
    Column("text", str, lambda one, _: one.mentions[0].text if one.mentions else None),
    Column(
        "made_with",
        str,
        lambda one, index: index.versions.get(one.mentions[0].page) if one.mentions else None,
    ),
    DECIDED,
)


def _make_part_columns(*own: Column) -> tuple[Column, ...]:
    return (
        Column("undertaking", str, lambda row, _: row.undertaking.id),
        Column("undertaking_name", str, lambda row, _: row.undertaking.name),
        *make_page_columns(lambda row: row.part.cited.page),
        *own,
        Column("text", str, lambda row, _: _get_cited(row).text),
        Column("start", int, lambda row, _: _get_cited(row).start),
        Column("end", int, lambda row, _: _get_cited(row).end),
        Column("made_with", str, lambda row, index: index.versions.get(_get_cited(row).page)),
    )


_PARTIES = _make_part_columns(
    Column("party", str, lambda row, _: row.part.name),
    Column("who", str, lambda row, index: index.find_name(row.part.entity)),
    Column("who_id", str, lambda row, _: row.part.entity),
    Column("role", str, lambda row, _: row.part.role),
)
_CONTRIBUTIONS = _make_part_columns(
    Column("party", str, lambda row, _: row.part.party),
    Column("status", str, lambda row, _: row.part.status),
    Column("what", str, lambda row, _: row.part.what),
    Column("figure", str, lambda row, _: row.part.figure),
    Column("event", str, lambda row, _: row.part.event),
)
_PHASES = _make_part_columns(
    Column("part", str, lambda row, _: row.name),
    Column("event_day", str, lambda row, _: row.part.day),
    Column("what", str, lambda row, _: row.part.what),
    Column("event", str, lambda row, _: row.part.event),
)
_OUTCOMES = (
    Column("promise", str, lambda row, _: row.promise.id),
    Column("promise_text", str, lambda row, _: row.promise.evidence.text),
    Column("state", str, lambda row, _: row.promise.state),
    Column("side", str, lambda row, _: row.outcome.side),
    Column("to_check", bool, lambda row, _: row.outcome.candidate),
    *make_page_columns(lambda row: row.outcome.page),
    Column("text", str, lambda row, _: row.outcome.text),
    Column("start", int, lambda row, _: row.outcome.start),
    Column("end", int, lambda row, _: row.outcome.end),
    Column("link", str, lambda row, _: row.outcome.link),
    Column("made_with", str, lambda row, index: index.versions.get(row.outcome.page)),
)


def _make_end_columns(side: str) -> tuple[Column, ...]:
    def read_words(link: Link, index: TableIndex) -> str | None:
        found = index.read_words(getattr(link, side))
        return found[1] if found else None

    def make(column: Column) -> Column:
        # Page columns read a page's id: here it has to be found by the record's id first.
        def read(link: Link, index: TableIndex) -> object:
            found = index.read_words(getattr(link, side))
            return column.read(found[0] if found else None, index)

        return Column(column.name, column.type, read)  # type: ignore[arg-type]

    return (
        Column(side, str, lambda link, _: getattr(link, side)),
        *(make(column) for column in make_page_columns(lambda page: page, f"{side}_")),
        Column(f"{side}_text", str, read_words),
    )


_LINKS = (
    Column("id", str, lambda link, _: link.id),
    Column("kind", str, lambda link, _: link.kind),
    Column("to_check", bool, lambda link, _: link.candidate),
    Column("score", float, lambda link, _: link.score),
    *_make_end_columns("a"),
    *_make_end_columns("b"),
    Column("reasons", str, lambda link, _: _describe_reasons(link)),
)

STORY_TABLES: dict[str, tuple[Column, ...]] = {
    "pages": _PAGES,
    "skipped": _SKIPPED,
    "who": _WHO,
    "undertakings": _UNDERTAKINGS,
    "undertaking_parties": _PARTIES,
    "undertaking_contributions": _CONTRIBUTIONS,
    "undertaking_phases": _PHASES,
    "promise_outcomes": _OUTCOMES,
    "links": _LINKS,
}
"""Columns of each table that is of the whole story, by name."""


def _get_cited(row: UndertakingPart) -> Cited:
    return row.part.cited


def _describe_reasons(link: Link) -> str | None:
    """Return the features of a link in words: each with its weight and the two values compared."""
    return join_values(
        f"{feature.name.replace('_', ' ')} {feature.weight:+.2f} ({feature.a} | {feature.b})"
        for feature in link.features
    )
