"""Labels of elements, and lines that are no part of an article's text."""

from __future__ import annotations

import re

import pytest

from onrecord.pages.article.labels import is_never_body, is_unlikely_body, score_body_label
from onrecord.pages.article.line_words import CALL_TO_ACTION, PICTURE_CREDIT, PUBLICATION_LINE
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element, StartTag, split_label


def build_element(tag: str, attributes: str) -> Element:
    return Element(0, tag, -1, StartTag(f" {attributes}>"), False, 0, 0)


@pytest.mark.parametrize(
    ("tag", "attributes", "expect"),
    [
        ("div", 'class="sidebar"', True),
        ("div", 'id="relatedStories"', True),
        ("div", 'role="navigation"', True),
        ("blockquote", 'class="pull-quote"', True),
        ("div", 'class="has-sidebar"', False),
        ("div", 'class="article-body share"', True),
        ("div", 'class="sidebar" itemprop="articleBody"', False),
        ("blockquote", 'class="twitter-tweet"', False),
        ("div", 'class="sidebarless"', False),
        ("div", "", False),
    ],
)
def test_labels_of_what_stands_beside_an_article(tag: str, attributes: str, expect: bool) -> None:
    assert is_unlikely_body(build_element(tag, attributes)) == expect


@pytest.mark.parametrize(
    ("label", "is_never", "score"),
    [
        ("cookie-notice", True, 1.0),
        ("site-footer", True, 1.0),
        ("no-sidebar", False, 1.0),
        ("articleBody", False, THRESHOLDS.body_label_factor),
        ("story", False, THRESHOLDS.likely_label_factor),
        ("story post-content", False, THRESHOLDS.body_label_factor),
        ("x7", False, 1.0),
    ],
)
def test_labels_of_an_article(label: str, is_never: bool, score: float) -> None:
    words = split_label(label)
    assert is_never_body(words) == is_never
    assert score_body_label(words) == score


@pytest.mark.parametrize(
    ("pattern", "line", "expect"),
    [
        (CALL_TO_ACTION, "Read more: the weir at Orsk", True),
        (CALL_TO_ACTION, "Follow the Valley Review on Twitter", True),
        (CALL_TO_ACTION, "Lesen Sie auch: Das Wehr", True),
        (CALL_TO_ACTION, "Reading more than one book a week is rare, she said.", False),
        (PUBLICATION_LINE, "First published 3 March 2016 by Ann Ode", True),
        (PUBLICATION_LINE, "Published in 1911. It was a long book.", False),
        (PICTURE_CREDIT, "The weir at Orsk (Photo: Ann Ode)", True),
        (PICTURE_CREDIT, "Image: the weir at Orsk", True),
        (PICTURE_CREDIT, "She took a photo: the weir was gone.", False),
    ],
)
def test_lines_that_are_no_text(pattern: re.Pattern[str], line: str, expect: bool) -> None:
    find = pattern.search if pattern is PICTURE_CREDIT else pattern.match
    assert bool(find(line)) == expect
