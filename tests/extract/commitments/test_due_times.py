"""By which time a commitment is due: terms, the event's own time, or none."""

from __future__ import annotations

import pytest

from onrecord.extract.commitments.due_times import find_due_time
from onrecord.language.clauses.mention_index import index_mentions
from onrecord.records import Dated, Event, Page, Records, Time, Zone


@pytest.mark.parametrize(
    ("text", "words", "type_", "value", "is_own", "expected"),
    [
        ("It will mend the pier by May.", "May", "DATE", "2031-05", False, True),
        ("It will mend the pier within two years.", "two years", "DURATION", "P2Y", False, True),
        ("It will mend the pier on Monday.", "Monday", "DATE", "2030-05-20", True, True),
        ("It will mend the pier on Monday.", "Monday", "DATE", "2030-05-20", False, False),
        ("It promised in April to mend the pier.", "April", "DATE", "2030-04", True, False),
        ("It will mend the pier for two years.", "two years", "DURATION", "P2Y", True, False),
        ("It will mend Monday's ferry.", "Monday", "DATE", "2030-05-20", True, False),
        ("It will mend a pier by each May.", "each May", "SET", "XXXX-05", True, False),
    ],
)
def test_due_times(
    text: str, words: str, type_: str, value: str, is_own: bool, expected: bool
) -> None:
    zones = (Zone("body", 0, len(text)),)
    published = Dated("2030-05-14", "stated")
    page = Page("p-test", None, "", text, zones, published=published, language="en")
    start = text.index(words)
    time = Time("t-1", page.evidence(start, start + len(words), "t@1"), type_, value)
    event = Event(
        id="e-1",
        evidence=page.evidence(0, len(text) - 1, "t@1"),
        trigger=page.part(text.index("mend"), text.index("mend") + 4),
        type=None,
        mode=None,
        context=(),
        status="planned",
        negated=False,
        actors=(),
        targets=(),
        place=None,
        time="t-1" if is_own else None,
        said_by=None,
    )
    found = find_due_time(index_mentions(page, Records(times=(time,))), event)
    assert (found == time) is expected
