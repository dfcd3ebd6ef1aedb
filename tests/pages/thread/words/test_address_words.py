"""Addresses of profiles, forums and comments, and addresses that are none."""

from __future__ import annotations

import pytest

from onrecord.pages.thread.words.address_words import (
    COMMENT_ADDRESS,
    FORUM_ADDRESS,
    NON_AUTHOR_ADDRESS,
    PROFILE_ADDRESS,
)


@pytest.mark.parametrize(
    "address",
    [
        "/users/ann-lee",
        "memberlist.php?mode=viewprofile&u=12",
        "https://board.example/profile.php?id=3",
        "/@ann",
        "https://x.example/mitglieder/ann/",
    ],
)
def test_a_profile_has_an_address(address: str) -> None:
    assert PROFILE_ADDRESS.search(address)


@pytest.mark.parametrize(
    "address", ["/2018/03/bridge", "https://ann.example", "/userguide", "#c12"]
)
def test_other_addresses_are_no_profiles(address: str) -> None:
    assert not PROFILE_ADDRESS.search(address)


@pytest.mark.parametrize(
    ("address", "is_authors"),
    [
        ("#comment-12", False),
        ("?p=3&replytocom=12", False),
        ("mailto:ann@x.example", False),
        ("https://ann.example/about", True),
    ],
)
def test_a_name_may_lead_elsewhere(address: str, is_authors: bool) -> None:
    assert (NON_AUTHOR_ADDRESS.search(address) is None) == is_authors


def test_a_comment_links_to_itself() -> None:
    assert COMMENT_ADDRESS.match("/bridge#c12")
    assert not COMMENT_ADDRESS.match("/bridge")


@pytest.mark.parametrize(
    ("attributes", "is_forum"),
    [
        ('rel="canonical" href="https://x.example/forum/viewtopic.php?t=3"', True),
        ('property="og:url" content="https://boards.x.example/t/3"', True),
        ('rel="canonical" href="https://x.example/news/bridge"', False),
        ('rel="icon" href="https://x.example/forum/icon.png"', False),
    ],
)
def test_a_page_states_that_it_is_a_forums(attributes: str, is_forum: bool) -> None:
    assert bool(FORUM_ADDRESS.search(attributes)) == is_forum
