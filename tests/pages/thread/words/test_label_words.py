"""Classes and ids by what they say of an element."""

from __future__ import annotations

import re

import pytest

from onrecord.pages.dom.element import split_label
from onrecord.pages.thread.words.label_words import (
    COMMENT_PART_LABELS,
    CONTROL_LABELS,
    NON_NAME_LABELS,
    QUOTE_LABELS,
    READER_LABELS,
    SIDE_CONTENT_LABELS,
)


@pytest.mark.parametrize(
    ("pattern", "label"),
    [
        (CONTROL_LABELS, "comment-reply-link"),
        (CONTROL_LABELS, "post votes"),
        (COMMENT_PART_LABELS, "comment-count"),
        (QUOTE_LABELS, "bbCodeBlock-quote"),
        (NON_NAME_LABELS, "userTitle"),
        (READER_LABELS, "forumPosts"),
        (SIDE_CONTENT_LABELS, "right-sidebar"),
    ],
)
def test_a_label_is_recognised(pattern: re.Pattern[str], label: str) -> None:
    assert pattern.search(split_label(label))


@pytest.mark.parametrize(
    ("pattern", "label"),
    [
        (CONTROL_LABELS, "comment-text"),
        (COMMENT_PART_LABELS, "comment even"),
        (QUOTE_LABELS, "posting"),
        (NON_NAME_LABELS, "username"),
        (READER_LABELS, "article-body"),
        (SIDE_CONTENT_LABELS, "no-sidebar"),
        (SIDE_CONTENT_LABELS, "comment-footer"),
    ],
)
def test_other_labels_are_not(pattern: re.Pattern[str], label: str) -> None:
    assert not pattern.search(split_label(label))
