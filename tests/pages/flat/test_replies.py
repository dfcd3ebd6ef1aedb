"""Who answers whom, by the comments' own words."""

from __future__ import annotations

import pytest

from onrecord.pages.flat.replies import CommentText, ReplyTarget, find_reply_targets

FIRST = CommentText("Ann Lee", "The old bridge was closed twice last winter, and nobody told us.")


@pytest.mark.parametrize(
    ("author", "text", "how"),
    [
        ("Ben", "“bridge was closed twice last winter” - not by the council.", "quoted"),
        ("Ben", "> the old bridge was closed twice\nThree times, I think.", "quoted"),
        ("Ben", "@Ann Lee It was three times.", "addressed"),
        ("Ben", "Ann, it was three times.", "addressed"),
        ("Ben", "I fully agree with Ann there.", "addressed"),
    ],
)
def test_a_comment_answers_whom_it_quotes_or_names(author: str, text: str, how: str) -> None:
    assert find_reply_targets([FIRST, CommentText(author, text)]) == (None, ReplyTarget(0, how))


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Ben", "Nobody told me, either."),
        ("Ben", "“closed twice” is what they say."),
        ("Ann Lee", "“bridge was closed twice last winter” is what I wrote."),
        ("Ben", "My sister Ann crosses it daily."),
    ],
)
def test_other_comments_answer_no_one(author: str, text: str) -> None:
    assert find_reply_targets([FIRST, CommentText(author, text)]) == (None, None)


def test_what_the_article_says_is_quoted_from_there() -> None:
    answer = CommentText("Ben", "“bridge was closed twice last winter” - not by the council.")
    assert find_reply_targets([FIRST, answer], FIRST.text) == (None, None)


def test_a_line_over_a_comment_names_whom_it_answers() -> None:
    answer = CommentText("Ben", "It was three times.", addressee="ann lee")
    assert find_reply_targets([FIRST, answer]) == (None, ReplyTarget(0, "addressed"))


def test_a_first_name_that_two_bear_is_no_name() -> None:
    other = CommentText("Ann Roe", "I cross it by bike.")
    answer = CommentText("Ben", "Ann, it was three times.")
    assert find_reply_targets([FIRST, other, answer]) == (None, None, None)
