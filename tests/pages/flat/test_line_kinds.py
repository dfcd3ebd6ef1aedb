"""What lines of flattened pages look like by themselves."""

from __future__ import annotations

import pytest

from onrecord.pages.flat.line_kinds import (
    LineKind,
    classify_line,
    parse_edit_stamp,
    parse_vote_count,
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("12 Comments", LineKind.THREAD_HEADING),
        ("3 Gedanken zu „Die Brücke“", LineKind.THREAD_HEADING),
        ("Inline Feedbacks", LineKind.THREAD_REMAINS),
        ("View all comments", LineKind.THREAD_REMAINS),
        ("Leave a Reply", LineKind.FORM),
        ("Your email address will not be published.", LineKind.FORM),
        ("Related articles", LineKind.SECTION_HEADING),
        ("Reply · Report", LineKind.CONTROLS),
        ("Like 3 2h", LineKind.CONTROLS),
        ("» | «", LineKind.SEPARATOR),
        ("Moderator", LineKind.BADGE),
        ("Reply to Ann", LineKind.BADGE),
        ("3 March 2016 at 10:15", LineKind.TIME),
        ("2 days ago", LineKind.TIME),
        ("10:15 pm", LineKind.TIME),
        ("Last edited 2 days ago by Kim", LineKind.EDIT_STAMP),
        ("+3", LineKind.VOTES),
        ("12 people like this", LineKind.VOTES),
        ("Share this article by mail:", LineKind.FURNITURE),
        ("Powered by WordPress", LineKind.FURNITURE),
    ],
)
def test_furniture_has_its_kind(words: str, kind: LineKind) -> None:
    assert classify_line(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "The boats went out again on Monday.",
        "Joost K",
        "More on this will follow as the council meets again.",
        "I reply to most of what he writes",
        "In March 2016 the bridge was closed",
    ],
)
def test_all_else_is_text(words: str) -> None:
    assert classify_line(words) == LineKind.TEXT


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("+3", 3),
        ("− 2", -2),
        ("4", 4),
        ("12 likes", 12),
        ("Score: 7", 7),
        ("like", None),
        ("2nd", None),
    ],
)
def test_votes_are_net(words: str, votes: int | None) -> None:
    assert parse_vote_count(words) == votes


def test_an_edit_stamp_names_who_and_when() -> None:
    stamp = parse_edit_stamp("Last edited 2 days ago by Kim")
    assert stamp is not None
    name, time = stamp
    assert name == "Kim"
    assert time is not None
    assert time.text == "2 days ago"


@pytest.mark.parametrize(
    "words", ["Updated 3 March 2016", "Edited volumes sell well", "Kim edited it"]
)
def test_other_lines_are_no_edit_stamps(words: str) -> None:
    assert parse_edit_stamp(words) is None
