"""Comments that were removed or await moderation, and words that only speak of it."""

from __future__ import annotations

import pytest
from tests.pages.thread.comment.comment_pages import build_item, read_thread

from onrecord.pages.thread.comment.state import is_removal_notice


@pytest.mark.parametrize(
    "words",
    [
        "[deleted]",
        "This comment has been removed by a moderator.",
        "Dieser Kommentar wurde gelöscht.",
        "Ce commentaire a été supprimé",
    ],
)
def test_removal_notices_are_recognised(words: str) -> None:
    assert is_removal_notice(words)


@pytest.mark.parametrize(
    "words",
    [
        "He was removed from office in 2014.",
        "My comment was removed, why do you do that here?",
        "They deleted the old plan and wrote a new one.",
    ],
)
def test_words_about_removing_are_words(words: str) -> None:
    assert not is_removal_notice(words)


def test_states_quotes_and_links_are_fields() -> None:
    ann, bob, eve = read_thread(
        build_item("Ann", "<p>I cross the bridge every day.</p>"),
        build_item("Bobby", "<p>This comment has been removed by a moderator.</p>"),
        build_item(
            "Eve-Lyn",
            "<blockquote><p>I cross the bridge every day.</p></blockquote><p>By bike, too?</p>",
            note="<em>Your comment is awaiting moderation.</em>",
        ),
    )
    assert (ann.state, bob.state, eve.state) == (None, "removed", "awaiting")
    assert ann.author_url == "https://news.example/readers/Ann"
    assert [part.text for part in eve.quoted] == ["I cross the bridge every day."]
    assert eve.evidence.text.endswith("By bike, too?")
    assert not ann.quoted
