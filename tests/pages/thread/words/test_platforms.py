"""The table of systems: every name of a comment is looked at."""

from __future__ import annotations

import pytest

from onrecord.pages.thread.words.platforms import COMMENT_SIGN, PLATFORMS


@pytest.mark.parametrize(
    "label",
    ["post bg2 p41", "message message--post js-post", "message post-12", "postbitlegacy", "post12345", "b-post",
     "post_wrapper", "cpost", "itemcomment", "wbbpost", "comtr", "uficomment", "coral-comment", "forum-fil", "li-comment-7"],
)  # fmt: skip
def test_every_item_has_a_sign(label: str) -> None:
    assert any(platform.comment.search(label) for platform in PLATFORMS)
    assert COMMENT_SIGN.search(label)
