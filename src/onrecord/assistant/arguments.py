"""Arguments of the tools: their types, bounds, and what a client is told of them.

In: nothing. Out: annotated types, of which the Python SDK makes each tool's JSON schema. Out of scope: what a tool does with them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from onrecord.assistant.thresholds import THRESHOLDS
from onrecord.records.commitment import STATES
from onrecord.records.entity import ENTITY_TYPES
from onrecord.records.event import KINDS, STATUSES
from onrecord.records.quote import SOURCE_KINDS


def _describe_text(description: str, most: int = THRESHOLDS.query_chars) -> Any:
    return Field(description=description, max_length=most)


def _describe_choice(description: str, choices: tuple[str, ...]) -> Any:
    pattern = f"^(?:{'|'.join(choices)})$"
    return Field(description=f"{description}: {', '.join(choices)}.", pattern=pattern)


def _describe_number(description: str, most: int, least: int = 0) -> Any:
    return Field(description=description, ge=least, le=most)


Query = Annotated[
    str,
    _describe_text(
        'Words that must all stand in one passage; "quote marks" make a phrase, a final * matches beginnings.'
    ),
]
About = Annotated[
    str | None,
    _describe_text("Words, or beginnings of words, all of which the record's words must hold."),
]
Who = Annotated[
    str | None,
    _describe_text(
        "Name or id of somebody who must be mentioned, quoted or involved; `who` finds names."
    ),
]
Name = Annotated[str | None, _describe_text("Words, or beginnings of words, of a name.")]
PublishedFrom = Annotated[
    str | None, _describe_text("Published on or after this ISO day, month or year.")
]
PublishedTo = Annotated[
    str | None, _describe_text("Published on or before this ISO day, month or year.")
]
FirstDay = Annotated[str | None, _describe_text("From this ISO day, month or year on.")]
LastDay = Annotated[str | None, _describe_text("Up to this ISO day, month or year.")]
PageId = Annotated[str | None, _describe_text("Only of the page with this id.")]
RecordId = Annotated[
    str,
    _describe_text("Id of a record, a link, an undertaking or a page, as answers give them."),
]
OneRecord = Annotated[
    str | None,
    _describe_text("Id of one record; without it all records of the pages from `offset` on."),
]
Unit = Annotated[str | None, _describe_text("Unit as answers give it: GBP, %, kilometre …")]
SourceKind = Annotated[str | None, _describe_choice("How the source is named", SOURCE_KINDS)]
Status = Annotated[str | None, _describe_choice("What the page says of it", STATUSES)]
EventKind = Annotated[str | None, _describe_choice("Plain kind", KINDS)]
State = Annotated[str | None, _describe_choice("What came of it", STATES)]
EntityType = Annotated[str | None, _describe_choice("Type", ENTITY_TYPES)]
ToCheck = Annotated[
    bool,
    Field(
        description="Only those of which later words may tell the outcome, to be checked by a person."
    ),
]
Days = Annotated[
    int | None, _describe_number("Only so many best days.", THRESHOLDS.most_offset, least=1)
]
Offset = Annotated[
    int,
    _describe_number(
        "How many results to leave out: an answer's `next_offset`.", THRESHOLDS.most_offset
    ),
]
Limit = Annotated[
    int, _describe_number("How many results at most.", THRESHOLDS.most_results, least=1)
]
FromCharacter = Annotated[
    int,
    _describe_number(
        "Leave out so many characters of its words, to read on in long ones.",
        THRESHOLDS.most_offset,
    ),
]
