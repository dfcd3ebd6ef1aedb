"""The records: frozen data with the words that support it. Imports only `onrecord.errors`."""

from __future__ import annotations

from onrecord.records.capture import Capture, CaptureProof, PackageProof, Skipped, Stated
from onrecord.records.commitment import Commitment, Outcome
from onrecord.records.decided import Decided
from onrecord.records.entity import Entity, Mention
from onrecord.records.event import Event, Participant
from onrecord.records.evidence import Evidence
from onrecord.records.figure import Figure
from onrecord.records.link import Feature, Link
from onrecord.records.page import Box, Dated, Page, Zone
from onrecord.records.parse import Block, Parse
from onrecord.records.quote import Quote, Source
from onrecord.records.record import Record, Row
from onrecord.records.records import Records
from onrecord.records.span import Part, Span
from onrecord.records.thread import Comment, ThreadStated
from onrecord.records.time import Time
from onrecord.records.undertaking import Cited, Contribution, Party, Phase, Undertaking

__all__ = [
    "Block",
    "Box",
    "Capture",
    "CaptureProof",
    "Cited",
    "Comment",
    "Commitment",
    "Contribution",
    "Dated",
    "Decided",
    "Entity",
    "Event",
    "Evidence",
    "Feature",
    "Figure",
    "Link",
    "Mention",
    "Outcome",
    "PackageProof",
    "Page",
    "Parse",
    "Part",
    "Participant",
    "Party",
    "Phase",
    "Quote",
    "Record",
    "Records",
    "Row",
    "Skipped",
    "Source",
    "Span",
    "Stated",
    "ThreadStated",
    "Time",
    "Undertaking",
    "Zone",
]
