"""Marks of annotators: spans resolved in numbered lines, faults named, agreement counted."""

from __future__ import annotations

import pytest
from training.annotations.agreement import count_agreement, describe_agreement
from training.annotations.marks import parse_marks
from training.annotations.texts import split_lines

TEXT = (
    "Harbour chief resigns\n\nAnn Hale, the harbour chief, resigned on Tuesday. “I had no choice,” Hale said."
    " She vowed to rebuild the pier by June."
)
MARKS = """\
X x1 | person | 2:Ann Hale ; 2:the harbour chief ; 3:Hale ; 4:She
E e1 | 2:resigned | verb | agent=2:Ann Hale | patient=- | place=- | time=2:Tuesday | status=happened | by=- | root=YIELD | kind=resignation | same=-
E e2 | 4:rebuild | verb | agent=4:She | patient=4:the pier | place=- | time=4:June | status=promised | by=4:She | root=- | kind=work | same=-
P p1 | 4:vowed | explicit | giver=4:She | receiver=- | content=4:rebuild … pier | due=4:by June | condition=-
Q q1 | direct | said | source=3:Hale | cue=3:said | content=3:I had no choice
""".splitlines()


def read(span: tuple[int, int]) -> str:
    return TEXT[span[0] : span[1]]


def test_lines_are_sentences_and_headlines() -> None:
    assert [read(span) for span in split_lines(TEXT)] == [
        "Harbour chief resigns",
        "Ann Hale, the harbour chief, resigned on Tuesday.",
        "“I had no choice,” Hale said.",
        "She vowed to rebuild the pier by June.",
    ]


@pytest.mark.parametrize(
    "text", ["Mr. Rell and J. Dorn met Gen. Hale.", "He paid $3.5m to St. Marlow's board"]
)
def test_abbreviations_and_decimals_end_no_line(text: str) -> None:
    assert len(split_lines(text)) == 1


def test_spans_are_offsets_of_the_text() -> None:
    document, faults = parse_marks(MARKS, TEXT)
    assert faults == []
    assert [read(span) for span in document.chains[0]["mentions"]] == [
        "Ann Hale",
        "the harbour chief",
        "Hale",
        "She",
    ]
    assert read(document.promises[0]["content"][0]) == "rebuild the pier"
    assert read(document.events[1]["trigger"]) == "rebuild"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("E e9 | 2:fled | verb | agent=-", "fields"),
        ("X x9 | person | 1:Ann Hale", "has no 'Ann Hale'"),
        ("X x9 | person | Ann Hale", "number of its line"),
        ("X x9 | vessel | 2:Ann Hale", "is none of"),
        ("X x9 | person | 2:arb", "has no 'arb'"),
        ("X x1 | person | 2:Ann Hale\nX x1 | person | 2:Ann Hale", "used twice"),
        ("Q q9 | direct | said | source=- | cue=- | content=-", "has content"),
    ],
)
def test_a_line_that_does_not_fit_is_named(line: str, fault: str) -> None:
    _, faults = parse_marks(line.splitlines(), TEXT)
    assert len(faults) == 1
    assert fault in faults[0]


def test_two_readers_who_agree_and_two_who_do_not() -> None:
    document, _ = parse_marks(MARKS, TEXT)
    same = "\n".join(describe_agreement(count_agreement(document, document)))
    assert "events                 F1 1.000   2 and 2 marks" in same
    assert "event status           kappa 1.000" in same
    other, _ = parse_marks([line.replace("promised", "planned") for line in MARKS[:3]], TEXT)
    lines = list(describe_agreement(count_agreement(document, other)))
    assert any(line.startswith("quotes") and "F1 0.000" in line for line in lines)
    assert any(line.startswith("event status") and "kappa 0.333" in line for line in lines)
