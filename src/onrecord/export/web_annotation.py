"""W3C Web Annotation: every record as an annotation on its page's text.

Source: Web Annotation Data Model, W3C Recommendation 23 February 2017 (TextQuoteSelector,
TextPositionSelector, DataPositionSelector).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.export.thresholds import THRESHOLDS
from onrecord.records import Record
from onrecord.story import PageHead, Story
from onrecord.story.schema import KINDS


def write(story: Story, output: Path) -> list[Path]:
    """Write all records as one annotation collection page to the file `output`."""
    items: list[dict[str, Any]] = []
    for head in story.heads():
        text = story.page(head.id).text
        for kind in KINDS:
            items += [
                _build_annotation(record, kind, head, text)
                for record in story.records(kind, page=head.id)
            ]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": items,
    }
    output.write_text(json.dumps(collection, ensure_ascii=False, indent=1), encoding="utf-8")
    return [output]


def _build_annotation(record: Record, kind: str, head: PageHead, text: str) -> dict[str, Any]:
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
    return {
        "id": f"urn:onrecord:{record.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "Dataset", "purpose": kind, "value": record.to_dict()},
        "target": {"source": head.url or f"urn:onrecord:{head.id}", "selector": selectors},
    }
