"""Stories with marks: what is read of them, and what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.ecbplus import find_day, join_tokens
from training.event_identity.stories import OWN_STORIES, read_marked_text


def test_tokens_are_joined_and_keep_their_places() -> None:
    sentences = [
        [("1", "http"), ("2", ":")],
        [
            ("3", "Gall"),
            ("4", "’"),
            ("5", "s"),
            ("6", "lamp"),
            ("7", ","),
            ("8", "(lit"),
            ("9", ")"),
        ],
        [("10", "``"), ("11", "Good"), ("12", "''")],
    ]
    text, spans = join_tokens(sentences)
    assert text == "Gall’s lamp, (lit)\n\n“Good”"
    assert {text[slice(*spans[id_])] for id_ in ("5", "6", "11")} == {"s", "lamp", "Good"}
    assert "1" not in spans


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("The lamp is lit May 3rd , 2013 2 : 00pm", "2013-05-03"),
        ("http : / / lamp . example / 2013 / 05 / 02 / lit", "2013-05-02"),
        ("Wednesday 3 September 2014", "2014-09-03"),
        ("in 1923 the lamp", None),
        ("2013 - 02 - 31", None),
    ],
)
def test_day_of_a_heading(heading: str, expected: str | None) -> None:
    assert find_day(heading) == expected


@pytest.mark.parametrize("path", sorted(OWN_STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_mark_of_our_stories_is_read(path: Path) -> None:
    text, marks = read_marked_text(path.read_text(encoding="utf-8"))
    assert "[[" not in text
    assert "]]" not in text
    assert text.count("### ") >= 8
    told = [one for _, _, one in marks]
    assert len(marks) > 100
    assert len(set(told)) < len(told)
    assert all(text[start:end] == text[start:end].strip() for start, end, _ in marks)
