"""Stories whose words are marked with the happening that they tell: ECB+ and stories of our own, parsed.

In: ECB+ topics 1 to 35, and the texts in `training/annotations/own_stories` (docs/explain/annotation.md gives their form). Out: for each story its pages with their records,
and the happening of each event that gold marks. Out of scope: features and weights.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.extract import extract
from onrecord.language import Backbone
from onrecord.link import LinkInput
from onrecord.link.entities.same_entity import link_entities
from onrecord.link.index.record_index import RecordIndex, index_records
from onrecord.link.pages.copies import group_families, link_copies
from onrecord.pages import page_from_text
from onrecord.records import Page, Records
from training.ecbplus import EcbDocument, read_ecbplus

OWN_STORIES = Path(__file__).parents[1] / "annotations/own_stories"
ECBPLUS, OWN = "ECB+", "own"
_REPORT = re.compile(r"^### (\d{4}-\d\d-\d\d) \| (.+)$", re.MULTILINE)
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")

Marks = list[tuple[int, int, str]]
"""Spans of words (code points, half-open), and the happening that they tell."""


@dataclass(frozen=True, slots=True)
class Report:
    """A page of a story with its records, and the happening of each of its events that gold marks, by the event's id."""

    page: Page
    records: Records
    happening_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MarkedStory:
    """The reports of one story of a set ("ECB+" or "own"); happenings' names are the story's own."""

    set_name: str
    name: str
    reports: tuple[Report, ...]

    def drop_embeddings(self) -> MarkedStory:
        """Return the story as a pipeline without an encoder of events gives it."""
        return replace(self, reports=tuple(map(_drop_embeddings, self.reports)))


def read_stories(backbone: Backbone, ecbplus: Path) -> list[MarkedStory]:
    """Return the topics of ECB+ below `ecbplus` and our own stories."""
    topics: dict[str, list[Report]] = defaultdict(list)
    for document in read_ecbplus(ecbplus):
        topics[document.topic].append(_read_ecb_report(backbone, document))
    stories = [MarkedStory(ECBPLUS, name, tuple(reports)) for name, reports in topics.items()]
    for path in sorted(OWN_STORIES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        stories.append(
            MarkedStory(OWN, path.stem, tuple(_iter_own_reports(backbone, path.stem, text)))
        )
    return stories


def build_index(reports: Iterable[Report]) -> RecordIndex:
    """Return the index of reports as linking makes it."""
    ordered = sorted(reports, key=lambda one: (_get_day(one.page), one.page.id))
    pages = tuple(report.page for report in ordered)
    records = {report.page.id: report.records for report in ordered}
    family_of = group_families(pages, link_copies(pages))
    entities = [
        (entity, family_of[page.id]) for page in pages for entity in records[page.id].entities
    ]
    same, _ = link_entities(entities)
    return index_records(LinkInput(pages, records), same, family_of)


def read_marked_text(text: str) -> tuple[str, Marks]:
    """Return a text without its marks, and where they were.

    Examples:
        >>> read_marked_text("They [[met|h1]].")
        ('They met.', [(5, 8, 'h1')])
    """
    parts: list[str] = []
    marks: Marks = []
    size = at = 0
    for found in _MARK.finditer(text):
        before, words = text[at : found.start()], found[1]
        start = size + len(before)
        size = start + len(words)
        at = found.end()
        parts += [before, words]
        marks.append((start, size, found[2]))
    return "".join([*parts, text[at:]]), marks


def _iter_own_reports(backbone: Backbone, name: str, text: str) -> Iterator[Report]:
    heads = list(_REPORT.finditer(text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        paragraphs = text[head.end() : end].strip().replace("\n", "\n\n")
        plain, marks = read_marked_text(paragraphs)
        url = f"https://{name}.example/{number}"
        page = page_from_text(plain, url=url, published=head[1], outlet=head[2])
        yield _build_report(backbone, name, page, marks)


def _read_ecb_report(backbone: Backbone, document: EcbDocument) -> Report:
    url = f"https://ecb.example/{document.name}"
    page = page_from_text(document.text, url=url, published=document.published)
    marks = [
        (mention.start, mention.end, mention.chain or f"{document.name} {number}")
        for number, mention in enumerate(document.mentions)
    ]
    return _build_report(backbone, document.topic, page, marks)


def _build_report(
    backbone: Backbone, story: str, page: Page, marks: Sequence[tuple[int, int, str]]
) -> Report:
    records = extract(page, backbone.parse(page))
    happening_of = {}
    for event in records.events:
        start, end = event.trigger.start, event.trigger.end
        found = next((one for first, last, one in marks if first < end and start < last), None)
        if found is not None:
            happening_of[event.id] = f"{story} {found}"
    return Report(page, records, happening_of)


def _drop_embeddings(report: Report) -> Report:
    events = tuple(replace(event, embedding=None) for event in report.records.events)
    return replace(report, records=replace(report.records, events=events))


def _get_day(page: Page) -> str:
    return page.published.value if page.published is not None else ""
