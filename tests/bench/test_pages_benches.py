"""The benches of dates and bodies: what counts as right, and that rules taken out come back."""

from __future__ import annotations

import re

import pytest

from bench import body_cross_validation, dates
from onrecord.pages.article import body_element, labels

PAGE = (
    b"<html><head><meta property=article:published_time content='2019-05-04T10:00'><script>{}</script></head>"
    b"<body><main><h1>Weir to be mended at Orsk</h1><time datetime='2019-05-04'>4 May 2019</time>"
    + b"<p>The weir at Orsk will be mended before the winter, the river board has said.</p>" * 5
    + b"</main></body></html>"
)


def test_gold_names_sixty_pages_and_days() -> None:
    rows = dict(dates._read_gold())
    assert len(rows) == 60
    for stated, shown in rows.values():
        assert stated
        assert all(len(day) == 10 for day in stated | shown)


@pytest.mark.parametrize(
    ("days", "found", "told"),
    [
        ({"2019-05-04"}, "2019-05-04T10:00Z", "right"),
        ({"2019-05-04", "2019-05-05"}, "2019-05-05", "right"),
        ({"2019-05-04"}, "2019-05", "wrong"),
        ({"2019-05-04"}, None, "missing"),
        (set(), None, "none"),
        (set(), "2019-05-04", "wrong"),
    ],
)
def test_a_day_is_right_wrong_missing_or_rightly_none(
    days: set[str], found: str | None, told: str
) -> None:
    assert dates.judge_day(dates.GoldDate(b"", None, frozenset(days)), found) == told


def test_words_alone_hold_no_metadata() -> None:
    assert dates.find_method(PAGE, None) == "meta"
    bare = dates._STATED.sub(b"", PAGE)
    assert b"<meta" not in bare
    assert b"datetime" not in bare
    assert dates.find_day(bare, None) == "2019-05-04"


def test_parts_of_rules_are_taken_out_and_put_back() -> None:
    def beside() -> re.Pattern[str]:
        return vars(labels)["UNLIKELY_LABELS"]  # type: ignore[no-any-return]

    pattern = beside()
    words = body_cross_validation.split_alternatives(pattern.pattern)
    assert {"nav", "pull ?out", "author (?:bio|box|info|card|details|profile|block)"} <= set(words)
    part = body_cross_validation.RulePart(labels, "UNLIKELY_LABELS", "promo\\w*", frozenset({0}))
    inner_share = body_cross_validation.RulePart(body_element, "inner_share", None, frozenset({0}))
    assert beside().search("promo")
    with body_cross_validation.remove_parts([part, inner_share]):
        assert not beside().search("promo")
        assert beside().search("navbar")
        assert vars(body_element)["THRESHOLDS"].inner_share == 1.0
    assert beside() is pattern
    assert vars(body_element)["THRESHOLDS"].inner_share != 1.0
