"""Quotation marks of every kind: which words they enclose, and that stretches stay inside the text and apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.quotes.marks.quotation_marks import find_marked_stretches


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We will,” he said. “And soon.”", ["We will,", "And soon."]),
        ('He said: "We go" and "we stay".', ["We go", "we stay"]),
        ("‘We can’t go,’ she said.", ["We can’t go,"]),
        ("«Oui», he said.", ["Oui"]),
        ("„Ja,“ he said.", ["Ja,"]),
        ("”Wrong way round.”", ["Wrong way round."]),
        ("“The fight, “the source said.", ["The fight,"]),
        ("“No end, the minister said.", ["No end,"]),
        ("The boys' shoes and the soldiers' pay.", []),
        ("Back in the ’90s and ’80s.", []),
        ("A 6'2\" man.", []),
        ("don't, won't, can’t", []),
        ("“Outer ‘inner’ words,” he said.", ["Outer ‘inner’ words,"]),
        ("", []),
        ("„Ja“, he said.", ["Ja"]),
        ("»Ja«, he said.", ["Ja"]),
        ("« Oui », he said.", ["Oui"]),
        ("‹ Oui ›, he said.", ["Oui"]),
        ("« Back to the list", []),
        ("»Read on", []),
        ("The road is long,” he said.", ["The road is long,"]),
        ("The 12” pipe,” he said.", []),
        ("“He said “never” to us,” she said.", ["He said “never” to us,"]),
        ("“Let’s go.’ Ann Hale was there.", ["Let’s go."]),
    ],
)
def test_marks(text: str, inside: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_marked_stretches(text)] == inside


@given(st.text(alphabet="ab .,“”‘’\"'«»\n:", max_size=60), st.booleans())
def test_stretches_stay_inside_and_do_not_overlap(text: str, open_before: bool) -> None:
    stretches = find_marked_stretches(text, open_before=open_before)
    assert all(
        0 <= one.outer_start <= one.start < one.end <= one.outer_end <= len(text)
        for one in stretches
    )
    assert all(one.outer_end <= other.outer_start for one, other in pairwise(stretches))
