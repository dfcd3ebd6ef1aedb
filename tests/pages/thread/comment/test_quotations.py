"""Parts of comments that repeat what others wrote."""

from __future__ import annotations

import pytest
from tests.pages.thread.comment.comment_pages import build_item, read_thread

from onrecord.pages.thread.comment.quotations import iter_quoted_lines


def test_lines_after_a_sign_are_quoted() -> None:
    _, eve = read_thread(
        build_item("Ann", "<p>I cross the bridge every day.</p>"),
        build_item("Eve-Lyn", "<p>&gt; I cross the bridge every day.<br>By bike, too?</p>"),
    )
    assert [part.text for part in eve.quoted] == ["> I cross the bridge every day."]


def test_all_quoted_is_none() -> None:
    ann, _ = read_thread(
        build_item("Ann", "<blockquote>I cross the bridge every day.</blockquote>"),
        build_item("Bobby", "<p>So do I.</p>"),
    )
    assert not ann.quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("> The pump is loud.\nMine, too.", ["> The pump is loud."]),
        ("Yes.\n> One.\n> Two.\nNo.\n> Three.", ["> One.\n> Two.", "> Three."]),
        ("> All of it is quoted.", []),
        ("Five > four, as we know.", []),
    ],
)
def test_lines_after_a_sign_are_spans(text: str, quoted: list[str]) -> None:
    spans = iter_quoted_lines(text, 0, len(text))
    assert [text[start:end] for start, end in spans] == quoted
