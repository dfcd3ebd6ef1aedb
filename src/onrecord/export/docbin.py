"""spaCy's DocBin: the parsed paragraphs as Docs, with the records as span groups.

Each Doc is one zone of a page; its `user_data` says which page, from which code point on, and what made the records. The label
of an event's span begins with its status ("alleged ASSAULT"); each span's id is its record's.

Source: spaCy 3 API, DocBin and SpanGroup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from onrecord.export.parsed_pages import ParsedPage, iter_parsed_pages
from onrecord.records import Block, Commitment, Event, Figure, Mention, Quote, Record, Time
from onrecord.story import SelectedStory

if TYPE_CHECKING:
    from spacy.tokens import DocBin


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the paragraphs of the pages wanted to `stream`."""
    from spacy.tokens import DocBin

    docs = DocBin(store_user_data=True)
    for parsed in iter_parsed_pages(selected):
        for block in parsed.parse.blocks:
            _add_block(docs, parsed, block, selected)
    stream.write(docs.to_bytes())
    if not len(docs):
        report("docbin: no page of these rows is in the pipeline's language")


def _add_block(docs: DocBin, parsed: ParsedPage, block: Block, selected: SelectedStory) -> None:
    head, doc = selected.heads[parsed.page.id], block.doc
    for kind, records in parsed.records.items():
        spans = []
        for record in records:
            start, end = _find_span(record)
            if block.zone.start <= start and end <= block.zone.end:
                span = doc.char_span(
                    start - block.start,
                    end - block.start,
                    label=_make_label(record),
                    span_id=record.id,
                    alignment_mode="expand",
                )
                spans += [span] if span is not None else []
        doc.spans[kind] = spans
    doc.user_data = {
        "page": head.id,
        "zone": block.zone.role,
        "start": block.start,
        "day": head.published.value if head.published else None,
        "outlet": head.outlet,
        "title": head.title,
        "address": head.url,
        "made_with": selected.index.versions.get(head.id),
    }
    docs.add(doc)


def _find_span(record: Record) -> tuple[int, int]:
    words = record.trigger if isinstance(record, Event) else record.evidence
    return words.start, words.end


def _make_label(record: Record) -> str:
    """Return what a span is: of an event its status first, so that nothing alleged reads as happened."""
    if isinstance(record, Event):
        status = f"not {record.status}" if record.negated else record.status
        return f"{status} {record.type or record.kind or 'event'}"
    if isinstance(record, Commitment):
        return f"{record.state} promise"
    if isinstance(record, Quote):
        return record.kind
    if isinstance(record, Figure):
        return record.kind
    return record.type if isinstance(record, Mention | Time) else "record"
