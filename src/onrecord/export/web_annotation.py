"""W3C Web Annotation: every record as an annotation on its page's text.

Each has its words in plain text for a person, an event's with its status, and the record itself as data.

Source: Web Annotation Data Model, W3C Recommendation 23 February 2017 (AnnotationPage, TextualBody, TextQuoteSelector,
TextPositionSelector, DataPositionSelector).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO

from onrecord._version import __version__
from onrecord.export.about import describe_versions
from onrecord.export.event_words import describe_event, describe_promise
from onrecord.export.json_text import write_json
from onrecord.export.thresholds import THRESHOLDS
from onrecord.records import Commitment, Event, Record
from onrecord.records.address import is_web_address
from onrecord.story import PageHead, SelectedStory
from onrecord.story.schema import KINDS
from onrecord.story.tables import TableIndex


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write all records wanted as one annotation page to `stream`."""
    del report  # everything has its place
    by_page: dict[str, list[tuple[str, Record]]] = {}
    for kind in KINDS:
        if selected.selection.has_kind(kind):
            for record in selected.list_records(kind):
                by_page.setdefault(record.evidence.page, []).append((kind, record))
    items: list[dict[str, Any]] = []
    for head in selected.heads.values():
        if head.id in by_page:
            text = selected.story.page(head.id).text
            items += [
                _build_annotation(record, kind, (head, text), selected.index)
                for kind, record in by_page[head.id]
            ]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:onrecord:annotations:{selected.story.path.stem.replace(' ', '-')}",
        "type": "AnnotationPage",
        "generator": _describe_generator(selected),
        "items": items,
    }
    write_json(page, stream)


def _describe_generator(selected: SelectedStory) -> dict[str, str]:
    return {
        "id": f"urn:onrecord:program:{__version__}",
        "type": "SoftwareApplication",
        "name": describe_versions(selected),
    }


def _build_annotation(
    record: Record, kind: str, on: tuple[PageHead, str], index: TableIndex
) -> dict[str, Any]:
    head, text = on
    evidence = record.evidence
    before = max(0, evidence.start - THRESHOLDS.context_chars)
    after = evidence.end + THRESHOLDS.context_chars
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": evidence.text,
            "prefix": text[before : evidence.start],
            "suffix": text[evidence.end : after],
        },
        {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
    ]
    if evidence.bytes:
        start, end = evidence.bytes
        selectors.append({"type": "DataPositionSelector", "start": start, "end": end})
    address = head.url if head.url and is_web_address(head.url) else f"urn:onrecord:{head.id}"
    return {
        "id": f"urn:onrecord:{record.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "value": _describe_record(record, kind, index),
                "format": "text/plain",
                "purpose": "describing",
            },
            {"type": "TextualBody", "value": kind, "format": "text/plain", "purpose": "tagging"},
            {"type": "Dataset", "value": record.to_dict()},
        ],
        "target": {
            "source": address,
            # Two pages of a story may be saved from one address: this is the one that was read.
            "state": {"type": "TimeState", "cached": f"urn:onrecord:{head.id}"},
            "selector": selectors,
        },
    }


def _describe_record(record: Record, kind: str, index: TableIndex) -> str:
    """Return a record in words; an event that is not stated as a fact begins with its status."""
    if isinstance(record, Event):
        return describe_event(record, index)
    if isinstance(record, Commitment):
        return describe_promise(record, index)
    return f"{kind}: {record.evidence.text}"
