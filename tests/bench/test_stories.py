"""The bench of stories: scores of clusters by hand-made cases, and gold that is where it says."""

from __future__ import annotations

import json
import re

import pytest
from bench.stories.clusters import compute_conll, compute_pairs
from bench.stories.gold import DEV, HERE, TEST

from onrecord.pages import page_from_html

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}
PAGES = {"a": "p", "b": "q", "c": "r", "d": "r"}


def test_pairs_across_pages() -> None:
    assert compute_pairs(GOLD, GOLD, PAGES) == (1.0, 1.0)
    joined = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert compute_pairs(GOLD, joined, PAGES) == pytest.approx((1.0, 1 / 3))
    # What is not found is alone, and everything in one is half wrong.
    assert compute_pairs(GOLD, {"a": 1, "b": 1}, PAGES) == pytest.approx((1.0, 1 / 3))
    assert compute_pairs(GOLD, dict.fromkeys(GOLD, 1), PAGES) == pytest.approx((3 / 5, 1.0))


def test_conll_of_the_same_is_one_and_of_less_is_less() -> None:
    assert compute_conll(GOLD, GOLD) == pytest.approx(1.0)
    alone = {mention: mention for mention in GOLD}
    missing = {mention: cluster for mention, cluster in GOLD.items() if mention != "a"}
    assert 0 < compute_conll(GOLD, alone) < compute_conll(GOLD, missing) < 1


@pytest.mark.parametrize("name", [*DEV, *TEST])
def test_gold_quotes_its_pages(name: str) -> None:
    rows = json.loads((HERE / name / "gold.json").read_text("utf-8"))
    texts = {
        path.name: re.sub(r"\s+", " ", page_from_html(path.read_bytes()).text)
        for path in (HERE / name / "pages").glob("*.html")
    }
    mentions = [
        mention
        for kind, field in (
            ("happenings", "mentions"),
            ("promises", "tellings"),
            ("figures", "tellings"),
        )
        for row in rows[kind]
        for mention in row[field]
    ]
    assert len(mentions) > 300
    assert all(mention["words"] in mention["sentence"] for mention in mentions)
    here = [re.sub(r"\s+", " ", one["sentence"]).strip() in texts[one["page"]] for one in mentions]
    # A page may lose a caption or a box; its text holds nearly all.
    assert sum(here) >= 0.97 * len(here)
